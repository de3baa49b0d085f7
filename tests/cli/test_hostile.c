/* A council full of text that acts on terminals: nothing of it leaves the program as it stands, by no sub-command, in
 * no format, in no message. */
#include "program.h"

#include "support/hostile.h"

#include "radsbord/cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct home home;

static void put(void *ctx, const char *name, const char *text)
{
	char *path = mem_printf("rad/%s", name);
	(void)ctx;
	home_write(&home, path, text);
	free(path);
}

static int set_up(void **state)
{
	(void)state;
	home_init(&home);
	home.inside = true;
	hostile_council(put, NULL);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	home_release(&home);
	return 0;
}

static void expect_harmless(const struct buf *printed, const char *what, const char *form)
{
	const char *found = hostile_found(buf_cstr(printed), printed->len);
	if (found)
		fail_msg("%s %s prints %s:\n%s", what, form, found, buf_cstr(printed));
}

/* Every sub-command in every format, with the words that it takes; the words are hostile too, the second time. */
static void nothing_acts_on_a_terminal(void **state)
{
	static const char *const formats[] = {"text", "csv", "json"};
	char *council = home_path(&home, "rad");
	bool seen = false;
	(void)state;
	for (const struct subcommand *s = cli_subcommands; s->name; s++)
		for (size_t f = 0; f < sizeof formats / sizeof *formats; f++)
			for (int hostile = 0; hostile < 2; hostile++) {
				const char *words[24] = {
				    s->name, "--rad", council, "--format", formats[f], "--idag", "2026-11-24T09:30:00"};
				size_t n = 7;
				struct run r = {0};
				if (strcmp(s->name, "ovning") == 0)
					continue;
				const char *place = hostile ? hostile_text : "04";
				for (size_t i = 0; i < s->arguments_min; i++)
					words[n++] = i == 0 && s->arguments_min == 2 ? place
						     : hostile                       ? hostile_text
										     : "jourlinje";
				if (s->arguments_min == 0 && s->arguments_max > 0 && hostile)
					words[n++] = hostile_text;
				run_words(&home, &r, words);
				expect_harmless(&r.out, s->name, formats[f]);
				expect_harmless(&r.err, s->name, "stderr");
				seen |= strstr(buf_cstr(&r.out), "Ful") != NULL;
				run_release(&r);
			}
	assert_true(seen); /* the council was read at all */
	free(council);
}

/* What comes from the command line and the environment and is repeated. */
static void words_and_names_are_filtered(void **state)
{
	char *user = mem_printf("USER=%s", hostile_text), *data = mem_printf("RADSBORD_DATA=/%s", hostile_text);
	const char *const rows[][8] = {
	    {hostile_text},
	    {"oversikt", hostile_text},
	    {"oversikt", "--ar", hostile_text},
	    {"--rad", hostile_text, "plan"},
	    {"ny", hostile_text, "--namn", hostile_text, "--region", hostile_text},
	    {"ny", hostile_text, "--namn", hostile_text, "--region", "04"},
	    {"forklara", "04", hostile_text},
	    {"jamfor", hostile_text},
	    {"oversikt", "--format", hostile_text},
	    {"oversikt", "--idag", hostile_text},
	    {"--data", hostile_text, "oversikt"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (int env = 0; env < 2; env++) {
			struct run r = {0};
			home.environment[0] = env ? data : user;
			run_words(&home, &r, rows[i]);
			assert_true(r.err.len > 0 || r.out.len > 0);
			expect_harmless(&r.out, rows[i][0], "stdout");
			expect_harmless(&r.err, rows[i][0], "stderr");
			run_release(&r);
		}
	home.environment[0] = NULL;
	free(user);
	free(data);
}

/* No cell of a CSV begins as a formula, also after blanks and full-width; the mark is one that can be taken off. */
static void no_cell_is_a_formula(void **state)
{
	static const char *const titles[] = {"=cmd()",   "+1",  "-1",        "@sum", "  =x",
					     "\u00A0=x", "＝x", "\u3000＋x", "'=x"};
	struct buf plan = {0};
	char *council = home_path(&home, "rad");
	struct run r = {0};
	(void)state;
	buf_str(&plan, "%rec: Plan\n\nId: P1\nAr: 2026\nRubrik: P\n\n%rec: Atgard\n");
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		buf_printf(&plan, "\nId: A%zu\nNr: %zu\nRubrik: %s\nAnsvarig: %s\n", i, i + 1, titles[i], titles[i]);
	home_write(&home, "rad/plan/2019.rec", buf_cstr(&plan));
	RUN(&home, &r, "plan", "--rad", council, "--format", "csv");
	assert_int_equal(r.status, 0);
	size_t marked = 0;
	for (const char *p = buf_cstr(&r.out) + 3, *next; *p; p = next) {
		next = p + strcspn(p, ";\n");
		const char *cell = p + (*p == '"');
		assert_null(strchr("=+@", *cell));
		marked += *cell == '\'';
		next += *next != '\0';
	}
	assert_int_equal(marked, 2 * sizeof titles / sizeof *titles);
	free(council);
	buf_release(&plan);
	run_release(&r);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(nothing_acts_on_a_terminal),
	    TEST(words_and_names_are_filtered),
	    TEST(no_cell_is_a_formula),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
