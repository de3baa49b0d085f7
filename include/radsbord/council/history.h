/* What was changed, by whom and when: the lines of historik/ÅÅÅÅ-MM.rec as data. An audit trail, not the truth. */
#ifndef RADSBORD_COUNCIL_HISTORY_H
#define RADSBORD_COUNCIL_HISTORY_H

#include "radsbord/council/change.h"

/* One field of a change: what it was and what it became, as written in the files. */
struct history_field {
	const char *name;
	const struct field *field;      /* NULL: not among the fields the program knows */
	struct strings before, after;   /* none: the field had, or got, no value */
};
/* One record, changed in one step. */
struct history_event {
	int64_t utc;                    /* seconds since 1970 */
	const char *who, *host;         /* NULL: not stated */
	const char *title, *step;       /* what the step did, and its mark: the same for all records of a step; may be NULL */
	enum change_kind kind;
	const char *type, *id, *file;   /* %rec: name, Id, and the file the record lies in */
	const struct record_type *record; /* NULL: a type the program does not know */
	struct history_field *fields;
	size_t count;
	const char *place;              /* the file of the history, and the line there */
	int line;
};
/* Newest first. All memory in the arena. */
struct history {
	struct arena arena;
	struct history_event *items;
	size_t count, cap;
};
void history_release(struct history *h);

/* Appends the values as people read them: a choice by its label, several joined by ", "; "–" for none. `f` may be NULL. */
void history_show(const struct field *f, const struct strings *values, struct buf *out);

#endif
