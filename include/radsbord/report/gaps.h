/* What is missing: rows of gaps for a place, for the pane and the command line alike. */
#ifndef RADSBORD_REPORT_GAPS_H
#define RADSBORD_REPORT_GAPS_H

#include "radsbord/report/doc.h"
#include "radsbord/report/model.h"

struct gap_row {
	const struct gap *gap;
	const char *service;     /* label */
	const char *where;       /* "hela regionen", "Katrineholm", "hela regionen utom Älvdalen" */
	const char *degree;      /* gap_extent_labels */
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
enum gap_grouping { GAP_BY_SERVICE, GAP_BY_PLACE };
/* Ordered anew: by service, or by region and place (whole regions first) and then service. */
void gap_rows_sort(struct gap_rows *r, const struct model *m, enum gap_grouping by);
void gap_rows_release(struct gap_rows *r);

/* How much is missing. A service that is missing for some (a diagnosis, an age, those not enrolled) or in part is missing
 * in part; the record says `saknas` with a Begransning. */
enum gap_extent { EXTENT_MISSING, EXTENT_PARTLY_MISSING, EXTENT_LIMITED, EXTENTS };
extern const char *const gap_extent_labels[EXTENTS]; /* "saknas", "saknas delvis", "finns med begränsning" */
enum gap_extent gap_extent(const struct gap *g);

/* Rows counted. Each row is in one group, so the groups add up to all. */
struct gap_count {
	const char *name, *code; /* a service, a region (seen from the country) or a place as words; code: NULL for the last */
	size_t by_extent[EXTENTS], all;
};
struct gap_counts {
	struct gap_count *items;
	size_t count, cap;
	struct gap_count all;
};
/* The group of a row of `place`, and its code or NULL. */
const char *gap_group(const struct model *m, const struct gap_row *row, int place, enum gap_grouping by, const char **code);
/* In the order of the rows; names are borrowed from them. */
void gap_counts_build(struct gap_counts *counts, const struct model *m, const struct gap_rows *rows, int place, enum gap_grouping by);
void gap_counts_release(struct gap_counts *counts);
/* Appends "12 brister: 5 saknas, 1 delvis, 6 begränsade". */
void gap_counts_say(const struct gap_counts *counts, struct buf *out);
/* `radsbord saknas --per tjanst|plats`: columns tjanst or plats, kod saknas saknas_delvis begransad alla; the last row is all. */
void report_gap_counts(struct doc *d, const struct model *m, int place, enum gap_grouping by);

/* `radsbord saknas`: columns id region region_kod omrade plats tjanst grad begransning text kalla kontrollerad atgarder. */
void report_gaps(struct doc *d, const struct model *m, int place);
/* `radsbord enheter`. Columns id namn region_kod omrade typ kommun vardplatser dygnet_runt alla_diagnoser alla_aldrar kalla. */
void report_units(struct doc *d, const struct model *m, int place);

#endif
