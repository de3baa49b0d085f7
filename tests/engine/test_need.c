/* test_need.c - a share of a base against what was received. */
#include "world.h"

static void gotland(void **state)
{
	/* Bilaga 1, Gotland: 673 deaths, need 168,25; 168 - 16 received; 9,7 % lacked it. */
	struct world w = {0};
	struct indikator_observation *o;
	struct indikator_verdict v;

	(void)state;
	world_standard(&w);
	world_need(&w);
	world_figure(&w, R1, YEAR, "base", 673);
	world_figure(&w, R1, YEAR, "need", 168);
	world_figure(&w, R1, YEAR, "unmet", 16);
	o = world_figure(&w, R1, YEAR, "printed", 0);
	o->value = N(97, 10);
	o->decimals = 1;
	v = world_ask(&w, R1, 0);
	assert_int_equal(v.need, 168);
	assert_int_equal(v.received, 152);
	assert_int_equal(v.distance, 16);
	assert_true(v.distance_known);
	assert_number(v.denominator, 673, 4);
	assert_number(v.numerator, 65, 4);
	assert_number(v.value, 6500, 673);
	assert_true(v.derived);
	assert_false(v.differs);
	assert_int_equal(v.status, INDIKATOR_STATUS_PARTLY);
	assert_int_equal(v.year, YEAR);
	assert_int_equal(v.evidence_count, 5); /* base, need, unmet, and the two printed */
	indikator_verdict_release(&v);
	world_release(&w);
}

static void surplus(void **state)
{
	/* Bilaga 1, Stockholm: more reached than the need is a negative distance, and met. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	world_standard(&w);
	world_need(&w);
	world_figure(&w, R1, YEAR, "base", 15410);
	world_figure(&w, R1, YEAR, "need", 3852);
	world_figure(&w, R1, YEAR, "unmet", -583);
	v = world_ask(&w, R1, 0);
	assert_int_equal(v.need, 3852); /* 3852,5 half down */
	assert_int_equal(v.received, 4435);
	assert_int_equal(v.distance, -583);
	assert_int_equal(v.status, INDIKATOR_STATUS_MET);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void received_is_stated(void **state)
{
	/* What was received, when stated, wins over what can be derived. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	world_standard(&w);
	world_need(&w);
	world_figure(&w, R1, YEAR, "base", 400);
	world_figure(&w, R1, YEAR, "received", 100);
	world_figure(&w, R1, YEAR, "need", 100);
	world_figure(&w, R1, YEAR, "unmet", 60);
	v = world_ask(&w, R1, 0);
	assert_false(v.derived);
	assert_number(v.value, 0, 1);
	assert_int_equal(v.status, INDIKATOR_STATUS_MET);
	assert_true(v.differs); /* 60 printed, 0 computed */
	assert_true(world_evidence(&v, INDIKATOR_EVIDENCE_OBSERVATION, 3)->against);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void incomplete(void **state)
{
	/* Without base, or with nothing of what was received, or with nobody in need: unknown. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	world_standard(&w);
	world_need(&w);
	world_figure(&w, A1, YEAR, "received", 10);
	world_figure(&w, A2, YEAR, "base", 10);
	world_figure(&w, A2, YEAR, "need", 10);
	world_figure(&w, A3, YEAR, "base", 0);
	world_figure(&w, A3, YEAR, "received", 0);
	for (int place = A1; place <= A3; place++) {
		v = world_ask(&w, place, YEAR);
		assert_int_equal(v.status, INDIKATOR_STATUS_UNKNOWN);
		assert_int_equal(v.rule, INDIKATOR_RULE_NO_VALUE);
		assert_false(v.distance_known);
		assert_int_equal(world_evidence(&v, INDIKATOR_EVIDENCE_MISSING, -1) != NULL, place != A3);
		indikator_verdict_release(&v);
	}
	world_release(&w);
}

static void country(void **state)
{
	/* The country is the sum of its regions, whatever total is printed; the total then differs. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	world_standard(&w);
	world_need(&w);
	world_figure(&w, R1, YEAR, "base", 4000);
	world_figure(&w, R1, YEAR, "need", 1000);
	world_figure(&w, R1, YEAR, "unmet", -100);
	world_figure(&w, R2, YEAR, "base", 2000);
	world_figure(&w, R2, YEAR, "need", 500);
	world_figure(&w, R2, YEAR, "unmet", 250);
	world_figure(&w, SE, YEAR, "unmet", 250); /* of the positive ones only */
	v = world_ask(&w, SE, YEAR);
	assert_int_equal(v.need, 1500);
	assert_int_equal(v.received, 1350);
	assert_int_equal(v.distance, 150);
	assert_number(v.value, 10, 1);
	assert_true(v.differs);
	assert_number(v.published_count, 250, 1);
	indikator_verdict_release(&v);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(gotland),    cmocka_unit_test(surplus), cmocka_unit_test(received_is_stated),
	    cmocka_unit_test(incomplete), cmocka_unit_test(country),
	};

	return cmocka_run_group_tests_name("engine: need", tests, NULL, NULL);
}
