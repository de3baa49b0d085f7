/* reported.c - `radsbord rapporterat`: which yearly figures have been reported for a year, by whom, and which not. */
#include "judge.h"
#include "small.h"
#include "words.h"

#include "radsbord/base/language.h"
#include "radsbord/report/reported.h"

#include <stdlib.h>
#include <string.h>

static bool is_unit(const struct model *m, int place)
{
	return m->reference->places[place].level == PLACE_UNIT;
}

/* No types: every unit is asked. */
static bool asked_of_type(const struct indikator_definition *d, const char *type)
{
	for (int i = 0; i < INDIKATOR_TYPES && d->types[i]; i++)
		if (strcmp(d->types[i], type) == 0)
			return true;
	return !d->types[0];
}

bool reported_is_asked(const struct model *m, int place, int indicator)
{
	const struct indicator_text *t = &m->reference->indicators[indicator];
	if (!is_unit(m, place))
		return indicator_is_asked(t);
	const struct unit *u = model_unit(m, m->reference->places[place].code);
	return u && indicator_is_of_units(t) && asked_of_type(judge_definition(m, indicator), unit_types[u->type].code);
}

/* A known figure of the indicator's numerator, in the year that is asked about. */
static bool is_figure(const struct model *m, const struct indikator_observation *o, int indicator)
{
	const char *measure = judge_definition(m, indicator)->numerator.measure;
	return measure && o->value.den && strcmp(o->measure, measure) == 0 &&
	       (m->year ? o->year == m->year : o->year <= m->today.year);
}

static int by_number(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

size_t reported_units(const struct model *m, int place, int indicator)
{
	const struct indikator_data *data = indikator_set_data(m->set);
	int *units = mem_alloc((data->observations_count + 1) * sizeof *units);
	size_t n = 0, different = 0;
	for (size_t i = 0; i < data->observations_count; i++) {
		const struct indikator_observation *o = &data->observations[i];
		if (o->place != place && is_unit(m, o->place) && is_figure(m, o, indicator) && indikator_within(m->set, o->place, place))
			units[n++] = o->place;
	}
	qsort(units, n, sizeof *units, by_number);
	for (size_t i = 0; i < n; i++)
		different += i == 0 || units[i] != units[i - 1];
	free(units);
	return different;
}

bool reported_by_anyone(const struct model *m, int place, int indicator)
{
	const struct indikator_data *data = indikator_set_data(m->set);
	for (size_t i = 0; i < data->observations_count; i++)
		if (is_figure(m, &data->observations[i], indicator) && indikator_within(m->set, data->observations[i].place, place))
			return true;
	return false;
}

/* ---- the table ------------------------------------------------------------ */

/* Lists of a row while they are gathered: for people and for programs. */
struct lists {
	const char *given, *given_codes, *lacking, *lacking_codes, *sources, *source_ids;
	struct strings seen; /* sources */
	size_t given_count, lacking_count;
};

static void add_source(struct arena *a, const struct model *m, struct lists *l, const char *source)
{
	if (!source || strings_has(&l->seen, source))
		return;
	strings_add(&l->seen, source, a);
	words_append(a, &l->sources, ", ", words_cite(a, m, source));
	words_append(a, &l->source_ids, ", ", source);
}

static void sort_out(struct arena *a, const struct model *m, int place, int indicator, struct lists *l)
{
	const struct indicator_text *t = &m->reference->indicators[indicator];
	const char *title = _(t->short_title ? t->short_title : t->title);
	struct indikator_verdict v;
	judge(m, place, indicator, false, &v);
	if (num_known(num_of(v.value))) {
		const struct indikator_observation *o = judge_figure(m, &v, INDIKATOR_ROLE_NUMERATOR);
		words_append(a, &l->given, "; ", title);
		words_append(a, &l->given_codes, ", ", t->id);
		add_source(a, m, l, o ? o->source : NULL);
		l->given_count++;
	} else {
		words_append(a, &l->lacking, "; ", title);
		words_append(a, &l->lacking_codes, ", ", t->id);
		l->lacking_count++;
	}
	indikator_verdict_release(&v);
}

static struct doc_cell list_cell(struct doc *d, const char *titles, const char *codes, bool all)
{
	return doc_text(d, !*codes ? _("inget") : all ? _("alla") : titles, codes);
}

/* True when the place has reported anything. */
static bool add_row(struct doc *d, struct doc_table *table, const struct model *m, int place)
{
	const struct place *p = &m->reference->places[place];
	struct lists l = {"", "", "", "", "", "", {0}, 0, 0};
	int *order = judge_order(m);
	for (size_t i = 0; i < m->reference->indicators_count; i++)
		if (reported_is_asked(m, place, order[i]))
			sort_out(&d->arena, m, place, order[i], &l);
	free(order);
	struct doc_cell *c = doc_row(d, table);
	c[0] = doc_text(d, p->name, NULL);
	c[1] = doc_text(d, p->code, NULL);
	c[2] = p->region ? doc_text(d, p->region, NULL) : doc_unknown(d, "", "");
	c[3] = doc_number(d, num_int(m->year), 0, NUM_HALF_UP);
	c[3].text = arena_printf(&d->arena, "%d", m->year);
	c[4] = list_cell(d, l.given, l.given_codes, l.given_count && !l.lacking_count);
	c[5] = list_cell(d, l.lacking, l.lacking_codes, l.lacking_count && !l.given_count);
	c[6] = *l.source_ids ? doc_text(d, l.sources, l.source_ids) : doc_unknown(d, "", "");
	return l.given_count > 0;
}

/* A unit that had closed before the year is not asked. */
static bool asked_that_year(const struct model *m, int place)
{
	const struct unit *u = model_unit(m, m->reference->places[place].code);
	return u && !(date_known(u->to) && u->to.year < m->year);
}

struct tally {
	size_t units, reported;
};

static void add_units(struct doc *d, struct doc_table *table, const struct model *m, int within, struct tally *t)
{
	for (size_t i = 0; i < m->reference->places_count; i++) {
		if (!is_unit(m, (int)i) || !indikator_within(m->set, (int)i, within) || !asked_that_year(m, (int)i))
			continue;
		t->units++;
		t->reported += add_row(d, table, m, (int)i);
	}
}

static void add_region(struct doc *d, struct doc_table *table, const struct model *m, int region, struct tally *t)
{
	add_row(d, table, m, region);
	add_units(d, table, m, region, t);
}

enum { REGIONS_MOST = 64 };

void report_reported(struct doc *d, const struct model *m, int place)
{
	static const struct doc_column columns[] = {
		{.name = "enhet", .label = N_("Enhet")},
		{.name = "id", .label = N_("Id"), .keep = true},
		{.name = "region_kod", .label = N_("Region"), .programs_only = true},
		{.name = "ar", .label = N_("År"), .programs_only = true},
		{.name = "rapporterat", .label = N_("Rapporterat")},
		{.name = "saknar", .label = N_("Saknar")},
		{.name = "kalla", .label = N_("Källa")},
	};
	struct model of_year = *m;
	struct tally tally = {0, 0};
	int regions[REGIONS_MOST];
	of_year.year = m->year ? m->year : m->today.year - 1;
	doc_heading(d, 1, _("%s: årliga uppgifter för %d"), words_place(m, place), of_year.year);
	size_t head = d->count;
	doc_paragraph(d, "-");
	struct doc_table *t = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	enum place_level level = m->reference->places[place].level;
	if (level == PLACE_COUNTRY) {
		size_t n = reference_regions(m->reference, regions, REGIONS_MOST);
		for (size_t i = 0; i < n && i < REGIONS_MOST; i++)
			add_region(d, t, &of_year, regions[i], &tally);
	} else if (level == PLACE_REGION) {
		add_region(d, t, &of_year, place, &tally);
	} else {
		add_units(d, t, &of_year, place, &tally);
	}
	d->items[head].text = arena_printf(&d->arena, _("%s av %s har rapporterat något. Rapporten ber varje specialiserad "
	                                   "palliativ enhet om uppgifterna varje år. Rådet läser in dem i matt/*.csv."),
	                                   words_count(&d->arena, (int64_t)tally.reported, NULL),
	                                   words_count(&d->arena, (int64_t)tally.units, "enheter"));
}

/* ---- a unit's own ----------------------------------------------------------- */

static bool any_observation(const struct model *m, int place)
{
	const struct indikator_data *data = indikator_set_data(m->set);
	for (size_t i = 0; i < data->observations_count; i++)
		if (data->observations[i].place == place)
			return true;
	return false;
}

void report_unit_figures(struct doc *d, const struct model *m, const struct unit *u)
{
	int place = reference_place_by_code(m->reference, u->head.id);
	int *order = judge_order(m);
	size_t shown = 0;
	doc_heading(d, 2, _("Årliga uppgifter"));
	for (size_t i = 0; place >= 0 && i < m->reference->indicators_count; i++) {
		const struct indicator_text *t = &m->reference->indicators[order[i]];
		struct indikator_verdict v;
		if (!indicator_is_of_units(t))
			continue;
		judge(m, place, order[i], false, &v);
		const struct indikator_observation *o = judge_figure(m, &v, INDIKATOR_ROLE_NUMERATOR);
		if (num_known(num_of(v.value)) && o && small_figures(m, &v).value) {
			doc_pair(d, _(t->short_title), SMALL_MARK " (%s)", small_words(&d->arena, m, small_figures(m, &v).reason));
			shown++;
		} else if (num_known(num_of(v.value)) && o) {
			doc_pair(d, _(t->short_title), "%s%s%s (%d, %s)", words_value(&d->arena, t, num_of(v.value)),
			         t->percent ? "" : NBSP, t->percent ? "" : _(t->unit), v.year, words_cite(&d->arena, m, o->source));
			shown++;
		}
		indikator_verdict_release(&v);
	}
	free(order);
	if (!shown)
		doc_paragraph(d, "%s", place >= 0 && any_observation(m, place)
		                           ? _("Uppgifter är rapporterade, men ingen indikator kan räknas ur dem.")
		                           : _("Inga årliga uppgifter är rapporterade."));
}
