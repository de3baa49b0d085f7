#include "radsbord/ui/list.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void list_init(struct list *l)
{
	*l = (struct list){.sort_column = -1};
}

void list_release(struct list *l)
{
	free(l->order);
	list_init(l);
}

/* ---- the filter --------------------------------------------------------- */

/* The cells of a row, for a source that says nothing better. */
static void cells_text(void *ctx, size_t row, struct buf *out)
{
	const struct list_source *s = ctx;

	for (size_t i = 0; i < s->columns_count; i++) {
		struct list_cell cell = {0};

		s->cell(s->ctx, row, i, &cell);
		buf_str(out, cell.text ? cell.text : "");
		buf_char(out, ' ');
	}
}

static void own_text(void *ctx, size_t row, struct buf *out)
{
	const struct list_source *s = ctx;

	s->filter.text(s->ctx, row, out);
}

static void own_value(void *ctx, size_t row, size_t key, struct buf *out)
{
	const struct list_source *s = ctx;

	s->filter.value(s->ctx, row, key, out);
}

struct filter_rows list_filter_rows(const struct list_source *s)
{
	struct filter_rows rows = s->filter;

	rows.ctx = (void *)(uintptr_t)s; /* read only */
	rows.count = s->count;
	rows.text = s->filter.text ? own_text : cells_text;
	rows.value = own_value;
	return rows;
}

bool list_complains(const struct list *l, const struct list_source *s, struct buf *out)
{
	struct filter_rows rows = list_filter_rows(s);
	struct filter *f = filter_new(l->filter, &rows);
	bool any = filter_complains(f, out);

	filter_free(&f);
	return any;
}

static void filter_rows(struct list *l, const struct list_source *s)
{
	struct filter_rows rows = list_filter_rows(s);
	struct filter *f = l->filter[0] ? filter_new(l->filter, &rows) : NULL;

	l->shown = 0;
	for (size_t row = 0; row < s->count; row++) {
		if (f && !filter_matches(f, row))
			continue;
		l->order = mem_grow(l->order, l->shown, &l->order_cap, sizeof *l->order);
		l->order[l->shown++] = row;
	}
	filter_free(&f);
}

/* ---- the order ---------------------------------------------------------- */

struct sorter {
	const struct list_source *source;
	size_t column;
	bool descending;
	char **keys; /* sort keys by row, or NULL when the source compares */
};

static int compare_rows(const void *a, const void *b, void *ctx)
{
	const struct sorter *s = ctx;
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	int order = s->keys ? strcmp(s->keys[x], s->keys[y]) : s->source->compare(s->source->ctx, x, y, s->column);

	if (s->descending)
		order = order < 0 ? 1 : order > 0 ? -1 : 0;
	return order ? order : (x > y) - (x < y);
}

static char *cell_key(const struct list_source *s, size_t row, size_t column)
{
	struct list_cell cell = {0};
	struct buf key = {0};

	s->cell(s->ctx, row, column, &cell);
	text_sort_key(&key, cell.text ? cell.text : "");
	return buf_detach(&key);
}

static void sort_rows(struct list *l, const struct list_source *s)
{
	struct sorter sorter = {.source = s, .descending = l->sort_descending};

	if (l->sort_column < 0 || (size_t)l->sort_column >= s->columns_count || l->shown < 2)
		return;
	sorter.column = (size_t)l->sort_column;
	if (!s->compare) {
		sorter.keys = mem_alloc(s->count * sizeof *sorter.keys);
		for (size_t i = 0; i < l->shown; i++)
			sorter.keys[l->order[i]] = cell_key(s, l->order[i], sorter.column);
	}
	qsort_r(l->order, l->shown, sizeof *l->order, compare_rows, &sorter);
	for (size_t i = 0; sorter.keys && i < s->count; i++)
		free(sorter.keys[i]);
	free(sorter.keys);
}

/* ---- the selection ------------------------------------------------------ */

/* The position of `row`; when it is gone the next one in the source's order, or when sorted the same position. */
static size_t position_of(const struct list *l, long row)
{
	size_t i;

	for (i = 0; i < l->shown; i++)
		if (row >= 0 && l->order[i] == (size_t)row)
			return i;
	if (l->shown == 0 || row < 0)
		return 0;
	if (l->sort_column >= 0)
		return l->cursor < l->shown ? l->cursor : l->shown - 1;
	for (i = 0; i + 1 < l->shown && l->order[i] < (size_t)row; i++)
		;
	return i;
}

void list_update(struct list *l, const struct list_source *s, long selected)
{
	if (selected < 0)
		selected = list_selected(l);
	filter_rows(l, s);
	sort_rows(l, s);
	l->cursor = position_of(l, selected);
}

long list_selected(const struct list *l)
{
	return l->cursor < l->shown ? (long)l->order[l->cursor] : -1;
}

bool list_command(struct list *l, enum command c)
{
	size_t last = l->shown ? l->shown - 1 : 0;
	size_t page = l->page > 1 ? (size_t)l->page - 1 : 1; /* one row stays as a landmark */

	switch (c) {
	case COMMAND_UP:
		l->cursor -= l->cursor > 0;
		return true;
	case COMMAND_DOWN:
		l->cursor += l->cursor < last;
		return true;
	case COMMAND_PAGE_UP:
		l->cursor -= l->cursor < page ? l->cursor : page;
		return true;
	case COMMAND_PAGE_DOWN:
		l->cursor = last - l->cursor < page ? last : l->cursor + page;
		return true;
	case COMMAND_FIRST:
		l->cursor = 0;
		return true;
	case COMMAND_LAST:
		l->cursor = last;
		return true;
	default:
		return false;
	}
}
