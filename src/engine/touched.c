/* touched.c - which verdicts two sets give differently. */
#include "engine.h"

#include <stdlib.h>

static bool same_number(struct indikator_number a, struct indikator_number b)
{
	return a.num == b.num && a.den == b.den;
}

static bool same_coverage(const struct indikator_coverage *a, const struct indikator_coverage *b)
{
	return a->known == b->known && a->total == b->total && a->met == b->met && a->partly == b->partly &&
	       a->missing == b->missing && a->unknown == b->unknown;
}

static bool same_verdict(const struct indikator_verdict *a, const struct indikator_verdict *b)
{
	return a->status == b->status && a->rule == b->rule && same_number(a->value, b->value) &&
	       same_number(a->numerator, b->numerator) && same_number(a->denominator, b->denominator) &&
	       a->distance_known == b->distance_known && a->distance == b->distance &&
	       a->distance_high == b->distance_high && a->need == b->need && a->received == b->received &&
	       a->over == b->over && a->contradicted == b->contradicted && a->elsewhere == b->elsewhere &&
	       same_number(a->change, b->change) && same_coverage(&a->inhabitants, &b->inhabitants) &&
	       same_coverage(&a->municipalities, &b->municipalities);
}

/* The verdicts of one definition at the places, before and then after. */
struct comparison {
	struct indikator_verdict *before;
	size_t at;
	struct indikator_touched *items;
	size_t count, cap;
};

static bool keep(const struct indikator_verdict *v, void *context)
{
	struct comparison *c = context;

	c->before[c->at++] = *v;
	return true;
}

static bool add(struct comparison *c, const struct indikator_verdict *before, const struct indikator_verdict *after)
{
	if (c->count == c->cap) {
		size_t cap = c->cap ? 2 * c->cap : 32;
		struct indikator_touched *items = realloc(c->items, cap * sizeof *items);

		if (!items)
			return false;
		c->items = items;
		c->cap = cap;
	}
	c->items[c->count++] = (struct indikator_touched){after->place, after->definition, *before, *after};
	return true;
}

static bool compare(const struct indikator_verdict *v, void *context)
{
	struct comparison *c = context;
	const struct indikator_verdict *before = &c->before[c->at++];

	return same_verdict(before, v) || add(c, before, v);
}

static int by_place(const void *a, const void *b)
{
	const struct indikator_touched *x = a, *y = b;

	return x->place != y->place ? (x->place > y->place) - (x->place < y->place)
				    : (x->definition > y->definition) - (x->definition < y->definition);
}

static bool compare_all(struct comparison *c, const struct indikator_set *before, const struct indikator_set *after,
			const int *places, size_t count, const struct indikator_question *q)
{
	for (int d = 0; (size_t)d < before->data.definitions_count; d++) {
		const struct indikator_batch batch = {
		    .definitions = &d, .definitions_count = 1, .places = places, .places_count = count};

		c->at = 0;
		if (!indikator_evaluate_all(before, q, &batch, keep, c))
			return false;
		c->at = 0;
		if (!indikator_evaluate_all(after, q, &batch, compare, c))
			return false;
	}
	return true;
}

bool indikator_touched(const struct indikator_set *before, const struct indikator_set *after, int outer,
		       const struct indikator_question *question, struct indikator_touched **list, size_t *count)
{
	struct indikator_question q = *question;
	int *places = engine_alloc(before->data.places_count, sizeof *places);
	struct comparison c = {.before = engine_alloc(before->data.places_count, sizeof *c.before)};
	size_t n = 0;
	bool ok;

	q.ranked = false;
	for (size_t p = 0; places && p < before->data.places_count; p++)
		if (outer < 0 || indikator_within(before, (int)p, outer))
			places[n++] = (int)p;
	ok = places && c.before && (!n || compare_all(&c, before, after, places, n, &q));
	if (ok && c.count)
		qsort(c.items, c.count, sizeof *c.items, by_place);
	if (!ok) {
		free(c.items);
		c.items = NULL;
		c.count = 0;
	}
	free(places);
	free(c.before);
	*list = c.items;
	*count = c.count;
	return ok;
}
