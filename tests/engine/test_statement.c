/* test_statement.c - rule 1: which statement decides, and where and when it holds. */
#include "world.h"

#define MET INDIKATOR_STATUS_MET
#define PARTLY INDIKATOR_STATUS_PARTLY
#define MISSING INDIKATOR_STATUS_MISSING
#define NOT_KNOWN INDIKATOR_STATUS_UNKNOWN

static void degrees(void **state)
{
	/* Met, limited and missing; a restriction turns any of them into partly. */
	const struct {
		enum indikator_degree degree;
		bool restricted;
		enum indikator_status status;
	} rows[] = {
	    {INDIKATOR_MET, false, MET},       {INDIKATOR_MET, true, PARTLY},       {INDIKATOR_LIMITED, false, PARTLY},
	    {INDIKATOR_LIMITED, true, PARTLY}, {INDIKATOR_MISSING, false, MISSING}, {INDIKATOR_MISSING, true, PARTLY},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct world w = {0};
		struct indikator_verdict v;

		world_standard(&w);
		world_service(&w, 0);
		world_statement(&w, R1, rows[i].degree)->restricted = rows[i].restricted;
		v = world_ask(&w, A1, 0);
		assert_int_equal(v.status, rows[i].status);
		assert_int_equal(v.rule, INDIKATOR_RULE_STATEMENT);
		assert_int_equal(v.evidence[0].kind, INDIKATOR_EVIDENCE_STATEMENT);
		assert_int_equal(v.evidence[0].status, rows[i].status);
		assert_true(v.evidence[0].decided);
		assert_false(v.contradicted);
		indikator_verdict_release(&v);
		world_release(&w);
	}
}

static void scope(void **state)
{
	/* No place listed: all of the scope, its hospitals too, and nothing outside it. */
	struct world w = {0};

	(void)state;
	world_standard(&w);
	world_service(&w, 0);
	world_statement(&w, R1, INDIKATOR_MISSING);
	world_statement(&w, Q, INDIKATOR_LIMITED);
	assert_int_equal(world_status(&w, A1), MISSING);
	assert_int_equal(world_status(&w, H1), MISSING);
	assert_int_equal(world_status(&w, B1), PARTLY);
	assert_int_equal(world_status(&w, B3), NOT_KNOWN);
	world_release(&w);
}

static void listed(void **state)
{
	/* Listed places narrow the scope; a place outside the scope is not covered. */
	struct world w = {0};

	(void)state;
	world_standard(&w);
	world_service(&w, 0);
	world_statement_places(world_statement(&w, R2, INDIKATOR_MISSING), LIST(Q, A1));
	assert_int_equal(world_status(&w, B1), MISSING);
	assert_int_equal(world_status(&w, B3), NOT_KNOWN);
	assert_int_equal(world_status(&w, A1), NOT_KNOWN);
	world_release(&w);
}

static void exceptions(void **state)
{
	/* "All of the region except A2", and except what the hospital H1 serves. */
	struct world w = {0};
	struct indikator_statement *s;

	(void)state;
	world_standard(&w);
	world_service(&w, 0);
	world_catchment(&w, H1, LIST(A3));
	s = world_statement(&w, R1, INDIKATOR_MISSING);
	world_statement_except(s, LIST(A2));
	assert_int_equal(world_status(&w, A1), MISSING);
	assert_int_equal(world_status(&w, A2), NOT_KNOWN);
	world_statement_except(s, LIST(H1));
	assert_int_equal(world_status(&w, A1), MISSING);
	assert_int_equal(world_status(&w, A3), NOT_KNOWN);
	assert_int_equal(world_status(&w, H1), NOT_KNOWN);
	world_release(&w);
}

static void hospital(void **state)
{
	/* A statement of a hospital holds for it and its recorded catchment, not for where it lies. */
	struct world w = {0};

	(void)state;
	world_standard(&w);
	world_service(&w, 0);
	world_statement_places(world_statement(&w, R1, INDIKATOR_MET), LIST(H1));
	assert_int_equal(world_status(&w, H1), MET);
	assert_int_equal(world_status(&w, A1), NOT_KNOWN);
	world_release(&w);
	world_catchment(&w, H1, LIST(A1, A2, B1));
	assert_int_equal(world_status(&w, A1), MET);
	assert_int_equal(world_status(&w, A2), MET);
	assert_int_equal(world_status(&w, A3), NOT_KNOWN);
	assert_int_equal(world_status(&w, B1), NOT_KNOWN); /* beyond the scope */
	world_release(&w);
}

static void other_hospital(void **state)
{
	/* A hospital in another's catchment is not covered by what is said of that other. */
	struct world w = {0};
	int other;

	(void)state;
	world_standard(&w);
	world_service(&w, 0);
	other = world_place(&w, "H2", INDIKATOR_HOSPITAL, A2);
	world_catchment(&w, H1, LIST(A2));
	world_statement_places(world_statement(&w, R1, INDIKATOR_MET), LIST(H1));
	assert_int_equal(world_status(&w, A2), MET);
	assert_int_equal(world_status(&w, other), NOT_KNOWN);
	world_release(&w);
}

static void narrower_wins(void **state)
{
	/* Country < region < area < municipality < hospital, whatever else speaks for the wider. */
	const int places[] = {SE, R2, Q, B1};
	struct world w = {0};
	struct indikator_statement *s = NULL;
	int h2;

	(void)state;
	world_standard(&w);
	world_service(&w, 0);
	h2 = world_place(&w, "H2", INDIKATOR_HOSPITAL, B1);
	for (size_t i = 0; i < 4; i++) {
		s = world_statement(&w, places[i], i % 2 ? INDIKATOR_MET : INDIKATOR_MISSING);
		s->checked = 20250930 - (indikator_date)i;
		s->level = i < 3 ? INDIKATOR_COUNCIL : INDIKATOR_NATIONAL;
		assert_int_equal(world_status(&w, B1), i % 2 ? MET : MISSING);
		world_release(&w);
	}
	s = world_statement(&w, R2, INDIKATOR_LIMITED);
	world_statement_places(s, LIST(Q, h2)); /* the narrowest listed place that covers it */
	assert_int_equal(world_status(&w, h2), PARTLY);
	assert_int_equal(world_status(&w, B1), MET);
	world_release(&w);
}

static void council_then_newest_then_worst(void **state)
{
	/* Of the same place: council before national, then newest, then least favourable. */
	struct world w = {0};
	struct indikator_statement *met, *partly, *missing;

	(void)state;
	world_standard(&w);
	world_service(&w, 0);
	met = world_statement(&w, A1, INDIKATOR_MET);
	missing = world_statement(&w, A1, INDIKATOR_MISSING);
	partly = world_statement(&w, A1, INDIKATOR_LIMITED);
	assert_int_equal(world_status(&w, A1), MISSING);
	met->checked = 20250101;
	partly->checked = 20250201;
	assert_int_equal(world_status(&w, A1), PARTLY);
	met->level = INDIKATOR_COUNCIL;
	assert_int_equal(world_status(&w, A1), MET);
	missing->level = INDIKATOR_COUNCIL;
	assert_int_equal(world_status(&w, A1), MET); /* newer than an unchecked one */
	missing->checked = 20250101;
	assert_int_equal(world_status(&w, A1), MISSING);
	world_release(&w);
}

static void outweighed_is_evidence(void **state)
{
	/* The others that cover the place are shown, as not deciding. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	world_standard(&w);
	world_service(&w, 0);
	world_statement(&w, R1, INDIKATOR_MISSING);
	world_statement(&w, A1, INDIKATOR_MET);
	world_statement(&w, A2, INDIKATOR_MET);
	v = world_ask(&w, A1, 0);
	assert_int_equal(v.evidence_count, 3); /* and the inhabitants, which nobody stated */
	assert_int_equal(v.evidence[0].index, 1);
	assert_int_equal(v.evidence[1].index, 0);
	assert_false(v.evidence[1].decided);
	assert_int_equal(v.evidence[1].status, MISSING);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void validity(void **state)
{
	/* A year means its last day; a statement may begin or end within the year. */
	struct world w = {0};
	struct indikator_statement *s;

	(void)state;
	world_standard(&w);
	world_service(&w, 0);
	s = world_statement(&w, A1, INDIKATOR_MISSING);
	s->valid_from = 20220615;
	s->valid_to = 20240229;
	assert_int_equal(world_status_year(&w, A1, 2021), NOT_KNOWN);
	assert_int_equal(world_status_year(&w, A1, 2022), MISSING);
	assert_int_equal(world_status_year(&w, A1, 2023), MISSING);
	assert_int_equal(world_status_year(&w, A1, 2024), NOT_KNOWN);
	s->valid_to = 20241231; /* the last day counts */
	assert_int_equal(world_status_year(&w, A1, 2024), MISSING);
	assert_int_equal(world_status(&w, A1), NOT_KNOWN);
	s->valid_to = 0;
	s->valid_from = TODAY; /* and so does the first */
	assert_int_equal(world_status(&w, A1), MISSING);
	assert_int_equal(world_status_year(&w, A1, 2025), MISSING); /* this year is today */
	s->valid_from = TODAY + 1;
	assert_int_equal(world_status_year(&w, A1, 2025), NOT_KNOWN);
	assert_int_equal(world_status_year(&w, A1, 2026), MISSING);
	world_release(&w);
}

static void before_the_first(void **state)
{
	/* What has no beginning begins with the first day that anything is known of. */
	struct world w = {0};

	(void)state;
	world_standard(&w);
	world_service(&w, 0);
	world_statement(&w, A1, INDIKATOR_MISSING);
	assert_int_equal(world_status_year(&w, A1, 1990), MISSING); /* nothing is dated */
	world_release(&w);
	world_statement(&w, B1, INDIKATOR_MET)->valid_from = 20230101;
	assert_int_equal(world_status_year(&w, A1, 2022), NOT_KNOWN);
	assert_int_equal(world_status_year(&w, A1, 2023), MISSING);
	world_release(&w);
}

static void other_service(void **state)
{
	/* A statement of another service says nothing. */
	struct world w = {0};

	(void)state;
	world_standard(&w);
	world_service(&w, 0);
	world_statement(&w, R1, INDIKATOR_MET)->service = "clinic";
	assert_int_equal(world_status(&w, A1), NOT_KNOWN);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(degrees),
	    cmocka_unit_test(scope),
	    cmocka_unit_test(listed),
	    cmocka_unit_test(exceptions),
	    cmocka_unit_test(hospital),
	    cmocka_unit_test(other_hospital),
	    cmocka_unit_test(narrower_wins),
	    cmocka_unit_test(council_then_newest_then_worst),
	    cmocka_unit_test(outweighed_is_evidence),
	    cmocka_unit_test(validity),
	    cmocka_unit_test(before_the_first),
	    cmocka_unit_test(other_service),
	};

	return cmocka_run_group_tests_name("engine: statements", tests, NULL, NULL);
}
