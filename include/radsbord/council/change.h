/* Changes to records as data: what a command does, and its inverse. Made here, committed by store.
 *
 * A change names a record by file and Id and carries both the old and the new values, so that the inverse of a set
 * is the same set with the two exchanged, undo is a new transaction, and history has its line. */
#ifndef RADSBORD_COUNCIL_CHANGE_H
#define RADSBORD_COUNCIL_CHANGE_H

#include "radsbord/base/guard.h"
#include "radsbord/council/records.h"

enum change_kind { CHANGE_SET, CHANGE_ADD, CHANGE_REMOVE };
struct change_value {
	const struct field *field;
	struct strings values;
};
struct change {
	enum change_kind kind;
	const struct record_type *type;
	const char *file, *id;
	/* SET */
	const struct field *field;
	struct strings before, after;
	/* ADD, REMOVE: every field that has a value */
	struct change_value *fields;
	size_t fields_count;
};
/* One step: committed together, undone together. All memory in the arena. */
struct changes {
	struct arena arena;
	struct change *items;
	size_t count, cap;
	char *title;       /* what the step did, for the undo list: "H-14 ny tid: ..." */
	const char *form;  /* what the title was made by, a format of printf, constant or in the arena; or NULL */
	int64_t utc;       /* when it was made, for the undo list; 0: not known */
	enum guard_level keep; /* numbers up to this level the person was asked about and keeps (change_guard.h) */
};

/* Sets one field of a record. Nothing is added when the value is the one it has. `values` may be NULL with count 0. */
void changes_set(struct changes *c, enum record_kind kind, const struct record *r, const char *field,
                 const char *const *values, size_t count);
void changes_set_text(struct changes *c, enum record_kind kind, const struct record *r, const char *field,
                      const char *value);
/* Adds one value at the end of a repeated field; nothing when the value is empty. */
void changes_append(struct changes *c, enum record_kind kind, const struct record *r, const char *field,
                    const char *value);
/* A new record; its values are those that `record` (a struct of the kind, head.id set) has. */
void changes_add(struct changes *c, enum record_kind kind, const char *file, const void *record);
/* A record that is there goes, with every value it has. */
void changes_remove(struct changes *c, enum record_kind kind, const struct record *r);
/* In Swedish, for it stands in the history: the catalogue has the formats that are given here. */
void changes_title(struct changes *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* The title as the person reads it, in the language of the interface; "" when it has none. Appends. */
void changes_say(const struct changes *c, struct buf *out);
/* The opposite step, in opposite order. */
void changes_invert(const struct changes *c, struct changes *out);
void changes_release(struct changes *c);

/* The changes of a step by the record they are about, for who asks what else the step does to it: as quick for a step of very many
 * as for one of few. */
#define CHANGE_NONE ((size_t)-1)
struct change_index {
	struct arena arena;
	struct map numbers;             /* "type Id" -> a number for the record */
	size_t records;                 /* how many records there are; they are numbered in the order of their first changes */
	size_t *first, *last;           /* of each record: its first and its last change */
	size_t *number, *next, *before; /* of each change: its record; the next and the one before of that record, or CHANGE_NONE */
};
/* `c` is borrowed for as long as the index is used. */
void change_index_make(struct change_index *x, const struct changes *c);
/* The number of a record; CHANGE_NONE when the step does nothing to it. */
size_t change_index_number(const struct change_index *x, const struct record_type *t, const char *id);
/* out[number], x->records of them and NULL before, gets the first record of that Id. */
void change_index_find(const struct change_index *x, const struct changes *c, const struct records *r, const struct record **out);
void change_index_release(struct change_index *x);

#endif
