/* The history of records as a document, for the pane and the command line alike. */
#ifndef RADSBORD_REPORT_HISTORY_H
#define RADSBORD_REPORT_HISTORY_H

#include "radsbord/council/history.h"
#include "radsbord/report/doc.h"

/* Each step, newest first: when (Swedish time), who, what it did, and each field, old → new. The kind and Id of the record
 * stand there when the events are of several records. */
void report_history(struct doc *d, const struct history *h);

#endif
