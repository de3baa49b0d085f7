/* The engine's data out of records. What does not resolve is left out with a fault, never widened. */
#include "measures.h"
#include "national_local.h"

#include "radsbord/base/language.h"
#include "radsbord/council/goal.h"
#include "radsbord/council/inventory.h"

#include <stdlib.h>
#include <string.h>

struct engine_data {
	struct arena arena;
	const struct national *national;
	struct indikator_set *set;
	/* the national places, and the council's units after them */
	struct reference reference;
	struct {
		struct indikator_place *items;
		size_t count, cap;
	} places;
	struct map own_places;     /* Id of a council's unit -> place */
	struct {
		struct indikator_observation *items;
		size_t count, cap;
	} observations;
	struct {
		struct indikator_statement *items;
		size_t count, cap;
	} statements;
	struct {
		struct indikator_unit *items;
		size_t count, cap;
	} units;
	struct {
		struct indikator_inventory *items;
		size_t count, cap;
	} inventories;
	struct {
		struct indikator_target *items;
		size_t count, cap;
	} targets;
	/* the records behind them, index by index */
	struct {
		const struct gap **items;
		size_t count, cap;
	} gap_records;
	struct {
		const struct unit **items;
		size_t count, cap;
	} unit_records;
	struct diagnostics *d;
};

/* A record while it is translated. */
struct source_record {
	const struct record *head;
	const char *what;          /* "Bristen" */
	int scope;
};

static indikator_date day(struct date d)
{
	return date_known(d) ? d.year * 10000 + d.month * 100 + d.day : 0;
}

static bool fault(struct engine_data *e, const struct source_record *r, const char *field, const char *value,
                  const char *why)
{
	diagnostics_add(e->d, DIAGNOSTIC_FAULT, r->head->file, r->head->line,
	                _("%s %s räknas inte in i omdömena: %s ”%.100s” %s; rätta värdet."), r->what, r->head->id, field,
	                value, why);
	return false;
}

/* The scope of a record; a council's own must say which region it is about, or it would be about the country. */
static bool find_scope(struct engine_data *e, struct source_record *r, const char *region, const char *area,
                       enum indikator_level level)
{
	if (!region && !area && level == INDIKATOR_COUNCIL)
		return fault(e, r, "Region", "", _("saknas"));
	r->scope = national_scope(e->national, region, area);
	if (r->scope >= 0)
		return true;
	if (area && (!region || national_scope(e->national, region, NULL) >= 0))
		return fault(e, r, "Omrade", area, _("finns inte i regionen"));
	return fault(e, r, "Region", region, _("finns inte"));
}

/* The places of a repeated field. False, with a fault, when one does not exist or lies outside the scope. */
static bool find_places(struct engine_data *e, const struct source_record *r, const char *field,
                        const struct strings *names, const int **out, size_t *count)
{
	int *places = arena_alloc(&e->arena, (names->count + 1) * sizeof *places);
	bool ok = true;

	*out = places;
	*count = 0;
	for (size_t i = 0; i < names->count; i++) {
		int place = national_place_named(e->national, r->scope, names->items[i]);

		if (place < 0)
			ok = fault(e, r, field, names->items[i], _("finns inte"));
		else if (e->national->places.items[place].kind == INDIKATOR_UNIT_PLACE)
			ok = fault(e, r, field, names->items[i], _("är en enhet och inte en plats"));
		else if (!national_within(e->national, place, r->scope))
			ok = fault(e, r, field, names->items[i], _("ligger utanför postens region eller område"));
		else
			places[(*count)++] = place;
	}
	return ok;
}

/* "geografi: ..." says that it holds for a part which the source does not name. */
static bool part_unnamed(const struct gap *g)
{
	for (size_t i = 0; i < g->limits.count; i++)
		if (strncmp(g->limits.items[i], "geografi:", 9) == 0)
			return g->places.count == 0;
	return false;
}

static enum indikator_degree degree(int code)
{
	return code == GAP_MET ? INDIKATOR_MET : code == GAP_LIMITED ? INDIKATOR_LIMITED : INDIKATOR_MISSING;
}

static void add_gap(struct engine_data *e, const struct gap *g, enum record_kind kind, enum indikator_level level)
{
	struct source_record r = {.head = &g->head, .what = kind == RECORD_FACT ? _("Uppgiften") : _("Bristen")};
	struct indikator_statement s = {
		.id = g->head.id,
		.service = service_choices[g->service].code,
		.degree = degree(g->degree),
		.restricted = g->limits.count > 0,
		.valid_from = day(g->from),
		.valid_to = day(g->to),
		.checked = day(g->checked),
		.level = level,
		.origin = {g->head.file, g->head.line, g->source, g->passage},
	};
	bool ok;

	if (!find_scope(e, &r, g->region, g->area, level))
		return;
	s.scope = r.scope;
	ok = find_places(e, &r, "Plats", &g->places, &s.places, &s.places_count);
	ok = find_places(e, &r, "Utom", &g->except, &s.except, &s.except_count) && ok;
	if (!ok)
		return;
	/* It stays a record to show, but would otherwise be a statement about every municipality. */
	if (part_unnamed(g))
		return;
	VEC_PUSH(&e->statements, s);
	VEC_PUSH(&e->gap_records, g);
}

/* A place of the given kind by its code, or -1; a fault when the code is something else. */
static int find_kind(struct engine_data *e, const struct source_record *r, const char *field, const char *code,
                     enum indikator_place_kind kind)
{
	int place = code ? national_place(e->national, code) : -1;

	if (place >= 0 && e->national->places.items[place].kind == kind)
		return place;
	if (code)
		diagnostics_add(e->d, DIAGNOSTIC_FAULT, r->head->file, r->head->line,
		                _("Enheten %s: %s ”%.100s” finns inte och räknas som okänd; rätta värdet."), r->head->id,
		                field, code);
	return -1;
}

static void add_unit(struct engine_data *e, const struct unit *u, enum indikator_level level)
{
	struct source_record r = {.head = &u->head, .what = _("Enheten")};
	struct indikator_unit out = {
		.id = u->head.id,
		.name = u->name,
		.type = unit_types[u->type].code,
		.catchment_known = u->catchment == 1,
		.valid_from = day(u->from),
		.valid_to = day(u->to),
		.checked = day(u->checked),
		.level = level,
		.origin = {u->head.file, u->head.line, u->source, u->passage},
	};

	if (!find_scope(e, &r, u->region, u->area, level))
		return;
	out.lies_in = find_kind(e, &r, "Ligger_i", u->lies_in, INDIKATOR_MUNICIPALITY);
	out.hospital = find_kind(e, &r, "Sjukhus", u->hospital, INDIKATOR_HOSPITAL);
	r.scope = 0; /* a unit may serve places in another region */
	if (u->region)
		r.scope = national_scope(e->national, u->region, NULL);
	/* A served place that is not found may be any: then the catchment is unknown. */
	if (!find_places(e, &r, "Betjanar", &u->serves, &out.serves, &out.serves_count))
		out.catchment_known = false;
	/* Nobody has said where it lies, but it is somewhere there: in no municipality, yet in the region. */
	if (out.lies_in < 0 && out.hospital < 0)
		out.lies_in = national_scope(e->national, u->region, u->area);
	if (out.lies_in == 0)
		out.lies_in = -1;
	if (u->beds != FIELD_INT_NONE)
		out.beds = (struct indikator_number){u->beds, 1};
	for (int i = 0; i < INDIKATOR_ATTRIBUTES; i++)
		out.attributes[i] = (enum indikator_answer)u->attributes[i];
	VEC_PUSH(&e->units, out);
	VEC_PUSH(&e->unit_records, u);
}

static void add_inventory(struct engine_data *e, const struct inventory *v)
{
	struct source_record r = {.head = &v->head, .what = _("Inventeringen")};
	struct indikator_inventory out = {
		.type = unit_types[v->type].code,
		.complete = (enum indikator_answer)v->complete,
		.origin = {v->head.file, v->head.line, v->source, v->passage},
	};

	if (!find_scope(e, &r, v->region, v->area, INDIKATOR_NATIONAL))
		return;
	out.place = r.scope;
	VEC_PUSH(&e->inventories, out);
}

/* The definition of a ratio or a need by its id, or -1. */
static int find_figure(const struct national *n, const char *id)
{
	for (size_t i = 0; i < n->definitions.count; i++)
		if (strcmp(n->definitions.items[i].id, id) == 0 && n->definitions.items[i].kind != INDIKATOR_SERVICE)
			return (int)i;
	return -1;
}

/* A goal's own target, once for each of its places and indicators. What is not one is reported by check. */
static void add_goal(struct engine_data *e, const struct records *council, const struct goal *g)
{
	struct num low, high;

	if (!goal_target(g, &low, &high))
		return;
	for (size_t p = 0; p < g->places.count; p++)
		for (size_t i = 0; i < g->indicators.count; i++) {
			struct indikator_target t = {
				.id = g->head.id,
				.place = national_place(e->national, g->places.items[p]),
				.definition = find_figure(e->national, g->indicators.items[i]),
				.value = {low.num, low.den},
				.high = {high.num, high.den},
				.year = g->target_year >= 1 && g->target_year <= 9999 ? (int)g->target_year : 0,
				.valid_from = day(goal_from(council, g)),
				.valid_to = day(g->to),
				.origin = {.file = g->head.file, .line = g->head.line},
			};

			if (t.place >= 0 && t.definition >= 0)
				VEC_PUSH(&e->targets, t);
		}
}

static void copy_places(struct engine_data *e)
{
	const struct reference *r = &e->national->reference;

	e->reference = *r;
	e->reference.places = NULL;
	e->reference.places_count = e->reference.places_cap = 0;
	for (size_t i = 0; i < r->places_count; i++) {
		e->reference.places = mem_grow(e->reference.places, i, &e->reference.places_cap, sizeof *r->places);
		e->reference.places[e->reference.places_count++] = r->places[i];
		VEC_PUSH(&e->places, e->national->places.items[i]);
	}
}

/* A council's own units as places. One with the Id of another place is reported by check. */
static void add_unit_places(struct engine_data *e, const struct records *council)
{
	struct reference *r = &e->reference;

	for (size_t i = 0; i < records_count(council, RECORD_UNIT); i++) {
		const struct unit *u = records_unit(council, i);
		struct place p;
		int at = (int)r->places_count;

		if (u->successor || !unit_place(e->national, u, &p))
			continue;
		int known = national_place(e->national, p.code);
		if (known >= 0 && r->places[known].level == PLACE_UNIT) { /* in place of a national one */
			r->places[known] = p;
			e->places.items[known].name = p.name;
			e->places.items[known].parent = p.parent;
		}
		if (known >= 0 ||
		    !map_put(&e->own_places, p.code, at))
			continue;
		r->places = mem_grow(r->places, r->places_count, &r->places_cap, sizeof *r->places);
		r->places[r->places_count++] = p;
		VEC_PUSH(&e->places, ((struct indikator_place){.code = p.code,
		                                               .name = p.name,
		                                               .kind = INDIKATOR_UNIT_PLACE,
		                                               .parent = p.parent,
		                                               .origin = {.file = u->head.file, .line = u->head.line}}));
	}
}

/* A council's figures, before the national ones: where any source will do, its own counts. */
static void add_measurements(struct engine_data *e, const struct measurements *rows)
{
	struct map seen = {0};

	for (size_t i = 0; i < rows->count; i++) {
		const struct measurement *m = &rows->items[i];
		int place = national_place(e->national, m->place);

		if (place < 0)
			place = map_get(&e->own_places, m->place);
		if (place < 0)
			diagnostics_add(e->d, DIAGNOSTIC_FAULT, m->file, m->line,
			                _("Raden används inte eftersom platsen ”%.60s” inte finns; skriv en regions eller kommuns "
			                "kod eller en enhets Id."), m->place);
		else if (!map_put(&seen, measures_key(m, place, &e->arena), 1))
			diagnostics_add(e->d, DIAGNOSTIC_FAULT, m->file, m->line,
			                _("Raden används inte eftersom måttet ”%.60s” redan finns för platsen, året och källan; "
			                "ta bort den ena."), m->measure);
		else
			VEC_PUSH(&e->observations, measures_observation(m, place, &e->arena));
	}
	map_release(&seen);
}

/* National records are left out where the council has its own in their place. */
static void add_records(struct engine_data *e, const struct records *r, enum indikator_level level, const struct records *council)
{
	for (size_t i = 0; i < records_count(r, RECORD_GAP); i++)
		if (level == INDIKATOR_COUNCIL || !inventory_outweighs(council, RECORD_GAP, records_gap(r, i)->head.id))
			add_gap(e, records_gap(r, i), RECORD_GAP, level);
	for (size_t i = 0; i < records_count(r, RECORD_FACT); i++)
		add_gap(e, records_fact(r, i), RECORD_FACT, level);
	for (size_t i = 0; i < records_count(r, RECORD_UNIT); i++)
		if (level == INDIKATOR_COUNCIL || !inventory_outweighs(council, RECORD_UNIT, records_unit(r, i)->head.id))
			add_unit(e, records_unit(r, i), level);
	if (level == INDIKATOR_NATIONAL)
		for (size_t i = 0; i < records_count(r, RECORD_INVENTORY); i++)
			add_inventory(e, records_inventory(r, i));
}

struct engine_data *engine_data_new(const struct national *n, const struct records *council, struct diagnostics *d,
                                    struct error *e)
{
	struct diagnostics unheard = {0};
	struct engine_data *out = mem_alloc(sizeof *out);
	struct indikator_error why = {.text = ""};
	struct indikator_data data;

	out->national = n;
	out->d = d ? d : &unheard;
	copy_places(out);
	add_records(out, &n->records, INDIKATOR_NATIONAL, council);
	for (size_t i = 0; i < n->targets.count; i++)
		VEC_PUSH(&out->targets, n->targets.items[i]);
	if (council) {
		add_unit_places(out, council);
		add_records(out, council, INDIKATOR_COUNCIL, council);
		add_measurements(out, &council->measurements);
		for (size_t i = 0; i < records_count(council, RECORD_GOAL); i++)
			add_goal(out, council, records_goal(council, i));
	}
	for (size_t i = 0; i < n->observations.count; i++)
		VEC_PUSH(&out->observations, n->observations.items[i]);
	out->d = NULL;
	diagnostics_release(&unheard);
	data = (struct indikator_data){
		out->places.items,      out->places.count,      out->observations.items, out->observations.count,
		out->units.items,       out->units.count,       out->statements.items, out->statements.count,
		out->inventories.items, out->inventories.count, n->definitions.items,  n->definitions.count,
		out->targets.items,     out->targets.count,
	};
	out->set = indikator_set_new(&data, &why);
	if (!out->set) {
		struct buf said = {0};

		language_repeat(why.form, why.text, &said);
		error_set(e, ERROR_DATA, "%s", buf_cstr(&said));
		buf_release(&said);
		engine_data_free(&out);
	}
	return out;
}

void engine_data_free(struct engine_data **e)
{
	struct engine_data *old = *e;

	*e = NULL;
	if (!old)
		return;
	indikator_set_free(&old->set);
	free(old->reference.places);
	free(old->places.items);
	free(old->observations.items);
	map_release(&old->own_places);
	free(old->statements.items);
	free(old->units.items);
	free(old->inventories.items);
	free(old->targets.items);
	free(old->gap_records.items);
	free(old->unit_records.items);
	arena_release(&old->arena);
	free(old);
}

const struct indikator_set *engine_data_set(const struct engine_data *e)
{
	return e->set;
}

const struct reference *engine_data_reference(const struct engine_data *e)
{
	return &e->reference;
}

const struct gap *engine_data_gap(const struct engine_data *e, int statement)
{
	return statement >= 0 && (size_t)statement < e->gap_records.count ? e->gap_records.items[statement] : NULL;
}

const struct unit *engine_data_unit(const struct engine_data *e, int unit)
{
	return unit >= 0 && (size_t)unit < e->unit_records.count ? e->unit_records.items[unit] : NULL;
}
