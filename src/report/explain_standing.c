/* explain_standing.c - an answer beside others: the distance, the rank or why there is none, region and country, the council's
 * own target and goals. */
#include "explain_parts.h"

#include "radsbord/base/language.h"
#include "goals.h"
#include "judge.h"

#include <string.h>

/* Whether the value of another place or indicator may be shown to others. */
bool explain_is_shown(const struct model *m, int place, int indicator)
{
	struct indikator_verdict v;
	judge(m, place, indicator, false, &v);
	bool shown = !small_figures(m, &v).value;
	indikator_verdict_release(&v);
	return shown;
}

/* "Täckningsgrad i registret: 62,0 %, och mer än 70 % krävs för att jämföra" */
const char *explain_unranked(struct arena *a, const struct model *m, const struct indikator_verdict *v)
{
	const struct indikator_definition *d = judge_definition(m, v->definition);
	int coverage = d->coverage ? indikator_find_definition(m->set, d->coverage) : -1;
	if (v->ranking != INDIKATOR_RANK_COVERAGE_LOW && v->ranking != INDIKATOR_RANK_COVERAGE_UNKNOWN)
		return NULL;
	const char *title = coverage < 0 ? d->coverage : _(m->reference->indicators[coverage].short_title);
	const char *unit = coverage >= 0 && m->reference->indicators[coverage].percent ? NBSP "%" : "";
	const char *above = arena_printf(a, _("mer än %s%s krävs för att jämföra"), words_exact(a, num_of(d->coverage_above)), unit);
	if (v->ranking == INDIKATOR_RANK_COVERAGE_UNKNOWN)
		return arena_printf(a, _("%s: okänd, och %s"), title, above);
	const char *share = explain_is_shown(m, v->place, coverage)
	                        ? words_value(a, &m->reference->indicators[coverage], num_of(v->source_coverage))
	                        : SMALL_MARK;
	return arena_printf(a, _("%s: %s, och %s"), title, share, above);
}

static void rank(const struct explain *x)
{
	const struct indikator_verdict *v = x->verdict;
	const char *why = explain_unranked(x->a, x->m, v);
	if (why)
		doc_pair(x->d, C_("rang", "Plats"), _("rangordnas inte. %s"), why);
	else if (v->rank > 0 && v->ranked > 1 && !x->small.value)
		doc_pair(x->d, C_("rang", "Plats"), _("%d av %d%s"), v->rank, v->ranked,
		         x->data->places[x->place].kind == INDIKATOR_REGION ? _(" regioner med värde") : _(" i regionen med värde"));
}

/* The region or the country that the place lies in, or -1. */
static int around(const struct explain *x, enum indikator_place_kind kind)
{
	int p = x->data->places[x->place].parent;
	while (p >= 0 && x->data->places[p].kind != kind)
		p = x->data->places[p].parent;
	return p;
}

/* "4,7 per 100 000 inv., 0,6 högre här": not when either is hidden, for the difference would tell it. */
static void beside(const struct explain *x, const char *label, enum indikator_place_kind kind, struct indikator_number other)
{
	struct num here = num_of(x->verdict->value), there = num_of(other);
	int place = around(x, kind);
	if (!num_known(there) || x->small.value || place < 0 || !explain_is_shown(x->m, place, x->verdict->definition))
		return;
	struct num by = num_sub(here, there);
	const char *how = by.num < 0 ? _("lägre") : _("högre");
	if (by.num < 0)
		by = num_sub(num_int(0), by);
	if (num_known(by) && by.num == 0)
		doc_pair(x->d, label, _("%s, detsamma här"), explain_value(x, there));
	else if (num_known(by))
		doc_pair(x->d, label, _("%s, %s%s %s här"), explain_value(x, there),
		         words_number(x->a, by, x->text->decimals, x->text->rounding),
		         x->text->percent ? _(" procentenheter") : "", how);
}

static void own_target(const struct explain *x)
{
	const struct indikator_verdict *v = x->verdict;
	if (v->own_target < 0)
		return;
	const struct indikator_target *t = &x->data->targets[v->own_target];
	const char *left = v->own.distance_known && x->small.reason == SMALL_NOT && v->own.status != INDIKATOR_STATUS_MET
	                       ? arena_printf(x->a, _(", avstånd %s"), words_counts(x->a, v->own.distance, v->own.distance_high,
	                                                                         x->text->distance_unit))
	                       : "";
	doc_pair(x->d, _("Delmål"), _("%s: %s%s (rådets eget, %s)"),
	         goal_target_words(x->a, x->m, v->definition, t->value, t->high, t->year), words_own_status(v->own.status), left,
	         words_file(x->a, t->origin.file, t->origin.line));
}

void explain_standing(const struct explain *x)
{
	const struct indikator_verdict *v = x->verdict;
	const char *distance = overview_distance(x->a, x->text, v, x->text->distance_unit);
	bool hidden = x->small.reason != SMALL_NOT;
	if (hidden && strcmp(distance, "–") != 0)
		distance = SMALL_MARK;
	if (strcmp(distance, "–") != 0)
		doc_pair(x->d, _("Avstånd"), "%s", distance);
	own_target(x);
	rank(x);
	beside(x, _("Regionen"), INDIKATOR_REGION, v->region_value);
	beside(x, _("Riket"), INDIKATOR_COUNTRY, v->country_value);
	if (num_known(num_of(v->change)) && !x->small.change)
		doc_pair(x->d, _("Förändring"), _("%s sedan året före"), overview_change(x->a, x->text, v));
	if (num_known(num_of(v->published)))
		doc_pair(x->d, _("Tryckt värde"), "%s%s",
		         words_value_at(x->a, x->text, num_of(v->published), v->published_decimals),
		         v->differs ? _(", skiljer sig (se nedan)") : "");
	const char *note = v->differs || hidden || explain_unranked(x->a, x->m, v) ? NULL : overview_note(x->a, x->m, x->text, v);
	if (note)
		doc_pair(x->d, _("Att veta"), "%s", note);
}

/* True when the place and the indicator are a square of the goal. */
static bool has_square(const struct goal_matrix *m, int place, int indicator)
{
	bool in_places = false, in_indicators = false;
	for (size_t i = 0; i < m->places_count; i++)
		in_places |= m->places[i] == place;
	for (size_t i = 0; i < m->indicators_count; i++)
		in_indicators |= m->indicators[i] == indicator;
	return in_places && in_indicators;
}

void explain_goals(const struct explain *x)
{
	bool any = false;
	for (size_t i = 0; x->m->council && i < records_count(x->m->council, RECORD_GOAL); i++) {
		const struct goal *g = records_goal(x->m->council, i);
		struct goal_matrix matrix = goal_matrix(x->a, x->m, g);
		if (!has_square(&matrix, x->place, x->verdict->definition))
			continue;
		if (!any)
			doc_heading(x->d, 2, _("Rådets mål"));
		any = true;
		struct goal_squares all = goal_count(x->m, &matrix, -1);
		struct goal_square square = goal_square(x->m, &matrix, x->place, x->verdict->definition);
		enum indikator_status status = square.standing.status;
		indikator_verdict_release(&square.verdict);
		doc_item(x->d, _("%s Den här rutan: %s. Hela målet: %s. %s"), arena_printf(x->a, "%s.", g->title ? g->title : ""),
		         status == INDIKATOR_STATUS_NONE ? _("inget mål") : words_lower(x->a, words_status_of(x->text, status)),
		         goal_standing(x->a, &all), words_file(x->a, g->head.file, g->head.line));
	}
}
