/* documents_local.h - the functions behind the rows of documents.c, and what they share. Not for other modules. */
#ifndef RADSBORD_REPORT_DOCUMENTS_LOCAL_H
#define RADSBORD_REPORT_DOCUMENTS_LOCAL_H

#include "radsbord/report/documents.h"

#define TO_FILL "[att fylla i]"

typedef bool document_fill(struct doc *d, const struct model *m, const struct document_question *q, struct error *e);
document_fill document_plan, document_followup;               /* document_plan.c, document_followup.c */
document_fill document_call, document_agenda;                 /* document_meeting.c */
document_fill document_minutes, document_differences, document_replies; /* document_minutes.c */
document_fill document_wheel;                                 /* wheel.c */
document_fill document_region;                                /* document_region.c */
document_fill document_figures, document_interview;           /* document_interview.c */
document_fill document_commission;                            /* document_commission.c */
document_fill document_decision;                              /* document_decision.c */
document_fill document_statement;                             /* document_statement.c */
document_fill document_year, document_annual;                 /* document_year.c, annual.c */

/* True for the Id or the display number of a record. */
bool document_is_called(const struct record *r, int64_t nr, const char *text);

/* The items of a meeting by their numbers; *order is the caller's. */
size_t document_items(const struct model *m, const struct meeting *mt, size_t **order);
/* Addresses as links, file names as items. */
void document_attachments(struct doc *d, const struct strings *attachments);
/* The goal as a heading of level 3: what it is equal for, and where it holds. */
void document_goal_head(struct doc *d, const struct model *m, const struct goal *g);
/* How each indicator of a goal stands over the places of the goal. */
void document_goal_table(struct doc *d, const struct model *m, const struct goal *g);
/* The focus areas of a plan, headings of level 3, with what is to be done in each; then the rest, and what is open in earlier plans.
 * What was done before `closed_from` is left out. */
void document_focus_areas(struct doc *d, const struct model *m, const struct plan *p, struct date closed_from);
/* "kl. 9.00–12.00"; "" when it is not set. */
const char *document_times(struct arena *a, const struct meeting *mt);
/* The council's name, or "Rådet". */
const char *document_council(const struct model *m);
/* Nothing when there is no text. */
void document_pair(struct doc *d, const char *label, const char *text);
/* Columns that no row says anything in are for programs only. */
void document_hide_empty(struct doc_table *t);
struct doc_cell document_cell(struct doc *d, const char *text); /* "" when NULL */

#endif
