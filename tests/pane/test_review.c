/* The review (F5): a queue of 23 in at most one and a half keys an item, the minutes it yields, and what must not go wrong. */
#include "stage.h"

#include "support/english.h"

#include "radsbord/council/verdict.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { QUEUE = 23, READING_MS = 2000 };
#define MEETING "moten/2026-11-24-MEETING001.rec"

static void write_file(struct stage *s, const char *name, const char *text)
{
	char path[900];
	snprintf(path, sizeof path, "%s/%s", s->practice.path, name);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	assert_true(fputs(text, f) >= 0);
	assert_int_equal(fclose(f), 0);
}

/* The plan of the example is set aside: 23 actions of the test's own, one meeting today and one in February. */
static void write_council(struct stage *s)
{
	struct buf b = {0};
	buf_str(&b, "%rec: Plan\n\nId: PLAN000001\nAr: 2026\nRubrik: Plan 2026\n\n%rec: Atgard\n%key: Id\n\n");
	for (int i = 1; i <= QUEUE; i++) {
		buf_printf(&b, "Id: ACTION%04d\nNr: %d\nSlag: atgard\nRubrik: Uppgift %d\nAnsvarig: %s\n", i, i, i,
		           i % 2 ? "Region Sörmland" : "Flens kommun");
		buf_printf(&b, "Klart_senast: 2026-%02d-15\nStatus: pagar\n\n", i % 3 ? 10 : 12);
	}
	write_file(s, "plan/2019.rec", buf_cstr(&b));
	write_file(s, MEETING, "%rec: Mote\n\nId: MEETING001\nNr: 1\nDatum: 2026-11-24\nStart: 09:00\nSlut: 12:00\n\n"
	                       "%rec: Arende\n\nId: ITEM000001\nNr: 1\nRubrik: Åtgärdslista\n");
	write_file(s, "moten/2027-02-04-MEETING002.rec", "%rec: Mote\n\nId: MEETING002\nNr: 2\nDatum: 2027-02-04\n");
	buf_release(&b);
}

static int set_up(void **state)
{
	int failed = stage_set_up(state);
	struct stage *s = *state;
	if (failed)
		return failed;
	write_council(s);
	stage_restart(s, true);
	s->pause_ms = READING_MS;
	stage_type(s, "3");
	return 0;
}

static void press_after(struct stage *s, ui_key key, int ms)
{
	s->pause_ms = ms;
	stage_press(s, key);
	s->pause_ms = READING_MS;
}

static void begin(struct stage *s)
{
	stage_type(s, "3");
	press_after(s, UI_KEY_F5, READING_MS);
	s->keys = 0;
}

static const struct records *council(const struct stage *s)
{
	return session_model(s->practice.session)->council;
}

static const struct meeting *meeting(const struct stage *s)
{
	return (const struct meeting *)(const void *)records_find(council(s), RECORD_MEETING, "MEETING001");
}

static const struct action *action(const struct stage *s, const char *id)
{
	return (const struct action *)(const void *)records_find(council(s), RECORD_ACTION, id);
}

static const char minutes[] =
	"Rådet noterar ny tid:\n"
	"– H-19 Uppgift 19: senast den 4 februari 2027 (tidigare den 15 oktober 2026). Ansvarig: Region Sörmland.\n"
	"– H-20 Uppgift 20: senast den 4 februari 2027 (tidigare den 15 oktober 2026). Ansvarig: Flens kommun.\n"
	"– H-22 Uppgift 22: senast den 24 februari 2027 (tidigare den 15 oktober 2026). Ansvarig: Flens kommun.\n"
	"– H-23 Uppgift 23: senast den 24 maj 2027 (tidigare den 15 oktober 2026). Ansvarig: Region Sörmland.\n"
	"\nKlara: H-1 Uppgift 1; H-2 Uppgift 2; H-4 Uppgift 4.\n"
	"\nTas upp på nästa möte: H-3 Uppgift 3.\n"
	"\nRådet noterar ny ansvarig:\n"
	"– H-6 Uppgift 6: Trosa kommun (tidigare Flens kommun).\n"
	"\nIngen förändring: H-5 Uppgift 5; H-7 Uppgift 7; H-8 Uppgift 8; H-10 Uppgift 10; H-11 Uppgift 11; H-13 Uppgift 13; "
	"H-14 Uppgift 14; H-16 Uppgift 16; H-17 Uppgift 17; H-9 Uppgift 9; H-12 Uppgift 12; H-15 Uppgift 15; H-18 Uppgift 18; "
	"H-21 Uppgift 21.\n";

/* 14 unchanged, 3 done, 4 new dates, 1 taken up again, 1 new owner: at most 1.5 keys an item, every key counted, and the
 * minutes are word for word those above. */
static void twenty_three_items(void **state)
{
	struct stage *s = *state;
	struct buf text = {0};
	begin(s);
	stage_expect(s, "1 av 23   150 min kvar");
	stage_expect(s, "! Tiden har gått ut 15 okt");
	stage_type(s, "ddd");           /* 1 2 4 */
	stage_type(s, "ooooooooo");     /* 5 7 8 10 11 13 14 16 17 */
	stage_type(s, "f\nf\nf3f6");    /* 19 20 22 23 */
	stage_type(s, "b");             /* 3 */
	stage_type(s, "rTro\n");        /* 6 */
	stage_type(s, "ooooo");         /* 9 12 15 18 21 */
	assert_in_range(s->keys, QUEUE, QUEUE * 3 / 2);
	stage_expect(s, "23 punkter: 14 oförändrade, 3 klara, 4 nya tider, 1 tas upp igen, 1 ny ansvarig.");
	verdict_paragraph(council(s), meeting(s), VERDICT_VERB, &text);
	assert_string_equal(buf_cstr(&text), minutes);
	buf_release(&text);
	stage_type(s, "\n");
	stage_expect(s, "Genomgången är förd till protokollet.");
	stage_expect(s, "Handlingsplan");
	/* the meeting's own text has it, and the next meeting takes up what was taken up */
	stage_type(s, "4\n");
	stage_expect(s, "Rådet noterar ny tid:");
	press_after(s, UI_KEY_ESCAPE, READING_MS);
	stage_type(s, ".jjj\n");
	stage_expect(s, "Tas upp igen från förra mötet");
	stage_expect(s, "H-3 Uppgift 3");
}

/* Each verdict is committed before the next item is drawn; a review that is broken off goes on where it was. */
static void a_new_action_is_added(void **state)
{
	/* In the middle of the review, by the form; one is back at the item, and the queue goes on. */
	struct stage *s = *state;
	begin(s);
	stage_type(s, "a\tRing jouren\r");
	stage_expect(s, "GENOMGÅNG");
	bool there = false;
	for (size_t i = 0; i < records_count(council(s), RECORD_ACTION); i++)
		there |= strcmp(records_action(council(s), i)->title, "Ring jouren") == 0;
	assert_true(there);
	stage_expect_not(s, "Ny åtgärd");
}

static void nothing_is_decided_at_the_summary(void **state)
{
	/* While it is shown the bottom line has no verdicts, and a key of one says what goes. */
	struct stage *s = *state;
	stage_size(s, 80, 24);
	begin(s);
	stage_expect(s, "o oförändrad");
	press_after(s, UI_KEY_F5, READING_MS);
	stage_expect(s, "Enter för in i protokollet  Esc till punkterna");
	stage_expect_not(s, "o oförändrad");
	stage_expect_not(s, "Enter förklara");
	stage_type(s, "op");
	stage_expect(s, "Sammanfattningen visas.");
	press_after(s, UI_KEY_ESCAPE, READING_MS);
	stage_expect_not(s, "egen paragraf");
	stage_expect(s, "o oförändrad");
	assert_int_equal(records_count(council(s), RECORD_VERDICT), 0);
}

/* All of the text is read with the arrows, and what is cut is said to be more; with everything decided one can go back too. */
static void a_long_summary_is_read_to_its_end(void **state)
{
	struct stage *s = *state;
	stage_size(s, 60, 16);
	begin(s);
	stage_expect(s, "x utgår  F5 sammanfatta\n"); /* every key whole, or not there */
	for (int i = 0; i < QUEUE - 1; i++)
		stage_type(s, "f6");
	stage_type(s, "d");
	stage_expect(s, "23 punkter: 1 klar, 22 nya tider.");
	stage_expect(s, "↓ mer");
	stage_expect_not(s, "Klara: H-21");
	for (int i = 0; i < 60; i++)
		press_after(s, UI_KEY_DOWN, READING_MS);
	stage_expect(s, "Klara: H-21");
	stage_expect(s, "slut");
	press_after(s, UI_KEY_HOME, READING_MS);
	stage_expect(s, "Rådet noterar ny tid:");
	press_after(s, UI_KEY_ESCAPE, READING_MS);
	stage_expect(s, "Till protokollet: avgjord");
	press_after(s, UI_KEY_F5, READING_MS);
	stage_expect(s, "23 punkter");
	press_after(s, UI_KEY_ESCAPE, READING_MS);
	press_after(s, UI_KEY_ESCAPE, READING_MS);
	stage_expect(s, "F5 visar");
}

/* The bottom line has the keys of the choice of a day, and F1 explains them without giving it up. */
static void choosing_a_day_has_its_keys(void **state)
{
	struct stage *s = *state;
	stage_size(s, 80, 24);
	begin(s);
	stage_type(s, "f");
	stage_expect(s, "Enter nästa möte  1–6 månader  f skriv ett datum  Esc avbryt  F1 hjälp");
	press_after(s, UI_KEY_F1, READING_MS);
	stage_expect(s, "Genomgång");
	press_after(s, UI_KEY_ESCAPE, READING_MS);
	stage_expect(s, "Ny tid:");
	stage_type(s, "2");
	stage_expect(s, "2 av 23");
}

static void what_was_decided_is_said_in_the_width_there_is(void **state)
{
	struct stage *s = *state;
	stage_outside(s, "plan/2019.rec", "Rubrik: Uppgift 1\n", "Rubrik: Ordna utbildning i palliativ vård för alla\n");
	session_refresh(s->practice.session);
	stage_size(s, 60, 16);
	begin(s);
	stage_type(s, "o");
	stage_expect(s, "H-1 oförändrad: Ordna utbildning i pall…");
	stage_type(s, "u");
	stage_size(s, 100, 24);
	stage_expect(s, "1 av 23");
	stage_type(s, "o");
	stage_expect(s, "H-1 oförändrad: Ordna utbildning i palliativ vård för alla.");
}

static void what_was_decided_is_said_in_english(void **state)
{
	struct stage *s = *state;
	assert_true(english_begin());
	stage_restart(s, false);
	begin(s);
	stage_type(s, "o");
	bool said = stage_shows(s, "H-1 unchanged: Uppgift 1.");
	stage_type(s, "u");
	bool undone = stage_shows(s, "H-1 unchanged: Uppgift 1");
	english_end();
	assert_true(said);
	assert_true(undone);
}

static void resumes_where_it_was(void **state)
{
	struct stage *s = *state;
	begin(s);
	stage_type(s, "od");
	char *bytes = practice_read(&s->practice, MEETING);
	assert_non_null(strstr(bytes, "Atgard: ACTION0001\nUtfall: oforandrad\n"));
	assert_non_null(strstr(bytes, "Atgard: ACTION0002\nUtfall: klar\n"));
	free(bytes);
	press_after(s, UI_KEY_ESCAPE, READING_MS);
	stage_expect(s, "F5 fortsätter med de 21 som är kvar.");
	begin(s);
	stage_expect(s, "3 av 23");
	stage_expect(s, "H-4 Uppgift 4");
}

/* Undo takes the action and the verdict back in one step, and goes back to the item. */
static void undo_goes_back(void **state)
{
	struct stage *s = *state;
	begin(s);
	stage_type(s, "f\n");
	assert_int_equal(action(s, "ACTION0001")->due.year, 2027);
	stage_expect(s, "2 av 23");
	stage_type(s, "u");
	stage_expect(s, "1 av 23");
	assert_int_equal(date_cmp(action(s, "ACTION0001")->due, (struct date){2026, 10, 15}), 0);
	assert_null(verdict_of(council(s), meeting(s), "ACTION0001"));
}

/* A second verdict at the same meeting takes the place of the first: the action is as it was, and one sentence stands. */
static void second_verdict_replaces(void **state)
{
	struct stage *s = *state;
	struct buf text = {0};
	begin(s);
	stage_type(s, "f\n");
	press_after(s, UI_KEY_UP, READING_MS);
	stage_type(s, "o");
	assert_int_equal(date_cmp(action(s, "ACTION0001")->due, (struct date){2026, 10, 15}), 0);
	assert_int_equal(verdict_count(council(s), meeting(s)).all, 1);
	verdict_paragraph(council(s), meeting(s), VERDICT_VERB, &text);
	assert_string_equal(buf_cstr(&text), "Ingen förändring: H-1 Uppgift 1.\n");
	buf_release(&text);
}

/* A key before the item has been read, or one that is held down, decides nothing. */
static void hasty_keys_decide_nothing(void **state)
{
	struct stage *s = *state;
	begin(s);
	press_after(s, 'o', 199);
	stage_expect(s, "För snabbt, inget ändrades.");
	assert_int_equal(verdict_count(council(s), meeting(s)).all, 0);
	press_after(s, 'o', READING_MS);
	for (int i = 0; i < 40; i++)
		press_after(s, 'o', 30);
	assert_int_equal(verdict_count(council(s), meeting(s)).all, 1);
	/* two keys before anything is drawn: the second is not meant */
	s->practice.mono += READING_MS;
	frame_handle(s->frame, &(struct event){.type = EVENT_KEY, .key = 'd'});
	s->practice.mono += READING_MS;
	frame_handle(s->frame, &(struct event){.type = EVENT_KEY, .key = 'o'});
	assert_int_equal(verdict_count(council(s), meeting(s)).all, 2);
	frame_set_review_ms(s->frame, 0);
	stage_shows(s, "");
	press_after(s, 'O', 101);
	assert_int_equal(verdict_count(council(s), meeting(s)).all, 3);
}

/* Words of one's own stand in the minutes and with the action; a reason is asked for what is dropped; § lifts it out. */
static void words_reasons_and_own_paragraphs(void **state)
{
	struct stage *s = *state;
	struct buf text = {0};
	begin(s);
	stage_type(s, "tHör av sig i mars\n");
	stage_type(s, "x");
	stage_expect(s, "Varför utgår den?");
	stage_expect_not(s, "?:");
	stage_type(s, "\n");
	stage_expect(s, "Skriv varför åtgärden utgår");
	stage_type(s, "görs av regionen\n");
	stage_expect(s, "H-2 utgår: Uppgift 2.");
	stage_type(s, "p");
	stage_expect(s, "(egen paragraf)");
	stage_type(s, "d");
	stage_type(s, "ff1/3\n");
	verdict_paragraph(council(s), meeting(s), "beslutar", &text);
	assert_string_equal(buf_cstr(&text),
	                    "Rådet beslutar ny tid:\n– H-5 Uppgift 5: senast den 1 mars 2027 (tidigare den 15 oktober 2026). Ansvarig: "
	                    "Region Sörmland.\n\nUtgår: H-2 Uppgift 2 (görs av regionen).\n\nH-1 Uppgift 1. Hör av sig i mars.\n");
	buf_release(&text);
	assert_string_equal(action(s, "ACTION0001")->notes.items[0], "2026-11-24 Hör av sig i mars");
	assert_int_equal(action(s, "ACTION0002")->status, ACTION_DROPPED);
	const struct verdict *v = verdict_of(council(s), meeting(s), "ACTION0004");
	assert_int_equal(v->own_paragraph, 1);
	verdict_sentence(v, action(s, "ACTION0004"), VERDICT_VERB, &text);
	assert_string_equal(buf_cstr(&text), "H-4 Uppgift 4 är klar.");
	buf_release(&text);
}

/* What there was no time for is carried over, and says so in the minutes and on the next agenda. */
static void the_rest_is_carried_over(void **state)
{
	struct stage *s = *state;
	struct buf text = {0};
	begin(s);
	stage_type(s, "o");
	press_after(s, UI_KEY_F5, READING_MS);
	stage_expect(s, "22 är inte behandlade och förs över till nästa möte.");
	stage_type(s, "\n");
	struct verdict_counts n = verdict_count(council(s), meeting(s));
	assert_int_equal(n.of[VERDICT_CARRIED], 22);
	verdict_paragraph(council(s), meeting(s), VERDICT_VERB, &text);
	assert_non_null(strstr(buf_cstr(&text), "Förs över till nästa möte: H-2 Uppgift 2; H-4 Uppgift 4;"));
	buf_release(&text);
	const struct meeting *next = (const struct meeting *)(const void *)records_find(council(s), RECORD_MEETING, "MEETING002");
	assert_true(verdict_brings_up(council(s), next, "ACTION0002"));
	assert_false(verdict_brings_up(council(s), next, "ACTION0001"));
	stage_type(s, "u");
	assert_int_equal(verdict_count(council(s), meeting(s)).all, 1);
}

/* The filter of the plan is the queue; without a meeting there is no review. */
static void queue_is_what_the_plan_shows(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3/ansvarig:flens\n");
	press_after(s, UI_KEY_F5, READING_MS);
	stage_expect(s, "1 av 11");
	press_after(s, UI_KEY_ESCAPE, READING_MS);
	s->practice.now -= 86400LL * 365 * 4;
	session_refresh(s->practice.session);
	stage_type(s, "3");
	press_after(s, UI_KEY_F5, READING_MS);
	stage_expect(s, "av 11");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(twenty_three_items),
		TEST(a_new_action_is_added),
		TEST(nothing_is_decided_at_the_summary),
		TEST(a_long_summary_is_read_to_its_end),
		TEST(choosing_a_day_has_its_keys),
		TEST(what_was_decided_is_said_in_the_width_there_is),
		TEST(what_was_decided_is_said_in_english),
		TEST(resumes_where_it_was),
		TEST(undo_goes_back),
		TEST(second_verdict_replaces),
		TEST(hasty_keys_decide_nothing),
		TEST(words_reasons_and_own_paragraphs),
		TEST(the_rest_is_carried_over),
		TEST(queue_is_what_the_plan_shows),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
