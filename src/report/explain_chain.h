/* explain_chain.h - from a record to the verdicts that rest on it. Not for other modules. */
#ifndef RADSBORD_REPORT_EXPLAIN_CHAIN_H
#define RADSBORD_REPORT_EXPLAIN_CHAIN_H

#include "radsbord/report/doc.h"
#include "radsbord/report/model.h"

/* In which places a gap or a fact decides, what outweighs it, where units contradict it. */
void explain_gap_chain(struct doc *d, const struct model *m, const struct gap *g);
/* What a unit says of each service that its type is asked for, and where the answer rests on it. */
void explain_unit_chain(struct doc *d, const struct model *m, const struct unit *u);

#endif
