/* The ten tasks of the guide, done by a newcomer: each begins in a fresh practice council and does what data/handbok/handbok.md says,
 * step by step. A step's key is read from the screen by the label beside it, so a task fails when the screen does not say what to
 * press, and when the guide says something else than the screen. */
#include "press.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "radsbord/store/io.h"

#define GUIDE "data/handbok/handbok.md"
#define TASKS "\n## Tio uppgifter\n"
#define FIRST "Gör först uppgift "
enum { TASKS_COUNT = 10 };

/* Owned: the text of a task, from its heading to the next. */
static char *task_text(int number)
{
	struct buf guide = {0};
	struct error e = {0};
	assert_true(io_read_file(io_system(), AT_FDCWD, GUIDE, IO_FILE_MAX, &guide, &e));
	const char *tasks = strstr(buf_cstr(&guide), TASKS);
	assert_non_null(tasks);
	char *heading = mem_printf("\n### %d. ", number);
	const char *from = strstr(tasks, heading);
	const char *past = strstr(tasks + strlen(TASKS), "\n## ");
	assert_true(from && past && from < past);
	const char *to = strstr(from + 1, "\n### ");
	char *text = mem_strndup(from, (size_t)((to && to < past ? to : past) - from));
	free(heading);
	buf_release(&guide);
	return text;
}

/* What a step says between its words: `press`, *type* and **see**. */
static const char *next_token(const char *at, const char **mark, const char **text, size_t *n)
{
	static const char *const marks[] = {"`", "**", "*"};
	at += strcspn(at, "`*");
	for (size_t i = 0; i < sizeof marks / sizeof *marks && *at; i++) {
		if (strncmp(at, marks[i], strlen(marks[i])) != 0)
			continue;
		*mark = marks[i];
		*text = at + strlen(marks[i]);
		const char *end = strstr(*text, marks[i]);
		assert_non_null(end);
		*n = (size_t)(end - *text);
		return end + strlen(marks[i]);
	}
	return NULL;
}

static bool says(const char *from, const char *to, const char *words)
{
	const char *at = strstr(from, words);
	return at && at < to;
}

/* What is held to be pressed is pressed when it is clear that it is not to be pressed until something shows. */
static void flush(struct vt *vt, char **held)
{
	if (*held)
		press_words(vt, *held);
	free(*held);
	*held = NULL;
}

static void do_steps(struct vt *vt, const char *task)
{
	const char *at = strstr(task, "\n1. "), *mark, *text, *next;
	char *held = NULL;
	size_t n;
	assert_non_null(at);
	for (; (next = next_token(at, &mark, &text, &n)) != NULL; at = next) {
		char *words = mem_strndup(text, n);
		bool on_row = says(at, text, "till raden") || says(at, text, "till fältet");
		bool until = on_row || says(at, text, "tills") || says(at, text, "så att");
		if (*mark == '`') {
			flush(vt, &held);
			held = mem_strdup(words);
		} else if (strcmp(mark, "*") == 0) {
			flush(vt, &held);
			stage_keys(vt, words);
		} else if (until && held) {
			press_until(vt, held, words, on_row);
			free(held);
			held = NULL;
		} else {
			flush(vt, &held);
			stage_shows(vt, words);
		}
		free(words);
	}
	flush(vt, &held);
}

static void do_task(struct vt *vt, int number)
{
	char *task = task_text(number);
	const char *first = strstr(task, FIRST);
	if (first)
		do_task(vt, atoi(first + strlen(FIRST)));
	do_steps(vt, task);
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
	do_task(vt, number);
	vt_free(&vt);
	stage_is_sound(s);
}

/* In the window that the guide asks for, and in a large one. */
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
		cmocka_unit_test(ten_tasks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
