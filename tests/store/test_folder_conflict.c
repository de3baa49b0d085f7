/* Steps when somebody else was there first, and when the system fails. */
#include "faulty.h"
#include "folder_council.h"

#include "../../src/store/folder_local.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void test_edit_of_another_record_merges(void **state)
{
	/* What somebody else did to another record, and to a comment, stays, and ours is added. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct changes c = {0};
	char *theirs = council_replaced(council_plan, "Rubrik: Skriv", "Rubrik: Skriv brev"), *both, *second;

	(void)state;
	council_set(f, &c, "A1", "Ansvarig", "Ola");
	second = council_replaced(theirs, "# Den första", "# Den allra första");
	scratch_puts(&s, "plan/2026.rec", second);
	council_apply(f, &c);
	both = council_replaced(second, "Ansvarig: Eva", "Ansvarig: Ola");
	council_bytes(&s, "plan/2026.rec", both);
	assert_string_equal(council_action(f, "A2")->title, "Skriv brev");
	free(theirs);
	free(second);
	free(both);
	changes_release(&c);
	folder_close(&f);
	scratch_release(&s);
}

static void test_same_field_conflicts(void **state)
{
	/* The same field changed on both sides is a conflict that names the record; theirs stays and is shown. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct changes c = {0};
	char *theirs = council_replaced(council_plan, "Ansvarig: Eva", "Ansvarig: Åsa");

	(void)state;
	council_set(f, &c, "A1", "Ansvarig", "Ola");
	scratch_puts(&s, "plan/2026.rec", theirs);
	council_refused(f, &c, ERROR_CONFLICT, "Åtgärd 1 ”Ring” (A1) har ändrats sedan den lästes: Ansvarig är nu ”Åsa”");
	council_bytes(&s, "plan/2026.rec", theirs);
	assert_string_equal(council_action(f, "A1")->owner, "Åsa");
	free(theirs);
	changes_release(&c);
	folder_close(&f);
	scratch_release(&s);
}

static void test_gone_and_taken(void **state)
{
	/* A record that is gone, an Id that is taken, and an undo of what was changed since, are conflicts. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct changes change = {0}, add = {0}, other = {0}, undo = {0};
	struct action new;
	char *text;

	(void)state;
	record_init(record_type(RECORD_ACTION), &new);
	new.head.id = "A3";
	new.title = "Ny";
	changes_add(&add, RECORD_ACTION, "plan/2026.rec", &new);
	changes_invert(&add, &undo);
	council_apply(f, &add);
	new.title = "En annan";
	changes_add(&other, RECORD_ACTION, "plan/2026.rec", &new);
	council_refused(f, &other, ERROR_CONFLICT, "finns redan");
	council_set(f, &change, "A3", "Ansvarig", "Ola");
	council_apply(f, &change);
	council_refused(f, &undo, ERROR_CONFLICT, "Ansvarig är nu ”Ola”");
	text = scratch_get(&s, "plan/2026.rec", NULL);
	*strstr(text, "\nId: A3") = '\0';
	scratch_puts(&s, "plan/2026.rec", text);
	free(text);
	council_refused(f, &change, ERROR_CONFLICT, "finns inte längre");
	changes_release(&change);
	changes_release(&other);
	changes_release(&add);
	changes_release(&undo);
	folder_close(&f);
	scratch_release(&s);
}

static void test_what_is_made_already(void **state)
{
	/* What both did alike, and what a killed session did before it knew: nothing is written again, and nothing is refused. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct changes set = {0}, add = {0}, undo = {0};
	struct action new;
	char *before, *after;

	(void)state;
	record_init(record_type(RECORD_ACTION), &new);
	new.head.id = "A3";
	new.title = "Ny";
	council_set(f, &set, "A1", "Ansvarig", "Ola");
	changes_add(&add, RECORD_ACTION, "plan/2026.rec", &new);
	changes_invert(&add, &undo);
	council_apply(f, &set);
	council_apply(f, &add);
	before = scratch_get(&s, "plan/2026.rec", NULL);
	council_apply(f, &set);
	council_apply(f, &add);
	after = scratch_get(&s, "plan/2026.rec", NULL);
	assert_string_equal(after, before);
	council_apply(f, &undo);
	council_apply(f, &undo);
	free(before);
	free(after);
	changes_release(&set);
	changes_release(&add);
	changes_release(&undo);
	folder_close(&f);
	scratch_release(&s);
}

static void test_remove_keeps_unknown_fields(void **state)
{
	/* A record that got a field we do not know is not removed. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct changes add = {0}, undo = {0};
	struct action new;
	char *text, *more;

	(void)state;
	record_init(record_type(RECORD_ACTION), &new);
	new.head.id = "A3";
	new.title = "Ny";
	changes_add(&add, RECORD_ACTION, "plan/2026.rec", &new);
	changes_invert(&add, &undo);
	council_apply(f, &add);
	text = scratch_get(&s, "plan/2026.rec", NULL);
	more = council_replaced(text, "Rubrik: Ny\n", "Rubrik: Ny\nEget: viktigt\n");
	scratch_puts(&s, "plan/2026.rec", more);
	council_refused(f, &undo, ERROR_CONFLICT, "inte känner");
	council_bytes(&s, "plan/2026.rec", more);
	free(text);
	free(more);
	changes_release(&add);
	changes_release(&undo);
	folder_close(&f);
	scratch_release(&s);
}

/* Somebody edits another record between our reading and the commit. */
static void edit_outside(void *ctx)
{
	char *text = scratch_get(ctx, "plan/2026.rec", NULL), *edited;

	edited = council_replaced(text, "Nr: 2\n", "Nr: 22\n");
	scratch_puts(ctx, "plan/2026.rec", edited);
	free(text);
	free(edited);
}

/* True when the text stands in the plan, or in what was set aside and said to be. */
static bool is_kept(const struct scratch *s, const char *words)
{
	struct names names = {0};
	bool found = false;

	assert_true(io_list(s->dir, ".", &names, NULL));
	for (size_t i = 0; i <= names.count && !found; i++) {
		const char *name = i == names.count ? "plan/2026.rec" : names.items[i];
		char *text = strncmp(name, ".rb-salvage-", 12) == 0 || i == names.count ? scratch_get(s, name, NULL) : NULL;

		found = text && strstr(text, words);
		free(text);
	}
	names_release(&names);
	return found;
}

/* Edits outside before each call of a save in turn; returns how many of the edits do not stand in the file after it. */
static long race(bool plain_rename)
{
	long calls = 1, lost = 0;
	char *plan;

	for (long at = 1; at <= calls; at++) {
		struct scratch s;
		struct faulty io;
		struct folder *f;
		struct changes c = {0};
		struct store_writer w = council_writer();
		struct error e = {0};
		bool ok;

		faulty_init(&io);
		io.plain_rename = plain_rename;
		f = council_open(&s, &io.io);
		council_set(f, &c, "A1", "Ansvarig", "Ola");
		io.calls = 0;
		io.at = at;
		io.meanwhile = edit_outside;
		io.ctx = &s;
		ok = folder_apply(f, &c, &w, &e);
		calls = io.calls;
		plan = scratch_get(&s, "plan/2026.rec", NULL);
		lost += !strstr(plan, "Nr: 22\n");
		free(plan);
		if (ok && !is_kept(&s, "Ansvarig: Ola\n"))
			fail_msg("vid anrop %ld: %d %s", at, (int)ok, e.text);
		changes_release(&c);
		folder_close(&f);
		scratch_release(&s);
	}
	assert_true(calls > 10);
	return lost;
}

static void test_outside_edit_at_any_call(void **state)
{
	/* An edit of another program at any call of a save merges, comes after, or stays while ours is kept aside and named.
	 * Where the file system cannot exchange two files, one moment is left: between the last look at the file and its
	 * rename. */
	(void)state;
	assert_int_equal(race(false), 0);
	assert_in_range(race(true), 0, 3);
}

#define FOREIGN_LOCK "radsbord-lock 1 tx=x user=Eva host=annan pid=1 start=1 boot=b space=s time=2027-01-15T07:42:10Z\n"

static void test_lock_is_waited_for(void **state)
{
	/* Somebody saves: we wait, two seconds at most, and are told who it is, in Swedish time; nothing is written. */
	struct scratch s;
	struct faulty io;
	struct folder *f;
	struct changes c = {0};

	(void)state;
	faulty_init(&io);
	f = council_open(&s, &io.io);
	council_set(f, &c, "A1", "Ansvarig", "Ola");
	scratch_puts(&s, ".rb-lock", FOREIGN_LOCK);
	council_refused(f, &c, ERROR_LOCKED, "Eva på datorn annan sparar (sedan kl. 8.42)");
	assert_in_range(io.waited, 1000, 2000);
	assert_string_equal(folder_lock_owner(f)->user, "Eva");
	assert_int_equal(strlen(folder_lock_owner(f)->mark), 64);
	council_bytes(&s, "plan/2026.rec", council_plan);
	changes_release(&c);
	folder_close(&f);
	scratch_release(&s);
}

/* The holder is done while we wait. */
static void let_go(void *ctx, int ms)
{
	struct faulty *f = ctx;
	const struct scratch *s = f->ctx;

	f->waited += ms;
	unlinkat(s->dir, ".rb-lock", 0);
}

static void test_lock_let_go_meanwhile(void **state)
{
	/* The lock is let go while we wait: our step is saved as if nothing had been. */
	struct scratch s;
	struct faulty io;
	struct folder *f;
	struct changes c = {0};

	(void)state;
	faulty_init(&io);
	io.io.wait = let_go;
	io.ctx = &s;
	f = council_open(&s, &io.io);
	council_set(f, &c, "A1", "Ansvarig", "Ola");
	scratch_puts(&s, ".rb-lock", FOREIGN_LOCK);
	council_apply(f, &c);
	assert_string_equal(council_action(f, "A1")->owner, "Ola");
	assert_true(io.waited > 0);
	assert_string_equal(folder_lock_owner(f)->mark, "");
	changes_release(&c);
	folder_close(&f);
	scratch_release(&s);
}

static void test_no_record_goes_unremoved(void **state)
{
	/* New bytes without a record that the step does not remove are refused; those it removes may go. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct changes none = {0}, add = {0}, removes = {0}, renames = {0};
	struct buf before = {0}, after = {0};
	struct error e = {0};
	char *without = council_replaced(council_plan, "Id: A2\nNr: 2\nRubrik: Skriv\n", "# Nr: 2\nRubrik: Skriv\n");

	(void)state;
	buf_str(&before, council_plan);
	buf_str(&after, without);
	assert_true(folder_merge_keeps(&none, "plan/2026.rec", &before, &before, &e));
	assert_false(folder_merge_keeps(&none, "plan/2026.rec", &before, &after, &e));
	assert_int_equal(e.code, ERROR_DATA);
	assert_non_null(strstr(e.text, "Atgard A2"));
	changes_add(&add, RECORD_ACTION, "plan/2026.rec", council_action(f, "A2"));
	changes_invert(&add, &removes);
	assert_true(folder_merge_keeps(&removes, "plan/2026.rec", &before, &after, &e));
	removes.items[0].file = "plan/2027.rec";
	assert_false(folder_merge_keeps(&removes, "plan/2026.rec", &before, &after, &e));
	buf_clear(&after);
	assert_false(folder_merge_keeps(&none, "plan/2026.rec", &before, &after, &e));
	/* A step that gives a record another Id would make the old one vanish. */
	changes_set_text(&renames, RECORD_ACTION, &council_action(f, "A1")->head, "Id", "A9");
	council_refused(f, &renames, ERROR_DATA, "Atgard A1");
	council_bytes(&s, "plan/2026.rec", council_plan);
	changes_release(&renames);
	free(without);
	buf_release(&before);
	buf_release(&after);
	changes_release(&add);
	changes_release(&removes);
	folder_close(&f);
	scratch_release(&s);
}

static void test_failing_calls(void **state)
{
	/* A failing call leaves the old bytes or the new ones, and the tables show what the file has. */
	long calls = 1;

	(void)state;
	for (long at = 1; at <= calls; at++) {
		struct scratch s;
		struct faulty io;
		struct folder *f;
		struct changes c = {0};
		struct store_writer w = council_writer();
		struct error e = {0};
		char *text, *new = council_replaced(council_plan, "Ansvarig: Eva", "Ansvarig: Ola");

		faulty_init(&io);
		f = council_open(&s, &io.io);
		council_set(f, &c, "A1", "Ansvarig", "Ola");
		io.calls = 0;
		io.at = at;
		io.err = 5;
		if (!folder_apply(f, &c, &w, &e))
			assert_true(strlen(e.text) > 10);
		calls = io.calls;
		io.at = 0;
		folder_refresh(f);
		text = scratch_get(&s, "plan/2026.rec", NULL);
		if (strcmp(text, council_plan) != 0 && strcmp(text, new) != 0)
			fail_msg("vid anrop %ld:\n%s", at, text);
		assert_string_equal(council_action(f, "A1")->owner, strcmp(text, new) == 0 ? "Ola" : "Eva");
		assert_null(folder_readonly(f, "plan/2026.rec"));
		free(text);
		free(new);
		changes_release(&c);
		folder_close(&f);
		scratch_release(&s);
	}
	assert_true(calls > 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_edit_of_another_record_merges),
		cmocka_unit_test(test_same_field_conflicts),
		cmocka_unit_test(test_gone_and_taken),
		cmocka_unit_test(test_what_is_made_already),
		cmocka_unit_test(test_remove_keeps_unknown_fields),
		cmocka_unit_test(test_outside_edit_at_any_call),
		cmocka_unit_test(test_lock_is_waited_for),
		cmocka_unit_test(test_lock_let_go_meanwhile),
		cmocka_unit_test(test_no_record_goes_unremoved),
		cmocka_unit_test(test_failing_calls),
	};

	return cmocka_run_group_tests_name("folder_conflict", tests, NULL, NULL);
}
