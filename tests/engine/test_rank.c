/* test_rank.c - places among their peers. */
#include "world.h"

/* Five regions with the values 3, 1, 3, unknown, 2 and the rank of each. */
static void expect(enum indikator_direction direction, const int ranks[5])
{
	const int64_t values[5] = {3, 1, 3, -1, 2};
	struct world w = {0};

	world_place(&w, "SE", INDIKATOR_COUNTRY, -1);
	world_ratio(&w, direction, N(2, 1));
	for (int i = 0; i < 5; i++) {
		int region = world_place(&w, "R", INDIKATOR_REGION, SE);

		world_figure(&w, region, YEAR, "d", 100000);
		if (values[i] >= 0)
			world_figure(&w, region, YEAR, "n", values[i]);
	}
	for (int i = 0; i < 5; i++) {
		struct indikator_verdict v = world_ask(&w, 1 + i, YEAR);

		assert_int_equal(v.rank, ranks[i]);
		assert_int_equal(v.ranked, ranks[i] ? 4 : 0);
		indikator_verdict_release(&v);
	}
	world_release(&w);
}

static void regions(void **state)
{
	/* Ties share a rank and the next is skipped; the unknown has none; order by direction. */
	(void)state;
	expect(INDIKATOR_AT_LEAST, (const int[]){1, 4, 1, 0, 3});
	expect(INDIKATOR_WITHIN, (const int[]){1, 4, 1, 0, 3});
	expect(INDIKATOR_AT_MOST, (const int[]){3, 1, 3, 0, 2});
	expect(INDIKATOR_DESCRIPTIVE, (const int[]){0, 0, 0, 0, 0});
}

static void municipalities(void **state)
{
	/* Municipalities compare within their region, also across its areas; the country with none. */
	struct world w = {0};
	struct indikator_verdict v;
	const struct indikator_question unranked = {.year = YEAR, .today = TODAY};

	(void)state;
	world_standard(&w);
	world_ratio(&w, INDIKATOR_AT_LEAST, N(2, 1));
	for (int place = SE; place <= B3; place++) {
		world_figure(&w, place, YEAR, "n", place);
		world_figure(&w, place, YEAR, "d", 100000);
	}
	v = world_ask(&w, B1, YEAR);
	assert_int_equal(v.rank, 3);
	assert_int_equal(v.ranked, 3);
	indikator_verdict_release(&v);
	v = world_ask(&w, A3, YEAR);
	assert_int_equal(v.rank, 1);
	assert_int_equal(v.ranked, 3);
	indikator_verdict_release(&v);
	v = world_ask(&w, SE, YEAR);
	assert_int_equal(v.rank, 0);
	indikator_verdict_release(&v);
	v = world_ask(&w, H1, YEAR);
	assert_int_equal(v.rank, 0);
	indikator_verdict_release(&v);
	assert_true(indikator_evaluate(w.set, A1, 0, &unranked, &v));
	assert_int_equal(v.rank, 0);
	assert_int_equal(v.ranked, 0);
	indikator_verdict_release(&v);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(regions),
	    cmocka_unit_test(municipalities),
	};

	return cmocka_run_group_tests_name("engine: rank", tests, NULL, NULL);
}
