/* h in the panes: who changed the row, when, old → new; and back to where one was. No terminal. */
#include "support/practice.h"

#include "radsbord/pane/frame.h"
#include "radsbord/ui/canvas.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct stage {
	struct practice practice;
	struct keymap *keymap;
	struct frame *frame;
	struct canvas canvas;
	struct buf text;
};

static int set_up(void **state)
{
	struct stage *s = calloc(1, sizeof *s);
	*state = s;
	if (!practice_open(&s->practice))
		return -1;
	s->keymap = keymap_new();
	s->frame = frame_new(s->practice.session, s->keymap,
	                     reference_find_place(session_model(s->practice.session)->reference, "04", false));
	canvas_init(&s->canvas, 100, 50);
	return 0;
}

static int tear_down(void **state)
{
	struct stage *s = *state;
	frame_free(&s->frame);
	keymap_free(&s->keymap);
	canvas_release(&s->canvas);
	buf_release(&s->text);
	practice_close(&s->practice);
	free(s);
	return 0;
}

static void press(struct stage *s, ui_key key)
{
	frame_handle(s->frame, &(struct event){.type = EVENT_KEY, .key = key});
}

static void type(struct stage *s, const char *keys)
{
	while (*keys) {
		uint32_t cp;
		keys += text_decode(keys, strlen(keys), &cp);
		press(s, cp == '\n' ? (ui_key)UI_KEY_ENTER : cp == '\t' ? (ui_key)UI_KEY_TAB : (ui_key)cp);
	}
}

static bool shows(struct stage *s, const char *text)
{
	buf_clear(&s->text);
	canvas_clear(&s->canvas);
	frame_draw(s->frame, &s->canvas);
	canvas_dump(&s->canvas, &s->text);
	return strstr(buf_cstr(&s->text), text) != NULL;
}

static void assert_shows(struct stage *s, const char *text)
{
	if (!shows(s, text)) {
		printf("missing: %s\n%s\n", text, buf_cstr(&s->text));
		fail();
	}
}

/* A change and its undo, both with their time and who made them, newest first; Esc leads back to the list. */
static void shows_the_changes_of_a_row(void **state)
{
	struct stage *s = *state;
	type(s, "3rKommunförbundet\n");
	assert_shows(s, "Sparat kl. 9.30.");
	s->practice.now += 600;
	type(s, "u");
	type(s, "h");
	assert_shows(s, "24 november 2026 kl. 9.40  prov (provdator)");
	assert_shows(s, "24 november 2026 kl. 9.30  prov (provdator)");
	assert_shows(s, "Ansvarig: – → Kommunförbundet");
	assert_shows(s, "Ansvarig: Kommunförbundet → –");
	assert_shows(s, "Ångrat: ");
	press(s, UI_KEY_ESCAPE);
	assert_false(shows(s, "→ Kommunförbundet"));
	assert_shows(s, "Enter förklara");
	type(s, "\n");
	assert_shows(s, "h historik"); /* the bottom line of a detail */
}

/* Over a detail Esc leads back to the detail, and another row has a history of its own. */
static void over_a_detail(void **state)
{
	struct stage *s = *state;
	type(s, "3dj\nh");
	assert_shows(s, "Inget är antecknat");
	press(s, UI_KEY_ESCAPE);
	assert_false(shows(s, "Inget är antecknat"));
	assert_shows(s, "Esc tillbaka");
}

/* A new meeting and its agenda are one step; each record says which it is. */
static void a_step_of_several_records(void **state)
{
	struct stage *s = *state;
	type(s, "4a2026-12-02");
	press(s, (ui_key)(UI_KEY_CTRL + 'S'));
	assert_shows(s, "Sparat kl. 9.30.");
	type(s, "h");
	assert_shows(s, "Möte ");
	assert_shows(s, ": ny");
	assert_shows(s, "Datum: 2026-12-02");
	assert_shows(s, "Ärende ");
}

/* The report's own rows are nobody's to change here. */
static void national_rows_have_none(void **state)
{
	struct stage *s = *state;
	type(s, "2h");
	assert_shows(s, "ingen historik");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(shows_the_changes_of_a_row, set_up, tear_down),
		cmocka_unit_test_setup_teardown(over_a_detail, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_step_of_several_records, set_up, tear_down),
		cmocka_unit_test_setup_teardown(national_rows_have_none, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
