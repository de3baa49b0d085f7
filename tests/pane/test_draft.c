/* Drafts: at most two seconds or fifty keys of what was typed can be lost, and the rest is offered at the next start. The
 * clock is the test's. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int set_up(void **state)
{
	if (stage_set_up(state) != 0)
		return -1;
	stage_restart(*state, true); /* with a place of its own for drafts */
	return 0;
}

/* What the disk has: the program is killed and started again. */
static void killed(struct stage *s)
{
	stage_restart(s, true);
	frame_offer_draft(s->frame);
}

static void event(struct stage *s, enum event_type type)
{
	frame_handle(s->frame, &(struct event){.type = type});
}

static void two_seconds(void **state)
{
	/* A few letters and then a pause: before two seconds are over they are on the disk. */
	struct stage *s = *state;
	stage_type(s, "3tRing kom");
	int wait = frame_timeout(s->frame);
	assert_in_range(wait, 1, 1999);
	s->practice.mono += wait;
	stage_idle(s);
	killed(s);
	stage_expect(s, "Inte sparat, från 24 nov kl. 9.30: Anteckning ”Ring kom”");
	stage_expect(s, "Fortsätt skriva");
}

static void a_new_action_is_named_by_its_title(void **state)
{
	/* The first field of the form is a choice, which says nothing of which text it is. */
	struct stage *s = *state;
	stage_type(s, "3a\tLäkare i konsultteamet");
	s->practice.mono += 2000;
	stage_idle(s);
	killed(s);
	stage_expect(s, "Ny åtgärd ”Läkare i konsultteamet”");
}

static void before_two_seconds_nothing_is_promised(void **state)
{
	/* No time has passed and few keys were pressed: no write for every key. */
	struct stage *s = *state;
	stage_type(s, "3tRing");
	killed(s);
	stage_expect_not(s, "Inte sparat");
}

static void fifty_keys(void **state)
{
	/* Fifty keys in no time at all are on the disk. */
	struct stage *s = *state;
	stage_type(s, "3t");
	for (int i = 0; i < 49; i++)
		stage_type(s, i % 7 == 6 ? " " : "x");
	killed(s);
	stage_expect(s, "Inte sparat");
	stage_expect(s, "xxxxxx xxxxxx");
}

static void slow_typing(void **state)
{
	/* A key a second: the first is not older than two seconds when it is written, though no pause comes. */
	struct stage *s = *state;
	stage_type(s, "3t");
	stage_type(s, "a");
	s->practice.mono += 1000;
	stage_type(s, "b");
	s->practice.mono += 900;
	stage_type(s, "c");
	killed(s);
	stage_expect(s, "”abc”");
}

static void pasted(void **state)
{
	/* What is pasted is much at once, and is written at once. */
	struct stage *s = *state;
	char text[] = "Klistrat från ett brev";
	stage_type(s, "3t");
	frame_handle(s->frame, &(struct event){.type = EVENT_PASTE, .paste = text});
	killed(s);
	stage_expect(s, "Klistrat från ett brev");
}

static void hang_up_and_stop(void **state)
{
	/* A hang-up, a kill that can be caught and a stop write what there is, at once. */
	static const enum event_type types[] = {EVENT_HANGUP, EVENT_SUSPEND};
	struct stage *s = *state;
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		stage_type(s, "3tRing");
		event(s, types[i]);
		killed(s);
		stage_expect(s, "”Ring”");
		stage_type(s, "\n");
		stage_press(s, UI_KEY_ESCAPE);
	}
}

static void goes_on_in_the_question(void **state)
{
	/* Continue: the same question on the same row with its text; Enter saves it and the draft is gone. */
	struct stage *s = *state;
	stage_type(s, "3jjtRing kommunen");
	event(s, EVENT_HANGUP);
	killed(s);
	stage_type(s, "\n");
	stage_expect(s, "Anteckning: Ring kommunen");
	killed(s); /* killed again: it is still there */
	stage_type(s, "\n i dag\n");
	stage_expect(s, "Sparat kl. 9.30.");
	char *plan = practice_read(&s->practice, "plan/2019.rec");
	assert_non_null(strstr(plan, "Nr: 3\nSlag: aktivitet\nRubrik: Skapa samverkan"));
	assert_non_null(strstr(strstr(plan, "Nr: 3\nSlag: aktivitet"), "Anteckning: 2026-11-24 Ring kommunen i dag\n"));
	free(plan);
	killed(s);
	stage_expect_not(s, "Inte sparat");
}

static void goes_on_with_all_that_was_marked(void **state)
{
	/* A question about several rows is asked of them again, also where the list shows another year's plan at the start. */
	struct stage *s = *state;
	stage_type(s, "3jj  rAnna Ek");
	event(s, EVENT_HANGUP);
	killed(s);
	stage_expect(s, "Ny ansvarig för de markerade ”Anna Ek”");
	stage_type(s, "\n");
	stage_expect(s, "Ny ansvarig för de markerade: Anna Ek");
	stage_expect(s, "2 markerade");
	stage_expect(s, "Inget av det är sparat än.");
	killed(s); /* killed again: it is still of both */
	stage_type(s, "\n\n");
	stage_expect(s, "Ändra ansvarig för 2 åtgärder till Anna Ek?");
	stage_type(s, "\n");
	char *plan = practice_read(&s->practice, "plan/2019.rec");
	size_t owned = 0;
	for (const char *at = plan; (at = strstr(at, "Ansvarig: Anna Ek\n")); at++)
		owned++;
	assert_int_equal(owned, 2);
	free(plan);
	killed(s);
	stage_expect_not(s, "Inte sparat");
}

/* The nth action is another one, as when somebody has put one in its place. */
static void another_id(struct stage *s, size_t n, const char *id)
{
	char was[64], is[64];
	snprintf(was, sizeof was, "Id: %s\n", records_action(session_model(s->practice.session)->council, n)->head.id);
	snprintf(is, sizeof is, "Id: %s\n", id);
	stage_outside(s, "plan/2019.rec", was, is);
}

static void goes_on_with_what_is_left(void **state)
{
	/* Of the marked rows one is gone at the restart: it is said, and the question is about the others; of none the text is shown. */
	struct stage *s = *state;
	stage_type(s, "3  tRing");
	event(s, EVENT_HANGUP);
	another_id(s, 0, "AAAAAAAAAA");
	killed(s);
	stage_type(s, "\n");
	stage_expect(s, "Anteckning på de markerade: Ring");
	stage_expect(s, "med de rader som finns kvar: 1 av 2");
	event(s, EVENT_HANGUP);
	another_id(s, 1, "BBBBBBBBBB");
	killed(s);
	stage_type(s, "\n");
	stage_expect(s, "Raden finns inte längre, så här är texten.");
	stage_expect(s, "Ring");
}

static void goes_on_with_marked_gaps(void **state)
{
	/* An action of several gaps, on either page that makes one. */
	static const char *const pages[] = {"2  a\n", "3\t\t\t\t\t  a\n"};
	struct stage *s = *state;
	for (size_t i = 0; i < 2; i++) {
		stage_type(s, pages[i]);
		stage_expect(s, "Vad ska göras?");
		stage_press(s, UI_KEY_CTRL + 'U');
		stage_type(s, "Konsultteam");
		event(s, EVENT_HANGUP);
		killed(s);
		stage_type(s, "\n");
		stage_expect(s, "Vad ska göras? Konsultteam");
		stage_expect(s, "2 markerade");
		stage_type(s, "\033*");
		stage_type(s, "\033");
	}
}

static void goes_on_in_the_form(void **state)
{
	/* A form for a new record, filled in part: it is opened again as it was and saved. */
	struct stage *s = *state;
	stage_type(s, "4a2026-12-09\t9\t");
	event(s, EVENT_HANGUP);
	killed(s);
	stage_expect(s, "Nytt möte");
	stage_type(s, "\n");
	stage_expect(s, "2026-12-09");
	stage_press(s, (ui_key)(UI_KEY_CTRL + 'S'));
	stage_expect(s, "Sparat kl. 9.30.");
	assert_int_equal(records_count(session_model(s->practice.session)->council, RECORD_MEETING), 2);
	killed(s);
	stage_expect_not(s, "Inte sparat");
}

static void form_of_a_record(void **state)
{
	/* A form over a record: only what was touched is in the draft, so what others did since stays. */
	struct stage *s = *state;
	stage_type(s, "3e\tKommunförbundet");
	event(s, EVENT_HANGUP);
	stage_outside(s, "plan/2019.rec", "Nr: 1\nSlag: aktivitet\n", "Nr: 1\nSlag: aktivitet\nMalgrupp: alla\n");
	killed(s);
	stage_type(s, "\n");
	stage_expect(s, "Kommunförbundet");
	stage_press(s, (ui_key)(UI_KEY_CTRL + 'S'));
	stage_expect(s, "Sparat kl. 9.30.");
	char *plan = practice_read(&s->practice, "plan/2019.rec");
	assert_non_null(strstr(plan, "Malgrupp: alla\n"));
	assert_non_null(strstr(plan, "Kommunförbundet"));
	free(plan);
}

static void saved_and_cancelled_leave_none(void **state)
{
	/* Esc is a choice: nothing is offered; and what was saved is no draft. */
	struct stage *s = *state;
	stage_type(s, "3tRing");
	s->practice.mono += 5000;
	stage_idle(s);
	stage_press(s, UI_KEY_ESCAPE);
	killed(s);
	stage_expect_not(s, "Inte sparat");
	stage_type(s, "3tRing");
	s->practice.mono += 5000;
	stage_idle(s);
	stage_type(s, "\n");
	stage_expect(s, "Sparat");
	killed(s);
	stage_expect_not(s, "Inte sparat");
}

static void later_and_thrown(void **state)
{
	/* Esc: it comes again; something new typed does not take its place; thrown away it is gone. */
	struct stage *s = *state;
	stage_type(s, "3tDet första");
	event(s, EVENT_HANGUP);
	killed(s);
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, "visas igen vid nästa start");
	stage_type(s, "3tDet andra");
	event(s, EVENT_HANGUP);
	killed(s);
	stage_expect(s, "Det första");
	stage_type(s, "Kasta\n");
	stage_expect(s, "Det andra");
	stage_type(s, "Kasta\n");
	killed(s);
	stage_expect_not(s, "Inte sparat");
}

static void a_row_that_is_gone(void **state)
{
	/* What cannot be opened again is shown as text, and is kept. */
	struct stage *s = *state;
	char id[32] = "";
	const struct records *r = session_model(s->practice.session)->council;
	stage_type(s, "3");
	snprintf(id, sizeof id, "Id: %s\n", records_action(r, 0)->head.id);
	stage_type(s, "tRing kommunen om det här");
	event(s, EVENT_HANGUP);
	stage_outside(s, "plan/2019.rec", id, "Id: ANNANRAD01\n");
	killed(s);
	stage_type(s, "\n");
	stage_expect(s, "Ring kommunen om det här");
	stage_expect(s, "finns inte längre");
	killed(s);
	stage_expect(s, "Inte sparat");
}

static void conflict_keeps_the_draft(void **state)
{
	/* Killed while the question of mine or theirs is open: what I had typed is there the next time. */
	struct stage *s = *state;
	stage_type(s, "3rKommunförbundet");
	stage_outside(s, "plan/2019.rec", "Nr: 1\nSlag: aktivitet\n", "Nr: 1\nSlag: aktivitet\nAnsvarig: Folktandvården\n");
	stage_type(s, "\n");
	stage_expect(s, "Deras text");
	event(s, EVENT_HANGUP);
	killed(s);
	stage_expect(s, "Ansvarig ”Kommunförbundet”");
}

static void a_number_is_not_kept(void **state)
{
	/* A personnummer is masked in the draft's file. */
	struct stage *s = *state;
	stage_type(s, "3tRing 640823-3234 i dag");
	event(s, EVENT_HANGUP);
	char *command = mem_printf("grep -rq 3234 %s", s->practice.state);
	assert_int_not_equal(system(command), 0);
	free(command);
	killed(s);
	stage_expect(s, "Ring 64");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(two_seconds),
		TEST(a_new_action_is_named_by_its_title),
		TEST(before_two_seconds_nothing_is_promised),
		TEST(fifty_keys),
		TEST(slow_typing),
		TEST(pasted),
		TEST(goes_on_with_all_that_was_marked),
		TEST(goes_on_with_what_is_left),
		TEST(goes_on_with_marked_gaps),
		TEST(hang_up_and_stop),
		TEST(goes_on_in_the_question),
		TEST(goes_on_in_the_form),
		TEST(form_of_a_record),
		TEST(saved_and_cancelled_leave_none),
		TEST(later_and_thrown),
		TEST(a_row_that_is_gone),
		TEST(conflict_keeps_the_draft),
		TEST(a_number_is_not_kept),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
