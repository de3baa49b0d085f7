/* A small calendar at a date that is being typed: it follows what is typed, and the arrows choose in it. */
#ifndef RADSBORD_UI_CALENDAR_H
#define RADSBORD_UI_CALENDAR_H

#include "radsbord/base/figure.h"
#include "radsbord/ui/edit.h"

struct calendar {
	struct date today;
	struct date *meetings;
	size_t count, cap;
	char *typed; /* what stood there before the arrows chose a day; NULL: they have not */
};
enum { CALENDAR_WIDTH = 32, CALENDAR_HEIGHT = 2 + FIGURE_WEEKS };
void calendar_begin(struct calendar *k, struct date today);
void calendar_add_meeting(struct calendar *k, struct date d);
void calendar_release(struct calendar *k);
/* The day that the text means; false when it means none. */
bool calendar_day(const struct calendar *k, const char *text, struct date *out);
/* Up and down a week, page up and down a month; then left and right a day, and Esc takes back what was typed. What is typed
 * after that stands in place of the chosen day. False: the key is for the text. */
bool calendar_key(struct calendar *k, struct edit *e, ui_key key);
/* The text is left: what stands there is what was meant. */
void calendar_leave(struct calendar *k);
/* The month of the day that the text means, else of today; as many weeks as r has rows for. */
void calendar_draw(const struct calendar *k, const char *text, struct canvas *c, struct rect r);
/* "fre 4 dec 2026, v. 49. Möte." about the day that the text means; nothing when it means none. Appends. */
void calendar_say(const struct calendar *k, const char *text, struct buf *out);
/* "h helgdag  k klämdag  m möte": the marks that the month shown has. Appends. */
void calendar_legend(const struct calendar *k, const char *text, struct buf *out);

#endif
