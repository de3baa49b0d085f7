/* The filters that a person has named and kept for a council: on this machine, below the state folder, and never on the share, since
 * they say what one person looks for and may name others. STATE/<hash of the folder's path>/filter.rec (0600), replaced as a whole;
 * sessions of the same person in the same council share it. */
#ifndef RADSBORD_STORE_FILTERS_H
#define RADSBORD_STORE_FILTERS_H

#include "radsbord/base/error.h"
#include "radsbord/store/io.h"

/* Owned strings; `list` is the %rec: name of what the filter is over ("Atgard"). */
struct kept_filter {
	char *list, *name, *words;
};
struct kept_filters {
	struct kept_filter *items;
	size_t count, cap;
};
void kept_filters_release(struct kept_filters *k);
/* The filter of that name in a list; a blank and a hyphen are the same, and case and diacritics are ignored. NULL: none. */
const struct kept_filter *kept_filters_find(const struct kept_filters *k, const char *list, const char *name);
/* Adds it, or gives it other words. */
void kept_filters_put(struct kept_filters *k, const char *list, const char *name, const char *words);
/* False when there is none. */
bool kept_filters_remove(struct kept_filters *k, const char *list, const char *name);

/* Replaces `out` by what is kept; nothing is kept: empty. What cannot be read of the file is left out. */
bool filters_read(const struct io *io, const char *state, const char *council, struct kept_filters *out, struct error *e);
/* Reads anew, changes, and writes under a lock: `words` NULL takes the filter away; `was` (NULL: new) is its name before. `out` is then
 * what is kept. It is on the disk when this returns true. */
bool filters_change(const struct io *io, const char *state, const char *council, const char *list, const char *was, const char *name,
                    const char *words, struct kept_filters *out, struct error *e);

#endif
