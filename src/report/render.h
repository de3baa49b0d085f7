/* render.h - what the parts of the text renderer share; not for other modules. */
#ifndef RADSBORD_REPORT_RENDER_H
#define RADSBORD_REPORT_RENDER_H

#include "radsbord/report/doc.h"

#define RENDER_WIDE 10000 /* the width when nobody set one */
#define RENDER_LEAST 20

/* Text cut into lines of at most `width` columns, sanitised. */
struct render_lines {
	char **items;
	size_t count, cap;
};
void render_wrap(struct render_lines *l, const char *s, int width);
void render_lines_release(struct render_lines *l);
/* Ends the line without blanks at its end. */
void render_end_line(struct buf *out);
/* What people read in a cell. */
const char *render_cell_text(const struct doc_cell *c);
void render_table(const struct doc_table *t, int width, struct buf *out);
/* True when the table has a column for people. */
bool render_table_visible(const struct doc_table *t);
void render_bars(const struct figure_bars *f, int width, struct buf *out);

/* ---- what the formats with a structure of their own share: render_structure.c -------------- */

/* Levels of headings such that the first is the only one of level 1 and none is left out on the way down. Zero-initialise. */
struct render_outline {
	int level;
};
int render_outline_next(struct render_outline *o, const struct doc_node *heading);
/* Which number a DOC_NUMBERED has in its list. */
int render_number(const struct doc *d, size_t at);
/* True when the node before, or after, is of the same kind: lists are opened and closed. */
bool render_continues(const struct doc *d, size_t at);
bool render_goes_on(const struct doc *d, size_t at);
/* Bars as a table for people, in the arena of `scratch`: label and value, the title, unit and target in the caption. */
struct doc_table *render_bars_table(struct doc *scratch, const struct figure_bars *f);
/* "mål 8–10 vårdplatser"; nothing when there is no target. */
void render_bars_target(const struct figure_bars *f, struct buf *out);
/* The heading of a column, for people. Never NULL. */
const char *render_column_label(const struct doc_column *c);

#endif
