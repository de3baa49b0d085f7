/* Writing the history, for folder_apply. Internal to src/store. */
#ifndef RADSBORD_STORE_HISTORY_LOCAL_H
#define RADSBORD_STORE_HISTORY_LOCAL_H

#include "radsbord/store/history.h"

/* The lines of one step, and where they go. */
struct history_entry {
	char *name;             /* "historik/2026-11.rec"; NULL: nowhere */
	struct buf text;
};
/* Finds a part with room and writes the step's changes of those files for which `touched` is true. What stands in the way
 * is said in `d`. */
void history_prepare(const struct io *io, int dir, const struct changes *c, bool (*touched)(void *ctx, const char *file),
                     void *ctx, const struct store_writer *w, struct history_entry *out, struct diagnostics *d);
void history_entry_release(struct history_entry *entry);
/* What a new part begins with. */
extern const char history_head[];

/* The month and number of a part's name without its folder, "2026-11-2.rec"; false when it is none. */
bool history_name_read(const char *leaf, char month[8], int *part);

#endif
