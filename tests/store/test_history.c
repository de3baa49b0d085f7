/* The history: a line for every change, in the change's own transaction, that stands in nobody's way. */
#include "faulty.h"
#include "folder_council.h"

#include "radsbord/council/action.h"
#include "radsbord/store/check.h"
#include "radsbord/store/history.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* council_writer saves on 2027-01-15. */
#define MONTH "historik/2027-01.rec"
#define SECOND "historik/2027-01-2.rec"

static char *history_text(const struct scratch *s, const char *name)
{
	char *text = scratch_get(s, name, NULL);

	if (!text)
		fail_msg("%s finns inte", name);
	return text;
}

static void expect_text(const struct scratch *s, const char *name, const char *words)
{
	char *text = history_text(s, name);

	if (!strstr(text, words))
		fail_msg("%s saknas i:\n%s", words, text);
	free(text);
}

/* Sets the owner of an action as one step. */
static void set_owner(struct folder *f, const char *id, const char *owner)
{
	struct changes c = {0};

	council_set(f, &c, id, "Ansvarig", owner);
	changes_title(&c, "Ny ansvarig: %s", owner);
	council_apply(f, &c);
	changes_release(&c);
}

static size_t has_finding(const struct diagnostics *d, const char *file, const char *words)
{
	size_t n = 0;

	for (size_t i = 0; i < d->count; i++)
		n += d->items[i].file && strcmp(d->items[i].file, file) == 0 && strstr(d->items[i].text, words) != NULL;
	return n;
}

static void test_each_change_has_its_line(void **state)
{
	/* Set, add and remove: when, who, where, which record, what it was and what it became; recutils reads it. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct changes c = {0}, back = {0};
	struct action new;
	char *command;

	(void)state;
	action_set_due(&c, council_action(f, "A1"), (struct date){2027, 2, 4});
	council_set(f, &c, "A1", "Ansvarig", "Region\noch kommun");
	record_init(record_type(RECORD_ACTION), &new);
	new.head.id = "A3";
	new.title = "Ny";
	changes_add(&c, RECORD_ACTION, "plan/2026.rec", &new);
	changes_title(&c, "Ett steg");
	changes_invert(&c, &back);
	council_apply(f, &c);
	expect_text(&s, MONTH, "%rec: Handelse\n");
	expect_text(&s, MONTH, "\nTid: 2027-01-15T08:00:00Z\nVem: prov\nDator: dator\nSteg: Ett steg\nTransaktion: ");
	expect_text(&s, MONTH,
	            "\nSlag: andrad\nTyp: Atgard\nPost: A1\nFil: plan/2026.rec\nFalt: Klart_senast\nFran: 2026-12-01\n"
	            "Till: 2027-02-04\nFalt: Ansvarig\nFran: Eva\nTill: Region\n+ och kommun\n\nTid: ");
	expect_text(&s, MONTH, "\nSlag: ny\nTyp: Atgard\nPost: A3\nFil: plan/2026.rec\nFalt: Id\nTill: A3\n");
	council_apply(f, &back);
	expect_text(&s, MONTH, "\nSlag: borttagen\nTyp: Atgard\nPost: A3\nFil: plan/2026.rec\nFalt: Id\nFran: A3\n");
	command = mem_printf("command -v recfix >/dev/null || exit 0; recfix --no-external %s/" MONTH, s.path);
	assert_int_equal(system(command), 0);
	free(command);
	changes_release(&c);
	changes_release(&back);
	folder_close(&f);
	scratch_release(&s);
}

static void test_no_change_no_line(void **state)
{
	/* What is refused, and what changes nothing, leaves no line; not even a file. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct changes same = {0}, conflict = {0};
	char *theirs = council_replaced(council_plan, "Ansvarig: Eva", "Ansvarig: Åsa");

	(void)state;
	council_set(f, &same, "A1", "Ansvarig", "Eva");
	council_apply(f, &same);
	council_set(f, &conflict, "A1", "Ansvarig", "Ola");
	scratch_puts(&s, "plan/2026.rec", theirs);
	council_refused(f, &conflict, ERROR_CONFLICT, "A1");
	assert_null(scratch_get(&s, MONTH, NULL));
	free(theirs);
	changes_release(&same);
	changes_release(&conflict);
	folder_close(&f);
	scratch_release(&s);
}

/* Saves in a child that is killed at call `at`. True when it was done before. */
static bool killed_save(const struct scratch *s, long at)
{
	int status;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		struct store_writer w = council_writer();
		struct faulty io;
		struct error e = {0};
		struct changes c = {0};
		struct folder *f;

		faulty_init(&io);
		f = folder_open(s->path, &io.io, &w, &e);
		if (!f)
			_exit(1);
		council_set(f, &c, "A1", "Ansvarig", "Ola");
		io.calls = 0;
		io.at = at;
		io.kill = true;
		_exit(folder_apply(f, &c, &w, &e) ? 0 : 1);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_true(WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == FAULTY_KILLED);
	return WEXITSTATUS(status) == 0;
}

static void test_same_transaction(void **state)
{
	/* Killed at each call of a save: afterwards the change and its line are both there, or neither. */
	bool over = false;
	long at;

	(void)state;
	for (at = 1; !over; at++) {
		struct scratch s;
		struct store_writer w = council_writer();
		struct error e = {0};
		struct folder *f = council_open(&s, io_system());
		char *line;

		folder_close(&f);
		over = killed_save(&s, at);
		w.break_foreign = true; /* a lock that was killed before it was written is nobody's */
		f = folder_open(s.path, io_system(), &w, &e);
		assert_non_null(f);
		line = scratch_get(&s, MONTH, NULL);
		if ((line != NULL) != (strcmp(council_action(f, "A1")->owner, "Ola") == 0))
			fail_msg("call %ld: %s", at, line ? line : "no line");
		free(line);
		folder_close(&f);
		scratch_release(&s);
	}
	assert_true(at > 40);
}

static void no_wait(void *ctx, int ms)
{
	(void)ctx;
	(void)ms;
}

/* Another secretary's line comes between our look at the file and our lock. Nobody waits for our lock: we hold it meanwhile. */
static void add_line(void *ctx)
{
	const struct scratch *s = ctx;
	struct io io = *io_system();
	struct store_writer w = {.user = "Åsa", .host = "annan", .utc = 1800000000, .random = {99, 99}};
	struct error e = {0};
	struct changes c = {0};

	io.wait = no_wait;
	struct folder *f = folder_open(s->path, &io, &w, &e);
	council_set(f, &c, "A2", "Ansvarig", "Åsa");
	folder_apply(f, &c, &w, &e); /* refused when ours is being saved: then there is nothing to keep */
	changes_release(&c);
	folder_close(&f);
}

static void test_lines_of_two_are_kept(void **state)
{
	/* At whatever call of our save another one saves: both changes and both lines stay, each in one copy. */
	long calls = 1, met = 0;

	(void)state;
	for (long at = 1; at <= calls; at++) {
		struct scratch s;
		struct faulty io;
		struct folder *f;
		struct changes c = {0};
		struct store_writer w = council_writer();
		struct error e = {0};
		char *lines, *plan;

		faulty_init(&io);
		f = council_open(&s, &io.io);
		council_set(f, &c, "A1", "Ansvarig", "Ola");
		io.calls = 0;
		io.at = at;
		io.meanwhile = add_line;
		io.ctx = &s;
		if (!folder_apply(f, &c, &w, &e))
			fail_msg("call %ld: %s", at, e.text);
		calls = io.calls;
		lines = history_text(&s, MONTH);
		plan = history_text(&s, "plan/2026.rec");
		assert_non_null(strstr(lines, "Post: A1\n"));
		if ((strstr(lines, "Post: A2\n") != NULL) != (strstr(plan, "Ansvarig: Åsa\n") != NULL))
			fail_msg("call %ld:\n%s\n%s", at, lines, plan);
		assert_true(strstr(lines, "%rec:") == strrchr(lines, '%') || !strstr(strstr(lines, "%rec:") + 1, "%rec:"));
		met += strstr(lines, "Post: A2\n") != NULL;
		free(lines);
		free(plan);
		changes_release(&c);
		folder_close(&f);
		scratch_release(&s);
	}
	assert_true(met > 5);
}

static void test_full_part_goes_on(void **state)
{
	/* A part that would pass its size is left as it is, and the next one is begun; then that one is used. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct buf big = {0};
	char *now;

	(void)state;
	while (big.len < HISTORY_FILE_MAX - 100)
		buf_str(&big, "# en rad av de många som redan står här\n");
	scratch_puts(&s, MONTH, buf_cstr(&big));
	set_owner(f, "A1", "Ola");
	set_owner(f, "A1", "Ida");
	now = history_text(&s, MONTH);
	assert_string_equal(now, buf_cstr(&big));
	expect_text(&s, SECOND, "Till: Ola\n");
	expect_text(&s, SECOND, "Till: Ida\n");
	assert_null(scratch_get(&s, "historik/2027-01-3.rec", NULL));
	free(now);
	buf_release(&big);
	folder_close(&f);
	scratch_release(&s);
}

static void damage(const struct scratch *s)
{
	scratch_puts(s, MONTH, "%rec: Handelse\n\nPost A1 utan kolon\n");
}

static void protect(const struct scratch *s)
{
	scratch_puts(s, MONTH, "# skyddad\n");
	assert_int_equal(fchmodat(s->dir, MONTH, 0444, 0), 0);
}

static void put_folder(const struct scratch *s)
{
	assert_int_equal(mkdirat(s->dir, "historik", 0700), 0);
	assert_int_equal(mkdirat(s->dir, MONTH, 0700), 0);
}

static void put_link(const struct scratch *s)
{
	assert_int_equal(mkdirat(s->dir, "historik", 0700), 0);
	assert_int_equal(symlinkat("../plan/2026.rec", s->dir, MONTH), 0);
}

static void test_bad_history_blocks_nothing(void **state)
{
	/* Whatever is in the history's place, the edit is saved, nothing is written over, and the next part has the line. */
	static void (*const hindrances[])(const struct scratch *s) = {damage, protect, put_folder, put_link};

	(void)state;
	for (size_t i = 0; i < sizeof hindrances / sizeof *hindrances; i++) {
		struct scratch s;
		struct folder *f = council_open(&s, io_system());
		char *before, *after;

		hindrances[i](&s);
		before = scratch_get(&s, MONTH, NULL);
		set_owner(f, "A1", "Ola");
		assert_string_equal(council_action(f, "A1")->owner, "Ola");
		expect_text(&s, SECOND, "Till: Ola\n");
		after = scratch_get(&s, MONTH, NULL);
		if (i != 3 && before)
			assert_string_equal(after, before);
		if (i != 1)
			assert_int_equal(has_finding(folder_diagnostics(f), MONTH, "ny fil"), 1);
		free(before);
		free(after);
		folder_close(&f);
		scratch_release(&s);
	}
}

static void test_no_place_for_history(void **state)
{
	/* A file where the folder should be: the edit is saved without its line, and that is said. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());

	(void)state;
	scratch_puts(&s, "historik", "en fil\n");
	set_owner(f, "A1", "Ola");
	assert_string_equal(council_action(f, "A1")->owner, "Ola");
	assert_int_equal(has_finding(folder_diagnostics(f), "historik", "kan inte skrivas"), 1);
	council_bytes(&s, "historik", "en fil\n");
	folder_close(&f);
	scratch_release(&s);
}

static void test_reads_back(void **state)
{
	/* Newest first over months and parts, of all records or some, no more than asked for; what is unknown stays as text. */
	static const char part[] = "%rec: Handelse\n\nTid: 2026-12-01T10:00:00Z\nSlag: andrad\nTyp: Framtid\nPost: F1\nFil: x.rec\n"
				   "Falt: Vad\nFran: ett\nTill: två\n\nTid: i går\nSlag: andrad\nTyp: Atgard\nPost: A1\nFil: x\n";
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct history h = {0}, one = {0};
	struct diagnostics d = {0};
	const char *ids[] = {"A1"};
	const struct strings wanted = {.items = ids, .count = 1};
	struct buf shown = {0};

	(void)state;
	set_owner(f, "A1", "Ola");
	set_owner(f, "A2", "Ida");
	set_owner(f, "A1", "Åsa");
	scratch_puts(&s, "historik/2026-12.rec", "# tom\n");
	scratch_puts(&s, "historik/2026-12-2.rec", part);
	scratch_puts(&s, "historik/anteckning.rec", "Tid: 2030-01-01T00:00:00Z\nSlag: ny\nTyp: X\nPost: A1\nFil: x\n");
	folder_history(f, NULL, 0, &h, &d);
	assert_int_equal(h.count, 4);
	assert_string_equal(h.items[0].fields[0].after.items[0], "Åsa");
	assert_string_equal(h.items[0].fields[0].before.items[0], "Ola");
	assert_string_equal(h.items[0].title, "Ny ansvarig: Åsa");
	assert_string_equal(h.items[0].who, "prov");
	assert_string_equal(h.items[0].place, MONTH);
	assert_int_equal(h.items[0].utc, 1800000000);
	assert_string_equal(h.items[1].id, "A2");
	assert_string_equal(h.items[2].fields[0].after.items[0], "Ola");
	assert_string_equal(h.items[3].type, "Framtid");
	assert_null(h.items[3].record);
	history_show(h.items[3].fields[0].field, &h.items[3].fields[0].before, &shown);
	assert_string_equal(buf_cstr(&shown), "ett");
	assert_int_equal(has_finding(&d, "historik/2026-12-2.rec", "ofullständig"), 1);
	folder_history(f, &wanted, 1, &one, NULL);
	assert_int_equal(one.count, 1);
	assert_string_equal(one.items[0].fields[0].after.items[0], "Åsa");
	history_release(&one);
	folder_history(f, &wanted, 0, &one, NULL);
	assert_int_equal(one.count, 2);
	buf_release(&shown);
	history_release(&one);
	history_release(&h);
	diagnostics_release(&d);
	folder_close(&f);
	scratch_release(&s);
}

static void test_check_tells(void **state)
{
	/* radsbord kontroll says which line of the history is damaged. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct diagnostics d = {0};

	(void)state;
	damage(&s);
	folder_history_check(f, &d);
	assert_int_equal(d.count, 1);
	assert_string_equal(d.items[0].file, MONTH);
	assert_int_equal(d.items[0].line, 3);
	diagnostics_release(&d);
	folder_close(&f);
	scratch_release(&s);
}

static void test_personnummer_are_masked(void **state)
{
	/* Whatever was kept in the file, or stood there before, the history never has it whole. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	char *text;

	(void)state;
	set_owner(f, "A1", "Eva 640823-3234");
	set_owner(f, "A1", "6408233234");
	set_owner(f, "A1", "Eva");
	text = history_text(&s, MONTH);
	assert_non_null(strstr(text, "Till: Eva 64••••-••••\n"));
	assert_non_null(strstr(text, "Fran: Eva 64••••-••••\nTill: 64••••••••\n"));
	assert_non_null(strstr(text, "Steg: Ny ansvarig: Eva 64••••-••••\n"));
	assert_null(strstr(text, "3234"));
	free(text);
	folder_close(&f);
	scratch_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_change_has_its_line),
		cmocka_unit_test(test_no_change_no_line),
		cmocka_unit_test(test_same_transaction),
		cmocka_unit_test(test_lines_of_two_are_kept),
		cmocka_unit_test(test_full_part_goes_on),
		cmocka_unit_test(test_bad_history_blocks_nothing),
		cmocka_unit_test(test_no_place_for_history),
		cmocka_unit_test(test_reads_back),
		cmocka_unit_test(test_check_tells),
		cmocka_unit_test(test_personnummer_are_masked),
	};

	return cmocka_run_group_tests_name("history", tests, NULL, NULL);
}
