/* The proposals of the report and the answers to them, for the pane and the command line alike. */
#ifndef RADSBORD_REPORT_PROPOSALS_H
#define RADSBORD_REPORT_PROPOSALS_H

#include "radsbord/council/answer.h"
#include "radsbord/report/doc.h"
#include "radsbord/report/model.h"

/* Whose answers count at a place: the unit's Id, or the code of the region that it is or lies in; NULL for the country. */
const char *proposal_answerer(const struct model *m, int place);
/* What `who` (a region's code, a unit's Id) has answered: "pågår", "okänt" when nothing, "–" when `who` is NULL. */
const char *proposal_answer_words(const struct model *m, const struct proposal *p, const char *who);

/* `radsbord forslag`: columns id niva tema rubrik svar datum kalla atgarder. A unit is shown those for units. */
void report_proposals(struct doc *d, const struct model *m, int place);
/* The section of a proposal's detail: every answer, newest first. */
void report_answers(struct doc *d, const struct model *m, const struct proposal *p);

#endif
