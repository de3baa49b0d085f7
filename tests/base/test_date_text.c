#include "radsbord/base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static const struct date today = {2026, 11, 23}; /* a Monday, v. 48 */

static void test_parse_iso(void **state)
{
	/* The strict form is YYYY-MM-DD and a day that exists. */
	static const char *const bad[] = {
		"", "2026-11-2", "2026-1-02", "26-11-23", "2026-11-23 ", " 2026-11-23", "2026/11/23",
		"2026-02-29", "2026-13-01", "2026-11-31", "0000-01-01", "2026-11-23T", "20261123",
	};
	struct date d = DATE_NONE;

	(void)state;
	assert_true(date_parse("2026-11-23", &d));
	assert_int_equal(date_cmp(d, today), 0);
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		if (date_parse(bad[i], &d))
			fail_msg("accepted '%s'", bad[i]);
		assert_int_equal(date_cmp(d, today), 0);
	}
}

static void expect_human(const char *s, const char *iso)
{
	struct date d = DATE_NONE;
	struct buf b = {0};

	if (!date_parse_human(s, today, &d))
		fail_msg("refused '%s'", s);
	date_format_iso(&b, d);
	if (strcmp(buf_cstr(&b), iso) != 0)
		fail_msg("'%s' gave %s, not %s", s, buf_cstr(&b), iso);
	buf_release(&b);
}

static void test_parse_human(void **state)
{
	/* Dates as a secretary types them on Monday 23 November 2026. */
	static const char *const rows[][2] = {
		{"2026-11-23", "2026-11-23"},
		{" 2027-02-04 ", "2027-02-04"},
		{"idag", "2026-11-23"},
		{"I dag", "2026-11-23"},
		{"imorgon", "2026-11-24"},
		{"tomorrow", "2026-11-24"},
		{"Today", "2026-11-23"},
		{"i morgon", "2026-11-24"},
		{"i övermorgon", "2026-11-25"},
		{"igår", "2026-11-22"},
		{"+14", "2026-12-07"},
		{"+0", "2026-11-23"},
		{"23/11", "2026-11-23"},
		{"22/11", "2027-11-22"},
		{"4/2", "2027-02-04"},
		{"04/02", "2027-02-04"},
		{"4/2 2026", "2026-02-04"},
		{"4/2-2026", "2026-02-04"},
		{"4/2/2026", "2026-02-04"},
		{"23 november", "2026-11-23"},
		{"29 januari 2019", "2019-01-29"},
		{"den 29 januari 2019", "2019-01-29"},
		{"29 jan", "2027-01-29"},
		{"29 jan. 2019", "2019-01-29"},
		{"1 Maj", "2027-05-01"},
		{"31 DEC", "2026-12-31"},
		{"5 sept", "2027-09-05"},
		{"v 49", "2026-11-30"},
		{"wk 49", "2026-11-30"},
		{"Week 49", "2026-11-30"},
		{"v. 49", "2026-11-30"},
		{"V49", "2026-11-30"},
		{"vecka 49", "2026-11-30"},
		{"v 48", "2026-11-23"},
		{"v 47", "2027-11-22"},
		{"v 1", "2027-01-04"},
		{"v 53", "2026-12-28"},
		{"v 1 2026", "2025-12-29"},
		{"fre", "2026-11-27"},
		{"fredag", "2026-11-27"},
		{"mån", "2026-11-30"},
		{"MÅNDAG", "2026-11-30"},
		{"ma\u030An", "2026-11-30"},
		{"lor", "2026-11-28"},
		{"Söndag", "2026-11-29"},
		{"mån 23 nov", "2026-11-23"},
		{"tors 26 nov", "2026-11-26"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		expect_human(rows[i][0], rows[i][1]);
}

static void test_parse_human_refuses(void **state)
{
	/* What is no date is refused and leaves the old one. */
	static const char *const bad[] = {
		"",         " ",       "31/4",     "29/2",    "0/1",      "1/13",     "32/1",    "v 54",
		"v 53 2027", "v",      "v 0",      "ma",      "xyz",      "+",        "+x",      "+123456",
		"23 nov 26", "23",     "fredagen", "fre 23 nov", "23/11/",  "23//11",   "2026-11-31", "-1",
		"den",      "23 november 2026 x", "+14                                      x",
		"23 novembernovembernovembernovembernovembernovember",
	};
	struct date d = {2000, 1, 1};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		if (date_parse_human(bad[i], today, &d))
			fail_msg("accepted '%s'", bad[i]);
		assert_int_equal(d.year, 2000);
	}
	assert_false(date_parse_human("+99999", (struct date){9999, 1, 1}, &d));
	assert_false(date_parse_human("idag", DATE_NONE, &d));
}

static void test_parse_human_week_at_new_year(void **state)
{
	/* On 1 January 2027 week 53 of 2026 is still running. */
	const struct date new_year = {2027, 1, 1};
	struct date d;

	(void)state;
	assert_true(date_parse_human("v 53", new_year, &d));
	assert_int_equal(date_cmp(d, (struct date){2026, 12, 28}), 0);
	assert_true(date_parse_human("v 1", new_year, &d));
	assert_int_equal(date_cmp(d, (struct date){2027, 1, 4}), 0);
}

static void test_format(void **state)
{
	/* The four Swedish ways to write a date; no date writes nothing. */
	static const struct {
		void (*format)(struct buf *out, struct date d);
		const char *text;
	} rows[] = {
		{date_format_iso, "2019-01-29"},
		{date_format_long, "29 januari 2019"},
		{date_format_short, "29 jan"},
		{date_format_weekday, "tis 29 jan"},
	};
	const struct date d = {2019, 1, 29};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		buf_clear(&b);
		rows[i].format(&b, DATE_NONE);
		assert_int_equal(b.len, 0);
		rows[i].format(&b, d);
		assert_string_equal(buf_cstr(&b), rows[i].text);
	}
	buf_clear(&b);
	date_format_weekday(&b, today);
	assert_string_equal(buf_cstr(&b), "mån 23 nov");
	buf_clear(&b);
	date_format_iso(&b, (struct date){7, 1, 2});
	assert_string_equal(buf_cstr(&b), "0007-01-02");
	buf_release(&b);
}

static void test_every_day_is_read_back(void **state)
{
	/* Every form we write for a day within a year is understood again. */
	(void)state;
	for (int i = 0; i < 365; i++) {
		struct date d = date_add_days(today, i), back;
		void (*const forms[])(struct buf *, struct date) = {
			date_format_iso, date_format_long, date_format_short, date_format_weekday,
		};

		for (size_t f = 0; f < 4; f++) {
			struct buf b = {0};

			forms[f](&b, d);
			assert_true(date_parse_human(buf_cstr(&b), today, &back));
			assert_int_equal(date_cmp(back, d), 0);
			buf_release(&b);
		}
	}
}

static void test_time_of_day(void **state)
{
	/* Times with point or colon, with or without kl. */
	static const struct {
		const char *s;
		int minutes;
	} rows[] = {
		{"9", 540},      {"9.00", 540},  {"09:00", 540}, {"kl. 9.30", 570}, {"kl 9.30", 570},
		{"Kl.9:30", 570}, {" 15.45 ", 945}, {"0.00", 0},  {"23.59", 1439},   {"24.00", -1},
		{"9.60", -1},    {"9.5", -1},    {"", -1},       {"kl.", -1},       {"9.30 em", -1},
		{"-1", -1},      {"930", -1},    {"9,30", -1},   {"9.", -1},
	};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (time_parse(rows[i].s) != rows[i].minutes)
			fail_msg("'%s' gave %d", rows[i].s, time_parse(rows[i].s));
	time_format(&b, 570);
	buf_char(&b, '|');
	time_format(&b, 0);
	buf_char(&b, '|');
	time_format(&b, 15 * 60 + 5);
	buf_char(&b, '|');
	time_format(&b, -1);
	assert_string_equal(buf_cstr(&b), "9.30|0.00|15.05|");
	buf_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parse_iso),
		cmocka_unit_test(test_parse_human),
		cmocka_unit_test(test_parse_human_refuses),
		cmocka_unit_test(test_parse_human_week_at_new_year),
		cmocka_unit_test(test_format),
		cmocka_unit_test(test_every_day_is_read_back),
		cmocka_unit_test(test_time_of_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
