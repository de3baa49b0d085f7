#include "press.h"

#include "radsbord/base/text.h"
#include "support/named.h"

#include "radsbord/store/io.h"

#include <fcntl.h>
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
		{"F7", "\033[18~"}, {"F8", "\033[19~"}, {"F9", "\033[20~"}, {"F10", "\033[21~"}};
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

/* A tab of that key whose name is the end of the label: "3 Plan" is "3 Handlingsplan". It is pressed. */
static bool tab_ends_so(struct vt *vt, const char *key, const char *label)
{
	enum { TABS = 1 };
	struct buf line = {0}, wanted = {0};
	bool found = false;
	vt_line(vt, TABS, &line);
	text_fold(&wanted, label);
	char *start = mem_printf(" %s ", key), *at = strstr(buf_cstr(&line), start);
	if (at && *key >= '1' && *key <= '9') {
		struct buf name = {0};
		char *end = strstr(at += strlen(start), "  ");
		if (end)
			*end = '\0';
		at[strcspn(at, "\n")] = '\0';
		text_fold(&name, at);
		while (name.len && name.data[name.len - 1] == ' ')
			name.data[--name.len] = '\0';
		found = name.len && name.len <= wanted.len && strcmp(wanted.data + wanted.len - name.len, name.data) == 0;
		buf_release(&name);
	}
	if (found)
		stage_keys(vt, key);
	free(start);
	buf_release(&line);
	buf_release(&wanted);
	return found;
}

/* Looked for in the menu, as the bottom line says that one does, by the label: its row must have the key before it. It is chosen there. */
static bool in_menu(struct vt *vt, const char *key, const char *label)
{
	struct buf row = {0};
	if (!vt_shows(vt, "F9 meny"))
		return false;
	stage_keys(vt, key_bytes("F9"));
	stage_keys(vt, label);
	int y = press_selected(vt);
	if (y >= 0)
		vt_line(vt, y, &row);
	const char *at = buf_cstr(&row) + strspn(buf_cstr(&row), " ");
	size_t n = strcspn(at, " ");
	bool found = n == strlen(key) && strncmp(at, key, n) == 0 && strncmp(at + n + strspn(at + n, " "), label, strlen(label)) == 0;
	if (found)
		stage_keys(vt, key_bytes("Enter"));
	buf_release(&row);
	return found;
}

void press_words(struct vt *vt, const char *words, enum press_how how)
{
	struct buf screen = {0};
	bool seen = false, found = false, arrows = strncmp(words, "↑↓", strlen("↑↓")) == 0;
	size_t n = strcspn(words, " ");
	const char *label = words + n + (words[n] != 0);
	char *which = arrows ? mem_strdup("↓") : mem_strndup(words, n); /* down is the way to what is not seen yet */
	vt_text(vt, &screen);
	for (const char *line = buf_cstr(&screen); *line && !found;) {
		size_t length = strcspn(line, "\n");
		char *one = mem_strndup(line, length);
		found = line_has(one, which, label, &seen);
		free(one);
		line += length + (line[length] != 0);
	}
	buf_release(&screen);
	if (!found && how == PRESS_NARROW && !arrows && (tab_ends_so(vt, which, label) || in_menu(vt, which, label))) {
		free(which);
		return;
	}
	if (!found && !(how == PRESS_KNOWN && !seen && named_command(words)))
		fail_screen(vt, seen ? "the screen has another key for" : "nothing on the screen is called", label);
	stage_keys(vt, key_bytes(which));
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

void press_until(struct vt *vt, const char *words, const char *text, bool selected, enum press_how how)
{
	for (int i = 0; i < TIMES_MOST; i++) {
		if (is_there(vt, text, selected))
			return;
		press_words(vt, words, how);
	}
	fail_screen(vt, selected ? "one never comes to" : "it never shows", text);
}

/* ---- a guide's steps ---------------------------------------------------------- */

char *press_section(const char *heading)
{
	struct buf guide = {0};
	struct error e = {0};
	assert_true(io_read_file(io_system(), AT_FDCWD, "data/handbok/handbok.md", IO_FILE_MAX, &guide, &e));

	char *line = mem_printf("\n%s", heading), *level = mem_printf("\n%.*s ", (int)strspn(heading, "#"), heading);
	const char *from = strncmp(buf_cstr(&guide), heading, strlen(heading)) == 0 ? buf_cstr(&guide) : strstr(buf_cstr(&guide), line);
	if (!from)
		fail_msg("the guide has no %s", heading);
	const char *to = strstr(from + 1, level), *past = heading[1] == '#' ? strstr(from + 1, "\n## ") : NULL;
	to = to && (!past || to < past) ? to : past;
	char *text = to ? mem_strndup(from, (size_t)(to - from)) : mem_strdup(from);
	free(line);
	free(level);
	buf_release(&guide);
	return text;
}

/* What a step says between its words: `press`, *type* and **see**. */
static const char *next_token(const char *at, const char **mark, const char **text, size_t *n)
{
	static const char *const marks[] = {"`", "**", "*"};
	at += strcspn(at, "`*");
	for (size_t i = 0; i < sizeof marks / sizeof *marks && *at; i++) {
		if (strncmp(at, marks[i], strlen(marks[i])) != 0)
			continue;
		*mark = marks[i];
		*text = at + strlen(marks[i]);
		const char *end = strstr(*text, marks[i]);
		assert_non_null(end);
		*n = (size_t)(end - *text);
		return end + strlen(marks[i]);
	}
	return NULL;
}

static bool says(const char *from, const char *to, const char *words)
{
	const char *at = strstr(from, words);
	return at && at < to;
}

/* What is held to be pressed is pressed when it is clear that it is not to be pressed until something shows. */
static void flush(struct vt *vt, char **held, enum press_how how)
{
	if (*held)
		press_words(vt, *held, how);
	free(*held);
	*held = NULL;
}

/* Where the list that begins at `from` ends: at an empty line. */
static const char *list_end(const char *from)
{
	const char *end = strstr(from, "\n\n");
	return end ? end : from + strlen(from);
}

void press_steps(struct vt *vt, const char *list, enum press_how how)
{
	const char *at = list, *end = list_end(list), *mark, *text, *next;
	char *held = NULL;
	size_t n;
	for (; at < end && (next = next_token(at, &mark, &text, &n)) != NULL && next <= end; at = next) {
		char *words = mem_strndup(text, n);
		bool on_row = says(at, text, "till raden") || says(at, text, "till fältet");
		bool until = on_row || says(at, text, "tills") || says(at, text, "så att");
		if (*mark == '`') {
			flush(vt, &held, how);
			held = mem_strdup(words);
		} else if (strcmp(mark, "*") == 0) {
			flush(vt, &held, how);
			stage_keys(vt, words);
		} else if (until && held) {
			press_until(vt, held, words, on_row, how);
			free(held);
			held = NULL;
		} else {
			flush(vt, &held, how);
			stage_shows(vt, words);
		}
		free(words);
	}
	flush(vt, &held, how);
}
