/* overview_views.h - the pictures of pane 1, which stand where the table does. */
#ifndef PANE_OVERVIEW_VIEWS_H
#define PANE_OVERVIEW_VIEWS_H

#include "thought.h"

#include "radsbord/report/beside.h"
#include "radsbord/report/map.h"

/* In the order of v. */
enum view { VIEW_TABLE, VIEW_REGIONS, VIEW_MAP, VIEW_BESIDE, VIEW_YEARS, VIEWS };

/* The bars of an indicator: the place among all regions (or the municipalities of its region), or year by year. */
struct bars_view {
	int indicator, place;           /* drawn last */
	bool paged;                     /* else it begins where the place we stand in is seen */
	size_t top, shown, count, page;
};
void bars_view_draw(struct frame *f, struct bars_view *v, int indicator, bool years, struct canvas *c, struct rect r);
/* A page of bars on or back. */
void bars_view_page(struct bars_view *v, int by);

/* The map that was drawn last, and the municipality one stands on. */
struct map_view {
	bool built;
	int indicator, place;           /* it was built for */
	struct place_map map;
	struct figure_cell *cells;
	int selected;                   /* the place; stays while the maps are stepped through */
};
/* Data or the place changed: built again when it is drawn. */
void map_view_forget(struct map_view *v);
void map_view_draw(struct frame *f, struct map_view *v, int indicator, struct canvas *c, struct rect r);
void map_view_step(struct map_view *v, enum figure_step step);
/* The municipality one stands on; the frame's place when the map has none. */
int map_view_place(const struct frame *f, const struct map_view *v);
void map_view_note(struct frame *f, const struct map_view *v, struct buf *out);

/* The place beside another, a row an indicator. */
#define BESIDE_COLUMNS 7
struct beside_view {
	int other;                      /* a place; 0 or less: the country */
	struct beside beside;
	struct list_column columns[BESIDE_COLUMNS]; /* headed by the places' names */
	struct buf cell;
};
void beside_view_build(struct frame *f, struct beside_view *v);
struct list_source beside_view_source(struct beside_view *v);
void beside_view_release(struct beside_view *v);
/* Asks which other. */
void beside_view_choose(struct frame *f);
void beside_view_note(struct frame *f, const struct beside_view *v, size_t row, struct buf *out);

/* Of the open pane, which is the overview. */
struct beside_view *overview_beside(struct frame *f);
enum role overview_status_role(enum indikator_status s);
/* "0–4 av 9" of "0–4 av 9 kommuner": what is counted is said in the detail. Appends. */
void overview_value_brief(const char *value, struct buf *out);

#endif
