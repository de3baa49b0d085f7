#include "radsbord/base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static void test_append(void **state)
{
	/* Every way to append adds up, and the string is terminated throughout. */
	struct buf b = {0};

	(void)state;
	assert_string_equal(buf_cstr(&b), "");
	buf_str(&b, "ab");
	buf_char(&b, 'c');
	buf_add(&b, "defg", 2);
	buf_fill(&b, '-', 3);
	buf_printf(&b, "%d%s", 12, "x");
	assert_string_equal(buf_cstr(&b), "abcde---12x");
	assert_int_equal(b.len, 11);
	buf_release(&b);
}

static void test_nothing_appended(void **state)
{
	/* Appending nothing still gives a terminated string. */
	struct buf b = {0};

	(void)state;
	buf_add(&b, NULL, 0);
	assert_non_null(b.data);
	assert_string_equal(b.data, "");
	buf_fill(&b, 'x', 0);
	buf_str(&b, "");
	buf_printf(&b, "%s", "");
	assert_int_equal(b.len, 0);
	buf_release(&b);
}

static void test_growth(void **state)
{
	/* Exact capacity borders neither overflow nor lose bytes. */
	(void)state;
	for (size_t n = 0; n < 70; n++) {
		struct buf b = {0};

		buf_fill(&b, 'a', n);
		buf_printf(&b, "%s", "bcd");
		assert_int_equal(strlen(buf_cstr(&b)), n + 3);
		assert_string_equal(b.data + n, "bcd");
		buf_release(&b);
	}
}

static void test_zero_bytes(void **state)
{
	/* Bytes may be NUL: the length counts, not strlen. */
	struct buf b = {0};

	(void)state;
	buf_add(&b, "a\0b", 3);
	assert_int_equal(b.len, 3);
	assert_memory_equal(b.data, "a\0b", 4);
	buf_release(&b);
}

static void test_clear_and_detach(void **state)
{
	/* Clearing keeps the memory; detaching hands it over, even when nothing was written. */
	struct buf b = {0};
	char *s;

	(void)state;
	buf_clear(&b);
	buf_str(&b, "hej");
	buf_clear(&b);
	assert_string_equal(buf_cstr(&b), "");
	assert_true(b.cap > 0);
	buf_str(&b, "nu");
	s = buf_detach(&b);
	assert_string_equal(s, "nu");
	assert_null(b.data);
	free(s);
	s = buf_detach(&b);
	assert_string_equal(s, "");
	free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_append),       cmocka_unit_test(test_nothing_appended),
		cmocka_unit_test(test_growth),       cmocka_unit_test(test_zero_bytes),
		cmocka_unit_test(test_clear_and_detach),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
