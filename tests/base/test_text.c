#include "radsbord/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#define MARK "\uFFFD"

static void test_decode_valid(void **state)
{
	/* Every code point is encoded and decoded alike, surrogates apart. */
	(void)state;
	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		char bytes[4];
		uint32_t back;
		size_t n = text_encode(cp, bytes);

		assert_int_equal(text_decode(bytes, n, &back), n);
		if (back != (cp >= 0xD800 && cp <= 0xDFFF ? 0xFFFD : cp))
			fail_msg("U+%04X came back as U+%04X", cp, back);
	}
}

static void test_decode_invalid(void **state)
{
	/* Overlong forms, surrogates, too large values and broken sequences are one byte of U+FFFD. */
	static const char *const bad[] = {
		"\x80",         "\xBF",             "\xC0\x80",         "\xC1\xBF",     "\xC3",
		"\xC3(",        "\xE0\x80\x80",     "\xE0\x9F\xBF",     "\xE2\x82",     "\xED\xA0\x80",
		"\xED\xBF\xBF", "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
		"\xFE",         "\xFF",             "\xF0\x9F\x98",     "\xE2(\xA1",
	};
	uint32_t cp;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		size_t at = 99;

		cp = 0;
		assert_int_equal(text_decode(bad[i], strlen(bad[i]), &cp), 1);
		assert_int_equal(cp, 0xFFFD);
		assert_false(text_is_utf8(bad[i], strlen(bad[i]), &at));
		assert_int_equal(at, 0);
	}
	assert_int_equal(text_decode("", 0, &cp), 0);
	/* The length is obeyed: half a letter is no letter. */
	assert_int_equal(text_decode("å", 1, &cp), 1);
	assert_int_equal(cp, 0xFFFD);
}

static void test_is_utf8(void **state)
{
	/* The first bad byte is pointed out, and NUL is bad. */
	size_t at = 99;

	(void)state;
	assert_true(text_is_utf8("", 0, &at));
	assert_true(text_is_utf8("Rådsbord €😀", strlen("Rådsbord €😀"), NULL));
	assert_false(text_is_utf8("Räksm\xF6rg\xE5s", 11, &at));
	assert_int_equal(at, 6);
	assert_false(text_is_utf8("a\0b", 3, &at));
	assert_int_equal(at, 1);
	assert_false(text_is_utf8("ab\xC3", 3, NULL));
}

static void expect_safe(const char *s, const char *want)
{
	struct buf b = {0}, twice = {0};

	text_sanitise(&b, s, false);
	assert_string_equal(buf_cstr(&b), want);
	assert_int_equal(text_width(s), text_width(buf_cstr(&b)));
	text_sanitise(&twice, buf_cstr(&b), false);
	assert_string_equal(buf_cstr(&twice), want);
	buf_release(&b);
	buf_release(&twice);
}

static void test_sanitise_keeps_text(void **state)
{
	/* Ordinary text of any script passes unchanged. */
	static const char *const texts[] = {
		"",          "Rådsbord – åäö ÅÄÖ é ü", "10 587 710", "漢字かな",   "한국어",
		"ελληνικά",  "русский",                "😀 🏠",      "a\u030A",    "हिन्दी",
		"\u2764\uFE0F", "§ 41 … ▏█ ─┼",        "\uFFFD",     "\u0E19\u0E49",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		expect_safe(texts[i], texts[i]);
}

static void test_sanitise_controls(void **state)
{
	/* Nothing that drives a terminal gets through. */
	(void)state;
	expect_safe("a\x1b[2Jb", "a" MARK "[2Jb");
	expect_safe("a\x07\x08\x7F\r", "a" MARK MARK MARK MARK);
	expect_safe("\xC2\x80\xC2\x85\xC2\x9B" "31m", MARK MARK MARK "31m");
	expect_safe("a\nb\tc", "a b c");
	expect_safe("a\u2028b\u2029c", "a" MARK "b" MARK "c");
	expect_safe("\x9B" "31m", MARK "31m");
}

static void test_sanitise_invisible(void **state)
{
	/* What would reorder or hide text becomes visible. */
	static const uint32_t forbidden[] = {
		0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E,
		0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064,
		0x2065, 0x2066, 0x2067, 0x2068, 0x2069, 0x206A, 0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9,
		0xFFFA, 0xFFFB, 0xFFFE, 0xFFFF, 0x1D173, 0xE0000, 0xE0001, 0xE0020, 0xE0041, 0xE007F, 0x10FFFF,
	};

	(void)state;
	for (size_t i = 0; i < sizeof forbidden / sizeof forbidden[0]; i++) {
		char s[7] = "a";
		size_t n = 1 + text_encode(forbidden[i], s + 1);

		s[n] = 'b';
		assert_int_equal(text_width(s), 3);
		expect_safe(s, "a" MARK "b");
	}
	expect_safe("Inga\u202Eretsirb", "Inga" MARK "retsirb");
	expect_safe("👩\u200D👧", "👩" MARK "👧");
}

static void test_sanitise_bad_bytes(void **state)
{
	/* Each byte that is not UTF-8 is one mark. */
	(void)state;
	expect_safe("\xE5\xE4\xF6", MARK MARK MARK);
	expect_safe("a\x80z", "a" MARK "z");
	expect_safe("\xC0\xAF", MARK MARK);
	expect_safe("\xED\xA0\x80", MARK MARK MARK);
	expect_safe("\xF0\x9F\x98", MARK MARK MARK);
}

static void test_sanitise_combining(void **state)
{
	/* A base keeps four marks; a mark without a base stands by itself. */
	static const char ten[] = "e\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309x";

	(void)state;
	expect_safe(ten, "e\u0300\u0301\u0302\u0303x");
	assert_int_equal(text_width(ten), 2);
	expect_safe("\u0301a", MARK "a");
	expect_safe("\n\u0301a", " " MARK "a");
	expect_safe("\x1b\u0301a", MARK MARK "a");
	expect_safe("\xFF\u0301", MARK MARK);
	expect_safe("\uFE0F", MARK);
	expect_safe(" \u0301", " \u0301");
}

static void test_sanitise_newlines(void **state)
{
	/* Newlines stay when asked for; nothing attaches to them. */
	struct buf b = {0};

	(void)state;
	text_sanitise(&b, "a\n\nb\tc\r\n\u0301", true);
	assert_string_equal(buf_cstr(&b), "a\n\nb c" MARK "\n" MARK);
	buf_release(&b);
}

static void test_sanitise_any_bytes(void **state)
{
	/* Random bytes give valid text without control characters, of the promised width, once and for all. */
	uint32_t seed = 12345;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		char s[25];
		struct buf once = {0}, twice = {0}, ascii = {0};
		size_t n = (size_t)round % 24;

		for (size_t i = 0; i < n; i++) {
			seed = seed * 1664525 + 1013904223;
			s[i] = (char)(seed >> 24 ? seed >> 24 : 1);
			/* Make multi-byte characters and marks common. */
			if (i > 1 && (seed >> 8) % 3 == 0) {
				s[i - 1] = (char)0xCC;
				s[i] = (char)(0x80 | (seed >> 16 & 0x2F));
			}
		}
		s[n] = '\0';
		text_sanitise(&once, s, false);
		assert_true(text_is_utf8(buf_cstr(&once), once.len, NULL));
		for (size_t i = 0; i < once.len; i++)
			assert_true((unsigned char)once.data[i] >= 0x20 && once.data[i] != 0x7F);
		assert_int_equal(text_width(s), text_width(buf_cstr(&once)));
		text_sanitise(&twice, buf_cstr(&once), false);
		assert_string_equal(buf_cstr(&twice), buf_cstr(&once));
		text_to_ascii(&ascii, s);
		assert_int_equal(ascii.len, text_width(s));
		buf_release(&once);
		buf_release(&twice);
		buf_release(&ascii);
	}
}

static void test_width(void **state)
{
	/* Columns, not bytes and not code points. */
	(void)state;
	assert_int_equal(text_width(""), 0);
	assert_int_equal(text_width("Räksmörgås"), 10);
	assert_int_equal(text_width("Ra\u0308ksmo\u0308rga\u030As"), 10);
	assert_int_equal(text_width("漢字"), 4);
	assert_int_equal(text_width("😀"), 2);
	assert_int_equal(text_width("ＡＢ"), 4);
	assert_int_equal(text_width("1\u00A0000"), 5);
	assert_int_equal(text_width("\u1112\u1161\u11AB"), 2); /* a Hangul syllable in parts */
	assert_int_equal(text_width("…–•█"), 4);
}

static void expect_cluster(const char *s, size_t bytes, int width)
{
	int w = -1;

	assert_int_equal(text_grapheme(s, &w), bytes);
	assert_int_equal(w, width);
}

static void test_grapheme(void **state)
{
	/* A cluster is what one cell holds. */
	(void)state;
	expect_cluster("", 0, 0);
	expect_cluster("ab", 1, 1);
	expect_cluster("åb", 2, 1);
	expect_cluster("a\u030Ab", 3, 1);
	expect_cluster("漢\u0301x", 5, 2);
	expect_cluster("\u2764\uFE0Fx", 6, 1);
	expect_cluster("\n\u0301", 1, 1);
	expect_cluster("\u0301x", 2, 1);
	expect_cluster("\xE5x", 1, 1);
	expect_cluster("🇸🇪", 4, 1);
	assert_int_equal(text_grapheme("å", NULL), 2);
}

static void expect_clip(const char *s, int width, const char *want, int columns)
{
	struct buf b = {0};

	buf_str(&b, "|");
	assert_int_equal(text_clip(&b, s, width), columns);
	assert_string_equal(buf_cstr(&b) + 1, want);
	assert_int_equal(text_width(want), columns);
	buf_release(&b);
}

static void test_clip_in_the_middle(void **state)
{
	/* Beginning and end of what is too long, in whole signs and never wider than told. */
	static const struct { const char *s; int width; const char *want; } cases[] = {
		{"~/Rådsbord/Dalarna", 18, "~/Rådsbord/Dalarna"}, {"~/Rådsbord/Dalarna", 17, "~/Rådsbo…/Dalarna"}, {"~/Rådsbord/Dalarna", 4, "~/…a"},
		{"åäö", 2, "å…"}, {"åäö", 1, "…"}, {"åäö", 0, ""}, {"åäö", -1, ""}, {"漢字漢字", 7, "漢…字"}, {"", 3, ""},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf b = {0};
		int width = text_clip_middle(&b, cases[i].s, cases[i].width);
		assert_string_equal(buf_cstr(&b), cases[i].want);
		assert_int_equal(width, text_width(cases[i].want));
		buf_release(&b);
	}
}

static void test_clip(void **state)
{
	/* Text that fits is whole; text that is cut ends with an ellipsis within the width. */
	(void)state;
	expect_clip("Södermanland", 12, "Södermanland", 12);
	expect_clip("Södermanland", 11, "Södermanla…", 11);
	expect_clip("Södermanland", 2, "S…", 2);
	expect_clip("Södermanland", 1, "…", 1);
	expect_clip("Södermanland", 0, "", 0);
	expect_clip("Södermanland", -3, "", 0);
	expect_clip("", 5, "", 0);
	expect_clip("", 0, "", 0);
	expect_clip("o\u0308o\u0308o\u0308", 2, "o\u0308…", 2);
	expect_clip("漢字", 4, "漢字", 4);
	expect_clip("漢字", 3, "漢…", 3);
	expect_clip("漢字", 2, "…", 1);
	expect_clip("漢字", 1, "…", 1);
	expect_clip("a😀b", 3, "a…", 2);
	expect_clip("a\x1b[mb", 5, "a" MARK "[mb", 5);
	expect_clip("a\nb", 3, "a b", 3);
}

static void expect_pad(const char *s, int width, enum text_align align, const char *want)
{
	struct buf b = {0};

	text_pad(&b, s, width, align);
	assert_string_equal(buf_cstr(&b), want);
	assert_int_equal(text_width(want), width);
	buf_release(&b);
}

static void test_pad(void **state)
{
	/* A field is always exactly as wide as asked. */
	(void)state;
	expect_pad("åäö", 5, TEXT_LEFT, "åäö  ");
	expect_pad("åäö", 5, TEXT_RIGHT, "  åäö");
	expect_pad("åäö", 6, TEXT_CENTRE, " åäö  ");
	expect_pad("åäö", 3, TEXT_RIGHT, "åäö");
	expect_pad("åäö", 2, TEXT_LEFT, "å…");
	expect_pad("åäö", 2, TEXT_CENTRE, "å…");
	expect_pad("", 3, TEXT_CENTRE, "   ");
	expect_pad("åäö", 0, TEXT_RIGHT, "");
	expect_pad("漢字", 2, TEXT_LEFT, "… ");
	expect_pad("漢字", 2, TEXT_RIGHT, " …");
	expect_pad("😀", 3, TEXT_RIGHT, " 😀");
}

static void add_line(void *ctx, const char *s, size_t n)
{
	struct buf *b = ctx;

	buf_add(b, s, n);
	buf_char(b, '|');
}

static void expect_wrap(const char *s, int width, const char *want)
{
	struct buf b = {0};

	text_wrap(s, width, add_line, &b);
	assert_string_equal(buf_cstr(&b), want);
	buf_release(&b);
}

static void test_wrap(void **state)
{
	/* Lines break at blanks, keep paragraphs, and cut only words that are too long. */
	(void)state;
	expect_wrap("", 10, "|");
	expect_wrap("Rådet noterar ny tid.", 10, "Rådet|noterar ny|tid.|");
	expect_wrap("Rådet noterar ny tid.", 100, "Rådet noterar ny tid.|");
	expect_wrap("aaaa bbbb", 4, "aaaa|bbbb|");
	expect_wrap("aaaa    bbbb", 5, "aaaa|bbbb|");
	expect_wrap("ett\n\ntvå\n", 10, "ett||två||");
	expect_wrap("slutenvårdsplats", 6, "sluten|vårdsp|lats|");
	expect_wrap("en slutenvårdsplats", 6, "en|sluten|vårdsp|lats|");
	expect_wrap("  indrag kvar", 8, "  indrag|kvar|");
	expect_wrap("slut   ", 4, "slut|");
	expect_wrap("   ", 2, "|");
	expect_wrap("10\u00A0000 kr", 6, "10\u00A0000|kr|");
	expect_wrap("漢字漢字", 5, "漢字|漢字|");
	expect_wrap("漢字", 1, "漢|字|");
	expect_wrap("ab", 0, "a|b|");
	expect_wrap("a\u030Aa\u030A", 1, "a\u030A|a\u030A|");
}

static void test_capitalise(void **state)
{
	/* The first letter of a sentence, also after a quotation mark. */
	static const char *const rows[][2] = {
		{"", ""},           {"ärenden", "Ärenden"}, {"Redan", "Redan"}, {"”åh”", "”Åh”"},
		{"(se bilaga)", "(Se bilaga)"}, {"3 ärenden", "3 ärenden"}, {"\xE5r", "\xE5r"}, {"…", "…"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct buf b = {0};

		text_capitalise(&b, rows[i][0]);
		assert_string_equal(buf_cstr(&b), rows[i][1]);
		buf_release(&b);
	}
}

/* The text, sign by sign as text_grapheme divides it: its columns, and what text_sanitise would show with each sign alone. */
static int slowly(const char *s, struct buf *shown)
{
	int width = 0;

	while (*s) {
		int w;
		size_t n = text_grapheme(s, &w);
		char *one = mem_strndup(s, n);

		text_sanitise(shown, one, false);
		free(one);
		width += w;
		s += n;
	}
	return width;
}

static void test_plain_signs(void **state)
{
	/* Every sign up to U+2FF in every pair with what joins, what is wide, what is forbidden and what is plain: quickly gives what
	 * sign by sign gives, and cut and padded it takes the columns it should. */
	static const char *const after[] = {"", "a", "ö", "\u0308", "\u0308\u0301", "\u200d", "\t", "漢", "\xC3", "\x80", "\u00d7x"};

	(void)state;
	for (uint32_t cp = 1; cp < 0x300; cp++)
		for (size_t i = 0; i < sizeof after / sizeof *after; i++) {
			char text[64] = "åt ", sign[5] = "";
			struct buf slow = {0}, quick = {0}, cut = {0};
			int width;

			sign[text_encode(cp, sign)] = '\0';
			strcat(strcat(strcat(text, sign), after[i]), "z");
			width = slowly(text, &slow);
			text_sanitise(&quick, text, false);
			assert_string_equal(buf_cstr(&quick), buf_cstr(&slow));
			assert_int_equal(text_width(text), width);
			for (int most = 1; most <= width + 1; most++) {
				int used;

				buf_clear(&cut);
				used = text_clip(&cut, text, most);
				assert_true(used <= most && used == text_width(buf_cstr(&cut)));
				if (most >= width)
					assert_string_equal(buf_cstr(&cut), buf_cstr(&slow));
				else
					assert_true(used >= most - 1 && strstr(buf_cstr(&cut), "…"));
			}
			buf_release(&slow);
			buf_release(&quick);
			buf_release(&cut);
		}
}

static void test_plain_counts(void **state)
{
	/* The signs before the first that is something else, and one less when that joins the last. */
	static const struct {
		const char *text;
		size_t most, bytes, cells;
	} rows[] = {{"råd", 9, 4, 3}, {"råd", 2, 3, 2}, {"ra\u030Ad", 9, 1, 1}, {"å\u0301", 9, 0, 0}, {"a\tb", 9, 1, 1},
		    {"", 9, 0, 0},    {"–a", 9, 0, 0},  {"a–", 9, 0, 0},           {"a", 0, 0, 0}};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t cells, bytes = text_plain(rows[i].text, rows[i].most, &cells);

		assert_int_equal(bytes, rows[i].bytes);
		assert_int_equal(cells, rows[i].cells);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_decode_valid),
		cmocka_unit_test(test_decode_invalid),
		cmocka_unit_test(test_is_utf8),
		cmocka_unit_test(test_sanitise_keeps_text),
		cmocka_unit_test(test_sanitise_controls),
		cmocka_unit_test(test_sanitise_invisible),
		cmocka_unit_test(test_sanitise_bad_bytes),
		cmocka_unit_test(test_sanitise_combining),
		cmocka_unit_test(test_sanitise_newlines),
		cmocka_unit_test(test_sanitise_any_bytes),
		cmocka_unit_test(test_width),
		cmocka_unit_test(test_grapheme),
		cmocka_unit_test(test_clip),
		cmocka_unit_test(test_clip_in_the_middle),
		cmocka_unit_test(test_pad),
		cmocka_unit_test(test_wrap),
		cmocka_unit_test(test_plain_signs),
		cmocka_unit_test(test_plain_counts),
		cmocka_unit_test(test_capitalise),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
