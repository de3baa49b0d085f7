/* How the council works, changed on the screen: only its key of rad.ini changes, and never to what the program could not read. */
#include "folder_council.h"

#include "radsbord/council/records.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#define HAND "# Vårt råd\r\n[rad]\r\nformat = 1\r\n\r\n# Namnet\r\nnamn = \"Palliativa rådet\"\r\nregion = 04\r\nmitt_eget = kvar\r\njusterare=2"

static const struct rules *rules_of(const struct folder *f)
{
	assert_int_equal(records_count(folder_records(f), RECORD_RULES), 1);
	return records_rules(folder_records(f), 0);
}

static void set(const struct folder *f, struct changes *c, const char *field, const char *value)
{
	changes_set_text(c, RECORD_RULES, &rules_of(f)->head, field, value);
}

static void test_only_its_key(void **state)
{
	/* Each key in place or new, quoted or not, in a file written by hand with CRLF and without a last newline; taken back, the bytes
	 * are as they were. */
	static const struct {
		const char *field, *value, *from, *to;
	} rows[] = {
		{"Namn", "Rådet", "\"Palliativa rådet\"", "\"Rådet\""},
		{"Justerare", "0", "justerare=2", "justerare=0"},
		{"Justerare", NULL, "\r\njusterare=2", "\r\n"},
		{"Beslutsfor", "7", "justerare=2", "justerare=2\r\nbeslutsfor = 7"},
		{"Paragrafer", "ar", "region = 04\r\n", "region = 04\r\nparagrafer = ar\r\n"},
		{"Ordval", "hör", "region = 04\r\n", "region = 04\r\nordval = hör\r\n"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct scratch s;
		struct folder *f = council_open(&s, io_system());
		struct changes c = {0};
		char *wanted = council_replaced(HAND, rows[i].from, rows[i].to);

		scratch_puts(&s, "rad.ini", HAND);
		folder_refresh(f);
		set(f, &c, rows[i].field, rows[i].value);
		council_apply(f, &c);
		council_bytes(&s, "rad.ini", wanted);
		free(wanted);
		changes_release(&c);
		folder_close(&f);
		scratch_release(&s);
	}
}

static void test_there_and_back(void **state)
{
	/* Every field to another value and back by the inverse; the settings that the program works by follow. */
	static const char *const rows[][2] = {{"Namn", "Nya rådet"}, {"Protokoll", "minnesanteckningar"}, {"Justerare", "2"},
	                                      {"Beslutsfor", "9"}, {"Ordval", "hör"}, {"Mall", "mall.docx"},
	                                      {"Dagordning", "Mötet öppnas (5)"}};
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct changes all = {0}, back = {0};
	char *before = scratch_get(&s, "rad.ini", NULL), *after;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		set(f, &all, rows[i][0], rows[i][1]);
	council_apply(f, &all);
	assert_string_equal(folder_settings(f)->name, "Nya rådet");
	assert_true(folder_settings(f)->notes);
	assert_int_equal(folder_settings(f)->adjusters, 2);
	assert_int_equal(folder_settings(f)->quorum, 9);
	assert_string_equal(folder_settings(f)->verb, "hör");
	assert_string_equal(folder_settings(f)->template, "mall.docx");
	assert_string_equal(folder_settings(f)->agenda, "Mötet öppnas (5)");
	changes_invert(&all, &back);
	council_apply(f, &back);
	/* The first choice is what a file without the key has; the step writes it out. */
	after = scratch_get(&s, "rad.ini", NULL);
	char *explicit = council_replaced(after, "protokoll = protokoll\n", "");
	assert_string_equal(explicit, before);
	assert_false(folder_settings(f)->notes);
	free(explicit);
	free(after);
	free(before);
	changes_release(&all);
	changes_release(&back);
	folder_close(&f);
	scratch_release(&s);
}

static void test_refuses(void **state)
{
	/* What rad.ini cannot hold, what the program could not read, what somebody changed meanwhile: nothing is written. */
	static const char *const rows[][2] = {{"Justerare", "3"}, {"Beslutsfor", "201"}, {"Namn", "a;b"}, {"Namn", "a#b"}, {"Ordval", "\"x"},
	                                      {"Namn", "rad\\"}, {"Ordval", "a | b"}};
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct changes late = {0};
	char *before = scratch_get(&s, "rad.ini", NULL), *longer = mem_alloc(1001);

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows + 1; i++) {
		struct changes c = {0};

		memset(longer, 'x', 1000);
		set(f, &c, i ? rows[i - 1][0] : "Namn", i ? rows[i - 1][1] : longer);
		council_refused(f, &c, ERROR_DATA, i == 1 || i == 2 ? "ska vara ett heltal" : "skriv det på annat sätt");
		council_bytes(&s, "rad.ini", before);
		changes_release(&c);
	}
	set(f, &late, "Namn", "Mitt namn");
	char *other = council_replaced(before, folder_settings(f)->name, "Deras namn");
	scratch_puts(&s, "rad.ini", other);
	council_refused(f, &late, ERROR_CONFLICT, "Deras namn");
	council_bytes(&s, "rad.ini", other);
	changes_release(&late);
	free(other);
	free(longer);
	free(before);
	folder_close(&f);
	scratch_release(&s);
}

static void test_lists(void **state)
{
	/* The agenda is one line with bars in the file and an item a line in the form. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());

	(void)state;
	scratch_puts(&s, "rad.ini", "[rad]\nformat = 1\nnamn = R\nregion = 04\ndagordning = Mötet öppnas (5) |Närvaro|  | Övriga frågor\n");
	folder_refresh(f);
	const struct strings *agenda = &rules_of(f)->agenda;
	assert_int_equal(agenda->count, 3);
	assert_string_equal(agenda->items[0], "Mötet öppnas (5)");
	assert_string_equal(agenda->items[1], "Närvaro");
	assert_string_equal(agenda->items[2], "Övriga frågor");
	folder_close(&f);
	scratch_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_only_its_key),
		cmocka_unit_test(test_there_and_back),
		cmocka_unit_test(test_refuses),
		cmocka_unit_test(test_lists),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
