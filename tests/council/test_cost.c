/* A shared cost as it is written: shares, inhabitants and amounts read or refused, and municipalities that join or leave. */
#include "council_world.h"

#include "radsbord/council/cost.h"

#include <string.h>

static void shares(void **state)
{
	static const struct {
		const char *line, *who;
		int64_t num, den;
	} good[] = {{"50 % Region Stockholm", "Region Stockholm", 1, 2},
	            {"50% Region", "Region", 1, 2},
	            {"33,5 % Stiftelsen", "Stiftelsen", 67, 200},
	            {"1/3 Linnéuniversitetet", "Linnéuniversitetet", 1, 3}};
	static const char *const bad[] = {"", "Region Stockholm", "50 Region", "% Region", "50 %", "0 % Region", "-5 % Region", "1/0 Region",
	                                  "/ Region", "halva % Region"};
	struct num share;
	const char *who;
	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		assert_true(cost_read_share(good[i].line, &share, &who, NULL));
		assert_true(share.num == good[i].num && share.den == good[i].den);
		assert_string_equal(who, good[i].who);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct error e = {0};
		assert_false(cost_read_share(bad[i], &share, &who, &e));
		assert_non_null(strstr(e.text, "Den fasta andelen"));
	}
}

static void people(void **state)
{
	static const char *const bad[] = {"", "0180", "180 5", "0180 ", "0180 fem", "0180 -1", "0180 1,5", "0180+ 5", "0180+01 5",
	                                  "Stockholm 905184", "0180905184"};
	char codes[COST_JOINED][5];
	size_t n;
	int64_t count;
	(void)state;
	assert_true(cost_read_people("0180 905184", codes, &n, &count, NULL));
	assert_true(n == 1 && count == 905184);
	assert_string_equal(codes[0], "0180");
	assert_true(cost_read_people(" 0114+0115+0117 165 745", codes, &n, &count, NULL));
	assert_true(n == 3 && count == 165745);
	assert_string_equal(codes[2], "0117");
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct error e = {0};
		assert_false(cost_read_people(bad[i], codes, &n, &count, &e));
		assert_non_null(strstr(e.text, "går inte att läsa"));
	}
	char long_line[COST_JOINED * 6 + 16] = "0180";
	for (int i = 0; i < COST_JOINED; i++)
		strcat(long_line, "+0180");
	strcat(long_line, " 5");
	assert_false(cost_read_people(long_line, codes, &n, &count, NULL));
}

static void per_inhabitant(void **state)
{
	struct num kronor;
	struct error e = {0};
	(void)state;
	assert_true(cost_read_per_inhabitant("1,90", &kronor, &e));
	assert_true(kronor.num == 19 && kronor.den == 10);
	assert_false(cost_read_per_inhabitant("-1", &kronor, &e));
	assert_false(cost_read_per_inhabitant("två", &kronor, &e));
	assert_non_null(strstr(e.text, "två"));
}

/* Who takes part leaves; who had left joins again, and the others stay where they were. */
static void joining_and_leaving(void **state)
{
	const char *absent[] = {"0480", "0484"};
	struct cost cost;
	struct changes c = {0};
	(void)state;
	record_init(record_type(RECORD_COST), &cost);
	cost.head = (struct record){"AAAAAAAAAA", COST_FILE, 1};
	cost.absent = (struct strings){.items = absent, .count = 2};
	cost_toggle(&c, &cost, "0483", "Katrineholm");
	assert_string_equal(c.title, "Katrineholm deltar inte");
	assert_int_equal(c.items[0].after.count, 3);
	assert_string_equal(c.items[0].after.items[2], "0483");
	changes_release(&c);
	c = (struct changes){0};
	cost_toggle(&c, &cost, "0480", "Nyköping");
	assert_string_equal(c.title, "Nyköping deltar");
	assert_int_equal(c.items[0].after.count, 1);
	assert_string_equal(c.items[0].after.items[0], "0484");
	changes_release(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(shares), cmocka_unit_test(people), cmocka_unit_test(per_inhabitant),
	                                   cmocka_unit_test(joining_and_leaving)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
