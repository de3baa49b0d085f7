/* A council full of text that acts on terminals: no cell of any screen holds any of it. No terminal. */
#include "stage.h"

#include "support/hostile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Screens on which the council's text was seen. */
static size_t shown;

static void put(void *ctx, const char *name, const char *text)
{
	struct practice *p = ctx;
	char *path = mem_printf("%s/%s", p->path, name);
	char *slash = strrchr(path, '/');
	*slash = '\0';
	mkdir(path, 0700);
	*slash = '/';
	FILE *f = fopen(path, "wb");
	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
	free(path);
}

static int set_up(void **state)
{
	if (stage_set_up(state) != 0)
		return -1;
	struct stage *s = *state;
	hostile_council(put, &s->practice);
	stage_size(s, 200, 50);
	stage_idle(s);
	shown = 0;
	return 0;
}

static void look(struct stage *s, const char *where)
{
	struct buf text = {0};
	canvas_clear(&s->canvas);
	frame_draw(s->frame, &s->canvas);
	canvas_dump(&s->canvas, &text);
	const char *found = hostile_found(buf_cstr(&text), text.len);
	if (found)
		fail_msg("%s shows %s:\n%s", where, found, buf_cstr(&text));
	shown += strstr(buf_cstr(&text), "Ful") != NULL;
	buf_release(&text);
}

static void press(struct stage *s, ui_key key, const char *where)
{
	frame_handle(s->frame, &(struct event){.type = EVENT_KEY, .key = key});
	look(s, where);
}

static void paste(struct stage *s)
{
	char *text = mem_strdup(hostile_text);
	frame_handle(s->frame, &(struct event){.type = EVENT_PASTE, .paste = text});
	free(text);
}

/* Every pane and part, every row's detail read to its end, and forms, choices and help over them. */
static void no_screen_shows_it(void **state)
{
	struct stage *s = *state;
	static const char *const panes[] = {"1", "2", "2\t", "2\t\t", "3", "3\t", "3\t\t", "4", "6", "6\t", "6\t\t"};
	static const char over[] = {'e', 'h', 's', ':', '?', 'a', 'v'};
	for (size_t i = 0; i < sizeof panes / sizeof *panes; i++) {
		for (const char *k = panes[i]; *k; k++)
			press(s, *k == '\t' ? (ui_key)UI_KEY_TAB : (ui_key)*k, panes[i]);
		press(s, UI_KEY_HOME, panes[i]);
		for (int row = 0; row < 24; row++) {
			press(s, UI_KEY_ENTER, panes[i]);
			for (int page = 0; page < 4; page++)
				press(s, UI_KEY_PAGE_DOWN, panes[i]);
			for (size_t k = 0; row < 2 && k < sizeof over; k++) {
				press(s, (ui_key)over[k], panes[i]);
				press(s, UI_KEY_ESCAPE, panes[i]);
			}
			press(s, UI_KEY_ESCAPE, panes[i]);
			press(s, (ui_key)panes[i][0], panes[i]);
			press(s, UI_KEY_DOWN, panes[i]);
		}
	}
	assert_in_range(shown, 20, 100000);
}

/* The one who holds the lock, a message with a file's name, and what is typed and pasted. */
static void messages_are_filtered(void **state)
{
	struct stage *s = *state;
	char *lock = mem_printf("radsbord-lock 1 tx=x user=%s host=annan%s pid=1 start=1 boot=b space=s time=2026\n",
				"Ful\x1b[31m\u202E", "\u202E\x1b");
	put(&s->practice, ".rb-lock", lock);
	press(s, '3', "plan");
	press(s, 'd', "the lock's owner");
	assert_true(shown > 0);
	free(lock);
	press(s, 't', "question");
	paste(s);
	look(s, "pasted");
	press(s, UI_KEY_ENTER, "saved");
	press(s, UI_KEY_ESCAPE, "left");
	press(s, '/', "filter");
	paste(s);
	look(s, "filter");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(no_screen_shows_it),
	    TEST(messages_are_filtered),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
