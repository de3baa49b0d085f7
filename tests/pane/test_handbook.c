/* The guide that is installed, and the README: their pictures are the program's own screens, and every key, command and page that the
 * guide names is there. What the ten tasks of the guide say is done in tests/e2e/test_tasks.c. */
#include "radsbord/cli/cli.h"
#include "radsbord/report/guide.h"
#include "radsbord/ui/keymap.h"
#include "support/named.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define GUIDE "data/handbok/handbok.md"
#define PICTURE "\n<!-- skärm: "

/* Owned. */
static char *read_file(const char *path)
{
	struct buf bytes = {0};
	struct error e = {0};
	if (!io_read_file(io_system(), AT_FDCWD, path, IO_FILE_MAX, &bytes, &e))
		fail_msg("%s", e.text);
	buf_str(&bytes, "");
	return buf_detach(&bytes);
}

static int pictures_of(const char *page)
{
	char *text = read_file(page);
	int count = 0;
	for (const char *at = text; (at = strstr(at, PICTURE)) != NULL; count++) {
		at += strlen(PICTURE);
		char *name = mem_strndup(at, strcspn(at, " "));
		char *path = mem_printf("tests/golden/%s.txt", name), *screen = read_file(path);
		const char *block = strstr(at, "\n```text\n");
		assert_non_null(block);
		block += strlen("\n```text\n");
		if (strncmp(block, screen, strlen(screen)) != 0 || strncmp(block + strlen(screen), "```\n", 4) != 0)
			fail_msg("%s does not show %s as it is; run make golden", page, path);
		free(screen);
		free(path);
		free(name);
	}
	free(text);
	return count;
}

/* How many blocks of lines find no room in so many columns. */
static int left_out(const char *text, int width)
{
	struct guide g;
	struct doc d = {0};
	struct buf shown = {0};
	int count = 0;
	guide_read(&g, text);
	guide_fill(&d, &g, -1);
	render_text(&d, width, &shown);
	for (const char *at = buf_cstr(&shown); (at = strstr(at, "(Bilden är")) != NULL; at++)
		count++;
	buf_release(&shown);
	doc_release(&d);
	guide_release(&g);
	return count;
}

static void pictures_are_screens(void **state)
{
	(void)state;
	assert_int_equal(pictures_of("README.md"), 1);
	assert_true(pictures_of(GUIDE) >= 8);
	/* each finds room in a window of 80 columns, and all that is not a screen in one of 60 */
	char *text = read_file(GUIDE);
	assert_int_equal(left_out(text, 78), 0);
	assert_int_equal(left_out(text, 58), pictures_of(GUIDE));
	free(text);
}

/* ---- what the guide names ----------------------------------------------------- */

/* Every golden screen, one after the other: what the program is known to show. */
static char *all_screens(void)
{
	struct buf all = {0};
	DIR *folder = opendir("tests/golden");
	assert_non_null(folder);
	for (struct dirent *d; (d = readdir(folder)) != NULL;) {
		if (!strstr(d->d_name, ".txt"))
			continue;
		char *path = mem_printf("tests/golden/%s", d->d_name), *text = read_file(path);
		buf_str(&all, text);
		free(text);
		free(path);
	}
	closedir(folder);
	return buf_detach(&all);
}

static bool is_key(const char *word)
{
	uint32_t cp;
	return key_parse(word) != 0 || (text_decode(word, strlen(word), &cp) > 1 && cp >= 0x2190 && cp <= 0x2193);
}

static void check_named(const char *screens, const char *words)
{
	char first[64];
	snprintf(first, sizeof first, "%.*s", (int)strcspn(words, " "), words);
	const char *rest = words + strlen(first) + (words[strlen(first)] != 0);
	if (strcmp(first, "radsbord") == 0) {
		char *name = mem_strndup(rest, strcspn(rest, " "));
		if (*name && !cli_find_subcommand(name))
			fail_msg("the guide names radsbord %s, which does not exist", name);
		free(name);
	} else if (is_key(first) && *rest && !named_command(words) && !strstr(screens, words)) {
		fail_msg("the guide says ”%s”, which no command has and no screen shows", words);
	}
}

/* Between fences stand commands alone; each that is ours exists. */
static void check_commands(const char *text)
{
	for (const char *at = text; (at = strstr(at, "\nradsbord ")) != NULL;) {
		at += strlen("\nradsbord ");
		if (strncmp(at, "--rad ", 6) == 0)
			at += 6 + strcspn(at + 6, " \n") + 1;
		char *name = mem_strndup(at, strcspn(at, " \n"));
		/* "radsbord --rad ~/rad" alone opens the panes: what follows is the end of the block */
		if (*name && *name != '`' && !cli_find_subcommand(name))
			fail_msg("the guide has the command radsbord %s, which does not exist", name);
		free(name);
	}
}

/* In a numbered list, which tests/e2e/test_tasks.c does step by step. */
static bool in_steps(const char *text, const char *at)
{
	while (at > text && strncmp(at, "\n\n", 2) != 0)
		at--;
	return strspn(at, "\n0123456789") > 2 && at[strspn(at, "\n0123456789")] == '.';
}

static void names_what_is_there(void **state)
{
	char *text = read_file(GUIDE), *screens = all_screens();
	const char *tasks = strstr(text, "\n## Tio uppgifter\n");
	int count = 0;
	(void)state;
	assert_non_null(tasks);
	bool fenced = false;
	for (const char *at = text; at < tasks; at++) {
		if (strncmp(at, "```", 3) == 0) {
			fenced = !fenced;
			at += 2;
		} else if (*at == '`' && !fenced) {
			size_t n = strcspn(at + 1, "`");
			char *words = mem_strndup(at + 1, n);
			if (!in_steps(text, at))
				check_named(screens, words);
			free(words);
			at += n + 1;
			count++;
		}
	}
	assert_true(count > 100);
	check_commands(text);
	free(text);
	free(screens);
}

/* Every page has its chapter, and the pages that chapters name are commands. */
static void every_page_has_a_chapter(void **state)
{
	static const enum command pages[] = {COMMAND_PANE_1, COMMAND_PANE_2, COMMAND_PANE_3, COMMAND_PANE_4, COMMAND_PANE_5, COMMAND_PANE_6,
	                                     COMMAND_REVIEW, COMMAND_ROOM, COMMAND_ADJUST, COMMAND_OTHER_COUNCIL};
	char *text = read_file(GUIDE);
	struct guide g;
	(void)state;
	guide_read(&g, text);
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		if (guide_about(&g, command_find(pages[i])->name) == 0)
			fail_msg("no chapter is about %s", command_find(pages[i])->name);
	for (const char *at = text; (at = strstr(at, "\n<!-- sidor: ")) != NULL;) {
		at += 1 + strcspn(at + 1, "\n");
		assert_int_equal(strncmp(at, "\n## ", 4), 0); /* right before the chapter it is about */
	}
	for (size_t i = 0; i < g.count; i++) {
		char *names = mem_strdup(g.items[i].pages), *rest = NULL;
		for (char *name = strtok_r(names, " ", &rest); name; name = strtok_r(NULL, " ", &rest))
			if (strcmp(name, "-->") != 0)
				assert_non_null(command_by_name(name));
		free(names);
	}
	assert_true(guide_find(&g, "Så startar du") == 1);
	assert_non_null(strstr(text, "Det finns ännu inget Windowsprogram."));
	guide_release(&g);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(pictures_are_screens), cmocka_unit_test(names_what_is_there),
	                                   cmocka_unit_test(every_page_has_a_chapter)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
