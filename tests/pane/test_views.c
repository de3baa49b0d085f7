/* The other pictures of the panes, with the hand: places side by side, the year as twelve months, what if as bars. */
#include "stage.h"

#include "radsbord/report/beside.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static void test_beside(void **state)
{
	/* The country beside at first, o chooses another; the row is that of the table, and the line below says who stands better. */
	struct stage *s = *state;
	stage_size(s, 120, 40);
	stage_type(s, "jvvv");
	stage_expect(s, "Sverige");
	stage_expect(s, "Vårdplatser per 100 000");
	stage_type(s, "o");
	stage_expect(s, "Jämför med");
	stage_type(s, "skåne\n");
	stage_expect(s, "Skåne");
	stage_expect(s, "53–81");
	stage_expect(s, "▸ 5,3 mot 4,3. De står lika.");    /* both below a range: neither is better by its value */
	stage_type(s, "k");
	stage_expect(s, " mot 33,7\u00a0%. Södermanland står bättre.");
	stage_type(s, "jjjjj");
	stage_expect(s, "Skåne står bättre."); /* palliativ mottagning */
	stage_type(s, "k");
	stage_expect(s, "▸ De kan inte jämföras");
	stage_type(s, "j\n");
	stage_expect(s, "Södermanland: Palliativ mottagning");
	stage_press(s, UI_KEY_ESCAPE);
	stage_type(s, "vv");
	stage_expect(s, "Läge"); /* the table again */
	stage_type(s, "vvv");
	stage_expect(s, "Skåne"); /* remembered */
	stage_type(s, "/hemsj\n");
	stage_expect(s, "Palliativ hemsjukvård");
	stage_expect_not(s, "Palliativ mottagning");
}

static void test_no_number_is_cut(void **state)
{
	/* Beside the country, whose values are the longest. */
	struct stage *s = *state;
	stage_size(s, 80, 24);
	stage_type(s, "vvv");
	stage_expect(s, "◐ Finns delvis    15–249 av 290");
	stage_expect(s, "◐ Finns delvis    76–279 av 290");
	stage_expect_not(s, "249 a…");
	stage_size(s, 120, 40);
	stage_expect(s, "15–249 av 290");
	stage_expect(s, "344–556");
}

static void test_no_status_is_cut(void **state)
{
	struct stage *s = *state;
	stage_size(s, 60, 16);
	stage_type(s, "2");
	stage_expect(s, "◐ finns med begränsning");
}

static void test_more_is_said(void **state)
{
	/* A list and a choice that go on below say so, until their end. */
	struct stage *s = *state;
	stage_size(s, 80, 24);
	stage_expect(s, "↓ mer");
	stage_type(s, "G");
	stage_expect(s, "Täckningsgrad i registret");
	stage_expect_not(s, "↓ mer");
	stage_type(s, "-+");
	stage_expect(s, "Välj plats");
	stage_expect(s, "↓ mer");
	stage_press(s, UI_KEY_END);
	stage_expect(s, "Norrbotten");
	stage_expect_not(s, "↓ mer");
	stage_type(s, "\033");
	stage_press(s, UI_KEY_HOME);
	stage_type(s, "vv");
	stage_expect(s, "hela landet, varje regions läge");
}

static void test_help_uses_its_width(void **state)
{
	/* Å, ä and ö are one column each: the sentence is broken where the line is full. */
	struct stage *s = *state;
	stage_size(s, 80, 24);
	stage_type(s, "3?");
	stage_expect(s, "”Tiden har gått ut” räknas fram ur datumet.");
}

static void test_beside_itself(void **state)
{
	/* Walking to the place that stands beside puts the country there instead. */
	struct stage *s = *state;
	stage_type(s, "vvvouppsala\n");
	stage_expect(s, "Uppsala");
	stage_type(s, ".");
	stage_expect(s, "Sverige");
	stage_type(s, "-");
	stage_expect(s, "Sverige");
}

static void test_better(void **state)
{
	/* An unknown answer is never better or worse; a higher unmet need is worse. */
	const struct model *m = session_model(((struct stage *)*state)->practice.session);
	struct beside b;
	beside_build(&b, m, reference_place_by_code(m->reference, "04"), reference_place_by_code(m->reference, "12"));
	for (size_t i = 0; i < b.count; i++) {
		const struct beside_row *row = &b.rows[i];
		bool known = row->left.verdict.status > INDIKATOR_STATUS_UNKNOWN && row->right.verdict.status > INDIKATOR_STATUS_UNKNOWN;
		assert_int_equal(beside_compare(m, row) != BESIDE_UNKNOWN, known);
		assert_false(indicator_is_asked(&m->reference->indicators[row->indicator]));
	}
	assert_int_equal(beside_compare(m, &b.rows[0]), BESIDE_LEFT);
	beside_release(&b);
}

static void test_wheel(void **state)
{
	/* v shows the year's months and the selected day; the arrows go from day to day, , and . from year to year; v the list again. */
	struct stage *s = *state;
	stage_type(s, "4v");
	stage_expect(s, "jan ○○··○○···");
	stage_expect(s, "Ledig dag eller klämdag");
	stage_press(s, UI_KEY_HOME);
	stage_expect(s, "○ Nyårsdagen");
	stage_press(s, UI_KEY_DOWN);
	stage_expect(s, "○ Klämdag");
	stage_type(s, ".");
	stage_expect(s, "2027");
	stage_expect(s, "mar ························○○○○○··"); /* Easter */
	stage_type(s, "v");
	stage_expect(s, "Vecka");
}

static void test_years_in_the_table(void **state)
{
	/* Where there are years of values a wide window shows them as small bars, with a gap where a year is not known; else the column is
	 * not there. */
	struct stage *s = *state;
	static const char figures[] = "plats,ar,matt,kalla,varde,publicerat,orsak,not\n"
	                              "0482,2022,doda_i_registret,palliativregistret,100,nej,,\n"
	                              "0482,2022,brytpunktssamtal_ja,palliativregistret,70,nej,,\n"
	                              "0482,2024,doda_i_registret,palliativregistret,100,nej,,\n"
	                              "0482,2024,brytpunktssamtal_ja,palliativregistret,80,nej,,\n"
	                              "0482,2025,doda_i_registret,palliativregistret,200,nej,,\n"
	                              "0482,2025,brytpunktssamtal_ja,palliativregistret,170,nej,,\n";
	stage_size(s, 140, 40);
	stage_expect_not(s, "År för år");
	char *folder = mem_printf("%s/matt", s->practice.path), *path = mem_printf("%s/register.csv", folder);
	assert_int_equal(mkdir(folder, 0700), 0);
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fputs(figures, out);
	assert_int_equal(fclose(out), 0);
	free(path);
	free(folder);
	stage_restart(s, true);
	stage_type(s, "+flen\n");
	stage_expect(s, "År för år");
	stage_expect(s, "▁·▆█");
	stage_size(s, 80, 24);
	stage_expect_not(s, "År för år");
}

static void test_what_if_as_bars(void **state)
{
	/* Before and after on one scale with the target; v again is the table. */
	struct stage *s = *state;
	stage_type(s, "T\n6\nv");
	stage_expect(s, "Vårdplatser per 100 000  │ mål 8–10");
	stage_expect(s, "Före");
	stage_expect(s, "Tänkt");
	stage_expect(s, "7,3");
	stage_expect(s, "TÄNK OM");
	stage_type(s, "v");
	stage_expect(s, "5,3 → 7,3");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_beside, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_no_number_is_cut, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_no_status_is_cut, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_more_is_said, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_help_uses_its_width, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_beside_itself, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_better, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_wheel, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_years_in_the_table, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_what_if_as_bars, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
