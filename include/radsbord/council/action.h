/* Rules for actions and activities: what is overdue, what is incomplete, what a step changes. Pure. */
#ifndef RADSBORD_COUNCIL_ACTION_H
#define RADSBORD_COUNCIL_ACTION_H

#include "radsbord/council/change.h"

/* Derived, never stored: due before today and neither done, dropped nor standing (DOMAIN section 3; a standing activity
 * is followed up yearly and has no due date: SCREENS, "Words"). */
bool action_is_overdue(const struct action *a, struct date today);
/* Not done and not dropped. */
bool action_is_open(const struct action *a);
/* "Att komplettera": a task without owner or without date. Standing activities need no date. */
bool action_is_incomplete(const struct action *a);
/* The next display number: max + 1. */
int64_t action_next_nr(const struct records *r);
/* The actions that answer a gap; writes at most `max` indices, returns how many there are. */
size_t actions_for_gap(const struct records *r, const char *gap_id, size_t *out, size_t max);
/* The same for a proposal. */
size_t actions_for_proposal(const struct records *r, const char *proposal_id, size_t *out, size_t max);
/* Who walks through all actions has the memory of the one so many places on fetched: of a hundred thousand each would else be waited
 * for longer than it takes to look at. */
enum { ACTIONS_AHEAD = 16 };
/* How many actions answer each gap and each proposal, for who asks of many: one pass over the actions. Zero-initialise; borrows the
 * Ids of the records, which may be NULL. */
struct action_answers {
	struct map gaps, proposals; /* Id -> index of counts */
	size_t *counts, count, cap;
};
void action_answers_make(struct action_answers *a, const struct records *r);
size_t action_answers_gap(const struct action_answers *a, const char *gap_id);
size_t action_answers_proposal(const struct action_answers *a, const char *proposal_id);
void action_answers_release(struct action_answers *a);

/* Steps. Each gives the changes and their title; nothing is changed here. An action that is done keeps the day it was done,
 * and an empty note is none. */
void action_set_status(struct changes *c, const struct action *a, enum action_status status, struct date today);
void action_set_due(struct changes *c, const struct action *a, struct date due);
void action_set_owner(struct changes *c, const struct action *a, const char *owner);
void action_add_note(struct changes *c, const struct action *a, const char *text, struct date today);
/* A new action from a gap: title from the gap's wording, the gap linked. `id` is made by app. `proposal` may be NULL: its
 * template is then the title. `file` is the plan's file. */
void action_from_gap(struct changes *c, const struct gap *g, const struct proposal *p, const char *id,
                     int64_t nr, const char *file);
/* The same from a proposal alone. */
void action_from_proposal(struct changes *c, const struct proposal *p, const char *id, int64_t nr, const char *file);
/* The plan the council works by in a year: the newest not after it, or the earliest of those to come. NULL when none. */
const struct plan *plan_for_year(const struct records *r, int year);

#endif
