/* statement.c - rule 1: what a source says of a service in a place. */
#include "engine.h"

bool engine_valid(const struct indikator_set *set, indikator_date from, indikator_date to, indikator_date date)
{
	return (from ? from : set->first) <= date && (!to || to >= date);
}

static enum indikator_status status_of(const struct indikator_statement *s)
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

/* A valid statement that covers the place, with what it is weighed by. */
struct candidate {
	int index, specificity;
	const struct indikator_statement *statement;
};

/* The precedence: the narrower place, the council, the newer, the less favourable. */
static bool outweighs(const struct candidate *a, const struct candidate *b)
{
	if (a->specificity != b->specificity)
		return a->specificity > b->specificity;
	if (a->statement->level != b->statement->level)
		return a->statement->level > b->statement->level;
	if (a->statement->checked != b->statement->checked)
		return a->statement->checked > b->statement->checked;
	return status_of(a->statement) < status_of(b->statement);
}

static bool holds(const struct ask *ask, const struct link *link, int place, struct candidate *c)
{
	const struct indikator_statement *s = &ask->set->data.statements[link->item];

	*c = (struct candidate){.index = link->item, .specificity = link->specificity, .statement = s};
	return engine_valid(ask->set, s->valid_from, s->valid_to, ask->date) &&
	       !engine_overlay_mended(ask->set, link->item, place);
}

struct finding engine_statement_finding(const struct ask *ask, int place)
{
	struct finding f = {.status = INDIKATOR_STATUS_UNKNOWN, .statement = -1};
	const struct link *links = NULL;
	size_t count = engine_links_find(&ask->set->reach.statements, place, ask->numbers->service, &links);
	struct candidate best = {.index = -1}, c;

	for (size_t i = 0; i < count; i++)
		if (holds(ask, &links[i], place, &c) && (best.index < 0 || outweighs(&c, &best)))
			best = c;
	if (best.index < 0)
		return f;
	f.status = status_of(best.statement);
	f.rule = INDIKATOR_RULE_STATEMENT;
	f.statement = best.index;
	if (!ask->evidence)
		return f;
	engine_evidence_statement(ask->evidence, best.index, f.status, true);
	for (size_t i = 0; i < count; i++)
		if (links[i].item != best.index && holds(ask, &links[i], place, &c))
			engine_evidence_statement(ask->evidence, c.index, status_of(c.statement), false);
	return f;
}
