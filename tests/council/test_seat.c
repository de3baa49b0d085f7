/* Seats: filled, vacant, before and after the term; and how many are left for the representation to be complete. */
#include "council_world.h"

#include "radsbord/council/seat.h"

static const struct date today = {2026, 11, 24};

static struct seat seat(const char *person, struct date from, struct date to)
{
	struct seat s;
	record_init(record_type(RECORD_SEAT), &s);
	s.person = person;
	s.from = from;
	s.to = to;
	return s;
}

static void states(void **state)
{
	const struct {
		struct seat seat;
		enum seat_state expected;
	} cases[] = {
		{seat(NULL, DATE_NONE, DATE_NONE), SEAT_VACANT},
		{seat("", DATE_NONE, DATE_NONE), SEAT_VACANT},
		{seat("Eva Ek", DATE_NONE, DATE_NONE), SEAT_FILLED},
		{seat("Eva Ek", today, today), SEAT_FILLED},
		{seat("Eva Ek", DAY(2026, 11, 25), DATE_NONE), SEAT_COMING},
		{seat("Eva Ek", DATE_NONE, DAY(2026, 11, 23)), SEAT_ENDED},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(seat_state(&cases[i].seat, today), cases[i].expected);
}

/* Who is coopted holds no seat; a term that is over leaves one empty. */
static void counting(void **state)
{
	struct records r = {0};
	struct seat filled = seat("Eva Ek", DATE_NONE, DATE_NONE), over = seat("Ulf Al", DATE_NONE, DAY(2025, 12, 31));
	struct seat coopted = seat("Siv Lo", DATE_NONE, DATE_NONE);
	(void)state;
	coopted.role = SEAT_COOPTED;
	world_add(&r, RECORD_SEAT, &filled);
	world_add(&r, RECORD_SEAT, &over);
	world_add(&r, RECORD_SEAT, &coopted);
	struct seat_count n = seats_count(&r, today);
	assert_int_equal(n.seats, 2);
	assert_int_equal(n.filled, 1);
	assert_int_equal(seats_count(NULL, today).seats, 0);
	world_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(states), cmocka_unit_test(counting)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
