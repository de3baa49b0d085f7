/* trend.c - the years of a place by one indicator: a table, bars, and the section of an explanation. */
#include "explain_parts.h"

#include "radsbord/base/language.h"
#include "judge.h"
#include "overview_cells.h"

#include <stdlib.h>

#define YEARS_MOST 60

/* The years of a place. */
struct trend {
	struct indikator_point points[YEARS_MOST];
	size_t count;
};

static void build(struct trend *t, const struct model *m, int place, int indicator)
{
	struct indikator_question q = {.year = m->year, .today = model_today(m), .criteria = m->criteria};
	if (!indikator_trend(m->set, place, indicator, &q, t->points, YEARS_MOST, &t->count))
		t->count = 0;
}

/* A row of the overview's words for one of the years, as if it had been asked about. */
static struct overview_row row_of(struct doc *d, const struct model *m, int place, int indicator, int year)
{
	struct model then = *m;
	struct overview_row row;
	then.year = year;
	overview_row_build(&row, &d->arena, &then, place, indicator);
	return row;
}

static struct doc_cell share_cell(struct doc *d, const struct overview_row *row)
{
	const struct indikator_coverage *c = &row->verdict.inhabitants;
	if (!*row->share || c->unknown)
		return doc_unknown(d, *row->share ? row->share : "–", *row->share ? NULL : "");
	return doc_number(d, num_mul(num_frac(c->met, c->total), num_int(100)), 1, NUM_HALF_UP);
}

static void add_row(struct doc *d, struct doc_table *table, const struct model *m, int place, int indicator,
                    const struct indikator_point *p)
{
	const struct indicator_text *t = &m->reference->indicators[indicator];
	struct overview_row row = row_of(d, m, place, indicator, p->year);
	struct doc_cell *cells = doc_row(d, table);
	cells[0] = doc_text(d, words_place(m, place), NULL);
	cells[1] = doc_text(d, overview_region_code(m, place), NULL);
	cells[2] = doc_text(d, row.title, t->id);
	cells[3] = overview_cell_year(d, p->year);
	cells[4] = overview_cell_status(d, &row);
	cells[5] = overview_cell_value(d, t, &row);
	cells[6] = overview_cell_change(d, t, &row);
	cells[7] = share_cell(d, &row);
	indikator_verdict_release(&row.verdict);
}

static void table(struct doc *d, const struct model *m, int place, int indicator, const struct trend *t)
{
	static const struct doc_column columns[] = {
		{.name = "plats", .programs_only = true},
		{.name = "region_kod", .programs_only = true},
		{.name = "indikator", .programs_only = true},
		{.name = "ar", .label = N_("År"), .align = TEXT_RIGHT, .keep = true},
		{.name = "status", .label = N_("Läge"), .keep = true},
		{.name = "varde", .label = N_("Värde"), .align = TEXT_RIGHT},
		{.name = "forandring", .label = N_("Ändring"), .align = TEXT_RIGHT},
		{.name = "andel_invanare", .programs_only = true},
	};
	struct doc_table *out = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < t->count; i++)
		add_row(d, out, m, place, indicator, &t->points[i]);
}

/* What a bar shows: the value, or the share of inhabitants who have the service. From the row, which hides what is small. */
static struct num bar_value(const struct indikator_verdict *v)
{
	const struct indikator_coverage *c = &v->inhabitants;
	if (num_known(num_of(v->value)) || !c->known || c->unknown >= c->total)
		return num_of(v->value);
	return num_mul(num_frac(c->met, c->total), num_int(100));
}

static void bars(struct doc *d, const struct model *m, int place, int indicator, const struct trend *t)
{
	const struct indicator_text *text = &m->reference->indicators[indicator];
	struct figure_bar *items = mem_alloc((t->count ? t->count : 1) * sizeof *items);
	struct figure_bars f = {.items = items,
	                        .count = t->count,
	                        .unit = text->service_kind ? _(/* xgettext:no-c-format */ "% av invånarna") : _(text->unit),
	                        .target = NUM_UNKNOWN,
	                        .target_high = NUM_UNKNOWN};
	for (size_t i = 0; i < t->count; i++) {
		struct overview_row row = row_of(d, m, place, indicator, t->points[i].year);
		const char *shown = *row.value ? row.value : text->service_kind && *row.status ? row.status : _("okänt");
		items[i] = (struct figure_bar){.label = arena_printf(&d->arena, "%d", t->points[i].year),
		                               .value = bar_value(&row.verdict),
		                               .text = arena_strdup(&d->arena, shown)};
		if (!text->descriptive && !text->service_kind) { /* that of the last year stands */
			f.target = num_of(row.verdict.target);
			f.target_high = num_of(row.verdict.target_high);
		}
		indikator_verdict_release(&row.verdict);
	}
	doc_bars(d, &f);
	free(items);
}

/* Whether a year between the first and the last is not there. */
static bool has_gap(const struct trend *t)
{
	return t->count > 1 && t->points[t->count - 1].year - t->points[0].year >= (int)t->count;
}

void report_trend(struct doc *d, const struct model *m, int place, int indicator)
{
	const struct indicator_text *text = &m->reference->indicators[indicator];
	struct trend t;
	build(&t, m, place, indicator);
	doc_heading(d, 1, _("%s: %s, år för år"), words_place(m, place), _(text->short_title ? text->short_title : text->title));
	if (t.count)
		bars(d, m, place, indicator, &t);
	table(d, m, place, indicator, &t);
	if (t.count == 1)
		doc_paragraph(d, _("Bara ett år har uppgifter, och därför visas ingen utveckling."));
	if (has_gap(&t))
		doc_paragraph(d, _("Ett år som saknas i raden har ingen uppgift. Ändringen räknas bara mellan två år i följd."));
	if (text->service_kind)
		doc_paragraph(d, _("Varje år gäller den 31 december, innevarande år i dag."));
}

/* The year's answer, or unknown when nothing is known of it. */
static struct figure_point point_of(struct doc *d, const struct model *m, int place, int indicator, const struct trend *t, int year)
{
	struct figure_point p = {.year = year, .value = NUM_UNKNOWN};
	for (size_t i = 0; i < t->count; i++) {
		if (t->points[i].year != year)
			continue;
		struct overview_row row = row_of(d, m, place, indicator, year);
		p.value = bar_value(&row.verdict);
		p.text = arena_strdup(&d->arena, *row.value ? row.value : row.status);
		indikator_verdict_release(&row.verdict);
	}
	return p;
}

/* Every year from the first to the last. */
static bool spark(struct doc *d, const struct model *m, int place, int indicator, const struct trend *t, struct figure_spark *f)
{
	size_t known = 0;
	if (t->count < 2)
		return false;
	int first = t->points[0].year, last = t->points[t->count - 1].year;
	struct figure_point *items = arena_alloc(&d->arena, (size_t)(last - first + 1) * sizeof *items);
	*f = (struct figure_spark){.items = items};
	for (int year = first; year <= last; year++) {
		items[f->count] = point_of(d, m, place, indicator, t, year);
		known += num_known(items[f->count++].value);
	}
	return known > 1;
}

void trend_marks(const struct model *m, int place, int indicator, struct buf *out)
{
	struct trend t;
	struct figure_spark f;
	struct doc d = {0};
	build(&t, m, place, indicator);
	if (spark(&d, m, place, indicator, &t, &f)) {
		int *heights = mem_alloc(f.count * sizeof *heights);
		figure_spark_heights(&f, 8, heights);
		for (size_t i = 0; i < f.count; i++)
			buf_str(out, figure_spark_marks[heights[i]]);
		free(heights);
	}
	doc_release(&d);
}

/* Whether two of the years differ: a service that has stood still is not worth a table. */
static bool moves(const struct trend *t)
{
	for (size_t i = 1; i < t->count; i++) {
		const struct indikator_point *a = &t->points[i - 1], *b = &t->points[i];
		if (num_known(num_of(a->value)) || num_known(num_of(b->value)) || a->status != b->status ||
		    a->municipalities.met != b->municipalities.met || a->municipalities.unknown != b->municipalities.unknown)
			return true;
	}
	return false;
}

void explain_trend(const struct explain *x)
{
	struct trend t;
	build(&t, x->m, x->place, x->verdict->definition);
	if (!moves(&t))
		return;
	struct figure_spark f;
	doc_heading(x->d, 2, _("År för år"));
	if (spark(x->d, x->m, x->place, x->verdict->definition, &t, &f))
		doc_spark(x->d, &f);
	table(x->d, x->m, x->place, x->verdict->definition, &t);
	if (has_gap(&t))
		doc_item(x->d, _("Ett år som saknas i raden har ingen uppgift. Ändringen räknas bara mellan två år i följd."));
}
