/* What the panes open when no council is named: the person's last choice, in a file of the person's own folder. */
#ifndef RADSBORD_STORE_REMEMBERED_H
#define RADSBORD_STORE_REMEMBERED_H

#include "radsbord/store/io.h"

enum remembered {
	REMEMBERED_NOTHING,    /* nothing was chosen, or what was cannot be read */
	REMEMBERED_COUNCIL,
	REMEMBERED_NO_COUNCIL  /* the figures alone */
};
/* Appends the council's path. */
enum remembered remembered_read(const struct io *io, const char *state, struct buf *path);
/* Replaces the choice as a whole; `path` NULL: no council. False, with a sentence, when it cannot be kept. `mark` makes the
 * temporary's name its own. */
bool remembered_write(const struct io *io, const char *state, const char *path, const char *mark, struct error *e);

#endif
