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
/* The map drawn, then each mark with how many and which: the lines say all that the map does. */
void render_map(const struct figure_map *f, int width, struct buf *out);

/* "2019–2025  ▁▃·█  70,0 % → 85,0 %"; nothing when no year is known. Appends. */
void render_spark_line(const struct figure_spark *f, struct buf *out);
void render_spark(const struct figure_spark *f, int width, struct buf *out);
/* "januari: ○ 1 nyårsdagen, ● 29 Rådsmöte."; nothing when nothing happens. Appends. */
void render_month(const struct figure_wheel *f, int month, struct buf *out);
/* The months drawn, what the marks mean, and each month in words: the words say all that the drawing does. */
void render_wheel(const struct figure_wheel *f, int width, struct buf *out);

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
/* The same for paper: many bars in three parts side by side. */
struct doc_table *render_bars_on_paper(struct doc *scratch, const struct figure_bars *f);
/* A map as a table for people: a row a mark, with how many and which. */
struct doc_table *render_map_table(struct doc *scratch, const struct figure_map *f);
/* Years and values; days with what happens. */
struct doc_table *render_spark_table(struct doc *scratch, const struct figure_spark *f);
struct doc_table *render_wheel_table(struct doc *scratch, const struct figure_wheel *f);
/* "● Finns: 3 av 9. Flen, Gnesta, Trosa."; nothing when no item has the mark. Appends. */
void render_map_line(const struct figure_map *f, enum figure_mark mark, struct buf *out);
/* The items of a mark: "Flen, Gnesta, Trosa". Values stand after the name when the map has them. Appends. */
void render_map_names(const struct figure_map *f, enum figure_mark mark, struct buf *out);

/* ---- drawings for web pages: render_svg.c and render_svg_map.c. `number` tells the drawings of a page apart. The drawing has a title and a
 * description; what it shows stands in a table beside it. ---- */
void render_svg_open(struct buf *out, int number, const char *title, const char *description, int width, int height);
void render_svg_text(struct buf *out, int x, int y, const char *attributes, const char *text);
void render_svg_bars(const struct figure_bars *f, int number, struct buf *out);
void render_svg_spark(const struct figure_spark *f, int number, struct buf *out);
void render_svg_wheel(const struct figure_wheel *f, int number, struct buf *out);
void render_svg_map(const struct figure_map *f, int number, struct buf *out);
/* "mål 8–10 vårdplatser"; nothing when there is no target. */
void render_bars_target(const struct figure_bars *f, struct buf *out);
/* The heading of a column, for people. Never NULL. */
const char *render_column_label(const struct doc_column *c);

#endif
