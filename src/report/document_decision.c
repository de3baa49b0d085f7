/* document_decision.c - the ground for a decision about a gap or an action: background, state, alternatives, cost, proposal. */
#include "documents_local.h"
#include "plan_local.h"
#include "words.h"

#include "radsbord/base/language.h"
#include "radsbord/report/overview.h"

#include <string.h>

/* By Id, or by its number in the plan. */
static const struct action *find_action(const struct model *m, const char *text)
{
	for (size_t i = 0; m->council && i < records_count(m->council, RECORD_ACTION); i++)
		if (document_is_called(&records_action(m->council, i)->head, records_action(m->council, i)->nr, text))
			return records_action(m->council, i);
	return NULL;
}

static void say_gap(struct doc *d, const struct model *m, const struct gap *g)
{
	struct arena *a = &d->arena;
	doc_paragraph(d, "%s", g->text ? g->text : service_choices[g->service].label);
	doc_pair(d, "Brist", "%s, %s, %s", g->head.id, service_choices[g->service].label, words_degree(g));
	doc_pair(d, "Var", "%s%s%s", g->region ? reference_place_name(m->reference, g->region) : "", g->region ? ", " : "",
	         words_gap_where(a, m, g));
	document_pair(d, "Begränsning", words_limits(a, &g->limits));
	if (g->source)
		doc_pair(d, "Källa", "%s%s%s%s%s", words_cite(a, m, g->source), g->passage ? ", " : "", g->passage ? g->passage : "",
		         date_known(g->checked) ? ", kontrollerat " : "", words_date(a, g->checked));
}

/* How the service stands in the region of the gap. */
static void say_state(struct doc *d, const struct model *m, const struct gap *g)
{
	int region = g->region ? reference_place_by_code(m->reference, g->region) : -1;
	for (size_t i = 0; region >= 0 && i < m->reference->indicators_count; i++) {
		const struct indicator_text *t = &m->reference->indicators[i];
		struct overview_row row;
		if (!t->service || strcmp(t->service, service_choices[g->service].code) != 0)
			continue;
		overview_row_build(&row, &d->arena, m, region, (int)i);
		doc_item(d, "%s i %s: %s%s%s%s%s.", t->title, words_place(m, region), words_lower(&d->arena, row.status), *row.value ? ", " : "", row.value,
		         *row.target && strcmp(row.target, "–") ? ", mål " : "", *row.target && strcmp(row.target, "–") ? row.target : "");
		if (row.verdict.inhabitants.known)
			doc_item(d, "Tjänsten saknas eller finns bara delvis för %s.",
			         words_count(&d->arena, row.verdict.inhabitants.missing + row.verdict.inhabitants.partly, "invånare"));
		indikator_verdict_release(&row.verdict);
	}
}

static void say_actions(struct doc *d, const struct model *m, const struct gap *g)
{
	size_t n = 0;
	for (size_t i = 0; m->council && i < records_count(m->council, RECORD_ACTION); i++) {
		const struct action *a = records_action(m->council, i);
		if (!strings_has(&a->gaps, g->head.id))
			continue;
		doc_item(d, "I planen: %s (%s).", a->title ? a->title : "utan rubrik", plan_status_text(&d->arena, m, a));
		n++;
	}
	if (m->council && !n)
		doc_item(d, "Ingen åtgärd i planen svarar mot bristen.");
}

/* What the report proposes for the service of the gap, first to the region, then to its units. */
static size_t say_proposals(struct doc *d, const struct model *m, const struct gap *g)
{
	static const int levels[] = {PROPOSAL_REGIONAL, PROPOSAL_UNIT};
	size_t n = 0;
	for (size_t k = 0; g && k < 2; k++)
		for (size_t i = 0; i < records_count(m->national, RECORD_PROPOSAL); i++) {
			const struct proposal *p = records_proposal(m->national, i);
			if (p->level != levels[k] || !strings_has(&p->services, service_choices[g->service].code))
				continue;
			doc_numbered(d, "%s (%s förslag %s).", p->template_text ? p->template_text : p->title,
			             words_is_report(p->source) ? "rapportens" : words_cite(&d->arena, m, p->source), p->head.id);
			n++;
		}
	return n;
}

static void add_alternatives(struct doc *d, const struct model *m, const struct gap *g, const struct action *act)
{
	doc_heading(d, 2, "Alternativ");
	if (act)
		doc_numbered(d, "%s.", act->title ? act->title : "Genomföra åtgärden");
	say_proposals(d, m, g);
	doc_numbered(d, "Annan lösning: %s", TO_FILL);
	doc_numbered(d, "Avstå tills vidare. Då står %s kvar.", g ? "bristen" : "läget");
}

/* A council advises: it proposes, and somebody else decides. */
static void add_proposal(struct doc *d, const struct model *m, const struct action *act)
{
	struct arena *a = &d->arena;
	doc_heading(d, 2, "Förslag till beslut");
	doc_paragraph(d, "%s föreslår att", document_council(m));
	doc_numbered(d, "uppdra åt %s att senast den %s genomföra %s, och", act && act->owner ? act->owner : TO_FILL,
	             act && date_known(act->due) && !action_is_overdue(act, m->today) ? words_day(a, act->due) : TO_FILL,
	             act && act->title ? arena_printf(a, "åtgärden ”%s”", act->title) : TO_FILL);
	doc_numbered(d, "återrapportera till rådet den %s.", TO_FILL);
	doc_signature(d, "Ordförande, ort och datum");
}

static void add_background(struct doc *d, const struct model *m, const struct gap *g, const struct action *act)
{
	const struct meeting *decided = act ? plan_meeting(m, act->meeting) : NULL;
	doc_heading(d, 2, "Bakgrund");
	if (decided)
		doc_paragraph(d, "Åtgärden togs upp på mötet den %s.", words_day(&d->arena, decided->date));
	if (g)
		say_gap(d, m, g);
	else
		doc_paragraph(d, "Åtgärden svarar inte mot någon antecknad brist. Varför den behövs: %s", TO_FILL);
}

static void add_state(struct doc *d, const struct model *m, const struct gap *g, const struct action *act)
{
	doc_heading(d, 2, "Läget");
	if (act) {
		doc_item(d, "Åtgärden: %s.", plan_status_text(&d->arena, m, act));
		for (size_t i = 0; i < act->notes.count; i++)
			doc_item(d, "%s", act->notes.items[i]);
	}
	if (!g)
		return;
	say_state(d, m, g);
	say_actions(d, m, g);
}

bool document_decision(struct doc *d, const struct model *m, const struct document_question *q, struct error *e)
{
	const struct gap *g = model_gap(m, q->subject);
	const struct action *act = g ? NULL : find_action(m, q->subject);
	if (!g && !act)
		return error_set(e, ERROR_NOT_FOUND, _("Varken en brist eller en åtgärd heter ”%.80s”. Skriv bristens Id (radsbord saknas) eller åtgärdens "
		                                     "nummer eller Id (radsbord plan)."), q->subject);
	if (act && act->gaps.count)
		g = model_gap(m, act->gaps.items[0]);
	doc_heading(d, 1, "Beslutsunderlag: %s", act ? act->title ? act->title : "åtgärd" : service_choices[g->service].label);
	doc_subtitle(d, "%s, den %s", document_council(m), words_day(&d->arena, m->today));
	add_background(d, m, g, act);
	add_state(d, m, g, act);
	add_alternatives(d, m, g, act);
	doc_heading(d, 2, "Kostnad");
	doc_paragraph(d, "Ingen kostnad är känd för alternativen. Kostnad per år och vem som betalar: %s", TO_FILL);
	add_proposal(d, m, act);
	return true;
}
