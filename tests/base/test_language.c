#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "radsbord/base/language.h"

#include <libintl.h>
#include <string.h>

static void test_without_catalogue(void **state)
{
	const char *text = "Sparat", *empty = "";
	(void)state;
	assert_ptr_equal(_(text), text);
	assert_string_equal(C_("sida", "Plan"), "Plan");
	/* The empty text is no text of the catalogue's. */
	assert_ptr_equal(_(empty), empty);
	assert_ptr_equal(C_("sida", empty), empty);
	assert_null(language_text(NULL));
	/* What carries its context shows nothing of it. */
	const char *carries = CN_("sida", "Plan");
	assert_string_equal(_(carries), "Plan");
}

static void test_repeated_without_catalogue(void **state)
{
	struct buf out = {0};
	(void)state;
	language_repeat("Det blir färre än noll i %s.", "Det blir färre än noll i Flen.", &out);
	language_repeat(NULL, " Och så.", &out);
	assert_string_equal(buf_cstr(&out), "Det blir färre än noll i Flen. Och så.");
	buf_release(&out);
}

static void test_inside_each_other(void **state)
{
	(void)state;
	assert_false(language_swedish());
	textdomain(LANGUAGE_DOMAIN);
	bool outer = language_swedish();
	bool inner = language_swedish();
	assert_true(outer);
	assert_false(inner);
	language_back(inner);
	assert_false(language_swedish());
	language_back(outer);
	assert_true(language_swedish());
	assert_string_equal(_("Sparat"), "Sparat");
	assert_string_equal(_("sida\004Plan"), "Plan");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_without_catalogue),
		cmocka_unit_test(test_repeated_without_catalogue),
		cmocka_unit_test(test_inside_each_other),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
