/* h in the panes: who changed the row, when, old → new; and back to where one was. No terminal. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* A change and its undo, both with their time and who made them, newest first; Esc leads back to the list. */
static void shows_the_changes_of_a_row(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3rKommunförbundet\n");
	stage_expect(s, "Sparat kl. 9.30.");
	s->practice.now += 600;
	stage_type(s, "u");
	stage_type(s, "h");
	stage_expect(s, "24 november 2026 kl. 9.40  prov (provdator)");
	stage_expect(s, "24 november 2026 kl. 9.30  prov (provdator)");
	stage_expect(s, "Ansvarig: – → Kommunförbundet");
	stage_expect(s, "Ansvarig: Kommunförbundet → –");
	stage_expect(s, "Ångrat: ");
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect_not(s, "→ Kommunförbundet");
	stage_expect(s, "Enter förklara");
	stage_type(s, "\n");
	stage_expect(s, "h historik"); /* the bottom line of a detail */
}

/* Over a detail Esc leads back to the detail, and another row has a history of its own. */
static void over_a_detail(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3dj\nh");
	stage_expect(s, "Inget är antecknat");
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect_not(s, "Inget är antecknat");
	stage_expect(s, "Esc tillbaka");
}

/* A new meeting and its agenda are one step; each record says which it is. */
static void a_step_of_several_records(void **state)
{
	struct stage *s = *state;
	stage_type(s, "4a2026-12-02");
	stage_press(s, (ui_key)(UI_KEY_CTRL + 'S'));
	stage_expect(s, "Sparat kl. 9.30.");
	stage_type(s, "h");
	stage_expect(s, "Möte ");
	stage_expect(s, ": ny");
	stage_expect(s, "Datum: 2026-12-02");
	stage_expect(s, "Ärende ");
}

/* The report's own rows are nobody's to change here. */
static void national_rows_have_none(void **state)
{
	struct stage *s = *state;
	stage_type(s, "2h");
	stage_expect(s, "ingen historik");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(shows_the_changes_of_a_row, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(over_a_detail, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(a_step_of_several_records, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(national_rows_have_none, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
