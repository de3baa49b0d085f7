/* The start page: what it says, what each choice does, and that nothing typed is lost when one is refused. */
#include "support/practice.h"

#include "radsbord/app/opening.h"
#include "radsbord/pane/frame.h"
#include "radsbord/ui/canvas.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A host as the command line is one: it keeps the last path and gives a session on it. */
struct world {
	struct practice practice, opened;
	struct opening_paths paths;
	struct frame_start start;
	struct keymap *keymap;
	struct frame *frame;
	struct canvas canvas;
	struct buf text;
	char copy[700], path[700];
	bool without;               /* the last one opened was no council */
	int opens;
};

static struct session *open_at(void *ctx, const char *path, struct error *e)
{
	struct world *w = ctx;
	w->opens++;
	w->without = !path;
	snprintf(w->path, sizeof w->path, "%s", path ? path : "");
	practice_close(&w->opened);
	w->opened = (struct practice){.io = {0}};
	if (path && access(path, F_OK) < 0) {
		error_set(e, ERROR_NOT_FOUND, "Rådets mapp %s kan inte öppnas: den finns inte.", path);
		return NULL;
	}
	return practice_open_at(&w->opened, path ? path : w->practice.path, w->practice.now) ? w->opened.session : NULL;
}

static void begin(struct world *w, const char *why, const char *failed, bool first)
{
	frame_free(&w->frame);
	w->frame = frame_new(w->practice.session, w->keymap, 0);
	w->start = (struct frame_start){.paths = &w->paths, .first = first, .why = why, .failed = failed, .open = open_at, .ctx = w};
	frame_set_start(w->frame, &w->start);
}

static int set_up(void **state)
{
	struct world *w = calloc(1, sizeof *w);
	*state = w;
	if (!practice_open(&w->practice))
		return -1;
	snprintf(w->copy, sizeof w->copy, "%s/ovning", w->practice.folder);
	w->paths = (struct opening_paths){
		.example = "data/exempel/sormland", .practice = w->copy, .state = w->practice.state, .home = w->practice.folder};
	w->keymap = keymap_new();
	canvas_init(&w->canvas, 80, 24);
	begin(w, NULL, NULL, true);
	return 0;
}

static int tear_down(void **state)
{
	struct world *w = *state;
	frame_free(&w->frame);
	keymap_free(&w->keymap);
	canvas_release(&w->canvas);
	buf_release(&w->text);
	practice_close(&w->opened);
	practice_close(&w->practice);
	free(w);
	return 0;
}

/* \n Enter, \t Tab, \r Ctrl-S, \v Ctrl-O, \f Ctrl-N, \b Ctrl-U, \033 Esc. */
static void type(struct world *w, const char *keys)
{
	static const char special[] = "\n\t\r\v\f\b\033";
	static const ui_key meant[] = {UI_KEY_ENTER, UI_KEY_TAB, UI_KEY_CTRL + 'S', UI_KEY_CTRL + 'O', UI_KEY_CTRL + 'N', UI_KEY_CTRL + 'U', UI_KEY_ESCAPE};
	while (*keys) {
		uint32_t cp;
		const char *at = strchr(special, *keys);
		keys += text_decode(keys, strlen(keys), &cp);
		frame_handle(w->frame, &(struct event){.type = EVENT_KEY, .key = at ? meant[at - special] : cp});
		canvas_clear(&w->canvas);
		frame_draw(w->frame, &w->canvas);
	}
}

static bool shows(struct world *w, const char *text)
{
	buf_clear(&w->text);
	canvas_clear(&w->canvas);
	frame_draw(w->frame, &w->canvas);
	canvas_dump(&w->canvas, &w->text);
	return strstr(buf_cstr(&w->text), text) != NULL;
}

static void expect(struct world *w, const char *text)
{
	if (!shows(w, text))
		fail_msg("missing: %s\n%s", text, buf_cstr(&w->text));
}

/* Where it was made is said, as people write paths, and shortened in the middle. */
static void assert_made(struct world *w, int width, const char *sentence)
{
	struct buf said = {0};
	frame_say_made(w->frame, width, &said);
	assert_string_equal(buf_cstr(&said), sentence);
	buf_release(&said);
}

/* The example is copied and then opened; nothing of the example itself is. */
static void the_example(void **state)
{
	struct world *w = *state;
	type(w, "\n");
	assert_ptr_equal(frame_next(w->frame), w->opened.session);
	assert_string_equal(w->path, w->copy);
	assert_made(w, 80, ""); /* it was there */
	assert_false(frame_handle(w->frame, &(struct event){.type = EVENT_NONE}));
}

/* A council of one's own: region by some letters, a name and a folder that are proposed and can be changed. */
static void a_new_council(void **state)
{
	struct world *w = *state;
	type(w, "j\nsodermanl\n"); /* also on a keyboard without å, ä and ö */
	expect(w, "Nytt råd: Region Sörmland");
	expect(w, "Palliativa rådet i Södermanland");
	expect(w, "~/Rådsbord/Södermanland");
	type(w, " och Åland\r");
	assert_non_null(frame_next(w->frame));
	assert_non_null(strstr(w->path, "/Rådsbord/Södermanland"));
	assert_string_equal(session_model(w->opened.session)->settings->name, "Palliativa rådet i Södermanland och Åland");
	assert_false(session_model(w->opened.session)->settings->practice);
	assert_made(w, 80, "Rådet ligger i ~/Rådsbord/Södermanland.");
	assert_made(w, 30, "Rådet ligger i ~/Rådsb…anland.");
}

/* Refused in one sentence, with everything that was typed still there; Esc goes back to the page and nothing is made. */
static void a_refused_council(void **state)
{
	struct world *w = *state;
	type(w, "j\ndal\n\b\t\b~/rad\r"); /* no name, and a folder with the practice council in it */
	expect(w, "Rådet har inget namn.");
	expect(w, "~/rad");
	type(w, "\t\t\t\bMitt råd\r");
	expect(w, "är inte tom");
	type(w, "\t\b~/fjärran/bort\r");
	expect(w, "fjärran finns inte.");
	expect(w, "Mitt råd");
	assert_null(frame_next(w->frame));
	assert_int_equal(w->opens, 0);
	type(w, "\033k");
	expect(w, "Vad vill du göra?");
	expect(w, "Ingenting ändrades.");
}

/* Tab finds the folder; what is no council is refused and stays to be mended. */
static void one_that_is_there(void **state)
{
	struct world *w = *state;
	type(w, "jj\nra\t");
	expect(w, "~/rad/");
	type(w, "x\n");
	expect(w, "kan inte öppnas");
	expect(w, "Rådets mapp: ~/rad/x");
	type(w, "\b \n");
	expect(w, "Skriv mappens namn");
	type(w, "\b~/RA\t\n");
	assert_non_null(frame_next(w->frame));
	assert_string_equal(w->path + strlen(w->practice.folder), "/rad/");
}

static void figures_alone(void **state)
{
	struct world *w = *state;
	type(w, "jjj\n");
	assert_non_null(frame_next(w->frame));
	assert_true(w->without);
}

/* A folder that is away can be tried again, and again. */
static void trying_again(void **state)
{
	struct world *w = *state;
	char *path = mem_printf("%s/borta", w->practice.folder);
	begin(w, "Rådets mapp är borta.", path, true);
	expect(w, "Rådets mapp är borta.");
	type(w, "\n");
	expect(w, "Det går fortfarande inte att öppna mappen.");
	assert_null(frame_next(w->frame));
	assert_int_equal(access(path, F_OK), -1); /* nothing is made */
	assert_int_equal(rename(w->practice.path, path), 0);
	type(w, "\n");
	assert_non_null(frame_next(w->frame));
	assert_string_equal(w->path, path);
	free(path);
}

/* From the menu: Esc goes back to the pane one came from. First of all there is nowhere to go back to, and that is said. */
static void from_the_menu(void **state)
{
	struct world *w = *state;
	type(w, "\033");
	expect(w, "Välj en rad och tryck Enter. q lämnar Rådsbord.");
	type(w, "3");
	expect(w, "Tangenten 3 gör inget här. F1 visar vad som går.");
	begin(w, NULL, NULL, false);
	type(w, "3:annat råd\n");
	expect(w, "Vilket råd?");
	expect(w, "Esc tillbaka");
	type(w, "\033");
	expect(w, "Plan 2019");
	type(w, "\f");
	expect(w, "Vilken region?");
	type(w, "\033\033");
	expect(w, "Plan 2019");
	type(w, "4:riktigt\ndal\n");
	expect(w, "Nytt råd: Region Dalarna");
}

/* Who runs the frame without a start page is told so. */
static void without_a_host(void **state)
{
	struct world *w = *state;
	frame_free(&w->frame);
	w->frame = frame_new(w->practice.session, w->keymap, 0);
	type(w, "\v");
	expect(w, "Härifrån kan inget annat råd öppnas.");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_example), TEST(a_new_council), TEST(a_refused_council), TEST(one_that_is_there),
		TEST(figures_alone), TEST(trying_again), TEST(from_the_menu), TEST(without_a_host),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
