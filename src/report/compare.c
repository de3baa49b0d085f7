/* compare.c - `radsbord jamfor`: all regions, or the municipalities of one, by one indicator, with bars and the target. */
#include "explain_parts.h"

#include "radsbord/base/language.h"
#include "judge.h"
#include "overview_cells.h"
#include "overview_words.h"

#include <stdlib.h>
#include <string.h>

struct region {
	int place;
	struct overview_row row;
	struct num value;      /* what the bar shows: the value, or the share of inhabitants who have the service */
};

struct regions {
	struct arena arena;
	struct region *items;
	size_t count;
	int within;            /* the region whose municipalities they are, or -1 */
	int here;              /* the place we stand in, or -1: the council's */
	bool lowest_first;
};

static struct num bar_value(const struct overview_row *row)
{
	const struct indikator_coverage *c = &row->verdict.inhabitants;
	struct num value = num_of(row->verdict.value);
	if (num_known(value))
		return value;
	if (!c->known || c->unknown >= c->total)
		return NUM_UNKNOWN;
	return num_mul(num_frac(c->met, c->total), num_int(100));
}

/* A value that is shown and not ranked: the source covers too little there, or nobody knows how much. */
static bool is_outside(const struct overview_row *row)
{
	return row->verdict.ranking == INDIKATOR_RANK_COVERAGE_LOW || row->verdict.ranking == INDIKATOR_RANK_COVERAGE_UNKNOWN;
}

/* The best first, then those that are not ranked, then the unknown; equals by name, in which order they come. */
static bool before(const struct regions *r, const struct region *a, const struct region *b)
{
	if (!num_known(a->value) || !num_known(b->value))
		return num_known(a->value) && !num_known(b->value);
	if (is_outside(&a->row) != is_outside(&b->row))
		return is_outside(&b->row);
	int order = num_cmp(a->value, b->value);
	return r->lowest_first ? order < 0 : order > 0;
}

static int *all_regions(const struct model *m, size_t *count)
{
	*count = reference_regions(m->reference, NULL, 0);
	int *places = mem_alloc((*count + 1) * sizeof *places);
	reference_regions(m->reference, places, *count);
	return places;
}

/* A region, and what lies in it, is compared within; the country by its regions. */
static int region_around(const struct model *m, int place)
{
	while (place >= 0 && m->reference->places[place].level != PLACE_REGION)
		place = m->reference->places[place].parent;
	return place;
}

/* The municipalities of the region `within`, or (-1) all regions. */
static void collect(struct regions *r, const struct model *m, int indicator, int within, int here)
{
	size_t n;
	int *places = within < 0 ? all_regions(m, &n) : judge_municipalities(m, within, &n);
	*r = (struct regions){.count = n,
	                      .within = within,
	                      .here = here,
	                      .lowest_first = judge_definition(m, indicator)->direction == INDIKATOR_AT_MOST};
	r->items = mem_alloc((n ? n : 1) * sizeof *r->items);
	for (size_t i = 0; i < n; i++) {
		struct region region = {.place = places[i]};
		size_t at = i;
		overview_row_build(&region.row, &r->arena, m, places[i], indicator);
		region.value = bar_value(&region.row);
		for (; at > 0 && before(r, &region, &r->items[at - 1]); at--)
			r->items[at] = r->items[at - 1];
		r->items[at] = region;
	}
	free(places);
}

static void release(struct regions *r)
{
	for (size_t i = 0; i < r->count; i++)
		indikator_verdict_release(&r->items[i].row.verdict);
	free(r->items);
	arena_release(&r->arena);
}

static bool at_home(const struct model *m, const struct regions *r, int place)
{
	if (r->within >= 0 || r->here >= 0)
		return place == r->here;
	return m->settings && m->settings->region &&
	       strcmp(m->settings->region, m->reference->places[place].code) == 0;
}

/* A municipality has no value of a service, but a status. */
static const char *bar_text(struct doc *d, const struct overview_row *row)
{
	if (is_outside(row))
		return arena_printf(&d->arena, "(%s)", row->value);
	if (*row->value)
		return row->value;
	return row->verdict.status > INDIKATOR_STATUS_UNKNOWN ? words_lower(&d->arena, row->status) : _("okänt");
}

static void bars(struct doc *d, const struct model *m, const struct regions *r, const struct indicator_text *t, const char *title)
{
	struct figure_bar *items = mem_alloc((r->count ? r->count : 1) * sizeof *items);
	struct figure_bars f = {.title = title,
	                        .items = items,
	                        .count = r->count,
	                        .unit = t->service_kind ? _(/* xgettext:no-c-format */ "% av invånarna") : _(t->unit),
	                        .target = NUM_UNKNOWN,
	                        .target_high = NUM_UNKNOWN};
	for (size_t i = 0; i < r->count; i++) {
		const struct overview_row *row = &r->items[i].row;
		items[i] = (struct figure_bar){.label = words_place(m, r->items[i].place),
		                               .value = r->items[i].value,
		                               .text = bar_text(d, row),
		                               .emphasised = at_home(m, r, r->items[i].place)};
	}
	if (r->count && !t->descriptive && !t->service_kind) {
		f.target = num_of(r->items[0].row.verdict.target);
		f.target_high = num_of(r->items[0].row.verdict.target_high);
	}
	doc_bars(d, &f);
	free(items);
}

/* For programs; people have the bars. */
static void table(struct doc *d, const struct model *m, const struct regions *r, const struct indicator_text *t)
{
	static const struct doc_column columns[] = {
		{.name = "plats", .programs_only = true},  {.name = "region_kod", .programs_only = true},
		{.name = "indikator", .programs_only = true}, {.name = "ar", .programs_only = true},
		{.name = "rang", .programs_only = true},   {.name = "status", .programs_only = true},
		{.name = "varde", .programs_only = true},  {.name = "mal", .programs_only = true},
		{.name = "publicerat", .programs_only = true}, {.name = "kalla", .programs_only = true},
		{.name = "forandring", .programs_only = true},
	};
	struct doc_table *out = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < r->count; i++) {
		const struct overview_row *row = &r->items[i].row;
		struct doc_cell *cells = doc_row(d, out);
		cells[0] = doc_text(d, words_place(m, r->items[i].place), NULL);
		cells[1] = doc_text(d, overview_region_code(m, r->items[i].place), NULL);
		cells[2] = doc_text(d, row->title, t->id);
		cells[3] = overview_cell_year(d, row->verdict.year);
		cells[4] = overview_cell_rank(d, row);
		cells[5] = overview_cell_status(d, row);
		cells[6] = overview_cell_value(d, t, row);
		cells[7] = overview_cell_target(d, row);
		cells[8] = overview_cell_published(d, row);
		cells[9] = doc_text(d, model_source_title(m, t->source), t->source);
		cells[10] = overview_cell_change(d, t, row);
	}
}

/* Which places are shown and not ranked, and why. */
static void outside(struct doc *d, const struct model *m, const struct regions *r)
{
	bool any = false;
	for (size_t i = 0; i < r->count; i++) {
		if (!is_outside(&r->items[i].row))
			continue;
		if (!any)
			doc_paragraph(d, _("Värden inom parentes rangordnas inte:"));
		any = true;
		doc_item(d, "%s. %s.", words_place(m, r->items[i].place),
		         explain_unranked(&d->arena, m, &r->items[i].row.verdict));
	}
}

void compare_bars(struct doc *d, const struct model *m, int indicator, int place)
{
	struct regions r;
	bool regions = m->reference->places[place].level <= PLACE_REGION;
	collect(&r, m, indicator, regions ? -1 : region_around(m, place), place);
	const struct indicator_text *t = &m->reference->indicators[indicator];
	bars(d, m, &r, t, arena_printf(&d->arena, "%s: %s", _(t->short_title ? t->short_title : t->title),
	                               regions ? _("alla regioner") : _("regionens kommuner")));
	release(&r);
}

void report_compare(struct doc *d, const struct model *m, int indicator)
{
	report_compare_within(d, m, indicator, -1);
}

void report_compare_within(struct doc *d, const struct model *m, int indicator, int place)
{
	const struct indicator_text *t = &m->reference->indicators[indicator];
	const char *title = _(t->short_title ? t->short_title : t->title);
	struct regions r;
	int within = region_around(m, place);
	collect(&r, m, indicator, within, within < 0 ? -1 : place);
	if (r.within < 0)
		doc_heading(d, 1, _("%s: alla regioner"), title);
	else
		doc_heading(d, 1, _("%s: kommunerna i %s"), title, words_place(m, r.within));
	overview_when(d, m);
	if (t->definition)
		doc_paragraph(d, "%s", _(t->definition));
	bars(d, m, &r, t, NULL);
	outside(d, m, &r);
	table(d, m, &r, t);
	if (t->service_kind && r.within < 0)
		doc_paragraph(d, _("Stapeln visar andelen av invånarna som bor där tjänsten finns, siffrorna antalet kommuner. "
		                 "Där läget är okänt visar stapeln det minsta möjliga."));
	for (size_t i = 0; i < r.count; i++)
		if (r.items[i].row.hidden)
			doc_item(d, "%s %s", words_place(m, r.items[i].place), r.items[i].row.note);
	if (t->descriptive && t->reads_high)
		doc_item(d, _("Ett högt värde: %s"), _(t->reads_high));
	if (t->descriptive && t->reads_low)
		doc_item(d, _("Ett lågt värde: %s"), _(t->reads_low));
	if (t->target_source && r.count && num_known(num_of(r.items[0].row.verdict.target)))
		doc_paragraph(d, _("Jämförs med %s enligt %s. Platsen i ordningen säger inte om nivån är nådd."),
		              words_target_kind(t), words_cite(&d->arena, m, t->target_source));
	release(&r);
}
