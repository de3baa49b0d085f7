/* Rules for meetings: the year's quota, warnings for a date. Pure. */
#ifndef RADSBORD_COUNCIL_MEETING_H
#define RADSBORD_COUNCIL_MEETING_H

#include "radsbord/council/agenda.h"

struct meeting_quota {
	int64_t half_days, full_days;         /* what the plan asks for; FIELD_INT_NONE: not stated */
	int64_t planned_half, planned_full;   /* not cancelled */
	int64_t held_half, held_full;
};
struct meeting_quota meeting_quota(const struct records *r, const struct plan *plan, int year);
/* The next meeting from `today` on that is neither held nor cancelled, the earlier one of a day; NULL when none is planned. */
const struct meeting *meeting_next(const struct records *r, struct date today);
/* Warns of a day: weekend, public holiday, eve, bridge day, another meeting the same day. Appends a Swedish sentence each,
 * with a blank between; nothing when all is well. */
void meeting_warn(const struct records *r, struct date day, struct buf *out);
/* The number of the next new meeting: max + 1. */
int64_t meeting_next_nr(const struct records *r);
/* "moten/2026-11-24-<id>.rec", in the arena. */
const char *meeting_file(const struct meeting *m, struct arena *a);
/* A new meeting with its agenda, as one step. `item_ids` are agenda->count fresh Ids. */
void meeting_add(struct changes *c, const struct meeting *m, const char *file, const struct agenda *agenda,
                 const char *const *item_ids);
/* A year's meetings as one step: one on each day, as `pattern` (its Id, number and day are not looked at), numbered on. `first` is the
 * agenda of the first, with what is carried over; `others` of the rest. `ids` are fresh: count * (1 + the items of its agenda). */
void meetings_lay_in(struct changes *c, const struct records *r, const struct meeting *pattern, const struct date *days, size_t count,
                     const struct agenda *first, const struct agenda *others, const char *const *ids);
/* True when a meeting that is not cancelled is on that day. */
bool meeting_on(const struct records *r, struct date day);
/* An item on a meeting's agenda, before the other questions (agenda_insert). `text` may be NULL. */
void meeting_add_item(struct changes *c, const struct records *r, const struct meeting *m, const char *item_id,
                      enum item_kind kind, const char *title, const char *text);
/* The item that gathers the verdicts of a review, in the same place. */
void meeting_add_review(struct changes *c, const struct records *r, const struct meeting *m, const char *item_id);
/* The meeting that is held on a day, else the next one, else the last one before it; NULL when there is none. */
const struct meeting *meeting_current(const struct records *r, struct date today);

#endif
