/* A setting that was chosen in the program, in the user's own file: its line changes, every other byte stays. */
#include "ini_local.h"

#include "radsbord/base/language.h"
#include "radsbord/store/output.h"
#include "radsbord/store/settings.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

static const char section[] = "radsbord";

/* `key = value` in place of the lines from `first` up to `end`; the last line before it gets its newline. */
static void put_line(struct buf *b, int first, int end, const char *key, const char *value)
{
	size_t at = ini_line_start(b, first);
	struct buf line = {0};
	buf_printf(&line, "%s%s = %s\n", at > 0 && b->data[at - 1] != '\n' ? "\n" : "", key, value);
	ini_replace(b, at, ini_line_start(b, end), line.data, line.len);
	buf_release(&line);
}

static void change(struct buf *b, const struct ini *ini, const char *key, const char *value)
{
	int line = ini_line(ini, section, key), head = ini_line(ini, section, NULL);
	if (line > 0)
		put_line(b, line, line + 1, key, value);
	else if (head > 0)
		put_line(b, head + 1, head + 1, key, value);
	else
		buf_printf(b, "%s[%s]\n%s = %s\n", b->len ? "\n" : "", section, key, value);
}

bool settings_keep(const char *path, const char *key, const char *value, const struct io *io, struct error *e)
{
	struct buf bytes = {0};
	struct diagnostics d = {0};
	struct ini *ini = NULL;
	bool there = io_read_file(io, AT_FDCWD, path, IO_FILE_MAX, &bytes, e), ok = there || e->code == ERROR_NOT_FOUND;
	if (ok) {
		error_clear(e);
		ini = ini_parse(buf_cstr(&bytes), bytes.len, path, &d);
		ok = ini != NULL || error_set(e, ERROR_DATA, _("%s går inte att läsa och ändras inte; rätta filen."), path);
	}
	if (ok) {
		change(&bytes, ini, key, value);
		ok = output_write(io, path, true, &bytes, "val", e);
	}
	ini_free(&ini);
	diagnostics_release(&d);
	buf_release(&bytes);
	return ok;
}
