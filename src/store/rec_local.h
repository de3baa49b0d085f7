/* What the files of rec share. Internal to src/store. */
#ifndef RADSBORD_STORE_REC_LOCAL_H
#define RADSBORD_STORE_REC_LOCAL_H

#include "radsbord/store/rec.h"

/* True when an edit's names and values can be written so that they are read back the same; else ERROR_USAGE
 * or ERROR_DATA. */
bool rec_edit_check(const struct rec_edit *edit, struct error *e);
/* Appends "name: value" and its "+ " lines, each with the newline `nl`. CRLF and CR in the value count as newlines. */
void rec_write_field(struct buf *out, const char *name, const char *value, const char *nl);
/* Appends text line by line with the newline `nl`, without blank lines at its end. */
void rec_write_lines(struct buf *out, const char *text, const char *nl);
/* True when the field's value is what rec_write_field(value) would be read back as. */
bool rec_value_is(const struct rec_doc *doc, const struct rec_field *f, const char *value);

/* Records by type and Id, for who asks for very many; for fewer questions than REC_INDEX_FROM it is quicker to look through all. */
enum { REC_INDEX_FROM = 16 };
struct rec_index {
	bool many;
	struct map places; /* "type\x1fid" -> record; empty: not made for the document as it is now */
	struct map twins;  /* those of them that are there twice */
	struct arena keys; /* theirs */
};
/* The first record of the type ("" or NULL: of none) with the Id; the number of records when there is none. `*twice`: there are more. */
size_t rec_index_find(struct rec_index *x, const struct rec_doc *doc, const char *type, const char *id, bool *twice);
/* To be called when the document becomes another one, too. */
void rec_index_release(struct rec_index *x);

/* Places. All want a document that is not damaged and whose last line has its newline. */
size_t rec_base(const struct rec_doc *doc); /* after the BOM */
/* Bytes of the blank line, newline included, that stands just before (at) `at`, or 0. */
size_t rec_blank_before(const struct rec_doc *doc, size_t at);
size_t rec_blank_at(const struct rec_doc *doc, size_t at);
/* The end of the last line that is not blank, but never inside a field that a backslash stretched. */
size_t rec_end_of_text(const struct rec_doc *doc);
/* Where a record is added to a type's section: after its last record (or its descriptor) and the comments that
 * stick to it; in the last section after all text. `*last` is that record's index, or SIZE_MAX. */
size_t rec_end_of_section(const struct rec_doc *doc, size_t type, size_t *last);

#endif
