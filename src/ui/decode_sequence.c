/* The keys that terminals send as sequences: one table, since TERM is not to be trusted. */
#include "radsbord/ui/decode.h"

#include <string.h>

enum { ESC = 0x1B, DEL = 0x7F };

/* A letter that ends CSI or SS3. */
static ui_key letter_key(char c)
{
	switch (c) {
	case 'A':
		return UI_KEY_UP;
	case 'B':
		return UI_KEY_DOWN;
	case 'C':
		return UI_KEY_RIGHT;
	case 'D':
		return UI_KEY_LEFT;
	case 'H':
		return UI_KEY_HOME;
	case 'F':
		return UI_KEY_END;
	case 'P':
		return UI_KEY_F1;
	case 'Q':
		return UI_KEY_F2;
	case 'R':
		return UI_KEY_F3;
	case 'S':
		return UI_KEY_F4;
	case 'Z':
		return UI_KEY_SHIFT_TAB;
	default:
		return 0;
	}
}

/* With control or alt held, the keys that move in a text go further. */
static ui_key further_key(ui_key key, unsigned modifiers)
{
	static const struct {
		ui_key key, further;
	} keys[] = {{UI_KEY_LEFT, UI_KEY_WORD_LEFT}, {UI_KEY_RIGHT, UI_KEY_WORD_RIGHT}, {UI_KEY_HOME, UI_KEY_TEXT_HOME}, {UI_KEY_END, UI_KEY_TEXT_END}};

	for (size_t i = 0; modifiers && ((modifiers - 1) & 6) && i < sizeof keys / sizeof keys[0]; i++)
		if (keys[i].key == key)
			return keys[i].further;
	return key;
}

/* The number of CSI n ~. */
static ui_key tilde_key(unsigned n)
{
	static const ui_key keys[] = {
	    [1] = UI_KEY_HOME,      [2] = UI_KEY_INSERT, [3] = UI_KEY_DELETE, [4] = UI_KEY_END,  [5] = UI_KEY_PAGE_UP,
	    [6] = UI_KEY_PAGE_DOWN, [7] = UI_KEY_HOME,   [8] = UI_KEY_END,    [11] = UI_KEY_F1,  [12] = UI_KEY_F2,
	    [13] = UI_KEY_F3,       [14] = UI_KEY_F4,    [15] = UI_KEY_F5,    [17] = UI_KEY_F6,  [18] = UI_KEY_F7,
	    [19] = UI_KEY_F8,       [20] = UI_KEY_F9,    [21] = UI_KEY_F10,   [23] = UI_KEY_F11, [24] = UI_KEY_F12,
	};

	return n < sizeof keys / sizeof keys[0] ? keys[n] : 0;
}

/* A key sent as a code point with modifiers (CSI u, and xterm's modifyOtherKeys). */
static ui_key coded_key(unsigned code, unsigned modifiers)
{
	unsigned held = modifiers ? modifiers - 1 : 0; /* 1 shift, 2 alt, 4 control */

	if (code == '\t')
		return held & 1 ? UI_KEY_SHIFT_TAB : UI_KEY_TAB;
	if (code == '\r')
		return UI_KEY_ENTER;
	if (code == ESC)
		return UI_KEY_ESCAPE;
	if (code == DEL || code == '\b')
		return UI_KEY_BACKSPACE;
	if (held & 2)
		return 0;
	if (held & 4) {
		unsigned letter = code & ~32u;

		return letter >= 'A' && letter <= 'Z' ? UI_KEY_CTRL + letter : 0;
	}
	return (code >= ' ' && code < DEL) || (code >= 0xA0 && code < 0xD800) ? code : 0;
}

/* Numbers between ';'; returns how many (at most 3 are kept). Anything else ends a number. */
static int parameters(const char *s, size_t n, unsigned out[3])
{
	int count = 0;

	memset(out, 0, 3 * sizeof *out);
	for (size_t i = 0; i < n; i++) {
		if (s[i] == ';') {
			if (++count == 3)
				return count;
		} else if (s[i] >= '0' && s[i] <= '9' && out[count] < 0x110000) {
			out[count] = out[count] * 10 + (unsigned)(s[i] - '0');
		} else if (s[i] < '0' || s[i] > '9') {
			break;
		}
	}
	return count + (n > 0);
}

ui_key decode_sequence(const char *s, size_t n, char end, bool *pasting)
{
	unsigned p[3];
	int count = parameters(s, n, p);

	if (n > 0 && s[0] >= '<') /* a terminal's own reply, or a mouse */
		return 0;
	if (end == '~') {
		if (p[0] == 200 && pasting)
			*pasting = true;
		return p[0] == 27 && count == 3 ? coded_key(p[2], p[1]) : further_key(tilde_key(p[0]), p[1]);
	}
	if (end == 'u')
		return coded_key(p[0], p[1]);
	if (end == 'R' && count > 0 && p[0] != 1) /* where the cursor is, not F3 */
		return 0;
	return further_key(letter_key(end), p[1]);
}

/* ---- the mouse ------------------------------------------------------------ */

enum { HELD = 4 | 8 | 16, MOVED = 32, WHEEL = 64, MOUSE_FAR = 10000 };

/* Button and place, counted from 1; keys held meanwhile make no difference. */
static struct mouse mouse(unsigned button, unsigned column, unsigned row)
{
	struct mouse m = {.x = (int)column - 1, .y = (int)row - 1};

	button &= ~(unsigned)HELD;
	if (column == 0 || row == 0 || column > MOUSE_FAR || row > MOUSE_FAR || (button & MOVED))
		return (struct mouse){0};
	m.act = button == 0 ? MOUSE_CLICK : button == WHEEL ? MOUSE_WHEEL_UP : button == WHEEL + 1 ? MOUSE_WHEEL_DOWN : MOUSE_NOTHING;
	return m.act == MOUSE_NOTHING ? (struct mouse){0} : m;
}

struct mouse decode_mouse_sgr(const char *s, size_t n, char end)
{
	unsigned p[3];

	if (n == 0 || s[0] != '<' || end != 'M' || parameters(s + 1, n - 1, p) != 3)
		return (struct mouse){0};
	return mouse(p[0], p[1], p[2]);
}

struct mouse decode_mouse_bytes(const char bytes[3])
{
	unsigned char b = (unsigned char)bytes[0], x = (unsigned char)bytes[1], y = (unsigned char)bytes[2];

	if (b < 32 || x < 33 || y < 33)
		return (struct mouse){0};
	return mouse(b - 32U, x - 32U, y - 32U);
}
