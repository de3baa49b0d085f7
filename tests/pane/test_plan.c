/* Pane 3: the plan written on screen: plans of several years, goals, focus areas, actions, links, lists that are pasted, carrying over,
 * and what is to be checked. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OLD "plan/2019.rec"
#define NEW "plan/2026.rec"

static void save(struct stage *s)
{
	stage_press(s, UI_KEY_CTRL + 'S');
}

static void paste(struct stage *s, const char *text)
{
	char *bytes = mem_strdup(text);
	frame_handle(s->frame, &(struct event){.type = EVENT_PASTE, .paste = bytes});
	free(bytes);
}

static bool file_has(struct stage *s, const char *name, const char *text)
{
	char *bytes = practice_read(&s->practice, name);
	bool has = bytes && strstr(bytes, text);
	free(bytes);
	return has;
}

static void expect_file(struct stage *s, const char *name, const char *text)
{
	if (!file_has(s, name, text)) {
		char *bytes = practice_read(&s->practice, name);
		printf("%s lacks: %s\n%s\n", name, text, bytes ? bytes : "(no file)");
		free(bytes);
		fail();
	}
}

/* A file that is not there is empty. */
static char *bytes_of(struct stage *s, const char *name)
{
	char *bytes = practice_read(&s->practice, name);
	return bytes ? bytes : mem_strdup("");
}

static void undo(struct stage *s)
{
	stage_type(s, "u");
	stage_expect(s, "Ångrat:");
}

/* ---- plans and years ---------------------------------------------------------- */

static void a_new_plan_year(void **state)
{
	/* The commission comes along, the file is named by the year, and the same year cannot be planned twice. */
	struct stage *s = *state;
	stage_type(s, "3\t\t\t\ta");
	stage_expect(s, "Länsstyrgruppen i Sörmland");
	save(s);
	stage_expect(s, "Sparat");
	expect_file(s, NEW, "Ar: 2026\nRubrik: Handlingsplan 2026\nUppdragsgivare: Länsstyrgruppen i Sörmland\n");
	assert_false(file_has(s, NEW, "Antagen:"));
	stage_type(s, "a");
	for (int i = 0; i < 4; i++)
		stage_press(s, UI_KEY_BACKSPACE);
	stage_type(s, "2019");
	save(s);
	stage_expect(s, "det finns redan en plan för 2019");
	stage_type(s, "\033k");
	undo(s);
	stage_expect_not(s, "Handlingsplan 2026");
}

static void commission_and_papers_due(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3\t\t\t\te");
	for (int i = 0; i < 10; i++)
		stage_press(s, UI_KEY_TAB);
	stage_type(s, "Samverkansnämnden\t2027-02-01\tLänsstyrgruppen\t1/3");
	save(s);
	expect_file(s, OLD, "Arsplan_till: Samverkansnämnden\nArsplan_senast: 2027-02-01\nArsberattelse_till: Länsstyrgruppen\nArsberattelse_senast: 2027-03-01\n");
	stage_type(s, "\n");
	stage_expect(s, "till Länsstyrgruppen, senast den 1 mars 2027");
}

static void carrying_over(void **state)
{
	/* Shown first, one row left out, one step; ids and files stay, and one undo gives the bytes back. */
	struct stage *s = *state;
	stage_type(s, "3\t\t\t\ta");
	save(s);
	char *before = bytes_of(s, OLD);
	stage_type(s, "O");
	stage_expect(s, "För över de markerade (19 av 19)");
	stage_type(s, "ta fram beslutsunderlag\n");
	stage_expect(s, "– aktivitet: Ta fram beslutsunderlag");
	stage_expect(s, "(18 av 19)");
	stage_press(s, UI_KEY_HOME);
	stage_type(s, "\n");
	stage_expect(s, "De står kvar i den gamla planen också.");
	expect_file(s, OLD, "Overford: 2026\n");
	stage_type(s, "O");
	stage_expect(s, "(1 av 1)");
	stage_press(s, UI_KEY_ESCAPE);
	/* in both years */
	stage_type(s, "\t\t\t\t");
	stage_expect(s, "[Mål]");
	stage_expect(s, "Bidra till att säkra en god vård");
	stage_type(s, ",");
	stage_expect(s, "Plan 2019");
	stage_expect(s, "Bidra till att säkra en god vård");
	undo(s);
	char *after = bytes_of(s, OLD);
	assert_string_equal(after, before);
	free(before);
	free(after);
}

static size_t times(struct stage *s, const char *file, const char *text)
{
	char *all = bytes_of(s, file);
	size_t n = 0;
	for (const char *at = all; (at = strstr(at, text)); at += strlen(text))
		n++;
	free(all);
	return n;
}

static void carrying_over_the_marked(void **state)
{
	/* Only the actions that are marked are offered, and only those are carried over; afterwards none is marked. */
	struct stage *s = *state;
	stage_type(s, "3\t\t\t\ta");
	save(s);
	char *before = bytes_of(s, OLD);
	stage_type(s, "\t\t");
	stage_expect(s, "Plan 2026: 14 öppna");
	stage_type(s, "  O");
	stage_expect(s, "Till planen för 2026.");
	stage_expect(s, "För över de markerade (2 av 2)");
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, "2 markerade");
	assert_int_equal(times(s, OLD, "Overford: 2026\n"), 0);
	stage_type(s, "O\n");
	stage_expect(s, "De står kvar i den gamla planen också.");
	stage_expect_not(s, "markerade");
	assert_int_equal(times(s, OLD, "Overford: 2026\n"), 2);
	stage_type(s, "O"); /* all the others are still to be carried over */
	stage_expect(s, "(17 av 17)");
	stage_press(s, UI_KEY_ESCAPE);
	stage_press(s, UI_KEY_HOME);
	stage_type(s, "  O");
	stage_expect(s, "Inget av det markerade kan föras över till planen för 2026.");
	stage_type(s, "*");
	undo(s);
	char *after = bytes_of(s, OLD);
	assert_string_equal(after, before);
	free(before);
	free(after);
}

static void carrying_over_from_an_old_plan(void **state)
{
	/* Who marks in the plan of an earlier year means the plan that came after it. */
	struct stage *s = *state;
	stage_type(s, "3\t\t\t\ta");
	save(s);
	stage_type(s, "\t\t,");
	stage_expect(s, "Plan 2019");
	stage_type(s, " O");
	stage_expect(s, "Till planen för 2026.");
	stage_expect(s, "(1 av 1)");
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, "Plan 2019");
	stage_expect(s, "1 markerad");
	stage_type(s, "O\n");
	stage_expect(s, "Plan 2026");
	assert_int_equal(times(s, OLD, "Overford: 2026\n"), 1);
}

static void years_of_the_list(void **state)
{
	/* An action of another year's plan is found by its link, whatever year is shown. */
	struct stage *s = *state;
	stage_type(s, "3\t\t\t\ta");
	save(s);
	stage_type(s, "\t\t");
	stage_expect(s, "[Åtgärder]");
	stage_expect(s, "Plan 2026: 14 öppna");
	stage_type(s, "a\tRinga kommunerna");
	save(s);
	stage_type(s, "a\tSkriva brev");
	save(s);
	expect_file(s, NEW, "Rubrik: Skriva brev\n");
	stage_type(s, ",");
	stage_expect(s, "Plan 2019: 14 öppna");
	stage_expect_not(s, "Skriva brev");
	stage_type(s, ",");
	stage_expect(s, "Det finns ingen tidigare plan.");
	stage_type(s, ".");
	stage_expect(s, "Skriva brev");
	stage_type(s, ".");
	stage_expect(s, "ingen senare plan");
}

static void two_make_the_same_plan(void **state)
{
	/* Another machine has made the year while the form stood open: the step is refused, nothing is lost. */
	struct stage *s = *state;
	stage_type(s, "3\t\t\t\ta");
	char *path = mem_printf("%s/%s", s->practice.path, NEW);
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fputs("%rec: Plan\n%key: Id\n%mandatory: Ar Rubrik\n%type: Ar int\n\nId: ANNANPLAN1\nAr: 2026\nRubrik: En annans plan\n", out);
	assert_int_equal(fclose(out), 0);
	free(path);
	save(s);
	stage_press(s, UI_KEY_ESCAPE);
	expect_file(s, NEW, "Rubrik: En annans plan\n");
}

/* ---- goals and focus areas ------------------------------------------------------ */

static void goal_with_target(void **state)
{
	/* Names are written, codes are saved; what does not exist is said. */
	struct stage *s = *state;
	stage_type(s, "3\t\ta\tFler brytpunktssamtal\tbrytpunktsamtal");
	save(s);
	stage_expect(s, "indikatorn ”brytpunktsamtal” finns inte");
	for (int i = 0; i < 15; i++)
		stage_press(s, UI_KEY_BACKSPACE);
	stage_type(s, "Brytpunktssamtal\tFlen\nKatrineholm\t\t85\t2027");
	save(s);
	expect_file(s, OLD, "Nr: 3\nSlag: matt\nRubrik: Fler brytpunktssamtal\nIndikator: brytpunktssamtal\nPlats: 0482\nPlats: 0483\nDelmal: 85\nDelmal_ar: 2027\n");
	stage_type(s, "\n");
	stage_expect(s, "minst 85");
	stage_press(s, UI_KEY_ESCAPE);
	stage_type(s, "e");
	stage_expect(s, "0482 Flen");
	save(s);
	stage_expect(s, "Ingenting ändrades.");
}

static void goal_target_is_a_number(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3\t\ta\tMål\t\t\t\tmycket");
	save(s);
	stage_expect(s, "”mycket” är inget tal");
	assert_false(file_has(s, OLD, "mycket"));
}

static void goal_of_principle(void **state)
{
	/* A dimension has its indicators, or nobody knows. */
	struct stage *s = *state;
	stage_type(s, "3\t\te\t\t\t\t\nålder: brytpunktssamtal");
	save(s);
	expect_file(s, OLD, "Oavsett: ålder: brytpunktssamtal\n");
	stage_type(s, "\n");
	stage_expect(s, "ålder, Brytpunktssamtal:");
	stage_expect(s, "boendeform: okänt");
}

static void focus_areas(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3\t\t\taNärstående");
	save(s);
	expect_file(s, OLD, "Nr: 4\nRubrik: Närstående\n");
	stage_type(s, "e och barn");
	save(s);
	expect_file(s, OLD, "Rubrik: Närstående och barn\n");
	undo(s);
	undo(s);
	assert_false(file_has(s, OLD, "Närstående\n"));
}

/* ---- actions -------------------------------------------------------------------- */

static void action_with_all_its_fields(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3a\tUtbilda\t");
	stage_press(s, 'u');
	stage_type(s, "\tMAS\tFlens kommun\nHospice AB\t1/12\t4/2\t\t\t\t\tPrivata utförare\t2026-11-24 Ringt");
	save(s);
	expect_file(s, OLD, "Rubrik: Utbilda\nFokusomrade: GE2BERCBBT\nAnsvarig: MAS\nMedverkande: Flens kommun\nMedverkande: Hospice AB\n"
	                    "Start: 2026-12-01\nKlart_senast: 2027-02-04\nStatus: ej_paborjad\nMalgrupp: Privata utförare\n"
	                    "Anteckning: 2026-11-24 Ringt\n");
}

static void focus_that_has_gone(void **state)
{
	/* What an action refers to and is no longer there is shown as such, and stays until another is chosen. */
	struct stage *s = *state;
	stage_outside(s, OLD, "Fokusomrade: GE2BERCBBT", "Fokusomrade: BORTABORTA");
	s->practice.mono += 4000;
	stage_idle(s);
	stage_type(s, "3e");
	stage_expect(s, "BORTABORTA (finns inte längre)");
	stage_type(s, "\t\t\tMAS");
	save(s);
	expect_file(s, OLD, "Fokusomrade: BORTABORTA");
}

static void links_to_gaps(void **state)
{
	/* Type-ahead over the gaps of the place; a mark more is a link more; a link to what has gone can be taken away. */
	struct stage *s = *state;
	stage_type(s, "3l\n");
	stage_expect(s, "Brister som åtgärden svarar mot");
	stage_type(s, "jourlinje\n");
	stage_expect(s, "(1 av");
	stage_press(s, UI_KEY_HOME);
	stage_type(s, "\n");
	stage_expect(s, "Sparat");
	assert_true(file_has(s, OLD, "\nBrist: "));
	undo(s);
	assert_false(file_has(s, OLD, "\nBrist: "));
	stage_outside(s, OLD, "Fokusomrade: GE2BERCBBT", "Fokusomrade: GE2BERCBBT\nBrist: B-9999");
	s->practice.mono += 4000;
	stage_idle(s);
	stage_type(s, "l\n");
	stage_expect(s, "✓ B-9999 : finns inte längre");
	stage_type(s, "B-9999\n");
	stage_press(s, UI_KEY_HOME);
	stage_type(s, "\n");
	assert_false(file_has(s, OLD, "B-9999"));
}

static void meeting_and_paragraph(void **state)
{
	/* The meeting first, then the paragraph of it; another meeting takes the paragraph away. */
	struct stage *s = *state;
	stage_type(s, "4a2026-12-10");
	save(s);
	stage_type(s, "3lparagrafen\n");
	stage_expect(s, "Peka först ut mötet som beslutade.");
	stage_type(s, "lmötet\n2026-12\n");
	expect_file(s, OLD, "\nMote: ");
	stage_type(s, "lparagrafen\nåtgärdslista\n");
	expect_file(s, OLD, "\nArende: ");
	stage_type(s, "\n");
	stage_expect(s, "§ 6 på mötet den 10 december 2026");
	stage_press(s, UI_KEY_ESCAPE);
	stage_type(s, "lmötet\ninget\n");
	assert_false(file_has(s, OLD, "\nMote: "));
	assert_false(file_has(s, OLD, "\nArende: "));
}

static void taken_up_at_the_next_meeting(void **state)
{
	struct stage *s = *state;
	stage_type(s, "4a2026-12-10");
	save(s);
	stage_type(s, "3b");
	stage_expect(s, "Den står på dagordningen tor 10 dec.");
	stage_type(s, "b");
	stage_expect(s, "står redan på nästa mötes dagordning");
	undo(s);
	stage_type(s, "b");
	stage_expect(s, "Den står på dagordningen");
}

/* ---- lists -------------------------------------------------------------------------- */

static void a_list_from_word(void **state)
{
	/* Shown first; a line can be left out; one step, undone as one. */
	struct stage *s = *state;
	char *before = bytes_of(s, OLD);
	stage_type(s, "3A");
	paste(s, "•\tUtbilda ombud\r\n\r\n•\tRinga Flen\r\n1. Skriva remissvar\r\n");
	stage_expect(s, "Lägg till de markerade (3 av 3)");
	stage_expect(s, "✓ Skriva remissvar");
	stage_type(s, "ringa\n");
	stage_expect(s, "– Ringa Flen");
	stage_press(s, UI_KEY_HOME);
	stage_type(s, "\n");
	stage_expect(s, "Sparat");
	expect_file(s, OLD, "Nr: 15\nSlag: atgard\nRubrik: Utbilda ombud\n");
	expect_file(s, OLD, "Nr: 16\nSlag: atgard\nRubrik: Skriva remissvar\n");
	assert_false(file_has(s, OLD, "Ringa Flen"));
	stage_type(s, "\t");
	stage_expect(s, "[Att komplettera]");
	stage_expect(s, "Utbilda ombud");
	undo(s);
	char *after = bytes_of(s, OLD);
	assert_string_equal(after, before);
	free(before);
	free(after);
}

static void a_list_into_the_form(void **state)
{
	/* Several lines pasted into an untouched form of a new action; one line is text as ever. */
	struct stage *s = *state;
	stage_type(s, "3a\t");
	paste(s, "En rad");
	stage_expect(s, "En rad");
	stage_type(s, "\033k");
	stage_type(s, "a\t");
	paste(s, "- Ett\n- Två\n");
	stage_expect(s, "(2 av 2)");
	stage_press(s, UI_KEY_ESCAPE);
	assert_false(file_has(s, OLD, "Rubrik: Ett"));
	stage_type(s, "3");
	paste(s, "- Ett\n- Två\n");
	stage_expect(s, "ignorerades");
}

static void a_number_in_the_list(void **state)
{
	/* A personnummer never reaches the preview, nor the file. */
	struct stage *s = *state;
	stage_type(s, "3A");
	paste(s, "Ring 640823-3234\nSkriv brev\n");
	stage_expect(s, "Personnummer är borttagna ur texten på 1 rad.");
	stage_expect(s, "[personnummer borttaget]");
	stage_type(s, "\n");
	expect_file(s, OLD, "Rubrik: Ring [personnummer borttaget]");
	stage_type(s, "A");
	paste(s, " \n\n");
	stage_expect(s, "har ingen text");
}

/* ---- to be checked ------------------------------------------------------------------ */

static void to_be_checked(void **state)
{
	struct stage *s = *state;
	stage_type(s, "4a2026-12-10");
	save(s);
	stage_type(s, "3\t\t\t\t\t");
	stage_expect(s, "[Att kontrollera]");
	stage_expect(s, "○ utan åtgärd");
	stage_expect(s, "brister utan åtgärd");
	stage_type(s, "b");
	stage_expect(s, "Den står på nästa mötes dagordning.");
	stage_type(s, "d");
	stage_expect(s, "rapportens och ändras inte här");
	/* an action of the gap: it is no longer without */
	stage_type(s, "a");
	if (stage_shows(s, "välj ordalydelse"))
		stage_type(s, "\n");
	stage_expect(s, "Åtgärden ligger i handlingsplanen");
	assert_true(file_has(s, OLD, "\nBrist: "));
}

static void to_be_checked_of_ones_own(void **state)
{
	/* A resource of the council's own is checked with one key. */
	struct stage *s = *state;
	stage_type(s, "6\t\t\t\t\taHandbok");
	save(s);
	stage_type(s, "3\t\t\t\t\t/handbok\nd");
	stage_expect(s, "Sparat");
	expect_file(s, "resurser.rec", "Kontrollerad: 2026-11-24\n");
	stage_expect_not(s, "kunskapsresurs: Handbok");
}

#define ON_STAGE(test) cmocka_unit_test_setup_teardown(test, stage_set_up, stage_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		ON_STAGE(a_new_plan_year),
		ON_STAGE(commission_and_papers_due),
		ON_STAGE(carrying_over),
		ON_STAGE(carrying_over_the_marked),
		ON_STAGE(carrying_over_from_an_old_plan),
		ON_STAGE(years_of_the_list),
		ON_STAGE(two_make_the_same_plan),
		ON_STAGE(goal_with_target),
		ON_STAGE(goal_target_is_a_number),
		ON_STAGE(goal_of_principle),
		ON_STAGE(focus_areas),
		ON_STAGE(action_with_all_its_fields),
		ON_STAGE(focus_that_has_gone),
		ON_STAGE(links_to_gaps),
		ON_STAGE(meeting_and_paragraph),
		ON_STAGE(taken_up_at_the_next_meeting),
		ON_STAGE(a_list_from_word),
		ON_STAGE(a_list_into_the_form),
		ON_STAGE(a_number_in_the_list),
		ON_STAGE(to_be_checked),
		ON_STAGE(to_be_checked_of_ones_own),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
