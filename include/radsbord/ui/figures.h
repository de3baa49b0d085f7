/* Draws base figures into cells. */
#ifndef RADSBORD_UI_FIGURES_H
#define RADSBORD_UI_FIGURES_H

#include "radsbord/base/figure.h"
#include "radsbord/ui/canvas.h"

/* Bars with eighth blocks (or '#' in ASCII), labels left, values right, the target as a line through all.
 * Shows from item `top`; returns how many items were shown. */
int figures_draw_bars(struct canvas *c, struct rect r, const struct figure_bars *f, size_t top);

/* A map in the cells that figure_map_place gave for the field r; names of `name` columns. `selected` is an item, or count. */
void figures_draw_map(struct canvas *c, struct rect r, const struct figure_map *f, const struct figure_cell *cells, int name,
		      size_t selected);
/* What the marks mean, a line each with how many there are. Returns the lines. */
int figures_draw_map_key(struct canvas *c, struct rect r, const struct figure_map *f);
/* The role of a mark: status has a colour beside its mark and word. */
enum role figures_mark_role(enum figure_mark mark);

/* A year in twelve bands, six beside six, with a day selected (or DATE_NONE) and today. Returns the rows it takes; the key as that of
 * a map. */
int figures_draw_wheel(struct canvas *c, struct rect r, const struct figure_wheel *f, struct date selected, struct date today);
int figures_draw_wheel_key(struct canvas *c, struct rect r, const struct figure_wheel *f);

#endif
