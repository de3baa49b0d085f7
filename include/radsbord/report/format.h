/* The formats a document can be printed in: one row each. The command line, the panes and the files read these rows. */
#ifndef RADSBORD_REPORT_FORMAT_H
#define RADSBORD_REPORT_FORMAT_H

#include "radsbord/base/error.h"
#include "radsbord/report/doc.h"

enum output_format {
	OUTPUT_TEXT, OUTPUT_MARKDOWN, OUTPUT_HTML, OUTPUT_DOCX, OUTPUT_CSV, OUTPUT_XLSX, OUTPUT_JSON,
	OUTPUT_FORMATS
};

struct render_options {
	int width;                      /* OUTPUT_TEXT; 0: as wide as it needs */
	const struct buf *template;     /* OUTPUT_DOCX: the bytes of a .docx whose styles are used, or NULL */
};

struct format_row {
	const char *name;     /* --format md, and how a file of it ends */
	const char *title;    /* for people who choose */
	bool binary;          /* nothing for a terminal */
	bool tables;          /* only the tables of a document */
	/* Appends. False with a sentence when the document cannot be said in the format, or this build cannot, or it was stopped
	 * (d->work): then what is appended is not whole. An Excel file's last writing cannot be stopped while it goes on. */
	bool (*render)(const struct doc *d, const struct render_options *o, struct buf *out, struct error *e);
};
extern const struct format_row output_formats[OUTPUT_FORMATS];

/* By name ("md", "html"); OUTPUT_FORMATS when there is none. "txt" is text. */
enum output_format format_by_name(const char *name);
/* By how a file's name ends; OUTPUT_FORMATS when the ending is no format's. */
enum output_format format_by_file(const char *file);
/* "text, md, html, docx, csv, xlsx eller json" */
void format_names(struct buf *out);

#endif
