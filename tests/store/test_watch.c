/* Reading that is followed and stopped: what is told, and that a stop leaves everything as it was. */
#include "radsbord/store/folder.h"
#include "radsbord/store/watch.h"

#include "support/practice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

struct ticks {
	int count, stop_at; /* 0: never */
	int64_t bytes;
	char name[128];
};

static bool tick(void *ctx, const char *name, int64_t bytes)
{
	struct ticks *t = ctx;
	t->count++;
	assert_true(bytes > t->bytes);
	t->bytes = bytes;
	assert_true(strlen(name) < sizeof t->name);
	strcpy(t->name, name);
	return t->count != t->stop_at;
}

static struct practice practice;

static int set_up(void **state)
{
	(void)state;
	return practice_open(&practice) ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	practice_close(&practice);
	return 0;
}

/* Every piece of every file is told, with all bytes so far; outside of watching nothing is. */
static void told(void **state)
{
	struct ticks t = {0};
	struct watch w;
	struct error e = {0};
	(void)state;
	watch_init(&w, io_system(), tick, &t);
	struct folder *f = folder_open(practice.path, &w.io, NULL, &e);
	assert_non_null(f);
	folder_close(&f);
	assert_int_equal(t.count, 0);
	watch_begin(&w);
	f = folder_open(practice.path, &w.io, NULL, &e);
	assert_non_null(f);
	assert_false(watch_end(&w));
	assert_true(t.count >= 3);
	assert_true(t.bytes > 4000);
	assert_non_null(strchr(t.name, '.'));
	folder_close(&f);
}

/* Stopped at any piece: it is said so, nothing more is read, and the folder opens as before. */
static void stopped(void **state)
{
	struct error e = {0};
	struct ticks all = {0};
	struct watch w;
	(void)state;
	char *before = practice_read(&practice, "plan/2019.rec");
	watch_init(&w, io_system(), tick, &all);
	watch_begin(&w);
	struct folder *f = folder_open(practice.path, &w.io, NULL, &e);
	folder_close(&f);
	watch_end(&w);
	for (int at = 1; at <= all.count; at++) {
		struct ticks t = {.stop_at = at};
		watch_init(&w, io_system(), tick, &t);
		watch_begin(&w);
		error_clear(&e);
		f = folder_open(practice.path, &w.io, NULL, &e);
		assert_true(watch_end(&w));
		assert_int_equal(t.count, at);
		folder_close(&f);
	}
	char *after = practice_read(&practice, "plan/2019.rec");
	assert_string_equal(before, after);
	free(before);
	free(after);
	f = folder_open(practice.path, io_system(), NULL, &e);
	assert_non_null(f);
	assert_int_equal(folder_diagnostics(f)->count, 0);
	folder_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(told), cmocka_unit_test(stopped)};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
