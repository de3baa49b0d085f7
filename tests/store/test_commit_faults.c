/* Every call of a save fails, or is the last one before the process is killed: always all or nothing. */
#include "faulty.h"
#include "saving.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Processes are slow to fork under a sanitizer: there every fourth place will do for the square of kills. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
enum { STEP = 4 };
#else
enum { STEP = 1 };
#endif
#else
enum { STEP = 1 };
#endif

/* One save of `count` files with a fault at call `at`. True when the save was over before it. */
static bool save_with_fault(size_t count, long at, bool for_ever, bool after, bool plain, int err)
{
	struct scratch s;
	struct faulty f;
	struct error e = {0};
	enum saving_state state;
	bool ok, over;

	saving_init(&s);
	faulty_init(&f);
	f.at = at;
	f.for_ever = for_ever;
	f.after = after;
	f.plain_rename = plain;
	f.err = err;
	ok = saving_commit(&s, &f.io, count, (uint64_t)at, &e);
	over = f.calls < at;
	state = saving_look(&s, count);
	if (ok && state != SAVING_ALL_NEW)
		fail_msg("call %ld: saved, but is not there", at);
	if (!ok && (e.code == ERROR_NONE || e.text[strlen(e.text) - 1] != '.'))
		fail_msg("call %ld: %d %s", at, e.code, e.text);
	/* Before the commit point a fault leaves nothing but the old files. */
	if (!ok && scratch_count(&s, ".rb-commit-") == 0 && state != SAVING_ALL_OLD)
		fail_msg("call %ld: %s", at, e.text);
	assert_true(saving_recover(&s, NULL, 1000));
	if (saving_look(&s, count) == SAVING_MIXED)
		fail_msg("call %ld: half of the set", at);
	assert_true(!ok || saving_look(&s, count) == SAVING_ALL_NEW);
	saving_check_usable(&s);
	scratch_release(&s);
	return over;
}

static void test_each_call_fails(void **state)
{
	/* One call fails, or it and all after it, or it does its work and then says that it failed. */
	static const struct {
		size_t count;
		bool for_ever, after, plain; /* plain: a file system that cannot exchange two files */
		int err;
	} rows[] = {
		{1, false, false, false, EIO},    {1, true, false, false, EIO},    {1, false, true, false, EIO},
		{2, false, false, false, EIO},    {2, true, false, false, EIO},    {2, false, true, false, EIO},
		{2, false, false, false, ENOENT}, {2, false, true, false, ENOENT}, {2, true, false, false, ENOSPC},
		{2, false, false, false, EACCES}, {2, false, false, false, EINTR}, {3, false, false, false, EIO},
		{2, false, false, true, EIO},     {2, false, true, true, EIO},     {3, true, false, true, EIO},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		long at = 1;

		while (!save_with_fault(rows[i].count, at, rows[i].for_ever, rows[i].after, rows[i].plain, rows[i].err))
			at++;
		assert_true(at > 40);
	}
}

/* Runs `work` in a child whose calls are counted and that is killed at call `at`. True when it was over before. */
static bool killed_at(const struct scratch *s, long at, size_t count, bool plain, uint64_t random)
{
	pid_t pid = fork();
	int status;

	assert_true(pid >= 0);
	if (pid == 0) {
		struct faulty f;

		faulty_init(&f);
		f.at = at;
		f.kill = true;
		f.plain_rename = plain;
		if (count > 0)
			_exit(saving_commit(s, &f.io, count, random, NULL) ? 0 : 1);
		_exit(saving_recover(s, &f.io, random) ? 0 : 1);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_true(WEXITSTATUS(status) == FAULTY_KILLED || WEXITSTATUS(status) == 0);
	return WEXITSTATUS(status) == 0;
}

static void test_killed_at_each_call(void **state)
{
	/* Killed at any call of a save of one, two or three files, the folder is recovered to all or nothing. */
	(void)state;
	for (size_t k = 0; k < 6; k++) {
		size_t count = 1 + k % 3;
		bool plain = k >= 3; /* a file system that cannot exchange two files */
		bool over = false, seen[3] = {false};

		for (long at = 1; !over; at++) {
			struct scratch s;
			enum saving_state after;

			saving_init(&s);
			over = killed_at(&s, at, count, plain, (uint64_t)at);
			assert_true(saving_recover(&s, NULL, 1000));
			after = saving_look(&s, count);
			assert_true(after != SAVING_MIXED);
			seen[after] = true;
			saving_check_usable(&s);
			scratch_release(&s);
		}
		assert_true(seen[SAVING_ALL_OLD] && seen[SAVING_ALL_NEW]);
	}
}

static void test_recovery_killed_at_each_call(void **state)
{
	/* The recovery is killed too, at each of its calls, the next one at the same call, and a third finishes it. */
	bool over = false;

	(void)state;
	for (long at = 1; !over; at++) {
		bool done = false;

		for (long then = 1 + at % STEP; !done; then += STEP) {
			struct scratch s;

			saving_init(&s);
			over = killed_at(&s, at, 2, false, 1);
			/* Without leftovers there is nothing that a recovery would do. */
			done = scratch_count(&s, ".rb-new-") + scratch_count(&s, ".rb-commit-") == 0 ||
			       killed_at(&s, then, 0, false, 2);
			if (!done && then / STEP % 4 == 0)
				killed_at(&s, then, 0, false, 3);
			assert_true(saving_recover(&s, NULL, 1000));
			assert_true(saving_look(&s, 2) != SAVING_MIXED);
			if (then / STEP % 4 == 0)
				saving_check_usable(&s);
			scratch_release(&s);
		}
	}
}

struct other {
	const struct scratch *s;
	size_t count;
	bool saved;
};

/* Somebody else breaks the lock while the saver sleeps, and saves plan/b.rec from what it then is. */
static void save_meanwhile(void *ctx)
{
	struct other *o = ctx;
	struct faulty f;

	faulty_init(&f);
	o->saved = saving_commit(o->s, &f.io, o->count, 999, NULL);
}

static void test_wakes_up_with_the_lock_gone(void **state)
{
	/* At any call the saver sleeps so long that another breaks the lock and saves: neither is overwritten. The lock's
	 * process number is ours, so that the other takes it for a leftover and breaks it. */
	(void)state;
	for (size_t count = 1; count <= 3; count++) {
		for (long at = 1;; at++) {
			struct scratch s;
			struct faulty f;
			struct other o = {.s = &s, .count = 4 - count > 2 ? 2 : 4 - count};
			struct error e = {0};
			bool ok;

			saving_init(&s);
			faulty_init(&f);
			f.at = at;
			f.meanwhile = save_meanwhile;
			f.ctx = &o;
			ok = saving_commit(&s, &f.io, count, 1, &e);
			/* Both write the same bytes, so that to be committed is to be all new. */
			if (ok)
				assert_int_equal(saving_look(&s, count), SAVING_ALL_NEW);
			else if (e.code != ERROR_CONFLICT && e.code != ERROR_LOCKED)
				fail_msg("call %ld: %s", at, e.text);
			if (o.saved)
				assert_int_equal(saving_look(&s, o.count), SAVING_ALL_NEW);
			assert_true(ok || o.saved);
			assert_true(saving_recover(&s, NULL, 1000));
			saving_check_usable(&s);
			scratch_release(&s);
			if (f.calls < at)
				break;
		}
	}
}

struct breaker {
	const struct scratch *s;
	bool staging; /* when the lock was broken: there were temps, and no list yet */
};

/* Somebody else breaks the lock while the saver sleeps, and has done nothing more when he wakes. */
static void break_meanwhile(void *ctx)
{
	struct breaker *b = ctx;

	b->staging = scratch_count(b->s, ".rb-new-") > 0 && scratch_count(b->s, ".rb-txn-") + scratch_count(b->s, ".rb-commit-") == 0;
	if (b->staging)
		scratch_puts(b->s, ".rb-lock", "radsbord-lock 1 tx=annan-1-2 user=Eva host=annan pid=1 start=1 boot=x space=x "
		                               "time=2026-11-24T08:00:00Z\n");
}

static void test_lock_is_looked_at_before_the_commit(void **state)
{
	/* To lose the lock while the temps are staged is noticed before the commit, though the other has not touched them yet. */
	bool over = false;
	int lost = 0;

	(void)state;
	for (long at = 1; !over; at++) {
		struct scratch s;
		struct faulty f;
		struct breaker b = {.s = &s};
		struct error e = {0};

		saving_init(&s);
		faulty_init(&f);
		f.at = at;
		f.meanwhile = break_meanwhile;
		f.ctx = &b;
		saving_commit(&s, &f.io, 2, (uint64_t)at, &e);
		over = f.calls < at;
		if (b.staging) {
			lost++;
			assert_int_equal(e.code, ERROR_LOCKED);
			assert_int_equal(saving_look(&s, 2), SAVING_ALL_OLD);
		}
		scratch_release(&s);
	}
	assert_true(lost > 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_call_fails),
		cmocka_unit_test(test_killed_at_each_call),
		cmocka_unit_test(test_recovery_killed_at_each_call),
		cmocka_unit_test(test_wakes_up_with_the_lock_gone),
		cmocka_unit_test(test_lock_is_looked_at_before_the_commit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
