/* The history of records as a document, for the pane and the command line alike. */
#ifndef RADSBORD_REPORT_HISTORY_H
#define RADSBORD_REPORT_HISTORY_H

#include "radsbord/council/history.h"
#include "radsbord/report/doc.h"

/* Each step, newest first: when (Swedish time), who, what it did, and each field, old → new. The kind and Id of the record
 * stand there when the events are of several records. */
void report_history(struct doc *d, const struct history *h);
/* The same for programs: a row for each field, with the values as they stand in the files (several on a line each). People are not
 * shown it. Columns: tid (UTC) vem dator steg slag (andrad ny borttagen) typ id fil falt fran till. */
void report_history_rows(struct doc *d, const struct history *h);

#endif
