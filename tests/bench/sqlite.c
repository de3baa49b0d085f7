/* sqlite.c - see judged.h. */
#include "bench/judged.h"

#include "bench/bench.h"

#include <sqlite3.h>

#include <stdlib.h>
#include <string.h>

struct peer {
	const struct country *country;
	sqlite3 *db;
	sqlite3_stmt *queries[3];
};

static const char schema[] =
    /* one row a figure, in the order in which both queries walk them; region is the place itself when a region states
       it */
    "CREATE TABLE figure(measure INT, year INT, region INT, place INT, value INT,"
    " PRIMARY KEY(measure, year, region, place)) WITHOUT ROWID;"
    /* value = factor * (up * a - cut * r) / (up * b), a need; factor * a / b, a ratio */
    "CREATE TABLE ratio(id INTEGER PRIMARY KEY, a INT, b INT, need INT, up INT, cut INT, factor INT, direction INT,"
    " target INT, target_den INT);"
    "CREATE TABLE service(id INTEGER PRIMARY KEY, every INT);"
    "CREATE TABLE year(year INTEGER PRIMARY KEY, date INT);"
    "CREATE TABLE place(id INTEGER PRIMARY KEY, region INT, municipality INT);"
    /* a statement at a place it covers, the weightiest first */
    "CREATE TABLE covers(service INT, place INT, weight INT, first INT, last INT, status INT, item INT,"
    " PRIMARY KEY(service, place, weight DESC, item)) WITHOUT ROWID;"
    /* a unit at a place it concerns; tally counts 1 met, 1000 could, 1000000 fails, 1000000000 might */
    "CREATE TABLE concerns(service INT, place INT, first INT, last INT, tally INT, item INT,"
    " PRIMARY KEY(service, place, item)) WITHOUT ROWID;"
    /* the day from which every inventory that a service needs is complete in a region */
    "CREATE TABLE complete(service INT, region INT, first INT, PRIMARY KEY(service, region)) WITHOUT ROWID;"
    "CREATE TABLE inhabitants(place INT, year INT, people INT, PRIMARY KEY(place, year)) WITHOUT ROWID;";

#define STATUS                                                                                                         \
	"CASE WHEN a IS NULL OR b IS NULL OR b = 0 THEN 1"                                                             \
	" WHEN direction = 3 THEN 0"                                                                                   \
	" WHEN target IS NULL THEN CASE WHEN direction = 0 AND a = 0 THEN 2 ELSE 0 END"                                \
	" WHEN direction = 1 THEN CASE WHEN a * factor * target_den <= target * b THEN 4 ELSE 3 END"                   \
	" WHEN a * factor * target_den >= target * b THEN 4 WHEN a = 0 THEN 2 ELSE 3 END"
#define RATIO                                                                                                          \
	"CASE WHEN need THEN up * y.value - cut * x.value ELSE x.value END AS a,"                                      \
	"CASE WHEN need THEN up * y.value WHEN ratio.b < 0 THEN 1 ELSE y.value END AS b"

static const char municipalities[] =
    "SELECT id, year, place, a, b, " STATUS
    " FROM (SELECT ratio.id, x.year, x.place, factor, direction, target, target_den," RATIO
    " FROM ratio JOIN figure x ON x.measure = ratio.a LEFT JOIN figure y ON y.measure = ratio.b AND y.year = x.year"
    " AND y.region = x.region AND y.place = x.place WHERE x.place <> x.region)";

static const char regions[] =
    "WITH total(measure, year, region, value) AS MATERIALIZED (SELECT measure, year, region,"
    " CASE WHEN COUNT(value) = COUNT(*) THEN SUM(value) END FROM figure GROUP BY measure, year, region)"
    "SELECT id, year, region, a, b, " STATUS
    " FROM (SELECT ratio.id, x.year, x.region, factor, direction, target, target_den," RATIO
    " FROM ratio JOIN total x ON x.measure = ratio.a LEFT JOIN total y ON y.measure = ratio.b AND y.year = x.year"
    " AND y.region = x.region)";

/* The units' status where no statement settles it: any that meets, or, when every one must, all of them and one at
 * least. */
static const char services[] =
    "WITH leaf(service, year, region, place, municipality, status) AS MATERIALIZED ("
    "SELECT service, year, region, place, municipality, COALESCE(stated,"
    " CASE WHEN NOT every AND tally % 1000 > 0 THEN 4 WHEN every AND tally BETWEEN 1 AND 999 THEN 4"
    " WHEN every AND tally / 1000000 % 1000 > 0 THEN 3"
    " WHEN tally / 1000 % 1000 > 0 OR tally >= 1000000000 THEN 1 WHEN tally / 1000000 > 0 THEN 3"
    " WHEN complete THEN 2 ELSE 1 END)"
    "FROM (SELECT service.id AS service, year, region, place.id AS place, municipality, every,"
    " (SELECT status FROM covers c WHERE c.service = service.id AND c.place = place.id AND first <= date AND last >= "
    "date"
    "  LIMIT 1) AS stated,"
    " (SELECT IFNULL(SUM(tally), 0) FROM concerns u WHERE u.service = service.id AND u.place = place.id AND first <= "
    "date"
    "  AND last >= date) AS tally,"
    " (SELECT first <= date FROM complete k WHERE k.service = service.id AND k.region = place.region) AS complete"
    " FROM service, year, place))"
    "SELECT service, year, place, status, NULL, NULL, NULL, NULL FROM leaf WHERE municipality "
    "UNION ALL SELECT service, leaf.year, region,"
    " CASE WHEN MAX(status = 3) OR (MAX(status = 4) AND MAX(status = 2)) THEN 3 WHEN MIN(status) = 4 THEN 4"
    "  WHEN MIN(status) = 2 AND MAX(status) = 2 THEN 2 ELSE 1 END,"
    " SUM((status = 4) * people), SUM((status = 3) * people), SUM((status = 2) * people), SUM((status = 1) * people)"
    " FROM leaf LEFT JOIN inhabitants i ON i.place = leaf.place AND i.year = leaf.year"
    " WHERE municipality OR status <> 1 GROUP BY service, leaf.year, region";

static void check(struct peer *p, int code)
{
	if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
		bench_fail("SQLite: %s", sqlite3_errmsg(p->db));
}

static void run(struct peer *p, const char *sql)
{
	check(p, sqlite3_exec(p->db, sql, NULL, NULL, NULL));
}

/* Inserts a row of `count` numbers; INT64_MIN is NULL. */
static void insert(struct peer *p, const char *table, const int64_t *row, int count)
{
	static sqlite3_stmt *last;
	static const char *last_table;

	if (!row || last_table != table) {
		char sql[128] = "INSERT OR IGNORE INTO ";

		sqlite3_finalize(last);
		last = NULL;
		last_table = table;
		if (!row)
			return;
		strcat(strcat(sql, table), " VALUES(?");
		for (int i = 1; i < count; i++)
			strcat(sql, ",?");
		check(p, sqlite3_prepare_v2(p->db, strcat(sql, ")"), -1, &last, NULL));
	}
	for (int i = 0; i < count; i++)
		if (row[i] == INT64_MIN)
			sqlite3_bind_null(last, i + 1);
		else
			sqlite3_bind_int64(last, i + 1, row[i]);
	check(p, sqlite3_step(last));
	sqlite3_reset(last);
}
#define INSERT(p, table, ...)                                                                                          \
	insert(p, table, (const int64_t[]){__VA_ARGS__},                                                               \
	       (int)(sizeof((const int64_t[]){__VA_ARGS__}) / sizeof(int64_t)))

static int region_of(const struct country *c, int place)
{
	while (place >= 0 && c->data.places[place].kind != INDIKATOR_REGION)
		place = c->data.places[place].parent;
	return place;
}

/* ---- filling -------------------------------------------------------------------------------- */

static void fill_figures(struct peer *p)
{
	const struct country *c = p->country;

	for (size_t i = 0; i < c->data.observations_count; i++) {
		const struct indikator_observation *o = &c->data.observations[i];
		int64_t value = o->value.den ? o->value.num : INT64_MIN;

		INSERT(p, "figure", c->observation_measures[i], o->year, region_of(c, o->place), o->place, value);
		if (!strcmp(o->measure, "invanare"))
			INSERT(p, "inhabitants", o->place, o->year, value);
	}
	for (int y = 0; y < c->years; y++)
		INSERT(p, "year", c->first_year + y, (c->first_year + y) * 10000 + 1231);
	for (size_t i = 0; i < c->data.definitions_count; i++) {
		const struct indikator_definition *d = &c->data.definitions[i];
		bool need = d->kind == INDIKATOR_NEED;

		if (d->kind == INDIKATOR_SERVICE)
			INSERT(p, "service", (int64_t)i, d->quantifier == INDIKATOR_ALL);
		else
			INSERT(p, "ratio", (int64_t)i, c->measures[i][need ? 3 : 0], c->measures[i][need ? 2 : 1], need,
			       d->share.num, d->share.den, d->factor.den ? d->factor.num : 1, d->direction,
			       d->target.den ? d->target.num : INT64_MIN, d->target.den);
	}
}

static bool leaf(const struct country *c, int place)
{
	return c->data.places[place].kind == INDIKATOR_MUNICIPALITY || c->data.places[place].kind == INDIKATOR_HOSPITAL;
}

/* A listed place stands for what lies within; a hospital for itself and the municipalities of its catchment. */
static bool listed_covers(const struct country *c, const struct indikator_set *set, int listed, int place)
{
	const struct indikator_place *l = &c->data.places[listed];

	if (l->kind != INDIKATOR_HOSPITAL || listed == place)
		return indikator_within(set, place, listed);
	for (size_t i = 0; i < l->serves_count; i++)
		if (c->data.places[place].kind == INDIKATOR_MUNICIPALITY && indikator_within(set, place, l->serves[i]))
			return true;
	return false;
}

static void fill_statement(struct peer *p, const struct indikator_set *set, size_t at, int place)
{
	const struct country *c = p->country;
	const struct indikator_statement *s = &c->data.statements[at];
	bool limited = s->restricted || s->degree == INDIKATOR_LIMITED;
	int status = limited ? 3 : s->degree == INDIKATOR_MET ? 4 : 2, kind = -1;

	for (size_t i = 0; i < s->places_count; i++)
		if (listed_covers(c, set, s->places[i], place) && (int)c->data.places[s->places[i]].kind > kind)
			kind = (int)c->data.places[s->places[i]].kind;
	if (!s->places_count && indikator_within(set, place, s->scope))
		kind = (int)c->data.places[s->scope].kind;
	for (size_t i = 0; i < s->except_count; i++)
		if (listed_covers(c, set, s->except[i], place))
			kind = -1;
	for (size_t d = 0; kind >= 0 && d < c->data.definitions_count; d++)
		if (c->data.definitions[d].service && !strcmp(c->data.definitions[d].service, s->service))
			INSERT(p, "covers", (int64_t)d, place,
			       ((int64_t)kind << 40) + ((int64_t)s->checked << 4) + (4 - status), s->valid_from,
			       s->valid_to ? s->valid_to : 99999999, status, (int64_t)at);
}

static int64_t tally_of(const struct indikator_definition *d, const struct indikator_unit *u)
{
	int64_t tally = 1000000;

	if (!d->requires_count[INDIKATOR_MAP])
		return 1;
	for (size_t a = 0; a < d->requires_count[INDIKATOR_MAP]; a++) {
		int worst = INDIKATOR_YES;

		for (int k = 0; k < INDIKATOR_ATTRIBUTES; k++)
			if (d->requires[INDIKATOR_MAP][a] >> k & 1 && u->attributes[k] != INDIKATOR_YES &&
			    worst != INDIKATOR_NO)
				worst = (int)u->attributes[k];
		if (worst == INDIKATOR_YES)
			return 1;
		if (worst == INDIKATOR_UNKNOWN)
			tally = 1000;
	}
	return tally;
}

static bool serves(const struct country *c, const struct indikator_set *set, const struct indikator_unit *u, int place)
{
	for (size_t i = 0; i < u->serves_count; i++)
		if (listed_covers(c, set, u->serves[i], place))
			return true;
	return u->hospital == place;
}

static bool in_its_regions(const struct country *c, const struct indikator_unit *u, int place)
{
	int region = region_of(c, place);

	for (size_t i = 0; i < u->serves_count; i++)
		if (region_of(c, u->serves[i]) == region)
			return true;
	return region_of(c, u->lies_in) == region || (u->hospital >= 0 && region_of(c, u->hospital) == region);
}

static void fill_unit(struct peer *p, const struct indikator_set *set, size_t at, int place)
{
	const struct country *c = p->country;
	const struct indikator_unit *u = &c->data.units[at];
	const struct indikator_place *self = &c->data.places[place];
	bool serving = serves(c, set, u, place), might = !u->catchment_known && in_its_regions(c, u, place);
	bool lies = u->hospital == place || u->lies_in == (self->kind == INDIKATOR_HOSPITAL ? self->parent : place);

	for (size_t d = 0; d < c->data.definitions_count; d++) {
		const struct indikator_definition *f = &c->data.definitions[d];
		bool relevant = f->relation == INDIKATOR_LIES_IN ? lies : serving;
		bool asked = false;

		for (int t = 0; f->kind == INDIKATOR_SERVICE && t < INDIKATOR_TYPES && f->types[t]; t++)
			asked |= !strcmp(f->types[t], u->type);
		if (asked && (relevant || (might && f->relation == INDIKATOR_SERVES)))
			INSERT(p, "concerns", (int64_t)d, place, u->valid_from, u->valid_to ? u->valid_to : 99999999,
			       relevant ? tally_of(f, u) : 1000000000, (int64_t)at);
	}
}

/* Every type of unit has one inventory in each region. */
static void fill_complete(struct peer *p, size_t d, int region)
{
	const struct country *c = p->country;
	const struct indikator_definition *f = &c->data.definitions[d];
	indikator_date first = 0;

	for (int t = 0; t < INDIKATOR_TYPES && f->types[t]; t++)
		for (size_t i = 0; i < c->data.inventories_count; i++) {
			const struct indikator_inventory *v = &c->data.inventories[i];

			if (v->place != region || strcmp(v->type, f->types[t]) != 0)
				continue;
			if (v->complete != INDIKATOR_YES)
				return;
			if (v->valid_from > first)
				first = v->valid_from;
		}
	INSERT(p, "complete", (int64_t)d, region, first);
}

static void fill_services(struct peer *p, const struct indikator_set *set)
{
	const struct country *c = p->country;

	for (size_t i = 0; i < c->data.places_count; i++)
		if (leaf(c, (int)i))
			INSERT(p, "place", (int64_t)i, region_of(c, (int)i),
			       c->data.places[i].kind == INDIKATOR_MUNICIPALITY);
	for (size_t s = 0; s < c->data.statements_count; s++)
		for (size_t i = 0; i < c->data.places_count; i++)
			if (leaf(c, (int)i))
				fill_statement(p, set, s, (int)i);
	for (size_t u = 0; u < c->data.units_count; u++)
		for (size_t i = 0; i < c->data.places_count; i++)
			if (leaf(c, (int)i))
				fill_unit(p, set, u, (int)i);
	for (size_t d = 0; d < c->data.definitions_count; d++)
		for (size_t i = 0; i < c->data.places_count; i++)
			if (c->data.definitions[d].kind == INDIKATOR_SERVICE &&
			    c->data.places[i].kind == INDIKATOR_REGION)
				fill_complete(p, d, (int)i);
}

struct peer *peer_open(const struct country *c, const struct indikator_set *set)
{
	static const char *const queries[] = {municipalities, regions, services};
	struct peer *p = calloc(1, sizeof *p);

	if (!p)
		bench_fail("Minnet tog slut.");
	p->country = c;
	check(p, sqlite3_open(":memory:", &p->db));
	run(p, "PRAGMA journal_mode = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -262144; BEGIN");
	run(p, schema);
	fill_figures(p);
	fill_services(p, set);
	insert(p, NULL, NULL, 0);
	run(p, "COMMIT; ANALYZE");
	for (int i = 0; i < 3; i++)
		check(p, sqlite3_prepare_v3(p->db, queries[i], -1, SQLITE_PREPARE_PERSISTENT, &p->queries[i], NULL));
	return p;
}

size_t peer_memory(void)
{
	return (size_t)sqlite3_memory_used();
}

void peer_close(struct peer **p)
{
	for (int i = 0; i < 3; i++)
		sqlite3_finalize((*p)->queries[i]);
	sqlite3_close((*p)->db);
	free(*p);
	*p = NULL;
}

/* ---- asking --------------------------------------------------------------------------------- */

static struct judged row_of(sqlite3_stmt *q, bool service)
{
	if (service)
		return (struct judged){.status = sqlite3_column_int(q, 3),
				       .met = sqlite3_column_int64(q, 4),
				       .partly = sqlite3_column_int64(q, 5),
				       .missing = sqlite3_column_int64(q, 6),
				       .unknown = sqlite3_column_int64(q, 7)};
	if (sqlite3_column_type(q, 3) == SQLITE_NULL || sqlite3_column_type(q, 4) == SQLITE_NULL)
		return (struct judged){.status = sqlite3_column_int(q, 5)};
	return (struct judged){.above = sqlite3_column_int64(q, 3),
			       .below = sqlite3_column_int64(q, 4),
			       .status = sqlite3_column_int(q, 5)};
}

void peer_query(struct peer *p, struct judged *out)
{
	for (int i = 0; i < 3; i++) {
		sqlite3_stmt *q = p->queries[i];
		int code;

		while ((code = sqlite3_step(q)) == SQLITE_ROW) {
			struct judged row = row_of(q, i == 2);

			if (out)
				out[judged_at(p->country, sqlite3_column_int(q, 0), sqlite3_column_int(q, 1),
					      sqlite3_column_int(q, 2))] = row;
		}
		check(p, code);
		sqlite3_reset(q);
	}
}
