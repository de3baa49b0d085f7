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

/* What the numerator is when the value stands at `target`; unknown when it cannot be told. */
static struct num numerator_at(const struct indikator_definition *d, const struct indikator_verdict *v,
			       struct num target)
{
	return num_mul(num_div(target, engine_factor(d)), engine_num(v->denominator));
}

/* What the numerator lacks (or has too much of) to stand at `target`. Never below zero. */
static struct num shortfall(const struct indikator_definition *d, const struct indikator_verdict *v, struct num target)
{
	struct num gap = num_sub(numerator_at(d, v, target), engine_num(v->numerator));

	if (d->direction == INDIKATOR_AT_MOST)
		gap = num_sub(num_int(0), gap);
	if (num_known(gap) && num_cmp(gap, num_int(0)) < 0)
		gap = num_int(0);
	return gap;
}

static void measure_distance(const struct indikator_definition *d, const struct indikator_verdict *v,
			     const struct target *t, struct indikator_standing *s)
{
	struct num low, high;

	if (d->direction == INDIKATOR_DESCRIPTIVE)
		return;
	low = shortfall(d, v, t->low);
	if (!num_known(low))
		return;
	high = shortfall(d, v, t->high);
	s->distance = num_whole(low, NUM_CEIL);
	s->distance_high = num_known(high) ? num_whole(high, NUM_CEIL) : s->distance;
	s->distance_known = true;
}

struct indikator_standing indikator_stand(const struct indikator_definition *definition,
					  const struct indikator_verdict *verdict, struct indikator_number target,
					  struct indikator_number target_high)
{
	const struct target t = {.low = engine_num(target), .high = engine_num(target_high)};
	struct num value = engine_num(verdict->value);
	struct indikator_standing s = {.status = INDIKATOR_STATUS_UNKNOWN};

	if (definition->kind == INDIKATOR_SERVICE || !num_known(value))
		return s;
	judge(definition, value, &t, &s);
	measure_distance(definition, verdict, &t, &s);
	return s;
}

void engine_verdict_target(const struct indikator_definition *d, struct indikator_verdict *v)
{
	struct indikator_standing s = indikator_stand(d, v, v->target, v->target_high);

	v->status = s.status;
	v->rule = s.status == INDIKATOR_STATUS_NONE ? INDIKATOR_RULE_NO_TARGET : INDIKATOR_RULE_VALUE;
	v->over = s.over;
	if (d->kind != INDIKATOR_RATIO) /* a need counts whole persons: need.c */
		return;
	v->distance = s.distance;
	v->distance_high = s.distance_high;
	v->distance_known = s.distance_known;
}

void engine_verdict_required(const struct indikator_definition *d, struct indikator_verdict *v)
{
	struct num low = numerator_at(d, v, engine_num(v->target)),
		   high = numerator_at(d, v, engine_num(v->target_high));

	if (d->kind != INDIKATOR_RATIO || d->direction == INDIKATOR_DESCRIPTIVE || !num_known(low))
		return;
	v->required = num_whole(low, NUM_CEIL);
	v->required_high = num_known(high) ? num_whole(high, NUM_CEIL) : v->required;
	v->required_known = true;
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
