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

/* A verdict on no place yet: with what is the same of every place. */
static struct indikator_verdict blank(const struct ask *ask, int definition)
{
	struct indikator_verdict v = {
	    .definition = definition, .status = INDIKATOR_STATUS_UNKNOWN, .own_target = -1};

	engine_verdict_target_in_force(ask, &v);
	return v;
}

/* On a blank verdict that names its place. */
static void answer(const struct ask *ask, struct indikator_verdict *v)
{
	const struct indikator_definition *d = ask->definition;

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

struct ask engine_ask_about(const struct ask *ask, int definition)
{
	struct ask about = *ask;

	about.definition = &ask->set->data.definitions[definition];
	about.numbers = &ask->set->numbers[definition];
	about.page = ask->sheet ? engine_sheet_page(ask->sheet, definition) : NULL;
	return about;
}

/* ---- many at once --------------------------------------------------------------------------- */

/* Every index in the list is one of `count` things; no list is all of them. */
static bool in_range(const int *list, size_t listed, size_t count)
{
	for (size_t i = 0; list && i < listed; i++)
		if (list[i] < 0 || (size_t)list[i] >= count)
			return false;
	return true;
}

/* The batch with its lists that are left out counted; false when something in it is not there. */
static bool whole_batch(const struct indikator_data *data, const struct indikator_question *q,
			struct indikator_batch *b)
{
	struct indikator_question asked = *q;
	bool sensible_years = sensible_question(q);

	if (!b->definitions)
		b->definitions_count = data->definitions_count;
	if (!b->places)
		b->places_count = data->places_count;
	if (!b->years)
		b->years_count = 1;
	for (size_t i = 0; b->years && i < b->years_count; i++) {
		asked.year = b->years[i];
		sensible_years = sensible_years && sensible_question(&asked);
	}
	return sensible_years && in_range(b->definitions, b->definitions_count, data->definitions_count) &&
	       in_range(b->places, b->places_count, data->places_count);
}

/* One definition and year, place by place, with what they share on the sheet. */
static bool evaluate_places(const struct ask *ask, int definition, const struct indikator_batch *b,
			    indikator_each *each, void *context)
{
	const struct ask about = engine_ask_about(ask, definition);
	const struct indikator_verdict empty = blank(&about, definition);
	struct indikator_verdict v;

	for (size_t i = 0; i < b->places_count; i++) {
		engine_copy(&v, &empty, sizeof v);
		v.place = b->places ? b->places[i] : (int)i;
		if (ask->evidence)
			ask->evidence->count = 0;
		answer(&about, &v);
		if (*ask->failed || (ask->evidence && ask->evidence->failed) || !each(&v, context))
			return false;
	}
	return true;
}

static bool evaluate_batch(const struct ask *ask, const struct indikator_batch *b, indikator_each *each, void *context)
{
	struct indikator_question q = *ask->question;
	struct ask one = *ask;

	one.question = &q;
	for (size_t d = 0; d < b->definitions_count; d++) {
		int definition = b->definitions ? b->definitions[d] : (int)d;

		for (size_t y = 0; y < b->years_count; y++) {
			q.year = b->years ? b->years[y] : q.year;
			one.date = engine_service_date(&q);
			if (!evaluate_places(&one, definition, b, each, context))
				return false;
		}
		engine_sheet_done(ask->sheet, definition);
	}
	return true;
}

bool indikator_evaluate_all(const struct indikator_set *set, const struct indikator_question *question,
			    const struct indikator_batch *batch, indikator_each *each, void *context)
{
	struct indikator_batch b = {0};
	struct evidence scratch = {0};
	bool failed = false, done;
	struct ask ask = {.set = set, .question = question, .failed = &failed};

	if (batch)
		b = *batch;
	if (!whole_batch(&set->data, question, &b))
		return false;
	if (set->overlay) /* whether a value rests on what is assumed is told by its evidence */
		ask.evidence = &scratch;
	ask.sheet = engine_sheet_new(set);
	done = ask.sheet && evaluate_batch(&ask, &b, each, context);
	engine_sheet_free(ask.sheet);
	free(scratch.items);
	return done;
}

/* ---- one ------------------------------------------------------------------------------------ */

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
	*verdict = blank(&ask, definition);
	verdict->place = place;
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
