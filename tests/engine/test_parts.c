/* test_parts.c - a whole from its parts: the laws of aggregation, and coverage. */
#include "world.h"

#define MET INDIKATOR_STATUS_MET
#define PARTLY INDIKATOR_STATUS_PARTLY
#define MISSING INDIKATOR_STATUS_MISSING
#define NOT_KNOWN INDIKATOR_STATUS_UNKNOWN

static const enum indikator_status all[] = {NOT_KNOWN, MISSING, PARTLY, MET};

/* The n-th of the 4^count ways to give `count` parts a status. */
static void spread(int n, size_t count, enum indikator_status *parts)
{
	for (size_t i = 0; i < count; i++, n /= 4)
		parts[i] = all[n % 4];
}

static void by_the_words(void **state)
{
	/* All 84 wholes of one to three parts, against the rule written out another way. */
	(void)state;
	assert_int_equal(indikator_aggregate(NULL, 0), NOT_KNOWN);
	for (size_t count = 1; count <= 3; count++)
		for (int n = 0; n < 1 << (2 * count); n++) {
			enum indikator_status parts[3], expected;
			bool seen[INDIKATOR_STATUS_MET + 1] = {false};

			spread(n, count, parts);
			for (size_t i = 0; i < count; i++)
				seen[parts[i]] = true;
			if (seen[PARTLY] || (seen[MET] && seen[MISSING]))
				expected = PARTLY;
			else if (seen[NOT_KNOWN])
				expected = NOT_KNOWN;
			else
				expected = seen[MET] ? MET : MISSING;
			assert_int_equal(indikator_aggregate(parts, count), expected);
		}
}

static void order_and_repetition(void **state)
{
	/* The order of parts does not matter, nor that one is said twice. */
	(void)state;
	for (int n = 0; n < 64; n++) {
		enum indikator_status p[3], q[4];

		spread(n, 3, p);
		q[0] = p[2], q[1] = p[0], q[2] = p[1], q[3] = p[0];
		assert_int_equal(indikator_aggregate(p, 3), indikator_aggregate(q, 3));
		assert_int_equal(indikator_aggregate(p, 3), indikator_aggregate(q, 4));
	}
}

static void knowing_more(void **state)
{
	/* Kleene: an answer never changes when an unknown part becomes known, and it is unknown
	 * exactly when what is unknown could still change it. */
	(void)state;
	for (int n = 0; n < 64; n++) {
		enum indikator_status p[3], q[3], whole, first = NOT_KNOWN;
		bool settled = true, started = false;

		spread(n, 3, p);
		whole = indikator_aggregate(p, 3);
		for (int m = 0; m < 64; m++) {
			bool completes = true;
			enum indikator_status filled;

			spread(m, 3, q);
			for (int i = 0; i < 3; i++)
				completes = completes && q[i] != NOT_KNOWN && (p[i] == NOT_KNOWN || p[i] == q[i]);
			if (!completes)
				continue;
			filled = indikator_aggregate(q, 3);
			if (whole != NOT_KNOWN)
				assert_int_equal(filled, whole);
			settled = settled && (!started || filled == first);
			first = filled;
			started = true;
		}
		assert_int_equal(whole != NOT_KNOWN, settled);
	}
}

/* The standard tree with a service and inhabitants 10, 20, 30 in A1, A2, A3. */
static void start(struct world *w)
{
	world_standard(w);
	world_service(w, 0);
	world_figure(w, A1, YEAR, "people", 10);
	world_figure(w, A2, YEAR, "people", 20);
	world_figure(w, A3, YEAR, "people", 30);
}

static void coverage(void **state)
{
	/* Inhabitants and municipalities by status; the interval is met to met + unknown. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	start(&w);
	world_statement(&w, A1, INDIKATOR_MET);
	world_statement(&w, A2, INDIKATOR_LIMITED);
	v = world_ask(&w, R1, 0);
	assert_int_equal(v.status, PARTLY);
	assert_int_equal(v.rule, INDIKATOR_RULE_PARTS);
	assert_true(v.inhabitants.known);
	assert_int_equal(v.inhabitants.total, 60);
	assert_int_equal(v.inhabitants.met, 10);
	assert_int_equal(v.inhabitants.partly, 20);
	assert_int_equal(v.inhabitants.missing, 0);
	assert_int_equal(v.inhabitants.unknown, 30);
	assert_int_equal(v.municipalities.total, 3);
	assert_int_equal(v.municipalities.unknown, 1);
	assert_int_equal(v.year, YEAR);
	assert_int_equal(v.rank, 0);
	indikator_verdict_release(&v);
	v = world_ask(&w, A1, 0); /* a municipality is its own only part */
	assert_int_equal(v.inhabitants.total, 10);
	assert_int_equal(v.inhabitants.met, 10);
	indikator_verdict_release(&v);
	v = world_ask(&w, H1, 0);
	assert_false(v.inhabitants.known);
	assert_false(v.municipalities.known);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void weights(void **state)
{
	/* One unknown weight and no share of inhabitants is told; the year is one for all. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	start(&w);
	world_figure(&w, A1, YEAR + 1, "people", 11); /* newer, but not for all */
	for (int m = A1; m <= A3; m++)
		world_figure(&w, m, YEAR + 2, "people", 99); /* a forecast, later than today */
	world_statement(&w, R1, INDIKATOR_MET);
	v = world_ask(&w, R1, 0);
	assert_int_equal(v.inhabitants.total, 60);
	assert_int_equal(v.status, MET);
	indikator_verdict_release(&v);
	v = world_ask(&w, R1, YEAR + 1);
	assert_false(v.inhabitants.known);
	assert_int_equal(v.inhabitants.total, 0);
	assert_int_equal(v.year, YEAR + 1);
	assert_string_equal(world_evidence(&v, INDIKATOR_EVIDENCE_MISSING, -1)->measure, "people");
	indikator_verdict_release(&v);
	v = world_ask(&w, SE, 0);
	assert_false(v.inhabitants.known);
	assert_true(v.municipalities.known);
	assert_int_equal(v.municipalities.total, 6);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void nobody_lives_there(void **state)
{
	/* Zero inhabitants are known to be zero: the municipality counts for the status and as one, and weighs nothing. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	start(&w);
	w.observations[0].value = N(0, 1);
	world_statement(&w, A1, INDIKATOR_MET);
	v = world_ask(&w, R1, 0);
	assert_true(v.inhabitants.known);
	assert_int_equal(v.inhabitants.total, 50);
	assert_int_equal(v.inhabitants.met, 0);
	assert_int_equal(v.municipalities.met, 1);
	indikator_verdict_release(&v);
	world_release(&w);
	w.observations[1].value = w.observations[2].value = N(0, 1);
	v = world_ask(&w, R1, 0);
	assert_true(v.inhabitants.known);
	assert_int_equal(v.inhabitants.total, 0);
	indikator_verdict_release(&v);
	world_release(&w);
	w.observations[2].value = N(-1, 1); /* no count of people */
	v = world_ask(&w, R1, 0);
	assert_false(v.inhabitants.known);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void hospitals(void **state)
{
	/* A hospital that something is known of counts for the status, never for coverage. */
	static const int hospital[] = {H1};
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	start(&w);
	for (int m = A1; m <= A3; m++)
		world_statement_except(world_statement(&w, m, INDIKATOR_MET), hospital, 1);
	v = world_ask(&w, R1, 0); /* nothing is known of H1, which does not count then */
	assert_null(world_evidence(&v, INDIKATOR_EVIDENCE_PART, H1));
	assert_int_equal(v.status, MET);
	indikator_verdict_release(&v);
	world_statement_places(world_statement(&w, R1, INDIKATOR_MISSING), LIST(H1));
	world_release(&w);
	v = world_ask(&w, R1, 0);
	assert_int_equal(v.status, PARTLY);
	assert_int_equal(v.inhabitants.met, 60);
	assert_int_equal(v.municipalities.met, 3);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void levels(void **state)
{
	/* Areas, regions and the country are all judged from municipalities, not from each other. */
	struct world w = {0};

	(void)state;
	start(&w);
	world_statement(&w, Q, INDIKATOR_MISSING);
	world_statement(&w, R1, INDIKATOR_MISSING);
	assert_int_equal(world_status(&w, Q), MISSING);
	assert_int_equal(world_status(&w, R2), NOT_KNOWN);
	assert_int_equal(world_status(&w, SE), NOT_KNOWN);
	world_statement(&w, B3, INDIKATOR_MET);
	world_release(&w);
	assert_int_equal(world_status(&w, R1), MISSING);
	assert_int_equal(world_status(&w, R2), PARTLY);
	assert_int_equal(world_status(&w, SE), PARTLY);
	world_release(&w);
}

static void evidence(void **state)
{
	/* Each deciding statement once, each part with what it says. */
	struct world w = {0};
	struct indikator_verdict v;
	int statements = 0, parts = 0, people = 0;

	(void)state;
	start(&w);
	world_statement(&w, R1, INDIKATOR_MISSING);
	world_statement(&w, A1, INDIKATOR_MET);
	v = world_ask(&w, R1, 0);
	for (size_t i = 0; i < v.evidence_count; i++) {
		statements += v.evidence[i].kind == INDIKATOR_EVIDENCE_STATEMENT;
		parts += v.evidence[i].kind == INDIKATOR_EVIDENCE_PART;
		people += v.evidence[i].role == INDIKATOR_ROLE_INHABITANTS;
	}
	assert_int_equal(statements, 2);
	assert_int_equal(parts, 4); /* H1 is covered by the statements too */
	assert_int_equal(people, 3);
	assert_int_equal(world_evidence(&v, INDIKATOR_EVIDENCE_PART, A1)->status, MET);
	assert_int_equal(world_evidence(&v, INDIKATOR_EVIDENCE_PART, A3)->status, MISSING);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void nothing_within(void **state)
{
	/* A region without municipalities is unknown, whatever is said of it. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	world_place(&w, "R", INDIKATOR_REGION, -1);
	world_service(&w, 0);
	world_statement(&w, 0, INDIKATOR_MET);
	v = world_ask(&w, 0, 0);
	assert_int_equal(v.status, NOT_KNOWN);
	assert_false(v.municipalities.known);
	indikator_verdict_release(&v);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(by_the_words),   cmocka_unit_test(order_and_repetition),
	    cmocka_unit_test(knowing_more),   cmocka_unit_test(coverage),
	    cmocka_unit_test(weights),        cmocka_unit_test(nobody_lives_there),
	    cmocka_unit_test(hospitals),
	    cmocka_unit_test(levels),         cmocka_unit_test(evidence),
	    cmocka_unit_test(nothing_within),
	};

	return cmocka_run_group_tests_name("engine: parts", tests, NULL, NULL);
}
