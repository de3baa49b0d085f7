/* The lock's line, and that a lock is broken, kept and let go only when it is the one that was judged. */
#include "faulty.h"
#include "saving.h"

#include "radsbord/base/text.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define EVAS_LOCK "radsbord-lock 1 tx=annan-1-2 user=Eva host=annan pid=1 start=1 boot=x space=x time=2026-11-24T08:00:00Z\n"

/* The first line of a file in /proc. */
static char *proc_line(const char *name)
{
	char line[4096] = "";
	FILE *f = fopen(name, "r");

	assert_non_null(f);
	assert_non_null(fgets(line, sizeof line, f));
	fclose(f);
	line[strcspn(line, "\n")] = '\0';
	return mem_strdup(line);
}

/* When a process started: the 22nd field of its stat, the 20th after the name in parentheses. */
static unsigned long long started(long pid)
{
	char *name = mem_printf("/proc/%ld/stat", pid), *stat = proc_line(name), *rest = strrchr(stat, ')') + 1, *save = NULL;
	const char *word = strtok_r(rest, " ", &save);

	for (int i = 0; i < 19; i++)
		word = strtok_r(NULL, " ", &save);
	unsigned long long start = strtoull(word, NULL, 10);
	free(name);
	free(stat);
	return start;
}

/* The end of a lock's line on this machine: process, its start, boot, process space. */
static char *this_machine(long pid, unsigned long long start)
{
	char *boot = proc_line("/proc/sys/kernel/random/boot_id"), space[64] = "", *end;

	assert_true(readlink("/proc/self/ns/pid", space, sizeof space - 1) > 0);
	end = mem_printf(" pid=%ld start=%llu boot=%s space=%s time=", pid, start, boot, space);
	free(boot);
	return end;
}

/* What the folder's lock is at the last call at which there is one. */
struct watcher {
	const struct scratch *s;
	char *lock;
};

static void keep_lock(void *ctx)
{
	struct watcher *w = ctx;

	free(w->lock);
	w->lock = scratch_get(w->s, ".rb-lock", NULL);
}

static void test_one_line(void **state)
{
	/* Version, transaction, user, host, process with its start time, boot and time, in one line. */
	struct scratch s;
	struct watcher w = {.s = &s};
	char *end = this_machine(getpid(), started(getpid()));

	(void)state;
	for (long at = 1; !w.lock || !*w.lock; at++) {
		struct faulty f;

		assert_in_range(at, 1, 100);
		saving_init(&s);
		faulty_init(&f);
		f.at = at;
		f.meanwhile = keep_lock;
		f.ctx = &w;
		assert_true(saving_commit(&s, &f.io, 1, 7, NULL));
		scratch_release(&s);
	}
	assert_memory_equal(w.lock, "radsbord-lock 1 tx=dator-", strlen("radsbord-lock 1 tx=dator-"));
	assert_non_null(strstr(w.lock, " user=Anna host=dator pid="));
	assert_non_null(strstr(w.lock, end));
	assert_non_null(strstr(w.lock, " time=1970-01-01T00:00:01Z\n"));
	assert_ptr_equal(strchr(w.lock, '\n'), w.lock + strlen(w.lock) - 1);
	free(w.lock);
	free(end);
}

static void test_process_number_used_again(void **state)
{
	/* A process with the lock's number that started at another time is not the one that took it: broken at once. */
	(void)state;
	for (int same = 0; same < 2; same++) {
		struct scratch s;
		struct error e = {0};
		pid_t pid = fork();

		if (pid == 0)
			for (;;)
				pause();
		char *end = this_machine(pid, started(pid) + (same ? 0 : 1));
		char *line = mem_printf("radsbord-lock 1 tx=x user=Eva host=dator%s2026-11-24T08:00:00Z\n", end);
		saving_init(&s);
		scratch_puts(&s, ".rb-lock", line);
		assert_int_equal(saving_commit(&s, io_system(), 1, 1, &e), !same);
		assert_int_equal(scratch_count(&s, ".rb-broken-"), !same);
		assert_int_equal(e.code, same ? ERROR_LOCKED : ERROR_NONE);
		kill(pid, SIGKILL);
		waitpid(pid, NULL, 0);
		free(line);
		free(end);
		scratch_release(&s);
	}
}

/* While a stale lock is judged somebody else breaks it and takes the folder. */
struct taker {
	const struct scratch *s;
	bool taken;
};

static void take_meanwhile(void *ctx)
{
	struct taker *t = ctx;
	char *now = scratch_get(t->s, ".rb-lock", NULL);

	t->taken = now && strstr(now, "user=Sten");
	if (t->taken)
		scratch_puts(t->s, ".rb-lock", EVAS_LOCK);
	free(now);
}

static void test_broken_is_the_one_that_was_judged(void **state)
{
	/* At whatever call the lock that is judged becomes another's: that one is not taken for the stale one, nothing is
	 * saved, and one is told to try again. */
	char *end = this_machine(99999999, 1), *stale = mem_printf("radsbord-lock 1 tx=x user=Sten host=dator%st\n", end);
	bool over = false;
	int taken = 0;

	(void)state;
	for (long at = 1; !over; at++) {
		struct scratch s;
		struct faulty f;
		struct taker t = {.s = &s};
		struct error e = {0};

		saving_init(&s);
		scratch_puts(&s, ".rb-lock", stale);
		faulty_init(&f);
		f.at = at;
		f.meanwhile = take_meanwhile;
		f.ctx = &t;
		bool ok = saving_commit(&s, &f.io, 2, (uint64_t)at, &e);
		over = f.calls < at;
		taken += t.taken;
		if (ok == t.taken || (t.taken && e.code != ERROR_LOCKED))
			fail_msg("call %ld: %d %s", at, ok, e.text);
		assert_int_equal(saving_look(&s, 2), t.taken ? SAVING_ALL_OLD : SAVING_ALL_NEW);
		scratch_release(&s);
	}
	assert_true(taken > 2);
	free(stale);
	free(end);
}

static void break_after_the_commit(void *ctx)
{
	struct taker *t = ctx;

	t->taken = scratch_count(t->s, ".rb-commit-") > 0;
	if (t->taken)
		scratch_puts(t->s, ".rb-lock", EVAS_LOCK);
}

static void test_only_our_own_is_let_go(void **state)
{
	/* Somebody broke our lock after the commit point: what is committed is saved, and their lock stays theirs. */
	bool over = false;
	int taken = 0;

	(void)state;
	for (long at = 1; !over; at++) {
		struct scratch s;
		struct faulty f;
		struct taker t = {.s = &s};

		saving_init(&s);
		faulty_init(&f);
		f.at = at;
		f.meanwhile = break_after_the_commit;
		f.ctx = &t;
		assert_true(saving_commit(&s, &f.io, 2, (uint64_t)at, NULL));
		over = f.calls < at;
		taken += t.taken;
		char *lock = scratch_get(&s, ".rb-lock", NULL);
		if (t.taken)
			assert_string_equal(lock, EVAS_LOCK);
		else
			assert_null(lock);
		free(lock);
		assert_int_equal(saving_look(&s, 2), SAVING_ALL_NEW);
		scratch_release(&s);
	}
	assert_true(taken > 2);
}

static void test_sweeps_only_with_the_lock(void **state)
{
	/* Temporaries and lists of others are touched by nobody but the holder, who moves them aside and deletes none. */
	static const char *const others[] = {".rb-new-annan-1-2-0", ".rb-txn-annan-1-2"};

	(void)state;
	for (int locked = 0; locked < 2; locked++) {
		struct scratch s;
		struct error e = {0};

		saving_init(&s);
		for (int i = 0; i < 2; i++)
			scratch_puts(&s, others[i], "text");
		if (locked)
			scratch_puts(&s, ".rb-lock", EVAS_LOCK);
		assert_int_equal(saving_commit(&s, io_system(), 2, 1, &e), !locked);
		assert_int_equal(e.code, locked ? ERROR_LOCKED : ERROR_NONE);
		for (int i = 0; i < 2; i++) {
			char *there = scratch_get(&s, others[i], NULL);

			assert_int_equal(there != NULL, locked);
			free(there);
		}
		assert_int_equal(scratch_count(&s, ".rb-salvage-"), locked ? 0 : 2);
		scratch_release(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_line),
		cmocka_unit_test(test_process_number_used_again),
		cmocka_unit_test(test_broken_is_the_one_that_was_judged),
		cmocka_unit_test(test_only_our_own_is_let_go),
		cmocka_unit_test(test_sweeps_only_with_the_lock),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
