/* Forms over the council's records: what is refused and how, what others may not see, and what is said of it. */
#include "room_stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#define REFERRAL "5aKunskapscentrum\tKommunstyrelsen\t\t\t\t2026-12-18\r"
#define ENHETER "enheter.rec"

static const struct item *item(struct stage *s, const char *id)
{
	return (const struct item *)(const void *)records_find(session_model(s->practice.session)->council, RECORD_ITEM, id);
}

static void an_answer_needs_a_position(void **state)
{
	/* What the council has not decided is not sent, by key or in the form; taking none is a position. */
	struct stage *s = *state;
	stage_type(s, REFERRAL "d");
	stage_expect(s, "Ställningen är inte bestämd. Tryck S och välj den först");
	stage_expect_file(s, "remisser.rec", "Expedierad: 2", false);
	stage_type(s, "e");
	for (int i = 0; !stage_shows(s, "▸ Svaret sänt") && i < 40; i++)
		stage_press(s, UI_KEY_TAB);
	stage_type(s, "idag\r");
	stage_expect(s, "Ställning: den är inte bestämd, men svaret är sänt.");
	stage_expect(s, "▸ Ställning");
	stage_type(s, "y\r");
	stage_expect_file(s, "remisser.rec", "Stallning: yttrar_ej\n", true);
	stage_expect_file(s, "remisser.rec", "Expedierad: 2026-11-24\n", true);
}

static void an_old_fault_stops_nothing_else(void **state)
{
	/* A sent answer without position in the file, from before: its note can still be written. */
	struct stage *s = *state;
	stage_type(s, REFERRAL);
	stage_outside(s, "remisser.rec", "Svar_senast: 2026-12-18\n", "Svar_senast: 2026-12-18\nExpedierad: 2026-11-01\n");
	assert_true(session_refresh(s->practice.session));
	stage_type(s, "e");
	for (int i = 0; !stage_shows(s, "▸ Not") && i < 40; i++)
		stage_press(s, UI_KEY_TAB);
	stage_type(s, "Skickat med post\r");
	stage_expect_file(s, "remisser.rec", "Not: Skickat med post\n", true);
}

static void which_meeting_takes_a_referral_up(void **state)
{
	struct stage *s = *state;
	stage_type(s, "4a2026-12-10\r" REFERRAL "b");
	stage_expect(s, "Remissen står på dagordningen tor 10 dec.");
	stage_type(s, "b");
	stage_expect(s, "Remissen står redan på nästa mötes dagordning.");
}

static void limits_in_words(void **state)
{
	/* The form says Ålder, the file alder; both are understood, anything else is refused where it stands. */
	struct stage *s = *state;
	stage_type(s, "2\taPrivat enhet\t");
	for (int i = 0; !stage_shows(s, "▸ Begränsning") && i < 60; i++)
		stage_press(s, UI_KEY_TAB);
	stage_type(s, "Ålder: bara vuxna\nvardform: bara stöd\r");
	stage_expect_file(s, ENHETER, "Begransning: alder: bara vuxna\nBegransning: vardform: bara stöd\n", true);
	stage_type(s, "/Privat enhet\ne");
	for (int i = 0; !stage_shows(s, "▸ Begränsning") && i < 60; i++)
		stage_press(s, UI_KEY_TAB);
	stage_expect(s, "Ålder: bara vuxna");
	stage_expect(s, "Vårdform: bara stöd");
	stage_expect_not(s, "alder:");
	stage_type(s, "\nbara på dagen\r");
	stage_expect(s, "Begränsning: ”bara på dagen” börjar inte med vad som begränsar.");
	stage_expect(s, "▸ Begränsning");
}

static void a_begun_inventory_is_told(void **state)
{
	/* The step that Y saved stands, so nothing was left undone. */
	struct stage *s = *state;
	stage_type(s, "2\tY\033");
	stage_expect(s, "Den nya inventeringen är påbörjad med svaren som de var.");
	stage_expect_not(s, "Ingenting ändrades.");
	stage_type(s, "Y");
	stage_expect(s, "Enheten inventeras redan i dag");
}

static void a_name_on_the_wall(void **state)
{
	/* The presenter is shown by what she belongs to; what is not touched keeps her name, and so does the whole form. */
	struct stage *s = *state;
	room_stage_meet(s);
	stage_outside(s, ROOM_MEETING, "Rubrik: Jourlinje dygnet runt\n", "Rubrik: Jourlinje dygnet runt\nForedragande: Bo Alm\n");
	assert_true(session_refresh(s->practice.session));
	stage_type(s, "\ve");
	stage_expect(s, "Trosa kommun (person)");
	stage_expect_not(s, "Bo Alm");
	for (int i = 0; !stage_shows(s, "▸ Minuter") && i < 20; i++)
		stage_press(s, UI_KEY_TAB);
	stage_press(s, UI_KEY_BACKSPACE);
	stage_type(s, "5\r");
	assert_int_equal(item(s, "A000000002")->minutes, 25);
	assert_string_equal(item(s, "A000000002")->presenter, "Bo Alm");
	/* what is shown instead of the name, typed again, is still the name */
	stage_type(s, "e");
	for (int i = 0; !stage_shows(s, "▸ Föredragande") && i < 20; i++)
		stage_press(s, UI_KEY_TAB);
	stage_type(s, "x");
	stage_press(s, UI_KEY_BACKSPACE);
	stage_type(s, "\r");
	assert_string_equal(item(s, "A000000002")->presenter, "Bo Alm");
}

static void a_name_is_found_on_the_wall(void **state)
{
	/* By her name, which is not shown; and one that is in no list is written. */
	struct stage *s = *state;
	room_stage_meet(s);
	stage_type(s, "\vaBjud in jourläkarna\neva r");
	stage_expect(s, "Trosa kommun, ersättare");
	stage_expect_not(s, "Eva Rönn");
	stage_type(s, "\n\n");
	const struct records *council = session_model(s->practice.session)->council;
	assert_string_equal(records_action(council, records_count(council, RECORD_ACTION) - 1)->owner, "Eva Rönn");
	stage_type(s, "aFråga apoteket\nGun Berg");
	stage_expect(s, "någon annan: skriv namnet");
	stage_type(s, "\n\n\n");
	council = session_model(s->practice.session)->council;
	assert_string_equal(records_action(council, records_count(council, RECORD_ACTION) - 1)->owner, "Gun Berg");
}

#define ON_STAGE(test) cmocka_unit_test_setup_teardown(test, stage_set_up, stage_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		ON_STAGE(an_answer_needs_a_position), ON_STAGE(an_old_fault_stops_nothing_else), ON_STAGE(which_meeting_takes_a_referral_up),
		ON_STAGE(limits_in_words),            ON_STAGE(a_begun_inventory_is_told),       ON_STAGE(a_name_on_the_wall),
		ON_STAGE(a_name_is_found_on_the_wall),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
