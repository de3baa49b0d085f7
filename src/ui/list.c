#include "list_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/num.h"
#include "radsbord/base/text.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void list_init(struct list *l)
{
	*l = (struct list){.sort_column = -1};
}

void list_release(struct list *l)
{
	list_filter_done(l);
	free(l->order);
	free(l->marked);
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

void list_append(struct list *l, size_t row)
{
	l->order = mem_grow(l->order, l->shown, &l->order_cap, sizeof *l->order);
	l->order[l->shown++] = row;
}

static void filter_rows(struct list *l, const struct list_source *s)
{
	struct filter_rows rows = list_filter_rows(s);
	struct filter *f = l->filter[0] ? filter_new(l->filter, &rows) : NULL;

	l->shown = 0;
	for (size_t row = 0; row < s->count; row++)
		if (!f || filter_matches(f, row))
			list_append(l, row);
	filter_free(&f);
}

/* ---- the order ---------------------------------------------------------- */

/* What a row is sorted by: its cell. */
struct key {
	bool unknown;
	struct num number; /* of a column of numbers */
	char *text;        /* of another, a sort key; NULL when the source compares */
};
struct sorter {
	const struct list_source *source;
	size_t column;
	bool descending, by_source;
	const struct key *keys; /* by row */
};

static int order_of(const struct sorter *s, size_t x, size_t y)
{
	if (s->by_source)
		return s->source->compare(s->source->ctx, x, y, s->column);
	if (s->keys[x].text)
		return strcmp(s->keys[x].text, s->keys[y].text);
	return num_cmp(s->keys[x].number, s->keys[y].number);
}

static int compare_rows(const void *a, const void *b, void *ctx)
{
	const struct sorter *s = ctx;
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	int order;

	if (s->keys[x].unknown || s->keys[y].unknown) {
		order = s->keys[x].unknown - s->keys[y].unknown; /* last, whichever way it goes */
	} else {
		order = order_of(s, x, y);
		if (s->descending)
			order = order < 0 ? 1 : order > 0 ? -1 : 0;
	}
	return order ? order : (x > y) - (x < y);
}

/* The text from its first letter or digit: marks of status go before it. */
static const char *from_word(const char *text)
{
	uint32_t cp;
	size_t n;

	for (; *text; text += n) {
		n = text_decode(text, strlen(text), &cp);
		if (cp == '?' || (cp < 0x80 && isalnum((int)cp)) || (cp >= 0xC0 && cp < 0x2000))
			return text;
	}
	return text;
}

static bool says_unknown(const char *text)
{
	const char *word = from_word(text);
	struct buf folded = {0}, unknown = {0};
	bool says = !*word || *word == '?';

	if (!says) {
		text_fold(&folded, word);
		text_fold(&unknown, _("okänt"));
		says = strcmp(buf_cstr(&folded), "okänt") == 0 || strcmp(buf_cstr(&folded), buf_cstr(&unknown)) == 0;
	}
	buf_release(&folded);
	buf_release(&unknown);
	return says;
}

/* Bytes of a blank, also one that does not break. */
static size_t space_at(const char *s)
{
	return *s == ' ' ? 1 : strncmp(s, "\u00a0", 2) == 0 ? 2 : strncmp(s, "\u202f", 3) == 0 ? 3 : 0;
}

/* The first number of a cell: "22,4 %", "8–10", "−3", "1 234", "≥ 4". Unknown when there is none. */
static struct num first_number(const char *text)
{
	struct num number = NUM_UNKNOWN;
	struct buf digits = {0};
	size_t at = strcspn(text, "0123456789");

	if (!text[at])
		return number;
	if ((at >= 1 && text[at - 1] == '-') || (at >= 3 && strncmp(text + at - 3, "\u2212", 3) == 0))
		buf_char(&digits, '-');
	for (;;) {
		size_t space = space_at(text + at);

		if (isdigit((unsigned char)text[at])) {
			buf_char(&digits, text[at++]);
		} else if ((text[at] == ',' || text[at] == '.') && isdigit((unsigned char)text[at + 1])) {
			buf_char(&digits, '.');
			at++;
		} else if (space && isdigit((unsigned char)text[at + space])) {
			at += space;
		} else {
			break;
		}
	}
	(void)num_parse(buf_cstr(&digits), &number, NULL);
	buf_release(&digits);
	return number;
}

static struct key key_of(const struct list_source *s, size_t row, size_t column, bool by_source)
{
	struct list_cell cell = {0};
	struct key key = {0};
	struct buf text = {0};

	s->cell(s->ctx, row, column, &cell);
	key.unknown = says_unknown(cell.text ? cell.text : "");
	if (by_source || key.unknown)
		return key;
	if (s->columns[column].align == TEXT_RIGHT) {
		key.number = first_number(cell.text);
		key.unknown = !num_known(key.number);
	} else {
		text_sort_key(&text, from_word(cell.text));
		key.text = buf_detach(&text);
	}
	return key;
}

static void sort_rows(struct list *l, const struct list_source *s)
{
	struct sorter sorter = {.source = s, .descending = l->sort_descending};
	struct key *keys;

	if (l->sort_column < 0 || (size_t)l->sort_column >= s->columns_count || l->shown < 2)
		return;
	sorter.column = (size_t)l->sort_column;
	sorter.by_source = s->compare && s->compare(s->ctx, l->order[0], l->order[0], sorter.column) != LIST_BY_CELLS;
	keys = mem_alloc(s->count * sizeof *keys);
	for (size_t i = 0; i < l->shown; i++)
		keys[l->order[i]] = key_of(s, l->order[i], sorter.column, sorter.by_source);
	sorter.keys = keys;
	qsort_r(l->order, l->shown, sizeof *l->order, compare_rows, &sorter);
	for (size_t i = 0; i < s->count; i++)
		free(keys[i].text);
	free(keys);
}

/* ---- the selection ------------------------------------------------------ */

size_t list_position_of(const struct list *l, long row)
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
	list_filter_done(l);
	if (selected < 0)
		selected = list_selected(l);
	filter_rows(l, s);
	sort_rows(l, s);
	l->cursor = list_position_of(l, selected);
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
