/* Public holidays: lag (1989:253) om allmänna helgdagar, as it stands since 2005. */
#include "radsbord/base/date.h"
#include "radsbord/base/language.h"

#include <string.h>

/* How a day is found. */
enum basis {
	FIXED,    /* month and day */
	EASTER,   /* `day` days after Easter Sunday */
	SATURDAY, /* the Saturday on or after month and day */
	FRIDAY,   /* the day before that Saturday */
};

static const struct rule {
	enum basis basis;
	int month, day;
	enum holiday_kind kind;
	const char *name;
} rules[] = {
	{FIXED, 1, 1, HOLIDAY_RED, N_("Nyårsdagen")},
	{FIXED, 1, 5, HOLIDAY_EVE_SHORT, N_("Trettondagsafton")},
	{FIXED, 1, 6, HOLIDAY_RED, N_("Trettondedag jul")},
	{EASTER, 0, -3, HOLIDAY_EVE_SHORT, N_("Skärtorsdagen")},
	{EASTER, 0, -2, HOLIDAY_RED, N_("Långfredagen")},
	{EASTER, 0, -1, HOLIDAY_EVE_OFF, N_("Påskafton")},
	{EASTER, 0, 0, HOLIDAY_RED, N_("Påskdagen")},
	{EASTER, 0, 1, HOLIDAY_RED, N_("Annandag påsk")},
	{FIXED, 4, 30, HOLIDAY_EVE_SHORT, N_("Valborgsmässoafton")},
	{FIXED, 5, 1, HOLIDAY_RED, N_("Första maj")},
	{EASTER, 0, 39, HOLIDAY_RED, N_("Kristi himmelsfärdsdag")},
	{EASTER, 0, 48, HOLIDAY_EVE_OFF, N_("Pingstafton")},
	{EASTER, 0, 49, HOLIDAY_RED, N_("Pingstdagen")},
	{FIXED, 6, 6, HOLIDAY_RED, N_("Nationaldagen")},
	{FRIDAY, 6, 20, HOLIDAY_EVE_OFF, N_("Midsommarafton")},
	{SATURDAY, 6, 20, HOLIDAY_RED, N_("Midsommardagen")},
	{FRIDAY, 10, 31, HOLIDAY_EVE_SHORT, N_("Allhelgonaafton")},
	{SATURDAY, 10, 31, HOLIDAY_RED, N_("Alla helgons dag")},
	{FIXED, 12, 24, HOLIDAY_EVE_OFF, N_("Julafton")},
	{FIXED, 12, 25, HOLIDAY_RED, N_("Juldagen")},
	{FIXED, 12, 26, HOLIDAY_RED, N_("Annandag jul")},
	{FIXED, 12, 31, HOLIDAY_EVE_OFF, N_("Nyårsafton")},
};
enum { RULES = sizeof rules / sizeof rules[0] };

/* The Gregorian computus (Meeus, Jones and Butcher). */
struct date easter_sunday(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
	int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
	int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;

	if (!date_valid(year, 1, 1))
		return DATE_NONE;
	return (struct date){(int16_t)year, (int8_t)(f / 31), (int8_t)(f % 31 + 1)};
}

static struct date rule_date(const struct rule *r, int year, struct date easter)
{
	struct date d = {(int16_t)year, (int8_t)r->month, (int8_t)r->day};

	switch (r->basis) {
	case EASTER:
		return date_add_days(easter, r->day);
	case SATURDAY:
		return date_add_days(d, (13 - date_weekday(d)) % 7);
	case FRIDAY:
		return date_add_days(d, (13 - date_weekday(d)) % 7 - 1);
	case FIXED:
		break;
	}
	return d;
}

bool date_is_free(struct date d)
{
	struct date easter;

	if (!date_known(d))
		return false;
	if (date_weekday(d) >= 6)
		return true;
	easter = easter_sunday(d.year);
	for (size_t i = 0; i < RULES; i++)
		if (rules[i].kind <= HOLIDAY_EVE_OFF &&
		    date_cmp(rule_date(&rules[i], d.year, easter), d) == 0)
			return true;
	return false;
}

struct date date_workdays_before(struct date d, int days)
{
	while (days > 0 && date_known(d)) {
		d = date_add_days(d, -1);
		if (!date_is_free(d))
			days--;
	}
	return d;
}

/* In date order; on the same day by name, so that the order is always the same. */
static void insert(struct holiday *out, size_t *count, struct holiday h)
{
	size_t i = *count;

	while (i > 0) {
		int order = date_cmp(out[i - 1].date, h.date);

		if (order < 0 || (order == 0 && strcmp(out[i - 1].name, h.name) < 0))
			break;
		out[i] = out[i - 1];
		i--;
	}
	out[i] = h;
	++*count;
}

/* A working day with free days on both sides. */
static void add_bridge(struct holiday *out, size_t *count, struct date d)
{
	if (date_is_free(d) || !date_is_free(date_add_days(d, -1)) ||
	    !date_is_free(date_add_days(d, 1)))
		return;
	for (size_t i = 0; i < *count; i++)
		if (out[i].kind == HOLIDAY_BRIDGE && date_cmp(out[i].date, d) == 0)
			return;
	insert(out, count, (struct holiday){.date = d, .kind = HOLIDAY_BRIDGE, .name = N_("Klämdag")});
}

size_t holidays_of_year(int year, struct holiday out[HOLIDAYS_MAX])
{
	struct date easter = easter_sunday(year);
	size_t count = 0;

	if (!date_known(easter))
		return 0;
	for (size_t i = 0; i < RULES; i++)
		insert(out, &count,
		       (struct holiday){.date = rule_date(&rules[i], year, easter),
		                        .kind = rules[i].kind,
		                        .name = rules[i].name});
	/* A bridge always touches a free day that is no weekend; 31 December is free, so all lie within the year. */
	for (size_t i = 0; i < RULES; i++) {
		struct date d = rule_date(&rules[i], year, easter);

		if (rules[i].kind > HOLIDAY_EVE_OFF)
			continue;
		add_bridge(out, &count, date_add_days(d, -1));
		add_bridge(out, &count, date_add_days(d, 1));
	}
	return count;
}
