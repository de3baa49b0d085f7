/* The guide done by its own words: every numbered list in it, and the ten tasks as they are done by a newcomer: each begins in a fresh practice council and does what data/handbok/handbok.md says,
 * step by step. A step's key is read from the screen by the label beside it, so a task fails when the screen does not say what to
 * press, and when the guide says something else than the screen. */
#include "press.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define FIRST "Gör först uppgift "
#define PREPARED "<!-- prov: "
enum { TASKS_COUNT = 10 };

static char *task_text(int number)
{
	char *heading = mem_printf("### %d. ", number), *text = press_section(heading);
	free(heading);
	return text;
}

static const char *steps_of(const char *task)
{
	const char *list = strstr(task, "\n1. ");
	assert_non_null(list);
	return list;
}

static void do_task(struct vt *vt, int number, enum press_how how)
{
	char *task = task_text(number);
	const char *first = strstr(task, FIRST);
	if (first)
		do_task(vt, atoi(first + strlen(FIRST)), how);
	press_steps(vt, steps_of(task), how);
	free(task);
}

/* The secretary's own setting: a verdict may be given at once. A test does not wait. */
static void set_no_wait(const struct stage *s)
{
	char path[400];
	snprintf(path, sizeof path, "%s/.config", s->folder);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof path, "%s/.config/radsbord", s->folder);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof path, "%s/.config/radsbord/radsbord.ini", s->folder);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fprintf(f, "[radsbord]\ngenomgang_ms = 0\n");
	assert_int_equal(fclose(f), 0);
}

static void newcomer_does(struct stage *s, int number, int width, int height)
{
	struct vt *vt = stage_start(s, width, height, "NO_COLOR=1");
	stage_shows(vt, "ÖVNINGSRÅD");
	do_task(vt, number, width < 80 ? PRESS_NARROW : PRESS_SHOWN);
	vt_free(&vt);
	stage_is_sound(s);
}

/* In the window that the guide asks for, in a large one, and in the smallest that the program is made for. */
#define TASK(number)                                       \
	static void task_##number(void **state)            \
	{                                                  \
		set_no_wait(*state);                       \
		newcomer_does(*state, number, 80, 24);     \
	}                                                  \
	static void wide_##number(void **state)            \
	{                                                  \
		set_no_wait(*state);                       \
		newcomer_does(*state, number, 120, 40);    \
	}                                                  \
	static void low_##number(void **state)             \
	{                                                  \
		set_no_wait(*state);                       \
		newcomer_does(*state, number, 60, 16);     \
	}
TASK(1)
TASK(2)
TASK(3)
TASK(4)
TASK(5)
TASK(6)
TASK(7)
TASK(8)
TASK(9)
TASK(10)

/* ---- the chapters --------------------------------------------------------------- */

/* The program as it is started the first time, with nothing to open. */
static struct vt *start_bare(const struct stage *s)
{
	const char *program = getenv("RADSBORD_PROGRAM");
	const char *const argv[] = {program ? program : "build/radsbord", "--idag", "2026-11-24T09:30:00", NULL};
	const char *const env[] = {s->state_env, s->home_env, "NO_COLOR=1", NULL};
	struct vt *vt = vt_start(argv, env, 80, 24);
	assert_true(vt_wait(vt));
	return vt;
}

/* A list of steps in a fresh council. What stands before it in the guide as <!-- prov: uppgift 5 --> is done first; "radsbord" begins
 * with nothing. Keys that the line has no room for are pressed as the guide says them; tests/pane/test_handbook.c knows that they exist. */
static void do_list(const char *before, const char *list)
{
	void *state = NULL;
	const char *told = NULL;
	for (const char *at = before; (at = strstr(at, PREPARED)) != NULL && at < list; at++)
		told = at + strlen(PREPARED);
	assert_int_equal(stage_set_up(&state), 0);
	set_no_wait(state);
	bool bare = told && strncmp(told, "radsbord", 8) == 0;
	struct vt *vt = bare ? start_bare(state) : stage_start(state, 80, 24, "NO_COLOR=1");
	if (told && !bare)
		do_task(vt, atoi(told + strlen("uppgift ")), PRESS_SHOWN);
	press_steps(vt, list, PRESS_KNOWN);
	stage_shows(vt, "F1 hjälp");
	vt_free(&vt);
	if (!bare)
		stage_is_sound(state);
	stage_tear_down(&state);
}

/* Every numbered list of the guide before the tasks. */
static void every_list(void **state)
{
	char *text = press_section("# Handbok för Rådsbord");
	const char *tasks = strstr(text, "\n## Tio uppgifter"), *before = text;
	int count = 0;
	(void)state;
	assert_non_null(tasks);
	for (const char *list; (list = strstr(before, "\n1. ")) != NULL && list < tasks; before = strstr(list, "\n\n"), count++) {
		print_message("%.60s…\n", list + 1);
		do_list(before, list);
	}
	assert_int_equal(count, 8);
	free(text);
}

/* The guide has ten, and each says at least one thing to press and one to see. */
static void ten_tasks(void **state)
{
	(void)state;
	for (int i = 1; i <= TASKS_COUNT; i++) {
		char *task = task_text(i);
		assert_non_null(strchr(task, '`'));
		assert_non_null(strstr(task, "**"));
		free(task);
	}
}

#define ROW(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		ROW(task_1), ROW(task_2), ROW(task_3), ROW(task_4), ROW(task_5), ROW(task_6), ROW(task_7), ROW(task_8), ROW(task_9), ROW(task_10),
		ROW(wide_1), ROW(wide_2), ROW(wide_3), ROW(wide_4), ROW(wide_5), ROW(wide_6), ROW(wide_7), ROW(wide_8), ROW(wide_9), ROW(wide_10),
		ROW(low_1), ROW(low_2), ROW(low_3), ROW(low_4), ROW(low_5), ROW(low_6), ROW(low_7), ROW(low_8), ROW(low_9), ROW(low_10),
		cmocka_unit_test(ten_tasks), cmocka_unit_test(every_list),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
