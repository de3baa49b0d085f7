/* published.c - what a source printed as its own result, beside what the same rule gives. */
#include "engine.h"

#define DECIMALS_MOST 9 /* what num_round can do */

static void note(const struct ask *ask, const struct indikator_input *input, enum indikator_role role, int observation,
		 bool differs)
{
	engine_evidence_add(ask->evidence, &(struct indikator_evidence){.kind = INDIKATOR_EVIDENCE_OBSERVATION,
									.role = role,
									.index = observation,
									.measure = input->measure,
									.against = differs});
}

static void published_value(const struct ask *ask, struct indikator_verdict *v)
{
	const struct indikator_definition *d = ask->definition;
	int i = engine_stated(ask->set, &d->published, v->place, v->year, NULL);
	struct num value = engine_num(v->value);
	bool differs = false;

	if (i < 0)
		return;
	v->published = ask->set->data.observations[i].value;
	v->published_decimals = ask->set->data.observations[i].decimals;
	if (num_known(value)) {
		int printed = v->published_decimals;
		int decimals = printed < 0 ? 0 : printed > DECIMALS_MOST ? DECIMALS_MOST : printed;
		struct num same = num_round(value, decimals, (enum num_rounding)d->rounding);

		differs = num_known(same) && num_cmp(engine_num(v->published), same) != 0;
	}
	v->differs |= differs;
	note(ask, &d->published, INDIKATOR_ROLE_PUBLISHED, i, differs);
}

static void published_count(const struct ask *ask, struct indikator_verdict *v)
{
	const struct indikator_definition *d = ask->definition;
	int i = engine_stated(ask->set, &d->published_count, v->place, v->year, NULL);
	bool differs;

	if (i < 0)
		return;
	v->published_count = ask->set->data.observations[i].value;
	differs = d->kind == INDIKATOR_NEED && v->distance_known &&
		  num_cmp(engine_num(v->published_count), num_int(v->distance)) != 0;
	v->differs |= differs;
	note(ask, &d->published_count, INDIKATOR_ROLE_PUBLISHED_COUNT, i, differs);
}

void engine_verdict_published(const struct ask *ask, struct indikator_verdict *v)
{
	published_value(ask, v);
	published_count(ask, v);
}
