#include "ui_test.h"

#include "radsbord/ui/edit.h"

/* Types what UTF-8 text says, key by key. */
static void type(struct edit *e, const char *s)
{
	while (*s) {
		uint32_t cp;

		s += text_decode(s, strlen(s), &cp);
		assert_true(edit_key(e, cp == '\n' ? (ui_key)UI_KEY_ENTER : cp));
	}
}

static void assert_edit(struct edit *e, const char *text, size_t cursor)
{
	assert_string_equal(buf_cstr(&e->text), text);
	assert_int_equal(e->cursor, cursor);
}

/* Letters go in at the cursor; the cursor and Backspace move by what one sees as a letter. */
static void test_typing(void **state)
{
	struct edit e;

	(void)state;
	edit_init(&e, "ö", false);
	type(&e, "x\u0301a"); /* x with a mark that has no letter of its own */
	assert_edit(&e, "öx\u0301a", 6);
	edit_key(&e, UI_KEY_LEFT);
	edit_key(&e, UI_KEY_LEFT);
	assert_edit(&e, "öx\u0301a", 2);
	edit_key(&e, UI_KEY_DELETE);
	assert_edit(&e, "öa", 2);
	edit_key(&e, UI_KEY_BACKSPACE);
	edit_key(&e, UI_KEY_BACKSPACE);
	edit_key(&e, UI_KEY_LEFT);
	assert_edit(&e, "a", 0);
	edit_key(&e, UI_KEY_END);
	edit_key(&e, UI_KEY_DELETE);
	edit_key(&e, UI_KEY_RIGHT);
	assert_edit(&e, "a", 1);
	edit_release(&e);
}

/* A ring typed after its a becomes an å. */
static void test_marks_compose(void **state)
{
	struct edit e;

	(void)state;
	edit_init(&e, NULL, false);
	type(&e, "a\u030A");
	assert_edit(&e, "å", 2);
	type(&e, "\u030A");
	edit_release(&e);
}

/* A click goes to the letter that is drawn there, also where the text is scrolled or wrapped; beyond a line, to its end. */
static void test_click(void **state)
{
	struct edit e;
	struct canvas c;

	(void)state;
	canvas_init(&c, 10, 2);
	edit_init(&e, "", false);
	edit_click(&e, 3, 0);
	assert_int_equal(e.cursor, 0);
	edit_set(&e, "åäö 0123456789");
	edit_draw(&e, &c, (struct rect){0, 0, 10, 1}, true); /* from the letter at column 6 */
	edit_click(&e, 2, 0);
	assert_string_equal(e.text.data + e.cursor, "456789");
	edit_click(&e, 40, 0);
	assert_int_equal(e.cursor, e.text.len);
	edit_release(&e);
	edit_init(&e, "ett två tre fyra", true);
	edit_draw(&e, &c, (struct rect){0, 0, 10, 2}, true); /* ett två / tre fyra */
	edit_click(&e, 1, 1);
	assert_string_equal(e.text.data + e.cursor, "re fyra");
	edit_click(&e, 9, 0);
	assert_string_equal(e.text.data + e.cursor, " tre fyra");
	edit_click(&e, 0, 7);
	assert_string_equal(e.text.data + e.cursor, "tre fyra");
	edit_release(&e);
	canvas_release(&c);
}

/* The line keys of every editor. */
static void test_line_keys(void **state)
{
	struct edit e;

	(void)state;
	edit_init(&e, "ett två tre", false);
	edit_key(&e, UI_KEY_CTRL + 'W');
	assert_edit(&e, "ett två ", 9);
	edit_key(&e, UI_KEY_CTRL + 'W');
	assert_edit(&e, "ett ", 4);
	edit_key(&e, UI_KEY_HOME);
	edit_key(&e, UI_KEY_RIGHT);
	edit_key(&e, UI_KEY_CTRL + 'K');
	assert_edit(&e, "e", 1);
	edit_key(&e, UI_KEY_CTRL + 'U');
	assert_edit(&e, "", 0);
	edit_key(&e, UI_KEY_CTRL + 'W');
	edit_key(&e, UI_KEY_CTRL + 'K');
	edit_release(&e);
}

/* Keys that belong to the form are left to it. */
static void test_foreign_keys(void **state)
{
	static const ui_key keys[] = {UI_KEY_ENTER, UI_KEY_TAB,        UI_KEY_ESCAPE, UI_KEY_UP, UI_KEY_DOWN,
				      UI_KEY_F1,    UI_KEY_CTRL + 'S', 0x9B,          0};
	struct edit e;

	(void)state;
	edit_init(&e, "x", false);
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		assert_false(edit_key(&e, keys[i]));
	assert_edit(&e, "x", 1);
	edit_release(&e);
}

/* A paste from Word: no newlines in one line, no invisible characters, marks joined. */
static void test_paste(void **state)
{
	struct edit one, several;

	(void)state;
	edit_init(&one, "[]", false);
	edit_key(&one, UI_KEY_LEFT);
	edit_paste(&one, "a\u030Ar\nsam\u00ADordning\u200B\tx\033[31m\uFEFF");
	assert_edit(&one, "[år samordning x[31m]", strlen("[år samordning x[31m"));
	edit_init(&several, "", true);
	edit_paste(&several, "ett\ntvå\n");
	assert_edit(&several, "ett\ntvå\n", 9);
	edit_paste(&several, "");
	edit_release(&one);
	edit_release(&several);
}

static void assert_drawn(struct edit *e, int width, int height, const char *expected, int x, int y)
{
	struct canvas c;

	canvas_init(&c, width, height);
	edit_draw(e, &c, (struct rect){0, 0, width, height}, true);
	assert_canvas(&c, expected);
	assert_int_equal(c.cursor_x, x);
	assert_int_equal(c.cursor_y, y);
	assert_int_equal(role_at(&c, width - 1, height - 1), ROLE_INPUT);
	canvas_release(&c);
}

/* One line scrolls sideways so that the cursor is seen, and starts from its beginning without the focus. */
static void test_one_line_scrolls(void **state)
{
	struct edit e;
	struct canvas c;

	(void)state;
	edit_init(&e, "abcdefghijåäö", false);
	assert_drawn(&e, 6, 1, "jåäö\n", 4, 0);
	edit_key(&e, UI_KEY_HOME);
	assert_drawn(&e, 6, 1, "abcde…\n", 0, 0);
	canvas_init(&c, 6, 1);
	edit_key(&e, UI_KEY_END);
	edit_draw(&e, &c, (struct rect){0, 0, 6, 1}, false);
	assert_canvas(&c, "abcde…\n");
	assert_int_equal(c.cursor_x, -1);
	canvas_release(&c);
	edit_release(&e);
}

/* Several lines wrap at blanks, scroll, and the arrows go by the lines one sees. */
static void test_several_lines(void **state)
{
	struct edit e;

	(void)state;
	edit_init(&e, "", true);
	type(&e, "Rådet noterar ny tid.\nTvå");
	assert_drawn(&e, 9, 4, "Rådet\nnoterar\nny tid.\nTvå\n", 3, 3);
	assert_true(edit_key(&e, UI_KEY_UP));
	assert_drawn(&e, 9, 3, "Rådet\nnoterar\nny tid.\n", 3, 2);
	edit_key(&e, UI_KEY_UP);
	edit_key(&e, UI_KEY_UP);
	assert_drawn(&e, 9, 3, "Rådet\nnoterar\nny tid.\n", 3, 0);
	assert_false(edit_key(&e, UI_KEY_UP));
	edit_key(&e, UI_KEY_DOWN);
	edit_key(&e, UI_KEY_DOWN);
	edit_key(&e, UI_KEY_DOWN);
	assert_false(edit_key(&e, UI_KEY_DOWN));
	edit_key(&e, UI_KEY_HOME);
	edit_key(&e, UI_KEY_BACKSPACE);
	assert_string_equal(buf_cstr(&e.text), "Rådet noterar ny tid.Två");
	edit_release(&e);
}

/* Up and down keep to the column they began in, over lines that are shorter; a page is what is seen. */
static void test_lines_as_shown(void **state)
{
	struct edit e;

	(void)state;
	edit_init(&e, "ett två tre fyra\nfem\nsex sju åtta nio", true);
	e.width = 13; /* "ett två tre " "fyra" "fem" "sex sju åtta" "nio" */
	e.height = 3;
	e.cursor = strlen("ett två tr");
	edit_key(&e, UI_KEY_DOWN);
	assert_int_equal(e.cursor, strlen("ett två tre fyra"));
	edit_key(&e, UI_KEY_DOWN);
	edit_key(&e, UI_KEY_DOWN);
	assert_int_equal(e.cursor, strlen("ett två tre fyra\nfem\nsex sju åt"));
	edit_key(&e, UI_KEY_PAGE_UP);
	assert_int_equal(e.cursor, strlen("ett två tre fyra"));
	edit_key(&e, UI_KEY_PAGE_UP);
	assert_int_equal(e.cursor, strlen("ett två tr"));
	edit_key(&e, UI_KEY_PAGE_DOWN);
	edit_key(&e, UI_KEY_PAGE_DOWN);
	edit_key(&e, UI_KEY_LEFT); /* ends it */
	edit_key(&e, UI_KEY_UP);
	assert_int_equal(e.cursor, strlen("ett två tre fyra\nfem\nse"));
	edit_release(&e);
}

/* Home and End: of the line one sees, then of the one between newlines; with Ctrl of the whole. */
static void test_ends(void **state)
{
	struct edit e;

	(void)state;
	edit_init(&e, "noll\nett två tre fyra fem", true);
	e.width = 13;
	e.cursor = strlen("noll\nett två tre fy");
	edit_key(&e, UI_KEY_HOME);
	assert_int_equal(e.cursor, strlen("noll\nett två tre "));
	edit_key(&e, UI_KEY_HOME);
	assert_int_equal(e.cursor, strlen("noll\n"));
	edit_key(&e, UI_KEY_END);
	assert_int_equal(e.cursor, strlen("noll\nett två tre"));
	edit_key(&e, UI_KEY_END);
	assert_int_equal(e.cursor, e.text.len);
	edit_key(&e, UI_KEY_TEXT_HOME);
	assert_int_equal(e.cursor, 0);
	edit_key(&e, UI_KEY_TEXT_END);
	assert_int_equal(e.cursor, e.text.len);
	edit_release(&e);
}

/* When there is more room again, after a resize, all of it is used: the picture is the same however one got there. */
static void test_resized(void **state)
{
	struct edit one, several;
	struct canvas c;

	(void)state;
	edit_init(&one, "tolv tecken!", false);
	edit_init(&several, "ett\ntvå\ntre\nfyra", true);
	for (int width = 20; width > 5; width -= 7) {
		canvas_init(&c, width, 3);
		edit_draw(&one, &c, (struct rect){0, 0, width, 1}, true);
		edit_draw(&several, &c, (struct rect){0, 1, width, width == 20 ? 2 : 1}, true);
		canvas_release(&c);
	}
	canvas_init(&c, 14, 5);
	edit_draw(&one, &c, (struct rect){0, 0, 14, 1}, true);
	edit_draw(&several, &c, (struct rect){0, 1, 14, 4}, true);
	assert_canvas(&c, "tolv tecken!\nett\ntvå\ntre\nfyra\n");
	canvas_release(&c);
	edit_release(&one);
	edit_release(&several);
}

/* Word by word, over the ends of lines. */
static void test_words(void **state)
{
	struct edit e;

	(void)state;
	edit_init(&e, "ett  två\ntre", true);
	edit_key(&e, UI_KEY_WORD_LEFT);
	assert_int_equal(e.cursor, strlen("ett  två\n"));
	edit_key(&e, UI_KEY_WORD_LEFT);
	assert_int_equal(e.cursor, strlen("ett  "));
	edit_key(&e, UI_KEY_WORD_RIGHT);
	assert_int_equal(e.cursor, strlen("ett  två"));
	edit_key(&e, UI_KEY_WORD_RIGHT);
	edit_key(&e, UI_KEY_WORD_RIGHT);
	assert_int_equal(e.cursor, e.text.len);
	edit_release(&e);
}

/* The cursor is in sight wherever it is, also among signs of two columns and marks, and every line of a long text is reached. */
static void test_cursor_in_sight(void **state)
{
	struct edit e;
	struct canvas c;
	struct buf text = {0};

	(void)state;
	for (int i = 0; i < 40; i++)
		buf_str(&text, i % 3 ? "en rad som är längre än rutan \n" : "界界界 x\u0301å a\n\n");
	canvas_init(&c, 14, 4);
	edit_init(&e, buf_cstr(&text), true);
	for (int i = 0; i < 600; i++) {
		canvas_clear(&c);
		edit_draw(&e, &c, (struct rect){0, 0, 14, 4}, true);
		assert_in_range(c.cursor_x, 0, 13);
		assert_in_range(c.cursor_y, 0, 3);
		if (i < 300 ? !edit_key(&e, UI_KEY_UP) : !edit_key(&e, UI_KEY_LEFT))
			assert_true(e.cursor < 14);
	}
	assert_int_equal(edit_rows(&e, 14, 1000), 107);
	assert_int_equal(edit_rows(&e, 14, 5), 5);
	canvas_release(&c);
	edit_release(&e);
	buf_release(&text);
}

/* A very long paste is taken whole, or not at all and that is told. */
static void test_no_text_is_lost(void **state)
{
	struct edit e;
	size_t many = 5 << 20;
	char *text = mem_alloc(many + 1);

	(void)state;
	memset(text, 'x', many);
	edit_init(&e, "", true);
	assert_true(edit_paste(&e, text));
	assert_true(edit_paste(&e, text));
	assert_true(edit_paste(&e, text));
	assert_int_equal(e.text.len, 3 * many);
	assert_false(edit_paste(&e, text));
	assert_int_equal(e.text.len, 3 * many);
	free(text);
	edit_release(&e);
}

/* Any keys in any order in any width: the text stays UTF-8, the cursor within it and on the screen. */
static void test_random_keys(void **state)
{
	static const ui_key keys[] = {'a',
				      0xE5,
				      ' ',
				      ' ',
				      0x4F1A,
				      0x030A,
				      0x1F600,
				      UI_KEY_ENTER,
				      UI_KEY_LEFT,
				      UI_KEY_RIGHT,
				      UI_KEY_UP,
				      UI_KEY_DOWN,
				      UI_KEY_HOME,
				      UI_KEY_END,
				      UI_KEY_BACKSPACE,
				      UI_KEY_DELETE,
				      UI_KEY_CTRL + 'W',
				      'b',
				      'c',
				      'd',
				      0xF6};
	uint32_t seed = 3;
	struct edit e;

	(void)state;
	for (int multiline = 0; multiline < 2; multiline++) {
		edit_init(&e, "början", multiline);
		for (int i = 0; i < 20000; i++) {
			struct canvas c;
			int width, height;

			if (e.text.len > 300) {
				edit_release(&e);
				edit_init(&e, "början", multiline);
			}
			seed = seed * 1664525u + 1013904223u;
			edit_key(&e, keys[(seed >> 16) % (sizeof keys / sizeof keys[0])]);
			assert_true(e.cursor <= e.text.len);
			assert_int_equal(strlen(buf_cstr(&e.text)), e.text.len);
			assert_true(text_is_utf8(buf_cstr(&e.text), e.cursor, NULL));
			assert_true(text_is_utf8(buf_cstr(&e.text), e.text.len, NULL));
			width = 1 + (int)(seed >> 8) % 20;
			height = 1 + (int)(seed >> 4) % 4;
			canvas_init(&c, width, height);
			edit_draw(&e, &c, (struct rect){0, 0, width, height}, true);
			assert_in_range(c.cursor_y, 0, height - 1);
			if (width > 3)
				assert_in_range(c.cursor_x, 0, width - 1);
			canvas_release(&c);
		}
		edit_release(&e);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_typing),        cmocka_unit_test(test_marks_compose),
	    cmocka_unit_test(test_line_keys),     cmocka_unit_test(test_foreign_keys),
	    cmocka_unit_test(test_paste), cmocka_unit_test(test_click),         cmocka_unit_test(test_one_line_scrolls),
	    cmocka_unit_test(test_several_lines), cmocka_unit_test(test_lines_as_shown), cmocka_unit_test(test_ends), cmocka_unit_test(test_words), cmocka_unit_test(test_resized),
	    cmocka_unit_test(test_cursor_in_sight), cmocka_unit_test(test_no_text_is_lost), cmocka_unit_test(test_random_keys),
	};

	return TESTS(tests);
}
