/* radsbord sakerhetskopia: what it says, and that what it says can be done, by the real program. */
#include "program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

#define COPY(r, ...) RUN(&home, r, "--rad", council, "--idag", "2026-11-24T09:30:00", __VA_ARGS__)

/* Beside the folder when nothing else is said, or where one says; unpacked it is a council again. */
static void beside_or_where_one_says(void **state)
{
	struct run r = {0};
	char *elsewhere = home_path(&home, "kopior"), *command, *unpacked;
	(void)state;
	COPY(&r, "sakerhetskopia");
	run_expect(&r, 0, "/rad-2026-11-24-093000.tar\n", "");
	run_expect(&r, 0, "3 filer, ", "");
	run_expect(&r, 0, "tar -xf", "");
	assert_int_equal(mkdir(elsewhere, 0700), 0);
	COPY(&r, "säkerhetskopia", elsewhere);
	run_expect(&r, 0, "/kopior/rad-2026-11-24-093000.tar\n", "");
	command = mem_printf("tar -xf '%s/rad-2026-11-24-093000.tar' -C '%s'", elsewhere, elsewhere);
	assert_int_equal(system(command), 0);
	unpacked = mem_printf("%s/rad-2026-11-24-093000", elsewhere);
	RUN(&home, &r, "--rad", unpacked, "ledamoter", "--format", "csv");
	assert_int_equal(r.status, 0);
	COPY(&r, "sakerhetskopia", council);
	run_expect(&r, 2, "", "får inte ligga i rådets egen mapp; välj en annan mapp.\n");
	free(unpacked);
	free(command);
	free(elsewhere);
	run_release(&r);
}

/* An archive that a killed run left half written is told of by the next one, and left where it is. */
static void tells_of_a_half_one(void **state)
{
	struct run r = {0};
	char *elsewhere = home_path(&home, "halva"), *half = home_path(&home, "halva/rad-2026-11-20-080000.tar.del"),
	     *other = home_path(&home, "halva/annat-2026-11-20-080000.tar.del");
	(void)state;
	assert_int_equal(mkdir(elsewhere, 0700), 0);
	for (int i = 0; i < 2; i++) {
		FILE *f = fopen(i ? other : half, "w");
		assert_non_null(f);
		assert_int_equal(fclose(f), 0);
	}
	COPY(&r, "sakerhetskopia", elsewhere);
	run_expect(&r, 0, "Säkerhetskopia: ", "rad-2026-11-20-080000.tar.del");
	run_expect(&r, 0, "", "halv säkerhetskopia");
	assert_null(strstr(buf_cstr(&r.err), "annat"));
	assert_int_equal(access(half, F_OK), 0);
	free(elsewhere);
	free(half);
	free(other);
	run_release(&r);
}

/* What did not come along is named, and the exit status tells it. */
static void says_what_did_not_come_along(void **state)
{
	struct run r = {0};
	char *link = home_path(&home, "rad/lank\n\x1b[2J");
	(void)state;
	assert_int_equal(symlink("/etc/passwd", link), 0);
	COPY(&r, "sakerhetskopia");
	run_expect(&r, 1, "3 filer, ", "lank");
	run_expect(&r, 1, "", "kom inte med");
	free(link);
	run_release(&r);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(beside_or_where_one_says, set_up, tear_down),
		cmocka_unit_test_setup_teardown(tells_of_a_half_one, set_up, tear_down),
		cmocka_unit_test_setup_teardown(says_what_did_not_come_along, set_up, tear_down),
	};
	return cmocka_run_group_tests_name("cli/backup", tests, NULL, NULL);
}
