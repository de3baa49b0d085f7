/* overview.c - the rows of the overview: a verdict and its words. */
#include "judge.h"
#include "overview_words.h"

#include "radsbord/report/reported.h"

#include <stdlib.h>

void overview_row_build(struct overview_row *row, struct arena *a, const struct model *m, int place, int indicator)
{
	const struct indicator_text *t = &m->reference->indicators[indicator];
	*row = (struct overview_row){.indicator = indicator, .title = t->short_title ? t->short_title : t->title};
	judge(m, place, indicator, true, &row->verdict);
	const struct indikator_verdict *v = &row->verdict;
	row->mark = words_mark(t, v);
	row->status = words_status(t, v);
	row->value = overview_value(a, m, t, v);
	row->target = overview_target(a, m, t, v);
	row->distance = overview_distance(a, t, v, t->distance_unit);
	row->distance_short = overview_distance(a, t, v, t->distance_short);
	row->rank = overview_rank(a, v);
	row->share = judge_has_parts(m, place) ? overview_share(a, &v->inhabitants) : "";
	row->change = overview_change(a, t, v);
	row->note = overview_note(a, m, t, v);
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
