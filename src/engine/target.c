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

/* A target in what the numerator is counted in: what it is when the value stands there. */
static struct target numerator_at(const struct target *by_factor, const struct indikator_verdict *v)
{
	struct num denominator = engine_exact(v->denominator);

	return (struct target){.low = num_mul(by_factor->low, denominator), .high = num_mul(by_factor->high, denominator)};
}

static struct target by_factor(const struct target *t, struct num factor)
{
	return (struct target){.low = num_div(t->low, factor), .high = num_div(t->high, factor)};
}

/* What the numerator lacks (or has too much of) to be `at`. Never below zero. */
static struct num shortfall(const struct indikator_definition *d, const struct indikator_verdict *v, struct num at)
{
	struct num gap = num_sub(at, engine_exact(v->numerator));

	if (d->direction == INDIKATOR_AT_MOST)
		gap = num_sub(num_int(0), gap);
	if (num_known(gap) && gap.num < 0)
		gap = num_int(0);
	return gap;
}

/* `at` is the target as numerator_at gives it. */
static void measure_distance(const struct indikator_definition *d, const struct indikator_verdict *v,
			     const struct target *at, struct indikator_standing *s)
{
	struct num low, high;

	if (d->direction == INDIKATOR_DESCRIPTIVE)
		return;
	low = shortfall(d, v, at->low);
	if (!num_known(low))
		return;
	high = shortfall(d, v, at->high);
	s->distance = num_whole(low, NUM_CEIL);
	s->distance_high = num_known(high) ? num_whole(high, NUM_CEIL) : s->distance;
	s->distance_known = true;
}

struct indikator_standing indikator_stand(const struct indikator_definition *definition,
					  const struct indikator_verdict *verdict, struct indikator_number target,
					  struct indikator_number target_high)
{
	const struct target t = {.low = engine_num(target), .high = engine_num(target_high)};
	const struct target scaled = by_factor(&t, engine_factor(definition));
	const struct target at = numerator_at(&scaled, verdict);
	struct num value = engine_exact(verdict->value);
	struct indikator_standing s = {.status = INDIKATOR_STATUS_UNKNOWN};

	if (definition->kind == INDIKATOR_SERVICE || !num_known(value))
		return s;
	judge(definition, value, &t, &s);
	measure_distance(definition, verdict, &at, &s);
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

/* As indikator_stand; a need counts whole persons instead (need.c). */
static void stand(const struct indikator_definition *d, struct indikator_verdict *v, const struct target *t,
		  const struct target *at)
{
	struct indikator_standing s = {0};

	judge(d, engine_exact(v->value), t, &s);
	v->status = s.status;
	v->rule = s.status == INDIKATOR_STATUS_NONE ? INDIKATOR_RULE_NO_TARGET : INDIKATOR_RULE_VALUE;
	v->over = s.over;
	if (d->kind != INDIKATOR_RATIO)
		return;
	measure_distance(d, v, at, &s);
	v->distance = s.distance;
	v->distance_high = s.distance_high;
	v->distance_known = s.distance_known;
}

static void require(const struct indikator_definition *d, struct indikator_verdict *v, const struct target *at)
{
	if (d->kind != INDIKATOR_RATIO || d->direction == INDIKATOR_DESCRIPTIVE || !num_known(at->low))
		return;
	v->required = num_whole(at->low, NUM_CEIL);
	v->required_high = num_known(at->high) ? num_whole(at->high, NUM_CEIL) : v->required;
	v->required_known = true;
}

void engine_verdict_target(const struct ask *ask, struct indikator_verdict *v)
{
	struct target scaled, at;
	const struct target t = target_of(ask, v, &scaled);

	at = numerator_at(&scaled, v);
	require(ask->definition, v, &at);
	if (num_known(engine_exact(v->value)))
		stand(ask->definition, v, &t, &at);
}

/* The newest target for the place (-1: of the definition) that has begun; NULL when none has. It decides also when it
 * has ended: an older one that it replaced does not come back. */
static const struct indikator_target *newest(const struct ask *ask, int place, int definition)
{
	const struct indikator_data *data = &ask->set->data;
	const struct indikator_target *best = NULL;

	for (size_t i = 0; i < data->targets_count; i++) {
		const struct indikator_target *t = &data->targets[i];

		if (t->place != place || t->definition != definition || t->valid_from > ask->date)
			continue;
		if (!best || t->valid_from >= best->valid_from)
			best = t;
	}
	return best;
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
