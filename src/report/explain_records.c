/* explain_records.c - a line about a statement, a unit. */
#include "explain_parts.h"

#include "radsbord/base/language.h"
#include "judge.h"

static const char *checked(const struct explain *x, struct date d)
{
	return date_known(d) ? arena_printf(x->a, _(" Kontrollerad %s."), words_date(x->a, d)) : "";
}

const char *explain_statement_line(const struct explain *x, int statement)
{
	const struct indikator_statement *s = &x->data->statements[statement];
	const struct gap *g = model_gap(x->m, s->id);
	if (!g)
		return arena_printf(x->a, "%s: %s.", s->id ? s->id : _("uppgift"), explain_origin(x, &s->origin, NULL));
	const char *limits = g->limits.count ? arena_printf(x->a, _(" Begränsning: %s."), words_limits(x->a, &g->limits)) : "";
	const char *where = words_gap_where(x->a, x->m, g);
	if (x->data->places[x->place].kind == INDIKATOR_COUNTRY && g->region)
		where = arena_printf(x->a, "%s: %s", reference_place_name(x->m->reference, g->region), where);
	return arena_printf(x->a, "%s, %s (%s): %s%s %s.%s", g->head.id ? g->head.id : _("uppgift"), words_degree(g), where,
	                    g->text ? g->text : "", limits, explain_origin(x, &s->origin, g->lines),
	                    checked(x, g->checked));
}

static bool asked(const struct explain *x, int attribute)
{
	enum indikator_criteria c = judge_criteria(x->m, x->definition);
	for (size_t i = 0; i < x->definition->requires_count[c]; i++)
		if (x->definition->requires[c][i] >> attribute & 1)
			return true;
	return false;
}

/* "dygnet runt: okänt, samverkan med kommunen: ja": what was asked of the unit. */
static const char *asked_answers(const struct explain *x, const struct indikator_unit *u)
{
	const char *list = "";
	for (int i = 0; i < INDIKATOR_ATTRIBUTES; i++)
		if (asked(x, i))
			words_append(x->a, &list, ", ",
			             arena_printf(x->a, "%s: %s", words_lower(x->a, words_attribute(i)),
			                          words_answer((int)u->attributes[i])));
	return list;
}

const char *explain_unit_line(const struct explain *x, int unit, enum indikator_status status)
{
	static const char *const says[] = {
		[INDIKATOR_STATUS_NONE] = N_("sägs inget om"),
		[INDIKATOR_STATUS_UNKNOWN] = N_("kan uppfylla kraven, eller så är det okänt om platsen betjänas"),
		[INDIKATOR_STATUS_MISSING] = N_("uppfyller inte kraven"),
		[INDIKATOR_STATUS_PARTLY] = N_("uppfyller inte kraven"),
		[INDIKATOR_STATUS_MET] = N_("uppfyller kraven")};
	const struct indikator_unit *u = &x->data->units[unit];
	const struct unit *record = model_unit(x->m, u->id);
	const char *answered = asked_answers(x, u);
	const char *type = record ? _(unit_types[record->type].label) : u->type;
	const char *what = arena_printf(x->a, "%s %s (%s): %s%s%s%s.", u->id ? u->id : "", u->name ? u->name : "", type,
	                                says[status], *answered ? " (" : "", answered, *answered ? ")" : "");
	if (indikator_is_assumed(x->m->set, INDIKATOR_EVIDENCE_UNIT, unit))
		return arena_printf(x->a, _("%s Antaget."), what);
	return arena_printf(x->a, "%s %s.%s", what,
	                    explain_origin(x, &u->origin, record ? record->lines : NULL),
	                    record ? checked(x, record->checked) : "");
}
