/* Opening a council folder: what is read, what is said of the rest, and what stays when a file goes bad. */
#include "folder_council.h"

#include "radsbord/store/folder.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct store_writer writer = {.user = "prov", .host = "dator", .utc = 1800000000, .random = {1, 2}};

static const char rad[] = "[rad]\nformat = 1\nnamn = \"Rådet i Prov\"\nregion = 04\novning = ja\n";
static const char plan[] = "# Planen\n\n%rec: Plan\n\nId: P1\nAr: 2026\nRubrik: Plan 2026\n\n"
			   "%rec: Atgard\n\n"
			   "Id: A1\nNr: 1\nSlag: atgard\nRubrik: Ring\nStatus: pagar\nKlart_senast: 2026-12-01\n\n"
			   "Id: A2\nNr: 2\nRubrik: Skriv\nBrist: B04-01\nBrist: B04-02\n";
static const char seats[] = "%rec: Ledamot\n\nId: L1\nGrupp: kommun\nOrganisation: Flens kommun\nPlats: 0482\n";
static const char meeting[] = "%rec: Mote\n\nId: M1\nNr: 1\nDatum: 2026-11-24\nStart: 9.30\nTyp: heldag\n\n"
			      "%rec: Arende\n\nId: I1\nNr: 1\nRubrik: Val\nKind: x\n";

static void put_council(const struct scratch *s)
{
	scratch_puts(s, "rad.ini", rad);
	scratch_puts(s, "plan/2026.rec", plan);
	scratch_puts(s, "ledamoter.rec", seats);
	scratch_puts(s, "moten/2026-11-24-M1.rec", meeting);
}

static struct folder *open_folder(const struct scratch *s)
{
	struct error e = {0};
	struct folder *f = folder_open(s->path, io_system(), &writer, &e);

	if (!f)
		fail_msg("%s", e.text);
	return f;
}

/* The first finding whose text has the words, or NULL. */
static const struct diagnostic *finding(const struct folder *f, const char *words)
{
	const struct diagnostics *d = folder_diagnostics(f);

	for (size_t i = 0; i < d->count; i++)
		if (strstr(d->items[i].text, words))
			return &d->items[i];
	return NULL;
}

static void expect_finding(const struct folder *f, enum diagnostic_level level, const char *file, int line,
                           const char *words)
{
	const struct diagnostic *d = finding(f, words);

	if (!d)
		fail_msg("ingen anmärkning med ”%s”", words);
	assert_int_equal(d->level, level);
	assert_string_equal(d->file, file);
	assert_int_equal(d->line, line);
	assert_int_equal(d->text[strlen(d->text) - 1], '.');
}

static void test_good_folder(void **state)
{
	/* Every record of a sound folder is in its table with its values, file and line. */
	struct scratch s;
	struct folder *f;
	const struct records *r;
	const struct action *a;

	(void)state;
	scratch_init(&s);
	put_council(&s);
	f = open_folder(&s);
	r = folder_records(f);
	assert_string_equal(folder_path(f), s.path);
	assert_string_equal(folder_settings(f)->name, "Rådet i Prov");
	assert_string_equal(folder_settings(f)->region, "04");
	assert_true(folder_settings(f)->practice);
	assert_int_equal(folder_settings(f)->format, 1);
	assert_int_equal(diagnostics_count(folder_diagnostics(f), DIAGNOSTIC_WARNING), 0);
	assert_null(folder_readonly(f, NULL));
	assert_null(folder_readonly(f, "plan/2026.rec"));
	assert_int_equal(records_count(r, RECORD_ACTION), 2);
	a = records_action(r, 0);
	assert_string_equal(a->head.id, "A1");
	assert_string_equal(a->head.file, "plan/2026.rec");
	assert_int_equal(a->head.line, 11);
	assert_int_equal(a->status, ACTION_ONGOING);
	assert_int_equal(a->kind, ACTION_TASK);
	assert_int_equal(a->due.day, 1);
	assert_int_equal(records_action(r, 1)->gaps.count, 2);
	assert_int_equal(records_meeting(r, 0)->start, 9 * 60 + 30);
	assert_int_equal(records_count(r, RECORD_ITEM), 1);
	assert_string_equal(records_seat(r, 0)->place, "0482");
	expect_finding(f, DIAGNOSTIC_NOTE, "moten/2026-11-24-M1.rec", 14, "Fältet Kind är okänt");
	folder_close(&f);
	assert_null(f);
	scratch_release(&s);
}

static void test_not_a_council(void **state)
{
	/* A folder without rad.ini, and a path that is not there, are refused with a sentence. */
	struct scratch s;
	struct error e = {0};

	(void)state;
	scratch_init(&s);
	assert_null(folder_open(s.path, io_system(), &writer, &e));
	assert_int_equal(e.code, ERROR_NOT_FOUND);
	assert_non_null(strstr(e.text, "radsbord ny"));
	assert_null(folder_open("/finns/inte", io_system(), &writer, &e));
	assert_int_equal(e.code, ERROR_NOT_FOUND);
	assert_int_equal(scratch_count(&s, ".rb"), 0);
	scratch_release(&s);
}

static void test_one_bad_record(void **state)
{
	/* A bad value, a missing field, an unknown type and a record without type leave the others in the tables. */
	struct scratch s;
	struct folder *f;
	const struct records *r;

	(void)state;
	scratch_init(&s);
	put_council(&s);
	scratch_puts(&s, "saknas.rec",
	             "Id: X0\nText: före typen\n\n"
	             "%rec: Brist\n\n"
	             "Id: X1\nTjanst: jourlinje\nGrad: saknas\nText: En jour\nKontrollerad: 2026-13-01\n\n"
	             "Id: X2\nTjanst: jourlinjen\nGrad: saknas\nText: Fel kod\n\n"
	             "Id: X3\nGrad: saknas\nText: Ingen kod\n\n"
	             "Id: X4\nTjanst: mottagning\nGrad: saknas\nGrad: begransad\nText: Två grader\n\n"
	             "%rec: Framtid\n\nId: Y1\nText: okänd\n\nId: Y2\n");
	f = open_folder(&s);
	r = folder_records(f);
	assert_int_equal(records_count(r, RECORD_GAP), 2);
	assert_string_equal(records_gap(r, 0)->head.id, "X1");
	assert_false(date_known(records_gap(r, 0)->checked));
	assert_string_equal(records_gap(r, 1)->head.id, "X4");
	assert_int_equal(records_gap(r, 1)->degree, GAP_MISSING);
	assert_int_equal(records_count(r, RECORD_ACTION), 2);
	expect_finding(f, DIAGNOSTIC_FAULT, "saknas.rec", 1, "första %rec:");
	expect_finding(f, DIAGNOSTIC_FAULT, "saknas.rec", 10, "2026-13-01");
	expect_finding(f, DIAGNOSTIC_FAULT, "saknas.rec", 13, "jourlinjen");
	expect_finding(f, DIAGNOSTIC_FAULT, "saknas.rec", 12, "brist X2");
	expect_finding(f, DIAGNOSTIC_FAULT, "saknas.rec", 17, "brist X3");
	expect_finding(f, DIAGNOSTIC_FAULT, "saknas.rec", 24, "mer än en gång");
	expect_finding(f, DIAGNOSTIC_NOTE, "saknas.rec", 27, "Framtid");
	assert_null(folder_readonly(f, "saknas.rec"));
	folder_close(&f);
	scratch_release(&s);
}

static void test_damaged_files(void **state)
{
	/* A file with conflict marks, or with two records of one Id, may not be written; the others may. */
	struct scratch s;
	struct folder *f;

	(void)state;
	scratch_init(&s);
	put_council(&s);
	scratch_puts(&s, "ledamoter.rec",
	             "%rec: Ledamot\n\nId: L1\n<<<<<<< HEAD\nOrganisation: A\n=======\nOrganisation: B\n>>>>>>> x\n");
	scratch_puts(&s, "saknas.rec",
	             "%rec: Brist\n\nId: X1\nTjanst: uppdrag\nGrad: saknas\nText: a\n\n"
	             "Id: X1\nTjanst: uppdrag\nGrad: saknas\nText: b\n");
	f = open_folder(&s);
	assert_non_null(strstr(folder_readonly(f, "ledamoter.rec"), "skadad"));
	assert_non_null(strstr(folder_readonly(f, "saknas.rec"), "samma Id"));
	assert_int_equal(records_count(folder_records(f), RECORD_GAP), 2);
	assert_int_equal(records_count(folder_records(f), RECORD_ACTION), 2);
	assert_null(folder_readonly(f, "plan/2026.rec"));
	folder_close(&f);
	scratch_release(&s);
}

static void test_links_are_not_read(void **state)
{
	/* A symbolic link in the folder is not followed. */
	struct scratch s;
	struct folder *f;

	(void)state;
	scratch_init(&s);
	put_council(&s);
	assert_int_equal(symlinkat("ledamoter.rec", s.dir, "saknas.rec"), 0);
	f = open_folder(&s);
	assert_non_null(folder_readonly(f, "saknas.rec"));
	assert_int_equal(records_count(folder_records(f), RECORD_SEAT), 1);
	folder_close(&f);
	scratch_release(&s);
}

static void test_formats(void **state)
{
	/* A newer format opens read-only; so does a rad.ini without format or one that cannot be read. */
	static const char *const texts[] = {
		"[rad]\nformat = 2\nnamn = N\nregion = 04\n",
		"[rad]\nformat = ett\nnamn = N\nregion = 04\n",
		"[rad]\nnamn = N\nregion = 04\n",
		"",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct scratch s;
		struct folder *f;

		scratch_init(&s);
		put_council(&s);
		scratch_puts(&s, "rad.ini", texts[i]);
		f = open_folder(&s);
		assert_non_null(folder_readonly(f, NULL));
		assert_non_null(folder_readonly(f, "plan/2026.rec"));
		assert_int_equal(records_count(folder_records(f), RECORD_ACTION), 2);
		assert_non_null(folder_settings(f)->name);
		folder_close(&f);
		scratch_release(&s);
	}
}

static void test_conflict_copies(void **state)
{
	/* Copies that sync clients leave are pointed out and never loaded. */
	struct scratch s;
	struct folder *f;

	(void)state;
	scratch_init(&s);
	put_council(&s);
	scratch_puts(&s, "plan/2026.sync-conflict-20261124-101010-ABC.rec", plan);
	scratch_puts(&s, "plan/2026 (conflicted copy).rec", plan);
	scratch_puts(&s, "ledamoter (Annas konfliktkopia 2026-11-24).rec", seats);
	f = open_folder(&s);
	assert_int_equal(records_count(folder_records(f), RECORD_ACTION), 2);
	assert_int_equal(records_count(folder_records(f), RECORD_SEAT), 1);
	assert_int_equal(diagnostics_count(folder_diagnostics(f), DIAGNOSTIC_WARNING), 3);
	assert_non_null(finding(f, "konfliktkopia"));
	folder_close(&f);
	scratch_release(&s);
}

static void test_refresh(void **state)
{
	/* What is changed, added or removed outside is seen; what has gone bad keeps its old records and says so. */
	struct scratch s;
	struct folder *f;

	(void)state;
	scratch_init(&s);
	put_council(&s);
	f = open_folder(&s);
	assert_false(folder_refresh(f));
	scratch_puts(&s, "ledamoter.rec", "%rec: Ledamot\n\nId: L1\nOrganisation: Flen\n\nId: L2\nOrganisation: Trosa\n");
	assert_true(folder_refresh(f));
	assert_int_equal(records_count(folder_records(f), RECORD_SEAT), 2);
	scratch_puts(&s, "plan/2027.rec", "%rec: Plan\n\nId: P2\nAr: 2027\nRubrik: Nästa\n");
	assert_true(folder_refresh(f));
	assert_int_equal(records_plan(folder_records(f), 1)->year, 2027);
	scratch_puts(&s, "plan/2027.rec", "");
	assert_true(folder_refresh(f));
	assert_non_null(strstr(folder_readonly(f, "plan/2027.rec"), "tom"));
	scratch_puts(&s, "ledamoter.rec", "%rec: Ledamot\n\nId: L1\nOrgan");
	assert_true(folder_refresh(f));
	assert_non_null(strstr(folder_readonly(f, "ledamoter.rec"), "skadad"));
	assert_int_equal(unlinkat(s.dir, "plan/2026.rec", 0), 0);
	assert_true(folder_refresh(f));
	assert_non_null(strstr(folder_readonly(f, "plan/2026.rec"), "finns inte längre"));
	assert_int_equal(records_count(folder_records(f), RECORD_PLAN), 2);
	assert_int_equal(records_count(folder_records(f), RECORD_ACTION), 2);
	assert_int_equal(records_count(folder_records(f), RECORD_SEAT), 2);
	assert_false(folder_refresh(f));
	scratch_puts(&s, "plan/2026.rec", plan);
	scratch_puts(&s, "ledamoter.rec", seats);
	assert_true(folder_refresh(f));
	assert_null(folder_readonly(f, "plan/2026.rec"));
	assert_null(folder_readonly(f, "ledamoter.rec"));
	assert_int_equal(records_count(folder_records(f), RECORD_SEAT), 1);
	folder_close(&f);
	scratch_release(&s);
}

/* A file system whose clock ticks every other second, as FAT's. */
static int coarse_fstat(void *ctx, int fd, struct stat *st)
{
	int r = io_system()->fstat(ctx, fd, st);

	st->st_mtim.tv_sec &= ~(time_t)1;
	st->st_ctim.tv_sec &= ~(time_t)1;
	st->st_mtim.tv_nsec = st->st_ctim.tv_nsec = 0;
	return r;
}

static void test_same_size_in_the_same_moment(void **state)
{
	/* A change that leaves the file's size and, within a tick of its clock, its times as they were is noticed all the same. */
	struct scratch s;
	struct io io = *io_system();
	char *other = council_replaced(council_plan, "Ansvarig: Eva", "Ansvarig: Ida");
	struct folder *f;

	(void)state;
	io.fstat = coarse_fstat;
	f = council_open(&s, &io);
	for (int i = 0; i < 20; i++) {
		scratch_puts(&s, "plan/2026.rec", i % 2 ? council_plan : other);
		assert_true(folder_refresh(f));
		assert_string_equal(council_action(f, "A1")->owner, i % 2 ? "Eva" : "Ida");
	}
	free(other);
	folder_close(&f);
	scratch_release(&s);
}

/* The Ids of the actions, in order. */
static void expect_actions(const struct folder *f, const char *ids)
{
	const struct records *r = folder_records(f);
	struct buf all = {0};

	for (size_t i = 0; i < records_count(r, RECORD_ACTION); i++) {
		const struct record *head = &records_action(r, i)->head;

		buf_printf(&all, "%s%s", i ? " " : "", head->id);
		assert_ptr_equal(records_find(r, RECORD_ACTION, head->id), head);
	}
	assert_string_equal(buf_cstr(&all), ids);
	buf_release(&all);
}

static void put_plan(const struct scratch *s, int year, const char *const *ids)
{
	struct buf text = {0}, name = {0};

	buf_printf(&name, "plan/%d.rec", year);
	buf_str(&text, "%rec: Atgard\n");
	for (; *ids; ids++)
		buf_printf(&text, "\nId: %s\nRubrik: Ring %d\n", *ids, year);
	scratch_puts(s, buf_cstr(&name), buf_cstr(&text));
	buf_release(&text);
	buf_release(&name);
}

static void test_files_of_one_table(void **state)
{
	/* Records of several files follow each other in the files' order, whichever of them grows, shrinks, goes bad or is the only one;
	 * as long as there is room they stay where they are. */
	struct scratch s;
	struct folder *f;
	const struct action *first;

	(void)state;
	scratch_init(&s);
	scratch_puts(&s, "rad.ini", rad);
	put_plan(&s, 2025, (const char *const[]){"A1", "A2", NULL});
	f = open_folder(&s);
	expect_actions(f, "A1 A2");
	put_plan(&s, 2026, (const char *const[]){"B1", "B2", "B3", NULL});
	put_plan(&s, 2027, (const char *const[]){"C1", NULL});
	assert_true(folder_refresh(f));
	expect_actions(f, "A1 A2 B1 B2 B3 C1");
	first = records_action(folder_records(f), 0);
	put_plan(&s, 2026, (const char *const[]){"B1", "B9", "B3", NULL});
	assert_true(folder_refresh(f));
	expect_actions(f, "A1 A2 B1 B9 B3 C1");
	put_plan(&s, 2025, (const char *const[]){"A2", NULL});
	assert_true(folder_refresh(f));
	expect_actions(f, "A2 B1 B9 B3 C1");
	assert_ptr_equal(records_action(folder_records(f), 0), first);
	scratch_puts(&s, "plan/2026.rec", "%rec: Atgard\n\nId: B7\nskräp\n");
	put_plan(&s, 2027, (const char *const[]){"C1", "C2", NULL});
	assert_true(folder_refresh(f));
	expect_actions(f, "A2 B1 B9 B3 C1 C2");
	assert_ptr_equal(records_action(folder_records(f), 0), first);
	put_plan(&s, 2025, (const char *const[]){"A2", "A3", "A4", "A5", "A6", NULL});
	assert_true(folder_refresh(f));
	expect_actions(f, "A2 A3 A4 A5 A6 B1 B9 B3 C1 C2");
	assert_string_equal(records_action(folder_records(f), 9)->title, "Ring 2027");
	folder_close(&f);
	scratch_release(&s);
}

static void test_example(void **state)
{
	/* The example council that comes with the program is sound. */
	const char *source = getenv("RADSBORD_SOURCE");
	char path[600];
	struct error e = {0};
	struct folder *f;
	const struct diagnostics *d;

	(void)state;
	snprintf(path, sizeof path, "%s/data/exempel/sormland", source ? source : ".");
	f = folder_open(path, io_system(), NULL, &e);
	if (!f)
		fail_msg("%s", e.text);
	d = folder_diagnostics(f);
	for (size_t i = 0; i < d->count; i++)
		print_message("%s:%d: %s\n", d->items[i].file, d->items[i].line, d->items[i].text);
	assert_int_equal(d->count, 0);
	assert_true(folder_settings(f)->practice);
	assert_true(records_count(folder_records(f), RECORD_ACTION) > 0);
	folder_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_good_folder),      cmocka_unit_test(test_not_a_council),
		cmocka_unit_test(test_one_bad_record),   cmocka_unit_test(test_damaged_files),
		cmocka_unit_test(test_links_are_not_read), cmocka_unit_test(test_formats),
		cmocka_unit_test(test_conflict_copies),  cmocka_unit_test(test_refresh),
		cmocka_unit_test(test_same_size_in_the_same_moment),
		cmocka_unit_test(test_files_of_one_table),
		cmocka_unit_test(test_example),
	};

	return cmocka_run_group_tests_name("folder", tests, NULL, NULL);
}
