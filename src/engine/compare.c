/* compare.c - a value beside the year before, among its peers, and beside what it is a part of. */
#include "engine.h"

#include <stdlib.h>

static struct num value_alone(const struct ask *ask, int place, int year)
{
	const struct reading *r = engine_page_reading(ask, INDIKATOR_ROLE_NUMERATOR, year);
	struct ask quiet = *ask;

	if (r && !r->said && ask->definition->kind == INDIKATOR_RATIO) /* a year of which nobody says anything */
		return NUM_UNKNOWN;
	quiet.evidence = NULL;
	return engine_figures(&quiet, place, year).value; /* which keeps it, when there is a page */
}

static struct num value_of(const struct ask *ask, int place, int year)
{
	const struct sheet_year *kept = engine_page_year(ask, year);

	return kept && kept->known[place] ? kept->values[place] : value_alone(ask, place, year);
}

/* ---- how much of all the source covers ------------------------------------------------------ */

/* By the definition that tells; unknown when the indicator names none or one that is not there. */
static struct num source_coverage(const struct ask *ask, int place, int year, struct evidence *evidence)
{
	struct ask about;

	if (ask->numbers->coverage < 0)
		return NUM_UNKNOWN;
	about = engine_ask_about(ask, ask->numbers->coverage);
	about.evidence = evidence;
	return evidence ? engine_figures(&about, place, year).value : value_of(&about, place, year);
}

/* Whether a place may be ranked by what the source covers of it. */
static enum indikator_ranking admitted(const struct ask *ask, struct num coverage)
{
	if (!ask->definition->coverage)
		return INDIKATOR_RANK_GIVEN;
	if (!num_known(coverage))
		return INDIKATOR_RANK_COVERAGE_UNKNOWN;
	return num_cmp(coverage, engine_num(ask->definition->coverage_above)) > 0 ? INDIKATOR_RANK_GIVEN
										  : INDIKATOR_RANK_COVERAGE_LOW;
}

/* Fills source_coverage, with what it rests on as evidence in roles of its own. */
static void note_coverage(const struct ask *ask, struct indikator_verdict *v)
{
	struct evidence found = {0};

	v->source_coverage = engine_number(source_coverage(ask, v->place, v->year, ask->evidence ? &found : NULL));
	for (size_t i = 0; i < found.count; i++) {
		struct indikator_evidence row = found.items[i];

		row.role = row.role == INDIKATOR_ROLE_NUMERATOR ? INDIKATOR_ROLE_COVERED : INDIKATOR_ROLE_COVERED_OF;
		row.decided = false;
		engine_evidence_add(ask->evidence, &row);
	}
	if (found.failed)
		ask->evidence->failed = true;
	free(found.items);
}

/* ---- rank ----------------------------------------------------------------------------------- */

/* Why the place cannot be ranked, or GIVEN. */
static enum indikator_ranking rankable(const struct ask *ask, const struct indikator_verdict *v)
{
	enum indikator_place_kind kind = ask->set->data.places[v->place].kind;

	if (ask->definition->direction == INDIKATOR_DESCRIPTIVE)
		return INDIKATOR_RANK_NO_DIRECTION;
	if (kind == INDIKATOR_COUNTRY || kind == INDIKATOR_HOSPITAL || kind == INDIKATOR_UNIT_PLACE)
		return INDIKATOR_RANK_NO_PEERS;
	if (!num_known(engine_exact(v->value)))
		return INDIKATOR_RANK_NO_VALUE;
	return admitted(ask, engine_exact(v->source_coverage));
}

/* The value of a peer that is ranked too; unknown otherwise. */
static struct num rival(const struct ask *ask, int place, int year)
{
	struct num value = value_of(ask, place, year);

	if (num_known(value) && ask->definition->coverage &&
	    admitted(ask, source_coverage(ask, place, year, NULL)) != INDIKATOR_RANK_GIVEN)
		return NUM_UNKNOWN;
	return value;
}

struct rival {
	struct num value;
	int place;
};

static int by_value(const void *a, const void *b)
{
	const struct rival *x = a, *y = b;

	return num_cmp(x->value, y->value);
}

/* Ranks all that the place is ranked among at once, on the page of the year: what is equal shares a rank. */
static void rank_peers(const struct ask *ask, int place, int year, struct place_rank *ranks)
{
	const struct tree *t = &ask->set->tree;
	int count = 0, first = 0;
	struct rival *rivals = engine_alloc((size_t)(t->peer_end[place] - t->peer_first[place]), sizeof *rivals);

	if (!rivals) {
		*ask->failed = true;
		return;
	}
	for (int i = t->peer_first[place]; i < t->peer_end[place]; i++) {
		struct num value = rival(ask, t->peers[i], year);

		if (num_known(value))
			rivals[count++] = (struct rival){.value = value, .place = t->peers[i]};
	}
	qsort(rivals, (size_t)count, sizeof *rivals, by_value);
	for (int i = 0; i < count; i++) { /* the best first: from the other end when more is better */
		bool least = ask->definition->direction == INDIKATOR_AT_MOST;
		const struct rival *r = &rivals[least ? i : count - 1 - i];

		if (i && num_cmp(r->value, rivals[least ? i - 1 : count - i].value) != 0)
			first = i;
		ranks[r->place] = (struct place_rank){.rank = first + 1, .ranked = count};
	}
	free(rivals);
}

/* The rank of one place alone: how many are better. */
static void rank_one(const struct ask *ask, struct indikator_verdict *v)
{
	const struct tree *t = &ask->set->tree;
	struct num own = engine_exact(v->value);
	int better = 0, known = 1;

	for (int i = t->peer_first[v->place]; i < t->peer_end[v->place]; i++) {
		struct num other = t->peers[i] == v->place ? NUM_UNKNOWN : rival(ask, t->peers[i], v->year);
		int order;

		if (!num_known(other))
			continue;
		known++;
		order = num_cmp(other, own);
		better += ask->definition->direction == INDIKATOR_AT_MOST ? order < 0 : order > 0;
	}
	v->rank = better + 1;
	v->ranked = known;
}

static void rank(const struct ask *ask, struct indikator_verdict *v)
{
	struct place_rank *ranks = engine_page_ranks(ask, v->year);

	if (!ranks) {
		rank_one(ask, v);
		return;
	}
	if (!ranks[v->place].ranked)
		rank_peers(ask, v->place, v->year, ranks);
	v->rank = ranks[v->place].rank;
	v->ranked = ranks[v->place].ranked;
}

/* The values of the region and the country that the place lies in. */
static void wider(const struct ask *ask, struct indikator_verdict *v)
{
	const struct indikator_place *places = ask->set->data.places;

	for (int p = places[v->place].parent; p >= 0; p = places[p].parent) {
		if (places[p].kind == INDIKATOR_REGION)
			v->region_value = engine_number(value_of(ask, p, v->year));
		if (places[p].kind == INDIKATOR_COUNTRY)
			v->country_value = engine_number(value_of(ask, p, v->year));
	}
}

void engine_verdict_compare(const struct ask *ask, struct indikator_verdict *v)
{
	struct num own = engine_exact(v->value);

	if (ask->definition->coverage)
		note_coverage(ask, v);
	if (num_known(own))
		v->change = engine_number(num_sub(own, value_of(ask, v->place, v->year - 1)));
	if (!ask->question->ranked)
		return;
	v->ranking = rankable(ask, v);
	if (v->ranking == INDIKATOR_RANK_GIVEN)
		rank(ask, v);
	if (num_known(own))
		wider(ask, v);
}
