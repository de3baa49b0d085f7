/* test_manual.c - the manual pages and the completion have every row of the tables that they are made from. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "radsbord/app/command.h"
#include "radsbord/cli/cli.h"
#include "radsbord/cli/manual.h"
#include "radsbord/council/records.h"
#include "radsbord/report/documents.h"
#include "radsbord/store/folder.h"
#include "radsbord/store/national.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct manual manual = {.version = "7.3", .date = "2026-11-26", .data = "/opt/x-y/share/radsbord"};

static void has(const struct buf *page, const char *text)
{
	if (!strstr(buf_cstr(page), text))
		fail_msg("missing: %s", text);
}

/* A term of the page, as it is escaped there. */
static void has_term(const struct buf *page, const char *term)
{
	struct buf roff = {0};
	buf_str(&roff, "\n.TP\n\\fB");
	roff_text(&roff, term);
	buf_str(&roff, "\\fR");
	has(page, buf_cstr(&roff));
	buf_release(&roff);
}

/* The beginning of a sentence, that no line break can come into. */
static void has_sentence(const struct buf *page, const char *text)
{
	struct buf roff = {0}, flat = {0};
	roff_text(&roff, text);
	for (const char *c = buf_cstr(page); *c; c++)
		buf_char(&flat, *c == '\n' ? ' ' : *c);
	for (char *c = roff.data; c && *c; c++)
		*c = *c == '\n' ? ' ' : *c;
	has(&flat, buf_cstr(&roff));
	buf_release(&roff);
	buf_release(&flat);
}

static void test_program_page(void **state)
{
	(void)state;
	struct buf page = {0};
	manual_program(&manual, &page);
	has(&page, ".TH RADSBORD 1 2026-11-26 \"Rådsbord 7.3\"");
	has_term(&page, "/opt/x-y/share/radsbord");
	for (const struct subcommand *s = cli_subcommands; s->name; s++) {
		has_term(&page, s->name);
		has_sentence(&page, s->help);
	}
	for (const struct cli_option *o = cli_option_rows; o->name; o++) {
		has_term(&page, o->name);
		has_sentence(&page, o->help);
	}
	for (const struct document *d = documents; d->name; d++)
		has_term(&page, d->name);
	for (int i = COMMAND_NONE + 1; i < COMMANDS; i++) {
		has_term(&page, command_find((enum command)i)->keys);
		has_sentence(&page, command_find((enum command)i)->help);
	}
	for (size_t i = 0; settings_row(i); i++)
		has_term(&page, settings_row(i)->key);
	buf_release(&page);
}

static void test_file_page(void **state)
{
	(void)state;
	struct buf page = {0};
	manual_files(&manual, &page);
	for (int kind = 0; kind < RECORD_KINDS; kind++) {
		const struct record_type *t = record_type((enum record_kind)kind);
		if (kind == RECORD_FIGURE || kind == RECORD_RULES)
			continue;
		has_sentence(&page, t->file);
		for (size_t i = 0; i < t->count; i++) {
			has_term(&page, t->fields[i].name);
			for (size_t k = 0; t->fields[i].type == FIELD_CHOICE && t->fields[i].choices[k].code; k++)
				has_sentence(&page, t->fields[i].choices[k].code);
		}
	}
	const char *const of_forms[] = {"4/2", "v 5", "9.30", "eller numret", "8 200 000"}; /* no value in a file is written so */
	for (size_t i = 0; i < sizeof of_forms / sizeof *of_forms; i++)
		if (strstr(buf_cstr(&page), of_forms[i]))
			fail_msg("what a form takes: %s", of_forms[i]);
	has_sentence(&page, "Dagen någon senast såg");
	has(&page, "sjh\\-nykoping");
	for (const struct folder_key *k = folder_keys; k->key; k++)
		has_term(&page, k->key);
	for (int i = 0; i < NATIONAL_TABLES; i++)
		has_term(&page, national_tables[i].file);
	buf_release(&page);
}

static void test_columns_are_those_of_the_file(void **state)
{
	(void)state;
	struct buf page = {0};
	char path[1024], head[256] = "";
	snprintf(path, sizeof path, "%s/data/sverige/matt.csv", getenv("RADSBORD_SOURCE"));
	FILE *f = fopen(path, "r");
	assert_non_null(f);
	assert_non_null(fgets(head, sizeof head, f));
	fclose(f);
	manual_files(&manual, &page);
	for (char *column = strtok(head, ",\r\n"); column; column = strtok(NULL, ",\r\n"))
		has_term(&page, column);
	assert_null(strstr(buf_cstr(&page), ".TP\n\\fBid\\fR\nId."));
	buf_release(&page);
}

static void test_roff(void **state)
{
	(void)state;
	struct buf b = {0};
	roff_text(&b, ".x\\fB -o 'a'\n'b~^");
	assert_string_equal(buf_cstr(&b), "\\&.x\\efB \\-o \\(aqa\\(aq\n\\&\\(aqb\\(ti\\(ha");
	buf_release(&b);
	/* A line is broken at a blank, never so that the next begins as a request, and a term is never broken. */
	for (int i = 0; i < 9; i++)
		buf_str(&b, "tio tecken .");
	buf_str(&b, "\n.TP\n");
	for (int i = 0; i < 9; i++)
		buf_str(&b, "tio tecken ");
	roff_wrap(&b);
	const char *second = strchr(buf_cstr(&b), '\n');
	assert_in_range(second - buf_cstr(&b), 60, 79);
	assert_int_equal(second[1], 't');
	assert_true(strlen(strstr(buf_cstr(&b), ".TP\n") + 4) > 90);
	buf_release(&b);
}

static void test_completion_words(void **state)
{
	(void)state;
	struct buf page = {0};
	manual_completion(&manual, &page);
	has(&page, "_radsbord_installed='/opt/x-y/share/radsbord'\n");
	for (const struct subcommand *s = cli_subcommands; s->name; s++)
		has(&page, s->name);
	for (const struct cli_option *o = cli_option_rows; o->name; o++) {
		struct buf takes = {0};
		buf_printf(&takes, "\t%s) echo '%s' ;;\n", o->name, o->value ? o->value : "");
		assert_true((strstr(buf_cstr(&page), buf_cstr(&takes)) != NULL) == (o->value != NULL));
		buf_release(&takes);
	}
	buf_release(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_program_page),
		cmocka_unit_test(test_file_page),
		cmocka_unit_test(test_columns_are_those_of_the_file),
		cmocka_unit_test(test_roff),
		cmocka_unit_test(test_completion_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
