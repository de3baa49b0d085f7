/* Exported files: whole or not at all, and never over something without being told; the template of a council. */
#include "faulty.h"
#include "scratch.h"

#include "radsbord/store/folder.h"
#include "radsbord/store/output.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct buf text = {.data = (char *)(uintptr_t)"ny text\n", .len = 8, .cap = 9};

static void expect_content(const struct scratch *s, const char *name, const char *want)
{
	char *got = scratch_get(s, name, NULL);

	if (want)
		assert_string_equal(got ? got : "(ingen fil)", want);
	else
		assert_null(got);
	free(got);
}

static bool write_to(const struct scratch *s, const struct io *io, const char *name, bool overwrite, struct error *e)
{
	char *path = mem_printf("%s/%s", s->path, name);
	bool done = output_write(io, path, overwrite, &text, "prov", e);

	free(path);
	return done;
}

static void test_writes_and_refuses(void **state)
{
	struct scratch s;
	struct error e = {0};

	(void)state;
	scratch_init(&s);
	assert_true(write_to(&s, io_system(), "ny.txt", false, &e));
	expect_content(&s, "ny.txt", "ny text\n");
	scratch_puts(&s, "gammal.txt", "gammal");
	assert_false(write_to(&s, io_system(), "gammal.txt", false, &e));
	assert_int_equal(e.code, ERROR_CONFLICT);
	assert_non_null(strstr(e.text, "--skriv-over"));
	expect_content(&s, "gammal.txt", "gammal");
	assert_true(write_to(&s, io_system(), "gammal.txt", true, &e));
	expect_content(&s, "gammal.txt", "ny text\n");
	assert_false(write_to(&s, io_system(), "finns/inte.txt", false, &e));
	assert_int_equal(e.code, ERROR_IO);
	assert_false(write_to(&s, io_system(), "", false, &e)); /* a folder */
	assert_int_equal(e.code, ERROR_USAGE);
	assert_int_equal(scratch_count(&s, "."), 0);
	scratch_release(&s);
}

static void test_follows_no_link(void **state)
{
	/* A link is something that is there; told to overwrite, it is replaced and what it led to stays. */
	struct scratch s;
	struct error e = {0};
	struct stat st;
	char *link, *target;

	(void)state;
	scratch_init(&s);
	scratch_puts(&s, "viktig.txt", "viktigt");
	link = mem_printf("%s/lank.txt", s.path);
	target = mem_printf("%s/viktig.txt", s.path);
	assert_int_equal(symlink(target, link), 0);
	assert_false(write_to(&s, io_system(), "lank.txt", false, &e));
	assert_int_equal(e.code, ERROR_CONFLICT);
	assert_true(write_to(&s, io_system(), "lank.txt", true, &e));
	expect_content(&s, "viktig.txt", "viktigt");
	assert_int_equal(lstat(link, &st), 0);
	assert_true(S_ISREG(st.st_mode));
	free(link);
	free(target);
	scratch_release(&s);
}

static void test_any_call_may_fail(void **state)
{
	/* Whichever call fails, the old file is whole, or the new one is; and no temporary is left that could be removed. */
	(void)state;
	for (long at = 1;; at++) {
		struct scratch s;
		struct faulty f;
		struct error e = {0};

		scratch_init(&s);
		scratch_puts(&s, "fil.txt", "gammal");
		faulty_init(&f);
		f.at = at;
		f.err = EIO;
		bool done = write_to(&s, &f.io, "fil.txt", true, &e);
		bool reached = f.calls >= at;
		char *now = scratch_get(&s, "fil.txt", NULL);

		assert_non_null(now);
		assert_string_equal(now, done ? "ny text\n" : "gammal");
		assert_true(done || (e.code == ERROR_IO && e.text[0]));
		assert_int_equal(scratch_count(&s, ".fil"), 0);
		free(now);
		scratch_release(&s);
		if (!reached) {
			assert_true(done);
			assert_true(at > 5);
			break;
		}
	}
}

static const char settings[] = "[rad]\nformat = 1\nnamn = \"Rådet\"\nregion = 04\novning = nej\nmall = mall.docx\n";

static void test_template_lies_in_the_folder(void **state)
{
	static const char *const bad[] = {"../utanfor.docx", "/etc/passwd", "lank.docx", "ror.docx", "under", "", ".dold"};
	struct scratch s;
	struct buf out = {0};
	struct error e = {0};
	struct store_writer w = {.user = "prov", .host = "prov"};
	char *path, *council;

	(void)state;
	scratch_init(&s);
	scratch_puts(&s, "utanfor.docx", "hemligt");
	scratch_puts(&s, "rad/rad.ini", settings);
	scratch_puts(&s, "rad/mall.docx", "mallen");
	council = mem_printf("%s/rad", s.path);
	path = mem_printf("%s/under", council);
	assert_int_equal(mkdir(path, 0700), 0);
	free(path);
	path = mem_printf("%s/lank.docx", council);
	assert_int_equal(symlink("../utanfor.docx", path), 0);
	free(path);
	path = mem_printf("%s/ror.docx", council);
	assert_int_equal(mkfifo(path, 0600), 0);
	free(path);
	struct folder *f = folder_open(council, io_system(), &w, &e);
	assert_non_null(f);
	assert_string_equal(folder_settings(f)->template, "mall.docx");
	assert_true(folder_read(f, "mall.docx", 100, &out, &e));
	assert_string_equal(buf_cstr(&out), "mallen");
	assert_false(folder_read(f, "mall.docx", 3, &out, &e)); /* too large */
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		error_clear(&e);
		assert_false(folder_read(f, bad[i], 100, &out, &e));
		assert_true(e.code != ERROR_NONE);
		assert_int_equal(out.len, 0);
	}
	folder_close(&f);
	buf_release(&out);
	free(council);
	scratch_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_writes_and_refuses), cmocka_unit_test(test_follows_no_link), cmocka_unit_test(test_any_call_may_fail),
		cmocka_unit_test(test_template_lies_in_the_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
