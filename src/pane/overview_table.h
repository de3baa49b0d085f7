/* overview_table.h - pane 1: its state, and its table. */
#ifndef PANE_OVERVIEW_TABLE_H
#define PANE_OVERVIEW_TABLE_H

#include "overview_views.h"

#define OVERVIEW_COLUMNS 10
struct overview_state {
	struct pane pane;
	struct overview overview;
	struct thought thought;     /* part 1 */
	enum view view;
	struct bars_view bars;
	struct map_view map;
	struct beside_view beside;
	struct list_column columns[OVERVIEW_COLUMNS];
	int shown[OVERVIEW_COLUMNS];              /* which of the columns they are */
	struct strings years;       /* of each row, as small bars */
	struct arena years_arena;
	struct buf cell;
};
/* The rows of s->overview, with the columns that there is something in. */
struct list_source overview_table_source(struct frame *f, struct overview_state *s);

#endif
