#include "radsbord/base/fingerprint.h"

#include <string.h>

__extension__ typedef unsigned __int128 wide;

enum { LANES = 4, WORD = 7, BLOCK = LANES * WORD };
static const uint64_t PRIME = (UINT64_C(1) << 61) - 1;

/* a * b + c, kept under 2^61 + 8; a and b under 2^62, c under 2^56. */
static uint64_t step(uint64_t a, uint64_t b, uint64_t c)
{
	wide product = (wide)a * b + c;
	uint64_t sum = ((uint64_t)product & PRIME) + (uint64_t)(product >> 61);

	return (sum & PRIME) + (sum >> 61);
}

/* Seven bytes as a number; eight are read. */
static uint64_t word(const unsigned char *p)
{
	uint64_t n;

	memcpy(&n, p, sizeof n);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	return n & (UINT64_MAX >> 8);
#else
	return n >> 8;
#endif
}

/* Any number as a point: also zero, one and two, at which a polynomial says little. */
static const uint64_t AWAY = UINT64_C(0x9E3779B97F4A7C15);

/* Four polynomials of each fourth word, so that no product has to wait for the one before: by Horner's rule at the point's fourth
 * power, and put together at the point itself. */
uint64_t fingerprint(uint64_t point, const void *bytes, size_t n)
{
	const unsigned char *p = bytes;
	uint64_t square, fourth, sums[LANES] = {0}, whole = 0;
	unsigned char rest[BLOCK + 1] = {0};
	size_t left = n;

	point = (point ^ AWAY) & PRIME;
	square = step(point, point, 0);
	fourth = step(square, square, 0);
	for (; left > BLOCK; left -= BLOCK, p += BLOCK)
		for (int i = 0; i < LANES; i++)
			sums[i] = step(sums[i], fourth, word(p + i * WORD));
	if (left)
		memcpy(rest, p, left);
	for (int i = 0; i < LANES; i++)
		sums[i] = step(sums[i], fourth, word(rest + i * WORD));
	for (int i = 0; i < LANES; i++)
		whole = step(whole, point, 0) + sums[i];
	whole = step(whole, point, n);
	return whole >= PRIME ? whole - PRIME : whole;
}
