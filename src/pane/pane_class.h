/* What a pane is: its rows, what a detail has, and the class in which it says what is its own. Through pane.h. */
#ifndef PANE_PANE_CLASS_H
#define PANE_PANE_CLASS_H

#include "radsbord/pane/frame.h"
#include "radsbord/report/doc.h"
#include "radsbord/ui/list.h"

/* What a line of a detail leads to. */
enum link_kind { LINK_INDICATOR, LINK_GAP, LINK_UNIT, LINK_PROPOSAL, LINK_ACTION, LINK_MEETING, LINK_SEAT, LINK_COST, LINK_NETWORK, LINK_REFERRAL, LINK_WAYPOINT, LINK_PLAN,
                 LINK_ANNUAL /* the annual report of a year: "2026" */ };
struct link {
	enum link_kind kind;
	const char *id, *label;     /* in the detail's arena */
	const char *crumb;          /* what the trail calls it, likewise; NULL: by its kind and Id */
};

/* The detail of a row: a document, and links onward. */
struct detail {
	struct arena arena;
	struct doc doc;
	struct link *links;
	size_t count, cap;
	struct buf text;            /* the document as lines of `width` columns */
	int width, top, lines;
	size_t selected;            /* a link */
	struct rect drawn;          /* the links as drawn last, and the first of them */
	size_t first;
};
void detail_clear(struct detail *d);
void detail_link(struct detail *d, enum link_kind kind, const char *id, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
/* Its text as lines of so many columns. */
void detail_lay_out(struct detail *d, int width);
/* What the trail is to call what the last link leads to: "§ 41". */
void detail_link_crumb(struct detail *d, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void detail_draw(struct detail *d, struct canvas *c, struct rect r, bool focused);
/* Selects the link that is drawn there; false when none is. */
bool detail_click(struct detail *d, int x, int y);
/* Scrolls, or steps among the links; false for other commands. */
bool detail_command(struct detail *d, enum command c, int height);

/* The rows that are marked: their Ids, in the order they were marked. Owned. */
struct marks {
	char **ids;
	size_t count, cap;
	struct map index;
};
#define PANE_PARTS 8
/* How a part is left, to be found again: its filter and its order. */
struct part_kept {
	char filter[LIST_FILTER_SIZE];
	int sorted;                 /* the column + 1; 0: the source's order */
	bool descending;
};

/* Room for an Id; a longer one is cut. */
#define RECORD_ID_SIZE 64
struct pane_class;
struct pane {
	const struct pane_class *class;
	struct list list;
	struct list_source source;
	bool stale;                 /* its rows are of data that are no longer there: frame_pane makes them anew */
	int part;                   /* of class->parts */
	char selected[RECORD_ID_SIZE]; /* the council's record on the selected row: the selection follows it; or "" */
	bool alert;                 /* the headline must not be overlooked */
	const struct model *seen;   /* as it was when the rows were filled, for the words of a filter */
	int seen_place;
	struct marks marks;
	struct part_kept kept[PANE_PARTS];
};
struct pane_class {
	enum command_place place;
	enum command command;       /* the key that opens it; COMMAND_NONE: no tab */
	const char *title, *short_title; /* the tab, and what stands there in a narrow window; NULL: the title */
	const char *empty;          /* the sentence when there are no rows */
	size_t size;                /* of the pane's own struct, which begins with struct pane */
	const char *parts[PANE_PARTS + 1];
	enum command_place part_places[PANE_PARTS]; /* where a part has commands of its own; 0: the pane's place */
	/* Fills pane->source for the frame's place, after anything changed. */
	void (*rebuild)(struct frame *f, struct pane *p);
	void (*release)(struct pane *p);
	/* The pane's own commands; false falls through. Optional. */
	bool (*command_own)(struct frame *f, struct pane *p, enum command c);
	/* A key before the command table is asked; true when it was used. Optional. */
	bool (*key)(struct frame *f, struct pane *p, ui_key key);
	/* What stands in the line of the tabs instead of them. Optional. */
	void (*banner)(struct frame *f, struct pane *p, struct buf *left, struct buf *right);
	/* The kind of record that the list shows, whose words a filter has and whose filters are kept: RECORD_KINDS: none. And the
	 * record of a row, which may be of another kind, or NULL. Optional, both or none. */
	enum record_kind (*kind)(const struct pane *p);
	const struct record *(*record)(const struct pane *p, size_t row, enum record_kind *kind);
	/* Why the row is none that can be changed, in a sentence; NULL: it is. Optional. */
	const char *(*fixed)(const struct pane *p, size_t row);
	/* The detail of a row. */
	void (*describe)(struct frame *f, struct pane *p, size_t row, struct detail *d);
	/* Adds the Ids of the council's records that the row shows, for their history. Optional; strings borrowed or in `a`. */
	void (*records)(struct frame *f, struct pane *p, size_t row, struct strings *ids, struct arena *a);
	/* What the row is about, for the documents that can be made of it. False: none. Optional; the id is borrowed. */
	bool (*about)(struct frame *f, struct pane *p, size_t row, enum link_kind *kind, const char **id);
	/* Which year or view it shows, as one number, and showing it again. Both or none. */
	int64_t (*shows)(const struct pane *p);
	void (*show)(struct pane *p, int64_t what);
	/* The row of a record, in the part that shows it (which it sets); -1 when there is none. */
	long (*find)(struct frame *f, struct pane *p, enum link_kind kind, const char *id);
	/* Draws instead of the list when it returns true (another view). Optional. */
	bool (*draw)(struct frame *f, struct pane *p, struct canvas *c, struct rect r);
	/* The keys of what it asks or shows just now, for the bottom line; false: the keys of its place go. Optional. */
	bool (*bottom)(struct frame *f, struct pane *p, int width, struct buf *out);
	/* The sentence when there are no rows, when it is not always the same. Optional. */
	const char *(*why_empty)(struct frame *f, struct pane *p);
	/* One sentence above the list, and one about the selected row. Appended; optional. */
	void (*headline)(struct frame *f, struct pane *p, struct buf *out);
	void (*note)(struct frame *f, struct pane *p, size_t row, struct buf *out);
};
/* The panes of the tabs, then those without a tab. */
#define PANES 9
#define REVIEW_PANE 6
#define ROOM_PANE 7
#define START_PANE 8
extern const struct pane_class *const pane_classes[PANES];
extern const struct pane_class overview_pane, gaps_pane, plan_pane, meetings_pane, referrals_pane, council_pane, review_pane, room_pane, start_pane;

#endif
