/* `radsbord kontroll --mot-rapporten`: the report held against itself. Every agreement and every difference with its
 * reason: printed figures against their own arithmetic, totals against sums, what is said of a service against what the
 * units imply, beds in the tables against beds in the texts. Nothing is corrected. */
#ifndef RADSBORD_REPORT_AGAINST_H
#define RADSBORD_REPORT_AGAINST_H

#include "radsbord/report/doc.h"
#include "radsbord/report/model.h"

/* Columns prov plats region_kod vad rapporten beraknat stammer orsak. Returns how many differ. */
size_t report_against(struct doc *d, const struct model *m);

#endif
