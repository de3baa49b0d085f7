/* Filters by name: kept for the list they are of, used, renamed, taken away, there after a restart, and named in the line. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static void test_ready_made(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3F");
	stage_expect(s, "Försenade: försenad");
	stage_expect(s, "Före nästa möte: status:öppen senast:nästa-möte");
	stage_expect_not(s, "Spara det som visas nu");
	stage_expect_not(s, "Visa allt");
	stage_type(s, "utan ansv\n");
	stage_expect(s, "Utan ansvarig: 14 av 14. Esc visar allt.");
	stage_type(s, "F");
	stage_expect(s, "● Utan ansvarig");
	stage_type(s, "visa allt\n");
	stage_expect_not(s, "Filter:");
}

static void test_kept_used_renamed_and_gone(void **state)
{
	struct stage *s = *state;
	stage_restart(s, true); /* from here on it is kept on the disk */
	stage_type(s, "3/utbild\nF");
	stage_expect(s, "Spara det som visas nu: utbild");
	stage_type(s, "\n\n");
	stage_expect(s, "Skriv ett namn");
	stage_type(s, "Kurser\n");
	stage_expect(s, "Filtret Kurser är sparat på den här datorn.");
	stage_restart(s, true);
	stage_type(s, "3Fkurs\n");
	stage_expect(s, "Kurser: 3 av 14");
	stage_type(s, "\t\tF"); /* the goals have none of it */
	stage_expect_not(s, "Kurser");
	stage_type(s, "\033");
	stage_restart(s, false);
	stage_type(s, "3FByt namn\n\n\n");
	stage_expect(s, "Filtrets nya namn: Kurser");
	stage_type(s, " och dagar\n");
	stage_expect(s, "Filtret heter nu Kurser och dagar.");
	stage_type(s, "F");
	stage_expect(s, "Kurser och dagar: utbild");
	stage_type(s, "byt namn\n\n\v\n");
	stage_expect(s, "Filtret Kurser och dagar är borttaget.");
	stage_restart(s, true);
	stage_type(s, "3F");
	stage_expect_not(s, "Kurser");
}

/* Who one is is asked once. */
static void test_mine(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3rAnna Ek\nFmina\n");
	stage_expect(s, "Vem är du?");
	stage_type(s, "anna\n");
	stage_expect(s, "Mina: 1 av 14");
	stage_type(s, "\033F");
	stage_expect(s, "Mina: ansvarig:\"Anna Ek\"");
	stage_expect_not(s, "Mina …");
}

/* In the line a filter is its words; a name that nobody has is told. */
static void test_named_in_the_line(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3/filter:utan-ansvarig vara\n");
	stage_expect(s, "Filter: status:öppen utan:ansvarig vara");
	stage_expect(s, "2 av 14");
	stage_type(s, "\033/filter:okänt");
	stage_expect(s, "Inget sparat filter heter ”okänt”.");
	stage_type(s, "\n");
	stage_expect(s, "Inget sparat filter heter ”okänt”.");
}

/* Tab gives the word `filter:`, and then the names, the person's own first. */
static void test_names_are_filled_in(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3/vara\nF\nFörslag att vara\n\033/fi\t");
	stage_expect(s, "Filtrera: filter:");
	stage_expect(s, "filter:\"Förslag att vara\"  filter:Försenade");
	stage_type(s, "utan-a\t");
	stage_expect(s, "Filtrera: filter:\"Utan ansvarig\"");
	stage_type(s, " \t\033/filter:f\t\n");
	stage_expect(s, "Filter: vara");
	stage_type(s, "\033/filter:\n"); /* no name yet: all are shown, and nothing is wrong */
	stage_expect_not(s, "finns inte");
	stage_expect(s, "14 av 14");
}

static void test_names_are_looked_at(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3/vara\nF\n640823-3234\n");
	stage_expect(s, "personnummer");
	stage_type(s, "\033F\nEtt namn som är mycket längre än vad som får plats här\n");
	stage_expect(s, "Namnet är för långt.");
	stage_type(s, "\0331F");
	stage_expect_not(s, "Spara det som visas nu");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
	const struct CMUnitTest tests[] = {TEST(test_ready_made), TEST(test_kept_used_renamed_and_gone), TEST(test_mine),
	                                   TEST(test_named_in_the_line), TEST(test_names_are_filled_in), TEST(test_names_are_looked_at)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
