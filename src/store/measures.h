/* Figures out of CSV: data/sverige/matt.csv and the matt folder of a council. Internal to src/store. */
#ifndef RADSBORD_STORE_MEASURES_H
#define RADSBORD_STORE_MEASURES_H

#include "indikator.h"
#include "radsbord/council/change.h"
#include "radsbord/store/csv.h"

/* Reads every row that can be used into `out`; strings go to the arena. `file` (kept) is as shown to the user; faults are
 * told with its line. Columns: plats ar matt kalla varde publicerat orsak not, and datum, which may be left out. False when
 * nothing could be read: no header, or a column is missing. `*damaged` (may be NULL): the bytes are no sound CSV. */
bool measures_read(const char *bytes, size_t len, const char *file, struct arena *a, struct measurements *out,
                   bool *damaged, struct diagnostics *d);
/* The engine's observation of a row at a place. */
struct indikator_observation measures_observation(const struct measurement *m, int place, struct arena *a);
/* What makes two rows say the same thing: place, year, measure and source. In the arena. */
const char *measures_key(const struct measurement *m, int place, struct arena *a);

/* True for the files of figures: "matt/scb.csv". */
bool measures_is_file(const char *name);
/* Makes in `bytes` the changes of `c` to one file of figures: rows are added at the end and taken out, cells are replaced where
 * they stand; every other byte stays. An empty file is begun with the names of the columns. ERROR_CONFLICT when a row is not as
 * the change was made from; ERROR_READONLY when the file is damaged or no UTF-8. */
bool measures_merge(const struct changes *c, const char *file, struct buf *bytes, struct error *e);

#endif
