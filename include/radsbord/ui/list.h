/* One generic list: scrolling, selecting, filtering as you type and sorting, for all panes and the help. */
#ifndef RADSBORD_UI_LIST_H
#define RADSBORD_UI_LIST_H

#include "radsbord/app/command.h"
#include "radsbord/base/filter.h"
#include "radsbord/ui/canvas.h"

#include <limits.h>

struct list_column {
	const char *title;
	int width; /* wished columns; a flexible column gets what is left (at least this) */
	bool flexible;
	enum text_align align;
	int drop; /* 0: always shown; otherwise the highest number is left out first when it is narrow */
};
/* What a cell shows. `text` is borrowed until the next call; `role` ROLE_TEXT unless it means something. */
struct list_cell {
	const char *text;
	enum role role;
};
#define LIST_BY_CELLS INT_MIN
/* Where rows come from. Rows are numbered in the source's own order. */
struct list_source {
	void *ctx;
	size_t count;
	const struct list_column *columns;
	size_t columns_count;
	void (*cell)(void *ctx, size_t row, size_t column, struct list_cell *out);
	/* What a filter is over: its words, what a row has for them, and `text`, all that a plain word is looked for in (NULL: the
	 * cells). Its ctx and count are those of the source. */
	struct filter_rows filter;
	/* Order for sorting by a column: <0, 0, >0; LIST_BY_CELLS for a column that goes by its cells: numbers (columns to the right) by
	 * value, all else as text. NULL: all columns do. Whatever the order, cells that say that nobody knows are last. */
	int (*compare)(void *ctx, size_t a, size_t b, size_t column);
	/* A heading above the row (groups), or NULL. Optional. */
	const char *(*heading)(void *ctx, size_t row);
};
#define LIST_FILTER_SIZE 400
struct list_search;
struct list {
	size_t *order; /* rows shown, in order */
	size_t shown, order_cap;
	size_t cursor, top; /* positions in `order` */
	char filter[LIST_FILTER_SIZE];
	struct list_search *search; /* a filter that is being typed; NULL: none is */
	bool typing; /* the filter is being typed: its words stand in that line, and not at the list */
	int sort_column; /* -1: the source's order; headings are shown only then */
	bool sort_descending;
	bool *marked; /* by row of the source, owned; NULL: none is. Drawn in the column before the list */
	int page; /* rows that were drawn last: how far page up and down go */
	struct rect drawn; /* where they stand; the caller takes it away when another view is drawn */
};
/* There are rows below those that were drawn last. */
bool list_has_more(const struct list *l);
void list_init(struct list *l);
void list_release(struct list *l);
/* Computes what is shown after the source, the filter or the order changed; keeps the selected row selected when it
 * is still there (by row number; pass `selected` >= 0 to select a certain row), else the next one that is.
 * Filter: see base/filter.h. Sorting is stable: equal rows keep the source's order. */
void list_update(struct list *l, const struct list_source *s, long selected);
/* Another filter over the same rows in the same order, while it is typed. `selected` likewise. What is around the selected row is shown
 * at once; of many rows the others are looked at by list_look_on, a stretch each time (a millisecond or so), until it says false, or by
 * list_look_through, all. Until then `shown` and `order` have those that were looked at. When the typing is over, list_filter_done. Of
 * a filter that is longer than there is room for, the whole letters that there is. */
void list_set_filter(struct list *l, const struct list_source *s, const char *filter, long selected);
bool list_is_looking(const struct list *l);
bool list_look_on(struct list *l, const struct list_source *s);
void list_look_through(struct list *l, const struct list_source *s);
void list_filter_done(struct list *l);
/* A row more, after the last, without looking at the others again: of a source that is neither filtered nor sorted, or one that fits. */
void list_append(struct list *l, size_t row);
/* The rows that a filter is over, whole: the source's own, or its cells as text. */
struct filter_rows list_filter_rows(const struct list_source *s);
/* Appends one sentence when a word of the filter is not understood; false when all are. */
bool list_complains(const struct list *l, const struct list_source *s, struct buf *out);
/* The selected row of the source, or -1. */
long list_selected(const struct list *l);
/* Moves for up, down, page up/down (as last drawn), first, last; false for any other command. */
bool list_command(struct list *l, enum command c);
/* Draws the column titles, rows, selection and "12 av 40" when filtered. `focused`: the list has the focus. `empty`:
 * the sentence shown when there is nothing. */
void list_draw(struct list *l, const struct list_source *s, struct canvas *c, struct rect r, bool focused,
	       const char *empty);

/* The position in `order` of the row that is drawn at (x, y); false when none is. */
bool list_at(const struct list *l, const struct list_source *s, int x, int y, size_t *position);

#endif
