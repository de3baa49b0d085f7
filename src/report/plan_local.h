/* plan_local.h - what the plan's and the meetings' tables share. Not for other modules. */
#ifndef RADSBORD_REPORT_PLAN_LOCAL_H
#define RADSBORD_REPORT_PLAN_LOCAL_H

#include "radsbord/council/plan.h"
#include "radsbord/report/plan.h"

struct doc_cell plan_number_cell(struct doc *d, int64_t n);     /* absent: nothing */
struct doc_cell plan_text_cell(struct doc *d, const char *text); /* absent: nothing */
/* "pågår, försenad" */
const char *plan_status_text(struct arena *a, const struct model *m, const struct action *act);
/* The name of what a goal of principle is to be equal for, without how it is measured. */
const char *plan_dimension(struct arena *a, const char *line);
/* "ansvarig och datum": what an incomplete action lacks. */
const char *plan_lacking(const struct action *a);
const struct focus *plan_focus(const struct model *m, const char *id);
const struct meeting *plan_meeting(const struct model *m, const char *id);

#endif
