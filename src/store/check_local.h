/* What the files of check share. Internal to src/store. */
#ifndef RADSBORD_STORE_CHECK_LOCAL_H
#define RADSBORD_STORE_CHECK_LOCAL_H

#include "national_local.h"
#include "radsbord/store/check.h"

struct check {
	const struct national *national;
	const struct records *council;           /* NULL without a folder */
	const struct council_settings *settings; /* the same */
	struct diagnostics *d;
};

/* References between records, and to indicators, sources and places. */
void check_references(const struct check *c);
/* Dates in the wrong order, and what a file's name says against what is in it. */
void check_dates(const struct check *c);
/* Ids and display numbers that are there twice. */
void check_numbers(const struct check *c);
/* Values that contradict each other within a record. */
void check_values(const struct check *c);

/* Personnummer in the council's texts. */
void check_guard(const struct check *c);

/* Scenarios that cannot be read, or are of no place. */
void check_scenarios(const struct check *c);

/* Both sets of records, the national first; `i` is 0 or 1. NULL when there is none. */
const struct records *check_records(const struct check *c, int i);
/* A finding about a record: "Åtgärden X: ...". */
void check_report(const struct check *c, enum diagnostic_level level, enum record_kind kind, const struct record *r,
                  const char *fmt, ...) __attribute__((format(printf, 5, 6)));

#endif
