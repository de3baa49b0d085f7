#include "golden.h"

#include "radsbord/ui/theme.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_all(const char *path)
{
	FILE *f = fopen(path, "rb");
	struct buf b = {0};
	char chunk[4096];
	size_t n;
	if (!f)
		return NULL;
	while ((n = fread(chunk, 1, sizeof chunk, f)) > 0)
		buf_add(&b, chunk, n);
	fclose(f);
	buf_str(&b, "");
	return buf_detach(&b);
}

static void show_difference(const char *name, const char *want, const char *got)
{
	int line = 1;
	while (*want && *got) {
		size_t w = strcspn(want, "\n"), g = strcspn(got, "\n");
		if (w != g || memcmp(want, got, w) != 0)
			break;
		want += w + (want[w] != 0);
		got += g + (got[g] != 0);
		line++;
	}
	printf("%s, line %d\n  was: %.*s\n  now: %.*s\n", name, line, (int)strcspn(want, "\n"), want, (int)strcspn(got, "\n"), got);
}

bool golden_text_same(const char *now, const char *name)
{
	const char *mode = getenv("RADSBORD_GOLDEN");
	char path[256];
	snprintf(path, sizeof path, "tests/golden/%s.txt", name);
	if (mode && strcmp(mode, "write") == 0) {
		FILE *f = fopen(path, "wb");
		bool wrote = f && fwrite(now, 1, strlen(now), f) == strlen(now);
		return f && fclose(f) == 0 && wrote;
	}
	char *want = read_all(path);
	bool same = want && strcmp(want, now) == 0;
	if (!same)
		show_difference(name, want ? want : "", now);
	free(want);
	return same;
}

/* ---- what mono shows besides the text -------------------------------------- */

/* What a person sees of a look: bold makes no difference to a blank. */
static unsigned seen(const struct cell *cell)
{
	const struct look *l = theme_look(THEME_MONO, (enum role)cell->role, 0);
	unsigned look = (l->bold ? 1U : 0) | (l->underline ? 2U : 0) | (l->reverse ? 4U : 0);
	return look == 1 && strcmp(cell->text, " ") == 0 ? 0 : look;
}

static void name_look(struct buf *out, unsigned look)
{
	static const char *const names[] = {"fet", "understruken", "omvänd"};
	for (unsigned i = 0; i < 3; i++)
		if (look & 1U << i)
			buf_printf(out, " %s", names[i]);
}

/* Nothing but blanks stands from the column on. */
static bool last_words(const struct canvas *c, int y, int x)
{
	while (x < c->width && strcmp(c->cells[(size_t)y * (size_t)c->width + (size_t)x].text, " ") == 0)
		x++;
	return x == c->width;
}

/* A row of the screen with something bold, underlined or reversed in it: its number, and from which column to which. */
static void mono_row(const struct canvas *c, int y, struct buf *out)
{
	const struct cell *row = &c->cells[(size_t)y * (size_t)c->width];
	bool any = false;
	for (int x = 0, end; x < c->width; x = end) {
		unsigned look = seen(&row[x]);
		end = x + 1;
		/* bold words are one run, with the blanks between them */
		for (int next = end; next < c->width && row[next].role == row[x].role; next++)
			if (seen(&row[next]) == look)
				end = next + 1;
		if (look == 0)
			continue;
		if (!any)
			buf_printf(out, "%2d ", y);
		buf_printf(out, "%s %d-", any ? "," : "", x);
		if (look != 1 || !last_words(c, y, end)) /* bold to the end of the line, however long it is */
			buf_printf(out, "%d", end - 1);
		name_look(out, look);
		any = true;
	}
	if (any)
		buf_char(out, '\n');
}

/* Screens in Swedish; another language has the same looks in other places. */
static bool mono_same(const struct canvas *c, const char *name)
{
	struct buf now = {0}, file = {0};
	if (strchr(name, '/'))
		return true;
	for (int y = 0; y < c->height; y++)
		mono_row(c, y, &now);
	buf_printf(&file, "mono/%s", name);
	bool same = golden_text_same(buf_cstr(&now), buf_cstr(&file));
	buf_release(&now);
	buf_release(&file);
	return same;
}

bool golden_same(const struct canvas *c, const char *name)
{
	struct buf now = {0};
	canvas_dump(c, &now);
	bool same = golden_text_same(buf_cstr(&now), name);
	buf_release(&now);
	return mono_same(c, name) && same;
}
