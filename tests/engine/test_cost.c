/* Sharing a cost: the Stockholm proposal of 2014, the rules for those who do not take part, and exact sums. */
#include "indikator.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N(num, den) {num, den}
#define UNKNOWN N(0, 0)
#define BY_WEIGHT(people) {UNKNOWN, people, false}
#define ABSENT(people) {UNKNOWN, people, true}
#define HALF {N(1, 2), 0, false}
#define LEN(a) (sizeof(a) / sizeof *(a))
enum { PAYERS = 40 };

static struct indikator_split split_ok(const struct indikator_cost *c, struct indikator_payment *out)
{
	struct indikator_split s;
	struct indikator_error e = {.text = ""};
	if (!indikator_split_cost(c, out, &s, &e))
		fail_msg("%s", e.text);
	return s;
}

/* 8,2 million, half the county council's, the rest by inhabitants (stockholm-kunskapscentrum-2014.txt): with Statistics
 * Sweden's figures nearest to the day the city pays "about 1,7 million", 1,90 kronor per inhabitant. */
static void test_stockholm_2014(void **state)
{
	(void)state;
	const struct indikator_payer half_year[] = {HALF, BY_WEIGHT(905184), BY_WEIGHT(2181318 - 905184)};
	const struct indikator_payer new_year[] = {HALF, BY_WEIGHT(897700), BY_WEIGHT(2163042 - 897700)};
	struct indikator_cost c = {.total = 8200000, .payers = half_year, .payers_count = LEN(half_year)};
	struct indikator_payment out[3];
	struct indikator_split s = split_ok(&c, out);
	assert_int_equal(out[0].amount, 4100000);
	assert_int_equal(out[1].amount, 1701382);
	assert_int_equal(s.paid, 8200000);
	assert_int_equal(s.per_weight.num * 10000 / s.per_weight.den, 18795); /* 1,8795… kr */
	c.payers = new_year;
	s = split_ok(&c, out);
	assert_int_equal(out[1].amount, 1701571);
	assert_int_equal(s.per_weight.num * 10000 / s.per_weight.den, 18954); /* 1,8954… kr */
}

struct row {
	int64_t people[2], kronor[2]; /* 2015, 2024 */
};

/* kostnad_sthlm.tsv: 26 municipalities with inhabitants, and 4 100 000 kronor split by another program. */
static size_t read_rows(struct row *rows)
{
	FILE *f = fopen("tests/engine/kostnad_sthlm.tsv", "r");
	char line[512];
	size_t n = 0;
	assert_non_null(f);
	assert_non_null(fgets(line, sizeof line, f));
	while (fgets(line, sizeof line, f)) {
		char *fields[9] = {0}, *at = line;
		for (size_t i = 0; i < LEN(fields); i++)
			fields[i] = strsep(&at, "\t");
		if (strlen(fields[0]) != 4)
			continue;
		rows[n++] = (struct row){{atoll(fields[3]), atoll(fields[4])}, {atoll(fields[6]), atoll(fields[7])}};
	}
	fclose(f);
	return n;
}

static void test_stockholm_by_municipality(void **state)
{
	(void)state;
	struct row rows[PAYERS];
	struct indikator_payer payers[PAYERS] = {HALF};
	struct indikator_payment out[PAYERS];
	size_t n = read_rows(rows);
	assert_int_equal(n, 26);
	for (int year = 0; year < 2; year++) {
		for (size_t i = 0; i < n; i++)
			payers[i + 1] = (struct indikator_payer)BY_WEIGHT(rows[i].people[year]);
		struct indikator_cost c = {.total = 8200000, .payers = payers, .payers_count = n + 1};
		assert_int_equal(split_ok(&c, out).paid, 8200000);
		for (size_t i = 0; i < n; i++)
			assert_int_equal(out[i + 1].amount, rows[i].kronor[year]);
	}
}

/* 1 000 kr, 60 % fixed; 400 by 100, 200 and 100 inhabitants, of whom the last 100 do not take part. */
static const struct indikator_payer one_absent[] = {{N(3, 5), 0, false}, BY_WEIGHT(100), BY_WEIGHT(200), ABSENT(100)};

static void test_others_pay(void **state)
{
	(void)state;
	const struct indikator_cost c = {.total = 1000, .payers = one_absent, .payers_count = 4};
	struct indikator_payment out[4];
	struct indikator_split s = split_ok(&c, out);
	assert_int_equal(out[0].amount, 600);
	assert_int_equal(out[1].amount, 133); /* 133 1/3 */
	assert_int_equal(out[2].amount, 267); /* 266 2/3 has the larger remainder */
	assert_int_equal(out[3].amount, 0);
	assert_int_equal(s.uncovered, 0);
	assert_int_equal(s.weight_present, 300);
	assert_true(s.per_weight.num == 4 && s.per_weight.den == 3);
}

static void test_per_inhabitant(void **state)
{
	(void)state;
	struct indikator_cost c = {.total = 1000, .payers = one_absent, .payers_count = 4,
	                           .absence = INDIKATOR_ABSENT_PER_WEIGHT};
	struct indikator_payment out[4];
	struct indikator_split s = split_ok(&c, out);
	assert_int_equal(out[1].amount, 100); /* as if all took part: one krona each */
	assert_int_equal(out[2].amount, 200);
	assert_int_equal(s.paid, 900);
	assert_int_equal(s.uncovered, 100);
	c.per_weight = (struct indikator_number)N(3, 2);
	s = split_ok(&c, out);
	assert_int_equal(out[1].amount, 150);
	assert_int_equal(out[2].amount, 300);
	assert_int_equal(s.uncovered, -50);
}

static void test_budget_is_lowered(void **state)
{
	(void)state;
	const struct indikator_cost c = {.total = 1001, .payers = one_absent, .payers_count = 4,
	                                 .absence = INDIKATOR_ABSENT_LOWERS_BUDGET};
	struct indikator_payment out[4];
	struct indikator_split s = split_ok(&c, out);
	assert_int_equal(s.budget, 750); /* 1001 * 300/400, down */
	assert_int_equal(out[0].amount, 450);
	assert_int_equal(out[1].amount, 100);
	assert_int_equal(out[2].amount, 200);
	assert_int_equal(s.paid, 750);
}

/* Two who owe equally much and one krona too many: the first in order pays it. */
static void test_equal_remainders(void **state)
{
	(void)state;
	const struct indikator_payer payers[] = {BY_WEIGHT(1), BY_WEIGHT(1)};
	const struct indikator_cost c = {.total = 3, .payers = payers, .payers_count = 2};
	struct indikator_payment out[2];
	split_ok(&c, out);
	assert_int_equal(out[0].amount, 2);
	assert_int_equal(out[1].amount, 1);
}

static void test_only_fixed_shares(void **state)
{
	(void)state;
	const struct indikator_payer thirds[] = {{N(1, 3), 0, false}, {N(1, 3), 0, false}, {N(1, 3), 0, false}};
	const struct indikator_cost c = {.total = 100, .payers = thirds, .payers_count = 3,
	                                 .absence = INDIKATOR_ABSENT_LOWERS_BUDGET};
	struct indikator_payment out[3];
	struct indikator_split s = split_ok(&c, out);
	assert_int_equal(s.paid, 100);
	assert_int_equal(s.per_weight.den, 0);
	assert_int_equal(out[0].amount, 34);
}

static void test_refusals(void **state)
{
	(void)state;
	static const struct indikator_payer too_much[] = {{N(2, 3), 0, false}, {N(1, 2), 0, false}};
	static const struct indikator_payer too_little[] = {{N(1, 2), 0, false}};
	static const struct indikator_payer nothing_left[] = {{N(1, 1), 0, false}, BY_WEIGHT(5)};
	static const struct indikator_payer nobody[] = {HALF, ABSENT(10)};
	static const struct indikator_payer negative[] = {BY_WEIGHT(-1), BY_WEIGHT(5)};
	static const struct indikator_payer fixed_absent[] = {{N(1, 2), 0, true}, BY_WEIGHT(5)};
	static const struct indikator_payer zero_share[] = {{N(0, 1), 0, false}, BY_WEIGHT(5)};
	static const struct indikator_payer fine[] = {BY_WEIGHT(5)};
	static const struct indikator_payer huge[] = {BY_WEIGHT(INT64_MAX), BY_WEIGHT(1)};
	const struct {
		struct indikator_cost cost;
		const char *words;
	} cases[] = {
		{{.total = 1, .payers = too_much, .payers_count = 2}, "mer än hela beloppet"},
		{{.total = 1, .payers = too_little, .payers_count = 1}, "ingen betalar resten"},
		{{.total = 1, .payers = nothing_left, .payers_count = 2}, "inget är kvar"},
		{{.total = 1, .payers = nobody, .payers_count = 2}, "minst en kommun"},
		{{.total = 1, .payers = negative, .payers_count = 2}, "invånarantal är negativt"},
		{{.total = 1, .payers = fixed_absent, .payers_count = 2}, "deltar alltid"},
		{{.total = 1, .payers = zero_share, .payers_count = 2}, "större än noll"},
		{{.total = -1, .payers = fine, .payers_count = 1}, "Beloppet är negativt"},
		{{.total = 1, .payers = huge, .payers_count = 2}, "för stort"},
		{{.total = 1, .payers = fine, .payers_count = 1, .absence = INDIKATOR_ABSENT_PER_WEIGHT, .per_weight = N(-1, 1)},
		 "per invånare är negativt"},
		{{.total = 1, .payers = fine, .payers_count = 1, .absence = INDIKATOR_ABSENT_PER_WEIGHT,
		  .per_weight = N(INT64_MAX, 1)}, "för stora"},
	};
	for (size_t i = 0; i < LEN(cases); i++) {
		struct indikator_payment out[2];
		struct indikator_split s;
		struct indikator_error e = {.text = ""};
		assert_false(indikator_split_cost(&cases[i].cost, out, &s, &e));
		if (!strstr(e.text, cases[i].words))
			fail_msg("case %zu: %s", i, e.text);
		assert_false(indikator_split_cost(&cases[i].cost, out, &s, NULL));
	}
}

static uint64_t next(uint64_t *x)
{
	*x ^= *x << 13;
	*x ^= *x >> 7;
	*x ^= *x << 17;
	return *x;
}

/* Whatever the total and the weights: the sum is exact, nobody is more than a unit from what is owed, more inhabitants never
 * pay less, and who is absent pays nothing. */
static void test_random_totals(void **state)
{
	(void)state;
	uint64_t x = 20140902;
	for (int round = 0; round < 3000; round++) {
		struct indikator_payer payers[PAYERS] = {{N((int64_t)(next(&x) % 9) + 1, 10), 0, false}};
		struct indikator_payment out[PAYERS];
		size_t n = 2 + next(&x) % (PAYERS - 2);
		for (size_t i = 1; i < n; i++)
			payers[i] = (struct indikator_payer){UNKNOWN, (int64_t)(next(&x) % 1000000) + 1, i > 1 && next(&x) % 4 == 0};
		struct indikator_cost c = {.total = (int64_t)(next(&x) % 100000000), .payers = payers, .payers_count = n,
		                           .absence = next(&x) % 2 ? INDIKATOR_ABSENT_OTHERS_PAY : INDIKATOR_ABSENT_LOWERS_BUDGET};
		struct indikator_split s = split_ok(&c, out);
		int64_t sum = 0;
		for (size_t i = 0; i < n; i++) {
			int64_t floor = out[i].exact.num / out[i].exact.den;
			sum += out[i].amount;
			assert_true(out[i].amount == floor || (out[i].amount == floor + 1 && out[i].exact.den > 1));
			assert_true(!payers[i].absent || out[i].amount == 0);
			for (size_t k = 1; i > 0 && k < n; k++)
				assert_true(payers[i].absent || payers[k].absent || payers[k].weight <= payers[i].weight ||
				            out[k].amount >= out[i].amount);
		}
		assert_int_equal(sum, s.budget);
		assert_int_equal(s.uncovered, 0);
		assert_true(s.budget <= c.total);
		c.absence = INDIKATOR_ABSENT_PER_WEIGHT;
		s = split_ok(&c, out);
		assert_int_equal(s.paid + s.uncovered, c.total);
		assert_true(s.uncovered >= 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_stockholm_2014),    cmocka_unit_test(test_stockholm_by_municipality),
		cmocka_unit_test(test_others_pay),        cmocka_unit_test(test_per_inhabitant),
		cmocka_unit_test(test_budget_is_lowered), cmocka_unit_test(test_equal_remainders),
		cmocka_unit_test(test_only_fixed_shares), cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_random_totals),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
