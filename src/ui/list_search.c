/* A filter as it is typed. What is seen is found first, and the rest is looked through a stretch at a time while no key comes: so a
 * letter takes no longer in a hundred thousand rows than in a hundred. Each filter that asks more than the one before looks only at
 * the rows that are left, and a letter taken back finds them again without looking: it is kept at which filter each row fell out. */
#include "list_local.h"

#include "radsbord/base/text.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* So many rows are looked at before the first picture, and then between two looks at the keys: about a millisecond. */
enum { STRETCH = 2000, LEVELS_MOST = UINT16_MAX };

/* A filter. Each of the first `judged` places either fits it or has fallen out, at it or at one before. */
struct level {
	char *filter;
	size_t judged;
};
struct list_search {
	size_t *rows; /* the rows from the beginning, in order; NULL: all of the source's as they come. A place is where a row is there */
	size_t count;
	uint16_t *fell; /* by place: the filter its row fell out at, 0: at none. Level 0 is what the typing began with */
	struct {
		struct level *items;
		size_t count, cap;
	} levels;
	long selected;
};

static struct level *top(const struct list_search *x)
{
	return &x->levels.items[x->levels.count - 1];
}

static void push(struct list_search *x, const char *filter, size_t judged)
{
	struct level level = {.filter = mem_strdup(filter), .judged = judged};

	VEC_PUSH(&x->levels, level);
}

static void pop(struct list_search *x)
{
	free(top(x)->filter);
	x->levels.count--;
}

/* From what is shown by the filter. */
static struct list_search *search_new(const struct list *l, const struct list_source *s)
{
	struct list_search *x = mem_alloc(sizeof *x);

	x->count = l->shown;
	if (l->filter[0] || l->sort_column >= 0) {
		x->rows = mem_alloc(l->shown * sizeof *x->rows);
		if (l->shown)
			memcpy(x->rows, l->order, l->shown * sizeof *x->rows);
	} else {
		x->count = s->count;
	}
	x->fell = mem_alloc(x->count * sizeof *x->fell);
	push(x, l->filter, x->count);
	return x;
}

void list_filter_done(struct list *l)
{
	struct list_search *x = l->search;

	l->search = NULL;
	if (!x)
		return;
	while (x->levels.count > 0)
		pop(x);
	free(x->levels.items);
	free(x->rows);
	free(x->fell);
	free(x);
}

bool list_is_looking(const struct list *l)
{
	return l->search && top(l->search)->judged < l->search->count;
}

static size_t row_at(const struct list_search *x, size_t place)
{
	return x->rows ? x->rows[place] : place;
}

/* The place of the row, or 0. */
static size_t place_of(const struct list_search *x, long row)
{
	if (row < 0 || (!x->rows && (size_t)row >= x->count))
		return 0;
	if (!x->rows)
		return (size_t)row;
	for (size_t i = 0; i < x->count; i++)
		if (x->rows[i] == (size_t)row)
			return i;
	return 0;
}

/* Looks at the places up to `end`, or all. */
static void judge(struct list *l, const struct list_source *s, size_t end)
{
	struct list_search *x = l->search;
	struct level *level = top(x);
	struct filter_rows rows = list_filter_rows(s);
	struct filter *f = filter_new(level->filter, &rows);

	for (; level->judged < x->count && level->judged < end; level->judged++) {
		if (x->fell[level->judged])
			continue;
		if (filter_matches(f, row_at(x, level->judged)))
			list_append(l, row_at(x, level->judged));
		else
			x->fell[level->judged] = (uint16_t)(x->levels.count - 1);
	}
	filter_free(&f);
}

/* Goes back to the newest filter that the new one only narrows; false when there is none. */
static bool go_back(struct list_search *x, const struct list_source *s, const char *filter)
{
	struct filter_rows rows = list_filter_rows(s);
	struct filter *f = filter_new(filter, &rows);
	bool found = false, any = false;

	while (x->levels.count > 0 && !found) {
		struct filter *before = filter_new(top(x)->filter, &rows);

		found = strcmp(top(x)->filter, filter) == 0 || filter_narrows(f, before);
		filter_free(&before);
		if (!found)
			pop(x);
		any |= !found;
	}
	filter_free(&f);
	for (size_t i = 0; any && i < x->count; i++)
		if (x->fell[i] >= x->levels.count)
			x->fell[i] = 0;
	return found;
}

/* What of the newest filter is known. */
static void show_judged(struct list *l)
{
	const struct list_search *x = l->search;

	l->shown = 0;
	for (size_t i = 0; i < top(x)->judged; i++)
		if (!x->fell[i])
			list_append(l, row_at(x, i));
}

/* Begins again with all rows; sorted ones are all put in order. */
static void start_over(struct list *l, const struct list_source *s, long selected)
{
	list_filter_done(l);
	l->filter[0] = '\0';
	list_update(l, s, selected);
	l->search = search_new(l, s);
}

/* Bytes of the whole letters that there is room for. */
static size_t room_for(const char *filter)
{
	size_t n = 0;

	for (size_t letter; (letter = text_grapheme(filter + n, NULL)) > 0 && n + letter < LIST_FILTER_SIZE;)
		n += letter;
	return n;
}

void list_set_filter(struct list *l, const struct list_source *s, const char *filter, long selected)
{
	char typed[sizeof l->filter];

	snprintf(typed, sizeof typed, "%.*s", (int)room_for(filter), filter);
	if (selected < 0)
		selected = list_is_looking(l) ? l->search->selected : list_selected(l);
	if (!l->search)
		l->search = search_new(l, s);
	if (!go_back(l->search, s, typed) || l->search->levels.count == LEVELS_MOST)
		start_over(l, s, selected);
	memcpy(l->filter, typed, sizeof typed);
	l->search->selected = selected;
	if (strcmp(top(l->search)->filter, typed) != 0)
		push(l->search, typed, 0);
	show_judged(l);
	judge(l, s, place_of(l->search, selected) + STRETCH);
	l->cursor = list_position_of(l, selected);
}

bool list_look_on(struct list *l, const struct list_source *s)
{
	if (!list_is_looking(l))
		return false;
	judge(l, s, top(l->search)->judged + STRETCH);
	if (list_is_looking(l))
		return true;
	l->cursor = list_position_of(l, l->search->selected);
	return false;
}

void list_look_through(struct list *l, const struct list_source *s)
{
	while (list_look_on(l, s))
		;
}
