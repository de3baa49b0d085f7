#include "ui_test.h"

/* Text is cut with an ellipsis at its width and at the edge, and says how much it took. */
static void test_text_is_cut(void **state)
{
	struct canvas c;

	(void)state;
	canvas_init(&c, 10, 3);
	assert_int_equal(canvas_text(&c, 0, 0, 10, ROLE_TEXT, "Åtgärder"), 8);
	assert_int_equal(canvas_text(&c, 0, 1, 5, ROLE_TEXT, "Åtgärder"), 5);
	assert_int_equal(canvas_text(&c, 6, 2, 99, ROLE_TEXT, "Åtgärder"), 4);
	assert_canvas(&c, "Åtgärder\nÅtgä…\n      Åtg…\n");
	canvas_release(&c);
}

/* Nothing outside the grid is touched, wherever one writes. */
static void test_outside_is_ignored(void **state)
{
	struct canvas c;

	(void)state;
	canvas_init(&c, 6, 2);
	canvas_text(&c, 0, -1, 6, ROLE_TEXT, "x");
	canvas_text(&c, 0, 2, 6, ROLE_TEXT, "x");
	canvas_text(&c, 6, 0, 6, ROLE_TEXT, "x");
	canvas_text(&c, -3, 0, 9, ROLE_TEXT, "abcdefgh");
	canvas_text(&c, 0, 1, -5, ROLE_TEXT, "x");
	canvas_fill(&c, (struct rect){-5, -5, 3, 100}, ROLE_BAR);
	canvas_role(&c, (struct rect){4, 1, 100, 100}, ROLE_BAR);
	canvas_rule(&c, -2, 1, 4, ROLE_TEXT);
	canvas_rule(&c, 0, 7, 4, ROLE_TEXT);
	assert_canvas(&c, "defgh\n──\n");
	assert_int_equal(role_at(&c, 5, 1), ROLE_BAR);
	assert_int_equal(role_at(&c, 3, 1), ROLE_TEXT);
	canvas_release(&c);
}

/* A wide character is whole or not there at all. */
static void test_wide_characters(void **state)
{
	struct canvas c;

	(void)state;
	canvas_init(&c, 6, 3);
	canvas_text(&c, 0, 0, 6, ROLE_TEXT, "会議室");
	canvas_text(&c, 1, 0, 1, ROLE_TEXT, "x");
	canvas_text(&c, 4, 0, 1, ROLE_TEXT, "y");
	canvas_text(&c, 0, 1, 5, ROLE_TEXT, "会議室");
	canvas_text(&c, 0, 2, 6, ROLE_TEXT, "abcdef");
	canvas_text(&c, 2, 2, 2, ROLE_TEXT, "会");
	assert_canvas(&c, " x議y\n会議…\nab会ef\n");
	assert_int_equal(c.cells[12 + 3].width, 0);
	canvas_release(&c);
}

/* Control characters of a hostile text never reach a cell; marks stay with their letter. */
static void test_hostile_text(void **state)
{
	struct canvas c;

	(void)state;
	canvas_init(&c, 12, 2);
	canvas_text(&c, 0, 0, 12, ROLE_TEXT, "a\033[31mb\xC2\x9B");
	canvas_text(&c, 0, 1, 12, ROLE_TEXT, "a\u030A\u0301\u0302\u0303\u0304\u0305\u0306z\xFF");
	for (int i = 0; i < 24; i++)
		for (const char *p = c.cells[i].text; *p; p++)
			assert_true((unsigned char)*p >= 0x20 && *p != 0x7F);
	assert_string_equal(c.cells[12 + 1].text, "z");
	canvas_release(&c);
}

/* A canvas in ASCII holds nothing but ASCII, column for column. */
static void test_ascii(void **state)
{
	struct canvas c;

	(void)state;
	canvas_init(&c, 12, 4);
	c.ascii = true;
	canvas_text(&c, 0, 0, 12, ROLE_TEXT, "↑↓ välj – ö");
	canvas_text(&c, 0, 1, 5, ROLE_TEXT, "Åtgärder");
	canvas_rule(&c, 0, 2, 4, ROLE_TEXT);
	canvas_wrapped(&c, (struct rect){0, 3, 12, 1}, 1, ROLE_TEXT, "ett\ntvå år");
	assert_canvas(&c, "^v valj - o\nAtga.\n----\ntva ar\n");
	canvas_release(&c);
}

/* Right and centre, and a text that is too wide for either. */
static void test_aligned(void **state)
{
	struct canvas c;

	(void)state;
	canvas_init(&c, 9, 3);
	canvas_aligned(&c, 0, 0, 9, ROLE_TEXT, TEXT_RIGHT, "5,3");
	canvas_aligned(&c, 0, 1, 9, ROLE_TEXT, TEXT_CENTRE, "å");
	canvas_aligned(&c, 2, 2, 4, ROLE_TEXT, TEXT_RIGHT, "123456");
	assert_canvas(&c, "      5,3\n    å\n  123…\n");
	canvas_release(&c);
}

/* Wrapped text tells its whole height and can be scrolled. */
static void test_wrapped(void **state)
{
	struct canvas c;

	(void)state;
	canvas_init(&c, 10, 2);
	assert_int_equal(canvas_wrapped(&c, (struct rect){0, 0, 8, 2}, 1, ROLE_TEXT, "ett två\ntre fyra fem"), 3);
	assert_canvas(&c, "tre fyra\nfem\n");
	assert_int_equal(canvas_wrapped(&c, (struct rect){0, 0, 0, 2}, 0, ROLE_TEXT, "x"), 0);
	canvas_release(&c);
}

/* Formatted text of any length, and a canvas that is resized, cleared and has no size at all. */
static void test_printf_and_sizes(void **state)
{
	struct canvas c;
	char *long_text = mem_alloc(5000);

	(void)state;
	memset(long_text, 'a', 4999);
	canvas_init(&c, 8, 1);
	assert_int_equal(canvas_printf(&c, 0, 0, 8, ROLE_TEXT, "%s%d", long_text, 5), 8);
	assert_canvas(&c, "aaaaaaa…\n");
	c.cursor_x = c.cursor_y = 0;
	canvas_resize(&c, 3, 2);
	assert_canvas(&c, "\n\n");
	assert_int_equal(c.cursor_x, -1);
	canvas_resize(&c, -1, 5);
	canvas_text(&c, 0, 0, 5, ROLE_TEXT, "x");
	canvas_fill(&c, (struct rect){0, 0, 5, 5}, ROLE_TEXT);
	canvas_release(&c);
	free(long_text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_text_is_cut),     cmocka_unit_test(test_outside_is_ignored),
	    cmocka_unit_test(test_wide_characters), cmocka_unit_test(test_hostile_text),
	    cmocka_unit_test(test_ascii),           cmocka_unit_test(test_aligned),
	    cmocka_unit_test(test_wrapped),         cmocka_unit_test(test_printf_and_sizes),
	};

	return TESTS(tests);
}
