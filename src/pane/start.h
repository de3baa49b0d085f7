/* The start page, as the frame opens it. */
#ifndef PANE_START_H
#define PANE_START_H

#include "pane.h"

/* Over the pane one stands in; Esc goes back to it. */
void start_open(struct frame *f);
/* The same, and asks for which region a council is to be made. */
void start_new_council(struct frame *f);
/* True when there is a pane that Esc goes back to. */
bool start_has_way_back(const struct frame *f);

#endif
