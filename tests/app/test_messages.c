/* The manners of what is said: each message of the sources is one sentence, or two: what it is, and what to do. Nothing shouts. */
#include "radsbord/app/command.h"
#include "radsbord/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SENTENCES_MOST = 2, LENGTH_MOST = 260 };

static bool ends_with(const char *text, const char *end)
{
	size_t n = strlen(text), m = strlen(end);
	return n >= m && strcmp(text + n - m, end) == 0;
}

/* A stop before a blank and a capital, a quotation or a value begins another sentence; after an abbreviation it does not. */
static int sentences(const char *text)
{
	static const char *const abbreviations[] = {"kl.", "nr.", "dvs.", "t.ex."};
	int count = 1;
	for (const char *at = text; (at = strpbrk(at, ".?")) != NULL; at++) {
		const char *next = at + 1 + strspn(at + 1, " ");
		bool short_word = false;
		for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations; i++) {
			size_t n = strlen(abbreviations[i]);
			short_word |= (size_t)(at - text) + 1 >= n && strncmp(at + 1 - n, abbreviations[i], n) == 0;
		}
		bool capital = (*next >= 'A' && *next <= 'Z') || (unsigned char)*next == 0xC3 || strncmp(next, "”", strlen("”")) == 0 || *next == '%';
		count += at[1] == ' ' && capital && !short_word;
	}
	return count;
}

/* What is wrong with a message, or NULL. */
static const char *wrong(const char *text)
{
	static const char *const ends[] = {".", "?", "…", "”", "%s", ":", "REGION", "FIL", "MAPP", "%.300s"};
	bool ended = false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		ended |= ends_with(text, ends[i]);
	if (!ended)
		return "does not end";
	if (strchr(text, '!'))
		return "shouts";
	if (sentences(text) > SENTENCES_MOST)
		return "is more than two sentences";
	return strlen(text) > LENGTH_MOST ? "is long" : NULL;
}

/* The string literals from `at` on, as one, up to what is no literal. Returns where it ends. */
static const char *literals(const char *at, struct buf *out)
{
	for (;; at++) {
		at += strspn(at, " \t\n");
		if (*at != '"')
			return at;
		for (at++; *at && *at != '"'; at++) {
			if (*at == '\\' && at[1])
				at++;
			buf_char(out, *at);
		}
	}
}

/* The first marked text of a call, before its end. */
static bool text_of_call(const char *call, struct buf *out)
{
	const char *end = strchr(call, ';'), *marked = strstr(call, "_(\"");
	buf_clear(out);
	if (!end || !marked || marked > end)
		return false;
	literals(marked + 2, out);
	return out->len > 0;
}

static int check_file(const char *path)
{
	static const char *const calls[] = {"frame_say(", "error_set(", "error_set_at(", "cli_fail("};
	FILE *f = fopen(path, "rb");
	struct buf source = {0}, text = {0};
	char chunk[4096];
	size_t n;
	int checked = 0;
	assert_non_null(f);
	while ((n = fread(chunk, 1, sizeof chunk, f)) > 0)
		buf_add(&source, chunk, n);
	fclose(f);
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
		for (const char *at = buf_cstr(&source); (at = strstr(at, calls[i])) != NULL; at++) {
			if (!text_of_call(at, &text))
				continue;
			checked++;
			if (wrong(buf_cstr(&text)))
				fail_msg("%s: %s: %s", path, wrong(buf_cstr(&text)), buf_cstr(&text));
		}
	buf_release(&source);
	buf_release(&text);
	return checked;
}

/* Every message and every error in src. */
static void of_the_sources(void **state)
{
	static const char *const modules[] = {"council", "store", "report", "app", "ui", "pane", "cli"};
	int checked = 0;
	(void)state;
	for (size_t i = 0; i < sizeof modules / sizeof *modules; i++) {
		char *folder = mem_printf("src/%s", modules[i]);
		DIR *dir = opendir(folder);
		assert_non_null(dir);
		for (struct dirent *d; (d = readdir(dir)) != NULL;) {
			char *path = mem_printf("%s/%s", folder, d->d_name);
			if (ends_with(path, ".c"))
				checked += check_file(path);
			free(path);
		}
		closedir(dir);
		free(folder);
	}
	assert_true(checked > 350);
}

/* What F1 says of a command, and why one cannot be given now. */
static void of_the_commands(void **state)
{
	(void)state;
	for (int c = COMMAND_NONE + 1; c < COMMANDS; c++)
		if (wrong(command_find((enum command)c)->help))
			fail_msg("%s: %s", command_find((enum command)c)->name, wrong(command_find((enum command)c)->help));
	for (unsigned need = 1; need <= 8; need <<= 1)
		if (*command_refusal(need) && wrong(command_refusal(need)))
			fail_msg("%s: %s", wrong(command_refusal(need)), command_refusal(need));
}

/* The judge itself. */
static void what_is_wrong(void **state)
{
	(void)state;
	assert_null(wrong("Sparat kl. 9.30."));
	assert_null(wrong("Tangenten %s gör inget här. F1 visar vad som går."));
	assert_string_equal(wrong("Sparat"), "does not end");
	assert_string_equal(wrong("Sparat!"), "does not end");
	assert_string_equal(wrong("Nej! Det går inte."), "shouts");
	assert_string_equal(wrong("Ett. Två. Tre."), "is more than two sentences");
	assert_int_equal(sentences("Möts kl. Åtta."), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(of_the_sources), cmocka_unit_test(of_the_commands), cmocka_unit_test(what_is_wrong)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
