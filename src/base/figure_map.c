/* Where places stand on a map of cells: rows by latitude, columns by longitude, whole numbers only. */
#include "radsbord/base/figure.h"

#include "radsbord/base/text.h"

#include <stdlib.h>

enum {
	BLENDS = 8,        /* steps from rows by degrees to rows with as many places each */
	NAME_MOST = 20,    /* columns */
	NAME_LEAST = 5,
	NAMED_MOST = 60,   /* more places than these have marks alone */
	SIDEWAYS = 6       /* a place is moved at most this part of the width */
};

const char *const figure_marks[FIGURE_MARKS] = {
	[FIGURE_MET] = "●",     [FIGURE_ELSEWHERE] = "◎", [FIGURE_PARTLY] = "◐", [FIGURE_BELOW] = "▽",
	[FIGURE_MISSING] = "○", [FIGURE_UNKNOWN] = "·",   [FIGURE_PLAIN] = "–",
};

size_t figure_map_count(const struct figure_map *f, enum figure_mark mark)
{
	size_t n = 0;

	for (size_t i = 0; i < f->count; i++)
		n += f->items[i].mark == mark;
	return n;
}

/* The placed items from north to south. */
struct spot {
	int north, east;
	size_t item;
	int row;
};
struct spots {
	struct spot *items;
	size_t count;
	int north, south, west, east; /* the ends */
};

static int from_north(const void *a, const void *b)
{
	const struct spot *p = a, *q = b;

	if (p->north != q->north)
		return p->north > q->north ? -1 : 1;
	if (p->east != q->east)
		return p->east < q->east ? -1 : 1;
	return (p->item > q->item) - (p->item < q->item);
}

static struct spots spots_of(const struct figure_map *f)
{
	struct spots s = {.items = mem_alloc((f->count ? f->count : 1) * sizeof *s.items)};

	for (size_t i = 0; i < f->count; i++)
		if (f->items[i].placed)
			s.items[s.count++] = (struct spot){f->items[i].north, f->items[i].east, i, 0};
	qsort(s.items, s.count, sizeof *s.items, from_north);
	for (size_t i = 0; i < s.count; i++) {
		s.west = i == 0 || s.items[i].east < s.west ? s.items[i].east : s.west;
		s.east = i == 0 || s.items[i].east > s.east ? s.items[i].east : s.east;
	}
	s.north = s.count ? s.items[0].north : 0;
	s.south = s.count ? s.items[s.count - 1].north : 0;
	return s;
}

/* With too little room for all, as many as fit, spread evenly. */
static void thin(struct spots *s, size_t room)
{
	size_t all = s->count;

	if (all <= room)
		return;
	s->count = 0;
	for (size_t i = 0; i < all; i++)
		if (room && (i + 1) * room / all > i * room / all)
			s->items[s->count++] = s->items[i];
}

/* Rows between those by degrees (blend BLENDS) and those with as many places each (blend 0). False when a row gets too many. */
static bool set_rows(struct spots *s, int height, size_t per_row, int blend)
{
	int64_t range = (int64_t)s->north - s->south;
	size_t in_row = 0;
	int last = -1;

	for (size_t i = 0; i < s->count; i++) {
		int64_t degrees = range ? ((int64_t)s->north - s->items[i].north) * (height - 1) * 1000 / range : 0;
		int64_t even = (int64_t)i * height * 1000 / (int64_t)s->count;
		int row = (int)((degrees * blend + even * (BLENDS - blend)) / (1000 * BLENDS));

		s->items[i].row = row;
		in_row = row == last ? in_row + 1 : 1;
		last = row;
		if (in_row > per_row)
			return false;
	}
	return true;
}

/* Neighbours of a row that must be moved together: the sum of where they would be, and how many. */
struct group {
	int64_t sum;
	int count;
};

static bool is_before(const struct group *a, const struct group *b)
{
	return a->sum * b->count < b->sum * a->count;
}

/* The columns of a row's places, west to east, `step` apart, as near as can be to where they lie. */
static int place_row(struct spot *row, int count, const struct spots *s, int width, int step, int item, struct figure_cell *cells)
{
	struct group *groups = mem_alloc((size_t)count * sizeof *groups);
	int64_t range = (int64_t)s->east - s->west;
	int n = 0, at = 0, moved = 0, most = width - item - (count - 1) * step;

	for (int i = 1; i < count; i++) /* by longitude; equals as they came */
		for (int k = i; k > 0 && row[k - 1].east > row[k].east; k--) {
			struct spot other = row[k];
			row[k] = row[k - 1];
			row[k - 1] = other;
		}
	for (int i = 0; i < count; i++) {
		int64_t wish = range ? ((int64_t)row[i].east - s->west) * (width - item) / range : (width - item) / 2;

		groups[n++] = (struct group){wish - (int64_t)i * step, 1};
		while (n > 1 && !is_before(&groups[n - 2], &groups[n - 1])) {
			groups[n - 2].sum += groups[n - 1].sum;
			groups[n - 2].count += groups[n - 1].count;
			n--;
		}
	}
	for (int g = 0; g < n; g++) {
		int64_t base = (groups[g].sum >= 0 ? groups[g].sum : groups[g].sum - groups[g].count + 1) / groups[g].count;

		base = base < 0 ? 0 : base > most ? most : base;
		for (int k = 0; k < groups[g].count; k++, at++) {
			int64_t wish = range ? ((int64_t)row[at].east - s->west) * (width - item) / range : (width - item) / 2;
			int x = (int)base + at * step, by = abs(x - (int)wish);

			cells[row[at].item] = (struct figure_cell){x, row[at].row};
			moved = by > moved ? by : moved;
		}
	}
	free(groups);
	return moved;
}

/* All rows; the longest way a place was moved. */
static int place_rows(struct spots *s, int width, int step, int item, struct figure_cell *cells)
{
	struct spot *copy = mem_alloc((s->count ? s->count : 1) * sizeof *copy);
	int moved = 0;

	for (size_t i = 0; i < s->count; i++)
		copy[i] = s->items[i];
	for (size_t i = 0; i < s->count;) {
		size_t end = i;

		while (end < s->count && copy[end].row == copy[i].row)
			end++;
		int by = place_row(copy + i, (int)(end - i), s, width, step, item, cells);

		moved = by > moved ? by : moved;
		i = end;
	}
	free(copy);
	return moved;
}

/* Tries rows from those by degrees on. `step` columns from mark to mark, of which the item takes `item`. */
static bool try_step(struct spots *s, int width, int height, int step, int item, int moved_most, struct figure_cell *cells)
{
	size_t per_row = width < item ? 0 : (size_t)((width - item) / step + 1);

	if (s->count > per_row * (size_t)height)
		return false;
	for (int blend = BLENDS; blend >= 0; blend--)
		if (set_rows(s, height, per_row, blend) && place_rows(s, width, step, item, cells) <= moved_most)
			return true;
	return false;
}

/* With names, the longest that there is room for; 0 when there is none. */
static int try_names(const struct figure_map *f, struct spots *s, int width, int height, struct figure_cell *cells)
{
	int longest = 0;

	for (size_t i = 0; i < f->count; i++) {
		int w = text_width(f->items[i].label ? f->items[i].label : "");
		longest = w > longest ? w : longest;
	}
	longest = longest < NAME_MOST ? longest : NAME_MOST;
	for (int name = longest; s->count <= NAMED_MOST && name > 0; name--)
		if ((name >= NAME_LEAST || name == longest) &&
		    try_step(s, width, height, name + 3, name + 2, width / SIDEWAYS, cells))
			return name;
	return 0;
}

/* Marks alone: with a blank between, or close together, in a field with about the country's shape, or in all of it. */
static void place_marks(struct spots *s, int width, int height, struct figure_cell *cells)
{
	int upright = width / 2 < height ? width : 2 * height;

	for (int field = upright;; field = width) {
		for (int step = 2; step > 0; step--)
			if (try_step(s, field, height, step, 1, field / SIDEWAYS, cells))
				return;
		if (field == width)
			break;
	}
	try_step(s, width, height, 1, 1, width, cells);
}

struct figure_map_layout figure_map_place(const struct figure_map *f, int width, int height, struct figure_cell *cells)
{
	struct figure_map_layout l = {0, 0};
	struct spots s = spots_of(f);

	for (size_t i = 0; i < f->count; i++)
		cells[i] = (struct figure_cell){-1, -1};
	if (width > 0 && height > 0) {
		l.name = try_names(f, &s, width, height, cells);
		thin(&s, (size_t)width * (size_t)height);
		if (!l.name)
			place_marks(&s, width, height, cells);
		l.shown = s.count;
	}
	free(s.items);
	return l;
}

/* Whether `a` comes before `b` in reading order. */
static bool reads_before(struct figure_cell a, struct figure_cell b)
{
	return a.y != b.y ? a.y < b.y : a.x < b.x;
}

/* The nearest before (or after) in reading order, else the last (or first) of all. */
static size_t step_along(const struct figure_cell *cells, size_t count, size_t from, bool forward)
{
	size_t near = count, end = count;

	for (size_t i = 0; i < count; i++) {
		if (cells[i].x < 0 || i == from)
			continue;
		bool beyond = forward ? reads_before(cells[from], cells[i]) : reads_before(cells[i], cells[from]);
		if (beyond && (near == count || reads_before(cells[i], cells[near]) == forward))
			near = i;
		if (end == count || reads_before(cells[i], cells[end]) == forward)
			end = i;
	}
	return near < count ? near : end < count ? end : from;
}

/* The nearest as the eye sees it: a row is as high as two columns are wide. */
static size_t step_across(const struct figure_cell *cells, size_t count, size_t from, int by)
{
	size_t best = from;
	int shortest = 0;

	for (size_t i = 0; i < count; i++) {
		int rows = (cells[i].y - cells[from].y) * by, way = 2 * rows + abs(cells[i].x - cells[from].x);

		if (cells[i].x < 0 || rows <= 0 || (best != from && way >= shortest))
			continue;
		best = i;
		shortest = way;
	}
	return best;
}

size_t figure_map_step(const struct figure_cell *cells, size_t count, size_t from, enum figure_step step)
{
	if (from >= count || cells[from].x < 0) {
		for (size_t i = 0; i < count; i++)
			if (cells[i].x >= 0)
				return i;
		return from;
	}
	if (step == FIGURE_WEST || step == FIGURE_EAST)
		return step_along(cells, count, from, step == FIGURE_EAST);
	return step_across(cells, count, from, step == FIGURE_SOUTH ? 1 : -1);
}
