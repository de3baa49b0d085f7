/* table.c - memory that may run out, hashes, and the two kinds of index. */
#include "engine.h"

#include <stdlib.h>
#include <string.h>

void *engine_alloc(size_t count, size_t size)
{
	return calloc(count ? count : 1, size);
}

void engine_copy(void *to, const void *from, size_t size)
{
	memcpy(to, from, size);
}

/* FNV-1a. The length needs no part in it: every string ends in its NUL. */
uint64_t engine_hash_string(uint64_t seed, const char *s)
{
	uint64_t h = seed;

	for (const unsigned char *p = (const unsigned char *)(s ? s : ""); *p; p++)
		h = (h ^ *p) * UINT64_C(0x100000001b3);
	return (h ^ 0xff) * UINT64_C(0x100000001b3);
}

uint64_t engine_hash_int(uint64_t seed, int64_t v)
{
	uint64_t h = seed ^ (uint64_t)v;

	h = (h ^ (h >> 32)) * UINT64_C(0x9e3779b97f4a7c15);
	return h ^ (h >> 29);
}

bool engine_table_init(struct table *t, size_t items)
{
	size_t slots = 8;

	while (slots / 2 < items)
		slots *= 2;
	t->slots = engine_alloc(slots, sizeof *t->slots);
	t->mask = slots - 1;
	return t->slots != NULL;
}

bool engine_table_room(struct table *t, size_t items)
{
	struct table bigger;

	if (t->slots && t->mask / 2 >= items)
		return true;
	if (!engine_table_init(&bigger, 2 * items))
		return false;
	for (size_t i = 0; t->slots && i <= t->mask; i++)
		if (t->slots[i].item)
			engine_table_put(&bigger, t->slots[i].hash, t->slots[i].item - 1);
	free(t->slots);
	*t = bigger;
	return true;
}

void engine_table_put(struct table *t, uint64_t hash, int index)
{
	size_t at = (size_t)hash & t->mask;

	while (t->slots[at].item)
		at = (at + 1) & t->mask;
	t->slots[at] = (struct table_slot){.hash = hash, .item = index + 1};
}

int engine_table_next(const struct table *t, uint64_t hash, size_t *probe)
{
	while (t->slots) {
		const struct table_slot *slot = &t->slots[((size_t)hash + *probe) & t->mask];

		if (!slot->item)
			return -1;
		++*probe;
		if (slot->hash == hash)
			return slot->item - 1;
	}
	return -1;
}

static int group_of(const struct groups *g, const char *key)
{
	uint64_t hash = engine_hash_string(ENGINE_HASH, key);
	size_t probe = 0;
	int group;

	do {
		group = engine_table_next(&g->table, hash, &probe);
	} while (group >= 0 && strcmp(g->keys[group], key) != 0);
	return group;
}

/* Names the groups and counts their items in start[group + 1]. */
static void groups_count(struct groups *g, const struct indikator_data *data, size_t count, groups_key *key)
{
	for (size_t i = 0; i < count; i++) {
		const char *k = key(data, i);
		int group = group_of(g, k);

		if (group < 0) {
			group = (int)g->count++;
			g->keys[group] = k;
			engine_table_put(&g->table, engine_hash_string(ENGINE_HASH, k), group);
		}
		g->start[group + 1]++;
	}
}

bool engine_groups_init(struct groups *g, const struct indikator_data *data, size_t count, groups_key *key)
{
	int *next;

	g->keys = engine_alloc(count, sizeof *g->keys);
	g->start = engine_alloc(count + 1, sizeof *g->start);
	g->items = engine_alloc(count, sizeof *g->items);
	next = engine_alloc(count, sizeof *next);
	if (!engine_table_init(&g->table, count) || !g->keys || !g->start || !g->items || !next) {
		free(next);
		return false;
	}
	groups_count(g, data, count, key);
	for (size_t i = 0; i < g->count; i++) {
		g->start[i + 1] += g->start[i];
		next[i] = g->start[i];
	}
	for (size_t i = 0; i < count; i++)
		g->items[next[group_of(g, key(data, i))]++] = (int)i;
	free(next);
	return true;
}

void engine_groups_release(struct groups *g)
{
	free(g->table.slots);
	free(g->keys);
	free(g->start);
	free(g->items);
	*g = (struct groups){0};
}

size_t engine_groups_find(const struct groups *g, const char *key, const int **items)
{
	int group = key ? group_of(g, key) : -1;

	if (group < 0)
		return 0;
	*items = g->items + g->start[group];
	return (size_t)(g->start[group + 1] - g->start[group]);
}

void engine_names_release(struct names *n)
{
	free(n->table.slots);
	free(n->keys);
	*n = (struct names){0};
}

int engine_names_find(const struct names *n, const char *name)
{
	uint64_t hash = engine_hash_string(ENGINE_HASH, name);
	size_t probe = 0;
	int number;

	if (!name || !n->count)
		return -1;
	do {
		number = engine_table_next(&n->table, hash, &probe);
	} while (number >= 0 && strcmp(n->keys[number], name) != 0);
	return number;
}

static bool names_room(struct names *n)
{
	size_t most = n->most ? 2 * n->most : 16;
	const char **keys;

	if (n->count < n->most)
		return true;
	keys = realloc(n->keys, most * sizeof *keys);
	if (!keys)
		return false;
	n->keys = keys;
	n->most = most;
	return engine_table_room(&n->table, most);
}

int engine_names_put(struct names *n, const char *name)
{
	int number = n->count && n->keys[n->last] == name ? n->last : engine_names_find(n, name);

	if (number < 0) {
		if (!names_room(n))
			return -1;
		number = (int)n->count++;
		n->keys[number] = name;
		engine_table_put(&n->table, engine_hash_string(ENGINE_HASH, name), number);
	}
	n->last = number;
	return number;
}

int *engine_order(const int *kinds, size_t count, size_t kinds_count)
{
	size_t *next = engine_alloc(kinds_count + 1, sizeof *next);
	int *order = engine_alloc(count, sizeof *order);

	if (!next || !order) {
		free(next);
		free(order);
		return NULL;
	}
	for (size_t i = 0; i < count; i++)
		next[kinds[i] + 1]++;
	for (size_t k = 0; k < kinds_count; k++)
		next[k + 1] += next[k];
	for (size_t i = 0; i < count; i++)
		order[next[kinds[i]]++] = (int)i;
	free(next);
	return order;
}
