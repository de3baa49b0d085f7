/* The start page at three sizes, in Swedish and in English, against text files, as the program begins with it: without a council. */
#include "support/english.h"
#include "support/golden.h"
#include "support/practice.h"
#include "support/unmarked.h"

#include "radsbord/pane/frame.h"
#include "radsbord/ui/canvas.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the session says of a folder that is not there; and that of the tests. */
#define WHY "Rådets mapp %s kan inte öppnas: det finns inte; kontrollera namnet och att mappen är ansluten."

static struct practice practice;
static struct keymap *keymap;
static const char *language; /* before the names of the files; NULL: what is not marked is looked for */

static int set_up(void **state)
{
	(void)state;
	keymap = keymap_new();
	return practice_open_at(&practice, NULL, 1795509000) ? 0 : -1;
}

static int set_up_swedish(void **state)
{
	language = "";
	return set_up(state);
}

static int set_up_english(void **state)
{
	language = "en/";
	return english_begin() ? set_up(state) : -1;
}

static int set_up_marked(void **state)
{
	language = NULL;
	return set_up(state) == 0 && unmarked_begin(getenv("TMPDIR")) ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	unmarked_end();
	keymap_free(&keymap);
	practice_close(&practice);
	return 0;
}

static struct session *refuse(void *ctx, const char *path, struct error *e)
{
	(void)ctx;
	error_set(e, ERROR_NOT_FOUND, WHY, path);
	return NULL;
}

static bool same(const struct canvas *c, const char *name)
{
	char file[64];
	snprintf(file, sizeof file, "%s%s", language ? language : "", name);
	if (language)
		return golden_same(c, file);
	struct buf data = {0}, screen = {0};
	unmarked_read("data/sverige", &data);
	buf_str(&data, "Palliativa rådet i Dalarna\n~/borta\n");
	buf_printf(&data, WHY, "/finns-inte/borta");
	buf_printf(&data, WHY, "/media/usb/rad");
	canvas_dump(c, &screen);
	bool clean = unmarked_none(buf_cstr(&screen), name, &data);
	buf_release(&screen);
	buf_release(&data);
	return clean;
}

/* Types keys on a fresh page (\n is Enter) and compares the screen in all sizes. */
static void screen_after(const char *keys, const char *failed, const char *name)
{
	static const struct {
		int width, height;
	} sizes[] = {{80, 24}, {120, 40}, {60, 16}};
	const struct opening_paths paths = {.example = "data/exempel/sormland", .practice = "/finns-inte/ovning", .state = "/finns-inte", .home = "/finns-inte"};
	const struct frame_start start = {
		.paths = &paths, .first = true, .failed = failed, .open = refuse,
		.why = failed ? "Rådets mapp /media/usb/rad kan inte öppnas: det finns inte; kontrollera namnet och att mappen är ansluten." : NULL};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct frame *f = frame_new(practice.session, keymap, 0);
		struct canvas c;
		char file[64];
		frame_set_start(f, &start);
		canvas_init(&c, sizes[i].width, sizes[i].height);
		frame_draw(f, &c);
		for (const char *k = keys; *k; k++) {
			frame_handle(f, &(struct event){.type = EVENT_KEY, .key = *k == '\n' ? UI_KEY_ENTER : (ui_key)*k});
			canvas_clear(&c);
			frame_draw(f, &c);
		}
		snprintf(file, sizeof file, "%s-%dx%d", name, sizes[i].width, sizes[i].height);
		assert_true(same(&c, file));
		canvas_release(&c);
		frame_free(&f);
	}
}

#define SCREEN(name, keys, failed)                                                                 \
	static void name(void **state)                                                             \
	{                                                                                          \
		(void)state;                                                                       \
		screen_after(keys, failed, #name);                                                 \
	}
SCREEN(borja, "", NULL)
SCREEN(borja_region, "j\nland", NULL)
SCREEN(borja_nytt, "j\ndal\n", NULL)
SCREEN(borja_finns_inte, "jj\nborta\n", NULL)
SCREEN(borja_borta, "", "/media/usb/rad")

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(borja), cmocka_unit_test(borja_region), cmocka_unit_test(borja_nytt), cmocka_unit_test(borja_finns_inte),
		cmocka_unit_test(borja_borta),
	};
	int failed = cmocka_run_group_tests_name("svenska", tests, set_up_swedish, tear_down);
	failed += cmocka_run_group_tests_name("engelska", tests, set_up_english, tear_down);
	return failed + cmocka_run_group_tests_name("märkta", tests, set_up_marked, tear_down);
}
