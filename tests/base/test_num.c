#include "radsbord/base/num.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static void expect_num(struct num a, int64_t num, int64_t den)
{
	assert_int_equal(a.num, num);
	assert_int_equal(a.den, den);
}

static void test_lowest_terms(void **state)
{
	/* A fraction is stored in lowest terms with a positive denominator; zero is 0/1. */
	(void)state;
	expect_num(num_frac(6, 4), 3, 2);
	expect_num(num_frac(6, -4), -3, 2);
	expect_num(num_frac(-6, -4), 3, 2);
	expect_num(num_frac(0, -7), 0, 1);
	expect_num(num_int(-5), -5, 1);
	assert_false(num_known(num_frac(1, 0)));
	assert_false(num_known(num_frac(0, 0)));
}

static void test_arithmetic(void **state)
{
	/* The four operations are exact. */
	struct num third = num_frac(1, 3), sixth = num_frac(1, 6), sum = num_int(0);

	(void)state;
	expect_num(num_add(third, sixth), 1, 2);
	expect_num(num_sub(third, sixth), 1, 6);
	expect_num(num_sub(sixth, third), -1, 6);
	expect_num(num_mul(third, num_frac(-3, 4)), -1, 4);
	expect_num(num_div(third, num_frac(-2, 9)), -3, 2);
	for (int i = 0; i < 10; i++)
		sum = num_add(sum, num_frac(1, 10));
	expect_num(sum, 1, 1);
	/* The report's need in Södermanland: 25 % of 3 063 deaths. */
	expect_num(num_mul(num_frac(25, 100), num_int(3063)), 3063, 4);
}

static void test_quicker_forms(void **state)
{
	/* num_per and num_whole_times give what the operations that they stand for give: fractions, signs, zero, the ends
	 * of the range, unknown. */
	const struct num some[] = {num_int(0),        num_int(7),     num_int(-7),         num_int(90000),
				   num_frac(5, 2),    num_frac(-1, 3), num_int(INT64_MAX), num_int(INT64_MIN),
				   num_int(100000),   num_int(1),     num_int(-1),         NUM_UNKNOWN};
	const size_t count = sizeof some / sizeof *some;

	(void)state;
	for (size_t a = 0; a < count; a++)
		for (size_t b = 0; b < count; b++) {
			for (size_t f = 0; f < count; f++) {
				struct num slow = num_mul(num_div(some[a], some[b]), some[f]);

				expect_num(num_per(some[a], some[b], some[f]), slow.num, slow.den);
			}
			for (int down = 0; down < 2 && some[b].den == 1; down++) {
				enum num_rounding rule = down ? NUM_FLOOR : NUM_CEIL;
				struct num exact = num_mul(some[a], some[b]);
				int64_t whole = 0;
				bool known = num_whole_times(some[a], some[b].num, rule, &whole);

				assert_int_equal(known, num_known(exact));
				assert_int_equal(whole, known ? num_whole(exact, rule) : 0);
			}
		}
	/* Too large for the quicker way, and still known. */
	expect_num(num_per(num_int(INT64_MAX), num_int(100), num_int(100)), INT64_MAX, 1);
}

static void test_unknown_spreads(void **state)
{
	/* Unknown in, unknown out; nothing becomes zero on the way. */
	struct num one = num_int(1);

	(void)state;
	assert_false(num_known(num_add(one, NUM_UNKNOWN)));
	assert_false(num_known(num_sub(NUM_UNKNOWN, one)));
	assert_false(num_known(num_mul(num_int(0), NUM_UNKNOWN)));
	assert_false(num_known(num_div(NUM_UNKNOWN, one)));
	assert_false(num_known(num_div(one, NUM_UNKNOWN)));
	assert_false(num_known(num_div(one, num_int(0))));
	assert_false(num_known(num_round(NUM_UNKNOWN, 1, NUM_HALF_UP)));
}

static void test_overflow_is_unknown(void **state)
{
	/* A result that does not fit is unknown; one that fits after reduction is exact. */
	struct num most = num_int(INT64_MAX), least = num_int(INT64_MIN);

	(void)state;
	assert_false(num_known(num_add(most, num_int(1))));
	assert_false(num_known(num_sub(least, num_int(1))));
	assert_false(num_known(num_mul(most, num_int(2))));
	assert_false(num_known(num_mul(least, num_int(-1))));
	assert_false(num_known(num_frac(INT64_MIN, -1)));
	assert_false(num_known(num_div(num_int(1), least)));
	assert_false(num_known(num_add(num_frac(1, INT64_MAX), num_frac(1, INT64_MAX - 1))));
	expect_num(num_frac(INT64_MIN, INT64_MIN), 1, 1);
	expect_num(num_frac(INT64_MIN, 2), INT64_MIN / 2, 1);
	expect_num(num_div(most, most), 1, 1);
	expect_num(num_mul(most, num_frac(1, INT64_MAX)), 1, 1);
	expect_num(num_add(least, num_int(1)), INT64_MIN + 1, 1);
	expect_num(num_add(num_add(most, num_int(-1)), num_int(1)), INT64_MAX, 1);
}

static void test_compare(void **state)
{
	/* Comparison is exact at both ends of the range. */
	(void)state;
	assert_int_equal(num_cmp(num_frac(1, 3), num_frac(2, 6)), 0);
	assert_int_equal(num_cmp(num_frac(-1, 2), num_frac(-1, 3)), -1);
	assert_int_equal(num_cmp(num_int(INT64_MAX), num_int(INT64_MIN)), 1);
	assert_int_equal(num_cmp(num_frac(INT64_MAX, INT64_MAX - 1), num_int(1)), 1);
}

/* Tenths to whole numbers: -2.6 ... 2.6 at the places where the rules differ. */
static void test_rounding_rules(void **state)
{
	/* Every named rule, with negatives and both kinds of half. */
	static const struct {
		int tenths;
		int half_up, half_down, half_even, ceil, floor;
	} rows[] = {
		{-26, -3, -3, -3, -2, -3}, {-25, -3, -2, -2, -2, -3}, {-24, -2, -2, -2, -2, -3},
		{-15, -2, -1, -2, -1, -2}, {-5, -1, 0, 0, 0, -1},     {-1, 0, 0, 0, 0, -1},
		{0, 0, 0, 0, 0, 0},        {1, 0, 0, 0, 1, 0},        {5, 1, 0, 0, 1, 0},
		{15, 2, 1, 2, 2, 1},       {24, 2, 2, 2, 3, 2},       {25, 3, 2, 2, 3, 2},
		{26, 3, 3, 3, 3, 2},       {-20, -2, -2, -2, -2, -2}, {30, 3, 3, 3, 3, 3},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct num a = num_frac(rows[i].tenths, 10), small = num_frac(rows[i].tenths, 1000);

		assert_int_equal(num_whole(a, NUM_HALF_UP), rows[i].half_up);
		assert_int_equal(num_whole(a, NUM_HALF_DOWN), rows[i].half_down);
		assert_int_equal(num_whole(a, NUM_HALF_EVEN), rows[i].half_even);
		assert_int_equal(num_whole(a, NUM_CEIL), rows[i].ceil);
		assert_int_equal(num_whole(a, NUM_FLOOR), rows[i].floor);
		/* The same two places further down. */
		assert_int_equal(num_cmp(num_round(small, 2, NUM_HALF_UP), num_frac(rows[i].half_up, 100)), 0);
		assert_int_equal(num_cmp(num_round(small, 2, NUM_HALF_EVEN), num_frac(rows[i].half_even, 100)), 0);
	}
}

static void test_rounding_extremes(void **state)
{
	/* Rounding to nine decimals of huge numbers is exact or unknown, never wrong. */
	(void)state;
	expect_num(num_round(num_int(INT64_MIN), 9, NUM_HALF_UP), INT64_MIN, 1);
	expect_num(num_round(num_int(INT64_MAX), 9, NUM_FLOOR), INT64_MAX, 1);
	expect_num(num_round(num_frac(1, 3), 9, NUM_HALF_UP), 333333333, 1000000000);
	expect_num(num_round(num_frac(2, 3), 0, NUM_HALF_UP), 1, 1);
	assert_false(num_known(num_round(num_frac(INT64_MAX, 2), 9, NUM_CEIL)) &&
	             num_cmp(num_round(num_frac(INT64_MAX, 2), 9, NUM_CEIL), num_frac(INT64_MAX, 2)) != 0);
	assert_int_equal(num_whole(num_frac(INT64_MAX, 2), NUM_CEIL), INT64_MAX / 2 + 1);
	assert_int_equal(num_whole(num_frac(INT64_MIN + 1, 2), NUM_FLOOR), INT64_MIN / 2);
}

static void test_rounding_names(void **state)
{
	/* Each rule has its code for files and a text for explanations. */
	(void)state;
	assert_string_equal(num_rounding_names[NUM_HALF_UP], "halv_upp");
	assert_string_equal(num_rounding_names[NUM_HALF_DOWN], "halv_ned");
	assert_string_equal(num_rounding_names[NUM_HALF_EVEN], "halv_jamn");
	assert_string_equal(num_rounding_names[NUM_CEIL], "upp");
	assert_string_equal(num_rounding_names[NUM_FLOOR], "ned");
	for (int i = 0; i < NUM_ROUNDINGS; i++)
		assert_true(strlen(num_rounding_labels[i]) > 0);
}

static void test_parse_strict(void **state)
{
	/* The strict form takes a sign, digits and a point, and tells how many decimals there were. */
	static const struct {
		const char *s;
		int64_t num, den;
		int decimals;
	} good[] = {
		{"0", 0, 1, 0},       {"-0", 0, 1, 0},          {"42", 42, 1, 0},
		{"+7", 7, 1, 0},      {"042", 42, 1, 0},        {"2.30", 23, 10, 2},
		{"-0.5", -1, 2, 1},   {"68.4", 342, 5, 1},      {"9223372036854775807", INT64_MAX, 1, 0},
		{"-9223372036854775808", INT64_MIN, 1, 0},
		{"0.000000000000000001", 1, 1000000000000000000, 18},
		{"1.00000000000000000000", 1, 1, 20},
	};
	static const char *const bad[] = {
		"",     " 1",  "1 ",   "1,5",   ".5",   "5.",   "+",    "-",       "--1",
		"1e3",  "0x1", "1.2.3", "1 000", "12abc", "inf", "nan", "\u22125", "9223372036854775808",
		"-9223372036854775809", "0.0000000000000000001",
		"99999999999999999999999999999999999999999999999999",
		"0.00000000000000000000000000000000000000000000000000000",
	};
	int decimals;
	struct num a;

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
		assert_true(num_parse(good[i].s, &a, &decimals));
		expect_num(a, good[i].num, good[i].den);
		assert_int_equal(decimals, good[i].decimals);
	}
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		a = num_int(77);
		decimals = 5;
		if (num_parse(bad[i], &a, &decimals))
			fail_msg("accepted '%s'", bad[i]);
		expect_num(a, 77, 1);
		assert_int_equal(decimals, 5);
	}
	assert_true(num_parse("1.5", &a, NULL));
}

static void test_parse_swedish(void **state)
{
	/* Numbers as Swedish authorities print them. */
	static const struct {
		const char *s;
		int64_t num, den;
		int decimals;
	} good[] = {
		{"2,3", 23, 10, 1},
		{"2.3", 23, 10, 1},
		{"10 587 710", 10587710, 1, 0},
		{"10\u00A0587\u00A0710", 10587710, 1, 0},
		{"8\u202F521", 8521, 1, 0},
		{"8\u2009521,25", 34085, 4, 2},
		{"8521", 8521, 1, 0},
		{"\u2212" "4,5", -9, 2, 1},
		{"\u2011" "12", -12, 1, 0},
		{"-1 234", -1234, 1, 0},
		{"+3", 3, 1, 0},
		{" 7 ", 7, 1, 0},
		{"\u00A0" "7\u00A0", 7, 1, 0},
		{"1,234", 617, 500, 3},
	};
	static const char *const bad[] = {
		"",      " ",       "1 23",    "12 34 567", "1234 567", "1  234", "1,2,3", "1.234,5",
		",5",    "5,",      "1,234 5", "- 5",       "5\u2013", "..",     "okänt", "35 %",
		"1 000 00", "\u22122\u2212", "9 223 372 036 854 775 808",
	};
	int decimals;
	struct num a;

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
		if (!num_parse_swedish(good[i].s, &a, &decimals))
			fail_msg("refused '%s'", good[i].s);
		expect_num(a, good[i].num, good[i].den);
		assert_int_equal(decimals, good[i].decimals);
	}
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		a = num_int(77);
		if (num_parse_swedish(bad[i], &a, NULL))
			fail_msg("accepted '%s'", bad[i]);
		expect_num(a, 77, 1);
	}
}

static void expect_format(struct num a, int decimals, const char *swedish, const char *plain)
{
	struct buf b = {0};

	num_format(&b, a, decimals, NUM_HALF_UP);
	assert_string_equal(buf_cstr(&b), swedish);
	buf_clear(&b);
	num_format_plain(&b, a, decimals, NUM_HALF_UP);
	assert_string_equal(buf_cstr(&b), plain);
	buf_release(&b);
}

static void test_format(void **state)
{
	/* Swedish for people, plain for files. */
	(void)state;
	expect_format(num_frac(23, 10), 1, "2,3", "2.3");
	expect_format(num_int(0), 0, "0", "0");
	expect_format(num_int(0), 2, "0,00", "0.00");
	expect_format(num_frac(1, 200), 2, "0,01", "0.01");
	expect_format(num_int(999), 0, "999", "999");
	expect_format(num_int(8521), 0, "8\u00A0521", "8521");
	expect_format(num_int(10587710), 1, "10\u00A0587\u00A0710,0", "10587710.0");
	expect_format(num_int(-1234567), 0, "\u22121\u00A0234\u00A0567", "-1234567");
	expect_format(num_frac(-1, 2), 0, "\u22121", "-1");
	/* What rounds to zero has no sign. */
	expect_format(num_frac(-1, 1000), 2, "0,00", "0.00");
	expect_format(num_frac(3063, 4), 2, "765,75", "765.75");
	expect_format(num_int(INT64_MIN), 9, "\u22129\u00A0223\u00A0372\u00A0036\u00A0854\u00A0775\u00A0808,000000000",
	              "-9223372036854775808.000000000");
	expect_format(NUM_UNKNOWN, 1, "?", "");
}

static void test_format_and_parse_agree(void **state)
{
	/* What is printed is read back as the same number, by both ways. */
	(void)state;
	for (int64_t v = -1200000; v <= 1200000; v += 997) {
		struct num a = num_frac(v, 100), back;
		struct buf b = {0};
		int decimals;

		num_format(&b, a, 2, NUM_HALF_UP);
		assert_true(num_parse_swedish(buf_cstr(&b), &back, &decimals));
		assert_int_equal(num_cmp(a, back), 0);
		assert_int_equal(decimals, 2);
		buf_clear(&b);
		num_format_plain(&b, a, 2, NUM_HALF_UP);
		assert_true(num_parse(buf_cstr(&b), &back, NULL));
		assert_int_equal(num_cmp(a, back), 0);
		buf_release(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lowest_terms),
		cmocka_unit_test(test_arithmetic),
		cmocka_unit_test(test_quicker_forms),
		cmocka_unit_test(test_unknown_spreads),
		cmocka_unit_test(test_overflow_is_unknown),
		cmocka_unit_test(test_compare),
		cmocka_unit_test(test_rounding_rules),
		cmocka_unit_test(test_rounding_extremes),
		cmocka_unit_test(test_rounding_names),
		cmocka_unit_test(test_parse_strict),
		cmocka_unit_test(test_parse_swedish),
		cmocka_unit_test(test_format),
		cmocka_unit_test(test_format_and_parse_agree),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
