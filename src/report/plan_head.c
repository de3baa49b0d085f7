/* plan_head.c - the commission, the goals and the meetings of a plan. */
#include "goals.h"
#include "plan_local.h"
#include "words.h"

#include "radsbord/base/language.h"
#include "radsbord/council/goal.h"
#include "radsbord/council/plan.h"

#include <string.h>

static void pair(struct doc *d, const char *label, const char *text)
{
	if (text && *text)
		doc_pair(d, label, "%s", text);
}

const char *plan_dimension(struct arena *a, const char *line)
{
	struct goal_dimension dim;
	goal_dimension_read(line, a, &dim);
	return dim.name;
}

static void goal(struct doc *d, const struct model *m, const struct goal *g)
{
	struct arena *a = &d->arena;
	const char *dimensions = "";
	const char *nr = g->nr == FIELD_INT_NONE ? "" : arena_printf(a, "%lld. ", (long long)g->nr);
	struct goal_matrix x = goal_matrix(a, m, g);
	struct goal_squares s = goal_count(m, &x, -1);
	for (size_t i = 0; i < g->dimensions.count; i++)
		words_append(a, &dimensions, ", ", plan_dimension(a, g->dimensions.items[i]));
	if (s.total)
		doc_item(d, "%s%s: %s (%s × %s).", nr, g->title ? g->title : "", goal_standing(a, &s),
		         words_count(a, (int64_t)x.indicators_count, "indikatorer"),
		         words_count(a, (int64_t)x.places_count, "platser"));
	else
		doc_item(d, "%s%s%s%s (%s)", nr, g->title ? g->title : "", *dimensions ? _(", oavsett ") : "", dimensions,
		         _(goal_kinds[g->kind].label));
}

static void goals(struct doc *d, const struct model *m, const struct plan *p)
{
	bool any = false;
	for (size_t i = 0; m->council && i < records_count(m->council, RECORD_GOAL); i++) {
		const struct goal *g = records_goal(m->council, i);
		if (!plan_has(p, &g->head, &g->carried))
			continue;
		if (!any)
			doc_heading(d, 2, _("Mål"));
		any = true;
		goal(d, m, g);
	}
	any = false;
	for (size_t i = 0; m->council && i < records_count(m->council, RECORD_FOCUS); i++) {
		const struct focus *f = records_focus(m->council, i);
		if (!plan_has(p, &f->head, &f->carried))
			continue;
		if (!any)
			doc_heading(d, 2, _("Fokusområden"));
		any = true;
		doc_item(d, "%s", f->title ? f->title : "");
	}
}

static void quota_pair(struct doc *d, const char *label, int64_t asked, int64_t planned, int64_t held)
{
	struct arena *a = &d->arena;
	if (asked == FIELD_INT_NONE)
		doc_pair(d, label, _("planerade %s, hållna %s; planen anger inget antal"), words_count(a, planned, NULL),
		         words_count(a, held, NULL));
	else
		doc_pair(d, label, _("planerade %s av %s, hållna %s"), words_count(a, planned, NULL),
		         words_count(a, asked, NULL), words_count(a, held, NULL));
}

/* To whom and when a paper of the year is due; what is not said is okänt once any of it is. */
static void handed(struct doc *d, const char *what, const char *to, struct date due)
{
	if (to || date_known(due))
		doc_pair(d, what, _("till %s, %s"), to ? to : _("okänt vem"),
		         date_known(due) ? arena_printf(&d->arena, _("senast den %s"), words_day(&d->arena, due)) : _("okänt när"));
}

void report_plan_head(struct doc *d, const struct model *m, const struct plan *p)
{
	int year = m->today.year;
	doc_heading(d, 1, "%s", p->title ? p->title : _("Handlingsplan"));
	pair(d, _("Uppdragsgivare"), p->commissioner);
	pair(d, _("Ramverk"), p->framework);
	pair(d, _("Uppdrag"), p->mandate);
	if (date_known(p->adopted))
		doc_pair(d, _("Antagen"), _("den %s%s%s"), words_day(&d->arena, p->adopted), p->adopted_by ? _(" av ") : "",
		         p->adopted_by ? p->adopted_by : "");
	pair(d, _("Redovisas"), p->reports);
	handed(d, _("Årsplan"), p->year_plan_to, p->year_plan_due);
	handed(d, _("Årsberättelse"), p->year_report_to, p->year_report_due);
	pair(d, _("Källa"), p->source ? words_cite(&d->arena, m, p->source) : NULL);
	pair(d, _("Not"), p->note);
	pair(d, _("Fil"), words_file(&d->arena, p->head.file, p->head.line));
	if (p->year != FIELD_INT_NONE && p->year != year)
		doc_paragraph(d, _("Planen är för %lld. Ingen nyare gäller för %d."), (long long)p->year, year);
	goals(d, m, p);
	if (!m->council)
		return;
	struct meeting_quota q = meeting_quota(m->council, p, year);
	doc_heading(d, 2, _("Möten %d"), year);
	quota_pair(d, _("Halvdagar"), q.half_days, q.planned_half, q.held_half);
	quota_pair(d, _("Heldagar"), q.full_days, q.planned_full, q.held_full);
}
