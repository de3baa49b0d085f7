/* Answers to proposals: how far the region, or one of its units, has come with what a source proposes. An answer is never
 * changed: a new one is written beside it, and the latest counts. Pure. */
#ifndef RADSBORD_COUNCIL_ANSWER_H
#define RADSBORD_COUNCIL_ANSWER_H

#include "radsbord/council/change.h"

/* The file that answers are written to. */
#define ANSWER_FILE "forslagssvar.rec"

/* The latest answer to a proposal for a region (its code) or a unit (its Id): by date, and among those of a day the last
 * one written. NULL when nobody has answered, and when `r` is NULL. */
const struct proposal_answer *answer_latest(const struct records *r, const char *proposal, const char *holds_for);
/* All answers to a proposal, newest first; writes at most `max` indices, returns how many there are. */
size_t answers_to(const struct records *r, const char *proposal, size_t *out, size_t max);

/* The step that writes a new answer. `id` is made by app. */
void answer_add(struct changes *c, const struct proposal *p, const char *holds_for, enum answer_status status,
                const char *source, struct date today, const char *id);

#endif
