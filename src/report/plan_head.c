/* plan_head.c - the commission and the goals of a plan, and how they stand. */
#include "judge.h"
#include "plan_local.h"
#include "words.h"

#include <string.h>

static void pair(struct doc *d, const char *label, const char *text)
{
	if (text && *text)
		doc_pair(d, label, "%s", text);
}

/* A goal's squares: its indicators times its places. */
struct squares {
	int64_t total, met, unknown, none;
};

static void judge_square(const struct model *m, int place, int indicator, struct squares *s)
{
	struct indikator_verdict v;
	judge(m, place, indicator, false, &v);
	s->total++;
	s->met += v.status == INDIKATOR_STATUS_MET;
	s->unknown += v.status == INDIKATOR_STATUS_UNKNOWN;
	s->none += v.status == INDIKATOR_STATUS_NONE;
	indikator_verdict_release(&v);
}

static void judge_place(const struct model *m, const struct goal *g, int place, struct squares *s)
{
	for (size_t i = 0; i < g->indicators.count; i++) {
		int indicator = reference_find_indicator(m->reference, g->indicators.items[i]);
		if (indicator >= 0)
			judge_square(m, place, indicator, s);
	}
}

/* The whole region: the region itself and each of its municipalities. */
static void judge_region(const struct model *m, const struct goal *g, const char *code, struct squares *s)
{
	int region = reference_place_by_code(m->reference, code);
	if (region < 0)
		return;
	judge_place(m, g, region, s);
	for (size_t i = 0; i < m->reference->places_count; i++)
		if (m->reference->places[i].level == PLACE_MUNICIPALITY && indikator_within(m->set, (int)i, region))
			judge_place(m, g, (int)i, s);
}

static struct squares squares_of(const struct model *m, const struct goal *g)
{
	struct squares s = {.total = 0};
	for (size_t i = 0; i < g->places.count; i++) {
		int place = reference_find_place(m->reference, g->places.items[i], false);
		if (place >= 0)
			judge_place(m, g, place, &s);
	}
	if (!g->places.count && m->settings && m->settings->region)
		judge_region(m, g, m->settings->region, &s);
	return s;
}

/* "0 av 60 rutor når målet, 60 okända" */
static const char *standing(struct arena *a, const struct squares *s)
{
	const char *text = arena_printf(a, "%s av %s når målet", words_count(a, s->met, NULL),
	                                words_count(a, s->total, "rutor"));
	if (s->unknown)
		text = arena_printf(a, "%s, %s %s", text, words_count(a, s->unknown, NULL),
		                    s->unknown == 1 ? "okänd" : "okända");
	if (s->none)
		text = arena_printf(a, "%s, %s utan mål", text, words_count(a, s->none, NULL));
	return text;
}

static void goal(struct doc *d, const struct model *m, const struct goal *g)
{
	struct arena *a = &d->arena;
	const char *dimensions = "";
	const char *nr = g->nr == FIELD_INT_NONE ? "" : arena_printf(a, "%lld. ", (long long)g->nr);
	struct squares s = squares_of(m, g);
	for (size_t i = 0; i < g->dimensions.count; i++)
		words_append(a, &dimensions, ", ", g->dimensions.items[i]);
	if (s.total)
		doc_item(d, "%s%s: %s (%s × %s).", nr, g->title ? g->title : "", standing(a, &s),
		         words_count(a, (int64_t)g->indicators.count, "indikatorer"),
		         words_count(a, s.total / (int64_t)g->indicators.count, "platser"));
	else
		doc_item(d, "%s%s%s%s (%s)", nr, g->title ? g->title : "", *dimensions ? ", oavsett " : "", dimensions,
		         goal_kinds[g->kind].label);
}

/* One indicator of a goal over its places, as a goal of one indicator. */
static void goal_indicator(struct doc *d, const struct model *m, const struct goal *g, const char *id)
{
	int indicator = reference_find_indicator(m->reference, id);
	struct goal alone = *g;
	alone.indicators = (struct strings){.items = &id, .count = 1};
	struct squares s = squares_of(m, &alone);
	doc_item(d, "%s: %s", indicator < 0 ? id : m->reference->indicators[indicator].title,
	         s.total ? standing(&d->arena, &s) : "inga platser");
}

void report_goal(struct doc *d, const struct model *m, const struct goal *g)
{
	struct squares all = squares_of(m, g);
	doc_heading(d, 1, "%s", g->title);
	doc_pair(d, "Slag", "%s", goal_kinds[g->kind].label);
	if (all.total)
		doc_pair(d, "Läge", "%s. Målet är nått när varje ruta når sitt mål.", standing(&d->arena, &all));
	pair(d, "Not", g->note);
	pair(d, "Fil", words_file(&d->arena, g->head.file, g->head.line));
	if (g->dimensions.count)
		doc_heading(d, 2, "Lika oavsett");
	for (size_t i = 0; i < g->dimensions.count; i++)
		doc_item(d, "%s: okänt, ingen indikator är knuten", g->dimensions.items[i]);
	if (g->indicators.count)
		doc_heading(d, 2, "Indikatorer");
	for (size_t i = 0; i < g->indicators.count; i++)
		goal_indicator(d, m, g, g->indicators.items[i]);
	if (g->places.count)
		doc_heading(d, 2, "Gäller för");
	for (size_t i = 0; i < g->places.count; i++)
		doc_item(d, "%s", reference_place_name(m->reference, g->places.items[i]));
}

/* Of the same file as the plan, when files are known. */
static bool same_file(const struct record *a, const struct record *b)
{
	return !a->file || !b->file || strcmp(a->file, b->file) == 0;
}

static void goals(struct doc *d, const struct model *m, const struct plan *p)
{
	bool any = false;
	for (size_t i = 0; m->council && i < records_count(m->council, RECORD_GOAL); i++) {
		const struct goal *g = records_goal(m->council, i);
		if (!same_file(&g->head, &p->head))
			continue;
		if (!any)
			doc_heading(d, 2, "Mål");
		any = true;
		goal(d, m, g);
	}
	any = false;
	for (size_t i = 0; m->council && i < records_count(m->council, RECORD_FOCUS); i++) {
		const struct focus *f = records_focus(m->council, i);
		if (!same_file(&f->head, &p->head))
			continue;
		if (!any)
			doc_heading(d, 2, "Fokusområden");
		any = true;
		doc_item(d, "%s", f->title ? f->title : "");
	}
}

static void quota_pair(struct doc *d, const char *label, int64_t asked, int64_t planned, int64_t held)
{
	struct arena *a = &d->arena;
	if (asked == FIELD_INT_NONE)
		doc_pair(d, label, "planerade %s, hållna %s; planen anger inget antal", words_count(a, planned, NULL),
		         words_count(a, held, NULL));
	else
		doc_pair(d, label, "planerade %s av %s, hållna %s", words_count(a, planned, NULL),
		         words_count(a, asked, NULL), words_count(a, held, NULL));
}

void report_plan_head(struct doc *d, const struct model *m, const struct plan *p)
{
	int year = m->today.year;
	doc_heading(d, 1, "%s", p->title ? p->title : "Handlingsplan");
	pair(d, "Uppdragsgivare", p->commissioner);
	pair(d, "Ramverk", p->framework);
	pair(d, "Uppdrag", p->mandate);
	if (date_known(p->adopted))
		doc_pair(d, "Antagen", "den %s%s%s", words_day(&d->arena, p->adopted), p->adopted_by ? " av " : "",
		         p->adopted_by ? p->adopted_by : "");
	pair(d, "Redovisas", p->reports);
	pair(d, "Källa", p->source ? words_cite(&d->arena, m, p->source) : NULL);
	pair(d, "Not", p->note);
	pair(d, "Fil", words_file(&d->arena, p->head.file, p->head.line));
	if (p->year != FIELD_INT_NONE && p->year != year)
		doc_paragraph(d, "Planen är för %lld. Ingen nyare gäller för %d.", (long long)p->year, year);
	goals(d, m, p);
	if (!m->council)
		return;
	struct meeting_quota q = meeting_quota(m->council, p, year);
	doc_heading(d, 2, "Möten %d", year);
	quota_pair(d, "Halvdagar", q.half_days, q.planned_half, q.held_half);
	quota_pair(d, "Heldagar", q.full_days, q.planned_full, q.held_full);
}
