#include "radsbord/base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static jmp_buf after_oom;

static void oom(void)
{
	longjmp(after_oom, 1);
}

static void test_alloc_is_zeroed(void **state)
{
	/* Allocated memory is zero, and even nothing gives a pointer. */
	unsigned char *p = mem_alloc(100);
	void *none = mem_alloc(0);

	(void)state;
	for (int i = 0; i < 100; i++)
		assert_int_equal(p[i], 0);
	assert_non_null(none);
	free(p);
	free(none);
}

static void test_strings(void **state)
{
	/* Copies stop at the length or the NUL, whichever comes first. */
	char *a = mem_strdup("åäö"), *b = mem_strndup("abcdef", 3), *c = mem_strndup("ab", 99);
	char *d = mem_printf("%s-%d", "x", 42);

	(void)state;
	assert_string_equal(a, "åäö");
	assert_string_equal(b, "abc");
	assert_string_equal(c, "ab");
	assert_string_equal(d, "x-42");
	free(a);
	free(b);
	free(c);
	free(d);
}

static void test_vec_push(void **state)
{
	/* A vector grows by itself and keeps what it has. */
	struct {
		int *items;
		size_t count, cap;
	} v = {0};

	(void)state;
	for (int i = 0; i < 1000; i++)
		VEC_PUSH(&v, i);
	assert_int_equal(v.count, 1000);
	assert_true(v.cap >= 1000);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(v.items[i], i);
	free(v.items);
}

static void test_out_of_memory_calls_handler(void **state)
{
	/* A size that cannot be reaches the handler instead of wrapping round. */
	static const size_t sizes[] = {1, 16};

	(void)state;
	mem_set_handler(oom);
	for (size_t i = 0; i < 2; i++) {
		size_t cap = 0;

		if (setjmp(after_oom) == 0) {
			mem_grow(NULL, SIZE_MAX / sizes[i], &cap, sizes[i]);
			fail_msg("mem_grow returned");
		}
	}
	if (setjmp(after_oom) == 0) {
		struct arena a = {0};

		arena_alloc(&a, SIZE_MAX - 1);
		fail_msg("arena_alloc returned");
	}
	mem_set_handler(NULL);
}

static void test_arena(void **state)
{
	/* Arena memory is zeroed, aligned and does not overlap, over many blocks and large requests. */
	struct arena a = {0};
	char *parts[500];

	(void)state;
	for (size_t i = 0; i < 500; i++) {
		size_t size = i % 50 == 0 ? 10000 : i % 40;

		parts[i] = arena_alloc(&a, size + 1);
		assert_int_equal((uintptr_t)parts[i] % _Alignof(max_align_t), 0);
		for (size_t j = 0; j <= size; j++)
			assert_int_equal(parts[i][j], 0);
		memset(parts[i], (int)(i % 100) + 1, size);
	}
	for (size_t i = 1; i < 500; i++)
		assert_true(i % 50 == 0 || i % 40 == 0 || parts[i][0] == (char)(i % 100 + 1));
	arena_release(&a);
	assert_null(a.head);
}

static void test_arena_strings(void **state)
{
	/* The arena's copies are like the heap's. */
	struct arena a = {0};

	(void)state;
	assert_string_equal(arena_strdup(&a, "råd"), "råd");
	assert_string_equal(arena_strndup(&a, "abcdef", 2), "ab");
	assert_string_equal(arena_strndup(&a, "ab", 9), "ab");
	assert_string_equal(arena_printf(&a, "%03d", 7), "007");
	arena_release(&a);
}

static void test_arena_keeps(void **state)
{
	/* What it takes over is there until the arena is released, and is freed then (the leak checker sees to that). */
	struct arena a = {0};
	char *first = mem_strdup("råd"), *second = mem_strdup("plan");

	(void)state;
	arena_keep(&a, first);
	arena_keep(&a, second);
	assert_string_equal(first, "råd");
	assert_string_equal(second, "plan");
	arena_release(&a);
	assert_null(a.kept);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_alloc_is_zeroed),
		cmocka_unit_test(test_strings),
		cmocka_unit_test(test_vec_push),
		cmocka_unit_test(test_out_of_memory_calls_handler),
		cmocka_unit_test(test_arena),
		cmocka_unit_test(test_arena_strings),
		cmocka_unit_test(test_arena_keeps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
