/* overlay_figures.c - a figure assumed to be another: which observation it stands in, and what follows around it. */
#include "engine.h"

bool engine_rests_on_assumed(const struct indikator_set *set, const struct evidence *e)
{
	for (size_t i = 0; set->overlay && e && i < e->count; i++)
		if (e->items[i].kind == INDIKATOR_EVIDENCE_OBSERVATION &&
		    indikator_is_assumed(set, INDIKATOR_EVIDENCE_OBSERVATION, e->items[i].index))
			return true;
	return false;
}

/* Where a figure of a place is stated, and what it is. */
struct figure {
	const struct indikator_input *input;
	int at; /* the observation, -1 when it is none of one place's own */
	int year;
	const char *source;
	struct num value; /* unknown when nobody says */
};

/* The figure that plays a role in the verdict on a place. */
static struct figure find_figure(const struct indikator_set *set, const struct indikator_verdict *v,
				 const struct indikator_input *input, enum indikator_role role, struct num value)
{
	struct figure f = {.input = input, .at = -1, .year = v->year, .source = input->sources[0], .value = value};

	for (size_t i = 0; i < v->evidence_count; i++) {
		const struct indikator_evidence *e = &v->evidence[i];

		if (e->kind != INDIKATOR_EVIDENCE_OBSERVATION || e->role != role)
			continue;
		f.source = set->data.observations[e->index].source;
		if (set->data.observations[e->index].place == v->place)
			f.at = e->index;
	}
	return f;
}

/* Puts a value where the figure stands, or as a figure of its own. */
static void put(struct overlay *o, const struct figure *f, int place, struct num value)
{
	size_t at = f->at < 0 ? o->observations_count++ : (size_t)f->at;

	if (f->at < 0)
		o->observations[at] = (struct indikator_observation){.place = place,
								     .year = f->year,
								     .measure = f->input->measure,
								     .source = f->source ? f->source : "antagande"};
	o->observations[at].value = engine_number(value);
	o->observations[at].reason = NULL;
	o->assumed_observations[at] = true;
}

static bool evaluate(const struct indikator_set *set, const struct indikator_assumption *a, int place, int year,
		     const struct indikator_question *q, struct indikator_verdict *v)
{
	struct indikator_question asked = *q;

	asked.ranked = false;
	asked.year = year;
	return indikator_evaluate(set, place, a->definition, &asked, v);
}

/* Which input of a need tells who was reached, and in which direction it goes when more are. */
static struct figure reached(const struct indikator_set *set, const struct indikator_definition *d,
			     const struct indikator_verdict *v, int *sign)
{
	struct figure f;

	*sign = 1;
	f = find_figure(set, v, &d->received, INDIKATOR_ROLE_RECEIVED, NUM_UNKNOWN);
	if (f.at < 0) {
		*sign = -1;
		f = find_figure(set, v, &d->derived_unmet, INDIKATOR_ROLE_DERIVED_UNMET, NUM_UNKNOWN);
	}
	if (f.at >= 0)
		f.value = engine_num(set->data.observations[f.at].value);
	return f;
}

/* The places around it that a source states the same figure for change by as much. */
static bool follow(struct overlay *o, const struct indikator_set *set, const struct indikator_assumption *a,
		   const struct figure *changed, enum indikator_role role, struct num by,
		   const struct indikator_question *q)
{
	for (int p = set->data.places[a->place].parent; num_known(by) && p >= 0; p = set->data.places[p].parent) {
		struct indikator_verdict v;
		struct figure f;

		if (!evaluate(set, a, p, changed->year, q, &v))
			return false;
		f = find_figure(set, &v, changed->input, role, NUM_UNKNOWN);
		indikator_verdict_release(&v);
		if (f.at >= 0)
			put(o, &f, p, num_add(engine_num(set->data.observations[f.at].value), by));
	}
	return true;
}

static bool out_of_memory(struct indikator_error *error)
{
	return engine_check_fail(error, "Minnet tog slut.");
}

static bool more_reached(struct overlay *o, const struct indikator_set *set, const struct indikator_assumption *a,
			 const struct indikator_verdict *v, const struct indikator_question *q,
			 struct indikator_error *error)
{
	const struct indikator_definition *d = &set->data.definitions[a->definition];
	const char *name = set->data.places[a->place].name;
	int sign;
	struct figure f = reached(set, d, v, &sign);
	struct num by = sign > 0 ? engine_num(a->amount) : num_sub(num_int(0), engine_num(a->amount));
	struct num after =
	    num_sub(engine_num(v->denominator), num_sub(engine_num(v->numerator), engine_num(a->amount)));
	enum indikator_role role = sign > 0 ? INDIKATOR_ROLE_RECEIVED : INDIKATOR_ROLE_DERIVED_UNMET;

	if (a->kind != INDIKATOR_ASSUME_MORE)
		return engine_check_fail(error, "Ett behov ändras med hur många fler som får stöd.");
	if (f.at < 0 || !num_known(f.value) || !num_known(after))
		return engine_check_fail(error, "Hur många som har fått stöd i %s är inte uppgivet för platsen själv.",
					 name);
	if (num_cmp(after, num_int(0)) < 0)
		return engine_check_fail(error, "Så många färre kan inte få stöd i %s: det blir under noll.", name);
	put(o, &f, a->place, num_add(f.value, by));
	return follow(o, set, a, &f, role, by, q) || out_of_memory(error);
}

/* The whole number in the numerator with which the value just reaches `amount`. */
static struct num numerator_for(const struct indikator_definition *d, struct num amount, struct num denominator)
{
	struct num exact = num_mul(num_div(amount, engine_factor(d)), denominator);

	if (!num_known(exact))
		return NUM_UNKNOWN;
	return num_int(num_whole(exact, d->direction == INDIKATOR_AT_MOST ? NUM_FLOOR : NUM_CEIL));
}

/* The denominator a value is to be reached with; stated anew when the assumption gives one. */
static struct num denominator(struct overlay *o, const struct indikator_set *set, const struct indikator_assumption *a,
			      const struct indikator_verdict *v, int year, struct indikator_error *error)
{
	const struct indikator_definition *d = &set->data.definitions[a->definition];
	struct num of = engine_num(a->of), stated = engine_num(v->denominator);
	struct figure f;

	if (!d->denominator.measure || !num_known(of)) {
		if (!num_known(stated) || num_cmp(stated, num_int(0)) <= 0)
			engine_check_fail(error, "Det är inte uppgivet hur många talet ska räknas på i %s.",
					  set->data.places[a->place].name);
		return num_known(stated) && num_cmp(stated, num_int(0)) > 0 ? stated : NUM_UNKNOWN;
	}
	f = find_figure(set, v, &d->denominator, INDIKATOR_ROLE_DENOMINATOR, stated);
	f.year = year;
	if (num_cmp(of, num_int(0)) <= 0)
		engine_check_fail(error, "En andel kan inte räknas på noll eller färre.");
	else
		put(o, &f, a->place, of);
	return num_cmp(of, num_int(0)) > 0 ? of : NUM_UNKNOWN;
}

static struct num wanted(struct overlay *o, const struct indikator_set *set, const struct indikator_assumption *a,
			 const struct indikator_verdict *v, int year, struct indikator_error *error)
{
	const struct indikator_definition *d = &set->data.definitions[a->definition];
	struct num amount = engine_num(a->amount), n = engine_num(v->numerator), result;

	if (a->kind == INDIKATOR_ASSUME_MORE && !num_known(n)) {
		engine_check_fail(error, "Talet är inte uppgivet i %s, så det går inte att lägga något till det.",
				  set->data.places[a->place].name);
		return NUM_UNKNOWN;
	}
	if (a->kind == INDIKATOR_ASSUME_VALUE) {
		result = denominator(o, set, a, v, year, error);
		if (!num_known(result))
			return result;
		result = numerator_for(d, amount, result);
	} else {
		result = a->kind == INDIKATOR_ASSUME_MORE ? num_add(n, amount) : amount;
	}
	if (!num_known(result))
		engine_check_fail(error, "Talet är för stort för att räknas exakt.");
	else if (num_cmp(result, num_int(0)) < 0)
		engine_check_fail(error, "Det blir färre än noll i %s.", set->data.places[a->place].name);
	return num_known(result) && num_cmp(result, num_int(0)) >= 0 ? result : NUM_UNKNOWN;
}

static bool ratio(struct overlay *o, const struct indikator_set *set, const struct indikator_assumption *a,
		  const struct indikator_verdict *v, const struct indikator_question *q, struct indikator_error *error)
{
	const struct indikator_definition *d = &set->data.definitions[a->definition];
	int year = v->year ? v->year : q->year ? q->year : q->today / 10000;
	struct num to = wanted(o, set, a, v, year, error), by;
	struct figure f = find_figure(set, v, &d->numerator, INDIKATOR_ROLE_NUMERATOR, engine_num(v->numerator));
	const struct ask about = {.set = set, .question = q}, ask = engine_ask_about(&about, a->definition);
	int unknown = -1;

	if (!num_known(to))
		return false;
	by = num_sub(to, f.value); /* unknown when nothing was stated: then nothing around it is known to change */
	f.year = year;
	if (f.at < 0 && !engine_stated(&ask, INDIKATOR_ROLE_NUMERATOR, a->place, year, &unknown))
		f.at = unknown;
	put(o, &f, a->place, to);
	return follow(o, set, a, &f, INDIKATOR_ROLE_NUMERATOR, by, q) || out_of_memory(error);
}

bool engine_overlay_figure(struct overlay *o, const struct indikator_set *set, const struct indikator_assumption *a,
			   const struct indikator_question *q, struct indikator_error *error)
{
	const struct indikator_definition *d = &set->data.definitions[a->definition];
	struct indikator_verdict v;
	bool ok;

	if (d->kind == INDIKATOR_SERVICE)
		return engine_check_fail(error, "%s är ingen siffra; ändra enheterna i stället.", d->id);
	if (!evaluate(set, a, a->place, q->year, q, &v))
		return out_of_memory(error);
	ok = d->kind == INDIKATOR_NEED ? more_reached(o, set, a, &v, q, error) : ratio(o, set, a, &v, q, error);
	indikator_verdict_release(&v);
	return ok;
}
