/* Inside the panes: opening a meeting. */
#ifndef PANE_ROOM_H
#define PANE_ROOM_H

#include "pane.h"

/* Goes into the room of a meeting. Others see the screen from then on (f->wall). */
void room_open(struct frame *f, const struct meeting *m);

#endif
