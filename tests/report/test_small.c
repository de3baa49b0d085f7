/* test_small.c - what is shown to others: small counts of people are hidden with what gives them away, the rest is not. On the
 * example council with register figures of our own. */
#include "house.h"
#include "support/practice.h"

#include "radsbord/council/measure.h"
#include "radsbord/report/reported.h"
#include "radsbord/report/whatif.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define HEAD "plats,ar,matt,kalla,varde,publicerat,orsak,not\n"
#define REGISTER(code, year, yes, of)                                                                        \
	code "," year ",brytpunktssamtal_ja,palliativregistret," yes ",nej,,\n" code "," year                    \
	     ",doda_i_registret,palliativregistret," of ",nej,,\n"
/* The nine municipalities: one of three, one with all but two, one with zero, the others large. */
#define NINE                                                                                                  \
	REGISTER("0428", "2024", "3", "40")                                                                   \
	REGISTER("0461", "2024", "30", "50")                                                                  \
	REGISTER("0480", "2024", "48", "50")                                                                  \
	REGISTER("0481", "2024", "0", "20")                                                                   \
	REGISTER("0482", "2024", "60", "90")                                                                  \
	REGISTER("0483", "2024", "70", "90")                                                                  \
	REGISTER("0484", "2024", "80", "90")                                                                  \
	REGISTER("0486", "2024", "25", "90")                                                                  \
	REGISTER("0488", "2024", "90", "100")

static struct model open_with(struct practice *p, const char *text, int64_t limit)
{
	char path[900];
	assert_true(practice_open(p));
	snprintf(path, sizeof path, "%s/matt", p->path);
	mkdir(path, 0700);
	snprintf(path, sizeof path, "%s/matt/a.csv", p->path);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	assert_true(fputs(text, f) >= 0);
	assert_int_equal(fclose(f), 0);
	assert_true(session_refresh(p->session));
	session_show_to_others(p->session, limit);
	return *session_model(p->session);
}

static void row(struct overview_row *r, struct arena *a, const struct model *m, const char *code, const char *indicator)
{
	int place = reference_place_by_code(m->reference, code);
	assert_true(place >= 0);
	overview_row_build(r, a, m, place, reference_find_indicator(m->reference, indicator));
}

static void expect(const struct model *m, const char *code, const char *value, const char *why)
{
	struct overview_row r;
	struct arena a = {0};
	row(&r, &a, m, code, "brytpunktssamtal");
	house_has(r.value, value);
	assert_int_equal(r.hidden != NULL, why != NULL);
	if (why) {
		house_has(r.hidden, why);
		assert_string_equal(r.distance, "..");
		assert_string_equal(r.rank, "–");
		assert_false(r.verdict.value.den || r.verdict.numerator.den || r.verdict.distance_known);
	}
	indikator_verdict_release(&r.verdict);
	arena_release(&a);
}

static void test_secretary_sees_all(void **state)
{
	struct practice p;
	struct model m = open_with(&p, HEAD NINE, 0);
	(void)state;
	expect(&m, "0428", "7,5 %", NULL);
	expect(&m, "0480", "96,0 %", NULL);
	practice_close(&p);
}

static void test_small_is_hidden(void **state)
{
	/* A count, a complement, and nothing else where two are hidden already; zero is shown, so is the region. */
	struct practice p;
	struct model m = open_with(&p, HEAD NINE, 5);
	(void)state;
	expect(&m, "0428", "..", "färre än fem personer");
	expect(&m, "0480", "..", "alla utom färre än fem personer");
	expect(&m, "0481", "0,0 %", NULL);
	expect(&m, "0461", "60,0 %", NULL);
	expect(&m, "0486", "27,8 %", NULL);
	expect(&m, "04", "65,5 %", NULL);
	practice_close(&p);
}

static void test_another_is_hidden_in_a_sum(void **state)
{
	/* One small municipality: the smallest other is hidden as well, or the region's sum would give it away. */
	struct practice p;
	struct model m = open_with(&p, HEAD REGISTER("0428", "2024", "3", "40") REGISTER("0461", "2024", "30", "50")
	                                   REGISTER("0480", "2024", "40", "50") REGISTER("0481", "2024", "0", "20")
	                                   REGISTER("0482", "2024", "60", "90") REGISTER("0483", "2024", "70", "90")
	                                   REGISTER("0484", "2024", "80", "90") REGISTER("0486", "2024", "25", "90")
	                                   REGISTER("0488", "2024", "90", "100"), 5);
	(void)state;
	expect(&m, "0486", "..", "annars kunde ett tal under fem räknas ut ur summan");
	expect(&m, "0461", "60,0 %", NULL);
	expect(&m, "04", "64,2 %", NULL);
	m.small_limit = 10;
	expect(&m, "0428", "..", "färre än tio personer");
	practice_close(&p);
}

static void test_published_is_not_hidden(void **state)
{
	/* A source that has printed its figure has made it public; the report's own small figures stay as they are. */
	struct practice p;
	struct model m = open_with(&p, HEAD "0428,2024,brytpunktssamtal_ja,palliativregistret,3,ja,,\n"
	                                    "0428,2024,doda_i_registret,palliativregistret,40,ja,,\n", 5);
	struct overview_row r;
	struct arena a = {0};
	(void)state;
	expect(&m, "0428", "7,5 %", NULL);
	row(&r, &a, &m, "13", "vardplatser_100k");
	house_has(r.value, "2,3");
	assert_null(r.hidden);
	indikator_verdict_release(&r.verdict);
	arena_release(&a);
	practice_close(&p);
}

static void test_change_gives_nothing_away(void **state)
{
	/* This year's figure is shown, last year's is hidden: the change between them is hidden, too. */
	struct practice p;
	struct model m = open_with(&p, HEAD REGISTER("0428", "2024", "20", "40") REGISTER("0428", "2023", "3", "40"), 5);
	struct overview_row r;
	struct arena a = {0};
	(void)state;
	row(&r, &a, &m, "0428", "brytpunktssamtal");
	house_has(r.value, "50,0 %");
	assert_string_equal(r.change, "..");
	assert_int_equal(r.verdict.change.den, 0);
	indikator_verdict_release(&r.verdict);
	m.small_limit = 0;
	row(&r, &a, &m, "0428", "brytpunktssamtal");
	house_has(r.change, "+42,5");
	indikator_verdict_release(&r.verdict);
	arena_release(&a);
	practice_close(&p);
}

static void test_value_that_gives_nothing_away(void **state)
{
	/* Three of 70 000 is 0,0 %, as is zero: the value is shown, its count and distance are not. */
	struct practice p;
	struct model m = open_with(&p, HEAD REGISTER("0428", "2024", "3", "70000"), 5);
	struct overview_row r;
	struct arena a = {0};
	struct doc d = {0};
	(void)state;
	row(&r, &a, &m, "0428", "brytpunktssamtal");
	house_has(r.value, "0,0 %");
	house_has(r.hidden, "färre än fem");
	assert_string_equal(r.distance, "..");
	indikator_verdict_release(&r.verdict);
	report_explain(&d, &m, reference_place_by_code(m.reference, "0428"), r.indicator);
	char *text = house_text(&d, 0);
	house_has(text, "Dödsfall med brytpunktssamtal, Vingåker 2024: .. (visas inte).");
	house_lacks(text, "3 / 70");
	free(text);
	arena_release(&a);
	practice_close(&p);
}

static void test_explanation(void **state)
{
	/* It says that the figures are hidden, why, and still where they stand; the secretary's own has them all. */
	struct practice p;
	struct model m = open_with(&p, HEAD NINE, 5);
	int place = reference_place_by_code(m.reference, "0428"), talk = reference_find_indicator(m.reference, "brytpunktssamtal");
	struct doc d = {0};
	(void)state;
	report_explain(&d, &m, place, talk);
	char *text = house_text(&d, 0);
	house_has(text, "Värde    .. (färre än fem personer)");
	house_has(text, "Talen visas inte för andra, utan som ..: färre än fem personer.");
	house_has(text, "Dödsfall med brytpunktssamtal, Vingåker 2024: .. (visas inte).");
	house_has(text, "matt/a.csv:2");
	house_has(text, "Rapporterade dödsfall, Vingåker 2024: 40.");
	house_lacks(text, "7,5");
	free(text);
	m.small_limit = 0;
	report_explain(&d, &m, place, talk);
	text = house_text(&d, 0);
	house_has(text, "3 / 40");
	free(text);
	practice_close(&p);
}

static void test_documents(void **state)
{
	/* The table and the comparison: ".." for people and in CSV, null in JSON, with the reason below; no bar, no place in order. */
	struct practice p;
	struct model m = open_with(&p, HEAD REGISTER("04", "2024", "2", "400") REGISTER("05", "2024", "200", "400"), 5);
	struct doc d = {0};
	struct buf json = {0}, csv = {0};
	(void)state;
	report_overview(&d, &m, reference_place_by_code(m.reference, "04"));
	render_json(&d, &json);
	render_csv(&d, &csv);
	house_has(buf_cstr(&csv), "brytpunktssamtal;2024;delvis;..;98;..;");
	const char *at = strstr(buf_cstr(&json), "\"brytpunktssamtal\"");
	assert_non_null(at);
	assert_non_null(strstr(at, "\"varde\": null"));
	char *text = house_text(&d, 100);
	house_has(text, "Brytpunktssamtal: visas som .. (färre än fem personer).");
	house_lacks(text, "0,5 %");
	free(text);
	report_compare(&d, &m, reference_find_indicator(m.reference, "brytpunktssamtal"));
	text = house_text(&d, 100);
	house_has(text, "Södermanland visas som .. (färre än fem personer).");
	house_has(text, "50,0 %");
	house_lacks(text, "0,5 %");
	free(text);
	buf_release(&json);
	buf_release(&csv);
	practice_close(&p);
}

static void test_denominator(void **state)
{
	/* Registered deaths are hidden in one municipality for the sake of another, by the coverage they are counted in: there the
	 * share of them is shown, but neither its count nor its distance, which would tell them. */
	struct practice p;
	struct buf text = {0};
	static const char *const nine[] = {"0428", "0461", "0480", "0481", "0482", "0483", "0484", "0486", "0488"};
	buf_str(&text, HEAD);
	for (size_t i = 0; i < 9; i++) {
		buf_printf(&text, "%s,2024,doda_i_registret,palliativregistret,%d,nej,,\n", nine[i], i == 0 ? 3 : 40 + (int)i);
		buf_printf(&text, "%s,2024,dodsfall,palliativregistret,%d,nej,,\n", nine[i], 100);
		if (i > 0)
			buf_printf(&text, "%s,2024,brytpunktssamtal_ja,palliativregistret,20,nej,,\n", nine[i]);
	}
	struct model m = open_with(&p, buf_cstr(&text), 5);
	struct overview_row r;
	struct arena a = {0};
	struct doc d = {0};
	(void)state;
	row(&r, &a, &m, "0461", "tackningsgrad");
	house_has(r.value, "..");
	indikator_verdict_release(&r.verdict);
	row(&r, &a, &m, "0461", "brytpunktssamtal");
	house_has(r.value, "48,8 %");
	assert_string_equal(r.distance, "..");
	assert_int_equal(r.verdict.numerator.den, 0);
	indikator_verdict_release(&r.verdict);
	row(&r, &a, &m, "0480", "brytpunktssamtal");
	house_has(r.distance, "22 personer");
	indikator_verdict_release(&r.verdict);
	report_explain(&d, &m, reference_place_by_code(m.reference, "0461"), r.indicator);
	char *explained = house_text(&d, 0);
	house_lacks(explained, "41");
	house_lacks(explained, "20 / ");
	free(explained);
	buf_release(&text);
	arena_release(&a);
	practice_close(&p);
}

static void test_assumptions(void **state)
{
	/* Three have had support, which is hidden; to assume a hundred more must not tell it. */
	struct practice p;
	struct model m = open_with(&p, HEAD "04,2024,fatt_stod,palliativregistret,3,nej,,\n", 5);
	const char *change = "stöd +100";
	struct strings changes = {.items = &change, .count = 1};
	struct whatif w;
	struct error e = {0};
	struct doc d = {0};
	(void)state;
	if (!whatif_build(&w, &m, reference_place_by_code(m.reference, "04"), &changes, &e))
		fail_msg("%s", e.text);
	report_whatif(&d, &w, NULL);
	char *text = house_text(&d, 0);
	house_has(text, ".. blir ..");
	house_lacks(text, "103");
	house_lacks(text, "13,"); /* per cent of the need */
	free(text);
	report_whatif_explain(&d, &w, w.place, reference_find_indicator(m.reference, "behov_ej_tillgodosett"));
	text = house_text(&d, 0);
	house_lacks(text, "103");
	free(text);
	whatif_release(&w);
	practice_close(&p);
}

static void test_staff_is_no_secret(void **state)
{
	/* Employees, beds and teams are counted as they are: small numbers there are what the council is about. */
	struct practice p;
	struct model m = open_with(&p, HEAD "04,2024,lakarspecialister,rad,2,nej,,\n04,2024,hemsjukvardsteam_antal,rad,3,nej,,\n", 5);
	struct overview_row r;
	struct arena a = {0};
	static const char *const shown[] = {"lakarspecialist", "hemsjukvardsteam_100k"};
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		row(&r, &a, &m, "04", shown[i]);
		assert_true(r.verdict.value.den != 0);
		assert_null(r.hidden);
		indikator_verdict_release(&r.verdict);
	}
	assert_true(measure_counts_people("avlidna_hemma"));
	assert_false(measure_counts_people("invanare"));
	assert_true(measure_counts_people("egen_ny_indikator"));
	arena_release(&a);
	practice_close(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_secretary_sees_all),
		cmocka_unit_test(test_small_is_hidden),
		cmocka_unit_test(test_another_is_hidden_in_a_sum),
		cmocka_unit_test(test_published_is_not_hidden),
		cmocka_unit_test(test_change_gives_nothing_away),
		cmocka_unit_test(test_value_that_gives_nothing_away),
		cmocka_unit_test(test_explanation),
		cmocka_unit_test(test_documents),
		cmocka_unit_test(test_denominator),
		cmocka_unit_test(test_assumptions),
		cmocka_unit_test(test_staff_is_no_secret),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
