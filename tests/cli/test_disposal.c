/* radsbord gallra: shows, and does it only when asked, by the real program. */
#include "program.h"

#include "support/hostile.h"

#include <stdlib.h>
#include <string.h>

static struct home home;
static char *council;

static const char seats[] = "%rec: Ledamot\n\nId: L000000001\nOrganisation: Flens kommun\nPerson: Anna Ek\nEpost: anna@flen.se\n";

static int set_up(void **state)
{
	(void)state;
	council = home_council(&home);
	home_write(&home, "rad/ledamoter.rec", seats);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	free(council);
	home_release(&home);
	return 0;
}

#define DISPOSE(r, ...) RUN(&home, r, "--rad", council, "--idag", "2026-11-24", "gallra", __VA_ARGS__)

static void expect_seats(const char *expected)
{
	char *now = home_read(&home, "rad/ledamoter.rec");
	assert_string_equal(now, expected);
	free(now);
}

/* First what would go and what stays, with nothing changed; then it is done; then there is nothing more. */
static void shows_first_then_does(void **state)
{
	struct run r = {0};
	(void)state;
	home_write(&home, "rad/protokoll/2026.txt", "Närvarande: Anna Ek\n");
	DISPOSE(&r, "anna ek");
	run_expect(&r, 0, "Tas bort\n", "");
	run_expect(&r, 0, "ledamoter.rec:5: plats i rådet: Person Anna Ek", "");
	run_expect(&r, 0, "protokoll/2026.txt: Protokollet nämner personen och lämnas som det är.", "");
	run_expect(&r, 0, "Lägg till --utfor", "");
	expect_seats(seats);
	DISPOSE(&r, "anna ek", "--utför");
	run_expect(&r, 0, "Borttaget\n", "");
	expect_seats("%rec: Ledamot\n\nId: L000000001\nOrganisation: Flens kommun\n");
	RUN(&home, &r, "--rad", council, "--idag", "2026-11-24", "historik");
	run_expect(&r, 0, "Gallring av kontaktuppgifter", "");
	DISPOSE(&r, "anna ek", "--utfor");
	run_expect(&r, 1, "Inga kontaktuppgifter finns under det namnet.", "");
	DISPOSE(&r, "2020");
	run_expect(&r, 1, "Inga utkast finns från det året.", "");
	run_release(&r);
}

/* What stands in the files and in the word is filtered; a personnummer is not shown whole. */
static void hostile_text_is_filtered(void **state)
{
	struct run r = {0};
	(void)state;
	home_write(&home, "rad/ledamoter.rec", "%rec: Ledamot\n\nId: L1\nOrganisation: O\nPerson: A\x1b[2J\nEpost: 19121212-1212\n");
	DISPOSE(&r, "a\x1b[2j");
	run_expect(&r, 0, "Tas bort\n", "");
	assert_null(strstr(buf_cstr(&r.out), "1212-1212"));
	DISPOSE(&r, "19121212-1212"); /* an address will do as well as a name */
	run_expect(&r, 0, "E-post", "");
	assert_null(strstr(buf_cstr(&r.out), "1212-1212"));
	run_release(&r);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(shows_first_then_does, set_up, tear_down),
		cmocka_unit_test_setup_teardown(hostile_text_is_filtered, set_up, tear_down),
	};
	return cmocka_run_group_tests_name("cli/disposal", tests, NULL, NULL);
}
