/* test_exempel.c - the example council says what Sörmland's action plan for 2019 says, and no more. */
#include "radsbord/council/records.h"
#include "radsbord/store/csv.h"
#include "radsbord/store/ini.h"
#include "radsbord/store/rec.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNCIL "data/exempel/sormland/"
#define PLAN COUNCIL "plan/2019.rec"
#define SEATS COUNCIL "ledamoter.rec"
#define MEETINGS COUNCIL "moten/*.rec"
#define REGION "04"

/* A file read by the rec reader; nothing may be wrong with it. */
struct file {
	struct buf bytes;
	struct rec_doc doc;
	struct arena arena;
};

static void read_bytes(const char *path, struct buf *out)
{
	FILE *f = fopen(path, "rb");
	char block[4096];
	size_t n;

	if (!f)
		fail_msg("cannot read %s (run from the root of the project)", path);
	while ((n = fread(block, 1, sizeof block, f)) > 0)
		buf_add(out, block, n);
	assert_int_equal(ferror(f), 0);
	fclose(f);
}

static void expect_no_findings(struct diagnostics *d)
{
	if (d->count > 0)
		fail_msg("%s:%d: %s", d->items[0].file, d->items[0].line, d->items[0].text);
	diagnostics_release(d);
}

static struct file *file_open(const char *path)
{
	struct file *f = mem_alloc(sizeof *f);
	struct diagnostics d = {0};

	read_bytes(path, &f->bytes);
	rec_parse(f->bytes.data, f->bytes.len, path, &f->doc, &d);
	expect_no_findings(&d);
	assert_false(f->doc.damaged);
	return f;
}

static void file_close(struct file *f)
{
	rec_doc_release(&f->doc);
	arena_release(&f->arena);
	buf_release(&f->bytes);
	free(f);
}

static const char *type_of(const struct file *f, const struct rec_record *r)
{
	return r->type < 0 ? "" : f->doc.types[r->type].name;
}

static size_t count_type(const struct file *f, const char *type)
{
	size_t n = 0;

	for (size_t i = 0; i < f->doc.records_count; i++)
		n += strcmp(type_of(f, &f->doc.records[i]), type) == 0;
	return n;
}

/* The i-th record of a type, in the order of the file. */
static const struct rec_record *nth(const struct file *f, const char *type, size_t i)
{
	for (size_t k = 0; k < f->doc.records_count; k++)
		if (strcmp(type_of(f, &f->doc.records[k]), type) == 0 && i-- == 0)
			return &f->doc.records[k];
	fail_msg("no such record: %s", type);
	return NULL;
}

/* The value of a field, or NULL. */
static const char *get(struct file *f, const struct rec_record *r, const char *name)
{
	const struct rec_field *field = rec_find(&f->doc, r, name, 0);

	return field ? rec_value(&f->doc, field, &f->arena) : NULL;
}

/* All values of a field, in order. */
static struct strings all(struct file *f, const struct rec_record *r, const char *name)
{
	struct strings out = {0};

	for (size_t i = 0; i < r->count; i++) {
		const struct rec_field *field = &f->doc.fields[r->first + i];

		if (rec_name_is(&f->doc, field, name))
			strings_add(&out, rec_value(&f->doc, field, &f->arena), &f->arena);
	}
	return out;
}

static void expect(struct file *f, const struct rec_record *r, const char *name, const char *value)
{
	const char *got = get(f, r, name);

	if (!got)
		fail_msg("line %d: no %s", r->line, name);
	assert_string_equal(got, value);
}

static void expect_all(const struct strings *got, const char *const *want, size_t count)
{
	assert_int_equal(got->count, count);
	for (size_t i = 0; i < count; i++)
		assert_string_equal(got->items[i], want[i]);
}

/* The region's municipalities in the national reference, in its order. */
static struct strings municipalities(struct arena *a)
{
	struct buf bytes = {0};
	struct csv_table t;
	struct diagnostics d = {0};
	struct strings out = {0};
	int code, region;

	read_bytes("data/sverige/kommuner.csv", &bytes);
	assert_true(csv_parse(bytes.data, bytes.len, "kommuner.csv", &t, &d));
	expect_no_findings(&d);
	code = csv_column(&t, "kod");
	region = csv_column(&t, "region");
	assert_true(code >= 0 && region >= 0);
	for (size_t i = 0; i < t.count; i++)
		if (strcmp(csv_cell(&t.rows[i], region), REGION) == 0)
			strings_add(&out, arena_strdup(a, csv_cell(&t.rows[i], code)), a);
	csv_release(&t);
	buf_release(&bytes);
	return out;
}

/* Every record file of the council; the glob is the caller's to free. */
static glob_t rec_files(void)
{
	glob_t g = {0};

	assert_int_equal(glob(COUNCIL "*.rec", 0, NULL, &g), 0);
	assert_int_equal(glob(COUNCIL "*/*.rec", GLOB_APPEND, NULL, &g), 0);
	return g;
}

static void test_settings(void **state)
{
	/* rad.ini names the council and its region, and says that this is practice. */
	struct buf bytes = {0};
	struct diagnostics d = {0};
	struct ini *ini;

	(void)state;
	read_bytes(COUNCIL "rad.ini", &bytes);
	ini = ini_parse(bytes.data, bytes.len, "rad.ini", &d);
	assert_non_null(ini);
	expect_no_findings(&d);
	assert_string_equal(ini_get(ini, "rad", "format"), "1");
	assert_string_equal(ini_get(ini, "rad", "namn"), "Palliativa rådet i Sörmland");
	assert_string_equal(ini_get(ini, "rad", "region"), REGION);
	assert_string_equal(ini_get(ini, "rad", "ovning"), "ja");
	assert_int_equal(ini_keys(ini, "rad"), 4);
	ini_free(&ini);
	buf_release(&bytes);
}

static void test_plan(void **state)
{
	/* The commission, the adoption on 29 January 2019 and the quota of 3 half days and 1 full day are the source's. */
	struct file *f = file_open(PLAN);
	const struct rec_record *r;

	(void)state;
	assert_int_equal(count_type(f, "Plan"), 1);
	r = nth(f, "Plan", 0);
	expect(f, r, "Ar", "2019");
	expect(f, r, "Uppdragsgivare", "Länsstyrgruppen i Sörmland");
	assert_non_null(strstr(get(f, r, "Ramverk"), "Uppsala-Örebro"));
	assert_non_null(get(f, r, "Uppdrag"));
	expect(f, r, "Antagen", "2019-01-29");
	expect(f, r, "Antagen_av", "Palliativa rådet i Sörmland");
	expect(f, r, "Halvdagsmoten", "3");
	expect(f, r, "Heldagsmoten", "1");
	assert_non_null(strstr(get(f, r, "Redovisas"), "årsplan"));
	assert_non_null(strstr(get(f, r, "Redovisas"), "årsberättelse"));
	expect(f, r, "Kalla", "sormland-2019");
	file_close(f);
}

static void test_goals(void **state)
{
	/* One goal of principle with its five dimensions; one measured, for the six levels, every municipality and the region. */
	static const char *const whatever[] = {"bostadsort", "boendeform", "vårdform", "ålder", "sjukdom"};
	static const char *const levels[] = {"brytpunktssamtal", "munhalsobedomning", "smartskattning",
	                                     "opioid_vid_behov", "angest_vid_behov",  "utan_trycksar"};
	struct file *f = file_open(PLAN);
	const struct rec_record *principle = nth(f, "Mal", 0), *measured = nth(f, "Mal", 1);
	struct strings want = municipalities(&f->arena), got;

	(void)state;
	assert_int_equal(count_type(f, "Mal"), 2);
	expect(f, principle, "Slag", "princip");
	got = all(f, principle, "Oavsett");
	expect_all(&got, whatever, sizeof whatever / sizeof *whatever);
	assert_null(get(f, principle, "Indikator"));
	expect(f, measured, "Slag", "matt");
	got = all(f, measured, "Indikator");
	expect_all(&got, levels, sizeof levels / sizeof *levels);
	assert_int_equal(want.count, 9);
	strings_add(&want, REGION, &f->arena);
	got = all(f, measured, "Plats");
	assert_int_equal(got.count, 10);
	expect_all(&got, want.items, want.count);
	file_close(f);
}

static void test_levels_are_indicators(void **state)
{
	/* The measured goal's indicators are exactly those of Socialstyrelsen's levels in config/indikatorer.ini. */
	struct file *f = file_open(PLAN);
	struct strings ids = all(f, nth(f, "Mal", 1), "Indikator");
	struct buf bytes = {0};
	struct ini *ini;
	size_t levels = 0;

	(void)state;
	read_bytes("config/indikatorer.ini", &bytes);
	ini = ini_parse(bytes.data, bytes.len, "indikatorer.ini", NULL);
	assert_non_null(ini);
	for (size_t i = 0; i < ini_sections(ini); i++) {
		const char *id = ini_section(ini, i), *group = ini_get(ini, id, "grupp");

		if (!group || strcmp(group, "malniva") != 0)
			continue;
		levels++;
		if (!strings_has(&ids, id))
			fail_msg("the goal lacks %s", id);
	}
	assert_int_equal(levels, ids.count);
	ini_free(&ini);
	buf_release(&bytes);
	file_close(f);
}

static void test_focus_areas(void **state)
{
	/* Three areas in the source's order: registration, support roles, education. */
	static const char *const about[] = {"registrering", "ombudsroller", "handledning"};
	struct file *f = file_open(PLAN);

	(void)state;
	assert_int_equal(count_type(f, "Fokusomrade"), 3);
	for (size_t i = 0; i < 3; i++)
		assert_non_null(strstr(get(f, nth(f, "Fokusomrade", i), "Rubrik"), about[i]));
	file_close(f);
}

static void test_activities(void **state)
{
	/* All fourteen bullets, numbered in order and standing; no owner, date or decision that the source does not give. */
	static const char *const about[] = {"Ordna utbildning",  "tankesmedja",      "anhörigstöd",  "barn",
	                                    "representation",    "utvecklas",        "Bevaka",       "sprids",
	                                    "beslutsunderlag",   "forskning",        "gemensamma mål", "remissinstans",
	                                    "privata utförare",  "årsberättelse"};
	static const char *const unknown[] = {"Ansvarig", "Medverkande", "Start", "Klart_senast", "Klart", "Mote"};
	struct file *f = file_open(PLAN);

	(void)state;
	assert_int_equal(count_type(f, "Atgard"), 14);
	for (size_t i = 0; i < 14; i++) {
		const struct rec_record *r = nth(f, "Atgard", i);
		char nr[24];

		snprintf(nr, sizeof nr, "%zu", i + 1);
		expect(f, r, "Nr", nr);
		expect(f, r, "Slag", "aktivitet");
		expect(f, r, "Status", "lopande");
		assert_non_null(strstr(get(f, r, "Rubrik"), about[i]));
		for (size_t k = 0; k < sizeof unknown / sizeof *unknown; k++)
			assert_null(get(f, r, unknown[k]));
		if (i == 12)
			expect(f, r, "Malgrupp", "privata utförare");
		else
			assert_null(get(f, r, "Malgrupp"));
	}
	file_close(f);
}

static void test_focus_links(void **state)
{
	/* Only the two activities that are education point at a focus area, and at the one about education. */
	struct file *f = file_open(PLAN);
	const char *education = get(f, nth(f, "Fokusomrade", 2), "Id");

	(void)state;
	for (size_t i = 0; i < 14; i++) {
		const char *focus = get(f, nth(f, "Atgard", i), "Fokusomrade");

		if (i == 0 || i == 6)
			assert_string_equal(focus, education);
		else
			assert_null(focus);
	}
	file_close(f);
}

static void test_meeting(void **state)
{
	/* One meeting, the day of the adoption; its type and times are not known, and its file is named by date and Id. */
	glob_t g = {0};
	struct file *f;
	const struct rec_record *r;
	char name[200];

	(void)state;
	assert_int_equal(glob(MEETINGS, 0, NULL, &g), 0);
	assert_int_equal(g.gl_pathc, 1);
	f = file_open(g.gl_pathv[0]);
	assert_int_equal(f->doc.records_count, 1);
	r = nth(f, "Mote", 0);
	expect(f, r, "Datum", "2019-01-29");
	expect(f, r, "Status", "hallet");
	expect(f, r, "Typ", "okant");
	assert_null(get(f, r, "Start"));
	assert_null(get(f, r, "Slut"));
	assert_null(get(f, r, "Plats"));
	assert_non_null(get(f, r, "Not"));
	snprintf(name, sizeof name, COUNCIL "moten/%s-%s.rec", get(f, r, "Datum"), get(f, r, "Id"));
	assert_string_equal(g.gl_pathv[0], name);
	file_close(f);
	globfree(&g);
}

static void test_seats(void **state)
{
	/* Ten seats, one for each municipality of the region and one for the region, and nobody is made up to sit there. */
	struct file *f = file_open(SEATS);
	struct strings want = municipalities(&f->arena), got = {0};

	(void)state;
	assert_int_equal(f->doc.records_count, 10);
	assert_int_equal(count_type(f, "Ledamot"), 10);
	for (size_t i = 0; i < 10; i++) {
		const struct rec_record *r = nth(f, "Ledamot", i);
		const char *place = get(f, r, "Plats");

		assert_non_null(place);
		expect(f, r, "Roll", "ledamot");
		expect(f, r, "Grupp", strcmp(place, REGION) == 0 ? "region" : "kommun");
		assert_non_null(get(f, r, "Organisation"));
		assert_null(get(f, r, "Person"));
		assert_null(get(f, r, "Epost"));
		assert_non_null(get(f, r, "Not"));
		strings_add(&got, place, &f->arena);
	}
	strings_add(&want, REGION, &f->arena);
	expect_all(&got, want.items, want.count);
	file_close(f);
}

static void expect_fits(struct file *f, const struct rec_record *r)
{
	const char *name = type_of(f, r);
	const struct record_type *t = record_type_by_name(name, strlen(name));
	const struct field *missing = NULL;
	struct error e = {0};
	void *record;

	assert_non_null(t);
	record = mem_alloc(t->size);
	record_init(t, record);
	for (size_t i = 0; i < r->count; i++) {
		const struct rec_field *field = &f->doc.fields[r->first + i];
		const struct field *row = record_field(t, f->bytes.data + field->name, field->name_len);

		if (!row)
			fail_msg("line %d: the schema has no such field", field->line);
		if (!field_decode(row, record, rec_value(&f->doc, field, &f->arena), &f->arena, &e))
			fail_msg("line %d: %s", field->line, e.text);
	}
	assert_true(record_complete(t, record, &missing));
	free(record);
}

static void test_schema(void **state)
{
	/* Every field of every record is one that the program knows, with a value that it can read. */
	glob_t g = rec_files();

	(void)state;
	assert_int_equal(g.gl_pathc, 3);
	for (size_t i = 0; i < g.gl_pathc; i++) {
		struct file *f = file_open(g.gl_pathv[i]);

		for (size_t k = 0; k < f->doc.records_count; k++)
			expect_fits(f, &f->doc.records[k]);
		file_close(f);
	}
	globfree(&g);
}

static void test_ids(void **state)
{
	/* Ids are ten Crockford characters, and no two records of the council share one. */
	static const char crockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	glob_t g = rec_files();
	struct arena a = {0};
	struct map seen = {0};

	(void)state;
	for (size_t i = 0; i < g.gl_pathc; i++) {
		struct file *f = file_open(g.gl_pathv[i]);

		for (size_t k = 0; k < f->doc.records_count; k++) {
			const char *id = get(f, &f->doc.records[k], "Id");

			assert_non_null(id);
			assert_int_equal(strlen(id), 10);
			assert_int_equal(strspn(id, crockford), 10);
			assert_true(map_put(&seen, arena_strdup(&a, id), 1));
		}
		file_close(f);
	}
	assert_int_equal(seen.count, 31);
	map_release(&seen);
	arena_release(&a);
	globfree(&g);
}

static void test_recutils(void **state)
{
	/* recfix, the judge of the format, has nothing to say about any file. */
	glob_t g = rec_files();

	(void)state;
	for (size_t i = 0; i < g.gl_pathc; i++) {
		char command[400];

		snprintf(command, sizeof command, "recfix --no-external --check %s", g.gl_pathv[i]);
		assert_int_equal(system(command), 0);
	}
	globfree(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_settings),
		cmocka_unit_test(test_plan),
		cmocka_unit_test(test_goals),
		cmocka_unit_test(test_levels_are_indicators),
		cmocka_unit_test(test_focus_areas),
		cmocka_unit_test(test_activities),
		cmocka_unit_test(test_focus_links),
		cmocka_unit_test(test_meeting),
		cmocka_unit_test(test_seats),
		cmocka_unit_test(test_schema),
		cmocka_unit_test(test_ids),
		cmocka_unit_test(test_recutils),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
