/* The room of a meeting: items, tasks that become actions, the roll, what others may see, adoption, and what must not go wrong. */
#include "room_stage.h"

#include "radsbord/council/attendance.h"
#include "radsbord/council/minutes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct records *council(const struct stage *s)
{
	return session_model(s->practice.session)->council;
}

static const struct meeting *meeting(const struct stage *s)
{
	return (const struct meeting *)(const void *)records_find(council(s), RECORD_MEETING, "M0TE000001");
}

static const struct item *item(const struct stage *s, const char *id)
{
	return (const struct item *)(const void *)records_find(council(s), RECORD_ITEM, id);
}

static void test_items(void **state)
{
	/* Begun, written, decided with a phrase of a few letters; the minutes follow on the same screen. */
	struct stage *s = *state;
	room_stage_meet(s);
	stage_type(s, " ");
	stage_expect(s, "▸ 1");
	stage_expect(s, "0 av 10 min");
	s->practice.now += 7 * 60;
	stage_type(s, "\v");
	stage_type(s, " ");
	s->practice.now += 5 * 60;
	stage_type(s, "tLäget i de fem kommunerna.\n");
	stage_expect(s, "7 av 10 min");
	stage_expect(s, "§ 2: 5 av 20 min");
	stage_expect(s, "Läget i de fem kommunerna.");
	stage_type(s, "bgodk\tutredningen\n");
	stage_expect(s, "• att godkänna utredningen");
	assert_string_equal(item(s, "A000000002")->decision, "att godkänna utredningen");
	assert_int_equal(item(s, "A000000002")->kind, ITEM_DECISION);
	stage_type(s, "uuu");
	assert_null(item(s, "A000000002")->text);
	assert_int_equal(item(s, "A000000002")->started, -1);
}

static void test_tab_steps_phrases(void **state)
{
	struct stage *s = *state;
	room_stage_meet(s);
	stage_type(s, "bhandl\t");
	stage_expect(s, "att lägga till handlingarna");
	stage_type(s, "\t");
	stage_expect(s, "att lägga informationen till handlingarna");
	stage_type(s, "\n");
	assert_string_equal(item(s, "A000000001")->decision, "att lägga informationen till handlingarna");
}

static void test_task_becomes_action(void **state)
{
	/* What, who, when: one step, traceable both ways, undone as one. */
	struct stage *s = *state;
	room_stage_meet(s);
	size_t before = records_count(council(s), RECORD_ACTION);
	stage_type(s, "\vaBjud in jourläkarna\nflen\n\n");
	assert_int_equal(records_count(council(s), RECORD_ACTION), before + 1);
	const struct action *a = records_action(council(s), before);
	assert_string_equal(a->title, "Bjud in jourläkarna");
	assert_string_equal(a->owner, "Flens kommun");
	assert_int_equal(date_cmp(a->due, (struct date){2027, 2, 4}), 0);
	assert_string_equal(a->meeting, "M0TE000001");
	assert_string_equal(a->item, "A000000002");
	stage_expect(s, "Bjud in jourläkarna. Ansvarig: Flens kommun");
	stage_type(s, "\n");
	stage_expect(s, "Åtgärd 15: Bjud in jourläkarna");
	stage_type(s, "\n");
	stage_expect(s, "§ 2 på mötet den 24 november 2026");
	stage_type(s, "u");
	assert_int_equal(records_count(council(s), RECORD_ACTION), before);
}

static void test_day_is_typed_where_days_are_offered(void **state)
{
	/* What is typed in the choice of a day is a day, with the calendar beside it; what is none is said. */
	struct stage *s = *state;
	room_stage_meet(s);
	size_t before = records_count(council(s), RECORD_ACTION);
	stage_type(s, "aRing jouren\nflen\n+14");
	stage_expect(s, "annan dag: skriv den");
	stage_type(s, "\n");
	stage_expect(s, "Klart senast: +14");
	stage_type(s, "\n");
	assert_int_equal(records_count(council(s), RECORD_ACTION), before + 1);
	assert_int_equal(date_cmp(records_action(council(s), before)->due, (struct date){2026, 12, 8}), 0);
}

static void test_head_of_the_minutes(void **state)
{
	/* Enter on a line above the first paragraph tells how far the minutes have come. */
	struct stage *s = *state;
	room_stage_meet(s);
	stage_type(s, "\t\t\n");
	stage_expect(s, "0 av 1 har justerat");
	stage_expect(s, "utkast");
}

static void test_tabled(void **state)
{
	/* It stands on the next agenda before the other questions, in the same step. */
	struct stage *s = *state;
	room_stage_meet(s);
	stage_type(s, "\vx");
	stage_expect(s, "Ärendet bordläggs till mötet den 4 februari 2027.");
	struct agenda_time t = agenda_time(council(s), (const struct meeting *)(const void *)records_find(council(s), RECORD_MEETING, "M0TE000002"));
	assert_int_equal(t.items, 3);
	stage_type(s, "x");
	stage_expect(s, "redan bordlagt");
	stage_type(s, "u");
	assert_int_equal(item(s, "A000000002")->kind, ITEM_INFORMATION);
	stage_expect_file(s, ROOM_NEXT, "Jourlinje", false);
}

static void test_roll(void **state)
{
	/* Replies prefill; * marks the others, Space steps, i and l note time and paragraph, d puts a deputy on a seat. */
	struct stage *s = *state;
	room_stage_meet(s);
	stage_type(s, " \t");
	stage_expect(s, "0 av 4 platser tjänstgör.");
	stage_type(s, "\vrförh\n*");
	stage_expect(s, "○ förhinder");
	stage_type(s, "*");
	stage_expect(s, "Alla som har en plats är redan antecknade.");
	stage_press(s, UI_KEY_UP);
	stage_expect(s, "2 av 4 platser tjänstgör. 1 vakant.");
	stage_press(s, UI_KEY_END);
	stage_type(s, "dtrosa\n");
	stage_expect(s, "● för Trosa kommun");
	stage_press(s, UI_KEY_HOME);
	stage_type(s, "l");
	stage_expect(s, "–9.30");
	struct attendee all[8];
	attendees(council(s), meeting(s), all, 8);
	assert_int_equal(all[0].record->left, 9 * 60 + 30);
	assert_string_equal(all[0].record->left_item, "A000000001");
	assert_int_equal(attendance_count(council(s), meeting(s)).serving, 3);
	stage_type(s, "aadj\nGun Ask, Länsstyrelsen\n");
	stage_expect(s, "Länsstyrelsen");
	stage_expect_not(s, "Gun Ask");
	stage_type(s, "\v\v\v ");
	stage_expect(s, "Platsen är vakant");
}

static void test_wall(void **state)
{
	/* On when one comes in, and shown; persons are called by organisation and role, everywhere in the room and in the review. */
	struct stage *s = *state;
	room_stage_meet(s);
	stage_expect(s, "VÄGGLÄGE");
	assert_int_equal(session_model(s->practice.session)->small_limit, SMALL_LIMIT);
	stage_type(s, "tAnna Ek öppnar mötet.\n");
	stage_expect(s, "Flens kommun, ordförande öppnar mötet.");
	stage_expect_not(s, "Anna Ek");
	stage_type(s, "\t*");
	stage_expect_not(s, "Bo Alm");
	stage_type(s, "\t");
	stage_expect_not(s, "Bo Alm");
	stage_type(s, "v");
	stage_expect(s, "väggläge av");
	stage_expect(s, "Bo Alm");
	stage_type(s, "v");
	stage_outside(s, "plan/2019.rec", "Status: lopande", "Status: lopande\nAnsvarig: Bo Alm\nAnteckning: 2026-11-01 Privat not");
	stage_type(s, "\t\v\v");
	session_refresh(s->practice.session);
	stage_press(s, UI_KEY_F5);
	stage_expect(s, "GENOMGÅNG");
	stage_expect_not(s, "Bo Alm");
	stage_expect_not(s, "Privat not");
	stage_expect_not(s, "min kvar");
	s->pause_ms = 2000;
	stage_type(s, "r");
	s->pause_ms = 0;
	stage_expect(s, "Vem tar över?");
	stage_expect(s, "Trosa kommun");
	stage_expect_not(s, "Bo Alm");
	stage_press(s, UI_KEY_ESCAPE);
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, "MÖTE");
	stage_type(s, "qstanna\n");
	stage_expect(s, "MÖTE");
	stage_type(s, "q");
	stage_expect(s, "Lämna mötet? Allt är sparat.");
	stage_type(s, "\n");
	stage_expect(s, "Du har lämnat mötet.");
	assert_int_equal(session_model(s->practice.session)->small_limit, 0);
	stage_type(s, "6");
	stage_expect(s, "Bo Alm");
}

static void test_wall_steps(void **state)
{
	/* What is undone on the wall, and the list of it, names nobody: not even a guest whom nothing is written of any more. */
	struct stage *s = *state;
	room_stage_meet(s);
	stage_type(s, "\t*agäst\nGun Grå, Socialstyrelsen\n");
	stage_expect(s, "Socialstyrelsen");
	stage_type(s, "\v ");
	stage_type(s, "U");
	stage_expect(s, "Närvaro: Trosa kommun");
	stage_expect(s, "Närvaro: Socialstyrelsen");
	stage_expect_not(s, "Bo Alm");
	stage_expect_not(s, "Gun Grå");
	stage_press(s, UI_KEY_ESCAPE);
	stage_type(s, "u");
	stage_expect(s, "Ångrat: Närvaro: Trosa kommun");
	stage_type(s, "u");
	stage_expect(s, "Ångrat: Närvaro: Socialstyrelsen");
	stage_expect_not(s, "Gun Grå");
	stage_press(s, UI_KEY_ESCAPE);
	stage_type(s, "\n");
	/* Nor does a message that repeats what an action is called. */
	stage_outside(s, "plan/2019.rec", "Rubrik: Ordna utbildning i palliativ vård", "Rubrik: Ring Bo Alm");
	session_refresh(s->practice.session);
	stage_type(s, "4m");
	stage_press(s, UI_KEY_F5);
	stage_expect(s, "GENOMGÅNG");
	stage_expect_not(s, "Bo Alm");
	s->pause_ms = 2000;
	stage_type(s, "o");
	stage_expect(s, "Sparat kl.");
	stage_expect_not(s, "Bo Alm");
}

static void test_adopted(void **state)
{
	/* Nothing that is changed in the plan or the folder's settings later changes it. */
	struct stage *s = *state;
	room_stage_meet(s);
	stage_type(s, "\vaRing Trosa\nregion\n\nk");
	room_stage_adopt(s);
	char *text = practice_read(&s->practice, ROOM_STORED);
	assert_non_null(text);
	assert_true(minutes_intact(meeting(s), minutes_stored(council(s), meeting(s))));
	stage_outside(s, "plan/2019.rec", "Ring Trosa", "Ring Flen");
	stage_outside(s, "rad.ini", "[rad]", "[rad]\nprotokoll = minnesanteckningar");
	stage_outside(s, "ledamoter.rec", "Bo Alm", "Ny Person");
	session_refresh(s->practice.session);
	stage_type(s, "v");
	stage_size(s, 80, 80);
	stage_expect(s, "H-15 Ring Trosa");
	stage_expect(s, "Bo Alm");
	stage_expect_not(s, "Minnesanteckningar");
	char *after = practice_read(&s->practice, ROOM_STORED);
	assert_string_equal(text, after);
	free(text);
	free(after);
}

/* Goes upwards to a paragraph where r asks so, with that among its lines. */
static void choose_line(struct stage *s, const char *question, const char *line)
{
	stage_press(s, UI_KEY_END);
	for (int i = 0; i < 80; i++) {
		stage_type(s, "kr");
		if (stage_shows(s, question) && stage_shows(s, line))
			return;
		if (stage_shows(s, question))
			stage_press(s, UI_KEY_ESCAPE);
	}
	fail();
}

static void test_adopted_is_not_written(void **state)
{
	/* Every command that would change them is refused; what is wrong is a rättelse beside the text. */
	struct stage *s = *state;
	room_stage_meet(s);
	room_stage_adopt(s);
	char *text = practice_read(&s->practice, ROOM_STORED);
	stage_type(s, "p");
	stage_expect(s, "Protokollet är justerat och ändras inte.");
	stage_type(s, "\ttx");
	stage_expect(s, "ändras inte");
	stage_type(s, "\t*");
	stage_expect(s, "ändras inte");
	stage_type(s, "q\n");
	stage_press(s, UI_KEY_F5);
	stage_expect(s, "Mötets protokoll är justerat och ändras inte.");
	stage_type(s, "m\t\t");
	stage_size(s, 80, 60);
	choose_line(s, "Rättelse: vilken rad?", "beslut: att anta planen");
	stage_type(s, "en ny\n");
	stage_type(s, "Ska vara så.\nBo Alm\n");
	stage_expect(s, "som är orörd");
	stage_press(s, UI_KEY_END);
	stage_expect(s, "Rättelse den 24 november 2026");
	stage_expect(s, "Ska vara   Ska vara så.");
	char *after = practice_read(&s->practice, ROOM_STORED);
	assert_string_equal(text, after);
	free(text);
	free(after);
}

static void test_corrected_line_by_line(void **state)
{
	/* While the minutes are checked a line is changed and the list has it; the other lines stay. */
	struct stage *s = *state;
	room_stage_meet(s);
	stage_type(s, "tFem deltog.\ntAlla var överens.\n\t*\tp");
	stage_size(s, 80, 60);
	choose_line(s, "Ändring: vilken rad?", "text: Fem deltog.");
	stage_type(s, "fem\n");
	stage_press(s, UI_KEY_HOME);
	stage_type(s, "Sju, inte \nAnna Ek\n");
	assert_string_equal(item(s, "A000000001")->text, "Sju, inte Fem deltog.\nAlla var överens.");
	assert_int_equal(minutes_corrections(council(s), meeting(s), NULL, 0), 1);
	assert_string_equal(records_correction(council(s), 0)->before, "Fem deltog.\nAlla var överens.");
	assert_string_equal(records_correction(council(s), 0)->by, "Anna Ek");
}

static void test_two_confirm(void **state)
{
	/* With two to confirm the first waits for the second. */
	struct stage *s = *state;
	stage_outside(s, "rad.ini", "[rad]", "[rad]\njusterare = 2");
	room_stage_meet(s);
	stage_type(s, "\t*\tsAnna Ek, Bo Alm\nppflen\nper\n");
	stage_expect(s, "Det väntar på en justerare till.");
	stage_expect(s, "Protokoll: under justering");
	/* Somebody else is written where the two are offered. */
	stage_type(s, "pGun Ask\n");
	stage_expect(s, "Justerat av: Gun Ask");
	stage_press(s, UI_KEY_ESCAPE);
	stage_type(s, "ptrosa\n\n");
	stage_expect(s, "Protokoll: justerat");
	assert_int_equal(meeting(s)->adjusted.count, 2);
	stage_type(s, "u");
	assert_int_equal(meeting(s)->minutes, MINUTES_CIRCULATED);
	assert_null(minutes_stored(council(s), meeting(s)));
}

static void test_not_noted(void **state)
{
	/* Members of whom nothing is noted would be named nowhere in the minutes: that is told, and asked about, before they go out. */
	struct stage *s = *state;
	room_stage_meet(s);
	stage_type(s, "\t* \t"); /* all, but then the first steps on to absent; nobody is left out */
	stage_expect_not(s, "inte antecknade i närvaron");
	stage_type(s, "uu");
	stage_press(s, UI_KEY_HOME);
	stage_expect(s, "Utkast: p sänder det till justering. 3 är inte antecknade i närvaron.");
	stage_type(s, "p");
	stage_expect(s, "3 ledamöter är inte antecknade i närvaron och nämns inte i protokollet");
	stage_expect(s, "anteckna först: Flens kommun, Trosa kommun, Region Sörmland");
	stage_type(s, "\033");
	assert_int_equal(meeting(s)->minutes, MINUTES_DRAFT);
	stage_type(s, "panteckna\n");
	stage_expect(s, "[Närvaro]");
	stage_press(s, UI_KEY_HOME);
	stage_type(s, "   \t");
	stage_press(s, UI_KEY_HOME);
	stage_expect(s, "2 är inte antecknade i närvaron.");
	stage_type(s, "pändå\n");
	stage_expect(s, "Protokoll: under justering");
	assert_int_equal(meeting(s)->minutes, MINUTES_CIRCULATED);
}

static void test_removed_meanwhile(void **state)
{
	/* The meeting is removed by somebody else: the room says so, and nothing is written. */
	struct stage *s = *state;
	char path[900];
	room_stage_meet(s);
	room_stage_put(s, ROOM_MEETING, "%rec: Mote\n\n%rec: Arende\n\nId: A000000001\nNr: 1\nRubrik: Kvar\n");
	session_refresh(s->practice.session);
	stage_type(s, "v t");
	stage_expect(s, "Mötet finns inte längre.");
	stage_type(s, "\t*\tp\033");
	stage_type(s, "\n");
	stage_expect(s, "Du har lämnat mötet.");
	snprintf(path, sizeof path, "%s/protokoll", s->practice.path);
	assert_int_not_equal(remove(path), 0);
}

static void test_another_changes_the_item(void **state)
{
	/* Another secretary has written in the same item: one is asked, and theirs is not lost. */
	struct stage *s = *state;
	room_stage_meet(s);
	stage_type(s, "tMin rad.");
	stage_outside(s, ROOM_MEETING, "Rubrik: Mötet öppnas\n", "Rubrik: Mötet öppnas\nText: Deras rad.\n");
	stage_type(s, "\n");
	stage_expect_file(s, ROOM_MEETING, "Deras rad.", true);
	stage_expect_file(s, ROOM_MEETING, "Min rad.", false);
}

static void test_crash_in_the_middle(void **state)
{
	/* The program is gone in the middle of the meeting: the records decide, and the room goes on where it was. */
	struct stage *s = *state;
	room_stage_meet(s);
	stage_type(s, " tFörsta raden.\n");
	stage_restart(s, true);
	stage_type(s, "4/rådsmöte\nm");
	stage_expect(s, "▸ 1");
	stage_expect(s, "Första raden.");
}

/* A council with a long name: the day of the meeting is seen all the same. */
static void the_day_is_never_cut(void **state)
{
	struct stage *s = *state;
	stage_outside(s, "rad.ini", "namn = \"Palliativa rådet", "namn = \"Det gemensamma samverkansrådet för palliativ vård och omsorg i livets slutskede");
	stage_restart(s, true);
	room_stage_meet(s);
	stage_expect(s, "MÖTE  Det gemensamma samverkansrådet");
	stage_expect(s, "… 2026-11-24");
	stage_size(s, 60, 16);
	stage_expect(s, "… 2026-11-24");
}

/* In a narrow window the minutes are laid out for it, and again when it is widened; no line is cut. */
static void minutes_fit_the_window(void **state)
{
	struct stage *s = *state;
	room_stage_meet(s);
	stage_size(s, 60, 60);
	stage_type(s, "tRådet hörde hur jouren fungerar i länets olika delar och vad som återstår.\n\t\t");
	stage_expect(s, "[Protokoll]");
	stage_expect(s, "Rådet hörde hur jouren fungerar i länets olika delar och");
	stage_expect(s, "\n vad som återstår.");
	stage_size(s, 100, 60);
	stage_expect(s, "Rådet hörde hur jouren fungerar i länets olika delar och vad som");
}

#define ON_STAGE(test) cmocka_unit_test_setup_teardown(test, stage_set_up, stage_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		ON_STAGE(test_items),           ON_STAGE(test_tab_steps_phrases),      ON_STAGE(test_task_becomes_action),
		ON_STAGE(test_day_is_typed_where_days_are_offered), ON_STAGE(test_head_of_the_minutes), ON_STAGE(test_tabled),          ON_STAGE(test_roll),                   ON_STAGE(test_wall),
		ON_STAGE(test_wall_steps),
		ON_STAGE(test_adopted),         ON_STAGE(test_adopted_is_not_written), ON_STAGE(test_corrected_line_by_line),
		ON_STAGE(test_two_confirm), ON_STAGE(test_not_noted),     ON_STAGE(test_removed_meanwhile),      ON_STAGE(test_another_changes_the_item),
		ON_STAGE(test_crash_in_the_middle), ON_STAGE(minutes_fit_the_window), ON_STAGE(the_day_is_never_cut),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
