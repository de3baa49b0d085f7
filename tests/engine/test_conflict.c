/* test_conflict.c - units beside statements: contradiction, served from elsewhere, evidence. */
#include "world.h"

#define MET INDIKATOR_STATUS_MET
#define PARTLY INDIKATOR_STATUS_PARTLY
#define MISSING INDIKATOR_STATUS_MISSING
#define NOT_KNOWN INDIKATOR_STATUS_UNKNOWN

/* The standard tree and a service that asks for rounds (RONDER). */
static struct indikator_definition *start(struct world *w)
{
	world_standard(w);
	return world_service(w, MASK(RONDER));
}

static void contradiction(void **state)
{
	/* The statement stands, flagged, with the units against it; unknown contradicts nothing. */
	struct world w = {0};
	struct indikator_verdict v;
	struct indikator_unit *u;

	(void)state;
	start(&w);
	world_statement(&w, A1, INDIKATOR_MISSING);
	u = world_unit(&w, "u", A1, LIST(A1));
	v = world_ask(&w, A1, 0);
	assert_false(v.contradicted);
	assert_false(world_evidence(&v, INDIKATOR_EVIDENCE_UNIT, 0)->against);
	indikator_verdict_release(&v);
	u->attributes[INDIKATOR_RONDER] = INDIKATOR_YES;
	v = world_ask(&w, A1, 0);
	assert_int_equal(v.status, MISSING);
	assert_true(v.contradicted);
	assert_true(world_evidence(&v, INDIKATOR_EVIDENCE_STATEMENT, 0)->decided);
	assert_true(world_evidence(&v, INDIKATOR_EVIDENCE_UNIT, 0)->against);
	assert_false(world_evidence(&v, INDIKATOR_EVIDENCE_UNIT, 0)->decided);
	indikator_verdict_release(&v);
	u->attributes[INDIKATOR_RONDER] = INDIKATOR_NO;
	v = world_ask(&w, A1, 0); /* partly is not missing */
	assert_true(v.contradicted);
	indikator_verdict_release(&v);
	w.statements[0].degree = INDIKATOR_LIMITED;
	v = world_ask(&w, A1, 0);
	assert_false(v.contradicted);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void contradicted_by_inventory(void **state)
{
	/* "There is one", says the statement; a complete inventory without units disagrees. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	start(&w);
	world_statement(&w, A1, INDIKATOR_MET);
	world_inventory(&w, R1, INDIKATOR_YES);
	v = world_ask(&w, A1, 0);
	assert_int_equal(v.status, MET);
	assert_true(v.contradicted);
	assert_true(world_evidence(&v, INDIKATOR_EVIDENCE_INVENTORY, 0)->against);
	indikator_verdict_release(&v);
	v = world_ask(&w, R1, 0);
	assert_true(v.contradicted); /* of a part */
	indikator_verdict_release(&v);
	world_release(&w);
}

static void elsewhere(void **state)
{
	/* Light green: met, but by no unit that lies in the municipality, as far as is known. */
	struct world w = {0};
	struct indikator_verdict v;
	struct indikator_unit *u;

	(void)state;
	world_standard(&w);
	world_service(&w, 0);
	u = world_unit(&w, "u", A1, LIST(A1, A2));
	v = world_ask(&w, A1, 0);
	assert_false(v.elsewhere);
	indikator_verdict_release(&v);
	v = world_ask(&w, A2, 0);
	assert_true(v.elsewhere);
	indikator_verdict_release(&v);
	u->lies_in = -1; /* nobody knows where */
	v = world_ask(&w, A2, 0);
	assert_int_equal(v.status, MET);
	assert_false(v.elsewhere);
	indikator_verdict_release(&v);
	u->hospital = H1;
	v = world_ask(&w, A2, 0);
	assert_true(v.elsewhere);
	indikator_verdict_release(&v);
	world_unit(&w, "here", A2, LIST(A2));
	world_release(&w);
	v = world_ask(&w, A2, 0);
	assert_false(v.elsewhere);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void here_and_elsewhere(void **state)
{
	/* Of a whole: how many live where a unit lies, and how many are served from another municipality; the rest of
	 * met is where nobody has said where the unit lies, or a statement says only that the service is there. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	world_standard(&w);
	world_service(&w, 0);
	for (int m = A1; m <= A3; m++)
		world_figure(&w, m, YEAR, "people", m == A1 ? 10 : m == A2 ? 20 : 40);
	world_unit(&w, "at A1", A1, LIST(A1, A2));
	world_unit(&w, "somewhere", R1, LIST(A3));
	v = world_ask(&w, A1, 0);
	assert_true(v.here);
	assert_false(v.elsewhere);
	indikator_verdict_release(&v);
	v = world_ask(&w, A3, 0);
	assert_int_equal(v.status, MET);
	assert_false(v.here || v.elsewhere);
	indikator_verdict_release(&v);
	v = world_ask(&w, R1, 0);
	assert_int_equal(v.municipalities.met, 3);
	assert_int_equal(v.municipalities.here, 1);
	assert_int_equal(v.municipalities.elsewhere, 1);
	assert_int_equal(v.inhabitants.met, 70);
	assert_int_equal(v.inhabitants.here, 10);
	assert_int_equal(v.inhabitants.elsewhere, 20);
	assert_false(v.here || v.elsewhere); /* never of a whole */
	indikator_verdict_release(&v);
	world_statement(&w, A1, INDIKATOR_LIMITED); /* what is not met is neither here nor elsewhere */
	world_statement(&w, A2, INDIKATOR_MET);
	world_release(&w);
	v = world_ask(&w, R1, 0);
	assert_int_equal(v.municipalities.met, 2);
	assert_int_equal(v.municipalities.here, 0);
	assert_int_equal(v.municipalities.elsewhere, 0);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void evidence(void **state)
{
	/* Each unit says its own; those that the rule rests on decided; a lacking inventory is named. */
	struct world w = {0};
	struct indikator_verdict v;
	const struct indikator_evidence *e;

	(void)state;
	start(&w);
	world_unit(&w, "fails", A1, LIST(A1))->attributes[INDIKATOR_RONDER] = INDIKATOR_NO;
	world_unit(&w, "meets", A1, LIST(A1))->attributes[INDIKATOR_RONDER] = INDIKATOR_YES;
	world_unit(&w, "could", A1, LIST(A1));
	world_unit(&w, "other", A2, LIST(A2));
	v = world_ask(&w, A1, 0);
	e = world_evidence(&v, INDIKATOR_EVIDENCE_UNIT, 0);
	assert_int_equal(e->status, PARTLY);
	assert_false(e->decided);
	e = world_evidence(&v, INDIKATOR_EVIDENCE_UNIT, 1);
	assert_int_equal(e->status, MET);
	assert_true(e->decided);
	assert_int_equal(world_evidence(&v, INDIKATOR_EVIDENCE_UNIT, 2)->status, NOT_KNOWN);
	assert_null(world_evidence(&v, INDIKATOR_EVIDENCE_UNIT, 3));
	indikator_verdict_release(&v);
	v = world_ask(&w, A3, 0);
	e = world_evidence(&v, INDIKATOR_EVIDENCE_MISSING, -1);
	assert_string_equal(e->measure, "team");
	assert_int_equal(e->role, INDIKATOR_ROLE_NONE);
	assert_true(e->decided);
	indikator_verdict_release(&v);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(contradiction), cmocka_unit_test(contradicted_by_inventory),
	    cmocka_unit_test(elsewhere),     cmocka_unit_test(here_and_elsewhere),
	    cmocka_unit_test(evidence),
	};

	return cmocka_run_group_tests_name("engine: units and statements", tests, NULL, NULL);
}
