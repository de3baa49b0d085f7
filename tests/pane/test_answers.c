/* Answers in pane 2: S gives one for the region or a unit, it is saved with its source, undone, and shown. No terminal. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ANSWERS "forslagssvar.rec"

static int set_up(void **state)
{
	int failed = stage_set_up(state);
	if (!failed)
		stage_size(*state, 200, 50);
	return failed;
}

/* S, the third answer, a source: a new record, the list and the detail show it, and the line says it is saved. */
static void region_answers(void **state)
{
	struct stage *s = *state;
	stage_type(s, "2\t\tS");
	stage_expect(s, "Södermanland: ");
	stage_expect(s, "nej");
	stage_type(s, "pågår\n");
	stage_expect(s, "Källa");
	stage_type(s, "Mötet 24 november\n");
	stage_expect(s, "Sparat kl. 9.30.");
	stage_expect(s, "pågår");
	stage_expect_file(s, ANSWERS, "%rec: Svar", true);
	stage_expect_file(s, ANSWERS, "Galler: 04\nSvar: pagar\nDatum: 2026-11-24\nKalla: Mötet 24 november\n", true);
	stage_type(s, "\n");
	stage_expect(s, "2026-11-24 Södermanland: pågår (Mötet 24 november)");
}

/* A second answer is written beside the first, and the latest is the one shown. */
static void older_answers_stay(void **state)
{
	struct stage *s = *state;
	stage_type(s, "2\t\tSpågår\nEtt\n");
	s->practice.now += 86400;
	stage_type(s, "Sgenomfört\nTvå\n");
	const struct records *r = session_model(s->practice.session)->council;
	assert_int_equal(records_count(r, RECORD_ANSWER), 2);
	stage_expect_file(s, ANSWERS, "Svar: pagar", true);
	stage_expect_file(s, ANSWERS, "Svar: genomfort", true);
	stage_type(s, "\n");
	stage_expect(s, "2026-11-24 Södermanland: pågår (Ett)");
	stage_expect(s, "2026-11-25 Södermanland: genomfört (Två)");
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, " genomfört ");
	assert_false(stage_shows(s, " pågår "));
}

/* u takes the answer away, Ctrl-R gives it again. */
static void answer_can_be_undone(void **state)
{
	struct stage *s = *state;
	stage_type(s, "2\t\tSgenomfört\nMötet\n");
	stage_press(s, 'u');
	stage_expect(s, "Ångrat: Svar på F-");
	stage_expect_file(s, ANSWERS, "Svar: genomfort", false);
	stage_press(s, UI_KEY_CTRL + 'R');
	stage_expect_file(s, ANSWERS, "Svar: genomfort", true);
}

/* Without a source nothing is saved and the question stays; Esc leaves no file. */
static void source_is_required(void **state)
{
	struct stage *s = *state;
	stage_type(s, "2\t\tSpågår\n\n");
	stage_expect(s, "Skriv varifrån svaret kommer");
	stage_type(s, " \n");
	stage_expect(s, "Skriv varifrån svaret kommer");
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, "Ingenting ändrades.");
	assert_null(practice_read(&s->practice, ANSWERS));
}

/* S on a unit asks which proposal to units, then the answer: it is the unit's, and the region's stays okänt. */
static void unit_answers(void **state)
{
	struct stage *s = *state;
	stage_type(s, "2\tS");
	stage_expect(s, "vilket förslag?");
	stage_expect(s, "Skriftligt uppdrag från huvudmannen (okänt)");
	assert_false(stage_shows(s, "Krav på jämlik infrastruktur"));
	stage_type(s, "Skriftligt uppdrag från\npågår\nEnhetschefen\n");
	stage_expect_file(s, ANSWERS, "Forslag: F-E01\nGaller: E04-01\nSvar: pagar\n", true);
	stage_type(s, "\t/Skriftligt uppdrag från\n");
	stage_expect(s, "okänt");
	assert_false(stage_shows(s, " pågår "));
	stage_type(s, "\n");
	stage_expect(s, "SSIH Södermanland: pågår (Enhetschefen)");
}

/* A gap is not answered, so S there is the s of the sort menu; the country does not answer, which is said. Nothing is written. */
static void refusals(void **state)
{
	struct stage *s = *state;
	stage_type(s, "2S");
	stage_expect(s, "I vilken ordning?");
	stage_type(s, "\033");
	stage_expect_not(s, "S svara");
	stage_type(s, "\t\t");
	stage_expect(s, "S svara");
	stage_type(s, "-S");
	stage_expect(s, "Riket svarar inte på förslag");
	assert_null(practice_read(&s->practice, ANSWERS));
}

/* Another region has its own answers: what Södermanland said is not shown for Östergötland. */
static void each_region_its_own(void **state)
{
	struct stage *s = *state;
	stage_type(s, "2\t\tSpågår\nMötet\n.");
	stage_expect(s, "okänt");
	assert_false(stage_shows(s, " pågår "));
	stage_type(s, ",");
	stage_expect(s, " pågår ");
}

/* + steps to areas, municipalities and hospitals, never to units. */
static void units_are_no_steps(void **state)
{
	struct stage *s = *state;
	stage_type(s, "1+");
	stage_expect(s, "Eskilstuna");
	assert_false(stage_shows(s, "SSIH"));
	stage_type(s, "Eskilstuna\n");
	stage_expect(s, "Eskilstuna");
	stage_type(s, "+");
	assert_false(stage_shows(s, "SSIH"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(region_answers), TEST(older_answers_stay), TEST(answer_can_be_undone), TEST(source_is_required),
		TEST(unit_answers),   TEST(refusals),           TEST(each_region_its_own),  TEST(units_are_no_steps),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
