/* Events of a calendar file (RFC 5545), as far as a council needs them: when, what, where, and which they are.
 *
 * Lines are unfolded, text is unescaped, times become Swedish wall time: floating ones as they stand, UTC by the rule of
 * base/date.h, and those of a zone that keeps Swedish time. What cannot be used of an event is said, and nothing is guessed:
 * another zone, a recurrence, more than a day. Alarms, to-dos and other components are passed over. */
#ifndef RADSBORD_STORE_ICS_H
#define RADSBORD_STORE_ICS_H

#include "radsbord/base/date.h"
#include "radsbord/base/error.h"
#include "radsbord/base/mem.h"

struct ics_event {
	int line;                       /* of its BEGIN:VEVENT */
	const char *uid, *summary, *place; /* one line each; NULL: not stated */
	struct date date;
	int start, end;                 /* minutes since midnight, -1: the whole day, or not stated */
	bool cancelled;
	const char *why;                /* why it cannot be used, in Swedish; NULL: it can */
};
struct ics_calendar {
	struct arena arena;
	struct ics_event *items;
	size_t count, cap;
};
/* False, with a sentence that names the line, when it is no calendar or is broken off. */
bool ics_parse(const char *bytes, size_t len, const char *name, struct ics_calendar *out, struct error *e);
void ics_release(struct ics_calendar *c);

#endif
