/* Whether bytes are as they were, without keeping them.
 *
 * A fingerprint is the value of the polynomial whose coefficients are the bytes, seven at a time, and their number, at a point of the
 * field of 2^61 - 1 elements. Of two texts of n bytes that differ, at most n/7 + 5 points give the same: at 40 MB one in 4 * 10^11, and
 * with a point that is drawn at random nobody can write such a text. (Carter & Wegman, "Universal classes of hash functions", 1979;
 * Thorup, "High speed hashing for integers and strings", 2015, 3.1.) Eight times as fast as SHA-256, which it does not replace where a value is kept,
 * sent or compared with somebody else's. */
#ifndef RADSBORD_BASE_FINGERPRINT_H
#define RADSBORD_BASE_FINGERPRINT_H

#include <stddef.h>
#include <stdint.h>

/* `point`: any number, the same for all that are compared. The fingerprint is below 2^61. */
uint64_t fingerprint(uint64_t point, const void *bytes, size_t n);

#endif
