/* Keys as numbers: a Unicode code point, or one of KEY_*. Names as people write them in settings and help. */
#ifndef RADSBORD_UI_KEY_H
#define RADSBORD_UI_KEY_H

#include "radsbord/base/mem.h"

#include <stdint.h>

typedef uint32_t ui_key;
enum {
	KEYS_BASE = 0x110000,
	UI_KEY_UP,
	UI_KEY_DOWN,
	UI_KEY_LEFT,
	UI_KEY_RIGHT,
	UI_KEY_HOME,
	UI_KEY_END,
	UI_KEY_PAGE_UP,
	UI_KEY_PAGE_DOWN,
	UI_KEY_INSERT,
	UI_KEY_DELETE,
	UI_KEY_BACKSPACE,
	UI_KEY_ENTER,
	UI_KEY_TAB,
	UI_KEY_SHIFT_TAB,
	UI_KEY_ESCAPE,
	UI_KEY_F1,
	UI_KEY_F2,
	UI_KEY_F3,
	UI_KEY_F4,
	UI_KEY_F5,
	UI_KEY_F6,
	UI_KEY_F7,
	UI_KEY_F8,
	UI_KEY_F9,
	UI_KEY_F10,
	UI_KEY_F11,
	UI_KEY_F12,
	UI_KEY_WORD_LEFT, /* Ctrl or Alt and ←, → */
	UI_KEY_WORD_RIGHT,
	UI_KEY_TEXT_HOME, /* Ctrl-Home, Ctrl-End */
	UI_KEY_TEXT_END,
	UI_KEY_CTRL = 0x120000 /* UI_KEY_CTRL + 'A' .. 'Z' */
};
/* What a mouse did, where on the screen, from 0. Other buttons, moves and releases are nothing. */
enum mouse_act { MOUSE_NOTHING, MOUSE_CLICK, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };
struct mouse {
	enum mouse_act act;
	int x, y;
};
/* "Up", "F3", "Ctrl-F", "Space", "ö", "?" -> key; 0 when the name is unknown. A letter means itself: "g" and "G"
 * differ; names are read in any case. */
ui_key key_parse(const char *name);
/* For people, in Swedish: "↑", "F3", "Ctrl-F", "mellanslag", "Enter", "Esc". Appends. */
void key_format(struct buf *out, ui_key key);
/* A letter and a combining mark as one letter (a and U+030A: å); 0 when there is none. */
ui_key key_compose(ui_key base, uint32_t mark);

#endif
