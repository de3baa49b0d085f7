/* gap_local.h - what concerns a place, shared by the lists. Not for other modules. */
#ifndef RADSBORD_REPORT_GAP_LOCAL_H
#define RADSBORD_REPORT_GAP_LOCAL_H

#include "radsbord/report/filter.h"
#include "radsbord/report/gaps.h"

bool gap_concerns(const struct model *m, const struct gap *g, int place);
/* On the day services are judged on. */
bool gap_valid(const struct model *m, const struct gap *g);
/* Leaves the rows that the filter takes; the choice is the caller's to end. */
struct record_choice *gap_rows_choose(struct gap_rows *r, const struct model *m, int place);
/* The unit lies in, around or within the place, or serves it. */
bool unit_concerns(const struct model *m, const struct unit *u, int place);

#endif
