/* ratio.c - a numerator over a denominator, and the verdict on figures of either kind. */
#include "engine.h"

struct num engine_factor(const struct indikator_definition *d)
{
	struct num factor = engine_num(d->factor);

	return num_known(factor) ? factor : num_int(1);
}

/* Without the value. */
static struct figures ratio_figures(const struct ask *ask, int place, int year)
{
	struct figures f = {.received = NUM_UNKNOWN, .denominator = num_int(1)};

	f.numerator = engine_observe(ask, INDIKATOR_ROLE_NUMERATOR, place, year, SUM_IF_ABSENT, &f.derived);
	if (ask->definition->denominator.measure)
		f.denominator = engine_observe(ask, INDIKATOR_ROLE_DENOMINATOR, place, year, SUM_IF_ABSENT, &f.derived);
	return f;
}

struct figures engine_figures(const struct ask *ask, int place, int year)
{
	struct figures f = ask->definition->kind == INDIKATOR_NEED ? engine_need_figures(ask, place, year)
								   : ratio_figures(ask, place, year);
	struct sheet_year *keep = engine_page_year(ask, year);
	struct num value = num_per(f.numerator, f.denominator, ask->numbers->factor);

	f.value = value;
	if (keep) {
		keep->values[place] = value;
		keep->known[place] = true;
	}
	return f;
}

void engine_verdict_figures(const struct ask *ask, struct indikator_verdict *v)
{
	const struct indikator_definition *d = ask->definition;
	struct figures f;

	v->year = engine_figures_year(ask, v->place);
	f = engine_figures(ask, v->place, v->year);
	v->numerator = engine_number(f.numerator);
	v->denominator = engine_number(f.denominator);
	v->value = engine_number(f.value);
	v->derived = f.derived;
	engine_verdict_target(ask, &f, v);
	if (num_known(f.value)) {
		if (d->kind == INDIKATOR_NEED)
			engine_verdict_need(d, &f, v);
	} else {
		v->status = INDIKATOR_STATUS_UNKNOWN;
		v->rule = INDIKATOR_RULE_NO_VALUE;
	}
	if (!engine_rests_on_assumed(ask->set, ask->evidence))
		engine_verdict_published(ask, v);
}
