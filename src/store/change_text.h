/* A change as a rec record and back: the history and the undo list are made of them. Internal to src/store. */
#ifndef RADSBORD_STORE_CHANGE_TEXT_H
#define RADSBORD_STORE_CHANGE_TEXT_H

#include "radsbord/council/history.h"
#include "radsbord/store/rec.h"

/* Appends the fields of the change at `i`, and of those after it that set other fields of the same record; returns the index
 * after the last. Numbers of at least `mask` are masked (GUARD_NONE: nothing is). The caller writes its own fields before
 * them and the blank line after. */
size_t change_text_write(const struct changes *c, size_t i, enum guard_level mask, struct buf *out);
/* One field, masked likewise: what stays when the text is long gone never holds a personnummer whole. */
void change_text_field(const char *name, const char *value, enum guard_level mask, struct buf *out);
/* Reads what was written, and the fields Tid, Vem, Dator, Steg and Transaktion where there are any. False when it is no
 * change: no type, Id or kind, or an unreadable time. Strings go to the arena. */
bool change_text_read(const struct rec_doc *doc, const struct rec_record *r, struct arena *a, struct history_event *out);
/* Adds the event to a step. False when it has a type or field the program does not know. */
bool change_text_add(const struct history_event *event, struct changes *to);

#endif
