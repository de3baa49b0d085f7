/* A lock that another machine left: who and since when is shown; after half a minute one is asked; nothing is broken
 * without a yes. And a sync client's conflict copy is pointed out. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void put(struct stage *s, const char *name, const char *text)
{
	char *path = mem_printf("%s/%s", s->practice.path, name);
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fputs(text, out);
	assert_int_equal(fclose(out), 0);
	free(path);
}

static void lock(struct stage *s, const char *user)
{
	char line[200];
	snprintf(line, sizeof line,
	         "radsbord-lock 1 tx=x user=%s host=annan pid=1 start=1 boot=b space=s time=2026-11-24T08:12:00Z\n", user);
	put(s, ".rb-lock", line);
}

static bool has(struct stage *s, const char *name, const char *text)
{
	char *bytes = practice_read(&s->practice, name);
	bool found = bytes && strstr(bytes, text);
	free(bytes);
	return found;
}

static void asks_after_half_a_minute(void **state)
{
	/* At first one is told who; when the lock has been the same for 30 s one is asked; Enter waits; the text stays. */
	struct stage *s = *state;
	lock(s, "Eva");
	stage_type(s, "3rKommunförbundet\n");
	stage_expect(s, "Eva på datorn annan sparar (sedan kl. 9.12)");
	s->practice.mono += 29000;
	stage_type(s, "\n");
	stage_expect_not(s, "bryt låset");
	s->practice.mono += 2000;
	stage_type(s, "\n");
	stage_expect(s, "Eva på datorn annan låste mappen 24 nov kl. 9.12 och har inte släppt den");
	stage_type(s, "\n");
	stage_expect(s, "Ansvarig: Kommunförbundet");
	assert_true(has(s, ".rb-lock", "user=Eva"));
	assert_false(has(s, "plan/2019.rec", "Kommunförbundet"));
}

static void breaks_after_a_yes(void **state)
{
	/* Yes: the lock is moved aside, not deleted, and what was typed is saved. */
	struct stage *s = *state;
	lock(s, "Eva");
	stage_type(s, "3rKommunförbundet\n");
	s->practice.mono += 30000;
	stage_type(s, "\nbryt\n");
	stage_expect(s, "Sparat kl. 9.30.");
	assert_true(has(s, "plan/2019.rec", "Ansvarig: Kommunförbundet\n"));
	assert_null(practice_read(&s->practice, ".rb-lock"));
	char *command = mem_printf("grep -q user=Eva %s/.rb-broken-*", s->practice.path);
	assert_int_equal(system(command), 0);
	free(command);
}

static void another_lock_waits_anew(void **state)
{
	/* Somebody else's lock in its place has its own half minute; and a yes is never about another lock. */
	struct stage *s = *state;
	lock(s, "Eva");
	stage_type(s, "3rKommunförbundet\n");
	s->practice.mono += 30000;
	lock(s, "Bo");
	stage_type(s, "\n");
	stage_expect_not(s, "bryt låset");
	s->practice.mono += 30000;
	stage_type(s, "\n");
	stage_expect(s, "Bo på datorn annan låste mappen");
	lock(s, "Siv");
	stage_type(s, "bryt\n");
	assert_true(has(s, ".rb-lock", "user=Siv"));
	assert_false(has(s, "plan/2019.rec", "Kommunförbundet"));
	stage_expect(s, "Kommunförbundet"); /* still being typed */
}

static void for_a_key_too(void **state)
{
	/* A verdict of one key meets the lock: the same question over the list; after the yes the key is pressed again. */
	struct stage *s = *state;
	lock(s, "Eva");
	stage_type(s, "3d");
	s->practice.mono += 30000;
	stage_type(s, "dbryt\n");
	stage_expect(s, "Gör om det du nyss gjorde");
	stage_type(s, "d");
	stage_expect(s, "Sparat kl. 9.30.");
}

static void conflict_copy_is_pointed_out(void **state)
{
	/* A copy that a sync client made is named within three seconds, once, and its records are nobody's. */
	struct stage *s = *state;
	stage_type(s, "3");
	char *plan = practice_read(&s->practice, "plan/2019.rec");
	put(s, "plan/2019 (konfliktkopia).rec", plan);
	free(plan);
	s->practice.mono += 3000;
	stage_press(s, UI_KEY_DOWN); /* also while one works */
	stage_expect(s, "plan/2019 (konfliktkopia).rec är en konfliktkopia");
	assert_int_equal(records_count(session_model(s->practice.session)->council, RECORD_ACTION), 14);
	s->practice.mono += 3000;
	stage_press(s, UI_KEY_DOWN);
	stage_expect_not(s, "konfliktkopia");
}

static void fault_is_pointed_out(void **state)
{
	/* A file that cannot be read is no empty list: at the start, and when it comes while one works. Said once; a mended file
	 * is silent. */
	struct stage *s = *state;
	char *plan = practice_read(&s->practice, "plan/2019.rec");
	stage_type(s, "3");
	put(s, "plan/2019.rec", "");
	s->practice.mono += 3000;
	stage_press(s, UI_KEY_DOWN);
	stage_expect(s, "Fel i plan/2019.rec: allt visas kanske inte. Kör radsbord kontroll.");
	stage_expect(s, "Ordna utbildning"); /* as it was read before */
	s->practice.mono += 3000;
	stage_press(s, UI_KEY_DOWN);
	stage_expect_not(s, "Fel i plan/2019.rec");
	stage_restart(s, true);
	frame_tell_folder(s->frame); /* as the program does when it opens */
	stage_expect(s, "Fel i plan/2019.rec, rad 1");
	stage_type(s, "3");
	put(s, "plan/2019.rec", plan);
	free(plan);
	s->practice.mono += 3000;
	stage_press(s, UI_KEY_DOWN);
	stage_expect(s, "har ändrats utifrån");
	stage_expect(s, "Ordna utbildning");
}

static void change_outside_is_noticed_while_working(void **state)
{
	/* Within three seconds, though keys are pressed all the time; the timer never sleeps longer than that. */
	struct stage *s = *state;
	stage_type(s, "3");
	stage_outside(s, "plan/2019.rec", "Rubrik: Ordna utbildning", "Rubrik: Ordna kurser");
	s->practice.mono += 1000;
	stage_press(s, UI_KEY_DOWN);
	assert_in_range(frame_timeout(s->frame), 0, 3000);
	s->practice.mono += 2000;
	stage_press(s, UI_KEY_DOWN);
	stage_expect(s, "Ordna kurser");
	stage_expect(s, "har ändrats utifrån");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(asks_after_half_a_minute),
		TEST(breaks_after_a_yes),
		TEST(another_lock_waits_anew),
		TEST(for_a_key_too),
		TEST(conflict_copy_is_pointed_out),
		TEST(fault_is_pointed_out),
		TEST(change_outside_is_noticed_while_working),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
