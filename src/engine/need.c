/* need.c - how many should have had something, and how many had it.
 *
 * The report (Vita fläckar 2026, Bilaga 1) prints need and shortfall but not what was received:
 * received = its need - its shortfall, marked as derived. Shares are taken of the exact need.
 */
#include "engine.h"

static struct num input(const struct ask *ask, enum indikator_role role, int place, int year, bool *derived)
{
	/* A printed total of the country need not be the sum of the regions: Bilaga 1 adds the
	 * positive shortfalls only. The regions are asked first. */
	bool country = ask->set->data.places[place].kind == INDIKATOR_COUNTRY;

	return engine_observe(ask, role, place, year, country ? SUM_FIRST : SUM_IF_ABSENT, derived);
}

static struct num received(const struct ask *ask, int place, int year, bool *derived)
{
	const struct indikator_definition *d = ask->definition;
	struct ask quiet = *ask;
	bool summed = false;
	struct num need, unmet, stated;

	quiet.evidence = NULL;
	stated = input(&quiet, INDIKATOR_ROLE_RECEIVED, place, year, &summed);
	if (num_known(stated) || !d->derived_need.measure || !d->derived_unmet.measure)
		return input(ask, INDIKATOR_ROLE_RECEIVED, place, year, derived);
	need = input(ask, INDIKATOR_ROLE_DERIVED_NEED, place, year, derived);
	unmet = input(ask, INDIKATOR_ROLE_DERIVED_UNMET, place, year, derived);
	if (num_known(need) && num_known(unmet))
		*derived = true;
	else /* tells that nobody has stated it */
		(void)input(ask, INDIKATOR_ROLE_RECEIVED, place, year, &summed);
	return num_sub(need, unmet);
}

struct figures engine_need_figures(const struct ask *ask, int place, int year)
{
	const struct indikator_definition *d = ask->definition;
	struct figures f = {.derived = false};
	struct num base = input(ask, INDIKATOR_ROLE_BASE, place, year, &f.derived);

	f.denominator = num_mul(engine_num(d->share), base);
	f.received = received(ask, place, year, &f.derived);
	f.numerator = num_sub(f.denominator, f.received);
	return f;
}

void engine_verdict_need(const struct indikator_definition *d, const struct figures *f, struct indikator_verdict *v)
{
	enum num_rounding rule = (enum num_rounding)d->count_rounding;
	struct num unmet;

	v->need = num_whole(f->denominator, rule);
	v->received = num_whole(f->received, rule);
	unmet = num_sub(num_int(v->need), num_int(v->received));
	v->distance_known = num_known(unmet);
	v->distance = v->distance_high = unmet.num;
}
