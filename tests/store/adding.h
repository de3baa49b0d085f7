/* Records that several processes add to the same two files, as the program does: read, merge, commit, and again. */
#ifndef TESTS_STORE_ADDING_H
#define TESTS_STORE_ADDING_H

#include "scratch.h"

#include "radsbord/base/error.h"
#include "radsbord/base/mem.h"

#include <stdint.h>

enum { ADDING_FILES = 2 };
extern const char *const adding_files[ADDING_FILES];
/* Adds a record to each of the files in one commit; tries again after a conflict or a lock. `break_locks`:
 * the person says yes to breaking what is not a living process's of this machine. False when that does not help. */
bool adding_record(const struct scratch *s, const struct io *io, const char *id, uint64_t random, bool break_locks);
/* The Ids in a file, owned by the arena; a damaged file or an Id that is there twice fails the test. */
void adding_ids(const struct scratch *s, const char *name, struct arena *a, struct map *ids);

#endif
