/* test_whatif.c - radsbord tank-om: printed, saved, shown again and removed; the data stay as they are. */
#include "program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TODAY "--idag", "2026-11-24"
#define BEDS "vårdplatser +6"

/* A home folder with a council of Södermanland. */
struct world {
	struct home home;
	char *rad;
};

static int open_home(void **state)
{
	struct world *w = mem_alloc(sizeof *w);
	struct home *h = &w->home;
	struct run r = {0};
	home_init(h);
	w->rad = home_path(h, "rad");
	*state = w;
	RUN(h, &r, "ny", w->rad, "--namn", "Palliativa rådet", "--region", "Södermanland", TODAY);
	int status = r.status;
	run_release(&r);
	return status;
}

static int close_home(void **state)
{
	struct world *w = *state;
	home_release(&w->home);
	free(w->rad);
	free(w);
	return 0;
}

static void expect(const struct run *r, int status, const char *wanted)
{
	if (r->status != status || !strstr(buf_cstr(&r->out), wanted))
		fail_msg("exit %d, not %d with ”%s”:\n%s%s", r->status, status, wanted, buf_cstr(&r->out), buf_cstr(&r->err));
	assert_int_equal(r->err.len, 0);
}

static void expect_refused(const struct run *r, int status, const char *sentence)
{
	char wanted[600];
	snprintf(wanted, sizeof wanted, "radsbord: %s\n", sentence);
	assert_string_equal(buf_cstr(&r->err), wanted);
	assert_int_equal(r->status, status);
	assert_int_equal(r->out.len, 0);
}

static void test_table(void **state)
{
	/* Both spellings; a region by any of its names, or, without one, the council's or the country. */
	struct world *w = *state;
	struct home *h = &w->home;
	struct run r = {0};
	RUN(h, &r, "tank-om", "Sörmland", BEDS, "läkare 12", "--format", "csv", TODAY);
	expect(&r, 0, "plats;region_kod;indikator;fore_status;fore_varde;efter_status;efter_varde;mal;avstand_fore;avstand_efter\r\n"
	              "Södermanland;04;vardplatser_100k;delvis;5,3;delvis;7,3;8–10;9;3\r\n");
	expect(&r, 0, "Södermanland;04;lakarspecialist;saknas;0 av 9\u00a0kommuner;delvis;4,0;4;;1\r\n");
	run_release(&r);
	RUN(h, &r, "tänk-om", BEDS, "--rad", w->rad, TODAY, "--format", "json");
	expect(&r, 0, "{\"plats\": \"Södermanland\", \"region_kod\": \"04\", \"indikator\": \"vardplatser_100k\", \"fore_status\": "
	              "\"delvis\", \"fore_varde\": 5.3, \"efter_status\": \"delvis\", \"efter_varde\": 7.3, \"mal\": \"8–10\", "
	              "\"avstand_fore\": 9, \"avstand_efter\": 3}");
	run_release(&r);
	RUN(h, &r, "tank-om", BEDS, "Sörmland", TODAY);
	expect(&r, 0, "Tänk om: Södermanland");
	expect(&r, 0, "Uppgifterna är orörda.");
	run_release(&r);
}

static void test_how_to_write(void **state)
{
	struct world *w = *state;
	struct home *h = &w->home;
	struct run r = {0};
	RUN(h, &r, "tank-om", TODAY);
	expect(&r, 0, "ny enhet TYP [PLATS, …]: EGENSKAP, …");
	run_release(&r);
	RUN(h, &r, "tank-om", "Sörmland", TODAY);
	expect_refused(&r, 2, "Skriv vad som ska tänkas om, till exempel: radsbord tank-om Sörmland \"vårdplatser +6\".");
	run_release(&r);
	RUN(h, &r, "tank-om", "Sörmland", "vårdplatser", TODAY);
	expect_refused(&r, 2, "Skriv hur många, till exempel: vårdplatser +3.");
	run_release(&r);
}

static void test_saved(void **state)
{
	/* Saved, listed, printed the same, opened with one change more, removed; nothing else in the folder is touched. */
	struct world *w = *state;
	struct home *h = &w->home;
	struct run first = {0}, r = {0};
	char *settings = home_read(h, "rad/rad.ini");
	RUN(h, &r, "tank-om", BEDS, "--spara-som", "Sex platser", "--rad", w->rad, TODAY);
	expect(&r, 0, "Scenariot är sparat som ”Sex platser”.");
	run_release(&r);
	char *file = home_read(h, "rad/scenarier.rec");
	assert_non_null(strstr(file, "Namn: Sex platser\nPlats: 04\n"));
	RUN(h, &first, "tank-om", "--scenario", "sex platser", "--rad", w->rad, TODAY, "--format", "csv");
	expect(&first, 0, "Södermanland;04;vardplatser_100k;delvis;5,3;delvis;7,3;");
	RUN(h, &r, "tank-om", BEDS, "--rad", w->rad, TODAY, "--format", "csv");
	assert_string_equal(buf_cstr(&r.out), buf_cstr(&first.out));
	run_release(&r);
	run_release(&first);
	RUN(h, &r, "tank-om", "--scenario", "Sex platser", "vårdplatser +3", "--rad", w->rad, TODAY, "--format", "csv");
	expect(&r, 0, "Södermanland;04;vardplatser_100k;delvis;5,3;uppfyllt;8,3;");
	run_release(&r);
	RUN(h, &r, "tank-om", "--rad", w->rad, "--format", "csv");
	expect(&r, 0, "namn;plats;datum;andringar\r\nSex platser;04;2026-11-24;vårdplatser +6\r\n");
	run_release(&r);
	RUN(h, &r, "kontroll", "--rad", w->rad, TODAY);
	expect(&r, 0, "Inga fel.");
	run_release(&r);
	RUN(h, &r, "tank-om", "--ta-bort", "Sex platser", "--rad", w->rad, TODAY);
	expect(&r, 0, "Scenariot ”Sex platser” är borttaget.");
	run_release(&r);
	RUN(h, &r, "tank-om", "--scenario", "Sex platser", "--rad", w->rad, TODAY);
	expect_refused(&r, 1, "Inget scenario heter ”Sex platser”. Skriv radsbord tank-om för att se de som är sparade.");
	run_release(&r);
	RUN(h, &r, "tank-om", BEDS, "--spara-som", "X", TODAY);
	expect_refused(&r, 2, "Scenarier sparas i ett råd. Ange dess mapp med --rad MAPP eller RADSBORD_RAD.");
	run_release(&r);
	char *after = home_read(h, "rad/rad.ini");
	assert_string_equal(after, settings);
	free(after);
	free(settings);
	free(file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_how_to_write),
		cmocka_unit_test(test_saved),
	};
	return cmocka_run_group_tests_name("what if on the command line", tests, open_home, close_home);
}
