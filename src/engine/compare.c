/* compare.c - a value beside the year before, and among its peers. */
#include "engine.h"

static struct num value_of(const struct ask *ask, int place, int year)
{
	struct ask quiet = *ask;

	quiet.evidence = NULL;
	return engine_figures(&quiet, place, year).value;
}

/* Regions compare with all regions; areas and municipalities with those of the same region. */
static bool peers(const struct indikator_set *set, int a, int b)
{
	const struct indikator_place *places = set->data.places;

	if (places[a].kind != places[b].kind)
		return false;
	return places[a].kind == INDIKATOR_REGION || set->tree.region[a] == set->tree.region[b];
}

static void rank(const struct ask *ask, struct indikator_verdict *v)
{
	enum indikator_place_kind kind = ask->set->data.places[v->place].kind;
	struct num own = engine_num(v->value);
	int better = 0, known = 1;

	if (ask->definition->direction == INDIKATOR_DESCRIPTIVE || kind == INDIKATOR_COUNTRY ||
	    kind == INDIKATOR_HOSPITAL || kind == INDIKATOR_UNIT_PLACE)
		return;
	for (size_t i = 0; i < ask->set->data.places_count; i++) {
		struct num other;
		int order;

		if ((int)i == v->place || !peers(ask->set, v->place, (int)i))
			continue;
		other = value_of(ask, (int)i, v->year);
		if (!num_known(other))
			continue;
		known++;
		order = num_cmp(other, own);
		if (ask->definition->direction == INDIKATOR_AT_MOST)
			order = -order;
		better += order > 0;
	}
	v->rank = better + 1;
	v->ranked = known;
}

void engine_verdict_compare(const struct ask *ask, struct indikator_verdict *v)
{
	struct num own = engine_num(v->value);

	if (!num_known(own))
		return;
	v->change = engine_number(num_sub(own, value_of(ask, v->place, v->year - 1)));
	if (ask->question->ranked)
		rank(ask, v);
}
