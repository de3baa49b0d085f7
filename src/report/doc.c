/* doc.c - building a document. */
#include "radsbord/base/language.h"
#include "radsbord/report/doc.h"

#include "radsbord/base/escape.h"
#include "radsbord/base/language.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *format(struct doc *d, const char *fmt, va_list args) __attribute__((format(printf, 2, 0)));

static const char *format(struct doc *d, const char *fmt, va_list args)
{
	va_list again;
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n < 0)
		return "";
	char *s = arena_alloc(&d->arena, (size_t)n + 1);
	vsnprintf(s, (size_t)n + 1, fmt, args);
	return s;
}

static const char *copy(struct doc *d, const char *s)
{
	return s ? arena_strdup(&d->arena, s) : NULL;
}

static struct doc_node *push(struct doc *d, enum doc_kind kind)
{
	struct doc_node node = {.kind = kind};
	VEC_PUSH(d, node);
	work_step(d->work);
	return &d->items[d->count - 1];
}

/* A node whose text is made by format. */
#define PUSH_FORMATTED(d, kind, node)                                                                                    \
	va_list args;                                                                                                        \
	va_start(args, fmt);                                                                                                 \
	const char *made = format(d, fmt, args);                                                                             \
	va_end(args);                                                                                                        \
	struct doc_node *node = push(d, kind);                                                                               \
	node->text = made

void doc_heading(struct doc *d, int level, const char *fmt, ...)
{
	PUSH_FORMATTED(d, DOC_HEADING, node);
	node->level = level;
}

void doc_clause(struct doc *d, int level, int64_t number, const char *fmt, ...)
{
	PUSH_FORMATTED(d, DOC_HEADING, node);
	node->level = level;
	node->label = arena_printf(&d->arena, "§\u00a0%" PRId64, number);
}

void doc_paragraph(struct doc *d, const char *fmt, ...)
{
	PUSH_FORMATTED(d, DOC_PARAGRAPH, node);
}

void doc_subtitle(struct doc *d, const char *fmt, ...)
{
	PUSH_FORMATTED(d, DOC_SUBTITLE, node);
}

void doc_item(struct doc *d, const char *fmt, ...)
{
	PUSH_FORMATTED(d, DOC_ITEM, node);
}

void doc_numbered(struct doc *d, const char *fmt, ...)
{
	PUSH_FORMATTED(d, DOC_NUMBERED, node);
}

void doc_signature(struct doc *d, const char *fmt, ...)
{
	PUSH_FORMATTED(d, DOC_SIGNATURE, node);
}

void doc_link(struct doc *d, const char *text, const char *address)
{
	struct doc_node *node = push(d, escape_is_link(address) ? DOC_LINK : DOC_PARAGRAPH);
	node->text = copy(d, text);
	node->label = copy(d, address);
}

void doc_blank(struct doc *d, const char *label, int lines)
{
	struct doc_node *node = push(d, DOC_BLANK);
	node->text = copy(d, label);
	node->level = lines;
}

void doc_verbatim(struct doc *d, const char *lines)
{
	push(d, DOC_VERBATIM)->text = copy(d, lines);
}

void doc_page_break(struct doc *d)
{
	push(d, DOC_PAGE_BREAK);
}

void doc_about(struct doc *d, const char *author, struct date date)
{
	d->author = copy(d, author);
	d->date = date;
}

const char *doc_title(const struct doc *d)
{
	for (size_t i = 0; i < d->count; i++)
		if (d->items[i].kind == DOC_HEADING)
			return d->items[i].text;
	return "Rådsbord";
}

void doc_pair(struct doc *d, const char *label, const char *fmt, ...)
{
	PUSH_FORMATTED(d, DOC_PAIR, node);
	node->label = copy(d, label);
}

void doc_follow(struct doc *d, struct work *w, size_t pieces)
{
	d->work = w;
	work_part(w, 0, DOC_FILLED, pieces);
}

size_t doc_pieces(const struct doc *d)
{
	size_t pieces = d->count;
	for (size_t i = 0; i < d->count; i++)
		pieces += d->items[i].kind == DOC_TABLE ? d->items[i].table->rows : 0;
	return pieces;
}

bool doc_is_whole(const struct doc *d, struct error *e)
{
	return !work_stopped(d->work) || error_set(e, ERROR_IO, "%s", _("Avbrutet: inget skrevs."));
}

struct doc_table *doc_table(struct doc *d, const char *caption, const struct doc_column *columns, size_t count)
{
	struct doc_table *t = arena_alloc(&d->arena, sizeof *t);
	t->caption = copy(d, caption);
	t->columns = arena_alloc(&d->arena, count * sizeof *columns);
	t->columns_count = count;
	for (size_t i = 0; i < count; i++) {
		t->columns[i] = columns[i];
		t->columns[i].name = copy(d, columns[i].name);
		t->columns[i].label = copy(d, columns[i].name ? C_(columns[i].name, columns[i].label) : _(columns[i].label));
	}
	t->work = d->work;
	push(d, DOC_TABLE)->table = t;
	return t;
}

struct doc_cell *doc_row(struct doc *d, struct doc_table *t)
{
	if (t->rows == t->rows_cap) {
		size_t cap = t->rows_cap ? t->rows_cap * 2 : 8;
		struct doc_cell *cells = arena_alloc(&d->arena, cap * t->columns_count * sizeof *cells);
		if (t->rows)
			memcpy(cells, t->cells, t->rows * t->columns_count * sizeof *cells);
		t->cells = cells;
		t->rows_cap = cap;
	}
	work_step(d->work);
	struct doc_cell *row = t->cells + t->rows++ * t->columns_count;
	for (size_t i = 0; i < t->columns_count; i++)
		row[i] = (struct doc_cell){.kind = CELL_UNKNOWN};
	return row;
}

void doc_bars(struct doc *d, const struct figure_bars *bars)
{
	struct figure_bars *mine = arena_alloc(&d->arena, sizeof *mine);
	struct figure_bar *items = arena_alloc(&d->arena, (bars->count ? bars->count : 1) * sizeof *items);
	*mine = *bars;
	mine->title = copy(d, bars->title);
	mine->unit = copy(d, bars->unit);
	mine->items = items;
	for (size_t i = 0; i < bars->count; i++) {
		items[i] = bars->items[i];
		items[i].label = copy(d, items[i].label);
		items[i].text = copy(d, items[i].text);
	}
	push(d, DOC_BARS)->bars = mine;
}

void doc_map(struct doc *d, const struct figure_map *map)
{
	struct figure_map *mine = arena_alloc(&d->arena, sizeof *mine);
	struct figure_map_item *items = arena_alloc(&d->arena, (map->count ? map->count : 1) * sizeof *items);
	*mine = *map;
	mine->title = copy(d, map->title);
	mine->items = items;
	for (int i = 0; i < FIGURE_MARKS; i++)
		mine->words[i] = copy(d, map->words[i]);
	for (size_t i = 0; i < map->count; i++) {
		items[i] = map->items[i];
		items[i].label = copy(d, items[i].label);
		items[i].text = copy(d, items[i].text);
		items[i].value = copy(d, items[i].value);
	}
	push(d, DOC_MAP)->map = mine;
}

void doc_spark(struct doc *d, const struct figure_spark *spark)
{
	struct figure_spark *mine = arena_alloc(&d->arena, sizeof *mine);
	struct figure_point *items = arena_alloc(&d->arena, (spark->count ? spark->count : 1) * sizeof *items);
	*mine = *spark;
	mine->title = copy(d, spark->title);
	mine->items = items;
	for (size_t i = 0; i < spark->count; i++) {
		items[i] = spark->items[i];
		items[i].text = copy(d, items[i].text);
	}
	push(d, DOC_SPARK)->spark = mine;
}

void doc_wheel(struct doc *d, const struct figure_wheel *wheel)
{
	struct figure_wheel *mine = arena_alloc(&d->arena, sizeof *mine);
	struct figure_day *items = arena_alloc(&d->arena, (wheel->count ? wheel->count : 1) * sizeof *items);
	*mine = *wheel;
	mine->title = copy(d, wheel->title);
	mine->items = items;
	for (int i = 0; i < FIGURE_DAYS; i++)
		mine->words[i] = copy(d, wheel->words[i]);
	for (size_t i = 0; i < wheel->count; i++) {
		items[i] = wheel->items[i];
		items[i].text = copy(d, items[i].text);
	}
	push(d, DOC_WHEEL)->wheel = mine;
}

void doc_release(struct doc *d)
{
	free(d->items);
	arena_release(&d->arena);
	*d = (struct doc){.items = NULL};
}

struct doc_cell doc_text(struct doc *d, const char *text, const char *code)
{
	if (!text && !code)
		return (struct doc_cell){.kind = CELL_UNKNOWN};
	return (struct doc_cell){.kind = CELL_TEXT, .text = copy(d, text ? text : code), .code = copy(d, code)};
}

struct doc_cell doc_number(struct doc *d, struct num n, int decimals, enum num_rounding rule)
{
	struct num rounded = num_known(n) ? num_round(n, decimals, rule) : n;
	if (!num_known(rounded))
		return (struct doc_cell){.kind = CELL_UNKNOWN};
	struct buf b = {0};
	num_format(&b, rounded, decimals, rule);
	struct doc_cell cell = {.kind = CELL_NUMBER,
	                        .text = copy(d, buf_cstr(&b)),
	                        .number = rounded,
	                        .decimals = decimals};
	buf_release(&b);
	return cell;
}

struct doc_cell doc_bool(bool b, const char *text)
{
	return (struct doc_cell){.kind = CELL_BOOL, .truth = b, .text = text};
}

struct doc_cell doc_unknown(struct doc *d, const char *text, const char *code)
{
	return (struct doc_cell){.kind = CELL_UNKNOWN, .text = copy(d, text), .code = copy(d, code)};
}
