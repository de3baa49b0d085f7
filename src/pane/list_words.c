/* The words of a filter over a pane whose rows are records: the table of report/filter.h, asked by row. */
#include "pane.h"

#include "radsbord/report/filter.h"

#include <string.h>

/* The same word of another kind, when a list has several; -1 when that kind has none. */
static long key_of(enum record_kind listed, enum record_kind kind, size_t key)
{
	size_t count, own;
	const struct filter_key *keys = record_filter_keys(listed, &count), *others = record_filter_keys(kind, &own);
	if (kind == listed)
		return (long)key;
	for (size_t i = 0; i < own; i++)
		if (strcmp(others[i].name, keys[key].name) == 0)
			return (long)i;
	return -1;
}

void pane_word_value(void *ctx, size_t row, size_t key, struct buf *out)
{
	const struct pane *p = ctx;
	enum record_kind kind;
	const struct record *r = p->class->record(p, row, &kind);
	long own = r ? key_of(pane_kind(p), kind, key) : -1;
	if (own >= 0)
		record_filter_value(p->seen, p->seen_place, kind, r, (size_t)own, out);
}

static void row_text(void *ctx, size_t row, struct buf *out)
{
	const struct pane *p = ctx;
	enum record_kind kind;
	const struct record *r = p->class->record(p, row, &kind);
	if (r)
		record_filter_text(p->seen, p->seen_place, kind, r, out);
	for (size_t i = 0; i < p->source.columns_count; i++) { /* and what stands on the screen */
		struct list_cell cell = {.text = NULL};
		p->source.cell(ctx, row, i, &cell);
		buf_printf(out, " %s", cell.text ? cell.text : "");
	}
}

enum record_kind pane_kind(const struct pane *p)
{
	return p->class->kind ? p->class->kind(p) : RECORD_KINDS;
}

void pane_fill_words(struct frame *f, struct pane *p)
{
	struct filter_rows *words = &p->source.filter;
	enum record_kind kind = pane_kind(p);
	p->seen = frame_model(f);
	p->seen_place = f->place;
	record_filter_days(p->seen, words);
	if (kind == RECORD_KINDS)
		return;
	words->keys = record_filter_keys(kind, &words->keys_count);
	if (!words->value)
		words->value = pane_word_value;
	if (!words->text)
		words->text = row_text;
}
