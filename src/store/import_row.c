/* One row of a table: its place, its measure, and what each of its cells becomes. */
#include "import_local.h"

#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>

const char *import_cell(const struct import_reading *x, const struct csv_row *row, enum column_role role)
{
	for (size_t i = 0; i < x->layout.count; i++)
		if (x->layout.columns[i].name.role == role)
			return csv_cell(row, (int)i);
	return "";
}

void import_add(struct import_reading *x, const struct csv_row *row, enum import_state state, const char *text, const char *why)
{
	VEC_PUSH(x->im, ((struct import_row){.line = row->line, .state = state, .place = -1, .value = NUM_UNKNOWN,
	                                     .text = arena_strdup(&x->im->arena, text), .why = why}));
}

/* ---- place and measure -------------------------------------------------------------- */

static bool is_total(const char *text)
{
	static const char *const words[] = {"totalt", "total", "samtliga", "alla", "tot", "t", "båda könen", "båda", "hela länet",
	                                    "hela regionen", "totalt ålder", "alla åldrar", "män och kvinnor", "kvinnor och män"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (text_same_name(text, words[i]))
			return true;
	return !*text;
}

/* Each text is looked up once, however many rows have it. */
static struct import_place find_place(struct import_reading *x, const char *code, const char *text, enum place_hint hint)
{
	const char *key = arena_printf(&x->im->arena, "%d/%s/%s", hint, code, text);
	int at = map_get(&x->place_texts, key);

	if (at >= 0)
		return x->places.items[at];
	struct import_place p = import_find_place(x->reference, code, text, hint, x->o->municipality, &x->im->arena);
	map_put(&x->place_texts, key, (int)x->places.count);
	VEC_PUSH(&x->places, p);
	return p;
}

/* The longest code of the row: a municipality's before its region's. */
static const char *row_code(const struct import_reading *x, const struct csv_row *row)
{
	const char *best = "";

	for (size_t i = 0; i < x->layout.count; i++)
		if (x->layout.columns[i].name.role == COLUMN_CODE && strlen(csv_cell(row, (int)i)) > strlen(best))
			best = csv_cell(row, (int)i);
	return best;
}

static struct import_place unit_place(struct import_reading *x, const char *text)
{
	struct import_place p = find_place(x, "", text, HINT_NONE);

	if (p.place >= 0 && x->reference->places[p.place].level == PLACE_UNIT)
		return p;
	return (struct import_place){-1, -1, arena_printf(&x->im->arena, "enheten ”%.60s” finns inte bland rådets enheter", text)};
}

struct import_place import_row_place(struct import_reading *x, const struct csv_row *row)
{
	const char *unit = import_cell(x, row, COLUMN_UNIT), *inner = import_cell(x, row, COLUMN_MUNICIPALITY);
	const char *county = import_cell(x, row, COLUMN_COUNTY), *region = import_cell(x, row, COLUMN_REGION);
	const char *place = import_cell(x, row, COLUMN_PLACE), *code = row_code(x, row);

	if (!is_total(unit))
		return unit_place(x, unit);
	if (!is_total(inner))
		return find_place(x, code, inner, HINT_MUNICIPALITY);
	if (*place)
		return find_place(x, code, place, HINT_NONE);
	if (*region)
		return find_place(x, code, region, *county ? HINT_REGION : HINT_NONE);
	return find_place(x, code, county, HINT_REGION);
}

/* What a name means that is a region's and a municipality's: what all the other names of the column are, if that is regions. */
static void settle(struct import_reading *x, struct import_place *p)
{
	if (p->place < 0 || p->municipality < 0 || x->regions_only)
		return;
	p->why = arena_printf(&x->im->arena, "”%.60s” är både en region och en kommun; skriv koden eller Region %s, eller ange --kommun",
	                      x->reference->places[p->place].name, x->reference->places[p->place].name);
	p->place = -1;
}

/* A municipality must lie in the region that its row names. */
static void check_region(struct import_reading *x, const struct csv_row *row, struct import_place *p)
{
	const char *inner = import_cell(x, row, COLUMN_MUNICIPALITY), *outer = import_cell(x, row, COLUMN_COUNTY);
	struct import_place region;

	outer = *outer ? outer : import_cell(x, row, COLUMN_REGION);
	if (p->place < 0 || !*inner || !*outer)
		return;
	region = find_place(x, "", outer, HINT_REGION);
	if (region.place >= 0 && indikator_within(x->set, p->place, region.place))
		return;
	p->why = arena_printf(&x->im->arena, "%s ligger inte i ”%.60s”", x->reference->places[p->place].name, outer);
	p->place = -1;
}

struct import_name import_row_name(struct import_reading *x, const struct csv_row *row)
{
	const char *text = import_cell(x, row, COLUMN_MEASURE);
	int at = *text ? map_get(&x->name_texts, text) : -1;
	struct import_name name = {.role = COLUMN_UNKNOWN, .indicator = -1};

	if (at >= 0)
		return x->names.items[at];
	if (!*text)
		return name;
	name = import_find_name(x->reference, x->set, text);
	map_put(&x->name_texts, arena_strdup(&x->im->arena, text), (int)x->names.count);
	VEC_PUSH(&x->names, name);
	return name;
}

/* ---- one cell -------------------------------------------------------------------------- */

/* What is known of a cell before its value. */
struct cell {
	const struct column *column;
	const char *text;
	enum column_role role;
	int indicator;
	const char *code;     /* of the measure; NULL: `why` */
	const char *why;
	enum import_state state;
};

/* The indicator whose numerator a measure is, or -1. */
static int indicator_of(const struct import_reading *x, const char *code)
{
	const struct indikator_data *data = indikator_set_data(x->set);

	for (size_t i = 0; i < data->definitions_count; i++)
		if (data->definitions[i].kind == INDIKATOR_RATIO && data->definitions[i].numerator.measure &&
		    strcmp(data->definitions[i].numerator.measure, code) == 0)
			return (int)i;
	return -1;
}

static void refuse(struct cell *c, const char *why)
{
	c->code = NULL;
	c->state = IMPORT_UNKNOWN;
	c->why = why;
}

/* The measure of an indicator that a column is about. */
static void by_indicator(struct import_reading *x, struct cell *c)
{
	const struct indikator_definition *d = &indikator_set_data(x->set)->definitions[c->indicator];
	const struct indicator_text *t = &x->reference->indicators[c->indicator];
	bool percent = c->role == COLUMN_SHARE || strchr(c->text, '%');

	if (d->kind != INDIKATOR_RATIO)
		refuse(c, arena_printf(&x->im->arena, "%s räknas inte ur täljare och nämnare; skriv måttets kod", t->title));
	else if (c->role == COLUMN_DENOMINATOR)
		c->code = d->denominator.measure;
	else if (c->role == COLUMN_NUMERATOR || !d->denominator.measure)
		c->code = d->numerator.measure;
	else if (percent)
		refuse(c, arena_printf(&x->im->arena, "andelen ensam räcker inte: %s räknas ur antal %s och antal %s", t->title,
		                       measure_words(d->numerator.measure), measure_words(d->denominator.measure)));
	else
		refuse(c, arena_printf(&x->im->arena, "%s: filen säger inte om talet är täljare, nämnare eller andel", t->title));
	c->role = percent ? COLUMN_SHARE : c->role;
	if (!c->code && !c->why)
		refuse(c, arena_printf(&x->im->arena, "%s har ingen nämnare", t->title));
}

/* The name that counts for a column: its own, else the row's, else the one that was asked for. */
static struct import_name name_of(struct import_reading *x, const struct csv_row *row, const struct column *column)
{
	struct import_name name = column->name;

	if (name.code || name.indicator >= 0)
		return name;
	name = import_row_name(x, row);
	if (name.role == COLUMN_UNKNOWN && (x->one_name || !*import_cell(x, row, COLUMN_MEASURE)))
		name = x->asked;
	return name;
}

/* In the register's own exports "dödsfall" may be those that are registered or all, and coverage is the one by the other. Only the
 * code says which. Source: DOMAIN 1, täckningsgrad. */
static void settle_deaths(struct import_reading *x, const struct csv_row *row, struct cell *c)
{
	const char *cell = import_cell(x, row, COLUMN_MEASURE);

	if (!c->code || strcmp(c->code, "dodsfall") != 0 || strcmp(x->im->source, "palliativregistret") != 0 ||
	    strcmp(c->column->heading, c->code) == 0 || strcmp(cell, c->code) == 0)
		return;
	if (x->asked.code && (strcmp(x->asked.code, c->code) == 0 || strcmp(x->asked.code, "doda_i_registret") == 0))
		c->code = x->asked.code;
	else
		refuse(c, "i registret kan dödsfall vara de rapporterade eller alla; ange --matt doda_i_registret eller --matt dodsfall");
}

static void find_measure(struct import_reading *x, const struct csv_row *row, struct cell *c)
{
	struct import_name name = name_of(x, row, c->column);

	c->role = c->column->name.role == COLUMN_VALUE ? name.role : c->column->name.role;
	c->indicator = name.indicator;
	if (name.role == COLUMN_UNKNOWN) {
		const char *text = import_cell(x, row, COLUMN_MEASURE);

		refuse(c, *text ? arena_printf(&x->im->arena, "måttet ”%.80s” är okänt; ange --matt om filen bara har ett", text)
		                : "filen säger inte vilket mått det är; ange --matt");
		return;
	}
	if (name.code && c->role != COLUMN_VALUE)
		c->indicator = indicator_of(x, name.code);
	if (c->indicator >= 0)
		by_indicator(x, c);
	else if (name.code && c->role != COLUMN_DENOMINATOR && c->role != COLUMN_SHARE)
		c->code = name.code;
	else
		refuse(c, arena_printf(&x->im->arena, "ingen indikator räknas ur %s", measure_words(name.code)));
	settle_deaths(x, row, c);
}

static bool is_asked(const struct import_reading *x, const char *code)
{
	const struct indikator_definition *d;

	if (x->asked.role == COLUMN_UNKNOWN)
		return true;
	if (x->asked.code)
		return strcmp(x->asked.code, code) == 0;
	d = &indikator_set_data(x->set)->definitions[x->asked.indicator];
	return (d->numerator.measure && strcmp(d->numerator.measure, code) == 0) ||
	       (d->denominator.measure && strcmp(d->denominator.measure, code) == 0);
}

/* The year of a cell: its column's, else its row's, else the one that was asked for. False: `out` says why. */
static bool find_year(struct import_reading *x, const struct csv_row *row, const struct cell *c, struct import_row *out)
{
	const char *text = c->column->heading, *note = c->column->year_note;
	enum import_year years = c->column->years;
	char *rest = NULL;

	out->year = c->column->year;
	if (years == YEAR_NONE) {
		text = import_cell(x, row, COLUMN_YEAR);
		years = import_find_year(text, &out->year, &rest, &note, &x->im->arena);
		if (rest && strpbrk(rest, "0123456789")) /* "30/6 2024" is some day of it */
			years = YEAR_PART;
		free(rest);
	}
	if (years == YEAR_NONE && !*text)
		out->year = x->o->year;
	if (note)
		out->note = out->note ? arena_printf(&x->im->arena, "%s, %s", out->note, note) : note;
	if (years == YEAR_FOUND || (out->year && years == YEAR_NONE)) {
		if (!x->o->year || x->o->year == out->year)
			return true;
		out->state = IMPORT_SKIPPED;
		out->why = "annat år";
		return false;
	}
	out->year = 0;
	out->state = IMPORT_UNKNOWN;
	out->why = years == YEAR_PART ? arena_printf(&x->im->arena, "”%.60s” är en del av ett år, eller flera", text)
	           : *text            ? arena_printf(&x->im->arena, "”%.60s” är inget år", text)
	                              : "året saknas; ange --ar";
	return false;
}

/* Another row that says the same figure: the same again, or a fault that names both. */
static bool said_before(struct import_reading *x, struct import_row *out)
{
	struct arena *a = &x->im->arena;
	const char *key = arena_printf(a, "%d/%d/%s", out->place, out->year, out->measure);
	const struct import_row *first;
	struct buf one = {0}, two = {0};

	if (map_put(&x->seen, key, (int)x->im->count))
		return false;
	first = &x->im->items[map_get(&x->seen, key)];
	bool same = num_known(first->value) == num_known(out->value) &&
	            (!num_known(out->value) || num_cmp(first->value, out->value) == 0);
	out->state = IMPORT_SKIPPED;
	out->why = arena_printf(a, "samma uppgift som på rad %d", first->line);
	if (same)
		return true;
	num_format(&one, first->value, first->decimals, NUM_HALF_UP);
	num_format(&two, out->value, out->decimals, NUM_HALF_UP);
	import_find(x->im, DIAGNOSTIC_FAULT, out->line,
	            "Rad %d och rad %d anger olika värden för %s i %s %d: %s och %s. Inget sparas; rätta filen eller läs in en del "
	            "av den med --matt eller --ar.", first->line, out->line, measure_words(out->measure),
	                x->reference->places[out->place].name, out->year, buf_cstr(&one), buf_cstr(&two));
	buf_release(&one);
	buf_release(&two);
	return true;
}

static void read_value(struct import_reading *x, const struct csv_row *row, struct import_row *out)
{
	const char *reason = import_cell(x, row, COLUMN_REASON);
	struct import_number n;
	enum import_value kind = import_parse_value(out->text, measure_find(out->measure), &x->im->arena, &n);

	if (kind == VALUE_EMPTY) {
		out->reason = *reason ? arena_strdup(&x->im->arena, reason) : NULL;
		out->state = *reason ? IMPORT_NEW : IMPORT_SKIPPED;
		out->why = *reason ? NULL : "tom cell";
		return;
	}
	out->state = kind == VALUE_BAD ? IMPORT_UNKNOWN : IMPORT_NEW;
	out->why = kind == VALUE_BAD ? n.reason : NULL;
	out->value = n.value;
	out->decimals = n.decimals;
	out->reason = kind == VALUE_WITHHELD ? (*reason ? arena_strdup(&x->im->arena, reason) : n.reason) : NULL;
}

/* The day that was typed, else the row's own, else today. */
static struct date given(const struct import_reading *x, const struct csv_row *row)
{
	struct date d = x->o->date;

	if (date_known(d) || date_parse(import_cell(x, row, COLUMN_DATE), &d))
		return d;
	return x->o->today;
}

/* What a cell becomes; returns its index among the import's rows. */
static size_t read_cell(struct import_reading *x, const struct csv_row *row, int place, struct cell *c)
{
	const char *note = import_cell(x, row, COLUMN_NOTE);
	struct import_row out = {.line = row->line, .place = place, .value = NUM_UNKNOWN, .measure = c->code,
	                         .state = c->state, .why = c->why, .date = given(x, row), .text = arena_strdup(&x->im->arena, c->text),
	                         .note = *note ? arena_strdup(&x->im->arena, note) : NULL,
	                         .published = text_same_name(import_cell(x, row, COLUMN_PUBLISHED), "ja")};

	if (c->code && !is_asked(x, c->code)) {
		out.state = IMPORT_SKIPPED;
		out.why = "annat mått";
	} else if (find_year(x, row, c, &out) && c->code) {
		read_value(x, row, &out);
		if (out.state == IMPORT_NEW)
			(void)said_before(x, &out);
	}
	VEC_PUSH(x->im, out);
	return x->im->count - 1;
}

/* ---- the row ------------------------------------------------------------------------------ */

/* The numbers of one indicator in one year, by index among the import's rows; -1: none. */
struct trio {
	int indicator, year;
	int numerator, denominator, share;
};

static void unlikely(struct import_reading *x, int at, const char *why)
{
	struct import_row *r = &x->im->items[at];
	const char *key = arena_printf(&x->im->arena, "%d/%d/%s", r->place, r->year, r->measure);

	if (r->state != IMPORT_NEW || map_get(&x->seen, key) != at)
		return;
	r->state = IMPORT_UNKNOWN;
	r->why = why;
}

/* A share that is printed beside its numbers is checked and not kept. */
static void check_share(struct import_reading *x, const struct trio *t, struct num numerator, struct num denominator)
{
	struct import_row *share = &x->im->items[t->share];
	struct import_number n;
	struct num ours = num_mul(num_div(numerator, denominator), num_int(100)), apart;
	struct buf text = {0};

	share->state = IMPORT_SKIPPED;
	share->why = "räknas ur täljaren och nämnaren";
	if (import_parse_value(share->text, NULL, &x->im->arena, &n) != VALUE_NUMBER || !num_known(ours))
		return;
	apart = num_sub(n.value, num_round(ours, n.decimals, NUM_HALF_UP));
	if (apart.num < 0)
		apart = num_sub(num_int(0), apart);
	for (int i = 0; i < n.decimals; i++)
		apart = num_mul(apart, num_int(10));
	if (num_cmp(apart, num_int(1)) <= 0)
		return;
	num_format(&text, ours, n.decimals, NUM_HALF_UP);
	import_find(x->im, DIAGNOSTIC_WARNING, share->line,
	            "Andelen är ”%.40s” i filen men %s %% av täljaren och nämnaren; kontrollera raden.", share->text, buf_cstr(&text));
	buf_release(&text);
}

static void check_trio(struct import_reading *x, const struct trio *t)
{
	struct num n = t->numerator < 0 ? NUM_UNKNOWN : x->im->items[t->numerator].value;
	struct num of = t->denominator < 0 ? NUM_UNKNOWN : x->im->items[t->denominator].value;

	if (!num_known(n) || !num_known(of))
		return;
	if (x->reference->indicators[t->indicator].percent && num_cmp(n, of) > 0) {
		unlikely(x, t->numerator, "täljaren är större än nämnaren");
		unlikely(x, t->denominator, "nämnaren är mindre än täljaren");
		return;
	}
	if (t->share >= 0)
		check_share(x, t, n, of);
}

/* The trio of a cell's indicator and year. */
static struct trio *trio_of(struct trio *trios, size_t *count, int indicator, int year)
{
	for (size_t i = 0; i < *count; i++)
		if (trios[i].indicator == indicator && trios[i].year == year)
			return &trios[i];
	trios[*count] = (struct trio){indicator, year, -1, -1, -1};
	return &trios[(*count)++];
}

static void read_cells(struct import_reading *x, const struct csv_row *row, int place)
{
	struct trio *trios = mem_alloc((x->layout.count + 1) * sizeof *trios);
	size_t count = 0;

	for (size_t i = 0; i < x->layout.count; i++) {
		struct cell c = {.column = &x->layout.columns[i], .text = csv_cell(row, (int)i), .indicator = -1};

		if (!column_is_value(c.column) || (!*c.text && !*import_cell(x, row, COLUMN_REASON)))
			continue;
		find_measure(x, row, &c);
		int at = (int)read_cell(x, row, place, &c);
		if (c.indicator < 0 || c.role < COLUMN_NUMERATOR)
			continue;
		struct trio *t = trio_of(trios, &count, c.indicator, x->im->items[at].year);
		*(c.role == COLUMN_NUMERATOR ? &t->numerator : c.role == COLUMN_DENOMINATOR ? &t->denominator : &t->share) = at;
	}
	for (size_t i = 0; i < count; i++)
		check_trio(x, &trios[i]);
	free(trios);
}

/* True when a row has anything in a column of values. */
static bool has_values(const struct import_reading *x, const struct csv_row *row)
{
	for (size_t i = 0; i < x->layout.count; i++)
		if (column_is_value(&x->layout.columns[i]) && *csv_cell(row, (int)i))
			return true;
	return *import_cell(x, row, COLUMN_REASON) != '\0';
}

/* The column of a part of the people (men, an age) and the part; NULL when the row is about all. */
static const char *find_part(const struct import_reading *x, const struct csv_row *row)
{
	for (size_t i = 0; i < x->layout.count; i++)
		if (x->layout.columns[i].name.role == COLUMN_DIMENSION && !is_total(csv_cell(row, (int)i)))
			return arena_printf(&x->im->arena, "gäller %s = %.60s; bara totalen läses in", x->layout.columns[i].heading,
			                    csv_cell(row, (int)i));
	return NULL;
}

static const char *joined(struct import_reading *x, const struct csv_row *row)
{
	struct buf b = {0};

	for (size_t i = 0; i < row->count && b.len < 200; i++)
		buf_printf(&b, "%s%.120s", b.len && *row->cells[i] ? " " : "", row->cells[i]);
	const char *text = arena_strdup(&x->im->arena, buf_cstr(&b));
	buf_release(&b);
	return text;
}

void import_read_row(struct import_reading *x, const struct csv_row *row)
{
	const char *part = find_part(x, row);
	struct import_place p = import_row_place(x, row);

	if (!has_values(x, row)) {
		import_add(x, row, IMPORT_SKIPPED, joined(x, row), p.place >= 0 ? "raden har inget värde" : "text utanför tabellen");
		return;
	}
	if (part) {
		import_add(x, row, IMPORT_SKIPPED, joined(x, row), part);
		return;
	}
	settle(x, &p);
	check_region(x, row, &p);
	if (p.place < 0) {
		import_add(x, row, IMPORT_UNKNOWN, joined(x, row), p.why);
		return;
	}
	read_cells(x, row, p.place);
}
