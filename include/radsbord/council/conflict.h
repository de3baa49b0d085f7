/* A step, and what somebody else did to the same records meanwhile: what is asked, and the step that the answers make. Pure.
 *
 * Different records merge by themselves. When a record of the step was changed on both sides the person is asked, with the
 * two texts side by side, once for each of these:
 *   a field that both changed         mine, theirs, or both where the field can hold both (conflict_join)
 *   a record where they changed other fields than I did   both (mine is added, theirs stays) or theirs
 *   a record that they removed        mine (it is put back with my change) or theirs
 *   a record that I remove and they changed                mine (it is removed) or theirs
 * The same change on both sides is none. "Theirs" drops my change and writes nothing. */
#ifndef RADSBORD_COUNCIL_CONFLICT_H
#define RADSBORD_COUNCIL_CONFLICT_H

#include "radsbord/council/change.h"

/* The records of a step as they were when it was made: what the person saw. All memory in the arena. */
struct seen_record {
	const struct record_type *type;
	const char *id;
	struct change_value *fields;    /* every field that had a value */
	size_t count;
};
struct seen {
	struct arena arena;
	struct seen_record *items;
	size_t count, cap;
};
void conflict_see(const struct changes *c, const struct records *r, struct seen *out);
void seen_release(struct seen *s);

enum conflict_kind { CONFLICT_FIELD, CONFLICT_BESIDE, CONFLICT_GONE, CONFLICT_CHANGED };
enum conflict_answer { CONFLICT_UNANSWERED, CONFLICT_MINE, CONFLICT_THEIRS, CONFLICT_BOTH };
struct conflict_item {
	enum conflict_kind kind;
	const struct record_type *type;
	const char *id;
	const char *record;             /* "Åtgärd 1 ”Ring”" */
	const struct field *field;      /* CONFLICT_FIELD */
	struct strings base, mine, theirs; /* CONFLICT_FIELD: the values */
	const char *mine_text, *theirs_text; /* as people read them, one value or field a line */
	unsigned may;                   /* 1 << answer, for those that can be given */
	enum conflict_answer usual;     /* what Enter takes; CONFLICT_UNANSWERED: one must choose */
	struct change_value *fields;    /* CONFLICT_GONE: as I saw it; CONFLICT_CHANGED: as it is */
	size_t fields_count;
};
struct conflict {
	struct arena arena;
	struct conflict_item *items;
	size_t count, cap;
};
/* What stands against the step in the records as they are now. `seen` may be NULL: then only what the step itself was made
 * from counts. Appends to `out`. */
void conflict_find(const struct changes *c, const struct seen *seen, const struct records *now, struct conflict *out);
void conflict_release(struct conflict *k);

/* The step that an answer to each item makes of `c`; it may come out empty. Title and guard level are those of `c`. */
void conflict_resolve(const struct conflict *k, const enum conflict_answer *given, const struct changes *c,
                      struct changes *out);

/* Theirs with what I added to it. Repeated fields: theirs, then those of mine that neither base nor theirs has (what I took
 * away stays). Text of several lines: theirs, a blank line, and mine. Text of one line: "theirs / mine". When my text is the
 * base with something after it, only that is added. Other fields hold one value and cannot be joined. */
bool conflict_can_join(const struct field *f);
void conflict_join(const struct field *f, const struct strings *base, const struct strings *mine,
                   const struct strings *theirs, struct arena *a, struct strings *out);

/* Appends what to call a record at the start of a sentence: "Åtgärd 1 ”Ring”". `record` may be NULL. */
void record_name(const struct record_type *t, const void *record, struct buf *out);

#endif
