#include "radsbord/base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct date day(int year, int month, int d)
{
	return (struct date){(int16_t)year, (int8_t)month, (int8_t)d};
}

static void expect_day(struct date got, int year, int month, int d)
{
	assert_int_equal(got.year, year);
	assert_int_equal(got.month, month);
	assert_int_equal(got.day, d);
}

static void test_valid(void **state)
{
	/* Only days that exist are valid. */
	(void)state;
	assert_true(date_valid(2028, 2, 29));
	assert_true(date_valid(2000, 2, 29));
	assert_false(date_valid(2026, 2, 29));
	assert_false(date_valid(1900, 2, 29));
	assert_false(date_valid(2026, 4, 31));
	assert_false(date_valid(2026, 13, 1));
	assert_false(date_valid(2026, 0, 1));
	assert_false(date_valid(2026, 1, 0));
	assert_false(date_valid(0, 1, 1));
	assert_false(date_valid(10000, 1, 1));
	assert_true(date_valid(9999, 12, 31));
}

static void test_days_and_back(void **state)
{
	/* Every day of the calendar has one number, in order, and comes back from it. */
	int32_t n = date_days(day(1, 1, 1));
	int weekday = 1;

	(void)state;
	assert_int_equal(date_days(day(1970, 1, 1)), 0);
	assert_int_equal(date_days(day(2026, 11, 23)), 20780);
	assert_int_equal(date_days(day(1969, 12, 31)), -1);
	assert_int_equal(n, -719162);
	for (int y = 1; y <= 9999; y++)
		for (int m = 1; m <= 12; m++)
			for (int d = 1; date_valid(y, m, d); d++, n++) {
				struct date back = date_from_days(n);

				if (date_cmp(back, day(y, m, d)) != 0 || date_days(back) != n ||
				    date_weekday(back) != weekday)
					fail_msg("%d-%d-%d is day %d", y, m, d, n);
				weekday = weekday % 7 + 1;
			}
	assert_false(date_known(date_from_days(n)));
	assert_false(date_known(date_from_days(-719163)));
	assert_false(date_known(date_from_days(INT32_MAX)));
	assert_false(date_known(date_from_days(INT32_MIN)));
}

static void test_compare(void **state)
{
	/* Year before month before day; no date comes first. */
	(void)state;
	assert_int_equal(date_cmp(day(2026, 1, 2), day(2026, 1, 2)), 0);
	assert_int_equal(date_cmp(day(2025, 12, 31), day(2026, 1, 1)), -1);
	assert_int_equal(date_cmp(day(2026, 3, 1), day(2026, 2, 28)), 1);
	assert_int_equal(date_cmp(day(2026, 3, 1), day(2026, 3, 2)), -1);
	assert_int_equal(date_cmp(DATE_NONE, day(1, 1, 1)), -1);
}

static void test_add(void **state)
{
	/* Days roll over months and years; months stop at the last day. */
	(void)state;
	expect_day(date_add_days(day(2026, 12, 31), 1), 2027, 1, 1);
	expect_day(date_add_days(day(2028, 3, 1), -1), 2028, 2, 29);
	expect_day(date_add_months(day(2026, 1, 31), 1), 2026, 2, 28);
	expect_day(date_add_months(day(2027, 11, 30), 3), 2028, 2, 29);
	expect_day(date_add_months(day(2026, 3, 31), -1), 2026, 2, 28);
	expect_day(date_add_months(day(2026, 1, 15), -13), 2024, 12, 15);
	expect_day(date_add_months(day(2026, 11, 23), 0), 2026, 11, 23);
	assert_false(date_known(date_add_days(day(9999, 12, 31), 1)));
	assert_false(date_known(date_add_days(day(1, 1, 1), -1)));
	assert_false(date_known(date_add_days(day(2026, 1, 1), INT32_MAX)));
	assert_false(date_known(date_add_months(day(9999, 12, 1), 1)));
	assert_false(date_known(date_add_months(day(1, 1, 1), INT32_MIN)));
}

static void test_no_date(void **state)
{
	/* No date stays no date, and nothing is read outside a table. */
	int year = 1;

	(void)state;
	assert_false(date_known(DATE_NONE));
	assert_int_equal(date_days(DATE_NONE), INT32_MIN);
	assert_int_equal(date_weekday(DATE_NONE), 0);
	assert_int_equal(date_iso_week(DATE_NONE, &year), 0);
	assert_int_equal(year, 0);
	assert_false(date_known(date_add_days(DATE_NONE, 3)));
	assert_false(date_known(date_add_months(DATE_NONE, 3)));
	assert_false(date_is_free(DATE_NONE));
}

static void expect_week(struct date d, int want_year, int want_week)
{
	int year;

	assert_int_equal(date_iso_week(d, &year), want_week);
	assert_int_equal(year, want_year);
}

static void test_iso_weeks(void **state)
{
	/* ISO 8601 weeks around New Year. */
	(void)state;
	expect_week(day(2026, 11, 23), 2026, 48);
	expect_week(day(2026, 12, 31), 2026, 53);
	expect_week(day(2027, 1, 1), 2026, 53);
	expect_week(day(2027, 1, 3), 2026, 53);
	expect_week(day(2027, 1, 4), 2027, 1);
	expect_week(day(2024, 12, 30), 2025, 1);
	expect_week(day(2025, 12, 28), 2025, 52);
	expect_week(day(2023, 1, 1), 2022, 52);
	assert_int_equal(date_iso_week(day(2026, 1, 1), NULL), 1);
	assert_int_equal(date_weeks_in_year(2026), 53);
	assert_int_equal(date_weeks_in_year(2025), 52);
	assert_int_equal(date_weeks_in_year(2020), 53);
	assert_int_equal(date_weeks_in_year(2027), 52);
	expect_day(date_of_iso_week(2026, 53, 5), 2027, 1, 1);
	expect_day(date_of_iso_week(2025, 1, 1), 2024, 12, 30);
	assert_false(date_known(date_of_iso_week(2027, 53, 1)));
	assert_false(date_known(date_of_iso_week(2026, 0, 1)));
	assert_false(date_known(date_of_iso_week(2026, 1, 8)));
}

static void test_iso_weeks_and_back(void **state)
{
	/* Four hundred years of days: the week and weekday of each lead back to it. */
	(void)state;
	for (int32_t n = date_days(day(1800, 1, 1)); n < date_days(day(2200, 1, 1)); n++) {
		struct date d = date_from_days(n);
		int year, week = date_iso_week(d, &year);

		assert_int_equal(date_cmp(date_of_iso_week(year, week, date_weekday(d)), d), 0);
	}
}

static int64_t utc(const char *s)
{
	int64_t t = 0;

	assert_true(utc_parse(s, &t));
	return t;
}

static void expect_wall(const char *s, int year, int month, int d, int minutes, int seconds)
{
	struct wall w = wall_from_utc(utc(s));

	expect_day(w.date, year, month, d);
	assert_int_equal(w.minutes, minutes);
	assert_int_equal(w.seconds, seconds);
}

static void test_summer_time(void **state)
{
	/* Summer time begins and ends at 01:00 UTC on the last Sundays of March and October. */
	(void)state;
	expect_wall("2026-11-23T08:42:10Z", 2026, 11, 23, 9 * 60 + 42, 10);
	expect_wall("2026-06-30T22:30:00Z", 2026, 7, 1, 30, 0);
	expect_wall("2026-12-31T23:00:00Z", 2027, 1, 1, 0, 0);
	expect_wall("2026-03-29T00:59:59Z", 2026, 3, 29, 1 * 60 + 59, 59);
	expect_wall("2026-03-29T01:00:00Z", 2026, 3, 29, 3 * 60, 0);
	expect_wall("2026-10-25T00:59:59Z", 2026, 10, 25, 2 * 60 + 59, 59);
	expect_wall("2026-10-25T01:00:00Z", 2026, 10, 25, 2 * 60, 0);
	/* Months that end on a Sunday. */
	expect_wall("2024-03-31T01:00:00Z", 2024, 3, 31, 3 * 60, 0);
	expect_wall("2027-10-31T00:59:59Z", 2027, 10, 31, 2 * 60 + 59, 59);
	expect_wall("2027-10-31T01:00:00Z", 2027, 10, 31, 2 * 60, 0);
	expect_wall("1969-12-31T23:59:59Z", 1970, 1, 1, 59, 59);
}

static void test_utc_extremes(void **state)
{
	/* Times outside the calendar give no date and no text. */
	static const int64_t far[] = {INT64_MIN, INT64_MAX, -62135596801, 253402300800};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < sizeof far / sizeof far[0]; i++) {
		assert_false(date_known(wall_from_utc(far[i]).date));
		utc_format(&b, far[i]);
		assert_int_equal(b.len, 0);
	}
	/* The last second of 9999 is already another year here. */
	assert_false(date_known(wall_from_utc(253402300799).date));
	utc_format(&b, 253402300799);
	assert_string_equal(buf_cstr(&b), "9999-12-31T23:59:59Z");
	buf_release(&b);
}

static void test_utc_text(void **state)
{
	/* Timestamps are written and read in one form only. */
	static const char *const bad[] = {
		"",  "2026-11-23", "2026-11-23T08:42:10", "2026-11-23 08:42:10Z", "2026-11-23T24:00:00Z",
		"2026-11-23T08:60:00Z", "2026-11-23T08:00:60Z", "2026-02-30T08:00:00Z",
		"2026-11-23T8:42:10Z", "2026-11-23T08:42:10Zx", "2026-11-23T08:42:10.5Z",
	};
	struct buf b = {0};
	int64_t t = 5;

	(void)state;
	assert_int_equal(utc("1970-01-01T00:00:00Z"), 0);
	assert_int_equal(utc("2026-11-23T08:42:10Z"), 1795423330);
	utc_format(&b, 1795423330);
	assert_string_equal(buf_cstr(&b), "2026-11-23T08:42:10Z");
	buf_clear(&b);
	utc_format(&b, -1);
	assert_string_equal(buf_cstr(&b), "1969-12-31T23:59:59Z");
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		assert_false(utc_parse(bad[i], &t));
		assert_int_equal(t, 5);
	}
	buf_release(&b);
}

static int64_t fixed_utc(void *ctx)
{
	return *(int64_t *)ctx;
}

static void test_clock_today(void **state)
{
	/* Today is the Swedish day, not the one in Greenwich. */
	int64_t t = utc("2026-06-30T22:30:00Z");
	struct clock c = {.utc = fixed_utc, .ctx = &t};

	(void)state;
	expect_day(clock_today(&c), 2026, 7, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_valid),
		cmocka_unit_test(test_days_and_back),
		cmocka_unit_test(test_compare),
		cmocka_unit_test(test_add),
		cmocka_unit_test(test_no_date),
		cmocka_unit_test(test_iso_weeks),
		cmocka_unit_test(test_iso_weeks_and_back),
		cmocka_unit_test(test_summer_time),
		cmocka_unit_test(test_utc_extremes),
		cmocka_unit_test(test_utc_text),
		cmocka_unit_test(test_clock_today),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
