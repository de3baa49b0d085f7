#include "radsbord/base/error.h"

#include "radsbord/base/language.h"
#include "radsbord/base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Copies as much as fits, never half a UTF-8 character. */
static void copy_text(char *to, size_t size, const char *from)
{
	size_t n = strlen(from);

	if (n >= size) {
		n = size - 1;
		while (n > 0 && ((unsigned char)from[n] & 0xC0) == 0x80)
			n--;
	}
	memmove(to, from, n);
	to[n] = '\0';
}

/* Formats beside the target: an argument may well be the old e->text. */
__attribute__((format(printf, 5, 0))) static void fill(struct error *e, enum error_code code,
                                                       const char *file, int line, const char *fmt,
                                                       va_list args)
{
	char text[sizeof((struct error){0}).text + 4]; /* longer, so that copy_text sees where the cut falls */

	if (!e)
		return;
	if (vsnprintf(text, sizeof text, fmt, args) < 0)
		text[0] = '\0';
	copy_text(e->text, sizeof e->text, text);
	copy_text(e->file, sizeof e->file, file ? file : "");
	e->code = code;
	e->line = line;
	e->column = 0;
}

bool error_set(struct error *e, enum error_code code, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	fill(e, code, NULL, 0, fmt, args);
	va_end(args);
	return false;
}

bool error_set_at(struct error *e, enum error_code code, const char *file, int line, const char *fmt,
                  ...)
{
	va_list args;

	va_start(args, fmt);
	fill(e, code, file, line, fmt, args);
	va_end(args);
	return false;
}

void error_clear(struct error *e)
{
	if (e)
		*e = (struct error){0};
}

int error_exit_status(enum error_code code)
{
	switch (code) {
	case ERROR_NONE:
		return 0;
	case ERROR_NOT_FOUND:
	case ERROR_DATA:
		return 1;
	case ERROR_USAGE:
		return 2;
	case ERROR_CONFLICT:
	case ERROR_LOCKED:
	case ERROR_READONLY:
	case ERROR_IO:
		break;
	}
	return 3;
}

void diagnostics_add(struct diagnostics *d, enum diagnostic_level level, const char *file, int line,
                     const char *fmt, ...)
{
	struct diagnostic item = {
		.level = level,
		.file = file ? mem_strdup(file) : NULL,
		.line = line,
	};
	va_list args;
	int n;

	va_start(args, fmt);
	n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	item.text = mem_alloc(n > 0 ? (size_t)n + 1 : 1);
	va_start(args, fmt);
	if (n > 0)
		vsnprintf(item.text, (size_t)n + 1, fmt, args);
	va_end(args);
	VEC_PUSH(d, item);
}

size_t diagnostics_count(const struct diagnostics *d, enum diagnostic_level level)
{
	size_t n = 0;

	for (size_t i = 0; i < d->count; i++)
		n += d->items[i].level >= level;
	return n;
}

void diagnostics_release(struct diagnostics *d)
{
	for (size_t i = 0; i < d->count; i++) {
		free(d->items[i].file);
		free(d->items[i].text);
	}
	free(d->items);
	*d = (struct diagnostics){0};
}
