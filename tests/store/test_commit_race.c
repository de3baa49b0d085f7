/* Several processes in one folder, outside editors, and what recovery does with what it finds. */
#include "faulty.h"
#include "saving.h"

#include "radsbord/base/sha256.h"
#include "radsbord/store/rec.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { EDITS = 100, WRITERS = 2, TRIES = 1000000 };

/* Adds one record to each of two files in one commit. False on anything but a conflict or a lock. */
static bool add_record(const struct scratch *s, const struct io *io, int writer, int number)
{
	static const char *const names[2] = {"plan/2026.rec", "historik/2026-11.rec"};
	const struct store_writer w = {.user = "Anna", .host = "dator", .utc = 1,
	                               .random = {(uint64_t)writer, (uint64_t)number}};
	char id[32], hashes[2][65];
	const struct rec_pair pairs[] = {{"Id", id}, {"Text", "två\nrader"}};
	const struct rec_edit edit = {.kind = REC_ADD, .type = "Rad", .pairs = pairs, .pairs_count = 2};

	snprintf(id, sizeof id, "W%dN%d", writer, number);
	for (int i = 0; i < TRIES; i++) {
		struct buf old[2] = {{0}}, new[2] = {{0}};
		struct store_file set[2];
		struct error e = {0};
		bool ok = true;

		for (int k = 0; ok && k < 2; k++) {
			hashes[k][0] = '\0';
			if (io_read_file(io, s->dir, names[k], IO_FILE_MAX, &old[k], &e))
				sha256(old[k].data, old[k].len, hashes[k]);
			else
				ok = e.code == ERROR_NOT_FOUND;
			ok = ok && rec_apply(buf_cstr(&old[k]), old[k].len, &edit, 1, &new[k], &e);
			set[k] = (struct store_file){.name = names[k], .base_hash = hashes[k],
			                             .bytes = buf_cstr(&new[k]), .len = new[k].len};
		}
		ok = ok && store_commit(io, s->dir, set, 2, &w, NULL, &e);
		for (int k = 0; k < 2; k++) {
			buf_release(&old[k]);
			buf_release(&new[k]);
		}
		if (ok)
			return true;
		if (e.code != ERROR_CONFLICT && e.code != ERROR_LOCKED) {
			fprintf(stderr, "%s\n", e.text);
			return false;
		}
		sched_yield();
	}
	return false;
}

static void expect_all_records(const struct scratch *s, const char *name)
{
	struct rec_doc doc;
	struct diagnostics d = {0};
	struct map seen = {0};
	struct arena arena = {0};
	size_t len;
	char *bytes = scratch_get(s, name, &len);

	assert_non_null(bytes);
	rec_parse(bytes, len, name, &doc, &d);
	assert_false(doc.damaged);
	assert_int_equal(doc.records_count, EDITS * WRITERS);
	for (size_t i = 0; i < doc.records_count; i++)
		assert_true(map_put(&seen, rec_value(&doc, rec_find(&doc, &doc.records[i], "Id", 0), &arena), 0));
	map_release(&seen);
	arena_release(&arena);
	rec_doc_release(&doc);
	diagnostics_release(&d);
	free(bytes);
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
			for (int i = 0; ok && i < EDITS; i++)
				ok = add_record(&s, &f.io, writer, i);
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
		cmocka_unit_test(test_recovery_tells_and_then_rests),
		cmocka_unit_test(test_hostile_records_touch_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
