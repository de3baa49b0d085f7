/* radsbord importera: from a register's file to a figure that explains itself, by the real program. */
#include "program.h"

#include "support/json.h"

#include "radsbord/app/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static struct home home;
static char *council, *file;

static int set_up(void **state)
{
	(void)state;
	council = home_council(&home);
	file = home_path(&home, "tal.csv");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	free(council);
	free(file);
	home_release(&home);
	return 0;
}

#define IMPORT(r, ...) RUN(&home, r, "--rad", council, "--idag", "2026-11-24", "importera", "matt", file, __VA_ARGS__)
#define ASK(r, ...) RUN(&home, r, "--rad", council, "--idag", "2026-11-24", __VA_ARGS__)

static void has(const struct buf *b, const char *words)
{
	if (!strstr(buf_cstr(b), words))
		fail_msg("”%s” does not occur in:\n%s", words, buf_cstr(b));
}

static void lacks(const struct buf *b, const char *words)
{
	if (strstr(buf_cstr(b), words))
		fail_msg("”%s” occurs in:\n%s", words, buf_cstr(b));
}

/* A register's export as Windows writes it: Windows-1252, semicolons, a title above and a note below. */
static const char reg[] =
	"Svenska palliativregistret\r\nUttag 2025-02-03\r\n\r\n"
	"Kommun;\xC5r;Indikator;T\xE4ljare;N\xE4mnare;Andel\r\n"
	"Nyk\xF6ping;2024;Brytpunktssamtal;140;150;93,3 %\r\n"
	"Flen;2024;Brytpunktssamtal;3;40;7,5 %\r\n"
	"Trosa;2024;Brytpunktssamtal;..;12;..\r\n"
	"H\xE5" "by;2024;Brytpunktssamtal;5;10;50 %\r\n"
	"*Antal under fem redovisas inte\r\n";

static void from_file_to_explanation(void **state)
{
	struct run r = {0};
	(void)state;
	home_write(&home, "tal.csv", reg);
	IMPORT(&r, "--kalla", "Palliativregistret");
	assert_int_equal(r.status, 1); /* a row is not understood */
	has(&r.out, "8  ");
	has(&r.out, "”Håby”");
	has(&r.out, "Inget är sparat.");
	run_release(&r);
	assert_null(home_read(&home, "rad/matt/palliativregistret.csv"));
	IMPORT(&r, "--kalla", "Palliativregistret", "--datum", "2025-02-03", "--spara");
	has(&r.out, "Sparat i matt/palliativregistret.csv.");
	run_release(&r);
	char *saved = home_read(&home, "rad/matt/palliativregistret.csv");
	assert_non_null(strstr(saved, "\n0480,2024,brytpunktssamtal_ja,palliativregistret,140,nej,,,2025-02-03\n"));
	assert_non_null(strstr(saved, "\n0488,2024,brytpunktssamtal_ja,palliativregistret,,nej,skyddad eller för osäker i källan (..),,2025-02-03\n"));
	free(saved);
	ASK(&r, "forklara", "0480", "brytpunktssamtal");
	has(&r.out, "93,3");
	has(&r.out, "matt/palliativregistret.csv:2");
	has(&r.out, "Svenska palliativregistret");
	has(&r.out, "Lämnat 2025-02-03");
	run_release(&r);
	ASK(&r, "forklara", "0488", "brytpunktssamtal");
	has(&r.out, "okänt, skyddad eller för osäker i källan (..)");
	run_release(&r);
	ASK(&r, "oversikt", "0480", "--format", "csv");
	has(&r.out, "brytpunktssamtal;2024;delvis;93,3;98;");
	run_release(&r);
	ASK(&r, "kontroll");
	assert_int_equal(r.status, 0);
	run_release(&r);
}

/* Small numbers leave the program as "..", the complement as well when the setting says ten. */
static void small_numbers(void **state)
{
	struct run r = {0};
	(void)state;
	home_write(&home, "tal.csv", reg);
	IMPORT(&r, "--kalla", "palliativregistret", "--spara");
	run_release(&r);
	ASK(&r, "oversikt", "0482", "--format", "csv");
	has(&r.out, "brytpunktssamtal;2024;delvis;..;98;..;");
	run_release(&r);
	ASK(&r, "oversikt", "0482");
	has(&r.out, "färre än fem personer");
	lacks(&r.out, "7,5");
	run_release(&r);
	ASK(&r, "forklara", "0482", "brytpunktssamtal");
	has(&r.out, "färre än fem personer");
	lacks(&r.out, "3 / 40");
	run_release(&r);
	ASK(&r, "rapporterat", "0482");
	lacks(&r.out, "7,5");
	run_release(&r);
	home_write(&home, ".config/radsbord/radsbord.ini", "[radsbord]\nsma_tal = 10\n");
	ASK(&r, "forklara", "0482", "brytpunktssamtal");
	has(&r.out, "färre än tio personer");
	run_release(&r);
	home_write(&home, ".config/radsbord/radsbord.ini", "[radsbord]\nsma_tal = 1\n");
	ASK(&r, "forklara", "0482", "brytpunktssamtal");
	has(&r.out, "färre än fem personer");
	has(&r.err, "sma_tal");
	run_release(&r);
}

/* A program gets every row: what it becomes, and null where there is nothing. */
static void rows_for_programs(void **state)
{
	struct run r = {0};
	struct arena a = {0};
	char why[128];
	(void)state;
	home_write(&home, "tal.csv", "Kommun;Folkmängd 2024\nFlen;16 000\nAtlantis;5\n");
	IMPORT(&r, "--kalla", "scb", "--format", "json");
	const struct json *rows = json_parse(buf_cstr(&r.out), r.out.len, &a, why);
	assert_non_null(rows);
	assert_int_equal(rows->count, 2);
	assert_string_equal(json_member(&rows->items[0], "plats")->text, "0482");
	assert_string_equal(json_member(&rows->items[0], "matt")->text, "invanare");
	assert_string_equal(json_member(&rows->items[0], "blir")->text, "ny");
	assert_string_equal(json_member(&rows->items[1], "blir")->text, "forstas_inte");
	assert_int_equal(json_member(&rows->items[1], "varde")->kind, JSON_NULL);
	run_release(&r);
	arena_release(&a);
}

/* What is refused leaves the folder as it was, and says in a sentence what to do. */
static void refused(void **state)
{
	struct run r = {0};
	char *pipe = home_path(&home, "pipa.csv"), *link = home_path(&home, "lank.csv");
	(void)state;
	assert_int_equal(mkfifo(pipe, 0600), 0);
	home_write(&home, "tal.csv", "Kommun;Folkmängd 2024\nFlen;5\nFlen;6\n");
	const struct {
		const char *words[6];
		int status;
		const char *says;
	} rows[] = {
		{{"importera", "matt", council, "--kalla", "scb", NULL}, 1, "vanlig fil"},
		{{"importera", "matt", pipe, "--kalla", "scb", NULL}, 1, "vanlig fil"},
		{{"importera", "matt", link, "--kalla", "scb", NULL}, 1, "lank.csv"},
		{{"importera", "plan", file, "--kalla", "scb", NULL}, 2, "radsbord importera matt FIL"},
		{{"importera", "matt", file, NULL}, 2, "--kalla"},
		{{"importera", "matt", file, "--kalla", "scb", "--spara"}, 1, "Rad 2 och rad 3 anger olika värden"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *words[12] = {"--rad", council};
		for (size_t k = 0; k < 6 && rows[i].words[k]; k++)
			words[2 + k] = rows[i].words[k];
		run_words(&home, &r, words);
		if (r.status != rows[i].status)
			fail_msg("%zu: %d %s", i, r.status, buf_cstr(&r.err));
		has(&r.err, rows[i].says);
		assert_true(r.err.len > 0);
		run_release(&r);
	}
	home_write(&home, "tal.csv", "Kommun;Folkmängd 2024;Not\nFlen;5;Ring 640823-3234\n");
	IMPORT(&r, "--kalla", "scb", "--spara");
	assert_int_equal(r.status, 1);
	has(&r.err, "personnummer");
	lacks(&r.err, "3234");
	lacks(&r.out, "640823-3234");
	run_release(&r);
	IMPORT(&r, "--kalla", "scb", "--datum", "2027-01-01");
	assert_int_equal(r.status, 2);
	run_release(&r);
	assert_null(home_read(&home, "rad/matt/scb.csv"));
	free(pipe);
	free(link);
}

static int64_t some_day(void *ctx)
{
	(void)ctx;
	return 1795510800; /* 2026-11-24 */
}

static void no_chance(void *ctx, void *bytes, size_t n)
{
	(void)ctx;
	memset(bytes, 9, n);
}

/* What the command line has saved the panes undo, in another run: first the correction, then the import. */
static void undone_in_the_panes(void **state)
{
	struct run r = {0};
	const char *source = getenv("RADSBORD_SOURCE");
	char *data = mem_printf("%s/data", source ? source : "."), *config = mem_printf("%s/config", source ? source : ".");
	char *kept = home_path(&home, ".local/state/radsbord");
	const struct session_options so = {.data_dir = data, .config_dir = config, .council_path = council, .io = io_system(),
	                                   .clock = {.utc = some_day, .mono_ms = some_day}, .random = no_chance, .user = "prov",
	                                   .host = "dator"};
	struct error e = {0};
	(void)state;
	home_write(&home, "tal.csv", "Kommun;Folkmängd 2024\nFlen;5\n");
	IMPORT(&r, "--kalla", "scb", "--spara");
	run_release(&r);
	char *first = home_read(&home, "rad/matt/scb.csv");
	home_write(&home, "tal.csv", "Kommun;Folkmängd 2024\nFlen;6\nTrosa;7\n");
	IMPORT(&r, "--kalla", "scb", "--spara");
	run_release(&r);
	struct session *s = session_open(&so, &e);
	assert_non_null(s);
	assert_true(session_remember(s, kept, &e));
	assert_string_equal(session_undo_title(s), "Inläsning av scb ur tal.csv");
	if (!session_undo(s, &e))
		fail_msg("%s", e.text);
	char *now = home_read(&home, "rad/matt/scb.csv");
	assert_string_equal(now, first);
	assert_true(session_undo(s, &e));
	free(now);
	now = home_read(&home, "rad/matt/scb.csv");
	assert_string_equal(now, "plats,ar,matt,kalla,varde,publicerat,orsak,not,datum\n");
	session_close(&s);
	free(now);
	free(first);
	free(kept);
	free(data);
	free(config);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(from_file_to_explanation),
		TEST(small_numbers),
		TEST(rows_for_programs),
		TEST(refused),
		TEST(undone_in_the_panes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
