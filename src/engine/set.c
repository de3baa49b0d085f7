/* set.c - the read-only set: built once, freed once, looked things up in from any thread. */
#include "engine.h"

#include <stdlib.h>

static const char *place_code(const struct indikator_data *d, size_t i)
{
	return d->places[i].code;
}

static const char *definition_id(const struct indikator_data *d, size_t i)
{
	return d->definitions[i].id;
}

static void number_input(const struct columns *c, const struct indikator_input *input, struct input_numbers *n)
{
	n->measure = engine_names_find(&c->measures, input->measure);
	for (; n->sources_count < INDIKATOR_SOURCES && input->sources[n->sources_count]; n->sources_count++)
		n->sources[n->sources_count] = engine_names_find(&c->sources, input->sources[n->sources_count]);
}

/* After the names are known. */
static bool number_definitions(struct indikator_set *s)
{
	s->numbers = engine_alloc(s->data.definitions_count, sizeof *s->numbers);
	if (!s->numbers)
		return false;
	for (size_t i = 0; i < s->data.definitions_count; i++) {
		const struct indikator_definition *d = &s->data.definitions[i];
		struct definition_numbers *n = &s->numbers[i];

		for (int role = INDIKATOR_ROLE_NUMERATOR; role < ENGINE_ROLES; role++)
			number_input(&s->columns, engine_input(d, (enum indikator_role)role), &n->inputs[role]);
		n->coverage = d->coverage ? indikator_find_definition(s, d->coverage) : -1;
		n->factor = engine_factor(d);
		n->target = engine_num(d->target);
		n->target_high = engine_num(d->target_high);
		n->target_by_factor = num_div(n->target, n->factor);
		n->target_high_by_factor = num_div(n->target_high, n->factor);
		n->service = engine_names_find(&s->reach.services, d->service);
		for (int t = 0; t < INDIKATOR_TYPES; t++)
			n->types[t] = engine_names_find(&s->reach.types, d->types[t]);
	}
	return true;
}

static bool index_keys(struct indikator_set *s)
{
	const struct indikator_data *d = &s->data;

	return engine_groups_init(&s->codes, d, d->places_count, place_code) &&
	       engine_groups_init(&s->ids, d, d->definitions_count, definition_id) &&
	       engine_columns_init(&s->columns, d) && engine_reach_init(&s->reach, s) && number_definitions(s);
}

static int newer_first(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;

	return (x < y) - (x > y);
}

static bool index_years(struct indikator_set *s)
{
	size_t n = s->data.observations_count, kept = 0;

	s->years = engine_alloc(n, sizeof *s->years);
	if (!s->years)
		return false;
	for (size_t i = 0; i < n; i++) /* most rows repeat the year of the row before */
		if (!kept || s->years[kept - 1] != s->data.observations[i].year)
			s->years[kept++] = s->data.observations[i].year;
	qsort(s->years, kept, sizeof *s->years, newer_first);
	for (size_t i = 0; i < kept; i++)
		if (!s->years_count || s->years[s->years_count - 1] != s->years[i])
			s->years[s->years_count++] = s->years[i];
	return true;
}

static bool index_targets(struct indikator_set *s)
{
	size_t n = s->data.targets_count;

	s->targets = engine_alloc(n, sizeof *s->targets);
	for (size_t i = 0; s->targets && i < n; i++) {
		const struct indikator_target *t = &s->data.targets[i];

		s->targets[i] = (struct dated_target){
		    .definition = t->definition, .place = t->place, .from = t->valid_from, .index = (int)i};
	}
	if (s->targets && n)
		qsort(s->targets, n, sizeof *s->targets, engine_target_order);
	return s->targets != NULL;
}

static void note_first(struct indikator_set *s, indikator_date date)
{
	if (date > 0 && (!s->first || date < s->first))
		s->first = date;
}

static void index_first(struct indikator_set *s)
{
	for (size_t i = 0; i < s->data.statements_count; i++)
		note_first(s, s->data.statements[i].valid_from);
	for (size_t i = 0; i < s->data.units_count; i++)
		note_first(s, s->data.units[i].valid_from);
	for (size_t i = 0; i < s->data.inventories_count; i++)
		note_first(s, s->data.inventories[i].valid_from);
}

struct indikator_set *indikator_set_new(const struct indikator_data *data, struct indikator_error *error)
{
	struct indikator_set *s;
	bool loop = false;

	if (!engine_check_data(data, error))
		return NULL;
	s = engine_alloc(1, sizeof *s);
	if (s) {
		s->data = *data;
		if (engine_tree_init(&s->tree, &s->data, &loop)) {
			index_first(s);
			if (index_keys(s) && index_years(s) && index_targets(s))
				return s;
		}
		indikator_set_free(&s);
	}
	if (loop)
		(void)engine_check_fail(error, "Platserna ligger i varandra i en ring; rätta vad som ligger i vad.");
	else
		(void)engine_check_fail(error, "Minnet tog slut.");
	return NULL;
}

void indikator_set_free(struct indikator_set **set)
{
	struct indikator_set *s = set ? *set : NULL;

	if (!s)
		return;
	engine_overlay_free(&s->overlay);
	engine_tree_release(&s->tree);
	engine_groups_release(&s->codes);
	engine_groups_release(&s->ids);
	engine_columns_release(&s->columns);
	engine_reach_release(&s->reach);
	free(s->numbers);
	free(s->targets);
	free(s->years);
	free(s);
	*set = NULL;
}

const struct indikator_data *indikator_set_data(const struct indikator_set *set)
{
	return &set->data;
}

int indikator_find_place(const struct indikator_set *set, const char *code)
{
	const int *items;

	return engine_groups_find(&set->codes, code, &items) ? items[0] : -1;
}

int indikator_find_definition(const struct indikator_set *set, const char *id)
{
	const int *items;

	return engine_groups_find(&set->ids, id, &items) ? items[0] : -1;
}

int indikator_find_observation(const struct indikator_set *set, int place, int year, const char *measure,
			       const char *source)
{
	const struct columns *c = &set->columns;
	const struct measured *f = engine_measured(c, engine_names_find(&c->measures, measure), year);
	const struct column *column = engine_column(c, f, engine_names_find(&c->sources, source));
	const struct cell *cell;

	if (!column || place < 0 || (size_t)place >= set->data.places_count)
		return -1;
	cell = engine_cell(c, column, place);
	return cell ? cell->observation : -1;
}
