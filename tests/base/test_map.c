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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_put_get),
		cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
