/* A month as weeks: where it begins and ends, which days are marked, and which weeks are shown where there is room for a few. */
#include "radsbord/base/figure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct figure_month_day *day_of(const struct figure_month *f, int day)
{
	for (size_t i = 0; i < f->count; i++)
		for (int k = 0; k < 7; k++)
			if (!f->weeks[i].days[k].outside && f->weeks[i].days[k].date.day == day)
				return &f->weeks[i].days[k];
	fail();
	return NULL;
}

/* Monday first, ISO numbers, and every day once, in any month of any year. */
static void whole_weeks(void **state)
{
	struct figure_month f;

	(void)state;
	figure_month_make(&f, (struct date){2026, 12, 24}, NULL, 0);
	assert_int_equal(f.count, 5);
	assert_int_equal(f.weeks[0].number, 49);
	assert_int_equal(f.weeks[4].number, 53);
	assert_true(f.weeks[0].days[0].outside);
	assert_int_equal(f.weeks[0].days[1].date.day, 1);
	for (int year = 1990; year < 2060; year++)
		for (int month = 1; month <= 12; month++) {
			struct date first = {(int16_t)year, (int8_t)month, 1};
			int inside = 0, last = date_add_days(date_add_months(first, 1), -1).day;

			figure_month_make(&f, first, NULL, 0);
			for (size_t i = 0; i < f.count; i++)
				for (int k = 0; k < 7; k++) {
					assert_int_equal(date_weekday(f.weeks[i].days[k].date), k + 1);
					inside += !f.weeks[i].days[k].outside;
				}
			assert_int_equal(inside, last);
		}
}

/* The first and the last year there are: no day outside them. */
static void at_the_ends(void **state)
{
	struct figure_month f;

	(void)state;
	figure_month_make(&f, (struct date){9999, 12, 31}, NULL, 0);
	assert_int_equal(day_of(&f, 31)->date.year, 9999);
	figure_month_make(&f, (struct date){1, 1, 1}, NULL, 0);
	assert_int_equal(day_of(&f, 1)->date.year, 1);
}

/* A meeting before a holiday before a klämdag; an eve of short hours is an ordinary day. */
static void marks(void **state)
{
	const struct date meetings[] = {{2026, 5, 15}, {2026, 5, 21}, {2026, 5, 1}};
	struct figure_month f;

	(void)state;
	figure_month_make(&f, (struct date){2026, 5, 1}, meetings, 2);
	assert_int_equal(day_of(&f, 1)->kind, FIGURE_MONTH_HOLIDAY);
	assert_int_equal(day_of(&f, 14)->kind, FIGURE_MONTH_HOLIDAY); /* Kristi himmelsfärdsdag */
	assert_int_equal(day_of(&f, 15)->kind, FIGURE_MONTH_MEETING); /* a meeting on the klämdag after it */
	assert_int_equal(day_of(&f, 21)->kind, FIGURE_MONTH_MEETING);
	assert_int_equal(day_of(&f, 16)->kind, FIGURE_MONTH_PLAIN);
	assert_true(day_of(&f, 16)->free);
	assert_false(day_of(&f, 18)->free);
	figure_month_make(&f, (struct date){2026, 5, 1}, meetings, 3);
	assert_int_equal(day_of(&f, 1)->kind, FIGURE_MONTH_MEETING);
	figure_month_make(&f, (struct date){2026, 5, 1}, NULL, 0);
	assert_int_equal(day_of(&f, 15)->kind, FIGURE_MONTH_BRIDGE);
	assert_true(figure_month_has(&f, FIGURE_MONTH_BRIDGE));
	assert_false(figure_month_has(&f, FIGURE_MONTH_MEETING));
	figure_month_make(&f, (struct date){2026, 4, 1}, NULL, 0);
	assert_int_equal(day_of(&f, 30)->kind, FIGURE_MONTH_PLAIN); /* Valborgsmässoafton */
	assert_int_equal(day_of(&f, 4)->kind, FIGURE_MONTH_HOLIDAY); /* Påskafton: nobody works */
}

/* What lies in the next month is not this month's: not its holiday, not its meeting. */
static void what_is_outside(void **state)
{
	const struct date meetings[] = {{2027, 1, 1}};
	struct figure_month f;

	(void)state;
	figure_month_make(&f, (struct date){2026, 12, 1}, meetings, 1);
	assert_false(figure_month_has(&f, FIGURE_MONTH_MEETING));
}

/* All weeks when there is room; else the chosen one is among those shown. */
static void a_few_weeks(void **state)
{
	struct figure_month f;

	(void)state;
	figure_month_make(&f, (struct date){2026, 8, 1}, NULL, 0); /* six weeks */
	assert_int_equal(f.count, 6);
	assert_int_equal(figure_month_top(&f, (struct date){2026, 8, 31}, 6), 0);
	for (size_t rows = 1; rows < 6; rows++)
		for (int day = 1; day <= 31; day++) {
			struct date d = {2026, 8, (int8_t)day};
			size_t top = figure_month_top(&f, d, rows), week = 0;

			while (week < f.count && date_cmp(f.weeks[week].days[6].date, d) < 0)
				week++;
			assert_true(top <= week && week < top + rows && top + rows <= f.count);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(whole_weeks), cmocka_unit_test(at_the_ends), cmocka_unit_test(marks),
	    cmocka_unit_test(what_is_outside), cmocka_unit_test(a_few_weeks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
