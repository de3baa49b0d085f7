/* Pane 2, part Saknas, counted: a row a service or a place, and the last row all. */
#include "gaps.h"

#include "radsbord/base/language.h"

#include <string.h>

enum { COUNT_NAME, COUNT_MISSING, COUNT_PARTLY, COUNT_LIMITED, COUNT_ALL };
#define COLUMN(title_, width_) {.title = title_, .width = width_, .align = TEXT_RIGHT}
static const struct list_column by_service[GAP_COUNT_COLUMNS] = {
	[COUNT_NAME] = {.title = N_("Tjänst"), .width = 24, .flexible = true},
	[COUNT_MISSING] = COLUMN(N_("Saknas"), 7),
	[COUNT_PARTLY] = COLUMN(N_("Delvis"), 6),
	[COUNT_LIMITED] = COLUMN(N_("Begränsad"), 9),
	[COUNT_ALL] = COLUMN(N_("Alla"), 4),
};
static const struct list_column by_place[GAP_COUNT_COLUMNS] = {
	[COUNT_NAME] = {.title = N_("Var"), .width = 24, .flexible = true},
	[COUNT_MISSING] = COLUMN(N_("Saknas"), 7),
	[COUNT_PARTLY] = COLUMN(N_("Delvis"), 6),
	[COUNT_LIMITED] = COLUMN(N_("Begränsad"), 9),
	[COUNT_ALL] = COLUMN(N_("Alla"), 4),
};

static const struct gap_count *count_at(const struct gaps_state *s, size_t row)
{
	return row < s->counts.count ? &s->counts.items[row] : &s->counts.all;
}

static size_t number_of(const struct gap_count *c, size_t column)
{
	return column == COUNT_ALL ? c->all : c->by_extent[column - COUNT_MISSING];
}

static void count_cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct gaps_state *s = ctx;
	const struct gap_count *c = count_at(s, row);
	buf_clear(&s->cell);
	if (column == COUNT_NAME) {
		out->text = row < s->counts.count ? c->name : _("Alla");
		return;
	}
	buf_printf(&s->cell, "%zu", number_of(c, column));
	out->text = buf_cstr(&s->cell);
}

static void count_search(void *ctx, size_t row, struct buf *out)
{
	buf_str(out, count_at(ctx, row)->name);
}

static int count_compare(void *ctx, size_t a, size_t b, size_t column)
{
	const struct gap_count *x = count_at(ctx, a), *y = count_at(ctx, b);
	if (column == COUNT_NAME)
		return text_compare(x->name, y->name);
	return (number_of(x, column) > number_of(y, column)) - (number_of(x, column) < number_of(y, column));
}

struct list_source gap_counts_source(const struct gaps_state *s)
{
	return (struct list_source){.count = s->counts.count ? s->counts.count + 1 : 0,
	                            .columns = gaps_grouping(s) == GAP_BY_SERVICE ? by_service : by_place,
	                            .columns_count = GAP_COUNT_COLUMNS,
	                            .cell = count_cell,
	                            .filter = {.text = count_search},
	                            .compare = count_compare};
}

void gap_counts_describe(const struct gaps_state *s, size_t row, struct detail *d)
{
	const struct gap_count *c = count_at(s, row);
	bool all = row >= s->counts.count;
	doc_heading(&d->doc, 1, "%s", all ? _("Alla brister") : c->name);
	for (size_t i = 0; i < EXTENTS; i++)
		doc_pair(&d->doc, _(gap_extent_labels[i]), "%zu", c->by_extent[i]);
	for (size_t i = 0; i < s->gaps.count; i++) {
		const struct gap_row *r = &s->gaps.items[i];
		const char *code, *group = gap_group(s->model, r, s->place, gaps_grouping(s), &code);
		if (all || strcmp(group, c->name) == 0)
			detail_link(d, LINK_GAP, r->gap->head.id, "%s, %s: %s", r->service, r->where, r->degree);
	}
}
