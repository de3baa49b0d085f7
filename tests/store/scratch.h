/* A folder of a test's own under $TMPDIR, and files in it. Every failure here fails the test. */
#ifndef TESTS_STORE_SCRATCH_H
#define TESTS_STORE_SCRATCH_H

#include "radsbord/store/io.h"

struct scratch {
	char path[512];
	int dir;
};
void scratch_init(struct scratch *s);
/* Removes the folder with all in it. */
void scratch_release(struct scratch *s);
/* Writes a file as an editor would, past the store; makes its folder. */
void scratch_put(const struct scratch *s, const char *name, const void *bytes, size_t len);
void scratch_puts(const struct scratch *s, const char *name, const char *text);
/* The file's bytes, owned by the caller; NULL when it does not exist. `len` may be NULL. */
char *scratch_get(const struct scratch *s, const char *name, size_t *len);
/* How many names in the folder begin so. */
int scratch_count(const struct scratch *s, const char *prefix);

#endif
