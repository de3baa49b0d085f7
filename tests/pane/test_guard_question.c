/* A personnummer that is typed or pasted: the question, its three answers, and that the number reaches no file, no
 * message and no undo. No terminal. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define PLAN "plan/2019.rec"
#define NUMBER "640823-3234"
#define TEN "6408233234"

static void assert_file(struct stage *s, const char *text, bool has)
{
	char *bytes = practice_read(&s->practice, PLAN);
	if (!strstr(bytes, text) == has)
		fail_msg("%s %s", PLAN, has ? "lacks" : "has");
	free(bytes);
}

/* With a separator: nothing is saved before the answer, and Enter removes. */
static void enter_removes(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3tAnhörig till " NUMBER " ringde\n");
	stage_expect(s, "Personnummer i texten? 64••••-••••");
	assert_file(s, "Anhörig", false);
	stage_press(s, UI_KEY_ENTER);
	stage_expect(s, "Sparat kl. 9.30.");
	assert_file(s, "Anhörig till [personnummer borttaget] ringde", true);
	assert_file(s, NUMBER, false);
	stage_press(s, 'u');
	stage_expect(s, "Ångrat");
	stage_press(s, UI_KEY_CTRL + 'R');
	assert_file(s, "[personnummer borttaget]", true);
}

/* Ten digits in a row: Enter keeps them, and the step is not remembered. */
static void enter_keeps_ten_digits(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3tÄrende " TEN "\n");
	stage_expect(s, "Personnummer i texten? 64••••••••");
	stage_press(s, UI_KEY_ENTER);
	stage_expect(s, "Steget kan inte ångras");
	assert_file(s, "Ärende " TEN, true);
	stage_press(s, 'u');
	stage_expect(s, "Det finns inget att ångra.");
	assert_file(s, "Ärende " TEN, true);
}

/* Esc, and the second row, go back to what was typed; nothing is saved. */
static void back_to_the_text(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3t" NUMBER "\n");
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, NUMBER);
	stage_press(s, UI_KEY_ENTER);
	stage_press(s, UI_KEY_DOWN);
	stage_press(s, UI_KEY_ENTER);
	stage_expect(s, NUMBER);
	for (int i = 0; i < 5; i++)
		stage_press(s, UI_KEY_BACKSPACE);
	stage_press(s, UI_KEY_ENTER);
	stage_expect(s, "Sparat kl. 9.30.");
	assert_file(s, "2026-11-24 640823\n", true);
	assert_file(s, NUMBER, false);
}

/* A false alarm can be kept, on purpose. */
static void kept_on_purpose(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3t" NUMBER "\n");
	stage_press(s, UI_KEY_DOWN);
	stage_press(s, UI_KEY_DOWN);
	stage_press(s, UI_KEY_ENTER);
	assert_file(s, NUMBER, true);
	/* what stands there is not asked about again */
	stage_type(s, "tMer\n");
	stage_expect(s, "Sparat kl. 9.30.");
}

/* In a form, in a field other than the first, pasted: the other fields keep what they had. */
static void in_a_form(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3e\t");
	frame_handle(s->frame, &(struct event){.type = EVENT_PASTE, .paste = (char[]){" för " NUMBER}});
	stage_press(s, UI_KEY_CTRL + 'S');
	stage_expect(s, "Personnummer i texten?");
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, "Ändra åtgärd");
	stage_press(s, UI_KEY_CTRL + 'S');
	stage_press(s, UI_KEY_ENTER);
	stage_expect(s, "Sparat kl. 9.30.");
	assert_file(s, " för [personnummer borttaget]\n", true);
	assert_file(s, NUMBER, false);
}

/* Both kinds in one text: one question each. */
static void two_questions(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3t" NUMBER " " TEN "\n");
	stage_expect(s, "Personnummer i texten? 64••••-••••");
	stage_press(s, UI_KEY_ENTER);
	stage_expect(s, "Personnummer i texten? 64••••••••");
	stage_press(s, UI_KEY_ENTER);
	assert_file(s, "[personnummer borttaget] " TEN, true);
}

/* A wrong check digit is saved and said; a telephone number passes without a word. */
static void hints_and_telephones(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3t640823-3235\n");
	stage_expect(s, "liknar ett personnummer: 64••••-••••");
	assert_file(s, "640823-3235", true);
	stage_type(s, "tRing 0701234567\n");
	stage_expect(s, "Sparat kl. 9.30.");
	assert_file(s, "Ring 0701234567", true);
}

/* An error that repeats what was typed masks it. */
static void errors_mask(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3f" NUMBER "\n");
	stage_expect(s, "”64••••-••••” är inget datum");
}

/* A conflict that was left unanswered is not asked about when a later step is refused for its number. */
static void an_old_conflict_is_not_asked(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3rKommunförbundet");
	stage_outside(s, PLAN, "Nr: 1\nSlag: aktivitet\n", "Nr: 1\nSlag: aktivitet\nAnsvarig: Folktandvården\n");
	stage_press(s, UI_KEY_ENTER);
	stage_expect(s, "Deras text");
	stage_press(s, UI_KEY_ESCAPE);
	stage_press(s, UI_KEY_ESCAPE);
	stage_type(s, "t" NUMBER "\n");
	stage_expect(s, "Personnummer i texten? 64••••-••••");
	stage_press(s, UI_KEY_ENTER);
	assert_file(s, "[personnummer borttaget]", true);
	assert_file(s, NUMBER, false);
}

/* No way in but the question: the session itself refuses. */
static void the_session_refuses(void **state)
{
	struct stage *s = *state;
	struct error e = {0};
	struct changes c = {0};
	const struct action *a = records_action(session_model(s->practice.session)->council, 0);
	changes_append(&c, RECORD_ACTION, &a->head, "Anteckning", NUMBER);
	assert_false(session_apply(s->practice.session, &c, &e));
	assert_non_null(strstr(e.text, "64••••-••••"));
	assert_file(s, NUMBER, false);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(enter_removes),
	    TEST(enter_keeps_ten_digits),
	    TEST(back_to_the_text),
	    TEST(kept_on_purpose),
	    TEST(in_a_form),
	    TEST(two_questions),
	    TEST(hints_and_telephones),
	    TEST(errors_mask),
	    TEST(the_session_refuses),
	    TEST(an_old_conflict_is_not_asked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
