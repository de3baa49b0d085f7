/* The calendar: arithmetic on days, ISO weeks and Swedish wall time. */
#include "radsbord/base/date.h"

enum { YEAR_FIRST = 1, YEAR_LAST = 9999, DAY_SECONDS = 86400 };

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month)
{
	static const int8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return days[month - 1] + (month == 2 && is_leap(year));
}

static struct date make_date(int year, int month, int day)
{
	return (struct date){(int16_t)year, (int8_t)month, (int8_t)day};
}

bool date_known(struct date d)
{
	return d.year != 0;
}

bool date_valid(int year, int month, int day)
{
	return year >= YEAR_FIRST && year <= YEAR_LAST && month >= 1 && month <= 12 && day >= 1 &&
	       day <= days_in_month(year, month);
}

int date_cmp(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.day > b.day) - (a.day < b.day);
}

/* Days before 1 January of `year`, counted from 0001-01-01. */
static int32_t days_before_year(int year)
{
	int32_t y = year - 1;

	return y * 365 + y / 4 - y / 100 + y / 400;
}

enum { DAYS_TO_1970 = 719162 }; /* from 0001-01-01 */

int32_t date_days(struct date d)
{
	int32_t days;

	if (!date_known(d))
		return INT32_MIN;
	days = days_before_year(d.year) - DAYS_TO_1970;
	for (int m = 1; m < d.month; m++)
		days += days_in_month(d.year, m);
	return days + d.day - 1;
}

struct date date_from_days(int32_t days)
{
	int64_t n = (int64_t)days + DAYS_TO_1970;
	int year, month = 1;
	int32_t rest;

	if (n < 0 || n >= days_before_year(YEAR_LAST + 1))
		return DATE_NONE;
	/* 146097 days make 400 years; the guess is at most one year off. */
	year = (int)(n * 400 / 146097) + 1;
	while (days_before_year(year) > n)
		year--;
	while (days_before_year(year + 1) <= n)
		year++;
	rest = (int32_t)n - days_before_year(year);
	while (rest >= days_in_month(year, month))
		rest -= days_in_month(year, month++);
	return make_date(year, month, rest + 1);
}

struct date date_add_days(struct date d, int days)
{
	int64_t sum = (int64_t)date_days(d) + days;

	if (!date_known(d) || sum < INT32_MIN || sum > INT32_MAX)
		return DATE_NONE;
	return date_from_days((int32_t)sum);
}

struct date date_add_months(struct date d, int months)
{
	int64_t n = (int64_t)d.year * 12 + d.month - 1 + months;
	int year, month, last;

	if (!date_known(d) || n < YEAR_FIRST * 12 || n >= (YEAR_LAST + 1) * 12)
		return DATE_NONE;
	year = (int)(n / 12);
	month = (int)(n % 12) + 1;
	last = days_in_month(year, month);
	return make_date(year, month, d.day < last ? d.day : last);
}

int date_weekday(struct date d)
{
	/* 0001-01-01 was a Monday. */
	return !date_known(d) ? 0 : (int)(((int64_t)date_days(d) + DAYS_TO_1970) % 7) + 1;
}

int date_weeks_in_year(int iso_year)
{
	/* The last week is the one with 28 December in it. */
	struct date d = make_date(iso_year, 12, 28);
	int yearday = date_days(d) - date_days(make_date(iso_year, 1, 1));

	return (yearday - date_weekday(d) + 11) / 7;
}

int date_iso_week(struct date d, int *iso_year)
{
	int yearday = date_days(d) - date_days(make_date(d.year, 1, 1));
	int week = (yearday - date_weekday(d) + 11) / 7;
	int year = d.year;

	if (!date_known(d)) {
		week = 0;
	} else if (week < 1) {
		year--;
		week = date_weeks_in_year(year);
	} else if (week > date_weeks_in_year(year)) {
		year++;
		week = 1;
	}
	if (iso_year)
		*iso_year = year;
	return week;
}

struct date date_of_iso_week(int iso_year, int week, int weekday)
{
	struct date fourth; /* 4 January always lies in week 1 */

	if (iso_year < YEAR_FIRST || iso_year > YEAR_LAST || week < 1 ||
	    week > date_weeks_in_year(iso_year) || weekday < 1 || weekday > 7)
		return DATE_NONE;
	fourth = make_date(iso_year, 1, 4);
	return date_add_days(fourth, (week - 1) * 7 + weekday - date_weekday(fourth));
}

static struct date last_sunday(int year, int month)
{
	struct date last = make_date(year, month, days_in_month(year, month));

	return date_add_days(last, -(date_weekday(last) % 7));
}

/* Days and seconds of a UTC time; false outside the years a date can have. */
static bool split_utc(int64_t utc, struct date *day, int *seconds)
{
	int64_t days = utc / DAY_SECONDS, rest = utc % DAY_SECONDS;

	if (rest < 0) {
		days--;
		rest += DAY_SECONDS;
	}
	if (days < INT32_MIN || days > INT32_MAX)
		return false;
	*day = date_from_days((int32_t)days);
	*seconds = (int)rest;
	return date_known(*day);
}

static int64_t utc_of(struct date d, int hour)
{
	return (int64_t)date_days(d) * DAY_SECONDS + hour * 3600;
}

struct wall wall_from_utc(int64_t utc)
{
	struct wall w = {.date = DATE_NONE};
	struct date day;
	int seconds, offset = 1;

	if (!split_utc(utc, &day, &seconds))
		return w;
	if (utc >= utc_of(last_sunday(day.year, 3), 1) &&
	    utc < utc_of(last_sunday(day.year, 10), 1))
		offset = 2;
	if (!split_utc(utc + offset * 3600, &w.date, &seconds))
		return (struct wall){.date = DATE_NONE};
	w.minutes = seconds / 60;
	w.seconds = seconds % 60;
	return w;
}

void utc_format(struct buf *out, int64_t utc)
{
	struct date d;
	int s;

	if (split_utc(utc, &d, &s))
		buf_printf(out, "%04d-%02d-%02dT%02d:%02d:%02dZ", d.year, d.month, d.day, s / 3600,
		           s / 60 % 60, s % 60);
}

struct date clock_today(const struct clock *c)
{
	return wall_from_utc(c->utc(c->ctx)).date;
}
