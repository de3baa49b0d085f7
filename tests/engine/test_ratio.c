/* test_ratio.c - a value against its target: statuses, distances, what was printed. */
#include "world.h"

/* A ratio per 100 000 of n to d in A1, this year. */
static struct indikator_verdict ratio(enum indikator_direction direction, struct indikator_number target,
				      struct indikator_number high, int64_t n, int64_t d)
{
	struct world w = {0};
	struct indikator_verdict v;

	world_standard(&w);
	world_ratio(&w, direction, target)->target_high = high;
	world_figure(&w, A1, YEAR, "n", n);
	world_figure(&w, A1, YEAR, "d", d);
	v = world_ask(&w, A1, YEAR);
	indikator_verdict_release(&v);
	world_release(&w);
	return v;
}

static void at_least(void **state)
{
	/* 16 beds for 302 431 people is 5,29 per 100 000; 8 asks for 24,2 and so for nine more. */
	struct indikator_verdict v = ratio(INDIKATOR_AT_LEAST, N(8, 1), UNKNOWN, 16, 302431);

	(void)state;
	assert_int_equal(v.status, INDIKATOR_STATUS_PARTLY);
	assert_int_equal(v.rule, INDIKATOR_RULE_VALUE);
	assert_number(v.value, 1600000, 302431);
	assert_number(v.numerator, 16, 1);
	assert_number(v.denominator, 302431, 1);
	assert_true(v.distance_known);
	assert_int_equal(v.distance, 9);
	assert_int_equal(v.distance_high, 9);
	assert_int_equal(v.year, YEAR);
	assert_false(v.derived);
	assert_int_equal(v.evidence_count, 0); /* released */
}

static void required(void **state)
{
	/* 4 per 100 000 of 301 542 is 12,06 and so 13, also when nobody has stated how many there are; a range has two
	 * ends. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	world_standard(&w);
	world_ratio(&w, INDIKATOR_AT_LEAST, N(4, 1));
	world_figure(&w, A1, YEAR, "d", 301542);
	v = world_ask(&w, A1, YEAR);
	assert_int_equal(v.status, INDIKATOR_STATUS_UNKNOWN);
	assert_true(v.required_known);
	assert_int_equal(v.required, 13);
	assert_int_equal(v.required_high, 13);
	assert_false(v.distance_known);
	indikator_verdict_release(&v);
	world_release(&w);
	v = ratio(INDIKATOR_WITHIN, N(8, 1), N(10, 1), 16, 302431);
	assert_int_equal(v.required, 25);
	assert_int_equal(v.required_high, 31);
	v = ratio(INDIKATOR_AT_LEAST, UNKNOWN, UNKNOWN, 16, 302431);
	assert_false(v.required_known);
	v = ratio(INDIKATOR_DESCRIPTIVE, N(8, 1), UNKNOWN, 16, 302431);
	assert_false(v.required_known);
}

static void on_target(void **state)
{
	/* Exactly on the target is at it; one less is not; more lacks nothing. */
	struct indikator_verdict v = ratio(INDIKATOR_AT_LEAST, N(4, 1), UNKNOWN, 4, 100000);

	(void)state;
	assert_int_equal(v.status, INDIKATOR_STATUS_MET);
	assert_int_equal(v.distance, 0);
	v = ratio(INDIKATOR_AT_LEAST, N(4, 1), UNKNOWN, 3, 100000);
	assert_int_equal(v.status, INDIKATOR_STATUS_PARTLY);
	assert_int_equal(v.distance, 1);
	v = ratio(INDIKATOR_AT_LEAST, N(4, 1), UNKNOWN, 9, 100000);
	assert_int_equal(v.status, INDIKATOR_STATUS_MET);
	assert_int_equal(v.distance, 0);
	assert_false(v.over);
}

static void range(void **state)
{
	/* 8-10 beds: below, at either end, above (met and over), and none at all. */
	const struct {
		int64_t n;
		enum indikator_status status;
		bool over;
		int64_t low, high;
	} rows[] = {
	    {0, INDIKATOR_STATUS_MISSING, false, 8, 10}, {7, INDIKATOR_STATUS_PARTLY, false, 1, 3},
	    {8, INDIKATOR_STATUS_MET, false, 0, 2},      {10, INDIKATOR_STATUS_MET, false, 0, 0},
	    {11, INDIKATOR_STATUS_MET, true, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct indikator_verdict v = ratio(INDIKATOR_WITHIN, N(8, 1), N(10, 1), rows[i].n, 100000);

		assert_int_equal(v.status, rows[i].status);
		assert_int_equal(v.over, rows[i].over);
		assert_int_equal(v.distance, rows[i].low);
		assert_int_equal(v.distance_high, rows[i].high);
	}
}

static void at_most(void **state)
{
	/* Lower is better: zero is met, on the target is met, above tells how many too many. */
	struct indikator_verdict v = ratio(INDIKATOR_AT_MOST, N(10, 1), UNKNOWN, 0, 100000);

	(void)state;
	assert_int_equal(v.status, INDIKATOR_STATUS_MET);
	assert_int_equal(v.distance, 0);
	v = ratio(INDIKATOR_AT_MOST, N(10, 1), UNKNOWN, 10, 100000);
	assert_int_equal(v.status, INDIKATOR_STATUS_MET);
	v = ratio(INDIKATOR_AT_MOST, N(10, 1), UNKNOWN, 26, 250001);
	assert_int_equal(v.status, INDIKATOR_STATUS_PARTLY);
	assert_int_equal(v.distance, 1); /* 26 - 25,0001 */
	v = ratio(INDIKATOR_AT_MOST, N(10, 1), UNKNOWN, 26, 239999);
	assert_int_equal(v.distance, 3); /* 26 - 23,9999 */
}

static void no_target(void **state)
{
	/* Without a target there is no status, but none of something wanted is missing. */
	struct indikator_verdict v = ratio(INDIKATOR_AT_LEAST, UNKNOWN, UNKNOWN, 5, 100);

	(void)state;
	assert_int_equal(v.status, INDIKATOR_STATUS_NONE);
	assert_int_equal(v.rule, INDIKATOR_RULE_NO_TARGET);
	assert_false(v.distance_known);
	v = ratio(INDIKATOR_AT_LEAST, UNKNOWN, UNKNOWN, 0, 100);
	assert_int_equal(v.status, INDIKATOR_STATUS_MISSING);
	assert_false(v.distance_known);
	v = ratio(INDIKATOR_AT_MOST, UNKNOWN, UNKNOWN, 0, 100);
	assert_int_equal(v.status, INDIKATOR_STATUS_NONE);
	v = ratio(INDIKATOR_DESCRIPTIVE, N(5, 1), UNKNOWN, 0, 100);
	assert_int_equal(v.status, INDIKATOR_STATUS_NONE);
	assert_int_equal(v.rule, INDIKATOR_RULE_NO_TARGET);
	assert_false(v.distance_known);
	assert_int_equal(v.rank, 0);
}

static void zero_denominator(void **state)
{
	/* Nobody to count among: unknown, also when the numerator is zero. */
	struct indikator_verdict v = ratio(INDIKATOR_AT_LEAST, N(4, 1), UNKNOWN, 0, 0);

	(void)state;
	assert_int_equal(v.status, INDIKATOR_STATUS_UNKNOWN);
	assert_int_equal(v.rule, INDIKATOR_RULE_NO_VALUE);
	assert_int_equal(v.value.den, 0);
	assert_false(v.distance_known);
}

static void overflow(void **state)
{
	/* Numbers too large for exact arithmetic give unknown, not something else. */
	struct indikator_verdict v = ratio(INDIKATOR_AT_LEAST, N(4, 1), UNKNOWN, INT64_MAX, 1);

	(void)state;
	assert_int_equal(v.status, INDIKATOR_STATUS_UNKNOWN);
}

static void published(void **state)
{
	/* A printed figure is compared at its own decimals by the named rule. */
	struct world w = {0};
	struct indikator_definition *d;
	struct indikator_observation *o;
	struct indikator_verdict v;

	(void)state;
	world_standard(&w);
	d = world_ratio(&w, INDIKATOR_AT_LEAST, N(8, 1));
	world_figure(&w, A1, YEAR, "n", 10);
	world_figure(&w, A1, YEAR, "d", 247181); /* 4,0456 */
	o = world_figure(&w, A1, YEAR, "printed", 4);
	o->published = true;
	v = world_ask(&w, A1, YEAR);
	assert_number(v.published, 4, 1);
	assert_false(v.differs);
	assert_false(world_evidence(&v, INDIKATOR_EVIDENCE_OBSERVATION, 2)->against);
	assert_false(world_evidence(&v, INDIKATOR_EVIDENCE_OBSERVATION, 2)->decided);
	indikator_verdict_release(&v);
	o->decimals = 2; /* "4,00" claims more than "4" */
	v = world_ask(&w, A1, YEAR);
	assert_true(v.differs);
	assert_int_equal(v.published_decimals, 2);
	assert_true(world_evidence(&v, INDIKATOR_EVIDENCE_OBSERVATION, 2)->against);
	indikator_verdict_release(&v);
	o->value = N(404, 100);
	d->rounding = INDIKATOR_FLOOR;
	v = world_ask(&w, A1, YEAR);
	assert_false(v.differs);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void service_fallback(void **state)
{
	/* A ratio without a value is judged by statements, never by units. */
	struct world w = {0};
	struct indikator_definition *d;
	struct indikator_verdict v;

	(void)state;
	world_standard(&w);
	d = world_ratio(&w, INDIKATOR_AT_LEAST, N(4, 1));
	d->service = "team";
	d->types[0] = "team";
	world_unit(&w, "u", A1, LIST(R1));
	world_statement_places(world_statement(&w, R1, INDIKATOR_MET), LIST(A1));
	world_statement_places(world_statement(&w, R1, INDIKATOR_MISSING), LIST(A2, A3));
	assert_int_equal(world_status(&w, A1), INDIKATOR_STATUS_MET);
	v = world_ask(&w, R1, 0);
	assert_int_equal(v.status, INDIKATOR_STATUS_PARTLY);
	assert_int_equal(v.rule, INDIKATOR_RULE_PARTS);
	assert_int_equal(v.municipalities.met, 1);
	assert_int_equal(v.municipalities.missing, 2);
	assert_non_null(world_evidence(&v, INDIKATOR_EVIDENCE_STATEMENT, 0));
	assert_null(world_evidence(&v, INDIKATOR_EVIDENCE_UNIT, -1));
	indikator_verdict_release(&v);
	v = world_ask(&w, B1, 0);
	assert_int_equal(v.status, INDIKATOR_STATUS_UNKNOWN);
	assert_int_equal(v.rule, INDIKATOR_RULE_NO_VALUE);
	indikator_verdict_release(&v);
	world_release(&w);
	world_figure(&w, R1, YEAR, "n", 1);
	world_figure(&w, R1, YEAR, "d", 100000);
	v = world_ask(&w, R1, 0); /* a value speaks for itself */
	assert_int_equal(v.rule, INDIKATOR_RULE_VALUE);
	assert_false(v.municipalities.known);
	indikator_verdict_release(&v);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(at_least),         cmocka_unit_test(required),
	    cmocka_unit_test(on_target),        cmocka_unit_test(range),
	    cmocka_unit_test(at_most),          cmocka_unit_test(no_target),
	    cmocka_unit_test(zero_denominator), cmocka_unit_test(overflow),
	    cmocka_unit_test(published),        cmocka_unit_test(service_fallback),
	};

	return cmocka_run_group_tests_name("engine: ratio", tests, NULL, NULL);
}
