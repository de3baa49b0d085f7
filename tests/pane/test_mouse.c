/* The mouse on the pages: what is clicked is what is meant, and without the setting nothing is. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static void act(struct stage *s, enum mouse_act what, int x, int y)
{
	frame_handle(s->frame, &(struct event){.type = EVENT_MOUSE, .mouse = {what, x, y}});
	canvas_clear(&s->canvas);
	frame_draw(s->frame, &s->canvas);
}

static int set_up(void **state)
{
	int result = stage_set_up(state);
	struct stage *s = *state;
	if (result == 0) {
		frame_set_look(s->frame, &(struct frame_look){.mouse = true}, NULL, NULL);
		stage_size(s, 80, 24);
		stage_press(s, '3');
	}
	return result;
}

/* Where a text stands on the screen. */
static void find(struct stage *s, const char *text, int *x, int *y)
{
	struct buf b = {0};
	stage_expect(s, text);
	canvas_dump(&s->canvas, &b);
	const char *at = strstr(buf_cstr(&b), text), *line = buf_cstr(&b);
	assert_non_null(at);
	*y = 0;
	for (const char *newline; (newline = strchr(line, '\n')) && newline < at; (*y)++)
		line = newline + 1;
	char *before = mem_strndup(line, (size_t)(at - line));
	*x = text_width(before);
	free(before);
	buf_release(&b);
}

static void click(struct stage *s, const char *text)
{
	int x, y;
	find(s, text, &x, &y);
	act(s, MOUSE_CLICK, x, y);
}

static enum role role_of(struct stage *s, const char *text)
{
	int x, y;
	find(s, text, &x, &y);
	return (enum role)s->canvas.cells[y * s->canvas.width + x].role;
}

/* A click on a row selects it, another soon after opens it; one that comes late does not. */
static void rows(void **state)
{
	struct stage *s = *state;
	click(s, "Delta i samarbetet");
	assert_int_equal(role_of(s, "Delta i samarbetet"), ROLE_SELECTED);
	s->practice.mono += 600;
	click(s, "Delta i samarbetet");
	stage_expect_not(s, "Esc tillbaka");
	s->practice.mono += 200;
	click(s, "Delta i samarbetet");
	stage_expect(s, "Esc tillbaka");
	stage_press(s, UI_KEY_ESCAPE);
	click(s, "Delta i samarbetet");
	click(s, "Vara mötesplats");
	stage_expect_not(s, "Esc tillbaka");
	assert_int_equal(role_of(s, "Vara mötesplats"), ROLE_SELECTED);
}

/* Tabs, keys of the bottom line, and rows of a menu. */
static void tabs_and_keys(void **state)
{
	struct stage *s = *state;
	click(s, "6 Rådet");
	stage_expect(s, "platser tillsatta");
	click(s, "3 Handlingsplan");
	stage_expect(s, "Plan 2019");
	click(s, "F1 hjälp");
	stage_expect(s, "Flytta:");
	click(s, "Esc tillbaka");
	click(s, "a ny");
	stage_expect(s, "Ctrl-S spara");
	click(s, "Esc avbryt");
	stage_expect(s, "Ingenting ändrades.");
	stage_press(s, 'V');
	click(s, "Inga färger");
	stage_expect(s, "Hur ska det se ut?");
	click(s, "Inga färger");
	stage_expect(s, "Inga färger.");
}

/* A click in a form puts the focus and the cursor there; buttons, choices and what is listed are pressed; what lies over a field is
 * before it. */
static void form_fields(void **state)
{
	struct stage *s = *state;
	int x, y;
	stage_type(s, "e");
	find(s, "Ordna utbildning", &x, &y);
	act(s, MOUSE_CLICK, x + 6, y);
	assert_int_equal(s->canvas.cursor_x, x + 6);
	assert_int_equal(s->canvas.cursor_y, y);
	stage_type(s, "X");
	stage_expect(s, "Ordna Xutbildning");
	click(s, "Ansvarig");
	assert_int_equal(role_of(s, "Ansvarig"), ROLE_HEADING);
	stage_type(s, "an");
	click(s, "Region Sörmland"); /* of the list, and not what it hides */
	stage_expect_not(s, "Strängnäs");
	assert_int_equal(role_of(s, "Ansvarig"), ROLE_HEADING);
	stage_expect(s, "Region Sörmland");
	click(s, "Status");
	stage_expect(s, "‹ löpande ›");
	find(s, "‹ löpande ›", &x, &y);
	act(s, MOUSE_CLICK, x, y);
	stage_expect_not(s, "‹ löpande ›");
	act(s, MOUSE_CLICK, x + 4, y); /* on the word nothing changes */
	click(s, "[ Avbryt ]");
	stage_expect(s, "Vad vill du göra?");
	click(s, "[ Fortsätt");
	click(s, "[ Spara ]");
	stage_expect(s, "Ordna Xutbildning");
	stage_expect_not(s, "[ Spara ]");
}

/* In a text of several lines, in one that is scrolled, and after their end. */
static void form_texts(void **state)
{
	struct stage *s = *state;
	int x, y;
	stage_size(s, 80, 40);
	stage_type(s, "3a");
	click(s, "Anteckning");
	stage_type(s, "ett\ntva\ntre");
	find(s, "tva", &x, &y);
	act(s, MOUSE_CLICK, x + 1, y);
	stage_type(s, "-");
	stage_expect(s, "t-va");
	act(s, MOUSE_CLICK, x + 30, y);
	stage_type(s, "!");
	stage_expect(s, "t-va!");
}

/* A link in the detail is followed, and a part of the page is opened by its name; where there is room for one name only, the next. */
static void links_and_parts(void **state)
{
	struct stage *s = *state;
	click(s, "Mål ");
	stage_expect(s, "[Mål]");
	click(s, "Åtgärder");
	stage_expect(s, "[Åtgärder]");
	stage_type(s, "2\n");
	click(s, "→ ");
	stage_expect(s, "›");
	stage_type(s, "\033\033" "3");
	click(s, "Planer");
	stage_expect(s, "[Planer]");
	stage_size(s, 60, 16);
	stage_expect(s, "5 av 6");
	click(s, "[Planer]");
	stage_expect(s, "6 av 6");
}

/* The wheel moves as the arrows do. */
static void wheel(void **state)
{
	struct stage *s = *state;
	act(s, MOUSE_WHEEL_DOWN, 5, 5);
	assert_int_equal(role_of(s, "Delta i samarbetet"), ROLE_SELECTED);
	act(s, MOUSE_WHEEL_UP, 5, 5);
	assert_int_equal(role_of(s, "Ordna utbildning"), ROLE_SELECTED);
	stage_press(s, '?');
	act(s, MOUSE_WHEEL_DOWN, 5, 5);
	act(s, MOUSE_WHEEL_DOWN, 5, 5);
	act(s, MOUSE_WHEEL_DOWN, 5, 5);
	stage_expect_not(s, "Upp en rad.");
}

/* Clicks that meet nothing, anywhere and outside, in every view: nothing happens, and nothing is read that is not there. */
static void nowhere(void **state)
{
	struct stage *s = *state;
	static const char *const views[] = {"1", "v", "v", "v", "v", "2", "4v", "5", "6", ":", "\033?", "\033/", "\033\0333e"};
	for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
		stage_type(s, views[i]);
		for (int y = -2; y < 22; y += 3)
			for (int x = -1; x < 120; x += 40)
				if (y != 1)
					act(s, MOUSE_CLICK, x, y);
		act(s, MOUSE_NOTHING, 3, 3);
	}
	stage_type(s, "\033\033\033" "3");
	stage_expect(s, "Plan 2019: 14 öppna");
}

/* Off, as it is from the beginning, it does nothing even if a terminal sends it. */
static void off(void **state)
{
	struct stage *s = *state;
	frame_set_look(s->frame, &(struct frame_look){.mouse = false}, NULL, NULL);
	click(s, "6 Rådet");
	act(s, MOUSE_WHEEL_DOWN, 5, 5);
	stage_expect(s, "Plan 2019");
	assert_int_equal(role_of(s, "Ordna utbildning"), ROLE_SELECTED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {TEST(rows), TEST(tabs_and_keys), TEST(form_fields), TEST(form_texts), TEST(links_and_parts), TEST(wheel), TEST(nowhere), TEST(off)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
