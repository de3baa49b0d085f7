/* render_bars.c - horizontal bars as text: where they lie is figure_bar_span's, as on the screen. */
#include "render.h"

#include "radsbord/base/language.h"
#include "radsbord/report/overview.h"

#include <stdlib.h>

#define EIGHTHS 8
#define FIELD_MOST 50
#define FIELD_LEAST 1

static const char *const left_blocks[EIGHTHS] = {" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

/* What stands in cell x of a bar: a bar that ends on its left side is drawn to the half. */
static const char *cell(const struct figure_span *s, int x)
{
	int left = x * EIGHTHS, from = s->from - left, to = s->to - left;
	if (s->from == s->to || from >= EIGHTHS || to <= 0)
		return " ";
	if (from <= 0)
		return to >= EIGHTHS ? "█" : left_blocks[to];
	if (to < EIGHTHS)
		return to - from >= EIGHTHS / 2 ? "▌" : "▏";
	return from <= EIGHTHS / 4 ? "█" : from <= EIGHTHS * 3 / 4 ? "▐" : "▕";
}

static bool in_cell(int at, int x)
{
	return at >= 0 && at / EIGHTHS == x;
}

static void bar(const struct figure_bars *f, size_t item, int width, struct buf *out)
{
	struct figure_span s = figure_bar_span(f, item, width);
	for (int x = 0; x < width; x++) {
		const char *c = cell(&s, x);
		/* The target is seen through a bar, too. */
		if (in_cell(s.target, x) || in_cell(s.target_high, x))
			c = *c == ' ' ? "│" : "┃";
		buf_str(out, c);
	}
}

/* The mark is no blank, so that the column is kept where nobody sees bold. */
static void row(const struct figure_bars *f, size_t item, int label, int field, int value, struct buf *out)
{
	const struct figure_bar *b = &f->items[item];
	const char *text = num_known(b->value) ? (b->text ? b->text : "") : b->text && *b->text ? b->text : _("okänt");
	buf_str(out, b->emphasised ? "▸ " : "  ");
	text_pad(out, b->label ? b->label : "", label, TEXT_LEFT);
	buf_str(out, "  ");
	bar(f, item, field, out);
	buf_str(out, "  ");
	text_pad(out, text, value, TEXT_RIGHT);
	render_end_line(out);
}

/* Whole numbers without decimals. */
static void level(struct buf *out, struct num n)
{
	num_format(out, n, num_cmp(num_round(n, 0, NUM_HALF_UP), n) ? 1 : 0, NUM_HALF_UP);
}

static void indented(const char *s, int indent, int width, struct buf *out)
{
	struct render_lines l = {0};
	render_wrap(&l, s, width - indent);
	for (size_t i = 0; i < l.count; i++) {
		buf_fill(out, ' ', (size_t)indent);
		buf_str(out, l.items[i]);
		render_end_line(out);
	}
	render_lines_release(&l);
}

void render_bars_target(const struct figure_bars *f, struct buf *out)
{
	if (!num_known(f->target))
		return;
	buf_str(out, _("mål "));
	level(out, f->target);
	if (num_known(f->target_high)) {
		buf_str(out, "–");
		level(out, f->target_high);
	}
	if (f->unit && *f->unit)
		buf_printf(out, " %s", f->unit);
}

void report_bars_target(const struct figure_bars *f, struct buf *out)
{
	if (!num_known(f->target))
		return;
	buf_str(out, "│ ");
	render_bars_target(f, out);
}

static void target_line(const struct figure_bars *f, int indent, int width, struct buf *out)
{
	struct buf line = {0};
	report_bars_target(f, &line);
	if (line.len)
		indented(buf_cstr(&line), indent, width, out);
	buf_release(&line);
}

void render_bars(const struct figure_bars *f, int width, struct buf *out)
{
	int label = 0, value = text_width(_("okänt"));
	for (size_t i = 0; i < f->count; i++) {
		int l = text_width(f->items[i].label ? f->items[i].label : "");
		int v = text_width(f->items[i].text ? f->items[i].text : "");
		label = l > label ? l : label;
		value = v > value ? v : value;
	}
	label = label > width / 3 ? width / 3 : label;
	value = value > width / 3 ? width / 3 : value;
	int field = width - 2 - label - 2 - 2 - value;
	field = field > FIELD_MOST ? FIELD_MOST : field < FIELD_LEAST ? FIELD_LEAST : field;
	if (f->title && *f->title)
		indented(f->title, 0, width, out);
	for (size_t i = 0; i < f->count; i++)
		row(f, i, label, field, value, out);
	target_line(f, 2 + label + 2, width, out);
}
