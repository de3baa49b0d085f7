/* A council with two actions for the tests of folder: opening it, changing it, and looking at its bytes. */
#ifndef TESTS_STORE_FOLDER_COUNCIL_H
#define TESTS_STORE_FOLDER_COUNCIL_H

#include "scratch.h"

#include "radsbord/store/folder.h"

/* rad.ini and plan/2026.rec as they are at first. Comments, unknown fields and types, odd blanks and no last newline:
 * all of it is to survive. */
extern const char council_rad[];
extern const char council_plan[];

/* Another transaction's writer each time. */
struct store_writer council_writer(void);
/* Makes the folder in a new scratch and opens it through `io`. */
struct folder *council_open(struct scratch *s, const struct io *io);
/* The action of that Id, or NULL. */
const struct action *council_action(const struct folder *f, const char *id);
/* Adds to `c` that a field of an action is set. */
void council_set(struct folder *f, struct changes *c, const char *id, const char *field, const char *value);
/* Applies; fails the test when it is refused. */
void council_apply(struct folder *f, const struct changes *c);
/* Applies; fails the test unless it is refused with that code and words. */
void council_refused(struct folder *f, const struct changes *c, enum error_code code, const char *words);
/* Fails the test unless the file is exactly this. */
void council_bytes(const struct scratch *s, const char *name, const char *expected);
/* The text with the first `from` replaced. Owned. */
char *council_replaced(const char *text, const char *from, const char *to);

#endif
