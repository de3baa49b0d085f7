/* Inside the panes: laying in a year's meetings by a rule. */
#ifndef PANE_MEETING_YEAR_H
#define PANE_MEETING_YEAR_H

#include "pane.h"

/* Asks for the rule, shows the days it gives, and lays in those that are kept, as one step. */
void meeting_year_ask(struct frame *f, int year);

#endif
