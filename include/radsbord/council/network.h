/* Rules for the network around the council: ombud, education, partners, resources, and questions from workplaces. Pure. */
#ifndef RADSBORD_COUNCIL_NETWORK_H
#define RADSBORD_COUNCIL_NETWORK_H

#include "radsbord/council/change.h"
#include "radsbord/council/seat.h"

enum seat_state liaison_state(const struct liaison *l, struct date today);

/* "Flens kommun 12", "Hospice AB (privat) 3": the organisation (its length), how many came, and whether it is a private
 * provider. False when no number stands last. */
bool education_read_participants(const char *line, size_t *name_len, int64_t *people, bool *is_private);
struct education_count {
	int64_t people, from_private;
	bool all_known;                 /* every line has its number, and there is one */
};
struct education_count education_count(const struct education *e);

/* Never checked, or more than a year ago. */
bool checked_is_stale(struct date checked, struct date today);
bool resource_is_stale(const struct resource *r, struct date today);

enum question_state { QUESTION_OPEN, QUESTION_TAKEN_UP, QUESTION_ACTION, QUESTION_ANSWERED };
/* Answered when a day is written; else what became of it. */
enum question_state question_state(const struct question *q);
extern const char *const question_states[];

/* A question becomes an item of a meeting, after its last, or an action of a plan; the question points at what it became.
 * Ids are made by app. */
void question_take_up(struct changes *c, const struct records *r, const struct question *q, const struct meeting *m,
                      const char *item_id);
void question_to_action(struct changes *c, const struct records *r, const struct question *q, const char *action_id,
                        const char *file);

#endif
