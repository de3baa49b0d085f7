/* judge.h - asking the engine what the model asks. Not for other modules. */
#ifndef RADSBORD_REPORT_JUDGE_H
#define RADSBORD_REPORT_JUDGE_H

#include "radsbord/report/model.h"

/* What the model asks the engine. */
struct indikator_question judge_question(const struct model *m, bool ranked);
/* The verdict, to be released; unknown when the engine cannot answer. */
void judge(const struct model *m, int place, int indicator, bool ranked, struct indikator_verdict *v);
/* The first observation of a role among the evidence; NULL when there is none. */
const struct indikator_observation *judge_figure(const struct model *m, const struct indikator_verdict *v,
                                                 enum indikator_role role);
/* The definition behind an indicator. */
const struct indikator_definition *judge_definition(const struct model *m, int indicator);
/* The set of requirements that a service is held against: the one asked for, or the map's when the report has none of its own. */
enum indikator_criteria judge_criteria(const struct model *m, const struct indikator_definition *d);
/* Indicators in the order of the overview: an array of reference->indicators_count, owned by the caller. */
int *judge_order(const struct model *m);
/* The municipalities of a region (-1: of the country) in the order of their names. Owned by the caller. */
int *judge_municipalities(const struct model *m, int region, size_t *count);
/* True for a place that has parts to count: neither municipality, hospital nor unit. */
bool judge_has_parts(const struct model *m, int place);

#endif
