/* test_against.c - `kontroll --mot-rapporten` over the real data: both appendices recomputed cell by cell, under the rules that
 * config/indikatorer.ini names, leave just the deviations that tests/engine/test_bilagor.c lists by region. */
#include "program.h"

#include <string.h>

/* Lines of one check, column and answer; a cell that agrees names its rule. */
static int count(const char *csv, const char *check, const char *column, const char *answer, const char *rule)
{
	int n = 0;
	for (const char *line = csv; line && *line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
		char one[512] = "";
		size_t len = strcspn(line, "\r\n");
		assert_true(len < sizeof one);
		memcpy(one, line, len);
		if (strncmp(one, check, strlen(check)) != 0 || !strstr(one, column) || !strstr(one, answer))
			continue;
		n++;
		if (strcmp(answer, ";ja;") == 0 && !strstr(one, rule))
			fail_msg("”%s” does not name its rule, %s", one, rule);
	}
	return n;
}

static void test_cells(void **state)
{
	static const struct {
		const char *check, *column, *rule;
		int deviations;
	} columns[] = {
		{"Bilaga 1;", ";behov, ", "halva mot noll", 3},
		{"Bilaga 1;", ";inte fått stöd, personer;", "halva mot noll", 3},
		{"Bilaga 1;", ";andel av behovet, procent;", "halva från noll", 5},
		{"Bilaga 2;", ";vårdplatser per 100", "halva från noll", 2},
		{"Bilaga 2;", ";sjukhusplatser per 100", "halva från noll", 9},
	};
	struct home home;
	struct run r = {0};
	(void)state;
	home_init(&home);
	RUN(&home, &r, "kontroll", "--mot-rapporten", "--format", "csv", "--idag", "2026-11-24");
	assert_int_equal(r.status, 1); /* there are differences */
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
		int no = count(buf_cstr(&r.out), columns[i].check, columns[i].column, ";nej;", columns[i].rule);
		int yes = count(buf_cstr(&r.out), columns[i].check, columns[i].column, ";ja;", columns[i].rule);
		if (no != columns[i].deviations || yes + no != 21)
			fail_msg("%s%s: %d agree, %d do not", columns[i].check, columns[i].column, yes, no);
	}
	run_release(&r);
	home_release(&home);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_cells)};
	return cmocka_run_group_tests_name("against the report", tests, NULL, NULL);
}
