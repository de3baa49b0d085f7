#include "ui_test.h"

#include "radsbord/ui/key.h"

static void assert_shown(const char *name, const char *shown)
{
	struct buf b = {0};

	assert_int_not_equal(key_parse(name), 0);
	key_format(&b, key_parse(name));
	assert_string_equal(buf_cstr(&b), shown);
	buf_release(&b);
}

/* Names as settings write them, and as people read them. */
static void test_names(void **state)
{
	(void)state;
	assert_shown("Up", "↑");
	assert_shown("pgdn", "PgDn");
	assert_shown("F1", "F1");
	assert_shown("F12", "F12");
	assert_shown("Ctrl-F", "Ctrl-F");
	assert_shown("ctrl-f", "Ctrl-F");
	assert_shown("Space", "mellanslag");
	assert_shown("ö", "ö");
	assert_shown("?", "?");
	assert_shown("Shift-Tab", "Skift-Tab");
	assert_shown("Esc", "Esc");
	assert_int_equal(key_parse("g"), 'g');
	assert_int_equal(key_parse("G"), 'G');
}

/* What is no key is refused, whatever it is. */
static void test_unknown_names(void **state)
{
	static const char *const names[] = {"",  "F0", "F13",  "F1x",  "F100", "Ctrl-", "Ctrl-1",   "Ctrl-AB", "Meta-x",
					    " ", "\n", "\033", "\177", "ab",   "\xFF",  "\xC2\x80", "åä"};

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		assert_int_equal(key_parse(names[i]), 0);
}

/* Every name that is shown for a key can be read back, except the arrows' signs. */
static void test_round_trip(void **state)
{
	(void)state;
	for (ui_key key = UI_KEY_HOME; key <= UI_KEY_F12; key++) {
		struct buf b = {0};

		key_format(&b, key);
		assert_int_equal(key_parse(buf_cstr(&b)), key);
		buf_release(&b);
	}
}

/* Letters and marks that belong together, and those that do not. */
static void test_compose(void **state)
{
	(void)state;
	assert_int_equal(key_compose('a', 0x030A), 0xE5);
	assert_int_equal(key_compose('O', 0x0308), 0xD6);
	assert_int_equal(key_compose('e', 0x0301), 0xE9);
	assert_int_equal(key_compose('a', 'b'), 0);
	assert_int_equal(key_compose('1', 0x030A), 0);
	assert_int_equal(key_compose(UI_KEY_UP, 0x030A), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_unknown_names),
	    cmocka_unit_test(test_round_trip),
	    cmocka_unit_test(test_compose),
	};

	return TESTS(tests);
}
