/* The panes by their keys: edits are saved, links are followed, every key answers, small windows hold. No terminal. */
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
	bool running;
};

static int set_up(void **state)
{
	struct stage *s = calloc(1, sizeof *s);
	*state = s;
	if (!practice_open(&s->practice))
		return -1;
	s->keymap = keymap_new();
	int place = reference_find_place(session_model(s->practice.session)->reference, "04", false);
	s->frame = frame_new(s->practice.session, s->keymap, place);
	canvas_init(&s->canvas, 100, 30);
	s->running = true;
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
	s->running = frame_handle(s->frame, &(struct event){.type = EVENT_KEY, .key = key});
	canvas_clear(&s->canvas);
	frame_draw(s->frame, &s->canvas);
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

static const char *screen(struct stage *s)
{
	buf_clear(&s->text);
	canvas_clear(&s->canvas);
	frame_draw(s->frame, &s->canvas);
	canvas_dump(&s->canvas, &s->text);
	return buf_cstr(&s->text);
}

static void assert_shows(struct stage *s, const char *text)
{
	if (!strstr(screen(s), text)) {
		printf("missing: %s\n%s\n", text, screen(s));
		fail();
	}
}

static void assert_file_has(struct stage *s, const char *file, const char *text)
{
	char *bytes = practice_read(&s->practice, file);
	assert_non_null(bytes);
	if (!strstr(bytes, text)) {
		printf("%s lacks: %s\n", file, text);
		fail();
	}
	free(bytes);
}

#define PLAN "plan/2019.rec"

/* d marks the action done today, in the file and on the screen, and says it is saved. */
static void done_is_saved(void **state)
{
	struct stage *s = *state;
	type(s, "3d");
	assert_shows(s, "Sparat kl. 9.30.");
	assert_shows(s, "✓ klar");
	assert_file_has(s, PLAN, "Status: klar");
	assert_file_has(s, PLAN, "Klart: 2026-11-24");
}

/* f asks for a date as people write it; a date that is none keeps the question open and changes nothing. */
static void date_is_asked_and_saved(void **state)
{
	struct stage *s = *state;
	type(s, "3fnonsens\n");
	assert_shows(s, "är inget datum");
	for (int i = 0; i < 7; i++)
		press(s, UI_KEY_BACKSPACE);
	type(s, "4/2\n");
	assert_shows(s, "2027-02-04");
	assert_file_has(s, PLAN, "Klart_senast: 2027-02-04");
}

/* r sets the owner, t adds a dated note, x asks why and drops. */
static void owner_note_and_drop(void **state)
{
	struct stage *s = *state;
	type(s, "3rSekreteraren\n");
	assert_file_has(s, PLAN, "Ansvarig: Sekreteraren");
	type(s, "tRingt Strängnäs å ä ö\n");
	assert_file_has(s, PLAN, "Anteckning: 2026-11-24 Ringt Strängnäs å ä ö");
	type(s, "x\n");
	assert_shows(s, "Skriv varför");
	type(s, "Ersatt av ny plan\n");
	assert_file_has(s, PLAN, "Status: utgar");
	assert_file_has(s, PLAN, "Ersatt av ny plan");
}

/* Esc from a question changes nothing. */
static void escape_changes_nothing(void **state)
{
	struct stage *s = *state;
	char *before = practice_read(&s->practice, PLAN);
	type(s, "3rNågon");
	press(s, UI_KEY_ESCAPE);
	char *after = practice_read(&s->practice, PLAN);
	assert_string_equal(before, after);
	assert_shows(s, "Ingenting ändrades.");
	free(before);
	free(after);
}

/* u undoes across panes until the file is what it was, byte for byte; Ctrl-R does it again. */
static void undo_restores_the_bytes(void **state)
{
	struct stage *s = *state;
	char *before = practice_read(&s->practice, PLAN);
	type(s, "3drSekreteraren\ntText\n1");
	press(s, 'u');
	press(s, 'u');
	press(s, 'u');
	char *after = practice_read(&s->practice, PLAN);
	assert_string_equal(before, after);
	press(s, 'u');
	assert_shows(s, "inget att ångra");
	press(s, UI_KEY_CTRL + 'R');
	assert_file_has(s, PLAN, "Status: klar");
	free(before);
	free(after);
}

/* a on a gap makes a linked action, and the chain can be walked back to the gap and on to its indicator. */
static void gap_becomes_a_linked_action(void **state)
{
	struct stage *s = *state;
	type(s, "2a");
	if (strstr(screen(s), "välj ordalydelse"))
		press(s, UI_KEY_ENTER);
	assert_shows(s, "Sparat kl. 9.30.");
	assert_file_has(s, PLAN, "Brist: B04-");
	assert_file_has(s, PLAN, "Slag: atgard");
	assert_shows(s, "→ Brist B04-");
	press(s, UI_KEY_END);
	press(s, UI_KEY_ENTER);
	assert_shows(s, "› Åtgärd H-15 › Brist B04-");
	assert_shows(s, "Läge");
	press(s, UI_KEY_ESCAPE);
	assert_shows(s, "› Åtgärd H-15\n");
	assert_shows(s, "Ansvarig");
}

/* e opens the record's form; Ctrl-S saves what was typed in it. */
static void form_edits_a_record(void **state)
{
	struct stage *s = *state;
	type(s, "3e");
	assert_shows(s, "Ändra åtgärd");
	assert_shows(s, "Spara");
	press(s, UI_KEY_TAB);
	type(s, " nu");
	press(s, UI_KEY_CTRL + 'S');
	assert_shows(s, "Sparat kl. 9.30.");
	assert_file_has(s, PLAN, " nu\n");
}

/* a on Möten adds a meeting with the fourteen default items, and warns when people are free. */
static void meeting_is_added_and_warned_for(void **state)
{
	struct stage *s = *state;
	type(s, "4a2027-01-06\t9\t12");
	press(s, UI_KEY_CTRL + 'S');
	assert_shows(s, "Trettondedag");
	assert_shows(s, "ons 6 jan");
	assert_shows(s, "9.00–12.00");
	const struct records *r = session_model(s->practice.session)->council;
	assert_int_equal(records_count(r, RECORD_ITEM), AGENDA_DEFAULT);
	assert_shows(s, "planerat 1 av 3 halvdagar");
}

/* , and . walk all 21 regions and come back. */
static void regions_can_be_walked(void **state)
{
	struct stage *s = *state;
	for (int i = 0; i < 21; i++)
		press(s, '.');
	assert_shows(s, "Södermanland");
	press(s, ',');
	assert_shows(s, "Stockholm");
	press(s, ',');
	assert_shows(s, "Skåne");
}

/* Filter as you type narrows the list; Esc restores it. */
static void filter_narrows_and_restores(void **state)
{
	struct stage *s = *state;
	type(s, "2/jourlinje");
	assert_shows(s, "Jourlinje");
	assert_null(strstr(screen(s), "Läkarspecialister  "));
	press(s, UI_KEY_ESCAPE);
	assert_shows(s, "Läkarspecialister  ");
}

/* A key that does nothing says so and points to F1; a paste outside a field is refused with words. */
static void unbound_keys_answer(void **state)
{
	struct stage *s = *state;
	press(s, 'z');
	assert_shows(s, "F1 visar vad som går");
	frame_handle(s->frame, &(struct event){.type = EVENT_PASTE, .paste = (char[]){"klistrat"}});
	assert_shows(s, "Det inklistrade ignorerades");
}

/* Every key of every pane, in every pane's detail too, leaves a screen that holds and a program that runs. */
static void every_key_everywhere(void **state)
{
	struct stage *s = *state;
	static const char *const starts[] = {"1", "1\n", "2", "2\n", "2\t", "2\t\t", "3", "3\n", "3\t\t", "4", "4\n"};
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		for (int c = COMMAND_NONE + 1; c < COMMANDS; c++) {
			ui_key key;
			for (size_t k = 0; (key = keymap_key(s->keymap, (enum command)c, k)) != 0; k++) {
				if (c == COMMAND_QUIT)
					continue;
				type(s, starts[i]);
				press(s, key);
				assert_true(s->running);
				for (int e = 0; e < 4; e++)
					press(s, UI_KEY_ESCAPE);
			}
		}
}

/* Drawing at any size from 60x16 up stays inside the grid (smaller windows are the loop's). */
static void any_size_can_be_drawn(void **state)
{
	struct stage *s = *state;
	static const char *const places[] = {"1", "\n", "2", "\n", "3", "\n", "3e", "4", "?"};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		type(s, places[i]);
		for (int w = 60; w < 220; w += 7)
			for (int h = 16; h < 70; h += 5) {
				canvas_resize(&s->canvas, w, h);
				frame_draw(s->frame, &s->canvas);
			}
		canvas_resize(&s->canvas, 100, 30);
		press(s, UI_KEY_ESCAPE);
	}
}

/* q leaves. */
static void q_leaves(void **state)
{
	struct stage *s = *state;
	s->running = frame_handle(s->frame, &(struct event){.type = EVENT_KEY, .key = 'q'});
	assert_false(s->running);
}

/* What nobody has stated is never shown as missing, zero or overdue. */
static void unknown_is_never_missing(void **state)
{
	struct stage *s = *state;
	type(s, "1/brytpunkt\n");
	const char *line = strstr(screen(s), "Brytpunktssamtal");
	assert_non_null(line);
	size_t n = strcspn(line, "\n");
	char row[400];
	snprintf(row, sizeof row, "%.*s", (int)n, line);
	assert_non_null(strstr(row, "Okänt"));
	assert_null(strstr(row, "Saknas"));
	assert_null(strstr(row, "Noll"));
	assert_null(strstr(row, " 0 %"));
	type(s, "3");
	assert_null(strstr(screen(s), "försenad"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(done_is_saved),          TEST(date_is_asked_and_saved),     TEST(owner_note_and_drop),
		TEST(escape_changes_nothing), TEST(undo_restores_the_bytes),     TEST(gap_becomes_a_linked_action),
		TEST(form_edits_a_record),    TEST(meeting_is_added_and_warned_for), TEST(regions_can_be_walked),
		TEST(filter_narrows_and_restores), TEST(unbound_keys_answer),    TEST(every_key_everywhere),
		TEST(any_size_can_be_drawn),  TEST(q_leaves),                    TEST(unknown_is_never_missing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
