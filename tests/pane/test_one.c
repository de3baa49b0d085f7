/* One is told as one, where rows, seats and units are counted, and an empty part of the plan says what its emptiness means. */
#include "room_stage.h"

#include "radsbord/report/seats.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

enum { GAPS = 12 }; /* of Södermanland */

/* A council of `n` seats that are taken, and of `n` actions, all overdue, whose first answers all the region's gaps but `left`. */
static void put_council(struct stage *s, int n, int left)
{
	struct buf seats = {0}, plan = {0};
	buf_str(&seats, "%rec: Ledamot\n\n");
	buf_str(&plan, "%rec: Plan\n\nId: PLAN000001\nAr: 2026\nRubrik: Plan 2026\n\n%rec: Atgard\n\n");
	for (int i = 1; i <= n; i++) {
		buf_printf(&seats, "Id: S00000000%d\nGrupp: kommun\nOrganisation: Kommun %d\nPerson: Anna Ek%d\n\n", i, i, i);
		buf_printf(&plan, "Id: ACT000000%d\nNr: %d\nSlag: atgard\nRubrik: Uppgift %d\nAnsvarig: Kommun 1\nKlart_senast: 2026-10-15\nStatus: pagar\n", i,
		           i, i);
		for (int gap = left + 1; i == 1 && gap <= GAPS; gap++)
			buf_printf(&plan, "Brist: B04-%02d\n", gap);
		buf_str(&plan, "\n");
	}
	room_stage_put(s, "ledamoter.rec", buf_cstr(&seats));
	room_stage_put(s, "plan/2019.rec", buf_cstr(&plan));
	room_stage_put(s, ROOM_MEETING, "%rec: Mote\n\nId: M0TE000001\nNr: 2\nDatum: 2026-11-24\nStart: 09:00\nSlut: 10:00\nStatus: kallat\n\n"
	                                "%rec: Arende\n\nId: A000000001\nNr: 1\nRubrik: Åtgärdslista\n");
	session_refresh(s->practice.session);
	stage_restart(s, false);
	buf_release(&seats);
	buf_release(&plan);
}

static void counts(void **state)
{
	struct stage *s = *state;
	static const struct {
		int n;
		const char *keys, *said;
	} cases[] = {
		{1, "3", "Plan 2026: 1 öppen, 1 försenad"},
		{2, "3", "Plan 2026: 2 öppna, 2 försenade"},
		{1, "3\t\t\t\t\t", "1 brist utan åtgärd"},
		{2, "3\t\t\t\t\t", "2 brister utan åtgärd"},
		{1, "6", "1 av 1 plats tillsatt"},
		{2, "6", "2 av 2 platser tillsatta"},
		{1, "4m\t", "0 av 1 plats tjänstgör. 1 är inte antecknad."},
		{2, "4m\t", "0 av 2 platser tjänstgör. 2 är inte antecknade."},
		{1, "4m\t\t", "En är inte antecknad i närvaron."},
		{2, "4m\t\t", "2 är inte antecknade i närvaron."},
		{1, "4m\t\tp", "En ledamot är inte antecknad i närvaron och nämns inte i protokollet"},
		{2, "4m\t\tp", "2 ledamöter är inte antecknade i närvaron och nämns inte i protokollet"},
		{1, "3R\033", "F5 fortsätter med den som är kvar."},
		{2, "3R\033", "F5 fortsätter med de 2 som är kvar."},
	};
	s->pause_ms = 2000; /* a review takes no key that comes too soon */
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		put_council(s, cases[i].n, cases[i].n);
		stage_type(s, cases[i].keys);
		stage_expect(s, cases[i].said);
	}
}

/* The summary of a review in which nothing was said. */
static void left_of_a_review(void **state)
{
	struct stage *s = *state;
	static const char *const said[] = {NULL, "1 är inte behandlad och förs över till nästa möte.",
	                                   "2 är inte behandlade och förs över till nästa möte."};
	s->pause_ms = 2000;
	for (int n = 1; n <= 2; n++) {
		put_council(s, n, n);
		stage_type(s, "3R");
		stage_press(s, UI_KEY_F5);
		stage_expect(s, said[n]);
	}
}

static void units(void **state)
{
	struct stage *s = *state;
	stage_type(s, "2\t-+blek\n");
	stage_expect(s, "Förslag   1 enhet\n");
	stage_type(s, "-+krono\n");
	stage_expect(s, "2 enheter");
}

/* The report of the seats. */
static void seats(void **state)
{
	struct stage *s = *state;
	static const char *const said[] = {NULL, "Representationen är komplett: rådets enda plats är tillsatt.",
	                                   "Representationen är komplett: alla 2 platser är tillsatta."};
	for (int n = 1; n <= 2; n++) {
		struct doc d = {0};
		put_council(s, n, n);
		report_seats(&d, session_model(s->practice.session));
		assert_true(d.count > 0);
		assert_string_equal(d.items[d.count - 1].text, said[n]);
		doc_release(&d);
	}
}

/* Nothing is left to do in a part that is worked through, which is another thing than that nothing has been written. */
static void empty_parts(void **state)
{
	struct stage *s = *state;
	put_council(s, 0, 0);
	stage_type(s, "3");
	stage_expect(s, "Här finns inget ännu. Tryck a för att lägga till.");
	stage_type(s, "\t");
	stage_expect(s, "Inget att komplettera i de öppna åtgärderna.");
	s->practice.now -= 120 * 24 * 3600LL; /* before what was checked in September 2025 is a year old */
	put_council(s, 1, 0);
	stage_type(s, "3\t\t\t\t\t");
	stage_expect(s, "Inget att kontrollera: varje brist har en åtgärd, och inget är gammalt.");
	stage_expect(s, "0 brister utan åtgärd");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(counts, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(left_of_a_review, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(units, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(seats, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(empty_parts, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
