/* The map of pane 1, with the hand. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void test_stepping_maps(void **state)
{
	/* v v is the map of what was selected; Tab goes through the report's twelve, in its order and round, and back. */
	struct stage *s = *state;
	stage_type(s, "vv");
	stage_expect(s, "Behov som inte tillgodoses: Södermanland, hela regionens läge");
	stage_type(s, "\t");
	stage_expect(s, "Karta 1 av 12. Skriftligt uppdrag: Södermanland");
	stage_type(s, "\t\t\t");
	stage_expect(s, "Karta 4 av 12. Konsultteam");
	stage_type(s, "nnnnnnnn");
	stage_expect(s, "Karta 12 av 12. Slutenvård alla diagnoser");
	stage_type(s, "n");
	stage_expect(s, "Karta 1 av 12.");
	stage_type(s, "N");
	stage_expect(s, "Karta 12 av 12.");
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, "Läge"); /* the table, on the same row */
	stage_expect_not(s, "Karta 12 av 12.");
}

static void test_walking(void **state)
{
	/* The arrows go where the country does, and the line below tells the name, how it stands and why. */
	struct stage *s = *state;
	stage_type(s, "vvnnn");
	stage_expect(s, "▸ Eskilstuna: Saknas. Inget av de tre sjukhusen");
	stage_press(s, UI_KEY_RIGHT);
	stage_expect(s, "▸ Strängnäs: Saknas.");
	stage_press(s, UI_KEY_DOWN);
	stage_expect(s, "▸ Gnesta: Saknas.");
	stage_press(s, UI_KEY_LEFT);
	stage_expect(s, "▸ Vingåker: Saknas."); /* along the row */
	stage_press(s, UI_KEY_UP);
	stage_expect(s, "▸ Flen: Saknas.");
	stage_press(s, UI_KEY_UP);
	stage_expect(s, "▸ Eskilstuna: Saknas.");
	stage_type(s, "n");
	stage_expect(s, "▸ Eskilstuna: "); /* stays on the next map */
}

static void test_explaining(void **state)
{
	/* Enter explains the municipality one stands on; Esc goes back to the map. */
	struct stage *s = *state;
	stage_type(s, "vvnnn");
	stage_press(s, UI_KEY_RIGHT);
	stage_type(s, "\n");
	stage_expect(s, "Strängnäs: Palliativ mottagning");
	stage_expect(s, "Vad läget vilar på");
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, "Karta 3 av 12.");
	stage_expect_not(s, "Vad läget vilar på");
}

static void test_places(void **state)
{
	/* Another region, out to the country and its 290; into a municipality: the region's map, standing there. */
	struct stage *s = *state;
	stage_type(s, "vvnnn.");
	stage_expect(s, "Palliativ mottagning: Uppsala");
	stage_expect(s, "Knivsta");
	stage_type(s, "-");
	stage_expect(s, "Palliativ mottagning: hela landet");
	stage_expect(s, "◐ 143 Finns delvis");
	stage_expect(s, "○  92 Saknas");
	stage_expect(s, "·  55 Okänt");
	stage_type(s, ",");
	stage_type(s, "+");
	stage_press(s, UI_KEY_DOWN);
	stage_type(s, "\n");
	stage_expect(s, "Palliativ mottagning: Östergötland");
	stage_expect(s, "Ligger i Östergötland");
}

static void test_what_if_over_it(void **state)
{
	/* What if has a table of its own; when it is left the map stands there again. */
	struct stage *s = *state;
	stage_type(s, "vvnnnT\n6\n");
	stage_expect(s, "TÄNK OM");
	stage_expect(s, "5,3 → 7,3");
	stage_press(s, UI_KEY_ESCAPE);
	stage_expect(s, "Södermanland, hela regionens läge");
}

static void test_bars_by_page(void **state)
{
	/* What has no room is told, and reached; the place we stand in is the one that is marked. */
	struct stage *s = *state;
	stage_size(s, 80, 24);
	stage_type(s, "v");
	stage_expect(s, "│ mål 0 %   1–16 av 21");
	stage_expect(s, "Stockholm");
	stage_expect_not(s, "Gävleborg");
	stage_press(s, UI_KEY_PAGE_DOWN);
	stage_expect(s, "6–21 av 21");
	stage_expect(s, "Gävleborg");
	stage_press(s, UI_KEY_PAGE_DOWN);
	stage_expect(s, "6–21 av 21");
	stage_press(s, UI_KEY_PAGE_UP);
	stage_expect(s, "1–16 av 21");
	stage_type(s, ".....");
	stage_expect(s, "av 21");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_stepping_maps, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_walking, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_explaining, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_places, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_what_if_over_it, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_bars_by_page, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
