/* The files of data/sverige and the tables beside the tests, read by the store's own readers. */
#ifndef TESTS_DATA_SVERIGE_H
#define TESTS_DATA_SVERIGE_H

#include "radsbord/store/csv.h"
#include "radsbord/store/rec.h"

/* The bytes of a file; one that cannot be read fails the test. */
void text_file_read(const char *name, struct buf *out);

/* One rec file; a finding in it fails the test. */
struct rec_file {
	const char *name;
	struct buf bytes;
	struct rec_doc doc;
	struct arena arena;
};
void rec_file_open(struct rec_file *f, const char *name);
void rec_file_close(struct rec_file *f);
size_t rec_file_count(const struct rec_file *f);
/* The first value of a field of a record, "" when it has none. */
const char *rec_file_get(struct rec_file *f, size_t record, const char *field);
/* The n-th value of a repeated field, or NULL. */
const char *rec_file_nth(struct rec_file *f, size_t record, const char *field, size_t n);

/* One table; lines that begin with # before the header are skipped. */
void table_open(struct csv_table *t, const char *name);
/* A cell by column name; the column must exist. */
const char *table_get(const struct csv_table *t, size_t row, const char *column);

#endif
