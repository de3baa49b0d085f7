/* The real program on the command line: what it prints, in which form, and how it ends. */
#include "program.h"

#include "support/json.h"
#include "support/practice.h"

#include "radsbord/report/overview.h"

#include <stdlib.h>
#include <string.h>

static struct home home;

static int set_up(void **state)
{
	(void)state;
	home_init(&home);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	home_release(&home);
	return 0;
}

/* Each way of ending has its status, and each error one sentence on stderr that says what to do. */
static void exit_statuses(void **state)
{
	(void)state;
	static const struct {
		const char *words[6];
		int status;
		const char *says;
	} rows[] = {
		{{NULL}, 2, "Sidorna behöver en terminal."},
		{{"oversikt", "Kronoberg"}, 0, NULL},
		{{"översikt", "Region Sörmland"}, 0, NULL},
		{{"oversikt", "Atlantis"}, 1, "Platsen ”Atlantis” finns inte."},
		{{"forklara", "04", "nonsens"}, 1, "Indikatorn ”nonsens” finns inte."},
		{{"nonsens"}, 2, "Underkommandot ”nonsens” finns inte."},
		{{"oversikt", "--nonsens"}, 2, "finns inte."},
		{{"oversikt", "--format", "xml"}, 2, "text, md, html, docx, csv, xlsx eller json"},
		{{"plan"}, 2, "--rad MAPP"},
		{{"oversikt", "--data", "/finns/inte"}, 3, "--data"},
		{{"--rad", "/finns/inte", "plan"}, 1, "kontrollera namnet"},
		{{"kontroll"}, 0, NULL},
		{{"--hjalp"}, 0, NULL},
		{{"--version"}, 0, NULL},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct run r = {0};
		run_words(&home, &r, rows[i].words);
		if (r.status != rows[i].status)
			print_message("row %zu: %d\n%s%s\n", i, r.status, buf_cstr(&r.out), buf_cstr(&r.err));
		assert_int_equal(r.status, rows[i].status);
		assert_int_equal(r.err.len > 0, rows[i].status != 0);
		if (rows[i].says)
			assert_non_null(strstr(buf_cstr(&r.err), rows[i].says));
		run_release(&r);
	}
}

/* `oversikt --format json` has the columns of the design, in every object, and says what the pane's rows say. */
static void json_agrees_with_the_pane(void **state)
{
	(void)state;
	static const char *const columns[] = {"plats", "region_kod", "indikator", "ar", "status", "varde", "mal",
	                                      "avstand", "andel_invanare", "publicerat", "kalla",
	                                      "rang", "forandring", "delmal", "delmal_ar", "delmal_status"};
	static const char *const status_codes[] = {
		[INDIKATOR_STATUS_UNKNOWN] = "okant", [INDIKATOR_STATUS_MISSING] = "saknas",
		[INDIKATOR_STATUS_PARTLY] = "delvis", [INDIKATOR_STATUS_MET] = "uppfyllt"};
	struct practice p;
	struct overview o = {0};
	struct arena a = {0};
	struct run r = {0};
	char why[128];
	assert_true(practice_open(&p));
	const struct model *m = session_model(p.session);
	overview_build(&o, m, reference_find_place(m->reference, "Kronoberg", false));
	RUN(&home, &r, "oversikt", "Kronoberg", "--format", "json", "--idag", "2026-11-24");
	const struct json *rows = json_parse(buf_cstr(&r.out), r.out.len, &a, why);
	assert_non_null(rows);
	assert_int_equal(rows->count, o.count);
	for (size_t i = 0; i < rows->count; i++) {
		const struct json *row = &rows->items[i];
		assert_int_equal(row->count, sizeof columns / sizeof *columns);
		for (size_t k = 0; k < row->count; k++)
			assert_string_equal(row->items[k].name, columns[k]);
		assert_string_equal(json_member(row, "region_kod")->text, "07");
		assert_string_equal(json_member(row, "indikator")->text, m->reference->indicators[o.rows[i].indicator].id);
		const struct json *status = json_member(row, "status");
		if (o.rows[i].verdict.status == INDIKATOR_STATUS_NONE)
			assert_int_equal(status->kind, JSON_NULL);
		else
			assert_string_equal(status->text, status_codes[o.rows[i].verdict.status]);
		/* what is unknown has no value, no distance: never a zero */
		if (o.rows[i].verdict.status == INDIKATOR_STATUS_UNKNOWN) {
			assert_int_equal(json_member(row, "varde")->kind, JSON_NULL);
			assert_int_equal(json_member(row, "avstand")->kind, JSON_NULL);
		}
	}
	overview_release(&o);
	arena_release(&a);
	run_release(&r);
	practice_close(&p);
}

/* CSV opens right in a Swedish Excel: BOM, semicolons, CRLF, decimal comma. Gotland's and Stockholm's rows are the appendices'. */
static void csv_rows_equal_the_appendices(void **state)
{
	(void)state;
	static const struct {
		const char *place, *lines[3];
	} rows[] = {
		{"Gotland", {"behov_ej_tillgodosett;2024;delvis;9,7;0;16;;9,7;", "vardplatser_100k;2024;uppfyllt;9,9;8–10;0;;9,9;",
	                     "vardplatser_sjukhus_100k;2024;;9,87;;;;9,90;"}},
		{"Stockholm", {"behov_ej_tillgodosett;2024;uppfyllt;-15,1;0;-583;;-15,1;",
	                       "vardplatser_100k;2024;uppfyllt;8,9;8–10;0;;8,9;", "vardplatser_sjukhus_100k;2024;;0,37;;;;0,37;"}},
	};
	for (size_t i = 0; i < 2; i++) {
		struct run r = {0};
		RUN(&home, &r, "oversikt", rows[i].place, "--format", "csv");
		assert_memory_equal(buf_cstr(&r.out), "\xEF\xBB\xBFplats;region_kod;", 20);
		assert_non_null(strstr(buf_cstr(&r.out), "\r\n"));
		for (size_t k = 0; k < 3; k++)
			if (!strstr(buf_cstr(&r.out), rows[i].lines[k])) {
				print_message("missing: %s\n%s\n", rows[i].lines[k], buf_cstr(&r.out));
				fail();
			}
		run_release(&r);
	}
}

/* The country's printed total is 8 521, and it is said that Stockholm's surplus is left out of it. */
static void the_total_says_what_it_leaves_out(void **state)
{
	(void)state;
	struct run r = {0};
	RUN(&home, &r, "forklara", "00", "behov_ej_tillgodosett");
	assert_int_equal(r.status, 0);
	assert_non_null(strstr(buf_cstr(&r.out), "8\xC2\xA0""521"));
	assert_non_null(strstr(buf_cstr(&r.out), "7\xC2\xA0""938"));
	assert_non_null(strstr(buf_cstr(&r.out), "Överskottet i Stockholm"));
	run_release(&r);
}

/* An explanation goes down to file, line and source. */
static void explanations_name_file_and_line(void **state)
{
	(void)state;
	struct run r = {0};
	RUN(&home, &r, "förklara", "Halland", "vardplatser_100k");
	assert_non_null(strstr(buf_cstr(&r.out), "data/sverige/matt.csv:"));
	assert_non_null(strstr(buf_cstr(&r.out), "4,3"));
	assert_non_null(strstr(buf_cstr(&r.out), "2,3"));
	run_release(&r);
	RUN(&home, &r, "forklara", "Södermanland", "konsultteam");
	assert_non_null(strstr(buf_cstr(&r.out), "data/sverige/saknas.rec:"));
	assert_non_null(strstr(buf_cstr(&r.out), "Södermanland, Saknas"));
	run_release(&r);
}

/* A new council folder has a seat for each municipality and the region, passes the check, and is not made twice. */
static void a_new_council_is_whole(void **state)
{
	(void)state;
	struct run r = {0};
	char *folder = home_path(&home, "rad");
	RUN(&home, &r, "ny", folder, "--namn", "Palliativa rådet", "--region", "Dalarna", "--idag", "2026-11-24");
	assert_int_equal(r.status, 0);
	assert_non_null(strstr(buf_cstr(&r.out), "16 platser"));
	run_release(&r);
	RUN(&home, &r, "--rad", folder, "kontroll");
	assert_int_equal(r.status, 0);
	run_release(&r);
	RUN(&home, &r, "ny", folder, "--namn", "Palliativa rådet", "--region", "Dalarna");
	assert_int_not_equal(r.status, 0);
	run_release(&r);
	free(folder);
}

/* kontroll prints every fault with file and line, ends with 1, and leaves the file as it was. */
static void check_tells_file_and_line(void **state)
{
	(void)state;
	struct run r = {0};
	RUN(&home, &r, "ovning");
	run_release(&r);
	static const char plan[] = ".local/state/radsbord/ovning/sormland/plan/2019.rec";
	char *before = home_read(&home, plan);
	assert_non_null(before);
	struct buf broken = {0};
	buf_printf(&broken, "%s\nId: AAAAAAAAAA\nRubrik: Fel\nKlart_senast: 2026-13-45\nBrist: B99-99\n", before);
	home_write(&home, plan, buf_cstr(&broken));
	char *folder = home_path(&home, ".local/state/radsbord/ovning/sormland");
	RUN(&home, &r, "--rad", folder, "kontroll");
	assert_int_equal(r.status, 1);
	assert_non_null(strstr(buf_cstr(&r.out), "plan/2019.rec:"));
	assert_non_null(strstr(buf_cstr(&r.out), "2026-13-45"));
	assert_non_null(strstr(buf_cstr(&r.out), "B99-99"));
	char *after = home_read(&home, plan);
	assert_string_equal(after, buf_cstr(&broken));
	free(after);
	free(before);
	free(folder);
	buf_release(&broken);
	run_release(&r);
}

/* Without a terminal `ovning` prints the overview and says why; an edited copy is kept. */
static void practice_without_terminal(void **state)
{
	(void)state;
	struct run r = {0};
	static const char settings[] = ".local/state/radsbord/ovning/sormland/rad.ini";
	RUN(&home, &r, "ovning");
	assert_int_equal(r.status, 0);
	assert_non_null(strstr(buf_cstr(&r.out), "Södermanland"));
	assert_non_null(strstr(buf_cstr(&r.err), "terminal"));
	run_release(&r);
	char *first = home_read(&home, settings);
	struct buf mine = {0};
	buf_printf(&mine, "%s# min rad\n", first);
	home_write(&home, settings, buf_cstr(&mine));
	RUN(&home, &r, "ovning");
	char *second = home_read(&home, settings);
	assert_string_equal(second, buf_cstr(&mine));
	free(first);
	free(second);
	buf_release(&mine);
	run_release(&r);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
/* A personnummer among the words: not used for a name, and never repeated whole. */
static void personnummer_is_refused_and_masked(void **state)
{
	(void)state;
	struct run r = {0};
	RUN(&home, &r, "ny", "/tmp/finns-inte-rad", "--namn", "Rådet 640823-3234", "--region", "04");
	assert_int_equal(r.status, 2);
	assert_non_null(strstr(buf_cstr(&r.err), "Rådet 64••••-••••"));
	run_release(&r);
	RUN(&home, &r, "oversikt", "640823-3234");
	assert_int_equal(r.status, 1);
	assert_null(strstr(buf_cstr(&r.err), "3234"));
	run_release(&r);
}

/* A list that is short because a file is damaged does not look whole; stdout stays what another program reads. */
static void a_damaged_file_is_told(void **state)
{
	(void)state;
	struct run r = {0};
	char *council = home_path(&home, "skadat");
	RUN(&home, &r, "ny", council, "--namn", "Prov", "--region", "04");
	assert_int_equal(r.status, 0);
	run_release(&r);
	RUN(&home, &r, "--rad", council, "ledamoter");
	assert_string_equal(buf_cstr(&r.err), "");
	run_release(&r);
	home_write(&home, "skadat/ledamoter.rec", "");
	RUN(&home, &r, "--rad", council, "ledamoter", "--format", "json");
	assert_string_equal(buf_cstr(&r.out), "[]\n");
	assert_non_null(strstr(buf_cstr(&r.err), "radsbord: ledamoter.rec:1: ledamoter.rec är tom och kan inte ändras."));
	run_release(&r);
	home_write(&home, "skadat/ledamoter.rec", "%rec: Ledamot\n\nId: 1\n\nId: 2\n\nId: 3\n\nId: 4\n\nId: 5\n");
	RUN(&home, &r, "--rad", council, "ledamoter");
	assert_non_null(strstr(buf_cstr(&r.err), "radsbord: ledamoter.rec:3: "));
	assert_non_null(strstr(buf_cstr(&r.err), " fel till i rådets mapp; skriv radsbord kontroll för att se alla.\n"));
	assert_null(strstr(buf_cstr(&r.err), "ledamoter.rec:11: "));
	run_release(&r);
	RUN(&home, &r, "--rad", council, "kontroll"); /* tells them all itself */
	assert_non_null(strstr(buf_cstr(&r.out), "ledamoter.rec:11: "));
	assert_string_equal(buf_cstr(&r.err), "");
	run_release(&r);
	free(council);
}

/* The example of the source: the city's part to the krona, the sum exact, and names found by a part. */
static void cost_of_the_example(void **state)
{
	(void)state;
	struct run r = {0};
	RUN(&home, &r, "kostnad", "KUNSKAPSCENTRUM", "--format", "csv");
	assert_int_equal(r.status, 0);
	assert_non_null(strstr(buf_cstr(&r.out), "Stockholm;0180;ja;905184;20,7;1701382;1,88\r\n"));
	run_release(&r);
	RUN(&home, &r, "kostnad");
	assert_int_equal(r.status, 0);
	assert_non_null(strstr(buf_cstr(&r.out), "K01"));
	run_release(&r);
	RUN(&home, &r, "kostnad", "finns inte");
	assert_int_equal(r.status, 1);
	assert_non_null(strstr(buf_cstr(&r.err), "Ingen kostnad heter ”finns inte”."));
	run_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(exit_statuses),
		TEST(cost_of_the_example),
		TEST(a_damaged_file_is_told),
		TEST(json_agrees_with_the_pane),
		TEST(csv_rows_equal_the_appendices),
		TEST(the_total_says_what_it_leaves_out),
		TEST(explanations_name_file_and_line),
		TEST(a_new_council_is_whole),
		TEST(check_tells_file_and_line),
		TEST(practice_without_terminal),
		TEST(personnummer_is_refused_and_masked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
