/* A text as letters, the view that folding and sorting share: a case-folded base and its mark.
 * Internal to base. */
#ifndef RADSBORD_BASE_LETTER_H
#define RADSBORD_BASE_LETTER_H

#include <stdbool.h>
#include <stdint.h>

enum { LETTER_RING = 0x030A, LETTER_DIAERESIS = 0x0308, LETTER_DOUBLE_ACUTE = 0x030B };

struct letter {
	uint32_t base; /* case folded, canonically decomposed; any blank is U+0020 */
	uint32_t mark; /* the mark that matters most (ring or dots), else the first; 0: none */
	bool upper;
};

/* Code points of one character at a time: a character may fold to several (ß -> ss).
 * Start with .s; the text must outlive the reader. */
enum { LETTER_PARTS = 8 };
struct letter_reader {
	const char *s;
	uint32_t parts[LETTER_PARTS];
	int count, at;
	bool upper;
};

/* The next letter; false at the end. Bytes that are not UTF-8 are letters U+FFFD. */
bool letter_next(struct letter_reader *r, struct letter *l);
/* True for the diacritics of Latin, Greek and Cyrillic letters. */
bool letter_is_mark(uint32_t cp);

/* Letters that Unicode does not decompose but a Swedish reader does. */
struct letter_kin {
	uint32_t from;
	const char *fold, *plain; /* for text_fold and text_fold_plain */
};
/* Its row, or NULL for most letters. */
const struct letter_kin *letter_find_kin(uint32_t base);

#endif
