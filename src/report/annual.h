/* annual.h - a council's year as the year plan and the annual report tell it. Not for other modules. */
#ifndef RADSBORD_REPORT_ANNUAL_H
#define RADSBORD_REPORT_ANNUAL_H

#include "documents_local.h"

#include "radsbord/council/year.h"

/* A year to be told of. */
struct annual {
	struct model m;            /* as of its last day, or of today while it runs; its newest figures by then */
	struct date asked;         /* today */
	int year;
	const struct plan *plan;   /* that holds in the year; NULL: there is none */
};
struct annual annual_of(const struct model *m, const struct document_question *q);

/* "3 halvdagar och 1 heldag"; what there is none of, or nobody has stated, is left out; "" when nothing is left. */
const char *annual_days(struct arena *a, int64_t half, int64_t full);
/* Rows of records, in the order of their dates; without a date last. In the arena of the document. */
size_t annual_by_date(struct doc *d, const struct records *r, enum record_kind kind, bool (*fits)(const struct record *, const struct annual *),
                      const struct annual *y, const struct record ***out);
/* The day of a meeting, an education, a referral (when the answer is due). */
struct date annual_date(enum record_kind kind, const struct record *r);
/* "2026-11-24 (tis)" */
struct doc_cell annual_day_cell(struct doc *d, struct date day);
/* "12 deltagare, varav 3 från privata utförare" */
const char *annual_participants(struct arena *a, const struct education *e);

/* The sections of the annual report: what is known, after the council's own words. */
typedef void annual_section(struct doc *d, const struct annual *y);
annual_section annual_summary, annual_commission, annual_members, annual_meetings;   /* annual_council.c */
annual_section annual_activities, annual_goals, annual_gaps, annual_evidence;        /* annual_work.c */
annual_section annual_referrals, annual_education, annual_finances, annual_next;     /* annual_around.c */

#endif
