/* How a list is drawn: which columns fit, which rows are seen. Only visible cells are asked for. */
#include "radsbord/base/language.h"
#include "radsbord/ui/list.h"

#include <stdlib.h>
#include <string.h>

enum { BETWEEN = 2, LINEAR_PAGE = 10, NARROWEST = 6 };

static int columns_width(const struct list_source *s, const bool *dropped)
{
	int width = -BETWEEN;

	for (size_t i = 0; i < s->columns_count; i++)
		if (!dropped[i])
			width += s->columns[i].width + BETWEEN;
	return width;
}

/* Leaves out columns by `drop` until the rest fits; the leftmost of two equals stays. */
static void drop_columns(const struct list_source *s, int width, bool *dropped)
{
	while (columns_width(s, dropped) > width) {
		size_t worst = s->columns_count;

		for (size_t i = 0; i < s->columns_count; i++)
			if (!dropped[i] && s->columns[i].drop > 0 &&
			    (worst == s->columns_count || s->columns[i].drop >= s->columns[worst].drop))
				worst = i;
		if (worst == s->columns_count)
			return;
		dropped[worst] = true;
	}
}

/* What the next flexible column of `flexible` gets of what is left; what is too much, the first ones give. */
static int share_of(int left, int flexible)
{
	return left >= 0 ? left / flexible : -((flexible - 1 - left) / flexible);
}

/* The width each column gets; 0 for one that is left out. Where the widths that are wished do not fit, the flexible ones give way, so
 * that nothing else is cut. `widths` is the caller's to free. */
static int *fit_columns(const struct list_source *s, int width)
{
	bool *dropped = mem_alloc(s->columns_count * sizeof *dropped);
	int *widths = mem_alloc(s->columns_count * sizeof *widths);
	int left, flexible = 0;

	drop_columns(s, width, dropped);
	left = width - columns_width(s, dropped);
	for (size_t i = 0; i < s->columns_count; i++)
		flexible += !dropped[i] && s->columns[i].flexible;
	for (size_t i = 0; i < s->columns_count; i++) {
		if (dropped[i])
			continue;
		widths[i] = s->columns[i].width;
		if (s->columns[i].flexible) {
			int share = share_of(left, flexible--);

			if (widths[i] + share < NARROWEST)
				share = widths[i] < NARROWEST ? 0 : NARROWEST - widths[i];
			widths[i] += share;
			left -= share;
		}
	}
	free(dropped);
	return widths;
}

/* The title of the column in `cell` of the line `r`. Sorted: a blank and the arrow after it, so that a "v" for an arrow is no letter of
 * the word, and a cell of the space beside the column goes with them. */
static void draw_title(const struct list *l, const struct list_column *column, bool sorted, struct canvas *c, struct rect r, struct rect cell)
{
	struct buf title = {0};
	int end = r.x + r.width;

	if (sorted) {
		int before = column->align == TEXT_RIGHT && cell.x > r.x;

		cell.x -= before;
		cell.width += before + (column->align != TEXT_RIGHT);
	}
	if (cell.width > end - cell.x)
		cell.width = end - cell.x;
	if (sorted) {
		text_clip(&title, column->title ? _(column->title) : "", cell.width - 2);
		buf_str(&title, l->sort_descending ? " ▼" : " ▲");
	} else {
		buf_str(&title, column->title ? _(column->title) : "");
	}
	canvas_aligned(c, cell.x, cell.y, cell.width, ROLE_MUTED, column->align, buf_cstr(&title));
	buf_release(&title);
}

static void draw_titles(const struct list *l, const struct list_source *s, const int *widths, struct canvas *c,
			struct rect r)
{
	int x = r.x;

	for (size_t i = 0; i < s->columns_count; i++) {
		if (widths[i] <= 0)
			continue;
		draw_title(l, &s->columns[i], (int)i == l->sort_column, c, r, (struct rect){x, r.y, widths[i], 1});
		x += widths[i] + BETWEEN;
	}
}

static void draw_row(const struct list_source *s, size_t row, const int *widths, struct canvas *c, struct rect r)
{
	int x = r.x;

	for (size_t i = 0; i < s->columns_count && x < r.x + r.width; i++) {
		struct list_cell cell = {0};
		int width = widths[i];

		if (width <= 0)
			continue;
		s->cell(s->ctx, row, i, &cell);
		if (width > r.x + r.width - x)
			width = r.x + r.width - x;
		canvas_aligned(c, x, r.y, width, cell.role, s->columns[i].align, cell.text);
		x += widths[i] + BETWEEN;
	}
}

/* The heading above the row at a position, in `out`; false when there is none. The first row seen always has its
 * own, so that one knows where one is. */
static bool heading_above(const struct list *l, const struct list_source *s, size_t position, size_t top,
			  struct buf *out)
{
	const char *text;
	struct buf before = {0};
	bool differs;

	if (!s->heading || l->sort_column >= 0)
		return false;
	if (position > top) {
		text = s->heading(s->ctx, l->order[position - 1]);
		buf_str(&before, text ? text : "");
	}
	text = s->heading(s->ctx, l->order[position]);
	differs = text && (position == top || strcmp(text, buf_cstr(&before)) != 0);
	if (differs && out) {
		buf_clear(out);
		buf_str(out, text);
	}
	buf_release(&before);
	return differs;
}

/* Lines from `top` to and with `last`, at most a few more than `most`. */
static int lines_between(const struct list *l, const struct list_source *s, size_t top, size_t last, int most)
{
	int lines = 0;

	for (size_t i = top; i <= last && lines <= most; i++)
		lines += 1 + heading_above(l, s, i, top, NULL);
	return lines;
}

/* Scrolls as little as is needed to see the cursor, and leaves no empty lines below while there are rows above. */
static void scroll(struct list *l, const struct list_source *s, int height)
{
	size_t rows = (size_t)height;

	if (l->cursor >= l->shown)
		l->cursor = l->shown - 1;
	if (l->top > l->cursor)
		l->top = l->cursor;
	if (l->cursor - l->top >= rows)
		l->top = l->cursor - rows + 1;
	while (l->top < l->cursor && lines_between(l, s, l->top, l->cursor, height) > height)
		l->top++;
	while (l->top > 0 && l->shown - l->top < rows &&
	       lines_between(l, s, l->top - 1, l->shown - 1, height) <= height)
		l->top--;
}

static void draw_rows(struct list *l, const struct list_source *s, const int *widths, struct canvas *c, struct rect r,
		      bool focused)
{
	struct buf heading = {0};
	int y = 0;

	l->page = 0;
	for (size_t i = l->top; i < l->shown && y < r.height; i++) {
		struct rect line = {r.x, r.y + y, r.width, 1};

		/* A cursor in a window one line high goes before its heading. */
		if (heading_above(l, s, i, l->top, &heading) && (r.height > 1 || i != l->cursor)) {
			canvas_text(c, line.x, line.y, line.width, ROLE_HEADING, buf_cstr(&heading));
			line.y++;
			if (++y >= r.height)
				break;
		}
		draw_row(s, l->order[i], widths, c, line);
		if (l->marked && l->marked[l->order[i]] && line.x > 0)
			canvas_text(c, line.x - 1, line.y, 1, ROLE_ACCENT, "*");
		if (i == l->cursor)
			canvas_role(c, line, focused ? ROLE_SELECTED : ROLE_SELECTED_MUTED);
		l->page++;
		y++;
	}
	buf_release(&heading);
}

static bool has_titles(const struct list_source *s)
{
	for (size_t i = 0; i < s->columns_count; i++)
		if (s->columns[i].title && *s->columns[i].title)
			return true;
	return false;
}

static void draw_nothing(const struct list *l, const struct list_source *s, struct canvas *c, struct rect r,
			 const char *empty)
{
	char *text = NULL;

	if (l->filter[0] && s->count > 0 && l->typing)
		text = mem_printf(_("Inget stämmer med ”%s”."), l->filter);
	else if (l->filter[0] && s->count > 0)
		text = mem_printf(_("Inget stämmer med ”%s”. Esc visar allt igen."), l->filter);
	canvas_wrapped(c, r, 0, ROLE_MUTED, text ? text : empty);
	free(text);
}

/* The filter, how many it shows and how it is lifted; where it is narrow the words go first, then how. */
static void draw_filter(const struct list *l, const struct list_source *s, struct canvas *c, struct rect r)
{
	char *count = list_is_looking(l) ? mem_strdup(_("letar …")) : mem_printf(_("%zu av %zu"), l->shown, s->count);
	char *told = mem_printf("%s  %s", count, _("Esc visar allt"));
	char *words = mem_printf(_("Filter: %s"), l->filter);
	bool room = !l->typing && text_width(told) + 12 <= r.width;
	int width = text_width(room ? told : count);

	canvas_aligned(c, r.x + r.width - width, r.y, width, ROLE_MUTED, TEXT_RIGHT, room ? told : count);
	if (room)
		canvas_text(c, r.x, r.y, r.width - width - 2, ROLE_ACCENT, words);
	free(count);
	free(told);
	free(words);
}

static const char *stop_after(const struct buf *b)
{
	return b->len && strchr(".!?…", b->data[b->len - 1]) ? " " : ". ";
}

/* The selected row as a sentence: each cell with its title, and which row it is. */
static void say_row(const struct list *l, const struct list_source *s, struct canvas *c, struct rect r)
{
	size_t row = l->order[l->cursor];
	struct buf b = {0}, heading = {0};

	for (size_t i = 0; i < s->columns_count; i++) {
		const char *title = s->columns[i].title ? _(s->columns[i].title) : "";
		struct list_cell cell = {0};

		s->cell(s->ctx, row, i, &cell);
		if (!cell.text || !cell.text[strspn(cell.text, " ")] || strcmp(cell.text, "–") == 0)
			continue;
		if (b.len)
			buf_printf(&b, "%s%s%s", stop_after(&b), title, *title ? ": " : "");
		buf_str(&b, cell.text + strspn(cell.text, " "));
	}
	if (s->heading && l->sort_column < 0 && s->heading(s->ctx, row))
		buf_str(&heading, s->heading(s->ctx, row));
	canvas_text(c, r.x, r.y, r.width, ROLE_HEADING, buf_cstr(&heading));
	buf_str(&b, stop_after(&b));
	buf_printf(&b, _("%zu av %zu"), l->cursor + 1, l->shown);
	canvas_text(c, r.x, r.y + (heading.len > 0), r.width, ROLE_SELECTED, buf_cstr(&b));
	buf_release(&b);
	buf_release(&heading);
}

bool list_has_more(const struct list *l)
{
	return l->top + (size_t)(l->page > 0 ? l->page : 0) < l->shown;
}

void list_draw(struct list *l, const struct list_source *s, struct canvas *c, struct rect r, bool focused,
	       const char *empty)
{
	int *widths;

	l->drawn = (struct rect){0};
	if (r.width <= 0 || r.height <= 0)
		return;
	if (c->linear) /* what is said once must be so */
		list_look_through(l, s);
	if (l->filter[0] && s->count > 0 && r.height > 2)
		draw_filter(l, s, c, (struct rect){r.x, r.y + --r.height, r.width, 1});
	if (l->shown == 0) {
		if (!list_is_looking(l))
			draw_nothing(l, s, c, r, empty);
		return;
	}
	if (c->linear) {
		l->page = LINEAR_PAGE;
		say_row(l, s, c, r);
		return;
	}
	widths = fit_columns(s, r.width);
	if (has_titles(s) && r.height > 2) {
		draw_titles(l, s, widths, c, r);
		r.y++;
		r.height--;
	}
	scroll(l, s, r.height);
	draw_rows(l, s, widths, c, r, focused);
	l->drawn = r;
	free(widths);
}

bool list_at(const struct list *l, const struct list_source *s, int x, int y, size_t *position)
{
	int at = l->drawn.y, end = l->drawn.y + l->drawn.height;

	if (x < l->drawn.x || x >= l->drawn.x + l->drawn.width)
		return false;
	for (size_t i = l->top; i < l->shown && at < end; i++, at++) {
		if (heading_above(l, s, i, l->top, NULL) && (l->drawn.height > 1 || i != l->cursor))
			at++;
		if (at == y && at < end) {
			*position = i;
			return true;
		}
	}
	return false;
}
