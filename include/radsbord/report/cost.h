/* Shared costs: who pays what, exact to the krona, and why. */
#ifndef RADSBORD_REPORT_COST_H
#define RADSBORD_REPORT_COST_H

#include "radsbord/council/cost.h"
#include "radsbord/report/doc.h"
#include "radsbord/report/model.h"

/* The council's own costs, then those that the sources describe. */
size_t costs_count(const struct model *m);
const struct cost *costs_at(const struct model *m, size_t i);
/* True for a cost that a source describes: it cannot be changed. */
bool cost_is_example(const struct model *m, const struct cost *cost);
/* By Id, or by a part of the name in any case; NULL when none fits. */
const struct cost *costs_find(const struct model *m, const char *text);

struct cost_payer {
	const char *name;
	const char *code;   /* of the one municipality; NULL for a fixed share and for several together */
	bool by_inhabitants;
};
/* A cost worked out: the fixed shares first, then the municipalities by code. */
struct cost_sheet {
	struct arena arena;
	const struct cost *cost;
	struct cost_payer *payers;
	struct indikator_payer *in;
	struct indikator_payment *out;
	size_t count;
	struct indikator_split sum;
};
/* Works a cost out. Inhabitants are the cost's own when it has any, else Statistics Sweden's of that 31 December. False, with a
 * sentence that says what to write, when a line cannot be read or inhabitants are not known. */
bool cost_sheet_fill(struct cost_sheet *s, const struct model *m, const struct cost *cost, struct error *e);
void cost_sheet_release(struct cost_sheet *s);
/* One payer's share of what is paid, as a fraction of it. */
struct num cost_sheet_part(const struct cost_sheet *s, size_t payer);

/* `radsbord kostnad`: columns id namn belopp region invanare_den regel exempel. */
void report_costs(struct doc *d, const struct model *m);
/* `radsbord kostnad NAMN`: columns betalare kod deltar invanare andel kronor kronor_per_invanare; then how it was reckoned. */
void report_cost(struct doc *d, const struct model *m, const struct cost *cost);
/* How a cost is reckoned, in words: amount, shares, inhabitants, the rule for the absent, rounding and source. */
void report_cost_how(struct doc *d, const struct model *m, const struct cost_sheet *s);

#endif
