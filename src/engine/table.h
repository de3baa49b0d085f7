/* Memory, and finding things by hash or name; not for other modules. Through engine.h. */
#ifndef RADSBORD_ENGINE_TABLE_H
#define RADSBORD_ENGINE_TABLE_H

#include "indikator.h"

#pragma GCC visibility push(hidden)

/* Zeroed memory for count * size bytes (at least one), or NULL. */
void *engine_alloc(size_t count, size_t size);
/* Copies memory whose size the compiler does not see: for large ones a library call is quicker than what it would write. */
void engine_copy(void *to, const void *from, size_t size);
/* A hash of `s` (may be NULL) that continues `seed`. */
uint64_t engine_hash_string(uint64_t seed, const char *s);
uint64_t engine_hash_int(uint64_t seed, int64_t v);
#define ENGINE_HASH UINT64_C(0xcbf29ce484222325)

/* Hashes -> indices, filled once. Several indices may share a hash; they come back in the
 * order in which they were put, and the caller compares the keys. */
struct table_slot {
	uint64_t hash;
	int item; /* index + 1; 0 is an empty slot */
};
struct table {
	struct table_slot *slots;
	size_t mask; /* slots - 1; the slots are a power of two, at most half full */
};
bool engine_table_init(struct table *t, size_t items);
/* Makes room in a table, zeroed at first, whose hashes are all of different items. */
bool engine_table_room(struct table *t, size_t items);
void engine_table_put(struct table *t, uint64_t hash, int index);
/* Start with *probe = 0 and call until -1. */
int engine_table_next(const struct table *t, uint64_t hash, size_t *probe);

/* Items by a string of theirs, each group in the caller's order. */
struct groups {
	struct table table; /* hash of the key -> group */
	const char **keys;  /* of each group */
	size_t count;
	int *start; /* of each group in `items`, and the end of the last */
	int *items;
};
typedef const char *groups_key(const struct indikator_data *data, size_t index);
bool engine_groups_init(struct groups *g, const struct indikator_data *data, size_t count, groups_key *key);
void engine_groups_release(struct groups *g);
size_t engine_groups_find(const struct groups *g, const char *key, const int **items);

/* Names -> numbers from 0, in the order in which they first came. */
struct names {
	struct table table;
	const char **keys;
	size_t count, most;
	int last; /* put last: rows often share their strings */
};
void engine_names_release(struct names *n);
/* The number of a name, a new one if need be; -1 when memory is out. Only while the set is built. */
int engine_names_put(struct names *n, const char *name);
/* -1 when there is none, or `name` is NULL. */
int engine_names_find(const struct names *n, const char *name);
/* The numbers 0..count-1 in the order of their kinds, each kind in its own order; NULL when memory is out. */
int *engine_order(const int *kinds, size_t count, size_t kinds_count);

#pragma GCC visibility pop

#endif
