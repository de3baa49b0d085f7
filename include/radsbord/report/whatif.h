/* What if: the open data with some things assumed (council/scenario.h), before and after. The data are not touched.
 *
 * The pane and `radsbord tank-om` show the same rows; an answer after is explained like any other, and says what it assumes. */
#ifndef RADSBORD_REPORT_WHATIF_H
#define RADSBORD_REPORT_WHATIF_H

#include "radsbord/council/scenario.h"
#include "radsbord/report/overview.h"

/* The heading of everything that is assumed, so that nobody takes it for data. */
#define WHATIF_BANNER N_("TÄNK OM – uppgifterna är orörda")

struct whatif {
	struct arena arena;
	const struct model *before;   /* borrowed: the model may not change while this is open */
	struct model after;           /* the same with the set assumed */
	struct indikator_set *set;    /* owned */
	int place;                    /* of changes that name none */
	struct strings changes;       /* as written */
	struct strings said;          /* what was assumed, sentence by sentence: figures, units, gaps mended and gaps that stand */
};
/* Reads and makes the changes, in order. False, with one sentence that quotes the change that cannot be made. Release either
 * way. */
bool whatif_build(struct whatif *w, const struct model *m, int place, const struct strings *changes, struct error *e);
void whatif_release(struct whatif *w);

/* An indicator that the changes touch, before and after. Strings in the arena of the rows. */
struct whatif_row {
	struct overview_row before, after;
	const char *distance;         /* "9–15 → 3–9 vpl"; "" when there is none on either side */
};
struct whatif_rows {
	struct arena arena;
	struct whatif_row *items;
	size_t count;
};
/* Those of one place in the overview's order; or, `everywhere`, of every place: the place itself, then what lies within it, what it
 * lies in, and the rest. What is unchanged is no row. */
void whatif_rows_build(struct whatif_rows *r, const struct whatif *w, int place, bool everywhere);
void whatif_rows_release(struct whatif_rows *r);

/* A row as two bars, before and after, with the target; strings borrowed from the row. False when no value is known. */
bool whatif_bars(struct figure_bars *f, struct figure_bar bars[2], const struct model *m, const struct whatif_row *row);

/* `radsbord tank-om`: columns plats region_kod indikator fore_status fore_varde efter_status efter_varde mal avstand_fore
 * avstand_efter. `name` is the scenario's, or NULL. */
void report_whatif(struct doc *d, const struct whatif *w, const char *name);
/* Why the answer after is what it is: what it was before, what is assumed, and the chain. */
void report_whatif_explain(struct doc *d, const struct whatif *w, int place, int indicator);
/* The saved scenarios: columns namn plats datum andringar. */
void report_scenarios(struct doc *d, const struct model *m);
/* How a change is written: every form with an example. */
void report_whatif_syntax(struct doc *d);

#endif
