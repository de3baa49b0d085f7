#include "press.h"

#include "radsbord/base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TIMES_MOST = 80 };

/* What a terminal sends for a key as the screen calls it; "" when it is no key. */
static const char *key_bytes(const char *name)
{
	static const char *const keys[][2] = {
		{"Enter", "\r"}, {"Esc", "\033"}, {"Tab", "\t"}, {"Skift-Tab", "\033[Z"}, {"Backsteg", "\177"}, {"mellanslag", " "},
		{"↑", "\033[A"}, {"↓", "\033[B"}, {"→", "\033[C"}, {"←", "\033[D"}, {"PgUp", "\033[5~"}, {"PgDn", "\033[6~"},
		{"F1", "\033OP"}, {"F2", "\033OQ"}, {"F3", "\033OR"}, {"F4", "\033OS"}, {"F5", "\033[15~"}, {"F6", "\033[17~"},
		{"F8", "\033[19~"}, {"F9", "\033[20~"}, {"F10", "\033[21~"}};
	static char one[8];
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (strcmp(keys[i][0], name) == 0)
			return keys[i][1];
	if (strncmp(name, "Ctrl-", 5) == 0 && name[5] && !name[6]) {
		snprintf(one, sizeof one, "%c", name[5] & 31);
		return one;
	}
	return *name && text_grapheme(name, NULL) == strlen(name) ? name : "";
}

static void fail_screen(struct vt *vt, const char *why, const char *what)
{
	struct buf b = {0};
	vt_text(vt, &b);
	printf("%s: %s\n%s\n", why, what, buf_cstr(&b));
	buf_release(&b);
	fail();
}

/* Takes the keys off the front of a piece, "↑↓ läs": each is put into `keys` between blanks. The label that is left. */
static const char *take_keys(char *piece, struct buf *keys)
{
	static const char *const arrows[] = {"↑↓←→", "↑↓"};
	char *at = piece;
	for (size_t i = 0; i < sizeof arrows / sizeof *arrows; i++)
		if (strncmp(at, arrows[i], strlen(arrows[i])) == 0 && at[strlen(arrows[i])] == ' ') {
			buf_str(keys, " ↑ ↓ ← → ");
			return at + strlen(arrows[i]) + 1;
		}
	for (;;) {
		size_t n = strcspn(at, " ");
		char *word = mem_strndup(at, n);
		bool key = at[n] && *key_bytes(word);
		if (key)
			buf_printf(keys, " %s ", word);
		free(word);
		if (!key)
			return at;
		at += n + 1;
	}
}

/* The label, or one that begins with it and goes on with something else than a letter. */
static bool is_label(const char *has, const char *wanted)
{
	size_t n = strlen(wanted);
	return strncmp(has, wanted, n) == 0 && (!has[n] || has[n] == ',' || has[n] == ':');
}

/* Looks through the pieces of one line. */
static bool line_has(const char *line, const char *which, const char *label, bool *seen)
{
	bool found = false;
	char *copy = mem_strdup(line), *at = copy;
	while (*at && !found) {
		at += strspn(at, " ");
		char *gap = strstr(at, "  "), *next = gap ? gap + 2 : at + strlen(at);
		if (gap)
			*gap = '\0';
		struct buf keys = {0};
		char *wanted = mem_printf(" %s ", which);
		const char *has = take_keys(at, &keys);
		if (keys.len && is_label(has, label)) {
			*seen = true;
			found = strstr(buf_cstr(&keys), wanted) != NULL;
		}
		free(wanted);
		buf_release(&keys);
		at = next;
	}
	free(copy);
	return found;
}

void press_label(struct vt *vt, const char *which, const char *label)
{
	struct buf screen = {0};
	bool seen = false, found = false;
	vt_text(vt, &screen);
	for (const char *line = buf_cstr(&screen); *line && !found;) {
		size_t n = strcspn(line, "\n");
		char *one = mem_strndup(line, n);
		found = line_has(one, which, label, &seen);
		free(one);
		line += n + (line[n] != 0);
	}
	buf_release(&screen);
	if (!found)
		fail_screen(vt, seen ? "the screen has another key for" : "nothing on the screen is called", label);
	stage_keys(vt, key_bytes(which));
}

void press_words(struct vt *vt, const char *words)
{
	size_t n = strcspn(words, " ");
	char *which = mem_strndup(words, n);
	if (strncmp(which, "↑↓", strlen("↑↓")) == 0) { /* down is the way to what is not seen yet */
		free(which);
		which = mem_strdup("↓");
	}
	press_label(vt, which, words + n + (words[n] != 0));
	free(which);
}

int press_selected(struct vt *vt)
{
	enum { TOP = 2, FOOT = 2 };
	struct buf screen = {0};
	int x, y, rows = 0;
	vt_text(vt, &screen);
	for (const char *p = buf_cstr(&screen); *p; p++)
		rows += *p == '\n';
	buf_release(&screen);
	for (int row = TOP; row < rows - FOOT; row++)
		for (int column = 1; column < 40; column++)
			if (vt_cell(vt, column, row).reverse)
				return row;
	return vt_cursor(vt, &x, &y) ? y : -1;
}

static bool is_there(struct vt *vt, const char *text, bool selected)
{
	struct buf line = {0};
	if (!selected)
		return vt_shows(vt, text);
	int y = press_selected(vt);
	if (y >= 0)
		vt_line(vt, y, &line);
	bool has = strstr(buf_cstr(&line), text) != NULL;
	buf_release(&line);
	return has;
}

void press_until(struct vt *vt, const char *words, const char *text, bool selected)
{
	for (int i = 0; i < TIMES_MOST; i++) {
		if (is_there(vt, text, selected))
			return;
		press_words(vt, words);
	}
	fail_screen(vt, selected ? "one never comes to" : "it never shows", text);
}
