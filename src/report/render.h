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

#endif
