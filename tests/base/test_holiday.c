#include "radsbord/base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef TESTS_DIR
#define TESTS_DIR "tests"
#endif

static FILE *open_table(void)
{
	const char *dir = getenv("RADSBORD_TESTS");
	char path[1000];
	FILE *f;

	snprintf(path, sizeof path, "%s/base/helgdagar.tsv", dir ? dir : TESTS_DIR);
	f = fopen(path, "r");
	if (!f)
		fail_msg("cannot read %s", path);
	return f;
}

static const char *kind_text(enum holiday_kind kind)
{
	switch (kind) {
	case HOLIDAY_RED:
		return "allmän helgdag";
	case HOLIDAY_EVE_OFF:
		return "arbetsfri afton (sedvänja/avtal)";
	case HOLIDAY_EVE_SHORT:
	case HOLIDAY_BRIDGE:
		break;
	}
	return "ofta förkortad/undvik";
}

static void test_against_table(void **state)
{
	/* 2026-2028 line by line against a table made from the law and two published calendars. */
	FILE *f = open_table();
	char line[400];

	(void)state;
	assert_non_null(fgets(line, sizeof line, f)); /* the heading */
	for (int year = 2026; year <= 2028; year++) {
		struct holiday days[HOLIDAYS_MAX];
		size_t count = holidays_of_year(year, days);

		for (size_t i = 0; i < count; i++) {
			struct buf want = {0};

			date_format_iso(&want, days[i].date);
			buf_printf(&want, "\t%s\t%d\t%s\t%s\n",
			           date_weekdays_short[date_weekday(days[i].date) - 1],
			           date_iso_week(days[i].date, NULL), days[i].name,
			           kind_text(days[i].kind));
			assert_non_null(fgets(line, sizeof line, f));
			assert_string_equal(line, buf_cstr(&want));
			assert_int_equal(days[i].kind == HOLIDAY_BRIDGE,
			                 strcmp(days[i].name, "Klämdag") == 0);
			buf_release(&want);
		}
	}
	assert_null(fgets(line, sizeof line, f));
	fclose(f);
}

static void test_easter(void **state)
{
	/* Easter Sundays, the earliest and the latest among them. */
	static const struct date days[] = {
		{1818, 3, 22}, {1943, 4, 25}, {2000, 4, 23}, {2008, 3, 23}, {2019, 4, 21}, {2024, 3, 31},
		{2025, 4, 20}, {2026, 4, 5},  {2027, 3, 28}, {2028, 4, 16}, {2038, 4, 25},
	};

	(void)state;
	for (size_t i = 0; i < sizeof days / sizeof days[0]; i++)
		assert_int_equal(date_cmp(easter_sunday(days[i].year), days[i]), 0);
	assert_false(date_known(easter_sunday(0)));
	assert_false(date_known(easter_sunday(-4)));
	assert_false(date_known(easter_sunday(10000)));
}

static void test_every_year_is_orderly(void **state)
{
	/* In every year the days are sorted, fit the array, and free days and bridges agree. */
	(void)state;
	for (int year = 1; year <= 9999; year++) {
		struct holiday days[HOLIDAYS_MAX];
		size_t count = holidays_of_year(year, days);

		assert_in_range(count, 22, HOLIDAYS_MAX);
		for (size_t i = 0; i < count; i++) {
			bool off = days[i].kind == HOLIDAY_RED || days[i].kind == HOLIDAY_EVE_OFF;

			assert_int_equal(days[i].date.year, year);
			assert_true(i == 0 || date_cmp(days[i - 1].date, days[i].date) <= 0);
			assert_true(!off || date_is_free(days[i].date));
			assert_true(days[i].kind != HOLIDAY_BRIDGE || !date_is_free(days[i].date));
		}
	}
	assert_int_equal(holidays_of_year(0, (struct holiday[HOLIDAYS_MAX]){0}), 0);
}

static void test_bridges_against_definition(void **state)
{
	/* A bridge is a working day between two free days: checked for each day of a century. */
	(void)state;
	for (int year = 2005; year < 2105; year++) {
		struct holiday days[HOLIDAYS_MAX];
		size_t count = holidays_of_year(year, days), bridges = 0, found = 0;

		for (struct date d = {(int16_t)year, 1, 1}; d.year == year; d = date_add_days(d, 1))
			found += !date_is_free(d) && date_is_free(date_add_days(d, -1)) &&
			         date_is_free(date_add_days(d, 1));
		for (size_t i = 0; i < count; i++)
			bridges += days[i].kind == HOLIDAY_BRIDGE;
		assert_int_equal(bridges, found);
	}
}

static void test_free_days(void **state)
{
	/* Weekends, red days and eves off are free; short eves and bridges are not. */
	static const struct {
		struct date date;
		bool is_free;
	} rows[] = {
		{{2026, 11, 23}, false}, {{2026, 11, 22}, true},  {{2026, 11, 21}, true},
		{{2026, 1, 6}, true},    {{2026, 1, 5}, false},   {{2026, 6, 19}, true},
		{{2026, 12, 24}, true},  {{2026, 12, 31}, true},  {{2026, 4, 2}, false},
		{{2026, 4, 30}, false},  {{2026, 10, 30}, false}, {{2026, 5, 15}, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_int_equal(date_is_free(rows[i].date), rows[i].is_free);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_against_table),
		cmocka_unit_test(test_easter),
		cmocka_unit_test(test_every_year_is_orderly),
		cmocka_unit_test(test_bridges_against_definition),
		cmocka_unit_test(test_free_days),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
