/* minutes_local.h - what the files of the minutes share. Not for other modules. */
#ifndef RADSBORD_REPORT_MINUTES_LOCAL_H
#define RADSBORD_REPORT_MINUTES_LOCAL_H

#include "radsbord/council/attendance.h"
#include "radsbord/report/minutes.h"

const char *minutes_word(const struct model *m); /* "Protokoll" */
bool minutes_by_year(const struct model *m);
/* The paragraphs, in the arena. */
struct paragraph *minutes_all(const struct model *m, const struct meeting *mt, struct arena *a, size_t *count);
/* "Flens kommun: Anna Ek, ordförande". */
const char *minutes_attendee(const struct model *m, const struct attendee *at, bool wall, struct arena *a);

#endif
