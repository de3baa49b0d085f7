/* A copy of a council folder: whole, of one moment, proved, and never over anything. */
#include "faulty.h"
#include "folder_council.h"

#include "radsbord/store/backup.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { UTC = 1795509000 }; /* 2026-11-24 09.30 in Sweden */
#define LONG "protokoll/2026-11-24-ett-mycket-langt-namn-som-ingen-ustar-ryms-i-utan-att-delas-i-tva-delar-eller-fler-an-sa.txt"

/* A council, the io it is copied with, and the folder that the archives go to. */
struct world {
	struct scratch council, to;
	struct faulty faulty;
	struct folder *folder;
	bool taken;           /* another program has taken the archive's name */
};

static void world_init(struct world *w)
{
	*w = (struct world){.taken = false};
	scratch_init(&w->to);
	faulty_init(&w->faulty);
	w->folder = council_open(&w->council, &w->faulty.io);
	w->faulty.calls = 0;
}

static void world_release(struct world *w)
{
	folder_close(&w->folder);
	scratch_release(&w->council);
	scratch_release(&w->to);
}

static bool copy(struct world *w, struct backup *b, struct error *e)
{
	return folder_backup(w->folder, w->to.path, UTC, b, e);
}

/* Unpacks it with tar, and compares with the council as it is now. */
static void expect_same(const struct world *w, const struct backup *b, const char *but)
{
	char *command = mem_printf("tar -xf '%s' -C '%s' && diff -r %s '%s' '%s/%s' >&2", b->path, w->to.path, but, w->council.path, w->to.path,
	                           b->folder);

	assert_int_equal(system(command), 0);
	free(command);
}

static void test_all_of_it(void **state)
{
	/* Minutes, history, salvage, foreign files, odd names, an empty file and an empty folder; not the locks of saves. */
	struct world w;
	struct backup b;
	struct error e = {0};
	struct stat st;
	char *large = mem_alloc(100001);

	(void)state;
	world_init(&w);
	memset(large, 'x', 100000);
	scratch_puts(&w.council, LONG, large);
	scratch_puts(&w.council, "historik/2026-11.rec", "Tid: nu\n");
	scratch_puts(&w.council, "a\nb\x1b[2J", "namn\n");
	scratch_puts(&w.council, "tom", "");
	scratch_puts(&w.council, ".rb-salvage-x", "undanlagt\n");
	scratch_puts(&w.council, ".rb-broken-x", "ett lås\n");
	assert_int_equal(mkdirat(w.council.dir, "matt", 0700), 0);
	if (!copy(&w, &b, &e))
		fail_msg("%s", e.text);
	assert_int_equal(b.files, 7);
	assert_int_equal(b.bytes, strlen(council_rad) + strlen(council_plan) + 100000 + 8 + 5 + 10);
	assert_int_equal(b.left_out.count, 0);
	assert_string_equal(strrchr(b.path, '-'), "-093000.tar");
	expect_same(&w, &b, "-x .rb-broken-x");
	assert_int_equal(stat(b.path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	free(large);
	backup_release(&b);
	world_release(&w);
}

static void test_never_over_anything(void **state)
{
	/* The same second once more is another archive, and so it is where an unfinished one lies; also without renameat2. */
	struct world w;
	struct backup first, b;
	char *before, *after;

	(void)state;
	for (int plain = 0; plain < 2; plain++) {
		world_init(&w);
		w.faulty.plain_rename = plain;
		assert_true(copy(&w, &first, NULL));
		before = scratch_get(&w.to, strrchr(first.path, '/') + 1, NULL);
		scratch_puts(&w.council, "plan/2027.rec", "%rec: Plan\n");
		assert_true(copy(&w, &b, NULL));
		assert_string_equal(strrchr(b.path, '-'), "-2.tar");
		expect_same(&w, &b, "");
		after = scratch_get(&w.to, strrchr(first.path, '/') + 1, NULL);
		assert_string_equal(after, before);
		free(before);
		free(after);
		backup_release(&first);
		backup_release(&b);
		world_release(&w);
	}
}

/* Another program takes the name that the archive was to have. */
static void take_the_name(void *ctx)
{
	struct world *w = ctx;
	char *name = mem_printf("%s-2026-11-24-093000.tar", strrchr(w->council.path, '/') + 1);
	char *now = scratch_get(&w->to, name, NULL);

	w->taken = !now;
	if (!now)
		scratch_puts(&w->to, name, "en annans");
	free(now);
	free(name);
}

static void test_name_taken_meanwhile(void **state)
{
	/* At whatever call that happens: what the other wrote is still there, or we were first. */
	bool over = false;

	(void)state;
	for (long at = 1; !over; at++) {
		struct world w;
		struct backup b = {0};

		world_init(&w);
		w.faulty.at = at;
		w.faulty.meanwhile = take_the_name;
		w.faulty.ctx = &w;
		bool ok = copy(&w, &b, NULL);
		over = w.faulty.calls < at;
		char *name = mem_printf("%s-2026-11-24-093000.tar", strrchr(w.council.path, '/') + 1);
		char *now = scratch_get(&w.to, name, NULL);
		bool theirs = now && strcmp(now, "en annans") == 0, named = ok && strcmp(strrchr(b.path, '/') + 1, name) == 0;
		if (theirs != w.taken || named == w.taken)
			fail_msg("call %ld: taken %d, theirs %d, ours %d", at, w.taken, theirs, named);
		free(now);
		free(name);
		backup_release(&b);
		world_release(&w);
	}
}

static void test_not_a_file(void **state)
{
	/* What is no file is named, not followed and not waited for. */
	struct world w;
	struct backup b;

	(void)state;
	world_init(&w);
	assert_int_equal(symlinkat("/etc/passwd", w.council.dir, "plan/lank"), 0);
	assert_int_equal(symlinkat("/etc", w.council.dir, "matt"), 0);
	assert_int_equal(mkfifoat(w.council.dir, "ror", 0600), 0);
	assert_true(copy(&w, &b, NULL));
	assert_int_equal(b.files, 2);
	assert_int_equal(b.left_out.count, 3);
	assert_string_equal(b.left_out.items[0], "matt");
	assert_string_equal(b.left_out.items[1], "plan/lank");
	assert_string_equal(b.left_out.items[2], "ror");
	backup_release(&b);
	world_release(&w);
}

static void test_where_it_may_lie(void **state)
{
	/* Not in the council's folder, by whatever way one gets there; and the folder must be. */
	static const char *const ways[] = {"%s", "%s/plan", "%s/plan/..", "%s/saknas"};
	struct world w;
	struct backup b;

	(void)state;
	world_init(&w);
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		struct error e = {0};
		char path[600];
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
		snprintf(path, sizeof path, ways[i], w.council.path);
#pragma GCC diagnostic pop
		assert_false(folder_backup(w.folder, path, UTC, &b, &e));
		assert_int_equal(e.code, i == 3 ? ERROR_IO : ERROR_USAGE);
	}
	assert_int_equal(symlinkat(w.council.path, w.to.dir, "lank"), 0);
	char *link = mem_printf("%s/lank", w.to.path);
	assert_false(folder_backup(w.folder, link, UTC, &b, NULL));
	free(link);
	assert_int_equal(scratch_count(&w.council, ""), 2);
	world_release(&w);
}

/* The one archive, if there is any: it must be whole. */
static void expect_whole_or_none(const struct world *w)
{
	struct names names = {0};

	assert_true(io_list(w->to.dir, ".", &names, NULL));
	for (size_t i = 0; i < names.count; i++) {
		size_t n = strlen(names.items[i]);
		struct backup b = {.path = mem_printf("%s/%s", w->to.path, names.items[i]), .folder = mem_strndup(names.items[i], n - 4)};

		if (strcmp(names.items[i] + n - 4, ".tar") == 0)
			expect_same(w, &b, "");
		backup_release(&b);
	}
	names_release(&names);
}

/* How many archives there are that were not finished. */
static int count_parts(const struct world *w)
{
	struct names names = {0};
	int n = 0;

	assert_true(io_list(w->to.dir, ".", &names, NULL));
	for (size_t i = 0; i < names.count; i++)
		n += strstr(names.items[i], ".del") != NULL;
	names_release(&names);
	return n;
}

static void test_each_call_fails(void **state)
{
	/* Whatever call fails, also all after it (a full disk): an archive is whole and said to be, or there is none; nothing that is
	 * unfinished is left where it could be taken away. */
	(void)state;
	for (int for_ever = 0; for_ever < 2; for_ever++) {
		bool over = false;

		for (long at = 1; !over; at++) {
			struct world w;
			struct backup b = {0};
			struct error e = {0};

			world_init(&w);
			w.faulty.at = at;
			w.faulty.for_ever = for_ever;
			w.faulty.err = ENOSPC;
			bool ok = copy(&w, &b, &e);
			over = w.faulty.calls < at;
			w.faulty.at = 0;
			if (ok != (b.path != NULL) || ok == (e.code != ERROR_NONE) || (!ok && e.text[strlen(e.text) - 1] != '.'))
				fail_msg("call %ld: %d %s", at, e.code, e.text);
			if (ok)
				expect_whole_or_none(&w);
			else if (!for_ever && scratch_count(&w.to, "") > 1)
				fail_msg("call %ld left more than one thing", at);
			if (!for_ever && count_parts(&w) > 0)
				fail_msg("call %ld left a part", at);
			backup_release(&b);
			world_release(&w);
		}
	}
}

static void test_killed_at_each_call(void **state)
{
	/* Killed at any call, what has the name of an archive is a whole one. */
	bool over = false;

	(void)state;
	for (long at = 1; !over; at++) {
		struct world w;
		struct backup b;
		int status;
		pid_t pid;

		world_init(&w);
		pid = fork();
		if (pid == 0) {
			w.faulty.at = at;
			w.faulty.kill = true;
			_exit(copy(&w, &b, NULL) ? 0 : 1);
		}
		assert_int_equal(waitpid(pid, &status, 0), pid);
		over = WIFEXITED(status) && WEXITSTATUS(status) == 0;
		assert_true(over || WEXITSTATUS(status) == FAULTY_KILLED);
		expect_whole_or_none(&w);
		world_release(&w);
	}
}

/* Another program replaces two files that belong together. */
static void both_change(void *ctx)
{
	const struct world *w = ctx;

	scratch_puts(&w->council, "plan/2026.rec", "%rec: Plan\n\nId: P1\nAr: 2026\nRubrik: Ny\n");
	scratch_puts(&w->council, "rad.ini", "[rad]\nformat = 1\nnamn = Ny\nregion = 04\n");
}

static void test_of_one_moment(void **state)
{
	/* At whatever call the folder changes, the archive has both files as they were or both as they became. */
	bool over = false;

	(void)state;
	for (long at = 1; !over; at++) {
		struct world w;
		struct backup b = {0};
		char *command;
		int old;

		world_init(&w);
		w.faulty.at = at;
		w.faulty.meanwhile = both_change;
		w.faulty.ctx = &w;
		bool ok = copy(&w, &b, NULL);
		over = w.faulty.calls < at;
		if (ok) {
			command = mem_printf("tar -xOf '%s' | grep -c -e 'namn = Ny' -e 'Rubrik: Ny' >'%s/antal'", b.path, w.to.path);
			old = system(command);
			free(command);
			command = scratch_get(&w.to, "antal", NULL);
			if (strcmp(command, "0\n") != 0 && strcmp(command, "2\n") != 0)
				fail_msg("call %ld: %s of two (%d)", at, command, old);
			free(command);
		}
		assert_true(ok || at > 1);
		backup_release(&b);
		world_release(&w);
	}
}

static long flipped;

/* A disk that says yes and keeps something else. */
static ssize_t flipping_write(void *ctx, int fd, const void *bytes, size_t n)
{
	char *other = mem_alloc(n + 1);
	ssize_t r;

	(void)ctx;
	memcpy(other, bytes, n);
	if (--flipped == 0)
		other[n / 2] ^= 1;
	r = write(fd, other, n);
	free(other);
	return r;
}

static void test_read_back(void **state)
{
	/* One bit that the disk keeps otherwise, in any of the writes, and there is no archive. */
	(void)state;
	for (long at = 1; at <= 4; at++) {
		struct world w;
		struct backup b;
		struct error e = {0};

		world_init(&w);
		w.faulty.io.write = flipping_write;
		flipped = at;
		assert_false(copy(&w, &b, &e));
		assert_true(flipped <= 0);
		assert_non_null(strstr(e.text, "kunde inte läsas tillbaka"));
		assert_int_equal(scratch_count(&w.to, ""), 0);
		world_release(&w);
	}
}

static void test_unfinished_save(void **state)
{
	/* A save that nobody has carried out yet is not copied half: its record would have to come along. */
	struct world w;
	struct backup b;
	struct error e = {0};

	(void)state;
	world_init(&w);
	scratch_puts(&w.council, ".rb-commit-x", "en lista\n");
	assert_false(copy(&w, &b, &e));
	assert_int_equal(e.code, ERROR_CONFLICT);
	assert_int_equal(scratch_count(&w.to, ""), 0);
	world_release(&w);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_of_it),
		cmocka_unit_test(test_never_over_anything),
		cmocka_unit_test(test_name_taken_meanwhile),
		cmocka_unit_test(test_not_a_file),
		cmocka_unit_test(test_where_it_may_lie),
		cmocka_unit_test(test_each_call_fails),
		cmocka_unit_test(test_killed_at_each_call),
		cmocka_unit_test(test_of_one_moment),
		cmocka_unit_test(test_read_back),
		cmocka_unit_test(test_unfinished_save),
	};
	return cmocka_run_group_tests_name("store/backup", tests, NULL, NULL);
}
