/* What is installed beside the program and says what it can do: two manual pages and the words that a shell completes, made from
 * the tables that the program itself runs on, so that they cannot go stale. Not part of the program; see src/cli/generate.c. */
#ifndef RADSBORD_CLI_MANUAL_H
#define RADSBORD_CLI_MANUAL_H

#include "radsbord/base/mem.h"

/* What a page says of itself. */
struct manual {
	const char *version, *date;  /* "0.1", "2026-11-26" */
	const char *data;            /* where the data are installed: "/usr/share/radsbord" */
};
/* radsbord(1): sub-commands, options, settings and keys. Appends roff (man macros, UTF-8). */
void manual_program(const struct manual *m, struct buf *out);
/* radsbord(5): the files of a council, every record type, field and code, and the columns of the figures. */
void manual_files(const struct manual *m, struct buf *out);
/* Completion for bash: sub-commands and options from the tables, places and indicators from the installed data. */
void manual_completion(const struct manual *m, struct buf *out);

/* ---- roff, for the pages ---- */
/* Text with what roff would take for its own escaped. */
void roff_text(struct buf *out, const char *text);
void roff_heading(struct buf *out, const char *text);
void roff_section(struct buf *out, const char *text);
/* The first paragraph below a heading, and one that follows another; the text may hold \fB, \fI and \fR. */
void roff_opening(struct buf *out, const char *roff);
void roff_paragraph(struct buf *out, const char *roff);
/* A term in bold, then in italics what it takes (may be NULL or ""), and a sentence indented below it. */
void roff_entry(struct buf *out, const char *term, const char *takes, const char *text);
/* Breaks lines of running text at blanks, so that none is longer than readers of roff want. */
void roff_wrap(struct buf *page);
/* The head of a page: its title line and what it is about. */
void roff_title(struct buf *out, const struct manual *m, int chapter, const char *sentence);

#endif
