/* annual_work.c - the annual report: activities, goals, gaps, and what nobody has stated. */
#include "annual.h"
#include "gap_local.h"
#include "goals.h"
#include "judge.h"
#include "plan_local.h"
#include "words.h"

#include "radsbord/report/reported.h"

#include <stdlib.h>
#include <string.h>

void annual_activities(struct doc *d, const struct annual *y)
{
	if (!y->plan) {
		doc_paragraph(d, "Rådet har ingen handlingsplan.");
		return;
	}
	if (y->plan->year != y->year)
		doc_paragraph(d, "Ingen plan antogs för %d. Rådet arbetade efter planen för %lld.", y->year, (long long)y->plan->year);
	document_focus_areas(d, &y->m, y->plan, year_first(y->year));
}

/* ---- goals --------------------------------------------------------------------------- */

static void say_standing(struct doc *d, const struct annual *y, const struct goal *g)
{
	struct arena *a = &d->arena;
	struct goal_matrix x = goal_matrix(a, &y->m, g);
	struct goal_squares s = goal_count(&y->m, &x, -1);
	if (!s.total)
		return;
	if (s.unknown == s.total) {
		doc_paragraph(d, "Om målet är nått är okänt: inga siffror har kommit in.");
		return;
	}
	if (s.met == s.total)
		doc_paragraph(d, "Målet är nått: alla %s når målnivån på alla %s.", words_count(a, (int64_t)x.indicators_count, "indikatorer"),
		              words_count(a, (int64_t)x.places_count, "platser"));
	else
		doc_paragraph(d, "Målet är inte nått. Av %s bedömningar (%s på %s) når %s målet%s.", words_count(a, s.total, NULL),
		              words_count(a, (int64_t)x.indicators_count, "indikatorer"), words_count(a, (int64_t)x.places_count, "platser"),
		              words_count(a, s.met, NULL),
		              s.unknown ? arena_printf(a, ", %s är okända", words_count(a, s.unknown, NULL)) : "");
	document_goal_table(d, &y->m, g);
}

void annual_goals(struct doc *d, const struct annual *y)
{
	size_t n = 0;
	for (size_t i = 0; y->plan && i < records_count(y->m.council, RECORD_GOAL); i++) {
		const struct goal *g = records_goal(y->m.council, i);
		if (!plan_has(y->plan, &g->head, &g->carried))
			continue;
		n++;
		document_goal_head(d, &y->m, g);
		say_standing(d, y, g);
	}
	if (!n)
		doc_paragraph(d, "Inga mål är antecknade.");
}

/* ---- gaps ------------------------------------------------------------------------------ */

static int council_region(const struct annual *y)
{
	const struct council_settings *s = y->m.settings;
	int region = s && s->region ? reference_place_by_code(y->m.reference, s->region) : -1;
	return region < 0 ? 0 : region;
}

static size_t list_gaps(struct doc *d, const struct annual *y, const struct records *from, bool closed)
{
	size_t n = 0;
	for (size_t i = 0; from && i < records_count(from, RECORD_GAP); i++) {
		const struct gap *g = records_gap(from, i);
		struct date day = closed ? g->to : g->from;
		if (model_outweighed(&y->m, from, RECORD_GAP, g->head.id))
			continue;
		if (g->degree == GAP_MET || !year_has(y->year, day) || date_cmp(day, y->m.today) > 0 || !gap_concerns(&y->m, g, council_region(y)))
			continue;
		doc_item(d, "%s, %s: %s (%s, %s)", service_choices[g->service].label, words_gap_where(&d->arena, &y->m, g),
		         g->text ? g->text : words_degree(g), g->head.id, words_date(&d->arena, day));
		n++;
	}
	return n;
}

/* What the plan answers, and how far it has come. */
static void list_answered(struct doc *d, const struct annual *y)
{
	struct arena *a = &d->arena;
	size_t n = 0;
	doc_heading(d, 3, "Brister som planen svarar mot");
	for (size_t i = 0; i < records_count(y->m.council, RECORD_ACTION); i++) {
		const struct action *act = records_action(y->m.council, i);
		bool shown = action_is_open(act) || year_has(y->year, act->done);
		for (size_t k = 0; shown && k < act->gaps.count; k++) {
			const struct gap *g = model_gap(&y->m, act->gaps.items[k]);
			if (!g)
				continue;
			n++;
			doc_item(d, "%s (%s): %s, %s", service_choices[g->service].label, g->head.id, words_lower(a, act->title ? act->title : "Åtgärd utan rubrik"),
			         plan_status_text(a, &y->m, act));
		}
	}
	if (!n)
		doc_paragraph(d, "Ingen åtgärd i planen svarar mot någon antecknad brist.");
}

void annual_gaps(struct doc *d, const struct annual *y)
{
	static const struct {
		const char *heading, *none;
	} parts[] = {{"Nya brister", "Inga nya brister antecknades under året."},
	             {"Brister som upphörde", "Inga brister antecknades som upphörda under året."}};
	for (int closed = 0; closed < 2; closed++) {
		doc_heading(d, 3, "%s", parts[closed].heading);
		if (list_gaps(d, y, y->m.council, closed) + list_gaps(d, y, y->m.national, closed) == 0)
			doc_paragraph(d, "%s", parts[closed].none);
	}
	list_answered(d, y);
}

/* ---- what evidence is lacking ------------------------------------------------------------ */

static bool is_unknown(const struct annual *y, int place, int indicator)
{
	struct indikator_verdict v;
	judge(&y->m, place, indicator, false, &v);
	bool unknown = v.status == INDIKATOR_STATUS_UNKNOWN || (v.status == INDIKATOR_STATUS_NONE && !v.value.den);
	indikator_verdict_release(&v);
	return unknown;
}

static void list_unknown(struct doc *d, const struct annual *y)
{
	const struct reference *r = y->m.reference;
	int *order = judge_order(&y->m), place = council_region(y);
	size_t n = 0;
	for (size_t i = 0; i < r->indicators_count; i++) {
		const struct indicator_text *t = &r->indicators[order[i]];
		if (indicator_is_of_units(t) || !is_unknown(y, place, order[i]))
			continue;
		if (!n++)
			doc_paragraph(d, "Detta är okänt för %s:", words_place(&y->m, place));
		doc_item(d, "%s", t->title);
	}
	if (!n)
		doc_paragraph(d, "Alla indikatorer är kända för %s.", words_place(&y->m, place));
	free(order);
}

/* True when the unit has given any of the figures it is asked for, of the year itself. */
static bool has_reported(const struct model *of_year, int unit)
{
	bool any = false;
	for (size_t i = 0; i < of_year->reference->indicators_count && !any; i++) {
		if (!reported_is_asked(of_year, unit, (int)i))
			continue;
		struct indikator_verdict v;
		judge(of_year, unit, (int)i, false, &v);
		any = v.value.den != 0;
		indikator_verdict_release(&v);
	}
	return any;
}

/* A unit that had closed before the year is not asked. */
static bool is_asked_unit(const struct annual *y, int place)
{
	const struct place *p = &y->m.reference->places[place];
	const struct unit *u = p->level == PLACE_UNIT && indikator_within(y->m.set, place, council_region(y)) ? model_unit(&y->m, p->code) : NULL;
	return u && !(date_known(u->to) && u->to.year < y->year);
}

static void list_silent(struct doc *d, const struct annual *y)
{
	struct arena *a = &d->arena;
	struct model of_year = y->m;
	const char *names = "";
	int64_t asked = 0, silent = 0;
	of_year.year = y->year;
	for (size_t i = 0; i < y->m.reference->places_count; i++) {
		if (!is_asked_unit(y, (int)i))
			continue;
		asked++;
		if (has_reported(&of_year, (int)i))
			continue;
		silent++;
		words_append(a, &names, "; ", y->m.reference->places[i].name);
	}
	if (!asked)
		doc_paragraph(d, "Inga enheter är kända.");
	else if (!silent)
		doc_paragraph(d, "Alla %s har lämnat uppgifter för %d.", words_count(a, asked, "enheter"), y->year);
	else if (silent == asked)
		doc_paragraph(d, "Ingen av de kända enheterna har lämnat uppgifter för %d: %s.", y->year, names);
	else
		doc_paragraph(d, "%s av %s har inte lämnat några uppgifter för %d: %s.", words_count(a, silent, NULL), words_count(a, asked, "enheter"),
		              y->year, names);
}

void annual_evidence(struct doc *d, const struct annual *y)
{
	list_unknown(d, y);
	list_silent(d, y);
}
