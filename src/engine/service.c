/* service.c - how a place stands with a service: the rules in order, and where they apply. */
#include "engine.h"

static struct finding find(const struct ask *ask, int place)
{
	struct finding stated = engine_statement_finding(ask, place);
	struct finding units;

	if (ask->definition->kind != INDIKATOR_SERVICE)
		return stated; /* units are counted in a ratio, they do not speak for it */
	units = engine_unit_finding(ask, place, &stated);
	if (stated.rule != INDIKATOR_RULE_STATEMENT)
		return units;
	stated.contradicted = units.contradicted;
	return stated;
}

struct finding engine_service_finding(const struct ask *ask, int place)
{
	bool *known = NULL;
	struct finding *kept = engine_page_finding(ask, place, &known);

	if (!kept)
		return find(ask, place);
	if (!*known)
		*kept = find(ask, place);
	*known = true;
	return *kept;
}

static void leaf(const struct ask *ask, struct indikator_verdict *v)
{
	struct finding f = engine_service_finding(ask, v->place);
	struct part self = {.place = v->place, .status = f.status, .here = f.here, .elsewhere = f.elsewhere};

	v->status = f.status;
	if (f.rule != INDIKATOR_RULE_NONE)
		v->rule = f.rule;
	v->contradicted = f.contradicted;
	v->here = f.here;
	v->elsewhere = f.elsewhere;
	engine_verdict_coverage(ask, v, &self, 1);
}

void engine_verdict_service(const struct ask *ask, struct indikator_verdict *v)
{
	enum indikator_place_kind kind = ask->set->data.places[v->place].kind;

	if (kind == INDIKATOR_UNIT_PLACE) /* services are judged where people live, not of the unit that gives them */
		return;
	if (kind == INDIKATOR_MUNICIPALITY || kind == INDIKATOR_HOSPITAL)
		leaf(ask, v);
	else
		engine_verdict_parts(ask, v);
}
