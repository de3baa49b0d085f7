/* test_bilagor.c - the report's own two tables, recomputed cell by cell.
 *
 * Source: Vita fläckar 2026, Bilaga 1 and 2. One named rule a column; the cells that no such rule
 * gives are listed in full, so that any other deviation, in the report as typed or in the engine,
 * fails.
 */
#include "world.h"

#include <string.h>

#define REGIONS 21

/* Bilaga 1. Percent in tenths. */
static const struct {
	const char *name;
	int deaths, need, unmet, percent;
} one[REGIONS] = {
    {"Stockholm", 15410, 3852, -583, -151},
    {"Uppsala", 3090, 772, 263, 341},
    {"Södermanland", 3063, 768, 174, 227},
    {"Östergötland", 4213, 1053, 113, 107},
    {"Jönköping", 3214, 803, 428, 533},
    {"Kronoberg", 1859, 465, 275, 591},
    {"Kalmar", 2697, 674, 447, 663},
    {"Gotland", 673, 168, 16, 97},
    {"Blekinge", 1783, 446, 225, 504},
    {"Skåne", 12200, 3050, 1029, 337},
    {"Halland", 3078, 769, 378, 491},
    {"Västra Götaland", 15083, 3771, 1898, 503},
    {"Värmland", 3113, 778, 436, 560},
    {"Örebro", 2828, 707, 436, 617},
    {"Västmanland", 2732, 683, 340, 498},
    {"Dalarna", 3130, 783, 283, 361},
    {"Gävleborg", 3217, 804, 593, 738},
    {"Västernorrland", 2867, 717, 370, 516},
    {"Jämtland Härjedalen", 1363, 340, 164, 482},
    {"Västerbotten", 2783, 696, 218, 313},
    {"Norrbotten", 2872, 718, 435, 606},
};
#define UNMET_PRINTED_TOTAL 8521

/* Bilaga 2, in the same order. Rates in hundredths, with the decimals that are printed. */
static const struct {
	int people, beds, hospital, rate, rate_decimals, hospital_rate;
} two[REGIONS] = {
    {2460786, 220, 9, 890, 1, 37}, {399138, 17, 6, 430, 1, 150},  {302431, 16, 0, 530, 1, 0},
    {470350, 17, 17, 360, 1, 360}, {370553, 9, 9, 240, 1, 240},   {204597, 0, 0, 0, 0, 0},
    {247181, 10, 10, 400, 0, 400}, {60791, 6, 6, 990, 1, 990},    {156971, 0, 0, 0, 0, 0},
    {1428503, 62, 14, 430, 1, 98}, {345111, 8, 0, 430, 1, 0},     {1765805, 22, 14, 120, 1, 80},
    {285912, 8, 8, 280, 1, 280},   {307900, 17, 17, 550, 1, 550}, {280515, 12, 0, 430, 1, 0},
    {289266, 8, 0, 280, 1, 0},     {287259, 5, 5, 170, 1, 170},   {241459, 14, 0, 580, 1, 0},
    {132751, 8, 8, 610, 1, 610},   {284703, 16, 0, 560, 1, 0},    {248431, 27, 15, 1090, 1, 600},
};
#define BEDS_PRINTED_TOTAL 502
#define HOSPITAL_PRINTED_TOTAL 138

/* A cell that the rule of its column does not give: what it gives instead, in the same units. */
struct deviation {
	const char *region;
	int64_t printed, computed;
};

/* Need: a quarter of the deaths, whole persons, half down. */
static const struct deviation need_deviations[] = {
    {"Södermanland", 768, 766},
    {"Dalarna", 783, 782},
    {"Jämtland Härjedalen", 340, 341},
};
/* Not reached: the need above less the received that the report's own need and shortfall give. */
static const struct deviation unmet_deviations[] = {
    {"Södermanland", 174, 172},
    {"Dalarna", 283, 282},
    {"Jämtland Härjedalen", 164, 165},
};
/* Percent of the exact need, one decimal, half up; in tenths. */
static const struct deviation percent_deviations[] = {
    {"Södermanland", 227, 224}, {"Östergötland", 107, 108},        {"Halland", 491, 492},
    {"Värmland", 560, 561},     {"Jämtland Härjedalen", 482, 483},
};
/* Beds per 100 000, at the decimals printed, half up; in hundredths. */
static const struct deviation rate_deviations[] = {
    {"Halland", 430, 230},
    {"Jämtland Härjedalen", 610, 600},
};
/* Hospital beds per 100 000, two decimals, half up: nine were printed with one and a zero. */
static const struct deviation hospital_deviations[] = {
    {"Östergötland", 360, 361}, {"Jönköping", 240, 243},           {"Kalmar", 400, 405},
    {"Gotland", 990, 987},      {"Västra Götaland", 80, 79},       {"Örebro", 550, 552},
    {"Gävleborg", 170, 174},    {"Jämtland Härjedalen", 610, 603}, {"Norrbotten", 600, 604},
};
#define EXPECT(list, region, printed, computed)                                                                        \
	expect(list, sizeof list / sizeof *list, one[region].name, printed, computed)

/* The cell agrees, or it is listed with just these two figures. Returns true when it deviates. */
static bool expect(const struct deviation *list, size_t count, const char *region, int64_t printed, int64_t computed)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(list[i].region, region)) {
			assert_int_equal(printed, list[i].printed);
			assert_int_equal(computed, list[i].computed);
			return true;
		}
	if (printed != computed)
		fail_msg("%s: printed %d, computed %d", region, (int)printed, (int)computed);
	return false;
}

/* A number at `decimals`, half up, in units of 1 / scale. The test's own arithmetic. */
static int64_t scaled(struct indikator_number a, int64_t power, int64_t scale)
{
	int64_t n = (a.num < 0 ? -a.num : a.num) * power;
	int64_t whole = (2 * n + a.den) / (2 * a.den);

	return (a.num < 0 ? -whole : whole) * (scale / power);
}

/* ---- one named rule a column ----------------------------------------------------- */

/* n / d by each rule at 1 / power, in that unit. The test's own arithmetic again; d > 0. */
static int64_t rounded(int64_t n, int64_t d, int64_t power, enum indikator_rounding rule)
{
	int64_t x = n * power, floor = x / d - (x % d < 0), rest = x - floor * d;
	bool up = false;

	switch (rule) {
	case INDIKATOR_HALF_UP: /* away from zero */
		up = 2 * rest > d || (2 * rest == d && x >= 0);
		break;
	case INDIKATOR_HALF_DOWN:
		up = 2 * rest > d || (2 * rest == d && x < 0);
		break;
	case INDIKATOR_HALF_EVEN:
		up = 2 * rest > d || (2 * rest == d && floor % 2 != 0);
		break;
	case INDIKATOR_CEIL:
		up = rest > 0;
		break;
	case INDIKATOR_FLOOR:
		break;
	}
	return floor + up;
}

enum { NEED_COLUMN, UNMET_COLUMN, PERCENT_COLUMN, RATE_COLUMN, HOSPITAL_COLUMN, COLUMNS };

/* What the report computed, the rule that this test and config/indikatorer.ini name for it, and how many cells it
 * leaves. The other columns (deaths, inhabitants, beds, hospital beds) are counts: nothing is computed in them. */
static const struct {
	const char *name;
	enum indikator_rounding rule;
	int deviations;
} columns[COLUMNS] = {
    [NEED_COLUMN] = {"need: a quarter of the deaths, whole persons", INDIKATOR_HALF_DOWN, 3},
    [UNMET_COLUMN] = {"not reached: that need less the received", INDIKATOR_HALF_DOWN, 3},
    [PERCENT_COLUMN] = {"per cent of the exact need, one decimal", INDIKATOR_HALF_UP, 5},
    [RATE_COLUMN] = {"beds per 100 000, at the decimals printed", INDIKATOR_HALF_UP, 2},
    [HOSPITAL_COLUMN] = {"hospital beds per 100 000, two decimals", INDIKATOR_HALF_UP, 9},
};

/* Whether the rule gives the cell that is printed. */
static bool gives(int column, int i, enum indikator_rounding rule)
{
	int64_t received = one[i].need - one[i].unmet, power = two[i].rate_decimals ? 10 : 1;

	switch (column) {
	case NEED_COLUMN:
		return rounded(one[i].deaths, 4, 1, rule) == one[i].need;
	case UNMET_COLUMN:
		return rounded(one[i].deaths, 4, 1, rule) - received == one[i].unmet;
	case PERCENT_COLUMN:
		return rounded(100 * (one[i].deaths - 4 * received), one[i].deaths, 10, rule) == one[i].percent;
	case RATE_COLUMN:
		return rounded(two[i].beds * INT64_C(100000), two[i].people, power, rule) * (100 / power) ==
		       two[i].rate;
	default:
		return rounded(two[i].hospital * INT64_C(100000), two[i].people, 100, rule) == two[i].hospital_rate;
	}
}

static void rules(void **state)
{
	/* The rule of each column is the one that leaves the fewest cells unexplained, and no rule explains them all.
	 */
	(void)state;
	for (int c = 0; c < COLUMNS; c++)
		for (int rule = INDIKATOR_HALF_UP; rule <= INDIKATOR_FLOOR; rule++) {
			int left = 0;

			for (int i = 0; i < REGIONS; i++)
				left += !gives(c, i, (enum indikator_rounding)rule);
			if (rule == (int)columns[c].rule && left != columns[c].deviations)
				fail_msg("%s: %d cells are left", columns[c].name, left);
			if (left < columns[c].deviations)
				fail_msg("%s: rule %d leaves only %d", columns[c].name, rule, left);
		}
}

static void print_figure(struct world *w, int place, const char *measure, int64_t num, int64_t den, int decimals)
{
	struct indikator_observation *o = world_figure(w, place, YEAR, measure, 0);

	o->value = N(num, den);
	o->decimals = decimals;
	o->published = true;
}

static struct world the_report;

static int build(void **state)
{
	struct world *w = &the_report;

	*state = w;
	world_need(w);
	world_ratio(w, INDIKATOR_WITHIN, N(8, 1))->target_high = N(10, 1);
	world_ratio(w, INDIKATOR_AT_LEAST, UNKNOWN);
	w->definitions[1].numerator.measure = "beds";
	w->definitions[1].denominator.measure = "people";
	w->definitions[1].published.measure = "rate";
	w->definitions[2].numerator.measure = "hospital";
	w->definitions[2].denominator.measure = "people";
	w->definitions[2].published.measure = "hospital rate";
	world_place(w, "00", INDIKATOR_COUNTRY, -1);
	print_figure(w, 0, "unmet", UNMET_PRINTED_TOTAL, 1, 0);
	for (int i = 0; i < REGIONS; i++) {
		int p = world_place(w, one[i].name, INDIKATOR_REGION, 0);

		world_figure(w, p, YEAR, "base", one[i].deaths);
		print_figure(w, p, "need", one[i].need, 1, 0);
		print_figure(w, p, "unmet", one[i].unmet, 1, 0);
		print_figure(w, p, "printed", one[i].percent, 10, 1);
		world_figure(w, p, YEAR, "people", two[i].people);
		world_figure(w, p, YEAR, "beds", two[i].beds);
		world_figure(w, p, YEAR, "hospital", two[i].hospital);
		print_figure(w, p, "rate", two[i].rate, 100, two[i].rate_decimals);
		print_figure(w, p, "hospital rate", two[i].hospital_rate, 100, 2);
	}
	(void)world_set(w);
	return 0;
}

static int drop(void **state)
{
	world_release(*state);
	return 0;
}

static struct indikator_verdict ask(struct world *w, int place, int definition)
{
	const struct indikator_question q = {.year = YEAR, .today = TODAY, .ranked = true};
	struct indikator_verdict v;

	assert_true(indikator_evaluate(w->set, place, definition, &q, &v));
	indikator_verdict_release(&v);
	return v;
}

static void bilaga_1(void **state)
{
	/* Every cell of Bilaga 1, and the verdict says "differs" just where a cell deviates. */
	for (int i = 0; i < REGIONS; i++) {
		struct indikator_verdict v = ask(*state, 1 + i, 0);
		bool count, percent;

		assert_true(v.derived);
		assert_int_equal(v.received, one[i].need - one[i].unmet);
		(void)EXPECT(need_deviations, i, one[i].need, v.need);
		count = EXPECT(unmet_deviations, i, one[i].unmet, v.distance);
		percent = EXPECT(percent_deviations, i, one[i].percent, scaled(v.value, 10, 10));
		assert_int_equal(v.differs, count || percent);
		assert_int_equal(v.status, one[i].unmet < 0 ? INDIKATOR_STATUS_MET : INDIKATOR_STATUS_PARTLY);
	}
}

static void bilaga_1_total(void **state)
{
	/* "Totalt 8 521" is the sum of the positive shortfalls; over all regions it is 7 938. */
	struct indikator_verdict v = ask(*state, 0, 0);
	int net = 0, positive = 0, need = 0, deaths = 0;

	for (int i = 0; i < REGIONS; i++) {
		deaths += one[i].deaths;
		need += one[i].need;
		net += one[i].unmet;
		positive += one[i].unmet > 0 ? one[i].unmet : 0;
	}
	assert_int_equal(positive, UNMET_PRINTED_TOTAL);
	assert_int_equal(net, 7938);
	assert_int_equal(deaths, 91268);
	assert_int_equal(need, 22817); /* a quarter of the deaths, exactly */
	assert_int_equal(v.need, 22817);
	assert_int_equal(v.received, need - net);
	assert_int_equal(v.distance, net);
	assert_true(v.differs);
}

static void bilaga_2(void **state)
{
	/* Every rate of Bilaga 2. */
	for (int i = 0; i < REGIONS; i++) {
		struct indikator_verdict v = ask(*state, 1 + i, 1);
		int64_t power = two[i].rate_decimals ? 10 : 1;

		assert_int_equal(v.differs, EXPECT(rate_deviations, i, two[i].rate, scaled(v.value, power, 100)));
		v = ask(*state, 1 + i, 2);
		assert_int_equal(v.differs,
				 EXPECT(hospital_deviations, i, two[i].hospital_rate, scaled(v.value, 100, 100)));
		assert_int_equal(v.status, two[i].hospital ? INDIKATOR_STATUS_NONE : INDIKATOR_STATUS_MISSING);
	}
}

static void bilaga_2_totals(void **state)
{
	/* The totals of beds are the sums; three regions reach eight beds, Norrbotten is over ten. */
	struct indikator_verdict v = ask(*state, 0, 1);
	int met = 0, missing = 0, over = 0;

	assert_number(v.numerator, BEDS_PRINTED_TOTAL, 1);
	assert_true(v.derived);
	assert_int_equal(v.distance, 344);      /* 846 beds are eight for each 100 000 */
	assert_int_equal(v.distance_high, 556); /* 1 058 are ten */
	v = ask(*state, 0, 2);
	assert_number(v.numerator, HOSPITAL_PRINTED_TOTAL, 1);
	for (int i = 0; i < REGIONS; i++) {
		v = ask(*state, 1 + i, 1);
		met += v.status == INDIKATOR_STATUS_MET;
		missing += v.status == INDIKATOR_STATUS_MISSING;
		over += v.over;
	}
	assert_int_equal(met, 3);
	assert_int_equal(missing, 2);
	assert_int_equal(over, 1);
}

static void ranks(void **state)
{
	/* Most beds: Norrbotten, Gotland, Stockholm; Blekinge and Kronoberg share the last place. */
	const char *const first[] = {"Norrbotten", "Gotland", "Stockholm"};

	for (int i = 0; i < REGIONS; i++) {
		struct indikator_verdict v = ask(*state, 1 + i, 1);

		assert_int_equal(v.ranked, REGIONS);
		if (v.rank <= 3)
			assert_string_equal(one[i].name, first[v.rank - 1]);
		if (!two[i].beds)
			assert_int_equal(v.rank, 20);
	}
	assert_int_equal(ask(*state, 1, 0).rank, 1);   /* Stockholm: the least unmet need */
	assert_int_equal(ask(*state, 17, 0).rank, 21); /* Gävleborg: the most */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(bilaga_1),        cmocka_unit_test(bilaga_1_total), cmocka_unit_test(bilaga_2),
	    cmocka_unit_test(bilaga_2_totals), cmocka_unit_test(ranks),          cmocka_unit_test(rules),
	};

	return cmocka_run_group_tests_name("engine: the report's tables", tests, build, drop);
}
