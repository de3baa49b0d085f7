/* Figures as plain data: what a picture shows, drawn by ui (cells), report (text) alike.
 * Strings are borrowed and must outlive the figure. */
#ifndef RADSBORD_BASE_FIGURE_H
#define RADSBORD_BASE_FIGURE_H

#include "radsbord/base/num.h"

/* Horizontal bars with an optional target line or band. */
struct figure_bar {
	const char *label;
	struct num value;  /* unknown: shown as okänt, no bar */
	const char *text;  /* the value as printed */
	bool emphasised;   /* the place we stand in */
};
struct figure_bars {
	const char *title, *unit;
	const struct figure_bar *items;
	size_t count;
	struct num target, target_high; /* unknown when none */
};

/* Where a bar and the target lie, in eighths of a cell from the left of a field `width` cells wide,
 * including negative values; pure arithmetic shared by all renderers. All bars of a figure share one scale,
 * which holds zero and the target. from <= to; equal when the value is unknown or zero, else at least an eighth
 * apart. A target always lies within the last cell. */
struct figure_span {
	int zero, from, to;       /* eighths of a cell */
	int target, target_high;  /* -1 when none */
};
struct figure_span figure_bar_span(const struct figure_bars *f, size_t item, int width);

#endif
