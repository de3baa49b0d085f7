/* scenario_steps.c - scenarios in the council's folder: finding, saving, removing. */
#include "radsbord/base/text.h"
#include "radsbord/council/scenario.h"

#include <string.h>

const struct scenario *scenario_find(const struct records *r, const char *name)
{
	for (size_t i = 0; r && i < records_count(r, RECORD_SCENARIO); i++) {
		const struct scenario *s = records_scenario(r, i);
		if (strcmp(s->head.id, name) == 0 || (s->name && text_same_name(s->name, name)))
			return s;
	}
	return NULL;
}

void scenario_save(struct changes *c, const struct records *r, const char *name, const char *place,
                   const struct strings *changes, struct date today, const char *id)
{
	const struct scenario *old = scenario_find(r, name);
	struct scenario s;
	if (old) {
		struct buf day = {0};
		date_format_iso(&day, today);
		changes_set_text(c, RECORD_SCENARIO, &old->head, "Plats", place);
		changes_set_text(c, RECORD_SCENARIO, &old->head, "Datum", buf_cstr(&day));
		changes_set(c, RECORD_SCENARIO, &old->head, "Andring", changes->items, changes->count);
		buf_release(&day);
	} else {
		record_init(record_type(RECORD_SCENARIO), &s);
		s.head.id = id;
		s.name = name;
		s.place = place;
		s.date = today;
		s.changes = *changes;
		changes_add(c, RECORD_SCENARIO, SCENARIO_FILE, &s);
	}
	changes_title(c, "Scenariot %s", name);
}

void scenario_remove(struct changes *c, const struct scenario *s)
{
	changes_remove(c, RECORD_SCENARIO, &s->head);
	changes_title(c, "Scenariot %s togs bort", s->name);
}
