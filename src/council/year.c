#include "radsbord/council/year.h"

struct date year_first(int year)
{
	return (struct date){(int16_t)year, 1, 1};
}

struct date year_last(int year)
{
	return (struct date){(int16_t)year, 12, 31};
}

bool year_has(int year, struct date d)
{
	return date_known(d) && d.year == year;
}

bool year_overlaps(int year, struct date from, struct date to)
{
	return !(date_known(from) && date_cmp(from, year_last(year)) > 0) && !(date_known(to) && date_cmp(to, year_first(year)) < 0);
}

const struct year_text *year_text_of(const struct records *r, int year, enum year_section section)
{
	for (size_t i = 0; i < records_count(r, RECORD_YEAR_TEXT); i++) {
		const struct year_text *t = records_year_text(r, i);
		if (t->year == year && t->section == (int)section)
			return t;
	}
	return NULL;
}
