/* A personnummer that is typed or pasted: the question, its three answers, and that the number reaches no file, no message
 * and no undo. No terminal. */
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

#define PLAN "plan/2019.rec"
#define NUMBER "640823-3234"
#define TEN "6408233234"

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
	canvas_init(&s->canvas, 80, 24);
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

/* Types text; newline is Enter, tab is Tab. */
static void type(struct stage *s, const char *keys)
{
	while (*keys) {
		uint32_t cp;
		keys += text_decode(keys, strlen(keys), &cp);
		press(s, cp == '\n' ? (ui_key)UI_KEY_ENTER : cp == '\t' ? (ui_key)UI_KEY_TAB : (ui_key)cp);
	}
}

static void assert_shows(struct stage *s, const char *text)
{
	buf_clear(&s->text);
	canvas_clear(&s->canvas);
	frame_draw(s->frame, &s->canvas);
	canvas_dump(&s->canvas, &s->text);
	if (!strstr(buf_cstr(&s->text), text)) {
		printf("missing: %s\n%s\n", text, buf_cstr(&s->text));
		fail();
	}
}

static void assert_file(struct stage *s, const char *text, bool has)
{
	char *bytes = practice_read(&s->practice, PLAN);
	if (!strstr(bytes, text) == has)
		fail_msg("%s %s", PLAN, has ? "lacks" : "has");
	free(bytes);
}

/* With a separator: nothing is saved before the answer, and Enter removes. */
static void enter_removes(void **state)
{
	struct stage *s = *state;
	type(s, "3tAnhörig till " NUMBER " ringde\n");
	assert_shows(s, "Personnummer i texten? 64••••-••••");
	assert_file(s, "Anhörig", false);
	press(s, UI_KEY_ENTER);
	assert_shows(s, "Sparat kl. 9.30.");
	assert_file(s, "Anhörig till [personnummer borttaget] ringde", true);
	assert_file(s, NUMBER, false);
	press(s, 'u');
	assert_shows(s, "Ångrat");
	press(s, UI_KEY_CTRL + 'R');
	assert_file(s, "[personnummer borttaget]", true);
}

/* Ten digits in a row: Enter keeps them, and the step is not remembered. */
static void enter_keeps_ten_digits(void **state)
{
	struct stage *s = *state;
	type(s, "3tÄrende " TEN "\n");
	assert_shows(s, "Personnummer i texten? 64••••••••");
	press(s, UI_KEY_ENTER);
	assert_shows(s, "Steget kan inte ångras");
	assert_file(s, "Ärende " TEN, true);
	press(s, 'u');
	assert_shows(s, "Det finns inget att ångra.");
	assert_file(s, "Ärende " TEN, true);
}

/* Esc, and the second row, go back to what was typed; nothing is saved. */
static void back_to_the_text(void **state)
{
	struct stage *s = *state;
	type(s, "3t" NUMBER "\n");
	press(s, UI_KEY_ESCAPE);
	assert_shows(s, NUMBER);
	press(s, UI_KEY_ENTER);
	press(s, UI_KEY_DOWN);
	press(s, UI_KEY_ENTER);
	assert_shows(s, NUMBER);
	for (int i = 0; i < 5; i++)
		press(s, UI_KEY_BACKSPACE);
	press(s, UI_KEY_ENTER);
	assert_shows(s, "Sparat kl. 9.30.");
	assert_file(s, "2026-11-24 640823\n", true);
	assert_file(s, NUMBER, false);
}

/* A false alarm can be kept, on purpose. */
static void kept_on_purpose(void **state)
{
	struct stage *s = *state;
	type(s, "3t" NUMBER "\n");
	press(s, UI_KEY_DOWN);
	press(s, UI_KEY_DOWN);
	press(s, UI_KEY_ENTER);
	assert_file(s, NUMBER, true);
	/* what stands there is not asked about again */
	type(s, "tMer\n");
	assert_shows(s, "Sparat kl. 9.30.");
}

/* In a form, in a field other than the first, pasted: the other fields keep what they had. */
static void in_a_form(void **state)
{
	struct stage *s = *state;
	type(s, "3e\t");
	frame_handle(s->frame, &(struct event){.type = EVENT_PASTE, .paste = (char[]){" för " NUMBER}});
	press(s, UI_KEY_CTRL + 'S');
	assert_shows(s, "Personnummer i texten?");
	press(s, UI_KEY_ESCAPE);
	assert_shows(s, "Ändra åtgärd");
	press(s, UI_KEY_CTRL + 'S');
	press(s, UI_KEY_ENTER);
	assert_shows(s, "Sparat kl. 9.30.");
	assert_file(s, " för [personnummer borttaget]\n", true);
	assert_file(s, NUMBER, false);
}

/* Both kinds in one text: one question each. */
static void two_questions(void **state)
{
	struct stage *s = *state;
	type(s, "3t" NUMBER " " TEN "\n");
	assert_shows(s, "Personnummer i texten? 64••••-••••");
	press(s, UI_KEY_ENTER);
	assert_shows(s, "Personnummer i texten? 64••••••••");
	press(s, UI_KEY_ENTER);
	assert_file(s, "[personnummer borttaget] " TEN, true);
}

/* A wrong check digit is saved and said; a telephone number passes without a word. */
static void hints_and_telephones(void **state)
{
	struct stage *s = *state;
	type(s, "3t640823-3235\n");
	assert_shows(s, "liknar ett personnummer: 64••••-••••");
	assert_file(s, "640823-3235", true);
	type(s, "tRing 0701234567\n");
	assert_shows(s, "Sparat kl. 9.30.");
	buf_clear(&s->text);
	assert_file(s, "Ring 0701234567", true);
}

/* An error that repeats what was typed masks it. */
static void errors_mask(void **state)
{
	struct stage *s = *state;
	type(s, "3f" NUMBER "\n");
	assert_shows(s, "”64••••-••••” är inget datum");
}

/* No way in but the question: the session itself refuses. */
static void the_session_refuses(void **state)
{
	struct stage *s = *state;
	struct error e = {0};
	struct changes c = {0};
	const struct action *a = records_action(session_model(s->practice.session)->council, 0);
	changes_append(&c, RECORD_ACTION, &a->head, "Anteckning", NUMBER);
	assert_false(session_apply(s->practice.session, &c, &e));
	assert_non_null(strstr(e.text, "64••••-••••"));
	assert_file(s, NUMBER, false);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(enter_removes), TEST(enter_keeps_ten_digits), TEST(back_to_the_text), TEST(kept_on_purpose), TEST(in_a_form),
		TEST(two_questions), TEST(hints_and_telephones),   TEST(errors_mask),      TEST(the_session_refuses),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
