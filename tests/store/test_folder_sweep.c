/* A step as the program makes it, of one record or of two in two files, with its line in the history: every call of it fails,
 * and the power goes at every moment of it. */
#include "crash.h"
#include "faulty.h"
#include "folder_council.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define PLAN "plan/2026.rec"
#define MEETING "moten/2026-12-02-M000000001.rec"

/* The step's files as they are to be, and what only the new ones have. */
static const struct {
	const char *file, *words;
} made[] = {{PLAN, "Ansvarig: Åsa\n"}, {MEETING, "Id: M000000001\n"}};

static struct store_writer writer(uint64_t random)
{
	/* After a fault a lock may be cut off, and then nobody's: the person says yes. */
	return (struct store_writer){.user = "prov", .host = "dator", .utc = 1800000000, .random = {random, 7},
	                             .break_foreign = random != 1};
}

/* Sets the owner of A1 and, when `count` is 2, adds a meeting, in one step. */
static bool make_step(struct folder *f, size_t count, uint64_t random, struct error *e)
{
	struct store_writer w = writer(random);
	struct changes c = {0};
	struct meeting m;
	bool ok;

	council_set(f, &c, "A1", "Ansvarig", "Åsa");
	record_init(record_type(RECORD_MEETING), &m);
	m.head.id = "M000000001";
	m.date = (struct date){2026, 12, 2};
	if (count > 1)
		changes_add(&c, RECORD_MEETING, MEETING, &m);
	ok = folder_apply(f, &c, &w, e);
	changes_release(&c);
	return ok;
}

/* How many of the step's files have it. A file that is in neither version fails the test. */
static size_t count_new(const struct scratch *s, size_t count)
{
	char *wanted = council_replaced(council_plan, "Ansvarig: Eva", "Ansvarig: Åsa");
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		char *now = scratch_get(s, made[i].file, NULL);

		if (now && strstr(now, made[i].words)) {
			assert_true(i > 0 || strcmp(now, wanted) == 0);
			n++;
		} else if (i == 0) {
			assert_string_equal(now, council_plan);
		} else {
			assert_null(now);
		}
		free(now);
	}
	free(wanted);
	return n;
}

/* How often the step stands in the history. Faults may have sent it to the month's second file. */
static size_t count_history(const struct scratch *s)
{
	static const char *const names[] = {"historik/2027-01.rec", "historik/2027-01-2.rec", "historik/2027-01-3.rec"};
	size_t n = 0;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char *now = scratch_get(s, names[i], NULL);

		for (const char *at = now; at && (at = strstr(at, "Post: A1\n")); at++)
			n++;
		free(now);
	}
	return n;
}

static bool told_about_history(const struct folder *f)
{
	const struct diagnostics *d = folder_diagnostics(f);

	for (size_t i = 0; i < d->count; i++)
		if (strstr(d->items[i].text, "Historiken"))
			return true;
	return false;
}

/* Opens the folder again, as after a crash, which recovers it. */
static struct folder *open_again(const struct scratch *s, struct faulty *io)
{
	struct store_writer w = writer(500);
	struct error e = {0};
	struct folder *f;

	faulty_init(io);
	f = folder_open(s->path, &io->io, &w, &e);
	if (!f)
		fail_msg("%s", e.text);
	return f;
}

static void expect_sound(const struct folder *f)
{
	const struct diagnostics *d = folder_diagnostics(f);

	for (size_t i = 0; i < d->count; i++)
		if (d->items[i].level == DIAGNOSTIC_FAULT)
			fail_msg("%s: %s", d->items[i].file, d->items[i].text);
}

/* One step with a fault at call `at` of it. True when it was over before. */
static bool step_with_fault(size_t count, long at, const struct faulty *how)
{
	struct scratch s;
	struct faulty io, well;
	struct error e = {0};
	struct folder *f, *again;
	size_t now;
	bool ok, over, told;

	faulty_init(&io);
	f = council_open(&s, &io.io);
	io.calls = 0;
	io.at = at;
	io.for_ever = how->for_ever;
	io.after = how->after;
	io.brief = how->brief;
	io.err = how->err;
	ok = make_step(f, count, 1, &e);
	over = io.calls < at;
	now = count_new(&s, count);
	told = told_about_history(f);
	if (ok && now != count)
		fail_msg("call %ld: saved, but is not there", at);
	if (!ok && (e.code == ERROR_NONE || e.text[strlen(e.text) - 1] != '.'))
		fail_msg("call %ld: %d %s", at, e.code, e.text);
	if (!ok && scratch_count(&s, ".rb-commit-") == 0 && now != 0)
		fail_msg("call %ld: %s", at, e.text);
	if (how->brief && (!ok || e.code != ERROR_NONE))
		fail_msg("call %ld: a short write is no fault: %s", at, e.text);
	/* The disk is well again: what was said to be saved is, and what was not can be saved now. */
	again = open_again(&s, &well);
	now = count_new(&s, count);
	assert_true(now == 0 || now == count);
	assert_true(!ok || now == count);
	if (now == 0)
		if (!make_step(again, count, 2, &e))
			fail_msg("call %ld: %s", at, e.text);
	assert_int_equal(count_new(&s, count), count);
	if (count_history(&s) != 1 && !(count_history(&s) == 0 && told))
		fail_msg("call %ld: %zu times in the history", at, count_history(&s));
	expect_sound(again);
	folder_close(&again);
	folder_close(&f);
	scratch_release(&s);
	return over;
}

static void test_each_call_of_a_step_fails(void **state)
{
	/* Once and for ever, before the call and after it, and writes that write half. */
	static const struct faulty rows[] = {
		{.err = EIO},    {.err = EIO, .for_ever = true},    {.err = EIO, .after = true},
		{.err = ENOSPC}, {.err = ENOSPC, .for_ever = true}, {.err = EACCES},
		{.err = EACCES, .for_ever = true}, {.brief = true}, {.brief = true, .for_ever = true},
	};

	(void)state;
	for (size_t count = 1; count <= 2; count++)
		for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
			long at = 1;

			while (!step_with_fault(count, at, &rows[i]))
				at++;
			assert_true(at > 60);
		}
}

struct cut {
	size_t count, said, old, new;
};

static void look(void *ctx, const struct scratch *s, size_t moment)
{
	struct cut *cut = ctx;
	struct faulty io;
	struct folder *f = open_again(s, &io);
	size_t now = count_new(s, cut->count);

	assert_true(now == cut->count || (now == 0 && moment < cut->said));
	/* The history is in the same transaction. */
	assert_int_equal(count_history(s), now ? 1 : 0);
	expect_sound(f);
	cut->old += now == 0;
	cut->new += now > 0;
	folder_close(&f);
}

static void test_power_cut_at_each_moment_of_a_step(void **state)
{
	const char *torture = getenv("RADSBORD_TORTURE");

	(void)state;
	for (size_t count = 1; count <= 2; count++) {
		struct cut cut = {.count = count};
		struct store_writer w = writer(3);
		struct error e = {0};
		struct scratch s;
		struct crash c;
		struct folder *f;

		scratch_init(&s);
		scratch_puts(&s, "rad.ini", council_rad);
		scratch_puts(&s, PLAN, council_plan);
		crash_init(&c, &s);
		f = folder_open(s.path, &c.io, &w, &e);
		assert_non_null(f);
		assert_true(make_step(f, count, 1, &e));
		cut.said = crash_moment(&c);
		crash_each(&c, 0, torture && *torture, look, &cut);
		assert_true(cut.old > 20 && cut.new > 10);
		folder_close(&f);
		crash_release(&c);
		scratch_release(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_call_of_a_step_fails),
		cmocka_unit_test(test_power_cut_at_each_moment_of_a_step),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
