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
		indikator_attribute_mask wanted = d->requires[criteria][a];

		if ((wanted & u->yes) == wanted)
			return INDIKATOR_YES;
		if ((wanted & u->no) == 0)
			best = INDIKATOR_UNKNOWN;
	}
	return best;
}

/* How a unit stands on the day: not there, or whether it meets. */
enum standing {
	STANDS_UNKNOWN = INDIKATOR_UNKNOWN,
	STANDS_NO = INDIKATOR_NO,
	STANDS_YES = INDIKATOR_YES,
	STANDS_NOT,
	STANDINGS
};

static enum standing unit_standing(const struct ask *ask, int unit)
{
	const struct unit_facts *u = &ask->set->reach.facts[unit];

	return engine_valid(ask->set, u->from, u->to, ask->date) ? (enum standing)unit_meets(ask, u) : STANDS_NOT;
}

/* Of every unit of the definition's types; kept on the page. NULL when there is none: then each is asked. */
static const unsigned char *all_standings(const struct ask *ask)
{
	const struct reach *r = &ask->set->reach;

	if (!ask->page)
		return NULL;
	engine_page_day(ask->page, ask->date);
	if (ask->page->standings)
		return ask->page->standings;
	ask->page->standings = engine_alloc(ask->set->data.units_count, 1);
	for (int t = 0; ask->page->standings && t < INDIKATOR_TYPES && ask->definition->types[t]; t++) {
		int type = ask->numbers->types[t];

		for (int i = r->type_start[type < 0 ? 0 : type]; type >= 0 && type < r->unit_types && i < r->type_start[type + 1]; i++)
			ask->page->standings[r->by_type[i]] = (unsigned char)unit_standing(ask, r->by_type[i]);
	}
	return ask->page->standings;
}

/* The units that concern a place, of one of the definition's types. */
static size_t units_of(const struct ask *ask, int place, int t, const struct link **links)
{
	return engine_links_find(&ask->set->reach.units, place, ask->numbers->types[t], links);
}

static enum indikator_answer relevance(const struct link *link, enum indikator_relation relation)
{
	return (enum indikator_answer)(relation == INDIKATOR_LIES_IN ? link->lies : link->serves);
}

/* What there is among the units of a place, as bits: one for each relevance and standing, and of those that meet. */
typedef unsigned tally;
#define MEETS_HERE (1u << 30)     /* lies here */
#define MEETS_NOT_AWAY (1u << 31) /* lies here, or nobody has said where */

static tally there_is(enum indikator_answer relevant, int standing)
{
	return 1u << (relevant * STANDINGS + standing);
}

static tally tally_units(const struct ask *ask, int place)
{
	static const tally by_home[] = {[INDIKATOR_UNKNOWN] = MEETS_NOT_AWAY,
					[INDIKATOR_YES] = MEETS_NOT_AWAY | MEETS_HERE};
	const enum indikator_relation relation = ask->definition->relation;
	const unsigned char *standings = all_standings(ask);
	const tally meets = there_is(INDIKATOR_YES, STANDS_YES);
	tally all = 0;

	for (int t = 0; t < INDIKATOR_TYPES && ask->definition->types[t]; t++) {
		const struct link *links = NULL;
		size_t count = units_of(ask, place, t, &links);

		for (size_t i = 0; i < count; i++) {
			int unit = links[i].item;
			tally one = there_is(relevance(&links[i], relation),
					     standings ? standings[unit] : (int)unit_standing(ask, unit));

			all |= one | (one == meets ? by_home[links[i].home] : 0);
		}
	}
	return all;
}

static struct finding found(enum indikator_rule rule, enum indikator_status status)
{
	return (struct finding){.rule = rule, .status = status, .statement = -1};
}

/* Rules 2-4; rule 5 is left to the inventories. When all must meet, one that does not settles
 * it, whatever is unknown of the others. */
static struct finding weigh(tally t, enum indikator_quantifier quantifier)
{
	bool meets = t & there_is(INDIKATOR_YES, STANDS_YES), could = t & there_is(INDIKATOR_YES, STANDS_UNKNOWN),
	     fails = t & there_is(INDIKATOR_YES, STANDS_NO),
	     might = t & (there_is(INDIKATOR_UNKNOWN, STANDS_YES) | there_is(INDIKATOR_UNKNOWN, STANDS_UNKNOWN) |
			  there_is(INDIKATOR_UNKNOWN, STANDS_NO)),
	     all = quantifier == INDIKATOR_ALL;
	struct finding f = found(INDIKATOR_RULE_UNIT_MEETS, INDIKATOR_STATUS_MET);

	if (meets && !(all && (could || fails || might))) {
		f.here = t & MEETS_HERE;
		f.elsewhere = !(t & MEETS_NOT_AWAY);
		return f;
	}
	if (all && fails)
		return found(INDIKATOR_RULE_UNIT_FAILS, INDIKATOR_STATUS_PARTLY);
	if (could || might)
		return found(INDIKATOR_RULE_UNIT_MAY, INDIKATOR_STATUS_UNKNOWN);
	if (fails)
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

static struct indikator_evidence unit_row(const struct marks *m, int unit, enum indikator_answer meets)
{
	struct indikator_evidence row = {.kind = INDIKATOR_EVIDENCE_UNIT, .index = unit};
	bool told; /* the rule rests on this unit */

	row.status = meets == INDIKATOR_YES       ? INDIKATOR_STATUS_MET
		     : meets == INDIKATOR_UNKNOWN ? INDIKATOR_STATUS_UNKNOWN
						  : INDIKATOR_STATUS_PARTLY;
	told = (m->rule == INDIKATOR_RULE_UNIT_MEETS && meets == INDIKATOR_YES) ||
	       (m->rule == INDIKATOR_RULE_UNIT_MAY && meets == INDIKATOR_UNKNOWN) ||
	       (m->rule == INDIKATOR_RULE_UNIT_FAILS && meets == INDIKATOR_NO);
	row.decided = told && m->decided;
	row.against = told && m->against;
	return row;
}

static void unit_evidence(const struct ask *ask, int place, const struct marks *m)
{
	for (int t = 0; t < INDIKATOR_TYPES && ask->definition->types[t]; t++) {
		const struct link *links = NULL;
		size_t count = units_of(ask, place, t, &links);

		for (size_t i = 0; i < count; i++) {
			enum indikator_answer relevant = relevance(&links[i], ask->definition->relation);
			enum standing standing = unit_standing(ask, links[i].item);
			struct indikator_evidence row;

			if (relevant == INDIKATOR_NO || standing == STANDS_NOT)
				continue;
			row = unit_row(m, links[i].item,
				       relevant == INDIKATOR_UNKNOWN ? relevant : (enum indikator_answer)standing);
			engine_evidence_add(ask->evidence, &row);
		}
	}
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
	struct finding f = weigh(tally_units(ask, place), ask->definition->quantifier);
	struct marks m;

	if (f.rule == INDIKATOR_RULE_NO_UNIT)
		f.status = inventory_status(ask, place);
	f.contradicted = stated->rule == INDIKATOR_RULE_STATEMENT && f.status != INDIKATOR_STATUS_UNKNOWN &&
			 f.status != stated->status;
	if (!ask->evidence)
		return f;
	m = (struct marks){
	    .rule = f.rule, .decided = stated->rule != INDIKATOR_RULE_STATEMENT, .against = f.contradicted};
	unit_evidence(ask, place, &m);
	if (f.rule == INDIKATOR_RULE_NO_UNIT && (m.decided || m.against))
		inventory_evidence(ask, place, &m);
	return f;
}
