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

struct list {
	struct indikator_touched *items;
	size_t count, cap;
};

static bool add(struct list *l, const struct indikator_touched *t)
{
	if (l->count == l->cap) {
		size_t cap = l->cap ? 2 * l->cap : 32;
		struct indikator_touched *items = realloc(l->items, cap * sizeof *items);

		if (!items)
			return false;
		l->items = items;
		l->cap = cap;
	}
	l->items[l->count++] = *t;
	return true;
}

static bool compare(struct list *l, const struct indikator_set *before, const struct indikator_set *after, int place,
		    int definition, const struct indikator_question *q)
{
	struct indikator_touched t = {.place = place, .definition = definition};
	bool ok = indikator_evaluate(before, place, definition, q, &t.before) &&
		  indikator_evaluate(after, place, definition, q, &t.after);

	indikator_verdict_release(&t.before);
	indikator_verdict_release(&t.after);
	return ok && (same_verdict(&t.before, &t.after) || add(l, &t));
}

bool indikator_touched(const struct indikator_set *before, const struct indikator_set *after, int outer,
		       const struct indikator_question *question, struct indikator_touched **list, size_t *count)
{
	struct indikator_question q = *question;
	struct list l = {0};
	bool ok = true;

	q.ranked = false;
	for (size_t p = 0; ok && p < before->data.places_count; p++)
		for (size_t d = 0; ok && d < before->data.definitions_count; d++)
			if (outer < 0 || indikator_within(before, (int)p, outer))
				ok = compare(&l, before, after, (int)p, (int)d, &q);
	if (!ok) {
		free(l.items);
		l = (struct list){0};
	}
	*list = l.items;
	*count = l.count;
	return ok;
}
