/* model.c - looking up what a report needs. */
#include "radsbord/report/model.h"

#include "radsbord/base/language.h"
#include "radsbord/council/inventory.h"
#include "radsbord/council/verdict.h"

static const struct record *find(const struct model *m, const enum record_kind *kinds, size_t count, const char *id)
{
	const struct records *both[] = {m->council, m->national};
	for (size_t r = 0; id && r < 2; r++)
		for (size_t k = 0; both[r] && k < count; k++) {
			const struct record *found = records_find(both[r], kinds[k], id);
			if (found)
				return found;
		}
	return NULL;
}

bool model_outweighed(const struct model *m, const struct records *from, enum record_kind kind, const char *id)
{
	return from == m->national && inventory_outweighs(m->council, kind, id);
}

const struct gap *model_gap(const struct model *m, const char *id)
{
	static const enum record_kind kinds[] = {RECORD_GAP, RECORD_FACT};
	return (const struct gap *)(const void *)find(m, kinds, 2, id);
}

const struct unit *model_unit(const struct model *m, const char *id)
{
	static const enum record_kind kinds[] = {RECORD_UNIT};
	return (const struct unit *)(const void *)find(m, kinds, 1, id);
}

const struct source *model_source(const struct model *m, const char *id)
{
	static const enum record_kind kinds[] = {RECORD_SOURCE};
	return (const struct source *)(const void *)find(m, kinds, 1, id);
}

const char *model_source_title(const struct model *m, const char *id)
{
	const struct source *s = model_source(m, id);
	if (s && s->title)
		return s->title;
	return id && *id ? id : _("okänd källa");
}

indikator_date model_today(const struct model *m)
{
	return m->today.year * 10000 + m->today.month * 100 + m->today.day;
}

struct num num_of(struct indikator_number n)
{
	return num_frac(n.num, n.den);
}

const char *model_verb(const struct model *m)
{
	return m->settings && m->settings->verb && *m->settings->verb ? m->settings->verb : VERDICT_VERB;
}
