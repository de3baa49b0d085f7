/* words.h - how reports say numbers, statuses, places and sources (SCREENS, "Words"). Not for other modules.
 * Strings are constant or in the arena given. */
#ifndef RADSBORD_REPORT_WORDS_H
#define RADSBORD_REPORT_WORDS_H

#include "radsbord/report/model.h"

#define NBSP "\u00a0"

/* ---- numbers: words.c ---------------------------------------------------- */

const char *words_number(struct arena *a, struct num n, int decimals, enum num_rounding rule);
/* As many decimals as the number has, at most nine. */
const char *words_exact(struct arena *a, struct num n);
/* At least `decimals` + 1, and enough that rounding what is shown gives what rounding the number gives. */
const char *words_unrounded(struct arena *a, struct num n, int decimals, enum num_rounding rule);
/* The value by the indicator's decimals and rule: "22,4 %", "0,00". "" when unknown. */
const char *words_value(struct arena *a, const struct indicator_text *t, struct num n);
/* The same with other decimals, as a source printed it. */
const char *words_value_at(struct arena *a, const struct indicator_text *t, struct num n, int decimals);
/* "172 personer", "1 vårdplats"; a blank and the unit, with the singular where we know it. */
const char *words_count(struct arena *a, int64_t n, const char *unit);
/* "9 vårdplatser", "9–15 vpl". */
const char *words_counts(struct arena *a, int64_t low, int64_t high, const char *unit);
/* "98 %", "8–10": without the direction. "" when there is no target. */
const char *words_target(struct arena *a, const struct indicator_text *t, const struct indikator_verdict *v);
/* What a measure counts, in the plural and small letters; the measure itself when we have no word. */
const char *words_measure(const char *measure);

/* ---- statuses: words_status.c ------------------------------------------------ */

/* True when statements and units speak, not the value: the words are those of a service. */
bool words_by_service(const struct indicator_text *t, const struct indikator_verdict *v);
const char *words_status(const struct indicator_text *t, const struct indikator_verdict *v);
/* Of a part or a piece of evidence. */
const char *words_status_of(const struct indicator_text *t, enum indikator_status status);
const char *words_status_code(enum indikator_status status); /* NULL without status */
const char *words_mark(const struct indicator_text *t, const struct indikator_verdict *v);
const char *words_rule(enum indikator_rule rule);
/* "målnivå", "riktmärke", "rekommendation", "mål". */
const char *words_target_kind(const struct indicator_text *t);
const char *words_target_kind_the(const struct indicator_text *t); /* "Målnivån", "Rekommendationen" */
const char *words_target_kind_of(const struct indicator_text *t); /* "målnivåns", "rekommendationens" */
const char *words_own_status(enum indikator_status status); /* against a delmål: "når delmålet" */
const char *words_answer(int answer); /* okänt, nej, ja */
/* The Swedish name of an attribute of units. */
const char *words_attribute(int attribute);

/* ---- places and sources: words_source.c --------------------------------------- */

const char *words_place(const struct model *m, int place);
/* "04, 13"; codes and hospital ids by name. */
const char *words_places(struct arena *a, const struct model *m, const struct strings *codes);
/* "hela regionen utom Älvdalen". */
const char *words_gap_where(struct arena *a, const struct model *m, const struct gap *g);
/* What people read of a degree; a missing service with limits is missing in part. */
const char *words_degree(const struct gap *g);
/* Without their codes, joined by "; ". */
const char *words_limits(struct arena *a, const struct strings *limits);
/* The title up to its colon: "Vita fläckar 2026, bilaga 1". */
const char *words_cite(struct arena *a, const struct model *m, const char *source);
/* True for the inventory report and its appendices: they are "rapporten" to everyone in the field. */
bool words_is_report(const char *source);
/* "Rapporten" for the inventory report and its appendices, else the source's title. */
const char *words_says(struct arena *a, const struct model *m, const char *source);
/* "data/sverige/matt.csv:34"; "" when nobody knows. */
const char *words_file(struct arena *a, const char *file, int line);
/* ", rad 280–281 i vita-flackar-2026.txt"; "" when no lines are given. */
const char *words_lines(struct arena *a, const struct model *m, const char *source, const char *lines);
const char *words_date(struct arena *a, struct date d); /* 2025-09-30, "" when none */
const char *words_day(struct arena *a, struct date d);  /* 30 september 2025 */
/* The day services are judged on. */
struct date words_service_day(const struct model *m, int year);
/* The first letter small, unless the word looks like a name (its second letter is large too). */
const char *words_lower(struct arena *a, const char *s);
/* What the engine says of what it cannot do, in the language of the interface. */
const char *words_engine(struct arena *a, const struct indikator_error *why);
/* Appends `text` to *sum with a separator between. */
void words_append(struct arena *a, const char **sum, const char *separator, const char *text);

#endif
