/* The text of a CSV file, whatever its encoding. Internal to src/store. */
#ifndef RADSBORD_STORE_CSV_LOCAL_H
#define RADSBORD_STORE_CSV_LOCAL_H

#include "radsbord/store/csv.h"

/* Appends the bytes as UTF-8 without BOM. A NUL or what the encoding does not define becomes U+FFFD and is
 * reported with its line (the first few). */
void csv_decode(const char *bytes, size_t len, const char *file, struct buf *out, struct diagnostics *d);

#endif
