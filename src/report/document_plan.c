/* document_plan.c - the action plan as a council adopts it: commission, goals, focus areas, what is to be done, what is to be completed. */
#include "documents_local.h"

#include "radsbord/base/language.h"
#include "goals.h"
#include "plan_local.h"
#include "words.h"

#include <string.h>

static void add_commission(struct doc *d, const struct model *m, const struct plan *p)
{
	struct arena *a = &d->arena;
	document_pair(d, "Uppdragsgivare", p->commissioner);
	document_pair(d, "Ramverk", p->framework);
	document_pair(d, "Uppdrag", p->mandate);
	if (date_known(p->adopted))
		doc_pair(d, "Antagen", "den %s%s%s", words_day(a, p->adopted), p->adopted_by ? " av " : "", p->adopted_by ? p->adopted_by : "");
	document_pair(d, "Redovisas", p->reports);
	if (p->half_days != FIELD_INT_NONE || p->full_days != FIELD_INT_NONE)
		doc_pair(d, "Möten", "%s och %s om året", words_count(a, p->half_days == FIELD_INT_NONE ? 0 : p->half_days, "halvdagar"),
		         words_count(a, p->full_days == FIELD_INT_NONE ? 0 : p->full_days, "heldagar"));
	document_pair(d, "Källa", p->source ? words_cite(a, m, p->source) : NULL);
	if (p->year != FIELD_INT_NONE && p->year < m->today.year)
		doc_paragraph(d, "Planen är för %lld. Ingen nyare är antagen.", (long long)p->year);
}

static struct doc_cell count_cell(struct doc *d, int64_t n)
{
	return doc_number(d, num_int(n), 0, NUM_HALF_UP);
}

void document_goal_table(struct doc *d, const struct model *m, const struct goal *g)
{
	static const struct doc_column columns[] = {
		{.name = "indikator", .label = "Indikator", .heads_row = true},
		{.name = "nar", .label = "Når målet", .align = TEXT_RIGHT},
		{.name = "nar_inte", .label = "Når inte målet", .align = TEXT_RIGHT},
		{.name = "okant", .label = "Okänt", .align = TEXT_RIGHT},
	};
	struct goal_matrix x = goal_matrix(&d->arena, m, g);
	struct doc_table *t = doc_table(d, "Antal platser efter hur de står mot målet", columns, 4);
	for (size_t i = 0; i < g->indicators.count; i++) {
		int indicator = reference_find_indicator(m->reference, g->indicators.items[i]);
		struct goal_squares s = indicator < 0 ? (struct goal_squares){0} : goal_count(m, &x, indicator);
		struct doc_cell *c = doc_row(d, t);
		c[0] = document_cell(d, indicator < 0 ? g->indicators.items[i] : m->reference->indicators[indicator].title);
		c[1] = count_cell(d, s.met);
		c[2] = count_cell(d, s.total - s.met - s.unknown - s.none);
		c[3] = count_cell(d, s.unknown);
	}
}

void document_goal_head(struct doc *d, const struct model *m, const struct goal *g)
{
	const char *dimensions = "";
	for (size_t k = 0; k < g->dimensions.count; k++)
		words_append(&d->arena, &dimensions, k + 1 == g->dimensions.count ? " och " : ", ", plan_dimension(&d->arena, g->dimensions.items[k]));
	doc_heading(d, 3, "%s", g->title ? g->title : "Mål utan rubrik");
	if (*dimensions)
		doc_paragraph(d, "Målet gäller lika oavsett %s.", dimensions);
	if (g->places.count)
		doc_paragraph(d, "Gäller för %s.", words_places(&d->arena, m, &g->places));
}

static void add_goals(struct doc *d, const struct model *m, const struct plan *p)
{
	bool any = false;
	for (size_t i = 0; i < records_count(m->council, RECORD_GOAL); i++) {
		const struct goal *g = records_goal(m->council, i);
		if (!plan_has(p, &g->head, &g->carried))
			continue;
		if (!any)
			doc_heading(d, 2, "Mål");
		any = true;
		document_goal_head(d, m, g);
		if (g->indicators.count)
			document_goal_table(d, m, g);
	}
}

static const char *answers_to(struct arena *a, const struct action *act)
{
	const char *sum = "";
	for (size_t i = 0; i < act->gaps.count; i++)
		words_append(a, &sum, ", ", act->gaps.items[i]);
	for (size_t i = 0; i < act->proposals.count; i++)
		words_append(a, &sum, ", ", act->proposals.items[i]);
	return sum;
}

static void add_action(struct doc *d, struct doc_table *t, const struct model *m, const struct action *a)
{
	struct arena *arena = &d->arena;
	const struct meeting *decided = plan_meeting(m, a->meeting);
	struct doc_cell *c = doc_row(d, t);
	c[0] = plan_number_cell(d, a->nr);
	c[1] = document_cell(d, a->title);
	c[2] = document_cell(d, a->audience);
	c[3] = document_cell(d, a->owner);
	c[4] = document_cell(d, words_date(arena, a->due));
	c[5] = document_cell(d, a->status == ACTION_DONE && date_known(a->done)
	                                ? arena_printf(arena, "%s %s", action_statuses[a->status].label, words_date(arena, a->done))
	                                : plan_status_text(arena, m, a));
	c[6] = document_cell(d, answers_to(arena, a));
	c[7] = document_cell(d, decided ? words_date(arena, decided->date) : NULL);
}

/* Which of the actions a table holds. */
struct choice_of_actions {
	const struct plan *plan;   /* that belong to this plan; NULL: open ones that do not belong to `other` */
	const struct plan *other;
	const char *focus;         /* Id; NULL: those without a focus area of the plan */
	struct date closed_from;   /* what was done before is left out; DATE_NONE: nothing */
};

/* Of a plan for a later year than this one. */
static bool is_of_later(const struct model *m, const struct plan *p, const struct action *a)
{
	for (size_t i = 0; i < records_count(m->council, RECORD_PLAN); i++) {
		const struct plan *other = records_plan(m->council, i);
		if (other->year > p->year && plan_has(other, &a->head, &a->carried))
			return true;
	}
	return false;
}

static bool is_chosen(const struct model *m, const struct choice_of_actions *w, const struct action *a)
{
	bool closed_then = date_known(w->closed_from) && date_known(a->done) && date_cmp(a->done, w->closed_from) >= 0;
	if (!w->plan)
		return !plan_has(w->other, &a->head, &a->carried) && (action_is_open(a) || closed_then) && !is_of_later(m, w->other, a);
	if (!plan_has(w->plan, &a->head, &a->carried))
		return false;
	if (a->status == ACTION_DONE && date_known(a->done) && date_cmp(a->done, w->closed_from) < 0)
		return false;
	const struct focus *focus = plan_focus(m, a->focus);
	if (w->focus)
		return focus && strcmp(a->focus, w->focus) == 0;
	return !focus || !plan_has(w->plan, &focus->head, &focus->carried);
}

/* Under its heading, when there is any. */
static void add_actions(struct doc *d, const struct model *m, const struct choice_of_actions *which, const char *caption, int level,
                        const char *heading)
{
	static const struct doc_column columns[] = {
		{.name = "nr", .label = "Nr", .align = TEXT_RIGHT},
		{.name = "aktivitet", .label = "Aktivitet eller åtgärd", .heads_row = true},
		{.name = "malgrupp", .label = "Målgrupp"},
		{.name = "ansvarig", .label = "Ansvarig"},
		{.name = "senast", .label = "Klart senast", .keep = true},
		{.name = "status", .label = "Status"},
		{.name = "svarar_mot", .label = "Svarar mot"},
		{.name = "beslutad", .label = "Beslutad", .keep = true},
	};
	struct doc_table *t = NULL;
	for (size_t i = 0; i < records_count(m->council, RECORD_ACTION) && !work_stopped(d->work); i++) {
		const struct action *a = records_action(m->council, i);
		if (!is_chosen(m, which, a))
			continue;
		if (!t) {
			if (heading)
				doc_heading(d, level, "%s", heading);
			t = doc_table(d, caption, columns, sizeof columns / sizeof *columns);
		}
		add_action(d, t, m, a);
	}
	if (t)
		document_hide_empty(t);
	else if (!heading)
		doc_paragraph(d, "Inga aktiviteter är inlagda.");
}

void document_focus_areas(struct doc *d, const struct model *m, const struct plan *p, struct date closed_from)
{
	bool any = false;
	for (size_t i = 0; i < records_count(m->council, RECORD_FOCUS); i++) {
		const struct focus *f = records_focus(m->council, i);
		if (!plan_has(p, &f->head, &f->carried))
			continue;
		any = true;
		doc_heading(d, 3, "%s", f->title ? f->title : "Fokusområde utan rubrik");
		add_actions(d, m, &(struct choice_of_actions){.plan = p, .focus = f->head.id, .closed_from = closed_from}, "Aktiviteter och åtgärder i fokusområdet", 0,
		            NULL);
	}
	add_actions(d, m, &(struct choice_of_actions){.plan = p, .closed_from = closed_from}, any ? "Aktiviteter och åtgärder utan fokusområde" : "Planens innehåll", 3,
	            any ? "Övriga aktiviteter och åtgärder" : NULL);
	add_actions(d, m, &(struct choice_of_actions){.other = p, .closed_from = closed_from}, "Aktiviteter och åtgärder ur andra planer", 3,
	            date_known(closed_from) ? "Ur andra planer" : "Öppet ur andra planer");
}

/* What the numbers in the column Svarar mot are. */
static void add_gaps(struct doc *d, const struct model *m)
{
	struct strings said = {0};
	for (size_t i = 0; i < records_count(m->council, RECORD_ACTION); i++) {
		const struct action *a = records_action(m->council, i);
		for (size_t k = 0; k < a->gaps.count; k++) {
			const struct gap *g = model_gap(m, a->gaps.items[k]);
			if (!g || strings_has(&said, a->gaps.items[k]))
				continue;
			if (!said.count)
				doc_heading(d, 2, "Brister som planen svarar mot");
			strings_add(&said, a->gaps.items[k], &d->arena);
			doc_item(d, "%s %s: %s", g->head.id, service_choices[g->service].label, g->text ? g->text : words_degree(g));
		}
	}
}

static void add_incomplete(struct doc *d, const struct model *m)
{
	bool any = false;
	for (size_t i = 0; i < records_count(m->council, RECORD_ACTION) && !work_stopped(d->work); i++) {
		const struct action *a = records_action(m->council, i);
		if (!action_is_incomplete(a))
			continue;
		if (!any)
			doc_heading(d, 2, "Att komplettera");
		any = true;
		doc_item(d, "%s%s: %s saknas", a->title ? a->title : "Utan rubrik",
		         a->nr == FIELD_INT_NONE ? "" : arena_printf(&d->arena, " (nr %lld)", (long long)a->nr), plan_lacking(a));
	}
}

bool document_plan(struct doc *d, const struct model *m, const struct document_question *q, struct error *e)
{
	const struct plan *p = plan_for_year(m->council, m->year ? m->year : m->today.year);
	(void)q;
	if (!p)
		return error_set(e, ERROR_NOT_FOUND, _("Rådet har ingen handlingsplan. Lägg till en fil i mappen plan."));
	doc_heading(d, 1, "%s", p->title ? p->title : "Handlingsplan");
	doc_subtitle(d, "%s", document_council(m));
	add_commission(d, m, p);
	add_goals(d, m, p);
	doc_heading(d, 2, "Fokusområden och aktiviteter");
	document_focus_areas(d, m, p, DATE_NONE);
	add_gaps(d, m);
	add_incomplete(d, m);
	return true;
}
