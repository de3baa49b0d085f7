#include "radsbord/base/language.h"
#include "radsbord/ui/figures.h"

#include <string.h>

enum { EIGHTHS = 8, GAP = 1, BAR_LEAST = 8, MARK_WIDTH = 2 };

/* Where the columns of a figure stand: before the labels a mark for what is emphasised; the value column is right-aligned. */
struct columns {
	int mark, label, bar, bar_width, value, value_width;
};

static const char *value_text(const struct figure_bar *item)
{
	if (!num_known(item->value))
		return _("okänt");
	return item->text ? item->text : "";
}

static int at_most(int a, int b)
{
	return a < b ? a : b;
}

static struct columns fit(struct rect r, const struct figure_bars *f)
{
	struct columns c = {.mark = r.x};
	int label_width = 0, room;
	bool marked = false;

	for (size_t i = 0; i < f->count; i++) {
		int label = text_width(f->items[i].label), value = text_width(value_text(&f->items[i]));

		label_width = label > label_width ? label : label_width;
		c.value_width = value > c.value_width ? value : c.value_width;
		marked = marked || f->items[i].emphasised;
	}
	c.label = r.x + (marked ? MARK_WIDTH : 0);
	c.value_width = at_most(c.value_width, r.width / 3);
	room = r.width - (c.label - r.x) - c.value_width - 2 * GAP - BAR_LEAST;
	label_width = at_most(label_width, room > 0 ? room : 0);
	c.bar = c.label + label_width + GAP;
	c.value = r.x + r.width - c.value_width;
	c.bar_width = c.value - GAP - c.bar;
	return c;
}

/* Eighth blocks grow from the left; what begins inside a cell is drawn as its right half or not at all. */
static const char *block(int from, int to, bool ascii)
{
	static const char *const lefts[EIGHTHS + 1] = {" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};

	if (from < 0)
		from = 0;
	if (to > EIGHTHS)
		to = EIGHTHS;
	if (to <= from)
		return " ";
	if (ascii)
		return "#";
	if (from == 0)
		return lefts[to];
	if (to == EIGHTHS)
		return from < EIGHTHS / 2 ? "█" : "▐";
	return "▌";
}

static void draw_bar(struct canvas *c, const struct columns *at, int y, const struct figure_span *span, enum role role)
{
	for (int x = 0; x < at->bar_width; x++) {
		const char *s = block(span->from - x * EIGHTHS, span->to - x * EIGHTHS, c->ascii);

		if (strcmp(s, " ") != 0)
			canvas_text(c, at->bar + x, y, 1, role, s);
	}
}

static void draw_target(struct canvas *c, const struct columns *at, int y, int eighths)
{
	if (eighths < 0)
		return;
	canvas_text(c, at->bar + at_most(eighths / EIGHTHS, at->bar_width - 1), y, 1, ROLE_TARGET, "│");
}

/* A line a bar: what it is of, and its value; that of the place we stand in has the focus. */
static int say_bars(struct canvas *c, struct rect r, const struct figure_bars *f, size_t top)
{
	int shown = 0;

	for (size_t i = top; i < f->count && shown < r.height; i++, shown++)
		canvas_printf(c, r.x, r.y + shown, r.width, f->items[i].emphasised ? ROLE_SELECTED : ROLE_TEXT, "%s: %s",
			      f->items[i].label, value_text(&f->items[i]));
	return shown;
}

int figures_draw_bars(struct canvas *c, struct rect r, const struct figure_bars *f, size_t top)
{
	struct columns at = fit(r, f);
	int shown = 0;

	if (c->linear)
		return say_bars(c, r, f, top);
	if (at.bar_width <= 0)
		return 0;
	for (size_t i = top; i < f->count && shown < r.height; i++, shown++) {
		const struct figure_bar *item = &f->items[i];
		struct figure_span span = figure_bar_span(f, i, at.bar_width);
		int y = r.y + shown;

		if (item->emphasised) /* told by more than its colour */
			canvas_text(c, at.mark, y, 1, ROLE_ACCENT, "▸");
		canvas_text(c, at.label, y, at.bar - GAP - at.label, item->emphasised ? ROLE_ACCENT : ROLE_TEXT,
			    item->label);
		if (num_known(item->value))
			draw_bar(c, &at, y, &span, item->emphasised ? ROLE_ACCENT : ROLE_MUTED);
		draw_target(c, &at, y, span.target);
		if (span.target_high != span.target)
			draw_target(c, &at, y, span.target_high);
		canvas_aligned(c, at.value, y, at.value_width, num_known(item->value) ? ROLE_TEXT : ROLE_UNKNOWN,
			       TEXT_RIGHT, value_text(item));
	}
	return shown;
}
