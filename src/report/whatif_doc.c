/* whatif_doc.c - before and after: the rows, what is printed of them, and why. */
#include "judge.h"
#include "overview_cells.h"
#include "overview_words.h"
#include "whatif_local.h"

#include "radsbord/base/language.h"
#include "radsbord/report/explain.h"

#include <stdlib.h>
#include <string.h>

/* ---- rows ------------------------------------------------------------------------ */

/* From its last no-break blank: the unit; thousands have such blanks too. */
static const char *unit_of(const char *s)
{
	const char *unit = NULL;
	while ((s = strstr(s, NBSP))) {
		unit = s;
		s += strlen(NBSP);
	}
	return unit;
}

static const char *distance(struct arena *a, const struct overview_row *before, const struct overview_row *after)
{
	bool was = strcmp(before->distance, "–") != 0, is = strcmp(after->distance, "–") != 0;
	if (!was && !is)
		return "";
	if (strcmp(before->distance_short, after->distance_short) == 0)
		return after->distance_short;
	const char *first = before->distance_short, *blank = unit_of(first), *last = unit_of(after->distance_short);
	/* the unit once, where both have it */
	if (was && is && blank && last && strcmp(blank, last) == 0)
		first = arena_strndup(a, first, (size_t)(blank - first));
	return arena_printf(a, "%s → %s", first, after->distance_short);
}

/* Another rule may give the same answer, and then there is nothing to show. */
static bool shows(const struct whatif_row *row)
{
	const struct overview_row *b = &row->before, *a = &row->after;
	return b->verdict.status != a->verdict.status || b->verdict.value.num != a->verdict.value.num ||
	       b->verdict.value.den != a->verdict.value.den || strcmp(b->value, a->value) != 0 ||
	       strcmp(b->distance, a->distance) != 0 || strcmp(b->share, a->share) != 0;
}

static void release_row(struct whatif_row *row)
{
	indikator_verdict_release(&row->before.verdict);
	indikator_verdict_release(&row->after.verdict);
}

/* The place itself, what lies within it, what it lies in, the rest. */
static int nearness(const struct whatif *w, int place, int other)
{
	if (other == place)
		return 0;
	if (indikator_within(w->set, other, place))
		return 1;
	return indikator_within(w->set, place, other) ? 2 : 3;
}

struct order {
	int nearness, place, indicator;
};

static int by_order(const void *a, const void *b)
{
	const struct order *x = a, *y = b;
	if (x->nearness != y->nearness)
		return x->nearness - y->nearness;
	if (x->place != y->place)
		return (x->place > y->place) - (x->place < y->place);
	return (x->indicator > y->indicator) - (x->indicator < y->indicator);
}

void whatif_rows_build(struct whatif_rows *r, const struct whatif *w, int place, bool everywhere)
{
	struct indikator_question q = judge_question(w->before, false);
	struct indikator_touched *touched = NULL;
	size_t n = 0, count = 0;
	*r = (struct whatif_rows){.items = NULL};
	indikator_touched(w->before->set, w->set, everywhere ? -1 : place, &q, &touched, &n);
	struct order *order = arena_alloc(&r->arena, (n + 1) * sizeof *order);
	int *indicators = judge_order(w->before), *rank = mem_alloc((w->before->reference->indicators_count + 1) * sizeof *rank);
	for (size_t i = 0; i < w->before->reference->indicators_count; i++)
		rank[indicators[i]] = (int)i;
	for (size_t i = 0; i < n; i++)
		if (everywhere || touched[i].place == place)
			order[count++] = (struct order){nearness(w, place, touched[i].place), touched[i].place,
			                                rank[touched[i].definition]};
	qsort(order, count, sizeof *order, by_order);
	r->items = arena_alloc(&r->arena, (count + 1) * sizeof *r->items);
	for (size_t i = 0; i < count; i++) {
		struct whatif_row *row = &r->items[r->count++];
		overview_row_build(&row->before, &r->arena, w->before, order[i].place, indicators[order[i].indicator]);
		overview_row_build(&row->after, &r->arena, &w->after, order[i].place, indicators[order[i].indicator]);
		row->distance = distance(&r->arena, &row->before, &row->after);
		if (!shows(row)) {
			release_row(row);
			r->count--;
		}
	}
	free(indicators);
	free(rank);
	free(touched);
}

void whatif_rows_release(struct whatif_rows *r)
{
	for (size_t i = 0; i < r->count; i++)
		release_row(&r->items[i]);
	arena_release(&r->arena);
	*r = (struct whatif_rows){.items = NULL};
}

/* ---- print ------------------------------------------------------------------------- */

/* A service in a municipality has a status and no value. */
static struct doc_cell value(struct doc *d, const struct model *m, const struct overview_row *row)
{
	const struct indicator_text *t = &m->reference->indicators[row->indicator];
	struct doc_cell cell = overview_cell_value(d, t, row);
	if (words_by_service(t, &row->verdict) && !judge_has_parts(m, row->verdict.place))
		return doc_unknown(d, "–", "");
	overview_cell_shorten(d, &cell, row);
	return cell;
}

/* What people see of a cell, programs seeing what they saw. */
static void show(struct doc *d, struct doc_cell *cell, const char *text)
{
	if (cell->kind != CELL_NUMBER && !cell->code)
		cell->code = cell->text;
	cell->text = arena_strdup(&d->arena, text);
}

static void step(struct doc *d, struct doc_cell *after, const struct doc_cell *before)
{
	if (before->text && after->text && strcmp(before->text, after->text) != 0)
		show(d, after, arena_printf(&d->arena, "%s → %s", *before->text ? before->text : "–",
		                            *after->text ? after->text : "–"));
}

static void add_row(struct doc *d, struct doc_table *t, const struct model *m, const struct whatif_row *row)
{
	const struct indicator_text *text = &m->reference->indicators[row->after.indicator];
	int place = row->after.verdict.place;
	struct doc_cell *c = doc_row(d, t);
	c[0] = doc_text(d, words_place(m, place), NULL);
	c[1] = doc_text(d, overview_region_code(m, place), NULL);
	c[2] = doc_text(d, row->after.title, text->id);
	c[3] = overview_cell_status(d, &row->before);
	c[4] = value(d, m, &row->before);
	c[5] = overview_cell_status(d, &row->after);
	c[6] = value(d, m, &row->after);
	c[7] = overview_cell_target(d, &row->after);
	c[8] = overview_cell_distance(d, &row->before);
	c[9] = overview_cell_distance(d, &row->after);
	/* people read both in one column */
	step(d, &c[5], &c[3]);
	step(d, &c[6], &c[4]);
	if (*row->distance)
		show(d, &c[9], row->distance);
}

static void add_table(struct doc *d, const struct whatif *w)
{
	static const struct doc_column columns[] = {
		{.name = "plats", .label = N_("Plats"), .keep = true},
		{.name = "region_kod", .label = N_("Region"), .programs_only = true},
		{.name = "indikator", .label = N_("Indikator")},
		{.name = "fore_status", .label = N_("Före"), .programs_only = true},
		{.name = "fore_varde", .label = N_("Före"), .programs_only = true},
		{.name = "efter_status", .label = N_("Läge")},
		{.name = "efter_varde", .label = N_("Värde"), .align = TEXT_RIGHT},
		{.name = "mal", .label = NC_("mal", "Mål"), .align = TEXT_RIGHT},
		{.name = "avstand_fore", .label = N_("Avstånd före"), .programs_only = true},
		{.name = "avstand_efter", .label = N_("Avstånd"), .align = TEXT_RIGHT},
	};
	struct whatif_rows rows;
	whatif_rows_build(&rows, w, w->place, true);
	struct doc_table *t = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < rows.count; i++)
		add_row(d, t, w->before, &rows.items[i]);
	for (size_t i = 0; !rows.count && i < t->columns_count; i++)
		t->columns[i].programs_only = true; /* people need no heading of nothing */
	if (rows.count)
		doc_paragraph(d, _("Det som inte ändras står inte här."));
	else
		doc_paragraph(d, _("Ändringarna ger inget annat läge eller värde."));
	whatif_rows_release(&rows);
}

static void assumptions(struct doc *d, const struct whatif *w)
{
	for (size_t i = 0; i < w->said.count; i++)
		doc_item(d, "%s", w->said.items[i]);
}

static const char *all_changes(struct arena *a, const struct whatif *w)
{
	const char *list = "";
	for (size_t i = 0; i < w->changes.count; i++)
		words_append(a, &list, "; ", w->changes.items[i]);
	return list;
}

bool whatif_bars(struct figure_bars *f, struct figure_bar bars[2], const struct model *m, const struct whatif_row *row)
{
	const struct indicator_text *t = &m->reference->indicators[row->after.indicator];
	struct num before = num_of(row->before.verdict.value), after = num_of(row->after.verdict.value);
	if (!num_known(before) && !num_known(after))
		return false;
	bars[0] = (struct figure_bar){.label = _("Före"), .value = before, .text = row->before.value};
	bars[1] = (struct figure_bar){.label = _("Tänkt"), .value = after, .text = row->after.value, .emphasised = true};
	*f = (struct figure_bars){.title = row->after.title,
	                          .unit = _(t->unit),
	                          .items = bars,
	                          .count = 2,
	                          .target = t->descriptive ? NUM_UNKNOWN : num_of(row->after.verdict.target),
	                          .target_high = t->descriptive ? NUM_UNKNOWN : num_of(row->after.verdict.target_high)};
	return true;
}

/* Those of the place itself. */
static void add_bars(struct doc *d, const struct whatif *w)
{
	struct whatif_rows rows;
	whatif_rows_build(&rows, w, w->place, false);
	for (size_t i = 0; i < rows.count; i++) {
		struct figure_bar bars[2];
		struct figure_bars f;
		if (whatif_bars(&f, bars, w->before, &rows.items[i]))
			doc_bars(d, &f);
	}
	whatif_rows_release(&rows);
}

void report_whatif(struct doc *d, const struct whatif *w, const char *name)
{
	doc_heading(d, 1, _("Tänk om: %s%s%s"), words_place(w->before, w->place), name ? ", " : "", name ? name : "");
	doc_paragraph(d, _("Uppgifterna är orörda. Det här är en tanke: %s."), all_changes(&d->arena, w));
	overview_when(d, w->before);
	doc_heading(d, 2, _("Vad som antas"));
	assumptions(d, w);
	doc_heading(d, 2, _("Före och efter"));
	add_table(d, w);
	add_bars(d, w);
}

void report_whatif_explain(struct doc *d, const struct whatif *w, int place, int indicator)
{
	struct overview_row before;
	struct arena a = {0};
	overview_row_build(&before, &a, w->before, place, indicator);
	doc_paragraph(d, "%s: %s.", _(WHATIF_BANNER), all_changes(&d->arena, w));
	doc_pair(d, _("Före"), "%s%s%s%s%s", before.status, *before.status && *before.value ? ", " : "", before.value,
	         strcmp(before.distance, "–") != 0 ? _(", avstånd ") : "",
	         strcmp(before.distance, "–") != 0 ? before.distance : "");
	doc_heading(d, 2, _("Vad som antas"));
	assumptions(d, w);
	report_explain(d, &w->after, place, indicator);
	indikator_verdict_release(&before.verdict);
	arena_release(&a);
}

/* ---- what is saved, and how to write ---------------------------------------------------- */

void report_scenarios(struct doc *d, const struct model *m)
{
	static const struct doc_column columns[] = {{.name = "namn", .label = N_("Namn")},
	                                            {.name = "plats", .label = N_("Plats"), .keep = true},
	                                            {.name = "datum", .label = N_("Sparat"), .keep = true},
	                                            {.name = "andringar", .label = N_("Ändringar")}};
	struct doc_table *t = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; m->council && i < records_count(m->council, RECORD_SCENARIO); i++) {
		const struct scenario *s = records_scenario(m->council, i);
		struct doc_cell *c = doc_row(d, t);
		const char *list = "";
		for (size_t k = 0; k < s->changes.count; k++)
			words_append(&d->arena, &list, "; ", s->changes.items[k]);
		c[0] = doc_text(d, s->name, NULL);
		c[1] = doc_text(d, reference_place_name(m->reference, s->place), s->place);
		c[2] = doc_text(d, words_date(&d->arena, s->date), NULL);
		c[3] = doc_text(d, list, NULL);
	}
}

void report_whatif_syntax(struct doc *d)
{
	struct buf list = {0};
	doc_paragraph(d, _("Varje ändring skrivs inom citattecken, flera efter varandra. Stora och små bokstäver gör ingen skillnad."));
	for (const struct scenario_form *f = scenario_forms; f->form; f++) {
		doc_heading(d, 2, "%s", _(f->form));
		doc_paragraph(d, _("%s Till exempel: %s"), _(f->means), f->example);
	}
	scenario_attributes(&list);
	doc_heading(d, 2, _("EGENSKAP"));
	doc_paragraph(d, "%s.", buf_cstr(&list));
	doc_heading(d, 2, _("Brister"));
	doc_paragraph(d, _("En enhet som uppfyller kraven gör att en brist som säger annat antas åtgärdad där enheten verkar. Det sägs "
	                 "alltid. Uppfyller den inte kraven står bristen kvar."));
	buf_release(&list);
}
