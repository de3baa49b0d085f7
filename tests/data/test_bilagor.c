/* test_bilagor.c - every figure of the report's two appendices stands in matt.csv to the digit, and SCB's inhabitants
 * add up. */
#include "data/sverige.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REGIONS 21
#define MUNICIPALITIES 290
#define COLUMNS 9

/* As printed in Vita fläckar, February 2026: four columns of Bilaga 1, five of Bilaga 2. */
static const char *const measures[COLUMNS] = {"dodsfall",
					      "behov",
					      "ej_fatt",
					      "ej_fatt_procent",
					      "invanare",
					      "vardplatser",
					      "vardplatser_sjukhus",
					      "vardplatser_100k",
					      "vardplatser_sjukhus_100k"};
#define FIRST_OF_TABLE_2 4
static const struct {
	const char *name, *printed[COLUMNS];
} regions[REGIONS] = {
    {"Stockholm", {"15 410", "3852", "-583", "-15,1", "2 460 786", "220", "9", "8,9", "0,37"}},
    {"Uppsala", {"3 090", "772", "263", "34,1", "399 138", "17", "6", "4,3", "1,50"}},
    {"Södermanland", {"3 063", "768", "174", "22,7", "302 431", "16", "0", "5,3", "0,00"}},
    {"Östergötland", {"4 213", "1 053", "113", "10,7", "470 350", "17", "17", "3,6", "3,60"}},
    {"Jönköping", {"3 214", "803", "428", "53,3", "370 553", "9", "9", "2,4", "2,40"}},
    {"Kronoberg", {"1 859", "465", "275", "59,1", "204 597", "0", "0", "0", "0,00"}},
    {"Kalmar", {"2 697", "674", "447", "66,3", "247 181", "10", "10", "4", "4,00"}},
    {"Gotland", {"673", "168", "16", "9,7", "60 791", "6", "6", "9,9", "9,90"}},
    {"Blekinge", {"1 783", "446", "225", "50,4", "156 971", "0", "0", "0", "0,00"}},
    {"Skåne", {"12 200", "3 050", "1 029", "33,7", "1 428 503", "62", "14", "4,3", "0,98"}},
    {"Halland", {"3 078", "769", "378", "49,1", "345 111", "8", "0", "4,3", "0,00"}},
    {"Västra Götaland", {"15 083", "3 771", "1 898", "50,3", "1 765 805", "22", "14", "1,2", "0,80"}},
    {"Värmland", {"3 113", "778", "436", "56,0", "285 912", "8", "8", "2,8", "2,80"}},
    {"Örebro", {"2 828", "707", "436", "61,7", "307 900", "17", "17", "5,5", "5,50"}},
    {"Västmanland", {"2 732", "683", "340", "49,8", "280 515", "12", "0", "4,3", "0,00"}},
    {"Dalarna", {"3 130", "783", "283", "36,1", "289 266", "8", "0", "2,8", "0,00"}},
    {"Gävleborg", {"3 217", "804", "593", "73,8", "287 259", "5", "5", "1,7", "1,70"}},
    {"Västernorrland", {"2 867", "717", "370", "51,6", "241 459", "14", "0", "5,8", "0,00"}},
    {"Jämtland Härjedalen", {"1 363", "340", "164", "48,2", "132 751", "8", "8", "6,1", "6,10"}},
    {"Västerbotten", {"2 783", "696", "218", "31,3", "284 703", "16", "0", "5,6", "0,00"}},
    {"Norrbotten", {"2 872", "718", "435", "60,6", "248 431", "27", "15", "10,9", "6,00"}},
};
/* The last rows: the columns that have a total. */
static const struct {
	const char *measure, *source, *printed;
} totals[] = {
    {"ej_fatt", "vf2026-bilaga1", "8 521"},
    {"vardplatser", "vf2026-bilaga2", "502"},
    {"vardplatser_sjukhus", "vf2026-bilaga2", "138"},
};

static struct csv_table measured, region_table, municipality_table;

static int setup(void **state)
{
	(void)state;
	table_open(&measured, "data/sverige/matt.csv");
	table_open(&region_table, "data/sverige/regioner.csv");
	table_open(&municipality_table, "data/sverige/kommuner.csv");
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	csv_release(&measured);
	csv_release(&region_table);
	csv_release(&municipality_table);
	return 0;
}

/* The one value of 2024 for a place, measure and source. */
static const char *value_of(const char *place, const char *measure, const char *source)
{
	const char *value = NULL;

	for (size_t i = 0; i < measured.count; i++)
		if (strcmp(table_get(&measured, i, "plats"), place) == 0 &&
		    strcmp(table_get(&measured, i, "matt"), measure) == 0 &&
		    strcmp(table_get(&measured, i, "kalla"), source) == 0 &&
		    strcmp(table_get(&measured, i, "ar"), "2024") == 0) {
			assert_null(value);
			value = table_get(&measured, i, "varde");
		}
	if (!value || !*value)
		fail_msg("matt.csv has no %s of %s from %s", measure, place, source);
	return value;
}

static int64_t whole(const char *value)
{
	char *end;
	long long n = strtoll(value, &end, 10);

	assert_true(*value && !*end);
	return n;
}

static int64_t people(const char *place)
{
	return whole(value_of(place, "invanare", "scb"));
}

/* As printed against as stored: no spaces, a point for the comma, every digit kept. */
static void expect_printed(const char *place, const char *measure, const char *source, const char *printed)
{
	char plain[32];
	size_t n = 0;

	for (const char *s = printed; *s && n + 1 < sizeof plain; s++)
		if (*s != ' ')
			plain[n++] = *s == ',' ? '.' : *s;
	plain[n] = '\0';
	assert_string_equal(value_of(place, measure, source), plain);
}

static const char *code_of(const char *name)
{
	for (size_t i = 0; i < region_table.count; i++)
		if (strcmp(table_get(&region_table, i, "namn"), name) == 0)
			return table_get(&region_table, i, "kod");
	fail_msg("no region %s", name);
	return "";
}

static void test_figures_of_both_tables(void **state)
{
	/* 21 regions, nine columns, each figure with the digits it is printed with. */
	(void)state;
	for (size_t r = 0; r < REGIONS; r++)
		for (size_t c = 0; c < COLUMNS; c++)
			expect_printed(code_of(regions[r].name), measures[c],
				       c < FIRST_OF_TABLE_2 ? "vf2026-bilaga1" : "vf2026-bilaga2",
				       regions[r].printed[c]);
}

static void test_printed_totals(void **state)
{
	/* The last row of each table, where it has a figure. */
	(void)state;
	for (size_t i = 0; i < sizeof totals / sizeof *totals; i++)
		expect_printed("00", totals[i].measure, totals[i].source, totals[i].printed);
}

static void test_nothing_else_is_from_the_tables(void **state)
{
	/* No figure is said to come from the appendices that does not stand there. */
	size_t from_tables = 0;

	(void)state;
	for (size_t i = 0; i < measured.count; i++)
		if (strncmp(table_get(&measured, i, "kalla"), "vf2026-bilaga", 13) == 0) {
			from_tables++;
			assert_string_equal(table_get(&measured, i, "publicerat"), "ja");
		}
	assert_int_equal(from_tables, REGIONS * COLUMNS + sizeof totals / sizeof *totals);
}

static void test_sums(void **state)
{
	/* 8 521 is the sum of the shortfalls alone; with Stockholm's surplus it is 7 938. The beds add up. */
	int64_t short_of = 0, net = 0, beds = 0, on_hospital = 0;

	(void)state;
	for (size_t r = 0; r < REGIONS; r++) {
		const char *code = code_of(regions[r].name);
		int64_t missed = whole(value_of(code, "ej_fatt", "vf2026-bilaga1"));

		net += missed;
		short_of += missed > 0 ? missed : 0;
		beds += whole(value_of(code, "vardplatser", "vf2026-bilaga2"));
		on_hospital += whole(value_of(code, "vardplatser_sjukhus", "vf2026-bilaga2"));
	}
	assert_int_equal(short_of, 8521);
	assert_int_equal(net, 7938);
	assert_int_equal(beds, 502);
	assert_int_equal(on_hospital, 138);
}

static void test_inhabitants(void **state)
{
	/* SCB, 31 December 2024: 290 municipalities give the regions, the regions the country. */
	int64_t country = 0;

	(void)state;
	assert_int_equal(region_table.count, REGIONS);
	assert_int_equal(municipality_table.count, MUNICIPALITIES);
	for (size_t r = 0; r < region_table.count; r++) {
		const char *code = table_get(&region_table, r, "kod");
		int64_t sum = 0;

		for (size_t m = 0; m < municipality_table.count; m++)
			if (strcmp(table_get(&municipality_table, m, "region"), code) == 0)
				sum += people(table_get(&municipality_table, m, "kod"));
		assert_int_equal(sum, people(code));
		country += sum;
	}
	assert_int_equal(country, people("00"));
	assert_int_equal(country, 10587710);
	assert_int_equal(people("01"), 2473307);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_figures_of_both_tables),
	    cmocka_unit_test(test_printed_totals),
	    cmocka_unit_test(test_nothing_else_is_from_the_tables),
	    cmocka_unit_test(test_sums),
	    cmocka_unit_test(test_inhabitants),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
