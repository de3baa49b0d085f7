#include "radsbord/base/language.h"
#include "radsbord/base/mem.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The one global of the project: set once by main, before any thread starts. */
static void (*out_of_memory_handler)(void);

void mem_set_handler(void (*handler)(void))
{
	out_of_memory_handler = handler;
}

_Noreturn static void out_of_memory(void)
{
	if (out_of_memory_handler)
		out_of_memory_handler();
	abort();
}

void *mem_alloc(size_t size)
{
	void *p = calloc(1, size ? size : 1);

	if (!p)
		out_of_memory();
	return p;
}

void *mem_realloc(void *p, size_t size)
{
	void *q = realloc(p, size ? size : 1);

	if (!q)
		out_of_memory();
	return q;
}

char *mem_strndup(const char *s, size_t n)
{
	size_t len = strnlen(s, n);
	char *copy = mem_realloc(NULL, len + 1);

	memcpy(copy, s, len);
	copy[len] = '\0';
	return copy;
}

char *mem_strdup(const char *s)
{
	return mem_strndup(s, strlen(s));
}

/* The length the text will have. A text over INT_MAX bytes cannot be had, as if memory were out. */
__attribute__((format(printf, 1, 0))) static size_t printed_length(const char *fmt, va_list args)
{
	va_list copy;
	int n;

	va_copy(copy, args);
	n = vsnprintf(NULL, 0, fmt, copy);
	va_end(copy);
	if (n < 0)
		out_of_memory();
	return (size_t)n;
}

char *mem_vprintf(const char *fmt, va_list args)
{
	size_t n = printed_length(fmt, args);
	char *s = mem_realloc(NULL, n + 1);

	vsnprintf(s, n + 1, fmt, args);
	return s;
}

char *mem_printf(const char *fmt, ...)
{
	va_list args;
	char *s;

	va_start(args, fmt);
	s = mem_vprintf(fmt, args);
	va_end(args);
	return s;
}

void *mem_grow(void *items, size_t count, size_t *cap, size_t size)
{
	size_t want = *cap ? *cap : 4;

	if (count < *cap)
		return items;
	while (want <= count) {
		if (want > SIZE_MAX / 2)
			out_of_memory();
		want *= 2;
	}
	if (size && want > SIZE_MAX / size)
		out_of_memory();
	items = mem_realloc(items, want * size);
	*cap = want;
	return items;
}

struct arena_block {
	struct arena_block *next;
	size_t used, size;
	alignas(max_align_t) unsigned char bytes[];
};

enum { ARENA_FIRST = 4096, ARENA_LARGEST = 1 << 20 };

/* Blocks double, so that a large load makes few of them; an oversized request gets a block of its own. */
static struct arena_block *arena_grow(struct arena *a, size_t size)
{
	size_t room = a->head ? a->head->size : ARENA_FIRST / 2;
	struct arena_block *b;

	room = room < ARENA_LARGEST / 2 ? room * 2 : ARENA_LARGEST;
	if (room < size)
		room = size;
	if (room > SIZE_MAX - sizeof *b)
		out_of_memory();
	b = mem_alloc(sizeof *b + room);
	b->size = room;
	b->next = a->head;
	a->head = b;
	return b;
}

/* Blocks begin aligned for any type; `align` is a power of two up to that. */
static void *arena_take(struct arena *a, size_t size, size_t align)
{
	struct arena_block *b = a->head;
	size_t at;

	if (size > SIZE_MAX - align)
		out_of_memory();
	at = b ? (b->used + align - 1) & ~(align - 1) : 0;
	if (!b || at > b->size || b->size - at < size) {
		b = arena_grow(a, size);
		at = 0;
	}
	b->used = at + size;
	return b->bytes + at;
}

void *arena_alloc(struct arena *a, size_t size)
{
	return arena_take(a, size ? size : 1, alignof(max_align_t));
}

char *arena_strndup(struct arena *a, const char *s, size_t n)
{
	size_t len = strnlen(s, n);
	char *copy = arena_take(a, len + 1, 1); /* strings lie close together */

	memcpy(copy, s, len);
	return copy;
}

char *arena_strdup(struct arena *a, const char *s)
{
	size_t size = strlen(s) + 1;

	return memcpy(arena_take(a, size, 1), s, size);
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list args;
	size_t n;
	char *s;

	va_start(args, fmt);
	n = printed_length(fmt, args);
	s = arena_alloc(a, n + 1);
	vsnprintf(s, n + 1, fmt, args);
	va_end(args);
	return s;
}

struct arena_kept {
	struct arena_kept *next;
	void *owned;
};

void arena_keep(struct arena *a, void *owned)
{
	struct arena_kept *kept = arena_alloc(a, sizeof *kept);

	*kept = (struct arena_kept){.next = a->kept, .owned = owned};
	a->kept = kept;
}

void arena_release(struct arena *a)
{
	for (struct arena_kept *k = a->kept; k; k = k->next)
		free(k->owned);
	a->kept = NULL;
	while (a->head) {
		struct arena_block *next = a->head->next;

		free(a->head);
		a->head = next;
	}
}
