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

static bool sensible_question(const struct indikator_question *q)
{
	return (unsigned)q->criteria < INDIKATOR_CRITERIA && q->year > -10000 && q->year < 10000;
}

static bool sensible(const struct indikator_set *set, int place, int definition, const struct indikator_question *q)
{
	return place >= 0 && (size_t)place < set->data.places_count && definition >= 0 &&
	       (size_t)definition < set->data.definitions_count && sensible_question(q);
}

static void answer(const struct ask *ask, struct indikator_verdict *v)
{
	const struct indikator_definition *d = ask->definition;

	v->status = INDIKATOR_STATUS_UNKNOWN;
	engine_verdict_target_in_force(ask, v);
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

/* Asks one question of places in turn, with what they share on the sheet. */
static bool evaluate_places(const struct ask *ask, int definition, const int *places, size_t count,
			    indikator_each *each, void *context)
{
	const struct ask about = engine_ask_about(ask, definition);

	for (size_t i = 0; i < count; i++) {
		struct indikator_verdict v = {
		    .place = places ? places[i] : (int)i, .definition = definition, .own_target = -1};

		answer(&about, &v);
		if (*ask->failed || !each(&v, context))
			return false;
	}
	return true;
}

/* Every index in the list is one of `count` things; no list is all of them. */
static bool in_range(const int *list, size_t listed, size_t count)
{
	for (size_t i = 0; list && i < listed; i++)
		if (list[i] < 0 || (size_t)list[i] >= count)
			return false;
	return true;
}

bool indikator_evaluate_all(const struct indikator_set *set, const struct indikator_question *question,
			    const int *definitions, size_t definitions_count, const int *places, size_t places_count,
			    indikator_each *each, void *context)
{
	bool failed = false, done;
	struct ask ask = {.set = set, .question = question, .date = engine_service_date(question), .failed = &failed};

	if (!definitions)
		definitions_count = set->data.definitions_count;
	if (!places)
		places_count = set->data.places_count;
	if (!sensible_question(question) || !in_range(definitions, definitions_count, set->data.definitions_count) ||
	    !in_range(places, places_count, set->data.places_count))
		return false;
	ask.sheet = engine_sheet_new(set);
	done = ask.sheet != NULL;
	for (size_t i = 0; done && i < definitions_count; i++) {
		int definition = definitions ? definitions[i] : (int)i;

		done = evaluate_places(&ask, definition, places, places_count, each, context);
	}
	engine_sheet_free(ask.sheet);
	return done;
}

bool indikator_evaluate(const struct indikator_set *set, int place, int definition,
			const struct indikator_question *question, struct indikator_verdict *verdict)
{
	struct evidence evidence = {0};
	bool failed = false;
	struct ask ask;

	*verdict = (struct indikator_verdict){.place = place, .definition = definition, .own_target = -1};
	if (!sensible(set, place, definition, question))
		return false;
	ask = engine_ask_about(&(struct ask){.set = set,
					     .question = question,
					     .date = engine_service_date(question),
					     .evidence = &evidence,
					     .failed = &failed},
			       definition);
	answer(&ask, verdict);
	if (evidence.failed || failed) {
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
