/* test_saknas.c - the encoded report: every clause of a paragraph Saknas has its records, every Id and place exists. */
#include "data/sverige.h"
#include "radsbord/council/schema.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PARAGRAPHS 24 /* twenty regions and the four areas of Västra Götaland */
enum { GAPS, FACTS, UNITS, INVENTORIES, PROPOSALS, FILES };

static struct world {
	struct rec_file files[FILES];
	struct csv_table clauses, regions, municipalities, hospitals;
	struct map ids; /* Id -> file */
	struct map municipality, hospital, region;
	struct map carried; /* Id -> a clause */
	struct arena arena;
} w;

/* The areas of Västra Götaland and the letter of each in an Id. */
static const struct {
	const char *name, *letter;
} areas[] = {{"", ""}, {"Skaraborg", "S"}, {"NU-sjukvården", "N"}, {"SIMBA", "K"}, {"Göteborg", "G"}};
#define AREAS (sizeof areas / sizeof *areas)

/* ---- reading ----------------------------------------------------------------------------------------------------- */

static void index_rows(const struct csv_table *t, const char *column, struct map *m)
{
	for (size_t i = 0; i < t->count; i++)
		assert_true(map_put(m, table_get(t, i, column), (int)i));
}

static void index_clauses(void)
{
	for (size_t i = 0; i < w.clauses.count; i++) {
		char *rest = arena_strdup(&w.arena, table_get(&w.clauses, i, "id"));

		for (char *id; (id = strsep(&rest, ",")) != NULL;)
			(void)map_put(&w.carried, id, (int)i);
	}
}

static int setup(void **state)
{
	static const char *const names[FILES] = {"data/sverige/saknas.rec", "data/sverige/uppgifter.rec",
						 "data/sverige/enheter.rec", "data/sverige/inventering.rec",
						 "data/sverige/forslag.rec"};

	(void)state;
	for (int f = 0; f < FILES; f++)
		rec_file_open(&w.files[f], names[f]);
	table_open(&w.clauses, "tests/klausuler.tsv");
	table_open(&w.regions, "data/sverige/regioner.csv");
	table_open(&w.municipalities, "data/sverige/kommuner.csv");
	table_open(&w.hospitals, "data/sverige/sjukhus.csv");
	index_rows(&w.regions, "kod", &w.region);
	index_rows(&w.municipalities, "kod", &w.municipality);
	index_rows(&w.hospitals, "id", &w.hospital);
	index_clauses();
	return 0;
}

static int teardown(void **state)
{
	struct csv_table *tables[] = {&w.clauses, &w.regions, &w.municipalities, &w.hospitals};
	struct map *maps[] = {&w.ids, &w.municipality, &w.hospital, &w.region, &w.carried};

	(void)state;
	for (int f = 0; f < FILES; f++)
		rec_file_close(&w.files[f]);
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		csv_release(tables[i]);
	for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
		map_release(maps[i]);
	arena_release(&w.arena);
	return 0;
}

/* ---- ids --------------------------------------------------------------------------------------------------------- */

static void test_ids_are_unique(void **state)
{
	/* An Id names one record, in whatever file it stands. */
	(void)state;
	for (int f = 0; f < FILES; f++)
		for (size_t i = 0; i < rec_file_count(&w.files[f]); i++) {
			const char *id = rec_file_get(&w.files[f], i, "Id");

			if (!*id || !map_put(&w.ids, id, f))
				fail_msg("%s: Id ”%s” is missing or not its own", w.files[f].name, id);
		}
}

static void test_ids_tell_their_region(void **state)
{
	/* B14S-03 lies in region 14, in the area whose letter is S. */
	static const char letters[] = "BUEI";

	(void)state;
	for (int f = GAPS; f <= INVENTORIES; f++)
		for (size_t i = 0; i < rec_file_count(&w.files[f]); i++) {
			const char *id = rec_file_get(&w.files[f], i, "Id"),
				   *area = rec_file_get(&w.files[f], i, "Omrade");
			size_t a = 0;
			char start[16];

			while (a < AREAS && strcmp(areas[a].name, area) != 0)
				a++;
			assert_true(a < AREAS);
			snprintf(start, sizeof start, "%c%s%s-", letters[f], rec_file_get(&w.files[f], i, "Region"),
				 areas[a].letter);
			if (strncmp(id, start, strlen(start)) != 0)
				fail_msg("%s does not begin with %s", id, start);
		}
}

/* The length of an Id at the start of s: a letter, two digits, perhaps an area's letter, a dash and two digits. */
static size_t id_length(const char *s)
{
	size_t n = strspn(s, "BUE") == 1 && strspn(s + 1, "0123456789") == 2 ? 3 : 0;

	if (!n)
		return 0;
	n += strspn(s + n, "SNKG") == 1;
	return s[n] == '-' && strspn(s + n + 1, "0123456789") == 2 ? n + 3 : 0;
}

static void expect_references(const char *id, const char *text)
{
	for (const char *s = text; *s; s++) {
		size_t n = id_length(s);
		char *named = n ? arena_strndup(&w.arena, s, n) : NULL;

		if (named && map_get(&w.ids, named) < 0)
			fail_msg("%s names %s, which does not exist", id, named);
	}
}

static void test_references_resolve(void **state)
{
	/* An Id named in a note or as the unit that another is part of exists. */
	(void)state;
	for (int f = GAPS; f <= UNITS; f++)
		for (size_t i = 0; i < rec_file_count(&w.files[f]); i++) {
			const char *id = rec_file_get(&w.files[f], i, "Id"),
				   *part_of = rec_file_get(&w.files[f], i, "Ingar_i");

			expect_references(id, rec_file_get(&w.files[f], i, "Not"));
			if (*part_of && (map_get(&w.ids, part_of) != UNITS || strcmp(part_of, id) == 0))
				fail_msg("%s is part of %s, which is no other unit", id, part_of);
		}
}

/* ---- clauses ----------------------------------------------------------------------------------------------------- */

static void test_clauses_name_records(void **state)
{
	/* Every Id of the table of clauses exists. */
	(void)state;
	for (size_t i = 0; i < w.clauses.count; i++) {
		char *rest = arena_strdup(&w.arena, table_get(&w.clauses, i, "id"));

		for (char *id; (id = strsep(&rest, ",")) != NULL;)
			if (map_get(&w.ids, id) < 0)
				fail_msg("clause %zu names %s, which does not exist", i + 1, id);
	}
}

static void test_records_have_clauses(void **state)
{
	/* No record from a paragraph Saknas lacks a clause, and none from elsewhere has one. */
	(void)state;
	for (int f = GAPS; f <= UNITS; f++)
		for (size_t i = 0; i < rec_file_count(&w.files[f]); i++) {
			const char *id = rec_file_get(&w.files[f], i, "Id");
			bool stands = strcmp(rec_file_get(&w.files[f], i, "Avsnitt"), "saknas") == 0;
			int clause = map_get(&w.carried, id);

			if (stands != (clause >= 0))
				fail_msg("%s: Avsnitt %s, clause %d", id, rec_file_get(&w.files[f], i, "Avsnitt"),
					 clause);
			if (stands)
				assert_string_equal(table_get(&w.clauses, (size_t)clause, "region"),
						    rec_file_get(&w.files[f], i, "Region"));
			if (stands)
				assert_string_equal(table_get(&w.clauses, (size_t)clause, "omrade"),
						    rec_file_get(&w.files[f], i, "Omrade"));
		}
}

static long clause_number(size_t row, const char *column)
{
	char *end;
	long n = strtol(table_get(&w.clauses, row, column), &end, 10);

	assert_true(*end == '\0' && n >= 0);
	return n;
}

static bool same_paragraph(size_t a, size_t b)
{
	return strcmp(table_get(&w.clauses, a, "region"), table_get(&w.clauses, b, "region")) == 0 &&
	       strcmp(table_get(&w.clauses, a, "omrade"), table_get(&w.clauses, b, "omrade")) == 0;
}

static void test_clauses_tile(void **state)
{
	/* In each paragraph the clauses follow one another from its first character, without hole or overlap. */
	size_t paragraphs = 0;

	(void)state;
	for (size_t i = 0; i < w.clauses.count; i++) {
		bool first = i == 0 || !same_paragraph(i - 1, i);

		paragraphs += first;
		assert_int_equal(clause_number(i, "tecken_fran"), first ? 0 : clause_number(i - 1, "tecken_till"));
		assert_true(clause_number(i, "tecken_till") > clause_number(i, "tecken_fran"));
		assert_true(clause_number(i, "rad_till") >= clause_number(i, "rad_fran"));
		if (i > 0)
			assert_true(clause_number(i, "rad_fran") >= clause_number(i - 1, "rad_till"));
		assert_int_equal(strspn(table_get(&w.clauses, i, "sha256"), "0123456789abcdef"), 64);
		assert_int_equal(strlen(table_get(&w.clauses, i, "sha256")), 64);
	}
	assert_int_equal(paragraphs, PARAGRAPHS);
}

/* ---- places ------------------------------------------------------------------------------------------------------ */

/* The row of the municipality that a code is or lies in, or -1. */
static int municipality_of(const char *code)
{
	int hospital = map_get(&w.hospital, code);

	return map_get(&w.municipality, hospital < 0 ? code : table_get(&w.hospitals, (size_t)hospital, "kommun"));
}

/* A municipality or hospital of the record's region and area; for a whole region or area, its own code or name. */
static void expect_place(int file, size_t record, const char *field, bool whole)
{
	struct rec_file *f = &w.files[file];
	const char *id = rec_file_get(f, record, "Id"), *region = rec_file_get(f, record, "Region");
	const char *area = rec_file_get(f, record, "Omrade"), *code;

	for (size_t n = 0; (code = rec_file_nth(f, record, field, n)) != NULL; n++) {
		int row = municipality_of(code);

		if (whole && (strcmp(code, region) == 0 || (*area && strcmp(code, area) == 0)))
			continue;
		if (row < 0)
			fail_msg("%s: %s %s is no place", id, field, code);
		if (strcmp(table_get(&w.municipalities, (size_t)row, "region"), region) != 0)
			fail_msg("%s: %s %s lies outside the region", id, field, code);
		if (*area && strcmp(table_get(&w.municipalities, (size_t)row, "omrade"), area) != 0)
			fail_msg("%s: %s %s lies outside the area", id, field, code);
	}
}

static void test_places_exist(void **state)
{
	/* Every code stands in the tables and lies in the record's region and area. */
	(void)state;
	for (int f = GAPS; f <= INVENTORIES; f++)
		for (size_t i = 0; i < rec_file_count(&w.files[f]); i++) {
			assert_true(map_get(&w.region, rec_file_get(&w.files[f], i, "Region")) >= 0);
			expect_place(f, i, "Plats", false);
			expect_place(f, i, "Utom", false);
			expect_place(f, i, "Ligger_i", false);
			expect_place(f, i, "Sjukhus", false);
			expect_place(f, i, "Betjanar", true);
		}
}

static void test_units_lie_where_their_hospital_does(void **state)
{
	/* A unit on a hospital lies in the hospital's municipality; a known catchment names somebody. */
	struct rec_file *f = &w.files[UNITS];

	(void)state;
	for (size_t i = 0; i < rec_file_count(f); i++) {
		const char *id = rec_file_get(f, i, "Id"), *hospital = rec_file_get(f, i, "Sjukhus");

		if (*hospital && municipality_of(hospital) != municipality_of(rec_file_get(f, i, "Ligger_i")))
			fail_msg("%s lies elsewhere than %s", id, hospital);
		if (strcmp(rec_file_get(f, i, "Upptagning"), "kand") == 0 && !*rec_file_get(f, i, "Betjanar"))
			fail_msg("%s has a known catchment but serves nobody", id);
	}
}

/* ---- form -------------------------------------------------------------------------------------------------------- */

static void test_fields_are_the_programs(void **state)
{
	/* Every field name is in the program's record tables. */
	static const enum record_kind kinds[FILES] = {RECORD_GAP, RECORD_FACT, RECORD_UNIT, RECORD_INVENTORY,
						      RECORD_PROPOSAL};

	(void)state;
	for (int k = 0; k < FILES; k++) {
		const struct rec_doc *doc = &w.files[k].doc;

		assert_int_equal(doc->types_count, 1);
		assert_string_equal(doc->types[0].name, record_type(kinds[k])->name);
		for (size_t i = 0; i < doc->fields_count; i++) {
			const struct rec_field *v = &doc->fields[i];

			if (doc->bytes[v->name] != '%' &&
			    !record_field(record_type(kinds[k]), doc->bytes + v->name, v->name_len))
				fail_msg("%s:%d: unknown field", w.files[k].name, v->line);
		}
	}
}

static void test_recfix_approves(void **state)
{
	/* GNU recutils finds nothing wrong with any rec file that comes with the program. */
	static const char *const folders[] = {"data/sverige/*.rec", "data/exempel/*/*.rec", "data/exempel/*/*/*.rec"};
	glob_t found = {0};

	(void)state;
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		assert_int_equal(glob(folders[i], i ? GLOB_APPEND : 0, NULL, &found), 0);
	assert_true(found.gl_pathc >= FILES + 4);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		char command[512];

		snprintf(command, sizeof command, "recfix --no-external '%s'", found.gl_pathv[i]);
		if (system(command) != 0)
			fail_msg("recfix does not approve %s", found.gl_pathv[i]);
	}
	globfree(&found);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_ids_are_unique), /* fills the index of Ids */
	    cmocka_unit_test(test_ids_tell_their_region),
	    cmocka_unit_test(test_references_resolve),
	    cmocka_unit_test(test_clauses_name_records),
	    cmocka_unit_test(test_records_have_clauses),
	    cmocka_unit_test(test_clauses_tile),
	    cmocka_unit_test(test_places_exist),
	    cmocka_unit_test(test_units_lie_where_their_hospital_does),
	    cmocka_unit_test(test_fields_are_the_programs),
	    cmocka_unit_test(test_recfix_approves),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
