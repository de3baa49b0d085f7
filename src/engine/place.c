/* place.c - the tree of places, and which places what is said of another holds for. */
#include "engine.h"

#include <stdlib.h>

static bool tree_alloc(struct tree *t, size_t n)
{
	t->child_start = engine_alloc(n + 1, sizeof *t->child_start);
	t->children = engine_alloc(n, sizeof *t->children);
	t->order = engine_alloc(n, sizeof *t->order);
	t->enter = engine_alloc(n, sizeof *t->enter);
	t->leave = engine_alloc(n, sizeof *t->leave);
	t->region = engine_alloc(n, sizeof *t->region);
	t->kind = engine_alloc(n, sizeof *t->kind);
	t->parts = engine_alloc(n, sizeof *t->parts);
	t->peer_first = engine_alloc(n, sizeof *t->peer_first);
	t->peer_end = engine_alloc(n, sizeof *t->peer_end);
	return t->peer_first && t->peer_end && t->kind && t->parts && t->child_start && t->children && t->order && t->enter && t->leave && t->region;
}

/* A counting sort by parent. `next` is scratch for one index a place. */
static void tree_children(struct tree *t, const struct indikator_data *data, int *next)
{
	size_t n = data->places_count;

	for (size_t i = 0; i < n; i++)
		if (data->places[i].parent >= 0)
			t->child_start[data->places[i].parent + 1]++;
	for (size_t i = 0; i < n; i++) {
		t->child_start[i + 1] += t->child_start[i];
		next[i] = t->child_start[i];
	}
	for (size_t i = 0; i < n; i++)
		if (data->places[i].parent >= 0)
			t->children[next[data->places[i].parent]++] = (int)i;
}

/* Walks depth first from `root`; returns how many places are in `order` afterwards. */
static int tree_walk(struct tree *t, const struct indikator_data *data, int *stack, int root, int count)
{
	size_t top = 0;

	stack[top++] = root;
	while (top) {
		int p = stack[--top];
		int parent = data->places[p].parent;

		t->enter[p] = count;
		t->order[count++] = p;
		if (data->places[p].kind == INDIKATOR_REGION)
			t->region[p] = p;
		else
			t->region[p] = parent >= 0 ? t->region[parent] : -1;
		for (int c = t->child_start[p + 1]; c > t->child_start[p]; c--)
			stack[top++] = t->children[c - 1];
	}
	return count;
}

/* A place ends where the last of its children ends; children come later in `order`. */
static void tree_leave(struct tree *t, const struct indikator_data *data, int count)
{
	for (int i = 0; i < count; i++)
		t->leave[t->order[i]] = t->enter[t->order[i]] + 1;
	for (int i = count - 1; i >= 0; i--) {
		int p = t->order[i], parent = data->places[p].parent;

		if (parent >= 0 && t->leave[parent] < t->leave[p])
			t->leave[parent] = t->leave[p];
	}
}

/* A hospital and a unit are no parts of a whole. */
static void tree_kinds(struct tree *t, const struct indikator_data *data)
{
	for (size_t i = 0; i < data->places_count; i++) {
		const struct indikator_place *p = &data->places[i];

		t->kind[i] = (unsigned char)p->kind;
		if (p->parent >= 0 && p->kind != INDIKATOR_HOSPITAL && p->kind != INDIKATOR_UNIT_PLACE)
			t->parts[p->parent] = true;
	}
}

/* Regions are ranked among all regions; areas and municipalities among those of the same region. `keys` is scratch for
 * one number a place. */
static bool tree_peers(struct tree *t, size_t n, int *keys)
{
	const int kinds = INDIKATOR_UNIT_PLACE + 1;
	size_t first = 0;

	for (size_t i = 0; i < n; i++)
		keys[i] = t->kind[i] == INDIKATOR_REGION ? INDIKATOR_REGION : (t->region[i] + 1) * kinds + t->kind[i];
	t->peers = engine_order(keys, n, (n + 1) * (size_t)kinds);
	for (size_t i = 0; t->peers && i < n; i++) {
		if (keys[t->peers[i]] != keys[t->peers[first]])
			first = i;
		t->peer_first[t->peers[i]] = (int)first;
	}
	for (size_t i = n, end = n; t->peers && i > 0; i--) {
		if (i < n && keys[t->peers[i - 1]] != keys[t->peers[i]])
			end = i;
		t->peer_end[t->peers[i - 1]] = (int)end;
	}
	return t->peers != NULL;
}

bool engine_tree_init(struct tree *t, const struct indikator_data *data, bool *loop)
{
	int *scratch = engine_alloc(data->places_count, sizeof *scratch);
	int count = 0;
	bool done;

	*loop = false;
	if (!scratch || !tree_alloc(t, data->places_count)) {
		free(scratch);
		return false;
	}
	tree_children(t, data, scratch);
	for (size_t i = 0; i < data->places_count; i++)
		if (data->places[i].parent < 0)
			count = tree_walk(t, data, scratch, (int)i, count);
	tree_leave(t, data, count);
	tree_kinds(t, data);
	*loop = (size_t)count < data->places_count; /* nobody in a loop is below a root */
	done = !*loop && tree_peers(t, data->places_count, scratch);
	free(scratch);
	return done;
}

void engine_tree_release(struct tree *t)
{
	free(t->child_start);
	free(t->children);
	free(t->order);
	free(t->enter);
	free(t->leave);
	free(t->region);
	free(t->kind);
	free(t->parts);
	free(t->peers);
	free(t->peer_first);
	free(t->peer_end);
	*t = (struct tree){0};
}

static bool is_place(const struct indikator_set *set, int place)
{
	return place >= 0 && (size_t)place < set->data.places_count;
}

size_t indikator_children(const struct indikator_set *set, int place, const int **children)
{
	if (!is_place(set, place))
		return 0;
	*children = set->tree.children + set->tree.child_start[place];
	return (size_t)(set->tree.child_start[place + 1] - set->tree.child_start[place]);
}

bool indikator_within(const struct indikator_set *set, int inner, int outer)
{
	const struct tree *t = &set->tree;

	if (!is_place(set, inner) || !is_place(set, outer))
		return false;
	return t->enter[outer] <= t->enter[inner] && t->enter[inner] < t->leave[outer];
}

int engine_place_municipality(const struct indikator_set *set, int place)
{
	const struct indikator_place *places = set->data.places;

	if (place >= 0 && places[place].kind == INDIKATOR_HOSPITAL)
		place = places[place].parent;
	return place >= 0 && places[place].kind == INDIKATOR_MUNICIPALITY ? place : -1;
}

bool engine_place_covers(const struct indikator_set *set, int listed, int place)
{
	const struct indikator_place *l = &set->data.places[listed];

	if (l->kind != INDIKATOR_HOSPITAL)
		return indikator_within(set, place, listed);
	if (place == listed)
		return true;
	/* A hospital's catchment is municipalities; it says nothing of the hospitals in them. */
	if (set->data.places[place].kind == INDIKATOR_HOSPITAL)
		return false;
	for (size_t i = 0; i < l->serves_count; i++)
		if (indikator_within(set, place, l->serves[i]))
			return true;
	return false;
}
