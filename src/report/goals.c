/* goals.c - the goals of the council: how they stand, square by square. */
#include "goals.h"
#include "judge.h"
#include "overview_cells.h"
#include "plan_local.h"
#include "small.h"
#include "words.h"

#include "radsbord/base/language.h"
#include "radsbord/council/goal.h"

#include <string.h>

/* ---- the matrix ------------------------------------------------------------ */

static void add(int *list, size_t *count, int item)
{
	for (size_t i = 0; i < *count; i++)
		if (list[i] == item)
			return;
	list[(*count)++] = item;
}

/* The whole region: the region itself and each of its municipalities. */
static void add_region(const struct model *m, struct goal_matrix *x, const char *code)
{
	int region = reference_place_by_code(m->reference, code);
	if (region < 0)
		return;
	add(x->places, &x->places_count, region);
	for (size_t i = 0; i < m->reference->places_count; i++)
		if (m->reference->places[i].level == PLACE_MUNICIPALITY && indikator_within(m->set, (int)i, region))
			add(x->places, &x->places_count, (int)i);
}

struct goal_matrix goal_matrix(struct arena *a, const struct model *m, const struct goal *g)
{
	struct goal_matrix x = {.goal = g};
	x.places = arena_alloc(a, (m->reference->places_count + 1) * sizeof *x.places);
	x.indicators = arena_alloc(a, (g->indicators.count + 1) * sizeof *x.indicators);
	for (size_t i = 0; i < g->places.count; i++) {
		int place = reference_find_place(m->reference, g->places.items[i], false);
		if (place >= 0)
			add(x.places, &x.places_count, place);
	}
	for (size_t i = 0; i < g->indicators.count; i++) {
		int indicator = reference_find_indicator(m->reference, g->indicators.items[i]);
		if (indicator >= 0)
			add(x.indicators, &x.indicators_count, indicator);
	}
	if (!g->places.count && m->settings && m->settings->region)
		add_region(m, &x, m->settings->region);
	x.own = goal_target(g, &x.low, &x.high);
	return x;
}

static void hide_small(const struct model *m, struct goal_square *s)
{
	struct small small = small_figures(m, &s->verdict);
	s->hidden_distance = small.reason != SMALL_NOT && s->standing.distance_known;
	s->hidden_value = small.value;
	if (small.reason != SMALL_NOT)
		s->standing.distance_known = false;
	if (small.value)
		s->verdict.value = (struct indikator_number){0, 0};
}

struct goal_square goal_square(const struct model *m, const struct goal_matrix *x, int place, int indicator)
{
	struct goal_square s = {.hidden_value = false};
	struct indikator_verdict *v = &s.verdict;
	judge(m, place, indicator, false, v);
	if (x->own)
		s.standing = indikator_stand(judge_definition(m, indicator), v,
		                             (struct indikator_number){x->low.num, x->low.den},
		                             (struct indikator_number){x->high.num, x->high.den});
	else
		s.standing = (struct indikator_standing){.status = v->status,
		                                         .over = v->over,
		                                         .distance = v->distance,
		                                         .distance_high = v->distance_high,
		                                         .distance_known = v->distance_known};
	hide_small(m, &s);
	return s;
}

struct goal_squares goal_count(const struct model *m, const struct goal_matrix *x, int indicator)
{
	struct goal_squares s = {.total = 0};
	for (size_t p = 0; p < x->places_count; p++)
		for (size_t i = 0; i < x->indicators_count; i++) {
			if (indicator >= 0 && x->indicators[i] != indicator)
				continue;
			struct goal_square square = goal_square(m, x, x->places[p], x->indicators[i]);
			enum indikator_status status = square.standing.status;
			s.total++;
			s.met += status == INDIKATOR_STATUS_MET;
			s.unknown += status == INDIKATOR_STATUS_UNKNOWN;
			s.none += status == INDIKATOR_STATUS_NONE;
			indikator_verdict_release(&square.verdict);
		}
	return s;
}

const char *goal_standing(struct arena *a, const struct goal_squares *s)
{
	const char *text = arena_printf(a, _("%s av %s når målet"), words_count(a, s->met, NULL),
	                                words_count(a, s->total, "rutor"));
	if (s->unknown)
		text = arena_printf(a, "%s, %s %s", text, words_count(a, s->unknown, NULL),
		                    s->unknown == 1 ? _("okänd") : _("okända"));
	if (s->none)
		text = arena_printf(a, _("%s, %s utan mål"), text, words_count(a, s->none, NULL));
	return text;
}

const char *goal_target_words(struct arena *a, const struct model *m, int indicator, struct indikator_number low,
                              struct indikator_number high, int year)
{
	static const char *const directions[] = {[INDIKATOR_AT_LEAST] = N_("minst "), [INDIKATOR_AT_MOST] = N_("högst ")};
	enum indikator_direction direction = judge_definition(m, indicator)->direction;
	bool all = m->reference->indicators[indicator].percent && low.num == 100 * low.den; /* nothing is above it */
	const struct indikator_verdict v = {.target = low, .target_high = high};
	const char *level = words_target(a, &m->reference->indicators[indicator], &v);
	const char *by = year ? arena_printf(a, _(" senast %d"), year) : "";
	return arena_printf(a, "%s%s%s", direction <= INDIKATOR_AT_MOST && !high.den && !all ? _(directions[direction]) : "", level, by);
}

/* ---- one goal ---------------------------------------------------------------- */

static void pair(struct doc *d, const char *label, const char *text)
{
	if (text && *text)
		doc_pair(d, label, "%s", text);
}

/* "● 98,1", "▽ 84,0", "· ": the mark alone where there is no value. */
static const char *square_text(struct doc *d, const struct model *m, const struct goal_matrix *x, int place,
                               int indicator)
{
	const struct indicator_text *t = &m->reference->indicators[indicator];
	struct goal_square s = goal_square(m, x, place, indicator);
	struct num value = num_of(s.verdict.value);
	const char *number = s.hidden_value      ? SMALL_MARK
	                     : num_known(value) ? words_number(&d->arena, value, t->decimals, t->rounding)
	                                        : "";
	s.verdict.status = s.standing.status; /* the mark is that of the goal */
	const char *text = arena_printf(&d->arena, "%s%s%s", words_mark(t, &s.verdict), *number ? " " : "", number);
	indikator_verdict_release(&s.verdict);
	return text;
}

/* A row a place, a column an indicator, numbered as in the list above it. */
static void matrix_table(struct doc *d, const struct model *m, const struct goal_matrix *x)
{
	struct doc_column *columns = arena_alloc(&d->arena, (x->indicators_count + 1) * sizeof *columns);
	columns[0] = (struct doc_column){.name = "plats", .label = N_("Plats")};
	for (size_t i = 0; i < x->indicators_count; i++)
		columns[1 + i] = (struct doc_column){.label = arena_printf(&d->arena, "%zu", i + 1), .keep = true};
	struct doc_table *t = doc_table(d, NULL, columns, x->indicators_count + 1);
	t->people_only = true;
	for (size_t p = 0; p < x->places_count; p++) {
		struct doc_cell *cells = doc_row(d, t);
		cells[0] = doc_text(d, words_place(m, x->places[p]), NULL);
		for (size_t i = 0; i < x->indicators_count; i++)
			cells[1 + i] = doc_text(d, square_text(d, m, x, x->places[p], x->indicators[i]), NULL);
	}
}

/* What the squares are held against, for each indicator. */
static const char *level_words(struct doc *d, const struct model *m, const struct goal_matrix *x, int indicator)
{
	if (x->own)
		return goal_target_words(&d->arena, m, indicator, (struct indikator_number){x->low.num, x->low.den},
		                         (struct indikator_number){x->high.num, x->high.den}, 0);
	if (!x->places_count)
		return _("inga platser");
	struct indikator_verdict v;
	judge(m, x->places[0], indicator, false, &v);
	const char *words = num_known(num_of(v.target)) ? goal_target_words(&d->arena, m, indicator, v.target, v.target_high, 0)
	                                                : _("inget mål");
	indikator_verdict_release(&v);
	return words;
}

static void indicators(struct doc *d, const struct model *m, const struct goal_matrix *x)
{
	for (size_t i = 0; i < x->indicators_count; i++) {
		struct goal_squares s = goal_count(m, x, x->indicators[i]);
		doc_item(d, "%zu %s (%s): %s", i + 1, _(m->reference->indicators[x->indicators[i]].short_title),
		         level_words(d, m, x, x->indicators[i]), s.total ? goal_standing(&d->arena, &s) : _("inga platser"));
	}
	for (size_t i = 0; i < x->goal->indicators.count; i++)
		if (reference_find_indicator(m->reference, x->goal->indicators.items[i]) < 0)
			doc_item(d, _("%s: finns inte"), x->goal->indicators.items[i]);
}

/* From when and to when the council's own target holds. */
static void own_target(struct doc *d, const struct model *m, const struct goal_matrix *x)
{
	const struct goal *g = x->goal;
	struct date from = m->council ? goal_from(m->council, g) : g->from;
	const char *by = g->target_year == FIELD_INT_NONE ? ""
	                                                  : arena_printf(&d->arena, _(" senast %lld"), (long long)g->target_year);
	if (!x->own && g->target)
		doc_pair(d, _("Delmål"), _("”%.40s” kan inte läsas. Rutorna mäts mot de nationella nivåerna tills det är rättat."), g->target);
	if (!x->own)
		return;
	doc_pair(d, _("Delmål"), _("%s%s. Rutorna mäts mot det, inte mot de nationella nivåerna."),
	         x->indicators_count ? level_words(d, m, x, x->indicators[0]) : g->target, by);
	if (date_known(from) || date_known(g->to))
		doc_pair(d, _("Gäller"), "%s–%s", words_date(&d->arena, from), words_date(&d->arena, g->to));
}

/* What a goal of principle is to be equal for, and how that stands by each indicator it is measured by. */
static void dimension(struct doc *d, const struct model *m, const struct goal *g, const char *line)
{
	struct goal_dimension dim;
	goal_dimension_read(line, &d->arena, &dim);
	if (!dim.indicators.count)
		doc_item(d, _("%s: okänt, ingen indikator är knuten"), dim.name);
	for (size_t i = 0; i < dim.indicators.count; i++) {
		struct goal one = *g;
		one.indicators = (struct strings){.items = &dim.indicators.items[i], .count = 1};
		struct goal_matrix x = goal_matrix(&d->arena, m, &one);
		if (!x.indicators_count) {
			doc_item(d, _("%s: indikatorn %s finns inte"), dim.name, dim.indicators.items[i]);
			continue;
		}
		struct goal_squares s = goal_count(m, &x, -1);
		doc_item(d, "%s, %s: %s", dim.name, _(m->reference->indicators[x.indicators[0]].short_title),
		         s.total ? goal_standing(&d->arena, &s) : _("inga platser"));
	}
}

void report_goal(struct doc *d, const struct model *m, const struct goal *g)
{
	struct goal_matrix x = goal_matrix(&d->arena, m, g);
	struct goal_squares all = goal_count(m, &x, -1);
	doc_heading(d, 1, "%s", g->title);
	doc_pair(d, _("Slag"), "%s", _(goal_kinds[g->kind].label));
	if (all.total)
		doc_pair(d, _("Läge"), "%s. %s", goal_standing(&d->arena, &all),
		         all.met == all.total ? _("Målet är nått.") : _("Målet är nått när varje ruta når sitt mål."));
	own_target(d, m, &x);
	pair(d, _("Not"), g->note);
	pair(d, _("Fil"), words_file(&d->arena, g->head.file, g->head.line));
	if (g->dimensions.count)
		doc_heading(d, 2, _("Lika oavsett"));
	for (size_t i = 0; i < g->dimensions.count; i++)
		dimension(d, m, g, g->dimensions.items[i]);
	if (g->indicators.count)
		doc_heading(d, 2, _("Indikatorer"));
	indicators(d, m, &x);
	if (all.total) {
		doc_heading(d, 2, _("Ruta för ruta"));
		matrix_table(d, m, &x);
	}
}

/* ---- all goals ----------------------------------------------------------------- */

static void square_row(struct doc *d, struct doc_table *table, const struct model *m, const struct goal_matrix *x,
                       int place, int indicator)
{
	const struct indicator_text *t = &m->reference->indicators[indicator];
	struct overview_row row;
	struct goal_square s = goal_square(m, x, place, indicator);
	overview_row_build(&row, &d->arena, m, place, indicator);
	struct doc_cell *cells = doc_row(d, table);
	cells[0] = plan_number_cell(d, x->goal->nr);
	cells[1] = doc_text(d, x->goal->head.id, NULL);
	cells[2] = doc_text(d, words_place(m, place), NULL);
	cells[3] = doc_text(d, overview_region_code(m, place), NULL);
	cells[4] = doc_text(d, row.title, t->id);
	cells[5] = overview_cell_year(d, s.verdict.year);
	cells[6] = doc_text(d, words_status_of(t, s.standing.status), words_status_code(s.standing.status));
	cells[7] = overview_cell_value(d, t, &row);
	cells[8] = overview_cell_target(d, &row);
	cells[9] = x->own ? doc_text(d, x->goal->target, NULL) : doc_unknown(d, "–", "");
	cells[10] = plan_number_cell(d, x->own ? x->goal->target_year : FIELD_INT_NONE);
	cells[11] = s.hidden_distance            ? doc_unknown(d, SMALL_MARK, NULL)
	            : s.standing.distance_known ? doc_number(d, num_int(s.standing.distance), 0, NUM_HALF_UP)
	                                        : doc_unknown(d, "–", "");
	indikator_verdict_release(&row.verdict);
	indikator_verdict_release(&s.verdict);
}

void report_goals(struct doc *d, const struct model *m)
{
	static const struct doc_column columns[] = {
		{.name = "nr", .programs_only = true},        {.name = "id", .programs_only = true},
		{.name = "plats", .programs_only = true},     {.name = "region_kod", .programs_only = true},
		{.name = "indikator", .programs_only = true}, {.name = "ar", .programs_only = true},
		{.name = "status", .programs_only = true},    {.name = "varde", .programs_only = true},
		{.name = "mal", .programs_only = true},       {.name = "delmal", .programs_only = true},
		{.name = "delmal_ar", .programs_only = true}, {.name = "avstand", .programs_only = true},
	};
	struct doc_table *t = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; m->council && i < records_count(m->council, RECORD_GOAL); i++) {
		const struct goal *g = records_goal(m->council, i);
		struct goal_matrix x = goal_matrix(&d->arena, m, g);
		report_goal(d, m, g);
		for (size_t p = 0; p < x.places_count; p++)
			for (size_t k = 0; k < x.indicators_count; k++)
				square_row(d, t, m, &x, x.places[p], x.indicators[k]);
	}
}
