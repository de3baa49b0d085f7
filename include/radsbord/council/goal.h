/* A goal's own target (delmål): what is written, and from when it holds. */
#ifndef RADSBORD_COUNCIL_GOAL_H
#define RADSBORD_COUNCIL_GOAL_H

#include "radsbord/council/records.h"

/* Reads "85", "85,5" or a range "8-10" (also with an en dash). The upper end of what is no range is unknown. False, and both unknown,
 * when it cannot be read, and when a range has its higher end first. */
bool target_parse(const char *text, struct num *low, struct num *high);
/* The goal's own, in the unit of its indicators. False when there is none. */
bool goal_target(const struct goal *g, struct num *low, struct num *high);
/* From which day the target holds: Galler_fran, or the first day of the year of the plan in the same file; DATE_NONE when
 * neither is known. */
struct date goal_from(const struct records *r, const struct goal *g);

/* One line of what a goal of principle is to be equal for: "ålder: brytpunktssamtal, smartskattning", or "ålder" or "ålder: okänt" when
 * nobody has said how it is measured. Names of indicators as written; strings in the arena. */
struct goal_dimension {
	const char *name;
	struct strings indicators;
};
void goal_dimension_read(const char *line, struct arena *a, struct goal_dimension *out);

#endif
