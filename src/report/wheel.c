/* wheel.c - the council's year: what happens on which day. */
#include "radsbord/report/wheel.h"

#include "documents_local.h"
#include "words.h"

#include "radsbord/base/language.h"
#include "radsbord/council/referral.h"

#include <stdlib.h>

struct days {
	struct figure_day *items;
	size_t count, cap;
};

static void add(struct days *days, int year, struct date date, enum figure_day_kind kind, const char *text)
{
	if (date.year == year)
		VEC_PUSH(days, ((struct figure_day){date, kind, text}));
}

static void add_meetings(struct days *days, const struct model *m, int year)
{
	for (size_t i = 0; i < records_count(m->council, RECORD_MEETING); i++) {
		const struct meeting *mt = records_meeting(m->council, i);
		if (mt->status != MEETING_CANCELLED)
			add(days, year, mt->date, FIGURE_DAY_MEETING, mt->title ? mt->title : _("Rådsmöte"));
	}
}

static void add_referrals(struct days *days, struct arena *a, const struct model *m, int year)
{
	for (size_t i = 0; i < records_count(m->council, RECORD_REFERRAL); i++) {
		const struct referral *r = records_referral(m->council, i);
		add(days, year, r->due, FIGURE_DAY_DUE, arena_printf(a, "%s%s", r->title ? r->title : _("Remiss"), date_known(r->sent) ? _(" (sänt)") : ""));
	}
	for (size_t i = 0; i < records_count(m->council, RECORD_WAYPOINT); i++) {
		const struct waypoint *w = records_waypoint(m->council, i);
		const struct record *r = w->referral ? records_find(m->council, RECORD_REFERRAL, w->referral) : NULL;
		const struct referral *of = (const void *)r;
		if (!of || date_known(of->sent))
			continue;
		add(days, year, waypoint_date(w, of), FIGURE_DAY_STEP, arena_printf(a, "%s: %s", w->title ? w->title : _("Delsteg"), of->title ? of->title : _("remiss")));
	}
}

static void add_education(struct days *days, const struct model *m, int year)
{
	for (size_t i = 0; i < records_count(m->council, RECORD_EDUCATION); i++) {
		const struct education *e = (const void *)records_at(m->council, RECORD_EDUCATION, i);
		add(days, year, e->date, FIGURE_DAY_EVENT, e->title ? e->title : _("Utbildning"));
	}
}

static int by_date(const void *a, const void *b)
{
	const struct figure_day *x = a, *y = b;
	int order = date_cmp(x->date, y->date);
	return order ? order : (int)x->kind - (int)y->kind;
}

void wheel_build(struct figure_wheel *f, struct arena *a, const struct model *m, int year)
{
	struct days days = {0};
	struct holiday free_days[HOLIDAYS_MAX];
	size_t n = holidays_of_year(year, free_days);
	for (size_t i = 0; i < n; i++)
		add(&days, year, free_days[i].date, FIGURE_DAY_FREE, _(free_days[i].name));
	if (m->council) {
		add_meetings(&days, m, year);
		add_referrals(&days, a, m, year);
		add_education(&days, m, year);
	}
	qsort(days.items, days.count, sizeof *days.items, by_date);
	struct figure_day *items = arena_alloc(a, (days.count + 1) * sizeof *items);
	for (size_t i = 0; i < days.count; i++)
		items[i] = days.items[i];
	free(days.items);
	*f = (struct figure_wheel){.year = year,
	                           .items = items,
	                           .count = days.count,
	                           .words = {[FIGURE_DAY_MEETING] = _("Möte"), [FIGURE_DAY_DUE] = _("Remissvar senast"), [FIGURE_DAY_STEP] = _("Delsteg i en remiss"),
	                                     [FIGURE_DAY_EVENT] = _("Utbildning"), [FIGURE_DAY_FREE] = _("Ledig dag eller klämdag")}};
}

/* For programs; people have the months. */
static void table(struct doc *d, const struct figure_wheel *f)
{
	static const struct doc_column columns[] = {{.name = "datum", .programs_only = true}, {.name = "vecka", .programs_only = true},
	                                            {.name = "slag", .programs_only = true}, {.name = "vad", .programs_only = true}};
	static const char *const kinds[FIGURE_DAYS] = {"mote", "remissvar", "delsteg", "utbildning", "ledig"};
	struct doc_table *t = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < f->count; i++) {
		struct doc_cell *c = doc_row(d, t);
		c[0] = doc_text(d, words_date(&d->arena, f->items[i].date), NULL);
		c[1] = doc_number(d, num_int(date_iso_week(f->items[i].date, NULL)), 0, NUM_HALF_UP);
		c[2] = doc_text(d, f->words[f->items[i].kind], kinds[f->items[i].kind]);
		c[3] = doc_text(d, f->items[i].text, NULL);
	}
}

void report_wheel(struct doc *d, const struct model *m, int year)
{
	struct figure_wheel f;
	const struct plan *plan = m->council ? plan_for_year(m->council, year) : NULL;
	wheel_build(&f, &d->arena, m, year);
	doc_heading(d, 1, _("Årshjul %d"), year);
	doc_wheel(d, &f);
	if (plan && plan->reports && *plan->reports)
		doc_paragraph(d, _("Redovisning: %s"), plan->reports);
	table(d, &f);
}

bool document_wheel(struct doc *d, const struct model *m, const struct document_question *q, struct error *e)
{
	(void)e;
	report_wheel(d, m, q->year ? q->year : m->year ? m->year : m->today.year);
	return true;
}
