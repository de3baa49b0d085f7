/* document_year.c - the year plan: when the council meets, what it is to reach, do, answer, teach and report. */
#include "annual.h"
#include "goals.h"
#include "judge.h"
#include "plan_local.h"
#include "words.h"

#include <string.h>

/* ---- meetings ---------------------------------------------------------------- */

static bool is_meeting(const struct record *r, const struct annual *y)
{
	const struct meeting *mt = (const void *)r;
	return mt->date.year == y->year && mt->status != MEETING_CANCELLED;
}

static void say_quota(struct doc *d, const struct annual *y)
{
	struct arena *a = &d->arena;
	struct meeting_quota q = meeting_quota(y->m.council, y->plan, y->year);
	const char *asked = annual_days(a, q.half_days, q.full_days);
	int64_t half = q.half_days == FIELD_INT_NONE ? 0 : q.half_days - q.planned_half;
	int64_t full = q.full_days == FIELD_INT_NONE ? 0 : q.full_days - q.planned_full;
	const char *left = annual_days(a, half, full);
	if (!*asked)
		doc_paragraph(d, "Planen anger inte hur många möten rådet ska ha.");
	else if (*left)
		doc_paragraph(d, "Planen anger %s. Kvar att lägga in: %s.", asked, left);
	else
		doc_paragraph(d, "Planen anger %s, och alla är inlagda.", asked);
}

static void add_meetings(struct doc *d, const struct annual *y)
{
	static const struct doc_column columns[] = {
		{.name = "datum", .label = "Dag", .keep = true, .heads_row = true}, {.name = "vecka", .label = "Vecka", .align = TEXT_RIGHT},
		{.name = "tid", .label = "Tid", .keep = true}, {.name = "typ", .label = "Typ"},
		{.name = "mote", .label = "Möte"}, {.name = "plats", .label = "Plats"},
	};
	const struct record **rows;
	size_t n = annual_by_date(d, y->m.council, RECORD_MEETING, is_meeting, y, &rows);
	doc_heading(d, 2, "Möten");
	say_quota(d, y);
	if (!n) {
		doc_paragraph(d, "Inga möten är inlagda för %d.", y->year);
		return;
	}
	struct doc_table *t = doc_table(d, "Årets möten", columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < n; i++) {
		const struct meeting *mt = (const void *)rows[i];
		struct doc_cell *c = doc_row(d, t);
		c[0] = annual_day_cell(d, mt->date);
		c[1] = doc_number(d, num_int(date_iso_week(mt->date, NULL)), 0, NUM_HALF_UP);
		c[2] = document_cell(d, document_times(&d->arena, mt));
		c[3] = document_cell(d, mt->type == MEETING_UNSTATED ? NULL : meeting_types[mt->type].label);
		c[4] = document_cell(d, mt->title);
		c[5] = document_cell(d, mt->place);
	}
	document_hide_empty(t);
}

/* ---- goals and what is to be done ------------------------------------------------ */

/* What is to be reached: the council's own target, else the national level of the year. */
static const char *to_reach(struct arena *a, const struct model *m, const struct goal_matrix *x, int indicator)
{
	struct indikator_verdict v;
	if (x->own)
		return goal_target_words(a, m, indicator, (struct indikator_number){x->low.num, x->low.den},
		                         (struct indikator_number){x->high.num, x->high.den},
		                         x->goal->target_year == FIELD_INT_NONE ? 0 : (int)x->goal->target_year);
	judge(m, x->places_count ? x->places[0] : 0, indicator, false, &v);
	const char *text = v.target.den ? goal_target_words(a, m, indicator, v.target, v.target_high, 0) : "";
	indikator_verdict_release(&v);
	return text;
}

static void add_targets(struct doc *d, const struct model *m, const struct goal *g)
{
	static const struct doc_column columns[] = {
		{.name = "indikator", .label = "Indikator", .heads_row = true},
		{.name = "mal", .label = "Att nå"},
		{.name = "nar", .label = "Når i dag", .align = TEXT_RIGHT},
	};
	struct goal_matrix x = goal_matrix(&d->arena, m, g);
	struct doc_table *t = x.indicators_count ? doc_table(d, "Indikatorer, och hur många platser som når målet", columns, 3) : NULL;
	for (size_t i = 0; i < x.indicators_count; i++) {
		struct goal_squares s = goal_count(m, &x, x.indicators[i]);
		struct doc_cell *c = doc_row(d, t);
		c[0] = document_cell(d, m->reference->indicators[x.indicators[i]].title);
		c[1] = document_cell(d, to_reach(&d->arena, m, &x, x.indicators[i]));
		c[2] = document_cell(d, s.unknown == s.total ? "okänt"
		                                             : arena_printf(&d->arena, "%s av %s", words_count(&d->arena, s.met, NULL),
		                                                            words_count(&d->arena, s.total, NULL)));
	}
}

static void add_goals(struct doc *d, const struct annual *y)
{
	size_t n = 0;
	doc_heading(d, 2, "Mål");
	for (size_t i = 0; y->plan && i < records_count(y->m.council, RECORD_GOAL); i++) {
		const struct goal *g = records_goal(y->m.council, i);
		if (!plan_has(y->plan, &g->head, &g->carried))
			continue;
		n++;
		document_goal_head(d, &y->m, g);
		add_targets(d, &y->m, g);
	}
	if (!n)
		doc_paragraph(d, "Inga mål är antecknade.");
}

static void add_activities(struct doc *d, const struct annual *y)
{
	doc_heading(d, 2, "Aktiviteter");
	if (!y->plan) {
		doc_paragraph(d, "Rådet har ingen handlingsplan.");
		return;
	}
	if (y->plan->year != y->year)
		doc_paragraph(d, "Ingen plan är antagen för %d. Det som följer är ur planen för %lld.", y->year, (long long)y->plan->year);
	document_focus_areas(d, &y->m, y->plan, year_first(y->year));
}

/* ---- what comes from outside, and what goes out -------------------------------------- */

static bool is_to_answer(const struct record *r, const struct annual *y)
{
	const struct referral *f = (const void *)r;
	return !date_known(f->sent) && !(date_known(f->due) && date_cmp(f->due, year_last(y->year)) > 0);
}

static void add_referrals(struct doc *d, const struct annual *y)
{
	const struct record **rows;
	size_t n = annual_by_date(d, y->m.council, RECORD_REFERRAL, is_to_answer, y, &rows);
	doc_heading(d, 2, "Remisser att besvara");
	for (size_t i = 0; i < n; i++) {
		const struct referral *r = (const void *)rows[i];
		doc_item(d, "%s%s%s, svar senast den %s", r->title, r->sender ? ", från " : "", r->sender ? r->sender : "",
		         words_day(&d->arena, r->due));
	}
	if (!n)
		doc_paragraph(d, "Inga remisser väntar på svar.");
}

static bool is_education(const struct record *r, const struct annual *y)
{
	return ((const struct education *)(const void *)r)->date.year == y->year;
}

static void add_education(struct doc *d, const struct annual *y)
{
	static const struct doc_column columns[] = {
		{.name = "datum", .label = "Dag", .keep = true}, {.name = "vad", .label = "Vad", .heads_row = true},
		{.name = "slag", .label = "Slag"}, {.name = "malgrupp", .label = "Målgrupp"},
	};
	const struct record **rows;
	size_t n = annual_by_date(d, y->m.council, RECORD_EDUCATION, is_education, y, &rows);
	struct doc_table *t = NULL;
	doc_heading(d, 2, "Utbildning");
	if (!n)
		doc_paragraph(d, "Ingen utbildning är inlagd för %d.", y->year);
	else
		t = doc_table(d, "Årets utbildningar", columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < n; i++) {
		const struct education *e = (const void *)rows[i];
		struct doc_cell *c = doc_row(d, t);
		c[0] = annual_day_cell(d, e->date);
		c[1] = document_cell(d, e->title);
		c[2] = document_cell(d, education_kinds[e->kind].label);
		c[3] = document_cell(d, e->audience);
	}
	if (t)
		document_hide_empty(t);
}

/* "Årsplanen lämnas till Länsstyrgruppen senast den 28 februari 2027."; false when neither is known. */
static bool say_handed(struct doc *d, const char *what, const char *to, struct date due)
{
	struct arena *a = &d->arena;
	bool who = to && *to;
	if (!who && !date_known(due))
		return false;
	doc_item(d, "%s lämnas%s%s%s.", what, who ? " till " : "", who ? to : "",
	         date_known(due) ? arena_printf(a, " senast den %s", words_day(a, due)) : "");
	return true;
}

static void add_reporting(struct doc *d, const struct annual *y)
{
	const struct plan *p = y->plan;
	doc_heading(d, 2, "Redovisning");
	bool said = p && p->reports && *p->reports;
	if (said)
		doc_paragraph(d, "%s", p->reports);
	said = (p && say_handed(d, "Årsplanen", p->year_plan_to, p->year_plan_due)) || said;
	said = (p && say_handed(d, "Årsberättelsen", p->year_report_to, p->year_report_due)) || said;
	if (!said)
		doc_paragraph(d, "Planen säger inte när och till vem rådet redovisar.");
}

bool document_year(struct doc *d, const struct model *m, const struct document_question *q, struct error *e)
{
	struct annual y = annual_of(m, q);
	(void)e;
	doc_heading(d, 1, "Årsplan %d", y.year);
	doc_subtitle(d, "%s", document_council(m));
	if (y.plan) {
		document_pair(d, "Uppdragsgivare", y.plan->commissioner);
		if (date_known(y.plan->adopted))
			doc_pair(d, "Handlingsplan", "%s, antagen den %s", y.plan->title, words_day(&d->arena, y.plan->adopted));
		else
			doc_pair(d, "Handlingsplan", "%s", y.plan->title);
	}
	add_meetings(d, &y);
	add_goals(d, &y);
	add_activities(d, &y);
	add_referrals(d, &y);
	add_education(d, &y);
	add_reporting(d, &y);
	return true;
}
