/* The review of the plan at a meeting: one verdict on one action, and what the minutes say of it (SCREENS, "Review").
 *
 * A verdict is a record in the meeting's file and a change of the action, in one step. A second verdict on the same action at
 * the same meeting takes the place of the first: the action is first as it was before the meeting. Pure. */
#ifndef RADSBORD_COUNCIL_VERDICT_H
#define RADSBORD_COUNCIL_VERDICT_H

#include "radsbord/council/change.h"

/* What is decided of an action. */
struct verdict_call {
	enum verdict_outcome outcome;
	struct date due;            /* VERDICT_NEW_DATE */
	const char *owner;          /* VERDICT_NEW_OWNER; NULL: nobody */
	const char *text;           /* a note to the minutes, the reason with VERDICT_DROPPED; may be NULL */
	bool own_paragraph;
};
/* The step. `id` is for a new record and made by app. */
void verdict_give(struct changes *c, const struct records *r, const struct meeting *m, const struct action *a,
                  const struct verdict_call *call, struct date today, const char *id);
/* Lifts a verdict to a paragraph of its own, or puts it back among the others. */
void verdict_set_own(struct changes *c, const struct verdict *v, bool own);

/* The verdict of a meeting on an action; NULL when there is none. */
const struct verdict *verdict_of(const struct records *r, const struct meeting *m, const char *action);
/* The verdicts of a meeting in the order they were given; writes at most `max` indices, returns how many there are. */
size_t verdicts_of(const struct records *r, const struct meeting *m, size_t *out, size_t max);
/* The latest verdict on an action at a meeting before `m`, and that meeting; NULL when there is none. */
const struct verdict *verdict_earlier(const struct records *r, const struct meeting *m, const char *action,
                                      const struct meeting **at);
/* True when the last meeting before `m` that spoke of the action took it up again or carried it over. */
bool verdict_brings_up(const struct records *r, const struct meeting *m, const char *action);

/* True for a verdict that the meeting gave. */
bool verdict_is_of(const struct verdict *v, const struct meeting *m);

/* The order of a review: what is overdue, what is due before the next meeting (DATE_NONE: none is planned), what was taken up
 * again, the other open actions; within each by the day it is due. All as it was before the meeting, so that a review that is
 * taken up again has the same order. What it goes by is found once for each action; `v` is what the meeting has said of it, or NULL. */
struct review_key {
	int group;
	struct date due;
	int64_t nr;
};
struct review_key review_key_of(const struct records *r, const struct meeting *m, struct date next, const struct action *a,
                                const struct verdict *v);
int review_key_compare(const struct review_key *a, const struct review_key *b); /* -1, 0, 1 */

/* How the council words what it takes note of; "noterar" unless the council's settings say otherwise. */
#define VERDICT_VERB "noterar"
/* One sentence for the minutes. Appends. `verb` as above. */
void verdict_sentence(const struct verdict *v, const struct action *a, const char *verb, struct buf *out);
/* "H-14 Läkare i konsultteamet". */
void verdict_name(const struct action *a, struct buf *out);

struct verdict_counts {
	size_t of[VERDICT_OUTCOMES], all;
};
struct verdict_counts verdict_count(const struct records *r, const struct meeting *m);
/* "23 punkter: 14 oförändrade, 3 klara ...". Appends. */
void verdict_summary(const struct verdict_counts *n, struct buf *out);
/* All verdicts of a meeting as one paragraph, in groups, without those that are lifted out. Nothing when there are none. */
void verdict_paragraph(const struct records *r, const struct meeting *m, const char *verb, struct buf *out);

#endif
