/* render_map.c - a map as text: the places where they lie, then each mark with how many and which. */
#include "render.h"

#include "radsbord/base/language.h"

#include <stdlib.h>

enum { WIDE = 72, HIGH_NAMED = 17, HIGH = 34, NAMED_MOST = 60 };

/* Which item has its mark in a cell; count when none has. */
static size_t item_at(const struct figure_map *f, const struct figure_cell *cells, int x, int y)
{
	size_t i = 0;
	while (i < f->count && (cells[i].x != x || cells[i].y != y))
		i++;
	return i;
}

static void row(const struct figure_map *f, const struct figure_cell *cells, int name, int width, int y, struct buf *out)
{
	for (int x = 0; x < width;) {
		size_t i = item_at(f, cells, x, y);
		if (i == f->count) {
			buf_char(out, ' ');
			x++;
			continue;
		}
		buf_str(out, figure_marks[f->items[i].mark]);
		x++;
		if (!name)
			continue;
		buf_char(out, ' ');
		x += 1 + text_clip(out, f->items[i].label ? f->items[i].label : "", name);
	}
	render_end_line(out);
}

static void mark_line(const struct figure_map *f, enum figure_mark mark, int width, struct buf *out)
{
	struct buf line = {0};
	struct render_lines lines = {0};
	render_map_line(f, mark, &line);
	if (line.len)
		render_wrap(&lines, buf_cstr(&line), width - 2);
	for (size_t i = 0; i < lines.count; i++) {
		buf_printf(out, "%s%s", i ? "  " : "", lines.items[i]);
		render_end_line(out);
	}
	render_lines_release(&lines);
	buf_release(&line);
}

static void title_lines(const struct figure_map *f, int width, struct buf *out)
{
	struct render_lines lines = {0};
	if (!f->title || !*f->title)
		return;
	render_wrap(&lines, f->title, width);
	for (size_t i = 0; i < lines.count; i++) {
		buf_str(out, lines.items[i]);
		render_end_line(out);
	}
	render_lines_release(&lines);
}

void render_map(const struct figure_map *f, int width, struct buf *out)
{
	int wide = width < WIDE ? width : WIDE, high = f->count > NAMED_MOST ? HIGH : HIGH_NAMED;
	struct figure_cell *cells = mem_alloc((f->count ? f->count : 1) * sizeof *cells);
	struct figure_map_layout l = figure_map_place(f, wide, high, cells);
	title_lines(f, width, out);
	for (int y = 0; l.shown && y < high; y++)
		row(f, cells, l.name, wide, y, out);
	if (l.shown < f->count)
		buf_printf(out, _("%zu visas inte på kartan.\n"), f->count - l.shown);
	buf_char(out, '\n');
	for (int mark = 0; mark < FIGURE_MARKS; mark++)
		mark_line(f, (enum figure_mark)mark, width, out);
	free(cells);
}
