/* The document tree: what is printed, before anyone knows in which format. One tree, many renderers.
 * All memory is in the document's arena; strings given are copied. */
#ifndef RADSBORD_REPORT_DOC_H
#define RADSBORD_REPORT_DOC_H

#include "radsbord/base/date.h"
#include "radsbord/base/error.h"
#include "radsbord/base/figure.h"
#include "radsbord/base/text.h"
#include "radsbord/base/work.h"

#include <stdint.h>

enum doc_kind {
	DOC_HEADING, DOC_PARAGRAPH, DOC_ITEM, DOC_PAIR, DOC_TABLE, DOC_BARS, DOC_MAP, DOC_SPARK, DOC_WHEEL,
	DOC_SUBTITLE,  /* under the title, the first heading */
	DOC_NUMBERED,  /* an item of a list that is numbered from 1 */
	DOC_LINK,      /* a paragraph that leads to an address */
	DOC_BLANK,     /* lines to write on */
	DOC_SIGNATURE, /* a line to sign on */
	DOC_PAGE_BREAK,
	DOC_VERBATIM   /* lines that stand as they are written: a screen, a command */
};

/* A cell: what people read, and for programs a number, a truth or nothing. */
enum cell_kind { CELL_TEXT, CELL_NUMBER, CELL_BOOL, CELL_UNKNOWN };
struct doc_cell {
	enum cell_kind kind;
	const char *text;      /* for people, ready formatted; CELL_UNKNOWN: what stands there instead of "?", or NULL */
	const char *code;      /* for programs when it differs from the text, or NULL; CELL_UNKNOWN: for CSV only */
	struct num number;
	int decimals;          /* CELL_NUMBER */
	bool truth;
};
struct doc_column {
	const char *name;      /* for programs: "andel_invanare" (DESIGN section 4) */
	const char *label;     /* for people */
	enum text_align align;
	bool programs_only;    /* left out of the text rendering */
	bool keep;             /* for people: never narrowed or wrapped as long as anything else can be */
	bool heads_row;        /* its cell is the heading of the row (HTML: scope="row") */
};
struct doc_table {
	const char *caption;
	struct doc_column *columns;
	size_t columns_count;
	struct doc_cell *cells; /* rows * columns */
	size_t rows, rows_cap;
	bool people_only;       /* left out of CSV and JSON: another table has the same for programs */
	struct work *work;      /* the document's */
};
struct doc_node {
	enum doc_kind kind;
	int level;              /* of a heading, from 1; DOC_BLANK: how many lines */
	const char *text, *label; /* DOC_PAIR: label and text; DOC_LINK: text and address; DOC_HEADING: "§ 5" before the text */
	struct doc_table *table;
	struct figure_bars *bars;
	struct figure_map *map;
	struct figure_spark *spark;
	struct figure_wheel *wheel;
};
struct doc {
	struct arena arena;
	struct doc_node *items;
	size_t count, cap;
	const char *author;     /* whose document it is, or NULL */
	struct date date;       /* the day it was made, or DATE_NONE */
	struct work *work;      /* see doc_follow */
};

void doc_heading(struct doc *d, int level, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
void doc_paragraph(struct doc *d, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void doc_item(struct doc *d, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void doc_pair(struct doc *d, const char *label, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
void doc_subtitle(struct doc *d, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void doc_numbered(struct doc *d, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* A heading with a paragraph number: "§ 5  Val av justerare". */
void doc_clause(struct doc *d, int level, int64_t number, const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/* Only http, https and mailto lead anywhere (escape_is_link); of another address the text alone is written. */
void doc_link(struct doc *d, const char *text, const char *address);
void doc_blank(struct doc *d, const char *label, int lines);
void doc_signature(struct doc *d, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void doc_page_break(struct doc *d);
void doc_verbatim(struct doc *d, const char *lines);
void doc_about(struct doc *d, const char *author, struct date date);
/* The first heading: what the document is called; "Rådsbord" when it has none. */
const char *doc_title(const struct doc *d);
/* A table; add rows with doc_row and fill their cells. */
struct doc_table *doc_table(struct doc *d, const char *caption, const struct doc_column *columns, size_t count);
struct doc_cell *doc_row(struct doc *d, struct doc_table *t); /* columns_count cells, CELL_UNKNOWN */
void doc_bars(struct doc *d, const struct figure_bars *bars); /* copied */
void doc_map(struct doc *d, const struct figure_map *map); /* copied */
void doc_spark(struct doc *d, const struct figure_spark *spark); /* copied */
void doc_wheel(struct doc *d, const struct figure_wheel *wheel); /* copied */
/* `w` is told how far filling the document and rendering it have come, and may stop both; about `pieces` nodes and rows are
 * expected. For a new document; borrowed. */
enum { DOC_FILLED = 30 }; /* percent, when the rendering begins */
void doc_follow(struct doc *d, struct work *w, size_t pieces);
/* How much there is to render: a node and a row are a piece each. */
size_t doc_pieces(const struct doc *d);
/* False, with a sentence, when the work on it was stopped: then it is not whole, and must not be used. */
bool doc_is_whole(const struct doc *d, struct error *e);
void doc_release(struct doc *d);

/* Cells. Text is copied into the document. */
struct doc_cell doc_text(struct doc *d, const char *text, const char *code);
struct doc_cell doc_number(struct doc *d, struct num n, int decimals, enum num_rounding rule); /* unknown -> CELL_UNKNOWN */
struct doc_cell doc_bool(bool b, const char *text);
/* Nothing for JSON (null). People see `text` ("0–40 %", "–"); CSV has `code`, or the text when that is NULL. */
struct doc_cell doc_unknown(struct doc *d, const char *text, const char *code);

/* Renderers. Text is for people: wrapped at `width` columns (0: as wide as it needs), foreign characters filtered,
 * unknown as "?". A table without a column for people is left out. */
void render_text(const struct doc *d, int width, struct buf *out);
/* Tables only: CSV that opens right in a Swedish Excel: BOM, `;`, CRLF, decimal comma, cells that could be formulas
 * get a leading ' (STORAGE, "Hostile input"); own numbers are exempt. A cell that already has such a ' gets one more, so
 * that taking one off always gives what it was. */
void render_csv(const struct doc *d, struct buf *out);
/* Tables only: an array of objects, column names as keys, point decimals, null for unknown. */
void render_json(const struct doc *d, struct buf *out);
/* CommonMark with tables (GFM). */
void render_markdown(const struct doc *d, struct buf *out);
/* A whole page in HTML5 that can be published: lang="sv", one h1 and no heading level left out, tables with caption and
 * scope, figures as drawings (SVG) with a table beside, nothing that colour alone says (DOS-lagen 2018:1937, WCAG 2.1 AA; DOMAIN section 4). */
void render_html(const struct doc *d, struct buf *out);
/* Word (ECMA-376): styles Heading 1 and on, List Bullet, List Number and Table Grid, header rows that are repeated, language
 * sv-SE, title and author. `template` is NULL or the bytes of a .docx: its styles, theme, page size and margins are used, and
 * nothing else of it. False with a sentence when it is no .docx, or when this build has no libzip. */
bool render_docx(const struct doc *d, const struct buf *template, struct buf *out, struct error *e);
/* Excel: a sheet a table, all columns; numbers are numbers and dates are dates; the header row stands still. False with a
 * sentence when it cannot be written, or when this build has no libxlsxwriter. */
bool render_xlsx(const struct doc *d, struct buf *out, struct error *e);

#endif
