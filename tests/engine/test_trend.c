/* test_trend.c - the years of a place. */
#include "world.h"

#define MOST 8

static size_t trend(struct world *w, int place, int year, struct indikator_point *points, size_t max)
{
	const struct indikator_question q = {.year = year, .today = TODAY};
	size_t count;

	assert_true(indikator_trend(world_set(w), place, 0, &q, points, max, &count));
	return count;
}

static void figures(struct world *w)
{
	world_standard(w);
	world_ratio(w, INDIKATOR_AT_LEAST, N(4, 1));
	for (int year = 2020; year <= 2023; year++) {
		if (year == 2022)
			continue;
		world_figure(w, A1, year, "n", year - 2018);
		world_figure(w, A1, year, "d", 100000);
	}
	world_figure(w, A1, 2024, "n", 0)->value = UNKNOWN;
	world_figure(w, A1, 2027, "n", 9); /* later than today */
}

static void of_figures(void **state)
{
	/* Oldest first; a year of which nothing is said is a gap and breaks the change; said to be unknown is there as
	 * unknown. */
	struct world w = {0};
	struct indikator_point p[MOST];

	(void)state;
	figures(&w);
	assert_int_equal(trend(&w, A1, 0, p, MOST), 4);
	assert_int_equal(p[0].year, 2020);
	assert_int_equal(p[0].status, INDIKATOR_STATUS_PARTLY);
	assert_number(p[0].value, 2, 1);
	assert_int_equal(p[0].change.den, 0);
	assert_int_equal(p[1].year, 2021);
	assert_number(p[1].change, 1, 1);
	assert_int_equal(p[2].year, 2023);
	assert_int_equal(p[2].status, INDIKATOR_STATUS_MET);
	assert_int_equal(p[2].change.den, 0); /* two years since, not one */
	assert_int_equal(p[3].year, 2024);
	assert_int_equal(p[3].status, INDIKATOR_STATUS_UNKNOWN);
	assert_int_equal(p[3].value.den, 0);
	assert_int_equal(trend(&w, A2, 0, p, MOST), 0);
	world_release(&w);
}

static void cut(void **state)
{
	/* Up to the year asked about; the newest when there is room for fewer; none at all is no fault. */
	struct world w = {0};
	struct indikator_point p[MOST];

	(void)state;
	figures(&w);
	assert_int_equal(trend(&w, A1, 2021, p, MOST), 2);
	assert_int_equal(p[1].year, 2021);
	assert_int_equal(trend(&w, A1, 2027, p, MOST), 5);
	assert_int_equal(trend(&w, A1, 2023, p, 2), 2);
	assert_int_equal(p[0].year, 2021);
	assert_int_equal(p[1].year, 2023);
	assert_int_equal(trend(&w, A1, 0, p, 0), 0);
	world_release(&w);
}

static void of_services(void **state)
{
	/* From the first day that anything is known: the end of each year, and today in the current one. */
	struct world w = {0};
	struct indikator_point p[MOST];
	struct indikator_statement *s;

	(void)state;
	world_standard(&w);
	world_service(&w, 0);
	s = world_statement(&w, R1, INDIKATOR_MISSING);
	s->valid_from = 20230301;
	s->valid_to = 20241230;
	world_statement(&w, A1, INDIKATOR_MET)->valid_from = 20250101;
	assert_int_equal(trend(&w, R1, 0, p, MOST), 3);
	assert_int_equal(p[0].year, 2023);
	assert_int_equal(p[0].status, INDIKATOR_STATUS_MISSING);
	assert_int_equal(p[0].municipalities.missing, 3);
	assert_int_equal(p[1].status, INDIKATOR_STATUS_UNKNOWN); /* ended the day before the year did */
	assert_int_equal(p[2].year, 2025);
	assert_int_equal(p[2].municipalities.met, 1);
	assert_int_equal(p[2].municipalities.unknown, 2);
	world_release(&w);
}

static void out_of_range(void **state)
{
	const struct indikator_question q = {.today = TODAY};
	struct indikator_point p[MOST];
	struct world w = {0};
	size_t count = 9;

	(void)state;
	figures(&w);
	assert_false(indikator_trend(world_set(&w), A1, 7, &q, p, MOST, &count));
	assert_int_equal(count, 0);
	assert_false(indikator_trend(w.set, 99, 0, &q, p, MOST, &count));
	assert_false(indikator_trend(w.set, -1, 0, &q, p, MOST, &count));
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(of_figures),
	    cmocka_unit_test(cut),
	    cmocka_unit_test(of_services),
	    cmocka_unit_test(out_of_range),
	};

	return cmocka_run_group_tests_name("engine: trend", tests, NULL, NULL);
}
