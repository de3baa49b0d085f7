#include "radsbord/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static void expect_order(const char *const *texts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < count; j++) {
			int want = (i > j) - (i < j), got = text_compare(texts[i], texts[j]);

			if ((got > 0) - (got < 0) != want)
				fail_msg("'%s' against '%s' gives %d", texts[i], texts[j], got);
		}
}

static void test_sort_regions(void **state)
{
	/* The order of the regions in the report's texts. */
	static const char *const regions[] = {
		"Blekinge",     "Dalarna",        "Gotland",      "Gävleborg",       "Halland",
		"Jämtland Härjedalen", "Jönköping", "Kalmar",     "Kronoberg",       "Norrbotten",
		"Skåne",        "Stockholm",      "Södermanland", "Uppsala",         "Värmland",
		"Västerbotten", "Västernorrland", "Västmanland",  "Västra Götaland", "Örebro",
		"Östergötland",
	};

	(void)state;
	expect_order(regions, sizeof regions / sizeof regions[0]);
}

static void test_sort_letters(void **state)
{
	/* The Swedish alphabet, with å ä ö last; blanks and signs before digits before letters. */
	static const char *const alphabet[] = {
		"",  " ", ":", "~", "!", "-", "§", "0", "9", "a", "b", "u", "v", "w", "x",
		"y", "z", "å", "ä", "ö", "α", "漢",
	};

	(void)state;
	expect_order(alphabet, sizeof alphabet / sizeof alphabet[0]);
}

static void test_sort_levels(void **state)
{
	/* Letters decide before diacritics, diacritics before case. */
	static const char *const words[] = {
		"ide",    "Ide",   "idé",    "Idé",    "idea",     "Muller", "Mya", "Mylla", "Müllar", "Myr",
		"Nära",   "nära a", "närb",  "ö",      "Ö",        "ø",      "öa",
	};

	(void)state;
	expect_order(words, sizeof words / sizeof words[0]);
}

static void test_sort_equal(void **state)
{
	/* The same text is the same key, however it is composed. */
	(void)state;
	assert_int_equal(text_compare("Åre", "A\u030Are"), 0);
	assert_int_equal(text_compare("10 000", "10\u00A0000"), 0);
	assert_int_equal(text_compare("Västra  Götaland", "Västra  Götaland"), 0);
}

static void test_sort_key_has_no_nul(void **state)
{
	/* A key may be compared with strcmp: no NUL, whatever the text. */
	(void)state;
	for (uint32_t cp = 1; cp <= 0x30000; cp++) {
		char s[5] = {0};
		struct buf b = {0};

		text_encode(cp, s);
		text_sort_key(&b, s);
		if (strlen(buf_cstr(&b)) != b.len)
			fail_msg("U+%04X", cp);
		buf_release(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sort_regions),
		cmocka_unit_test(test_sort_letters),
		cmocka_unit_test(test_sort_levels),
		cmocka_unit_test(test_sort_equal),
		cmocka_unit_test(test_sort_key_has_no_nul),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
