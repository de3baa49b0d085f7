/* The words of a filter, the same over every list on the screen and on the command line. Pure; no locale.
 *
 *     läkare jour             both stand in the row, in any order; case is ignored, å ä ö are letters of their own
 *     "ej påbörjad"           as it stands, blanks and all (also ”so”)
 *     ansvarig:ek             a word of the list, and what is asked of it; quotes: ansvarig:"Anna Ek"
 *     försenad                a word that is true or not
 *     senast:2027-06          a day: 2027, 2027-06, 2027-06-30, 4/2, v 5, +14, idag, nästa-möte; before with <, <=, > or >=
 *     åtgärder:0              a number, likewise
 *     utan:ansvarig           nobody has stated it; also ansvarig:okänt
 *     -klar inte:status:klar  not that
 *     filter:mina             the words of a filter that has a name (filter_expand)
 *
 * All words must fit. A word that is still to be typed (`ansvarig:`, `-`) leaves all. */
#ifndef RADSBORD_BASE_FILTER_H
#define RADSBORD_BASE_FILTER_H

#include "radsbord/base/date.h"
#include "radsbord/base/mem.h"

enum filter_kind {
	FILTER_TEXT,   /* what is asked occurs in it */
	FILTER_CHOICE, /* one of its words begins so; also without diacritics and with _ for a blank, as codes are written */
	FILTER_DAY,    /* a day: within that day, month or year */
	FILTER_BY_DAY, /* a day: by the end of that day, month or year */
	FILTER_NUMBER,
	FILTER_FLAG    /* the name alone is the word */
};
struct filter_about;
struct filter_key {
	const char *name;           /* as people write it; also understood without diacritics */
	const char *help;           /* one or two words; NULL: understood, not offered */
	enum filter_kind kind;
	/* How the owner of the table finds what a row has; not used here. */
	const char *field;
	void (*value)(const struct filter_about *x, struct buf *out);
};
/* What a filter is over: rows 0 to count - 1. */
struct filter_rows {
	void *ctx;
	size_t count;
	const struct filter_key *keys;
	size_t keys_count;
	/* Appends what the row has for a key: days as 2026-11-24, several values on a line each, nothing when unknown. A line that
	 * begins with a tab is understood, but never offered nor found by a word without key. NULL when there are no keys. */
	void (*value)(void *ctx, size_t row, size_t key, struct buf *out);
	/* Appends all that a plain word is looked for in. */
	void (*text)(void *ctx, size_t row, struct buf *out);
	struct date today, next_meeting; /* DATE_NONE: no meeting is planned */
	/* The names of the filters that `filter:` can be followed by, the nth from 0, borrowed until the next call; NULL: no more. May be NULL. */
	const char *(*saved)(void *saved_ctx, size_t nth);
	void *saved_ctx;
};

struct filter;
/* Read once, however many rows are asked for. `rows` is borrowed and outlives it. */
struct filter *filter_new(const char *text, const struct filter_rows *rows);
void filter_free(struct filter **f);
bool filter_matches(struct filter *f, size_t row);
/* True when no row that fits `f` can be one that did not fit `before`, which was over the same rows: a letter or a word more. */
bool filter_narrows(const struct filter *f, const struct filter *before);
/* Appends one sentence about the first word that is not understood; false when all are. Such a word of the form key:value is looked
 * for as text; a day or number that is none fits no row. */
bool filter_complains(const struct filter *f, struct buf *out);

/* Candidates for the last word, in order: words of the list that begin so, or values that the rows have for its key; after
 * `filter:` the names. */
struct filter_candidates {
	char **items;
	size_t count, cap;
	size_t start;               /* the byte of the text where the last word begins */
};
void filter_candidates(const char *text, const struct filter_rows *rows, struct filter_candidates *out);
void filter_candidates_release(struct filter_candidates *c);
/* The key of the last word, when it has one that the list knows; NULL. */
const struct filter_key *filter_key_typed(const char *text, const struct filter_rows *rows);
/* Appends the text with its last word as the nth candidate, beginning again after the last; false when there is none. */
bool filter_complete(const char *text, const struct filter_rows *rows, unsigned nth, struct buf *out);

/* Appends the text with each `filter:name` as what `saved` says, which is borrowed until its next call, NULL: no such name. That
 * word is then left out, and its name (mem_strdup) is in *unknown, which may be NULL. */
void filter_expand(const char *text, const char *(*saved)(void *ctx, const char *name), void *ctx, struct buf *out, char **unknown);

#endif
