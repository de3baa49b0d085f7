/* test_overlay.c - what if: hand-worked assumptions of each kind, what they mend, and that the base is left alone. */
#include "world.h"

#include <stdlib.h>
#include <string.h>

static const struct indikator_question now = {.year = YEAR, .today = TODAY};

struct assumed {
	struct indikator_set *set;
	struct indikator_error error;
	int failed;
};

static struct assumed assume(struct world *w, const struct indikator_assumption *list, size_t count)
{
	struct assumed a = {.set = NULL};

	a.set = indikator_set_assuming(world_set(w), list, count, &now, &a.failed, &a.error);
	return a;
}

static struct indikator_set *assume_one(struct world *w, struct indikator_assumption one)
{
	struct assumed a = assume(w, &one, 1);

	assert_string_equal(a.error.text, "");
	assert_non_null(a.set);
	return a.set;
}

static struct indikator_verdict ask(const struct indikator_set *set, int place)
{
	struct indikator_verdict v;

	assert_true(indikator_evaluate(set, place, 0, &now, &v));
	indikator_verdict_release(&v);
	return v;
}

static struct indikator_assumption figure(enum indikator_assumption_kind kind, int place, struct indikator_number amount)
{
	return (struct indikator_assumption){.kind = kind, .place = place, .amount = amount};
}

/* 16 beds for 302 431 people in R1, 100 for 1 000 000 in the country; 8-10 per 100 000. */
static void beds_world(struct world *w)
{
	world_standard(w);
	world_ratio(w, INDIKATOR_WITHIN, N(8, 1))->target_high = N(10, 1);
	world_figure(w, R1, YEAR, "n", 16);
	world_figure(w, R1, YEAR, "d", 302431);
	world_figure(w, SE, YEAR, "n", 100);
	world_figure(w, SE, YEAR, "d", 1000000);
	world_figure(w, R1, YEAR, "printed", 5)->published = true;
}

static void more_beds(void **state)
{
	/* Six more: 22 / 302 431 = 7,27. To 24,19 lack 3, to 30,24 lack 9. The country's own total follows: 106. What was
	 * printed of the 16 is no longer said of the 22. */
	struct world w = {0};
	struct indikator_verdict before, v;
	struct indikator_set *set;

	(void)state;
	beds_world(&w);
	set = assume_one(&w, figure(INDIKATOR_ASSUME_MORE, R1, N(6, 1)));
	before = ask(w.set, R1);
	assert_number(before.numerator, 16, 1);
	assert_int_equal(before.distance, 9);
	assert_number(before.published, 5, 1);
	v = ask(set, R1);
	assert_number(v.value, 2200000, 302431);
	assert_int_equal(v.status, INDIKATOR_STATUS_PARTLY);
	assert_int_equal(v.distance, 3);
	assert_int_equal(v.distance_high, 9);
	assert_int_equal(v.published.den, 0);
	assert_false(v.differs);
	v = ask(set, SE);
	assert_number(v.numerator, 106, 1);
	assert_ptr_equal(indikator_base(set), w.set);
	assert_null(indikator_base(w.set));
	assert_true(indikator_is_assumed(set, INDIKATOR_EVIDENCE_OBSERVATION, 0));
	assert_false(indikator_is_assumed(set, INDIKATOR_EVIDENCE_OBSERVATION, 1));
	assert_true(indikator_is_assumed(set, INDIKATOR_EVIDENCE_OBSERVATION, 2));
	assert_false(indikator_is_assumed(w.set, INDIKATOR_EVIDENCE_OBSERVATION, 0));
	indikator_set_free(&set);
	world_release(&w);
}

static void one_upon_the_other(void **state)
{
	/* 16 + 6 - 2 = 20; then exactly 31, above the range of at most 30,2431. */
	struct world w = {0};
	const struct indikator_assumption list[] = {figure(INDIKATOR_ASSUME_MORE, R1, N(6, 1)),
						    figure(INDIKATOR_ASSUME_MORE, R1, N(-2, 1)),
						    figure(INDIKATOR_ASSUME_COUNT, R1, N(31, 1))};
	struct assumed a;
	struct indikator_verdict v;

	(void)state;
	beds_world(&w);
	a = assume(&w, list, 2);
	v = ask(a.set, R1);
	assert_number(v.numerator, 20, 1);
	indikator_set_free(&a.set);
	a = assume(&w, list, 3);
	v = ask(a.set, R1);
	assert_int_equal(v.status, INDIKATOR_STATUS_MET);
	assert_true(v.over);
	v = ask(a.set, SE);
	assert_number(v.numerator, 115, 1);
	indikator_set_free(&a.set);
	world_release(&w);
}

static void fewer_than_none(void **state)
{
	/* All 16 may go; a seventeenth may not, and it is told which assumption failed. */
	struct world w = {0};
	const struct indikator_assumption list[] = {figure(INDIKATOR_ASSUME_MORE, R1, N(-16, 1)),
						    figure(INDIKATOR_ASSUME_MORE, R1, N(-1, 1))};
	struct assumed a;

	(void)state;
	beds_world(&w);
	a = assume(&w, list, 1);
	assert_int_equal(ask(a.set, R1).status, INDIKATOR_STATUS_MISSING);
	indikator_set_free(&a.set);
	a = assume(&w, list, 2);
	assert_null(a.set);
	assert_int_equal(a.failed, 1);
	assert_string_equal(a.error.text, "Det blir färre än noll i R1.");
	world_release(&w);
}

static void figure_that_nobody_states(void **state)
{
	/* Unknown and three more is unknown, so it is refused; a count may be assumed. 3 of 75 000 is 4 per 100 000. */
	struct world w = {0};
	struct indikator_assumption one = figure(INDIKATOR_ASSUME_MORE, A1, N(3, 1));
	struct assumed a;
	struct indikator_set *set;

	(void)state;
	world_standard(&w);
	world_ratio(&w, INDIKATOR_AT_LEAST, N(4, 1));
	world_figure(&w, A1, YEAR, "d", 75000);
	a = assume(&w, &one, 1);
	assert_null(a.set);
	assert_int_equal(a.failed, 0);
	assert_string_equal(a.error.text, "Talet är inte uppgivet i A1, så det går inte att lägga något till det.");
	set = assume_one(&w, figure(INDIKATOR_ASSUME_COUNT, A1, N(3, 1)));
	assert_int_equal(ask(set, A1).status, INDIKATOR_STATUS_MET);
	assert_number(ask(set, A1).value, 4, 1);
	indikator_set_free(&set);
	world_release(&w);
}

static void unknown_with_a_reason(void **state)
{
	/* A figure that a source says it does not know is the one that is assumed: no second row is added. */
	struct world w = {0};
	struct indikator_set *set;

	(void)state;
	world_standard(&w);
	world_ratio(&w, INDIKATOR_AT_LEAST, N(4, 1));
	world_figure(&w, A1, YEAR, "n", 0)->value = UNKNOWN;
	w.observations[0].reason = "skyddat";
	world_figure(&w, A1, YEAR, "d", 75000);
	set = assume_one(&w, figure(INDIKATOR_ASSUME_COUNT, A1, N(3, 1)));
	assert_int_equal(indikator_set_data(set)->observations_count, 2);
	assert_null(indikator_set_data(set)->observations[0].reason);
	assert_number(ask(set, A1).value, 4, 1);
	assert_string_equal(w.observations[0].reason, "skyddat");
	indikator_set_free(&set);
	world_release(&w);
}

static void share(void **state)
{
	/* 85 % of 1 203 dead is 1 022,55: 1 023 people are needed, 85,04 %. */
	struct world w = {0};
	struct indikator_set *set;
	struct indikator_definition *d;

	(void)state;
	world_standard(&w);
	d = world_ratio(&w, INDIKATOR_AT_LEAST, N(98, 1));
	d->factor = N(100, 1);
	world_figure(&w, R1, YEAR, "n", 900);
	world_figure(&w, R1, YEAR, "d", 1203);
	set = assume_one(&w, figure(INDIKATOR_ASSUME_VALUE, R1, N(85, 1)));
	assert_number(ask(set, R1).numerator, 1023, 1);
	assert_int_equal(ask(set, R1).distance, 156); /* 98 % of 1 203 is 1 178,94 */
	indikator_set_free(&set);
	/* less is better: the number that is not above it */
	world_release(&w);
	d->direction = INDIKATOR_AT_MOST;
	set = assume_one(&w, figure(INDIKATOR_ASSUME_VALUE, R1, N(85, 1)));
	assert_number(ask(set, R1).numerator, 1022, 1);
	indikator_set_free(&set);
	world_release(&w);
}

static void share_of_a_given_number(void **state)
{
	/* Nobody has stated how many died: refused, unless the assumption says of how many. */
	struct world w = {0};
	struct indikator_assumption one = figure(INDIKATOR_ASSUME_VALUE, R1, N(85, 1));
	struct assumed a;
	struct indikator_set *set;

	(void)state;
	world_standard(&w);
	world_ratio(&w, INDIKATOR_AT_LEAST, N(98, 1))->factor = N(100, 1);
	a = assume(&w, &one, 1);
	assert_null(a.set);
	assert_string_equal(a.error.text, "Det är inte uppgivet hur många talet ska räknas på i R1.");
	one.of = N(0, 1);
	a = assume(&w, &one, 1);
	assert_null(a.set);
	assert_string_equal(a.error.text, "En andel kan inte räknas på noll eller färre.");
	one.of = N(200, 1);
	set = assume_one(&w, one);
	assert_number(ask(set, R1).value, 85, 1);
	assert_int_equal(ask(set, R1).year, YEAR);
	indikator_set_free(&set);
	world_release(&w);
}

static void parts_and_wholes(void **state)
{
	/* A region that is the sum of its municipalities follows one of them; and may be assumed as a whole. */
	struct world w = {0};
	struct indikator_set *set;

	(void)state;
	world_standard(&w);
	world_ratio(&w, INDIKATOR_AT_LEAST, N(4, 1));
	for (int p = A1; p <= A3; p++) {
		world_figure(&w, p, YEAR, "n", 2);
		world_figure(&w, p, YEAR, "d", 100000);
	}
	set = assume_one(&w, figure(INDIKATOR_ASSUME_MORE, A1, N(3, 1)));
	assert_number(ask(set, A1).numerator, 5, 1);
	assert_number(ask(set, R1).numerator, 9, 1);
	indikator_set_free(&set);
	set = assume_one(&w, figure(INDIKATOR_ASSUME_MORE, R1, N(3, 1)));
	assert_number(ask(set, R1).numerator, 9, 1);
	assert_number(ask(set, A1).numerator, 2, 1);
	indikator_set_free(&set);
	world_release(&w);
}

static void more_are_reached(void **state)
{
	/* Need 25 % of 3 064 = 766, printed 768 of whom 174 were not reached: 594 were. 100 more: 72 of 766 remain. The
	 * country sums its regions. */
	struct world w = {0};
	struct indikator_assumption all = figure(INDIKATOR_ASSUME_MORE, R1, N(-595, 1));
	struct indikator_set *set;
	struct assumed a;

	(void)state;
	world_standard(&w);
	world_need(&w);
	for (int p = R1; p <= R2; p += R2 - R1) {
		world_figure(&w, p, YEAR, "base", 3064);
		world_figure(&w, p, YEAR, "need", 768);
		world_figure(&w, p, YEAR, "unmet", 174);
	}
	set = assume_one(&w, figure(INDIKATOR_ASSUME_MORE, R1, N(100, 1)));
	assert_int_equal(ask(w.set, R1).distance, 172);
	assert_int_equal(ask(set, R1).distance, 72);
	assert_int_equal(ask(set, R1).received, 694);
	assert_int_equal(ask(set, SE).received, 594 + 694);
	indikator_set_free(&set);
	a = assume(&w, &all, 1);
	assert_null(a.set);
	assert_string_equal(a.error.text, "Så många färre kan inte få stöd i R1: det blir under noll.");
	all.place = SE;
	a = assume(&w, &all, 1);
	assert_null(a.set);
	world_release(&w);
}

static void more_are_reached_when_it_is_stated(void **state)
{
	struct world w = {0};
	struct indikator_set *set;

	(void)state;
	world_standard(&w);
	world_need(&w);
	world_figure(&w, R1, YEAR, "base", 400);
	world_figure(&w, R1, YEAR, "received", 60);
	set = assume_one(&w, figure(INDIKATOR_ASSUME_MORE, R1, N(40, 1)));
	assert_int_equal(ask(set, R1).status, INDIKATOR_STATUS_MET);
	assert_int_equal(ask(set, R1).distance, 0);
	indikator_set_free(&set);
	world_release(&w);
}

/* ---- units and what they mend ------------------------------------------------------- */

static struct indikator_unit team(const int *serves, size_t count, enum indikator_answer all_day)
{
	struct indikator_unit u = {.id = "ny", .type = "team", .lies_in = A1, .hospital = -1, .serves = serves,
				   .serves_count = count, .catchment_known = true};

	u.attributes[INDIKATOR_DYGNET_RUNT] = all_day;
	return u;
}

static struct indikator_assumption unit(int index, const struct indikator_unit *u)
{
	return (struct indikator_assumption){.kind = INDIKATOR_ASSUME_UNIT, .unit = index, .as = u};
}

static void new_unit_mends_a_gap(void **state)
{
	/* The whole of R1 lacks it. A team for A1 and A2 that meets the requirement is there and there alone; the statement
	 * stands for A3, and is listed as mended for the two. */
	struct world w = {0};
	const struct indikator_unit u = team(LIST(A1, A2), INDIKATOR_YES);
	const struct indikator_mended *mended;
	struct indikator_set *set;

	(void)state;
	world_standard(&w);
	world_service(&w, MASK(DYGNET_RUNT));
	world_statement(&w, R1, INDIKATOR_MISSING);
	set = assume_one(&w, unit(-1, &u));
	assert_int_equal(ask(w.set, R1).status, INDIKATOR_STATUS_MISSING);
	assert_int_equal(ask(set, A1).status, INDIKATOR_STATUS_MET);
	assert_int_equal(ask(set, A1).rule, INDIKATOR_RULE_UNIT_MEETS);
	assert_false(ask(set, A1).contradicted);
	assert_int_equal(ask(set, A2).status, INDIKATOR_STATUS_MET);
	assert_int_equal(ask(set, A3).status, INDIKATOR_STATUS_MISSING);
	assert_int_equal(ask(set, R1).status, INDIKATOR_STATUS_PARTLY);
	assert_int_equal(indikator_mended(set, &mended), 3); /* the hospital in A1 too */
	assert_int_equal(mended[0].place, A1);
	assert_int_equal(mended[1].place, A2);
	assert_int_equal(mended[2].place, H1);
	assert_int_equal(mended[2].statement, 0);
	assert_int_equal(indikator_mended(w.set, &mended), 0);
	assert_true(indikator_is_assumed(set, INDIKATOR_EVIDENCE_UNIT, 0));
	indikator_set_free(&set);
	world_release(&w);
}

static void unanswered_requirement_mends_nothing(void **state)
{
	/* A team of which nobody says that it works day and night may or may not do: rule 1 stands, and nothing is guessed. */
	struct world w = {0};
	const struct indikator_unit u = team(LIST(A1), INDIKATOR_UNKNOWN);
	const struct indikator_mended *mended;
	struct indikator_set *set;

	(void)state;
	world_standard(&w);
	world_service(&w, MASK(DYGNET_RUNT));
	world_statement(&w, R1, INDIKATOR_MISSING);
	set = assume_one(&w, unit(-1, &u));
	assert_int_equal(ask(set, A1).status, INDIKATOR_STATUS_MISSING);
	assert_int_equal(indikator_mended(set, &mended), 0);
	indikator_set_free(&set);
	world_release(&w);
}

static void line_becomes_day_and_night(void **state)
{
	/* A unit that is there is answered otherwise; a limited statement ends too, one that says met does not. */
	struct world w = {0};
	struct indikator_unit changed;
	const struct indikator_mended *mended;
	struct indikator_set *set;

	(void)state;
	world_standard(&w);
	world_service(&w, MASK(DYGNET_RUNT));
	world_unit(&w, "u", A1, LIST(A1, A2))->attributes[INDIKATOR_DYGNET_RUNT] = INDIKATOR_NO;
	world_statement_places(world_statement(&w, R1, INDIKATOR_LIMITED), LIST(A1));
	world_statement_places(world_statement(&w, R1, INDIKATOR_MET), LIST(A2));
	changed = w.units[0];
	changed.attributes[INDIKATOR_DYGNET_RUNT] = INDIKATOR_YES;
	set = assume_one(&w, unit(0, &changed));
	assert_int_equal(ask(w.set, A1).status, INDIKATOR_STATUS_PARTLY);
	assert_int_equal(ask(set, A1).status, INDIKATOR_STATUS_MET);
	assert_int_equal(ask(set, A2).rule, INDIKATOR_RULE_STATEMENT);
	assert_int_equal(indikator_mended(set, &mended), 2); /* A1 and the hospital in it */
	assert_int_equal(indikator_set_data(set)->units_count, 1);
	assert_int_equal(w.units[0].attributes[INDIKATOR_DYGNET_RUNT], INDIKATOR_NO);
	indikator_set_free(&set);
	world_release(&w);
}

static void contradiction_is_not_mended_by_more_of_the_same(void **state)
{
	/* A unit met the requirements already and a source says the service is missing all the same. Another such unit
	 * is no answer to what the source saw; only saying so is. */
	struct world w = {0};
	const struct indikator_unit u = team(LIST(A1), INDIKATOR_YES);
	struct indikator_assumption list[2] = {unit(-1, &u), {.kind = INDIKATOR_ASSUME_MENDED, .place = A1}};
	struct assumed a;

	(void)state;
	world_standard(&w);
	world_service(&w, MASK(DYGNET_RUNT));
	world_unit(&w, "u", A1, LIST(A1))->attributes[INDIKATOR_DYGNET_RUNT] = INDIKATOR_YES;
	world_statement(&w, R1, INDIKATOR_MISSING);
	a = assume(&w, list, 1);
	assert_int_equal(ask(a.set, A1).status, INDIKATOR_STATUS_MISSING);
	assert_true(ask(a.set, A1).contradicted);
	indikator_set_free(&a.set);
	a = assume(&w, list, 2);
	assert_int_equal(ask(a.set, A1).status, INDIKATOR_STATUS_MET);
	assert_false(ask(a.set, A1).contradicted);
	assert_int_equal(ask(a.set, A2).status, INDIKATOR_STATUS_MISSING);
	indikator_set_free(&a.set);
	world_release(&w);
}

static void gap_said_to_be_mended(void **state)
{
	/* Without a unit: the statement is gone, and then nobody says anything. Where it says nothing, it cannot be mended. */
	struct world w = {0};
	struct indikator_assumption one = {.kind = INDIKATOR_ASSUME_MENDED, .place = R1};
	struct assumed a;

	(void)state;
	world_standard(&w);
	world_service(&w, 0);
	world_statement(&w, R1, INDIKATOR_MISSING)->id = "B1";
	a = assume(&w, &one, 1);
	assert_int_equal(ask(a.set, R1).status, INDIKATOR_STATUS_UNKNOWN);
	indikator_set_free(&a.set);
	one.place = B1;
	a = assume(&w, &one, 1);
	assert_null(a.set);
	assert_string_equal(a.error.text, "Det som sägs i B1 gäller inte i B1.");
	world_release(&w);
}

static void every_unit_must(void **state)
{
	/* When all must meet, one more that does changes nothing while another does not. */
	struct world w = {0};
	const struct indikator_unit u = team(LIST(A1), INDIKATOR_YES);
	struct indikator_unit changed;
	struct indikator_set *set;

	(void)state;
	world_standard(&w);
	world_service(&w, MASK(DYGNET_RUNT))->quantifier = INDIKATOR_ALL;
	world_unit(&w, "u", A1, LIST(A1))->attributes[INDIKATOR_DYGNET_RUNT] = INDIKATOR_NO;
	world_statement(&w, A1, INDIKATOR_MISSING);
	set = assume_one(&w, unit(-1, &u));
	assert_int_equal(ask(set, A1).status, INDIKATOR_STATUS_MISSING);
	indikator_set_free(&set);
	changed = w.units[0];
	changed.attributes[INDIKATOR_DYGNET_RUNT] = INDIKATOR_YES;
	set = assume_one(&w, unit(0, &changed));
	assert_int_equal(ask(set, A1).status, INDIKATOR_STATUS_MET);
	indikator_set_free(&set);
	world_release(&w);
}

static void no_older_knowledge(void **state)
{
	/* A unit that has always been there does not move the day before which nothing is known. */
	struct world w = {0};
	struct indikator_unit u = team(LIST(A1), INDIKATOR_YES);
	const struct indikator_question long_ago = {.year = 2010, .today = TODAY};
	struct indikator_verdict v;
	struct indikator_set *set;

	(void)state;
	world_standard(&w);
	world_service(&w, 0);
	world_statement(&w, R2, INDIKATOR_MISSING)->valid_from = 20240101;
	u.valid_from = 20000101;
	u.serves_count = 0;
	set = assume_one(&w, unit(-1, &u));
	assert_true(indikator_evaluate(set, B3, 0, &long_ago, &v));
	assert_int_equal(v.status, INDIKATOR_STATUS_UNKNOWN);
	indikator_verdict_release(&v);
	indikator_set_free(&set);
	world_release(&w);
}

static void indices_are_checked(void **state)
{
	struct world w = {0};
	const struct indikator_unit u = team(LIST(99), INDIKATOR_YES);
	const struct indikator_assumption wrong[] = {
	    figure(INDIKATOR_ASSUME_MORE, 99, N(1, 1)),
	    {.kind = INDIKATOR_ASSUME_MORE, .place = A1, .definition = 7, .amount = N(1, 1)},
	    figure(INDIKATOR_ASSUME_MORE, A1, UNKNOWN),
	    figure((enum indikator_assumption_kind)9, A1, N(1, 1)),
	    unit(5, &u),
	    {.kind = INDIKATOR_ASSUME_UNIT, .unit = -1},
	    {.kind = INDIKATOR_ASSUME_MENDED, .place = A1, .statement = 3},
	    {.kind = INDIKATOR_ASSUME_COUNT, .place = A1, .amount = N(1, 1)}, /* of a service */
	    unit(-1, &u),
	};
	struct indikator_error error;
	struct indikator_set *set, *again;

	(void)state;
	world_standard(&w);
	world_service(&w, 0);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct assumed a = assume(&w, &wrong[i], 1);

		assert_null(a.set);
		assert_string_not_equal(a.error.text, "");
	}
	set = indikator_set_assuming(world_set(&w), NULL, 0, &now, NULL, &error);
	assert_non_null(set);
	again = indikator_set_assuming(set, NULL, 0, &now, NULL, &error);
	assert_null(again);
	indikator_set_free(&set);
	world_release(&w);
}

/* ---- properties -------------------------------------------------------------------- */

static unsigned next_random(unsigned *state)
{
	*state = *state * 1103515245u + 12345u;
	return *state >> 16 & 0x7fff;
}

/* A small world of one ratio and one service with random figures, units and statements. */
static void random_world(struct world *w, unsigned *r)
{
	static const int lists[][3] = {{A1, A2, H1}, {A2, A3, R1}, {H1, B1, Q}, {R1, R2, A3}};

	world_standard(w);
	world_ratio(w, INDIKATOR_AT_LEAST, N(4, 1))->service = next_random(r) % 2 ? "team" : NULL;
	world_service(w, next_random(r) % 2 ? MASK(DYGNET_RUNT) : 0);
	for (int p = A1; p <= B3; p++) {
		if (next_random(r) % 4)
			world_figure(w, p, YEAR, "d", 1 + next_random(r));
		if (next_random(r) % 3)
			world_figure(w, p, YEAR, "n", next_random(r) % 9);
	}
	for (unsigned i = next_random(r) % 4; i > 0; i--) {
		struct indikator_unit *u = world_unit(w, "u", A1 + (int)(next_random(r) % 3), lists[next_random(r) % 4],
						      next_random(r) % 4);
		u->attributes[INDIKATOR_DYGNET_RUNT] = (enum indikator_answer)(next_random(r) % 3);
		u->catchment_known = next_random(r) % 2;
	}
	for (unsigned i = next_random(r) % 4; i > 0; i--)
		world_statement_places(world_statement(w, R1, (enum indikator_degree)(next_random(r) % 3)),
				       lists[0], next_random(r) % 4);
}

static void nothing_assumed_changes_nothing(void **state)
{
	struct indikator_touched *touched;
	unsigned r = 7;
	size_t count;

	(void)state;
	for (int i = 0; i < 200; i++) {
		struct world w = {0};
		struct assumed a;

		random_world(&w, &r);
		a = assume(&w, NULL, 0);
		assert_true(indikator_touched(w.set, a.set, -1, &now, &touched, &count));
		assert_int_equal(count, 0);
		free(touched);
		indikator_set_free(&a.set);
		world_release(&w);
	}
}

static void base_is_left_alone(void **state)
{
	/* Byte by byte, whatever is assumed; and the base gives the same verdicts afterwards. */
	unsigned r = 11;

	(void)state;
	for (int i = 0; i < 200; i++) {
		struct world *w = calloc(1, sizeof *w), *copy = malloc(sizeof *copy);
		const struct indikator_unit u = team(LIST(A1, R2), INDIKATOR_YES);
		const struct indikator_assumption list[] = {
		    figure(INDIKATOR_ASSUME_COUNT, A1, N(next_random(&r) % 5, 1)), unit(-1, &u),
		    figure(INDIKATOR_ASSUME_COUNT, R2, N(4, 1))};
		enum indikator_status before;
		struct assumed a;

		assert_true(w && copy);
		random_world(w, &r);
		before = ask(world_set(w), R1).status;
		memcpy(copy, w, sizeof *w);
		a = assume(w, list, sizeof list / sizeof *list);
		assert_non_null(a.set);
		assert_memory_equal(w, copy, sizeof *w);
		assert_int_equal(ask(w->set, R1).status, before);
		indikator_set_free(&a.set);
		assert_memory_equal(w, copy, sizeof *w);
		world_release(w);
		free(w);
		free(copy);
	}
}

static void more_is_never_less(void **state)
{
	/* One bed more never lowers a rate, and one unit more that meets everything never takes a service from a place. */
	const struct indikator_question q = now;
	unsigned r = 23;

	(void)state;
	for (int i = 0; i < 200; i++) {
		struct world w = {0};
		const struct indikator_unit u = team(LIST(A1, A2), INDIKATOR_YES);
		struct indikator_assumption one = figure(INDIKATOR_ASSUME_MORE, A1, N(1, 1));
		struct assumed a;

		random_world(&w, &r);
		a = assume(&w, &one, 1);
		for (int p = SE; a.set && p <= B3; p++) {
			struct indikator_verdict x = ask(w.set, p), y = ask(a.set, p);

			if (x.value.den && y.value.den)
				assert_true((int64_t)y.value.num * x.value.den >= (int64_t)x.value.num * y.value.den);
		}
		indikator_set_free(&a.set);
		a.set = assume_one(&w, unit(-1, &u));
		for (int p = SE; p <= B3; p++) {
			struct indikator_verdict x, y;

			assert_true(indikator_evaluate(w.set, p, 1, &q, &x) && indikator_evaluate(a.set, p, 1, &q, &y));
			assert_true(y.municipalities.met >= x.municipalities.met);
			indikator_verdict_release(&x);
			indikator_verdict_release(&y);
		}
		indikator_set_free(&a.set);
		world_release(&w);
	}
}

static void what_is_touched(void **state)
{
	/* The region and the country, not the municipalities; within R2 nothing. */
	struct world w = {0};
	struct indikator_touched *touched;
	struct indikator_set *set;
	size_t count;

	(void)state;
	beds_world(&w);
	set = assume_one(&w, figure(INDIKATOR_ASSUME_MORE, R1, N(6, 1)));
	assert_true(indikator_touched(w.set, set, -1, &now, &touched, &count));
	assert_int_equal(count, 2);
	assert_int_equal(touched[0].place, SE);
	assert_int_equal(touched[1].place, R1);
	assert_int_equal(touched[1].definition, 0);
	assert_number(touched[1].before.numerator, 16, 1);
	assert_number(touched[1].after.numerator, 22, 1);
	assert_null(touched[1].after.evidence);
	free(touched);
	assert_true(indikator_touched(w.set, set, R1, &now, &touched, &count));
	assert_int_equal(count, 1);
	free(touched);
	assert_true(indikator_touched(w.set, set, R2, &now, &touched, &count));
	assert_int_equal(count, 0);
	free(touched);
	indikator_set_free(&set);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(more_beds),
	    cmocka_unit_test(one_upon_the_other),
	    cmocka_unit_test(fewer_than_none),
	    cmocka_unit_test(figure_that_nobody_states),
	    cmocka_unit_test(unknown_with_a_reason),
	    cmocka_unit_test(share),
	    cmocka_unit_test(share_of_a_given_number),
	    cmocka_unit_test(parts_and_wholes),
	    cmocka_unit_test(more_are_reached),
	    cmocka_unit_test(more_are_reached_when_it_is_stated),
	    cmocka_unit_test(new_unit_mends_a_gap),
	    cmocka_unit_test(unanswered_requirement_mends_nothing),
	    cmocka_unit_test(line_becomes_day_and_night),
	    cmocka_unit_test(contradiction_is_not_mended_by_more_of_the_same),
	    cmocka_unit_test(gap_said_to_be_mended),
	    cmocka_unit_test(every_unit_must),
	    cmocka_unit_test(no_older_knowledge),
	    cmocka_unit_test(indices_are_checked),
	    cmocka_unit_test(nothing_assumed_changes_nothing),
	    cmocka_unit_test(base_is_left_alone),
	    cmocka_unit_test(more_is_never_less),
	    cmocka_unit_test(what_is_touched),
	};

	return cmocka_run_group_tests_name("what if", tests, NULL, NULL);
}
