/* F8: what fits the row is offered, a file is written beside those that are there, and its full path is said. */
#include "support/practice.h"

#include "radsbord/app/export.h"
#include "radsbord/pane/frame.h"
#include "radsbord/ui/canvas.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
	assert_true(practice_open(&s->practice));
	s->keymap = keymap_new();
	int place = reference_find_place(session_model(s->practice.session)->reference, "04", false);
	s->frame = frame_new(s->practice.session, s->keymap, place);
	canvas_init(&s->canvas, 120, 40);
	export_set(s->practice.session, s->practice.folder, 5);
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
	if (!shows(s, text))
		print_message("missing: %s\n%s\n", text, buf_cstr(&s->text));
	assert_true(shows(s, text));
}

static bool written(struct stage *s, const char *name)
{
	char *path = mem_printf("%s/%s", s->practice.folder, name);
	bool there = access(path, R_OK) == 0;
	free(path);
	return there;
}

static void test_offers_what_fits(void **state)
{
	struct stage *s = *state;
	type(s, "1w");
	assert_shows(s, "Regionrapport");
	assert_false(shows(s, "Kallelse"));
	assert_false(shows(s, "Beslutsunderlag"));
	press(s, UI_KEY_ESCAPE);
	type(s, "2w");
	assert_shows(s, "Beslutsunderlag");
	assert_false(shows(s, "Uppdragsbeskrivning"));
	press(s, UI_KEY_ESCAPE);
	type(s, "2\tw");
	assert_shows(s, "Uppdragsbeskrivning");
	assert_shows(s, "Regionrapport");
	assert_false(shows(s, "Handlingsplan:"));
	assert_false(shows(s, "Beslutsunderlag"));
	press(s, UI_KEY_ESCAPE);
	type(s, "3w");
	assert_shows(s, "Handlingsplan: uppdrag");
	assert_shows(s, "Beslutsunderlag");
	assert_false(shows(s, "Regionrapport"));
	press(s, UI_KEY_ESCAPE);
	type(s, "4w");
	assert_shows(s, "Kallelse");
	assert_shows(s, "Rådets möten (kalender, .ics)");
}

static void test_writes_beside(void **state)
{
	struct stage *s = *state;
	char *path = mem_printf("Skrivet: %s/uppfoljning-2026-11-24-2.docx", s->practice.folder);
	type(s, "3wuppfölj\nword\n");
	assert_true(written(s, "uppfoljning-2026-11-24.docx"));
	type(s, "3wuppfölj\nword\n");
	assert_true(written(s, "uppfoljning-2026-11-24-2.docx"));
	assert_shows(s, path);
	free(path);
	type(s, "2\twuppdrag\ntext\n");
	assert_true(written(s, "uppdragsbeskrivning-e04-01.txt"));
	type(s, "4wkalender\n");
	assert_true(written(s, "moten.ics"));
	type(s, "1walla tab\n");
	assert_true(written(s, "radsbord-2026-11-24.xlsx"));
}

static void test_tables_only_where_there_are(void **state)
{
	struct stage *s = *state;
	type(s, "2\twuppdrag\n");
	assert_shows(s, "Word");
	assert_false(shows(s, "CSV"));
	press(s, UI_KEY_ESCAPE);
	type(s, "3wuppfölj\n");
	assert_shows(s, "CSV, tabellerna");
}

static void test_says_what_is_wrong(void **state)
{
	struct stage *s = *state;
	type(s, "4wkallelse\n"); /* a holiday stands on the row, and no meeting is to come */
	assert_shows(s, "Inget kommande möte är planerat.");
	export_set(s->practice.session, "/finns/inte", 5);
	type(s, "3wuppfölj\nword\n");
	assert_shows(s, "/finns/inte/uppfoljning-2026-11-24.docx kunde inte skrivas");
	export_set(s->practice.session, NULL, 5);
	type(s, "3wuppfölj\nword\n");
	assert_shows(s, "Det finns ingen mapp att skriva till.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_offers_what_fits, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_writes_beside, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_tables_only_where_there_are, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_says_what_is_wrong, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
