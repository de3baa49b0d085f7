/* A file for others: what is exported, wherever the user wants it. */
#ifndef RADSBORD_STORE_OUTPUT_H
#define RADSBORD_STORE_OUTPUT_H

#include "radsbord/store/io.h"

/* Writes the whole file or nothing: a temporary beside it, synced and renamed. ERROR_CONFLICT when there is something of that name
 * and not `overwrite`; a symbolic link is replaced, never followed. `mark` makes the temporary's name its own. */
bool output_write(const struct io *io, const char *path, bool overwrite, const struct buf *bytes, const char *mark, struct error *e);

#endif
