/* Inside the panes: opening the review. */
#ifndef PANE_REVIEW_H
#define PANE_REVIEW_H

#include "pane.h"

#include "radsbord/report/plan.h"

/* Opens the review of these actions (Ids) at a meeting; `item` is the agenda item it is for, or NULL. False, with a message,
 * when nothing of it is open. */
bool review_open(struct frame *f, const struct meeting *m, const char *item, const struct strings *actions);

#endif
