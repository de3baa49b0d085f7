/* Figures as plain data: what a picture shows, drawn by ui (cells), report (text) alike.
 * Strings are borrowed and must outlive the figure. */
#ifndef RADSBORD_BASE_FIGURE_H
#define RADSBORD_BASE_FIGURE_H

#include "radsbord/base/date.h"
#include "radsbord/base/num.h"

#include <stddef.h>

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

/* How a place stands, as a mark that is told from the others without colour, in the order of a legend. */
enum figure_mark {
	FIGURE_MET, FIGURE_ELSEWHERE, FIGURE_PARTLY, FIGURE_BELOW, FIGURE_MISSING, FIGURE_UNKNOWN, FIGURE_PLAIN, FIGURE_MARKS
};
extern const char *const figure_marks[FIGURE_MARKS]; /* ● ◎ ◐ ▽ ○ · –, one column each */

/* Places where they lie in the country. */
struct figure_map_item {
	const char *label;
	const char *text;           /* how it stands: "Finns delvis" */
	const char *value;          /* "96,2 %"; "" or NULL when there is none */
	enum figure_mark mark;
	bool emphasised;            /* in, or near, the place we stand in */
	bool placed;                /* false: nobody has stated where it lies */
	int north, east;            /* latitude and longitude in 1/100 000 degree */
};
struct figure_map {
	const char *title;
	const char *words[FIGURE_MARKS]; /* what a mark means here: "Finns", "Når målet" */
	const struct figure_map_item *items;
	size_t count;
};
/* How many have the mark. */
size_t figure_map_count(const struct figure_map *f, enum figure_mark mark);

/* Where the places stand in a field of cells: each has cells of its own, a place further north is never below one further
 * south, and in a row west is left of east. Rows are as far apart as the places leave room for, so the crowded south is wider
 * than it is. The same figure and field give the same picture. */
struct figure_cell {
	int x, y;                   /* of the mark; x < 0: not shown */
};
struct figure_map_layout {
	int name;                   /* columns of the name after mark and blank; 0: marks alone */
	size_t shown;               /* the others have no position, or no room */
};
struct figure_map_layout figure_map_place(const struct figure_map *f, int width, int height, struct figure_cell *cells);
/* From a shown item (or count) to the next: west and east in reading order, all round; north and south to the nearest
 * above and below. The same when there is none. */
enum figure_step { FIGURE_WEST, FIGURE_EAST, FIGURE_NORTH, FIGURE_SOUTH };
size_t figure_map_step(const struct figure_cell *cells, size_t count, size_t from, enum figure_step step);

/* A line of small bars, one a year from the first to the last: a year without a value is a gap. */
struct figure_point {
	int year;
	struct num value;
	const char *text;           /* the value as printed; NULL or "" when unknown */
};
struct figure_spark {
	const char *title;
	const struct figure_point *items;
	size_t count;
};
extern const char *const figure_spark_marks[9]; /* by height of at most 8; · is a gap */
/* Heights from 1 to `most` between the least and the greatest value, 0 for a gap; all in the middle when they are equal. Returns how
 * many values are known. */
size_t figure_spark_heights(const struct figure_spark *f, int most, int *heights);

/* A year, month by month: what happens on its days, the more important kind first. */
enum figure_day_kind { FIGURE_DAY_MEETING, FIGURE_DAY_DUE, FIGURE_DAY_STEP, FIGURE_DAY_EVENT, FIGURE_DAY_FREE, FIGURE_DAYS };
extern const char *const figure_days[FIGURE_DAYS]; /* ● ▼ ▸ ■ ○ */
struct figure_day {
	struct date date;
	enum figure_day_kind kind;
	const char *text;
};
struct figure_wheel {
	const char *title;
	int year;
	const char *words[FIGURE_DAYS];  /* "Möte", "Remissvar" */
	const struct figure_day *items;  /* by date */
	size_t count;
};
/* In which cell a day stands when a month has `width` cells: its own from 31 on. -1: nowhere. */
int figure_wheel_cell(struct date day, int width);
/* The item that a cell of a month shows, the first of the most important kind; count when it is empty. */
size_t figure_wheel_at(const struct figure_wheel *f, int month, int cell, int width);
size_t figure_wheel_count(const struct figure_wheel *f, enum figure_day_kind kind);

/* A month as whole weeks, Monday first. What falls in another month is outside. */
enum figure_month_kind { FIGURE_MONTH_PLAIN, FIGURE_MONTH_BRIDGE, FIGURE_MONTH_HOLIDAY, FIGURE_MONTH_MEETING, FIGURE_MONTH_KINDS };
extern const char figure_month_marks[FIGURE_MONTH_KINDS]; /* blank k h m: klämdag, helgdag (and eves off), möte */
struct figure_month_day {
	struct date date;
	bool outside, free;         /* free: nobody works: Saturdays, Sundays, holidays, eves off */
	enum figure_month_kind kind; /* the most important that is so */
};
struct figure_week {
	int number;                 /* ISO 8601 */
	struct figure_month_day days[7];
};
#define FIGURE_WEEKS 6
struct figure_month {
	int year, month;
	size_t count;
	struct figure_week weeks[FIGURE_WEEKS];
};
/* The month of the day `in`; `meetings` in any order. */
void figure_month_make(struct figure_month *f, struct date in, const struct date *meetings, size_t count);
/* The first week to show when there is room for so many: all there are, else those around the chosen day. */
size_t figure_month_top(const struct figure_month *f, struct date chosen, size_t rows);
bool figure_month_has(const struct figure_month *f, enum figure_month_kind kind);

#endif
