/* meeting_wheel.h - the year of pane 4 as twelve months. */
#ifndef PANE_MEETING_WHEEL_H
#define PANE_MEETING_WHEEL_H

#include "pane.h"

/* `selected` is a day that is marked, or DATE_NONE. */
void meeting_wheel_draw(struct frame *f, int year, struct date selected, struct canvas *c, struct rect r);

#endif
