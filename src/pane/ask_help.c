/* What helps with the answer to a question in one line: a small calendar, or a list of the people one may mean. */
#include "pane.h"

#include "radsbord/base/language.h"

void modal_help_with(struct frame *f, enum ask_help help)
{
	f->ask_help = help;
	if (help == ASK_DATE)
		frame_calendar(f, &f->calendar);
}

/* The calendar, or the list of people; after what is typed the list is another. */
bool modal_help_key(struct frame *f, ui_key key)
{
	if (f->ask_help == ASK_DATE)
		return calendar_key(&f->calendar, &f->line, key) || edit_key(&f->line, key);
	if (f->ask_help != ASK_PERSON)
		return edit_key(&f->line, key);
	if (suggest_key(&f->suggest, &f->line, key) || (key == UI_KEY_TAB && suggest_take(&f->suggest, &f->line)))
		return true;
	if (!edit_key(&f->line, key))
		return false;
	suggest_update(&f->suggest, people_find, f, 0, &f->line);
	return true;
}

enum { HELP_LIST = 6, HELP_LEFT = 4 };

int modal_help_rows(const struct frame *f, struct rect body)
{
	static const int rows[] = {[ASK_ALONE] = 0, [ASK_DATE] = CALENDAR_HEIGHT + 1, [ASK_PERSON] = HELP_LIST};
	int wanted = f->mode == MODE_ASK ? rows[f->ask_help] : 0, room = body.height - HELP_LEFT - 1;
	return wanted == 0 || room < 3 ? 0 : 1 + (wanted < room ? wanted : room);
}

/* What the day is stands under its calendar. */
static void draw_ask_calendar(struct frame *f, struct canvas *c, struct rect r)
{
	const char *typed = buf_cstr(&f->line.text);
	struct buf day = {0};
	calendar_say(&f->calendar, typed, &day);
	buf_str(&day, day.len ? "   " : "");
	buf_str(&day, f->calendar.typed ? _("←→ dag  ↑↓ vecka  PgUp PgDn månad  Esc som det var") : _("↑↓ vecka  PgUp PgDn månad"));
	canvas_text(c, r.x, r.y + r.height - 1, r.width, ROLE_MUTED, buf_cstr(&day));
	buf_release(&day);
	r.height--;
	calendar_draw(&f->calendar, typed, c, r);
}

void modal_draw_help(struct frame *f, struct canvas *c, struct rect r)
{
	if (r.height == 0)
		return;
	canvas_rule(c, r.x, r.y, r.width, ROLE_MUTED);
	r.y++;
	r.height--;
	if (f->ask_help == ASK_DATE)
		draw_ask_calendar(f, c, r);
	else if (suggest_is_open(&f->suggest))
		suggest_draw(&f->suggest, c, r);
	else
		canvas_text(c, r.x, r.y, r.width, ROLE_MUTED, _("Skriv några bokstäver, så visas vad som finns."));
}
