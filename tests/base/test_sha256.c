#include "radsbord/base/sha256.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static void expect(const void *data, size_t n, const char *digest)
{
	char hex[65];

	sha256(data, n, hex);
	assert_string_equal(hex, digest);
	sha256_portably(data, n, hex);
	assert_string_equal(hex, digest);
}

static void test_standard_vectors(void **state)
{
	/* The examples of FIPS 180-4 (NIST's published values). */
	static char million[1000000];

	(void)state;
	expect("abc", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	expect(NULL, 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	expect("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56,
	       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
	expect("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
	       "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
	       112, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
	memset(million, 'a', sizeof million);
	expect(million, sizeof million,
	       "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

static void test_padding_borders(void **state)
{
	/* Lengths around a block, where the padding takes one block or two (values of sha256sum). */
	char text[64];

	(void)state;
	memset(text, 'a', sizeof text);
	expect(text, 55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
	expect(text, 56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
	expect(text, 63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34");
	expect(text, 64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
}

static void test_in_pieces(void **state)
{
	/* However the bytes are cut, the digest is that of the whole. */
	unsigned char bytes[300];
	char whole[65], pieces[65];

	(void)state;
	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (unsigned char)(i * 37 + 5);
	sha256(bytes, sizeof bytes, whole);
	for (size_t piece = 1; piece <= sizeof bytes; piece++) {
		struct sha256 s;

		sha256_begin(&s);
		for (size_t at = 0; at < sizeof bytes; at += piece)
			sha256_add(&s, bytes + at, sizeof bytes - at < piece ? sizeof bytes - at : piece);
		sha256_add(&s, NULL, 0);
		sha256_end(&s, pieces);
		assert_string_equal(pieces, whole);
	}
}

static void test_both_ways(void **state)
{
	/* With the processor's instructions or without: every length around the blocks, from any address. */
	unsigned char bytes[1024];

	(void)state;
	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (unsigned char)(i * 131 + i / 7);
	for (size_t n = 0; n < 700; n++) {
		char one[65], other[65];

		sha256(bytes + n % 13, n, one);
		sha256_portably(bytes + n % 13, n, other);
		assert_string_equal(one, other);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_standard_vectors),
		cmocka_unit_test(test_padding_borders),
		cmocka_unit_test(test_in_pieces),
		cmocka_unit_test(test_both_ways),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
