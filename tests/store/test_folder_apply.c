/* Committing steps: which bytes change, what comes back when they are undone, and what is refused. */
#include "folder_council.h"

#include "radsbord/council/action.h"
#include "radsbord/council/meeting.h"
#include "support/stopper.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct date today = {2026, 11, 24};

static void test_only_the_field_changes(void **state)
{
	/* A set changes the bytes of its field and nothing else, and the tables follow. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct changes c = {0};
	char *now, *at, *expected;

	(void)state;
	action_set_due(&c, council_action(f, "A1"), (struct date){2027, 2, 4});
	council_apply(f, &c);
	at = strstr(council_plan, "2026-12-01");
	expected = mem_printf("%.*s2027-02-04%s", (int)(at - council_plan), council_plan, at + 10);
	now = scratch_get(&s, "plan/2026.rec", NULL);
	assert_string_equal(now, expected);
	assert_int_equal(council_action(f, "A1")->due.year, 2027);
	free(now);
	free(expected);
	changes_release(&c);
	folder_close(&f);
	scratch_release(&s);
}

static void test_a_field_comes_back_where_it_was(void **state)
{
	/* Each field of a record in the program's order is taken away, and put back by undo; what is not known stays behind it. */
	static const char *const fields[] = {"Ansvarig", "Start", "Klart_senast"};
	static const char plan[] = "%rec: Atgard\n\nId: A1\nNr: 1\nSlag: atgard\nRubrik: Ring\nAnsvarig: Eva\nStart: 2026-01-01\n"
				   "Klart_senast: 2026-12-01\nStatus: pagar\nEget: kvar\n";
	struct scratch s;
	struct folder *f = council_open(&s, io_system());

	(void)state;
	scratch_puts(&s, "plan/2026.rec", plan);
	folder_refresh(f);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		struct changes c = {0}, undo = {0};

		changes_set(&c, RECORD_ACTION, &council_action(f, "A1")->head, fields[i], NULL, 0);
		council_apply(f, &c);
		changes_invert(&c, &undo);
		council_apply(f, &undo);
		council_bytes(&s, "plan/2026.rec", plan);
		changes_release(&undo);
		changes_release(&c);
	}
	folder_close(&f);
	scratch_release(&s);
}

static void test_undo_gives_the_bytes_back(void **state)
{
	/* A step of every kind of change and then its inverse leave the file byte for byte as it was. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct changes c = {0}, back = {0}, again = {0};
	struct action new;
	char *between;

	(void)state;
	action_set_owner(&c, council_action(f, "A1"), "Region\noch kommun");
	action_add_note(&c, council_action(f, "A2"), "ringt", today);
	changes_append(&c, RECORD_ACTION, &council_action(f, "A2")->head, "Brist", "B04-03");
	record_init(record_type(RECORD_ACTION), &new);
	new.head.id = "A3";
	new.title = "Ny";
	new.nr = 3;
	changes_add(&c, RECORD_ACTION, "plan/2026.rec", &new);
	changes_invert(&c, &back);
	council_apply(f, &c);
	assert_int_equal(records_count(folder_records(f), RECORD_ACTION), 3);
	assert_string_equal(council_action(f, "A1")->owner, "Region\noch kommun");
	between = scratch_get(&s, "plan/2026.rec", NULL);
	changes_invert(&back, &again);
	council_apply(f, &back);
	council_bytes(&s, "plan/2026.rec", council_plan);
	council_apply(f, &again);
	council_bytes(&s, "plan/2026.rec", between);
	free(between);
	changes_release(&c);
	changes_release(&back);
	changes_release(&again);
	folder_close(&f);
	scratch_release(&s);
}

static void test_a_large_step(void **state)
{
	/* Many records added and then changed in one step, among them those that were there: as a small one, and undone to the byte. */
	enum { MANY = 40 };
	static const char file[] = "plan/2026.rec";
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct changes c = {0}, back = {0};

	(void)state;
	for (int i = 0; i < MANY; i++) {
		struct action new;

		record_init(record_type(RECORD_ACTION), &new);
		new.head = (struct record){.id = arena_printf(&c.arena, "N%02d", i), .file = file};
		new.title = "Ny";
		changes_add(&c, RECORD_ACTION, file, &new);
		changes_set_text(&c, RECORD_ACTION, &new.head, "Ansvarig", new.head.id);
	}
	action_set_owner(&c, council_action(f, "A2"), "Region");
	changes_invert(&c, &back);
	council_apply(f, &c);
	assert_int_equal(records_count(folder_records(f), RECORD_ACTION), MANY + 2);
	assert_string_equal(council_action(f, "N00")->owner, "N00");
	assert_string_equal(council_action(f, "N39")->owner, "N39");
	assert_string_equal(council_action(f, "A2")->owner, "Region");
	council_apply(f, &back);
	council_bytes(&s, "plan/2026.rec", council_plan);
	changes_release(&c);
	changes_release(&back);
	folder_close(&f);
	scratch_release(&s);
}

static void test_nothing_to_do(void **state)
{
	/* A step that changes nothing writes nothing. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct changes c = {0};

	(void)state;
	council_set(f, &c, "A1", "Ansvarig", "Eva");
	assert_int_equal(c.count, 0);
	council_apply(f, &c);
	council_bytes(&s, "plan/2026.rec", council_plan);
	changes_release(&c);
	folder_close(&f);
	scratch_release(&s);
}

static void test_changes_that_build_on_each_other(void **state)
{
	/* Within a step, a change sees what the ones before it did. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct changes one = {0}, two = {0}, both = {0};

	(void)state;
	council_set(f, &one, "A1", "Ansvarig", "Ida");
	council_set(f, &two, "A1", "Ansvarig", "Ola");
	two.items[0].before = one.items[0].after;
	VEC_PUSH(&both, one.items[0]);
	VEC_PUSH(&both, two.items[0]);
	council_apply(f, &both);
	assert_string_equal(council_action(f, "A1")->owner, "Ola");
	free(both.items);
	changes_release(&one);
	changes_release(&two);
	folder_close(&f);
	scratch_release(&s);
}

static void test_meeting_gets_its_file(void **state)
{
	/* A new meeting with its agenda makes the folder and the file, with descriptors that recutils reads. */
	static const char *const ids[AGENDA_DEFAULT] = {"I01", "I02", "I03", "I04", "I05", "I06", "I07",
	                                                "I08", "I09", "I10", "I11", "I12", "I13", "I14"};
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct changes c = {0}, back = {0};
	struct meeting m;
	char *text, *command;

	(void)state;
	record_init(record_type(RECORD_MEETING), &m);
	m.head.id = "M1";
	m.date = today;
	m.start = 9 * 60;
	struct agenda agenda = {0};
	agenda_make(NULL, NULL, false, &agenda);
	meeting_add(&c, &m, "moten/2026-11-24-M1.rec", &agenda, ids);
	agenda_release(&agenda);
	council_apply(f, &c);
	text = scratch_get(&s, "moten/2026-11-24-M1.rec", NULL);
	assert_non_null(strstr(text, "%rec: Mote\n"));
	assert_non_null(strstr(text, "%rec: Arende\n"));
	free(text);
	assert_int_equal(records_count(folder_records(f), RECORD_MEETING), 1);
	assert_int_equal(records_count(folder_records(f), RECORD_ITEM), AGENDA_DEFAULT);
	command = mem_printf("command -v recfix >/dev/null || exit 0; recfix --no-external %s/moten/*.rec", s.path);
	assert_int_equal(system(command), 0);
	free(command);
	changes_invert(&c, &back);
	council_apply(f, &back);
	assert_int_equal(records_count(folder_records(f), RECORD_MEETING), 0);
	assert_int_equal(records_count(folder_records(f), RECORD_ITEM), 0);
	changes_release(&c);
	changes_release(&back);
	folder_close(&f);
	scratch_release(&s);
}

static void test_several_files_or_none(void **state)
{
	/* A step over two files with a conflict in one changes neither. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct changes c = {0};
	struct meeting m;
	char *theirs = council_replaced(council_plan, "Ansvarig: Eva", "Ansvarig: Åsa");

	(void)state;
	record_init(record_type(RECORD_MEETING), &m);
	m.head.id = "M1";
	m.date = today;
	changes_add(&c, RECORD_MEETING, "moten/2026-11-24-M1.rec", &m);
	council_set(f, &c, "A1", "Ansvarig", "Ola");
	scratch_puts(&s, "plan/2026.rec", theirs);
	council_refused(f, &c, ERROR_CONFLICT, "A1");
	assert_null(scratch_get(&s, "moten/2026-11-24-M1.rec", NULL));
	assert_int_equal(records_count(folder_records(f), RECORD_MEETING), 0);
	scratch_puts(&s, "plan/2026.rec", council_plan);
	council_apply(f, &c);
	assert_int_equal(records_count(folder_records(f), RECORD_MEETING), 1);
	assert_string_equal(council_action(f, "A1")->owner, "Ola");
	free(theirs);
	changes_release(&c);
	folder_close(&f);
	scratch_release(&s);
}

static void test_refused_files(void **state)
{
	/* Nothing is written to a damaged, vanished or emptied file, to a newer folder, or outside the folder. */
	static const char *const outside[] = {"../x.rec", "plan/../../x.rec", "/tmp/x.rec", "plan/.x.rec", "rad.ini",
	                                      "x.rec", "plan/a/b.rec", "plan/2026 (konfliktkopia).rec"};
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct changes c = {0};
	char *damaged = council_replaced(council_plan, "Rubrik: Skriv", "Rubrik Skriv");

	(void)state;
	council_set(f, &c, "A1", "Ansvarig", "Ola");
	scratch_puts(&s, "plan/2026.rec", damaged);
	council_refused(f, &c, ERROR_READONLY, "skadad");
	council_bytes(&s, "plan/2026.rec", damaged);
	scratch_puts(&s, "plan/2026.rec", "");
	council_refused(f, &c, ERROR_READONLY, "tom");
	unlinkat(s.dir, "plan/2026.rec", 0);
	council_refused(f, &c, ERROR_READONLY, "finns inte längre");
	assert_null(scratch_get(&s, "plan/2026.rec", NULL));
	assert_string_equal(council_action(f, "A1")->owner, "Eva");
	scratch_puts(&s, "plan/2026.rec", council_plan);
	scratch_puts(&s, "rad.ini", "[rad]\nformat = 2\nnamn = Prov\nregion = 04\n");
	council_refused(f, &c, ERROR_READONLY, "format 2");
	scratch_puts(&s, "rad.ini", council_rad);
	for (size_t i = 0; i < sizeof outside / sizeof *outside; i++) {
		c.items[0].file = outside[i];
		council_refused(f, &c, ERROR_USAGE, "hör inte till rådets filer");
	}
	c.items[0].file = "plan/2026.rec";
	council_apply(f, &c);
	free(damaged);
	changes_release(&c);
	folder_close(&f);
	scratch_release(&s);
}

static void test_stopped_at_each_moment(void **state)
{
	/* Whenever it is stopped nothing is saved, nothing of it is left and the same step can be made again; it is never asked once it is
	 * saved. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	bool done = false;
	int at = 0;

	(void)state;
	while (!done && at < 100) {
		struct stopper stop;
		struct store_writer w = council_writer();
		struct changes c = {0};
		struct error e = {0};

		w.work = stopper_init(&stop, ++at);
		action_set_owner(&c, council_action(f, "A1"), "Ola");
		action_add_note(&c, council_action(f, "A2"), "ringt", today);
		done = folder_apply(f, &c, &w, &e);
		assert_int_equal(stop.work.stopped, !done);
		assert_false(stop.back);
		if (!done) {
			assert_string_equal(e.text, "Avbrutet: inget sparades.");
			assert_int_equal(scratch_count(&s, ".rb-"), 0);
			council_bytes(&s, "plan/2026.rec", council_plan);
			assert_int_equal(folder_conflict(f)->count, 0);
		}
		changes_release(&c);
	}
	assert_true(at > 4); /* each change, the merged file, and the moment before it is saved */
	assert_string_equal(council_action(f, "A1")->owner, "Ola");
	folder_close(&f);
	scratch_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_only_the_field_changes),
		cmocka_unit_test(test_a_field_comes_back_where_it_was),
		cmocka_unit_test(test_undo_gives_the_bytes_back),
		cmocka_unit_test(test_a_large_step),
		cmocka_unit_test(test_nothing_to_do),
		cmocka_unit_test(test_changes_that_build_on_each_other),
		cmocka_unit_test(test_meeting_gets_its_file),
		cmocka_unit_test(test_several_files_or_none),
		cmocka_unit_test(test_refused_files),
		cmocka_unit_test(test_stopped_at_each_moment),
	};

	return cmocka_run_group_tests_name("folder_apply", tests, NULL, NULL);
}
