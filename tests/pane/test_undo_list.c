/* The undo list: steps of all panes with their time, undone and redone in order, over a restart, and stopped by another's edit. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define PLAN "plan/2019.rec"

/* Three steps on two panes. */
static void make_steps(struct stage *s)
{
	stage_type(s, "3rMAS\n");
	stage_type(s, "4a2026-12-10");
	stage_press(s, UI_KEY_CTRL + 'S');
	stage_type(s, "3tRingt\n");
}

static void steps_with_their_time(void **state)
{
	/* Newest first, on whatever pane one stands; Enter goes back to before the chosen one, and forward again. */
	struct stage *s = *state;
	char *before = practice_read(&s->practice, PLAN);
	stage_type(s, "U");
	stage_expect(s, "Det finns inget att ångra.");
	make_steps(s);
	char *after = practice_read(&s->practice, PLAN);
	stage_type(s, "1U");
	stage_expect(s, "✓ i dag kl. 9.30     Aktivitet 1: anteckning");
	stage_expect(s, "Enter ångrar (↷: gör om) till och med raden.");
	stage_expect(s, "✓ i dag kl. 9.30     Nytt möte 2026-12-10");
	stage_expect(s, "✓ i dag kl. 9.30     Aktivitet 1: ansvarig");
	stage_press(s, UI_KEY_END);
	stage_type(s, "\n");
	stage_expect(s, "Ångrade 3 steg. Sparat.");
	char *back = practice_read(&s->practice, PLAN);
	assert_string_equal(back, before);
	stage_type(s, "U");
	stage_expect(s, "↷ i dag kl. 9.30     Aktivitet 1: anteckning");
	stage_press(s, UI_KEY_HOME);
	stage_type(s, "\n");
	stage_expect(s, "Gjorde om 3 steg. Sparat.");
	char *again = practice_read(&s->practice, PLAN);
	assert_string_equal(again, after);
	free(before);
	free(after);
	free(back);
	free(again);
}

static void one_step_says_its_name(void **state)
{
	struct stage *s = *state;
	make_steps(s);
	stage_type(s, "U\n");
	stage_expect(s, "Ångrat: Aktivitet 1: anteckning. Sparat.");
	/* the middle of the list: what was undone is above what stands */
	stage_type(s, "U");
	stage_press(s, UI_KEY_HOME);
	stage_type(s, "\n");
	stage_expect(s, "Gjort om: Aktivitet 1: anteckning. Sparat.");
	stage_type(s, "U");
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, "Handlingsplan");
}

static void over_a_restart(void **state)
{
	/* The day after the steps have their date. */
	struct stage *s = *state;
	stage_restart(s, true);
	make_steps(s);
	s->practice.now += 86400;
	stage_restart(s, true);
	stage_type(s, "U");
	stage_expect(s, "✓ 24 nov kl. 9.30    Aktivitet 1: anteckning");
	stage_press(s, UI_KEY_END);
	stage_type(s, "\n");
	stage_expect(s, "Ångrade 3 steg.");
}

static void another_stands_in_the_way(void **state)
{
	/* Somebody has changed what the second step left: the first is undone, the second asks, the third is untouched. */
	struct stage *s = *state;
	stage_type(s, "3rMAS\n");
	stage_type(s, "jrRegionen\n");
	stage_type(s, "jrKommunen\n");
	stage_outside(s, PLAN, "Ansvarig: Regionen", "Ansvarig: Någon annan");
	stage_type(s, "U");
	stage_press(s, UI_KEY_END);
	stage_type(s, "\n");
	char *bytes = practice_read(&s->practice, PLAN);
	assert_non_null(strstr(bytes, "Ansvarig: Någon annan"));
	assert_null(strstr(bytes, "Ansvarig: Kommunen"));
	assert_non_null(strstr(bytes, "Ansvarig: MAS"));
	free(bytes);
	assert_int_equal(session_steps(s->practice.session, false), 2);
	assert_int_equal(session_steps(s->practice.session, true), 1);
}

#define ON_STAGE(test) cmocka_unit_test_setup_teardown(test, stage_set_up, stage_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		ON_STAGE(steps_with_their_time),
		ON_STAGE(one_step_says_its_name),
		ON_STAGE(over_a_restart),
		ON_STAGE(another_stands_in_the_way),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
