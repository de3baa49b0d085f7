/* unit.c - rules 2-5: what the units that serve a place, or lie in it, say of a service. */
#include "engine.h"

static bool unit_in_region(const struct indikator_set *set, const struct indikator_unit *u, int region)
{
	const int *region_of = set->tree.region;

	if (region < 0)
		return false;
	if ((u->lies_in >= 0 && region_of[u->lies_in] == region) ||
	    (u->hospital >= 0 && region_of[u->hospital] == region))
		return true;
	for (size_t i = 0; i < u->serves_count; i++)
		if (region_of[u->serves[i]] == region)
			return true;
	return false;
}

static bool certainly_serves(const struct indikator_set *set, const struct indikator_unit *u, int place)
{
	const struct indikator_place *places = set->data.places;

	if (u->hospital == place)
		return true;
	for (size_t i = 0; i < u->serves_count; i++) {
		int served = u->serves[i];

		if (engine_place_covers(set, served, place))
			return true;
		/* a served hospital counts where it lies */
		if (places[served].kind == INDIKATOR_HOSPITAL && places[served].parent == place)
			return true;
	}
	return false;
}

enum indikator_answer engine_unit_serves(const struct indikator_set *set, const struct indikator_unit *u, int place)
{
	if (certainly_serves(set, u, place))
		return INDIKATOR_YES;
	return !u->catchment_known && unit_in_region(set, u, set->tree.region[place]) ? INDIKATOR_UNKNOWN
										      : INDIKATOR_NO;
}

enum indikator_answer engine_unit_lies(const struct indikator_set *set, const struct indikator_unit *u, int home,
				       int place)
{
	if (u->hospital == place || (home >= 0 && home == engine_place_municipality(set, place)))
		return INDIKATOR_YES;
	return home < 0 && unit_in_region(set, u, set->tree.region[place]) ? INDIKATOR_UNKNOWN : INDIKATOR_NO;
}

/* Whether a unit meets every attribute of some alternative. */
static enum indikator_answer unit_meets(const struct ask *ask, const struct unit_facts *u)
{
	const struct indikator_definition *d = ask->definition;
	enum indikator_criteria asked = ask->question->criteria;
	enum indikator_criteria criteria = d->requires_count[asked] ? asked : INDIKATOR_MAP;
	enum indikator_answer best = INDIKATOR_NO;

	if (!d->requires_count[criteria])
		return INDIKATOR_YES;
	for (size_t a = 0; a < d->requires_count[criteria]; a++) {
		if (!(d->requires[criteria][a] & ~u->yes))
			return INDIKATOR_YES;
		if (!(d->requires[criteria][a] & u -> no))
			best = INDIKATOR_UNKNOWN;
	}
	return best;
}

struct tally {
	size_t meets, could, fails; /* relevant units */
	size_t might;               /* units that may or may not be relevant */
	size_t here, away;          /* meeting units that lie here, and in other municipalities */
};

typedef void each_unit(const struct ask *ask, int unit, int place, enum indikator_answer relevant, void *context);

static void for_each_unit(const struct ask *ask, int place, each_unit *each, void *context)
{
	const struct indikator_definition *d = ask->definition;
	const struct reach *reach = &ask->set->reach;

	for (int t = 0; t < INDIKATOR_TYPES && d->types[t]; t++) {
		const struct link *links = NULL;
		size_t count = engine_links_find(&reach->units, place, ask->numbers->types[t], &links);

		for (size_t i = 0; i < count; i++) {
			const struct unit_facts *u = &reach->facts[links[i].item];
			int relevant = d->relation == INDIKATOR_LIES_IN ? links[i].lies : links[i].serves;

			if (relevant != INDIKATOR_NO && engine_valid(ask->set, u->from, u->to, ask->date))
				each(ask, links[i].item, place, (enum indikator_answer)relevant, context);
		}
	}
}

static void tally_unit(const struct ask *ask, int unit, int place, enum indikator_answer relevant, void *context)
{
	const struct unit_facts *u = &ask->set->reach.facts[unit];
	enum indikator_answer meets = unit_meets(ask, u);
	struct tally *t = context;

	if (relevant == INDIKATOR_UNKNOWN)
		t->might++;
	else if (meets == INDIKATOR_UNKNOWN)
		t->could++;
	else if (meets == INDIKATOR_NO)
		t->fails++;
	else
		t->meets++;
	if (relevant == INDIKATOR_YES && meets == INDIKATOR_YES && u->home >= 0)
		*(u->home == engine_place_municipality(ask->set, place) ? &t->here : &t->away) += 1;
}

static struct finding found(enum indikator_rule rule, enum indikator_status status)
{
	return (struct finding){.rule = rule, .status = status, .statement = -1};
}

/* Rules 2-4; rule 5 is left to the inventories. When all must meet, one that does not settles
 * it, whatever is unknown of the others. */
static struct finding weigh(const struct tally *t, enum indikator_quantifier quantifier)
{
	bool all = quantifier == INDIKATOR_ALL;
	struct finding f = found(INDIKATOR_RULE_UNIT_MEETS, INDIKATOR_STATUS_MET);

	if (all ? t->meets && !t->could && !t->fails && !t->might : t->meets > 0) {
		f.here = t->here > 0;
		f.elsewhere = t->away == t->meets;
		return f;
	}
	if (all && t->fails)
		return found(INDIKATOR_RULE_UNIT_FAILS, INDIKATOR_STATUS_PARTLY);
	if (t->could || t->might)
		return found(INDIKATOR_RULE_UNIT_MAY, INDIKATOR_STATUS_UNKNOWN);
	if (t->fails)
		return found(INDIKATOR_RULE_UNIT_FAILS, INDIKATOR_STATUS_PARTLY);
	return found(INDIKATOR_RULE_NO_UNIT, INDIKATOR_STATUS_UNKNOWN);
}

/* The inventory of a type of the definition for the most specific place that contains `place`, or -1. */
static int inventory_of(const struct ask *ask, int place, int t)
{
	const struct indikator_data *data = &ask->set->data;

	for (int p = place; p >= 0; p = data->places[p].parent) {
		int i = engine_find_inventory(ask->set, p, ask->numbers->types[t]);

		if (i >= 0 && engine_valid(ask->set, data->inventories[i].valid_from, 0, ask->date))
			return i;
	}
	return -1;
}

/* Rule 5: missing only when the inventory of every type is complete here. */
static enum indikator_status inventory_status(const struct ask *ask, int place)
{
	const struct indikator_definition *d = ask->definition;
	bool complete = d->types[0] != NULL;

	for (int t = 0; t < INDIKATOR_TYPES && d->types[t]; t++) {
		int i = inventory_of(ask, place, t);

		complete = complete && i >= 0 && ask->set->data.inventories[i].complete == INDIKATOR_YES;
	}
	return complete ? INDIKATOR_STATUS_MISSING : INDIKATOR_STATUS_UNKNOWN;
}

/* How the rows of evidence are to be marked. */
struct marks {
	enum indikator_rule rule;
	bool decided, against;
};

static void unit_evidence(const struct ask *ask, int unit, int place, enum indikator_answer relevant, void *context)
{
	const struct marks *m = context;
	struct indikator_evidence row = {.kind = INDIKATOR_EVIDENCE_UNIT, .index = unit};
	enum indikator_answer meets = unit_meets(ask, &ask->set->reach.facts[unit]);
	bool told; /* the rule rests on this unit */

	(void)place;
	if (relevant == INDIKATOR_UNKNOWN)
		meets = INDIKATOR_UNKNOWN;
	row.status = meets == INDIKATOR_YES       ? INDIKATOR_STATUS_MET
		     : meets == INDIKATOR_UNKNOWN ? INDIKATOR_STATUS_UNKNOWN
						  : INDIKATOR_STATUS_PARTLY;
	told = (m->rule == INDIKATOR_RULE_UNIT_MEETS && meets == INDIKATOR_YES) ||
	       (m->rule == INDIKATOR_RULE_UNIT_MAY && meets == INDIKATOR_UNKNOWN) ||
	       (m->rule == INDIKATOR_RULE_UNIT_FAILS && meets == INDIKATOR_NO);
	row.decided = told && m->decided;
	row.against = told && m->against;
	engine_evidence_add(ask->evidence, &row);
}

static void inventory_evidence(const struct ask *ask, int place, const struct marks *m)
{
	const struct indikator_definition *d = ask->definition;

	for (int t = 0; t < INDIKATOR_TYPES && d->types[t]; t++) {
		int i = inventory_of(ask, place, t);
		struct indikator_evidence row = {.kind = INDIKATOR_EVIDENCE_INVENTORY,
						 .index = i,
						 .measure = d->types[t],
						 .status = INDIKATOR_STATUS_UNKNOWN,
						 .decided = m->decided,
						 .against = m->against};

		if (i < 0)
			row.kind = INDIKATOR_EVIDENCE_MISSING;
		else if (ask->set->data.inventories[i].complete == INDIKATOR_YES)
			row.status = INDIKATOR_STATUS_MISSING;
		engine_evidence_add(ask->evidence, &row);
	}
}

struct finding engine_unit_finding(const struct ask *ask, int place, const struct finding *stated)
{
	struct tally t = {0};
	struct marks m;
	struct finding f;

	for_each_unit(ask, place, tally_unit, &t);
	f = weigh(&t, ask->definition->quantifier);
	if (f.rule == INDIKATOR_RULE_NO_UNIT)
		f.status = inventory_status(ask, place);
	f.contradicted = stated->rule == INDIKATOR_RULE_STATEMENT && f.status != INDIKATOR_STATUS_UNKNOWN &&
			 f.status != stated->status;
	if (!ask->evidence)
		return f;
	m = (struct marks){
	    .rule = f.rule, .decided = stated->rule != INDIKATOR_RULE_STATEMENT, .against = f.contradicted};
	for_each_unit(ask, place, unit_evidence, &m);
	if (f.rule == INDIKATOR_RULE_NO_UNIT && (m.decided || m.against))
		inventory_evidence(ask, place, &m);
	return f;
}
