/* test_kodning.c - the report was read twice, independently: each table tests/andra_kodning*.tsv holds the second
 * reading after its differences were settled, and every record of data/sverige has its row there and every row its
 * record. */
#include "data/sverige.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#define PARAGRAPHS 24 /* twenty regions and the four areas of Västra Götaland */

/* How a cell and a field are compared: as text; as a set of codes; "x" for any value at all; the kinds of the limits,
 * which stand before the colon. */
enum comparison { AS_TEXT, AS_CODES, AS_PRESENCE, AS_KINDS };
struct column {
	const char *cell, *field;
	enum comparison as;
};
#define COLUMNS 32
static const struct column gap_columns[] = {{"region", "Region", AS_TEXT},
					    {"omrade", "Omrade", AS_TEXT},
					    {"tjanst", "Tjanst", AS_TEXT},
					    {"grad", "Grad", AS_TEXT},
					    {"plats", "Plats", AS_CODES},
					    {"utom", "Utom", AS_CODES},
					    {0}};
static const struct column inventory_columns[] = {{"region", "Region", AS_TEXT},
						  {"omrade", "Omrade", AS_TEXT},
						  {"typ", "Typ", AS_TEXT},
						  {"fullstandig", "Fullstandig", AS_TEXT},
						  {0}};
static const struct column unit_columns[] = {{"region", "Region", AS_TEXT},
					     {"omrade", "Omrade", AS_TEXT},
					     {"typ", "Typ", AS_TEXT},
					     {"ligger_i", "Ligger_i", AS_TEXT},
					     {"sjukhus", "Sjukhus", AS_TEXT},
					     {"betjanar", "Betjanar", AS_CODES},
					     {"upptagning", "Upptagning", AS_TEXT},
					     {"vardplatser", "Vardplatser", AS_TEXT},
					     {"tider", "Tider", AS_PRESENCE},
					     {"bemanning", "Bemanning", AS_PRESENCE},
					     {"drivs_av", "Drivs_av", AS_PRESENCE},
					     {"granser", "Begransning", AS_KINDS},
					     {"skriftligt_uppdrag", "Skriftligt_uppdrag", AS_TEXT},
					     {"dygnet_runt", "Dygnet_runt", AS_TEXT},
					     {"kontorstid_5", "Kontorstid_5", AS_TEXT},
					     {"kommunal_samverkan", "Kommunal_samverkan", AS_TEXT},
					     {"bokningsbara_tider", "Bokningsbara_tider", AS_TEXT},
					     {"ej_anslutna", "Ej_anslutna", AS_TEXT},
					     {"lakare_schemalagd", "Lakare_schemalagd", AS_TEXT},
					     {"ssk_schemalagd", "Ssk_schemalagd", AS_TEXT},
					     {"specialist_lakare", "Specialist_lakare", AS_TEXT},
					     {"specialist_ssk", "Specialist_ssk", AS_TEXT},
					     {"ronder", "Ronder", AS_TEXT},
					     {"utanfor_sjukhus", "Utanfor_sjukhus", AS_TEXT},
					     {"kurator", "Kurator", AS_TEXT},
					     {"arbetsterapeut", "Arbetsterapeut", AS_TEXT},
					     {"fysioterapeut", "Fysioterapeut", AS_TEXT},
					     {"alla_diagnoser", "Alla_diagnoser", AS_TEXT},
					     {"alla_aldrar", "Alla_aldrar", AS_TEXT},
					     {0}};

/* A file and the sections of the report (Avsnitt) whose records a table covers; NULL is all of them. */
struct source {
	const char *name, *sections;
};
static const struct coding {
	const char *table;
	const struct column *columns;
	struct source sources[3];
} codings[] = {
    {"tests/andra_kodning.tsv", gap_columns, {{"data/sverige/saknas.rec", "saknas"}}},
    {"tests/andra_kodning_finns.tsv", gap_columns, {{"data/sverige/saknas.rec", "finns"}}},
    {"tests/andra_kodning_senare.tsv",
     gap_columns,
     {{"data/sverige/saknas.rec", "karta bilaga sammanfattning"},
      {"data/sverige/uppgifter.rec", "karta bilaga sammanfattning"}}},
    {"tests/andra_kodning_enheter.tsv", unit_columns, {{"data/sverige/enheter.rec", NULL}}},
    {"tests/andra_kodning_inventering.tsv", inventory_columns, {{"data/sverige/inventering.rec", NULL}}},
};
#define CODINGS (sizeof codings / sizeof *codings)

static struct arena arena;

static int teardown(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

/* ---- lines ------------------------------------------------------------------------------------------------------- */

struct lines {
	const char **items;
	size_t count, cap;
};

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sort_lines(struct lines *l)
{
	if (l->count)
		qsort(l->items, l->count, sizeof *l->items, by_text);
}

/* The different codes, sorted and joined by commas; takes the codes. */
static const char *joined(struct lines *codes)
{
	struct buf b = {0};
	const char *text;

	sort_lines(codes);
	for (size_t i = 0; i < codes->count; i++)
		if (i == 0 || strcmp(codes->items[i - 1], codes->items[i]) != 0)
			buf_printf(&b, "%s%s", i ? "," : "", codes->items[i]);
	text = arena_strdup(&arena, buf_cstr(&b));
	buf_release(&b);
	free(codes->items);
	return text;
}

static const char *cell_value(const struct csv_table *t, size_t row, const struct column *c)
{
	const char *cell = table_get(t, row, c->cell);
	char *rest = arena_strdup(&arena, cell);
	struct lines codes = {0};

	if (c->as != AS_CODES && c->as != AS_KINDS)
		return arena_strdup(&arena, cell);
	for (char *code; (code = strsep(&rest, ",")) != NULL;)
		if (*code)
			VEC_PUSH(&codes, code);
	return joined(&codes);
}

static const char *record_value(struct rec_file *f, size_t record, const struct column *c)
{
	struct lines codes = {0};
	const char *value;

	if (c->as == AS_TEXT)
		return arena_strdup(&arena, rec_file_get(f, record, c->field));
	if (c->as == AS_PRESENCE)
		return *rec_file_get(f, record, c->field) ? "x" : "";
	for (size_t n = 0; (value = rec_file_nth(f, record, c->field, n)) != NULL; n++) {
		size_t len = c->as == AS_KINDS ? strcspn(value, ":") : strlen(value);

		VEC_PUSH(&codes, arena_strndup(&arena, value, len));
	}
	return joined(&codes);
}

/* Region and area, then every column that says something. */
static const char *coded_line(const char *values[COLUMNS], const struct column *columns)
{
	struct buf b = {0};
	const char *text;

	buf_printf(&b, "%s %s:", values[0], values[1]);
	for (size_t i = 2; columns[i].cell; i++)
		if (*values[i])
			buf_printf(&b, " %s [%s]", columns[i].cell, values[i]);
	text = arena_strdup(&arena, buf_cstr(&b));
	buf_release(&b);
	return text;
}

/* ---- the two codings --------------------------------------------------------------------------------------------- */

static bool covers(const struct source *s, const char *section)
{
	return !s->sections || strstr(s->sections, section) != NULL;
}

static struct lines first_coding(const struct coding *c)
{
	struct lines out = {0};
	const char *values[COLUMNS];

	for (const struct source *s = c->sources; s->name; s++) {
		struct rec_file f;

		rec_file_open(&f, s->name);
		for (size_t r = 0; r < rec_file_count(&f); r++) {
			for (size_t i = 0; c->columns[i].cell; i++)
				values[i] = record_value(&f, r, &c->columns[i]);
			if (covers(s, rec_file_get(&f, r, "Avsnitt")))
				VEC_PUSH(&out, coded_line(values, c->columns));
		}
		rec_file_close(&f);
	}
	sort_lines(&out);
	return out;
}

static struct lines second_coding(const struct coding *c)
{
	struct lines out = {0};
	struct csv_table t;
	const char *values[COLUMNS];

	table_open(&t, c->table);
	for (size_t r = 0; r < t.count; r++) {
		for (size_t i = 0; c->columns[i].cell; i++)
			values[i] = cell_value(&t, r, &c->columns[i]);
		VEC_PUSH(&out, coded_line(values, c->columns));
	}
	csv_release(&t);
	sort_lines(&out);
	return out;
}

static size_t differences(const struct coding *c)
{
	struct lines first = first_coding(c), second = second_coding(c);
	size_t a = 0, b = 0, count = 0;

	while (a < first.count || b < second.count) {
		int order = a == first.count ? 1 : b == second.count ? -1 : strcmp(first.items[a], second.items[b]);

		if (order < 0)
			print_error("only in data/sverige: %s\n", first.items[a]);
		if (order > 0)
			print_error("only in %s: %s\n", c->table, second.items[b]);
		count += order != 0;
		a += order <= 0;
		b += order >= 0;
	}
	free(first.items);
	free(second.items);
	return count;
}

static void test_codings_agree(void **state)
{
	/* As multisets: every record has its row and every row its record, in every column. */
	(void)state;
	for (size_t i = 0; i < CODINGS; i++)
		assert_int_equal(differences(&codings[i]), 0);
}

static void test_every_paragraph_is_read(void **state)
{
	/* The second reading of the paragraphs Saknas and of the units has rows for each of the 24 paragraphs. */
	static const size_t whole[] = {0, 3};

	(void)state;
	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
		struct lines second = second_coding(&codings[whole[i]]);
		size_t paragraphs = 0;

		for (size_t n = 0; n < second.count; n++) {
			size_t len = strcspn(second.items[n], ":") + 1;

			paragraphs += n == 0 || strncmp(second.items[n - 1], second.items[n], len) != 0;
		}
		assert_int_equal(paragraphs, PARAGRAPHS);
		free(second.items);
	}
}

/* ---- units, limits and facts ------------------------------------------------------------------------------------- */

/* Which limits tell what a no means. */
static const struct {
	const char *field, *kinds;
} limits[] = {
    {"Dygnet_runt", "tid"},
    {"Ej_anslutna", "anslutning"},
    {"Lakare_schemalagd", "bemanning"},
    {"Specialist_lakare", "kompetens bemanning"},
    {"Specialist_ssk", "kompetens"},
    {"Ronder", "ronder"},
    {"Alla_diagnoser", "diagnos"},
    {"Alla_aldrar", "alder"},
};

static bool has_limit(struct rec_file *units, size_t record, const char *kinds)
{
	const char *value;

	for (size_t n = 0; (value = rec_file_nth(units, record, "Begransning", n)) != NULL; n++)
		if (strstr(kinds, arena_strndup(&arena, value, strcspn(value, ":"))))
			return true;
	return false;
}

static void test_each_no_is_a_limit(void **state)
{
	/* An attribute that is no has the limit that says how, so that the limits of a unit are all in one place. */
	struct rec_file units;

	(void)state;
	rec_file_open(&units, "data/sverige/enheter.rec");
	for (size_t r = 0; r < rec_file_count(&units); r++)
		for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
			if (strcmp(rec_file_get(&units, r, limits[i].field), "nej") == 0 &&
			    !has_limit(&units, r, limits[i].kinds))
				fail_msg("%s: %s nej has no limit %s", rec_file_get(&units, r, "Id"), limits[i].field,
					 limits[i].kinds);
	rec_file_close(&units);
}

/* What a unit must be and have for a service to be there, by the second reading. */
static const struct {
	const char *service, *types, *attributes[2];
} carriers[] = {
    {"hemsjukvard", "hemsjukvardsteam", {"dygnet_runt"}},
    {"hemsjukvard", "hemsjukvardsteam", {"kontorstid_5", "kommunal_samverkan"}},
    {"konsultteam", "konsultteam", {"ronder", "utanfor_sjukhus"}},
    {"slutenvard_sjukhus", "slutenvard_sjukhus", {"specialist_lakare"}},
    {"slutenvard_utanfor", "slutenvard_utanfor", {"specialist_lakare"}},
    {"jourlinje", "jourlinje", {"dygnet_runt", "ej_anslutna"}},
    {"alla_diagnoser_stod", "hemsjukvardsteam konsultteam", {"alla_diagnoser"}},
    {"alder_barn", "hemsjukvardsteam konsultteam barnteam", {"alla_aldrar"}},
};

/* True if the unit lies at the place or serves it, or if the place is the whole region. */
static bool lies_at(const struct csv_table *units, size_t row, const char *place)
{
	return !place || strcmp(table_get(units, row, "ligger_i"), place) == 0 ||
	       strcmp(table_get(units, row, "sjukhus"), place) == 0 ||
	       strstr(table_get(units, row, "betjanar"), place) != NULL;
}

static bool unit_carries(const struct csv_table *units, size_t row, const char *service)
{
	for (size_t i = 0; i < sizeof carriers / sizeof *carriers; i++) {
		const char *second = carriers[i].attributes[1];

		if (strcmp(carriers[i].service, service) == 0 &&
		    strstr(carriers[i].types, table_get(units, row, "typ")) &&
		    strcmp(table_get(units, row, carriers[i].attributes[0]), "ja") == 0 &&
		    (!second || strcmp(table_get(units, row, second), "ja") == 0))
			return true;
	}
	return false;
}

static bool carried(const struct csv_table *units, struct rec_file *facts, size_t r, const char *place)
{
	for (size_t row = 0; row < units->count; row++)
		if (strcmp(table_get(units, row, "region"), rec_file_get(facts, r, "Region")) == 0 &&
		    strcmp(table_get(units, row, "omrade"), rec_file_get(facts, r, "Omrade")) == 0 &&
		    lies_at(units, row, place) && unit_carries(units, row, rec_file_get(facts, r, "Tjanst")))
			return true;
	return false;
}

static void test_facts_have_units(void **state)
{
	/* Every fact from a paragraph Finns is carried, at each of its places, by a unit of the second reading. */
	struct rec_file facts;
	struct csv_table units;

	(void)state;
	rec_file_open(&facts, "data/sverige/uppgifter.rec");
	table_open(&units, "tests/andra_kodning_enheter.tsv");
	for (size_t r = 0; r < rec_file_count(&facts); r++) {
		const char *place = rec_file_nth(&facts, r, "Plats", 0);

		if (strcmp(rec_file_get(&facts, r, "Avsnitt"), "finns") != 0)
			continue;
		for (size_t n = 0; n == 0 || place; place = rec_file_nth(&facts, r, "Plats", ++n))
			if (!carried(&units, &facts, r, place))
				fail_msg("%s: no unit carries it at %s", rec_file_get(&facts, r, "Id"),
					 place ? place : "the whole region");
	}
	csv_release(&units);
	rec_file_close(&facts);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_codings_agree),
	    cmocka_unit_test(test_every_paragraph_is_read),
	    cmocka_unit_test(test_each_no_is_a_limit),
	    cmocka_unit_test(test_facts_have_units),
	};

	return cmocka_run_group_tests(tests, NULL, teardown);
}
