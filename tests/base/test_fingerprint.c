#include "radsbord/base/fingerprint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

__extension__ typedef unsigned __int128 wide;

static const uint64_t PRIME = (UINT64_C(1) << 61) - 1;

/* By the definition: the words one after the other, as many as fill whole blocks of four and at least one, then the number of bytes. */
static uint64_t plainly(uint64_t point, const unsigned char *bytes, size_t n)
{
	size_t blocks = n ? (n + 27) / 28 : 1;
	wide sum = 0;

	point = (point ^ UINT64_C(0x9E3779B97F4A7C15)) & PRIME;
	for (size_t w = 0; w < blocks * 4; w++) {
		uint64_t word = 0;

		for (size_t i = 7; i-- > 0;)
			word = word << 8 | (w * 7 + i < n ? bytes[w * 7 + i] : 0);
		sum = (sum * point + word) % PRIME;
	}
	return (uint64_t)((sum * point + n) % PRIME);
}

static void fill(unsigned char *bytes, size_t n, unsigned seed)
{
	for (size_t i = 0; i < n; i++)
		bytes[i] = (unsigned char)(seed = seed * 1103515245 + 12345, seed >> 16);
}

static void is_the_value_of_the_polynomial(void **state)
{
	static const uint64_t points[] = {0, 1, 0x9E3779B97F4A7C15, UINT64_MAX, 123456789};
	unsigned char *bytes;

	(void)state;
	for (size_t n = 0; n < 200; n++) {
		bytes = malloc(n ? n : 1); /* of just that length, so that a byte too far is seen */
		fill(bytes, n, (unsigned)n);
		for (size_t i = 0; i < sizeof points / sizeof *points; i++)
			assert_true(fingerprint(points[i], bytes, n) == plainly(points[i], bytes, n));
		memset(bytes, 0xFF, n);
		assert_true(fingerprint(5, bytes, n) == plainly(5, bytes, n));
		free(bytes);
	}
}

static void each_bit_and_the_length_matter(void **state)
{
	unsigned char bytes[120];
	uint64_t whole;

	(void)state;
	fill(bytes, sizeof bytes, 7);
	whole = fingerprint(0, bytes, sizeof bytes);
	for (size_t i = 0; i < sizeof bytes * 8; i++) {
		bytes[i / 8] ^= (unsigned char)(1 << i % 8);
		assert_true(fingerprint(0, bytes, sizeof bytes) != whole);
		bytes[i / 8] ^= (unsigned char)(1 << i % 8);
	}
	memset(bytes, 0, sizeof bytes);
	for (size_t n = 1; n < sizeof bytes; n++)
		assert_true(fingerprint(0, bytes, n) != fingerprint(0, bytes, n - 1));
}

static void another_point_tells_other_texts_apart(void **state)
{
	(void)state;
	assert_true(fingerprint(1, "plan", 4) != fingerprint(2, "plan", 4));
	assert_true(fingerprint(1, "plan", 4) == fingerprint(1, "plan", 4));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_the_value_of_the_polynomial),
		cmocka_unit_test(each_bit_and_the_length_matter),
		cmocka_unit_test(another_point_tells_other_texts_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
