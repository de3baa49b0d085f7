/* gap_counts.c - the gaps counted: by service or by place, and by how much is missing. */
#include "gap_local.h"

#include "radsbord/base/language.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

const char *const gap_extent_labels[EXTENTS] = {
	[EXTENT_MISSING] = N_("saknas"), [EXTENT_PARTLY_MISSING] = N_("saknas delvis"), [EXTENT_LIMITED] = N_("finns med begränsning")};

enum gap_extent gap_extent(const struct gap *g)
{
	if (g->degree != GAP_MISSING)
		return EXTENT_LIMITED;
	return g->limits.count ? EXTENT_PARTLY_MISSING : EXTENT_MISSING;
}

const char *gap_group(const struct model *m, const struct gap_row *row, int place, enum gap_grouping by, const char **code)
{
	const struct gap *g = row->gap;
	bool country = m->reference->places[place].level == PLACE_COUNTRY;
	*code = by == GAP_BY_SERVICE ? service_choices[g->service].code : country ? g->region : NULL;
	if (by == GAP_BY_SERVICE)
		return row->service;
	return country && g->region ? reference_place_name(m->reference, g->region) : row->where;
}

static void count_gap(struct gap_count *c, enum gap_extent extent)
{
	c->by_extent[extent]++;
	c->all++;
}

static struct gap_count *group_of(struct gap_counts *counts, const char *name, const char *code)
{
	for (size_t i = 0; i < counts->count; i++)
		if (strcmp(counts->items[i].name, name) == 0)
			return &counts->items[i];
	VEC_PUSH(counts, ((struct gap_count){.name = name, .code = code}));
	return &counts->items[counts->count - 1];
}

void gap_counts_build(struct gap_counts *counts, const struct model *m, const struct gap_rows *rows, int place, enum gap_grouping by)
{
	*counts = (struct gap_counts){.all = {.name = _("alla")}};
	for (size_t i = 0; i < rows->count; i++) {
		const char *code, *name = gap_group(m, &rows->items[i], place, by, &code);
		enum gap_extent extent = gap_extent(rows->items[i].gap);
		count_gap(group_of(counts, name, code), extent);
		count_gap(&counts->all, extent);
	}
}

void gap_counts_release(struct gap_counts *counts)
{
	free(counts->items);
	*counts = (struct gap_counts){.items = NULL};
}

void gap_counts_say(const struct gap_counts *counts, struct buf *out)
{
	const struct gap_count *all = &counts->all;
	buf_printf(out, _("%zu %s: %zu saknas"), all->all, all->all == 1 ? _("brist") : _("brister"), all->by_extent[EXTENT_MISSING]);
	if (all->by_extent[EXTENT_PARTLY_MISSING])
		buf_printf(out, _(", %zu delvis"), all->by_extent[EXTENT_PARTLY_MISSING]);
	buf_printf(out, all->by_extent[EXTENT_LIMITED] == 1 ? _(", %zu begränsad") : _(", %zu begränsade"), all->by_extent[EXTENT_LIMITED]);
}

static void count_row(struct doc *d, struct doc_table *t, const struct gap_count *count)
{
	struct doc_cell *c = doc_row(d, t);
	c[0] = doc_text(d, count->name, NULL);
	c[1] = count->code ? doc_text(d, count->code, NULL) : doc_unknown(d, "", "");
	for (size_t i = 0; i < EXTENTS; i++)
		c[2 + i] = doc_number(d, num_int((int64_t)count->by_extent[i]), 0, NUM_HALF_UP);
	c[2 + EXTENTS] = doc_number(d, num_int((int64_t)count->all), 0, NUM_HALF_UP);
}

void report_gap_counts(struct doc *d, const struct model *m, int place, enum gap_grouping by)
{
	struct doc_column columns[] = {
		{.name = by == GAP_BY_SERVICE ? "tjanst" : "plats", .label = by == GAP_BY_SERVICE ? N_("Tjänst") : N_("Plats"), .keep = true},
		{.name = "kod", .label = N_("Kod"), .programs_only = true},
		{.name = "saknas", .label = N_("Saknas"), .align = TEXT_RIGHT},
		{.name = "saknas_delvis", .label = N_("Saknas delvis"), .align = TEXT_RIGHT},
		{.name = "begransad", .label = N_("Begränsad"), .align = TEXT_RIGHT},
		{.name = "alla", .label = N_("Alla"), .align = TEXT_RIGHT},
	};
	struct gap_rows rows;
	struct gap_counts counts;
	gap_rows_build(&rows, m, place);
	size_t all = rows.count;
	struct record_choice *choice = gap_rows_choose(&rows, m, place);
	gap_rows_sort(&rows, m, by);
	gap_counts_build(&counts, m, &rows, place, by);
	doc_heading(d, 1, _("%s: brister per %s"), words_place(m, place), by == GAP_BY_SERVICE ? _("tjänst") : _("plats"));
	struct doc_table *t = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < counts.count; i++)
		count_row(d, t, &counts.items[i]);
	if (counts.count)
		count_row(d, t, &counts.all);
	else if (!all)
		doc_paragraph(d, _("Ingen brist är antecknad den %s. Det betyder inte att inget saknas."),
		              words_day(&d->arena, words_service_day(m, m->year)));
	for (size_t i = 0; !counts.count && i < t->columns_count; i++)
		t->columns[i].programs_only = true;
	record_choice_end(&choice, d);
	gap_counts_release(&counts);
	gap_rows_release(&rows);
}
