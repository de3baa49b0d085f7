/* Long work: how far it has come, as percent of all, and what stops it. */
#include "radsbord/base/work.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct watched {
	int begun, ended, count, last, most; /* most: stop at so many; 0: never */
};

static void begin(void *ctx, const char *what)
{
	(void)what;
	((struct watched *)ctx)->begun++;
}

static bool tick(void *ctx, int percent)
{
	struct watched *w = ctx;
	assert_true(percent >= w->last && percent <= 100);
	w->last = percent;
	return ++w->count != w->most;
}

static void end(void *ctx)
{
	((struct watched *)ctx)->ended++;
}

static struct work work_of(struct watched *w)
{
	return (struct work){.begin = begin, .tick = tick, .end = end, .ctx = w};
}

static void parts_are_percent_of_all(void **state)
{
	struct watched seen = {0};
	struct work w = work_of(&seen);
	(void)state;
	work_begin(&w, "Sparar");
	work_part(&w, 0, 30, 3);
	assert_true(work_step(&w));
	assert_int_equal(seen.last, 10);
	for (int i = 0; i < 5; i++) /* more than there were said to be */
		assert_true(work_step(&w));
	assert_int_equal(seen.last, 30);
	work_part(&w, 30, 100, 0); /* nobody knows how much */
	assert_true(work_step(&w));
	assert_int_equal(seen.last, 30);
	work_part(&w, 30, 100, 1000);
	assert_true(work_at(&w, 500));
	assert_int_equal(seen.last, 65);
	assert_false(work_end(&w));
	assert_int_equal(seen.begun, 1);
	assert_int_equal(seen.ended, 1);
}

static void stopped_once_is_stopped(void **state)
{
	struct watched seen = {.most = 2};
	struct work w = work_of(&seen);
	(void)state;
	work_begin(&w, "Sparar");
	work_part(&w, 0, 100, 10);
	assert_true(work_step(&w));
	assert_false(work_step(&w));
	assert_true(work_stopped(&w));
	assert_false(work_step(&w));
	assert_int_equal(seen.count, 2);
	assert_true(work_end(&w));
	work_begin(&w, "Sparar"); /* the next work is another */
	assert_false(work_stopped(&w));
}

static void nobody_asks(void **state)
{
	(void)state;
	work_begin(NULL, "Sparar");
	work_part(NULL, 0, 100, 10);
	assert_true(work_step(NULL));
	assert_true(work_at(NULL, 3));
	assert_false(work_stopped(NULL));
	assert_false(work_end(NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_are_percent_of_all),
		cmocka_unit_test(stopped_once_is_stopped),
		cmocka_unit_test(nobody_asks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
