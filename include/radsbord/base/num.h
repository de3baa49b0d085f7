/* Exact numbers: fractions of int64, rounded only by a named rule when printed.
 * No double anywhere. Arithmetic that would overflow gives the unknown number. */
#ifndef RADSBORD_BASE_NUM_H
#define RADSBORD_BASE_NUM_H

#include "radsbord/base/mem.h"

#include <stdint.h>

/* value = num / den, den > 0, in lowest terms. den == 0: unknown (never zero). */
struct num {
	int64_t num, den;
};

/* The rules a column may name (config/indikatorer.ini: avrundning). */
enum num_rounding {
	NUM_HALF_UP,   /* halv_upp: half away from zero, Swedish practice */
	NUM_HALF_DOWN, /* halv_ned: half towards zero */
	NUM_HALF_EVEN, /* halv_jamn */
	NUM_CEIL,      /* upp: towards plus infinity */
	NUM_FLOOR,     /* ned: towards minus infinity */
	NUM_ROUNDINGS
};
extern const char *const num_rounding_names[NUM_ROUNDINGS]; /* the codes above */
extern const char *const num_rounding_labels[NUM_ROUNDINGS]; /* in Swedish, for explanations */

#define NUM_UNKNOWN ((struct num){0, 0})
static inline struct num num_int(int64_t v)
{
	return (struct num){v, 1};
}
struct num num_frac(int64_t num, int64_t den); /* den 0 -> unknown */
static inline bool num_known(struct num a)
{
	return a.den != 0;
}
struct num num_add(struct num a, struct num b);
struct num num_sub(struct num a, struct num b);
struct num num_mul(struct num a, struct num b);
struct num num_div(struct num a, struct num b); /* by zero -> unknown */
/* a / b * factor, the same as by num_div and num_mul but quicker. */
struct num num_per(struct num a, struct num b, struct num factor);
/* -1, 0, 1; both must be known. */
int num_cmp(struct num a, struct num b);
/* Rounded to `decimals` (0-9); the result is the rounded value. */
struct num num_round(struct num a, int decimals, enum num_rounding rule);
/* Whole number by rule; a must be known. */
int64_t num_whole(struct num a, enum num_rounding rule);
/* a * b rounded to a whole number, up (NUM_CEIL) or down (NUM_FLOOR); false when a or the product is unknown. */
bool num_whole_times(struct num a, int64_t b, enum num_rounding rule, int64_t *whole);

/* Strict: optional sign, digits, optional point and digits. Nothing else. `*decimals` (may be NULL)
 * is how many decimals were written. False leaves *out unchanged. */
bool num_parse(const char *s, struct num *out, int *decimals);
/* Swedish forms too: decimal comma, U+00A0/U+202F/U+2009/blank thousands (groups of exactly three),
 * U+2212/U+2011 minus, blanks around. */
bool num_parse_swedish(const char *s, struct num *out, int *decimals);

/* Appends "2,3", thousands by U+00A0, minus as U+2212; unknown gives "?". */
void num_format(struct buf *out, struct num a, int decimals, enum num_rounding rule);
/* Appends "2.3", no grouping, ASCII minus: for files, JSON. Unknown gives nothing. */
void num_format_plain(struct buf *out, struct num a, int decimals, enum num_rounding rule);

#endif
