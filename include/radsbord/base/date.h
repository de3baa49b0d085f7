/* Dates, times of day, Swedish time, ISO weeks and public holidays. No clock of its own. */
#ifndef RADSBORD_BASE_DATE_H
#define RADSBORD_BASE_DATE_H

#include "radsbord/base/mem.h"

#include <stdint.h>

/* A calendar day (proleptic Gregorian). year 0 = no date. */
struct date {
	int16_t year;
	int8_t month, day;
};
#define DATE_NONE ((struct date){0, 0, 0})

bool date_known(struct date d);
bool date_valid(int year, int month, int day);
int date_cmp(struct date a, struct date b);
/* Days since 1970-01-01, and back. DATE_NONE is INT32_MIN; what lies outside the years 1-9999 is DATE_NONE. */
int32_t date_days(struct date d);
struct date date_from_days(int32_t days);
struct date date_add_days(struct date d, int days);
/* The same day `months` later, or the last of that month. */
struct date date_add_months(struct date d, int months);
int date_weekday(struct date d);                    /* 1 = Monday ... 7 = Sunday; 0: no date */
int date_iso_week(struct date d, int *iso_year);    /* iso_year may be NULL */
int date_weeks_in_year(int iso_year);               /* 52 or 53 */
struct date date_of_iso_week(int iso_year, int week, int weekday);

/* Exactly YYYY-MM-DD. */
bool date_parse(const char *s, struct date *out);
/* As people write it, seen from `today`: 2026-11-23, 23/11, 23 november (2026), imorgon, idag, +14,
 * v 49 (Monday of it), fre (the next one, never today), mån 23 nov; and in English: tomorrow, wk 49, Fri. Any case, with or without diacritics. A day
 * or week without a year is the next one, today and this week included. */
bool date_parse_human(const char *s, struct date today, struct date *out);
void date_format_iso(struct buf *out, struct date d);    /* 2019-01-29 */
void date_format_long(struct buf *out, struct date d);   /* 29 januari 2019 */
void date_format_short(struct buf *out, struct date d);  /* 29 jan */
void date_format_weekday(struct buf *out, struct date d);/* mån 23 nov */
extern const char *const date_months[12];      /* januari ... */
extern const char *const date_weekdays[7];     /* måndag ... */
extern const char *const date_weekdays_short[7];

/* Minutes since midnight, or -1. Accepts 9, 9.00, 09:00, kl. 9.30. */
int time_parse(const char *s);
void time_format(struct buf *out, int minutes); /* 9.30 */

/* Seconds since 1970 UTC -> Swedish wall time by the EU rule (last Sundays of March and October, 01:00 UTC). */
struct wall {
	struct date date;
	int minutes, seconds;
};
struct wall wall_from_utc(int64_t utc);
/* "2026-11-23T08:42:10Z" and back. */
void utc_format(struct buf *out, int64_t utc);
bool utc_parse(const char *s, int64_t *out);

/* The one clock, handed in by main; tests own theirs. */
struct clock {
	int64_t (*utc)(void *ctx);     /* seconds since 1970 UTC */
	int64_t (*mono_ms)(void *ctx); /* milliseconds, never backwards */
	void *ctx;
};
struct date clock_today(const struct clock *c); /* the Swedish date */

/* Public holidays, lag (1989:253) om allmänna helgdagar, computed; eves and bridge days by custom. */
enum holiday_kind { HOLIDAY_RED, HOLIDAY_EVE_OFF, HOLIDAY_EVE_SHORT, HOLIDAY_BRIDGE };
struct holiday {
	struct date date;
	enum holiday_kind kind;
	const char *name; /* static */
};
#define HOLIDAYS_MAX 40
/* Fills `out` in date order; returns the count. A date may stand twice (trettondagsafton and klämdag). */
size_t holidays_of_year(int year, struct holiday out[HOLIDAYS_MAX]);
struct date easter_sunday(int year);
/* True on Saturdays, Sundays, red days and eves off. */
bool date_is_free(struct date d);
/* The day `days` working days before d, which need not be one itself; free days and eves off are not counted. d for 0. */
struct date date_workdays_before(struct date d, int days);

#endif
