/* overview.c - the rows of the overview: a verdict and its words. */
#include "judge.h"
#include "overview_words.h"
#include "small.h"

#include "radsbord/base/language.h"
#include "radsbord/report/reported.h"

#include <stdlib.h>
#include <string.h>

/* Takes out of a row what is too small to be shown to others. */
static void hide_small(struct overview_row *row, struct arena *a, const struct model *m)
{
	struct small s = small_figures(m, &row->verdict);
	struct indikator_verdict *v = &row->verdict;
	const struct indikator_number unknown = {0, 0};
	if (s.change) {
		row->change = *row->change ? SMALL_MARK : "";
		v->change = unknown;
	}
	if (s.reason == SMALL_NOT)
		return;
	row->hidden = small_words(a, m, s.reason);
	row->note = arena_printf(a, _("visas som .. (%s)."), row->hidden);
	if (v->distance_known && strcmp(row->distance, "–") != 0)
		row->distance = row->distance_short = SMALL_MARK;
	v->distance_known = v->own.distance_known = v->differs = v->required_known = false;
	v->distance = v->distance_high = v->need = v->received = 0;
	v->numerator = unknown;
	if (!s.value)
		return;
	row->value = SMALL_MARK;
	row->rank = "–";
	v->value = v->region_value = v->country_value = unknown; /* the difference to them would tell */
	v->rank = v->ranked = 0;
}

void overview_row_build(struct overview_row *row, struct arena *a, const struct model *m, int place, int indicator)
{
	const struct indicator_text *t = &m->reference->indicators[indicator];
	*row = (struct overview_row){.indicator = indicator, .title = _(t->short_title ? t->short_title : t->title)};
	judge(m, place, indicator, true, &row->verdict);
	const struct indikator_verdict *v = &row->verdict;
	row->mark = words_mark(t, v);
	row->status = words_status(t, v);
	row->value = overview_value(a, m, t, v);
	row->target = overview_target(a, m, t, v);
	row->own_target = overview_own_target(a, m, t, v);
	row->distance = overview_distance(a, t, v, t->distance_unit);
	row->distance_short = overview_distance(a, t, v, t->distance_short);
	row->rank = overview_rank(a, v);
	row->share = judge_has_parts(m, place) ? overview_share(a, &v->inhabitants) : "";
	row->change = overview_change(a, t, v);
	row->note = overview_note(a, m, t, v);
	hide_small(row, a, m);
}

/* What is asked of units and councils would be row after row of Okänt, so it waits until someone has reported it. A unit has
 * what it is asked itself. */
static bool is_shown(const struct model *m, int place, int indicator)
{
	bool unit = m->reference->places[place].level == PLACE_UNIT;
	if (!unit && !indicator_is_asked(&m->reference->indicators[indicator]))
		return true;
	return (unit && reported_is_asked(m, place, indicator)) || reported_by_anyone(m, place, indicator);
}

void overview_build(struct overview *o, const struct model *m, int place)
{
	size_t n = m->reference->indicators_count;
	int *order = judge_order(m);
	*o = (struct overview){.place = place};
	o->rows = arena_alloc(&o->arena, (n ? n : 1) * sizeof *o->rows);
	for (size_t i = 0; i < n; i++)
		if (is_shown(m, place, order[i]))
			overview_row_build(&o->rows[o->count++], &o->arena, m, place, order[i]);
	free(order);
}

void overview_release(struct overview *o)
{
	for (size_t i = 0; i < o->count; i++)
		indikator_verdict_release(&o->rows[i].verdict);
	arena_release(&o->arena);
	*o = (struct overview){.rows = NULL};
}
