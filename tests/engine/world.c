/* world.c - see world.h. */
#include "world.h"

#define ROOM(w, items, count) assert_true((count) < sizeof(w)->items / sizeof *(w)->items)

int world_place(struct world *w, const char *code, enum indikator_place_kind kind, int parent)
{
	ROOM(w, places, w->data.places_count);
	w->places[w->data.places_count] =
	    (struct indikator_place){.code = code, .name = code, .kind = kind, .parent = parent};
	return (int)w->data.places_count++;
}

void world_standard(struct world *w)
{
	world_place(w, "SE", INDIKATOR_COUNTRY, -1);
	world_place(w, "R1", INDIKATOR_REGION, SE);
	world_place(w, "A1", INDIKATOR_MUNICIPALITY, R1);
	world_place(w, "A2", INDIKATOR_MUNICIPALITY, R1);
	world_place(w, "A3", INDIKATOR_MUNICIPALITY, R1);
	world_place(w, "H1", INDIKATOR_HOSPITAL, A1);
	world_place(w, "R2", INDIKATOR_REGION, SE);
	world_place(w, "Q", INDIKATOR_AREA, R2);
	world_place(w, "B1", INDIKATOR_MUNICIPALITY, Q);
	world_place(w, "B2", INDIKATOR_MUNICIPALITY, Q);
	world_place(w, "B3", INDIKATOR_MUNICIPALITY, R2);
}

void world_catchment(struct world *w, int hospital, const int *serves, size_t count)
{
	w->places[hospital].serves = serves;
	w->places[hospital].serves_count = count;
}

struct indikator_observation *world_figure(struct world *w, int place, int year, const char *measure, int64_t value)
{
	struct indikator_observation *o = &w->observations[w->data.observations_count];

	ROOM(w, observations, w->data.observations_count);
	w->data.observations_count++;
	*o = (struct indikator_observation){
	    .place = place, .year = year, .measure = measure, .source = SRC, .value = N(value, 1)};
	return o;
}

struct indikator_unit *world_unit(struct world *w, const char *id, int lies_in, const int *serves, size_t count)
{
	struct indikator_unit *u = &w->units[w->data.units_count];

	ROOM(w, units, w->data.units_count);
	w->data.units_count++;
	*u = (struct indikator_unit){.id = id,
				     .type = "team",
				     .lies_in = lies_in,
				     .hospital = -1,
				     .serves = serves,
				     .serves_count = count,
				     .catchment_known = true};
	return u;
}

struct indikator_statement *world_statement(struct world *w, int scope, enum indikator_degree degree)
{
	struct indikator_statement *s = &w->statements[w->data.statements_count];

	ROOM(w, statements, w->data.statements_count);
	w->data.statements_count++;
	*s = (struct indikator_statement){.service = "team", .scope = scope, .degree = degree};
	return s;
}

void world_statement_places(struct indikator_statement *s, const int *places, size_t count)
{
	s->places = places;
	s->places_count = count;
}

void world_statement_except(struct indikator_statement *s, const int *places, size_t count)
{
	s->except = places;
	s->except_count = count;
}

struct indikator_inventory *world_inventory(struct world *w, int place, enum indikator_answer complete)
{
	struct indikator_inventory *i = &w->inventories[w->data.inventories_count];

	ROOM(w, inventories, w->data.inventories_count);
	w->data.inventories_count++;
	*i = (struct indikator_inventory){.place = place, .type = "team", .complete = complete};
	return i;
}

static struct indikator_definition *add_definition(struct world *w, enum indikator_kind kind)
{
	struct indikator_definition *d = &w->definitions[w->data.definitions_count];

	ROOM(w, definitions, w->data.definitions_count);
	w->data.definitions_count++;
	*d = (struct indikator_definition){.id = "test", .kind = kind, .decimals = 1, .inhabitants = {"people", {SRC}}};
	return d;
}

struct indikator_definition *world_ratio(struct world *w, enum indikator_direction direction,
					 struct indikator_number target)
{
	struct indikator_definition *d = add_definition(w, INDIKATOR_RATIO);

	d->numerator = (struct indikator_input){"n", {SRC}};
	d->denominator = (struct indikator_input){"d", {SRC}};
	d->published = (struct indikator_input){"printed", {SRC}};
	d->factor = N(100000, 1);
	d->direction = direction;
	d->target = target;
	return d;
}

struct indikator_definition *world_need(struct world *w)
{
	struct indikator_definition *d = add_definition(w, INDIKATOR_NEED);

	d->base = (struct indikator_input){"base", {SRC}};
	d->received = (struct indikator_input){"received", {SRC}};
	d->derived_need = (struct indikator_input){"need", {SRC}};
	d->derived_unmet = (struct indikator_input){"unmet", {SRC}};
	d->published = (struct indikator_input){"printed", {SRC}};
	d->published_count = (struct indikator_input){"unmet", {SRC}};
	d->share = N(1, 4);
	d->factor = N(100, 1);
	d->direction = INDIKATOR_AT_MOST;
	d->target = N(0, 1);
	d->rounding = INDIKATOR_HALF_UP;
	d->count_rounding = INDIKATOR_HALF_DOWN;
	return d;
}

struct indikator_definition *world_service(struct world *w, indikator_attribute_mask first)
{
	struct indikator_definition *d = add_definition(w, INDIKATOR_SERVICE);

	d->service = "team";
	d->types[0] = "team";
	d->requires[INDIKATOR_MAP][0] = first;
	d->requires_count[INDIKATOR_MAP] = first ? 1 : 0;
	return d;
}

struct indikator_target *world_target(struct world *w, int place, int64_t value)
{
	struct indikator_target *t = &w->targets[w->data.targets_count];

	ROOM(w, targets, w->data.targets_count);
	w->data.targets_count++;
	*t = (struct indikator_target){.place = place, .value = N(value, 1)};
	return t;
}

struct indikator_set *world_set(struct world *w)
{
	struct indikator_error error = {.text = ""};

	if (w->set)
		return w->set;
	w->data.places = w->places;
	w->data.observations = w->observations;
	w->data.units = w->units;
	w->data.statements = w->statements;
	w->data.inventories = w->inventories;
	w->data.definitions = w->definitions;
	w->data.targets = w->targets;
	w->set = indikator_set_new(&w->data, &error);
	assert_string_equal(error.text, "");
	assert_non_null(w->set);
	return w->set;
}

struct indikator_verdict world_ask(struct world *w, int place, int year)
{
	const struct indikator_question q = {.year = year, .today = TODAY, .ranked = true};
	struct indikator_verdict v;

	indikator_set_free(&w->set);
	assert_true(indikator_evaluate(world_set(w), place, 0, &q, &v));
	return v;
}

enum indikator_status world_status_year(struct world *w, int place, int year)
{
	struct indikator_verdict v = world_ask(w, place, year);

	indikator_verdict_release(&v);
	return v.status;
}

enum indikator_status world_status(struct world *w, int place)
{
	return world_status_year(w, place, 0);
}

const struct indikator_evidence *world_evidence(const struct indikator_verdict *v, enum indikator_evidence_kind kind,
						int index)
{
	for (size_t i = 0; i < v->evidence_count; i++)
		if (v->evidence[i].kind == kind && (index < 0 || v->evidence[i].index == index))
			return &v->evidence[i];
	return NULL;
}

void world_release(struct world *w)
{
	indikator_set_free(&w->set);
}
