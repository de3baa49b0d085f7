/* test_random.c - what must hold of every verdict, in random worlds from a fixed seed. */
#include "world.h"

static uint32_t seed;

static int below(int n)
{
	seed = seed * 1664525u + 1013904223u;
	return (int)((seed >> 8) % (uint32_t)n);
}

static indikator_date some_date(void)
{
	return below(2) ? 0 : (2020 + below(6)) * 10000 + 101 + below(12) * 100 + below(28);
}

static void random_world(struct world *w, int (*lists)[2])
{
	static const int catchment[] = {A1, A2};

	world_standard(w);
	world_catchment(w, H1, catchment, 2);
	world_service(w, below(2) ? MASK(RONDER) : 0)->relation = (enum indikator_relation)below(2);
	w->definitions[0].quantifier = (enum indikator_quantifier)below(2);
	world_ratio(w, (enum indikator_direction)below(4), below(3) ? N(below(5), 1) : UNKNOWN)->service = "team";
	world_need(w);
	for (int i = 0; i < 120; i++) {
		static const char *const measures[] = {"n",        "d",    "base",  "people",
						       "received", "need", "unmet", "printed"};
		struct indikator_observation *o =
		    world_figure(w, below(B3 + 1), 2022 + below(4), measures[below(8)], below(6));

		if (!below(8))
			o->value = UNKNOWN;
	}
	for (int i = 0; i < 16; i++) {
		struct indikator_statement *s = world_statement(w, below(B3 + 1), (enum indikator_degree)below(3));
		struct indikator_unit *u = world_unit(w, "u", below(B3 + 2) - 1, lists[i], 2);

		lists[i][0] = below(B3 + 1);
		lists[i][1] = below(B3 + 1);
		if (below(2))
			world_statement_places(s, lists[i], 2);
		if (!below(4))
			world_statement_except(s, lists[below(i + 1)], 1);
		s->restricted = !below(4);
		s->valid_from = some_date();
		s->valid_to = some_date();
		s->service = below(3) ? "team" : "other";
		u->serves_count = (size_t)below(3);
		u->hospital = below(4) ? -1 : H1;
		u->catchment_known = below(4);
		u->attributes[INDIKATOR_RONDER] = (enum indikator_answer)below(3);
		u->valid_from = some_date();
		u->valid_to = some_date();
		u->type = below(3) ? "team" : "other";
		if (i < 8)
			world_inventory(w, below(B3 + 1), (enum indikator_answer)below(3));
	}
}

static void check_coverage(const struct indikator_coverage *c)
{
	assert_int_equal(c->total, c->met + c->partly + c->missing + c->unknown);
	assert_true(c->here >= 0 && c->elsewhere >= 0 && c->here + c->elsewhere <= c->met);
	assert_true(c->met >= 0 && c->partly >= 0 && c->missing >= 0 && c->unknown >= 0);
	if (!c->known)
		assert_int_equal(c->total, 0);
}

static void check_evidence(const struct indikator_data *d, const struct indikator_verdict *v)
{
	const size_t counts[] = {
	    [INDIKATOR_EVIDENCE_OBSERVATION] = d->observations_count,
	    [INDIKATOR_EVIDENCE_STATEMENT] = d->statements_count,
	    [INDIKATOR_EVIDENCE_UNIT] = d->units_count,
	    [INDIKATOR_EVIDENCE_INVENTORY] = d->inventories_count,
	    [INDIKATOR_EVIDENCE_PART] = d->places_count,
	};
	enum indikator_status parts[64];
	size_t count = 0, against = 0;

	for (size_t i = 0; i < v->evidence_count; i++) {
		const struct indikator_evidence *e = &v->evidence[i];

		if (e->kind == INDIKATOR_EVIDENCE_MISSING) {
			assert_int_equal(e->index, -1);
			assert_non_null(e->measure);
			continue;
		}
		assert_true(e->index >= 0 && (size_t)e->index < counts[e->kind]);
		if (e->kind == INDIKATOR_EVIDENCE_PART)
			parts[count++] = e->status;
		against += e->against;
	}
	if (v->rule == INDIKATOR_RULE_PARTS)
		assert_int_equal(v->status, indikator_aggregate(parts, count));
	else
		assert_int_equal(against > 0, v->contradicted || v->differs);
}

static void check(const struct indikator_data *d, const struct indikator_verdict *v)
{
	check_coverage(&v->inhabitants);
	check_coverage(&v->municipalities);
	check_evidence(d, v);
	assert_true(v->rank <= v->ranked);
	if (v->rule == INDIKATOR_RULE_NO_VALUE)
		assert_int_equal(v->status, INDIKATOR_STATUS_UNKNOWN);
	if (v->rule == INDIKATOR_RULE_VALUE)
		assert_true(v->value.den > 0);
	if (v->elsewhere)
		assert_int_equal(v->status, INDIKATOR_STATUS_MET);
}

static void invariants(void **state)
{
	/* Sums add up, indices are in range, wholes follow from parts, asking twice gives the same. */
	(void)state;
	for (uint32_t round = 0; round < 300; round++) {
		struct world w = {0};
		int lists[16][2] = {{0}};
		const struct indikator_question questions[] = {
		    {.today = TODAY, .ranked = true},
		    {.year = 2023, .today = TODAY, .criteria = INDIKATOR_DEMAND},
		    {.year = 2025, .today = TODAY, .ranked = true},
		};

		seed = round;
		random_world(&w, lists);
		world_set(&w);
		for (int ask = 0; ask < 3 * 3 * (B3 + 1); ask++) {
			const struct indikator_question *q = &questions[ask % 3];
			struct indikator_verdict v, again;

			assert_true(indikator_evaluate(w.set, ask / 9, ask / 3 % 3, q, &v));
			assert_true(indikator_evaluate(w.set, ask / 9, ask / 3 % 3, q, &again));
			check(&w.data, &v);
			assert_int_equal(v.status, again.status);
			assert_int_equal(v.evidence_count, again.evidence_count);
			indikator_verdict_release(&v);
			indikator_verdict_release(&again);
		}
		world_release(&w);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(invariants),
	};

	return cmocka_run_group_tests_name("engine: random worlds", tests, NULL, NULL);
}
