/* The mouse, for whoever wants it: a click selects a row, opens a page or a part of it, follows a link, goes to a field or presses a
 * key of the bottom line, a double click opens, the wheel goes up and down. All of it is keys; nothing can be done with the mouse alone. */
#include "pane.h"

#include <stdlib.h>
#include <string.h>

enum { DOUBLE_MS = 500, WHEEL_ROWS = 3 };

static int64_t now_ms(const struct frame *f)
{
	const struct clock *c = session_clock(f->session);
	return c->mono_ms(c->ctx);
}

/* The key that a word of the bottom line names; 0 when it is none, as the two arrows of "↑↓ välj". */
static ui_key key_named(const char *word)
{
	uint32_t cp;
	size_t n = text_decode(word, strlen(word), &cp);
	bool arrow = cp >= 0x2190 && cp <= 0x2193;
	return word[0] && !word[n] && !arrow ? cp : key_parse(word);
}

/* The key of the item at a column of the bottom line. */
static ui_key key_at(const char *line, int column)
{
	int from = 0;
	ui_key key = 0;
	for (char *item; (item = keys_next(&line)); free(item)) {
		int width = text_width(item);
		bool here = column >= from && column < from + width;
		item[strcspn(item, " ")] = '\0';
		if (here)
			key = key_named(item);
		from += width + 2;
	}
	return key;
}

/* The page whose tab is there. */
static bool click_tab(struct frame *f, int x, int y)
{
	for (int i = 0; i < PANES; i++)
		if (f->drawn.tabs[i].width && rect_has(&f->drawn.tabs[i], x, y)) {
			if (f->mode == MODE_LIST || f->mode == MODE_DETAIL)
				frame_command(f, pane_classes[i]->command);
			return true;
		}
	return false;
}

/* The part whose name is there; where only that of the open one stands, the next. */
static bool click_part(struct frame *f, int x, int y)
{
	int part = -1, seen = 0;
	for (int i = 0; i < PANE_PARTS; i++) {
		seen += f->drawn.parts[i].width > 0;
		if (rect_has(&f->drawn.parts[i], x, y))
			part = i;
	}
	if (part < 0)
		return false;
	if (f->mode == MODE_LIST || f->mode == MODE_DETAIL)
		frame_step_part(f, seen > 1 ? part - frame_pane(f)->part : 1);
	return true;
}

/* The row that is there becomes the selected one; the same again soon after opens it. */
static void click_row(struct frame *f, struct list *l, const struct list_source *s, int x, int y)
{
	size_t position;
	if (!list_at(l, s, x, y, &position))
		return;
	bool again = f->clicked.row && f->clicked.position == position && l->cursor == position && now_ms(f) - f->clicked.at_ms <= DOUBLE_MS;
	f->clicked = (struct clicked){.row = !again, .position = position, .at_ms = now_ms(f)};
	l->cursor = position;
	if (again)
		frame_key(f, UI_KEY_ENTER);
}

static void click(struct frame *f, int x, int y)
{
	struct pane *p = frame_pane(f);
	if (click_tab(f, x, y) || click_part(f, x, y))
		return;
	if (y == f->drawn.height - 1) {
		ui_key key = key_at(f->drawn.keys, x - 1);
		if (key)
			frame_key(f, key);
	} else if (f->mode == MODE_DETAIL && detail_click(&f->detail, x, y)) {
		frame_command(f, COMMAND_OPEN);
	} else if (f->mode == MODE_FORM) {
		ui_key key = form_click(&f->record_form.form, x, y);
		if (key)
			frame_key(f, key);
	} else if (f->mode == MODE_LIST) {
		click_row(f, &p->list, &p->source, x, y);
	} else if (f->mode == MODE_PICK) {
		struct list_source s = modal_pick_source(&f->pick);
		click_row(f, &f->pick.list, &s, x, y);
	}
}

void mouse_handle(struct frame *f, const struct mouse *m)
{
	if (!f->look.mouse)
		return;
	if (m->act == MOUSE_CLICK) {
		f->message[0] = '\0';
		click(f, m->x, m->y);
		return;
	}
	f->clicked.row = false;
	/* in a form each step is a field */
	for (int i = 0; i < (f->mode == MODE_FORM ? 1 : WHEEL_ROWS); i++)
		frame_key(f, m->act == MOUSE_WHEEL_UP ? UI_KEY_UP : UI_KEY_DOWN);
}
