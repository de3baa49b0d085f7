/* What every report and pane looks at: the open data and the question. All borrowed. */
#ifndef RADSBORD_REPORT_MODEL_H
#define RADSBORD_REPORT_MODEL_H

#include "indikator.h"
#include "radsbord/council/action.h"
#include "radsbord/council/meeting.h"
#include "radsbord/council/reference.h"

struct model {
	const struct reference *reference;
	const struct indikator_set *set;
	const struct records *national;
	const struct records *council;                /* NULL when no council is open */
	const struct council_settings *settings;      /* NULL likewise */
	struct date today;
	int year;                                     /* 0: the newest figures, services as of today */
	enum indikator_criteria criteria;
	/* Shown to others: counts of patients and the deceased below it, and what would give them away, stand as "..". 0: shown to
	 * the council's own secretary, who sees every figure. */
	int64_t small_limit;
	const struct indikator_set *without;          /* of assumptions: the set as it is without them; else NULL */
	/* What the tables of records take (report/filter.h); NULL: all. `only`: Ids. */
	const char *filter;
	const struct strings *only;
};

/* The record of a gap or fact, a unit, a source by Id: the council's first, then the national. NULL when unknown. */
/* True when `from` are the national records and the council has its own in place of this one (council/inventory.h). */
bool model_outweighed(const struct model *m, const struct records *from, enum record_kind kind, const char *id);
const struct gap *model_gap(const struct model *m, const char *id);
const struct unit *model_unit(const struct model *m, const char *id);
const struct source *model_source(const struct model *m, const char *id);
/* A source as people cite it: "Vita fläckar 2026, bilaga 1". Never NULL. */
const char *model_source_title(const struct model *m, const char *id);
/* What the council does in the minutes with what it hears: "noterar" unless it has said otherwise. */
const char *model_verb(const struct model *m);
indikator_date model_today(const struct model *m);
struct num num_of(struct indikator_number n);

#endif
