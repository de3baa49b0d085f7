/* FIPS 180-4, sections 4.1.2, 5.1.1 and 6.2. Names follow the standard. */
#include "radsbord/base/sha256.h"

#include "sha256_local.h"

#include <stdint.h>
#include <string.h>

enum { BLOCK = 64 };

const uint32_t sha256_k[64] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t rotr(uint32_t x, int n)
{
	return x >> n | x << (32 - n);
}

static void schedule(uint32_t w[64], const unsigned char *block)
{
	for (int t = 0; t < 16; t++, block += 4)
		w[t] = (uint32_t)block[0] << 24 | (uint32_t)block[1] << 16 | (uint32_t)block[2] << 8 |
		       block[3];
	for (int t = 16; t < 64; t++) {
		uint32_t s0 = rotr(w[t - 15], 7) ^ rotr(w[t - 15], 18) ^ w[t - 15] >> 3;
		uint32_t s1 = rotr(w[t - 2], 17) ^ rotr(w[t - 2], 19) ^ w[t - 2] >> 10;

		w[t] = w[t - 16] + s0 + w[t - 7] + s1;
	}
}

/* One round; the names of the eight words move on a place with each, so that no word has to. */
#define ROUND(a, b, c, d, e, f, g, h, t)                                                                                \
	do {                                                                                                           \
		uint32_t t1 = h + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + ((e & f) ^ (~e & g)) + sha256_k[t] + w[t]; \
		uint32_t t2 = (rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));                \
		d += t1;                                                                                               \
		h = t1 + t2;                                                                                           \
	} while (0)

static void compress(uint32_t state[8], const unsigned char *block)
{
	uint32_t w[64];
	uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
	uint32_t e = state[4], f = state[5], g = state[6], h = state[7];

	schedule(w, block);
	for (int t = 0; t < 64; t += 8) {
		ROUND(a, b, c, d, e, f, g, h, t);
		ROUND(h, a, b, c, d, e, f, g, t + 1);
		ROUND(g, h, a, b, c, d, e, f, t + 2);
		ROUND(f, g, h, a, b, c, d, e, t + 3);
		ROUND(e, f, g, h, a, b, c, d, t + 4);
		ROUND(d, e, f, g, h, a, b, c, t + 5);
		ROUND(c, d, e, f, g, h, a, b, t + 6);
		ROUND(b, c, d, e, f, g, h, a, t + 7);
	}
	state[0] += a;
	state[1] += b;
	state[2] += c;
	state[3] += d;
	state[4] += e;
	state[5] += f;
	state[6] += g;
	state[7] += h;
}

static void compress_each(uint32_t state[8], const unsigned char *blocks, size_t count)
{
	for (size_t i = 0; i < count; i++)
		compress(state, blocks + i * BLOCK);
}

/* The last one or two blocks: the rest, a one bit, zeros, and the length in bits. */
static void finish(uint32_t state[8], const unsigned char *rest, size_t n, uint64_t bits)
{
	unsigned char tail[2 * BLOCK] = {0};
	size_t size = n < BLOCK - 8 ? BLOCK : 2 * BLOCK;

	if (n)
		memcpy(tail, rest, n);
	tail[n] = 0x80;
	for (size_t i = 0; i < 8; i++)
		tail[size - 1 - i] = (unsigned char)(bits >> 8 * i);
	compress_each(state, tail, size / BLOCK);
}

static void begin(struct sha256 *s, sha256_compress *compress_all)
{
	*s = (struct sha256){.compress = compress_all,
	                     .state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab,
	                               0x5be0cd19}};
}

void sha256_begin(struct sha256 *s)
{
	sha256_compress *own = sha256_of_processor();

	begin(s, own ? own : compress_each);
}

void sha256_add(struct sha256 *s, const void *data, size_t n)
{
	const unsigned char *p = data;
	size_t kept = s->bytes % BLOCK, more = kept ? BLOCK - kept : 0;

	if (more > n)
		more = n;
	s->bytes += n;
	if (more) {
		memcpy(s->rest + kept, p, more);
		p += more;
		n -= more;
		if (kept + more == BLOCK)
			s->compress(s->state, s->rest, 1);
	}
	if (n / BLOCK)
		s->compress(s->state, p, n / BLOCK);
	if (n % BLOCK)
		memcpy(s->rest, p + (n - n % BLOCK), n % BLOCK);
}

void sha256_end(struct sha256 *s, char hex[65])
{
	static const char digits[] = "0123456789abcdef";

	finish(s->state, s->rest, s->bytes % BLOCK, s->bytes * 8);
	for (int i = 0; i < 64; i++)
		hex[i] = digits[s->state[i / 8] >> (28 - 4 * (i % 8)) & 15];
	hex[64] = '\0';
}

void sha256(const void *data, size_t n, char hex[65])
{
	sha256_compress *own = n >= BLOCK ? sha256_of_processor() : NULL;
	struct sha256 s;

	begin(&s, own ? own : compress_each);
	sha256_add(&s, data, n);
	sha256_end(&s, hex);
}

void sha256_portably(const void *data, size_t n, char hex[65])
{
	struct sha256 s;

	begin(&s, compress_each);
	sha256_add(&s, data, n);
	sha256_end(&s, hex);
}
