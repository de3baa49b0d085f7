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

/* Reads every record of a known type into `out` (at the end of its tables). Their strings are left in `text`, which is changed, must
 * have a byte more than `len`, and lives as long as they do (arena_keep); the rest goes to the arena. `file` is as shown to the user. Unknown types and fields are noted; a bad value is a fault and leaves its field absent; a record
 * without a required field is a fault and left out. */
void records_read(char *text, size_t len, const char *file, struct arena *a, struct records *out,
                  struct records_faults *faults, struct diagnostics *d);
/* One record of the document into `out` (of t->size bytes). False when a required field is missing. `file` and the
 * strings are in the arena; `unknown` (may be NULL) counts its unknown fields. `d` may be NULL. */
bool records_read_one(const struct rec_doc *doc, const struct rec_record *r, const struct record_type *t,
                      const char *file, struct arena *a, void *out, size_t *unknown, struct diagnostics *d);
/* The records of all parts, one after the other, in the tables of `to`; strings stay where they are, and the tables too as long as they
 * have room. The tables of the parts are then parts of those of `to` (cap 0: lent). They may be joined again when some of the parts
 * have got tables of their own. */
void records_join(struct records *to, struct records *const *from, size_t count);
/* Frees the tables, not the strings. */
void records_release(struct records *r);

#endif
