/* Forms over the council's records: what is refused and how, what others may not see, and what is said of it. */
#include "room_stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
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

static void go_to(struct stage *s, const char *label)
{
	char *mark = mem_printf("▸ %s", label);
	for (int i = 0; !stage_shows(s, mark) && i < 60; i++)
		stage_press(s, UI_KEY_TAB);
	stage_expect(s, mark);
	free(mark);
}

static void days_in_the_calendar(void **state)
{
	/* Follows what is typed, knows the council's meetings, and the arrows choose without a word lost. */
	struct stage *s = *state;
	stage_type(s, "4a2026-12-10\r3e");
	go_to(s, "Klart senast");
	stage_type(s, "v 50");
	stage_expect(s, "december 2026");
	stage_expect(s, "▸ 7   8   9  10m 11  12  13");
	stage_expect(s, "mån 7 dec 2026, v. 50.");
	stage_expect(s, "m möte  h helgdag");
	for (int i = 0; i < 2; i++)
		stage_press(s, i ? UI_KEY_RIGHT : UI_KEY_DOWN);
	stage_expect(s, "2026-12-15");
	stage_expect(s, "PgUp PgDn månad  Esc som det var  m möte  h helgdag");
	stage_size(s, 60, 16); /* what the letters mean goes before the last keys */
	stage_expect(s, "←→ dag  ↑↓ vecka  PgUp PgDn månad  m möte  h helgdag");
	stage_size(s, 100, 50);
	stage_type(s, "\033");
	stage_expect(s, "▸ Klart senast        v 50");
	stage_type(s, "\v\r");
	stage_expect_file(s, "plan/2019.rec", "Klart_senast: 2026-12-14\n", true);
}

static void a_day_that_is_none(void **state)
{
	/* Said when one leaves the field, which may be left; when it is saved the cursor stands there and nothing typed is gone. */
	struct stage *s = *state;
	stage_type(s, "4asnart\t");
	stage_expect(s, "Datum: ”snart” är inget datum. Skriv till exempel 4/2, +14, v 5 eller 2027-02-04.");
	stage_expect(s, "▸ Börjar kl.");
	stage_type(s, "9\t\t\t\tTrosa\r");
	stage_expect(s, "”snart” är inget datum.");
	stage_expect(s, "▸ Datum       snart");
	stage_expect(s, "Trosa");
	for (int i = 0; i < 5; i++)
		stage_press(s, UI_KEY_BACKSPACE);
	stage_type(s, "10/12\r");
	stage_expect(s, "Sparat");
}

static void what_must_be_filled_in(void **state)
{
	/* The field is named, what to write is said, and the cursor stands there. */
	struct stage *s = *state;
	stage_type(s, "3a\r");
	stage_expect(s, "”Vad” måste fyllas i. Vad som ska göras, på en rad.");
	const char *said = strstr(buf_cstr(&s->text), "måste fyllas i");
	assert_null(strstr(said + 1, "måste fyllas i"));
	stage_expect(s, "▸ Vad");
}

static void keys_stand_in_one_place(void **state)
{
	/* Those of the form, and those of the question whether to save, are in the bottom line and nowhere else; no hint is cut. */
	struct stage *s = *state;
	stage_size(s, 80, 24);
	stage_type(s, "5a");
	stage_expect(s, "Tab nästa fält  Ctrl-S spara  Esc avbryt  F1 hjälp");
	stage_expect_not(s, "Tab nästa  ");
	stage_type(s, "x\t\t\t\t");
	stage_expect(s, "▸ Kom in");
	stage_type(s, "\t");
	stage_expect(s, "En dag som har varit skrivs med år: 2026-09-10.");
	stage_type(s, "\033");
	stage_expect(s, "←→ välj  Enter ta den  Esc fortsätt  F1 hjälp");
}

static void a_place_by_its_first_letters(void **state)
{
	/* Without rings and dots, by code, the council's own first; the only one is taken by Tab, an unknown one is refused. */
	struct stage *s = *state;
	stage_type(s, "2\taPrivat enhet");
	go_to(s, "Ligger i");
	stage_type(s, "stra");
	stage_expect(s, "▸ 0486 Strängnäs  kommun, Södermanland");
	stage_type(s, "\t");
	go_to(s, "Betjänar");
	stage_type(s, "gne\n");
	stage_type(s, "nykop\v\n");
	stage_type(s, "atlantis\t");
	stage_expect(s, "Betjänar: platsen ”atlantis” finns inte.");
	stage_press(s, UI_KEY_SHIFT_TAB);
	for (int i = 0; i < 8; i++)
		stage_press(s, UI_KEY_BACKSPACE);
	stage_type(s, "\r");
	stage_expect_file(s, ENHETER, "Ligger_i: 0486\nBetjanar: 0482\nBetjanar: 0461\nBetjanar: 0480\n", false);
	stage_expect_file(s, ENHETER, "Ligger_i: 0486\nBetjanar: 0461\nBetjanar: 0480\n", true);
}

static void people_one_at_a_time(void **state)
{
	/* Found by name and by what they belong to; what is in no list is kept as it is written. */
	struct stage *s = *state;
	room_stage_meet(s);
	stage_type(s, "\033\n");
	stage_type(s, "3a\tRing");
	stage_size(s, 100, 50);
	go_to(s, "Ansvarig");
	stage_type(s, "ek");
	stage_expect(s, "Anna Ek, Flens kommun, ordförande");
	stage_type(s, "\v\n\t");
	stage_type(s, "flen\v\n");
	stage_type(s, "ronn\v\n");
	stage_type(s, "Hospice AB\r");
	stage_expect_file(s, "plan/2019.rec", "Ansvarig: Anna Ek\nMedverkande: Flens kommun\nMedverkande: Eva Rönn\nMedverkande: Hospice AB\n", true);
}

static void a_person_on_the_wall(void **state)
{
	/* Her name finds her; the screen says what she belongs to, and the file whom it is. */
	struct stage *s = *state;
	room_stage_meet(s);
	stage_type(s, "\ve");
	go_to(s, "Föredragande");
	stage_type(s, "eva r");
	stage_expect(s, "Trosa kommun, ersättare");
	stage_type(s, "\v\n");
	stage_expect_not(s, "Eva");
	stage_type(s, "\r");
	assert_string_equal(item(s, "A000000002")->presenter, "Eva Rönn");
	/* the organisation itself is not a person who comes from it */
	stage_type(s, "\ve");
	go_to(s, "Föredragande");
	stage_type(s, "Trosa kommun\r");
	assert_string_equal(item(s, "A000000003")->presenter, "Trosa kommun");
	stage_type(s, "e");
	go_to(s, "Föredragande");
	for (int i = 0; i < 12; i++)
		stage_press(s, UI_KEY_BACKSPACE);
	stage_type(s, "bo a\v\n");
	stage_expect(s, "Trosa kommun (person)");
	stage_type(s, "\r");
	assert_string_equal(item(s, "A000000003")->presenter, "Bo Alm");
}

static void gaps_in_the_action(void **state)
{
	/* By number or by words, one a line; a number that is none is refused where it stands. */
	struct stage *s = *state;
	stage_type(s, "3a\tRing jouren");
	go_to(s, "Svarar mot brist");
	stage_type(s, "jour nyk\n");
	stage_expect(s, "B04-07 Jourlinje dygnet runt:");
	stage_type(s, "b04-02\n");
	stage_expect(s, "B04-02 ");
	stage_type(s, "B99-99\t");
	stage_expect(s, "Svarar mot brist: ”B99-99” är inget sådant nummer.");
	stage_press(s, UI_KEY_SHIFT_TAB);
	for (int i = 0; i < 6; i++)
		stage_press(s, UI_KEY_BACKSPACE);
	go_to(s, "Svarar mot förslag");
	stage_type(s, "f-r01\n\r");
	stage_expect_file(s, "plan/2019.rec", "Brist: B04-07\nBrist: B04-02\nForslag: F-R01\n", true);
	stage_type(s, "u");
	stage_expect_file(s, "plan/2019.rec", "Ring jouren", false);
}

static void goals_in_the_action(void **state)
{
	/* By words or number; the file has the Id, the form the name; what is no goal is refused. */
	struct stage *s = *state;
	stage_type(s, "3a\tFölj brytpunktssamtalen");
	go_to(s, "Bidrar till mål");
	stage_type(s, "finns inte\t");
	stage_expect(s, "Bidrar till mål: ”finns inte” är inget av planens mål.");
	stage_press(s, UI_KEY_SHIFT_TAB);
	for (int i = 0; i < 10; i++)
		stage_press(s, UI_KEY_BACKSPACE);
	stage_type(s, "målnivåer\n");
	stage_expect(s, "2 Länets alla kommuner");
	stage_type(s, "\r");
	stage_expect_file(s, "plan/2019.rec", "Rubrik: Följ brytpunktssamtalen\n", true);
	stage_expect_file(s, "plan/2019.rec", "Mal: WMB9R5DE7A\n", true);
}

static void a_link_to_what_has_gone(void **state)
{
	/* Stays when another is added beside it. */
	struct stage *s = *state;
	stage_outside(s, "plan/2019.rec", "Status: lopande\n", "Status: lopande\nBrist: B04-99\n");
	assert_true(session_refresh(s->practice.session));
	stage_restart(s, false);
	stage_type(s, "3e");
	go_to(s, "Svarar mot brist");
	stage_expect(s, "B04-99 (finns inte längre)");
	stage_type(s, "\nb04-02\n\r");
	stage_expect_file(s, "plan/2019.rec", "Brist: B04-99\nBrist: B04-02\n", true);
}

static void questions_have_the_same_help(void **state)
{
	/* The plan's own keys for date and owner: a calendar and a list. The row one is on stays in sight. */
	struct stage *s = *state;
	room_stage_meet(s);
	stage_type(s, "\033\n3Gf23/12");
	stage_expect(s, "▸23");
	stage_expect(s, "ons 23 dec 2026, v. 52.");
	stage_type(s, "\v");
	stage_expect(s, "Klart senast: 2026-12-30");
	stage_type(s, "\n");
	stage_expect_file(s, "plan/2019.rec", "Klart_senast: 2026-12-30\n", true);
	stage_type(s, "rek");
	stage_expect(s, "Anna Ek, Flens kommun, ordförande");
	stage_type(s, "\v\n");
	stage_expect(s, "Ansvarig: Anna Ek");
	stage_type(s, "\n");
	stage_expect_file(s, "plan/2019.rec", "Ansvarig: Anna Ek\n", true);
}

static void nothing_typed_is_lost(void **state)
{
	/* At a resize, after Esc by mistake, and at a hang-up in the middle of the question. */
	struct stage *s = *state;
	stage_restart(s, true);
	stage_type(s, "3a\tEn lång rubrik\t\t\tEtt\nTvå");
	stage_size(s, 60, 16);
	stage_expect(s, "Två");
	stage_size(s, 120, 40);
	stage_type(s, "\033");
	stage_expect(s, "Det är inte sparat. Vad vill du göra?");
	stage_expect(s, "▸ [ Fortsätt ]");
	stage_type(s, "\033");
	stage_expect(s, "En lång rubrik");
	stage_type(s, "\033");
	frame_handle(s->frame, &(struct event){.type = EVENT_HANGUP});
	stage_restart(s, true);
	frame_offer_draft(s->frame);
	stage_type(s, "\n");
	stage_expect(s, "En lång rubrik");
	stage_type(s, "\033");
	stage_type(s, "k");
	stage_expect(s, "Ingenting ändrades.");
}

static void a_paste_that_was_cut(void **state)
{
	struct stage *s = *state;
	char text[] = "Allt som fick plats";
	stage_type(s, "3a\t");
	frame_handle(s->frame, &(struct event){.type = EVENT_PASTE, .paste = text, .cut = true});
	stage_expect(s, "Slutet av det kom inte med");
}

#define ON_STAGE(test) cmocka_unit_test_setup_teardown(test, stage_set_up, stage_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		ON_STAGE(an_answer_needs_a_position), ON_STAGE(an_old_fault_stops_nothing_else), ON_STAGE(which_meeting_takes_a_referral_up),
		ON_STAGE(limits_in_words),            ON_STAGE(a_begun_inventory_is_told),       ON_STAGE(a_name_on_the_wall),
		ON_STAGE(a_name_is_found_on_the_wall), ON_STAGE(days_in_the_calendar),           ON_STAGE(a_day_that_is_none),
		ON_STAGE(keys_stand_in_one_place), ON_STAGE(what_must_be_filled_in),     ON_STAGE(a_place_by_its_first_letters),    ON_STAGE(people_one_at_a_time),
		ON_STAGE(a_person_on_the_wall),       ON_STAGE(goals_in_the_action), ON_STAGE(gaps_in_the_action),              ON_STAGE(a_link_to_what_has_gone),
		ON_STAGE(questions_have_the_same_help), ON_STAGE(nothing_typed_is_lost),         ON_STAGE(a_paste_that_was_cut),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
