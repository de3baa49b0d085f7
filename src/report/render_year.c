/* render_year.c - years as text: a line of small bars, and the twelve months of a year with what happens in them. */
#include "render.h"

#include "radsbord/base/language.h"

#include <stdlib.h>

enum { HEIGHTS = 8, DAYS = 31, MONTH_WIDE = 5 };

void render_spark_line(const struct figure_spark *f, struct buf *out)
{
	int *heights = mem_alloc((f->count ? f->count : 1) * sizeof *heights);
	size_t known = figure_spark_heights(f, HEIGHTS, heights), first = f->count, last = 0;
	for (size_t i = 0; i < f->count; i++)
		if (heights[i]) {
			first = first == f->count ? i : first;
			last = i;
		}
	if (known) {
		buf_printf(out, "%d–%d  ", f->items[0].year, f->items[f->count - 1].year);
		for (size_t i = 0; i < f->count; i++)
			buf_str(out, figure_spark_marks[heights[i]]);
		buf_printf(out, "  %s", f->items[first].text ? f->items[first].text : "");
		if (last != first)
			buf_printf(out, " → %s", f->items[last].text ? f->items[last].text : "");
	}
	free(heights);
}

void render_spark(const struct figure_spark *f, int width, struct buf *out)
{
	struct buf line = {0};
	struct render_lines lines = {0};
	if (f->title && *f->title)
		buf_printf(&line, "%s: ", f->title);
	render_spark_line(f, &line);
	render_wrap(&lines, buf_cstr(&line), width);
	for (size_t i = 0; i < lines.count; i++) {
		buf_str(out, lines.items[i]);
		render_end_line(out);
	}
	render_lines_release(&lines);
	buf_release(&line);
}

/* "jan  ····●··": a cell a day, or a few days a cell where the line is short. */
static void month_row(const struct figure_wheel *f, int month, int cells, struct buf *out)
{
	buf_printf(out, "%.3s  ", _(date_months[month - 1])); /* none has another letter among its first three */
	for (int x = 0; x < cells; x++) {
		size_t i = figure_wheel_at(f, month, x, cells);
		bool last = cells == DAYS && !date_valid(f->year, month, x + 1);
		buf_str(out, i < f->count ? figure_days[f->items[i].kind] : last ? " " : "·");
	}
	render_end_line(out);
}

static void month_line(const struct figure_wheel *f, int month, int width, struct buf *out)
{
	struct buf line = {0};
	struct render_lines lines = {0};
	render_month(f, month, &line);
	if (line.len)
		render_wrap(&lines, buf_cstr(&line), width - 2);
	for (size_t i = 0; i < lines.count; i++) {
		buf_printf(out, "%s%s", i ? "  " : "", lines.items[i]);
		render_end_line(out);
	}
	render_lines_release(&lines);
	buf_release(&line);
}

void render_month(const struct figure_wheel *f, int month, struct buf *out)
{
	bool any = false;
	for (size_t i = 0; i < f->count; i++) {
		const struct figure_day *d = &f->items[i];
		if (d->date.year != f->year || d->date.month != month)
			continue;
		if (!any)
			buf_printf(out, "%s: ", _(date_months[month - 1]));
		buf_printf(out, "%s%s %d %s", any ? ", " : "", figure_days[d->kind], d->date.day, d->text ? d->text : "");
		any = true;
	}
	if (any)
		buf_char(out, '.');
}

/* "● Möte: 4", a line a kind. */
static void key_lines(const struct figure_wheel *f, int width, struct buf *out)
{
	for (int kind = 0; kind < FIGURE_DAYS; kind++) {
		size_t n = figure_wheel_count(f, (enum figure_day_kind)kind);
		char *line = mem_printf("%s %s: %zu", figure_days[kind], f->words[kind] ? f->words[kind] : "", n);
		if (n) {
			text_clip(out, line, width);
			render_end_line(out);
		}
		free(line);
	}
}

void render_wheel(const struct figure_wheel *f, int width, struct buf *out)
{
	int cells = width - MONTH_WIDE < DAYS ? width - MONTH_WIDE : DAYS;
	if (f->title && *f->title) {
		text_clip(out, f->title, width);
		render_end_line(out);
	}
	for (int month = 1; month <= 12; month++)
		month_row(f, month, cells, out);
	key_lines(f, width, out);
	buf_char(out, '\n');
	for (int month = 1; month <= 12; month++)
		month_line(f, month, width, out);
}
