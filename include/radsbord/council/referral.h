/* Rules for referrals: their way-points counted backwards from the day the answer is due, what is late, and the steps that
 * change them. Pure. */
#ifndef RADSBORD_COUNCIL_REFERRAL_H
#define RADSBORD_COUNCIL_REFERRAL_H

#include "radsbord/council/change.h"

#define REFERRAL_FILE "remisser.rec"

enum referral_state { REFERRAL_OPEN, REFERRAL_SOON, REFERRAL_LATE, REFERRAL_SENT };
/* Sent when a day is written; late when the day has passed; soon when it is within two weeks. Derived, never stored. */
enum referral_state referral_state(const struct referral *r, struct date today);
extern const char *const referral_states[];

/* The day of a way-point: its own, else so many working days before the answer is due. DATE_NONE when neither is known. */
struct date waypoint_date(const struct waypoint *w, const struct referral *r);
/* The way-points of a referral by day; writes at most `max` indices, returns how many there are. */
size_t waypoints_of(const struct records *r, const struct referral *referral, size_t *out, size_t max);
/* The next thing to do for a referral: its first way-point that is not done, NULL when none is left. */
const struct waypoint *waypoint_next(const struct records *r, const struct referral *referral);
/* The unsent referral whose answer is due first, NULL when there is none. */
const struct referral *referral_first_due(const struct records *r);

/* A new referral with the way-points of the newest one before it: the same names and working days. `ids` are fresh Ids, one for
 * the referral and one for each way-point (referral_ids_needed). */
size_t referral_ids_needed(const struct records *r);
void referral_add(struct changes *c, const struct records *r, const struct referral *referral, const char *const *ids);
/* The answer is sent; the way-point is done. Again: it is not. */
/* True when there is an answer to send: the council has taken a position, or said that it takes none. */
bool referral_may_be_sent(const struct referral *r);
void referral_toggle_sent(struct changes *c, const struct referral *r, struct date today);
void waypoint_toggle_done(struct changes *c, const struct waypoint *w, struct date today);
void referral_set_position(struct changes *c, const struct referral *r, enum referral_position position);
/* An item of a meeting, after its last, that takes the referral up; the referral points at the meeting. */
void referral_take_up(struct changes *c, const struct records *all, const struct referral *r, const struct meeting *m,
                      const char *item_id);

#endif
