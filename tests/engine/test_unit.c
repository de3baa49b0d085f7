/* test_unit.c - rules 2-5: what units and inventories say of a service. */
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

static void expect(struct world *w, int place, enum indikator_status status, enum indikator_rule rule)
{
	struct indikator_verdict v = world_ask(w, place, 0);

	assert_int_equal(v.status, status);
	assert_int_equal(v.rule, rule);
	indikator_verdict_release(&v);
}

static void in_order(void **state)
{
	/* Rules 5, 4, 3 and 2 in turn, as better units appear one by one; rule 1 before them all. */
	struct world w = {0};

	(void)state;
	start(&w);
	expect(&w, A1, NOT_KNOWN, INDIKATOR_RULE_NO_UNIT);
	world_inventory(&w, R1, INDIKATOR_YES);
	world_release(&w);
	expect(&w, A1, MISSING, INDIKATOR_RULE_NO_UNIT);
	world_release(&w);
	world_unit(&w, "fails", A1, LIST(A1))->attributes[INDIKATOR_RONDER] = INDIKATOR_NO;
	expect(&w, A1, PARTLY, INDIKATOR_RULE_UNIT_FAILS);
	world_release(&w);
	world_unit(&w, "could", A1, LIST(A1));
	expect(&w, A1, NOT_KNOWN, INDIKATOR_RULE_UNIT_MAY);
	world_release(&w);
	world_unit(&w, "meets", A1, LIST(A1))->attributes[INDIKATOR_RONDER] = INDIKATOR_YES;
	expect(&w, A1, MET, INDIKATOR_RULE_UNIT_MEETS);
	world_release(&w);
	world_statement(&w, R1, INDIKATOR_MISSING);
	expect(&w, A1, MISSING, INDIKATOR_RULE_STATEMENT);
	world_release(&w);
}

static void serving(void **state)
{
	/* A served region, area, municipality or hospital; a hospital counts where it lies too. */
	struct world w = {0};
	struct indikator_definition *d;
	struct indikator_unit *u;

	(void)state;
	world_standard(&w);
	d = world_service(&w, 0);
	world_catchment(&w, H1, LIST(A2));
	u = world_unit(&w, "u", B3, LIST(Q));
	assert_int_equal(world_status(&w, B1), MET);
	assert_int_equal(world_status(&w, B3), NOT_KNOWN); /* lies there, does not serve it */
	u->serves = (const int[]){R1};
	assert_int_equal(world_status(&w, A3), MET);
	assert_int_equal(world_status(&w, H1), MET);
	u->serves = (const int[]){H1};
	assert_int_equal(world_status(&w, H1), MET);
	assert_int_equal(world_status(&w, A1), MET);
	assert_int_equal(world_status(&w, A2), MET);
	assert_int_equal(world_status(&w, A3), NOT_KNOWN);
	u->serves_count = 0;
	u->hospital = H1;
	assert_int_equal(world_status(&w, H1), MET);
	assert_int_equal(world_status(&w, A1), NOT_KNOWN);
	d->types[0] = "other";
	assert_int_equal(world_status(&w, H1), NOT_KNOWN);
	d->types[1] = "team"; /* any of the types */
	assert_int_equal(world_status(&w, H1), MET);
	world_release(&w);
}

static void lying(void **state)
{
	/* Lies in: only where it lies, through its hospital when nothing else is said. */
	struct world w = {0};
	struct indikator_unit *u;

	(void)state;
	world_standard(&w);
	world_service(&w, 0)->relation = INDIKATOR_LIES_IN;
	world_inventory(&w, SE, INDIKATOR_YES);
	u = world_unit(&w, "u", A2, LIST(R1));
	u->catchment_known = false; /* has no say here */
	assert_int_equal(world_status(&w, A2), MET);
	assert_int_equal(world_status(&w, A1), MISSING);
	u->lies_in = -1;
	assert_int_equal(world_status(&w, A1), NOT_KNOWN); /* it may lie here */
	assert_int_equal(world_status(&w, B1), MISSING);
	u->hospital = H1;
	assert_int_equal(world_status(&w, A1), MET);
	assert_int_equal(world_status(&w, H1), MET);
	assert_int_equal(world_status(&w, A2), MISSING);
	world_release(&w);
}

static void alternatives(void **state)
{
	/* Day and night, or office hours with municipal staff: every attribute of some alternative. */
	const enum indikator_answer u = INDIKATOR_UNKNOWN, n = INDIKATOR_NO, y = INDIKATOR_YES;
	const struct {
		enum indikator_answer night, office, staff;
		enum indikator_status status;
	} rows[] = {
	    {y, n, n, MET},    {n, y, y, MET},       {n, y, n, PARTLY},    {n, n, y, PARTLY},
	    {n, n, u, PARTLY}, {n, y, u, NOT_KNOWN}, {u, n, n, NOT_KNOWN}, {u, y, y, MET},
	    {y, u, u, MET},    {n, n, n, PARTLY},    {u, u, u, NOT_KNOWN}, {u, u, n, NOT_KNOWN},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct world w = {0};
		struct indikator_definition *d;
		struct indikator_unit *unit;

		world_standard(&w);
		d = world_service(&w, MASK(DYGNET_RUNT));
		d->requires[INDIKATOR_MAP][1] = MASK(KONTORSTID_5) | MASK(KOMMUNAL_SAMVERKAN);
		d->requires_count[INDIKATOR_MAP] = 2;
		unit = world_unit(&w, "u", A1, LIST(A1));
		unit->attributes[INDIKATOR_DYGNET_RUNT] = rows[i].night;
		unit->attributes[INDIKATOR_KONTORSTID_5] = rows[i].office;
		unit->attributes[INDIKATOR_KOMMUNAL_SAMVERKAN] = rows[i].staff;
		assert_int_equal(world_status(&w, A1), rows[i].status);
		world_release(&w);
	}
}

static void two_criteria(void **state)
{
	/* The map and the demands are two sets. Where the report demands nothing of its own the map's stand: a set
	 * without requirements must not make a service easier to have. With none in either, any unit meets. */
	struct world w = {0};
	struct indikator_definition *d = start(&w);
	struct indikator_question q = {.today = TODAY, .criteria = INDIKATOR_DEMAND};
	struct indikator_verdict v;
	struct indikator_unit *u = world_unit(&w, "u", A1, LIST(A1));

	(void)state;
	u->attributes[INDIKATOR_RONDER] = INDIKATOR_NO;
	assert_true(indikator_evaluate(world_set(&w), A1, 0, &q, &v));
	assert_int_equal(v.status, PARTLY);
	indikator_verdict_release(&v);
	d->requires_count[INDIKATOR_DEMAND] = 1;
	d->requires[INDIKATOR_DEMAND][0] = MASK(KURATOR);
	assert_true(indikator_evaluate(w.set, A1, 0, &q, &v));
	assert_int_equal(v.status, NOT_KNOWN);
	indikator_verdict_release(&v);
	assert_int_equal(world_status(&w, A1), PARTLY);
	d->requires_count[INDIKATOR_DEMAND] = d->requires_count[INDIKATOR_MAP] = 0;
	assert_true(indikator_evaluate(w.set, A1, 0, &q, &v));
	assert_int_equal(v.status, MET);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void unknown_catchment(void **state)
{
	/* A unit of the region that may serve more leaves the rest of its region unknown, no other. */
	struct world w = {0};
	struct indikator_unit *fails;

	(void)state;
	start(&w);
	world_inventory(&w, SE, INDIKATOR_YES);
	world_unit(&w, "u", A1, LIST(A1))->catchment_known = false;
	expect(&w, A2, NOT_KNOWN, INDIKATOR_RULE_UNIT_MAY);
	expect(&w, B1, MISSING, INDIKATOR_RULE_NO_UNIT);
	world_release(&w);
	fails = world_unit(&w, "fails", A2, LIST(A2));
	fails->attributes[INDIKATOR_RONDER] = INDIKATOR_NO;
	expect(&w, A2, NOT_KNOWN, INDIKATOR_RULE_UNIT_MAY);
	world_release(&w);
	fails->attributes[INDIKATOR_RONDER] = INDIKATOR_YES;
	expect(&w, A2, MET, INDIKATOR_RULE_UNIT_MEETS);
	world_release(&w);
}

static void every_unit(void **state)
{
	/* Quantifier all: one that fails settles it, one unknown leaves it open, none is not met. */
	struct world w = {0};
	struct indikator_unit *a, *b;

	(void)state;
	start(&w)->quantifier = INDIKATOR_ALL;
	expect(&w, A1, NOT_KNOWN, INDIKATOR_RULE_NO_UNIT);
	world_inventory(&w, R1, INDIKATOR_YES);
	world_release(&w);
	expect(&w, A1, MISSING, INDIKATOR_RULE_NO_UNIT);
	world_release(&w);
	a = world_unit(&w, "a", A1, LIST(A1));
	b = world_unit(&w, "b", A1, LIST(A1));
	a->attributes[INDIKATOR_RONDER] = b->attributes[INDIKATOR_RONDER] = INDIKATOR_YES;
	expect(&w, A1, MET, INDIKATOR_RULE_UNIT_MEETS);
	b->attributes[INDIKATOR_RONDER] = INDIKATOR_UNKNOWN;
	expect(&w, A1, NOT_KNOWN, INDIKATOR_RULE_UNIT_MAY);
	a->attributes[INDIKATOR_RONDER] = INDIKATOR_NO;
	expect(&w, A1, PARTLY, INDIKATOR_RULE_UNIT_FAILS);
	b->attributes[INDIKATOR_RONDER] = INDIKATOR_YES;
	expect(&w, A1, PARTLY, INDIKATOR_RULE_UNIT_FAILS);
	a->attributes[INDIKATOR_RONDER] = INDIKATOR_YES;
	world_unit(&w, "c", A2, LIST(A2))->catchment_known = false;
	world_release(&w);
	expect(&w, A1, NOT_KNOWN, INDIKATOR_RULE_UNIT_MAY);
	world_release(&w);
}

static void inventories(void **state)
{
	/* The most specific inventory counts, for every type, from the day it was made. */
	struct world w = {0};
	struct indikator_definition *d = start(&w);
	struct indikator_inventory *region, *area;

	(void)state;
	region = world_inventory(&w, R2, INDIKATOR_YES);
	area = world_inventory(&w, Q, INDIKATOR_NO);
	assert_int_equal(world_status(&w, B3), MISSING);
	assert_int_equal(world_status(&w, B1), NOT_KNOWN);
	assert_int_equal(world_status(&w, A1), NOT_KNOWN);
	area->complete = INDIKATOR_UNKNOWN;
	assert_int_equal(world_status(&w, B1), NOT_KNOWN);
	area->complete = INDIKATOR_YES;
	assert_int_equal(world_status(&w, B1), MISSING);
	d->types[1] = "other";
	assert_int_equal(world_status(&w, B1), NOT_KNOWN);
	d->types[1] = NULL;
	region->valid_from = 20240101;
	assert_int_equal(world_status_year(&w, B3, 2023), NOT_KNOWN);
	assert_int_equal(world_status_year(&w, B3, 2024), MISSING);
	world_release(&w);
	region->valid_from = 0;
	world_unit(&w, "dated", A1, LIST(A1))->valid_from = 20230101;
	assert_int_equal(world_status_year(&w, B3, 2022), NOT_KNOWN); /* before the first */
	assert_int_equal(world_status_year(&w, B3, 2023), MISSING);
	world_release(&w);
}

static void validity(void **state)
{
	/* A unit counts from its first day to its last. */
	struct world w = {0};
	struct indikator_unit *u;

	(void)state;
	world_standard(&w);
	world_service(&w, 0);
	world_inventory(&w, R1, INDIKATOR_YES);
	u = world_unit(&w, "u", A1, LIST(A1));
	u->valid_from = 20220701;
	u->valid_to = 20240630;
	assert_int_equal(world_status_year(&w, A1, 2021), NOT_KNOWN);
	assert_int_equal(world_status_year(&w, A1, 2022), MET);
	assert_int_equal(world_status_year(&w, A1, 2023), MET);
	assert_int_equal(world_status_year(&w, A1, 2024), MISSING);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(in_order),     cmocka_unit_test(serving),      cmocka_unit_test(lying),
	    cmocka_unit_test(alternatives), cmocka_unit_test(two_criteria), cmocka_unit_test(unknown_catchment),
	    cmocka_unit_test(every_unit),   cmocka_unit_test(inventories),  cmocka_unit_test(validity),
	};

	return cmocka_run_group_tests_name("engine: units", tests, NULL, NULL);
}
