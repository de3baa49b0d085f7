/* overview_words.h - the cells of an overview row. Not for other modules. Strings constant or in the arena. */
#ifndef RADSBORD_REPORT_OVERVIEW_WORDS_H
#define RADSBORD_REPORT_OVERVIEW_WORDS_H

#include "radsbord/report/overview.h"
#include "words.h"

/* "22,4 %"; for services "0–4 av 9 kommuner"; "" when nothing can be said. */
const char *overview_value(struct arena *a, const struct model *m, const struct indicator_text *t,
                           const struct indikator_verdict *v);
/* "0–4 av 9"; "" when nothing is known. */
const char *overview_municipalities(struct arena *a, const struct indikator_coverage *c);
/* "63 %", "0–40 %"; "" when nothing is known. */
const char *overview_share(struct arena *a, const struct indikator_coverage *c);
/* With the direction: "≥ 98 %", "8–10", "–". */
const char *overview_target(struct arena *a, const struct model *m, const struct indicator_text *t,
                            const struct indikator_verdict *v);
/* In a unit: "172 personer", "−583 pers" (more reached than needed), "–". */
const char *overview_distance(struct arena *a, const struct indicator_text *t, const struct indikator_verdict *v,
                              const char *unit);
/* The council's own target in force, with the direction: "≥ 85 %"; "" when there is none. */
const char *overview_own_target(struct arena *a, const struct model *m, const struct indicator_text *t,
                                const struct indikator_verdict *v);
const char *overview_rank(struct arena *a, const struct indikator_verdict *v);
const char *overview_change(struct arena *a, const struct indicator_text *t, const struct indikator_verdict *v);
/* The first thing worth saying, or NULL. */
const char *overview_note(struct arena *a, const struct model *m, const struct indicator_text *t,
                          const struct indikator_verdict *v);
/* What the published figures and ours disagree about, a sentence each; returns how many (at most 3). */
#define OVERVIEW_FINDINGS 3
size_t overview_findings(struct arena *a, const struct model *m, const struct indicator_text *t,
                         const struct indikator_verdict *v, const char *out[OVERVIEW_FINDINGS]);

#endif
