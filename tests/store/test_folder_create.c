/* New council folders, and practice copies of the example. */
#include "faulty.h"
#include "scratch.h"

#include "radsbord/store/folder.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct store_writer writer = {.user = "prov", .host = "dator", .utc = 1800000000, .random = {3, 4}};

static bool create(const char *path, const struct io *io, struct error *e)
{
	struct seat seats[2];
	struct folder_new n = {.name = "Rådet i Prov", .region = "04", .year = 2026, .seats = seats, .seats_count = 2};

	for (int i = 0; i < 2; i++)
		record_init(record_type(RECORD_SEAT), &seats[i]);
	seats[0].head.id = "L1";
	seats[0].organisation = "Flens kommun";
	seats[0].place = "0482";
	seats[1].head.id = "L2";
	seats[1].organisation = "Region Sörmland";
	seats[1].group = SEAT_REGION;
	seats[1].place = "04";
	return folder_create(path, io, &n, &writer, e);
}

static struct folder *open_folder(const char *path)
{
	struct error e = {0};
	struct folder *f = folder_open(path, io_system(), &writer, &e);

	if (!f)
		fail_msg("%s", e.text);
	return f;
}

static void expect_new(const char *path)
{
	struct folder *f = open_folder(path);

	assert_int_equal(folder_diagnostics(f)->count, 0);
	assert_null(folder_readonly(f, NULL));
	assert_string_equal(folder_settings(f)->name, "Rådet i Prov");
	assert_string_equal(folder_settings(f)->region, "04");
	assert_int_equal(folder_settings(f)->format, 1);
	assert_false(folder_settings(f)->practice);
	assert_int_equal(records_count(folder_records(f), RECORD_SEAT), 2);
	assert_null(records_seat(folder_records(f), 0)->person);
	assert_int_equal(records_count(folder_records(f), RECORD_PLAN), 1);
	assert_int_equal(records_plan(folder_records(f), 0)->year, 2026);
	assert_string_equal(records_plan(folder_records(f), 0)->head.file, "plan/2026.rec");
	folder_close(&f);
}

static void test_new_folder(void **state)
{
	/* A new folder opens without a remark, and recutils accepts its files. */
	struct scratch s;
	struct error e = {0};
	char path[600], *command;

	(void)state;
	scratch_init(&s);
	snprintf(path, sizeof path, "%s/rad", s.path);
	if (!create(path, io_system(), &e))
		fail_msg("%s", e.text);
	expect_new(path);
	command = mem_printf("command -v recfix >/dev/null || exit 0; for f in %s/*.rec %s/plan/*.rec; do "
	                     "recfix --no-external $f || exit 1; done", path, path);
	assert_int_equal(system(command), 0);
	free(command);
	scratch_release(&s);
}

static void test_refuses_what_is_there(void **state)
{
	/* A folder with anything in it is not touched; bad names and years are refused. */
	struct scratch s;
	struct error e = {0};
	struct folder_new n = {.name = "a\"b", .region = "04", .year = 2026};
	char path[600];

	(void)state;
	scratch_init(&s);
	scratch_puts(&s, "rad/brev.txt", "hej");
	snprintf(path, sizeof path, "%s/rad", s.path);
	assert_false(create(path, io_system(), &e));
	assert_non_null(strstr(e.text, "brev.txt"));
	assert_int_equal(unlinkat(s.dir, "rad/brev.txt", 0), 0);
	assert_false(folder_create(path, io_system(), &n, &writer, &e));
	n.name = "a";
	n.year = 26;
	assert_false(folder_create(path, io_system(), &n, &writer, &e));
	assert_true(create(path, io_system(), &e));
	expect_new(path);
	assert_false(create(path, io_system(), &e));
	expect_new(path);
	scratch_release(&s);
}

static void test_killed_creation(void **state)
{
	/* Killed at any call, a creation leaves nothing that opens as a council, or the whole of it, and can be made again
	 * (after a while, when its lock was left half written). */
	bool done = false;

	(void)state;
	for (long at = 1; !done; at++) {
		struct scratch s;
		struct faulty io;
		struct error e = {0};
		struct folder *f;
		char path[600];
		int status;
		pid_t pid;

		scratch_init(&s);
		snprintf(path, sizeof path, "%s/rad", s.path);
		faulty_init(&io);
		io.at = at;
		io.kill = true;
		fflush(NULL);
		pid = fork();
		if (pid == 0)
			_exit(create(path, &io.io, &e) ? 0 : 1);
		assert_int_equal(waitpid(pid, &status, 0), pid);
		assert_true(WIFEXITED(status));
		done = WEXITSTATUS(status) == 0;
		f = folder_open(path, io_system(), &writer, &e);
		if (f) {
			assert_int_equal(records_count(folder_records(f), RECORD_SEAT), 2);
			assert_int_equal(records_count(folder_records(f), RECORD_PLAN), 1);
			assert_null(folder_readonly(f, NULL));
			folder_close(&f);
		} else if (create(path, io_system(), &e)) {
			expect_new(path);
		} else if (e.code != ERROR_LOCKED) {
			fail_msg("vid anrop %ld: %s", at, e.text);
		}
		scratch_release(&s);
	}
}

static void put_example(const struct scratch *s)
{
	static const char *const folders[] = {"exempel", "exempel/plan", "exempel/protokoll", "exempel/protokoll/2019"};

	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		assert_int_equal(mkdirat(s->dir, folders[i], 0700), 0);
	scratch_puts(s, "exempel/rad.ini", "[rad]\nformat = 1\nnamn = Övning\nregion = 04\novning = ja\n");
	scratch_puts(s, "exempel/plan/2019.rec", "%rec: Plan\n\nId: P1\nAr: 2019\nRubrik: Plan\n");
	scratch_puts(s, "exempel/protokoll/2019/a.txt", "text");
	scratch_puts(s, "exempel/.rb-lock", "x");
	assert_int_equal(symlinkat("/etc/passwd", s->dir, "exempel/lank"), 0);
	assert_int_equal(mkfifoat(s->dir, "exempel/ror", 0600), 0);
}

static void test_practice_copy(void **state)
{
	/* The copy has every regular file, byte for byte, and nothing else; what is there already is left alone. */
	struct scratch s;
	struct error e = {0};
	struct folder *f;
	struct stat st;
	char from[600], to[600], *text;

	(void)state;
	scratch_init(&s);
	put_example(&s);
	snprintf(from, sizeof from, "%s/exempel", s.path);
	snprintf(to, sizeof to, "%s/ny/mapp/ovning/", s.path);
	if (!folder_copy_example(from, to, io_system(), &e))
		fail_msg("%s", e.text);
	f = open_folder(to);
	assert_true(folder_settings(f)->practice);
	assert_int_equal(records_count(folder_records(f), RECORD_PLAN), 1);
	folder_close(&f);
	text = scratch_get(&s, "ny/mapp/ovning/protokoll/2019/a.txt", NULL);
	assert_string_equal(text, "text");
	free(text);
	assert_int_not_equal(fstatat(s.dir, "ny/mapp/ovning/lank", &st, AT_SYMLINK_NOFOLLOW), 0);
	assert_int_not_equal(fstatat(s.dir, "ny/mapp/ovning/ror", &st, 0), 0);
	assert_int_not_equal(fstatat(s.dir, "ny/mapp/ovning/.rb-lock", &st, 0), 0);
	scratch_puts(&s, "ny/mapp/ovning/plan/2019.rec", "# eget\n");
	assert_true(folder_copy_example(from, to, io_system(), &e));
	text = scratch_get(&s, "ny/mapp/ovning/plan/2019.rec", NULL);
	assert_string_equal(text, "# eget\n");
	free(text);
	scratch_release(&s);
}

static void test_killed_copy(void **state)
{
	/* Killed at any call, a copy is there whole or not at all, and the next one succeeds. */
	bool done = false;

	(void)state;
	for (long at = 1; !done; at++) {
		struct scratch s;
		struct faulty io;
		struct error e = {0};
		struct folder *f;
		char from[600], to[600];
		int status;
		pid_t pid;

		scratch_init(&s);
		put_example(&s);
		snprintf(from, sizeof from, "%s/exempel", s.path);
		snprintf(to, sizeof to, "%s/ovning", s.path);
		faulty_init(&io);
		io.at = at;
		io.kill = true;
		fflush(NULL);
		pid = fork();
		if (pid == 0)
			_exit(folder_copy_example(from, to, &io.io, &e) ? 0 : 1);
		assert_int_equal(waitpid(pid, &status, 0), pid);
		done = WIFEXITED(status) && WEXITSTATUS(status) == 0;
		if (!folder_copy_example(from, to, io_system(), &e))
			fail_msg("vid anrop %ld: %s", at, e.text);
		f = open_folder(to);
		assert_int_equal(records_count(folder_records(f), RECORD_PLAN), 1);
		assert_int_equal(folder_diagnostics(f)->count, 0);
		folder_close(&f);
		scratch_release(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_new_folder),      cmocka_unit_test(test_refuses_what_is_there),
		cmocka_unit_test(test_killed_creation), cmocka_unit_test(test_practice_copy),
		cmocka_unit_test(test_killed_copy),
	};

	return cmocka_run_group_tests_name("folder_create", tests, NULL, NULL);
}
