/* Places: the country, its regions, their areas, municipalities and hospitals, in that order. */
#include "national_local.h"

#include "radsbord/base/language.h"

#include <stdio.h>
#include <string.h>

/* One file while its rows are read. */
struct reading {
	struct national *n;
	struct csv_table table;
	const char *path;
};

#define FAULT(...) national_fault(r->n, r->path, row->line, __VA_ARGS__)

static const char *cell(const struct reading *r, const struct csv_row *row, const char *column)
{
	return csv_cell(row, csv_column(&r->table, column));
}

bool national_add_place(struct national *n, const struct place *p, const char *path, int line)
{
	static const enum indikator_place_kind kinds[] = {
		[PLACE_COUNTRY] = INDIKATOR_COUNTRY,
		[PLACE_REGION] = INDIKATOR_REGION,
		[PLACE_AREA] = INDIKATOR_AREA,
		[PLACE_MUNICIPALITY] = INDIKATOR_MUNICIPALITY,
		[PLACE_HOSPITAL] = INDIKATOR_HOSPITAL,
		[PLACE_UNIT] = INDIKATOR_UNIT_PLACE,
	};
	const struct indikator_place engine = {
		.code = p->code,
		.name = p->name,
		.kind = kinds[p->level],
		.parent = p->parent,
		.origin = {.file = path, .line = line},
	};
	struct reference *r = &n->reference;

	if (!*p->code || !*p->name || !map_put(&n->place_codes, p->code, (int)n->places.count)) {
		diagnostics_add(&n->found, DIAGNOSTIC_FAULT, path, line,
		                _("Raden används inte eftersom koden ”%.60s” är tom, redan finns eller saknar namn; rätta den."),
		                p->code);
		return false;
	}
	r->places = mem_grow(r->places, r->places_count, &r->places_cap, sizeof *r->places);
	r->places[r->places_count++] = *p;
	VEC_PUSH(&n->places, engine);
	return true;
}

/* The names between the bars. */
static struct strings split(struct national *n, const char *text)
{
	struct strings out = {0};

	while (*text) {
		size_t len = strcspn(text, "|");

		if (len > 0)
			strings_add(&out, arena_strndup(&n->arena, text, len), &n->arena);
		text += len + (text[len] == '|');
	}
	return out;
}

static void read_region(struct reading *r, const struct csv_row *row)
{
	struct arena *a = &r->n->arena;
	const char *code = arena_strdup(a, cell(r, row, "kod"));
	const char *full = cell(r, row, "fullt_namn");
	struct place p = {
		.code = code,
		.name = arena_strdup(a, cell(r, row, "namn")),
		.region = code,
		.level = PLACE_REGION,
		.parent = 0,
		.aliases = split(r->n, cell(r, row, "alias")),
	};

	p.full_name = *full ? arena_strdup(a, full) : p.name;
	if (strlen(code) != 2)
		FAULT(_("Regionens kod ”%.60s” ska vara två siffror; rätta den."), code);
	national_add_place(r->n, &p, r->path, row->line);
}

/* An area is known by the municipalities that lie in it. */
static void read_area(struct reading *r, const struct csv_row *row)
{
	struct arena *a = &r->n->arena;
	const char *area = cell(r, row, "omrade"), *region = cell(r, row, "region");
	int parent = national_place(r->n, region);
	struct place p = {.level = PLACE_AREA, .parent = parent};

	if (!*area || parent < 0 || national_scope(r->n, region, area) >= 0)
		return;
	p.code = arena_printf(a, "%s:%s", region, area);
	p.name = p.full_name = arena_strdup(a, area);
	p.region = r->n->reference.places[parent].code;
	national_add_place(r->n, &p, r->path, row->line);
}

static struct num position(const struct reading *r, const struct csv_row *row, const char *column)
{
	const char *text = cell(r, row, column);
	struct num out = NUM_UNKNOWN;

	if (*text && !num_parse(text, &out, NULL))
		FAULT(_("Läget ”%.60s” är inget tal; skriv det med punkt, till exempel 59.51839."), text);
	return out;
}

static void read_municipality(struct reading *r, const struct csv_row *row)
{
	struct arena *a = &r->n->arena;
	const char *area = cell(r, row, "omrade");
	int parent = national_scope(r->n, cell(r, row, "region"), *area ? area : NULL);
	struct place p = {.level = PLACE_MUNICIPALITY, .parent = parent};

	if (parent <= 0) {
		FAULT(_("Kommunen används inte eftersom regionen ”%.60s” inte finns; rätta koden."),
		      cell(r, row, "region"));
		return;
	}
	p.code = arena_strdup(a, cell(r, row, "kod"));
	p.name = p.full_name = arena_strdup(a, cell(r, row, "namn"));
	p.region = r->n->reference.places[parent].region;
	p.latitude = position(r, row, "lat");
	p.longitude = position(r, row, "lon");
	if (strlen(p.code) != 4 || strncmp(p.code, p.region, 2) != 0)
		FAULT(_("Kommunens kod ”%.60s” ska vara fyra siffror som börjar med regionens; rätta den."), p.code);
	national_add_place(r->n, &p, r->path, row->line);
}

static void read_hospital(struct reading *r, const struct csv_row *row)
{
	struct arena *a = &r->n->arena;
	int parent = national_place(r->n, cell(r, row, "kommun"));
	struct place p = {.level = PLACE_HOSPITAL, .parent = parent};

	if (parent < 0 || r->n->reference.places[parent].level != PLACE_MUNICIPALITY) {
		FAULT(_("Sjukhuset används inte eftersom kommunen ”%.60s” inte finns; rätta koden."),
		      cell(r, row, "kommun"));
		return;
	}
	p.code = arena_strdup(a, cell(r, row, "id"));
	p.name = p.full_name = arena_strdup(a, cell(r, row, "namn"));
	p.region = r->n->reference.places[parent].region;
	p.aliases = split(r->n, cell(r, row, "rapportens_namn"));
	if (strcmp(p.region, cell(r, row, "region")) != 0)
		FAULT(_("Sjukhuset ligger i en kommun utanför regionen ”%.60s”; rätta en av dem. Kommunen gäller."),
		      cell(r, row, "region"));
	national_add_place(r->n, &p, r->path, row->line);
}

typedef void read_row(struct reading *r, const struct csv_row *row);

static void each(struct reading *r, read_row *read)
{
	for (size_t i = 0; i < r->table.count; i++)
		read(r, &r->table.rows[i]);
}

static bool open_table(struct reading *r, const struct national_source *from, enum national_table_id which)
{
	const struct national_table *t = &national_tables[which];

	return national_csv(r->n, from, t->file, &r->table, &r->path) && national_columns(r->n, &r->table, r->path, t->columns);
}

const struct national_table national_tables[NATIONAL_TABLES] = {
	[NATIONAL_REGIONS] = {"regioner.csv", {"kod", "namn", "fullt_namn", "alias"}},
	[NATIONAL_MUNICIPALITIES] = {"kommuner.csv", {"kod", "namn", "region", "omrade", "lat", "lon"}},
	[NATIONAL_HOSPITALS] = {"sjukhus.csv", {"id", "namn", "region", "kommun", "rapportens_namn"}},
};

bool national_read_places(struct national *n, const struct national_source *from)
{
	struct reading regions = {.n = n}, municipalities = {.n = n}, hospitals = {.n = n};
	struct place country = {.code = "00", .name = N_("Sverige"), .full_name = N_("Riket"), .level = PLACE_COUNTRY,
	                        .parent = -1};
	size_t places;
	bool ok;

	strings_add(&country.aliases, "hela landet", &n->arena);
	strings_add(&country.aliases, "landet", &n->arena);
	ok = open_table(&regions, from, NATIONAL_REGIONS) && regions.table.count > 0;
	if (ok) {
		national_add_place(n, &country, regions.path, 0);
		each(&regions, read_region);
	}
	ok = ok && open_table(&municipalities, from, NATIONAL_MUNICIPALITIES);
	if (ok) {
		each(&municipalities, read_area);
		places = n->places.count;
		each(&municipalities, read_municipality);
		ok = n->places.count > places;
	}
	if (ok && open_table(&hospitals, from, NATIONAL_HOSPITALS))
		each(&hospitals, read_hospital);
	csv_release(&regions.table);
	csv_release(&municipalities.table);
	csv_release(&hospitals.table);
	return ok;
}

int national_place(const struct national *n, const char *code)
{
	return map_get(&n->place_codes, code);
}

int national_scope(const struct national *n, const char *region, const char *area)
{
	char code[256];
	int at;

	if (!region && !area)
		return 0;
	if (!region)
		return -1;
	at = national_place(n, region);
	if (at < 0 || n->places.items[at].kind != INDIKATOR_REGION)
		return -1;
	if (!area)
		return at;
	if (snprintf(code, sizeof code, "%s:%s", region, area) >= (int)sizeof code)
		return -1;
	return national_place(n, code);
}

int national_place_named(const struct national *n, int scope, const char *text)
{
	int at = national_place(n, text);

	if (at < 0 && scope >= 0 && n->reference.places[scope].region)
		at = national_scope(n, n->reference.places[scope].region, text);
	return at;
}

bool national_within(const struct national *n, int inner, int outer)
{
	for (; inner >= 0; inner = n->places.items[inner].parent)
		if (inner == outer)
			return true;
	return false;
}
