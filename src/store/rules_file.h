/* How the council works, of rad.ini, as a record and back. Internal to src/store. */
#ifndef RADSBORD_STORE_RULES_FILE_H
#define RADSBORD_STORE_RULES_FILE_H

#include "radsbord/council/change.h"

bool rules_is_file(const char *name);
/* The record of the bytes; strings go to the arena. False when they cannot be read. */
bool rules_read(const char *bytes, size_t len, struct arena *a, struct rules *out);
/* Makes in `bytes` the changes of `c` to rad.ini, line by line: every other byte stays. ERROR_CONFLICT when a key no longer has what
 * the change was made from; ERROR_DATA when the file would no longer say what it should. */
bool rules_merge(const struct changes *c, const char *file, struct buf *bytes, struct error *e);

#endif
