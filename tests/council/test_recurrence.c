/* test_recurrence.c - recurring meetings: the rule as people write it, and the days of a year. */
#include "council_world.h"

#include "radsbord/council/recurrence.h"

#include <stdio.h>
#include <string.h>

/* The days a rule gives in a year, "ISO ISO ..."; moved ones as "ISO<ISO", months without one as "-". */
static void expect(const char *rule, int year, const char *days)
{
	struct recurrence r;
	struct recurrence_day d[RECURRENCE_MOST];
	struct buf b = {0};
	struct error e = {0};
	if (!recurrence_parse(rule, &r, &e))
		printf("%s: %s\n", rule, e.text);
	assert_int_equal(e.code, ERROR_NONE);
	size_t n = recurrence_year(&r, year, d);
	for (size_t i = 0; i < n; i++) {
		buf_str(&b, i ? " " : "");
		if (!date_known(d[i].date))
			buf_char(&b, '-');
		date_format_iso(&b, d[i].date);
		if (d[i].why) {
			buf_char(&b, '<');
			date_format_iso(&b, d[i].meant);
		}
	}
	assert_string_equal(buf_cstr(&b), days);
	buf_release(&b);
}

static void test_weekdays(void **state)
{
	(void)state;
	expect("andra torsdagen i månaden", 2026,
	       "2026-01-08 2026-02-12 2026-03-12 2026-04-09 2026-05-21<2026-05-14 2026-06-11 2026-07-09 2026-08-13 2026-09-10 "
	       "2026-10-08 2026-11-12 2026-12-10");
	expect("Sista tisdagen i mars, juni, september och december", 2026, "2026-03-31 2026-06-30 2026-09-29 2026-12-29");
	expect("SISTA TISDAGEN I MARS OCH SEPT.", 2027, "2027-03-30 2027-09-28");
	expect("femte fredagen i januari och februari", 2026, "2026-01-30 -");
}

static void test_intervals(void **state)
{
	/* Every third month is March, June, September and December unless "från" says otherwise, also before the month it names. */
	(void)state;
	expect("var tredje månad den 15", 2026, "2026-03-16<2026-03-15 2026-06-15 2026-09-15 2026-12-15");
	expect("varannan månad från februari första onsdagen utom juni och augusti", 2026,
	       "2026-02-04 2026-04-01 2026-10-07 2026-12-02");
	expect("var fjärde månad från oktober den 1:a", 2026, "2026-02-02<2026-02-01 2026-06-01 2026-10-01");
	expect("den 31 i april och maj", 2027, "- 2027-05-31");
}

static void test_moved(void **state)
{
	/* Holidays, eves and bridge days go to the same weekday a week later, more than once if need be. */
	(void)state;
	expect("sista torsdagen i december", 2026, "2027-01-07<2026-12-31");
	expect("fjärde torsdagen i december", 2026, "2027-01-07<2026-12-24");
	expect("tredje fredagen i maj", 2026, "2026-05-22<2026-05-15");
	expect("tredje lördagen i maj", 2026, "2026-05-16");
	expect("den 5 i januari", 2026, "2026-01-07<2026-01-05");
}

static void test_times(void **state)
{
	struct recurrence r;
	(void)state;
	assert_true(recurrence_parse("andra torsdagen i månaden kl. 9–12, halvdag", &r, NULL));
	assert_int_equal(r.start, 9 * 60);
	assert_int_equal(r.end, 12 * 60);
	assert_true(r.half_day && !r.full_day);
	assert_true(recurrence_parse("andra torsdagen klockan 8.30-16.00 heldag", &r, NULL));
	assert_int_equal(r.start, 8 * 60 + 30);
	assert_int_equal(r.end, 16 * 60);
	assert_true(r.full_day);
	assert_true(recurrence_parse("andra torsdagen", &r, NULL));
	assert_int_equal(r.start, -1);
	assert_false(r.full_day || r.half_day);
}

static void test_refused(void **state)
{
	/* What cannot be read is refused with the word that stands in the way and examples. */
	static const char *const wrong[] = {"", "torsdagar", "andra", "andra torsdagen den 5", "den 32", "den", "var tredje", "var",
	                                    "andra tordagen", "andra torsdagen kl. 12-9", "andra torsdagen kl", "från", "utom",
	                                    "sjätte torsdagen", "första torsdagen i mars utom mars", "andra torsdagen i ma", "den 5x",
	                                    "kl 99999999999999999999999999999999-1", "var åttonde månad den 3"};
	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct recurrence r;
		struct error e = {0};
		if (recurrence_parse(wrong[i], &r, &e))
			printf("accepted: %s\n", wrong[i]);
		assert_int_equal(e.code, ERROR_USAGE);
		assert_non_null(strstr(e.text, "till exempel"));
	}
	struct recurrence r;
	struct error e = {0};
	assert_false(recurrence_parse("andra tordagen", &r, &e));
	assert_non_null(strstr(e.text, "”tordagen”"));
}

static void test_said(void **state)
{
	struct recurrence r;
	struct recurrence_day d[RECURRENCE_MOST];
	struct buf b = {0};
	(void)state;
	assert_true(recurrence_parse("andra torsdagen i maj", &r, NULL));
	assert_int_equal(recurrence_year(&r, 2026, d), 1);
	recurrence_say(&d[0], &b);
	assert_string_equal(buf_cstr(&b), "tor 21 maj (14 maj är Kristi himmelsfärdsdag)");
	buf_clear(&b);
	assert_true(recurrence_parse("den 30 i februari", &r, NULL));
	assert_int_equal(recurrence_year(&r, 2026, d), 1);
	recurrence_say(&d[0], &b);
	assert_string_equal(buf_cstr(&b), "februari har ingen sådan dag");
	buf_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_weekdays), cmocka_unit_test(test_intervals), cmocka_unit_test(test_moved),
		cmocka_unit_test(test_times),    cmocka_unit_test(test_refused),   cmocka_unit_test(test_said),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
