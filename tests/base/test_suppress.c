/* test_suppress.c - small counts: which are hidden, and that nothing hidden can be worked out from what is shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "radsbord/base/suppress.h"

#include <string.h>

enum { LIMIT = 5, SIDE = 4, CELLS = SIDE * SIDE, SUMS = 2 * SIDE };

/* A table of 3 x 3 counts whose last row and column are the totals. */
struct table {
	struct suppress_cell cells[CELLS];
	size_t members[SUMS][SIDE];
	struct suppress_sum sums[SUMS];
};

static void make(struct table *t, const int64_t counts[9])
{
	memset(t, 0, sizeof *t);
	for (size_t r = 0; r < SIDE; r++)
		for (size_t c = 0; c < SIDE; c++) {
			int64_t n = 0;
			for (size_t i = 0; i < 9; i++)
				n += (r == 3 || i / 3 == r) && (c == 3 || i % 3 == c) ? counts[i] : 0;
			t->cells[r * SIDE + c].count = n;
			t->cells[r * SIDE + c].small = suppress_is_small(n, -1, LIMIT);
		}
	for (size_t s = 0; s < SUMS; s++) {
		for (size_t k = 0; k < SIDE; k++)
			t->members[s][k] = s < SIDE ? s * SIDE + k : k * SIDE + s - SIDE;
		t->sums[s] = (struct suppress_sum){t->members[s][3], t->members[s], 3};
	}
	suppress_cells(t->cells, CELLS, t->sums, SUMS);
}

static size_t hidden(const struct suppress_cell *cells, size_t n)
{
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		count += cells[i].hidden;
	return count;
}

/* True when some sum of sums, each taken once, subtracted or left out, has one hidden cell alone. Tables and trees need no other
 * multiples. */
static bool is_given_away(const struct suppress_cell *cells, size_t count, const struct suppress_sum *sums, int sums_count)
{
	int combinations = 1;
	for (int s = 0; s < sums_count; s++)
		combinations *= 3;
	for (int combination = 1; combination < combinations; combination++) {
		int left[CELLS] = {0}, alone = 0, known_to_nobody = 0;
		for (int s = 0, digits = combination; s < sums_count; s++, digits /= 3) {
			int times = digits % 3 == 2 ? -1 : digits % 3;
			left[sums[s].total] -= times;
			for (size_t k = 0; k < sums[s].parts_count; k++)
				left[sums[s].parts[k]] += times;
		}
		for (size_t i = 0; i < count; i++) {
			alone += left[i] && cells[i].hidden;
			known_to_nobody += left[i] && cells[i].count < 0;
		}
		if (alone == 1 && !known_to_nobody)
			return true;
	}
	return false;
}

static void test_small(void **state)
{
	static const struct {
		int64_t count, whole, limit;
		bool small;
	} rows[] = {{0, -1, 5, false}, {1, -1, 5, true}, {4, -1, 5, true}, {5, -1, 5, false}, {9, -1, 10, true},
	            {10, -1, 10, false}, {0, 3, 5, true}, {3, 3, 5, true}, {20, 20, 5, false}, {17, 20, 5, true},
	            {15, 20, 5, false}, {0, 20, 5, false}, {-3, -1, 5, false}, {0, 0, 5, false}};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(suppress_is_small(rows[i].count, rows[i].whole, rows[i].limit), rows[i].small);
}

static void test_least_harm(void **state)
{
	/* Nothing small: nothing hidden. One small cell: the smallest rectangle with it, never a zero or a total. */
	struct table t;
	(void)state;
	make(&t, (const int64_t[9]){10, 20, 30, 40, 50, 60, 70, 80, 90});
	assert_int_equal(hidden(t.cells, CELLS), 0);
	make(&t, (const int64_t[9]){0, 20, 30, 40, 0, 60, 70, 80, 0});
	assert_int_equal(hidden(t.cells, CELLS), 0);
	make(&t, (const int64_t[9]){3, 20, 30, 40, 50, 60, 70, 80, 90});
	assert_int_equal(hidden(t.cells, CELLS), 4);
	assert_true(t.cells[0].hidden && t.cells[1].hidden && t.cells[4].hidden && t.cells[5].hidden);
	make(&t, (const int64_t[9]){3, 0, 30, 0, 50, 60, 70, 80, 90});
	assert_true(t.cells[0].hidden && t.cells[2].hidden);
	assert_false(t.cells[1].hidden || t.cells[4].hidden);
}

static void test_nothing_can_be_worked_out(void **state)
{
	uint32_t seed = 20260317;
	(void)state;
	for (int round = 0; round < 150; round++) {
		struct table t;
		int64_t counts[9];
		for (size_t i = 0; i < 9; i++) {
			seed = seed * 1664525u + 1013904223u;
			counts[i] = (seed >> 24) % (round % 3 ? 12 : 40);
		}
		make(&t, counts);
		for (size_t i = 0; i < CELLS; i++)
			assert_true(t.cells[i].hidden || !t.cells[i].small);
		assert_false(is_given_away(t.cells, CELLS, t.sums, SUMS));
	}
}

static void test_nothing_in_a_tree(void **state)
{
	/* A country of three regions of three municipalities, some unknown, some printed elsewhere: what is printed is never hidden,
	 * and what is hidden cannot be worked out unless everything around it is printed. */
	static const size_t parts[4][3] = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}, {10, 11, 12}};
	const struct suppress_sum sums[4] = {{0, parts[0], 3}, {1, parts[1], 3}, {2, parts[2], 3}, {3, parts[3], 3}};
	uint32_t seed = 4711;
	size_t hidden_rounds = 0;
	(void)state;
	for (int round = 0; round < 400; round++) {
		struct suppress_cell cells[13] = {{.count = 0}};
		bool printed = false;
		for (size_t i = 4; i < 13; i++) {
			seed = seed * 1664525u + 1013904223u;
			cells[i].count = (seed >> 24) % 14;
			cells[1 + (i - 4) / 3].count += cells[i].count;
			cells[0].count += cells[i].count;
		}
		for (size_t i = 0; i < 13; i++) {
			seed = seed * 1664525u + 1013904223u;
			cells[i].open = round % 4 == 0 && seed >> 29 == 0;
			cells[i].count = round % 4 == 1 && seed >> 29 == 0 ? -1 : cells[i].count;
			cells[i].small = !cells[i].open && suppress_is_small(cells[i].count, -1, LIMIT);
			printed |= cells[i].open;
		}
		suppress_cells(cells, 13, sums, 4);
		for (size_t i = 0; i < 13; i++) {
			assert_true(cells[i].hidden || !cells[i].small);
			assert_false(cells[i].hidden && (cells[i].open || cells[i].count < 0));
		}
		hidden_rounds += hidden(cells, 13) > 0;
		if (!printed)
			assert_false(is_given_away(cells, 13, sums, 4));
	}
	assert_true(hidden_rounds > 300);
}

static void test_one_sum(void **state)
{
	/* A region and its municipalities: with the small one the smallest other is hidden. Printed ones are not worth hiding, and
	 * one that nobody has stated protects already. */
	static const size_t parts[] = {0, 1, 2};
	const struct suppress_sum sum = {3, parts, 3};
	struct suppress_cell a[] = {{.count = 3, .small = true}, {.count = 40}, {.count = 30}, {.count = 73}};
	struct suppress_cell b[] = {{.count = 3, .small = true}, {.count = 40, .open = true}, {.count = 30, .open = true}, {.count = 73}};
	struct suppress_cell c[] = {{.count = 3, .small = true}, {.count = -1}, {.count = 30}, {.count = 73}};
	(void)state;
	suppress_cells(a, 4, &sum, 1);
	assert_true(a[0].hidden && !a[1].hidden && a[2].hidden && !a[3].hidden);
	suppress_cells(b, 4, &sum, 1);
	assert_true(b[0].hidden && !b[1].hidden && !b[2].hidden && b[3].hidden);
	suppress_cells(c, 4, &sum, 1);
	assert_true(c[0].hidden && !c[1].hidden && !c[2].hidden && !c[3].hidden);
}

static void test_ones(void **state)
{
	/* Two hidden that are two together are one each, since a zero would be shown: a third is hidden. */
	static const size_t parts[] = {0, 1, 2};
	const struct suppress_sum sum = {3, parts, 3};
	struct suppress_cell a[] = {{.count = 1, .small = true}, {.count = 1, .small = true}, {.count = 30}, {.count = 32}};
	struct suppress_cell b[] = {{.count = 1, .small = true}, {.count = 2, .small = true}, {.count = 30}, {.count = 33}};
	(void)state;
	suppress_cells(a, 4, &sum, 1);
	assert_true(a[2].hidden && !a[3].hidden);
	suppress_cells(b, 4, &sum, 1);
	assert_true(b[0].hidden && b[1].hidden && !b[2].hidden);
}

static void test_sums_of_sums(void **state)
{
	/* A country of two regions of two municipalities: what protects a municipality is itself protected one level up. */
	static const size_t first[] = {0, 1}, second[] = {2, 3}, regions[] = {4, 5};
	const struct suppress_sum sums[] = {{4, first, 2}, {5, second, 2}, {6, regions, 2}};
	struct suppress_cell a[] = {{.count = 2, .small = true}, {.count = 0}, {.count = 50}, {.count = 60}, {.count = 2, .small = true},
	                            {.count = 110}, {.count = 112}};
	(void)state;
	suppress_cells(a, 7, sums, 3);
	assert_true(a[0].hidden && a[4].hidden);
	/* the region is as small as its municipality; the other region and one within it hide it in the country's total */
	assert_true(a[5].hidden || a[6].hidden);
	assert_true(!a[5].hidden || a[2].hidden || a[3].hidden);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_small),
		cmocka_unit_test(test_least_harm),
		cmocka_unit_test(test_nothing_can_be_worked_out),
		cmocka_unit_test(test_nothing_in_a_tree),
		cmocka_unit_test(test_one_sum),
		cmocka_unit_test(test_ones),
		cmocka_unit_test(test_sums_of_sums),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
