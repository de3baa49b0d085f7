/* Documents on their way out: rendered with the council's own template, written whole to a file; in Swedish, whatever the interface
 * speaks. */
#ifndef RADSBORD_APP_EXPORT_H
#define RADSBORD_APP_EXPORT_H

#include "radsbord/app/session.h"
#include "radsbord/report/documents.h"
#include "radsbord/report/format.h"

/* From here to work_end(d->work) the document, which is new, is made for a person who waits: what takes long is told, and can be stopped
 * (session_work). */
void export_begin(struct session *s, struct doc *d);
/* Appends the document in the format; a Word file gets the styles of rad.ini's `mall`. `width` is that of text. */
bool export_render(const struct session *s, const struct doc *d, enum output_format format, int width, struct buf *out,
                   struct error *e);
/* Writes a file and appends to `said` what was done, with the full path: "Skrivet: /home/eva/Dokument/kallelse.docx (12 kB)". */
bool export_write(struct session *s, const char *path, bool overwrite, const struct buf *bytes, struct buf *said, struct error *e);

/* Where the export key writes, and which counts of people are too small for those who read it (0: none). `folder` is copied. */
void export_set(struct session *s, const char *folder, int64_t small_limit);
/* The model as others may see it. */
struct model export_model(const struct session *s);
/* Writes a file of that name and ending to the folder of export_set; a name that is taken gets a number, so nothing is replaced. */
bool export_to_folder(struct session *s, const char *name, const char *ending, const struct buf *bytes, struct buf *said, struct error *e);

/* The council's meetings as a calendar (RFC 5545), of one year or, 0, of all. A meeting's SEQUENCE is how often it has been changed. */
void export_calendar(const struct session *s, int year, struct buf *out);
/* The tables that are shown, of a place and of the council, as one document: for exportera xlsx. */
void export_tables(const struct model *m, int place, struct doc *d);
/* The records of a kind that m->only names, as a table; `place` is that of a list that has one. */
void export_marked(const struct model *m, int place, enum record_kind kind, struct doc *d);

#endif
