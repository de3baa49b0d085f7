/* target.c - a value against its target, and how many whole units it is from it. */
#include "engine.h"

static void give(struct indikator_verdict *v, enum indikator_status status, enum indikator_rule rule)
{
	v->status = status;
	v->rule = rule;
}

static bool exactly_zero(struct num value)
{
	return num_cmp(value, num_int(0)) == 0;
}

/* The status of a known value (DESIGN section 2). Zero is missing only where more is better. */
static void judge(const struct indikator_definition *d, struct indikator_verdict *v)
{
	struct num value = engine_num(v->value), target = engine_num(d->target);
	struct num high = engine_num(d->target_high);

	if (d->direction == INDIKATOR_DESCRIPTIVE) {
		give(v, INDIKATOR_STATUS_NONE, INDIKATOR_RULE_NO_TARGET);
	} else if (!num_known(target)) {
		if (d->direction == INDIKATOR_AT_LEAST && exactly_zero(value))
			give(v, INDIKATOR_STATUS_MISSING, INDIKATOR_RULE_VALUE);
		else
			give(v, INDIKATOR_STATUS_NONE, INDIKATOR_RULE_NO_TARGET);
	} else if (d->direction == INDIKATOR_AT_MOST) {
		give(v, num_cmp(value, target) <= 0 ? INDIKATOR_STATUS_MET : INDIKATOR_STATUS_PARTLY,
		     INDIKATOR_RULE_VALUE);
	} else if (num_cmp(value, target) >= 0) {
		give(v, INDIKATOR_STATUS_MET, INDIKATOR_RULE_VALUE);
		v->over = d->direction == INDIKATOR_WITHIN && num_known(high) && num_cmp(value, high) > 0;
	} else {
		give(v, exactly_zero(value) ? INDIKATOR_STATUS_MISSING : INDIKATOR_STATUS_PARTLY, INDIKATOR_RULE_VALUE);
	}
}

/* What the numerator lacks (or has too much of) to stand at `target`; unknown when it cannot be
 * told. Never below zero. */
static struct num shortfall(const struct indikator_definition *d, const struct indikator_verdict *v, struct num target)
{
	struct num at = num_mul(num_div(target, engine_factor(d)), engine_num(v->denominator));
	struct num gap = num_sub(at, engine_num(v->numerator));

	if (d->direction == INDIKATOR_AT_MOST)
		gap = num_sub(num_int(0), gap);
	if (num_known(gap) && num_cmp(gap, num_int(0)) < 0)
		gap = num_int(0);
	return gap;
}

static void measure_distance(const struct indikator_definition *d, struct indikator_verdict *v)
{
	struct num low, high;

	if (d->direction == INDIKATOR_DESCRIPTIVE)
		return;
	low = shortfall(d, v, engine_num(d->target));
	if (!num_known(low))
		return;
	high = shortfall(d, v, engine_num(d->target_high));
	v->distance = num_whole(low, NUM_CEIL);
	v->distance_high = num_known(high) ? num_whole(high, NUM_CEIL) : v->distance;
	v->distance_known = true;
}

void engine_verdict_target(const struct indikator_definition *d, struct indikator_verdict *v)
{
	judge(d, v);
	if (d->kind == INDIKATOR_RATIO)
		measure_distance(d, v);
}
