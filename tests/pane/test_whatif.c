/* test_whatif.c - what if on pane 1, key by key: thought of, told apart from data, saved, fetched, undone, left. */
#include "stage.h"

#include "radsbord/council/scenario.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define BANNER "TÄNK OM – uppgifterna är orörda: "

static size_t saved(struct stage *s)
{
	return records_count(session_model(s->practice.session)->council, RECORD_SCENARIO);
}

static void test_before_and_after(void **state)
{
	/* Chosen in the menu, typed, shown; another upon it; Esc and the data are as they were. */
	struct stage *s = *state;
	stage_expect_not(s, BANNER);
	stage_type(s, "T");
	stage_expect(s, "Tänk om: vad skulle det betyda?");
	stage_type(s, "\n");
	stage_expect(s, "Tänk om: vårdplatser +");
	stage_expect(s, "Till exempel: vårdplatser +6 Nyköping på sjukhus  Enter räkna  Esc avbryt");
	stage_type(s, "6\n");
	stage_expect(s, BANNER "vårdplatser +6");
	stage_expect(s, "5,3 → 7,3");
	stage_expect(s, "9–15 → 3–9\u00a0vpl");
	stage_expect(s, "Vårdplatser, Södermanland 2024: 16 blir 22.");
	stage_expect_not(s, "Konsultteam"); /* untouched */
	stage_type(s, "T\n3\n");
	stage_expect(s, BANNER "vårdplatser +6; vårdplatser +3");
	stage_expect(s, "5,3 → 8,3");
	stage_expect(s, "▽ → ● Når målet");
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect_not(s, BANNER);
	stage_expect(s, "Nu visas uppgifterna som de är.");
	stage_expect(s, "Konsultteam");
	stage_expect_not(s, "→");
	assert_int_equal(saved(s), 0);
}

static void test_explained(void **state)
{
	struct stage *s = *state;
	stage_size(s, 160, 90);
	stage_type(s, "T\n6\n\n");
	stage_expect(s, "Vad som antas");
	stage_expect(s, "16 blir 22.");
	stage_expect(s, "22. Antaget. Uppgiften är");
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect_not(s, "Vad som antas");
	stage_expect(s, BANNER);
}

static void test_refused(void **state)
{
	/* What cannot be made is told whole, what was typed stays, and nothing is thought of. */
	struct stage *s = *state;
	stage_type(s, "Tläkare\n+3\n");
	stage_expect(s, "”läkare +3” går inte. Talet är inte uppgivet i Södermanland. Skriv hur många det blir i stället");
	stage_expect(s, "Tänk om: läkare +3");
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect_not(s, BANNER);
	stage_type(s, "Tstöd\n\n");
	stage_expect(s, "Skriv ett tal efter ”+”.");
	stage_press(s, UI_KEY_ESCAPE);
	/* a second one that fails leaves the first */
	stage_type(s, "T\n6\nT\n-100\n");
	stage_expect(s, "är ingen plats");
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, BANNER "vårdplatser +6");
	stage_expect(s, "5,3 → 7,3");
}

static void test_moving(void **state)
{
	/* The thought is of where one stood; it goes along to other places, and other panes show the data. */
	struct stage *s = *state;
	stage_type(s, "Tjour\n, ej anslutna, betjänar Södermanland\n");
	stage_expect(s, "0 av 9 → 9 av 9");
	stage_type(s, "+Katr\n");
	stage_expect(s, "Katrineholm");
	stage_expect(s, BANNER);
	stage_expect(s, "○ → ● Finns");
	stage_type(s, "-.");
	stage_expect(s, "Ändringarna ger inget annat läge eller värde här.");
	stage_type(s, "2");
	stage_expect_not(s, BANNER);
	stage_type(s, "1");
	stage_expect(s, BANNER);
}

static void test_take_back(void **state)
{
	struct stage *s = *state;
	stage_type(s, "T\n6\nTstöd\n100\n");
	stage_expect(s, "172 → 72\u00a0pers");
	stage_type(s, "TTa tillbaka\n");
	stage_expect_not(s, "172 → 72\u00a0pers");
	stage_expect(s, BANNER "vårdplatser +6");
	stage_type(s, "TTa tillbaka\n");
	stage_expect_not(s, BANNER);
}

static void test_saved_fetched_removed(void **state)
{
	/* Saved under a name, fetched in a new frame, removed, and each step undone. */
	struct stage *s = *state;
	stage_type(s, "T\n6\nTspara\n\n");
	stage_expect(s, "Skriv vad scenariot ska heta");
	stage_type(s, "Sex platser\n");
	stage_expect(s, "Sparat kl. 9.30.");
	stage_expect(s, BANNER); /* still a thought */
	assert_int_equal(saved(s), 1);
	stage_restart(s, true);
	assert_int_equal(saved(s), 1);
	stage_type(s, ".Thämta\n");
	stage_expect(s, "Scenariot Sex platser. Uppgifterna är orörda.");
	stage_expect(s, "Södermanland"); /* where it was thought of */
	stage_expect(s, "5,3 → 7,3");
	stage_type(s, "TTa bort\n");
	assert_int_equal(saved(s), 0);
	stage_type(s, "u");
	assert_int_equal(saved(s), 1);
	stage_expect(s, BANNER);
}

static void test_personnummer(void **state)
{
	/* The name of a scenario is text in the council's files as any other. */
	struct stage *s = *state;
	stage_type(s, "T\n6\nTspara\n640823-3234\n");
	stage_expect(s, "Personnummer i texten?");
	assert_int_equal(saved(s), 0);
	stage_press(s, UI_KEY_ESCAPE);
	assert_int_equal(saved(s), 0);
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, BANNER "vårdplatser +6");
}

static void test_too_many(void **state)
{
	/* A scenario written by hand with more changes than can be made is refused, and the data are shown. */
	struct stage *s = *state;
	struct buf all = {0};
	buf_str(&all, "Andring: vårdplatser +1\n");
	for (int i = 0; i < SCENARIO_CHANGES_MOST; i++)
		buf_str(&all, "Andring: vårdplatser +1\n");
	stage_type(s, "T\n1\nTspara\nMånga\n");
	stage_outside(s, SCENARIO_FILE, "Andring: vårdplatser +1\n", buf_cstr(&all));
	stage_idle(s);
	stage_press(s, UI_KEY_ESCAPE);
	stage_type(s, "Thämta\n");
	stage_expect(s, "Det är fler än 20 ändringar. Ta bort några.");
	stage_expect_not(s, BANNER);
	buf_release(&all);
}

static void test_outside_change(void **state)
{
	/* A council's figure that changes while one thinks: the changes are made on what the data are now. */
	struct stage *s = *state;
	stage_type(s, "T\n6\nTspara\nSex\n");
	stage_outside(s, SCENARIO_FILE, "Sex", "Sju");
	stage_idle(s);
	stage_expect(s, "5,3 → 7,3");
	stage_type(s, "T");
	stage_expect(s, "Hämta scenariot Sju");
}

static void test_filter_and_sort(void **state)
{
	/* Esc takes the filter away before it leaves. */
	struct stage *s = *state;
	stage_type(s, "T\n6 på sjukhus\n/spec\n");
	stage_expect(s, "Spec. platser på sjuk");
	stage_expect_not(s, "Vårdplatser per 100 000");
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, "Vårdplatser per 100 000");
	stage_expect(s, BANNER);
	stage_type(s, "sVärde\n");
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, "Konsultteam");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, stage_set_up, stage_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(test_before_and_after), TEST(test_explained),  TEST(test_refused),
		TEST(test_moving),           TEST(test_take_back),  TEST(test_saved_fetched_removed),
		TEST(test_personnummer), TEST(test_too_many),
		TEST(test_outside_change),   TEST(test_filter_and_sort),
	};
	return cmocka_run_group_tests_name("what if on pane 1", tests, NULL, NULL);
}
