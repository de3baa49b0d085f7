/* The network around the council as tables and details; the columns are the rows of the record tables. */
#ifndef RADSBORD_REPORT_NETWORK_H
#define RADSBORD_REPORT_NETWORK_H

#include "radsbord/report/doc.h"
#include "radsbord/report/model.h"

/* A table of the council's records of a kind: a column a field, named as the field in small letters. Then the count that
 * matters for the kind (vacant posts, participants, what should be checked, what is unanswered). */
void report_network(struct doc *d, const struct model *m, enum record_kind kind);
/* One record: its fields that have a value, and where it stands. */
void report_record(struct doc *d, const struct model *m, enum record_kind kind, const struct record *r);
/* The count in one sentence; appends nothing when there is nothing to count. */
void network_summary(const struct model *m, enum record_kind kind, struct buf *out);

#endif
