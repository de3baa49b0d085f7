#include "radsbord/ui/calendar.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

enum { WEEK_WIDTH = 4, DAY_WIDTH = 4 };

void calendar_begin(struct calendar *k, struct date today)
{
	calendar_release(k);
	k->today = today;
}

void calendar_add_meeting(struct calendar *k, struct date d)
{
	if (!date_known(d))
		return;
	k->meetings = mem_grow(k->meetings, k->count, &k->cap, sizeof *k->meetings);
	k->meetings[k->count++] = d;
}

void calendar_leave(struct calendar *k)
{
	free(k->typed);
	k->typed = NULL;
}

void calendar_release(struct calendar *k)
{
	calendar_leave(k);
	free(k->meetings);
	*k = (struct calendar){0};
}

bool calendar_day(const struct calendar *k, const char *text, struct date *out)
{
	return date_parse_human(text, k->today, out);
}

/* ---- keys --------------------------------------------------------------- */

static bool is_meeting(const struct calendar *k, struct date d)
{
	for (size_t i = 0; i < k->count; i++)
		if (date_cmp(k->meetings[i], d) == 0)
			return true;
	return false;
}

/* By days or months from what is typed, or from today. */
static void choose(struct calendar *k, struct edit *e, int days, int months)
{
	struct buf iso = {0};
	struct date d;

	if (!calendar_day(k, buf_cstr(&e->text), &d))
		d = k->today;
	d = months ? date_add_months(d, months) : date_add_days(d, days);
	if (!date_known(d))
		return;
	if (!k->typed)
		k->typed = mem_strdup(buf_cstr(&e->text));
	date_format_iso(&iso, d);
	edit_set(e, buf_cstr(&iso));
	buf_release(&iso);
}

bool calendar_key(struct calendar *k, struct edit *e, ui_key key)
{
	static const struct {
		ui_key key;
		int days, months;
		bool after; /* only when a day has been chosen: before, they move in the text */
	} moves[] = {
	    {UI_KEY_UP, -7, 0, false},       {UI_KEY_DOWN, 7, 0, false}, {UI_KEY_PAGE_UP, 0, -1, false},
	    {UI_KEY_PAGE_DOWN, 0, 1, false}, {UI_KEY_LEFT, -1, 0, true}, {UI_KEY_RIGHT, 1, 0, true},
	};

	for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++)
		if (moves[i].key == key && (k->typed || !moves[i].after)) {
			choose(k, e, moves[i].days, moves[i].months);
			return true;
		}
	if (!k->typed)
		return false;
	if (key == UI_KEY_ESCAPE) {
		edit_set(e, k->typed);
		calendar_leave(k);
		return true;
	}
	if (key >= ' ' && key < KEYS_BASE) {
		edit_set(e, "");
		calendar_leave(k);
	}
	return false;
}

/* ---- drawing ------------------------------------------------------------ */

static void month_shown(const struct calendar *k, const char *text, struct figure_month *f, struct date *chosen)
{
	if (!calendar_day(k, text, chosen))
		*chosen = DATE_NONE;
	figure_month_make(f, date_known(*chosen) ? *chosen : k->today, k->meetings, k->count);
}

static void draw_day(const struct calendar *k, struct canvas *c, int x, int y, const struct figure_month_day *day, struct date chosen)
{
	bool here = date_cmp(day->date, chosen) == 0, today = date_cmp(day->date, k->today) == 0;
	enum role role = here ? ROLE_SELECTED : today ? ROLE_HEADING : day->kind == FIGURE_MONTH_MEETING ? ROLE_ACCENT
	                                                          : day->free                       ? ROLE_MUTED
	                                                                                            : ROLE_TEXT;

	if (day->outside || !date_known(day->date))
		return;
	canvas_printf(c, x, y, DAY_WIDTH, role, "%s%2d%c", here ? "▸" : today ? "•" : " ", day->date.day, figure_month_marks[day->kind]);
}

static void draw_heads(struct canvas *c, struct rect r, int y)
{
	static const char *const heads[7] = {N_("må"), N_("ti"), N_("on"), N_("to"), N_("fr"), N_("lö"), N_("sö")};

	for (int i = 0; i < 7; i++)
		canvas_text(c, r.x + WEEK_WIDTH + i * DAY_WIDTH + 1, y, 2, ROLE_MUTED, _(heads[i]));
}

void calendar_draw(const struct calendar *k, const char *text, struct canvas *c, struct rect r)
{
	struct figure_month f;
	struct date chosen;
	size_t top, rows;
	int y = r.y;

	month_shown(k, text, &f, &chosen);
	if (c->linear || r.height < 2 || r.width < CALENDAR_WIDTH) /* what day it is is said in words beside it */
		return;
	if (r.height >= CALENDAR_HEIGHT) {
		canvas_printf(c, r.x + WEEK_WIDTH + 1, y++, r.width, ROLE_HEADING, "%s %d", _(date_months[f.month - 1]), f.year);
		canvas_text(c, r.x, y, WEEK_WIDTH, ROLE_MUTED, _("v."));
	} else { /* the year is read in the day */
		canvas_printf(c, r.x, y, WEEK_WIDTH - 1, ROLE_HEADING, "%.3s", _(date_months[f.month - 1]));
	}
	draw_heads(c, r, y++);
	rows = (size_t)(r.y + r.height - y);
	top = figure_month_top(&f, date_known(chosen) ? chosen : k->today, rows);
	for (size_t i = top; i < f.count && i < top + rows; i++, y++) {
		canvas_printf(c, r.x, y, WEEK_WIDTH, ROLE_MUTED, "%2d", f.weeks[i].number);
		for (int day = 0; day < 7; day++)
			draw_day(k, c, r.x + WEEK_WIDTH + day * DAY_WIDTH, y, &f.weeks[i].days[day], chosen);
	}
}

void calendar_say(const struct calendar *k, const char *text, struct buf *out)
{
	struct holiday holidays[HOLIDAYS_MAX];
	struct date d;
	size_t count;

	if (!calendar_day(k, text, &d))
		return;
	date_format_weekday(out, d);
	buf_printf(out, " %d, %s %d", d.year, _("v."), date_iso_week(d, NULL));
	if (date_cmp(d, k->today) == 0)
		buf_str(out, _(", i dag"));
	buf_char(out, '.');
	if (is_meeting(k, d))
		buf_str(out, _(" Möte."));
	count = holidays_of_year(d.year, holidays);
	for (size_t i = 0; i < count; i++)
		if (date_cmp(holidays[i].date, d) == 0)
			buf_printf(out, " %s.", _(holidays[i].name));
}

void calendar_legend(const struct calendar *k, const char *text, struct buf *out)
{
	static const char *const words[FIGURE_MONTH_KINDS] = {
	    [FIGURE_MONTH_BRIDGE] = N_("klämdag"), [FIGURE_MONTH_HOLIDAY] = N_("helgdag"), [FIGURE_MONTH_MEETING] = N_("möte")};
	struct figure_month f;
	struct date chosen;

	month_shown(k, text, &f, &chosen);
	for (int i = FIGURE_MONTH_KINDS - 1; i > FIGURE_MONTH_PLAIN; i--)
		if (figure_month_has(&f, (enum figure_month_kind)i))
			buf_printf(out, "%s%c %s", out->len ? "  " : "", figure_month_marks[i], _(words[i]));
}
