/* observe.c - a figure for a place and a year: stated there, or the sum of its parts. */
#include "engine.h"

static const size_t inputs[ENGINE_ROLES] = {
    [INDIKATOR_ROLE_NUMERATOR] = offsetof(struct indikator_definition, numerator),
    [INDIKATOR_ROLE_DENOMINATOR] = offsetof(struct indikator_definition, denominator),
    [INDIKATOR_ROLE_BASE] = offsetof(struct indikator_definition, base),
    [INDIKATOR_ROLE_RECEIVED] = offsetof(struct indikator_definition, received),
    [INDIKATOR_ROLE_DERIVED_NEED] = offsetof(struct indikator_definition, derived_need),
    [INDIKATOR_ROLE_DERIVED_UNMET] = offsetof(struct indikator_definition, derived_unmet),
    [INDIKATOR_ROLE_PUBLISHED] = offsetof(struct indikator_definition, published),
    [INDIKATOR_ROLE_PUBLISHED_COUNT] = offsetof(struct indikator_definition, published_count),
    [INDIKATOR_ROLE_INHABITANTS] = offsetof(struct indikator_definition, inhabitants),
};

const struct indikator_input *engine_input(const struct indikator_definition *d, enum indikator_role role)
{
	return (const void *)((const char *)d + inputs[role]);
}

void engine_read(const struct ask *ask, enum indikator_role role, int year, struct reading *r)
{
	const struct input_numbers *n = &ask->numbers->inputs[role];
	const struct columns *c = &ask->set->columns;
	const struct measured *f = engine_measured(c, n->measure, year);

	*r = (struct reading){.said = f != NULL, .named_count = n->sources_count};
	for (int s = 0; s < n->sources_count; s++)
		r->named[s] = engine_column(c, f, n->sources[s]);
	if (f && !n->sources_count) {
		r->any = &c->columns[f->any];
		r->each = &c->columns[f->first];
		r->each_count = f->count;
	}
	r->first = n->sources_count ? r->named[0] : r->any;
	if (r->first && r->first->dense)
		r->cells = c->cells + r->first->start;
}

/* From the page when there is one, else into `own`. */
static const struct reading *reading_of(const struct ask *ask, enum indikator_role role, int year, struct reading *own)
{
	const struct reading *r = engine_page_reading(ask, role, year);

	if (r)
		return r;
	engine_read(ask, role, year, own);
	return own;
}

/* What a column says of the places directly within, or else of what is within them. Unknown unless every one has a
 * value. Walks down: a place that has something is not looked into. */
static struct num sum_parts(const struct indikator_set *set, const struct column *column, int place,
			    const struct indikator_evidence *row, struct evidence *e)
{
	const struct tree *t = &set->tree;
	struct num sum = num_int(0);
	struct indikator_evidence found = *row;
	int64_t whole;

	if (!t->parts[place])
		return NUM_UNKNOWN;
	for (int i = t->enter[place] + 1; i < t->leave[place] && num_known(sum);) {
		int part = t->order[i];
		const struct cell *cell;

		if (engine_place_apart(set, part)) {
			i = t->leave[part];
			continue;
		}
		cell = engine_cell(&set->columns, column, part);
		if (cell) {
			if (sum.den != 1 || cell->value.den != 1 ||
			    __builtin_add_overflow(sum.num, cell->value.num, &whole))
				sum = num_add(sum, cell->value);
			else
				sum.num = whole;
			if (e) {
				found.index = cell->observation;
				engine_evidence_add(e, &found);
			}
			i = t->leave[part];
		} else if (t->parts[part]) {
			i++;
		} else {
			return NUM_UNKNOWN;
		}
	}
	return sum;
}

/* The sum from one source, when the place itself has no figure from it or the sum comes first. */
static struct num sum_source(const struct ask *ask, const struct indikator_evidence *row, int place,
			     const struct column *column, enum sum_rule rule)
{
	struct num sum;

	if (ask->definition->stated_only || !column)
		return NUM_UNKNOWN;
	if (rule == SUM_IF_ABSENT && engine_cell(&ask->set->columns, column, place))
		return NUM_UNKNOWN;
	sum = sum_parts(ask->set, column, place, row, NULL);
	if (num_known(sum) && ask->evidence)
		(void)sum_parts(ask->set, column, place, row, ask->evidence);
	return sum;
}

/* What a column states for the place itself: a cell with a value, or NULL. An observation of no value goes to *unknown
 * when it is the first such. */
static const struct cell *stated_in(const struct indikator_set *set, const struct column *column, int place,
				    int *unknown)
{
	const struct cell *cell = column ? engine_cell(&set->columns, column, place) : NULL;

	if (!cell || num_known(cell->value))
		return cell;
	if (unknown && *unknown < 0)
		*unknown = cell->observation;
	return NULL;
}

static const struct cell *stated(const struct indikator_set *set, const struct reading *r, int place, int *unknown)
{
	const struct cell *cell = NULL;

	if (unknown)
		*unknown = -1;
	if (!r->named_count)
		return stated_in(set, r->any, place, unknown);
	for (int s = 0; !cell && s < r->named_count; s++)
		cell = stated_in(set, r->named[s], place, unknown);
	return cell;
}

const struct cell *engine_stated_by_any(const struct ask *ask, enum indikator_role role, int place, int year,
					int *unknown)
{
	struct reading own;

	return stated(ask->set, reading_of(ask, role, year, &own), place, unknown);
}

/* The value of a cell, with a row for it; unknown without a row when there is none. */
static struct num use(const struct ask *ask, const struct indikator_evidence *row, const struct cell *cell)
{
	if (!cell)
		return NUM_UNKNOWN;
	engine_evidence_figure(ask->evidence, row->role, cell->observation, row->measure, true);
	return cell->value;
}

/* The named sources in their order, each for what it states and then for its sum. */
static struct num observe_named(const struct ask *ask, const struct reading *r, const struct indikator_evidence *row,
				int place, enum sum_rule rule, bool *derived)
{
	struct num value = NUM_UNKNOWN;

	for (int s = 0; s < r->named_count && !num_known(value); s++) {
		value = sum_source(ask, row, place, r->named[s], rule);
		if (num_known(value))
			*derived = true;
		else
			value = use(ask, row, stated_in(ask->set, r->named[s], place, NULL));
	}
	return value;
}

/* Any source: what is stated, in the caller's order, before what can be summed, or after it. */
static struct num observe_any(const struct ask *ask, const struct reading *r, const struct indikator_evidence *row,
			      int place, enum sum_rule rule, bool *derived)
{
	const struct cell *cell = stated(ask->set, r, place, NULL);

	if (rule == SUM_IF_ABSENT && cell)
		return use(ask, row, cell);
	for (int s = 0; s < r->each_count; s++) {
		struct num sum = sum_source(ask, row, place, &r->each[s], rule);

		if (num_known(sum)) {
			*derived = true;
			return sum;
		}
	}
	return use(ask, row, cell);
}

/* Without evidence, what is stated first is the value, and where there is nothing to add up the only one. True when
 * that settles it. */
static bool observe_at_once(const struct ask *ask, const struct reading *r, int place, enum sum_rule rule,
			    struct num *value)
{
	const struct cell *cell = r->first ? engine_cell(&ask->set->columns, r->first, place) : NULL;

	*value = NUM_UNKNOWN;
	if (!r->said)
		return true;
	if (ask->set->tree.parts[place])
		return rule == SUM_IF_ABSENT && cell && num_known(*value = cell->value);
	if (r->named_count > 1 && (!cell || !num_known(cell->value)))
		cell = stated(ask->set, r, place, NULL);
	if (cell)
		*value = cell->value;
	return true;
}

static struct num observe(const struct ask *ask, const struct reading *r, enum indikator_role role, int place,
			  enum sum_rule rule, bool *derived)
{
	const struct indikator_evidence row = {.kind = INDIKATOR_EVIDENCE_OBSERVATION,
					       .role = role,
					       .measure = engine_input(ask->definition, role)->measure,
					       .decided = true};
	struct num value = r->named_count ? observe_named(ask, r, &row, place, rule, derived)
					  : observe_any(ask, r, &row, place, rule, derived);
	int unknown;

	if (!num_known(value) && ask->evidence) {
		(void)stated(ask->set, r, place, &unknown);
		engine_evidence_figure(ask->evidence, role, unknown, row.measure, true);
	}
	return value;
}

struct num engine_observe_whole(const struct ask *ask, enum indikator_role role, int place, int year,
				enum sum_rule rule, bool *derived)
{
	const struct reading *r;
	struct reading own;
	struct num value;

	if (!engine_input(ask->definition, role)->measure)
		return NUM_UNKNOWN;
	r = reading_of(ask, role, year, &own);
	if (!ask->evidence && observe_at_once(ask, r, place, rule, &value))
		return value;
	return observe(ask, r, role, place, rule, derived);
}

bool engine_mentioned(const struct ask *ask, int place, int year)
{
	int unknown;

	for (int role = INDIKATOR_ROLE_NUMERATOR; role < INDIKATOR_ROLE_INHABITANTS; role++)
		if (engine_stated(ask, (enum indikator_role)role, place, year, &unknown) || unknown >= 0)
			return true;
	return false;
}

int engine_newest_year(const struct ask *ask, int place)
{
	const struct indikator_set *set = ask->set;
	struct ask quiet = *ask;
	int newest = ask->question->today / 10000, partial = 0;

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
