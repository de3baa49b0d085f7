/* judge.c - asking the engine what the model asks. */
#include "judge.h"

#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>

struct indikator_question judge_question(const struct model *m, bool ranked)
{
	return (struct indikator_question){
		.year = m->year, .today = model_today(m), .criteria = m->criteria, .ranked = ranked};
}

void judge(const struct model *m, int place, int indicator, bool ranked, struct indikator_verdict *v)
{
	struct indikator_question q = judge_question(m, ranked);
	if (!indikator_evaluate(m->set, place, indicator, &q, v)) {
		indikator_verdict_release(v);
		*v = (struct indikator_verdict){
			.place = place, .definition = indicator, .status = INDIKATOR_STATUS_UNKNOWN, .own_target = -1};
	}
}

const struct indikator_observation *judge_figure(const struct model *m, const struct indikator_verdict *v,
                                                 enum indikator_role role)
{
	for (size_t i = 0; i < v->evidence_count; i++) {
		const struct indikator_evidence *e = &v->evidence[i];
		if (e->kind == INDIKATOR_EVIDENCE_OBSERVATION && e->role == role && e->index >= 0)
			return &indikator_set_data(m->set)->observations[e->index];
	}
	return NULL;
}

const struct indikator_definition *judge_definition(const struct model *m, int indicator)
{
	return &indikator_set_data(m->set)->definitions[indicator];
}

enum indikator_criteria judge_criteria(const struct model *m, const struct indikator_definition *d)
{
	return d->requires_count[m->criteria] ? m->criteria : INDIKATOR_MAP;
}

int *judge_order(const struct model *m)
{
	size_t n = m->reference->indicators_count;
	const struct indicator_text *t = m->reference->indicators;
	int *order = mem_alloc((n ? n : 1) * sizeof *order);
	for (size_t i = 0; i < n; i++) {
		size_t at = i;
		for (; at > 0 && t[order[at - 1]].order > t[i].order; at--)
			order[at] = order[at - 1];
		order[at] = (int)i;
	}
	return order;
}

bool judge_has_parts(const struct model *m, int place)
{
	enum indikator_place_kind kind = indikator_set_data(m->set)->places[place].kind;
	return kind != INDIKATOR_MUNICIPALITY && kind != INDIKATOR_HOSPITAL && kind != INDIKATOR_UNIT_PLACE;
}

/* A place with the key its name is sorted by. */
struct named {
	struct buf key;
	int place;
};

static int by_name(const void *a, const void *b)
{
	const struct named *x = a, *y = b;
	int order = strcmp(buf_cstr(&x->key), buf_cstr(&y->key));
	return order ? order : x->place - y->place;
}

int *judge_municipalities(const struct model *m, int region, size_t *count)
{
	const struct place *all = m->reference->places;
	struct named *found = mem_alloc((m->reference->places_count + 1) * sizeof *found);
	size_t n = 0;
	for (size_t i = 0; i < m->reference->places_count; i++) {
		if (all[i].level != PLACE_MUNICIPALITY || (region >= 0 && !indikator_within(m->set, (int)i, region)))
			continue;
		text_sort_key(&found[n].key, all[i].name);
		found[n++].place = (int)i;
	}
	qsort(found, n, sizeof *found, by_name);
	int *places = mem_alloc((n + 1) * sizeof *places);
	for (size_t i = 0; i < n; i++) {
		places[i] = found[i].place;
		buf_release(&found[i].key);
	}
	free(found);
	*count = n;
	return places;
}
