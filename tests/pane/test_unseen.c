/* A page that is not seen is made anew before it is seen again: what it shows is what the files have, on the record one left. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PLAN "plan/2019.rec"
#define NR_1 "Nr: 1\nSlag: aktivitet\n"
#define THIRD "Skapa samverkan med närliggande"

static void rows_come_above(void **state)
{
	/* A record comes before the one that was selected, and that one's page is not seen. */
	struct stage *s = *state;
	stage_type(s, "3\v\v\n");
	stage_expect(s, THIRD);
	stage_type(s, "\0331");
	stage_outside(s, PLAN, NR_1, "Nr: 91\nSlag: aktivitet\nRubrik: Kom utifrån\n\nId: ZZZZZZZZZ2\n" NR_1);
	stage_idle(s);
	stage_expect(s, "lästa på nytt");
	stage_type(s, "3");
	stage_expect(s, "Kom utifrån");
	stage_type(s, "\n");
	stage_expect(s, THIRD);
	stage_expect(s, "W9TXA7WK6R");
}

static void selected_record_goes(void **state)
{
	/* The selected record itself goes: the page stands on another one, and nothing of the old is used. */
	struct stage *s = *state;
	stage_type(s, "3");
	stage_expect(s, "Ordna utbildning");
	stage_type(s, "1");
	stage_outside(s, PLAN, "Rubrik: Ordna utbildning i palliativ vård\n", "");
	stage_idle(s);
	stage_type(s, "3");
	stage_expect_not(s, "Ordna utbildning");
	stage_type(s, "\n");
	stage_expect(s, "Vara mötesplats");
}

static void part_and_filter_stay(void **state)
{
	/* The part one stood in and its filter are as they were, with the new rows. */
	struct stage *s = *state;
	stage_type(s, "3/utifrån\n1");
	stage_outside(s, PLAN, NR_1, "Nr: 91\nSlag: aktivitet\nRubrik: Kom utifrån\n\nId: ZZZZZZZZZ2\n" NR_1);
	stage_idle(s);
	stage_type(s, "3");
	stage_expect(s, "Kom utifrån");
	stage_expect(s, "1 av ");
	stage_expect_not(s, THIRD);
}

#define ON_STAGE(test) cmocka_unit_test_setup_teardown(test, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {ON_STAGE(rows_come_above), ON_STAGE(selected_record_goes), ON_STAGE(part_and_filter_stay)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
