/* The words of a filter (base/filter.h) that fit each kind of record: one table for the panes, the command line and `radsbord --hjalp`. */
#ifndef RADSBORD_REPORT_FILTER_H
#define RADSBORD_REPORT_FILTER_H

#include "radsbord/base/filter.h"
#include "radsbord/report/doc.h"
#include "radsbord/report/model.h"

/* The words of a kind; none for a kind that no list shows. */
const struct filter_key *record_filter_keys(enum record_kind kind, size_t *count);
/* Appends what a record has for a key of its kind. `place`: whose answer to a proposal is meant; -1: nobody's. */
void record_filter_value(const struct model *m, int place, enum record_kind kind, const void *record, size_t key, struct buf *out);
/* Appends what plain words are looked for in: the texts of its fields, and what its words say. */
void record_filter_text(const struct model *m, int place, enum record_kind kind, const void *record, struct buf *out);
/* The days that the words idag and nästa-möte mean. */
void record_filter_days(const struct model *m, struct filter_rows *rows);

/* Filters that are ready-made for a kind; ends with a NULL name. Never NULL. */
struct ready_filter {
	const char *name, *words;
};
const struct ready_filter *record_filter_ready(enum record_kind kind);

/* What a table of records takes: those that fit m->filter and are among m->only, when these are set. */
struct record_choice;
struct record_choice *record_choice_new(const struct model *m, int place, enum record_kind kind);
bool record_choice_takes(struct record_choice *c, const void *record);
/* Ends it; says under the table how many of all were taken, when any word chose. */
void record_choice_end(struct record_choice **c, struct doc *d);
/* Appends one sentence when a word of m->filter is not understood; false when all are. */
bool record_filter_complains(const struct model *m, enum record_kind kind, struct buf *out);

#endif
