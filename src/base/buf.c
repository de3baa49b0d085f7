#include "radsbord/base/mem.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Room for n more bytes and the closing NUL. */
static void buf_reserve(struct buf *b, size_t n)
{
	/* A sum that wraps is more than memory can hold: let mem_grow find that out. */
	size_t last = n < SIZE_MAX - b->len ? b->len + n : SIZE_MAX;

	if (last >= b->cap)
		b->data = mem_grow(b->data, last, &b->cap, 1);
}

char *buf_room(struct buf *b, size_t n)
{
	buf_reserve(b, n);
	return b->data + b->len;
}

void buf_take(struct buf *b, size_t n)
{
	b->len += n;
	b->data[b->len] = '\0';
}

void buf_add(struct buf *b, const void *bytes, size_t n)
{
	buf_reserve(b, n);
	if (n)
		memcpy(b->data + b->len, bytes, n);
	b->len += n;
	b->data[b->len] = '\0';
}

void buf_str(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void buf_char(struct buf *b, char c)
{
	buf_reserve(b, 1);
	b->data[b->len++] = c;
	b->data[b->len] = '\0';
}

void buf_fill(struct buf *b, char c, size_t n)
{
	buf_reserve(b, n);
	memset(b->data + b->len, c, n);
	b->len += n;
	b->data[b->len] = '\0';
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list args, again;
	int n;

	va_start(args, fmt);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	/* A text too long to be counted cannot be held either. */
	buf_reserve(b, n < 0 ? SIZE_MAX : (size_t)n);
	n = vsnprintf(b->data + b->len, b->cap - b->len, fmt, again);
	va_end(again);
	b->len += n > 0 ? (size_t)n : 0;
}

void buf_clear(struct buf *b)
{
	b->len = 0;
	if (b->data)
		b->data[0] = '\0';
}

const char *buf_cstr(const struct buf *b)
{
	return b->data ? b->data : "";
}

char *buf_detach(struct buf *b)
{
	char *data = b->data ? b->data : mem_strdup("");

	*b = (struct buf){0};
	return data;
}

void buf_release(struct buf *b)
{
	free(b->data);
	*b = (struct buf){0};
}
