/* A unit as a place: it has figures of its own and is no part of any whole. */
#include "world.h"

enum { U1 = B3 + 1, U2 };

/* Two units: one in the municipality A1, one directly below the region. */
static void with_units(struct world *w)
{
	world_standard(w);
	assert_int_equal(world_place(w, "U1", INDIKATOR_UNIT_PLACE, A1), U1);
	assert_int_equal(world_place(w, "U2", INDIKATOR_UNIT_PLACE, R1), U2);
}

static void test_never_summed(void **state)
{
	/* The region is the sum of its municipalities: a unit neither adds to it nor stops it by having no figure. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	with_units(&w);
	world_ratio(&w, INDIKATOR_AT_LEAST, N(1, 1))->factor = N(1, 1);
	for (int i = A1; i <= A3; i++) {
		world_figure(&w, i, YEAR, "n", 2);
		world_figure(&w, i, YEAR, "d", 4);
	}
	world_figure(&w, U1, YEAR, "n", 100);
	world_figure(&w, U1, YEAR, "d", 50);
	v = world_ask(&w, R1, YEAR);
	assert_number(v.numerator, 6, 1);
	assert_number(v.value, 1, 2);
	indikator_verdict_release(&v);
	v = world_ask(&w, U1, YEAR);
	assert_number(v.value, 2, 1);
	assert_int_equal(v.status, INDIKATOR_STATUS_MET);
	assert_int_equal(v.rank, 0);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void test_units_make_no_region(void **state)
{
	/* What only the units of a municipality have reported is nobody's sum. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	with_units(&w);
	world_ratio(&w, INDIKATOR_AT_LEAST, N(1, 1));
	world_figure(&w, U1, YEAR, "n", 1);
	world_figure(&w, U1, YEAR, "d", 1);
	v = world_ask(&w, A1, YEAR);
	assert_int_equal(v.value.den, 0);
	assert_int_equal(v.status, INDIKATOR_STATUS_UNKNOWN);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void test_no_service_of_a_unit(void **state)
{
	/* A service is judged where people live: the unit has no verdict, and is no municipality of the region. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	with_units(&w);
	world_service(&w, 0);
	world_statement(&w, R1, INDIKATOR_MISSING);
	v = world_ask(&w, U1, 0);
	assert_int_equal(v.status, INDIKATOR_STATUS_UNKNOWN);
	assert_int_equal(v.rule, INDIKATOR_RULE_NONE);
	assert_int_equal(v.evidence_count, 0);
	indikator_verdict_release(&v);
	v = world_ask(&w, R1, 0);
	assert_int_equal(v.status, INDIKATOR_STATUS_MISSING);
	assert_int_equal(v.municipalities.total, 3);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void test_stated_only(void **state)
{
	/* A median is not the sum of medians; stated for the region itself it counts. Without a denominator it is its own value. */
	struct world w = {0};
	struct indikator_definition *d;
	struct indikator_verdict v;

	(void)state;
	with_units(&w);
	d = world_ratio(&w, INDIKATOR_DESCRIPTIVE, UNKNOWN);
	d->denominator = (struct indikator_input){NULL, {NULL}};
	d->factor = N(1, 1);
	d->stated_only = true;
	for (int i = A1; i <= A3; i++)
		world_figure(&w, i, YEAR, "n", 20 + i);
	v = world_ask(&w, R1, YEAR);
	assert_int_equal(v.value.den, 0);
	indikator_verdict_release(&v);
	v = world_ask(&w, A2, YEAR);
	assert_number(v.value, 20 + A2, 1);
	assert_int_equal(v.status, INDIKATOR_STATUS_NONE);
	indikator_verdict_release(&v);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_never_summed),
	    cmocka_unit_test(test_units_make_no_region),
	    cmocka_unit_test(test_no_service_of_a_unit),
	    cmocka_unit_test(test_stated_only),
	};

	return cmocka_run_group_tests_name("unit places", tests, NULL, NULL);
}
