/* The guide for who uses the program (data/handbok/handbok.md): its text as chapters, each a document. Pure.
 *
 * The text is CommonMark of the simplest kind: headings, paragraphs, lists, and what stands between fences as it is. Each heading of
 * level 1 or 2 begins a chapter. A line `<!-- sidor: plan genomgang -->` says which pages (names of commands that open them) the
 * chapter after it is about; other comments are left out. A key, `a ny`, what is typed, *jour*, and what the screen then shows,
 * **Sparat**, are read as ”a ny”, ”jour” and ”Sparat” in a document. */
#ifndef RADSBORD_REPORT_GUIDE_H
#define RADSBORD_REPORT_GUIDE_H

#include "radsbord/report/doc.h"

struct guide_chapter {
	const char *title, *pages;  /* pages: "" when it is about none */
	const char *text;           /* where its heading begins in the guide's text */
	size_t length;
};
struct guide {
	struct arena arena;
	const char *text;
	struct guide_chapter *items;
	size_t count, cap;
};
/* Copies the text and finds its chapters. Text without headings has none. */
void guide_read(struct guide *g, const char *text);
void guide_release(struct guide *g);
/* The chapter about a page; the first when none is. */
size_t guide_about(const struct guide *g, const char *page);
/* The first chapter whose title has the words, in any case; -1. */
long guide_find(const struct guide *g, const char *words);
/* Fills a document with one chapter, or, of a negative number, with all of it. */
void guide_fill(struct doc *d, const struct guide *g, long chapter);

#endif
