/* The filter of the panes: what is shown while it is typed, what Tab fills in, what Esc gives back, and n and N. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

/* Words of the list are offered, and become what they stand for with Tab; the count follows. */
static void test_fills_in(void **state)
{
	struct stage *s = *state;
	stage_type(s, "2/l");
	stage_expect(s, "läge:");
	stage_type(s, "\t");
	stage_expect(s, "Filtrera: läge:");
	stage_expect(s, "läge:\"finns med begränsning\"");
	stage_type(s, "\t\t");
	stage_expect(s, "Filtrera: läge:saknas");
	stage_expect(s, "5 av 12");
	stage_type(s, "\t");
	stage_expect(s, "Filtrera: läge:\"finns med begränsning\"");
	stage_type(s, "\t\n");
	stage_expect(s, "Filter: läge:saknas");
	stage_expect(s, "Esc visar allt");
	stage_type(s, "/ zebra\t");
	stage_expect(s, "Inget ord här börjar så.");
}

/* Where there is nothing to fill in, what the word asks for is said. */
static void test_says_what_a_word_asks(void **state)
{
	struct stage *s = *state;
	stage_type(s, "2/åtgärder:");
	stage_expect(s, "åtgärder: antal åtgärder som svarar. Ett tal, eller <3, <=3, >3, >=3.");
	stage_type(s, "många");
	stage_expect(s, "är inget helt tal");
}

/* Esc gives back the filter that was there, and the row; in the list it shows all again. */
static void test_escape_restores(void **state)
{
	struct stage *s = *state;
	stage_type(s, "2/jour\n");
	stage_expect(s, "Filter: jour");
	stage_type(s, "/ och mer");
	stage_expect(s, "0 av");
	stage_type(s, "\033");
	stage_expect(s, "Filter: jour");
	stage_expect_not(s, "0 av");
	stage_type(s, "\033");
	stage_expect_not(s, "Filter:");
}

/* A word that no list knows is told, and looked for as text; the sentence is still there when the line has closed. */
static void test_unknown_word_is_told(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3/ansvar:ek");
	stage_expect(s, "Ordet ansvar: finns inte här och söks som text.");
	stage_type(s, "\n");
	stage_expect(s, "Ordet ansvar: finns inte här");
	stage_type(s, "n");
	stage_expect(s, "0 av");
	stage_type(s, "\033/senast:snart\n");
	stage_expect(s, "är ingen dag");
}

static void test_next_and_previous(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3n");
	stage_expect(s, "Filtrera först med /.");
	stage_type(s, "/utbildning\nN");
	stage_expect(s, "Från slutet igen.");
	stage_type(s, "n");
	stage_expect(s, "Från början igen.");
	stage_type(s, "n");
	stage_expect_not(s, "igen.");
	stage_type(s, "/ zebra\nn");
	stage_expect(s, "Filtret visar ingen rad.");
}

static void paste(struct stage *s, const char *text)
{
	char *copy = mem_strdup(text);
	frame_handle(s->frame, &(struct event){.type = EVENT_PASTE, .paste = copy});
	free(copy);
}

/* A filter as long as it can be takes no more of what is typed, pasted or filled in: what stands in the line is what it is filtered by. */
static void test_longest(void **state)
{
	struct stage *s = *state;
	struct buf b = {0};
	for (int i = 0; i < 199; i++)
		buf_str(&b, "å");
	stage_type(s, "3/");
	paste(s, buf_cstr(&b));
	stage_type(s, "å");
	stage_expect(s, "Filtret kan inte bli längre.");
	stage_type(s, "b");
	stage_expect_not(s, "längre");
	stage_expect(s, "åb");
	stage_type(s, "c");
	stage_expect(s, "Filtret kan inte bli längre.");
	stage_expect_not(s, "åbc");
	stage_press(s, UI_KEY_HOME);
	paste(s, "och mer");
	stage_expect(s, "Filtret kan inte bli längre.");
	stage_expect_not(s, "och mer");
	stage_type(s, "\033/försenad ");
	for (int i = 0; i < 60; i++)
		stage_type(s, "filter:utan-ansvarig ");
	stage_expect(s, "Filtret kan inte bli längre.");
	stage_press(s, UI_KEY_CTRL + 'W');
	stage_type(s, "filter:u\t");
	stage_expect(s, "Filtret kan inte bli längre.");
	buf_release(&b);
	stage_type(s, "\033F"); /* nor in the list of filters; there a paste narrows as letters do */
	paste(s, "utan tid");
	stage_expect(s, "Utan tid:");
	stage_expect_not(s, "Utan ansvarig:");
}

/* Each list has its own words: the first that it offers. */
static void test_every_list_has_words(void **state)
{
	static const struct {
		const char *keys, *word;
	} lists[] = {
		{"1/", "läge:"}, {"2/", "tjänst:"}, {"2\t/", "dygnet-runt:"}, {"2\t\t/", "svar:"}, {"3/", "ansvarig:"}, {"3\t\t/", "indikator:"},
		{"3\t\t\t/", "öppna:"}, {"3\t\t\t\t/", "antagen:"}, {"3\t\t\t\t\t/", "kontrollerad:"}, {"4/", "datum:"}, {"5/", "avsändare:"},
		{"5\t/", "remiss:"}, {"6/", "organisation:"}, {"6\t\t/", "arbetsplats:"}, {"6\t\t\t/", "deltagare:"}, {"6\t\t\t\t/", "avtal:"},
		{"6\t\t\t\t\t/", "gammal"}, {"6\t\t\t\t\t\t/", "ämne:"},
	};
	struct stage *s = *state;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		stage_restart(s, false);
		stage_type(s, lists[i].keys);
		stage_expect(s, lists[i].word);
	}
}

/* Days in the year that are no meetings have words as well, and so has a centre among the parties. */
static void test_mixed_rows(void **state)
{
	struct stage *s = *state;
	stage_type(s, "4/typ:helgdag datum:2026-12\n");
	stage_expect(s, "Juldagen");
	stage_expect_not(s, "● ");
	stage_restart(s, false);
	stage_type(s, "6\t\t\t\t/utan:kronor\n");
	stage_expect_not(s, "är inget");
}

/* Of very many rows those around the selected are shown at once, and the rest is looked through while no key comes, or before another
 * key does anything; a letter taken back finds them again. */
static void test_many_rows(void **state)
{
	struct stage *s = *state;
	char *path = mem_printf("%s/plan/2019.rec", s->practice.path);
	FILE *plan = fopen(path, "a");
	int looks = 0;
	assert_non_null(plan);
	free(path);
	fprintf(plan, "\n%%rec: Atgard\n%%key: Id\n");
	for (int i = 0; i < 5000; i++)
		fprintf(plan, "\nId: M%09d\nNr: %d\nSlag: atgard\nRubrik: %s nummer %d\nStatus: ej_paborjad\n", i, 1000 + i,
		        i % 1000 == 999 ? "Sällsynt" : "Vanlig", i);
	assert_int_equal(fclose(plan), 0);
	stage_restart(s, true);
	stage_type(s, "3/vanlig");
	stage_expect(s, "Vanlig nummer 0");
	stage_expect(s, "letar …");
	while (frame_work(s->frame) == LOOP_MORE)
		looks++;
	assert_true(looks > 0);
	assert_int_equal(frame_work(s->frame), LOOP_IDLE);
	stage_size(s, 100, 50);
	stage_expect(s, "4995 av ");
	stage_type(s, " 4998");
	stage_type(s, "\n");
	stage_expect(s, "1 av ");
	stage_expect(s, "Vanlig nummer 4998");
	stage_type(s, "\033/sällsynt\v");
	stage_expect(s, "5 av ");
	stage_type(s, "\n");
	stage_expect(s, "Sällsynt nummer 4999");
	assert_int_equal(frame_work(s->frame), LOOP_IDLE);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
	const struct CMUnitTest tests[] = {TEST(test_fills_in),          TEST(test_says_what_a_word_asks), TEST(test_escape_restores),      TEST(test_unknown_word_is_told),
	                                   TEST(test_next_and_previous), TEST(test_longest), TEST(test_every_list_has_words), TEST(test_mixed_rows), TEST(test_many_rows)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
