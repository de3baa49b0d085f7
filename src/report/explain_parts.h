/* explain_parts.h - the sections of an explanation. Not for other modules. */
#ifndef RADSBORD_REPORT_EXPLAIN_PARTS_H
#define RADSBORD_REPORT_EXPLAIN_PARTS_H

#include "radsbord/report/explain.h"
#include "overview_words.h"
#include "small.h"

/* One explanation while it is written. `a` is the document's arena. */
struct explain {
	struct doc *d;
	struct arena *a;
	const struct model *m;
	const struct indikator_data *data;
	const struct indicator_text *text;
	const struct indikator_definition *definition;
	const struct indikator_verdict *verdict;
	int place;
	struct small small;    /* what is not shown to others */
};

/* The figures of one role: what stands for it in the evidence. */
struct explain_input {
	struct num sum;        /* of the observations; unknown when one is, or none is there */
	size_t count;          /* observations */
	const struct indikator_observation *first;
	bool missing;          /* nobody has stated it */
};
struct explain_input explain_input(const struct explain *x, enum indikator_role role);

/* The value with its unit: "5,3 per 100 000 inv.", "22,4 %". "" when unknown. */
const char *explain_value(const struct explain *x, struct num value);
void explain_standing(const struct explain *x);  /* beside the target, the region, the country, the year before */
void explain_trend(const struct explain *x);     /* year by year, when there are several */
void explain_goals(const struct explain *x);     /* the council's goals that it is a square of */
void explain_sum(const struct explain *x);       /* the formula, in words and in figures */
void explain_inputs(const struct explain *x);    /* every figure, where it stands, what is missing */
void explain_role(const struct explain *x, enum indikator_role role); /* the figures of one role */
void explain_published(const struct explain *x); /* printed beside computed */
void explain_service(const struct explain *x);   /* rule, statements, units, parts, what contradicts */
void explain_coverage(const struct explain *x);
void explain_sources(const struct explain *x);   /* what the figures do not say, weaknesses of the sources */

/* Whether the value of a place or indicator may be shown to others. */
bool explain_is_shown(const struct model *m, int place, int indicator);
/* Why a place with a value has no rank, when its source covers too little; NULL otherwise. */
const char *explain_unranked(struct arena *a, const struct model *m, const struct indikator_verdict *v);

/* One line about a record: where it applies, what it says, source, passage, lines in the source, file and line. */
const char *explain_statement_line(const struct explain *x, int statement);
const char *explain_unit_line(const struct explain *x, int unit, enum indikator_status status);
/* "Vita fläckar 2026, bilaga 1, Bilaga 1 rad 4; data/sverige/matt.csv:10" */
const char *explain_origin(const struct explain *x, const struct indikator_origin *o, const char *lines);

#endif
