/* A month as weeks: which days are free, between free days, or meeting days. */
#include "radsbord/base/figure.h"

#include <string.h>

const char figure_month_marks[FIGURE_MONTH_KINDS] = {' ', 'k', 'h', 'm'};

static bool is_meeting(struct date d, const struct date *meetings, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (date_cmp(meetings[i], d) == 0)
			return true;
	return false;
}

/* What the year's list says of a day, the more important kind first: an eve of short hours is named but not marked. */
static enum figure_month_kind holiday_kind(const struct holiday *holidays, size_t count, struct date d)
{
	enum figure_month_kind kind = FIGURE_MONTH_PLAIN;

	for (size_t i = 0; i < count; i++) {
		if (date_cmp(holidays[i].date, d) != 0)
			continue;
		if (holidays[i].kind <= HOLIDAY_EVE_OFF)
			return FIGURE_MONTH_HOLIDAY;
		if (holidays[i].kind == HOLIDAY_BRIDGE)
			kind = FIGURE_MONTH_BRIDGE;
	}
	return kind;
}

/* The holidays of a year, read once as long as the year is the same. */
struct of_year {
	int year;
	size_t count;
	struct holiday items[HOLIDAYS_MAX];
};

static void read_year(struct of_year *y, int year)
{
	if (y->year != year)
		y->count = holidays_of_year(year, y->items);
	y->year = year;
}

void figure_month_make(struct figure_month *f, struct date in, const struct date *meetings, size_t count)
{
	struct date first = {in.year, in.month, 1}, next = date_add_months(first, 1);
	struct date day = date_add_days(first, 1 - date_weekday(first));
	struct of_year year = {0};

	*f = (struct figure_month){.year = in.year, .month = in.month};
	while (f->count < FIGURE_WEEKS && date_known(day) && (!date_known(next) || date_cmp(day, next) < 0)) {
		struct figure_week *w = &f->weeks[f->count++];

		w->number = date_iso_week(day, NULL);
		for (int i = 0; i < 7 && date_known(day); i++, day = date_add_days(day, 1)) {
			read_year(&year, day.year);
			w->days[i] = (struct figure_month_day){
			    .date = day,
			    .outside = day.month != in.month,
			    .free = date_is_free(day),
			    .kind = is_meeting(day, meetings, count) ? FIGURE_MONTH_MEETING : holiday_kind(year.items, year.count, day),
			};
		}
	}
}

size_t figure_month_top(const struct figure_month *f, struct date chosen, size_t rows)
{
	size_t at = 0;

	if (rows >= f->count)
		return 0;
	for (size_t i = 0; i < f->count; i++)
		for (int k = 0; k < 7; k++)
			if (!f->weeks[i].days[k].outside && date_cmp(f->weeks[i].days[k].date, chosen) == 0)
				at = i;
	at = at > rows / 2 ? at - rows / 2 : 0;
	return at + rows > f->count ? f->count - rows : at;
}

bool figure_month_has(const struct figure_month *f, enum figure_month_kind kind)
{
	for (size_t i = 0; i < f->count; i++)
		for (int k = 0; k < 7; k++)
			if (!f->weeks[i].days[k].outside && f->weeks[i].days[k].kind == kind)
				return true;
	return false;
}
