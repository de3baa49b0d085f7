/* radsbord historik: who changed what and when, by the real program. */
#include "program.h"

#include "support/hostile.h"
#include "support/json.h"

#include <stdlib.h>
#include <string.h>

static struct home home;
static char *council;

static const char plan[] =
	"%rec: Atgard\n\nId: A000000001\nNr: 14\nRubrik: Informera kommunerna\n\nId: A000000002\nNr: 15\nRubrik: Informera regionen\n";
static const char seats[] = "%rec: Ledamot\n\nId: L000000001\nOrganisation: Flens kommun\nPerson: Informera Person\n";
static const char older[] =
	"%rec: Handelse\n\nTid: 2026-01-15T08:00:00Z\nVem: bo\nDator: b\nSlag: andrad\nTyp: Atgard\nPost: A000000001\nFil: plan/2026.rec\n"
	"Falt: Ansvarig\nTill: Bo\n";
static const char newer[] =
	"%rec: Handelse\n\nTid: 2026-11-20T08:30:00Z\nVem: anna\nDator: a\nSteg: Byt ansvarig\nTransaktion: 01\nSlag: andrad\n"
	"Typ: Atgard\nPost: A000000001\nFil: plan/2026.rec\nFalt: Ansvarig\nFran: Bo\nTill: An\x1b[2Jna\n\n"
	"Tid: 2026-11-21T08:30:00Z\nVem: anna\nDator: a\nSlag: borttagen\nTyp: Atgard\nPost: A000000009\nFil: plan/2026.rec\n"
	"Falt: Id\nFran: A000000009\nFalt: Rubrik\nFran: Struken\n";

static int set_up(void **state)
{
	(void)state;
	council = home_council(&home);
	home_write(&home, "rad/plan/2026.rec", plan);
	home_write(&home, "rad/ledamoter.rec", seats);
	home_write(&home, "rad/historik/2026-01.rec", older);
	home_write(&home, "rad/historik/2026-11.rec", newer);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	free(council);
	home_release(&home);
	return 0;
}

#define HISTORY(r, ...) RUN(&home, r, "--rad", council, "--idag", "2026-11-24", "historik", __VA_ARGS__)

static void expect(const struct run *r, int status, const char *words)
{
	const struct buf *b = status == 0 || r->err.len == 0 ? &r->out : &r->err;
	if (r->status != status || !strstr(buf_cstr(b), words))
		fail_msg("exit %d, not %d with ”%s”:\n%s%s", r->status, status, words, buf_cstr(&r->out), buf_cstr(&r->err));
	assert_null(hostile_found(buf_cstr(&r->out), r->out.len));
	assert_null(hostile_found(buf_cstr(&r->err), r->err.len));
}

static void lacks(const struct run *r, const char *words)
{
	if (strstr(buf_cstr(&r->out), words))
		fail_msg("”%s” occurs in:\n%s", words, buf_cstr(&r->out));
}

/* Without a word the last month, and how to see the rest; with a year that year. */
static void the_last_month_or_a_year(void **state)
{
	struct run r = {0};
	(void)state;
	RUN(&home, &r, "--rad", council, "--idag", "2026-11-24", "historik");
	expect(&r, 0, "20 november 2026 kl. 9.30  anna (a)");
	expect(&r, 0, "Byt ansvarig");
	expect(&r, 0, "Struken");
	expect(&r, 0, "Äldre ändringar (1) visas med --ar ÅR");
	lacks(&r, "15 januari");
	RUN(&home, &r, "--rad", council, "--idag", "2027-03-24", "historik");
	expect(&r, 1, "Ingenting har ändrats den senaste månaden.\nDet här är den senaste månaden. Äldre ändringar (3)");
	RUN(&home, &r, "--rad", council, "--idag", "2027-03-24", "historik", "--ar", "2026");
	expect(&r, 0, "15 januari 2026");
	RUN(&home, &r, "--rad", council, "historik", "--ar", "2025");
	expect(&r, 1, "Ingenting är antecknat för 2025.\n");
	run_release(&r);
}

/* A record by its number, its name, part of its name, or its Id, also when it is there no more; old → new, filtered. */
static void one_record(void **state)
{
	static const char *const words[] = {"14", "informera KOMMUNERNA", "kommunerna", "A000000001"};
	struct run r = {0};
	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		HISTORY(&r, words[i]);
		expect(&r, 0, "Ansvarig: Bo → An\xEF\xBF\xBD[2Jna");
		expect(&r, 0, "15 januari 2026");
		lacks(&r, "Struken");
		lacks(&r, "Äldre ändringar");
	}
	HISTORY(&r, "A000000009");
	expect(&r, 0, "Struken");
	HISTORY(&r, "15");
	expect(&r, 1, "Inget är antecknat");
	run_release(&r);
}

/* A word that may mean several records asks for the Id; one that means none says so. */
static void ambiguous_or_unknown(void **state)
{
	struct run r = {0};
	(void)state;
	HISTORY(&r, "informera");
	expect(&r, 2, "kan vara flera rader. Skriv ett Id: A000000001 Åtgärd 14");
	expect(&r, 2, "L000000001");
	HISTORY(&r, "99");
	expect(&r, 1, "Ingenting heter ”99”");
	HISTORY(&r, "\x1b[2J");
	expect(&r, 1, "Ingenting heter ");
	run_release(&r);
}

/* For programs a row for each field, values as they stand in the file. */
static void for_programs(void **state)
{
	struct run r = {0};
	struct arena a = {0};
	char why[128];
	(void)state;
	HISTORY(&r, "14", "--format", "json");
	const struct json *rows = json_parse(buf_cstr(&r.out), r.out.len, &a, why);
	assert_non_null(rows);
	assert_int_equal(rows->count, 2);
	assert_string_equal(json_member(&rows->items[0], "tid")->text, "2026-11-20T08:30:00Z");
	assert_string_equal(json_member(&rows->items[0], "slag")->text, "andrad");
	assert_string_equal(json_member(&rows->items[0], "fran")->text, "Bo");
	assert_string_equal(json_member(&rows->items[0], "till")->text, "An\x1b[2Jna");
	assert_int_equal(json_member(&rows->items[1], "fran")->kind, JSON_NULL);
	HISTORY(&r, "14", "--format", "csv");
	expect(&r, 0, "tid;vem;dator;steg;slag;typ;id;fil;falt;fran;till\r\n");
	arena_release(&a);
	run_release(&r);
}

/* A damaged part of the history hides nothing of the rest. */
static void a_damaged_part(void **state)
{
	struct run r = {0};
	(void)state;
	home_write(&home, "rad/historik/2026-10.rec", "Tid: skräp\n\nTid: 2026-10-30T08:00:00Z\nSlag: ny\nTyp: Atgard\nPost: A000000002\nFil: x\n");
	RUN(&home, &r, "--rad", council, "--idag", "2026-11-24", "historik");
	assert_int_equal(r.status, 1);
	assert_non_null(strstr(buf_cstr(&r.err), "historik/2026-10.rec:1: Händelsen är ofullständig"));
	assert_non_null(strstr(buf_cstr(&r.out), "30 oktober 2026"));
	assert_non_null(strstr(buf_cstr(&r.out), "20 november 2026"));
	run_release(&r);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_last_month_or_a_year, set_up, tear_down),
		cmocka_unit_test_setup_teardown(one_record, set_up, tear_down),
		cmocka_unit_test_setup_teardown(ambiguous_or_unknown, set_up, tear_down),
		cmocka_unit_test_setup_teardown(for_programs, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_damaged_part, set_up, tear_down),
	};
	return cmocka_run_group_tests_name("cli/history", tests, NULL, NULL);
}
