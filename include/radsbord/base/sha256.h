/* SHA-256 (FIPS 180-4), as `sha256sum` prints it: seals adopted minutes. */
#ifndef RADSBORD_BASE_SHA256_H
#define RADSBORD_BASE_SHA256_H

#include <stddef.h>

/* The digest of n bytes as 64 lower-case hexadecimal digits and a NUL. `data` may be NULL when n is 0. */
void sha256(const void *data, size_t n, char hex[65]);
/* The same, without the instructions that the processor may have for it. */
void sha256_portably(const void *data, size_t n, char hex[65]);

#endif
