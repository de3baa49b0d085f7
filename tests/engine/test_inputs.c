/* test_inputs.c - where the figures of a ratio come from: years, sources, sums of parts. */
#include "world.h"

static void missing_input(void **state)
{
	/* A missing figure is not zero; the evidence names it, or the reason stated for it. */
	struct world w = {0};
	struct indikator_observation *o;
	struct indikator_verdict v;
	const struct indikator_evidence *e;

	(void)state;
	world_standard(&w);
	world_ratio(&w, INDIKATOR_AT_LEAST, N(4, 1));
	world_figure(&w, A1, YEAR, "n", 5);
	world_figure(&w, A2, YEAR, "d", 5);
	o = world_figure(&w, A2, YEAR, "n", 0);
	o->value = UNKNOWN;
	o->reason = "sekretess";
	v = world_ask(&w, A1, YEAR);
	assert_int_equal(v.status, INDIKATOR_STATUS_UNKNOWN);
	assert_number(v.numerator, 5, 1);
	e = world_evidence(&v, INDIKATOR_EVIDENCE_MISSING, -1);
	assert_non_null(e);
	assert_string_equal(e->measure, "d");
	assert_int_equal(e->role, INDIKATOR_ROLE_DENOMINATOR);
	indikator_verdict_release(&v);
	v = world_ask(&w, A2, 0);
	assert_int_equal(v.status, INDIKATOR_STATUS_UNKNOWN);
	assert_int_equal(v.year, YEAR); /* the newest year that says anything */
	assert_null(world_evidence(&v, INDIKATOR_EVIDENCE_MISSING, -1));
	e = world_evidence(&v, INDIKATOR_EVIDENCE_OBSERVATION, 2);
	assert_non_null(e);
	assert_int_equal(e->role, INDIKATOR_ROLE_NUMERATOR);
	indikator_verdict_release(&v);
	v = world_ask(&w, A3, 0);
	assert_int_equal(v.year, 0);
	assert_int_equal(v.status, INDIKATOR_STATUS_UNKNOWN);
	assert_int_equal(v.evidence_count, 2);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void years(void **state)
{
	/* Year 0 is the newest with both figures, never later than today; another is taken as is. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	world_standard(&w);
	world_ratio(&w, INDIKATOR_AT_LEAST, N(4, 1));
	world_figure(&w, A1, 2022, "n", 1);
	world_figure(&w, A1, 2022, "d", 100000);
	world_figure(&w, A1, 2023, "n", 3);
	world_figure(&w, A1, 2023, "d", 100000);
	world_figure(&w, A1, 2024, "n", 9);
	world_figure(&w, A1, 2026, "n", 8);
	world_figure(&w, A1, 2026, "d", 100000);
	v = world_ask(&w, A1, 0);
	assert_int_equal(v.year, 2023);
	assert_number(v.value, 3, 1);
	assert_number(v.change, 2, 1);
	indikator_verdict_release(&v);
	v = world_ask(&w, A1, 2022);
	assert_number(v.value, 1, 1);
	assert_int_equal(v.change.den, 0);
	indikator_verdict_release(&v);
	assert_int_equal(world_status_year(&w, A1, 2024), INDIKATOR_STATUS_UNKNOWN);
	assert_int_equal(world_status_year(&w, A1, 2026), INDIKATOR_STATUS_MET);
	world_release(&w);
}

static void sources(void **state)
{
	/* Each input takes the first source with a value, a stated unknown passes on. */
	struct world w = {0};
	struct indikator_definition *d;
	struct indikator_verdict v;

	(void)state;
	world_standard(&w);
	d = world_ratio(&w, INDIKATOR_AT_LEAST, N(4, 1));
	d->numerator = (struct indikator_input){"n", {"x", "y", "z"}};
	world_figure(&w, A1, YEAR, "n", 1)->source = "z";
	world_figure(&w, A1, YEAR, "n", 2)->source = "y";
	world_figure(&w, A1, YEAR, "n", 0)->source = "x";
	w.observations[2].value = UNKNOWN;
	world_figure(&w, A1, YEAR, "d", 100000);
	v = world_ask(&w, A1, YEAR);
	assert_number(v.value, 2, 1);
	assert_non_null(world_evidence(&v, INDIKATOR_EVIDENCE_OBSERVATION, 1));
	assert_null(world_evidence(&v, INDIKATOR_EVIDENCE_OBSERVATION, 2));
	indikator_verdict_release(&v);
	world_release(&w);
}

static void any_source(void **state)
{
	/* No source named: the first that states a value, in the caller's order, before any sum. */
	struct world w = {0};
	struct indikator_definition *d;
	struct indikator_verdict v;

	(void)state;
	world_standard(&w);
	d = world_ratio(&w, INDIKATOR_AT_LEAST, N(4, 1));
	d->numerator = (struct indikator_input){"n", {NULL}};
	world_figure(&w, A1, YEAR, "n", 1)->source = "x";
	world_figure(&w, A2, YEAR, "n", 1)->source = "x";
	world_figure(&w, A3, YEAR, "n", 1)->source = "x";
	world_figure(&w, R1, YEAR, "n", 0)->source = "y";
	w.observations[3].value = UNKNOWN;
	world_figure(&w, R1, YEAR, "n", 9)->source = "z";
	world_figure(&w, R1, YEAR, "n", 8)->source = "w";
	world_figure(&w, R1, YEAR, "d", 100000);
	v = world_ask(&w, R1, YEAR);
	assert_number(v.value, 9, 1);
	assert_false(v.derived);
	indikator_verdict_release(&v);
	world_release(&w);
	w.observations[4].place = B1;
	w.observations[5].place = B1;
	v = world_ask(&w, R1, YEAR); /* now only the parts have it, from x */
	assert_number(v.value, 3, 1);
	assert_true(v.derived);
	indikator_verdict_release(&v);
	world_release(&w);
	w.observations[2].source = "y"; /* and then not all from one source */
	v = world_ask(&w, R1, YEAR);
	assert_int_equal(v.status, INDIKATOR_STATUS_UNKNOWN);
	assert_non_null(world_evidence(&v, INDIKATOR_EVIDENCE_OBSERVATION, 3)); /* y: unknown */
	indikator_verdict_release(&v);
	world_release(&w);
}

static void sums(void **state)
{
	/* A region's figure is the sum of its municipalities' only when every one has it. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	world_standard(&w);
	world_ratio(&w, INDIKATOR_AT_LEAST, N(4, 1));
	world_figure(&w, A1, YEAR, "n", 1);
	world_figure(&w, A2, YEAR, "n", 2);
	world_figure(&w, A3, YEAR, "n", 3);
	world_figure(&w, R1, YEAR, "d", 200000);
	world_figure(&w, B1, YEAR, "n", 1);
	world_figure(&w, B2, YEAR, "n", 1);
	world_figure(&w, R2, YEAR, "d", 100000);
	v = world_ask(&w, R1, YEAR);
	assert_number(v.value, 3, 1);
	assert_true(v.derived);
	assert_int_equal(v.evidence_count, 4);
	indikator_verdict_release(&v);
	assert_int_equal(world_status(&w, R2), INDIKATOR_STATUS_UNKNOWN); /* B3 is missing */
	world_release(&w);
	world_figure(&w, B3, YEAR, "n", 2);
	v = world_ask(&w, R2, YEAR); /* through the area Q, which has no figure of its own */
	assert_number(v.value, 4, 1);
	assert_int_equal(v.status, INDIKATOR_STATUS_MET);
	indikator_verdict_release(&v);
	v = world_ask(&w, SE, YEAR);
	assert_number(v.value, 10, 3);
	indikator_verdict_release(&v);
	world_release(&w);
	world_figure(&w, R2, YEAR, "n", 0); /* what is stated for the place wins over the sum */
	v = world_ask(&w, R2, YEAR);
	assert_int_equal(v.status, INDIKATOR_STATUS_MISSING);
	assert_false(v.derived);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void sums_keep_sources_apart(void **state)
{
	/* Parts from different sources or years are never added up. */
	struct world w = {0};
	struct indikator_definition *d;

	(void)state;
	world_standard(&w);
	d = world_ratio(&w, INDIKATOR_AT_LEAST, N(4, 1));
	d->numerator = (struct indikator_input){"n", {SRC, "other"}};
	world_figure(&w, R1, YEAR, "d", 100000);
	world_figure(&w, A1, YEAR, "n", 9);
	world_figure(&w, A2, YEAR, "n", 9);
	world_figure(&w, A3, YEAR, "n", 9)->source = "other";
	world_figure(&w, A3, YEAR - 1, "n", 9);
	assert_int_equal(world_status(&w, R1), INDIKATOR_STATUS_UNKNOWN);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(missing_input), cmocka_unit_test(years), cmocka_unit_test(sources),
	    cmocka_unit_test(any_source),    cmocka_unit_test(sums),  cmocka_unit_test(sums_keep_sources_apart),
	};

	return cmocka_run_group_tests_name("engine: inputs", tests, NULL, NULL);
}
