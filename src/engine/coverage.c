/* coverage.c - how many inhabitants, and municipalities, live with each status. */
#include "engine.h"

static bool is_municipality(const struct ask *ask, const struct part *part)
{
	return ask->set->data.places[part->place].kind == INDIKATOR_MUNICIPALITY;
}

/* How many live in a municipality; -1 when nobody says, or it is no count of people. */
static int64_t weight(const struct ask *ask, int place, int year, int *observation)
{
	const struct cell *people = engine_stated(ask, INDIKATOR_ROLE_INHABITANTS, place, year, NULL);

	*observation = people ? people->observation : -1;
	return people && people->value.den == 1 && people->value.num >= 0 ? people->value.num : -1;
}

static bool all_have_weight(const struct ask *ask, const struct part *parts, size_t count, int year)
{
	int observation;

	for (size_t i = 0; i < count; i++)
		if (is_municipality(ask, &parts[i]) && weight(ask, parts[i].place, year, &observation) < 0)
			return false;
	return true;
}

/* The question's year, or the newest in which every municipality has a weight; 0 when none. */
static int weights_year(const struct ask *ask, const struct part *parts, size_t count)
{
	int newest = ask->question->today / 10000;

	if (ask->question->year)
		return ask->question->year;
	for (size_t i = 0; i < ask->set->years_count; i++)
		if ((!newest || ask->set->years[i] <= newest) && all_have_weight(ask, parts, count, ask->set->years[i]))
			return ask->set->years[i];
	return 0;
}

/* False when the sum is beyond what can be counted. */
static bool add(struct indikator_coverage *c, const struct part *part, int64_t people)
{
	int64_t *of = part->status == INDIKATOR_STATUS_MET       ? &c->met
		      : part->status == INDIKATOR_STATUS_PARTLY  ? &c->partly
		      : part->status == INDIKATOR_STATUS_MISSING ? &c->missing
								 : &c->unknown;

	if (c->total > INT64_MAX - people)
		return false;
	c->total += people;
	*of += people;
	if (part->here)
		c->here += people;
	if (part->elsewhere)
		c->elsewhere += people;
	return true;
}

/* False when a municipality has no weight, or the sum is too large. Rows of evidence are added only when every one has.
 */
static bool add_inhabitants(const struct ask *ask, struct indikator_coverage *c, const struct part *parts, size_t count,
			    int year)
{
	bool some = false;
	int observation;
	int64_t people;

	if (ask->evidence && !all_have_weight(ask, parts, count, year)) {
		engine_evidence_figure(ask->evidence, INDIKATOR_ROLE_INHABITANTS, -1,
				       ask->definition->inhabitants.measure, false);
		return false;
	}
	for (size_t i = 0; i < count; i++) {
		if (!is_municipality(ask, &parts[i]))
			continue;
		people = weight(ask, parts[i].place, year, &observation);
		if (people < 0 || !add(c, &parts[i], people))
			return false;
		engine_evidence_figure(ask->evidence, INDIKATOR_ROLE_INHABITANTS, observation,
				       ask->definition->inhabitants.measure, false);
		some = true;
	}
	return some;
}

void engine_verdict_coverage(const struct ask *ask, struct indikator_verdict *v, const struct part *parts, size_t count)
{
	const char *measure = ask->definition->inhabitants.measure;
	int year;

	for (size_t i = 0; i < count; i++)
		if (is_municipality(ask, &parts[i]))
			(void)add(&v->municipalities, &parts[i], 1);
	v->municipalities.known = v->municipalities.total > 0;
	if (!v->municipalities.known || !measure)
		return;
	year = weights_year(ask, parts, count);
	if (year)
		v->inhabitants.known = add_inhabitants(ask, &v->inhabitants, parts, count, year);
	else
		engine_evidence_figure(ask->evidence, INDIKATOR_ROLE_INHABITANTS, -1, measure, false);
	if (!v->inhabitants.known)
		v->inhabitants = (struct indikator_coverage){0};
	else if (ask->definition->kind == INDIKATOR_SERVICE)
		v->year = year;
}
