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

static struct indikator_verdict released(struct world *w, int place)
{
	struct indikator_verdict v = world_ask(w, place, YEAR);

	indikator_verdict_release(&v);
	return v;
}

/* Four regions with the same share of what a register covers; `covered` of 100 deaths each, -1 unknown. */
static void register_world(struct world *w, const int covered[4])
{
	world_place(w, "SE", INDIKATOR_COUNTRY, -1);
	world_ratio(w, INDIKATOR_AT_LEAST, N(98, 1))->factor = N(100, 1);
	world_ratio(w, INDIKATOR_AT_LEAST, UNKNOWN)->factor = N(100, 1);
	w->definitions[0].coverage = "coverage";
	w->definitions[0].coverage_above = N(70, 1);
	w->definitions[1].id = "coverage";
	w->definitions[1].numerator.measure = "d";
	w->definitions[1].denominator.measure = "deaths";
	for (int i = 0; i < 4; i++) {
		int region = world_place(w, "R", INDIKATOR_REGION, SE);

		world_figure(w, region, YEAR, "n", 40 + i);
		world_figure(w, region, YEAR, "d", covered[i] < 0 ? 90 : covered[i]);
		if (covered[i] >= 0)
			world_figure(w, region, YEAR, "deaths", 100);
	}
}

static void covered(void **state)
{
	/* Above 70 per cent is ranked; at it, under it and unknown is not, and is no rival of the others either. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	register_world(&w, (const int[]){71, 70, 90, -1});
	v = released(&w, 1);
	assert_int_equal(v.ranking, INDIKATOR_RANK_GIVEN);
	assert_int_equal(v.rank, 1); /* 40 of 71 before 42 of 90 */
	assert_int_equal(v.ranked, 2);
	assert_number(v.source_coverage, 71, 1);
	v = released(&w, 2);
	assert_int_equal(v.ranking, INDIKATOR_RANK_COVERAGE_LOW);
	assert_int_equal(v.rank, 0);
	assert_int_equal(v.ranked, 0);
	assert_number(v.value, 410, 7); /* shown all the same */
	assert_int_equal(v.status, INDIKATOR_STATUS_PARTLY);
	v = released(&w, 4);
	assert_int_equal(v.ranking, INDIKATOR_RANK_COVERAGE_UNKNOWN);
	assert_int_equal(v.rank, 0);
	assert_int_equal(v.source_coverage.den, 0);
	v = world_ask(&w, 2, YEAR); /* what it rests on is evidence, in roles of its own */
	for (size_t i = 0, own = 0; i <= v.evidence_count; i++) {
		if (i == v.evidence_count)
			assert_int_equal(own, 2);
		else if (v.evidence[i].role == INDIKATOR_ROLE_COVERED ||
			 v.evidence[i].role == INDIKATOR_ROLE_COVERED_OF) {
			assert_false(v.evidence[i].decided);
			own++;
		}
	}
	indikator_verdict_release(&v);
	world_release(&w);
}

static void coverage_not_there(void **state)
{
	/* An indicator that names a coverage nobody has defined is not ranked on trust. */
	struct world w = {0};

	(void)state;
	register_world(&w, (const int[]){99, 99, 99, 99});
	w.definitions[1].id = "other";
	assert_int_equal(released(&w, 1).ranking, INDIKATOR_RANK_COVERAGE_UNKNOWN);
	world_release(&w);
}

static void why_not(void **state)
{
	/* A place without a rank says why. */
	struct world w = {0};
	const struct indikator_question unranked = {.year = YEAR, .today = TODAY};
	struct indikator_verdict v;

	(void)state;
	world_standard(&w);
	world_ratio(&w, INDIKATOR_AT_LEAST, N(2, 1));
	for (int place = SE; place <= B2; place++) {
		world_figure(&w, place, YEAR, "n", place);
		world_figure(&w, place, YEAR, "d", 100000);
	}
	assert_int_equal(released(&w, SE).ranking, INDIKATOR_RANK_NO_PEERS);
	assert_int_equal(released(&w, H1).ranking, INDIKATOR_RANK_NO_PEERS);
	assert_int_equal(released(&w, B3).ranking, INDIKATOR_RANK_NO_VALUE);
	assert_int_equal(released(&w, B1).ranking, INDIKATOR_RANK_GIVEN);
	w.definitions[0].direction = INDIKATOR_DESCRIPTIVE;
	assert_int_equal(released(&w, B1).ranking, INDIKATOR_RANK_NO_DIRECTION);
	assert_true(indikator_evaluate(w.set, B1, 0, &unranked, &v));
	assert_int_equal(v.ranking, INDIKATOR_RANK_NOT_ASKED);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void wider(void **state)
{
	/* A value stands beside that of its region and of the country, the same year; what is not there is unknown. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	world_standard(&w);
	world_ratio(&w, INDIKATOR_AT_LEAST, N(2, 1));
	for (int place = SE; place <= B1; place++) {
		world_figure(&w, place, YEAR, "n", 10 * (place + 1));
		world_figure(&w, place, YEAR, "d", 100000);
	}
	v = released(&w, B1); /* through its area */
	assert_number(v.region_value, 70, 1);
	assert_number(v.country_value, 10, 1);
	v = released(&w, R1);
	assert_int_equal(v.region_value.den, 0);
	assert_number(v.country_value, 10, 1);
	v = released(&w, SE);
	assert_int_equal(v.country_value.den, 0);
	v = released(&w, B3); /* no value of its own to compare */
	assert_int_equal(v.region_value.den, 0);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(regions), cmocka_unit_test(municipalities),
	    cmocka_unit_test(covered), cmocka_unit_test(coverage_not_there),
	    cmocka_unit_test(why_not), cmocka_unit_test(wider),
	};

	return cmocka_run_group_tests_name("engine: rank", tests, NULL, NULL);
}
