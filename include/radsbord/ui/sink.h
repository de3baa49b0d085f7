/* A file in memory that curses writes into; what it has written goes to the terminal, or nowhere. */
#ifndef RADSBORD_UI_SINK_H
#define RADSBORD_UI_SINK_H

#include "radsbord/ui/terminal.h"

#include <stdio.h>

/* NULL when there can be none. Closed by fclose. */
FILE *sink_open(void);
/* Takes what has been written; sends it, or with no terminal (NULL) throws it away. */
void sink_flush(FILE *sink, struct terminal *t);

#endif
