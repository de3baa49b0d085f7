/* country.c - see country.h. */
#include "bench/country.h"

#include "bench/bench.h"

#include <stdio.h>
#include <string.h>

#define LAST_YEAR 2025
#define MUNICIPAL 20 /* so many measures are of municipalities, the others of regions */
#define MEASURES 128

struct measure {
	const char *name, *source;
	bool municipal;
	int most;
};

struct measures {
	struct measure items[MEASURES];
	int count;
};

static const char *const types[] = {"hemsjukvardsteam",   "konsultteam", "mottagning",      "slutenvard_sjukhus",
				    "slutenvard_utanfor", "jourlinje",   "korttidsplatser", "barnteam"};

static void *room(struct country *c, size_t count, size_t size)
{
	return arena_alloc(&c->arena, (count + 1) * size);
}

static bool of_kind(const struct country *c, int place, enum indikator_place_kind kind)
{
	return c->data.places[place].kind == kind;
}

/* A place of a kind, in a region unless that is -1. */
static int some_place(const struct country *c, enum indikator_place_kind kind, int region)
{
	for (;;) {
		int place = bench_below((int)c->data.places_count), up = place;

		while (up >= 0 && up != region)
			up = c->data.places[up].parent;
		if (of_kind(c, place, kind) && up == region) /* without a region the top is passed: -1 */
			return place;
	}
}

/* ---- figures -------------------------------------------------------------------------------- */

/* The source that states a measure: Statistics Sweden where it is one of those asked, else the first. */
static const char *source_of(const struct indikator_input *input)
{
	for (int s = 0; s < INDIKATOR_SOURCES && input->sources[s]; s++)
		if (!strcmp(input->sources[s], "scb"))
			return "scb";
	return input->sources[0] ? input->sources[0] : "radet";
}

static int measure_of(struct measures *m, const struct indikator_definition *d, const struct indikator_input *input)
{
	bool numerator = input == &d->numerator || input == &d->received;

	if (!input->measure)
		return -1;
	for (int i = 0; i < m->count; i++)
		if (!strcmp(m->items[i].name, input->measure))
			return i;
	if (m->count == MEASURES)
		bench_fail("Fler mått än bänken har plats för.");
	m->items[m->count] = (struct measure){.name = input->measure,
					      .source = source_of(input),
					      .municipal = !d->stated_only && m->count < MUNICIPAL,
					      .most = numerator ? 400 : 900};
	if (!strcmp(input->measure, "invanare"))
		m->items[m->count].most = 90000;
	return m->count++;
}

static void list_measures(struct country *c, struct measures *m)
{
	c->measures = room(c, c->data.definitions_count, sizeof *c->measures);
	for (size_t i = 0; i < c->data.definitions_count; i++) {
		const struct indikator_definition *d = &c->data.definitions[i];
		const struct indikator_input *const inputs[4] = {&d->numerator, &d->denominator, &d->base,
								 &d->received};

		for (int k = 0; k < 4; k++)
			c->measures[i][k] = measure_of(m, d, inputs[k]);
	}
}

static void make_figures(struct country *c)
{
	struct measures m = {.count = 0};
	struct indikator_observation *all;
	size_t count = 0, most;

	list_measures(c, &m);
	most = (size_t)c->years * c->judged_count * (size_t)m.count;
	all = room(c, most, sizeof *all);
	c->observation_measures = room(c, most, sizeof *c->observation_measures);
	for (int y = 0; y < c->years; y++)
		for (size_t p = 0; p < c->judged_count; p++)
			for (int k = 0; k < m.count; k++) {
				const struct measure *of = &m.items[k];
				bool hidden = of->most < 90000 && !bench_below(200);

				if (of_kind(c, c->judged[p], INDIKATOR_MUNICIPALITY) != of->municipal)
					continue;
				c->observation_measures[count] = k;
				all[count++] = (struct indikator_observation){
				    .place = c->judged[p],
				    .year = c->first_year + y,
				    .measure = of->name,
				    .source = of->source,
				    .value = {hidden ? 0 : bench_below(of->most), hidden ? 0 : 1}};
			}
	c->data.observations = all;
	c->data.observations_count = count;
}

/* ---- services ------------------------------------------------------------------------------- */

static indikator_date some_day(const struct country *c)
{
	return (c->first_year + bench_below(c->years)) * 10000 + 101 + bench_below(12) * 100 + bench_below(28);
}

static const int *some_places(struct country *c, int region, size_t count, enum indikator_place_kind kind)
{
	int *list = room(c, count, sizeof *list);

	for (size_t i = 0; i < count; i++)
		list[i] = some_place(c, kind, region);
	return list;
}

static void make_units(struct country *c, int count)
{
	struct indikator_unit *all = room(c, (size_t)count, sizeof *all);

	for (int i = 0; i < count; i++) {
		int region = some_place(c, INDIKATOR_REGION, -1);
		int *whole = room(c, 1, sizeof *whole);

		*whole = region;
		all[i] = (struct indikator_unit){.id = "enhet",
						 .type = types[bench_below(8)],
						 .lies_in = some_place(c, INDIKATOR_MUNICIPALITY, region),
						 .hospital = -1,
						 .serves = whole,
						 .serves_count = 1,
						 .catchment_known = bench_below(5) != 0,
						 .valid_from = some_day(c),
						 .valid_to = bench_below(4) ? 0 : some_day(c)};
		if (!bench_below(10))
			all[i].hospital = some_place(c, INDIKATOR_HOSPITAL, -1);
		if (bench_below(4)) { /* some of the region's municipalities, not all of it */
			all[i].serves_count = (size_t)bench_below(8);
			all[i].serves = some_places(c, region, all[i].serves_count, INDIKATOR_MUNICIPALITY);
		}
		for (int a = 0; a < INDIKATOR_ATTRIBUTES; a++)
			all[i].attributes[a] = (enum indikator_answer)bench_below(3);
	}
	c->data.units = all;
	c->data.units_count = (size_t)count;
}

static void make_statements(struct country *c, int count)
{
	struct indikator_statement *all = room(c, (size_t)count, sizeof *all);
	const char *services[64];
	int known = 0;

	for (size_t i = 0; i < c->data.definitions_count && known < 64; i++)
		if (c->data.definitions[i].service)
			services[known++] = c->data.definitions[i].service;
	for (int i = 0; i < count; i++) {
		int region = some_place(c, INDIKATOR_REGION, -1);
		int kind = bench_below(5);

		all[i] = (struct indikator_statement){.id = "uppgift",
						      .service = services[bench_below(known)],
						      .scope = region,
						      .degree = (enum indikator_degree)bench_below(3),
						      .restricted = !bench_below(4),
						      .valid_from = some_day(c),
						      .valid_to = bench_below(3) ? 0 : some_day(c),
						      .checked = some_day(c)};
		if (kind > 1) {
			all[i].places_count = 1 + (size_t)bench_below(4);
			all[i].places = some_places(c, region, all[i].places_count, INDIKATOR_MUNICIPALITY);
		} else if (kind == 1) {
			all[i].except_count = 1 + (size_t)bench_below(3);
			all[i].except = some_places(c, region, all[i].except_count, INDIKATOR_MUNICIPALITY);
		}
	}
	c->data.statements = all;
	c->data.statements_count = (size_t)count;
}

/* One for each region and type of unit; half of them complete. */
static void make_inventories(struct country *c)
{
	struct indikator_inventory *all = room(c, 8 * c->judged_count, sizeof *all);
	size_t count = 0;

	for (size_t p = 0; p < c->judged_count; p++)
		for (int t = 0; t < 8 && of_kind(c, c->judged[p], INDIKATOR_REGION); t++)
			all[count++] =
			    (struct indikator_inventory){.place = c->judged[p],
							 .type = types[t],
							 .complete = bench_below(2) ? INDIKATOR_YES : INDIKATOR_UNKNOWN,
							 .valid_from = some_day(c)};
	c->data.inventories = all;
	c->data.inventories_count = count;
}

/* ---- all of it ------------------------------------------------------------------------------ */

static void list_places(struct country *c)
{
	static const enum indikator_place_kind order[] = {INDIKATOR_MUNICIPALITY, INDIKATOR_REGION, INDIKATOR_AREA,
							  INDIKATOR_COUNTRY};

	c->judged = room(c, c->data.places_count, sizeof *c->judged);
	for (int k = 0; k < 4; k++) {
		for (size_t p = 0; p < c->data.places_count; p++)
			if (c->data.places[p].kind == order[k])
				c->judged[c->whole_count++] = (int)p;
		if (order[k] == INDIKATOR_REGION)
			c->judged_count = c->whole_count;
	}
}

void country_make(struct country *c, const struct indikator_data *real, int years, int units)
{
	struct indikator_definition *definitions;

	*c = (struct country){.years = years, .first_year = LAST_YEAR - years + 1};
	c->data.places = real->places;
	c->data.places_count = real->places_count;
	definitions = room(c, real->definitions_count, sizeof *definitions);
	memcpy(definitions, real->definitions, real->definitions_count * sizeof *definitions);
	for (size_t i = 0; i < real->definitions_count; i++)
		if (definitions[i].kind == INDIKATOR_RATIO)
			definitions[i].service = NULL; /* no statements in place of a figure: left out of both */
	c->data.definitions = definitions;
	c->data.definitions_count = real->definitions_count;
	list_places(c);
	make_figures(c);
	make_units(c, units);
	make_statements(c, units);
	make_inventories(c);
}

void country_release(struct country *c)
{
	arena_release(&c->arena);
	*c = (struct country){0};
}

indikator_date country_today(const struct country *c)
{
	return (c->first_year + c->years - 1) * 10000 + 1231;
}
