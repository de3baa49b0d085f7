/* Adopted minutes: protokoll/ÅÅÅÅ-MM-DD-<id>.txt, plain text that is written once. Internal to src/store. */
#ifndef RADSBORD_STORE_MINUTES_FILE_H
#define RADSBORD_STORE_MINUTES_FILE_H

#include "radsbord/council/change.h"

/* True for "protokoll/2026-11-24-<id>.txt". */
bool minutes_is_file(const char *name);
/* The record of a file: its text is the bytes, its Id is in the name. Strings go to the arena. False when nothing is adopted
 * there: the adoption was undone, which leaves a line that says so. */
bool minutes_read(const char *bytes, size_t len, const char *file, struct arena *a, struct minutes_text *out);
/* Makes in `bytes` the changes of `c` to one such file: a text is put where there is none, and taken away by the undo of that. A text
 * that is there is never changed: ERROR_CONFLICT. */
bool minutes_merge(const struct changes *c, const char *file, struct buf *bytes, struct error *e);

#endif
