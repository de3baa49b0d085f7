/* test_action.c - the rules for actions. */
#include "council_world.h"

#include "radsbord/council/action.h"

#include <string.h>

static const struct date today = {2026, 11, 24};

/* The value a step gives a field of the record; "" for none, NULL when the step does not touch it. */
static const char *given(const struct changes *c, const char *field)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct change *x = &c->items[i];
		if (x->kind == CHANGE_SET && strcmp(x->field->name, field) == 0)
			return x->after.count ? x->after.items[x->after.count - 1] : "";
		for (size_t k = 0; x->kind == CHANGE_ADD && k < x->fields_count; k++)
			if (strcmp(x->fields[k].field->name, field) == 0)
				return x->fields[k].values.items[0];
	}
	return NULL;
}

static void test_overdue(void **state)
{
	/* Overdue is due before today and not over; standing, done and dropped never are, and neither is what has no date. */
	static const bool can_be[ACTION_STATUSES] = {
		[ACTION_NOT_STARTED] = true, [ACTION_ONGOING] = true, [ACTION_PAUSED] = true};
	(void)state;
	for (int status = 0; status < ACTION_STATUSES; status++) {
		struct action a = world_action("A1", (enum action_status)status, DAY(2026, 11, 23));
		assert_int_equal(action_is_overdue(&a, today), can_be[status]);
		a.due = today;
		assert_false(action_is_overdue(&a, today));
		a.due = DATE_NONE;
		assert_false(action_is_overdue(&a, today));
	}
}

static void test_open(void **state)
{
	/* What is done or dropped is closed; all else is open. */
	(void)state;
	for (int status = 0; status < ACTION_STATUSES; status++) {
		struct action a = world_action("A1", (enum action_status)status, DATE_NONE);
		assert_int_equal(action_is_open(&a), status != ACTION_DONE && status != ACTION_DROPPED);
	}
}

static void test_incomplete(void **state)
{
	/* To be completed: open, and without owner or date; a standing activity needs no date. */
	struct action a = world_action("A1", ACTION_ONGOING, DAY(2026, 12, 1));
	(void)state;
	assert_true(action_is_incomplete(&a));
	a.owner = "Region Sörmland";
	assert_false(action_is_incomplete(&a));
	a.due = DATE_NONE;
	assert_true(action_is_incomplete(&a));
	a.status = ACTION_STANDING;
	assert_false(action_is_incomplete(&a));
	a.owner = NULL;
	assert_true(action_is_incomplete(&a));
	a.status = ACTION_DONE;
	assert_false(action_is_incomplete(&a));
	a.status = ACTION_DROPPED;
	assert_false(action_is_incomplete(&a));
}

static void test_next_nr(void **state)
{
	/* The next display number is max + 1; absent, negative and impossible numbers do not count. */
	struct records r = {0};
	struct action a = world_action("A1", ACTION_ONGOING, DATE_NONE);
	static const int64_t numbers[] = {FIELD_INT_NONE, 7, 3, -5, INT64_MAX};
	(void)state;
	assert_int_equal(action_next_nr(&r), 1);
	world_add(&r, RECORD_ACTION, &a);
	assert_int_equal(action_next_nr(&r), 1);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		a.nr = numbers[i];
		world_add(&r, RECORD_ACTION, &a);
	}
	assert_int_equal(action_next_nr(&r), 8);
	world_release(&r);
}

static void test_for_gap(void **state)
{
	/* The actions that answer a gap are counted, and as many as there is room for are named. */
	struct records r = {0};
	struct arena arena = {0};
	size_t out[2] = {9, 9};
	(void)state;
	for (int i = 0; i < 4; i++) {
		struct action a = world_action("A", ACTION_ONGOING, DATE_NONE);
		strings_add(&a.gaps, "annan", &arena);
		if (i != 1)
			strings_add(&a.gaps, "B1", &arena);
		world_add(&r, RECORD_ACTION, &a);
	}
	assert_int_equal(actions_for_gap(&r, "B1", NULL, 0), 3);
	assert_int_equal(actions_for_gap(&r, "B1", out, 2), 3);
	assert_int_equal(out[0], 0);
	assert_int_equal(out[1], 2);
	assert_int_equal(actions_for_gap(&r, "B", out, 2), 0);
	world_release(&r);
	arena_release(&arena);
}

static void test_answers_counted(void **state)
{
	/* For every gap and proposal at once what each is told one by one; one named twice is answered once. */
	static const char *const ids[] = {"B1", "B2", "annan", "F1"};
	struct records r = {0};
	struct arena arena = {0};
	struct action_answers counted = {0};

	(void)state;
	for (int i = 0; i < 5; i++) {
		struct action a = world_action("A", ACTION_ONGOING, DATE_NONE);
		strings_add(&a.gaps, "B1", &arena);
		if (i == 2)
			strings_add(&a.gaps, "B1", &arena);
		if (i > 2)
			strings_add(&a.gaps, "B2", &arena);
		if (i > 3)
			strings_add(&a.proposals, "F1", &arena);
		world_add(&r, RECORD_ACTION, &a);
	}
	action_answers_make(&counted, &r);
	assert_int_equal(action_answers_gap(&counted, "B1"), 5);
	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
		assert_int_equal(action_answers_gap(&counted, ids[i]), actions_for_gap(&r, ids[i], NULL, 0));
		assert_int_equal(action_answers_proposal(&counted, ids[i]), actions_for_proposal(&r, ids[i], NULL, 0));
	}
	assert_int_equal(action_answers_gap(&counted, NULL), 0);
	action_answers_make(&counted, NULL);
	assert_int_equal(action_answers_gap(&counted, "B1"), 0);
	action_answers_release(&counted);
	world_release(&r);
	arena_release(&arena);
}

static void test_status(void **state)
{
	/* Done gets its day, once; any other status takes it away; the same status changes nothing. */
	struct action a = world_action("A1", ACTION_ONGOING, DATE_NONE);
	struct changes c = {0};
	(void)state;
	a.nr = 4;
	action_set_status(&c, &a, ACTION_DONE, today);
	assert_string_equal(given(&c, "Status"), "klar");
	assert_string_equal(given(&c, "Klart"), "2026-11-24");
	assert_string_equal(c.title, "Åtgärd 4: klar");
	changes_release(&c);
	a.status = ACTION_DONE;
	a.done = DAY(2026, 3, 1);
	action_set_status(&c, &a, ACTION_DONE, today);
	assert_int_equal(c.count, 0);
	action_set_status(&c, &a, ACTION_PAUSED, today);
	assert_string_equal(given(&c, "Status"), "pausad");
	assert_string_equal(given(&c, "Klart"), "");
	changes_release(&c);
}

static void test_due_owner_note(void **state)
{
	/* Date, owner and note are set, struck, and left alone; the note begins with its day. */
	struct action a = world_action("A1", ACTION_ONGOING, DAY(2026, 12, 1));
	struct changes c = {0};
	(void)state;
	a.kind = ACTION_ACTIVITY;
	a.nr = 2;
	action_set_due(&c, &a, DAY(2027, 2, 4));
	assert_string_equal(given(&c, "Klart_senast"), "2027-02-04");
	assert_string_equal(c.title, "Aktivitet 2: ny tid");
	changes_release(&c);
	action_set_due(&c, &a, DATE_NONE);
	assert_string_equal(given(&c, "Klart_senast"), "");
	assert_string_equal(c.title, "Aktivitet 2: tiden struken");
	changes_release(&c);
	action_set_owner(&c, &a, "Ek");
	assert_string_equal(given(&c, "Ansvarig"), "Ek");
	action_add_note(&c, &a, "Väntar på svar", today);
	assert_string_equal(given(&c, "Anteckning"), "2026-11-24 Väntar på svar");
	changes_release(&c);
	action_set_owner(&c, &a, NULL);
	action_add_note(&c, &a, " \t", today);
	action_set_due(&c, &a, DAY(2026, 12, 1));
	assert_int_equal(c.count, 0);
	changes_release(&c);
}

static void test_title_without_nr(void **state)
{
	/* A record without a display number is called by its words. */
	struct action a = world_action("A1", ACTION_ONGOING, DATE_NONE);
	struct changes c = {0};
	(void)state;
	action_set_owner(&c, &a, "Ek");
	assert_string_equal(c.title, "Ring regionen: ansvarig");
	changes_release(&c);
}

static void test_from_gap(void **state)
{
	/* A task of a gap takes the gap's words on one line, and is linked to it. */
	struct gap g = {.head = {.id = "B04-01"}, .text = "Ingen jourlinje\nnattetid"};
	struct changes c = {0};
	(void)state;
	action_from_gap(&c, &g, NULL, "NYTTID0001", 15, "plan/2026.rec");
	assert_int_equal(c.count, 1);
	assert_int_equal(c.items[0].kind, CHANGE_ADD);
	assert_string_equal(c.items[0].file, "plan/2026.rec");
	assert_string_equal(given(&c, "Id"), "NYTTID0001");
	assert_string_equal(given(&c, "Nr"), "15");
	assert_string_equal(given(&c, "Slag"), "atgard");
	assert_string_equal(given(&c, "Status"), "ej_paborjad");
	assert_string_equal(given(&c, "Rubrik"), "Ingen jourlinje nattetid");
	assert_string_equal(given(&c, "Brist"), "B04-01");
	assert_null(given(&c, "Forslag"));
	assert_null(given(&c, "Ansvarig"));
	assert_null(given(&c, "Klart_senast"));
	assert_string_equal(c.title, "Ny åtgärd 15: Ingen jourlinje nattetid");
	changes_release(&c);
}

static void test_from_proposal(void **state)
{
	/* A proposal lends its template, or its title when it has none; both links stand when there is a gap too. */
	struct gap g = {.head = {.id = "B04-01"}, .text = "Ingen jourlinje"};
	struct proposal p = {.head = {.id = "F07"}, .title = "Jourlinje", .text = "…", .template_text = "Starta en jourlinje"};
	struct changes c = {0};
	(void)state;
	action_from_gap(&c, &g, &p, "NYTTID0001", 1, "plan/2026.rec");
	assert_string_equal(given(&c, "Rubrik"), "Starta en jourlinje");
	assert_string_equal(given(&c, "Brist"), "B04-01");
	assert_string_equal(given(&c, "Forslag"), "F07");
	changes_release(&c);
	p.template_text = NULL;
	action_from_proposal(&c, &p, "NYTTID0002", 2, "plan/2026.rec");
	assert_string_equal(given(&c, "Rubrik"), "Jourlinje");
	assert_string_equal(given(&c, "Forslag"), "F07");
	assert_null(given(&c, "Brist"));
	assert_string_equal(c.title, "Ny åtgärd 2: Jourlinje");
	changes_release(&c);
}

static void test_plan_for_year(void **state)
{
	/* The newest plan not after the year; before the first, the first; none when there is none. */
	static const int years[] = {2019, 2026, 2022};
	struct records r = {0};
	struct plan p;
	(void)state;
	assert_null(plan_for_year(&r, 2026));
	for (size_t i = 0; i < 3; i++) {
		record_init(record_type(RECORD_PLAN), &p);
		p.year = years[i];
		world_add(&r, RECORD_PLAN, &p);
	}
	assert_int_equal(plan_for_year(&r, 2018)->year, 2019);
	assert_int_equal(plan_for_year(&r, 2019)->year, 2019);
	assert_int_equal(plan_for_year(&r, 2021)->year, 2019);
	assert_int_equal(plan_for_year(&r, 2025)->year, 2022);
	assert_int_equal(plan_for_year(&r, 2026)->year, 2026);
	assert_int_equal(plan_for_year(&r, 2100)->year, 2026);
	world_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_overdue),
		cmocka_unit_test(test_open),
		cmocka_unit_test(test_incomplete),
		cmocka_unit_test(test_next_nr),
		cmocka_unit_test(test_for_gap),
		cmocka_unit_test(test_answers_counted),
		cmocka_unit_test(test_status),
		cmocka_unit_test(test_due_owner_note),
		cmocka_unit_test(test_title_without_nr),
		cmocka_unit_test(test_from_gap),
		cmocka_unit_test(test_from_proposal),
		cmocka_unit_test(test_plan_for_year),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
