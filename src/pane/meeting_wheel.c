/* Pane 4 as twelve months: the year at a glance, the selected day in it. */
#include "meeting_wheel.h"

#include "radsbord/report/wheel.h"
#include "radsbord/ui/figures.h"

enum { KEY_WIDE = 34 };

/* What happens on the day, a line each. */
static void draw_day(const struct figure_wheel *wheel, struct date day, struct canvas *c, struct rect r)
{
	struct buf line = {0};
	int y = 0;
	date_format_weekday(&line, day);
	if (r.height > 0)
		canvas_text(c, r.x, r.y + y++, r.width, ROLE_HEADING, buf_cstr(&line));
	for (size_t i = 0; i < wheel->count && y < r.height; i++)
		if (date_cmp(wheel->items[i].date, day) == 0)
			canvas_printf(c, r.x, r.y + y++, r.width, ROLE_TEXT, "%s %s", figure_days[wheel->items[i].kind], wheel->items[i].text);
	buf_release(&line);
}

void meeting_wheel_draw(struct frame *f, int year, struct date selected, struct canvas *c, struct rect r)
{
	struct figure_wheel wheel;
	struct arena a = {0};
	wheel_build(&wheel, &a, frame_model(f), year);
	int used = figures_draw_wheel(c, r, &wheel, selected, session_today(f->session)) + (r.height > 12);
	struct rect key = {r.x, r.y + used, KEY_WIDE, r.height - used};
	if (key.width > r.width)
		key.width = r.width;
	figures_draw_wheel_key(c, key, &wheel);
	key.x += key.width + 1;
	key.width = r.width - key.width - 1;
	if (date_known(selected) && !c->linear)
		draw_day(&wheel, selected, c, key);
	arena_release(&a);
}
