/* The council's meetings as a calendar file, RFC 5545. */
#ifndef RADSBORD_REPORT_CALENDAR_H
#define RADSBORD_REPORT_CALENDAR_H

#include "radsbord/report/model.h"

/* Appends the meetings of a year (0: all) that have a date. Times are Swedish wall time, with the rule of the EU for summer time; a
 * meeting without a time is a whole day. The UID of a meeting never changes: its Id. `utc` (seconds since 1970) is when the
 * file is made; `sequence` tells how often the meeting has been changed, and NULL is never. A cancelled meeting stays, as
 * cancelled, so that it leaves the calendars it has reached. */
void report_calendar(const struct model *m, int year, int64_t utc, int (*sequence)(void *ctx, const char *id), void *ctx,
                     struct buf *out);

#endif
