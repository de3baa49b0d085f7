/* Memory that never returns NULL, growing arrays, an arena and a byte string.
 *
 * Out of memory calls the handler set by mem_set_handler (the program's: restore
 * the terminal, exit 3) and then aborts.
 */
#ifndef RADSBORD_BASE_MEM_H
#define RADSBORD_BASE_MEM_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

void *mem_alloc(size_t size);               /* zeroed */
void *mem_realloc(void *p, size_t size);
char *mem_strdup(const char *s);
char *mem_strndup(const char *s, size_t n);
char *mem_printf(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
char *mem_vprintf(const char *fmt, va_list args) __attribute__((format(printf, 1, 0)));

/* What to do when memory is out; `handler` must not return. */
void mem_set_handler(void (*handler)(void));

/* Grows `items` (element `size`) so that one more fits; doubles. */
void *mem_grow(void *items, size_t count, size_t *cap, size_t size);
/* VEC_PUSH(v, item): v has .items .count .cap; evaluates v more than once. */
#define VEC_PUSH(v, item)                                                                          \
	do {                                                                                       \
		(v)->items = mem_grow((v)->items, (v)->count, &(v)->cap, sizeof *(v)->items);      \
		(v)->items[(v)->count++] = (item);                                                 \
	} while (0)

/* An arena: many small allocations, released at once. Zero-initialise. */
struct arena_block;
struct arena_kept;
struct arena {
	struct arena_block *head;
	struct arena_kept *kept;
};
void *arena_alloc(struct arena *a, size_t size); /* zeroed, aligned for any type */
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n);
char *arena_printf(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Takes over memory of mem_alloc's or a buf's: it is freed with the arena. */
void arena_keep(struct arena *a, void *owned);
void arena_release(struct arena *a);

/* A growing byte string, always NUL-terminated once touched. Zero-initialise. */
struct buf {
	char *data;
	size_t len, cap;
};
void buf_add(struct buf *b, const void *bytes, size_t n);
void buf_str(struct buf *b, const char *s);
void buf_char(struct buf *b, char c);
void buf_fill(struct buf *b, char c, size_t n);
void buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Room for n more bytes at the end, to be written there and then taken, as many as they became. */
char *buf_room(struct buf *b, size_t n);
void buf_take(struct buf *b, size_t n);
void buf_clear(struct buf *b);    /* length 0, memory kept */
const char *buf_cstr(const struct buf *b); /* borrowed, "" when empty */
char *buf_detach(struct buf *b);  /* owned by the caller; b is empty after */
void buf_release(struct buf *b);

/* String -> index, for look-ups by id or code. Keys are borrowed and must outlive the map. */
struct map_slot;
struct map {
	struct map_slot *slots;
	size_t count, cap;
};
/* Room for `count` keys in all, so that the map need not grow on the way there. */
void map_reserve(struct map *m, size_t count);
/* Has the memory fetched that map_put of the key will look at: with thousands of keys waiting for it takes longer than the rest. */
void map_expect(const struct map *m, const char *key);
/* Sets key to value; returns false and changes nothing when the key is there already. */
bool map_put(struct map *m, const char *key, int value);
/* The value, or -1. */
int map_get(const struct map *m, const char *key);
void map_release(struct map *m);

#endif
