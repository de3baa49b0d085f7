/* test_plan.c - the plan and the meetings: filters, tables, details, how the goals stand. */
#include "house.h"

#include "radsbord/report/filter.h"

#include <stdlib.h>
#include <string.h>

static void test_filter(void **state)
{
	/* Plain words and keys, all of which must fit, with Swedish folding; a key still without a value leaves all. */
	static const struct {
		const char *filter;
		bool first, second;
	} rows[] = {
		{"", true, true},          {NULL, true, true},          {"läkare", true, false},   {"LÄKARE jour", true, false},
		{"ombud", true, true},     {"ansvarig:sörm", true, false}, {"ansvarig:", true, true}, {"status:pågår", true, false},
		{"status:pagar", true, false}, {"status:löp", false, true}, {"försenad", true, false}, {"Försenad utbilda", false, false},
		{"fokus:stöd", true, false}, {"tjänst:jour", true, false}, {"tjanst:jour", true, false}, {"2026-09-10", true, false},
		{"zebra", false, false},   {"status:försenad", true, false}, {"status:öppen", true, true},
		{"ansvarig: läkare", true, false}, {"okänd:nyckel", false, false},
		/* Due by a day, a month or a year, or before it; what has no day is due by none. */
		{"senast:2026-10-31", true, false}, {"senast:2026-10-30", false, false}, {"senast:<2026-10-31", false, false},
		{"senast:<2026-11-01", true, false}, {"senast:2026-10", true, false}, {"senast:<2026-10", false, false},
		{"senast:2026", true, false}, {"senast:<2026", false, false}, {"senast:2025", false, false},
		{"senast:<2027 läkare", true, false}, {"senast:", true, true}, {"senast:snart", false, false},
		{"senast:<", true, false}, {"  \t senast:2026   läkare ", true, false},
	};
	struct house h;
	(void)state;
	house_build(&h);
	house_council(&h);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		h.model.filter = rows[i].filter;
		struct record_choice *choice = record_choice_new(&h.model, -1, RECORD_ACTION);
		struct doc nothing = {0};
		bool first = record_choice_takes(choice, records_action(&h.council, 0));
		bool second = record_choice_takes(choice, records_action(&h.council, 1));
		record_choice_end(&choice, &nothing);
		doc_release(&nothing);
		if (first != rows[i].first || second != rows[i].second)
			fail_msg("%s", rows[i].filter ? rows[i].filter : "(none)");
	}
	house_release(&h);
}

static void test_plan_table(void **state)
{
	/* `radsbord plan`: late is a word for people and a truth for programs. */
	struct house h;
	struct doc d = {0};
	struct buf json = {0};
	(void)state;
	house_build(&h);
	house_council(&h);
	h.model.filter = "jour";
	report_plan(&d, &h.model);
	render_json(&d, &json);
	assert_string_equal(buf_cstr(&json),
	                    "[\n{\"nr\": 1, \"id\": \"A1\", \"fokusomrade\": \"Ombud och stödfunktioner\", \"aktivitet\": \"Läkare i "
	                    "jour\", \"ansvarig\": \"Region Sörmland\", \"start\": null, \"senast\": \"2026-10-31\", \"status\": "
	                    "\"pagar\", \"forsenad\": true, \"mote\": \"M1\"}\n]\n");
	char *text = house_text(&d, 80);
	house_has(text, " 1  Läkare i jour  Region Sörmland  2026-10-31    pågår, försenad\n");
	house_has(text, "1 av 2 visas (”jour”).");
	free(text);
	buf_release(&json);
	h.model.council = NULL;
	h.model.filter = NULL;
	report_plan(&d, &h.model);
	text = house_text(&d, 80);
	house_has(text, "Inget råd är öppet.");
	free(text);
	house_release(&h);
}

static void test_meetings(void **state)
{
	/* `radsbord moten`: by date, the times as people and as programs write them; another year has none. */
	struct house h;
	struct doc d = {0};
	struct buf csv = {0};
	(void)state;
	house_build(&h);
	house_council(&h);
	report_meetings(&d, &h.model, 2026);
	render_csv(&d, &csv);
	house_has(buf_cstr(&csv), "nr;id;datum;start;slut;plats;typ;status\r\n2;M2;2026-02-03;;;;halvdag;hallet\r\n"
	                          "1;M1;2026-12-24;09:00;12:00;Nyköping;halvdag;planerat\r\n");
	buf_release(&csv);
	char *text = house_text(&d, 80);
	house_has(text, "2026-12-24 (tor)   9.00  12.00  Nyköping");
	free(text);
	report_meetings(&d, &h.model, 2027);
	text = house_text(&d, 80);
	house_has(text, "Inga möten är planerade.");
	free(text);
	house_release(&h);
}

static void test_meeting(void **state)
{
	/* The day is warned of; the meeting does not collide with itself; the agenda is that of its file. */
	struct house h;
	struct doc d = {0};
	(void)state;
	house_build(&h);
	house_council(&h);
	report_meeting(&d, &h.model, records_meeting(&h.council, 0));
	char *text = house_text(&d, 80);
	house_has(text, "torsdag den 24 december 2026, v. 52");
	house_has(text, "kl. 9.00–12.00");
	house_has(text, "Julafton");
	house_lacks(text, "Ett annat möte");
	house_has(text, "1  Jourlinjen (beslut, 20 minuter)");
	free(text);
	report_meeting(&d, &h.model, records_meeting(&h.council, 1));
	text = house_text(&d, 80);
	house_lacks(text, "Dagordning");
	house_lacks(text, "Obs");
	free(text);
	house_release(&h);
}

static void test_action(void **state)
{
	/* An action leads back to what it answers and where it was decided, and says what is still to fill in. */
	struct house h;
	struct doc d = {0};
	(void)state;
	house_build(&h);
	house_council(&h);
	report_action(&d, &h.model, records_action(&h.council, 0));
	char *text = house_text(&d, 0);
	house_has(text, "pågår, försenad");
	house_has(text, "på mötet den 24 december 2026");
	house_has(text, "B04-01 Jourlinje dygnet runt, saknas, hela regionen");
	house_has(text, "F-R01 Jour dygnet runt");
	house_has(text, "2026-09-10 ny tid");
	house_lacks(text, "Att komplettera");
	free(text);
	report_action(&d, &h.model, records_action(&h.council, 1));
	text = house_text(&d, 0);
	house_has(text, "Ansvarig         ingen angiven");
	house_has(text, "Att komplettera  ansvarig\n");
	free(text);
	house_release(&h);
}

static void test_plan_head(void **state)
{
	/* The goals as they stand: squares of places and indicators, the unknown counted apart; the quota of the year. */
	struct house h;
	struct doc d = {0};
	(void)state;
	house_build(&h);
	house_council(&h);
	report_plan_head(&d, &h.model, records_plan(&h.council, 0));
	char *text = house_text(&d, 0);
	house_has(text, "Uppdragsgivare  Länsstyrgruppen");
	house_has(text, "den 29 januari 2026");
	house_has(text, "1. Nå målnivåerna: 0 av 4 rutor når målet, 4 okända (1 indikator × 4 platser).");
	house_has(text, "2. Lika vård, oavsett ålder, sjukdom (principmål)");
	house_has(text, "Halvdagar  planerade 2 av 3, hållna 1");
	house_has(text, "Heldagar   planerade 0 av 1, hållna 0");
	free(text);
	house_release(&h);
}

static void test_goal_that_cannot_be_read(void **state)
{
	/* A target of its own that nobody can read is shown as it stands, and the national levels are used meanwhile. */
	struct house h;
	struct doc d = {0};
	(void)state;
	house_build(&h);
	house_council(&h);
	struct goal g = *records_goal(&h.council, 0);
	g.target = "hög";
	report_goal(&d, &h.model, &g);
	char *text = house_text(&d, 0);
	house_has(text, "Delmål  ”hög” kan inte läsas. Rutorna mäts mot de nationella nivåerna tills det är rättat.");
	house_has(text, "1 Brytpunktssamtal (minst 98 %)");
	free(text);
	house_release(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_filter),  cmocka_unit_test(test_plan_table), cmocka_unit_test(test_meetings),
		cmocka_unit_test(test_meeting), cmocka_unit_test(test_action),     cmocka_unit_test(test_plan_head),
		cmocka_unit_test(test_goal_that_cannot_be_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
