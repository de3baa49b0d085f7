/* The report held against itself, on the real data: what arithmetic and comparison find, each with its reason. */
#include "support/practice.h"

#include "radsbord/report/against.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

enum { TEST, PLACE, CODE, WHAT, PRINTED, COMPUTED, AGREES, REASON, COLUMNS };

static struct practice practice;
static struct doc doc;
static const struct doc_table *table;
static size_t differences;

static int run(void **state)
{
	(void)state;
	if (!practice_open(&practice))
		return -1;
	differences = report_against(&doc, session_model(practice.session));
	for (size_t i = 0; i < doc.count; i++)
		if (doc.items[i].kind == DOC_TABLE)
			table = doc.items[i].table;
	return table && table->columns_count == COLUMNS ? 0 : -1;
}

static int done(void **state)
{
	(void)state;
	doc_release(&doc);
	practice_close(&practice);
	return 0;
}

static const struct doc_cell *find(const char *test, const char *place, const char *what)
{
	for (size_t r = 0; r < table->rows; r++) {
		const struct doc_cell *c = table->cells + r * COLUMNS;
		if (strcmp(c[TEST].text, test) == 0 && strcmp(c[PLACE].text, place) == 0 && strcmp(c[WHAT].text, what) == 0)
			return c;
	}
	printf("no row: %s, %s, %s\n", test, place, what);
	fail();
	return NULL;
}

/* Differences that a reader can check by hand in the appendices and the region texts. */
static void known_differences_are_found(void **state)
{
	(void)state;
	static const struct {
		const char *test, *place, *what, *printed, *computed;
	} rows[] = {
		{"Bilaga 1", "Södermanland", "behov, 25 % av dödsfallen", "768", "766"},
		{"Bilaga 1", "Dalarna", "behov, 25 % av dödsfallen", "783", "782"},
		{"Bilaga 1", "Jämtland Härjedalen", "behov, 25 % av dödsfallen", "340", "341"},
		{"Bilaga 1", "Östergötland", "andel av behovet, procent", "10,7", "10,8"},
		{"Bilaga 2", "Halland", "vårdplatser per 100 000", "4,3", "2,3"},
		{"Bilaga 2", "Jämtland Härjedalen", "vårdplatser per 100 000", "6,1", "6,0"},
		{"Bilaga 2", "Gotland", "sjukhusplatser per 100 000", "9,90", "9,87"},
		{"Text", "Sverige", "behov av det högre talet döda (rad 2, 52)", "23\xC2\xA0""000", "23\xC2\xA0""750"},
		{"Text", "Sverige", "andel utan stöd, procent (rad 20–21)", "33", "37"},
		{"Text", "Sverige", "platser i riket, 8 per 100 000 (rad 879)", "800", "846"},
		{"Text", "Sverige", "platser i riket, 10 per 100 000 (rad 879)", "1\xC2\xA0""000", "1\xC2\xA0""057"},
		{"Text", "Jämtland Härjedalen", "vårdplatser per 100 000, högst (rad 599)", "6", "6,1"},
		{"Platser", "Halland", "alla palliativa vårdplatser", "8", "15"},
		{"Platser", "Västra Götaland", "alla palliativa vårdplatser", "22", "minst 35"},
		{"Platser", "Örebro", "vårdplatser på sjukhus", "17", "0"},
		{"Platser", "Dalarna", "vårdplatser på sjukhus", "0", "8"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct doc_cell *c = find(rows[i].test, rows[i].place, rows[i].what);
		assert_string_equal(c[PRINTED].text, rows[i].printed);
		assert_string_equal(c[COMPUTED].text, rows[i].computed);
		assert_false(c[AGREES].truth);
		assert_true(strlen(c[REASON].text) > 10);
	}
}

/* Agreements are printed too: Gotland's and Stockholm's need, the totals of beds, the map section's regions. */
static void agreements_are_printed(void **state)
{
	(void)state;
	static const struct {
		const char *test, *place, *what;
	} rows[] = {
		{"Bilaga 1", "Gotland", "behov, 25 % av dödsfallen"},
		{"Bilaga 1", "Gotland", "andel av behovet, procent"},
		{"Bilaga 1", "Stockholm", "behov, 25 % av dödsfallen"},
		{"Bilaga 1", "Stockholm", "inte fått stöd, personer"},
		{"Bilaga 1", "Stockholm", "andel av behovet, procent"},
		{"Bilaga 2", "Stockholm", "vårdplatser per 100 000"},
		{"Totaler", "Sverige", "summan av de positiva bristerna"},
		{"Totaler", "Sverige", "summan av vårdplatserna"},
		{"Totaler", "Sverige", "summan av sjukhusplatserna"},
		{"Text", "Sverige", "personer utan stöd (rad 19, 731)"},
		{"Text", "Sverige", "behov i riket (rad 2)"},
		{"Text", "Sverige", "regioner där stödet inte räcker (rad 734)"},
		{"Text", "Norrbotten", "vårdplatser per 100 000 (rad 597–599)"},
		{"Text", "Norrbotten", "sjukhus i regionen"},
		{"Text", "Stockholm", "stöd utöver behovet, procent (rad 750)"},
		{"Text", "Stockholm", "hemsjukvårdsteam, dubbelt mot ett per 100 000 (rad 753–755)"},
		{"Text", "NU-sjukvården", "kommuner i området (rad 499–500)"},
		{"Karta", "Kronoberg", "sjukhusplatser per 100 000"},
		{"Karta", "Stockholm", "sjukhusplatser per 100 000"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_true(find(rows[i].test, rows[i].place, rows[i].what)[AGREES].truth);
}

/* The printed total leaves Stockholm's surplus out, and it is said. */
static void total_says_what_it_leaves_out(void **state)
{
	(void)state;
	const struct doc_cell *c = find("Totaler", "Sverige", "summan av hela kolumnen");
	assert_string_equal(c[PRINTED].text, "8\xC2\xA0""521");
	assert_string_equal(c[COMPUTED].text, "7\xC2\xA0""938");
	assert_non_null(strstr(c[REASON].text, "Stockholms överskott"));
}

/* The count returned is the count of rows that differ, more than a dozen besides the inhabitants; every service has a row. */
static void counts_agree(void **state)
{
	(void)state;
	size_t differ = 0, inhabitants = 0, services = 0;
	for (size_t r = 0; r < table->rows; r++) {
		const struct doc_cell *c = table->cells + r * COLUMNS;
		differ += !c[AGREES].truth;
		inhabitants += !c[AGREES].truth && strcmp(c[WHAT].text, "invånare mot SCB") == 0;
		services += strcmp(c[TEST].text, "Enheter") == 0;
	}
	assert_int_equal(differ, differences);
	assert_int_equal(inhabitants, 21);
	assert_true(differ - inhabitants > 12);
	assert_int_equal(services, 21 * 10); /* the two specialist ratios are not services of units */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_differences_are_found),
		cmocka_unit_test(agreements_are_printed),
		cmocka_unit_test(total_says_what_it_leaves_out),
		cmocka_unit_test(counts_agree),
	};
	return cmocka_run_group_tests(tests, run, done);
}
