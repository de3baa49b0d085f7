/* Text that would act on a terminal if nothing stopped it, and a council folder full of it. The look-out has a table of its
 * own, so that it does not believe what the filter believes. */
#ifndef SUPPORT_HOSTILE_H
#define SUPPORT_HOSTILE_H

#include "radsbord/base/mem.h"

/* C0, DEL, C1, bidi, separators, zero-width, tag and interlinear characters, a soft hyphen, seven marks on one letter. One
 * line of valid UTF-8. */
extern const char hostile_text[];
/* What is in the bytes that no terminal may be sent, or NULL. Newlines are allowed, so is a BOM at the beginning, and \r before
 * \n. */
const char *hostile_found(const char *bytes, size_t len);
/* Gives the files of a council, one after another: every field of every kind of record is hostile or as hostile as its type
 * allows, and so are the names of some files. */
void hostile_council(void (*put)(void *ctx, const char *name, const char *text), void *ctx);

#endif
