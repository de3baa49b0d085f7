/* test_scenarios.c - scenarios in the council's folder: saved, changed, removed, and each step undone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "radsbord/council/scenario.h"
#include "support/practice.h"

#include <stdlib.h>
#include <string.h>

static const struct scenario *only(struct practice *p)
{
	const struct records *r = session_model(p->session)->council;
	assert_int_equal(records_count(r, RECORD_SCENARIO), 1);
	return records_scenario(r, 0);
}

static void save(struct practice *p, const char *name, const char *first, const char *second)
{
	const struct records *r = session_model(p->session)->council;
	const char *items[] = {first, second};
	struct strings list = {.items = items, .count = second ? 2 : 1};
	struct changes c = {0};
	struct error e = {0};
	char id[SESSION_ID_SIZE];
	session_new_id(p->session, id);
	scenario_save(&c, r, name, "04", &list, session_today(p->session), id);
	if (!session_apply(p->session, &c, &e))
		fail_msg("%s", e.text);
}

static void test_saved_changed_removed(void **state)
{
	struct practice p;
	struct error e = {0};
	struct changes c = {0};
	(void)state;
	assert_true(practice_open(&p));
	save(&p, "Sex platser", "vårdplatser +6", NULL);
	char *first = practice_read(&p, SCENARIO_FILE);
	assert_non_null(strstr(first, "%rec: Scenario"));
	assert_non_null(strstr(first, "Namn: Sex platser\nPlats: 04\nDatum: 2026-11-24\nAndring: vårdplatser +6\n"));
	assert_string_equal(session_undo_title(p.session), "Scenariot Sex platser");

	/* the same name, whatever its case, is the same scenario */
	save(&p, "sex platser", "vårdplatser +6", "läkare 12");
	assert_int_equal(only(&p)->changes.count, 2);
	assert_string_equal(only(&p)->changes.items[1], "läkare 12");
	assert_string_equal(only(&p)->name, "Sex platser");
	assert_true(session_undo(p.session, &e));
	assert_int_equal(only(&p)->changes.count, 1);
	char *undone = practice_read(&p, SCENARIO_FILE);
	assert_string_equal(undone, first);

	assert_ptr_equal(scenario_find(session_model(p.session)->council, only(&p)->head.id), only(&p));
	assert_null(scenario_find(session_model(p.session)->council, "Sju platser"));
	scenario_remove(&c, only(&p));
	assert_true(session_apply(p.session, &c, &e));
	assert_int_equal(records_count(session_model(p.session)->council, RECORD_SCENARIO), 0);
	assert_string_equal(session_undo_title(p.session), "Scenariot Sex platser togs bort");
	assert_true(session_undo(p.session, &e));
	assert_string_equal(only(&p)->changes.items[0], "vårdplatser +6");
	assert_int_equal(only(&p)->date.day, 24);
	free(first);
	free(undone);
	practice_close(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_saved_changed_removed)};
	return cmocka_run_group_tests_name("scenarios", tests, NULL, NULL);
}
