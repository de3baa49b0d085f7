/* The guard for personal identity numbers: finds personnummer and samordningsnummer in text, so that they never reach a
 * council folder by mistake. Pure: the same text always gives the same answer.
 *
 * A number is [CC]YYMMDD, a separator, NNNN, or the same without the separator; also YYYY-MM-DD before the four last.
 * Century 18, 19 or 20; a separator is a hyphen, plus or dash of any kind, with blanks of any kind around it, or one or
 * two blanks. Digits may be full-width, and characters that show nothing may stand among them. The day is one of the
 * calendar, or that day + 60 (samordningsnummer); the last digit is the check digit of modulus 10 (Luhn).
 * Source: Skatteverket, Rättslig vägledning, "Personnummer" and "Samordningsnummer"; DOMAIN 8, "Personnummer".
 *
 * What is not one: a number that begins with 0 and has no separator is a telephone number; the month of an
 * organisation number is 20 or more; four last digits that read as a time of day after YYYY-MM-DD are one. */
#ifndef RADSBORD_BASE_GUARD_H
#define RADSBORD_BASE_GUARD_H

#include "radsbord/base/mem.h"

enum guard_level {
	GUARD_NONE,
	GUARD_HINT, /* shaped like one, but with a wrong check digit, a masked or a temporary number: say it, keep it */
	GUARD_ASK_KEEP,   /* ten digits in a row: ask, and keep it unless told otherwise */
	GUARD_ASK_REMOVE, /* with separator or century: ask, and remove it unless told otherwise */
};

/* Where in the text, in bytes. */
struct guard_hit {
	size_t start, len;
	enum guard_level level;
};

/* The first hit at or after byte `from`, which is 0 or the end of the hit before. False when there is none. */
bool guard_next(const char *s, size_t from, struct guard_hit *hit);
/* The highest level in the text. */
enum guard_level guard_worst(const char *s);

/* Appends s with every digit but the first two of each number of at least `least` as •: 64••••-••••. The only way a
 * number is shown, logged or remembered. What was masked is not found again. */
void guard_mask(struct buf *out, const char *s, enum guard_level least);
/* Appends s with each number of at least `least` replaced by "[personnummer borttaget]". */
void guard_remove(struct buf *out, const char *s, enum guard_level least);

#endif
