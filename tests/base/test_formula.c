/* test_formula.c - the mark before what a spreadsheet would run, and taking exactly it off again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "radsbord/base/formula.h"
#include "radsbord/base/mem.h"

#include <stdlib.h>

static void test_marks(void **state)
{
	static const struct {
		const char *text;
		bool needs;
	} rows[] = {
		{"", false},          {"ord", false},      {"=1+1", true},        {"+46", true},      {"-", true},     {"@namn", true},
		{"\tord", true},      {" =1", true},       {"\u00a0=1", true},    {"\uff1d1", true}, {"'=1", true}, {"''@", true},
		{"'ord", false},      {"a=1", false},      {"2024-12-31", false}, {"\xff=1", false},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(formula_needs_mark(rows[i].text), rows[i].needs);
}

static void test_round_trip(void **state)
{
	/* Every text of four signs out of these comes back as it was, marked or not. */
	static const char *const signs[] = {"'", "=", " ", "a", "\u00a0", "-"};
	(void)state;
	for (int n = 0; n < 6 * 6 * 6 * 6; n++) {
		struct buf text = {0}, cell = {0};
		for (int i = 0, digits = n; i < 4; i++, digits /= 6)
			buf_str(&text, signs[digits % 6]);
		buf_str(&cell, formula_needs_mark(buf_cstr(&text)) ? "'" : "");
		buf_str(&cell, buf_cstr(&text));
		assert_string_equal(formula_unmarked(buf_cstr(&cell)), buf_cstr(&text));
		buf_release(&text);
		buf_release(&cell);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_marks), cmocka_unit_test(test_round_trip)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
