/* Draws base figures into cells. */
#ifndef RADSBORD_UI_FIGURES_H
#define RADSBORD_UI_FIGURES_H

#include "radsbord/base/figure.h"
#include "radsbord/ui/canvas.h"

/* Bars with eighth blocks (or '#' in ASCII), labels left, values right, the target as a line through all.
 * Shows from item `top`; returns how many items were shown. */
int figures_draw_bars(struct canvas *c, struct rect r, const struct figure_bars *f, size_t top);

#endif
