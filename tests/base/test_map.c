#include "radsbord/base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void test_empty(void **state)
{
	/* An empty map finds nothing. */
	struct map m = {0};

	(void)state;
	assert_int_equal(map_get(&m, "01"), -1);
	map_release(&m);
}

static void test_put_get(void **state)
{
	/* A key keeps its first value; a second put is refused. */
	struct map m = {0};

	(void)state;
	assert_true(map_put(&m, "01", 7));
	assert_true(map_put(&m, "", 0));
	assert_false(map_put(&m, "01", 8));
	assert_int_equal(m.count, 2);
	assert_int_equal(map_get(&m, "01"), 7);
	assert_int_equal(map_get(&m, ""), 0);
	assert_int_equal(map_get(&m, "02"), -1);
	map_release(&m);
}

static void test_many(void **state)
{
	/* Ten thousand keys survive every enlargement, and misses stay misses. */
	struct map m = {0};
	struct arena a = {0};

	(void)state;
	for (int i = 0; i < 10000; i++)
		assert_true(map_put(&m, arena_printf(&a, "k%d", i), i));
	for (int i = 0; i < 10000; i++) {
		assert_int_equal(map_get(&m, arena_printf(&a, "k%d", i)), i);
		assert_int_equal(map_get(&m, arena_printf(&a, "x%d", i)), -1);
	}
	map_release(&m);
	assert_int_equal(map_get(&m, "k1"), -1);
	arena_release(&a);
}

static void test_reserve(void **state)
{
	/* Room is made once, what is there stays, and less room is never made. */
	struct map m = {0};
	size_t cap;

	(void)state;
	assert_true(map_put(&m, "a", 1));
	map_reserve(&m, 1000);
	cap = m.cap;
	assert_int_equal(map_get(&m, "a"), 1);
	assert_false(map_put(&m, "a", 2));
	map_reserve(&m, 10);
	assert_int_equal(m.cap, cap);
	assert_true(cap >= 2000);
	map_release(&m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_put_get),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_reserve),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
