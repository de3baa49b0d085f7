/* The council's year as twelve months: meetings, days that referrals wait for, education, and the days people are free. */
#ifndef RADSBORD_REPORT_WHEEL_H
#define RADSBORD_REPORT_WHEEL_H

#include "radsbord/report/doc.h"
#include "radsbord/report/model.h"

/* Items by date; strings constant or in `a`. */
void wheel_build(struct figure_wheel *f, struct arena *a, const struct model *m, int year);
/* `radsbord arshjul`: columns datum vecka slag vad. And when the plan says the council reports. */
void report_wheel(struct doc *d, const struct model *m, int year);

#endif
