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

/* The organisation of a place by its own name: the genitive by the last letter, and the few that are not formed so. */
static void organisations(void **state)
{
	static const struct {
		const char *code, *name, *expected;
	} cases[] = {
		{"0428", "Vingåker", "Vingåkers kommun"}, {"0488", "Trosa", "Trosa kommun"},     {"0486", "Strängnäs", "Strängnäs kommun"},
		{"1280", "Malmö", "Malmö kommun"},        {"2514", "Kalix", "Kalix kommun"},     {"1438", "Dals-Ed", "Dals-Eds kommun"},
		{"2080", "Falun", "Falu kommun"},         {"0880", "Kalmar", "Kalmar kommun"},   {"1421", "Orust", "Orust kommun"},
		{"0980", "Gotland", "Region Gotland, kommunens del"}, {"0114", "Upplands Väsby", "Upplands Väsby kommun"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf b = {0};
		seat_organisation(&(struct place){.code = cases[i].code, .name = cases[i].name, .level = PLACE_MUNICIPALITY}, &b);
		assert_string_equal(buf_cstr(&b), cases[i].expected);
		buf_release(&b);
	}
	struct buf region = {0};
	seat_organisation(&(struct place){.code = "04", .name = "Södermanland", .full_name = "Region Sörmland", .level = PLACE_REGION}, &region);
	assert_string_equal(buf_cstr(&region), "Region Sörmland");
	buf_release(&region);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(states), cmocka_unit_test(counting), cmocka_unit_test(organisations)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
