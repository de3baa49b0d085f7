/* The council's own inventory: units, gaps and yearly figures, beside the national ones. Pure.
 *
 * A council's unit or gap with the Id of a national one outweighs it: the national record is neither shown nor counted, and whatever
 * names the Id (figures, answers, actions) still does. A new inventory year keeps the answers so far as a record of their own that ended
 * the day before (Ersatt_av names the unit), and the unit goes on under its Id. */
#ifndef RADSBORD_COUNCIL_INVENTORY_H
#define RADSBORD_COUNCIL_INVENTORY_H

#include "radsbord/council/change.h"

/* True when the council (may be NULL) has a record of its own in place of this national one. */
bool inventory_outweighs(const struct records *council, enum record_kind kind, const char *id);
/* A national record as the council's own to begin with: the same Id and what it says, without the place in the source. Borrowed strings. */
void inventory_own_unit(const struct unit *national, struct unit *out);
void inventory_own_gap(const struct gap *national, struct gap *out);

/* The step of a new inventory year from `today` on. `own`: u is the council's; else it becomes so. `old_id` is for the answers so far. */
void inventory_new_year(struct changes *c, const struct unit *u, bool own, const char *old_id, struct date today);
/* True when a new year can begin: the answers so far are older than today. */
bool inventory_may_begin(const struct unit *u, struct date today);
/* The step that ends a gap: it held until yesterday. `own` as above. */
void inventory_close_gap(struct changes *c, const struct gap *g, bool own, struct date today);

/* The unit's figure of a year as it stands, from the file of units' figures; NULL when there is none. */
const struct measurement *inventory_figure(const struct records *r, const char *unit, int year, const char *measure);
#define INVENTORY_SOURCE "enheterna"
#define INVENTORY_FIGURES "matt/enheterna.csv"
/* Sets the figure; `value` is as in a file ("12.5"), "" takes it away. Nothing when it is the one that stands. `informant` may be NULL. */
void inventory_set_figure(struct changes *c, const struct records *r, const char *unit, int year, const char *measure, const char *value,
                          const char *informant, struct date today);

#endif
