/* rec: GNU recutils' plain-text records. Reader and writer of our own that survive any bytes.
 *
 * A document is a read-only view of bytes: records, fields, comments and descriptors with their places.
 * An edit never rewrites the document: it makes new bytes in which only the edited fields differ, so
 * comments, order, unknown fields, CRLF, BOM and a missing last newline stay (STORAGE, invariant 5). */
#ifndef RADSBORD_STORE_REC_H
#define RADSBORD_STORE_REC_H

#include "radsbord/base/error.h"
#include "radsbord/base/mem.h"

struct rec_field {
	size_t name, name_len;    /* offset and length in the bytes */
	size_t value, value_len;  /* the raw value, continuation lines included, without the last newline */
	size_t start, end;        /* the whole field, with its newline */
	int line;
	bool continued;           /* has "+" lines */
};
struct rec_record {
	size_t first, count;      /* fields */
	size_t start, end;        /* from its first field to the end of its last (comments before it are not in it) */
	int line;
	int type;                 /* index into types, or -1 before any %rec: */
};
struct rec_type {
	char *name;               /* from %rec: */
	int line;
	size_t end;               /* end of the descriptor */
};
struct rec_doc {
	const char *bytes;        /* borrowed */
	size_t len;
	struct rec_field *fields;
	size_t fields_count, fields_cap;
	struct rec_record *records;
	size_t records_count, records_cap;
	struct rec_type *types;
	size_t types_count, types_cap;
	bool crlf, bom;
	bool damaged;             /* something could not be read: the file must not be written in this session */
};

/* Parses; always gives what could be read. Faults (a line that is no field, a NUL, bad UTF-8, a line over
 * 1 MiB, conflict markers of git, a continuation without a field) go to `d` with file and line, and set `damaged`. */
void rec_parse(const char *bytes, size_t len, const char *file, struct rec_doc *doc,
               struct diagnostics *d);
void rec_doc_release(struct rec_doc *doc);
/* The same of a file that may be large: each record is handed over when it ends, and its fields are forgotten then. `doc` has the
 * bytes, the types so far and the record's own fields, for as long as the call; the bytes of the record are not looked at again.
 * False when something could not be read, as `damaged`. */
typedef void rec_each(void *ctx, const struct rec_doc *doc, const struct rec_record *r);
bool rec_read(const char *bytes, size_t len, const char *file, rec_each *each, void *ctx, struct diagnostics *d);

/* The field of that name (ASCII case is significant) in a record at or after field `from` (index in the
 * record), or NULL. */
const struct rec_field *rec_find(const struct rec_doc *doc, const struct rec_record *r,
                                 const char *name, size_t from);
/* The value with continuation lines joined by newlines ("+ " removed), NUL-terminated in the arena. */
char *rec_value(const struct rec_doc *doc, const struct rec_field *f, struct arena *a);
/* The same in place of what `out` had; borrowed from it. */
char *rec_value_in(const struct rec_doc *doc, const struct rec_field *f, struct buf *out);
/* The same in the bytes themselves, which `bytes` is, writable and one longer than they are: the value costs no memory, and what
 * stood there is gone. */
char *rec_value_at(char *bytes, const struct rec_field *f, size_t *len);
bool rec_name_is(const struct rec_doc *doc, const struct rec_field *f, const char *name);

/* One edit. A value with newlines is written with "+ " lines. */
enum rec_edit_kind {
	REC_SET,    /* replace all fields `name` of record `id` by `values` (0 values: remove them) */
	REC_ADD,    /* a new record of `type` at the end of that type's section */
	REC_REMOVE  /* the whole record `id`, with one blank line */
};
struct rec_pair {
	const char *name, *value;
};
struct rec_edit {
	enum rec_edit_kind kind;
	const char *type;         /* %rec: name */
	const char *id;           /* value of Id (SET, REMOVE) */
	const char *name;         /* SET */
	const char *const *values;
	size_t values_count;
	/* SET of a field that the record does not have: it comes after the last of these that it has, so that a field which was
	 * taken away comes back where it was; none: at the end of the record. */
	const char *const *after;
	size_t after_count;
	const struct rec_pair *pairs; /* ADD, in order */
	size_t pairs_count;
	const char *descriptor;   /* ADD: written first when the file lacks this type; the whole text from "%rec:" */
};
/* Makes the new bytes. False (ERROR_CONFLICT) when a record is not there (or there already, for ADD). */
bool rec_apply(const char *bytes, size_t len, const struct rec_edit *edits, size_t count,
               struct buf *out, struct error *e);

#endif
