/* Where the cursor goes in a text, and how the text wraps. */
#include "edit_local.h"

size_t edit_line_start(const struct edit *e, size_t at)
{
	while (at > 0 && e->text.data[at - 1] != '\n')
		at--;
	return at;
}

size_t edit_line_end(const struct edit *e, size_t at)
{
	while (at < e->text.len && e->text.data[at] != '\n')
		at++;
	return at;
}

size_t edit_after(const struct edit *e, size_t at)
{
	return at < e->text.len ? at + text_grapheme(e->text.data + at, NULL) : at;
}

size_t edit_before(const struct edit *e, size_t at)
{
	size_t p, start;

	if (at == 0)
		return 0;
	start = edit_line_start(e, at);
	if (start == at)
		return at - 1; /* the newline */
	for (p = start; edit_after(e, p) < at; p = edit_after(e, p))
		;
	return p;
}

size_t edit_word_before(const struct edit *e, size_t at)
{
	while (at > 0 && e->text.data[at - 1] == ' ')
		at--;
	while (at > 0 && e->text.data[at - 1] != ' ' && e->text.data[at - 1] != '\n')
		at--;
	return at;
}

static bool blank(const struct edit *e, size_t at)
{
	return e->text.data[at] == ' ' || e->text.data[at] == '\n';
}

/* The beginning of this word, or of the one before; and after this one, or the next. */
static size_t word_left(const struct edit *e, size_t at)
{
	while (at > 0 && blank(e, at - 1))
		at--;
	while (at > 0 && !blank(e, at - 1))
		at--;
	return at;
}

static size_t word_right(const struct edit *e, size_t at)
{
	while (at < e->text.len && blank(e, at))
		at++;
	while (at < e->text.len && !blank(e, at))
		at++;
	return at;
}

int edit_columns(const struct edit *e, size_t from, size_t to)
{
	int width = 0, w;

	while (from < to) {
		from += text_grapheme(e->text.data + from, &w);
		width += w;
	}
	return width;
}

/* The place in a line, at most `end`, that is nearest before a column. */
size_t edit_at_column(const struct edit *e, size_t from, size_t end, int column)
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

struct edit_screen_line edit_wrap_line(const struct edit *e, size_t start, int width)
{
	size_t p = start, cut = 0;
	int used = 0, w;

	while (p < e->text.len && e->text.data[p] != '\n') {
		size_t n = text_grapheme(e->text.data + p, &w);

		if (e->text.data[p] == ' ') {
			cut = p + n;
		} else if (used + w > width && p > start) {
			p = cut ? cut : p;
			return (struct edit_screen_line){start, p, p, false};
		}
		used += w;
		p += n;
	}
	if (p < e->text.len)
		return (struct edit_screen_line){start, p, p + 1, false};
	return (struct edit_screen_line){start, p, p, true};
}

int edit_wrap_width(const struct edit *e)
{
	return e->width > 1 ? e->width - 1 : 1; /* the cursor stands after the last letter */
}

/* The line the cursor is on; its number in `*number`, the one before it in *above (the same when it is the first). */
struct edit_screen_line edit_cursor_line(const struct edit *e, int *number, struct edit_screen_line *above)
{
	struct edit_screen_line l = edit_wrap_line(e, 0, edit_wrap_width(e));

	*above = l;
	for (*number = 0; !l.last && e->cursor >= l.next; ++*number) {
		*above = l;
		l = edit_wrap_line(e, l.next, edit_wrap_width(e));
	}
	return l;
}

/* The end of a wrapped line is the beginning of the next: stay on this one. */
static void stay_on_line(struct edit *e, const struct edit_screen_line *l)
{
	if (!l->last && e->cursor == l->next && e->cursor > l->start)
		e->cursor = edit_before(e, e->cursor);
}

bool edit_move_line(struct edit *e, int by)
{
	struct edit_screen_line above, here, to;
	int number;

	if (!e->multiline)
		return false;
	here = edit_cursor_line(e, &number, &above);
	if (by < 0 ? number == 0 : here.last)
		return false;
	if (e->goal < 0)
		e->goal = edit_columns(e, here.start, e->cursor);
	to = by < 0 ? above : edit_wrap_line(e, here.next, edit_wrap_width(e));
	e->cursor = edit_at_column(e, to.start, to.end, e->goal);
	stay_on_line(e, &to);
	return true;
}

void edit_click(struct edit *e, int column, int row)
{
	struct edit_screen_line l = {0, e->text.len, e->text.len, true};

	e->goal = -1;
	if (e->multiline)
		l = edit_wrap_line(e, 0, edit_wrap_width(e));
	for (int i = e->scroll + row; e->multiline && i > 0 && !l.last; i--)
		l = edit_wrap_line(e, l.next, edit_wrap_width(e));
	e->cursor = edit_at_column(e, l.start, l.end, column + (e->multiline ? 0 : e->scroll));
	stay_on_line(e, &l);
}

/* As many lines as are seen, or as there are; false when there is none to go to. */
bool edit_move_page(struct edit *e, int by)
{
	bool moved = false;

	for (int i = 0; i < (e->height > 2 ? e->height - 1 : 1) && edit_move_line(e, by); i++)
		moved = true;
	return moved || e->multiline;
}

/* The beginning of the line one sees, then of the one between newlines; the end likewise. */
static size_t home(const struct edit *e)
{
	struct edit_screen_line above, here;
	int number;

	if (!e->multiline)
		return 0;
	here = edit_cursor_line(e, &number, &above);
	return e->cursor > here.start ? here.start : edit_line_start(e, e->cursor);
}

static size_t end(const struct edit *e)
{
	struct edit_screen_line above, here;
	size_t last;
	int number;

	if (!e->multiline)
		return e->text.len;
	here = edit_cursor_line(e, &number, &above);
	last = !here.last && here.end == here.next && here.end > here.start ? edit_before(e, here.end) : here.end;
	return e->cursor < last ? last : edit_line_end(e, e->cursor);
}

int edit_rows(const struct edit *e, int width, int most)
{
	struct edit_screen_line l = edit_wrap_line(e, 0, width > 1 ? width - 1 : 1);
	int rows = 1;

	for (; !l.last && rows < most; rows++)
		l = edit_wrap_line(e, l.next, width > 1 ? width - 1 : 1);
	return rows;
}

/* ---- keys that move ----------------------------------------------------- */

/* Where a key that only moves puts the cursor; false for other keys. */
bool edit_move_key(const struct edit *e, ui_key key, size_t *to)
{
	switch (key) {
	case UI_KEY_LEFT:
		*to = edit_before(e, e->cursor);
		return true;
	case UI_KEY_RIGHT:
		*to = edit_after(e, e->cursor);
		return true;
	case UI_KEY_WORD_LEFT:
		*to = word_left(e, e->cursor);
		return true;
	case UI_KEY_WORD_RIGHT:
		*to = word_right(e, e->cursor);
		return true;
	case UI_KEY_HOME:
		*to = home(e);
		return true;
	case UI_KEY_END:
		*to = end(e);
		return true;
	case UI_KEY_CTRL + 'A':
		*to = edit_line_start(e, e->cursor);
		return true;
	case UI_KEY_CTRL + 'E':
		*to = edit_line_end(e, e->cursor);
		return true;
	case UI_KEY_TEXT_HOME:
		*to = 0;
		return true;
	case UI_KEY_TEXT_END:
		*to = e->text.len;
		return true;
	default:
		return false;
	}
}
