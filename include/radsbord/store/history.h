/* The history of a council: historik/ÅÅÅÅ-MM.rec, written in the transaction of every step and read back as events.
 *
 * A month's file is rewritten with each step, so it goes on in ÅÅÅÅ-MM-2.rec (-3 ...) when it would pass HISTORY_FILE_MAX.
 * A file that is damaged, may not be written or is no file is left as it is and the next part is begun: the history never
 * stands in the way of an edit, and never writes over what it cannot read. When not even the folder can be used the step is
 * saved without its line, and folder_diagnostics says so. */
#ifndef RADSBORD_STORE_HISTORY_H
#define RADSBORD_STORE_HISTORY_H

#include "radsbord/council/history.h"
#include "radsbord/store/folder.h"

#define HISTORY_FOLDER "historik"
#define HISTORY_FILE_MAX ((size_t)1 << 20)

/* The files of the history below the folder `dir`, "historik/2026-11.rec", newest first. False when there is a folder that
 * cannot be listed. */
bool history_files(int dir, struct names *out, struct error *e);
/* Events of the records with one of `ids` (NULL: of all), newest first, at most `limit` (0: all). What cannot be read is
 * left out and said in `d` (may be NULL) with file and line. Appends to `out`. */
void history_read(const struct io *io, int dir, const struct strings *ids, size_t limit, struct history *out,
                  struct diagnostics *d);
/* The same of an open council. */
void folder_history(const struct folder *f, const struct strings *ids, size_t limit, struct history *out,
                    struct diagnostics *d);
/* Reads the whole history and says what is wrong with it, for radsbord kontroll. */
void folder_history_check(const struct folder *f, struct diagnostics *d);

#endif
