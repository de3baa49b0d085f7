/* What is missing: rows of gaps for a place, for the pane and the command line alike. */
#ifndef RADSBORD_REPORT_GAPS_H
#define RADSBORD_REPORT_GAPS_H

#include "radsbord/report/doc.h"
#include "radsbord/report/model.h"

struct gap_row {
	const struct gap *gap;
	const char *service;     /* label */
	const char *where;       /* "hela regionen", "Katrineholm", "hela regionen utom Älvdalen" */
	const char *degree;      /* "saknas", "finns med begränsning" */
	const char *limits;      /* without their codes, joined by "; " ; "" */
	size_t actions;          /* how many of the council's actions answer it */
	bool council;            /* the council's own record */
};
struct gap_rows {
	struct arena arena;
	struct gap_row *items;
	size_t count, cap;
};
/* Gaps that concern a place: in it, around it (a region's gap concerns its municipalities unless excepted) or within it.
 * The whole country: all. Only those valid on the model's day. Ordered by service (the report's order), then region, place. */
void gap_rows_build(struct gap_rows *r, const struct model *m, int place);
void gap_rows_release(struct gap_rows *r);

/* `radsbord saknas`: columns id region region_kod omrade plats tjanst grad begransning text kalla kontrollerad atgarder. */
void report_gaps(struct doc *d, const struct model *m, int place);
/* `radsbord enheter`. Columns id namn region_kod omrade typ kommun vardplatser dygnet_runt alla_diagnoser alla_aldrar kalla. */
void report_units(struct doc *d, const struct model *m, int place);

#endif
