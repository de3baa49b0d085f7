/* check.c - can the caller's arrays be used at all? Indices, counts and names only: what the
 * figures say is never a reason to refuse them. */
#include "engine.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>

#define YEAR_MOST 9999

bool engine_check_fail(struct indikator_error *error, const char *fmt, ...)
{
	va_list ap;

	if (!error)
		return false;
	error->form = fmt;
	va_start(ap, fmt);
	(void)vsnprintf(error->text, sizeof error->text, fmt, ap);
	va_end(ap);
	return false;
}

static bool in_places(const struct indikator_data *d, int place, bool none_allowed)
{
	if (place == -1)
		return none_allowed;
	return place >= 0 && (size_t)place < d->places_count;
}

/* The first index in a list that is no place, as its position; `count` when all are. */
static size_t bad_in_list(const struct indikator_data *d, const int *list, size_t count)
{
	size_t i = 0;

	while (i < count && list && in_places(d, list[i], false))
		i++;
	return i;
}

static bool check_places(const struct indikator_data *d, struct indikator_error *error)
{
	for (size_t i = 0; i < d->places_count; i++) {
		const struct indikator_place *p = &d->places[i];

		if (!p->code)
			return engine_check_fail(error, "Plats %zu saknar kod; ge den en.", i);
		if ((unsigned)p->kind > INDIKATOR_UNIT_PLACE)
			return engine_check_fail(error, "Platsen %s har ett okänt slag (%d).", p->code, (int)p->kind);
		if (!in_places(d, p->parent, true))
			return engine_check_fail(error, "Platsen %s ligger i plats %d, som inte finns.", p->code,
						 p->parent);
		if (bad_in_list(d, p->serves, p->serves_count) < p->serves_count)
			return engine_check_fail(error, "Platsen %s betjänar en plats som inte finns.", p->code);
	}
	return true;
}

static bool check_observations(const struct indikator_data *d, struct indikator_error *error)
{
	for (size_t i = 0; i < d->observations_count; i++) {
		const struct indikator_observation *o = &d->observations[i];

		if (!o->measure || !o->source)
			return engine_check_fail(error, "Uppgift %zu saknar mått eller källa.", i);
		if (!in_places(d, o->place, false))
			return engine_check_fail(error, "Uppgift %zu (%s) gäller plats %d, som inte finns.", i,
						 o->measure, o->place);
		if (o->year < -YEAR_MOST || o->year > YEAR_MOST)
			return engine_check_fail(error, "Uppgift %zu (%s) har ett orimligt år (%d).", i, o->measure,
						 o->year);
		if (o->value.den < 0)
			return engine_check_fail(error, "Uppgift %zu (%s) har en negativ nämnare.", i, o->measure);
	}
	return true;
}

static bool check_units(const struct indikator_data *d, struct indikator_error *error)
{
	for (size_t i = 0; i < d->units_count; i++) {
		const struct indikator_unit *u = &d->units[i];
		const char *name = u->id ? u->id : "utan id";

		if (!u->type)
			return engine_check_fail(error, "Enhet %zu (%s) saknar typ.", i, name);
		if (!in_places(d, u->lies_in, true) || !in_places(d, u->hospital, true) ||
		    bad_in_list(d, u->serves, u->serves_count) < u->serves_count)
			return engine_check_fail(error, "Enhet %zu (%s) nämner en plats som inte finns.", i, name);
	}
	return true;
}

static bool check_statements(const struct indikator_data *d, struct indikator_error *error)
{
	for (size_t i = 0; i < d->statements_count; i++) {
		const struct indikator_statement *s = &d->statements[i];
		const char *name = s->id ? s->id : "utan id";

		if (!s->service)
			return engine_check_fail(error, "Påstående %zu (%s) saknar tjänst.", i, name);
		if (!in_places(d, s->scope, false) || bad_in_list(d, s->places, s->places_count) < s->places_count ||
		    bad_in_list(d, s->except, s->except_count) < s->except_count)
			return engine_check_fail(error, "Påstående %zu (%s) nämner en plats som inte finns.", i, name);
	}
	for (size_t i = 0; i < d->inventories_count; i++)
		if (!d->inventories[i].type || !in_places(d, d->inventories[i].place, false))
			return engine_check_fail(error,
						 "Inventering %zu saknar typ eller nämner en plats som inte "
						 "finns.",
						 i);
	return true;
}

static bool check_definitions(const struct indikator_data *d, struct indikator_error *error)
{
	for (size_t i = 0; i < d->definitions_count; i++) {
		const struct indikator_definition *f = &d->definitions[i];

		if (!f->id)
			return engine_check_fail(error, "Indikator %zu saknar id.", i);
		if ((unsigned)f->kind > INDIKATOR_SERVICE || (unsigned)f->direction > INDIKATOR_DESCRIPTIVE ||
		    (unsigned)f->rounding > INDIKATOR_FLOOR || (unsigned)f->count_rounding > INDIKATOR_FLOOR)
			return engine_check_fail(error,
						 "Indikatorn %s har ett okänt slag, en okänd riktning eller "
						 "en okänd avrundning.",
						 f->id);
		for (int c = 0; c < INDIKATOR_CRITERIA; c++) {
			if (f->requires_count[c] > INDIKATOR_ALTERNATIVES)
				return engine_check_fail(error, "Indikatorn %s har fler än %d alternativ.", f->id,
							 INDIKATOR_ALTERNATIVES);
			for (size_t a = 0; a < f->requires_count[c]; a++)
				if (f->requires[c][a] >> INDIKATOR_ATTRIBUTES)
					return engine_check_fail(error, "Indikatorn %s kräver ett okänt attribut.",
								 f->id);
		}
	}
	return true;
}

static bool check_targets(const struct indikator_data *d, struct indikator_error *error)
{
	for (size_t i = 0; i < d->targets_count; i++) {
		const struct indikator_target *t = &d->targets[i];
		const char *name = t->id ? t->id : "utan id";

		if (!in_places(d, t->place, true) || t->definition < 0 ||
		    (size_t)t->definition >= d->definitions_count)
			return engine_check_fail(
			    error, "Målet %zu (%s) nämner en plats eller en indikator som inte finns.", i, name);
		if (t->value.den < 0 || t->high.den < 0)
			return engine_check_fail(error, "Målet %zu (%s) har en negativ nämnare.", i, name);
	}
	return true;
}

static bool check_counts(const struct indikator_data *d, struct indikator_error *error)
{
	const size_t most = INT_MAX / 4;

	if (d->places_count > most || d->observations_count > most || d->units_count > most ||
	    d->statements_count > most || d->inventories_count > most || d->definitions_count > most ||
	    d->targets_count > most)
		return engine_check_fail(error, "Underlaget är för stort.");
	return true;
}

bool engine_check_data(const struct indikator_data *data, struct indikator_error *error)
{
	return check_counts(data, error) && check_places(data, error) && check_observations(data, error) &&
	       check_units(data, error) && check_statements(data, error) && check_definitions(data, error) &&
	       check_targets(data, error);
}
