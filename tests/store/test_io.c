/* The table of system calls, whole files, and names. */
#include "faulty.h"
#include "scratch.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void expect_refused(const struct scratch *s, const char *name, size_t max, enum error_code code)
{
	struct buf out = {0};
	struct error e = {0};

	buf_str(&out, "gammalt");
	assert_false(io_read_file(io_system(), s->dir, name, max, &out, &e));
	assert_int_equal(e.code, code);
	assert_string_equal(e.file, name);
	assert_true(strlen(e.text) > 20 && e.text[strlen(e.text) - 1] == '.');
	assert_int_equal(out.len, 0);
	buf_release(&out);
}

static void test_reads_whole_files(void **state)
{
	/* A file comes back byte for byte, the empty one too, and in a folder below. */
	struct scratch s;
	struct buf out = {0};
	static char big[200000];

	(void)state;
	scratch_init(&s);
	memset(big, 'x', sizeof big);
	scratch_put(&s, "plan/stor", big, sizeof big);
	scratch_put(&s, "tom", "", 0);
	assert_true(io_read_file(io_system(), s.dir, "plan/stor", IO_FILE_MAX, &out, NULL));
	assert_int_equal(out.len, sizeof big);
	assert_memory_equal(out.data, big, sizeof big);
	assert_true(io_read_file(io_system(), s.dir, "tom", IO_FILE_MAX, &out, NULL));
	assert_int_equal(out.len, 0);
	assert_string_equal(out.data, "");
	buf_release(&out);
	scratch_release(&s);
}

static void test_refuses_what_is_no_file(void **state)
{
	/* Links, FIFOs, folders and large files are refused with a reason, without waiting. */
	struct scratch s;

	(void)state;
	scratch_init(&s);
	scratch_puts(&s, "fil", "data");
	scratch_puts(&s, "mapp/fil", "data");
	assert_int_equal(symlinkat("fil", s.dir, "lank"), 0);
	assert_int_equal(symlinkat("mapp", s.dir, "mapplank"), 0);
	assert_int_equal(mkfifoat(s.dir, "fifo", 0600), 0);
	expect_refused(&s, "lank", IO_FILE_MAX, ERROR_DATA);
	expect_refused(&s, "fifo", IO_FILE_MAX, ERROR_DATA);
	expect_refused(&s, "mapp", IO_FILE_MAX, ERROR_DATA);
	expect_refused(&s, "fil", 3, ERROR_DATA);
	expect_refused(&s, "saknas", IO_FILE_MAX, ERROR_NOT_FOUND);
	expect_refused(&s, "mapplank/fil", IO_FILE_MAX, ERROR_IO);
	expect_refused(&s, "mapp/../fil", IO_FILE_MAX, ERROR_IO);
	expect_refused(&s, "/etc/passwd", IO_FILE_MAX, ERROR_IO);
	scratch_release(&s);
}

static void test_error_is_no_empty_file(void **state)
{
	/* Whichever call of a read fails, the read fails. */
	struct scratch s;

	(void)state;
	scratch_init(&s);
	scratch_puts(&s, "fil", "data");
	for (long n = 1;; n++) {
		struct faulty f;
		struct buf out = {0};
		struct error e = {0};
		bool ok;

		faulty_init(&f);
		f.at = n;
		ok = io_read_file(&f.io, s.dir, "fil", IO_FILE_MAX, &out, &e);
		assert_int_equal(ok, f.calls < n);
		assert_int_equal(e.code, ok ? ERROR_NONE : ERROR_IO);
		assert_int_equal(out.len, ok ? 4 : 0);
		buf_release(&out);
		if (ok)
			break;
	}
	scratch_release(&s);
}

static void test_lists_names_sorted(void **state)
{
	/* Names come sorted by bytes, hidden ones too; a missing folder and a link to one are told apart. */
	struct scratch s;
	struct names names = {0};
	struct error e = {0};

	(void)state;
	scratch_init(&s);
	scratch_puts(&s, "b", "");
	scratch_puts(&s, "Ö", "");
	scratch_puts(&s, ".dold", "");
	scratch_puts(&s, "plan/2019.rec", "");
	assert_int_equal(symlinkat("plan", s.dir, "a"), 0);
	assert_true(io_list(s.dir, ".", &names, &e));
	assert_int_equal(names.count, 5);
	assert_string_equal(names.items[0], ".dold");
	assert_string_equal(names.items[1], "a");
	assert_string_equal(names.items[4], "Ö");
	assert_true(io_list(s.dir, "plan", &names, &e));
	assert_int_equal(names.count, 1);
	assert_false(io_list(s.dir, "saknas", &names, &e));
	assert_int_equal(e.code, ERROR_NOT_FOUND);
	assert_false(io_list(s.dir, "a", &names, &e));
	assert_int_equal(e.code, ERROR_IO);
	names_release(&names);
	scratch_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reads_whole_files),
		cmocka_unit_test(test_refuses_what_is_no_file),
		cmocka_unit_test(test_error_is_no_empty_file),
		cmocka_unit_test(test_lists_names_sorted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
