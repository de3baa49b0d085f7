/* unit.c - rules 2-5: what the units that serve a place, or lie in it, say of a service. */
#include "engine.h"

/* The municipality a unit lies in, or -1 when nobody has said. */
static int unit_home(const struct indikator_set *set, const struct indikator_unit *u)
{
	return engine_place_municipality(set, u->lies_in >= 0 ? u->lies_in : u->hospital);
}

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

static bool unit_serves(const struct indikator_set *set, const struct indikator_unit *u, int place)
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

/* Whether a unit is relevant to the place; unknown when it might be. */
static enum indikator_answer unit_relevant(const struct ask *ask, const struct indikator_unit *u, int place)
{
	const struct indikator_set *set = ask->set;
	bool might;

	if (ask->definition->relation == INDIKATOR_LIES_IN) {
		int home = unit_home(set, u);

		if (u->hospital == place || (home >= 0 && home == engine_place_municipality(set, place)))
			return INDIKATOR_YES;
		might = home < 0;
	} else {
		if (unit_serves(set, u, place))
			return INDIKATOR_YES;
		might = !u->catchment_known;
	}
	return might && unit_in_region(set, u, set->tree.region[place]) ? INDIKATOR_UNKNOWN : INDIKATOR_NO;
}

/* Whether a unit meets every attribute of some alternative. */
static enum indikator_answer unit_meets(const struct ask *ask, const struct indikator_unit *u)
{
	const struct indikator_definition *d = ask->definition;
	enum indikator_criteria criteria = ask->question->criteria;
	enum indikator_answer best = INDIKATOR_NO;

	if (!d->requires_count[criteria])
		return INDIKATOR_YES;
	for (size_t a = 0; a < d->requires_count[criteria]; a++) {
		enum indikator_answer worst = INDIKATOR_YES;

		for (int i = 0; i < INDIKATOR_ATTRIBUTES; i++)
			if (d->requires[criteria][a] >> i & 1 && u->attributes[i] != INDIKATOR_YES &&
			    worst != INDIKATOR_NO)
				worst = u->attributes[i] == INDIKATOR_NO ? INDIKATOR_NO : INDIKATOR_UNKNOWN;
		if (worst == INDIKATOR_YES)
			return INDIKATOR_YES;
		if (worst == INDIKATOR_UNKNOWN)
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

	for (int t = 0; t < INDIKATOR_TYPES && d->types[t]; t++) {
		const int *items = NULL;
		size_t count = engine_groups_find(&ask->set->types, d->types[t], &items);

		for (size_t i = 0; i < count; i++) {
			const struct indikator_unit *u = &ask->set->data.units[items[i]];
			enum indikator_answer relevant;

			if (!engine_valid(ask->set, u->valid_from, u->valid_to, ask->date))
				continue;
			relevant = unit_relevant(ask, u, place);
			if (relevant != INDIKATOR_NO)
				each(ask, items[i], place, relevant, context);
		}
	}
}

static void tally_unit(const struct ask *ask, int unit, int place, enum indikator_answer relevant, void *context)
{
	const struct indikator_unit *u = &ask->set->data.units[unit];
	enum indikator_answer meets = unit_meets(ask, u);
	struct tally *t = context;
	int home = unit_home(ask->set, u);

	if (relevant == INDIKATOR_UNKNOWN)
		t->might++;
	else if (meets == INDIKATOR_UNKNOWN)
		t->could++;
	else if (meets == INDIKATOR_NO)
		t->fails++;
	else
		t->meets++;
	if (relevant == INDIKATOR_YES && meets == INDIKATOR_YES && home >= 0)
		*(home == engine_place_municipality(ask->set, place) ? &t->here : &t->away) += 1;
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

/* The inventory of a type for the most specific place that contains `place`, or -1. */
static int inventory_of(const struct ask *ask, int place, const char *type)
{
	const struct indikator_data *data = &ask->set->data;

	for (int p = place; p >= 0; p = data->places[p].parent) {
		int i = engine_find_inventory(ask->set, p, type);

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
		int i = inventory_of(ask, place, d->types[t]);

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
	enum indikator_answer meets = unit_meets(ask, &ask->set->data.units[unit]);
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
		int i = inventory_of(ask, place, d->types[t]);
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
