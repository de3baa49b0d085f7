/* gaps.c - which gaps concern a place, in the order of the report's services. */
#include "gap_local.h"
#include "words.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>

static int place_of(const struct model *m, const char *code)
{
	int i = reference_place_by_code(m->reference, code);
	return i >= 0 || !code ? i : reference_find_place(m->reference, code, false);
}

/* What is said of `listed` holds for `place`: it lies within, or is in the catchment of that hospital. */
static bool covers(const struct model *m, int listed, int place)
{
	const struct indikator_place *p = &indikator_set_data(m->set)->places[listed];
	if (indikator_within(m->set, place, listed))
		return true;
	for (size_t i = 0; p->kind == INDIKATOR_HOSPITAL && i < p->serves_count; i++)
		if (indikator_within(m->set, place, p->serves[i]))
			return true;
	return false;
}

/* Around the place, or within it. */
static bool touches(const struct model *m, int listed, int place)
{
	return listed >= 0 && (covers(m, listed, place) || indikator_within(m->set, listed, place));
}

bool gap_concerns(const struct model *m, const struct gap *g, int place)
{
	if (m->reference->places[place].level == PLACE_COUNTRY)
		return true;
	for (size_t i = 0; i < g->except.count; i++) {
		int except = place_of(m, g->except.items[i]);
		if (except >= 0 && covers(m, except, place))
			return false;
	}
	for (size_t i = 0; i < g->places.count; i++)
		if (touches(m, place_of(m, g->places.items[i]), place))
			return true;
	if (g->places.count)
		return false;
	return g->area || g->region ? touches(m, place_of(m, g->area ? g->area : g->region), place) : true;
}

bool gap_valid(const struct model *m, const struct gap *g)
{
	struct date day = words_service_day(m, m->year);
	return !(date_known(g->from) && date_cmp(g->from, day) > 0) && !(date_known(g->to) && date_cmp(g->to, day) < 0);
}

static void add_all(struct gap_rows *r, const struct model *m, const struct records *from, const struct action_answers *counted,
                    int place)
{
	for (size_t i = 0; from && i < records_count(from, RECORD_GAP); i++) {
		const struct gap *g = records_gap(from, i);
		if (model_outweighed(m, from, RECORD_GAP, g->head.id))
			continue;
		if (g->degree == GAP_MET || !gap_valid(m, g) || !gap_concerns(m, g, place))
			continue;
		struct gap_row row = {.gap = g,
		                      .service = _(service_choices[g->service].label),
		                      .where = words_gap_where(&r->arena, m, g),
		                      .degree = words_degree(g),
		                      .limits = words_limits(&r->arena, &g->limits),
		                      .actions = action_answers_gap(counted, g->head.id),
		                      .council = from == m->council};
		VEC_PUSH(r, row);
	}
}

struct sort_key {
	struct gap_row row;
	const char *region, *where;
	enum gap_grouping by;
	size_t at;
};

/* The whole region before its parts. */
static int by_order(const void *a, const void *b)
{
	const struct sort_key *x = a, *y = b;
	bool x_part = x->row.gap->places.count > 0, y_part = y->row.gap->places.count > 0;
	int service = x->row.gap->service - y->row.gap->service;
	int order = x->by == GAP_BY_SERVICE ? service : 0;
	if (!order)
		order = text_compare(x->region, y->region);
	if (!order)
		order = x_part - y_part;
	if (!order)
		order = text_compare(x->where, y->where);
	if (!order)
		order = service;
	return order ? order : (x->at > y->at) - (x->at < y->at);
}

void gap_rows_sort(struct gap_rows *r, const struct model *m, enum gap_grouping by)
{
	struct sort_key *keys = mem_alloc((r->count ? r->count : 1) * sizeof *keys);
	for (size_t i = 0; i < r->count; i++) {
		const char *region = r->items[i].gap->region;
		keys[i] = (struct sort_key){.row = r->items[i],
		                            .region = region ? reference_place_name(m->reference, region) : "",
		                            .where = r->items[i].where,
		                            .by = by,
		                            .at = i};
	}
	qsort(keys, r->count, sizeof *keys, by_order);
	for (size_t i = 0; i < r->count; i++)
		r->items[i] = keys[i].row;
	free(keys);
}

void gap_rows_build(struct gap_rows *r, const struct model *m, int place)
{
	struct action_answers counted = {.counts = NULL};
	*r = (struct gap_rows){.items = NULL};
	action_answers_make(&counted, m->council);
	add_all(r, m, m->council, &counted, place);
	add_all(r, m, m->national, &counted, place);
	action_answers_release(&counted);
	gap_rows_sort(r, m, GAP_BY_SERVICE);
}

void gap_rows_release(struct gap_rows *r)
{
	free(r->items);
	arena_release(&r->arena);
	*r = (struct gap_rows){.items = NULL};
}

static int region_of(const struct model *m, const char *code)
{
	return code ? place_of(m, code) : -1;
}

bool unit_concerns(const struct model *m, const struct unit *u, int place)
{
	int region = region_of(m, u->region), area = place_of(m, u->area);
	if (m->reference->places[place].level == PLACE_COUNTRY)
		return true;
	if (touches(m, place_of(m, u->lies_in), place) || touches(m, place_of(m, u->hospital), place))
		return true;
	for (size_t i = 0; i < u->serves.count; i++)
		if (touches(m, place_of(m, u->serves.items[i]), place))
			return true;
	/* Seen from the region or area it belongs to, wherever it lies. */
	return (region >= 0 && indikator_within(m->set, region, place)) ||
	       (area >= 0 && indikator_within(m->set, area, place));
}
