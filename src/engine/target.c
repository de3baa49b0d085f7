/* target.c - a value against a target, and how many whole units it is from it. */
#include "engine.h"

/* The ends of a target; the upper is unknown unless it is a range. */
struct target {
	struct num low, high;
};

static bool exactly_zero(struct num value)
{
	return num_cmp(value, num_int(0)) == 0;
}

/* The status of a known value (DESIGN section 2). Zero is missing only where more is better. */
static void judge(const struct indikator_definition *d, struct num value, const struct target *t,
		  struct indikator_standing *s)
{
	s->status = INDIKATOR_STATUS_NONE;
	if (d->direction == INDIKATOR_DESCRIPTIVE)
		return;
	if (!num_known(t->low)) {
		if (d->direction == INDIKATOR_AT_LEAST && exactly_zero(value))
			s->status = INDIKATOR_STATUS_MISSING;
	} else if (d->direction == INDIKATOR_AT_MOST) {
		s->status = num_cmp(value, t->low) <= 0 ? INDIKATOR_STATUS_MET : INDIKATOR_STATUS_PARTLY;
	} else if (num_cmp(value, t->low) >= 0) {
		s->status = INDIKATOR_STATUS_MET;
		s->over = d->direction == INDIKATOR_WITHIN && num_known(t->high) && num_cmp(value, t->high) > 0;
	} else {
		s->status = exactly_zero(value) ? INDIKATOR_STATUS_MISSING : INDIKATOR_STATUS_PARTLY;
	}
}

static struct target by_factor(const struct target *t, struct num factor)
{
	return (struct target){.low = num_div(t->low, factor), .high = num_div(t->high, factor)};
}

/* What a ratio is made of. */
struct fraction {
	struct num numerator, denominator;
};

/* What the numerator is, in whole units rounded up or down, when the value stands at `end` (by the factor); false when
 * that is unknown. */
static bool whole_at(const struct fraction *f, struct num end, enum num_rounding rule, int64_t *whole)
{
	struct num at;

	if (f->denominator.den == 1)
		return num_whole_times(end, f->denominator.num, rule, whole);
	at = num_mul(end, f->denominator);
	if (num_known(at))
		*whole = num_whole(at, rule);
	return num_known(at);
}

/* How many whole units the numerator lacks, or has too many of, to be at `end`. Never below zero. False when unknown. */
static bool shortfall(const struct indikator_definition *d, const struct fraction *f, struct num end, int64_t *whole)
{
	bool most = d->direction == INDIKATOR_AT_MOST;
	struct num gap;
	int64_t at;

	if (f->numerator.den == 1 && whole_at(f, end, most ? NUM_FLOOR : NUM_CEIL, &at)) {
		gap = num_sub(most ? f->numerator : num_int(at), most ? num_int(at) : f->numerator);
	} else {
		gap = num_sub(num_mul(end, f->denominator), f->numerator);
		if (most)
			gap = num_sub(num_int(0), gap);
	}
	if (num_known(gap))
		*whole = gap.num < 0 ? 0 : num_whole(gap, NUM_CEIL);
	return num_known(gap);
}

/* `by_factor` is the target divided by the factor. */
static void measure_distance(const struct indikator_definition *d, const struct fraction *f,
			     const struct target *by_factor, struct indikator_standing *s)
{
	if (d->direction == INDIKATOR_DESCRIPTIVE || !shortfall(d, f, by_factor->low, &s->distance))
		return;
	if (!shortfall(d, f, by_factor->high, &s->distance_high))
		s->distance_high = s->distance;
	s->distance_known = true;
}

struct indikator_standing indikator_stand(const struct indikator_definition *definition,
					  const struct indikator_verdict *verdict, struct indikator_number target,
					  struct indikator_number target_high)
{
	const struct target t = {.low = engine_num(target), .high = engine_num(target_high)};
	const struct target scaled = by_factor(&t, engine_factor(definition));
	const struct fraction f = {engine_exact(verdict->numerator), engine_exact(verdict->denominator)};
	struct num value = engine_exact(verdict->value);
	struct indikator_standing s = {.status = INDIKATOR_STATUS_UNKNOWN};

	if (definition->kind == INDIKATOR_SERVICE || !num_known(value))
		return s;
	judge(definition, value, &t, &s);
	measure_distance(definition, &f, &scaled, &s);
	return s;
}

static bool same_number(struct indikator_number a, struct indikator_number b)
{
	return a.num == b.num && a.den == b.den;
}

/* The verdict's target and the same by the factor; the definition's own is worked out when the set is built. */
static struct target target_of(const struct ask *ask, const struct indikator_verdict *v, struct target *scaled)
{
	const struct indikator_definition *d = ask->definition;
	const struct definition_numbers *n = ask->numbers;
	struct target t = {.low = n->target, .high = n->target_high};

	*scaled = (struct target){.low = n->target_by_factor, .high = n->target_high_by_factor};
	if (same_number(v->target, d->target) && same_number(v->target_high, d->target_high))
		return t;
	t = (struct target){.low = engine_num(v->target), .high = engine_num(v->target_high)};
	*scaled = by_factor(&t, n->factor);
	return t;
}

static void require(const struct fraction *f, const struct target *by_factor, struct indikator_verdict *v)
{
	if (!whole_at(f, by_factor->low, NUM_CEIL, &v->required))
		return;
	if (!whole_at(f, by_factor->high, NUM_CEIL, &v->required_high))
		v->required_high = v->required;
	v->required_known = true;
}

/* As indikator_stand; a need counts whole persons instead (need.c). */
void engine_verdict_target(const struct ask *ask, const struct figures *figures, struct indikator_verdict *v)
{
	const struct indikator_definition *d = ask->definition;
	const struct fraction f = {figures->numerator, figures->denominator};
	struct indikator_standing s = {0};
	struct target scaled;
	const struct target t = target_of(ask, v, &scaled);
	bool counted = d->kind == INDIKATOR_RATIO && d->direction != INDIKATOR_DESCRIPTIVE && num_known(t.low);

	if (counted)
		require(&f, &scaled, v);
	if (!num_known(figures->value))
		return;
	judge(d, figures->value, &t, &s);
	v->status = s.status;
	v->rule = s.status == INDIKATOR_STATUS_NONE ? INDIKATOR_RULE_NO_TARGET : INDIKATOR_RULE_VALUE;
	v->over = s.over;
	if (!counted)
		return;
	measure_distance(d, &f, &scaled, &s);
	v->distance = s.distance;
	v->distance_high = s.distance_high;
	v->distance_known = s.distance_known;
}

int engine_target_order(const void *a, const void *b)
{
	const struct dated_target *x = a, *y = b;

	if (x->definition != y->definition)
		return x->definition < y->definition ? -1 : 1;
	if (x->place != y->place)
		return x->place < y->place ? -1 : 1;
	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return (x->index > y->index) - (x->index < y->index);
}

/* The newest target for the place (-1: of the definition) that has begun; NULL when none has. It decides also when it
 * has ended: an older one that it replaced does not come back. */
static const struct indikator_target *newest(const struct ask *ask, int place, int definition)
{
	const struct indikator_data *data = &ask->set->data;
	const struct dated_target *targets = ask->set->targets, *last;
	const struct dated_target wanted = {definition, place, ask->date, (int)data->targets_count};
	size_t low = 0, high = data->targets_count;

	while (low < high) { /* to the first one after what is wanted */
		size_t middle = low + (high - low) / 2;

		if (engine_target_order(&targets[middle], &wanted) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	last = low ? &targets[low - 1] : NULL;
	return last && last->definition == definition && last->place == place ? &data->targets[last->index] : NULL;
}

static bool has_ended(const struct ask *ask, const struct indikator_target *t)
{
	return t->valid_to && t->valid_to < ask->date;
}

void engine_verdict_target_in_force(const struct ask *ask, struct indikator_verdict *v)
{
	const struct indikator_target *t = newest(ask, -1, v->definition);

	if (!t) {
		v->target = ask->definition->target;
		v->target_high = ask->definition->target_high;
		v->target_year = ask->definition->target_year;
	} else if (!has_ended(ask, t)) {
		v->target = t->value;
		v->target_high = t->high;
		v->target_year = t->valid_from / 10000;
	}
}

void engine_verdict_own_target(const struct ask *ask, struct indikator_verdict *v)
{
	const struct indikator_target *t = newest(ask, v->place, v->definition);

	if (!t || has_ended(ask, t))
		return;
	v->own_target = (int)(t - ask->set->data.targets);
	v->own = indikator_stand(ask->definition, v, t->value, t->high);
}
