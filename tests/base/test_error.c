#include "radsbord/base/error.h"

#include "radsbord/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static void test_set(void **state)
{
	/* An error carries its code, place and sentence, and setting always gives false. */
	struct error e = {0};

	(void)state;
	assert_false(error_set_at(&e, ERROR_DATA, "plan/2026.rec", 12, "Fältet %s saknas.", "Id"));
	assert_int_equal(e.code, ERROR_DATA);
	assert_int_equal(e.line, 12);
	assert_string_equal(e.file, "plan/2026.rec");
	assert_string_equal(e.text, "Fältet Id saknas.");
	assert_false(error_set(&e, ERROR_IO, "Det gick inte."));
	assert_string_equal(e.file, "");
	assert_int_equal(e.line, 0);
	error_clear(&e);
	assert_int_equal(e.code, ERROR_NONE);
	assert_string_equal(e.text, "");
}

static void test_null(void **state)
{
	/* A caller that does not need the text passes NULL. */
	(void)state;
	assert_false(error_set(NULL, ERROR_IO, "x"));
	assert_false(error_set_at(NULL, ERROR_IO, NULL, 1, "x"));
	error_clear(NULL);
}

static void test_wrap_own_text(void **state)
{
	/* An error may be wrapped in a sentence made of its own text and file. */
	struct error e;

	(void)state;
	error_set_at(&e, ERROR_DATA, "a.rec", 3, "Fel i filen.");
	error_set_at(&e, ERROR_IO, e.file, e.line, "Rådet kunde inte läsas: %s", e.text);
	assert_string_equal(e.text, "Rådet kunde inte läsas: Fel i filen.");
	assert_string_equal(e.file, "a.rec");
	assert_int_equal(e.line, 3);
}

static void test_long_text_is_cut_between_characters(void **state)
{
	/* Too long a text or name is cut, never in the middle of a letter. */
	char longer[2000];
	struct error e;

	(void)state;
	for (int shift = 0; shift < 2; shift++) {
		memset(longer, 'x', sizeof longer);
		for (size_t i = (size_t)shift; i + 2 < sizeof longer; i += 2)
			memcpy(longer + i, "å", 2);
		longer[sizeof longer - 1] = '\0';
		error_set_at(&e, ERROR_DATA, longer, 1, "%s", longer);
		assert_true(text_is_utf8(e.text, strlen(e.text), NULL));
		assert_true(text_is_utf8(e.file, strlen(e.file), NULL));
		assert_in_range(strlen(e.text), sizeof e.text - 2, sizeof e.text - 1);
		assert_in_range(strlen(e.file), sizeof e.file - 2, sizeof e.file - 1);
	}
}

static void test_exit_status(void **state)
{
	/* The exit statuses of the command line. */
	(void)state;
	assert_int_equal(error_exit_status(ERROR_NONE), 0);
	assert_int_equal(error_exit_status(ERROR_NOT_FOUND), 1);
	assert_int_equal(error_exit_status(ERROR_DATA), 1);
	assert_int_equal(error_exit_status(ERROR_USAGE), 2);
	assert_int_equal(error_exit_status(ERROR_CONFLICT), 3);
	assert_int_equal(error_exit_status(ERROR_LOCKED), 3);
	assert_int_equal(error_exit_status(ERROR_READONLY), 3);
	assert_int_equal(error_exit_status(ERROR_IO), 3);
}

static void test_diagnostics(void **state)
{
	/* Findings are kept in order, own their strings and are counted by level. */
	struct diagnostics d = {0};
	char file[] = "rad.ini";

	(void)state;
	diagnostics_add(&d, DIAGNOSTIC_NOTE, NULL, 0, "%s", "");
	diagnostics_add(&d, DIAGNOSTIC_FAULT, file, 4, "Raden %d är fel.", 4);
	diagnostics_add(&d, DIAGNOSTIC_WARNING, file, 5, "Ovanligt.");
	file[0] = 'X';
	assert_int_equal(diagnostics_count(&d, DIAGNOSTIC_NOTE), 3);
	assert_int_equal(diagnostics_count(&d, DIAGNOSTIC_WARNING), 2);
	assert_int_equal(diagnostics_count(&d, DIAGNOSTIC_FAULT), 1);
	assert_null(d.items[0].file);
	assert_string_equal(d.items[0].text, "");
	assert_string_equal(d.items[1].file, "rad.ini");
	assert_string_equal(d.items[1].text, "Raden 4 är fel.");
	assert_int_equal(d.items[2].line, 5);
	diagnostics_release(&d);
	assert_int_equal(d.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_set),
		cmocka_unit_test(test_null),
		cmocka_unit_test(test_wrap_own_text),
		cmocka_unit_test(test_long_text_is_cut_between_characters),
		cmocka_unit_test(test_exit_status),
		cmocka_unit_test(test_diagnostics),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
