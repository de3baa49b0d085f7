/* What if: scenarios that a council has saved can still be read, and are of a place. What they come to is found when they are
 * opened. */
#include "check_local.h"

#include "radsbord/base/language.h"
#include "radsbord/council/scenario.h"

static void check_changes(const struct check *c, const struct scenario *s)
{
	for (size_t i = 0; i < s->changes.count; i++) {
		struct scenario_change change;
		struct arena a = {0};
		struct error e = {0};

		if (!scenario_parse(&c->national->reference, s->changes.items[i], &a, &change, &e))
			check_report(c, DIAGNOSTIC_WARNING, RECORD_SCENARIO, &s->head, _("Andring ”%.80s” kan inte läsas. %s"),
			             s->changes.items[i], e.text);
		arena_release(&a);
	}
}

void check_scenarios(const struct check *c)
{
	for (size_t i = 0; c->council && i < records_count(c->council, RECORD_SCENARIO); i++) {
		const struct scenario *s = records_scenario(c->council, i);

		if (national_place(c->national, s->place) < 0)
			check_report(c, DIAGNOSTIC_FAULT, RECORD_SCENARIO, &s->head,
			             _("platsen ”%.100s” finns inte; skriv regionens eller kommunens kod."), s->place);
		if (s->changes.count > SCENARIO_CHANGES_MOST)
			check_report(c, DIAGNOSTIC_WARNING, RECORD_SCENARIO, &s->head,
			             _("Andring står mer än %d gånger; dela scenariot i flera."), SCENARIO_CHANGES_MOST);
		check_changes(c, s);
	}
}
