/* observe.c - a figure for a place and a year: stated there, or the sum of its parts. */
#include "engine.h"

#define SUM_DEPTH 16 /* country, region, area, municipality, and room for more */

static struct num sum_parts(const struct indikator_set *set, int place, int year, const char *measure,
			    const char *source, int depth, const struct indikator_evidence *row, struct evidence *e);

/* What is stated for a part, or else the sum of its own parts. */
static struct num sum_part(const struct indikator_set *set, int place, int year, const char *measure,
			   const char *source, int depth, const struct indikator_evidence *row, struct evidence *e)
{
	int i = indikator_find_observation(set, place, year, measure, source);
	struct indikator_evidence found = *row;

	if (i < 0)
		return sum_parts(set, place, year, measure, source, depth + 1, row, e);
	found.index = i;
	engine_evidence_add(e, &found);
	return engine_num(set->data.observations[i].value);
}

/* Unknown unless every part has a value from this source. */
static struct num sum_parts(const struct indikator_set *set, int place, int year, const char *measure,
			    const char *source, int depth, const struct indikator_evidence *row, struct evidence *e)
{
	const int *children = NULL;
	size_t count = indikator_children(set, place, &children), parts = 0;
	struct num sum = num_int(0);

	for (size_t i = 0; i < count && num_known(sum) && depth < SUM_DEPTH; i++) {
		enum indikator_place_kind kind = set->data.places[children[i]].kind;

		if (kind == INDIKATOR_HOSPITAL || kind == INDIKATOR_UNIT_PLACE)
			continue;
		parts++;
		sum = num_add(sum, sum_part(set, children[i], year, measure, source, depth, row, e));
	}
	return parts ? sum : NUM_UNKNOWN;
}

/* The sum from one source, when the place itself has no figure from it or the sum comes first. */
static struct num sum_source(const struct ask *ask, const struct indikator_evidence *row, int place, int year,
			     const char *source, enum sum_rule rule)
{
	struct num sum;

	if (ask->definition->stated_only)
		return NUM_UNKNOWN;
	if (rule == SUM_IF_ABSENT && indikator_find_observation(ask->set, place, year, row->measure, source) >= 0)
		return NUM_UNKNOWN;
	sum = sum_parts(ask->set, place, year, row->measure, source, 0, row, NULL);
	if (num_known(sum) && ask->evidence)
		(void)sum_parts(ask->set, place, year, row->measure, source, 0, row, ask->evidence);
	return sum;
}

/* What `source` (NULL: any) states for the place itself: the observation, or -1. An observation
 * of no value goes to *unknown when it is the first such. */
static int stated_by(const struct indikator_set *set, const char *measure, const char *source, int place, int year,
		     int *unknown)
{
	size_t probe = 0;
	int i;

	while ((i = engine_next_observation(set, place, year, measure, source, &probe)) >= 0) {
		if (num_known(engine_num(set->data.observations[i].value)))
			return i;
		if (unknown && *unknown < 0)
			*unknown = i;
		if (source) /* a source says one thing of a figure: what it said first */
			return -1;
	}
	return -1;
}

int engine_stated(const struct indikator_set *set, const struct indikator_input *input, int place, int year,
		  int *unknown)
{
	int i = -1;

	if (unknown)
		*unknown = -1;
	if (!input->measure)
		return -1;
	if (!input->sources[0])
		return stated_by(set, input->measure, NULL, place, year, unknown);
	for (int s = 0; i < 0 && s < INDIKATOR_SOURCES && input->sources[s]; s++)
		i = stated_by(set, input->measure, input->sources[s], place, year, unknown);
	return i;
}

/* The value of an observation, with a row for it; unknown without a row when it is -1. */
static struct num use(const struct ask *ask, const struct indikator_evidence *row, int observation)
{
	if (observation < 0)
		return NUM_UNKNOWN;
	engine_evidence_figure(ask->evidence, row->role, observation, row->measure, true);
	return engine_num(ask->set->data.observations[observation].value);
}

/* The named sources in their order, each for what it states and then for its sum. */
static struct num observe_named(const struct ask *ask, const struct indikator_input *input,
				const struct indikator_evidence *row, int place, int year, enum sum_rule rule,
				bool *derived)
{
	struct num value = NUM_UNKNOWN;

	for (int s = 0; s < INDIKATOR_SOURCES && input->sources[s]; s++) {
		const char *source = input->sources[s];

		value = sum_source(ask, row, place, year, source, rule);
		if (num_known(value)) {
			*derived = true;
			break;
		}
		value = use(ask, row, stated_by(ask->set, input->measure, source, place, year, NULL));
		if (num_known(value))
			break;
	}
	return value;
}

/* Any source: what is stated, in the caller's order, before what can be summed, or after it. */
static struct num observe_any(const struct ask *ask, const struct indikator_input *input,
			      const struct indikator_evidence *row, int place, int year, enum sum_rule rule,
			      bool *derived)
{
	const struct groups *sources = &ask->set->sources;
	int stated = engine_stated(ask->set, input, place, year, NULL);

	if (rule == SUM_IF_ABSENT && stated >= 0)
		return use(ask, row, stated);
	for (size_t s = 0; s < sources->count; s++) {
		struct num sum = sum_source(ask, row, place, year, sources->keys[s], rule);

		if (num_known(sum)) {
			*derived = true;
			return sum;
		}
	}
	return use(ask, row, stated);
}

struct num engine_observe(const struct ask *ask, const struct indikator_input *input, enum indikator_role role,
			  int place, int year, enum sum_rule rule, bool *derived)
{
	const struct indikator_evidence row = {
	    .kind = INDIKATOR_EVIDENCE_OBSERVATION, .role = role, .measure = input->measure, .decided = true};
	struct num value;
	int unknown;

	if (!input->measure)
		return NUM_UNKNOWN;
	value = input->sources[0] ? observe_named(ask, input, &row, place, year, rule, derived)
				  : observe_any(ask, input, &row, place, year, rule, derived);
	if (!num_known(value) && ask->evidence) {
		(void)engine_stated(ask->set, input, place, year, &unknown);
		engine_evidence_figure(ask->evidence, role, unknown, input->measure, true);
	}
	return value;
}

/* True when an observation of the input exists for the place, known or not. */
static bool mentioned(const struct indikator_set *set, const struct indikator_input *input, int place, int year)
{
	int unknown;

	return engine_stated(set, input, place, year, &unknown) >= 0 || unknown >= 0;
}

bool engine_mentioned(const struct ask *ask, int place, int year)
{
	const struct indikator_definition *d = ask->definition;
	const struct indikator_input *const inputs[] = {
	    &d->numerator, &d->denominator,     &d->base, &d->received, &d->derived_need, &d->derived_unmet,
	    &d->published, &d->published_count, NULL,
	};

	for (int i = 0; inputs[i]; i++)
		if (mentioned(ask->set, inputs[i], place, year))
			return true;
	return false;
}

int engine_figures_year(const struct ask *ask, int place)
{
	const struct indikator_set *set = ask->set;
	struct ask quiet = *ask;
	int newest = ask->question->today / 10000, partial = 0;

	if (ask->question->year)
		return ask->question->year;
	quiet.evidence = NULL;
	for (size_t i = 0; i < set->years_count; i++) {
		struct figures f;

		if (newest && set->years[i] > newest)
			continue;
		f = engine_figures(&quiet, place, set->years[i]);
		if (num_known(f.numerator) && num_known(f.denominator))
			return set->years[i];
		if (!partial && engine_mentioned(ask, place, set->years[i]))
			partial = set->years[i];
	}
	return partial;
}
