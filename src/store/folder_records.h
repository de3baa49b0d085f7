/* Records out of a rec file, by the rows of the record tables. Internal to src/store; used for a council's files and for
 * the national ones. */
#ifndef RADSBORD_STORE_FOLDER_RECORDS_H
#define RADSBORD_STORE_FOLDER_RECORDS_H

#include "radsbord/council/records.h"
#include "radsbord/store/rec.h"

/* What is wrong with a file as a whole. */
struct records_faults {
	bool damaged;    /* something could not be read as rec */
	bool duplicates; /* two records of a kind have the same Id */
};

/* Reads every record of a known type into `out` (at the end of its tables); strings go to the arena. `file` is as
 * shown to the user. Unknown types and fields are noted; a bad value is a fault and leaves its field absent; a record
 * without a required field is a fault and left out. */
void records_read(const char *bytes, size_t len, const char *file, struct arena *a, struct records *out,
                  struct records_faults *faults, struct diagnostics *d);
/* One record of the document into `out` (of t->size bytes). False when a required field is missing. `file` and the
 * strings are in the arena; `unknown` (may be NULL) counts its unknown fields. `d` may be NULL. */
bool records_read_one(const struct rec_doc *doc, const struct rec_record *r, const struct record_type *t,
                      const char *file, struct arena *a, void *out, size_t *unknown, struct diagnostics *d);
/* Makes room at once for all that is to be appended. */
void records_reserve(struct records *to, const struct records *const *from, size_t count);
/* The records of `from` at the end of the tables of `to`; strings stay where they are. */
void records_append(struct records *to, const struct records *from);
/* Empties the tables and keeps their room. */
void records_clear(struct records *r);
/* Frees the tables, not the strings. */
void records_release(struct records *r);

#endif
