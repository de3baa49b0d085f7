/* One change to several actions, as one step: committed together or not at all, and undone as one. Pure. */
#ifndef RADSBORD_COUNCIL_BATCH_H
#define RADSBORD_COUNCIL_BATCH_H

#include "radsbord/council/action.h"

enum batch_what {
	BATCH_OWNER,
	BATCH_DUE,
	BATCH_STATUS,
	BATCH_NOTE,
	BATCH_DROP,     /* utgår, with a reason as a note */
	BATCH_FOCUS,    /* belongs to another focus area */
	BATCH_GAP,      /* answers a gap besides what it answers */
	BATCH_PROPOSAL, /* likewise */
	BATCH_GOAL,     /* contributes to a goal besides */
	BATCH_WHATS
};
struct batch {
	enum batch_what what;
	const char *text;           /* the owner (NULL: nobody), the note or reason, or an Id; borrowed */
	struct date due;            /* DATE_NONE: struck out */
	enum action_status status;
};
/* The step. What an action has already is left as it is. */
void actions_change(struct changes *c, const struct action *const *actions, size_t count, const struct batch *b, struct date today);
/* Appends what the change makes of one: "Region Sörmland → Anna Ek"; nothing for a note. */
void action_change_show(const struct records *r, const struct action *a, const struct batch *b, struct buf *out);

/* One item of a meeting, after its last, that takes up several actions: its text names them. `item_id` is made by app. */
void actions_take_up(struct changes *c, const struct records *r, const struct meeting *m, const struct action *const *actions, size_t count,
                     const char *item_id);
/* A new action that answers several gaps; a list of gaps each an action: `ids` are fresh, one a gap. */
void action_from_gaps(struct changes *c, const struct gap *const *gaps, size_t count, const char *title, const char *id, int64_t nr,
                      const char *file);
void actions_from_gaps(struct changes *c, const struct gap *const *gaps, size_t count, const char *const *ids, int64_t nr, const char *file);

#endif
