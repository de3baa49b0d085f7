/* CSV: Swedish and international forms in, one form out.
 *
 * In: UTF-8 and UTF-16 with or without BOM, Windows-1252 (when the bytes are not UTF-8); CRLF or LF;
 * separator `;`, `,` or tab, found from the first line; quotes by RFC 4180. */
#ifndef RADSBORD_STORE_CSV_H
#define RADSBORD_STORE_CSV_H

#include "radsbord/base/error.h"
#include "radsbord/base/mem.h"

struct csv_row {
	char **cells;   /* owned by the table's arena */
	size_t count;
	int line, last; /* the lines of the file it begins and ends on */
};
struct csv_table {
	struct arena arena;
	struct csv_row header;
	struct csv_row *rows;
	size_t count, cap;
	char separator;
	bool damaged;   /* something was reported: the file must not be written in this session */
};
/* Reads; rows with another number of cells than the header are kept and reported. A NUL or an unfinished quote is
 * a fault with its line. False only when there is not even a header. */
bool csv_parse(const char *bytes, size_t len, const char *file, struct csv_table *out,
               struct diagnostics *d);
/* Reads a file whose table may have lines of text around it: every row is in `rows`, however many cells it has, and the
 * header is empty. The separator is the one that most rows have equally many of. */
void csv_parse_rows(const char *bytes, size_t len, const char *file, struct csv_table *out, struct diagnostics *d);
/* The column of that header (ASCII case-insensitive), or -1. */
int csv_column(const struct csv_table *t, const char *name);
/* The cell, or "" when the column is -1 or the row is short. */
const char *csv_cell(const struct csv_row *row, int column);
void csv_release(struct csv_table *t);

#endif
