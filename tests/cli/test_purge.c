/* radsbord rensa: lists, and removes only what is named, by the real program. */
#include "program.h"

#include <stdlib.h>
#include <string.h>

static struct home home;
static char *council;

static int set_up(void **state)
{
	(void)state;
	council = home_council(&home);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	free(council);
	home_release(&home);
	return 0;
}

#define PURGE(r, ...) RUN(&home, r, "--rad", council, "rensa", __VA_ARGS__)

static void expect_file(const char *name, bool there)
{
	char *text = home_read(&home, name);
	if ((text != NULL) != there)
		fail_msg("%s", name);
	free(text);
}

/* Without more it lists and removes nothing; a named one goes; all but conflict copies go with alla. */
static void lists_then_removes(void **state)
{
	struct run r = {0};
	(void)state;
	PURGE(&r, "--format", "text");
	run_expect(&r, 0, "Det finns inget att rensa.\n", "");
	home_write(&home, "rad/.rb-salvage-a", "a");
	home_write(&home, "rad/.rb-salvage-b", "b");
	home_write(&home, "rad/ledamoter (konfliktkopia).rec", "c");
	PURGE(&r, "--format", "text");
	run_expect(&r, 0, ".rb-salvage-a", "");
	run_expect(&r, 0, "titta i den först", "");
	run_expect(&r, 0, "Inget är borttaget.", "");
	PURGE(&r, "--ta-bort", ".rb-salvage-a");
	run_expect(&r, 0, "Borttaget: .rb-salvage-a\n", "");
	expect_file("rad/.rb-salvage-a", false);
	expect_file("rad/.rb-salvage-b", true);
	PURGE(&r, "--ta-bort", "alla");
	run_expect(&r, 0, "Borttaget: .rb-salvage-b\n", "");
	run_expect(&r, 0, "Kvar: ledamoter (konfliktkopia).rec\n", "");
	PURGE(&r, "--ta-bort", "ledamoter (konfliktkopia).rec");
	expect_file("rad/ledamoter (konfliktkopia).rec", false);
	expect_file("rad/ledamoter.rec", true);
	PURGE(&r, "--ta-bort", "ledamoter.rec");
	run_expect(&r, 1, "", "finns inte bland det som kan rensas");
	expect_file("rad/ledamoter.rec", true);
	run_release(&r);
}

/* A name that would act on the terminal is shown harmless, and can be typed as it is shown; not when two look the same. */
static void hostile_names(void **state)
{
	struct run r = {0};
	(void)state;
	home_write(&home, "rad/.rb-salvage-x\n\x1b[2J", "a");
	PURGE(&r, "--format", "text");
	run_expect(&r, 0, ".rb-salvage-x", "");
	PURGE(&r, "--ta-bort", ".rb-salvage-x \xEF\xBF\xBD[2J");
	run_expect(&r, 0, "Borttaget: ", "");
	expect_file("rad/.rb-salvage-x\n\x1b[2J", false);
	home_write(&home, "rad/.rb-salvage-x\x1b", "a");
	home_write(&home, "rad/.rb-salvage-x\x01", "b");
	PURGE(&r, "--ta-bort", ".rb-salvage-x\xEF\xBF\xBD");
	run_expect(&r, 2, "", "Flera namn visas som");
	expect_file("rad/.rb-salvage-x\x1b", true);
	PURGE(&r, "--ta-bort", ".rb-salvage-x\x1b");
	expect_file("rad/.rb-salvage-x\x1b", false);
	expect_file("rad/.rb-salvage-x\x01", true);
	run_release(&r);
}

/* An interrupted save is carried out or moved aside first, and then it is seen what there is; one that cannot be stops all removing. */
static void recovers_first(void **state)
{
	struct run r = {0};
	(void)state;
	home_write(&home, "rad/.rb-new-dod-1-00-0", "text ingen sparade");
	PURGE(&r, "--format", "csv");
	run_expect(&r, 0, ".rb-salvage-new-dod-1-00-0;undanlagt;", "");
	home_write(&home, "rad/.rb-lock", "annan dator\n");
	home_write(&home, "rad/.rb-commit-x", "ingen lista");
	PURGE(&r, "--ta-bort", "alla");
	run_expect(&r, 3, "", "En sparning är inte införd än, så inget tas bort.");
	expect_file("rad/.rb-salvage-new-dod-1-00-0", true);
	run_release(&r);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(lists_then_removes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(hostile_names, set_up, tear_down),
		cmocka_unit_test_setup_teardown(recovers_first, set_up, tear_down),
	};
	return cmocka_run_group_tests_name("cli/purge", tests, NULL, NULL);
}
