/* Draws a year as twelve bands, six beside six. */
#include "radsbord/base/language.h"
#include "radsbord/ui/figures.h"

enum { HALF = 6, NAME = 4, GAP = 3, DAYS = 31, AIRY = 20 };

static enum role day_role(enum figure_day_kind kind)
{
	static const enum role roles[FIGURE_DAYS] = {
	    [FIGURE_DAY_MEETING] = ROLE_ACCENT, [FIGURE_DAY_DUE] = ROLE_PARTLY, [FIGURE_DAY_STEP] = ROLE_PARTLY,
	    [FIGURE_DAY_EVENT] = ROLE_MET,      [FIGURE_DAY_FREE] = ROLE_MUTED,
	};

	return roles[kind];
}

/* One month: a cell a day, or a few days a cell where it is narrow. */
static void draw_month(struct canvas *c, int x, int y, int cells, const struct figure_wheel *f, int month, struct date selected,
		       struct date today)
{
	bool now = today.year == f->year && today.month == month;

	canvas_printf(c, x, y, NAME, now ? ROLE_ACCENT : ROLE_TEXT, "%.3s", _(date_months[month - 1]));
	for (int cell = 0; cell < cells; cell++) {
		size_t i = figure_wheel_at(f, month, cell, cells);
		bool here = selected.year == f->year && selected.month == month && figure_wheel_cell(selected, cells) == cell;
		bool is_today = now && figure_wheel_cell(today, cells) == cell;
		enum role role = here ? ROLE_SELECTED : i < f->count ? day_role(f->items[i].kind) : is_today ? ROLE_ACCENT : ROLE_MUTED;

		if (cells == DAYS && !date_valid(f->year, month, cell + 1))
			continue;
		canvas_text(c, x + NAME + cell, y, 1, role, i < f->count ? figure_days[f->items[i].kind] : is_today ? "+" : "·");
	}
}

/* A line a day that has something, by month. */
static int say_wheel(struct canvas *c, struct rect r, const struct figure_wheel *f, struct date selected)
{
	int y = r.y;

	for (size_t i = 0; i < f->count && y < r.y + r.height; i++) {
		const struct figure_day *day = &f->items[i];
		const char *word = f->words[day->kind];
		bool here = date_cmp(day->date, selected) == 0;

		canvas_printf(c, r.x, y++, r.width, here ? ROLE_SELECTED : ROLE_TEXT, "%d %s: %s%s%s", day->date.day,
			      date_months[day->date.month - 1], word ? word : "", word && day->text ? ", " : "", day->text ? day->text : "");
	}
	return y - r.y;
}

int figures_draw_wheel(struct canvas *c, struct rect r, const struct figure_wheel *f, struct date selected, struct date today)
{
	int cells = (r.width - GAP) / 2 - NAME, step = r.height >= AIRY ? 2 : 1;

	if (c->linear)
		return say_wheel(c, r, f, selected);
	cells = cells < DAYS ? cells : DAYS;
	for (int month = 1; month <= 2 * HALF && cells > 0; month++) {
		int row = (month - 1) % HALF * step, x = r.x + (month > HALF ? NAME + cells + GAP : 0);

		if (row < r.height)
			draw_month(c, x, r.y + row, cells, f, month, selected, today);
	}
	return HALF * step;
}

int figures_draw_wheel_key(struct canvas *c, struct rect r, const struct figure_wheel *f)
{
	int lines = 0;

	for (int kind = 0; kind < FIGURE_DAYS && lines < r.height && r.width > 2; kind++) {
		size_t n = figure_wheel_count(f, (enum figure_day_kind)kind);

		if (!n)
			continue;
		canvas_text(c, r.x, r.y + lines, 1, day_role((enum figure_day_kind)kind), figure_days[kind]);
		canvas_printf(c, r.x + 2, r.y + lines, r.width - 2, ROLE_TEXT, "%2zu %s", n, f->words[kind] ? f->words[kind] : "");
		lines++;
	}
	return lines;
}
