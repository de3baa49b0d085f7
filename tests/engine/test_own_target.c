/* test_own_target.c - a target of somebody's own beside the national one. */
#include "world.h"

static struct indikator_verdict at(struct world *w, int place, int year)
{
	struct indikator_verdict v = world_ask(w, place, year);

	indikator_verdict_release(&v);
	return v;
}

static void start(struct world *w, int64_t n)
{
	world_standard(w);
	world_ratio(w, INDIKATOR_AT_LEAST, N(98, 1))->factor = N(100, 1);
	world_figure(w, A1, YEAR, "n", n);
	world_figure(w, A1, YEAR, "d", 200);
}

static void beside(void **state)
{
	/* 170 of 200 is 85 per cent: on the own target, 26 short of the national one, and neither hides the other. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	start(&w, 170);
	world_target(&w, A1, 85)->year = 2027;
	v = at(&w, A1, YEAR);
	assert_int_equal(v.status, INDIKATOR_STATUS_PARTLY);
	assert_int_equal(v.distance, 26);
	assert_number(v.target, 98, 1);
	assert_int_equal(v.own_target, 0);
	assert_int_equal(v.own.status, INDIKATOR_STATUS_MET);
	assert_int_equal(v.own.distance, 0);
	world_release(&w);
	w.observations[0].value = N(169, 1);
	v = at(&w, A1, YEAR);
	assert_int_equal(v.own.status, INDIKATOR_STATUS_PARTLY);
	assert_int_equal(v.own.distance, 1);
	world_release(&w);
	w.observations[0].value = UNKNOWN;
	v = at(&w, A1, YEAR);
	assert_int_equal(v.own_target, 0);
	assert_int_equal(v.own.status, INDIKATOR_STATUS_UNKNOWN);
	assert_false(v.own.distance_known);
	world_release(&w);
}

static void of_one_place(void **state)
{
	/* It holds for the place and indicator that it names, and no other. */
	struct world w = {0};

	(void)state;
	start(&w, 170);
	world_ratio(&w, INDIKATOR_AT_LEAST, N(98, 1));
	world_target(&w, A1, 85)->definition = 1;
	world_target(&w, R1, 85);
	assert_int_equal(at(&w, A1, YEAR).own_target, -1);
	assert_int_equal(at(&w, A2, YEAR).own_target, -1);
	assert_int_equal(at(&w, R1, YEAR).own_target, 1);
	world_release(&w);
}

static void replaced(void **state)
{
	/* The one that began last decides, from its first day; when it has ended an older one does not come back. */
	struct world w = {0};
	struct indikator_target *second;

	(void)state;
	start(&w, 170);
	world_target(&w, A1, 85)->valid_from = 20200101;
	second = world_target(&w, A1, 90);
	second->valid_from = 20231231;
	second->valid_to = 20250630;
	assert_int_equal(at(&w, A1, 2019).own_target, -1); /* before the first */
	assert_int_equal(at(&w, A1, 2022).own_target, 0);
	assert_int_equal(at(&w, A1, 2023).own_target, 1); /* beginning on the last day of the year */
	assert_int_equal(at(&w, A1, 2024).own_target, 1);
	assert_int_equal(at(&w, A1, 2025).own_target, -1); /* ended before today, within the year */
	world_release(&w);
}

static void ranges_and_needs(void **state)
{
	/* A range of one's own, over it too; less unmet need than zero asks for is a share of the need in whole
	 * persons. */
	struct world w = {0};
	struct indikator_verdict v;

	(void)state;
	world_standard(&w);
	world_ratio(&w, INDIKATOR_WITHIN, N(8, 1))->target_high = N(10, 1);
	world_figure(&w, A1, YEAR, "n", 7);
	world_figure(&w, A1, YEAR, "d", 100000);
	world_target(&w, A1, 5)->high = N(6, 1);
	v = at(&w, A1, YEAR);
	assert_int_equal(v.status, INDIKATOR_STATUS_PARTLY);
	assert_int_equal(v.own.status, INDIKATOR_STATUS_MET);
	assert_true(v.own.over);
	world_release(&w);
	w = (struct world){0};
	world_standard(&w);
	world_need(&w);
	world_figure(&w, A1, YEAR, "base", 400);
	world_figure(&w, A1, YEAR, "received", 60); /* 40 of 100 without */
	world_target(&w, A1, 25);
	v = at(&w, A1, YEAR);
	assert_int_equal(v.distance, 40);
	assert_int_equal(v.own.status, INDIKATOR_STATUS_PARTLY);
	assert_int_equal(v.own.distance, 15);
	world_release(&w);
}

static void replaced_everywhere(void **state)
{
	/* A dated target without a place takes the definition's, from its day on: old years keep the old one. When the
	 * newest has ended there is none. One's own stands beside it all the same. */
	struct world w = {0};
	struct indikator_verdict v;
	struct indikator_target *t;

	(void)state;
	world_standard(&w);
	world_ratio(&w, INDIKATOR_AT_LEAST, N(98, 1))->factor = N(100, 1);
	w.definitions[0].target_year = 2017;
	for (int year = 2022; year <= 2025; year++) {
		world_figure(&w, A1, year, "n", 170);
		world_figure(&w, A1, year, "d", 200);
	}
	t = world_target(&w, -1, 80);
	t->valid_from = 20240101;
	t = world_target(&w, -1, 90);
	t->valid_from = 20250101;
	t->valid_to = 20250929; /* the day before today */
	world_target(&w, A1, 86);
	v = at(&w, A1, 2023);
	assert_number(v.target, 98, 1);
	assert_int_equal(v.target_year, 2017);
	assert_int_equal(v.status, INDIKATOR_STATUS_PARTLY);
	assert_int_equal(v.required, 196);
	v = at(&w, A1, 2024);
	assert_number(v.target, 80, 1);
	assert_int_equal(v.target_year, 2024);
	assert_int_equal(v.status, INDIKATOR_STATUS_MET);
	assert_int_equal(v.required, 160);
	assert_int_equal(v.own.status, INDIKATOR_STATUS_PARTLY);
	v = at(&w, A1, 2025);
	assert_int_equal(v.target.den, 0);
	assert_int_equal(v.status, INDIKATOR_STATUS_NONE);
	world_release(&w);
}

static void any_target(void **state)
{
	/* A caller may ask how a verdict stands against a target of any kind; a service has none. */
	struct world w = {0};
	struct indikator_verdict v;
	struct indikator_standing s;

	(void)state;
	start(&w, 170);
	v = at(&w, A1, YEAR);
	s = indikator_stand(&w.definitions[0], &v, N(86, 1), UNKNOWN);
	assert_int_equal(s.status, INDIKATOR_STATUS_PARTLY);
	assert_int_equal(s.distance, 2);
	s = indikator_stand(&w.definitions[0], &v, UNKNOWN, UNKNOWN);
	assert_int_equal(s.status, INDIKATOR_STATUS_NONE);
	w.definitions[0].kind = INDIKATOR_SERVICE;
	s = indikator_stand(&w.definitions[0], &v, N(86, 1), UNKNOWN);
	assert_int_equal(s.status, INDIKATOR_STATUS_UNKNOWN);
	world_release(&w);
}

static void refused(void **state)
{
	/* A place or indicator out of range is refused, with a sentence. */
	static const struct indikator_target bad[] = {
	    {.place = 99},
	    {.place = -2},
	    {.place = A1, .definition = 1},
	    {.place = A1, .definition = -1},
	    {.place = A1, .value = {1, -1}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct world w = {0};
		struct indikator_error error = {.text = ""};
		struct indikator_data data;

		start(&w, 1);
		world_set(&w);
		data = w.data;
		data.targets = &bad[i];
		data.targets_count = 1;
		assert_null(indikator_set_new(&data, &error));
		assert_string_not_equal(error.text, "");
		world_release(&w);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(beside),           cmocka_unit_test(of_one_place),
	    cmocka_unit_test(replaced),         cmocka_unit_test(replaced_everywhere),
	    cmocka_unit_test(ranges_and_needs), cmocka_unit_test(any_target),
	    cmocka_unit_test(refused),
	};

	return cmocka_run_group_tests_name("engine: targets of one's own", tests, NULL, NULL);
}
