/* evaluate.c - from a question to a verdict. */
#include "engine.h"

#include <stdlib.h>

/* Year Y means its last day; the current year, and no year, mean today. */
indikator_date engine_service_date(const struct indikator_question *q)
{
	if (!q->year || q->year == q->today / 10000)
		return q->today;
	return q->year * 10000 + 1231;
}

static bool sensible(const struct indikator_set *set, int place, int definition, const struct indikator_question *q)
{
	return place >= 0 && (size_t)place < set->data.places_count && definition >= 0 &&
	       (size_t)definition < set->data.definitions_count && (unsigned)q->criteria < INDIKATOR_CRITERIA &&
	       q->year > -10000 && q->year < 10000;
}

static void answer(const struct ask *ask, struct indikator_verdict *v)
{
	const struct indikator_definition *d = ask->definition;

	v->status = INDIKATOR_STATUS_UNKNOWN;
	v->target = d->target;
	v->target_high = d->target_high;
	v->own_target = -1;
	if (d->kind == INDIKATOR_SERVICE) {
		v->year = ask->question->year;
		engine_verdict_service(ask, v);
		return;
	}
	engine_verdict_figures(ask, v);
	if (d->kind == INDIKATOR_RATIO && v->rule == INDIKATOR_RULE_NO_VALUE && d->service)
		engine_verdict_service(ask, v);
	engine_verdict_compare(ask, v);
	engine_verdict_own_target(ask, v);
}

bool indikator_evaluate(const struct indikator_set *set, int place, int definition,
			const struct indikator_question *question, struct indikator_verdict *verdict)
{
	struct evidence evidence = {0};
	struct ask ask;

	*verdict = (struct indikator_verdict){.place = place, .definition = definition, .own_target = -1};
	if (!sensible(set, place, definition, question))
		return false;
	ask = (struct ask){.set = set,
			   .definition = &set->data.definitions[definition],
			   .question = question,
			   .date = engine_service_date(question),
			   .evidence = &evidence};
	answer(&ask, verdict);
	if (evidence.failed) {
		free(evidence.items);
		*verdict = (struct indikator_verdict){.place = place, .definition = definition, .own_target = -1};
		return false;
	}
	verdict->evidence = evidence.items;
	verdict->evidence_count = evidence.count;
	return true;
}

void indikator_verdict_release(struct indikator_verdict *verdict)
{
	free(verdict->evidence);
	verdict->evidence = NULL;
	verdict->evidence_count = 0;
}
