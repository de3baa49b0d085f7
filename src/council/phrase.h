/* phrase.h - a change as words, and taking names from them. Not for other modules. */
#ifndef RADSBORD_COUNCIL_PHRASE_H
#define RADSBORD_COUNCIL_PHRASE_H

#include "radsbord/council/scenario.h"

/* A word as it stands and folded: small letters, no diacritics, blanks for underscores. */
struct word {
	const char *text, *folded;
};
#define PHRASE_WORDS_MOST 80
struct phrase {
	struct arena *a;
	struct word items[PHRASE_WORDS_MOST];
	size_t count, at;
};

/* False, with a sentence, when there are too many words or they are not UTF-8. */
bool phrase_split(struct phrase *w, const char *text, struct arena *a, struct error *e);
bool phrase_end(const struct phrase *w);
/* The next word, "" at the end. */
const struct word *phrase_next(const struct phrase *w);
/* Takes the next word when it is `folded`. */
bool phrase_take(struct phrase *w, const char *folded);
/* The next n words as they stand, with blanks between. */
const char *phrase_text(const struct phrase *w, size_t n);
/* How many words there are before the next comma, colon or end. */
size_t phrase_run(const struct phrase *w);
/* The longest name that the next words are: `find` gives its index by the folded words or the text, or -1. They are taken. */
typedef int phrase_find(void *ctx, const char *folded, const char *text);
int phrase_take_name(struct phrase *w, phrase_find *find, void *ctx);
/* Folds a name like the words. */
const char *phrase_fold(struct arena *a, const char *name);

struct amount {
	bool sign;          /* a plus or minus was written */
	struct num number;
};
/* Takes a number: "+6", "−2,5", "1 200". False, with a sentence or without (no number there), when there is none. */
bool phrase_take_amount(struct phrase *w, struct amount *out, struct error *e);

#endif
