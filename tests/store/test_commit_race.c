/* Several processes in one folder, outside editors, and what recovery does with what it finds. */
#include "adding.h"
#include "faulty.h"
#include "saving.h"

#include "radsbord/base/sha256.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { EDITS = 100, WRITERS = 2 };

static void expect_all_records(const struct scratch *s, const char *name)
{
	struct map seen = {0};
	struct arena arena = {0};

	adding_ids(s, name, &arena, &seen);
	assert_int_equal(seen.count, EDITS * WRITERS);
	map_release(&seen);
	arena_release(&arena);
}

static void test_two_processes_lose_nothing(void **state)
{
	/* Two processes make a hundred edits each of the same two files: all two hundred are there, once each. */
	struct scratch s;

	(void)state;
	scratch_init(&s);
	for (int writer = 0; writer < WRITERS; writer++) {
		pid_t pid = fork();

		assert_true(pid >= 0);
		if (pid == 0) {
			struct faulty f;
			bool ok = true;

			faulty_init(&f);
			for (int i = 0; ok && i < EDITS; i++) {
				char id[32];

				snprintf(id, sizeof id, "W%dN%d", writer, i);
				ok = adding_record(&s, &f.io, id, (uint64_t)(writer * EDITS + i), false);
			}
			_exit(ok ? 0 : 1);
		}
	}
	for (int writer = 0; writer < WRITERS; writer++) {
		int status;

		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	expect_all_records(&s, "plan/2026.rec");
	expect_all_records(&s, "historik/2026-11.rec");
	assert_int_equal(scratch_count(&s, ".rb-"), 0);
	scratch_release(&s);
}

/* Kills a save of two files right after its commit point. */
static void leave_committed(const struct scratch *s)
{
	pid_t pid = -1;
	int status;

	for (long at = 1; scratch_count(s, ".rb-commit-") == 0; at++) {
		assert_true(saving_recover(s, NULL, (uint64_t)at));
		unlinkat(s->dir, ".rb-lock", 0); /* perhaps empty, and then nobody's */
		pid = fork();
		if (pid == 0) {
			struct faulty f;

			faulty_init(&f);
			f.at = at;
			f.kill = true;
			_exit(saving_commit(s, &f.io, 2, 1000 + (uint64_t)at, NULL) ? 0 : 1);
		}
		assert_int_equal(waitpid(pid, &status, 0), pid);
		assert_int_equal(WEXITSTATUS(status), FAULTY_KILLED);
	}
	assert_int_equal(saving_look(s, 2), SAVING_ALL_OLD);
}

static void test_outside_edit_is_kept(void **state)
{
	/* An editor changed a file between the kill and the recovery: its text stays, ours is in salvage and named. */
	const struct store_writer w = {.user = "Anna", .host = "dator", .utc = 1, .random = {3, 4}};
	struct scratch s;
	struct diagnostics d = {0};
	bool told = false;
	char *now;

	(void)state;
	saving_init(&s);
	leave_committed(&s);
	scratch_puts(&s, "a.rec", "A: från en editor\n");
	assert_true(store_recover(io_system(), s.dir, &w, &d, NULL));
	now = scratch_get(&s, "a.rec", NULL);
	assert_string_equal(now, "A: från en editor\n");
	free(now);
	now = scratch_get(&s, "plan/b.rec", NULL);
	assert_string_equal(now, SAVING_NEW_B);
	free(now);
	for (size_t i = 0; i < d.count; i++) {
		const char *at = strstr(d.items[i].text, ".rb-salvage-new-");
		char name[256];

		if (d.items[i].level != DIAGNOSTIC_FAULT || strcmp(d.items[i].file, "a.rec") != 0)
			continue;
		assert_non_null(at);
		snprintf(name, sizeof name, "%.*s", (int)strcspn(at, ","), at);
		now = scratch_get(&s, name, NULL);
		assert_string_equal(now, SAVING_NEW_A);
		free(now);
		told = true;
	}
	assert_true(told);
	assert_int_equal(scratch_count(&s, ".rb-salvage-commit-"), 1);
	assert_int_equal(scratch_count(&s, ".rb-commit-"), 0);
	diagnostics_release(&d);
	scratch_release(&s);
}

struct sleeper {
	const struct scratch *s;
	int file;
};

static char *token_of(const struct scratch *s, int file)
{
	struct names names = {0};
	char *token = NULL, end[8];

	snprintf(end, sizeof end, "-%d", file);
	assert_true(io_list(s->dir, ".", &names, NULL));
	for (size_t i = 0; i < names.count; i++)
		if (strncmp(names.items[i], ".rb-new-", 8) == 0 && strcmp(strrchr(names.items[i], '-'), end) == 0)
			token = mem_strdup(names.items[i]);
	names_release(&names);
	return token;
}

/* What a holder does who had taken the token of a file, slept, and lost the lock. */
static void exchange_late(void *ctx)
{
	const struct sleeper *sleeper = ctx;
	char *commit = NULL, *token;
	struct names names = {0};

	assert_true(io_list(sleeper->s->dir, ".", &names, NULL));
	for (size_t i = 0; i < names.count; i++)
		if (strncmp(names.items[i], ".rb-commit-", 11) == 0)
			commit = names.items[i] + 11;
	token = commit ? mem_printf(".rb-new-%s-%d~1", commit, sleeper->file) : NULL;
	if (token)
		io_system()->rename2(NULL, sleeper->s->dir, token, sleeper->file ? "plan/b.rec" : "a.rec", IO_EXCHANGE);
	free(token);
	names_release(&names);
}

static void test_sleeper_exchanges_late(void **state)
{
	/* He wakes at any call of the one who recovers his save, and does it: the save is there all the same. */
	(void)state;
	for (int file = 0; file < 2; file++) {
		bool over = false;

		for (long at = 1; !over; at++) {
			const struct store_writer w = {.user = "Anna", .host = "dator", .utc = 1, .random = {3, 4}};
			struct scratch s;
			struct faulty f;
			struct sleeper sleeper = {&s, file};
			char *token, *taken;

			saving_init(&s);
			leave_committed(&s);
			token = token_of(&s, file);
			taken = mem_printf("%s~1", token);
			assert_int_equal(renameat(s.dir, token, s.dir, taken), 0);
			free(token);
			free(taken);
			faulty_init(&f);
			f.at = at;
			f.meanwhile = exchange_late;
			f.ctx = &sleeper;
			store_recover(&f.io, s.dir, &w, NULL, NULL);
			over = f.calls < at;
			assert_true(saving_recover(&s, NULL, 1000));
			if (saving_look(&s, 2) != SAVING_ALL_NEW)
				fail_msg("call %ld: half of the set", at);
			scratch_release(&s);
		}
	}
}

static void test_taken_again_and_again(void **state)
{
	/* However often those who lost the lock have taken a temp from each other, it is found, also when one of them moved it aside. */
	static const int numbers[] = {1, 63, 64, 65, 500, 99999};

	(void)state;
	for (size_t i = 0; i < 2 * sizeof numbers / sizeof *numbers; i++) {
		struct scratch s;
		bool aside = i % 2;
		char *token, *taken;

		saving_init(&s);
		leave_committed(&s);
		token = token_of(&s, 0);
		taken = mem_printf("%s%s~%d", aside ? ".rb-salvage-" : ".rb-", token + strlen(".rb-"), numbers[i / 2]);
		assert_int_equal(renameat(s.dir, token, s.dir, taken), 0);
		assert_true(saving_recover(&s, NULL, 1000));
		if (saving_look(&s, 2) != SAVING_ALL_NEW)
			fail_msg("%s: half of the set", taken);
		assert_int_equal(scratch_count(&s, ".rb-new-") + scratch_count(&s, ".rb-commit-"), 0);
		free(token);
		free(taken);
		scratch_release(&s);
	}
}

/* A temp that was moved aside, and who takes it from there and is killed before he uses it. */
struct taker {
	const struct scratch *s;
	const char *aside, *taken;
};

static void take_and_die(void *ctx)
{
	const struct taker *t = ctx;

	renameat(t->s->dir, t->aside, t->s->dir, t->taken);
}

static void test_taken_in_the_moment_of_looking(void **state)
{
	/* At any call of the one who recovers the save: what he did not see where he looked was not used, and he looks again. */
	bool over = false;

	(void)state;
	for (long at = 1; !over; at++) {
		const struct store_writer w = {.user = "Anna", .host = "dator", .utc = 1, .random = {3, 4}};
		struct scratch s;
		struct faulty f;
		char *token, *aside, *taken;

		saving_init(&s);
		leave_committed(&s);
		token = token_of(&s, 0);
		aside = mem_printf(".rb-salvage-%s", token + strlen(".rb-"));
		taken = mem_printf("%s~1", token);
		assert_int_equal(renameat(s.dir, token, s.dir, aside), 0);
		struct taker t = {&s, aside, taken};
		faulty_init(&f);
		f.at = at;
		f.meanwhile = take_and_die;
		f.ctx = &t;
		store_recover(&f.io, s.dir, &w, NULL, NULL);
		over = f.calls < at;
		assert_true(saving_recover(&s, NULL, 1000));
		if (saving_look(&s, 2) != SAVING_ALL_NEW)
			fail_msg("call %ld: half of the set", at);
		free(token);
		free(aside);
		free(taken);
		scratch_release(&s);
	}
}

static void test_removed_by_another(void **state)
{
	/* The texts of a committed save are removed by another program: of one file, which is told; of both, as the one who takes a save
	 * back does. */
	(void)state;
	for (int both = 0; both < 2; both++) {
		const struct store_writer w = {.user = "Anna", .host = "dator", .utc = 1, .random = {3, 4}};
		struct scratch s;
		struct diagnostics d = {0};

		saving_init(&s);
		leave_committed(&s);
		for (int file = 0; file <= both; file++) {
			char *token = token_of(&s, file);

			assert_int_equal(unlinkat(s.dir, token, 0), 0);
			free(token);
		}
		assert_true(store_recover(io_system(), s.dir, &w, &d, NULL));
		assert_int_equal(saving_look(&s, 2), both ? SAVING_ALL_OLD : SAVING_MIXED);
		assert_int_equal(diagnostics_count(&d, DIAGNOSTIC_FAULT), !both);
		if (!both)
			assert_string_equal(d.items[0].level == DIAGNOSTIC_FAULT ? d.items[0].file : d.items[1].file, "a.rec");
		assert_int_equal(scratch_count(&s, ".rb-commit-"), 0);
		diagnostics_release(&d);
		scratch_release(&s);
	}
}

static void test_recovery_tells_and_then_rests(void **state)
{
	/* A committed save is carried out and noted; the second time there is nothing to do, not even a lock to take. */
	const struct store_writer w = {.user = "Anna", .host = "dator", .utc = 1, .random = {3, 4}};
	struct scratch s;
	struct diagnostics d = {0};
	struct faulty f;

	(void)state;
	saving_init(&s);
	leave_committed(&s);
	assert_true(store_recover(io_system(), s.dir, &w, &d, NULL));
	assert_int_equal(saving_look(&s, 2), SAVING_ALL_NEW);
	assert_int_equal(diagnostics_count(&d, DIAGNOSTIC_NOTE) - diagnostics_count(&d, DIAGNOSTIC_WARNING), 2);
	faulty_init(&f);
	assert_true(store_recover(&f.io, s.dir, &w, &d, NULL));
	assert_int_equal(f.calls, 0);
	diagnostics_release(&d);
	scratch_release(&s);
}

static void test_hostile_records_touch_nothing(void **state)
{
	/* A commit record that is torn, forged or names what it may not is moved aside and carried out in no part. */
	static const char *const names[] = {"../ut", "/etc/x", ".rb-lock", "plan/../../ut", "a.rec"};
	struct scratch s;

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct buf text = {0};
		char old[65], new[65], sum[65];

		saving_init(&s);
		scratch_puts(&s, ".rb-new-t-0", "fiende");
		sha256("fiende", 6, new);
		sha256(SAVING_OLD_A, strlen(SAVING_OLD_A), old);
		/* The last one is in order but for its temp, which belongs to nobody it may take from. */
		buf_printf(&text, "radsbord-txn 1\ntx t\nfile %s %s %s %s\n", i < 4 ? "-" : old, new,
		           i < 4 ? ".rb-new-t-0" : "plan/b.rec", names[i]);
		sha256(text.data, text.len, sum);
		buf_printf(&text, "sum %s\n", sum);
		scratch_put(&s, ".rb-commit-t", text.data, text.len);
		scratch_puts(&s, ".rb-commit-", "");
		scratch_puts(&s, ".rb-commit-tom", "");
		scratch_put(&s, ".rb-txn-u", text.data, text.len / 2);
		assert_int_equal(symlinkat("/etc/passwd", s.dir, ".rb-commit-lank"), 0);
		assert_true(saving_recover(&s, io_system(), 1));
		assert_int_equal(saving_look(&s, 2), SAVING_ALL_OLD);
		assert_int_equal(scratch_count(&s, ".rb-salvage-"), 6);
		assert_int_equal(scratch_count(&s, ".rb-"), 6);
		buf_release(&text);
		scratch_release(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_two_processes_lose_nothing),
		cmocka_unit_test(test_outside_edit_is_kept),
		cmocka_unit_test(test_sleeper_exchanges_late),
		cmocka_unit_test(test_taken_again_and_again),
		cmocka_unit_test(test_taken_in_the_moment_of_looking),
		cmocka_unit_test(test_removed_by_another),
		cmocka_unit_test(test_recovery_tells_and_then_rests),
		cmocka_unit_test(test_hostile_records_touch_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
