/* thought.h - what if on pane 1: the changes that are thought of, their rows, and asking for them. */
#ifndef PANE_THOUGHT_H
#define PANE_THOUGHT_H

#include "pane.h"

#include "radsbord/report/whatif.h"

/* What a line of the menu does. */
enum thought_choice { THOUGHT_ASK, THOUGHT_TAKE_BACK, THOUGHT_SAVE, THOUGHT_OPEN, THOUGHT_REMOVE, THOUGHT_LEAVE };
struct thought_item {
	enum thought_choice kind;
	size_t index;                /* of the form, or of the saved scenario */
};
struct thought {
	struct {
		char **items;
		size_t count, cap;
	} changes;                   /* none: nothing is thought of, and the pane shows the data */
	int place;                   /* of changes that name none: where one stood at the first */
	char *name;                  /* of the saved scenario that was opened or saved, or NULL */
	struct whatif whatif;
	struct whatif_rows rows;
	struct {
		struct thought_item *items;
		size_t count, cap;
	} menu;
	struct ask ask;
	char *hint;
	bool bars;                   /* as bars instead of the table */
	struct buf cell;
};
bool thought_is_open(const struct thought *t);
/* After anything changed: makes the changes again on the data as they are now, with rows for the frame's place. Says why and leaves
 * when they cannot be made any more. */
void thought_rebuild(struct frame *f, struct thought *t);
struct list_source thought_source(struct thought *t);
void thought_release(struct thought *t);
/* The data again, without a word; the caller rebuilds. */
void thought_forget(struct thought *t);
/* The data again; says so. */
void thought_leave(struct frame *f, struct thought *t);
/* Takes the filter away, or leaves. */
void thought_step_back(struct frame *f, struct thought *t);
/* Asks what to think of, or what to do with it. */
void thought_menu(struct frame *f, struct thought *t);
/* Before and after as bars, from the row that is selected on. */
void thought_draw_bars(struct frame *f, const struct thought *t, size_t from, struct canvas *c, struct rect r);
void thought_headline(const struct thought *t, struct buf *out);
void thought_note(const struct thought *t, size_t row, struct buf *out);

/* The thought of the open pane, which is the overview. */
struct thought *overview_thought(struct frame *f);

#endif
