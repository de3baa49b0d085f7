/* reach.c - which statements and which units concern each municipality and hospital, laid out once. What is asked of a
 * place then looks at those alone. */
#include "engine.h"

#include <stdlib.h>
#include <string.h>

#define KINDS_EACH 64 /* so many kinds are marked in every place, however few the links */

/* Links as they are found, and the places each item has been tried for. */
struct work {
	const struct indikator_set *set;
	struct reach *reach;
	struct link *links;
	int *places; /* of each link */
	size_t count, most;
	int *tried; /* of each place: the turn in which it was */
	int turn;
	bool failed;
};

typedef bool concerns(const struct work *w, int item, int place, struct link *link);

static bool work_room(struct work *w)
{
	size_t most = w->most ? 2 * w->most : 1024;
	struct link *links;
	int *places;

	if (w->count < w->most)
		return true;
	links = realloc(w->links, most * sizeof *links);
	if (links)
		w->links = links;
	places = realloc(w->places, most * sizeof *places);
	if (places)
		w->places = places;
	if (!links || !places) {
		w->failed = true;
		return false;
	}
	w->most = most;
	return true;
}

/* Tries the municipalities and hospitals that `within` is or holds, each once a turn. */
static void try_within(struct work *w, int within, int item, int kind, concerns *test)
{
	const struct tree *t = &w->set->tree;

	for (int i = within < 0 ? 0 : t->enter[within]; within >= 0 && i < t->leave[within]; i++) {
		int place = t->order[i];
		enum indikator_place_kind of = w->set->data.places[place].kind;
		struct link link = {.kind = kind, .item = item};

		if ((of != INDIKATOR_MUNICIPALITY && of != INDIKATOR_HOSPITAL) || w->tried[place] == w->turn)
			continue;
		w->tried[place] = w->turn;
		if (!test(w, item, place, &link) || !work_room(w))
			continue;
		w->links[w->count] = link;
		w->places[w->count++] = place;
	}
}

/* The same for a place as it is listed: a hospital stands for its catchment too. */
static void try_listed(struct work *w, int listed, int item, int kind, concerns *test)
{
	const struct indikator_place *p = &w->set->data.places[listed];

	try_within(w, listed, item, kind, test);
	for (size_t i = 0; p->kind == INDIKATOR_HOSPITAL && i < p->serves_count; i++)
		try_within(w, p->serves[i], item, kind, test);
}

/* Puts the links in the order of their keys, each key's as they were. */
static bool arrange(struct work *w, const int *keys, size_t keys_count)
{
	int *order = engine_order(keys, w->count, keys_count);
	struct link *links = engine_alloc(w->count, sizeof *links);
	int *places = engine_alloc(w->count, sizeof *places);

	if (!order || !links || !places) {
		free(order);
		free(links);
		free(places);
		return false;
	}
	for (size_t i = 0; i < w->count; i++) {
		links[i] = w->links[order[i]];
		places[i] = w->places[order[i]];
	}
	free(order);
	free(w->links);
	free(w->places);
	w->links = links;
	w->places = places;
	w->most = w->count;
	return true;
}

/* Where each kind of each place begins. */
static void mark_kinds(struct links *l, size_t places, size_t count)
{
	size_t at = 0;

	for (size_t p = 0; p < places; p++)
		for (size_t k = 0; k < l->kinds; k++) {
			while (at < (size_t)l->start[p + 1] && (size_t)l->items[at].kind < k)
				at++;
			l->by_kind[p * l->kinds + k] = (int)at;
			while (at < (size_t)l->start[p + 1] && (size_t)l->items[at].kind == k)
				at++;
		}
	l->by_kind[places * l->kinds] = (int)count;
}

/* Deals the links, ordered by kind, out to the places. */
static bool deal(struct work *w, struct links *out, size_t kinds)
{
	size_t places = w->set->data.places_count, count = w->count;

	if (!arrange(w, w->places, places))
		return false;
	out->start = engine_alloc(places + 1, sizeof *out->start);
	if (!out->start)
		return false;
	for (size_t i = 0; i < count; i++)
		out->start[w->places[i] + 1]++;
	for (size_t p = 0; p < places; p++)
		out->start[p + 1] += out->start[p];
	out->items = w->links;
	w->links = NULL;
	w->count = w->most = 0;
	out->kinds = kinds;
	if (kinds && (kinds <= KINDS_EACH || places <= (count + places) / kinds))
		out->by_kind = engine_alloc(places * kinds + 1, sizeof *out->by_kind);
	if (out->by_kind)
		mark_kinds(out, places, count);
	return true;
}

/* ---- statements ----------------------------------------------------------------------------- */

static bool statement_covers(const struct work *w, int item, int place, struct link *link)
{
	int specificity = engine_statement_specificity(w->set, &w->set->data.statements[item], place);

	link->specificity = (signed char)specificity;
	return specificity >= 0;
}

static void link_statement(struct work *w, int item, int service)
{
	const struct indikator_statement *s = &w->set->data.statements[item];

	w->turn++;
	for (size_t i = 0; i < s->places_count; i++)
		try_listed(w, s->places[i], item, service, statement_covers);
	if (!s->places_count)
		try_within(w, s->scope, item, service, statement_covers);
}

struct weighed {
	const struct indikator_statement *statement;
	int index;
};

static int by_precedence(const void *a, const void *b)
{
	const struct weighed *x = a, *y = b;
	int order = engine_statement_precedence(x->statement, y->statement);

	return order ? order : (x->index > y->index) - (x->index < y->index);
}

/* Links what covers a place, the statement that outweighs the others first. */
static bool link_by_precedence(struct work *w)
{
	const struct indikator_data *d = &w->set->data;
	struct weighed *all = engine_alloc(d->statements_count, sizeof *all);

	if (!all)
		return false;
	for (size_t i = 0; i < d->statements_count; i++)
		all[i] = (struct weighed){.statement = &d->statements[i], .index = (int)i};
	qsort(all, d->statements_count, sizeof *all, by_precedence);
	for (size_t i = 0; i < d->statements_count; i++) {
		int service = engine_names_put(&w->reach->services, all[i].statement->service);

		w->failed |= service < 0;
		if (!w->failed)
			link_statement(w, all[i].index, service);
	}
	free(all);
	return !w->failed;
}

/* The narrower place before all else, within each service. */
static bool arrange_statements(struct work *w)
{
	int *keys = engine_alloc(w->count, sizeof *keys);
	bool done = keys != NULL;

	for (size_t i = 0; done && i < w->count; i++)
		keys[i] = INDIKATOR_UNIT_PLACE - w->links[i].specificity;
	done = done && arrange(w, keys, INDIKATOR_UNIT_PLACE + 1);
	for (size_t i = 0; done && i < w->count; i++)
		keys[i] = w->links[i].kind;
	done = done && arrange(w, keys, w->reach->services.count);
	free(keys);
	return done;
}

static bool state_facts(struct work *w)
{
	const struct indikator_data *d = &w->set->data;

	w->reach->said = engine_alloc(d->statements_count, sizeof *w->reach->said);
	for (size_t i = 0; w->reach->said && i < d->statements_count; i++)
		w->reach->said[i] = (struct statement_facts){.from = d->statements[i].valid_from,
							     .to = d->statements[i].valid_to,
							     .status = engine_statement_status(&d->statements[i])};
	return w->reach->said != NULL;
}

static bool link_statements(struct work *w)
{
	return state_facts(w) && link_by_precedence(w) && arrange_statements(w) &&
	       deal(w, &w->reach->statements, w->reach->services.count);
}

/* ---- units ---------------------------------------------------------------------------------- */

static bool unit_concerns(const struct work *w, int item, int place, struct link *link)
{
	const struct indikator_unit *u = &w->set->data.units[item];
	int home = w->reach->facts[item].home;

	link->serves = (unsigned char)engine_unit_serves(w->set, u, place);
	link->lies = (unsigned char)engine_unit_lies(w->set, u, home, place);
	link->home = home < 0 ? INDIKATOR_UNKNOWN : home == engine_place_municipality(w->set, place) ? INDIKATOR_YES : INDIKATOR_NO;
	return link->serves != INDIKATOR_NO || link->lies != INDIKATOR_NO;
}

static void link_unit(struct work *w, int item, int type)
{
	const struct indikator_set *set = w->set;
	const struct indikator_unit *u = &set->data.units[item];
	int home = w->reach->facts[item].home;
	bool might = home < 0 || !u->catchment_known; /* it may concern any place of its regions */

	w->turn++;
	for (size_t i = 0; i < u->serves_count; i++) {
		int served = u->serves[i];

		try_listed(w, served, item, type, unit_concerns);
		if (set->data.places[served].kind == INDIKATOR_HOSPITAL) /* counts where it lies */
			try_within(w, set->data.places[served].parent, item, type, unit_concerns);
		if (might)
			try_within(w, set->tree.region[served], item, type, unit_concerns);
	}
	try_within(w, home, item, type, unit_concerns);
	try_within(w, u->hospital, item, type, unit_concerns);
	if (might && u->lies_in >= 0)
		try_within(w, set->tree.region[u->lies_in], item, type, unit_concerns);
	if (might && u->hospital >= 0)
		try_within(w, set->tree.region[u->hospital], item, type, unit_concerns);
}

static struct unit_facts facts_of(const struct indikator_set *set, const struct indikator_unit *u)
{
	struct unit_facts f = {.from = u->valid_from,
			       .to = u->valid_to,
			       .home = engine_place_municipality(set, u->lies_in >= 0 ? u->lies_in : u->hospital)};

	for (int a = 0; a < INDIKATOR_ATTRIBUTES; a++) {
		if (u->attributes[a] == INDIKATOR_YES)
			f.yes |= 1u << a;
		if (u->attributes[a] == INDIKATOR_NO)
			f.no |= 1u << a;
	}
	return f;
}

static bool order_units(struct reach *r, const int *types, size_t count)
{
	r->unit_types = (int)r->types.count;
	r->by_type = engine_order(types, count, r->types.count);
	r->type_start = engine_alloc(r->types.count + 1, sizeof *r->type_start);
	if (!r->by_type || !r->type_start)
		return false;
	for (size_t i = 0; i < count; i++)
		r->type_start[types[i] + 1]++;
	for (size_t t = 0; t < r->types.count; t++)
		r->type_start[t + 1] += r->type_start[t];
	return true;
}

static bool link_units(struct work *w)
{
	const struct indikator_data *d = &w->set->data;
	struct reach *r = w->reach;
	int *types = engine_alloc(d->units_count, sizeof *types);
	bool done;

	r->facts = engine_alloc(d->units_count, sizeof *r->facts);
	done = types && r->facts;
	for (size_t i = 0; done && i < d->units_count; i++) {
		r->facts[i] = facts_of(w->set, &d->units[i]);
		types[i] = engine_names_put(&r->types, d->units[i].type);
		done = types[i] >= 0;
	}
	done = done && order_units(r, types, d->units_count);
	for (size_t i = 0; done && i < d->units_count; i++)
		link_unit(w, r->by_type[i], types[r->by_type[i]]);
	free(types);
	return done && !w->failed && deal(w, &r->units, r->types.count);
}

/* ---- inventories, and all of it ------------------------------------------------------------- */

static uint64_t inventory_hash(int place, int type)
{
	return engine_hash_int(engine_hash_int(ENGINE_HASH, type), place);
}

static bool index_inventories(struct reach *r, const struct indikator_data *d)
{
	r->inventory_types = engine_alloc(d->inventories_count, sizeof *r->inventory_types);
	if (!r->inventory_types || !engine_table_init(&r->inventories, d->inventories_count))
		return false;
	for (size_t i = 0; i < d->inventories_count; i++) {
		int type = engine_names_put(&r->types, d->inventories[i].type);

		if (type < 0)
			return false;
		r->inventory_types[i] = type;
		engine_table_put(&r->inventories, inventory_hash(d->inventories[i].place, type), (int)i);
	}
	return true;
}

bool engine_reach_init(struct reach *r, const struct indikator_set *set)
{
	struct work w = {.set = set, .reach = r, .tried = engine_alloc(set->data.places_count, sizeof *w.tried)};
	bool done = w.tried && link_statements(&w) && link_units(&w) && index_inventories(r, &set->data);

	free(w.tried);
	free(w.links);
	free(w.places);
	return done;
}

void engine_reach_release(struct reach *r)
{
	engine_names_release(&r->services);
	engine_names_release(&r->types);
	free(r->statements.start);
	free(r->statements.by_kind);
	free(r->statements.items);
	free(r->units.start);
	free(r->units.by_kind);
	free(r->units.items);
	free(r->facts);
	free(r->by_type);
	free(r->type_start);
	free(r->said);
	free(r->inventories.slots);
	free(r->inventory_types);
	*r = (struct reach){0};
}

size_t engine_links_find(const struct links *l, int place, int kind, const struct link **first)
{
	int low = l->start[place], end = l->start[place + 1], high = end, from;

	if (l->by_kind && kind >= 0 && (size_t)kind < l->kinds) {
		const int *at = &l->by_kind[(size_t)place * l->kinds + (size_t)kind];

		*first = l->items + at[0];
		return (size_t)(at[1] - at[0]);
	}
	while (low < high) {
		int middle = low + (high - low) / 2;

		if (l->items[middle].kind < kind)
			low = middle + 1;
		else
			high = middle;
	}
	*first = l->items + low;
	for (from = low; low < end && l->items[low].kind == kind; low++)
		;
	return (size_t)(low - from);
}

int engine_find_inventory(const struct indikator_set *set, int place, int type)
{
	const struct reach *r = &set->reach;
	uint64_t hash = inventory_hash(place, type);
	size_t probe = 0;
	int i;

	while ((i = engine_table_next(&r->inventories, hash, &probe)) >= 0)
		if (set->data.inventories[i].place == place && r->inventory_types[i] == type)
			break;
	return i;
}
