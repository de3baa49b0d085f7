/* Open addressing with linear probing; at most half full, so that a miss is found soon. */
#include "radsbord/base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct map_slot {
	const char *key; /* NULL: free */
	uint32_t hash;
	int value;
};

static uint32_t map_hash(const char *key)
{
	uint32_t h = 2166136261u; /* FNV-1a */

	for (; *key; key++)
		h = (h ^ (unsigned char)*key) * 16777619u;
	return h;
}

/* The slot that holds key, or the free one where it would go. The capacity is a power of two. */
static struct map_slot *map_find(const struct map *m, const char *key, uint32_t hash)
{
	size_t i = hash & (m->cap - 1);

	while (m->slots[i].key &&
	       (m->slots[i].hash != hash || strcmp(m->slots[i].key, key) != 0))
		i = (i + 1) & (m->cap - 1);
	return &m->slots[i];
}

static void map_enlarge(struct map *m, size_t cap)
{
	struct map old = *m;

	m->cap = cap;
	m->slots = mem_alloc(m->cap * sizeof *m->slots);
	for (size_t i = 0; i < old.cap; i++)
		if (old.slots[i].key)
			*map_find(m, old.slots[i].key, old.slots[i].hash) = old.slots[i];
	free(old.slots);
}

void map_reserve(struct map *m, size_t count)
{
	size_t cap = m->cap ? m->cap : 16;

	while (cap / 2 < count)
		cap *= 2;
	if (cap > m->cap)
		map_enlarge(m, cap);
}

void map_expect(const struct map *m, const char *key)
{
	if (m->cap)
		__builtin_prefetch(&m->slots[map_hash(key) & (m->cap - 1)], 1);
}

bool map_put(struct map *m, const char *key, int value)
{
	uint32_t hash = map_hash(key);
	struct map_slot *slot;

	if (m->count >= m->cap / 2)
		map_enlarge(m, m->cap ? m->cap * 2 : 16);
	slot = map_find(m, key, hash);
	if (slot->key)
		return false;
	*slot = (struct map_slot){.key = key, .hash = hash, .value = value};
	m->count++;
	return true;
}

int map_get(const struct map *m, const char *key)
{
	const struct map_slot *slot;

	if (m->cap == 0)
		return -1;
	slot = map_find(m, key, map_hash(key));
	return slot->key ? slot->value : -1;
}

void map_release(struct map *m)
{
	free(m->slots);
	*m = (struct map){0};
}
