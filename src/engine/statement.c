/* statement.c - rule 1: what a source says of a service in a place. */
#include "engine.h"

#include <stdlib.h>

enum indikator_status engine_statement_status(const struct indikator_statement *s)
{
	if (s->restricted || s->degree == INDIKATOR_LIMITED)
		return INDIKATOR_STATUS_PARTLY;
	return s->degree == INDIKATOR_MET ? INDIKATOR_STATUS_MET : INDIKATOR_STATUS_MISSING;
}

int engine_statement_specificity(const struct indikator_set *set, const struct indikator_statement *s, int place)
{
	const struct indikator_place *places = set->data.places;
	int narrowest = -1;

	if (!indikator_within(set, place, s->scope))
		return -1;
	for (size_t i = 0; i < s->except_count; i++)
		if (engine_place_covers(set, s->except[i], place))
			return -1;
	if (!s->places_count)
		return (int)places[s->scope].kind;
	for (size_t i = 0; i < s->places_count; i++)
		if ((int)places[s->places[i]].kind > narrowest && engine_place_covers(set, s->places[i], place))
			narrowest = (int)places[s->places[i]].kind;
	return narrowest;
}

int engine_statement_precedence(const struct indikator_statement *a, const struct indikator_statement *b)
{
	if (a->level != b->level)
		return a->level > b->level ? -1 : 1;
	if (a->checked != b->checked)
		return a->checked > b->checked ? -1 : 1;
	return (engine_statement_status(a) > engine_statement_status(b)) - (engine_statement_status(a) < engine_statement_status(b));
}

static bool holds(const struct ask *ask, const struct link *link, int place)
{
	const struct statement_facts *s = &ask->set->reach.said[link->item];

	return engine_valid(ask->set, s->from, s->to, ask->date) &&
	       !(ask->set->overlay && engine_overlay_mended(ask->set, link->item, place));
}

static int by_index(const void *a, const void *b)
{
	const struct indikator_evidence *x = a, *y = b;

	return (x->index > y->index) - (x->index < y->index);
}

/* The deciding statement, then the others that cover the place, in the caller's order. */
static void statement_evidence(const struct ask *ask, int place, const struct link *links, size_t count, size_t decided)
{
	const struct statement_facts *said = ask->set->reach.said;
	struct evidence *e = ask->evidence;
	size_t others;

	engine_evidence_statement(e, links[decided].item, said[links[decided].item].status, true);
	others = e->count;
	for (size_t i = decided + 1; i < count; i++)
		if (holds(ask, &links[i], place))
			engine_evidence_statement(e, links[i].item, said[links[i].item].status, false);
	if (e->count > others)
		qsort(e->items + others, e->count - others, sizeof *e->items, by_index);
}

struct finding engine_statement_finding(const struct ask *ask, int place)
{
	struct finding f = {.status = INDIKATOR_STATUS_UNKNOWN, .statement = -1};
	const struct link *links = NULL;
	size_t count = engine_links_find(&ask->set->reach.statements, place, ask->numbers->service, &links);
	size_t i = 0;

	while (i < count && !holds(ask, &links[i], place))
		i++;
	if (i == count)
		return f;
	f.status = ask->set->reach.said[links[i].item].status;
	f.rule = INDIKATOR_RULE_STATEMENT;
	f.statement = links[i].item;
	if (ask->evidence)
		statement_evidence(ask, place, links, count, i);
	return f;
}
