/* What another program says of what ours made: a validator, a converter, an archiver. */
#ifndef SUPPORT_JUDGED_H
#define SUPPORT_JUDGED_H

#include "radsbord/base/mem.h"

/* Puts the bytes in a file named after `name` in a folder of its own and runs `command` by the shell, there, with %s as the file.
 * Appends what it prints (both streams) to `said`. The exit status; -1 when it could not be run. */
int judged_by(const char *command, const char *name, const struct buf *bytes, struct buf *said);
/* The same, and prints what was said unless the status is 0. */
bool judged_good(const char *command, const char *name, const struct buf *bytes);

#endif
