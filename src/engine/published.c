/* published.c - what a source printed as its own result, beside what the same rule gives. */
#include "engine.h"

#define DECIMALS_MOST 9 /* what num_round can do */

static void note(const struct ask *ask, enum indikator_role role, int observation, bool differs)
{
	engine_evidence_add(ask->evidence,
			    &(struct indikator_evidence){.kind = INDIKATOR_EVIDENCE_OBSERVATION,
							 .role = role,
							 .index = observation,
							 .measure = engine_input(ask->definition, role)->measure,
							 .against = differs});
}

static void published_value(const struct ask *ask, struct indikator_verdict *v)
{
	const struct indikator_definition *d = ask->definition;
	const struct cell *printed = engine_stated(ask, INDIKATOR_ROLE_PUBLISHED, v->place, v->year, NULL);
	struct num value = engine_exact(v->value);
	bool differs = false;

	if (!printed)
		return;
	v->published = ask->set->data.observations[printed->observation].value;
	v->published_decimals = ask->set->data.observations[printed->observation].decimals;
	if (num_known(value)) {
		int stated = v->published_decimals;
		int decimals = stated < 0 ? 0 : stated > DECIMALS_MOST ? DECIMALS_MOST : stated;
		struct num same = num_round(value, decimals, (enum num_rounding)d->rounding);

		differs = num_known(same) && num_cmp(printed->value, same) != 0;
	}
	v->differs |= differs;
	note(ask, INDIKATOR_ROLE_PUBLISHED, printed->observation, differs);
}

static void published_count(const struct ask *ask, struct indikator_verdict *v)
{
	const struct indikator_definition *d = ask->definition;
	const struct cell *printed = engine_stated(ask, INDIKATOR_ROLE_PUBLISHED_COUNT, v->place, v->year, NULL);
	bool differs;

	if (!printed)
		return;
	v->published_count = ask->set->data.observations[printed->observation].value;
	differs = d->kind == INDIKATOR_NEED && v->distance_known && num_cmp(printed->value, num_int(v->distance)) != 0;
	v->differs |= differs;
	note(ask, INDIKATOR_ROLE_PUBLISHED_COUNT, printed->observation, differs);
}

void engine_verdict_published(const struct ask *ask, struct indikator_verdict *v)
{
	const struct input_numbers *n = ask->numbers->inputs;

	if (n[INDIKATOR_ROLE_PUBLISHED].measure >= 0)
		published_value(ask, v);
	if (n[INDIKATOR_ROLE_PUBLISHED_COUNT].measure >= 0)
		published_count(ask, v);
}
