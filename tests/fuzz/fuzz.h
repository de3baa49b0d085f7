/* What the fuzzers share. Each is a libFuzzer program over one reader of foreign bytes; a property that does not hold
 * is a crash. Their corpora are the folders beside them. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include "radsbord/base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Unlike assert it is there in every build. */
#define HOLDS(property)                                                                                                \
	do {                                                                                                           \
		if (!(property)) {                                                                                     \
			fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #property);                  \
			abort();                                                                                       \
		}                                                                                                      \
	} while (0)

/* The bytes as a string of exactly that size, so that the sanitizer sees its end. Owned. */
static inline char *fuzz_string(const uint8_t *data, size_t size)
{
	char *s = malloc(size + 1);
	memcpy(s, data, size);
	s[size] = '\0';
	return s;
}

#endif
