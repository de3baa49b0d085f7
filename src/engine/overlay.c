/* overlay.c - the same world with some things assumed. The base is read, never written. */
#include "engine.h"

#include <stdlib.h>
#include <string.h>

static bool out_of_memory(struct indikator_error *error)
{
	return engine_check_fail(error, "Minnet tog slut.");
}

void engine_overlay_free(struct overlay **o)
{
	struct overlay *old = *o;

	*o = NULL;
	if (!old)
		return;
	free(old->observations);
	free(old->units);
	free(old->assumed_observations);
	free(old->assumed_units);
	free(old->mended);
	free(old);
}

/* With room for what `assumptions` of them may add, so that nothing moves while a set looks through it. */
static struct overlay *overlay_new(const struct indikator_set *base, size_t assumptions)
{
	const struct indikator_data *d = &base->data;
	const size_t figures = d->observations_count + ENGINE_OVERLAY_FIGURES * assumptions;
	const size_t units = d->units_count + assumptions;
	struct overlay *o = engine_alloc(1, sizeof *o);

	if (!o)
		return NULL;
	o->base = base;
	o->observations = engine_alloc(figures, sizeof *o->observations);
	o->units = engine_alloc(units, sizeof *o->units);
	o->assumed_observations = engine_alloc(figures, sizeof *o->assumed_observations);
	o->assumed_units = engine_alloc(units, sizeof *o->assumed_units);
	if (!o->observations || !o->units || !o->assumed_observations || !o->assumed_units) {
		engine_overlay_free(&o);
		return NULL;
	}
	if (d->observations_count)
		memcpy(o->observations, d->observations, d->observations_count * sizeof *o->observations);
	if (d->units_count)
		memcpy(o->units, d->units, d->units_count * sizeof *o->units);
	o->observations_count = d->observations_count;
	o->units_count = d->units_count;
	return o;
}

/* ---- sets ----------------------------------------------------------------------------------- */

/* The base's data with the overlay's observations and units. */
static struct indikator_data data_of(const struct overlay *o)
{
	struct indikator_data d = o->base->data;

	d.observations = o->observations;
	d.observations_count = o->observations_count;
	d.units = o->units;
	d.units_count = o->units_count;
	return d;
}

/* A set that looks through the overlay; it owns it no more than until the caller says so. */
static struct indikator_set *set_of(struct overlay *o, struct indikator_error *error)
{
	const struct indikator_data d = data_of(o);
	struct indikator_set *s = indikator_set_new(&d, error);

	if (s) {
		s->first = o->base->first; /* something assumed is no older knowledge */
		s->overlay = o;
	}
	return s;
}

static void set_drop(struct indikator_set **s)
{
	if (*s)
		(*s)->overlay = NULL;
	indikator_set_free(s);
}

const struct indikator_set *indikator_base(const struct indikator_set *set)
{
	return set->overlay ? set->overlay->base : NULL;
}

bool indikator_is_assumed(const struct indikator_set *set, enum indikator_evidence_kind kind, int index)
{
	const struct overlay *o = set->overlay;

	if (!o || index < 0)
		return false;
	if (kind == INDIKATOR_EVIDENCE_OBSERVATION)
		return (size_t)index < o->observations_count && o->assumed_observations[index];
	return kind == INDIKATOR_EVIDENCE_UNIT && (size_t)index < o->units_count && o->assumed_units[index];
}

/* ---- what is mended ------------------------------------------------------------------------- */

static int by_statement(const void *a, const void *b)
{
	const struct indikator_mended *x = a, *y = b;

	return x->statement != y->statement ? (x->statement > y->statement) - (x->statement < y->statement)
					    : (x->place > y->place) - (x->place < y->place);
}

bool engine_overlay_mended(const struct indikator_set *set, int statement, int place)
{
	const struct overlay *o = set->overlay;
	const struct indikator_mended wanted = {statement, place};

	return o && o->mended_count &&
	       bsearch(&wanted, o->mended, o->mended_count, sizeof *o->mended, by_statement) != NULL;
}

size_t indikator_mended(const struct indikator_set *set, const struct indikator_mended **list)
{
	*list = set->overlay ? set->overlay->mended : NULL;
	return set->overlay ? set->overlay->mended_count : 0;
}

/* In any order, and more than once: put in order when all are there. */
static bool mend(struct overlay *o, int statement, int place)
{
	if (o->mended_count == o->mended_cap) {
		size_t cap = o->mended_cap ? 2 * o->mended_cap : 16;
		struct indikator_mended *items = realloc(o->mended, cap * sizeof *items);

		if (!items)
			return false;
		o->mended = items;
		o->mended_cap = cap;
	}
	o->mended[o->mended_count++] = (struct indikator_mended){statement, place};
	return true;
}

static void order_mended(struct overlay *o)
{
	size_t kept = 0;

	if (o->mended_count)
		qsort(o->mended, o->mended_count, sizeof *o->mended, by_statement);
	for (size_t i = 0; i < o->mended_count; i++)
		if (!kept || by_statement(&o->mended[kept - 1], &o->mended[i]) != 0)
			o->mended[kept++] = o->mended[i];
	o->mended_count = kept;
}

static bool is_leaf(const struct indikator_set *set, int place)
{
	enum indikator_place_kind kind = set->data.places[place].kind;

	return kind == INDIKATOR_MUNICIPALITY || kind == INDIKATOR_HOSPITAL;
}

/* A question about one service, with nobody to tell why. */
static struct ask ask_of(const struct indikator_set *set, const struct indikator_question *q)
{
	return (struct ask){.set = set, .question = q, .date = engine_service_date(q)};
}

/* Ends, for one place, the statement `only` (-1: every one) that covers it and says less than met. */
static bool mend_place(struct overlay *o, const struct definition_numbers *numbers, int place, int only,
		       const struct indikator_question *q)
{
	struct evidence e = {0};
	struct ask ask = ask_of(o->base, q); /* no assumption says anything of a statement */
	bool ok;

	ask.numbers = numbers;
	ask.evidence = &e;
	(void)engine_statement_finding(&ask, place);
	ok = !e.failed;
	for (size_t i = 0; ok && i < e.count; i++)
		if (only < 0 ? e.items[i].status != INDIKATOR_STATUS_MET : e.items[i].index == only)
			ok = mend(o, e.items[i].index, place);
	free(e.items);
	return ok;
}

/* A statement that the caller says is mended. */
static bool mend_statement(struct overlay *o, const struct indikator_assumption *a, const struct indikator_question *q,
			   struct indikator_error *error)
{
	const struct indikator_set *set = o->base;
	const struct indikator_statement *s = &set->data.statements[a->statement];
	const struct definition_numbers service = {.service = engine_names_find(&set->reach.services, s->service)};
	size_t before = o->mended_count;

	for (size_t p = 0; p < set->data.places_count; p++)
		if (is_leaf(set, (int)p) && engine_place_covers(set, a->place, (int)p) &&
		    !mend_place(o, &service, (int)p, a->statement, q))
			return out_of_memory(error);
	return o->mended_count > before ||
	       engine_check_fail(error, "Det som sägs i %s gäller inte i %s.", s->id ? s->id : "uppgiften",
				 set->data.places[a->place].name);
}

/* True when a unit that is assumed is of a type that the definition asks about. */
static bool asks_of_assumed(const struct overlay *o, const struct indikator_definition *d)
{
	for (size_t u = 0; u < o->units_count; u++)
		for (int t = 0; o->assumed_units[u] && t < INDIKATOR_TYPES && d->types[t]; t++)
			if (!strcmp(o->units[u].type, d->types[t]))
				return true;
	return false;
}

static bool units_meet(const struct indikator_set *set, size_t definition, int place,
		       const struct indikator_question *q)
{
	const struct ask about = ask_of(set, q), ask = engine_ask_about(&about, (int)definition);
	const struct finding nothing = {.rule = INDIKATOR_RULE_NONE};

	return engine_unit_finding(&ask, place, &nothing).status == INDIKATOR_STATUS_MET;
}

/* What the assumed units mend: where they make the units of a place meet what those of the base do not. */
static bool mend_by_units(struct overlay *o, const struct indikator_set *set, const struct indikator_question *q)
{
	for (size_t i = 0; i < set->data.definitions_count; i++) {
		const struct indikator_definition *d = &set->data.definitions[i];

		if (d->kind != INDIKATOR_SERVICE || !d->service || !asks_of_assumed(o, d))
			continue;
		for (size_t p = 0; p < set->data.places_count; p++)
			if (is_leaf(set, (int)p) && units_meet(set, i, (int)p, q) &&
			    !units_meet(o->base, i, (int)p, q) && !mend_place(o, &o->base->numbers[i], (int)p, -1, q))
				return false;
	}
	return true;
}

/* ---- assumptions ---------------------------------------------------------------------------- */

static void assume_unit(struct overlay *o, const struct indikator_assumption *a)
{
	size_t at = a->unit < 0 ? o->units_count++ : (size_t)a->unit;

	o->units[at] = *a->as;
	o->assumed_units[at] = true;
}

static bool in_range(int index, size_t count)
{
	return index >= 0 && (size_t)index < count;
}

static bool sensible(const struct indikator_data *d, const struct indikator_assumption *a,
		     const struct indikator_question *q)
{
	if ((unsigned)q->criteria >= INDIKATOR_CRITERIA)
		return false;
	switch (a->kind) {
	case INDIKATOR_ASSUME_MORE:
	case INDIKATOR_ASSUME_COUNT:
	case INDIKATOR_ASSUME_VALUE:
		return in_range(a->place, d->places_count) && in_range(a->definition, d->definitions_count) &&
		       a->amount.den > 0 && a->of.den >= 0;
	case INDIKATOR_ASSUME_UNIT:
		return a->as && (a->unit == -1 || in_range(a->unit, d->units_count));
	case INDIKATOR_ASSUME_MENDED:
		return in_range(a->place, d->places_count) && in_range(a->statement, d->statements_count);
	default:
		return false;
	}
}

/* One assumption upon those before it. */
static bool assume(struct overlay *o, const struct indikator_assumption *a, const struct indikator_question *q,
		   struct indikator_error *error)
{
	const struct indikator_data d = data_of(o);
	struct indikator_set *set;
	bool ok;

	if (!sensible(&d, a, q))
		return engine_check_fail(error, "Ändringen nämner något som inte finns.");
	if (a->kind == INDIKATOR_ASSUME_UNIT) {
		assume_unit(o, a);
		return true;
	}
	if (a->kind == INDIKATOR_ASSUME_MENDED)
		return mend_statement(o, a, q, error);
	set = set_of(o, error);
	if (!set)
		return false;
	ok = engine_overlay_figure(o, set, a, q, error);
	set_drop(&set);
	return ok;
}

struct indikator_set *indikator_set_assuming(const struct indikator_set *base, const struct indikator_assumption *list,
					     size_t count, const struct indikator_question *question, int *failed,
					     struct indikator_error *error)
{
	struct overlay *o = NULL;
	struct indikator_set *set = NULL;
	size_t done = 0;

	if (failed)
		*failed = -1;
	if (base->overlay) {
		(void)engine_check_fail(error, "Det går inte att tänka om ovanpå något som redan är antaget.");
		return NULL;
	}
	o = overlay_new(base, count);
	if (!o) {
		(void)out_of_memory(error);
		return NULL;
	}
	while (done < count && assume(o, &list[done], question, error))
		done++;
	if (done < count && failed)
		*failed = (int)done;
	if (done == count)
		set = set_of(o, error);
	if (set && !mend_by_units(o, set, question)) {
		set_drop(&set);
		(void)out_of_memory(error);
	}
	if (set)
		order_mended(o);
	else
		engine_overlay_free(&o);
	return set;
}
