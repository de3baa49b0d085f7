/* whatif_units.c - a unit that is new, or that is there and answers otherwise. */
#include "whatif_local.h"

#include "radsbord/base/language.h"

#include <string.h>

static bool is_valid(const struct model *m, const struct indikator_unit *u)
{
	indikator_date today = model_today(m);
	return u->valid_from <= today && (!u->valid_to || u->valid_to >= today);
}

static bool touches(const struct model *m, int place, int other)
{
	return other >= 0 && (indikator_within(m->set, other, place) || indikator_within(m->set, place, other));
}

/* It lies or serves in the place, or serves where the place lies. */
static bool concerns(const struct model *m, const struct indikator_unit *u, int place)
{
	bool any = touches(m, place, u->lies_in) || touches(m, place, u->hospital);
	for (size_t i = 0; !any && i < u->serves_count; i++)
		any = touches(m, place, u->serves[i]);
	return any;
}

static int unit_by_id(struct whatif_making *x, const char *id)
{
	const struct indikator_data *data = indikator_set_data(x->w->before->set);
	for (size_t i = 0; i < data->units_count; i++)
		if (data->units[i].id && strcmp(data->units[i].id, id) == 0)
			return (int)i;
	whatif_wrong(x, _("Enheten %s finns inte. De som finns står i radsbord enheter."), id);
	return -1;
}

/* The one unit of a type at a place; which ones there are, when it is not one. */
static int unit_by_type(struct whatif_making *x, int type, int place)
{
	const struct model *m = x->w->before;
	const struct indikator_data *data = indikator_set_data(m->set);
	const char *name = m->reference->places[place].name;
	struct buf list = {0};
	int found = -1;
	size_t count = 0;
	for (size_t i = 0; i < data->units_count; i++) {
		const struct indikator_unit *u = &data->units[i];
		if (strcmp(u->type, unit_types[type].code) != 0 || !is_valid(m, u) || !concerns(m, u, place))
			continue;
		found = (int)i;
		if (++count <= 8)
			buf_printf(&list, "%s%s %s", count > 1 ? ", " : "", u->id, u->name);
	}
	if (count == 0)
		whatif_wrong(x, _("Ingen enhet av typen %s är känd i %s. Skriv ny enhet %s: och vad den har."), _(unit_types[type].label), name,
		             unit_types[type].label);
	else if (count > 1)
		whatif_wrong(x, _("Det finns %zu av typen %s i %s. Skriv enhetens Id i stället för typen: %s%s."), count,
		             _(unit_types[type].label), name, buf_cstr(&list), count > 8 ? " …" : "");
	buf_release(&list);
	return count == 1 ? found : -1;
}

/* The unit as the changes before this one have left it. */
static struct indikator_unit as_it_is(const struct whatif_making *x, int unit)
{
	for (size_t i = x->count; i-- > 0;)
		if (x->items[i].kind == INDIKATOR_ASSUME_UNIT && x->items[i].unit == unit)
			return *x->items[i].as;
	return indikator_set_data(x->w->before->set)->units[unit];
}

static void answer(struct indikator_unit *u, const struct scenario_change *c)
{
	for (int i = 0; i < INDIKATOR_ATTRIBUTES; i++)
		if (c->attributes[i] >= 0)
			u->attributes[i] = (enum indikator_answer)c->attributes[i];
}

/* The places it serves with those that are named. */
static void serve(struct whatif_making *x, struct indikator_unit *u, const int *places, size_t count)
{
	int *all = arena_alloc(&x->w->arena, (u->serves_count + count + 1) * sizeof *all);
	size_t n = 0;
	for (size_t i = 0; i < u->serves_count; i++)
		all[n++] = u->serves[i];
	for (size_t i = 0; i < count; i++)
		all[n++] = places[i];
	u->serves = all;
	u->serves_count = n;
}

static bool add_unit(struct whatif_making *x, int index, const struct indikator_unit *u)
{
	struct indikator_unit *kept = arena_alloc(&x->w->arena, sizeof *kept);
	*kept = *u;
	return whatif_add(x, (struct indikator_assumption){.kind = INDIKATOR_ASSUME_UNIT, .unit = index, .as = kept});
}

static bool change_unit(struct whatif_making *x, const struct scenario_change *c, int place)
{
	int index = c->unit ? unit_by_id(x, c->unit) : unit_by_type(x, c->type, place);
	if (index < 0)
		return false;
	struct indikator_unit u = as_it_is(x, index);
	answer(&u, c);
	if (c->hospital >= 0)
		u.hospital = c->hospital;
	if (c->serves_count) { /* who is named is who it serves: nobody is left to wonder */
		serve(x, &u, c->serves, c->serves_count);
		u.catchment_known = true;
	}
	return add_unit(x, index, &u);
}

/* In the first municipality that is named, or where its hospital lies; else somewhere in the first place. */
static int home_of(const struct whatif_making *x, const struct scenario_change *c, const int *places, size_t count)
{
	const struct place *all = x->w->before->reference->places;
	if (c->hospital >= 0)
		return all[c->hospital].parent;
	for (size_t i = 0; i < count; i++)
		if (all[places[i]].level == PLACE_MUNICIPALITY)
			return places[i];
	return all[places[0]].level == PLACE_COUNTRY ? -1 : places[0];
}

static enum scenario_beds beds_of(int type)
{
	return strcmp(unit_types[type].code, "slutenvard_sjukhus") == 0 ? SCENARIO_BEDS_ON_HOSPITAL : SCENARIO_BEDS_OUTSIDE;
}

static bool new_unit(struct whatif_making *x, const struct scenario_change *c, int place)
{
	const int *places = c->serves_count ? c->serves : &place;
	size_t count = c->serves_count ? c->serves_count : 1;
	struct arena *a = &x->w->arena;
	struct indikator_unit u = {.type = unit_types[c->type].code, .hospital = c->hospital, .catchment_known = true,
	                           .level = INDIKATOR_COUNCIL};
	bool inpatient = strncmp(u.type, "slutenvard", 10) == 0;
	u.id = arena_printf(a, _("Ny %zu"), ++x->new_units);
	u.name = _(unit_types[c->type].label);
	u.lies_in = home_of(x, c, places, count);
	serve(x, &u, places, count);
	answer(&u, c);
	if (!num_known(c->beds))
		return add_unit(x, -1, &u);
	if (!inpatient)
		return whatif_wrong(x, _("Bara vårdplatser på sjukhus och utanför sjukhus räknas som specialiserade vårdplatser."));
	u.beds = (struct indikator_number){c->beds.num, c->beds.den};
	return add_unit(x, -1, &u) && whatif_assume_beds(x, places[0], c->beds, beds_of(c->type));
}

bool whatif_assume_unit(struct whatif_making *x, const struct scenario_change *c, int place)
{
	return c->kind == SCENARIO_NEW_UNIT ? new_unit(x, c, place) : change_unit(x, c, place);
}
