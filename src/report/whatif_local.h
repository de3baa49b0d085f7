/* whatif_local.h - what the files of what if share. Not for other modules. */
#ifndef RADSBORD_REPORT_WHATIF_LOCAL_H
#define RADSBORD_REPORT_WHATIF_LOCAL_H

#include "radsbord/report/whatif.h"

/* The engine's assumptions while they are made of changes. */
struct whatif_making {
	struct whatif *w;
	struct error *e;
	struct indikator_assumption items[SCENARIO_CHANGES_MOST * 4];
	int change[SCENARIO_CHANGES_MOST * 4]; /* which change each comes from */
	size_t count;
	int now;                               /* the change that is made */
	size_t new_units;
};
/* Adds the assumptions of one change. False, with a sentence, when it cannot be made. */
bool whatif_assume(struct whatif_making *x, const struct scenario_change *c);
bool whatif_assume_unit(struct whatif_making *x, const struct scenario_change *c, int place);
/* More beds in a place: all, and those on hospitals. */
bool whatif_assume_beds(struct whatif_making *x, int place, struct num amount, enum scenario_beds where);
bool whatif_add(struct whatif_making *x, struct indikator_assumption a);
bool whatif_wrong(struct whatif_making *x, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Fills w->said from what the set assumes. */
void whatif_say(struct whatif *w);

#endif
