/* sha256_local.h - what the two ways to SHA-256 share. */
#ifndef RADSBORD_SHA256_LOCAL_H
#define RADSBORD_SHA256_LOCAL_H

#include <stddef.h>
#include <stdint.h>

extern const uint32_t sha256_k[64];
/* Takes `count` blocks of 64 bytes into the state. */
typedef void sha256_compress(uint32_t state[8], const unsigned char *blocks, size_t count);
/* By the processor's own instructions; NULL when it has none. */
sha256_compress *sha256_of_processor(void);

#endif
