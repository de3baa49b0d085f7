#include "pane.h"

/* The panes in the order of their keys. */
const struct pane_class *const pane_classes[PANES] = {&overview_pane, &gaps_pane, &plan_pane, &meetings_pane,
                                                     &referrals_pane, &council_pane,
                                                     &review_pane, &room_pane, &start_pane};
