/* Pane 6: seats filled and vacant, a cost made in a form, municipalities that join and leave with Space, and undo. */
#include "stage.h"

#include "radsbord/report/cost.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The cost of the tests: 900 000 kronor, half the region's, the rest the nine municipalities'. */
#define COST "aKunskapscentrum\t900 000\t50 % Region Sörmland\rg"
static void add_cost(struct stage *s)
{
	stage_type(s, "6\t" COST);
}

static void seats_are_counted(void **state)
{
	struct stage *s = *state;
	stage_type(s, "6");
	stage_expect(s, "0 av 10 platser tillsatta");
	stage_expect(s, "○ vakant");
	stage_type(s, "e\t\t\t\tEva Ek\r");
	stage_expect(s, "1 av 10 platser tillsatta");
	stage_expect(s, "● tillsatt");
	stage_expect_file(s, "ledamoter.rec", "Person: Eva Ek\n", true);
	stage_type(s, "u");
	stage_expect(s, "0 av 10 platser tillsatta");
}

static void seat_is_added(void **state)
{
	struct stage *s = *state;
	stage_type(s, "6a\t\tHospice AB\r");
	stage_expect(s, "0 av 11 platser tillsatta");
	stage_expect_file(s, "ledamoter.rec", "Organisation: Hospice AB\n", true);
}

static void rules_are_set_here(void **state)
{
	/* How the council works, in a form, as a step that is undone; what rad.ini cannot have is refused and stays in the form. */
	struct stage *s = *state;
	stage_type(s, "6\t\t\t\t\t\t\t");
	stage_expect(s, "Palliativa rådet i Sörmland");
	stage_expect(s, "per möte");
	stage_type(s, "a");
	stage_expect(s, "Tryck e för att ändra det.");
	stage_type(s, "e\t\t\t4\r");
	stage_expect(s, "justerare ska vara ett heltal från 0 till 2");
	stage_press(s, UI_KEY_BACKSPACE);
	stage_type(s, "2\r");
	stage_expect(s, "Sparat kl. 9.30.");
	assert_int_equal(session_model(s->practice.session)->settings->adjusters, 2);
	stage_type(s, "u");
	assert_int_equal(session_model(s->practice.session)->settings->adjusters, 1);
}

static void cost_is_made_and_shared(void **state)
{
	struct stage *s = *state;
	add_cost(s);
	stage_expect(s, "900\u00a0000\u00a0kr: Kunskapscentrum");
	stage_expect(s, "450\u00a0000");
	stage_expect(s, "1,49\u00a0kr per invånare, alla kommuner deltar.");
	stage_expect_file(s, COST_FILE, "Belopp: 900000\nFast_andel: 50 % Region Sörmland\nRegion: 04\nInvanare_den: 2024-12-31\n", true);
	/* the panes and the engine agree, and the sum is exact */
	struct cost_sheet sheet;
	struct error e = {0};
	const struct model *m = session_model(s->practice.session);
	assert_true(cost_sheet_fill(&sheet, m, costs_find(m, "kunskapscentrum"), &e));
	assert_int_equal(sheet.count, 10);
	assert_int_equal(sheet.sum.paid, 900000);
	cost_sheet_release(&sheet);
}

static void space_lets_a_municipality_leave(void **state)
{
	struct stage *s = *state;
	add_cost(s);
	stage_type(s, " ");
	stage_expect(s, "Den som har en fast andel deltar alltid.");
	stage_type(s, "\v ");
	stage_expect(s, "Sparat kl. 9.30.");
	stage_type(s, "j");
	stage_expect(s, "○ nej");
	stage_expect(s, "några deltar inte.");
	stage_expect_file(s, COST_FILE, "Deltar_inte: 0428\n", true);
	stage_type(s, "\n");
	stage_expect(s, "Deltar inte    Vingåker");
	stage_press(s, UI_KEY_ESCAPE);
	stage_type(s, "k j");
	stage_expect(s, "alla kommuner deltar.");
	stage_type(s, "uj");
	stage_expect(s, "några deltar inte.");
}

/* The source's example is shown, explained, and cannot be changed. */
static void example_is_read_only(void **state)
{
	struct stage *s = *state;
	stage_type(s, "6\t");
	stage_expect(s, "Exempel, 8\u00a0200\u00a0000\u00a0kr");
	stage_expect(s, "1\u00a0701\u00a0382");
	stage_type(s, "e");
	stage_expect(s, "källans exempel och kan inte ändras");
	stage_type(s, "\v ");
	stage_expect(s, "källans exempel och kan inte ändras");
	stage_type(s, ".");
	stage_expect(s, "Det här är den enda kostnaden.");
	stage_type(s, COST);
	stage_expect(s, "900\u00a0000\u00a0kr: Kunskapscentrum");
	stage_type(s, ".");
	stage_expect(s, "Exempel, 8\u00a0200\u00a0000\u00a0kr");
	stage_type(s, ",");
	stage_expect(s, "900\u00a0000\u00a0kr: Kunskapscentrum");
}

/* What cannot be worked out says why and what to write; nothing is lost. */
static void unknown_day_says_what_to_do(void **state)
{
	struct stage *s = *state;
	stage_type(s, "6\taCentrum\t100\t\t\t");
	for (int i = 0; i < 10; i++)
		stage_press(s, UI_KEY_BACKSPACE);
	stage_type(s, "2013-11-01\r");
	stage_expect(s, "Centrum: kan inte räknas ut");
	stage_expect(s, "Skriv dem i fältet Egna");
	stage_expect(s, "31 december 2024");
	stage_type(s, "e");
	stage_expect(s, "Ändra kostnad");
}

/* An amount that is no number stays in the form. */
static void bad_amount_stays(void **state)
{
	struct stage *s = *state;
	stage_type(s, "6\taCentrum\tmycket\r");
	stage_expect(s, "Kronor per år: ”mycket” är inget heltal.");
	stage_expect(s, "mycket");
}

/* Each of the lists takes a new record by its form and shows it; the file is its own. */
static void lists_of_records(void **state)
{
	static const struct {
		const char *keys, *shows, *file, *line;
	} rows[] = {
		{"\t\ta0484\tHemtjänst Norr\t\tEva Ek\r", "● tillsatt", "ombud.rec", "Person: Eva Ek\n"},
		{"\ta2026-03-02\tSmärta\t\talla\tFlen 12\nHospice AB (privat) 3\r", "15", "utbildningar.rec",
		 "Deltagare: Hospice AB (privat) 3\n"},
		{"\ta\nLinnéuniversitetet\t\t1 200 000\r", "1\u00a0200\u00a0000", "parter.rec", "Belopp: 1200000\n"},
		{"a\v\n", "Nytt centrum", NULL, NULL},
	};
	struct stage *s = *state;
	stage_type(s, "6");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		stage_type(s, rows[i].keys);
		stage_expect(s, rows[i].shows);
		if (rows[i].file)
			stage_expect_file(s, rows[i].file, rows[i].line, true);
	}
	stage_type(s, "Kunskapscentrum\r\taNVP\r");
	stage_expect(s, "! aldrig");
	stage_expect_file(s, "parter.rec", "%rec: Centrum", true);
	stage_expect_file(s, "resurser.rec", "Rubrik: NVP\n", true);
}

/* A question becomes an action and leads to it; b again makes it an item of the next meeting; undo takes each back. */
static void questions_become_something(void **state)
{
	struct stage *s = *state;
	stage_type(s, "6\t\t\t\t\t\ta2026-11-20\tSÄBO Linden\tMunvård\r");
	stage_expect(s, "○ obesvarad");
	stage_type(s, "b");
	stage_expect(s, "Vad ska frågan bli?");
	stage_type(s, "\n");
	stage_expect(s, "Inget kommande möte är planerat.");
	stage_type(s, "b\v\n");
	stage_expect(s, "◐ åtgärd");
	stage_expect_file(s, "plan/2019.rec", "Munvård (fråga från SÄBO Linden)", true);
	stage_type(s, "\n\n");
	stage_expect(s, "Munvård (fråga från SÄBO Linden)");
	stage_type(s, "u6");
	stage_expect(s, "○ obesvarad");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(seats_are_counted, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(seat_is_added, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(rules_are_set_here, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(cost_is_made_and_shared, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(space_lets_a_municipality_leave, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(example_is_read_only, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(unknown_day_says_what_to_do, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(bad_amount_stays, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(lists_of_records, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(questions_become_something, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
