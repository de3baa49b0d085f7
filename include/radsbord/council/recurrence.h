/* Recurring meetings as people write them, and the days they give in a year. Pure.
 *
 *     andra torsdagen i månaden kl. 9–12
 *     sista tisdagen i mars, juni, september och december, halvdag
 *     var tredje månad den 15               mars, juni, september, december
 *     varannan månad från februari första onsdagen utom juli
 *
 * "Var tredje månad" begins with the third month of the year unless "från" says another. Upper and lower case, and diacritics,
 * make no difference. */
#ifndef RADSBORD_COUNCIL_RECURRENCE_H
#define RADSBORD_COUNCIL_RECURRENCE_H

#include "radsbord/base/date.h"
#include "radsbord/base/error.h"

struct recurrence {
	int ordinal;        /* 1-5, -1: the last; 0: by the day of the month */
	int weekday;        /* 1 = Monday; with an ordinal */
	int day;            /* of the month; without one */
	unsigned months;    /* 1 << 0 January ... */
	int start, end;     /* minutes, -1: not said */
	bool full_day, half_day;
};
/* False, with one sentence that says what is wrong and what can be written, when it cannot be read. */
bool recurrence_parse(const char *text, struct recurrence *out, struct error *e);

/* A day of the year. */
struct recurrence_day {
	struct date date;   /* DATE_NONE: the month has no such day */
	struct date meant;  /* as the rule says; the same unless the day was moved */
	int month;          /* 1-12 */
	const char *why;    /* why it was moved: "Kristi himmelsfärdsdag", "klämdag", "lördag"; NULL */
};
#define RECURRENCE_MOST 12
/* The days in order. A public holiday, an eve or a bridge day (base/date.h) is moved to the same weekday a week later, until it is
 * none; a day of the month that is one, or a Saturday or Sunday, to the next day that is none. Moved days may leave their month. */
size_t recurrence_year(const struct recurrence *r, int year, struct recurrence_day out[RECURRENCE_MOST]);
/* "tor 8 jan" or "tor 21 maj (14 maj är Kristi himmelsfärdsdag)" or "februari har ingen sådan dag". Appends. */
void recurrence_say(const struct recurrence_day *d, struct buf *out);

#endif
