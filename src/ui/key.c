#include "radsbord/ui/key.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <string.h>
#include <utf8proc.h>

/* `name` is what settings say, `shown` what people read; the first row of a key is the one that is shown. */
static const struct key_name {
	ui_key key;
	const char *name, *shown;
} names[] = {
    {UI_KEY_UP, "Up", "↑"},
    {UI_KEY_DOWN, "Down", "↓"},
    {UI_KEY_LEFT, "Left", "←"},
    {UI_KEY_RIGHT, "Right", "→"},
    {UI_KEY_HOME, "Home", N_("Home")},
    {UI_KEY_END, "End", N_("End")},
    {UI_KEY_PAGE_UP, "PgUp", N_("PgUp")},
    {UI_KEY_PAGE_UP, "PageUp", ""},
    {UI_KEY_PAGE_DOWN, "PgDn", N_("PgDn")},
    {UI_KEY_PAGE_DOWN, "PageDown", ""},
    {UI_KEY_INSERT, "Insert", N_("Ins")},
    {UI_KEY_INSERT, "Ins", ""},
    {UI_KEY_DELETE, "Delete", N_("Del")},
    {UI_KEY_DELETE, "Del", ""},
    {UI_KEY_BACKSPACE, "Backspace", N_("Backsteg")},
    {UI_KEY_BACKSPACE, "Backsteg", ""},
    {UI_KEY_ENTER, "Enter", N_("Enter")},
    {UI_KEY_TAB, "Tab", N_("Tab")},
    {UI_KEY_SHIFT_TAB, "Shift-Tab", N_("Skift-Tab")},
    {UI_KEY_SHIFT_TAB, "Skift-Tab", ""},
    {UI_KEY_ESCAPE, "Esc", N_("Esc")},
    {UI_KEY_ESCAPE, "Escape", ""},
    {UI_KEY_WORD_LEFT, "Ctrl-Left", "Ctrl-←"},
    {UI_KEY_WORD_RIGHT, "Ctrl-Right", "Ctrl-→"},
    {UI_KEY_TEXT_HOME, "Ctrl-Home", "Ctrl-Home"},
    {UI_KEY_TEXT_END, "Ctrl-End", "Ctrl-End"},
    {' ', "Space", N_("mellanslag")},
    {' ', "mellanslag", ""},
};
enum { NAMES = sizeof names / sizeof names[0] };

/* Names are ASCII, and are read in any case. */
static bool same(const char *a, const char *b)
{
	for (; *a && *b; a++, b++) {
		char x = *a >= 'A' && *a <= 'Z' ? (char)(*a + 32) : *a;
		char y = *b >= 'A' && *b <= 'Z' ? (char)(*b + 32) : *b;

		if (x != y)
			return false;
	}
	return *a == *b;
}

/* F1 to F12, or 0. */
static ui_key parse_function(const char *name)
{
	unsigned n = 0;

	if ((name[0] != 'F' && name[0] != 'f') || name[1] < '1' || name[1] > '9' || strlen(name) > 3)
		return 0;
	for (const char *p = name + 1; *p; p++) {
		if (*p < '0' || *p > '9')
			return 0;
		n = n * 10 + (unsigned)(*p - '0');
	}
	return n <= 12 ? UI_KEY_F1 + n - 1 : 0;
}

static ui_key parse_control(const char *name)
{
	char letter;

	if (strlen(name) != 6 || !((name[0] | 32) == 'c' && (name[1] | 32) == 't' && (name[2] | 32) == 'r' &&
				   (name[3] | 32) == 'l' && name[4] == '-'))
		return 0;
	letter = (char)(name[5] & ~32);
	return letter >= 'A' && letter <= 'Z' ? (ui_key)(UI_KEY_CTRL + letter) : 0;
}

ui_key key_parse(const char *name)
{
	uint32_t cp;
	size_t n = strlen(name);
	ui_key key;

	if (n == 0 || !text_is_utf8(name, n, NULL))
		return 0;
	if (text_decode(name, n, &cp) == n)
		return cp > ' ' && cp != 0x7F && (cp < 0x80 || cp > 0xA0) ? cp : 0;
	for (int i = 0; i < NAMES; i++)
		if (same(name, names[i].name))
			return names[i].key;
	key = parse_function(name);
	return key ? key : parse_control(name);
}

void key_format(struct buf *out, ui_key key)
{
	char utf8[5] = "";

	for (int i = 0; i < NAMES; i++) {
		if (names[i].key == key) {
			buf_str(out, _(names[i].shown));
			return;
		}
	}
	if (key >= UI_KEY_F1 && key <= UI_KEY_F12) {
		buf_printf(out, "F%u", (unsigned)(key - UI_KEY_F1 + 1));
	} else if (key >= UI_KEY_CTRL + 'A' && key <= UI_KEY_CTRL + 'Z') {
		buf_printf(out, _("Ctrl-%c"), (char)(key - UI_KEY_CTRL));
	} else if (key < KEYS_BASE) {
		text_encode(key, utf8);
		text_sanitise(out, utf8, false);
	} else {
		buf_char(out, '?');
	}
}

ui_key key_compose(ui_key base, uint32_t mark)
{
	utf8proc_int32_t both[4] = {(utf8proc_int32_t)base, (utf8proc_int32_t)mark};

	if (base < 'A' || base > 0x10FFFF || mark < 0x0300 || mark > 0x036F)
		return 0;
	return utf8proc_normalize_utf32(both, 2, UTF8PROC_COMPOSE) == 1 ? (ui_key)both[0] : 0;
}
