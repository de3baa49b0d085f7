#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "radsbord/base/language.h"
#include "radsbord/base/mem.h"

#include <libintl.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
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

static void expect_repeated(const char *form, const char *text, const char *said)
{
	struct buf out = {0};
	language_repeat(form, text, &out);
	assert_string_equal(buf_cstr(&out), said);
	buf_release(&out);
}

/* With the catalogue of the build; the last of the tests, for the process speaks English after it. */
static void test_repeated_in_english(void **state)
{
	const char *build = getenv("RADSBORD_BUILD");
	char *folder = mem_printf("%s/sprak", build ? build : "build");
	(void)state;
	setenv("LANGUAGE", "en", 1);
	setlocale(LC_MESSAGES, "C.UTF-8");
	assert_non_null(bindtextdomain(LANGUAGE_DOMAIN, folder));
	bind_textdomain_codeset(LANGUAGE_DOMAIN, "UTF-8");
	textdomain(LANGUAGE_DOMAIN);
	expect_repeated("Det blir färre än noll i %s.", "Det blir färre än noll i Flen.", "It goes below zero in Flen.");
	/* A word of the program's own is said too, and what somebody has written is not. */
	expect_repeated("Åtgärd %lld: %s", "Åtgärd 14: klar", "Action 14: done");
	expect_repeated("%s: klart", "Klar: klart", "Klar: done");
	/* A form that did not make the text, one that nobody marked, and those that are in the catalogue and no formats. */
	expect_repeated("Det blir färre än noll i %s.", "Något annat", "Något annat");
	expect_repeated("Ingen har märkt %s", "Ingen har märkt det", "Ingen har märkt det");
	expect_repeated("%", "%", "%");
	expect_repeated("Andel %", "Andel 5", "Andel 5");
	expect_repeated("%s: %s", ": ", ": ");
	expect_repeated("%s: %s", "", "");
	free(folder);
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
		cmocka_unit_test(test_repeated_in_english),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
