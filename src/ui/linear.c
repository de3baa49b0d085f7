#include "radsbord/ui/linear.h"

#include <stdlib.h>
#include <string.h>

/* ---- a row of the canvas as a line ---------------------------------------- */

/* Lines, blocks and marks, which say in a picture what the words beside them say. */
static bool is_decoration(const char *text)
{
	uint32_t cp;

	if (text_decode(text, strlen(text), &cp) < 2)
		return false;
	return (cp >= 0x2500 && cp <= 0x25FF) || (cp >= 0x2700 && cp <= 0x27BF) || cp == 0x2039 || cp == 0x203A || cp == 0xB7;
}

static bool is_blank(const struct cell *cell)
{
	return strcmp(cell->text, " ") == 0 || is_decoration(cell->text);
}

static const struct cell *row_at(const struct canvas *c, int y)
{
	return &c->cells[(size_t)y * (size_t)c->width];
}

/* What stands for blanks between two words: in a text that is typed the blanks themselves. */
static void between(struct buf *out, bool field, bool field_before, int blanks)
{
	if (field && field_before)
		buf_fill(out, ' ', (size_t)blanks);
	else
		buf_str(out, field || blanks < 2 || strchr(":;.,?", out->data[out->len - 1]) ? " " : "; ");
}

/* The row with its decoration gone and one blank between words, "; " between columns. `only`: the cells of that role alone, ROLES: all.
 * `before`: as far as this column, every blank of a field kept; -1: all of it. */
static void line_of(const struct canvas *c, int y, enum role only, int before, struct buf *out)
{
	const struct cell *row = row_at(c, y);
	int end = before < 0 ? c->width : before, blanks = 0;
	bool in_field = false;
	size_t begin = out->len;

	for (int x = 0; x < end; x++) {
		bool left_out = only != ROLES && row[x].role != only;

		if (row[x].width == 0)
			continue;
		if (left_out || is_blank(&row[x])) {
			blanks++;
			continue;
		}
		if (out->len > begin && blanks)
			between(out, row[x].role == ROLE_INPUT, in_field, blanks);
		in_field = row[x].role == ROLE_INPUT;
		blanks = 0;
		buf_str(out, row[x].text);
	}
	/* what is typed may end with blanks */
	for (int x = end - 1; before >= 0 && x >= 0 && row[x].role == ROLE_INPUT && strcmp(row[x].text, " ") == 0; x--)
		buf_char(out, ' ');
}

/* The text as it is sent, owned; the buffer is empty after it. */
static char *sent(const struct linear *l, struct buf *b)
{
	struct buf ascii = {0};

	buf_str(b, "");
	if (!l->ascii)
		return buf_detach(b);
	text_to_ascii(&ascii, buf_cstr(b));
	buf_str(&ascii, "");
	buf_release(b);
	return buf_detach(&ascii);
}

static char *row_line(const struct linear *l, const struct canvas *c, int y)
{
	struct buf b = {0};

	line_of(c, y, ROLES, -1, &b);
	return sent(l, &b);
}

/* ---- what has the focus ---------------------------------------------------- */

struct focus {
	int first, rows;   /* of the canvas; none: rows 0 */
	char *text, *label;
	int cursor;
};

static bool has_role(const struct canvas *c, int y, enum role role)
{
	for (int x = 0; x < c->width; x++)
		if (row_at(c, y)[x].role == role)
			return true;
	return false;
}

static bool has_mark(const struct canvas *c, int y)
{
	for (int x = 0; x < 4 && x < c->width; x++)
		if (strcmp(row_at(c, y)[x].text, "▸") == 0)
			return true;
	return false;
}

/* What is typed: the row of the cursor, whole. */
static void typed(const struct linear *l, const struct canvas *c, struct focus *f)
{
	struct buf label = {0}, text = {0}, before = {0};
	int field = 0;

	while (field < c->cursor_x && row_at(c, c->cursor_y)[field].role != ROLE_INPUT)
		field++;
	line_of(c, c->cursor_y, ROLES, field, &label);
	line_of(c, c->cursor_y, ROLES, c->cursor_x, &before);
	line_of(c, c->cursor_y, ROLES, -1, &text);
	if (text.len < before.len) { /* blanks at the end */
		buf_clear(&text);
		buf_str(&text, buf_cstr(&before));
	}
	if (label.len && before.len == label.len)
		buf_char(&before, ' ');
	if (label.len && text.len == label.len)
		buf_char(&text, ' ');
	f->first = c->cursor_y;
	f->rows = 1;
	f->label = sent(l, &label);
	f->text = sent(l, &text);
	char *to_cursor = sent(l, &before);
	f->cursor = text_width(to_cursor);
	free(to_cursor);
}

/* The selected cells, row after row; or the row with the mark of where one is. */
static void selected(const struct linear *l, const struct canvas *c, struct focus *f)
{
	struct buf text = {0};

	for (int y = 0; y < c->height; y++) {
		if (!has_role(c, y, ROLE_SELECTED))
			continue;
		if (text.len)
			buf_char(&text, ' ');
		line_of(c, y, ROLE_SELECTED, -1, &text);
		if (f->rows == 0)
			f->first = y;
		f->rows = y - f->first + 1;
	}
	for (int y = 0; y < c->height && f->rows == 0; y++)
		if (has_mark(c, y)) {
			line_of(c, y, ROLES, -1, &text);
			f->first = y;
			f->rows = 1;
		}
	f->text = sent(l, &text);
}

static struct focus focus_of(const struct linear *l, const struct canvas *c)
{
	struct focus f = {0};

	if (c->cursor_x >= 0 && c->cursor_y >= 0 && c->cursor_y < c->height && c->cursor_x <= c->width)
		typed(l, c, &f);
	else
		selected(l, c, &f);
	return f;
}

/* ---- what is said ----------------------------------------------------------- */

/* Columns that two texts begin with in common. */
static int in_common(const char *a, const char *b)
{
	int columns = 0, width;
	size_t n;

	while (*a && (n = text_grapheme(a, &width)) > 0 && strncmp(a, b, n) == 0) {
		columns += width;
		a += n;
		b += n;
	}
	return columns;
}

/* Where a column of the text begins. */
static const char *at_column(const char *s, int column)
{
	int width;

	for (int at = 0; *s && at < column; at += width)
		s += text_grapheme(s, &width);
	return s;
}

static void back(struct buf *out, int columns)
{
	for (; columns > 0; columns--)
		buf_char(out, '\b');
}

/* Turns the line of the field as it was said into what it is now, where it stands: back, what is new, blanks over the rest, back. */
static void edit_line(const struct linear *l, const struct focus *f, struct buf *out)
{
	int was = text_width(l->focus), end = text_width(f->text), start = in_common(l->focus, f->text);

	if (strcmp(l->focus, f->text) == 0) /* the cursor alone has moved */
		start = was = end = f->cursor;
	start = start < l->cursor ? start : l->cursor;
	back(out, l->cursor - start);
	buf_add(out, at_column(f->text, start), (size_t)(at_column(f->text, end) - at_column(f->text, start)));
	for (; end < was; end++)
		buf_char(out, ' ');
	back(out, end - f->cursor);
}

static void say(struct linear *l, const char *line, struct buf *out)
{
	buf_str(out, "\r\n");
	buf_str(out, line);
	l->last = false;
}

static void say_focus(struct linear *l, const struct focus *f, struct buf *out)
{
	say(l, f->text, out);
	back(out, f->label ? text_width(f->text) - f->cursor : 0);
	l->last = true;
}

/* The same words, whatever stands between them. */
static bool same_words(const char *a, const char *b)
{
	for (;; a++, b++) {
		a += strspn(a, "; ");
		b += strspn(b, "; ");
		if (*a != *b || !*a)
			return *a == *b;
	}
}

/* The line was there before, or had the focus. */
static bool is_known(const struct linear *l, const char *line)
{
	for (size_t i = 0; i < l->shown.count; i++)
		if (strcmp(l->shown.items[i], line) == 0)
			return true;
	return l->focus && same_words(l->focus, line);
}

static void release_lines(struct linear_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++)
		free(lines->items[i]);
	free(lines->items);
	*lines = (struct linear_lines){0};
}

/* The same text is still typed, and its line is the last. */
static bool goes_on(const struct linear *l, const struct focus *f)
{
	return l->last && l->label && f->label && l->field == f->first && strcmp(l->label, f->label) == 0 &&
	       text_width(l->focus) < l->width && text_width(f->text) < l->width;
}

void linear_show(struct linear *l, const struct canvas *c, bool asked, struct buf *out)
{
	struct linear_lines now = {0};
	struct focus f = focus_of(l, c);
	size_t before = out->len;

	for (int y = 0; y < c->height; y++) {
		char *line = f.rows && y >= f.first && y < f.first + f.rows ? NULL : row_line(l, c, y);

		if (!line || !*line) {
			free(line);
			continue;
		}
		if (!is_known(l, line))
			say(l, line, out);
		now.items = mem_grow(now.items, now.count, &now.cap, sizeof *now.items);
		now.items[now.count++] = line;
	}
	bool said = out->len > before, same = l->focus && strcmp(l->focus, f.text) == 0;

	if (!said && goes_on(l, &f)) {
		if (!same || l->cursor != f.cursor)
			edit_line(l, &f, out);
	} else if (*f.text && (!same || !l->focus || (f.label && said) || (asked && !said))) {
		say_focus(l, &f, out);
	}
	release_lines(&l->shown);
	free(l->focus);
	free(l->label);
	l->shown = now;
	l->focus = f.text;
	l->label = f.label;
	l->field = f.first;
	l->cursor = f.cursor;
}

void linear_forget(struct linear *l)
{
	struct linear kept = {.width = l->width, .ascii = l->ascii};

	linear_release(l);
	*l = kept;
}

void linear_release(struct linear *l)
{
	release_lines(&l->shown);
	free(l->focus);
	free(l->label);
	*l = (struct linear){0};
}
