/* test_goal.c - what a goal's own target says, and from when it holds. */
#include "council_world.h"

#include "radsbord/council/goal.h"

static struct goal goal_of(const char *target)
{
	struct goal g;

	record_init(record_type(RECORD_GOAL), &g);
	g.head = (struct record){.id = "G", .file = "plan/2026.rec", .line = 1};
	g.target = target;
	return g;
}

static void test_target(void **state)
{
	/* One number or two in their order, by Swedish and by file habits. */
	static const struct {
		const char *text;
		struct num low, high;
	} rows[] = {
		{"85", {85, 1}, {0, 0}},        {"85,5", {171, 2}, {0, 0}},     {"85.5", {171, 2}, {0, 0}},
		{"8-10", {8, 1}, {10, 1}},      {"8 – 10", {8, 1}, {10, 1}},    {"-5", {-5, 1}, {0, 0}},
		{"-5–-1", {-5, 1}, {-1, 1}},    {"8-8", {8, 1}, {8, 1}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct goal g = goal_of(rows[i].text);
		struct num low, high;

		if (!goal_target(&g, &low, &high))
			fail_msg("%s", rows[i].text);
		assert_int_equal(low.num, rows[i].low.num);
		assert_int_equal(low.den, rows[i].low.den);
		assert_int_equal(high.num, rows[i].high.num);
		assert_int_equal(high.den, rows[i].high.den);
	}
}

static void test_no_target(void **state)
{
	/* What cannot be read is no target, and leaves nothing half read. */
	static const char *const texts[] = {NULL, "", "-", "–", "hög", "85 %", "10-8", "8-", "–8–", "8-9-10", "85;90"};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct goal g = goal_of(texts[i]);
		struct num low = {1, 1}, high = {1, 1};

		if (goal_target(&g, &low, &high))
			fail_msg("%s", texts[i]);
		assert_false(num_known(low));
		assert_false(num_known(high));
	}
}

static void test_from(void **state)
{
	/* Its own day, else the first day of the plan in the same file, else nobody knows. */
	struct records r = {0};
	struct goal g = goal_of("85");
	struct plan p;

	(void)state;
	assert_false(date_known(goal_from(&r, &g)));
	record_init(record_type(RECORD_PLAN), &p);
	p.head = (struct record){.id = "P", .file = "plan/2025.rec", .line = 1};
	p.year = 2025;
	world_add(&r, RECORD_PLAN, &p);
	assert_false(date_known(goal_from(&r, &g)));
	p.head.file = "plan/2026.rec";
	p.year = 2026;
	world_add(&r, RECORD_PLAN, &p);
	assert_int_equal(date_cmp(goal_from(&r, &g), DAY(2026, 1, 1)), 0);
	g.from = DAY(2026, 11, 24);
	assert_int_equal(date_cmp(goal_from(&r, &g), DAY(2026, 11, 24)), 0);
	world_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_target),
		cmocka_unit_test(test_no_target),
		cmocka_unit_test(test_from),
	};

	return cmocka_run_group_tests_name("goal", tests, NULL, NULL);
}
