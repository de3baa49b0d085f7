/* Years as figures: the heights of a line of small bars, and which mark stands on which day. */
#include "radsbord/base/figure.h"
#include "radsbord/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { MOST = 8 };

static void expect_heights(const struct num *values, size_t count, size_t known, const int *wanted)
{
	struct figure_point items[8];
	struct figure_spark f = {.items = items, .count = count};
	int heights[8];

	for (size_t i = 0; i < count; i++)
		items[i] = (struct figure_point){.year = 2019 + (int)i, .value = values[i]};
	assert_int_equal(figure_spark_heights(&f, MOST, heights), known);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(heights[i], wanted[i]);
}

static void test_spark(void **state)
{
	/* The least is 1, the greatest 8, a year without a value a gap and never a guess between its neighbours. */
	(void)state;
	expect_heights((struct num[]){num_int(70), NUM_UNKNOWN, num_int(85), num_int(80)}, 4, 3, (int[]){1, 0, 8, 6});
	expect_heights((struct num[]){num_int(-15), num_int(0), num_frac(149, 10)}, 3, 3, (int[]){1, 5, 8});
	/* all the same, one alone, none */
	expect_heights((struct num[]){num_int(3), num_int(3)}, 2, 2, (int[]){4, 4});
	expect_heights((struct num[]){NUM_UNKNOWN, num_int(3)}, 2, 1, (int[]){0, 4});
	expect_heights((struct num[]){NUM_UNKNOWN, NUM_UNKNOWN}, 2, 0, (int[]){0, 0});
	/* so large that no decimals are left, and fractions that never end */
	expect_heights((struct num[]){num_int(INT64_MAX), num_int(INT64_MIN + 1), num_int(0)}, 3, 3, (int[]){8, 1, 5});
	expect_heights((struct num[]){num_frac(1, 3), num_frac(2, 3), num_int(1)}, 3, 3, (int[]){1, 5, 8});
}

static const struct figure_day days[] = {
	{.date = {2026, 1, 1}, .kind = FIGURE_DAY_FREE, .text = "Nyårsdagen"},
	{.date = {2026, 1, 29}, .kind = FIGURE_DAY_MEETING, .text = "Rådsmöte"},
	{.date = {2026, 1, 29}, .kind = FIGURE_DAY_FREE, .text = "Klämdag"},
	{.date = {2026, 1, 30}, .kind = FIGURE_DAY_DUE, .text = "Remiss"},
	{.date = {2026, 12, 31}, .kind = FIGURE_DAY_FREE, .text = "Nyårsafton"},
	{.date = {2027, 1, 29}, .kind = FIGURE_DAY_MEETING, .text = "Nästa år"},
};

static void test_wheel_by_day(void **state)
{
	/* A cell a day: the more important stands there, other years do not, every item is counted. */
	const struct figure_wheel f = {.year = 2026, .items = days, .count = 6};

	(void)state;
	assert_int_equal(figure_wheel_at(&f, 1, 0, 31), 0);
	assert_int_equal(figure_wheel_at(&f, 1, 28, 31), 1);
	assert_int_equal(figure_wheel_at(&f, 1, 29, 31), 3);
	assert_int_equal(figure_wheel_at(&f, 1, 27, 31), 6);
	assert_int_equal(figure_wheel_at(&f, 12, 30, 31), 4);
	assert_int_equal(figure_wheel_count(&f, FIGURE_DAY_MEETING), 2);
	assert_int_equal(figure_wheel_count(&f, FIGURE_DAY_STEP), 0);
}

static void test_wheel_narrow(void **state)
{
	/* A few days a cell: each day of the year has one, in order, within the line; nothing is hidden by what matters less. */
	const struct figure_wheel f = {.year = 2026, .items = days, .count = 6};

	(void)state;
	for (int width = 1; width < 31; width++) {
		int last = 0;

		for (int day = 1; day <= 31; day++) {
			int cell = figure_wheel_cell((struct date){2026, 1, (int8_t)day}, width);
			assert_true(cell >= last && cell < width);
			last = cell;
		}
		assert_int_equal(figure_wheel_at(&f, 1, figure_wheel_cell((struct date){2026, 1, 29}, width), width), 1);
	}
	assert_int_equal(figure_wheel_cell((struct date){2026, 1, 29}, 0), -1);
	assert_int_equal(figure_wheel_cell(DATE_NONE, 31), -1);
}

static void test_marks_differ(void **state)
{
	/* Also in ASCII. */
	(void)state;
	for (int a = 0; a < FIGURE_DAYS; a++)
		for (int b = 0; b < a; b++) {
			struct buf x = {0}, y = {0};
			text_to_ascii(&x, figure_days[a]);
			text_to_ascii(&y, figure_days[b]);
			assert_string_not_equal(buf_cstr(&x), buf_cstr(&y));
			buf_release(&x);
			buf_release(&y);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_spark),
		cmocka_unit_test(test_wheel_by_day),
		cmocka_unit_test(test_wheel_narrow),
		cmocka_unit_test(test_marks_differ),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
