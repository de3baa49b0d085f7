/* annual.c - `radsbord rapport arsberattelse`: its sections in order, the council's own words first in each. */
#include "annual.h"

#include "radsbord/base/language.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

struct annual annual_of(const struct model *m, const struct document_question *q)
{
	struct annual y = {.m = *m, .asked = m->today, .year = q->year ? q->year : m->year ? m->year : m->today.year};
	struct date last = year_last(y.year);
	y.m.year = 0;
	if (date_cmp(last, m->today) < 0)
		y.m.today = last;
	y.plan = plan_for_year(m->council, y.year);
	return y;
}

const char *annual_days(struct arena *a, int64_t half, int64_t full)
{
	const char *text = "";
	if (half > 0)
		words_append(a, &text, "", words_count(a, half, "halvdagar"));
	if (full > 0)
		words_append(a, &text, " och ", words_count(a, full, "heldagar"));
	return text;
}

struct date annual_date(enum record_kind kind, const struct record *r)
{
	const void *of = r;
	switch (kind) {
	case RECORD_MEETING:
		return ((const struct meeting *)of)->date;
	case RECORD_EDUCATION:
		return ((const struct education *)of)->date;
	case RECORD_REFERRAL:
		return ((const struct referral *)of)->due;
	default:
		return DATE_NONE;
	}
}

struct dated {
	const struct record *record;
	struct date day;
	size_t at;
};

static int by_day(const void *a, const void *b)
{
	const struct dated *x = a, *y = b;
	int order = date_known(x->day) == date_known(y->day) ? date_cmp(x->day, y->day) : date_known(x->day) ? -1 : 1;
	return order ? order : (x->at > y->at) - (x->at < y->at);
}

size_t annual_by_date(struct doc *d, const struct records *r, enum record_kind kind, bool (*fits)(const struct record *, const struct annual *),
                      const struct annual *y, const struct record ***out)
{
	size_t total = records_count(r, kind), n = 0;
	struct dated *rows = mem_alloc((total + 1) * sizeof *rows);
	for (size_t i = 0; i < total; i++) {
		const struct record *one = records_at(r, kind, i);
		if (fits(one, y))
			rows[n++] = (struct dated){one, annual_date(kind, one), i};
	}
	qsort(rows, n, sizeof *rows, by_day);
	*out = arena_alloc(&d->arena, (n + 1) * sizeof **out);
	for (size_t i = 0; i < n; i++)
		(*out)[i] = rows[i].record;
	free(rows);
	return n;
}

struct doc_cell annual_day_cell(struct doc *d, struct date day)
{
	if (!date_known(day))
		return doc_unknown(d, "", "");
	const char *iso = words_date(&d->arena, day);
	return doc_text(d, arena_printf(&d->arena, "%s (%s)", iso, date_weekdays_short[date_weekday(day) - 1]), iso);
}

/* The council's own words, a paragraph a line. */
static void own_words(struct doc *d, const struct annual *y, enum year_section section)
{
	const struct year_text *t = year_text_of(y->m.council, y->year, section);
	const char *at = t && t->text ? t->text : "";
	while (*at) {
		size_t n = strcspn(at, "\n");
		if (n)
			doc_paragraph(d, "%.*s", (int)n, at);
		at += n + (at[n] == '\n');
	}
}

bool document_annual(struct doc *d, const struct model *m, const struct document_question *q, struct error *e)
{
	static annual_section *const sections[YEAR_SECTIONS] = {
		[YEAR_SUMMARY] = annual_summary,       [YEAR_COMMISSION] = annual_commission, [YEAR_MEMBERS] = annual_members,
		[YEAR_MEETINGS] = annual_meetings,     [YEAR_ACTIVITIES] = annual_activities, [YEAR_GOALS] = annual_goals,
		[YEAR_GAPS] = annual_gaps,             [YEAR_REFERRALS] = annual_referrals,   [YEAR_EDUCATION] = annual_education,
		[YEAR_FINANCES] = annual_finances,     [YEAR_EVIDENCE] = annual_evidence,     [YEAR_NEXT] = annual_next,
	};
	struct annual y = annual_of(m, q);
	if (y.year > m->today.year)
		return error_set(e, ERROR_USAGE, _("%d har inte börjat. Skriv ett år som har varit, eller radsbord rapport arsplan --ar %d."), y.year, y.year);
	doc_heading(d, 1, "Årsberättelse %d", y.year);
	doc_subtitle(d, "%s", document_council(m));
	if (date_cmp(m->today, year_last(y.year)) < 0)
		doc_paragraph(d, "Året är inte slut. Berättelsen visar läget den %s.", words_day(&d->arena, m->today));
	for (int i = 0; i < YEAR_SECTIONS; i++) {
		doc_heading(d, 2, "%s", year_sections[i].label);
		own_words(d, &y, (enum year_section)i);
		sections[i](d, &y);
	}
	return true;
}
