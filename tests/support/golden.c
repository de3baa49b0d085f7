#include "golden.h"

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

bool golden_same(const struct canvas *c, const char *name)
{
	struct buf now = {0};
	canvas_dump(c, &now);
	bool same = golden_text_same(buf_cstr(&now), name);
	buf_release(&now);
	return same;
}
