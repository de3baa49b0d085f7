/* One change to several actions through the session: over two files it is one transaction, one step to undo, over a restart too. */
#include "support/practice.h"

#include "radsbord/council/batch.h"
#include "radsbord/council/plan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define OLD "plan/2019.rec"
#define NEW "plan/2026.rec"

static int set_up(void **state)
{
	struct practice *p = calloc(1, sizeof *p);
	*state = p;
	return practice_open(p) && practice_reopen(p) ? 0 : -1;
}

static int tear_down(void **state)
{
	practice_close(*state);
	free(*state);
	return 0;
}

/* A plan of this year with one action, so that the actions lie in two files. */
static void add_plan(struct practice *p)
{
	const struct records *r = session_model(p->session)->council;
	struct changes c = {0};
	struct plan plan;
	struct strings titles = {0};
	char id[SESSION_ID_SIZE], action[SESSION_ID_SIZE];
	const char *ids[] = {action};
	struct arena a = {0};
	session_new_id(p->session, id);
	session_new_id(p->session, action);
	plan_begin(r, 2026, &a, &plan);
	plan.head.id = id;
	changes_add(&c, RECORD_PLAN, NEW, &plan);
	strings_add(&titles, "Nya samtal", &a);
	plan_add_list(&c, &titles, ids, 15, NEW);
	changes_title(&c, "En plan");
	assert_true(session_apply(p->session, &c, NULL));
	arena_release(&a);
}

/* Gives all an owner; what the session says. */
static bool give_all(struct practice *p, const char *owner)
{
	const struct records *r = session_model(p->session)->council;
	size_t count = records_count(r, RECORD_ACTION);
	const struct action **all = calloc(count, sizeof *all);
	struct changes c = {0};
	for (size_t i = 0; i < count; i++)
		all[i] = records_action(r, i);
	actions_change(&c, all, count, &(struct batch){.what = BATCH_OWNER, .text = owner}, session_today(p->session));
	free(all);
	return session_apply(p->session, &c, NULL);
}

static size_t owned_by(struct practice *p, const char *owner)
{
	const struct records *r = session_model(p->session)->council;
	size_t n = 0;
	for (size_t i = 0; i < records_count(r, RECORD_ACTION); i++)
		n += records_action(r, i)->owner && strcmp(records_action(r, i)->owner, owner) == 0;
	return n;
}

static void test_one_step_over_two_files(void **state)
{
	struct practice *p = *state;
	char *old, *new, *again;
	add_plan(p);
	old = practice_read(p, OLD);
	new = practice_read(p, NEW);
	assert_true(give_all(p, "Anna Ek"));
	assert_int_equal(owned_by(p, "Anna Ek"), 15);
	assert_string_equal(session_undo_title(p->session), "15 åtgärder: ansvarig");
	assert_true(practice_reopen(p));
	assert_int_equal(owned_by(p, "Anna Ek"), 15);
	assert_true(session_undo(p->session, NULL));
	again = practice_read(p, OLD);
	assert_string_equal(again, old);
	free(again);
	again = practice_read(p, NEW);
	assert_string_equal(again, new);
	free(again);
	assert_string_equal(session_undo_title(p->session), "En plan");
	assert_true(session_redo(p->session, NULL));
	assert_int_equal(owned_by(p, "Anna Ek"), 15);
	free(old);
	free(new);
}

/* A number that nobody has kept stops all of it. */
static void test_guard_stops_all(void **state)
{
	struct practice *p = *state;
	add_plan(p);
	assert_false(give_all(p, "Anna 640823-3234"));
	assert_int_equal(owned_by(p, "Anna 640823-3234"), 0);
	assert_string_equal(session_undo_title(p->session), "En plan");
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(test_one_step_over_two_files, set_up, tear_down),
	                                   cmocka_unit_test_setup_teardown(test_guard_stops_all, set_up, tear_down)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
