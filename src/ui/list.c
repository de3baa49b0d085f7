#include "radsbord/ui/list.h"

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

/* A word as typed and folded; `key` is NULL when it has none. */
struct word {
	char *folded;
	char *key, *value;
};

struct words {
	struct word *items;
	size_t count, cap;
};

static char *fold(const char *s, size_t n)
{
	struct buf b = {0};
	char *copy = mem_strndup(s, n);

	text_fold(&b, copy);
	free(copy);
	return buf_detach(&b);
}

static struct words words_of(const char *filter)
{
	struct words w = {0};

	for (;;) {
		size_t n;
		const char *colon;
		struct word word = {0};

		filter += strspn(filter, " \t");
		n = strcspn(filter, " \t");
		if (n == 0)
			return w;
		word.folded = fold(filter, n);
		colon = memchr(filter, ':', n);
		if (colon && colon > filter) {
			word.key = fold(filter, (size_t)(colon - filter));
			word.value = fold(colon + 1, n - (size_t)(colon + 1 - filter));
		}
		VEC_PUSH(&w, word);
		filter += n;
	}
}

static void words_release(struct words *w)
{
	for (size_t i = 0; i < w->count; i++) {
		free(w->items[i].folded);
		free(w->items[i].key);
		free(w->items[i].value);
	}
	free(w->items);
}

/* The folded text of a row, made once a row and only when a plain word needs it. */
struct row_text {
	struct buf raw, folded;
	bool made;
};

static const char *row_folded(const struct list_source *s, size_t row, struct row_text *t)
{
	if (t->made)
		return buf_cstr(&t->folded);
	t->made = true;
	buf_clear(&t->raw);
	buf_clear(&t->folded);
	if (s->search) {
		s->search(s->ctx, row, &t->raw);
	} else {
		for (size_t i = 0; i < s->columns_count; i++) {
			struct list_cell cell = {0};

			s->cell(s->ctx, row, i, &cell);
			buf_str(&t->raw, cell.text ? cell.text : "");
			buf_char(&t->raw, ' ');
		}
	}
	text_fold(&t->folded, buf_cstr(&t->raw));
	return buf_cstr(&t->folded);
}

static bool word_matches(const struct list_source *s, size_t row, const struct word *w, struct row_text *t)
{
	bool matches = false;

	if (w->key && s->match_word && s->match_word(s->ctx, row, w->key, w->value, &matches))
		return matches || !*w->value;
	return strstr(row_folded(s, row, t), w->folded) != NULL;
}

static void filter_rows(struct list *l, const struct list_source *s)
{
	struct words words = words_of(l->filter);
	struct row_text t = {0};

	l->shown = 0;
	for (size_t row = 0; row < s->count; row++) {
		bool all = true;

		t.made = false;
		for (size_t i = 0; i < words.count && all; i++)
			all = word_matches(s, row, &words.items[i], &t);
		if (!all)
			continue;
		l->order = mem_grow(l->order, l->shown, &l->order_cap, sizeof *l->order);
		l->order[l->shown++] = row;
	}
	buf_release(&t.raw);
	buf_release(&t.folded);
	words_release(&words);
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
