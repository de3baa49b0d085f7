/* One row of a table: its place, the measure it names, and its cells held against each other. */
#include "import_local.h"

#include "radsbord/base/language.h"
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
	return (struct import_place){-1, -1, arena_printf(&x->im->arena, _("enheten ”%.60s” finns inte bland rådets enheter"), text)};
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
	p->why = arena_printf(&x->im->arena, _("”%.60s” är både en region och en kommun; skriv koden eller Region %s, eller ange --kommun"),
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
	p->why = arena_printf(&x->im->arena, _("%s ligger inte i ”%.60s”"), x->reference->places[p->place].name, outer);
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
	share->why = _("räknas ur täljaren och nämnaren");
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
	            _("Andelen är ”%.40s” i filen men %s %% av täljaren och nämnaren; kontrollera raden."), share->text, buf_cstr(&text));
	buf_release(&text);
}

static void check_trio(struct import_reading *x, const struct trio *t)
{
	struct num n = t->numerator < 0 ? NUM_UNKNOWN : x->im->items[t->numerator].value;
	struct num of = t->denominator < 0 ? NUM_UNKNOWN : x->im->items[t->denominator].value;

	if (!num_known(n) || !num_known(of))
		return;
	if (x->reference->indicators[t->indicator].percent && num_cmp(n, of) > 0) {
		unlikely(x, t->numerator, _("täljaren är större än nämnaren"));
		unlikely(x, t->denominator, _("nämnaren är mindre än täljaren"));
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
		int at = import_read_cell(x, row, place, &c);
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
			return arena_printf(&x->im->arena, _("gäller %s = %.60s; bara totalen läses in"), x->layout.columns[i].heading,
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
		import_add(x, row, IMPORT_SKIPPED, joined(x, row), p.place >= 0 ? _("raden har inget värde") : _("text utanför tabellen"));
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
