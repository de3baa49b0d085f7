/* Pane 5: a referral with its way-points, the position, what is sent, the agenda, and the reminder on pane 1. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FILE_NAME "remisser.rec"
/* A referral due in a month, with two way-points. */
#define REFERRAL "5aKunskapscentrum\tKommunstyrelsen\t\t\t\t2026-12-18\r"
#define STEPS "\taFacklig samverkansgrupp\t15\raPensionärsrådet\t5\r"

static void a_referral_and_its_steps(void **state)
{
	struct stage *s = *state;
	stage_type(s, REFERRAL);
	stage_expect(s, "Remiss 1: svar senast 18 december 2026, om 24 dagar.");
	stage_expect_file(s, FILE_NAME, "Nr: 1\nRubrik: Kunskapscentrum\nAvsandare: Kommunstyrelsen\n", true);
	stage_type(s, STEPS);
	stage_expect(s, "2026-11-27  Facklig samverkansgrupp");
	stage_expect(s, "2026-12-11  Pensionärsrådet");
	stage_type(s, "g ");
	stage_expect(s, "✓ klart");
	stage_expect_file(s, FILE_NAME, "Klart: 2026-11-24\n", true);
	stage_type(s, " j");
	stage_expect(s, "återstår");
	stage_type(s, "1");
	stage_expect(s, "Remiss 1: svar senast 18 december 2026, om 24 dagar.");
	/* the next referral begins with the same steps */
	stage_type(s, "5\taBarnpalliation\t\t\t\t\t2027-02-01\r\t");
	stage_expect(s, "2027-01-25  Pensionärsrådet");
}

static void position_sending_and_agenda(void **state)
{
	struct stage *s = *state;
	stage_type(s, REFERRAL "Stillstyrker med\n");
	stage_expect(s, "tillstyrker m…");
	stage_expect_file(s, FILE_NAME, "Stallning: tillstyrker_med\n", true);
	stage_type(s, "b");
	stage_expect(s, "Inget kommande möte är planerat.");
	stage_type(s, "4a2026-12-10\r5bj");
	stage_type(s, "\n");
	stage_expect(s, "Mötet som behandlar remissen");
	stage_type(s, "\n");
	stage_expect(s, "Remiss 1: Kunskapscentrum");
	stage_type(s, "5d");
	stage_expect(s, "✓ svaret sänt");
	stage_expect_file(s, FILE_NAME, "Expedierad: 2026-11-24\n", true);
	stage_type(s, "j");
	stage_type(s, "1");
	stage_type(s, "u5");
	stage_expect(s, "    pågår");
}

static void steps_need_a_referral(void **state)
{
	struct stage *s = *state;
	stage_type(s, "5\ta");
	stage_expect(s, "Det finns ingen remiss att lägga delsteget till.");
	stage_expect(s, "Inga remisser. Tryck a");
	stage_type(s, "\t" REFERRAL "\t");
	stage_expect(s, "Inga delsteg. Tryck a för att lägga till ett.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_referral_and_its_steps, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(position_sending_and_agenda, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(steps_need_a_referral, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
