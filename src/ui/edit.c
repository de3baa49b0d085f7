#include "edit_local.h"

#include <stdlib.h>
#include <string.h>

void edit_init(struct edit *e, const char *text, bool multiline)
{
	*e = (struct edit){.multiline = multiline, .goal = -1};
	buf_str(&e->text, text ? text : "");
	e->cursor = e->text.len;
}

void edit_release(struct edit *e)
{
	buf_release(&e->text);
}

/* ---- changing it -------------------------------------------------------- */

static void cut(struct edit *e, size_t from, size_t to)
{
	memmove(e->text.data + from, e->text.data + to, e->text.len - to + 1);
	e->text.len -= to - from;
	e->cursor = from;
}

static void insert(struct edit *e, const char *s, size_t n)
{
	if (n > EDIT_MOST - e->text.len)
		return;
	buf_fill(&e->text, ' ', n); /* room */
	memmove(e->text.data + e->cursor + n, e->text.data + e->cursor, e->text.len - n - e->cursor);
	memcpy(e->text.data + e->cursor, s, n);
	e->cursor += n;
}

/* A mark typed after its letter becomes one letter with it. */
static void insert_code_point(struct edit *e, uint32_t cp)
{
	char utf8[4] = "";
	size_t at = e->cursor;
	uint32_t letter;

	while (at > 0 && ((unsigned char)e->text.data[--at] & 0xC0) == 0x80)
		;
	if (e->cursor > 0 && text_decode(e->text.data + at, e->cursor - at, &letter) == e->cursor - at &&
	    key_compose(letter, cp)) {
		cp = key_compose(letter, cp);
		cut(e, at, e->cursor);
	}
	insert(e, utf8, text_encode(cp, utf8));
}

static bool change_key(struct edit *e, ui_key key)
{
	size_t at = e->cursor;

	if (!e->text.data)
		buf_str(&e->text, "");
	switch (key) {
	case UI_KEY_BACKSPACE:
		cut(e, edit_before(e, at), at);
		return true;
	case UI_KEY_DELETE:
	case UI_KEY_CTRL + 'D':
		cut(e, at, edit_after(e, at));
		return true;
	case UI_KEY_CTRL + 'W':
		cut(e, edit_word_before(e, at), at);
		return true;
	case UI_KEY_CTRL + 'U':
		cut(e, edit_line_start(e, at), at);
		return true;
	case UI_KEY_CTRL + 'K':
		cut(e, at, edit_line_end(e, at));
		return true;
	case UI_KEY_ENTER:
		if (e->multiline)
			insert(e, "\n", 1);
		return e->multiline;
	default:
		if (key < ' ' || key >= KEYS_BASE || (key >= 0x7F && key < 0xA0))
			return false;
		insert_code_point(e, key);
		return true;
	}
}

bool edit_key(struct edit *e, ui_key key)
{
	size_t to = 0;

	switch (key) {
	case UI_KEY_UP:
	case UI_KEY_DOWN:
		return edit_move_line(e, key == UI_KEY_UP ? -1 : 1);
	case UI_KEY_PAGE_UP:
	case UI_KEY_PAGE_DOWN:
		return edit_move_page(e, key == UI_KEY_PAGE_UP ? -1 : 1);
	default:
		e->goal = -1;
		if (!edit_move_key(e, key, &to))
			return change_key(e, key);
		e->cursor = to;
		return true;
	}
}

/* One grapheme of a paste, composed, or nothing when it would show as a mark though it is none: soft hyphens,
 * zero-width and the like come along from Word and the web without being meant. */
static void add_pasted(struct buf *out, const char *s, size_t n)
{
	struct buf clean = {0};
	char *one = mem_strndup(s, n);
	const char *p;
	size_t start = out->len, used;
	uint32_t cp, letter = 0;

	text_sanitise(&clean, one, false);
	p = buf_cstr(&clean);
	if (strcmp(p, "\uFFFD") == 0 && strcmp(one, p) != 0)
		p = "";
	for (; *p; p += used) {
		char utf8[4];

		used = text_decode(p, strnlen(p, 4), &cp);
		if (letter && key_compose(letter, cp)) {
			cp = key_compose(letter, cp);
			out->len = start;
		}
		letter = out->len == start ? cp : 0;
		buf_add(out, utf8, text_encode(cp, utf8));
	}
	buf_release(&clean);
	free(one);
}

bool edit_paste(struct edit *e, const char *text)
{
	struct buf b = {0};
	bool fits;

	while (*text) {
		size_t n = text_grapheme(text, NULL);

		if (*text == '\n' && e->multiline)
			buf_char(&b, '\n');
		else
			add_pasted(&b, text, n);
		text += n;
	}
	fits = b.len <= EDIT_MOST - e->text.len;
	e->goal = -1;
	if (b.len > 0 && fits)
		insert(e, b.data, b.len);
	buf_release(&b);
	return fits;
}

void edit_set(struct edit *e, const char *text)
{
	buf_clear(&e->text);
	buf_str(&e->text, text);
	e->cursor = e->text.len;
	e->goal = -1;
}

char *edit_line(const struct edit *e)
{
	size_t start = edit_line_start(e, e->cursor);

	return mem_strndup(e->text.len ? e->text.data + start : "", edit_line_end(e, start) - start);
}

void edit_set_line(struct edit *e, const char *text)
{
	size_t start = edit_line_start(e, e->cursor);

	if (e->text.len)
		cut(e, start, edit_line_end(e, start));
	insert(e, text, strlen(text));
	e->goal = -1;
}

/* ---- drawing ------------------------------------------------------------ */

static void draw_slice(const struct edit *e, struct canvas *c, int x, int y, int width, size_t from, size_t to)
{
	char *s;

	while (to > from && e->text.data[to - 1] == ' ')
		to--;
	if (from == to)
		return;
	s = mem_strndup(e->text.data + from, to - from);
	canvas_text(c, x, y, width, ROLE_INPUT, s);
	free(s);
}

static void draw_one(struct edit *e, struct canvas *c, struct rect r, bool focused)
{
	int at = edit_columns(e, 0, e->cursor), room = r.width > 2 ? r.width - 2 : 0;
	int all = at + edit_columns(e, e->cursor, e->text.len), most = all > room ? all - room : 0;
	size_t from;

	if (!focused)
		e->scroll = 0;
	else if (at < e->scroll)
		e->scroll = at;
	else if (at > e->scroll + room)
		e->scroll = at - room;
	if (e->scroll > most) /* no room is left unused */
		e->scroll = most;
	from = edit_at_column(e, 0, e->text.len, e->scroll);
	draw_slice(e, c, r.x, r.y, r.width, from, e->text.len);
	if (focused) {
		c->cursor_x = r.x + edit_columns(e, from, e->cursor > from ? e->cursor : from);
		c->cursor_y = r.y;
	}
}

static void draw_several(struct edit *e, struct canvas *c, struct rect r, bool focused)
{
	struct edit_screen_line above, l;
	int number, y, rows;

	l = edit_cursor_line(e, &number, &above);
	if (number < e->scroll)
		e->scroll = number;
	if (number >= e->scroll + r.height)
		e->scroll = number - r.height + 1;
	rows = edit_rows(e, r.width, e->scroll + r.height);
	if (e->scroll > rows - r.height) /* no room is left unused */
		e->scroll = rows > r.height ? rows - r.height : 0;
	if (focused) {
		int x = edit_columns(e, l.start, e->cursor);

		c->cursor_x = r.x + (x < r.width ? x : r.width - 1);
		c->cursor_y = r.y + number - e->scroll;
	}
	l = edit_wrap_line(e, 0, edit_wrap_width(e));
	for (y = -e->scroll; y < r.height; y++) {
		if (y >= 0)
			draw_slice(e, c, r.x, r.y + y, r.width, l.start, l.end);
		if (l.last)
			break;
		l = edit_wrap_line(e, l.next, edit_wrap_width(e));
	}
}

void edit_draw(struct edit *e, struct canvas *c, struct rect r, bool focused)
{
	if (r.width <= 0 || r.height <= 0)
		return;
	e->width = r.width;
	e->height = r.height;
	canvas_fill(c, r, ROLE_INPUT);
	if (e->multiline)
		draw_several(e, c, r, focused);
	else
		draw_one(e, c, r, focused);
}
