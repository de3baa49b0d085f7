/* trend.c - the years of a place, one verdict a year. */
#include "engine.h"

#include <stdlib.h>

#define YEAR_MOST 9999

/* True when some observation is of the year, or services are known by then. */
static bool candidate(const struct indikator_set *set, const struct indikator_definition *d, int year)
{
	if (d->service && set->first && year >= set->first / 10000)
		return true;
	for (size_t i = 0; i < set->years_count; i++)
		if (set->years[i] == year)
			return true;
	return false;
}

/* The first and the last year that can be in a trend; none when first > last. */
struct span {
	int first, last;
};

static struct span span_of(const struct indikator_set *set, const struct indikator_definition *d,
			   const struct indikator_question *q)
{
	struct span s = {.first = YEAR_MOST, .last = q->year ? q->year : q->today / 10000};

	if (set->years_count)
		s.first = set->years[set->years_count - 1];
	if (d->service && set->first && set->first / 10000 < s.first)
		s.first = set->first / 10000;
	if (!s.last && set->years_count)
		s.last = set->years[0];
	return s;
}

/* Whether something is known of the year, or is said to be unknown. */
static bool worth(const struct ask *ask, const struct indikator_verdict *v, int year)
{
	const struct indikator_definition *d = ask->definition;

	if (d->kind == INDIKATOR_SERVICE)
		return ask->set->first && year >= ask->set->first / 10000;
	return num_known(engine_num(v->value)) || v->status > INDIKATOR_STATUS_UNKNOWN ||
	       engine_mentioned(ask, v->place, year);
}

static void keep(struct indikator_point *points, size_t max, size_t *count, const struct indikator_verdict *v, int year)
{
	if (*count == max) { /* the oldest gives way */
		for (size_t i = 1; i < max; i++)
			points[i - 1] = points[i];
		--*count;
	}
	points[(*count)++] = (struct indikator_point){.year = year,
						      .status = v->status,
						      .value = v->value,
						      .change = v->change,
						      .municipalities = v->municipalities,
						      .inhabitants = v->inhabitants};
}

bool indikator_trend(const struct indikator_set *set, int place, int definition,
		     const struct indikator_question *question, struct indikator_point *points, size_t max,
		     size_t *count)
{
	struct indikator_question q = *question;
	struct ask ask;
	struct span span;

	*count = 0;
	if (definition < 0 || (size_t)definition >= set->data.definitions_count)
		return false;
	ask = engine_ask_about(&(struct ask){.set = set, .question = &q}, definition);
	span = span_of(set, ask.definition, question);
	q.ranked = false;
	for (int year = span.first; max && year <= span.last; year++) {
		struct indikator_verdict v;

		q.year = year;
		if (year == 0 || !candidate(set, ask.definition, year)) /* 0 would ask for the newest */
			continue;
		if (!indikator_evaluate(set, place, definition, &q, &v))
			return false;
		if (worth(&ask, &v, year))
			keep(points, max, count, &v, year);
		indikator_verdict_release(&v);
	}
	return true;
}
