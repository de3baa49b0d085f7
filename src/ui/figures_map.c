/* Draws a map of places and what its marks mean. */
#include "radsbord/ui/figures.h"

enum role figures_mark_role(enum figure_mark mark)
{
	static const enum role roles[FIGURE_MARKS] = {
	    [FIGURE_MET] = ROLE_MET,         [FIGURE_ELSEWHERE] = ROLE_MET,   [FIGURE_PARTLY] = ROLE_PARTLY,
	    [FIGURE_BELOW] = ROLE_PARTLY,    [FIGURE_MISSING] = ROLE_MISSING, [FIGURE_UNKNOWN] = ROLE_UNKNOWN,
	    [FIGURE_PLAIN] = ROLE_MUTED,
	};

	return roles[mark];
}

/* A line a place in reading order, as many as are easily heard; of a whole country the one that is selected. */
static void say_map(struct canvas *c, struct rect r, const struct figure_map *f, size_t selected)
{
	enum { HEARD = 40 };
	int y = r.y;

	for (size_t i = 0; i < f->count; i++) {
		const struct figure_map_item *item = &f->items[i];
		bool value = item->value && *item->value;

		if ((f->count > HEARD && i != selected) || y >= r.y + r.height)
			continue;
		canvas_printf(c, r.x, y++, r.width, i == selected ? ROLE_SELECTED : ROLE_TEXT, "%s: %s%s%s", item->label, item->text,
			      value ? ", " : "", value ? item->value : "");
	}
}

void figures_draw_map(struct canvas *c, struct rect r, const struct figure_map *f, const struct figure_cell *cells, int name,
		      size_t selected)
{
	if (c->linear) {
		say_map(c, r, f, selected);
		return;
	}
	for (size_t i = 0; i < f->count; i++) {
		const struct figure_map_item *item = &f->items[i];
		int x = r.x + cells[i].x, y = r.y + cells[i].y, room = r.x + r.width - x - 2;
		enum role mark = i == selected ? ROLE_SELECTED : figures_mark_role(item->mark);

		if (cells[i].x < 0 || cells[i].x >= r.width || cells[i].y >= r.height)
			continue;
		canvas_text(c, x, y, 1, mark, figure_marks[item->mark]);
		if (name && room > 0)
			canvas_text(c, x + 2, y, name < room ? name : room,
				    i == selected ? ROLE_SELECTED : item->emphasised ? ROLE_ACCENT : ROLE_TEXT,
				    item->label);
	}
}

int figures_draw_map_key(struct canvas *c, struct rect r, const struct figure_map *f)
{
	int lines = 0;

	for (int mark = 0; mark < FIGURE_MARKS && lines < r.height && r.width > 2; mark++) {
		size_t n = figure_map_count(f, (enum figure_mark)mark);

		if (!n)
			continue;
		canvas_text(c, r.x, r.y + lines, 1, figures_mark_role((enum figure_mark)mark), figure_marks[mark]);
		canvas_printf(c, r.x + 2, r.y + lines, r.width - 2, ROLE_TEXT, "%3zu %s", n, f->words[mark] ? f->words[mark] : "");
		lines++;
	}
	return lines;
}
