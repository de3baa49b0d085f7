/* A shared cost as a council writes it: its lines read, and the steps that change it. The sums are the engine's
 * (indikator_split_cost). Pure. */
#ifndef RADSBORD_COUNCIL_COST_H
#define RADSBORD_COUNCIL_COST_H

#include "radsbord/base/num.h"
#include "radsbord/council/change.h"

/* The file that costs are written to. */
#define COST_FILE "kostnader.rec"
/* How many municipalities a line of inhabitants may join. */
#define COST_JOINED 60

/* "50 % Region Stockholm", "1/3 stiftelsen": the share of the whole and who pays it; `*who` points into the line. False, with
 * a sentence, when it is neither. */
bool cost_read_share(const char *line, struct num *share, const char **who, struct error *e);
/* "0180 905184", or "0114+0115 165745" for several of whom only the sum is known. Codes go to `codes` (each 4 digits and a
 * NUL); thousands may be grouped. */
bool cost_read_people(const char *line, char codes[COST_JOINED][5], size_t *count, int64_t *people, struct error *e);
/* "1,90": kronor per inhabitant, zero or more. */
bool cost_read_per_inhabitant(const char *text, struct num *kronor, struct error *e);

/* The step in which a municipality begins or stops taking part. */
void cost_toggle(struct changes *c, const struct cost *cost, const char *code, const char *name);

#endif
