#include "radsbord/ui/edit.h"

#include <stdlib.h>
#include <string.h>

enum { TEXT_MOST = 1 << 20 };

void edit_init(struct edit *e, const char *text, bool multiline)
{
	*e = (struct edit){.multiline = multiline};
	buf_str(&e->text, text ? text : "");
	e->cursor = e->text.len;
}

void edit_release(struct edit *e)
{
	buf_release(&e->text);
}

/* ---- moving about in the text ------------------------------------------- */

static size_t line_start(const struct edit *e, size_t at)
{
	while (at > 0 && e->text.data[at - 1] != '\n')
		at--;
	return at;
}

static size_t line_end(const struct edit *e, size_t at)
{
	while (at < e->text.len && e->text.data[at] != '\n')
		at++;
	return at;
}

static size_t after(const struct edit *e, size_t at)
{
	return at < e->text.len ? at + text_grapheme(e->text.data + at, NULL) : at;
}

static size_t before(const struct edit *e, size_t at)
{
	size_t p, start;

	if (at == 0)
		return 0;
	start = line_start(e, at);
	if (start == at)
		return at - 1; /* the newline */
	for (p = start; after(e, p) < at; p = after(e, p))
		;
	return p;
}

static size_t word_before(const struct edit *e, size_t at)
{
	while (at > 0 && e->text.data[at - 1] == ' ')
		at--;
	while (at > 0 && e->text.data[at - 1] != ' ' && e->text.data[at - 1] != '\n')
		at--;
	return at;
}

static int columns(const struct edit *e, size_t from, size_t to)
{
	int width = 0, w;

	while (from < to) {
		from += text_grapheme(e->text.data + from, &w);
		width += w;
	}
	return width;
}

/* The place in a line, at most `end`, that is nearest before a column. */
static size_t at_column(const struct edit *e, size_t from, size_t end, int column)
{
	int used = 0, w;

	while (from < end) {
		size_t n = text_grapheme(e->text.data + from, &w);

		if (used + w > column)
			break;
		used += w;
		from += n;
	}
	return from;
}

/* ---- soft wrap ---------------------------------------------------------- */

/* A line as shown: its bytes (blanks at its end may hang out of sight), and where the next begins. */
struct line {
	size_t start, end, next;
	bool last;
};

static struct line wrap_line(const struct edit *e, size_t start, int width)
{
	size_t p = start, cut = 0;
	int used = 0, w;

	while (p < e->text.len && e->text.data[p] != '\n') {
		size_t n = text_grapheme(e->text.data + p, &w);

		if (e->text.data[p] == ' ') {
			cut = p + n;
		} else if (used + w > width && p > start) {
			p = cut ? cut : p;
			return (struct line){start, p, p, false};
		}
		used += w;
		p += n;
	}
	if (p < e->text.len)
		return (struct line){start, p, p + 1, false};
	return (struct line){start, p, p, true};
}

static int wrap_width(const struct edit *e)
{
	return e->width > 1 ? e->width - 1 : 1; /* the cursor stands after the last letter */
}

/* The line the cursor is on; its number in `*number`, the one before it in *above (the same when it is the first). */
static struct line cursor_line(const struct edit *e, int *number, struct line *above)
{
	struct line l = wrap_line(e, 0, wrap_width(e));

	*above = l;
	for (*number = 0; !l.last && e->cursor >= l.next; ++*number) {
		*above = l;
		l = wrap_line(e, l.next, wrap_width(e));
	}
	return l;
}

static bool move_line(struct edit *e, int by)
{
	struct line above, here, to;
	int number;

	if (!e->multiline)
		return false;
	here = cursor_line(e, &number, &above);
	if (by < 0 ? number == 0 : here.last)
		return false;
	to = by < 0 ? above : wrap_line(e, here.next, wrap_width(e));
	e->cursor = at_column(e, to.start, to.end, columns(e, here.start, e->cursor));
	/* The end of a wrapped line is the beginning of the next: stay on this one. */
	if (!to.last && e->cursor == to.next && e->cursor > to.start)
		e->cursor = before(e, e->cursor);
	return true;
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
	if (n > TEXT_MOST - e->text.len)
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
		cut(e, before(e, at), at);
		return true;
	case UI_KEY_DELETE:
	case UI_KEY_CTRL + 'D':
		cut(e, at, after(e, at));
		return true;
	case UI_KEY_CTRL + 'W':
		cut(e, word_before(e, at), at);
		return true;
	case UI_KEY_CTRL + 'U':
		cut(e, line_start(e, at), at);
		return true;
	case UI_KEY_CTRL + 'K':
		cut(e, at, line_end(e, at));
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
	switch (key) {
	case UI_KEY_LEFT:
		e->cursor = before(e, e->cursor);
		return true;
	case UI_KEY_RIGHT:
		e->cursor = after(e, e->cursor);
		return true;
	case UI_KEY_HOME:
	case UI_KEY_CTRL + 'A':
		e->cursor = line_start(e, e->cursor);
		return true;
	case UI_KEY_END:
	case UI_KEY_CTRL + 'E':
		e->cursor = line_end(e, e->cursor);
		return true;
	case UI_KEY_UP:
		return move_line(e, -1);
	case UI_KEY_DOWN:
		return move_line(e, 1);
	default:
		return change_key(e, key);
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

void edit_paste(struct edit *e, const char *text)
{
	struct buf b = {0};

	while (*text && b.len < TEXT_MOST - e->text.len) {
		size_t n = text_grapheme(text, NULL);

		if (*text == '\n' && e->multiline)
			buf_char(&b, '\n');
		else
			add_pasted(&b, text, n);
		text += n;
	}
	if (b.len > 0)
		insert(e, b.data, b.len);
	buf_release(&b);
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
	int at = columns(e, 0, e->cursor), room = r.width > 2 ? r.width - 2 : 0;
	size_t from;

	if (!focused)
		e->scroll = 0;
	else if (at < e->scroll)
		e->scroll = at;
	else if (at > e->scroll + room)
		e->scroll = at - room;
	from = at_column(e, 0, e->text.len, e->scroll);
	draw_slice(e, c, r.x, r.y, r.width, from, e->text.len);
	if (focused) {
		c->cursor_x = r.x + columns(e, from, e->cursor > from ? e->cursor : from);
		c->cursor_y = r.y;
	}
}

static void draw_several(struct edit *e, struct canvas *c, struct rect r, bool focused)
{
	struct line above, l;
	int number, y;

	l = cursor_line(e, &number, &above);
	if (number < e->scroll)
		e->scroll = number;
	if (number >= e->scroll + r.height)
		e->scroll = number - r.height + 1;
	if (focused) {
		int x = columns(e, l.start, e->cursor);

		c->cursor_x = r.x + (x < r.width ? x : r.width - 1);
		c->cursor_y = r.y + number - e->scroll;
	}
	l = wrap_line(e, 0, wrap_width(e));
	for (y = -e->scroll; y < r.height; y++) {
		if (y >= 0)
			draw_slice(e, c, r.x, r.y + y, r.width, l.start, l.end);
		if (l.last)
			break;
		l = wrap_line(e, l.next, wrap_width(e));
	}
}

void edit_draw(struct edit *e, struct canvas *c, struct rect r, bool focused)
{
	if (r.width <= 0 || r.height <= 0)
		return;
	e->width = r.width;
	canvas_fill(c, r, ROLE_INPUT);
	if (e->multiline)
		draw_several(e, c, r, focused);
	else
		draw_one(e, c, r, focused);
}
