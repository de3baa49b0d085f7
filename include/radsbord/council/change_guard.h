/* What a step would bring of personal identity numbers (base/guard.h). Every text value is looked at; what the record held
 * before the step is not asked about again. */
#ifndef RADSBORD_COUNCIL_CHANGE_GUARD_H
#define RADSBORD_COUNCIL_CHANGE_GUARD_H

#include "radsbord/council/change.h"

/* The highest level among the numbers that are new; *shown (may be NULL) gets the first of that level, masked. */
enum guard_level changes_guard(const struct changes *c, struct buf *shown);
/* True when the step may be committed: nothing new is to be asked about, or the person has kept it (c->keep). Else e says
 * what was found, masked, and what to do. */
bool changes_guard_allows(const struct changes *c, struct error *e);
/* True when any value, old or new, holds a number to ask about: such a step is not remembered for undo. */
bool changes_hold_number(const struct changes *c);

#endif
