/* SHA-256 by the instructions that most x86 processors have had since 2017-2019: about five times as fast. */
#include "sha256_local.h"

#include "radsbord/base/language.h"

#if defined __x86_64__ && defined __GNUC__

#include <cpuid.h>
#include <immintrin.h>
#include <stdbool.h>

#define TARGET __attribute__((target("sha,sse4.1")))

/* Four rounds; words from the sixteenth on are made from those before (Intel, "SHA Extensions", 2013). */
#define FOUR_ROUNDS(i)                                                                                                 \
	do {                                                                                                           \
		if (i >= 4) {                                                                                          \
			__m128i made = _mm_sha256msg1_epu32(m[i % 4], m[(i + 1) % 4]);                                 \
			made = _mm_add_epi32(made, _mm_alignr_epi8(m[(i + 3) % 4], m[(i + 2) % 4], 4));               \
			m[i % 4] = _mm_sha256msg2_epu32(made, m[(i + 3) % 4]);                                         \
		}                                                                                                      \
		__m128i words = _mm_add_epi32(m[i % 4], _mm_loadu_si128((const __m128i *)(const void *)(sha256_k + 4 * i))); \
		cdgh = _mm_sha256rnds2_epu32(cdgh, abef, words);                                                       \
		abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(words, 0x0e));                              \
	} while (0)

TARGET static void compress(uint32_t state[8], const unsigned char *blocks, size_t count)
{
	const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
	__m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(const void *)state), 0xb1);
	__m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(const void *)(state + 4)), 0x1b);
	__m128i abef = _mm_alignr_epi8(low, high, 8), cdgh = _mm_blend_epi16(high, low, 0xf0);

	for (; count > 0; count--, blocks += 64) {
		const __m128i abef_before = abef, cdgh_before = cdgh;
		__m128i m[4];

		for (int i = 0; i < 4; i++)
			m[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(const void *)(blocks + 16 * i)), big_endian);
		FOUR_ROUNDS(0);
		FOUR_ROUNDS(1);
		FOUR_ROUNDS(2);
		FOUR_ROUNDS(3);
		FOUR_ROUNDS(4);
		FOUR_ROUNDS(5);
		FOUR_ROUNDS(6);
		FOUR_ROUNDS(7);
		FOUR_ROUNDS(8);
		FOUR_ROUNDS(9);
		FOUR_ROUNDS(10);
		FOUR_ROUNDS(11);
		FOUR_ROUNDS(12);
		FOUR_ROUNDS(13);
		FOUR_ROUNDS(14);
		FOUR_ROUNDS(15);
		abef = _mm_add_epi32(abef, abef_before);
		cdgh = _mm_add_epi32(cdgh, cdgh_before);
	}
	low = _mm_shuffle_epi32(abef, 0x1b);
	high = _mm_shuffle_epi32(cdgh, 0xb1);
	_mm_storeu_si128((__m128i *)(void *)state, _mm_blend_epi16(low, high, 0xf0));
	_mm_storeu_si128((__m128i *)(void *)(state + 4), _mm_alignr_epi8(high, low, 8));
}

sha256_compress *sha256_of_processor(void)
{
	unsigned a, b, c, d;
	bool sse41 = __get_cpuid(1, &a, &b, &c, &d) && (c & bit_SSE4_1);
	bool sha = __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);

	return sse41 && sha ? compress : NULL;
}

#else

sha256_compress *sha256_of_processor(void)
{
	return NULL;
}

#endif
