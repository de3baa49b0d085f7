/* What an import leaves in the folder: one transaction, one source, every other byte as it was, and the way back. */
#include "import_stage.h"

#include "support/stopper.h"

#include "radsbord/store/check.h"
#include "radsbord/store/history.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct import_stage stage;

static int set_up(void **state)
{
	(void)state;
	import_stage_open(&stage);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	import_stage_close(&stage);
	return 0;
}

static void expect_file(const char *name, const char *text)
{
	char *got = scratch_get(&stage.scratch, name, NULL);

	assert_non_null(got);
	assert_string_equal(got, text);
	free(got);
}

static void read_and_save(const char *text)
{
	if (!import_stage_text(&stage, text))
		fail_msg("%s", stage.e.text);
	import_stage_save(&stage);
}

#define HEAD "plats,ar,matt,kalla,varde,publicerat,orsak,not,datum\n"

static void test_a_new_file(void **state)
{
	/* Source and date stand in each row; what is withheld has its reason; the engine has the figures with file and line. */
	(void)state;
	assert_true(import_stage_text(&stage, "Kommun;Folkmängd 2024;Datum\nFlen;1;2025-02-01\nTrosa;2;\n"));
	assert_int_equal(stage.im.items[0].date.month, 2);
	assert_int_equal(stage.im.items[1].date.month, 11);
	stage.options.date = (struct date){2025, 3, 1};
	assert_true(import_stage_text(&stage, "Kommun;Folkmängd 2024;Datum\nFlen;1;2025-02-01\n"));
	assert_int_equal(stage.im.items[0].date.month, 3);
	stage.options.date = DATE_NONE;
	read_and_save("Kommun;Folkmängd 2024\nFlen;16 000\nTrosa;..\n");
	expect_file("matt/scb.csv", HEAD "0482,2024,invanare,scb,16000,nej,,,2026-11-24\n"
	                                 "0488,2024,invanare,scb,,nej,skyddad eller för osäker i källan (..),,2026-11-24\n");
	const struct measurements *m = &folder_records(stage.folder)->measurements;
	assert_int_equal(m->count, 2);
	assert_string_equal(m->items[0].file, "matt/scb.csv");
	assert_int_equal(m->items[0].line, 2);
	assert_false(num_known(m->items[1].value));
	assert_int_equal(folder_diagnostics(stage.folder)->count, 0);
}

static void test_again_doubles_nothing(void **state)
{
	/* The same file again writes nothing, not even another day; a changed value changes its own cells and no other byte. */
	(void)state;
	read_and_save("Kommun;Folkmängd 2024\nFlen;16 000\nTrosa;7 000\n");
	char *first = scratch_get(&stage.scratch, "matt/scb.csv", NULL);
	stage.options.today = (struct date){2026, 12, 1};
	assert_true(import_stage_text(&stage, "Kommun;Folkmängd 2024\nFlen;16 000,0\nTrosa;7000\n"));
	assert_int_equal(import_count(&stage.im, IMPORT_SAME), 2);
	import_stage_save(&stage);
	expect_file("matt/scb.csv", first);
	assert_true(import_stage_text(&stage, "Kommun;Folkmängd 2024\nFlen;16 001\nTrosa;7000\nGnesta;5\n"));
	assert_int_equal(import_count(&stage.im, IMPORT_CHANGED), 1);
	assert_string_equal(stage.im.items[0].why, "förut 16000 (matt/scb.csv rad 2)");
	import_stage_save(&stage);
	expect_file("matt/scb.csv", HEAD "0482,2024,invanare,scb,16001,nej,,,2026-12-01\n0488,2024,invanare,scb,7000,nej,,,2026-11-24\n"
	                                 "0461,2024,invanare,scb,5,nej,,,2026-12-01\n");
	free(first);
}

static void test_only_its_own_rows(void **state)
{
	/* A file of one's own making: another order of columns, `;`, CRLF, BOM, quotes, an unknown column, other sources, other years,
	 * no line end at the end. Only the cell that changes changes. */
	static const char mine[] = "\xEF\xBB\xBF" "matt;plats;ar;kalla;varde;publicerat;orsak;not;datum;egen\r\n"
	                           "\"invanare\";0482;2024;scb;\"5\";nej;;\"en; not\";2020-01-01;x\r\n"
	                           "invanare;0482;2024;annan;6;nej;;;;\r\n\r\n"
	                           "invanare;0482;2023;scb;7;nej;;;;\r\ndodsfall;0482;2024;scb;8;nej;;;;sist";
	(void)state;
	scratch_puts(&stage.scratch, "matt/scb.csv", mine);
	folder_refresh(stage.folder);
	read_and_save("Kommun;Folkmängd 2024;Not\nFlen;9;en; not\n");
	read_and_save("Kommun;Folkmängd 2024;Not\nFlen;10;\"en; not\"\nTrosa;11;\n");
	expect_file("matt/scb.csv", "\xEF\xBB\xBF" "matt;plats;ar;kalla;varde;publicerat;orsak;not;datum;egen\r\n"
	                            "\"invanare\";0482;2024;scb;\"10\";nej;;\"en; not\";2026-11-24;x\r\n"
	                            "invanare;0482;2024;annan;6;nej;;;;\r\n\r\n"
	                            "invanare;0482;2023;scb;7;nej;;;;\r\ndodsfall;0482;2024;scb;8;nej;;;;sist\r\n"
	                            "invanare;0488;2024;scb;11;nej;;;2026-11-24;\r\n");
}

static void test_undo(void **state)
{
	/* The inverse of the step brings the bytes back; a row that somebody has changed meanwhile stops it. */
	struct changes there = {0}, back = {0};
	struct store_writer w = {.user = "prov", .host = "dator", .utc = 1800000000, .random = {5, 5}};
	struct error e = {0};
	(void)state;
	read_and_save("Kommun;Folkmängd 2024\nFlen;1\nTrosa;2\n");
	char *before = scratch_get(&stage.scratch, "matt/scb.csv", NULL);
	assert_true(import_stage_text(&stage, "Kommun;Folkmängd 2024\nFlen;3\nTrosa;..\nGnesta;4\n"));
	import_changes(&stage.im, stage.folder, engine_data_reference(stage.data), &there);
	changes_invert(&there, &back);
	assert_true(folder_apply(stage.folder, &there, &w, &e));
	w.random[1]++;
	assert_true(folder_apply(stage.folder, &back, &w, &e));
	expect_file("matt/scb.csv", before);
	w.random[1]++;
	assert_true(folder_apply(stage.folder, &there, &w, &e));
	scratch_puts(&stage.scratch, "matt/scb.csv", HEAD "0482,2024,invanare,scb,99,nej,,,2026-11-24\n");
	w.random[1]++;
	assert_false(folder_apply(stage.folder, &back, &w, &e));
	assert_int_equal(e.code, ERROR_CONFLICT);
	expect_file("matt/scb.csv", HEAD "0482,2024,invanare,scb,99,nej,,,2026-11-24\n");
	changes_release(&there);
	changes_release(&back);
	free(before);
}

static void test_history(void **state)
{
	/* The history has each figure, what it was and what it became. */
	struct history h = {0};
	static const char *const id = "0482/2024/invanare/scb";
	struct strings ids = {0};
	(void)state;
	read_and_save("Kommun;Folkmängd 2024\nFlen;1\n");
	read_and_save("Kommun;Folkmängd 2024\nFlen;2\n");
	strings_add(&ids, id, &h.arena);
	folder_history(stage.folder, &ids, 0, &h, NULL);
	assert_int_equal(h.count, 2);
	assert_string_equal(h.items[0].title, "Inläsning av scb ur tal.csv");
	assert_non_null(h.items[0].record);
	assert_string_equal(h.items[0].fields[0].before.items[0], "1");
	assert_string_equal(h.items[0].fields[0].after.items[0], "2");
	history_release(&h);
}

static void test_formulas(void **state)
{
	/* A note that a spreadsheet would run is written with a mark, and is itself again when it is read: here and from a file that
	 * the program has written. */
	(void)state;
	read_and_save("Kommun;Folkmängd 2024;Not\nFlen;1;=cmd()\nTrosa;2;'=cmd()\nGnesta;3;'bara citat\n");
	expect_file("matt/scb.csv", HEAD "0482,2024,invanare,scb,1,nej,,'=cmd(),2026-11-24\n0488,2024,invanare,scb,2,nej,,'=cmd(),2026-11-24\n"
	                                 "0461,2024,invanare,scb,3,nej,,'bara citat,2026-11-24\n");
	assert_string_equal(folder_records(stage.folder)->measurements.items[0].note, "=cmd()");
	assert_string_equal(folder_records(stage.folder)->measurements.items[2].note, "'bara citat");
	char *bytes = scratch_get(&stage.scratch, "matt/scb.csv", NULL);
	assert_true(import_stage_text(&stage, bytes));
	assert_int_equal(import_count(&stage.im, IMPORT_SAME), 3);
	free(bytes);
}

static void test_another_file_has_it(void **state)
{
	/* A figure of the same source in another file of the folder is not doubled; another value there stops the import. */
	(void)state;
	scratch_puts(&stage.scratch, "matt/egen.csv", "plats,ar,matt,kalla,varde,publicerat,orsak,not\n0482,2024,invanare,scb,5,nej,,\n");
	folder_refresh(stage.folder);
	import_stage_expect(&stage, "Kommun;Folkmängd 2024\nFlen;5\nTrosa;6\n", "3 0488 2024 invanare 6 ny\n");
	assert_string_equal(stage.im.items[0].why, "står redan i matt/egen.csv rad 2");
	assert_int_equal(stage.im.found.count, 0);
	assert_true(import_stage_text(&stage, "Kommun;Folkmängd 2024\nFlen;7\n"));
	assert_int_equal(diagnostics_count(&stage.im.found, DIAGNOSTIC_FAULT), 1);
	assert_non_null(strstr(stage.im.found.items[0].text, "matt/egen.csv rad 2"));
}

static void refused(const char *text, enum error_code code, const char *says)
{
	struct changes c = {0};
	struct store_writer w = {.user = "prov", .host = "dator", .utc = 1800000000, .random = {6, 6}};
	struct error e = {0};

	scratch_puts(&stage.scratch, "matt/scb.csv", text);
	folder_refresh(stage.folder);
	assert_true(import_stage_text(&stage, "Kommun;Folkmängd 2024\nFlen;5\n"));
	import_changes(&stage.im, stage.folder, engine_data_reference(stage.data), &c);
	assert_false(folder_apply(stage.folder, &c, &w, &e));
	assert_int_equal(e.code, code);
	if (!strstr(e.text, says))
		fail_msg("%s", e.text);
	expect_file("matt/scb.csv", text);
	changes_release(&c);
}

static void test_files_that_are_left_alone(void **state)
{
	/* A damaged file, one in another encoding, one without a column for what is to be written. */
	(void)state;
	refused("plats,ar,matt,kalla,varde,publicerat,orsak,not\n0482,2024,invanare,scb,6,nej,,\n", ERROR_READONLY, "Kolumnen Datum saknas");
	refused(HEAD "0488,2024,invanare,\xE5,5,nej,,,\n", ERROR_READONLY, "UTF-8");
	refused(HEAD "0488,2024\n", ERROR_READONLY, "skadad");
}

static void test_too_much_at_once(void **state)
{
	/* More figures than one step of the history is made for: nothing is saved, and --ar takes a part. */
	struct buf text = {0};
	(void)state;
	buf_str(&text, "Kommun;År;invanare;dodsfall\n");
	for (int year = 1900; year <= 2100; year++)
		for (int i = 0; i < 250; i++)
			buf_printf(&text, "%s;%d;5;6\n", engine_data_reference(stage.data)->places[30 + i].code, year);
	assert_true(import_stage_text(&stage, buf_cstr(&text)));
	assert_int_equal(diagnostics_count(&stage.im.found, DIAGNOSTIC_FAULT), 1);
	assert_non_null(strstr(stage.im.found.items[0].text, "fler än 100000 uppgifter"));
	stage.options.year = 2024;
	assert_true(import_stage_text(&stage, buf_cstr(&text)));
	assert_int_equal(stage.im.found.count, 0);
	assert_int_equal(import_count(&stage.im, IMPORT_NEW), 500);
	buf_release(&text);
}

static void test_parts_need_not_add_up(void **state)
{
	/* From 2025 on SCB adds noise to each figure: municipalities that do not add up to their region, nor regions to the country,
	 * are no finding, and the stated figure is the one that counts. Source: DOMAIN 2, "SCB CKM trap". */
	struct diagnostics d = {0};
	struct arena a = {0};
	struct buf text = {0};
	const struct indikator_set *set;
	(void)state;
	buf_str(&text, "Plats;Folkmängd 2025\nRiket;10 600 003\nSödermanlands län;302 002\n");
	static const char *const nine[] = {"0428", "0461", "0480", "0481", "0482", "0483", "0484", "0486", "0488"};
	for (size_t i = 0; i < 9; i++)
		buf_printf(&text, "%s;%zu\n", nine[i], 10001 + i);
	read_and_save(buf_cstr(&text));
	assert_int_equal(stage.im.found.count, 0);
	check_all(stage.national, stage.folder, &d);
	for (size_t i = 0; i < d.count; i++)
		if (d.items[i].file && strstr(d.items[i].file, "matt/"))
			fail_msg("%s", d.items[i].text);
	set = engine_data_set(stage.data);
	int i = indikator_find_observation(set, indikator_find_place(set, "04"), 2025, "invanare", "scb");
	assert_true(i >= 0);
	assert_int_equal(indikator_set_data(set)->observations[i].value.num, 302002);
	diagnostics_release(&d);
	buf_release(&text);
	arena_release(&a);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
static void test_stopped_reading(void **state)
{
	/* Stopped at any row, while it is read or compared: a sentence, and nothing to save. */
	struct import_stage s;
	bool done = false;
	int at = 0;

	(void)state;
	import_stage_open(&s);
	while (!done && at < 100) {
		struct stopper stop;

		s.options.work = stopper_init(&stop, ++at);
		done = import_stage_text(&s, "plats;ar;matt;varde\n0480;2024;invanare;58100\n0482;2024;invanare;16300\n");
		assert_int_equal(stop.work.stopped, !done);
		assert_false(stop.back);
		if (!done)
			assert_string_equal(s.e.text, "Avbrutet: inget sparades.");
	}
	assert_true(at > 5);
	assert_int_equal(import_count(&s.im, IMPORT_NEW), 2);
	import_stage_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_a_new_file), TEST(test_again_doubles_nothing),     TEST(test_only_its_own_rows),   TEST(test_undo),
		TEST(test_history),    TEST(test_formulas),                  TEST(test_another_file_has_it), TEST(test_files_that_are_left_alone),
		TEST(test_too_much_at_once), TEST(test_parts_need_not_add_up),
		cmocka_unit_test(test_stopped_reading),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
