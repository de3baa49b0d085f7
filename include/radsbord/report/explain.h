/* Why a figure is what it is: rule, formula, inputs down to file and line, source, rounding, published value. */
#ifndef RADSBORD_REPORT_EXPLAIN_H
#define RADSBORD_REPORT_EXPLAIN_H

#include "radsbord/report/overview.h"

/* The whole chain for (place, indicator). */
void report_explain(struct doc *d, const struct model *m, int place, int indicator);
/* What is said of one gap: degree, places, limits, source and line, what answers it. */
void report_gap(struct doc *d, const struct model *m, const struct gap *g);
void report_unit(struct doc *d, const struct model *m, const struct unit *u);
void report_proposal(struct doc *d, const struct model *m, const struct proposal *p);

#endif
