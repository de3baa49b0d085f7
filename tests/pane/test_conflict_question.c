/* Two secretaries, one record: the two texts side by side, mine, theirs or both; and nothing typed is lost. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PLAN "plan/2019.rec"

static bool plan_has(struct stage *s, const char *text)
{
	char *plan = practice_read(&s->practice, PLAN);
	bool has = strstr(plan, text) != NULL;
	free(plan);
	return has;
}

/* I have typed an owner for activity 1 while somebody else gave it one. */
static void meet(struct stage *s)
{
	stage_type(s, "3rKommunförbundet");
	stage_outside(s, PLAN, "Nr: 1\nSlag: aktivitet\n", "Nr: 1\nSlag: aktivitet\nAnsvarig: Folktandvården\n");
	stage_press(s, UI_KEY_ENTER);
}

static void shows_both_texts(void **state)
{
	/* Side by side at 80 columns, one below the other at 60, with the keys on the last line. */
	struct stage *s = *state;
	stage_size(s, 80, 24);
	meet(s);
	stage_expect(s, "Min text                                Deras text");
	stage_expect(s, "Kommunförbundet                         Folktandvården");
	stage_expect(s, "m min text  d deras text  b båda  ↑↓ läs  Esc gå tillbaka");
	stage_expect(s, "Ingenting av ditt är sparat än.");
	stage_size(s, 60, 16);
	stage_expect(s, "Min text\n Kommunförbundet\n");
	stage_expect(s, "Deras text\n Folktandvården\n");
	assert_false(plan_has(s, "Kommunförbundet"));
}

static void no_lock_while_one_thinks(void **state)
{
	/* The lock is let go before the question is put: the other can go on saving. */
	struct stage *s = *state;
	meet(s);
	stage_expect(s, "m min text");
	assert_null(practice_read(&s->practice, ".rb-lock"));
}

static void help_lies_over_it(void **state)
{
	/* F1 shows the help for the question, and the guide over it; Esc leads back to the question, and again to what was typed. */
	struct stage *s = *state;
	for (int guide = 0; guide < 2; guide++) {
		stage_restart(s, true);
		stage_type(s, guide ? "3rKommunförbunden" : "3rKommunförbundet");
		stage_outside(s, PLAN, guide ? "Folktandvården" : "Nr: 1\nSlag: aktivitet\n", guide ? "Vårdcentralen" : "Nr: 1\nSlag: aktivitet\nAnsvarig: Folktandvården\n");
		stage_press(s, UI_KEY_ENTER);
		stage_press(s, UI_KEY_F1);
		stage_expect(s, "Någon annan har ändrat samma sak");
		stage_expect_not(s, "m min text");
		if (guide)
			stage_press(s, UI_KEY_F1);
		stage_type(s, "\033");
		stage_expect(s, "m min text  d deras text");
		stage_type(s, "\033");
		stage_expect(s, "Ingenting är sparat.");
		stage_expect(s, guide ? "Kommunförbunden" : "Kommunförbundet");
		stage_type(s, "\033\033");
		stage_expect_not(s, "m min text");
	}
}

static void mine(void **state)
{
	struct stage *s = *state;
	meet(s);
	stage_type(s, "m");
	stage_expect(s, "Sparat kl. 9.30.");
	assert_true(plan_has(s, "Ansvarig: Kommunförbundet\n"));
	assert_false(plan_has(s, "Folktandvården"));
	stage_type(s, "u");
	assert_true(plan_has(s, "Ansvarig: Folktandvården\n"));
}

static void theirs(void **state)
{
	struct stage *s = *state;
	meet(s);
	stage_type(s, "d");
	stage_expect(s, "Deras text står kvar.");
	stage_expect(s, "Folktandvård…");
	assert_false(plan_has(s, "Kommunförbundet"));
}

static void both(void **state)
{
	struct stage *s = *state;
	meet(s);
	stage_type(s, "B");
	stage_expect(s, "Sparat kl. 9.30.");
	assert_true(plan_has(s, "Ansvarig: Folktandvården / Kommunförbundet\n"));
}

static void leaving_keeps_what_was_typed(void **state)
{
	/* Esc: the question stands open again with my text in it, and says that saving it now is choosing mine. */
	struct stage *s = *state;
	meet(s);
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, "Ansvarig: Kommunförbundet");
	assert_false(plan_has(s, "Kommunförbundet"));
	stage_expect(s, "gäller det i stället för deras");
	stage_press(s, UI_KEY_ENTER);
	assert_true(plan_has(s, "Ansvarig: Kommunförbundet\n"));
	stage_type(s, "u");
	assert_true(plan_has(s, "Ansvarig: Folktandvården\n"));
}

static void a_form_keeps_its_fields(void **state)
{
	/* In a form: Esc leads back to the form; mine saves it and closes it. */
	struct stage *s = *state;
	stage_type(s, "3e\tKommunförbundet");
	stage_outside(s, PLAN, "Nr: 1\nSlag: aktivitet\n", "Nr: 1\nSlag: aktivitet\nMalgrupp: alla\n");
	stage_press(s, (ui_key)(UI_KEY_CTRL + 'S'));
	stage_expect(s, "Någon annan har ändrat annat i samma post.");
	stage_expect(s, "Målgrupp: alla");
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, "Ändra åtgärd");
	stage_expect(s, "Kommunförbundet");
	stage_press(s, (ui_key)(UI_KEY_CTRL + 'S'));
	stage_expect(s, "Sparat kl. 9.30."); /* seen by now: nothing more to ask */
	stage_expect_not(s, "Ändra åtgärd");
	assert_true(plan_has(s, "Kommunförbundet"));
	assert_true(plan_has(s, "Malgrupp: alla\n"));
}

static void other_things_changed(void **state)
{
	/* They changed something else in the record: Enter keeps both, mine alone is not offered. */
	struct stage *s = *state;
	stage_type(s, "3rKommunförbundet");
	stage_outside(s, PLAN, "Nr: 1\nSlag: aktivitet\n", "Nr: 1\nSlag: aktivitet\nMalgrupp: alla\n");
	stage_type(s, "\n");
	stage_expect(s, "d deras text  b båda (Enter)");
	stage_type(s, "m");
	stage_expect(s, "b sparar båda");
	stage_type(s, "\n");
	assert_true(plan_has(s, "Ansvarig: Kommunförbundet\n"));
	assert_true(plan_has(s, "Malgrupp: alla\n"));
}

static void a_date_is_one(void **state)
{
	/* A field with one value: b says why it cannot be. */
	struct stage *s = *state;
	stage_type(s, "3f4/2");
	stage_outside(s, PLAN, "Nr: 1\nSlag: aktivitet\n", "Nr: 1\nSlag: aktivitet\nKlart_senast: 2027-01-15\n");
	stage_type(s, "\nb");
	stage_expect(s, "bara plats för ett värde");
	stage_type(s, "m");
	assert_true(plan_has(s, "Klart_senast: 2027-02-04\n"));
}

static void undo_asks_too(void **state)
{
	/* What we left is not what stands there: undo shows the difference; theirs takes the step off the list. */
	struct stage *s = *state;
	stage_type(s, "3rKommunförbundet\n");
	stage_outside(s, PLAN, "Ansvarig: Kommunförbundet\n", "Ansvarig: Folktandvården\n");
	stage_type(s, "u");
	stage_expect(s, "(tomt)");
	stage_expect(s, "Folktandvården");
	stage_type(s, "d");
	stage_expect(s, "går inte längre att ångra");
	stage_type(s, "u");
	stage_expect(s, "Det finns inget att ångra.");
	assert_true(plan_has(s, "Folktandvården"));
}

static void the_row_moves(void **state)
{
	/* Somebody adds a row above mine: the question, the selection and the text stay with my row. */
	static const char new_row[] = "Id: 0NYRAD0001\nNr: 15\nRubrik: En ny rad\nStatus: pagar\n\n";
	struct stage *s = *state;
	stage_type(s, "3jjrKommunförbundet");
	char *plan = practice_read(&s->practice, PLAN), *at = strstr(plan, "Nr: 3\nSlag: aktivitet\n");
	assert_non_null(at);
	stage_outside(s, PLAN, "Nr: 3\nSlag: aktivitet\n", "Nr: 3\nSlag: aktivitet\nAnsvarig: Folktandvården\n");
	char *first = strstr(plan, "Nr: 1\nSlag: aktivitet\n");
	while (strncmp(first, "Id: ", 4) != 0)
		first--;
	char id[40];
	snprintf(id, sizeof id, "%.*s", (int)strcspn(first, "\n"), first);
	char *both = mem_printf("%s%s", new_row, id);
	stage_outside(s, PLAN, id, both);
	stage_press(s, UI_KEY_ENTER);
	stage_expect(s, "Folktandvården");
	stage_press(s, UI_KEY_ESCAPE);
	stage_press(s, UI_KEY_ENTER);
	stage_expect(s, "Sparat kl. 9.30.");
	assert_true(plan_has(s, "Nr: 3\nSlag: aktivitet\nAnsvarig: Kommunförbundet\n"));
	stage_type(s, "tOm den");
	stage_outside(s, PLAN, new_row, "");
	stage_press(s, UI_KEY_ENTER);
	stage_expect(s, "Sparat kl. 9.30.");
	free(both);
	free(plan);
}

static void long_texts_scroll(void **state)
{
	/* Texts longer than the window are read to their end. */
	struct stage *s = *state;
	char text[900] = "Början";
	for (int i = 0; i < 60; i++)
		strcat(text, " mellan ord");
	strcat(text, " slutordet");
	stage_size(s, 60, 16);
	stage_type(s, "3r");
	stage_type(s, text);
	stage_outside(s, PLAN, "Nr: 1\nSlag: aktivitet\n", "Nr: 1\nSlag: aktivitet\nAnsvarig: Folktandvården\n");
	stage_press(s, UI_KEY_ENTER);
	stage_expect(s, "Början");
	stage_expect_not(s, "slutordet");
	for (int i = 0; i < 40; i++)
		stage_press(s, UI_KEY_DOWN);
	stage_expect(s, "slutordet");
	stage_press(s, UI_KEY_UP);
	for (int i = 0; i < 40; i++)
		stage_press(s, UI_KEY_UP);
	stage_expect(s, "Början");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(shows_both_texts),
		TEST(no_lock_while_one_thinks),
		TEST(help_lies_over_it),
		TEST(mine),
		TEST(theirs),
		TEST(both),
		TEST(leaving_keeps_what_was_typed),
		TEST(a_form_keeps_its_fields),
		TEST(other_things_changed),
		TEST(a_date_is_one),
		TEST(undo_asks_too),
		TEST(the_row_moves),
		TEST(long_texts_scroll),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
