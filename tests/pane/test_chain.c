/* The chain from an indicator to the annual report, walked both ways, with the trail of it and each step back to where one stood. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MEETING "moten/2026-09-10-M0TE000001.rec"

static void put(struct stage *s, const char *name, const char *text)
{
	char path[900];
	snprintf(path, sizeof path, "%s/%s", s->practice.path, name);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

/* An action for the gap B04-01, decided under § 2 in September and gone through under § 1 in November. */
static int set_up(void **state)
{
	int failed = stage_set_up(state);
	struct stage *s = *state;
	if (failed)
		return failed;
	put(s, "plan/2026.rec", "%rec: Plan\n\nId: PLAN002026\nAr: 2026\nRubrik: Plan 2026\n\n%rec: Atgard\n%key: Id\n\n"
	                        "Id: ACTION0114\nNr: 114\nSlag: atgard\nRubrik: Läkare i konsultteamet\nStatus: pagar\nBrist: B04-01\n"
	                        "Mote: M0TE000001\nArende: ITEM000002\n\n"
	                        "Id: ACTION0115\nNr: 115\nSlag: atgard\nRubrik: Jourlinje i norr\nStatus: pagar\nBrist: B01-01\n"
	                        "Mal: WMB9R5DE7A\n");
	put(s, MEETING, "%rec: Mote\n\nId: M0TE000001\nNr: 1\nDatum: 2026-09-10\nStatus: hallet\n\n%rec: Arende\n\nId: ITEM000001\nNr: 1\n"
	                "Rubrik: Mötet öppnas\n\nId: ITEM000002\nNr: 2\nRubrik: Konsultteamet\n");
	put(s, "moten/2026-11-23-M0TE000002.rec",
	    "%rec: Mote\n\nId: M0TE000002\nNr: 2\nDatum: 2026-11-23\n\n%rec: Arende\n\nId: ITEM000003\nNr: 1\nRubrik: Åtgärdslista\nGenomgang: ja\n\n"
	    "%rec: Utfall\n\nId: VERDICT001\nNr: 1\nAtgard: ACTION0114\nUtfall: oforandrad\n");
	stage_restart(s, true);
	return 0;
}

/* True when the selected link of the detail has the text. */
static bool selected(const struct stage *s, const char *text)
{
	struct buf line = {0};
	bool found = false;
	for (int y = 0; y < s->canvas.height && !found; y++) {
		buf_clear(&line);
		for (int x = 0; x < s->canvas.width; x++)
			if (s->canvas.cells[y * s->canvas.width + x].role == ROLE_SELECTED)
				buf_str(&line, s->canvas.cells[y * s->canvas.width + x].text);
		found = strncmp(buf_cstr(&line), "→", 3) == 0 && strstr(buf_cstr(&line), text);
	}
	buf_release(&line);
	return found;
}

/* Reads down to the link, and follows it. */
static void follow(struct stage *s, const char *text)
{
	for (int i = 0; i < 400 && !selected(s, text); i++)
		stage_press(s, UI_KEY_DOWN);
	if (!selected(s, text))
		stage_expect(s, text);
	stage_press(s, UI_KEY_ENTER);
}

static char *screen(struct stage *s)
{
	stage_shows(s, "");
	return mem_strdup(buf_cstr(&s->text));
}

static void open_indicator(struct stage *s, const char *title)
{
	for (int i = 0; i < 40 && !(stage_press(s, UI_KEY_ENTER), stage_shows(s, title)); i++) {
		stage_press(s, UI_KEY_ESCAPE);
		stage_press(s, UI_KEY_DOWN);
	}
	stage_expect(s, title);
}

/* From an indicator below its target to the annual report, one Enter a step, and one Esc a step back to the very same screens. */
static void there_and_back(void **state)
{
	struct stage *s = *state;
	static const struct {
		const char *link, *trail, *shows;
	} steps[] = {
		{"Brist B04-01", "Södermanland › Konsultteam › Brist B04-01\n", ""},
		{"Åtgärd 114", "Södermanland › Konsultteam › Brist B04-01 › Åtgärd H-114\n", "Läkare i konsultteamet"},
		{"§ 2 den 10 september 2026, som beslutade", "Södermanland › Konsultteam › Brist B04-01 › Åtgärd H-114 › § 2\n", "tor 10 sep"},
		{"Årsberättelsen 2026", "› Brist B04-01 › Åtgärd H-114 › § 2 › Årsberättelsen 2026\n", "Årsberättelse 2026"},
	};
	enum { STEPS = sizeof steps / sizeof *steps };
	char *before[STEPS];
	open_indicator(s, "Södermanland: Konsultteam");
	for (int i = 0; i < STEPS; i++) {
		for (int k = 0; k < 400 && !selected(s, steps[i].link); k++)
			stage_press(s, UI_KEY_DOWN);
		before[i] = screen(s);
		follow(s, steps[i].link);
		stage_expect(s, steps[i].trail);
		stage_expect(s, steps[i].shows);
	}
	for (int i = STEPS - 1; i >= 0; i--) {
		stage_press(s, UI_KEY_ESCAPE);
		char *after = screen(s);
		assert_string_equal(after, before[i]);
		free(after);
		free(before[i]);
	}
	stage_press(s, UI_KEY_ESCAPE);
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, "Du är längst ut.");
	stage_expect_not(s, "›");
}

/* And from the annual report to the indicator. */
static void the_other_way(void **state)
{
	struct stage *s = *state;
	stage_type(s, "4");
	for (int i = 0; i < 40 && !(stage_press(s, UI_KEY_ENTER), stage_shows(s, "→ Årsberättelsen 2026")); i++) {
		stage_press(s, UI_KEY_ESCAPE);
		stage_press(s, UI_KEY_UP);
	}
	follow(s, "Årsberättelsen 2026");
	stage_expect(s, " › Årsberättelsen 2026\n");
	follow(s, "Mötet den 10 september 2026");
	follow(s, "Åtgärd 114: Läkare i konsultteamet");
	follow(s, "Brist B04-01");
	follow(s, "Indikator: ");
	stage_expect(s, "› Åtgärd H-114 › Brist B04-01 › Konsultteam\n");
	stage_expect(s, "Konsultteam (2024)");
	for (int i = 0; i < 5; i++)
		stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, "→ Årsberättelsen 2026");
	stage_expect_not(s, "›");
}

/* An action knows the meeting that spoke of it last, and that meeting the action; a gap of another region is shown there, and one
 * comes back to one's own. */
static void reviews_and_other_regions(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3/konsultteamet\n\n");
	follow(s, "§ 1 den 23 november 2026, senast genomgången");
	stage_expect(s, "Åtgärd H-114 › § 1\n");
	follow(s, "Åtgärd 114");
	stage_type(s, "\033\033\033\033/norr\n\n");
	follow(s, "Brist B01-01");
	stage_expect(s, " Rådsbord   Stockholm");
	stage_expect(s, "Södermanland › Åtgärd H-115 › Brist B01-01\n");
	stage_type(s, "\033");
	stage_expect(s, " Rådsbord   Södermanland");
	stage_expect(s, "Jourlinje i norr");
}

/* A share of a register has no gap: from its indicator to the council's goal and the action that contributes to it, and back. */
static void by_the_goal(void **state)
{
	struct stage *s = *state;
	open_indicator(s, "Södermanland: Brytpunktssamtal");
	follow(s, "Mål: Länets alla kommuner");
	stage_expect(s, " › Brytpunktssamtal › Mål 2\n");
	follow(s, "Åtgärd 115: Jourlinje i norr");
	stage_expect(s, " › Åtgärd H-115\n");
	follow(s, "Mål: Länets alla kommuner");
	follow(s, "Indikator: ");
	stage_expect(s, "Brytpunktssamtal");
}

/* A filter and an order are as they were, in the pane one came from and in the one the link led to. */
static void filters_and_orders_are_kept(void **state)
{
	struct stage *s = *state;
	stage_type(s, "2/hela\n"); /* the target's own filter */
	char *gaps = screen(s);
	stage_type(s, "1/konsult\ns");
	stage_type(s, "läge\n\n");
	char *overview = screen(s);
	follow(s, "Brist B04-01");
	stage_type(s, "\033\033");
	stage_type(s, "2");
	char *now = screen(s);
	assert_string_equal(now, gaps);
	free(now);
	free(gaps);
	stage_type(s, "1\n");
	now = screen(s);
	assert_string_equal(now, overview);
	free(now);
	free(overview);
}

/* The line is cut in the middle: where one began and where one is are the last to go. */
static void a_narrow_window(void **state)
{
	struct stage *s = *state;
	open_indicator(s, "Södermanland: Konsultteam");
	follow(s, "Brist B04-01");
	follow(s, "Åtgärd 114");
	follow(s, "§ 2");
	follow(s, "Årsberättelsen 2026");
	stage_size(s, 60, 16);
	stage_expect(s, " Södermanland › … › § 2 › Årsberättelsen 2026\n");
	for (int i = 0; i < 10; i++) { /* round and round: the oldest steps are forgotten, and the line says that there were more */
		follow(s, "Mötet den 10 september");
		follow(s, "Årsberättelsen");
	}
	stage_expect(s, " Södermanland › … › ");
	for (int i = 0; i < 30; i++)
		stage_press(s, UI_KEY_ESCAPE);
	stage_expect_not(s, "›");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(there_and_back), TEST(the_other_way), TEST(reviews_and_other_regions), TEST(by_the_goal), TEST(filters_and_orders_are_kept), TEST(a_narrow_window),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
