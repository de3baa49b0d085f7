/* evidence.c - the rows that a verdict rests on, in the order in which they were found. */
#include "engine.h"

#include <stdlib.h>

static bool evidence_reserve(struct evidence *e, size_t more)
{
	size_t cap = e->cap ? e->cap : 8;
	struct indikator_evidence *items;

	if (e->failed)
		return false;
	if (e->cap - e->count >= more)
		return true;
	while (cap - e->count < more)
		cap *= 2;
	items = realloc(e->items, cap * sizeof *items);
	if (!items) {
		e->failed = true;
		return false;
	}
	e->items = items;
	e->cap = cap;
	return true;
}

void engine_evidence_add(struct evidence *e, const struct indikator_evidence *row)
{
	if (e && evidence_reserve(e, 1))
		e->items[e->count++] = *row;
}

void engine_evidence_statement(struct evidence *e, int statement, enum indikator_status status, bool decided)
{
	for (size_t i = 0; e && i < e->count; i++)
		if (e->items[i].kind == INDIKATOR_EVIDENCE_STATEMENT && e->items[i].index == statement)
			return;
	engine_evidence_add(
	    e, &(struct indikator_evidence){
		   .kind = INDIKATOR_EVIDENCE_STATEMENT, .index = statement, .status = status, .decided = decided});
}

void engine_evidence_figure(struct evidence *e, enum indikator_role role, int observation, const char *measure,
			    bool decided)
{
	engine_evidence_add(e, &(struct indikator_evidence){.kind = observation < 0 ? INDIKATOR_EVIDENCE_MISSING
										    : INDIKATOR_EVIDENCE_OBSERVATION,
							    .role = role,
							    .index = observation,
							    .measure = measure,
							    .decided = decided});
}
