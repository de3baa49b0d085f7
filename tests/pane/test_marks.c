/* Rows that are marked, and what is then done with all of them: shown before it is done, one step, one undo, all or nothing. */
#include "stage.h"

#include "radsbord/app/export.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PLAN "plan/2019.rec"
#define NEW "plan/2026.rec"

/* How often a text stands in a file of the council. */
static int times(struct stage *s, const char *file, const char *text)
{
	char *bytes = practice_read(&s->practice, file);
	int n = 0;
	for (const char *at = bytes; at && (at = strstr(at, text)); at += strlen(text))
		n++;
	free(bytes);
	return n;
}

/* Space marks and goes on; the star marks all that the filter shows, or none; Esc takes the marks away. */
static void test_marks(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3  ");
	stage_expect(s, "2 markerade");
	stage_expect(s, "*  1  ");
	stage_expect(s, "*  2  ");
	stage_type(s, "k ");
	stage_expect(s, "1 markerad ");
	stage_type(s, "/remissinstans\n");
	stage_expect(s, "1 markerad (1 visas inte)");
	stage_type(s, "*");
	stage_expect(s, "2 markerade (1 visas inte)");
	stage_type(s, "\033");
	stage_expect(s, "2 markerade");
	stage_expect_not(s, "visas inte");
	stage_type(s, "\033");
	stage_expect(s, "Ingen rad är markerad.");
	stage_expect_not(s, "markerade");
	stage_type(s, "*");
	stage_expect(s, "14 markerade");
	stage_type(s, "*");
	stage_expect_not(s, "markerade");
}

/* Marks hold records, not lines: they follow them through another order, and another part has its own. */
static void test_marks_follow_their_records(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3 sNr, fall\n");
	stage_expect(s, "*  1  ");
	stage_expect(s, "1 markerad");
	stage_type(s, "\t");
	stage_expect_not(s, "1 markerad");
}

static void test_one_row_is_told_as_one(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3/remissinstans\n*");
	stage_expect(s, "En rad är markerad. En gång till avmarkerar den.");
}

/* A choice among very many is searched to its end before Enter takes one. */
static void test_very_many_choices(void **state)
{
	struct stage *s = *state;
	char *path = mem_printf("%s/%s", s->practice.path, PLAN);
	FILE *plan = fopen(path, "a");
	assert_non_null(plan);
	free(path);
	fprintf(plan, "\n%%rec: Mal\n%%key: Id\n");
	for (int i = 0; i < 5000; i++)
		fprintf(plan, "\nId: G%09d\nRubrik: %s nummer %d\n", i, i == 4987 ? "Xylofon" : "Mål", i);
	assert_int_equal(fclose(plan), 0);
	stage_restart(s, true);
	stage_type(s, "3  lmål\nx");
	stage_expect(s, "Xylofon nummer 4987");
	stage_expect_not(s, "letar");
	stage_type(s, "\n");
	stage_expect(s, "till målet Xylofon nummer 4987?");
}

/* The question says what is to be done with how many and what it makes of each; one can be left out; it is one step. */
static void test_owner_of_all(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3   rAnna Ek\n");
	stage_expect(s, "Ändra ansvarig för 3 åtgärder till Anna Ek?");
	stage_expect(s, "– → Anna Ek: H-2");
	stage_type(s, "\v\n");
	stage_expect(s, "(2 av 3)");
	stage_type(s, "\033");
	assert_int_equal(times(s, PLAN, "Ansvarig: Anna Ek"), 0);
	stage_expect(s, "3 markerade");
	stage_type(s, "rAnna Ek\n\n");
	stage_expect(s, "Sparat kl.");
	assert_int_equal(times(s, PLAN, "Ansvarig: Anna Ek"), 3);
	stage_expect_not(s, "markerade");
	stage_type(s, "u");
	stage_expect(s, "3 åtgärder: ansvarig");
	assert_int_equal(times(s, PLAN, "Ansvarig: Anna Ek"), 0);
	stage_press(s, UI_KEY_CTRL + 'R');
	assert_int_equal(times(s, PLAN, "Ansvarig: Anna Ek"), 3);
}

static void test_the_other_verbs(void **state)
{
	static const struct {
		const char *keys, *asked, *written;
		int times;
	} verbs[] = {
		{"  f2027-02-04\n", "Flytta tiden för 2 åtgärder till 2027-02-04?", "Klart_senast: 2027-02-04", 2},
		{"  d", "Ändra status för 2 åtgärder till klar?", "Status: klar", 2},
		{"  Spausad\n", "Ändra status för 2 åtgärder till pausad?", "Status: pausad", 2},
		{"  tRingt dem\n", "Lägga anteckningen till 2 åtgärder?", "Anteckning: 2026-11-24 Ringt dem", 2},
		{"  xInte vår sak\n", "Låta 2 åtgärder utgå?", "Status: utgar", 2},
		{"  Sutg\nInte vår sak\n", "Låta 2 åtgärder utgå?", "Anteckning: 2026-11-24 Inte vår sak", 2},
		{"  lbrist\n\n", "Länka 2 åtgärder till B04", "Brist: B04", 2},
		{"  lförslag\n\n", "Länka 2 åtgärder till F", "Forslag: F", 2},
		{"  lett mål\nmålnivåer\n", "Länka 2 åtgärder till målet Länets alla", "Mal: WMB9R5DE7A", 2},
		{" r\n", "Stryka ansvarig för 1 åtgärd?", "Ansvarig:", 0},
	};
	struct stage *s = *state;
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
		int before;
		stage_restart(s, false);
		stage_type(s, "3");
		before = times(s, PLAN, verbs[i].written);
		stage_type(s, verbs[i].keys);
		stage_expect(s, verbs[i].asked);
		stage_type(s, "\n");
		if (times(s, PLAN, verbs[i].written) - before != verbs[i].times)
			fail_msg("%s: %d", verbs[i].asked, times(s, PLAN, verbs[i].written));
		if (verbs[i].times) {
			stage_type(s, "u");
			assert_int_equal(times(s, PLAN, verbs[i].written), before);
		}
	}
}

/* A personnummer is asked about where it is typed, for all of them at once, and stands nowhere until it is answered. */
static void test_number_is_asked_about(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3  tPatienten 640823-3234 ringde\n");
	stage_expect(s, "Personnummer i texten?");
	stage_type(s, "\n");
	stage_expect(s, "Lägga anteckningen till 2 åtgärder?");
	stage_type(s, "\n");
	assert_int_equal(times(s, PLAN, "640823"), 0);
	assert_int_equal(times(s, PLAN, "Patienten"), 2);
}

/* One of them in a file that cannot be changed: nothing is changed, and the sentence names it. */
static void test_all_or_nothing(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3\t\t\t\ta\r"); /* a plan for this year, so that there are two files */
	stage_restart(s, true);
	stage_type(s, "3ANya samtal\n");
	assert_int_equal(times(s, NEW, "Nya samtal"), 1);
	stage_outside(s, PLAN, "\nNr: 1\n", "\nskräp\nNr: 1\n");
	stage_restart(s, true);
	stage_type(s, "3*");
	stage_expect(s, "15 markerade");
	stage_type(s, "rAnna Ek\n\n");
	stage_expect(s, "Ingenting ändrades, för H-1 ");
	assert_int_equal(times(s, PLAN, "Ansvarig: Anna Ek"), 0);
	assert_int_equal(times(s, NEW, "Ansvarig: Anna Ek"), 0);
}

/* Somebody else has changed one of them meanwhile: that one is asked about, and then all is saved as one step. */
static void test_conflict_is_asked_about(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3   rAnna Ek\n");
	stage_outside(s, PLAN, "Nr: 2\nSlag: aktivitet\n", "Nr: 2\nSlag: aktivitet\nAnsvarig: Folktandvården\n");
	stage_type(s, "\n");
	stage_expect(s, "Folktandvården");
	stage_type(s, "m");
	assert_int_equal(times(s, PLAN, "Ansvarig: Anna Ek"), 3);
	stage_type(s, "u");
	assert_int_equal(times(s, PLAN, "Ansvarig: Anna Ek"), 0);
	assert_int_equal(times(s, PLAN, "Ansvarig: Folktandvården"), 1);
}

/* What is for one row is refused while rows are marked, rather than done to the row one happens to stand on. */
static void test_one_at_a_time(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3 e");
	stage_expect(s, "Det görs med en rad i taget, och 1 är markerade");
	stage_type(s, "2\t\t  a");
	stage_expect(s, "Det görs med en rad i taget, och 2 är markerade");
	stage_type(s, "4 ");
	stage_type(s, "S");
	stage_expect_not(s, "Sparat");
}

static void test_review_and_meeting(void **state)
{
	struct stage *s = *state;
	stage_type(s, "4a2027-02-04\r");
	stage_type(s, "3  b");
	stage_expect(s, "De står som ett ärende på dagordningen");
	stage_type(s, "u");
	stage_type(s, "  \v");
	stage_press(s, UI_KEY_F5);
	stage_expect(s, "1 av 2");
}

/* One action of several gaps, or one of each; the numbers go on. */
static void test_gaps_become_actions(void **state)
{
	struct stage *s = *state;
	stage_type(s, "2  a");
	stage_expect(s, "Av 2 markerade brister:");
	stage_type(s, "\n");
	stage_press(s, UI_KEY_CTRL + 'U');
	stage_type(s, "Ordna mottagning\n");
	stage_expect(s, "Sparat kl.");
	assert_int_equal(times(s, PLAN, "Ordna mottagning"), 1);
	assert_int_equal(times(s, PLAN, "Brist: "), 2);
	stage_type(s, "u");
	assert_int_equal(times(s, PLAN, "Brist: "), 0);
	stage_type(s, "   a\v\n");
	assert_int_equal(times(s, PLAN, "Brist: "), 3);
	assert_int_equal(times(s, PLAN, "Nr: 17\n"), 1);
}

/* Only what is marked is written. */
static void test_export_of_the_marked(void **state)
{
	struct stage *s = *state;
	char *path = mem_printf("%s/urval-2026-11-24.csv", s->practice.folder);
	struct buf bytes = {0};
	export_set(s->practice.session, s->practice.folder, 5);
	stage_type(s, "3  w");
	stage_expect(s, "De markerade raderna (2), som tabell");
	stage_type(s, "\n");
	stage_expect(s, "De markerade raderna");
	stage_type(s, "csv\n");
	FILE *in = fopen(path, "r");
	assert_non_null(in);
	for (int ch; (ch = fgetc(in)) != EOF;)
		buf_char(&bytes, (char)ch);
	fclose(in);
	assert_non_null(strstr(buf_cstr(&bytes), "mötesplats"));
	assert_null(strstr(buf_cstr(&bytes), "närliggande"));
	buf_release(&bytes);
	free(path);
}

/* Facts that are right are checked today, all in one step; what is the report's is refused, and named. */
static void test_facts_are_checked(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3\t\t\t\t\t*d");
	stage_expect(s, "är rapportens och ändras inte här");
	stage_type(s, "*6\t\t\t\t\taVägledning\r");
	stage_expect(s, "Sparat");
	stage_type(s, "aFilm\r");
	assert_int_equal(times(s, "resurser.rec", "Kontrollerad:"), 0);
	stage_type(s, "3/utan:kontrollerad\n*d");
	stage_expect(s, "Stämmer 2 uppgifter, kontrollerade i dag?");
	stage_type(s, "\n");
	assert_int_equal(times(s, "resurser.rec", "Kontrollerad: 2026-11-24"), 2);
	stage_type(s, "u");
	assert_int_equal(times(s, "resurser.rec", "Kontrollerad:"), 0);
}

/* What is to be checked goes to the next agenda as one item. */
static void test_facts_are_taken_up(void **state)
{
	struct stage *s = *state;
	stage_type(s, "4a2027-02-04\r3\t\t\t\t\t  b");
	stage_expect(s, "De står på nästa mötes dagordning.");
	stage_expect_not(s, "markerade");
	stage_type(s, "4\n");
	stage_expect(s, "Att kontrollera: 2 uppgifter");
	stage_type(s, "u");
	stage_expect_not(s, "Att kontrollera: 2 uppgifter");
}

/* Each part keeps its own filter and order while one is away. */
static void test_parts_keep_their_order(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3sNr, fall\n/palliativ\n\t");
	stage_expect_not(s, "Filter:");
	stage_expect_not(s, "▼");
	stage_press(s, UI_KEY_SHIFT_TAB);
	stage_expect(s, "Filter: palliativ");
	stage_expect(s, "▼");
	stage_type(s, "s");
	stage_expect(s, "● Nr, fallande");
	stage_type(s, "\n\033s");
	stage_expect(s, "● Nr, fallande");
	stage_type(s, "Sidans\n");
	stage_expect_not(s, "▼");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(test_marks), TEST(test_one_row_is_told_as_one), TEST(test_marks_follow_their_records), TEST(test_very_many_choices), TEST(test_owner_of_all),   TEST(test_the_other_verbs),
		TEST(test_number_is_asked_about), TEST(test_all_or_nothing), TEST(test_conflict_is_asked_about),      TEST(test_one_at_a_time),  TEST(test_review_and_meeting),
		TEST(test_gaps_become_actions),   TEST(test_export_of_the_marked), TEST(test_facts_are_checked), TEST(test_facts_are_taken_up), TEST(test_parts_keep_their_order)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
