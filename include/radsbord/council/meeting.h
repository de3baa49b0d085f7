/* Rules for meetings: the year's quota, warnings for a date. Pure. */
#ifndef RADSBORD_COUNCIL_MEETING_H
#define RADSBORD_COUNCIL_MEETING_H

#include "radsbord/council/change.h"

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
/* The recommended agenda (DOMAIN section 3): 14 headings. */
#define AGENDA_DEFAULT 14
extern const char *const agenda_default[AGENDA_DEFAULT];
/* A new meeting with the default agenda, as one step. `item_ids` are AGENDA_DEFAULT fresh Ids. */
void meeting_add(struct changes *c, const struct meeting *m, const char *file, const char *const *item_ids);
/* An item after the last of a meeting's agenda. `text` may be NULL. */
void meeting_add_item(struct changes *c, const struct records *r, const struct meeting *m, const char *item_id,
                      enum item_kind kind, const char *title, const char *text);
/* The item that gathers the verdicts of a review, after the last. */
void meeting_add_review(struct changes *c, const struct records *r, const struct meeting *m, const char *item_id);
/* The meeting that is held on a day, else the next one, else the last one before it; NULL when there is none. */
const struct meeting *meeting_current(const struct records *r, struct date today);

#endif
