/* test_options.c - reading the command line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "radsbord/base/text.h"
#include "radsbord/cli/cli.h"

#include <stdlib.h>
#include <string.h>

/* Parses words up to NULL, after the program's name. */
static bool parse(struct cli_options *o, struct error *e, const char *const *words)
{
	char *argv[32] = {(char[]){"radsbord"}};
	struct arena a = {0};
	int argc = 1;
	*o = (struct cli_options){0};
	*e = (struct error){0};
	for (; words[argc - 1]; argc++)
		argv[argc] = arena_strdup(&a, words[argc - 1]);
	bool ok = cli_parse(argc, argv, o, e);
	/* The words are borrowed; only what is asked below is kept. */
	o->subcommand = o->subcommand ? words[0] : NULL;
	arena_release(&a);
	return ok;
}
#define PARSE(o, e, ...) parse(o, e, (const char *const[]){__VA_ARGS__, NULL})

static void expect_time(const char *typed, const char *utc)
{
	struct cli_options o;
	struct error e;
	struct buf b = {0};
	if (!PARSE(&o, &e, "oversikt", "--idag", typed))
		fail_msg("%s: %s", typed, e.text);
	assert_true(o.clock_fixed);
	utc_format(&b, o.clock_utc);
	assert_string_equal(buf_cstr(&b), utc);
	buf_release(&b);
}

static void test_today(void **state)
{
	/* --idag is Swedish time: an hour ahead in winter, two in summer, also on the days when that changes. */
	(void)state;
	expect_time("2026-11-24", "2026-11-24T11:00:00Z");
	expect_time("2026-06-24", "2026-06-24T10:00:00Z");
	expect_time("2026-11-24T09:30:05", "2026-11-24T08:30:05Z");
	expect_time("2026-06-24T00:00:00", "2026-06-23T22:00:00Z");
	expect_time("2026-03-29T01:59:59", "2026-03-29T00:59:59Z");
	expect_time("2026-03-29T03:00:00", "2026-03-29T01:00:00Z");
	expect_time("2026-10-25T01:30:00", "2026-10-24T23:30:00Z");
	expect_time("2026-10-25T03:30:00", "2026-10-25T02:30:00Z");
	expect_time("1970-01-01T00:00:00", "1969-12-31T23:00:00Z");
}

static void test_every_hour_comes_back(void **state)
{
	/* Whatever hour is typed is the hour shown, but for the one in March that does not exist. */
	(void)state;
	for (int32_t day = date_days((struct date){2026, 3, 1}); day < date_days((struct date){2026, 11, 1}); day++)
		for (int hour = 0; hour < 24; hour++) {
			struct cli_options o;
			struct error e;
			struct buf typed = {0};
			date_format_iso(&typed, date_from_days(day));
			buf_printf(&typed, "T%02d:15:00", hour);
			assert_true(PARSE(&o, &e, "oversikt", "--idag", buf_cstr(&typed)));
			struct wall w = wall_from_utc(o.clock_utc);
			if (strcmp(buf_cstr(&typed), "2026-03-29T02:15:00") != 0 &&
			    (date_days(w.date) != day || w.minutes != hour * 60 + 15))
				fail_msg("%s is shown as %d:%02d", buf_cstr(&typed), w.minutes / 60, w.minutes % 60);
			buf_release(&typed);
		}
}

static void test_bad_today(void **state)
{
	/* What is no day or no time is refused, and the clock stays the machine's. */
	static const char *const bad[] = {
		"2026-02-30", "2026-11-24T24:00:00", "2026-11-24T9:30:00", "2026-11-24T:0:30:00", "2026-11-24 09:30:00", "24/11",
		"2026-11-24T09:30", "2026-11-24T09:30:00Z", "idag", "2026-11-24x", "9999-12-31T23:59:59", "0000-01-01"};
	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct cli_options o;
		struct error e;
		if (PARSE(&o, &e, "oversikt", "--idag", bad[i]))
			fail_msg("%s was accepted", bad[i]);
		assert_int_equal(e.code, ERROR_USAGE);
		assert_non_null(strstr(e.text, bad[i]));
		assert_false(o.clock_fixed);
	}
}

static void test_options_anywhere(void **state)
{
	/* Options stand before, after and between the words, with a blank or an equals sign; after -- all are words. */
	struct cli_options o;
	struct error e;
	(void)state;
	assert_true(PARSE(&o, &e, "oversikt", "--ar=2024", "Skåne", "--format", "csv", "--kommun"));
	assert_int_equal(o.year, 2024);
	assert_int_equal(o.format, OUTPUT_CSV);
	assert_true(o.municipality);
	assert_int_equal(o.arguments_count, 1);
	assert_true(PARSE(&o, &e, "oversikt", "--", "--ar"));
	assert_int_equal(o.arguments_count, 1);
	assert_true(PARSE(&o, &e, "oversikt", "--år", "2023", "--kriterier", "kriterier", "--språk", "sv"));
	assert_int_equal(o.year, 2023);
	assert_int_equal(o.criteria, INDIKATOR_DEMAND);
}

static void test_wrong_use(void **state)
{
	/* Wrong use is refused by a sentence that quotes what was typed or says what to write. */
	static const struct {
		const char *words[12], *says;
	} wrong[] = {
		{{"blarg"}, "”blarg”"},
		{{"oversikt", "--blarg"}, "”--blarg”"},
		{{"oversikt", "-x"}, "”-x”"},
		{{"oversikt", "--format", "xml"}, "”xml”"},
		{{"oversikt", "--format"}, "--format FORMAT"},
		{{"oversikt", "--format="}, "--format FORMAT"},
		{{"oversikt", "--kommun=ja"}, "tar inget värde"},
		{{"oversikt", "--ar", "24"}, "”24”"},
		{{"oversikt", "--ar", "20245"}, "”20245”"},
		{{"oversikt", "--sprak", "de"}, "”de”"},
		{{"oversikt", "--kriterier", "egna"}, "--kriterier karta eller --kriterier kriterier"},
		{{"oversikt", "a", "b"}, "Skriv: radsbord oversikt [PLATS]"},
		{{"mal", "a"}, "Skriv: radsbord mal"},
		{{"forklara", "Skåne"}, "Skriv: radsbord forklara PLATS INDIKATOR"},
		{{"forklara", "Skåne", "konsultteam", "--format", "json"}, "ta bort --format"},
		{{"plan", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, "för många ord"},
		{{"oversikt", "\xff"}, "UTF-8"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct cli_options o;
		struct error e;
		if (parse(&o, &e, wrong[i].words))
			fail_msg("%s %s was accepted", wrong[i].words[0], wrong[i].words[1] ? wrong[i].words[1] : "");
		assert_int_equal(e.code, ERROR_USAGE);
		if (!strstr(e.text, wrong[i].says) || e.text[strlen(e.text) - 1] == ' ')
			fail_msg("%s", e.text);
	}
}

static void test_subcommand_rows(void **state)
{
	/* Every row has a name in ASCII, a sentence and room for its words; its accented form leads to it too. */
	(void)state;
	for (const struct subcommand *s = cli_subcommands; s->name; s++) {
		assert_int_equal(strspn(s->name, "abcdefghijklmnopqrstuvwxyz-"), strlen(s->name));
		assert_ptr_equal(cli_find_subcommand(s->name), s);
		assert_true(s->arguments && s->help && *s->help && s->run);
		assert_true(s->arguments_min <= s->arguments_max);
		assert_int_equal(s->arguments_max > 0, *s->arguments != '\0');
		if (!s->accented)
			continue;
		assert_ptr_equal(cli_find_subcommand(s->accented), s);
		assert_true(text_same_name(s->accented, s->name));
	}
	assert_null(cli_find_subcommand(""));
}

static void test_help_text(void **state)
{
	/* The help names every sub-command with its words and every option; that of one sub-command begins with it. */
	static const char *const options[] = {"--rad", "--data", "--format", "--ar", "--kommun", "--kriterier", "--namn", "--region",
	                                      "--idag", "--sprak", "--hjalp", "--version"};
	struct cli_options o = {0};
	struct buf b = {0};
	(void)state;
	cli_print_help(&o, &b);
	for (const struct subcommand *s = cli_subcommands; s->name; s++) {
		char *line = mem_printf("  radsbord %s %s", s->name, s->arguments);
		assert_non_null(strstr(buf_cstr(&b), line));
		assert_non_null(strstr(buf_cstr(&b), s->help));
		free(line);
	}
	for (size_t i = 0; i < sizeof options / sizeof *options; i++)
		assert_non_null(strstr(buf_cstr(&b), options[i]));
	buf_clear(&b);
	o.subcommand = "forklara";
	cli_print_help(&o, &b);
	assert_int_equal(strncmp(buf_cstr(&b), "radsbord forklara PLATS INDIKATOR\n", 34), 0);
	buf_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_today),
		cmocka_unit_test(test_every_hour_comes_back),
		cmocka_unit_test(test_bad_today),
		cmocka_unit_test(test_options_anywhere),
		cmocka_unit_test(test_wrong_use),
		cmocka_unit_test(test_subcommand_rows),
		cmocka_unit_test(test_help_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
