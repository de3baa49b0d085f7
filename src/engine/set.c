/* set.c - the read-only set: built once, freed once, looked things up in from any thread. */
#include "engine.h"

#include <stdlib.h>

static const char *observation_source(const struct indikator_data *d, size_t i)
{
	return d->observations[i].source;
}

static const char *place_code(const struct indikator_data *d, size_t i)
{
	return d->places[i].code;
}

static const char *definition_id(const struct indikator_data *d, size_t i)
{
	return d->definitions[i].id;
}

static const char *statement_service(const struct indikator_data *d, size_t i)
{
	return d->statements[i].service;
}

static const char *unit_type(const struct indikator_data *d, size_t i)
{
	return d->units[i].type;
}

/* Without the source, so that the sources of one figure are neighbours in the caller's order. */
static uint64_t observation_hash(int place, int year, const char *measure)
{
	return engine_hash_int(engine_hash_int(engine_hash_string(ENGINE_HASH, measure), place), year);
}

static uint64_t inventory_hash(int place, const char *type)
{
	return engine_hash_int(engine_hash_string(ENGINE_HASH, type), place);
}

static bool index_keys(struct indikator_set *s)
{
	const struct indikator_data *d = &s->data;

	if (!engine_table_init(&s->observations, d->observations_count) ||
	    !engine_table_init(&s->inventories, d->inventories_count))
		return false;
	for (size_t i = 0; i < d->observations_count; i++) {
		const struct indikator_observation *o = &d->observations[i];

		engine_table_put(&s->observations, observation_hash(o->place, o->year, o->measure), (int)i);
	}
	for (size_t i = 0; i < d->inventories_count; i++)
		engine_table_put(&s->inventories, inventory_hash(d->inventories[i].place, d->inventories[i].type),
				 (int)i);
	return engine_groups_init(&s->codes, d, d->places_count, place_code) &&
	       engine_groups_init(&s->sources, d, d->observations_count, observation_source) &&
	       engine_groups_init(&s->ids, d, d->definitions_count, definition_id) &&
	       engine_groups_init(&s->services, d, d->statements_count, statement_service) &&
	       engine_groups_init(&s->types, d, d->units_count, unit_type);
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
		if (engine_tree_init(&s->tree, &s->data, &loop) && index_keys(s) && index_years(s)) {
			index_first(s);
			return s;
		}
		indikator_set_free(&s);
	}
	(void)engine_check_fail(error, "%s",
				loop ? "Platserna ligger i varandra i en ring; "
				       "rätta vad som ligger i vad."
				     : "Minnet tog slut.");
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
	engine_groups_release(&s->sources);
	engine_groups_release(&s->services);
	engine_groups_release(&s->types);
	free(s->observations.slots);
	free(s->inventories.slots);
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

int engine_next_observation(const struct indikator_set *set, int place, int year, const char *measure,
			    const char *source, size_t *probe)
{
	uint64_t hash = observation_hash(place, year, measure);
	int i;

	while ((i = engine_table_next(&set->observations, hash, probe)) >= 0) {
		const struct indikator_observation *o = &set->data.observations[i];

		if (o->place == place && o->year == year && engine_same(o->measure, measure) &&
		    (!source || engine_same(o->source, source)))
			break;
	}
	return i;
}

int indikator_find_observation(const struct indikator_set *set, int place, int year, const char *measure,
			       const char *source)
{
	size_t probe = 0;

	return source ? engine_next_observation(set, place, year, measure, source, &probe) : -1;
}

int engine_find_inventory(const struct indikator_set *set, int place, const char *type)
{
	uint64_t hash = inventory_hash(place, type);
	size_t probe = 0;
	int i;

	while ((i = engine_table_next(&set->inventories, hash, &probe)) >= 0)
		if (set->data.inventories[i].place == place && engine_same(set->data.inventories[i].type, type))
			break;
	return i;
}
