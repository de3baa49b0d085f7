#include "radsbord/base/figure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { WIDTH = 10 }; /* 80 eighths */

static void expect_span(const struct figure_bars *f, size_t item, struct figure_span want)
{
	struct figure_span got = figure_bar_span(f, item, WIDTH);

	assert_int_equal(got.zero, want.zero);
	assert_int_equal(got.from, want.from);
	assert_int_equal(got.to, want.to);
	assert_int_equal(got.target, want.target);
	assert_int_equal(got.target_high, want.target_high);
}

static void test_positive(void **state)
{
	/* The largest bar fills the field, zero is at the left, an unknown value has no bar. */
	const struct figure_bar items[] = {
		{.value = num_int(4)}, {.value = num_frac(1, 2)}, {.value = num_int(0)}, {.value = NUM_UNKNOWN},
	};
	const struct figure_bars f = {.items = items, .count = 4, .target = num_int(2)};

	(void)state;
	expect_span(&f, 0, (struct figure_span){0, 0, 80, 40, -1});
	expect_span(&f, 1, (struct figure_span){0, 0, 10, 40, -1});
	expect_span(&f, 2, (struct figure_span){0, 0, 0, 40, -1});
	expect_span(&f, 3, (struct figure_span){0, 0, 0, 40, -1});
}

static void test_target_beyond_bars(void **state)
{
	/* A target or band beyond every bar widens the scale and lies in the last cell. */
	const struct figure_bar items[] = {{.value = num_int(5)}};
	const struct figure_bars f = {
		.items = items, .count = 1, .target = num_int(8), .target_high = num_int(10),
	};

	(void)state;
	expect_span(&f, 0, (struct figure_span){0, 0, 40, 64, 79});
}

static void test_negative(void **state)
{
	/* Bars below zero go left from it. */
	const struct figure_bar items[] = {{.value = num_int(-2)}, {.value = num_int(6)}, {.value = num_int(-1)}};
	const struct figure_bars f = {.items = items, .count = 3, .target = num_int(-1)};

	(void)state;
	expect_span(&f, 0, (struct figure_span){20, 0, 20, 10, -1});
	expect_span(&f, 1, (struct figure_span){20, 20, 80, 10, -1});
	expect_span(&f, 2, (struct figure_span){20, 10, 20, 10, -1});
}

static void test_only_negative(void **state)
{
	/* With nothing above zero it stands at the right edge. */
	const struct figure_bar items[] = {{.value = num_int(-4)}, {.value = num_int(-1)}};
	const struct figure_bars f = {.items = items, .count = 2};

	(void)state;
	expect_span(&f, 0, (struct figure_span){80, 0, 80, -1, -1});
	expect_span(&f, 1, (struct figure_span){80, 60, 80, -1, -1});
}

static void test_small_is_visible(void **state)
{
	/* A value too small for an eighth still shows one, on either side of zero. */
	const struct figure_bar items[] = {
		{.value = num_int(1000000)}, {.value = num_frac(1, 1000)}, {.value = num_frac(-1, 1000)},
	};
	const struct figure_bars f = {.items = items, .count = 3};

	(void)state;
	expect_span(&f, 0, (struct figure_span){1, 1, 80, -1, -1});
	expect_span(&f, 1, (struct figure_span){1, 1, 2, -1, -1});
	expect_span(&f, 2, (struct figure_span){1, 0, 1, -1, -1});
}

static void test_nothing(void **state)
{
	/* All unknown, all zero or no field at all gives an empty bar. */
	const struct figure_bar items[] = {{.value = NUM_UNKNOWN}, {.value = num_int(0)}};
	const struct figure_bars f = {.items = items, .count = 2};
	struct figure_span none = figure_bar_span(&f, 1, 0);

	(void)state;
	expect_span(&f, 0, (struct figure_span){0, 0, 0, -1, -1});
	expect_span(&f, 1, (struct figure_span){0, 0, 0, -1, -1});
	assert_int_equal(none.to, 0);
	assert_int_equal(none.target, -1);
}

static void test_extremes(void **state)
{
	/* The largest numbers and the most awkward fractions stay in the field. */
	const struct figure_bar items[] = {
		{.value = num_int(INT64_MAX)},
		{.value = num_int(INT64_MIN)},
		{.value = num_frac(INT64_MAX, INT64_MAX - 1)},
		{.value = num_frac(1, INT64_MAX)},
	};
	const struct figure_bars f = {.items = items, .count = 4, .target = num_int(INT64_MAX)};
	const struct figure_bars tiny = {.items = items + 3, .count = 1};

	(void)state;
	expect_span(&f, 0, (struct figure_span){40, 40, 80, 79, -1});
	expect_span(&f, 1, (struct figure_span){40, 0, 40, 79, -1});
	expect_span(&f, 2, (struct figure_span){40, 40, 41, 79, -1});
	expect_span(&f, 3, (struct figure_span){40, 40, 41, 79, -1});
	expect_span(&tiny, 0, (struct figure_span){0, 0, 1, -1, -1});
}

static void test_fractions_of_people(void **state)
{
	/* Rates per inhabitant keep their proportions though their denominators differ. */
	const struct figure_bar items[] = {
		{.value = num_frac(8, 345111)}, {.value = num_frac(16, 345111)}, {.value = num_frac(1, 2473307)},
	};
	const struct figure_bars f = {.items = items, .count = 3};

	(void)state;
	expect_span(&f, 0, (struct figure_span){0, 0, 40, -1, -1});
	expect_span(&f, 1, (struct figure_span){0, 0, 80, -1, -1});
	expect_span(&f, 2, (struct figure_span){0, 0, 1, -1, -1});
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_positive),
		cmocka_unit_test(test_target_beyond_bars),
		cmocka_unit_test(test_negative),
		cmocka_unit_test(test_only_negative),
		cmocka_unit_test(test_small_is_visible),
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_extremes),
		cmocka_unit_test(test_fractions_of_people),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
