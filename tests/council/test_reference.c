/* test_reference.c - places and indicators as people name them, in the real reference data. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "radsbord/base/text.h"
#include "radsbord/store/national.h"

#include <stdio.h>
#include <string.h>

static const struct reference *reference_of(void **state)
{
	return national_reference(*state);
}

static int open_national(void **state)
{
	struct diagnostics d = {0};
	struct error e = {0};
	*state = national_open("data", "config", io_system(), &d, &e);
	if (!*state)
		print_error("%s\n", e.text);
	diagnostics_release(&d);
	return *state ? 0 : -1;
}

static int close_national(void **state)
{
	struct national *n = *state;
	national_close(&n);
	return 0;
}

static void expect_place(const struct reference *r, const char *text, bool municipality, const char *code)
{
	int i = reference_find_place(r, text, municipality);
	const char *got = i < 0 ? "inget" : r->places[i].code;
	if (strcmp(got, code) != 0)
		fail_msg("”%s” is %s, not %s", text, got, code);
}

static void test_region_names(void **state)
{
	/* A region is found by code, name, full name, county and alias, in any case, with or without diacritics. */
	static const char *const names[][2] = {
		{"04", "04"}, {"Södermanland", "04"}, {"södermanland", "04"}, {"SÖDERMANLAND", "04"}, {"sodermanland", "04"},
		{"Sörmland", "04"}, {"sormland", "04"}, {"Region Sörmland", "04"}, {"region sormland", "04"},
		{"Södermanlands län", "04"}, {"Sörmlands län", "04"}, {"sodermanlands lan", "04"}, {"Region Södermanland", "04"},
		{"Jämtland Härjedalen", "23"}, {"jamtland harjedalen", "23"}, {"Jämtlands län", "23"},
		{"Västra Götaland", "14"}, {"Västra Götalandsregionen", "14"}, {"VASTRA GOTALANDS LAN", "14"},
		{"Jönköping", "06"}, {"Region Jönköpings län", "06"}, {"Örebro län", "18"}, {"Region Örebro län", "18"},
		{"Dalarna", "20"}, {"Dalarnas län", "20"}, {"skåne", "12"}, {"Skane lan", "12"}, {"Uppsala län", "03"},
		{"Gotland", "09"}, {"Stockholms län", "01"}, {"00", "00"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		expect_place(reference_of(state), names[i][0], false, names[i][1]);
}

static void test_all_names(void **state)
{
	/* Every place is found by its code, every region by each of its names, every municipality by its name when asked for. */
	const struct reference *r = reference_of(state);
	size_t regions = 0, municipalities = 0;
	for (size_t i = 0; i < r->places_count; i++) {
		const struct place *p = &r->places[i];
		expect_place(r, p->code, false, p->code);
		assert_int_equal(reference_place_by_code(r, p->code), (int)i);
		assert_string_equal(reference_place_name(r, p->code), p->name);
		regions += p->level == PLACE_REGION;
		municipalities += p->level == PLACE_MUNICIPALITY;
		if (p->level == PLACE_MUNICIPALITY)
			expect_place(r, p->name, true, p->code);
		if (p->level != PLACE_REGION)
			continue;
		expect_place(r, p->name, false, p->code);
		expect_place(r, p->full_name, false, p->code);
		for (size_t k = 0; k < p->aliases.count; k++)
			expect_place(r, p->aliases.items[k], false, p->code);
	}
	assert_int_equal(regions, 21);
	assert_int_equal(municipalities, 290);
}

static void test_ring_and_dots(void **state)
{
	/* Håbo and Habo are two municipalities: letters as typed win over letters without their marks. */
	expect_place(reference_of(state), "Håbo", false, "0305");
	expect_place(reference_of(state), "HÅBO", false, "0305");
	expect_place(reference_of(state), "Habo", false, "0643");
	expect_place(reference_of(state), "habo", true, "0643");
	expect_place(reference_of(state), "håbo", true, "0305");
}

static void test_ambiguous(void **state)
{
	/* A name of several places means the region, then the area, then the municipality; --kommun means the municipality. */
	static const char *const names[][3] = {
		{"Stockholm", "01", "0180"}, {"Uppsala", "03", "0380"}, {"Jönköping", "06", "0680"}, {"Kalmar", "08", "0880"},
		{"Gotland", "09", "0980"}, {"Örebro", "18", "1880"}, {"orebro", "18", "1880"},
	};
	const struct reference *r = reference_of(state);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		expect_place(r, names[i][0], false, names[i][1]);
		expect_place(r, names[i][0], true, names[i][2]);
	}
	int area = reference_find_place(r, "Göteborg", false);
	assert_true(area >= 0);
	assert_int_equal(r->places[area].level, PLACE_AREA);
	expect_place(r, "Göteborg", true, "1480");
	int nu = reference_find_place(r, "nu-sjukvarden", false);
	assert_true(nu >= 0);
	assert_int_equal(r->places[nu].level, PLACE_AREA);
	expect_place(r, "Eskilstuna", false, "0484");
}

static void test_municipality_only(void **state)
{
	/* Asked for a municipality, nothing else will do. */
	const struct reference *r = reference_of(state);
	expect_place(r, "Skåne", true, "inget");
	expect_place(r, "04", true, "inget");
	expect_place(r, "Skaraborg", true, "inget");
	expect_place(r, "0484", true, "0484");
}

static void test_not_found(void **state)
{
	/* What is no place is no place: nothing, blanks, the words around a name, half a name. */
	static const char *const none[] = {"", " ", "Region", "region ", "län", "Atlantis", "Söder", "9999", "Skånes", "ö", "\xff"};
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		expect_place(reference_of(state), none[i], false, "inget");
	assert_int_equal(reference_place_by_code(reference_of(state), NULL), -1);
	assert_string_equal(reference_place_name(reference_of(state), "9999"), "9999");
}

static void test_regions_in_order(void **state)
{
	/* The regions come in the Swedish order of their names, å ä ö last; with little room, the first of them. */
	static const char *const order[] = {
		"Blekinge", "Dalarna", "Gotland", "Gävleborg", "Halland", "Jämtland Härjedalen", "Jönköping", "Kalmar", "Kronoberg",
		"Norrbotten", "Skåne", "Stockholm", "Södermanland", "Uppsala", "Värmland", "Västerbotten", "Västernorrland",
		"Västmanland", "Västra Götaland", "Örebro", "Östergötland"};
	const struct reference *r = reference_of(state);
	int all[30], few[3];
	assert_int_equal(reference_regions(r, NULL, 0), 21);
	assert_int_equal(reference_regions(r, all, 30), 21);
	for (size_t i = 0; i < 21; i++)
		assert_string_equal(r->places[all[i]].name, order[i]);
	assert_int_equal(reference_regions(r, few, 3), 21);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(few[i], all[i]);
}

static void test_indicators(void **state)
{
	/* An indicator is found by its id, its title and its short title, in any case. */
	const struct reference *r = reference_of(state);
	assert_true(r->indicators_count > 0);
	for (size_t i = 0; i < r->indicators_count; i++) {
		const struct indicator_text *t = &r->indicators[i];
		struct buf upper = {0};
		for (const char *p = t->id; *p; p++)
			buf_char(&upper, *p >= 'a' && *p <= 'z' ? (char)(*p - 32) : *p);
		assert_int_equal(reference_find_indicator(r, t->id), (int)i);
		assert_int_equal(reference_find_indicator(r, buf_cstr(&upper)), (int)i);
		assert_int_equal(reference_find_indicator(r, t->title), (int)i);
		assert_int_equal(reference_find_indicator(r, t->short_title), (int)i);
		buf_release(&upper);
	}
	assert_int_equal(reference_find_indicator(r, "finns inte"), -1);
	assert_int_equal(reference_find_indicator(r, ""), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_region_names),
		cmocka_unit_test(test_all_names),
		cmocka_unit_test(test_ring_and_dots),
		cmocka_unit_test(test_ambiguous),
		cmocka_unit_test(test_municipality_only),
		cmocka_unit_test(test_not_found),
		cmocka_unit_test(test_regions_in_order),
		cmocka_unit_test(test_indicators),
	};

	return cmocka_run_group_tests(tests, open_national, close_national);
}
