/* test_completion.c - what is told as an interval holds whatever the unknown turns out to be.
 *
 * Small worlds with everything that can be unknown of a service: an attribute, a catchment, where a unit lies, whether
 * all units are known. Each is completed in every way there is, exhaustively, and the completed world, in which nothing
 * is unknown, must lie within what the first world said. That a unit nobody knows of may stand beside known ones is not
 * an unknown of the data: rule 4 (DESIGN section 2) takes the known units for all there are, so an unknown unit serves
 * only where no unit is known.
 */
#include "world.h"

#include <string.h>

#define MUNICIPALITIES 3
#define UNITS 2
#define ALL_OF_THEM ((1u << MUNICIPALITIES) - 1)

static const int64_t people[MUNICIPALITIES] = {10, 20, 40};

/* A unit as it is written; `knows` a home and a catchment or not. */
struct plan_unit {
	enum indikator_answer attribute;
	unsigned serves; /* a bit for each municipality */
	bool catchment_known;
	int home; /* a municipality from 0, or -1 */
};
struct plan {
	struct plan_unit units[UNITS + 1];
	size_t count;
	enum indikator_answer inventory;
	enum indikator_relation relation;
	enum indikator_quantifier quantifier;
	int stated; /* the municipality of a statement, or -1 */
	enum indikator_degree degree;
};

/* What the engine says of the region, and of each municipality. */
struct answer {
	struct indikator_coverage inhabitants;
	enum indikator_status region, of[MUNICIPALITIES];
	enum indikator_rule rule[MUNICIPALITIES];
};

static struct answer evaluate(const struct plan *p)
{
	struct world w = {0};
	int serves[UNITS + 1][MUNICIPALITIES];
	struct answer a;
	struct indikator_verdict v;

	world_place(&w, "SE", INDIKATOR_COUNTRY, -1);
	world_place(&w, "R1", INDIKATOR_REGION, SE);
	world_service(&w, MASK(RONDER));
	w.definitions[0].relation = p->relation;
	w.definitions[0].quantifier = p->quantifier;
	for (int m = 0; m < MUNICIPALITIES; m++)
		world_figure(&w, world_place(&w, "A", INDIKATOR_MUNICIPALITY, R1), YEAR, "people", people[m]);
	for (size_t i = 0; i < p->count; i++) {
		const struct plan_unit *u = &p->units[i];
		size_t n = 0;

		for (int m = 0; m < MUNICIPALITIES; m++)
			if (u->serves >> m & 1)
				serves[i][n++] = A1 + m;
		struct indikator_unit *unit = world_unit(&w, "u", u->home < 0 ? R1 : A1 + u->home, serves[i], n);
		unit->attributes[INDIKATOR_RONDER] = u->attribute;
		unit->catchment_known = u->catchment_known;
	}
	if (p->inventory != INDIKATOR_UNKNOWN)
		world_inventory(&w, R1, p->inventory);
	if (p->stated >= 0)
		world_statement(&w, A1 + p->stated, p->degree);
	v = world_ask(&w, R1, 0);
	a.inhabitants = v.inhabitants;
	a.region = v.status;
	indikator_verdict_release(&v);
	for (int m = 0; m < MUNICIPALITIES; m++) {
		v = world_ask(&w, A1 + m, 0);
		a.of[m] = v.status;
		a.rule[m] = v.rule;
		indikator_verdict_release(&v);
	}
	world_release(&w);
	return a;
}

static void within(int64_t low, int64_t unknown, int64_t completed)
{
	assert_true(low <= completed && completed <= low + unknown);
}

/* A completion against the first answer. */
static void hold(const struct answer *first, const struct plan *completed)
{
	struct answer a = evaluate(completed);

	assert_true(first->inhabitants.known && a.inhabitants.known);
	assert_int_equal(a.inhabitants.unknown, 0);
	within(first->inhabitants.met, first->inhabitants.unknown, a.inhabitants.met);
	within(first->inhabitants.partly, first->inhabitants.unknown, a.inhabitants.partly);
	within(first->inhabitants.missing, first->inhabitants.unknown, a.inhabitants.missing);
	if (first->region != INDIKATOR_STATUS_UNKNOWN)
		assert_int_equal(first->region, a.region);
	for (int m = 0; m < MUNICIPALITIES; m++)
		if (first->of[m] != INDIKATOR_STATUS_UNKNOWN)
			assert_int_equal(first->of[m], a.of[m]);
}

/* The unit that nobody knew of, in each way it can be: at a home and serving some of the places without a known unit.
 */
static size_t complete_inventory(const struct answer *first, struct plan *p)
{
	unsigned open = 0;
	size_t n = 1;

	p->inventory = INDIKATOR_YES;
	hold(first, p);
	for (int m = 0; m < MUNICIPALITIES; m++)
		if (first->rule[m] == INDIKATOR_RULE_NO_UNIT && first->of[m] == INDIKATOR_STATUS_UNKNOWN)
			open |= 1u << m;
	for (unsigned serves = 1; serves <= ALL_OF_THEM; serves++)
		for (int answer = INDIKATOR_NO; serves == (serves & open) && answer <= INDIKATOR_YES; answer++)
			for (int home = 0; home < MUNICIPALITIES; home++) {
				if (p->relation == INDIKATOR_LIES_IN && serves != 1u << home)
					continue;
				p->units[p->count++] = (struct plan_unit){.attribute = (enum indikator_answer)answer,
									  .serves = serves,
									  .catchment_known = true,
									  .home = home};
				hold(first, p);
				p->count--;
				n++;
			}
	return n;
}

/* Completes unit `i` and those after it, then the inventory. Returns in how many ways. */
static size_t complete(const struct answer *first, struct plan *p, size_t i)
{
	struct plan_unit kept;
	size_t n = 0;

	if (i == p->count) {
		enum indikator_answer inventory = p->inventory;

		n = complete_inventory(first, p);
		p->inventory = inventory;
		return n;
	}
	kept = p->units[i];
	for (int answer = INDIKATOR_NO; answer <= INDIKATOR_YES; answer++)
		for (unsigned serves = 0; serves <= ALL_OF_THEM; serves++)
			for (int home = 0; home < MUNICIPALITIES; home++) {
				if (kept.attribute != INDIKATOR_UNKNOWN && (int)kept.attribute != answer)
					continue;
				if (kept.catchment_known ? serves != kept.serves
							 : (serves & kept.serves) != kept.serves)
					continue;
				if (kept.home >= 0 && home != kept.home)
					continue;
				p->units[i] = (struct plan_unit){.attribute = (enum indikator_answer)answer,
								 .serves = serves,
								 .catchment_known = true,
								 .home = home};
				n += complete(first, p, i + 1);
			}
	p->units[i] = kept;
	return n;
}

static uint32_t seed;

/* Neighbouring rounds must not begin alike. */
static void start_round(uint32_t round)
{
	seed = round * 2654435761u;
}

static int below(int n)
{
	seed = seed * 1664525u + 1013904223u;
	return (int)((seed >> 8) % (uint32_t)n);
}

static struct plan some_plan(void)
{
	struct plan p = {.count = (size_t)below(UNITS + 1),
			 .inventory = (enum indikator_answer)below(3),
			 .relation = (enum indikator_relation)below(2),
			 .quantifier = (enum indikator_quantifier)below(2),
			 .stated = below(3) ? -1 : below(MUNICIPALITIES),
			 .degree = (enum indikator_degree)below(3)};

	for (size_t i = 0; i < p.count; i++)
		p.units[i] = (struct plan_unit){.attribute = (enum indikator_answer)below(3),
						.serves = (unsigned)below(ALL_OF_THEM + 1),
						.catchment_known = below(2),
						.home = below(MUNICIPALITIES + 1) - 1};
	return p;
}

static void every_completion(void **state)
{
	size_t completions = 0;

	(void)state;
	for (uint32_t round = 0; round < 4000; round++) {
		struct plan p = (start_round(round), some_plan());
		struct answer first = evaluate(&p);

		completions += complete(&first, &p, 0);
	}
	assert_true(completions > 40000); /* or the worlds leave nothing unknown */
}

static void shares(void **state)
{
	/* The interval of inhabitants lies within none and all of them, in every world. */
	(void)state;
	for (uint32_t round = 0; round < 4000; round++) {
		struct plan p = (start_round(round), some_plan());
		struct answer a = evaluate(&p);

		assert_int_equal(a.inhabitants.total, 70);
		assert_true(a.inhabitants.met >= 0 && a.inhabitants.unknown >= 0);
		assert_true(a.inhabitants.met + a.inhabitants.unknown <= a.inhabitants.total);
	}
}

static void more_units(void **state)
{
	/* One more unit that meets the requirements never makes it worse anywhere, where any unit is enough. */
	(void)state;
	for (uint32_t round = 0; round < 4000; round++) {
		struct plan p = (start_round(round), some_plan());
		struct answer before, after;

		p.quantifier = INDIKATOR_ANY;
		before = evaluate(&p);
		p.units[p.count++] = (struct plan_unit){.attribute = INDIKATOR_YES,
							.serves = (unsigned)below(ALL_OF_THEM + 1),
							.catchment_known = true,
							.home = below(MUNICIPALITIES)};
		after = evaluate(&p);
		assert_true(after.inhabitants.met >= before.inhabitants.met);
		assert_true(after.inhabitants.missing <= before.inhabitants.missing);
		for (int m = 0; m < MUNICIPALITIES; m++) {
			if (before.of[m] != after.of[m])
				assert_int_equal(after.of[m], INDIKATOR_STATUS_MET);
			if (before.of[m] == INDIKATOR_STATUS_MET)
				assert_int_equal(after.of[m], INDIKATOR_STATUS_MET);
		}
	}
}

static struct indikator_verdict with_beds(enum indikator_direction direction, int64_t beds, int64_t inhabitants)
{
	struct world w = {0};
	struct indikator_verdict v;

	world_standard(&w);
	world_ratio(&w, direction, N(8, 1))->target_high = direction == INDIKATOR_WITHIN ? N(10, 1) : UNKNOWN;
	world_figure(&w, A1, YEAR, "n", beds);
	world_figure(&w, A1, YEAR, "d", inhabitants);
	v = world_ask(&w, A1, YEAR);
	indikator_verdict_release(&v);
	world_release(&w);
	return v;
}

static void more_beds(void **state)
{
	/* One more bed never makes a place worse or further from the target where more is better, and never better or
	 * nearer where less is; opening as many as the distance says reaches the target, and one fewer does not. */
	static const enum indikator_direction directions[] = {INDIKATOR_AT_LEAST, INDIKATOR_WITHIN, INDIKATOR_AT_MOST};
	static const int64_t sizes[] = {1, 12499, 12500, 60791, 302431};

	(void)state;
	for (size_t d = 0; d < 3; d++)
		for (size_t s = 0; s < 5; s++) {
			int64_t most = sizes[s] * 12 / 100000 + 2;

			for (int64_t beds = 0; beds < most; beds++) {
				struct indikator_verdict one = with_beds(directions[d], beds, sizes[s]);
				struct indikator_verdict more = with_beds(directions[d], beds + 1, sizes[s]);
				bool less_is_better = directions[d] == INDIKATOR_AT_MOST;

				assert_true(less_is_better ? more.status <= one.status : more.status >= one.status);
				assert_true(less_is_better ? more.distance >= one.distance
							   : more.distance <= one.distance);
				if (less_is_better || !one.distance)
					continue;
				more = with_beds(directions[d], beds + one.distance, sizes[s]);
				assert_int_equal(more.status, INDIKATOR_STATUS_MET);
				more = with_beds(directions[d], beds + one.distance - 1, sizes[s]);
				assert_int_not_equal(more.status, INDIKATOR_STATUS_MET);
			}
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_completion),
	    cmocka_unit_test(shares),
	    cmocka_unit_test(more_units),
	    cmocka_unit_test(more_beds),
	};

	return cmocka_run_group_tests_name("engine: completions", tests, NULL, NULL);
}
