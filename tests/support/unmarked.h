/* Finds text that the sources do not mark for the catalogue. Every text of the catalogue is shown as '#' for each of its letters;
 * what is still letters on a screen must then come from the data, or be one of the exceptions. */
#ifndef TESTS_SUPPORT_UNMARKED_H
#define TESTS_SUPPORT_UNMARKED_H

#include "radsbord/base/mem.h"

#include <stdbool.h>

/* The interface in '#', by a catalogue that is made in `folder` of the one that was built. Ends by unmarked_end. */
bool unmarked_begin(const char *folder);
/* True when everything with letters in the text of a screen stands in `data` (blanks as one) and is no text of the catalogue, or is
 * an exception; prints the rest. */
bool unmarked_none(const char *screen, const char *name, const struct buf *data);
/* Appends the text of every file below the folder, with blanks as one and without what the formats add. */
void unmarked_read(const char *folder, struct buf *data);
/* True when no file below the folder has text of the catalogue. */
bool unmarked_files(const char *folder);
void unmarked_end(void);

#endif
