/* test_filter.c - the words of a filter on the command line: after a place, from the shell's quotes, by a name that is kept. */
#include "program.h"

#include <stdlib.h>
#include <string.h>

#define TODAY "--idag", "2026-11-24"

static void test_words_after_a_place(void **state)
{
	struct home h = {.inside = false};
	struct run r = {0};
	(void)state;
	home_init(&h);
	RUN(&h, &r, "saknas", "Södermanland", "tjänst:jour", TODAY);
	run_expect(&r, 0, "2 av 12 visas (”tjänst:jour”).", "");
	run_release(&r);
	RUN(&h, &r, "enheter", "dygnet-runt:ja", "utan:vårdplatser", "--region", "04", TODAY);
	assert_int_equal(r.status, 0);
	assert_non_null(strstr(buf_cstr(&r.out), " visas (”dygnet-runt:ja utan:vårdplatser”)."));
	run_release(&r);
	RUN(&h, &r, "saknas", "Atlantis", "tjänst:jour", TODAY);
	run_expect(&r, 1, "", "Platsen ”Atlantis” finns inte.");
	run_release(&r);
	RUN(&h, &r, "saknas", "Södermanland", "tjänst:zebra", "--per", "tjanst", TODAY);
	run_expect(&r, 1, "Inget motsvarar filtret.", "");
	run_release(&r);
	RUN(&h, &r, "saknas", "Södermanland", "ansvar:ek", TODAY);
	run_expect(&r, 1, "Inget motsvarar filtret.", "Ordet ansvar: finns inte här och söks som text. Här finns tjänst, ");
	run_release(&r);
	RUN(&h, &r, "saknas", "--hjalp");
	run_expect(&r, 0, "  tjänst:          vilken tjänst\n", "");
	run_release(&r);
	home_release(&h);
}

/* In a council: one word for the shell is one for the filter, and a filter has a name. */
static void test_council(void **state)
{
	struct home h = {.inside = false};
	struct run r = {0};
	(void)state;
	home_init(&h);
	char *council = home_path(&h, "rad");
	RUN(&h, &r, "ny", council, "--namn", "Rådet", "--region", "04", TODAY);
	assert_int_equal(r.status, 0);
	run_release(&r);
	home_write(&h, "rad/plan/2026.rec",
	           "%rec: Plan\n\nId: P1\nAr: 2026\nRubrik: Plan\n\n%rec: Atgard\n\n"
	           "Id: A1\nNr: 1\nSlag: atgard\nRubrik: Jour\nAnsvarig: Anna Ek\nStatus: pagar\nKlart_senast: 2026-10-31\n\n"
	           "Id: A2\nNr: 2\nSlag: atgard\nRubrik: Ombud\nAnsvarig: Anna Berg\nStatus: ej_paborjad\n");
	RUN(&h, &r, "--rad", council, "plan", "ansvarig:Anna Ek", TODAY);
	run_expect(&r, 0, "1 av 2 visas (”ansvarig:\"Anna Ek\"”).", "");
	run_release(&r);
	RUN(&h, &r, "--rad", council, "plan", "filter:försenade", TODAY);
	run_expect(&r, 0, "1 av 2 visas (”försenad”).", "");
	run_release(&r);
	RUN(&h, &r, "--rad", council, "plan", "inte:försenad", "--format", "csv", TODAY);
	run_expect(&r, 0, "Ombud", "");
	assert_null(strstr(buf_cstr(&r.out), "Jour"));
	run_release(&r);
	RUN(&h, &r, "--rad", council, "plan", "filter:finns-ej", TODAY);
	run_expect(&r, 0, "Jour", "Inget sparat filter heter ”finns-ej”.");
	run_release(&r);
	RUN(&h, &r, "--rad", council, "moten", "datum:2026", TODAY);
	run_expect(&r, 1, "Inget motsvarar filtret.", "");
	run_release(&r);
	free(council);
	home_release(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_words_after_a_place), cmocka_unit_test(test_council)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
