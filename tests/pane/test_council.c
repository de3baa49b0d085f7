/* Pane 6: seats filled and vacant, a cost made in a form, municipalities that join and leave with Space, and undo. */
#include "support/practice.h"

#include "radsbord/pane/frame.h"
#include "radsbord/report/cost.h"
#include "radsbord/ui/canvas.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct stage {
	struct practice practice;
	struct keymap *keymap;
	struct frame *frame;
	struct canvas canvas;
	struct buf text;
};

static int set_up(void **state)
{
	struct stage *s = calloc(1, sizeof *s);
	*state = s;
	if (!practice_open(&s->practice))
		return -1;
	s->keymap = keymap_new();
	s->frame = frame_new(s->practice.session, s->keymap,
	                     reference_find_place(session_model(s->practice.session)->reference, "04", false));
	canvas_init(&s->canvas, 100, 60);
	return 0;
}

static int tear_down(void **state)
{
	struct stage *s = *state;
	frame_free(&s->frame);
	keymap_free(&s->keymap);
	canvas_release(&s->canvas);
	buf_release(&s->text);
	practice_close(&s->practice);
	free(s);
	return 0;
}

static void press(struct stage *s, ui_key key)
{
	frame_handle(s->frame, &(struct event){.type = EVENT_KEY, .key = key});
}

/* Types text; \n is Enter, \t Tab, \r Ctrl-S, \v down. */
static void type(struct stage *s, const char *keys)
{
	while (*keys) {
		uint32_t cp;
		keys += text_decode(keys, strlen(keys), &cp);
		press(s, cp == '\n'   ? (ui_key)UI_KEY_ENTER
		         : cp == '\t' ? (ui_key)UI_KEY_TAB
		         : cp == '\r' ? (ui_key)UI_KEY_CTRL + 'S'
		         : cp == '\v' ? (ui_key)UI_KEY_DOWN
		                      : (ui_key)cp);
	}
}

static void assert_shows(struct stage *s, const char *text)
{
	buf_clear(&s->text);
	canvas_clear(&s->canvas);
	frame_draw(s->frame, &s->canvas);
	canvas_dump(&s->canvas, &s->text);
	if (!strstr(buf_cstr(&s->text), text)) {
		printf("missing: %s\n%s\n", text, buf_cstr(&s->text));
		fail();
	}
}

static void assert_file(struct stage *s, const char *name, const char *text)
{
	char *bytes = practice_read(&s->practice, name);
	if (!bytes || !strstr(bytes, text)) {
		printf("%s lacks: %s\n%s\n", name, text, bytes ? bytes : "(no file)");
		fail();
	}
	free(bytes);
}

/* The cost of the tests: 900 000 kronor, half the region's, the rest the nine municipalities'. */
#define COST "aKunskapscentrum\t900 000\t50 % Region Sörmland\rg"
static void add_cost(struct stage *s)
{
	type(s, "6\t" COST);
}

static void seats_are_counted(void **state)
{
	struct stage *s = *state;
	type(s, "6");
	assert_shows(s, "0 av 10 platser tillsatta");
	assert_shows(s, "○ vakant");
	type(s, "e\t\t\t\tEva Ek\r");
	assert_shows(s, "1 av 10 platser tillsatta");
	assert_shows(s, "● tillsatt");
	assert_file(s, "ledamoter.rec", "Person: Eva Ek\n");
	type(s, "u");
	assert_shows(s, "0 av 10 platser tillsatta");
}

static void seat_is_added(void **state)
{
	struct stage *s = *state;
	type(s, "6a\t\tHospice AB\r");
	assert_shows(s, "0 av 11 platser tillsatta");
	assert_file(s, "ledamoter.rec", "Organisation: Hospice AB\n");
}

static void cost_is_made_and_shared(void **state)
{
	struct stage *s = *state;
	add_cost(s);
	assert_shows(s, "900\u00a0000\u00a0kr: Kunskapscentrum");
	assert_shows(s, "450\u00a0000");
	assert_shows(s, "1,49\u00a0kr per invånare, alla kommuner deltar.");
	assert_file(s, COST_FILE, "Belopp: 900000\nFast_andel: 50 % Region Sörmland\nRegion: 04\nInvanare_den: 2024-12-31\n");
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
	type(s, " ");
	assert_shows(s, "Den som har en fast andel deltar alltid.");
	type(s, "\v ");
	assert_shows(s, "Sparat kl. 9.30.");
	type(s, "j");
	assert_shows(s, "○ nej");
	assert_shows(s, "några deltar inte.");
	assert_file(s, COST_FILE, "Deltar_inte: 0428\n");
	type(s, "\n");
	assert_shows(s, "Deltar inte    Vingåker");
	press(s, UI_KEY_ESCAPE);
	type(s, "k j");
	assert_shows(s, "alla kommuner deltar.");
	type(s, "uj");
	assert_shows(s, "några deltar inte.");
}

/* The source's example is shown, explained, and cannot be changed. */
static void example_is_read_only(void **state)
{
	struct stage *s = *state;
	type(s, "6\t");
	assert_shows(s, "Exempel, 8\u00a0200\u00a0000\u00a0kr");
	assert_shows(s, "1\u00a0701\u00a0382");
	type(s, "e");
	assert_shows(s, "källans exempel och kan inte ändras");
	type(s, "\v ");
	assert_shows(s, "källans exempel och kan inte ändras");
	type(s, ".");
	assert_shows(s, "Det här är den enda kostnaden.");
	type(s, COST);
	assert_shows(s, "900\u00a0000\u00a0kr: Kunskapscentrum");
	type(s, ".");
	assert_shows(s, "Exempel, 8\u00a0200\u00a0000\u00a0kr");
	type(s, ",");
	assert_shows(s, "900\u00a0000\u00a0kr: Kunskapscentrum");
}

/* What cannot be worked out says why and what to write; nothing is lost. */
static void unknown_day_says_what_to_do(void **state)
{
	struct stage *s = *state;
	type(s, "6\taCentrum\t100\t\t\t");
	for (int i = 0; i < 10; i++)
		press(s, UI_KEY_BACKSPACE);
	type(s, "2013-11-01\r");
	assert_shows(s, "Centrum: kan inte räknas ut");
	assert_shows(s, "Skriv dem i fältet Egna");
	assert_shows(s, "31 december 2024");
	type(s, "e");
	assert_shows(s, "Ändra kostnad");
}

/* An amount that is no number stays in the form. */
static void bad_amount_stays(void **state)
{
	struct stage *s = *state;
	type(s, "6\taCentrum\tmycket\r");
	assert_shows(s, "Kronor per år: ”mycket” är inget heltal.");
	assert_shows(s, "mycket");
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
	type(s, "6");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		type(s, rows[i].keys);
		assert_shows(s, rows[i].shows);
		if (rows[i].file)
			assert_file(s, rows[i].file, rows[i].line);
	}
	type(s, "Kunskapscentrum\r\taNVP\r");
	assert_shows(s, "! aldrig");
	assert_file(s, "parter.rec", "%rec: Centrum");
	assert_file(s, "resurser.rec", "Rubrik: NVP\n");
}

/* A question becomes an action and leads to it; b again makes it an item of the next meeting; undo takes each back. */
static void questions_become_something(void **state)
{
	struct stage *s = *state;
	type(s, "6\t\t\t\t\t\ta2026-11-20\tSÄBO Linden\tMunvård\r");
	assert_shows(s, "○ obesvarad");
	type(s, "b");
	assert_shows(s, "Vad ska frågan bli?");
	type(s, "\n");
	assert_shows(s, "Inget kommande möte är planerat.");
	type(s, "b\v\n");
	assert_shows(s, "◐ åtgärd");
	assert_file(s, "plan/2019.rec", "Munvård (fråga från SÄBO Linden)");
	type(s, "\n\n");
	assert_shows(s, "Munvård (fråga från SÄBO Linden)");
	type(s, "u6");
	assert_shows(s, "○ obesvarad");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(seats_are_counted, set_up, tear_down),
		cmocka_unit_test_setup_teardown(seat_is_added, set_up, tear_down),
		cmocka_unit_test_setup_teardown(cost_is_made_and_shared, set_up, tear_down),
		cmocka_unit_test_setup_teardown(space_lets_a_municipality_leave, set_up, tear_down),
		cmocka_unit_test_setup_teardown(example_is_read_only, set_up, tear_down),
		cmocka_unit_test_setup_teardown(unknown_day_says_what_to_do, set_up, tear_down),
		cmocka_unit_test_setup_teardown(bad_amount_stays, set_up, tear_down),
		cmocka_unit_test_setup_teardown(lists_of_records, set_up, tear_down),
		cmocka_unit_test_setup_teardown(questions_become_something, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
