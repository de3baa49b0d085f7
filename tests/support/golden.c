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

bool golden_same(const struct canvas *c, const char *name)
{
	const char *mode = getenv("RADSBORD_GOLDEN");
	char path[256];
	struct buf now = {0};
	snprintf(path, sizeof path, "tests/golden/%s.txt", name);
	canvas_dump(c, &now);
	if (mode && strcmp(mode, "write") == 0) {
		FILE *f = fopen(path, "wb");
		bool wrote = f && fwrite(buf_cstr(&now), 1, now.len, f) == now.len;
		if (f && fclose(f) != 0)
			wrote = false;
		buf_release(&now);
		return wrote;
	}
	char *want = read_all(path);
	bool same = want && strcmp(want, buf_cstr(&now)) == 0;
	if (!same)
		show_difference(name, want ? want : "", buf_cstr(&now));
	free(want);
	buf_release(&now);
	return same;
}
