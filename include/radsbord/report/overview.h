/* How a place stands: a row an indicator. The pane, the command line and the reports show these rows. */
#ifndef RADSBORD_REPORT_OVERVIEW_H
#define RADSBORD_REPORT_OVERVIEW_H

#include "radsbord/report/doc.h"
#include "radsbord/report/model.h"

/* A verdict and its words. Strings in the arena of the overview. What is hidden from others is unknown in the verdict, too, and
 * ".." in words; the status stays. */
struct overview_row {
	int indicator;
	struct indikator_verdict verdict;
	const char *title;
	const char *mark;        /* one column: ● uppfyllt ◐ delvis ▽ når inte ○ saknas/noll · okänt, blank without status */
	const char *status;      /* "Når inte målet", "Finns delvis", "Okänt", "" without status */
	const char *value;       /* "22,4 %", "0,00", "0–2 av 9 kommuner"; "" when nothing can be said */
	const char *target;      /* "0 %", "8–10", "≥ 98 %", "–" */
	const char *own_target;  /* the council's own (delmål): "≥ 85 %", "" */
	const char *distance;    /* "172 personer", "9–15 vårdplatser", "–" */
	const char *distance_short; /* "172 pers", "9–15 vpl" */
	const char *rank;        /* "4/21", "–" */
	const char *share;       /* share of inhabitants covered: "63 %", "0–40 %", "" */
	const char *change;      /* "+0,3", "" */
	const char *hidden;      /* why its figures are not shown to others: "färre än fem personer"; NULL when they are */
	const char *note;        /* the first thing worth saying about the row: published differs, contradicted, above range; or NULL */
};
struct overview {
	struct arena arena;
	int place;
	struct overview_row *rows;
	size_t count;
};
/* Evaluates the indicators for a place, in the overview's order. Those that units and councils are asked to report
 * (indicator_is_asked: level enhet, or the group nyckeltal) are rows only where someone has reported them, so that an overview
 * is not row after row of Okänt; a unit has all that it is asked, and nothing else. */
void overview_build(struct overview *o, const struct model *m, int place);
void overview_release(struct overview *o);
/* One row for one indicator (strings in `a`). The caller releases row->verdict (indikator_verdict_release). */
void overview_row_build(struct overview_row *row, struct arena *a, const struct model *m, int place, int indicator);

/* The table of `radsbord oversikt`: columns plats region_kod indikator ar status varde mal avstand andel_invanare publicerat kalla
 * rang forandring delmal delmal_ar delmal_status. */
void report_overview(struct doc *d, const struct model *m, int place);
/* `radsbord utveckling`: the years of a place; columns plats region_kod indikator ar status varde forandring andel_invanare. */
void report_trend(struct doc *d, const struct model *m, int place, int indicator);
/* Its years as small bars, from the first to the last: "▁▃·█"; nothing when fewer than two are known. Appends. */
void trend_marks(const struct model *m, int place, int indicator, struct buf *out);
/* `radsbord jamfor`: all regions ranked with bars and the target. */
void report_compare(struct doc *d, const struct model *m, int indicator);
/* The same of the municipalities of the region that `place` is or lies in; of all regions for the country and -1. */
void report_compare_within(struct doc *d, const struct model *m, int indicator, int place);
/* The bars alone, for a picture: the country and a region among all regions, what lies in a region among its municipalities, with the
 * place itself emphasised. */
void compare_bars(struct doc *d, const struct model *m, int indicator, int place);
/* What the line through bars stands for: "│ mål 0 %"; nothing when there is none. Appends. */
void report_bars_target(const struct figure_bars *bars, struct buf *out);

#endif
