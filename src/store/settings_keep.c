/* A setting that was chosen in the program, in the user's own file: its line changes, every other byte stays. */
#include "radsbord/base/language.h"
#include "radsbord/store/ini.h"
#include "radsbord/store/output.h"
#include "radsbord/store/settings.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

static const char section[] = "radsbord";

/* Where a line begins, counted from 1; the end when there are not so many. */
static size_t line_start(const struct buf *b, int line)
{
	size_t at = 0;
	for (int i = 1; i < line && at < b->len; i++) {
		const char *newline = memchr(b->data + at, '\n', b->len - at);
		at = newline ? (size_t)(newline - b->data) + 1 : b->len;
	}
	return at;
}

/* The bytes with the line from `at` to `end` as `key = value`. */
static void put_line(struct buf *out, const struct buf *b, size_t at, size_t end, const char *key, const char *value)
{
	buf_add(out, buf_cstr(b), at);
	if (at > 0 && b->data[at - 1] != '\n')
		buf_char(out, '\n');
	buf_printf(out, "%s = %s\n", key, value);
	buf_add(out, buf_cstr(b) + end, b->len - end);
}

static void change(struct buf *out, const struct buf *b, const struct ini *ini, const char *key, const char *value)
{
	int line = ini_line(ini, section, key), head = ini_line(ini, section, NULL);
	if (line > 0) {
		put_line(out, b, line_start(b, line), line_start(b, line + 1), key, value);
	} else if (head > 0) {
		put_line(out, b, line_start(b, head + 1), line_start(b, head + 1), key, value);
	} else {
		buf_add(out, buf_cstr(b), b->len);
		buf_printf(out, "%s[%s]\n%s = %s\n", b->len ? "\n" : "", section, key, value);
	}
}

bool settings_keep(const char *path, const char *key, const char *value, const struct io *io, struct error *e)
{
	struct buf bytes = {0}, out = {0};
	struct diagnostics d = {0};
	struct ini *ini = NULL;
	bool there = io_read_file(io, AT_FDCWD, path, IO_FILE_MAX, &bytes, e), ok = there || e->code == ERROR_NOT_FOUND;
	if (ok) {
		error_clear(e);
		ini = ini_parse(buf_cstr(&bytes), bytes.len, path, &d);
		ok = ini != NULL || error_set(e, ERROR_DATA, _("%s går inte att läsa och ändras inte; rätta filen."), path);
	}
	if (ok) {
		change(&out, &bytes, ini, key, value);
		ok = output_write(io, path, true, &out, "val", e);
	}
	ini_free(&ini);
	diagnostics_release(&d);
	buf_release(&bytes);
	buf_release(&out);
	return ok;
}
