/* Pane 5: a referral with its way-points, the position, what is sent, the agenda, and the reminder on pane 1. */
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
	canvas_init(&s->canvas, 100, 60);
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

/* Types text; \n is Enter, \t Tab, \r Ctrl-S, \v down. */
static void type(struct stage *s, const char *keys)
{
	while (*keys) {
		uint32_t cp;
		keys += text_decode(keys, strlen(keys), &cp);
		press(s, cp == '\n'   ? (ui_key)UI_KEY_ENTER
		         : cp == '\t' ? (ui_key)UI_KEY_TAB
		         : cp == '\r' ? (ui_key)UI_KEY_CTRL + 'S'
		         : cp == '\v' ? (ui_key)UI_KEY_DOWN
		                      : (ui_key)cp);
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

static void assert_file(struct stage *s, const char *name, const char *text)
{
	char *bytes = practice_read(&s->practice, name);
	if (!bytes || !strstr(bytes, text)) {
		printf("%s lacks: %s\n%s\n", name, text, bytes ? bytes : "(no file)");
		fail();
	}
	free(bytes);
}

#define FILE_NAME "remisser.rec"
/* A referral due in a month, with two way-points. */
#define REFERRAL "5aKunskapscentrum\tKommunstyrelsen\t\t\t\t2026-12-18\r"
#define STEPS "\taFacklig samverkansgrupp\t15\raPensionärsrådet\t5\r"

static void a_referral_and_its_steps(void **state)
{
	struct stage *s = *state;
	type(s, REFERRAL);
	assert_shows(s, "Remiss 1: svar senast 18 december 2026, om 24 dagar.");
	assert_file(s, FILE_NAME, "Nr: 1\nRubrik: Kunskapscentrum\nAvsandare: Kommunstyrelsen\n");
	type(s, STEPS);
	assert_shows(s, "2026-11-27  Facklig samverkansgrupp");
	assert_shows(s, "2026-12-11  Pensionärsrådet");
	type(s, "g ");
	assert_shows(s, "✓ klart");
	assert_file(s, FILE_NAME, "Klart: 2026-11-24\n");
	type(s, " j");
	assert_shows(s, "återstår");
	type(s, "1");
	assert_shows(s, "Remiss 1: svar senast 18 december 2026, om 24 dagar.");
	/* the next referral begins with the same steps */
	type(s, "5\taBarnpalliation\t\t\t\t\t2027-02-01\r\t");
	assert_shows(s, "2027-01-25  Pensionärsrådet");
}

static void position_sending_and_agenda(void **state)
{
	struct stage *s = *state;
	type(s, REFERRAL "Stillstyrker med\n");
	assert_shows(s, "tillstyrker m…");
	assert_file(s, FILE_NAME, "Stallning: tillstyrker_med\n");
	type(s, "b");
	assert_shows(s, "Inget kommande möte är planerat.");
	type(s, "4a2026-12-10\r5bj");
	type(s, "\n");
	assert_shows(s, "Mötet som behandlar remissen");
	type(s, "\n");
	assert_shows(s, "Remiss 1: Kunskapscentrum");
	type(s, "5d");
	assert_shows(s, "✓ svaret sänt");
	assert_file(s, FILE_NAME, "Expedierad: 2026-11-24\n");
	type(s, "j");
	type(s, "1");
	type(s, "u5");
	assert_shows(s, "    pågår");
}

static void steps_need_a_referral(void **state)
{
	struct stage *s = *state;
	type(s, "5\ta");
	assert_shows(s, "Det finns ingen remiss att lägga delsteget till.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_referral_and_its_steps, set_up, tear_down),
		cmocka_unit_test_setup_teardown(position_sending_and_agenda, set_up, tear_down),
		cmocka_unit_test_setup_teardown(steps_need_a_referral, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
