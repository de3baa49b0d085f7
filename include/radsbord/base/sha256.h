/* SHA-256 (FIPS 180-4), as `sha256sum` prints it: seals adopted minutes. */
#ifndef RADSBORD_BASE_SHA256_H
#define RADSBORD_BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

/* The digest of n bytes as 64 lower-case hexadecimal digits and a NUL. `data` may be NULL when n is 0. */
void sha256(const void *data, size_t n, char hex[65]);
/* The same, without the instructions that the processor may have for it. */
void sha256_portably(const void *data, size_t n, char hex[65]);

/* The same of bytes that come in pieces: begin, add each, end. */
struct sha256 {
	void (*compress)(uint32_t state[8], const unsigned char *blocks, size_t count); /* asked for once: that takes a while */
	uint32_t state[8];
	uint64_t bytes;
	unsigned char rest[64]; /* of bytes, so many that no block is whole */
};
void sha256_begin(struct sha256 *s);
void sha256_add(struct sha256 *s, const void *data, size_t n);
void sha256_end(struct sha256 *s, char hex[65]);

#endif
