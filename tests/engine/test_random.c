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

/* One source, two in an order, or any. */
static void random_sources(struct indikator_input *input)
{
	static const char *const sources[][2] = {{SRC}, {SRC, "other"}, {"other", SRC}, {NULL}};
	int choice = below(4);

	input->sources[0] = sources[choice][0];
	input->sources[1] = sources[choice][1];
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
		if (!below(3))
			o->source = "other";
	}
	w->definitions[1].coverage = below(2) ? "test" : NULL; /* the first with that id: a service has no value */
	w->definitions[2].coverage = below(2) ? "share" : NULL;
	w->definitions[1].id = "share";
	w->definitions[2].coverage_above = N(below(100000), 1);
	for (size_t i = 0; i < w->data.definitions_count; i++) {
		random_sources(&w->definitions[i].numerator);
		random_sources(&w->definitions[i].base);
		random_sources(&w->definitions[i].inhabitants);
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

/* The verdicts that came, and those that were to come. */
struct expected {
	const struct indikator_set *set;
	const struct indikator_question *question;
	int next;                     /* the definition and place that are next, counted through */
	struct indikator_batch batch; /* its counts as they are meant */
	int most;
};

#define SAME(field) assert_memory_equal(&v->field, &one.field, sizeof v->field)

static bool as_alone(const struct indikator_verdict *v, void *context)
{
	struct expected *e = context;
	int places = (int)e->batch.places_count, years = (int)e->batch.years_count, place = e->next % places;
	struct indikator_question q = *e->question;
	struct indikator_verdict one;

	if (e->batch.years)
		q.year = e->batch.years[e->next / places % years];
	assert_int_equal(v->place, e->batch.places ? e->batch.places[place] : place);
	assert_int_equal(v->definition, e->next / places / years);
	assert_true(indikator_evaluate(e->set, v->place, v->definition, &q, &one));
	SAME(year), SAME(status), SAME(rule), SAME(value), SAME(numerator), SAME(denominator);
	SAME(target), SAME(target_high), SAME(target_year), SAME(distance), SAME(distance_high), SAME(distance_known);
	SAME(need), SAME(received), SAME(published), SAME(published_count), SAME(published_decimals);
	SAME(differs), SAME(over), SAME(derived), SAME(contradicted), SAME(here), SAME(elsewhere);
	SAME(rank), SAME(ranked), SAME(ranking), SAME(source_coverage), SAME(change);
	SAME(region_value), SAME(country_value), SAME(own_target), SAME(required), SAME(required_high);
	SAME(required_known), SAME(own.status), SAME(own.over), SAME(own.distance), SAME(own.distance_known);
	SAME(inhabitants.total), SAME(inhabitants.met), SAME(inhabitants.partly), SAME(inhabitants.missing);
	SAME(inhabitants.unknown), SAME(inhabitants.known), SAME(municipalities.total), SAME(municipalities.met);
	SAME(municipalities.partly), SAME(municipalities.missing), SAME(municipalities.unknown);
	assert_null(v->evidence);
	assert_int_equal(v->evidence_count, 0);
	indikator_verdict_release(&one);
	return ++e->next != e->most;
}

static void ask_all(const struct indikator_set *set, const struct indikator_question *q, struct indikator_batch batch,
		    int most)
{
	struct expected e = {.set = set, .question = q, .batch = batch, .most = most};

	assert_int_equal(indikator_evaluate_all(set, q, &batch, as_alone, &e), most < 0);
	assert_int_equal(e.next, most < 0 ? 3 * (int)(batch.places_count * batch.years_count) : most);
}

static void all_at_once(void **state)
{
	/* All at once gives each verdict as it is given alone, in the order asked, of what is and of what is assumed;
	 * and stops when told. */
	static const int some[] = {A2, R2, A2, SE}, years[] = {2024, 2022, 2023, 2087, 2024};

	(void)state;
	for (uint32_t round = 0; round < 300; round++) {
		struct world w = {0};
		int lists[16][2] = {{0}};
		const struct indikator_question q = {.year = round % 3 ? 2022 + (int)round % 5 : 0,
						     .today = TODAY,
						     .criteria = round & 1 ? INDIKATOR_DEMAND : INDIKATOR_MAP,
						     .ranked = round & 2};
		const struct indikator_assumption more = {
		    .kind = INDIKATOR_ASSUME_VALUE, .place = A1, .definition = 1, .amount = N(70000, 1)};
		struct indikator_set *assuming;

		seed = round;
		random_world(&w, lists);
		world_set(&w);
		ask_all(w.set, &q, (struct indikator_batch){.places_count = B3 + 1, .years_count = 1}, -1);
		ask_all(w.set, &q, (struct indikator_batch){LIST(0, 1, 2), some, 4, years, 5}, -1);
		ask_all(w.set, &q, (struct indikator_batch){.places_count = B3 + 1, .years_count = 1}, 15);
		assuming = indikator_set_assuming(w.set, &more, 1, &q, NULL, NULL);
		if (assuming)
			ask_all(assuming, &q, (struct indikator_batch){LIST(0, 1, 2), some, 4, years, 5}, -1);
		indikator_set_free(&assuming);
		world_release(&w);
	}
}

static bool never(const struct indikator_verdict *v, void *context)
{
	(void)v, (void)context;
	fail();
	return true;
}

static void all_of_what_is_not_there(void **state)
{
	/* An index out of range is refused before the first verdict. */
	const struct indikator_question q = {.today = TODAY}, odd = {.today = TODAY, .year = 10000};
	struct world w = {0};

	(void)state;
	world_standard(&w);
	world_need(&w);
	world_set(&w);
	assert_false(
	    indikator_evaluate_all(w.set, &q, &(struct indikator_batch){LIST(0, 1), .years = NULL}, never, NULL));
	assert_false(
	    indikator_evaluate_all(w.set, &q, &(struct indikator_batch){NULL, 0, LIST(SE, -1), NULL, 0}, never, NULL));
	assert_false(indikator_evaluate_all(w.set, &q, &(struct indikator_batch){NULL, 0, LIST(SE, B3 + 1), NULL, 0},
					    never, NULL));
	assert_false(indikator_evaluate_all(w.set, &q, &(struct indikator_batch){NULL, 0, NULL, 0, LIST(2024, 10000)},
					    never, NULL));
	assert_false(indikator_evaluate_all(w.set, &odd, NULL, never, NULL));
	/* no place is none */
	assert_true(
	    indikator_evaluate_all(w.set, &q, &(struct indikator_batch){.places = (const int[]){SE}}, never, NULL));
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(invariants),
	    cmocka_unit_test(all_at_once),
	    cmocka_unit_test(all_of_what_is_not_there),
	};

	return cmocka_run_group_tests_name("engine: random worlds", tests, NULL, NULL);
}
