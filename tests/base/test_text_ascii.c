#include "radsbord/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static void test_ascii(void **state)
{
	/* Letters lose their marks, signs become the nearest ASCII, the rest a question mark. */
	static const char *const rows[][2] = {
		{"", ""},
		{"Rådsbord", "Radsbord"},
		{"ÅÄÖ åäö é ü æ ø ß ł Ž", "AAO aao e u a o s l Z"},
		{"a\u030A", "a"},
		{"9.00–15.30 · § 4 … ”ja”", "9.00-15.30 . S 4 . \"ja\""},
		{"10\u00A0587\u202F710", "10 587 710"},
		{"\u22124,5 ≥ 2 ≤ 3 × 4", "-4,5 > 2 < 3 x 4"},
		{"┌─┬─┐│└┘", "+-+-+|++"},
		{"██▌▏░", "##" "#|."},
		{"▁▂▃▄▅▆▇█", "_.-=+*%#"},
		{"漢", "??"},
		{"😀.", "??."},
		{"жук", "???"},
		{"a\x1b[m\xFF", "a?[m?"},
		{"a\nb\tc", "a b c"},
		{"\u202E", "?"},
		{"ǿ", "o"},
		{"→ ← ↑ ↓ ✓", "> < ^ v v"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct buf b = {0};

		text_to_ascii(&b, rows[i][0]);
		assert_string_equal(buf_cstr(&b), rows[i][1]);
		assert_int_equal(b.len, text_width(rows[i][0]));
		buf_release(&b);
	}
}

static void test_every_code_point(void **state)
{
	/* Whatever the code point, only printable ASCII comes out, as many as there are columns. */
	(void)state;
	for (uint32_t cp = 1; cp <= 0x10FFFF; cp++) {
		char s[5] = {0};
		struct buf b = {0};

		text_encode(cp, s);
		text_to_ascii(&b, s);
		if ((int)b.len != text_width(s))
			fail_msg("U+%04X: %s", cp, buf_cstr(&b));
		for (size_t i = 0; i < b.len; i++)
			if (b.data[i] < 0x20 || b.data[i] > 0x7E)
				fail_msg("U+%04X gives byte %d", cp, b.data[i]);
		buf_release(&b);
	}
}

static void test_marks_are_told_apart(void **state)
{
	/* What stands before a status: reached, partly, not reached, missing, unknown, done, late, here. */
	static const char *const marks[] = {"●", "◐", "▽", "○", "·", "✓", "!", "▸"};
	enum { MARKS = sizeof marks / sizeof *marks };
	char ascii[MARKS + 1] = "";

	(void)state;
	for (size_t i = 0; i < MARKS; i++) {
		struct buf b = {0};
		text_to_ascii(&b, marks[i]);
		assert_int_equal(b.len, 1);
		if (strchr(ascii, *buf_cstr(&b)))
			fail_msg("%s is %c, as another is", marks[i], *buf_cstr(&b));
		ascii[i] = *buf_cstr(&b);
		buf_release(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_marks_are_told_apart),
		cmocka_unit_test(test_ascii),
		cmocka_unit_test(test_every_code_point),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
