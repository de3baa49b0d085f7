/* Cells that a spreadsheet would take for a formula: what the CSV renderer marks with a leading ', and taking exactly that off
 * again (STORAGE, "Hostile input"). */
#ifndef RADSBORD_BASE_FORMULA_H
#define RADSBORD_BASE_FORMULA_H

#include <stdbool.h>

/* True when the text begins, after any blanks and any marks, with = + - @, tab or CR, also full-width: it is written with a
 * mark before it. */
bool formula_needs_mark(const char *s);
/* The text without the mark, where it has one that formula_needs_mark asked for. Borrowed from s. */
const char *formula_unmarked(const char *s);

#endif
