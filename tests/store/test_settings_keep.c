/* A setting that is chosen in the program changes its own line in the user's file, and nothing else. */
#include "radsbord/store/settings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char path[300];

static int set_up(void **state)
{
	(void)state;
	snprintf(path, sizeof path, "%s/radsbord.ini", getenv("TMPDIR"));
	unlink(path);
	return 0;
}

static void write_file(const char *text)
{
	FILE *f = fopen(path, "wb");
	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

static void assert_file(const char *expected)
{
	struct buf b = {0};
	struct error e = {0};
	assert_true(io_read_file(io_system(), AT_FDCWD, path, IO_FILE_MAX, &b, &e));
	assert_string_equal(buf_cstr(&b), expected);
	buf_release(&b);
}

static void keep(const char *key, const char *value)
{
	struct error e = {0};
	if (!settings_keep(path, key, value, io_system(), &e))
		fail_msg("%s", e.text);
}

/* Whether or not there is a file, a section or the key; comments, order and an unfinished last line stay. */
static void one_line_changes(void **state)
{
	(void)state;
	keep("tema", "ljus");
	assert_file("[radsbord]\ntema = ljus\n");
	keep("tema", "mono");
	assert_file("[radsbord]\ntema = mono\n");
	keep("mus", "ja");
	assert_file("[radsbord]\nmus = ja\ntema = mono\n");
	write_file("# mina\n\n[radsbord]\n# färger\nTema=\"mork\"\nregion = Skåne");
	keep("tema", "kontrast");
	assert_file("# mina\n\n[radsbord]\n# färger\ntema = kontrast\nregion = Skåne");
	keep("region", "04");
	assert_file("# mina\n\n[radsbord]\n# färger\ntema = kontrast\nregion = 04\n");
	write_file("# bara ord");
	keep("linjar", "ja");
	assert_file("# bara ord\n[radsbord]\nlinjar = ja\n");
	write_file("[radsbord]");
	keep("linjar", "ja");
	assert_file("[radsbord]\nlinjar = ja\n");
}

/* What was kept is read. */
static void is_read_again(void **state)
{
	const char *const paths[] = {path};
	struct diagnostics d = {0};
	(void)state;
	keep("tema", "kontrast");
	struct settings *s = settings_open(paths, 1, io_system(), &d);
	assert_string_equal(settings_text(s, "tema"), "kontrast");
	assert_string_equal(settings_text(s, "linjar"), "nej");
	assert_int_equal(d.count, 0);
	settings_free(&s);
	diagnostics_release(&d);
}

/* A file that cannot be read as settings, or a folder that is not there, is left as it is and said. */
static void what_cannot_be_kept(void **state)
{
	struct error e = {0};
	(void)state;
	write_file("\xFF\xFE[radsbord]\n");
	assert_false(settings_keep(path, "tema", "ljus", io_system(), &e));
	assert_true(strlen(e.text) > 10);
	assert_file("\xFF\xFE[radsbord]\n");
	error_clear(&e);
	assert_false(settings_keep("/finns/inte/radsbord.ini", "tema", "ljus", io_system(), &e));
	assert_true(strlen(e.text) > 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(one_line_changes, set_up),
		cmocka_unit_test_setup(is_read_again, set_up),
		cmocka_unit_test_setup(what_cannot_be_kept, set_up),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
