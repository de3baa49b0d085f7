/* A year as twelve bands: which mark stands in which cell. */
#include "radsbord/base/figure.h"

const char *const figure_days[FIGURE_DAYS] = {
	[FIGURE_DAY_MEETING] = "●", [FIGURE_DAY_DUE] = "▼", [FIGURE_DAY_STEP] = "▸", [FIGURE_DAY_EVENT] = "■", [FIGURE_DAY_FREE] = "○",
};

int figure_wheel_cell(struct date day, int width)
{
	enum { DAYS = 31 };

	if (width <= 0 || !date_known(day))
		return -1;
	return width >= DAYS ? day.day - 1 : (day.day - 1) * width / DAYS;
}

size_t figure_wheel_at(const struct figure_wheel *f, int month, int cell, int width)
{
	size_t best = f->count;

	for (size_t i = 0; i < f->count; i++) {
		const struct figure_day *d = &f->items[i];

		if (d->date.year != f->year || d->date.month != month || figure_wheel_cell(d->date, width) != cell)
			continue;
		if (best == f->count || d->kind < f->items[best].kind)
			best = i;
	}
	return best;
}

size_t figure_wheel_count(const struct figure_wheel *f, enum figure_day_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < f->count; i++)
		n += f->items[i].kind == kind;
	return n;
}
