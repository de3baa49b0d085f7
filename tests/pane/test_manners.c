/* What does not change is not drawn otherwise: time that passes moves no cell but the clock's. */
#include "room_stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

/* How many cells are drawn otherwise than `before` had them. */
static size_t changed(const struct stage *s, const struct cell *before)
{
	size_t n = (size_t)s->canvas.width * (size_t)s->canvas.height, count = 0;
	for (size_t i = 0; i < n; i++)
		count += memcmp(&before[i], &s->canvas.cells[i], sizeof *before) != 0;
	return count;
}

static struct cell *copy_of(const struct stage *s)
{
	size_t n = (size_t)s->canvas.width * (size_t)s->canvas.height * sizeof(struct cell);
	return memcpy(mem_alloc(n), s->canvas.cells, n);
}

/* An hour of idle minutes on every page, in a form and in the menu: not a cell. */
static void nothing_moves_by_itself(void **state)
{
	struct stage *s = *state;
	static const char *const places[] = {"1", "v", "v", "vv1", "2", "3", "\n", "\033e", "\033:", "\0334", "5", "6", "?"};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		stage_type(s, places[i]);
		stage_expect(s, "dermanland");
		struct cell *before = copy_of(s);
		for (int minute = 0; minute < 60; minute++) {
			s->practice.now += 60;
			s->practice.mono += 60000;
			stage_idle(s);
		}
		stage_expect(s, "dermanland"); /* draws */
		assert_int_equal(changed(s, before), 0);
		free(before);
	}
}

/* In the room of a meeting a minute is a digit or two. */
static void a_minute_is_a_digit(void **state)
{
	struct stage *s = *state;
	room_stage_meet(s);
	stage_type(s, "\v ");
	stage_expect(s, "0 av 20 min");
	struct cell *before = copy_of(s);
	s->practice.now += 60;
	s->practice.mono += 60000;
	stage_idle(s);
	stage_expect(s, "1 av 20 min");
	assert_in_range(changed(s, before), 1, 40); /* the message of the key goes, and the digits change */
	free(before);
	before = copy_of(s);
	s->practice.now += 60;
	s->practice.mono += 60000;
	stage_idle(s);
	stage_expect(s, "2 av 20 min");
	assert_in_range(changed(s, before), 1, 4);
	free(before);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(nothing_moves_by_itself, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(a_minute_is_a_digit, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
