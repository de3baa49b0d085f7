/* Inside the review: what its files share. */
#ifndef PANE_REVIEW_LOCAL_H
#define PANE_REVIEW_LOCAL_H

#include "review.h"

#include "radsbord/council/verdict.h"

struct review_state {
	struct pane pane;
	const struct model *model;
	char *meeting, *item;       /* Ids; item NULL: the meeting has none for it yet */
	char **queue;               /* Ids of actions */
	struct map rows;            /* Id -> place in the queue */
	const struct action **actions;   /* of each, as the records are now: the action, or NULL when it has gone */
	const struct verdict **verdicts; /* and what the meeting has said of it, or NULL */
	bool *decided;
	size_t count;
	int from;                   /* the pane to go back to */
	bool own;                   /* the next verdict gets a paragraph of its own */
	bool choosing;              /* f was pressed: which day? */
	bool closing;               /* the summary is shown */
	int top, lines, height;     /* of the text in it: the first line shown, how many there are, and how many are shown at once */
	long painted;               /* the row that has been drawn, -1: none since the last verdict */
	int64_t painted_at, key_at; /* monotonic milliseconds */
	ui_key last_key;
	struct buf cell;
};

/* ---- review.c ---- */
struct review_state *review_state(struct frame *f);
/* The meeting, and the action of a row; NULL when it has gone. */
const struct meeting *review_meeting(const struct review_state *s);
const struct action *review_action(const struct review_state *s, size_t row);
/* What the meeting has said of it, or NULL. */
const struct verdict *review_verdict(const struct review_state *s, size_t row);
/* How the council words what it takes note of. */
const char *review_verb(const struct review_state *s);
/* The day of the meeting after `m`; DATE_NONE when none is planned. */
struct date review_next_meeting(const struct review_state *s, const struct meeting *m);
size_t review_decided(const struct review_state *s);
/* Shows the summary, from its first line. */
void review_close(struct review_state *s);
/* To the next that is undecided; the summary when none is. */
void review_select_next(struct review_state *s, size_t from);
void review_leave(struct frame *f, struct review_state *s);

/* ---- review_verdict.c: what the keys of PLACE_REVIEW do ---- */
extern void (*const review_commands[COMMANDS])(struct frame *);
/* The key after f. */
void review_date_key(struct frame *f, struct review_state *s, ui_key key);

/* ---- review_draw.c ---- */
void review_banner(struct frame *f, struct pane *p, struct buf *left, struct buf *right);
bool review_draw(struct frame *f, struct pane *p, struct canvas *c, struct rect r);
/* What goes at the summary, and when a day is chosen. */
bool review_bottom(struct frame *f, struct pane *p, int width, struct buf *out);

#endif
