/* parts.c - a whole from its municipalities and hospitals. */
#include "engine.h"

#include <stdlib.h>

enum indikator_status indikator_aggregate(const enum indikator_status *parts, size_t count)
{
	size_t met = 0, partly = 0, missing = 0;

	for (size_t i = 0; i < count; i++) {
		met += parts[i] == INDIKATOR_STATUS_MET;
		partly += parts[i] == INDIKATOR_STATUS_PARTLY;
		missing += parts[i] == INDIKATOR_STATUS_MISSING;
	}
	if (partly || (met && missing))
		return INDIKATOR_STATUS_PARTLY;
	if (count && met == count)
		return INDIKATOR_STATUS_MET;
	if (count && missing == count)
		return INDIKATOR_STATUS_MISSING;
	return INDIKATOR_STATUS_UNKNOWN;
}

/* Judges what lies within, a municipality always, a hospital only when something is known of it.
 * Returns how many parts there are. */
static size_t judge_parts(const struct ask *ask, struct indikator_verdict *v, struct part *parts,
			  enum indikator_status *statuses)
{
	const struct tree *t = &ask->set->tree;
	struct ask quiet = *ask;
	size_t count = 0;

	quiet.evidence = NULL;
	for (int i = t->enter[v->place]; i < t->leave[v->place]; i++) {
		enum indikator_place_kind kind = ask->set->data.places[t->order[i]].kind;
		struct finding f;

		if (kind != INDIKATOR_MUNICIPALITY && kind != INDIKATOR_HOSPITAL)
			continue;
		f = engine_service_finding(&quiet, t->order[i]);
		if (kind == INDIKATOR_HOSPITAL && f.status == INDIKATOR_STATUS_UNKNOWN)
			continue;
		if (f.statement >= 0)
			engine_evidence_statement(ask->evidence, f.statement, f.status, true);
		v->contradicted |= f.contradicted;
		statuses[count] = f.status;
		parts[count++] =
		    (struct part){.place = t->order[i], .status = f.status, .here = f.here, .elsewhere = f.elsewhere};
	}
	return count;
}

static bool any_known(const struct part *parts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (parts[i].status != INDIKATOR_STATUS_UNKNOWN)
			return true;
	return false;
}

void engine_verdict_parts(const struct ask *ask, struct indikator_verdict *v)
{
	const struct tree *t = &ask->set->tree;
	size_t most = (size_t)(t->leave[v->place] - t->enter[v->place]), count;
	struct part *parts = engine_alloc(most, sizeof *parts);
	enum indikator_status *statuses = engine_alloc(most, sizeof *statuses);

	if (!parts || !statuses) {
		*ask->failed = true;
		free(parts);
		free(statuses);
		return;
	}
	count = judge_parts(ask, v, parts, statuses);
	v->status = indikator_aggregate(statuses, count);
	if (ask->definition->kind == INDIKATOR_SERVICE || any_known(parts, count)) {
		v->rule = INDIKATOR_RULE_PARTS;
		for (size_t i = 0; i < count; i++)
			engine_evidence_add(ask->evidence, &(struct indikator_evidence){.kind = INDIKATOR_EVIDENCE_PART,
											.index = parts[i].place,
											.status = parts[i].status,
											.decided = true});
	}
	engine_verdict_coverage(ask, v, parts, count);
	free(parts);
	free(statuses);
}
