/* Pane 4, the year: meetings by a rule in one step, and the days that referrals wait for. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>

static const struct records *council(const struct stage *s)
{
	return session_model(s->practice.session)->council;
}

static void test_by_a_rule(void **state)
{
	/* The rule is shown as days first; a day that is taken away is not laid in, and the whole is one step to undo. */
	struct stage *s = *state;
	size_t before = records_count(council(s), RECORD_MEETING);
	stage_type(s, "4.i");
	stage_type(s, "andra torsdagen i januari, maj, september och november kl. 9–12\n");
	stage_expect(s, "Lägg in 4 möten");
	stage_expect(s, "✓ tor 14 jan");
	stage_press(s, UI_KEY_DOWN);
	stage_press(s, UI_KEY_DOWN);
	stage_type(s, "\n");
	stage_expect(s, "Lägg in 3 möten");
	stage_expect(s, "läggs inte in");
	stage_press(s, UI_KEY_UP);
	stage_press(s, UI_KEY_UP);
	stage_type(s, "\n");
	stage_expect(s, "3 möten är inlagda.");
	stage_expect(s, "tor 9 sep");
	stage_expect(s, "9.00–12.00");
	assert_int_equal(records_count(council(s), RECORD_MEETING), before + 3);
	stage_type(s, "u");
	assert_int_equal(records_count(council(s), RECORD_MEETING), before);
}

static void test_not_twice(void **state)
{
	/* Days with a meeting, and days that have been, are shown and left out. The clock is at 24 November 2026. */
	struct stage *s = *state;
	stage_type(s, "4itredje torsdagen i oktober och december\n");
	stage_expect(s, "har varit");
	stage_expect(s, "Lägg in 1 möte");
	stage_type(s, "\nitredje torsdagen i december\n");
	stage_expect(s, "ett möte finns redan den dagen");
	stage_type(s, "\n");
	stage_expect(s, "Ingen dag är kvar");
}

static void test_refused(void **state)
{
	/* A rule that cannot be read keeps the question open and says what is wrong; Esc changes nothing. */
	struct stage *s = *state;
	stage_type(s, "4iandra tordagen\n");
	stage_expect(s, "”tordagen”");
	stage_press(s, UI_KEY_ESCAPE);
	stage_type(s, "iandra torsdagen\n");
	stage_press(s, UI_KEY_ESCAPE);
	assert_null(session_undo_title(s->practice.session));
}

static void test_referrals_in_the_year(void **state)
{
	/* The day an answer is due and the steps on the way stand among the meetings, and lead to the referral. */
	struct stage *s = *state;
	FILE *f;
	char path[800];
	snprintf(path, sizeof path, "%s/remisser.rec", s->practice.path);
	f = fopen(path, "w");
	assert_non_null(f);
	fputs("%rec: Remiss\n\nId: REMISS0001\nNr: 9\nRubrik: Kunskapscentrum\nSvar_senast: 2026-12-10\n\n"
	      "%rec: Delsteg\n\nId: DELSTEG001\nRemiss: REMISS0001\nRubrik: Facklig samverkan\nArbetsdagar_fore: 5\n", f);
	assert_int_equal(fclose(f), 0);
	session_refresh(s->practice.session);
	stage_restart(s, false);
	stage_type(s, "4");
	stage_expect(s, "Remiss 9: svar senast");
	stage_expect(s, "Remiss 9: Facklig samv");
	stage_type(s, "/facklig\n\n");
	stage_expect(s, "Kunskapscentrum");
	stage_type(s, "\n");
	stage_expect(s, "Svar senast");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_by_a_rule, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_not_twice, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_refused, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_referrals_in_the_year, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
