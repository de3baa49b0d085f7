/* overview_cells.h - the cells that the overview and the comparison share. Not for other modules. */
#ifndef RADSBORD_REPORT_OVERVIEW_CELLS_H
#define RADSBORD_REPORT_OVERVIEW_CELLS_H

#include "radsbord/report/overview.h"

/* The code of the region a place is or lies in; NULL for the country. */
const char *overview_region_code(const struct model *m, int place);
struct doc_cell overview_cell_year(struct doc *d, int year);
struct doc_cell overview_cell_status(struct doc *d, const struct overview_row *row);
struct doc_cell overview_cell_value(struct doc *d, const struct indicator_text *t, const struct overview_row *row);
/* In print the heading says what the two numbers are; a narrow page has no room for the word in every row. */
void overview_cell_shorten(struct doc *d, struct doc_cell *cell, const struct overview_row *row);
struct doc_cell overview_cell_target(struct doc *d, const struct overview_row *row);
/* For programs the lower end: what it takes to reach the target. */
struct doc_cell overview_cell_distance(struct doc *d, const struct overview_row *row);
struct doc_cell overview_cell_published(struct doc *d, const struct overview_row *row);
struct doc_cell overview_cell_rank(struct doc *d, const struct overview_row *row);
struct doc_cell overview_cell_change(struct doc *d, const struct indicator_text *t, const struct overview_row *row);
/* A paragraph that says which year and day the figures and services are of. */
void overview_when(struct doc *d, const struct model *m);

#endif
