/* record_detail.c - the detail of one gap, unit or proposal. */
#include "explain_chain.h"
#include "gap_local.h"
#include "words.h"

#include "radsbord/base/language.h"
#include "radsbord/report/explain.h"
#include "radsbord/report/proposals.h"
#include "radsbord/report/reported.h"

#include <string.h>

/* Where it was found, in whose words, and until when it holds. */
struct provenance {
	const char *source, *passage, *lines, *precision, *note;
	struct date checked, from, to;
	const struct record *head;
};

static void pair(struct doc *d, const char *label, const char *text)
{
	if (text && *text)
		doc_pair(d, label, "%s", text);
}

static void provenance(struct doc *d, const struct model *m, const struct provenance *p)
{
	struct arena *a = &d->arena;
	const char *source = p->source ? words_cite(a, m, p->source) : "";
	if (p->passage)
		words_append(a, &source, ", ", p->passage);
	if (p->source)
		source = arena_printf(a, "%s%s", source, words_lines(a, m, p->source, p->lines));
	pair(d, _("Källa"), source);
	if (date_known(p->checked))
		doc_pair(d, _("Kontrollerad"), "%s%s%s%s", words_date(a, p->checked), p->precision ? " (" : "",
		         !p->precision ? "" : strcmp(p->precision, "kvartal") == 0 ? _("kvartal") : p->precision, p->precision ? ")" : "");
	pair(d, _("Gäller från"), words_date(a, p->from));
	pair(d, _("Gäller till"), words_date(a, p->to));
	pair(d, _("Not"), p->note);
	pair(d, _("Fil"), words_file(a, p->head->file, p->head->line));
}

static void one_action(struct doc *d, const struct model *m, const struct action *act)
{
	const char *late = action_is_overdue(act, m->today) ? _(", försenad") : "";
	const char *due = date_known(act->due) ? arena_printf(&d->arena, _(", senast %s"), words_date(&d->arena, act->due)) : "";
	const char *nr = act->nr == FIELD_INT_NONE ? "" : arena_printf(&d->arena, "%lld ", (long long)act->nr);
	doc_item(d, "%s%s (%s%s%s%s%s)", nr, act->title ? act->title : "", _(action_statuses[act->status].label), late,
	         act->owner ? ", " : "", act->owner ? act->owner : "", due);
}

static void answers_gap(struct doc *d, const struct model *m, const char *id)
{
	bool any = false;
	if (!m->council)
		return;
	doc_heading(d, 2, _("Åtgärder som svarar mot bristen"));
	for (size_t i = 0; id && i < records_count(m->council, RECORD_ACTION); i++) {
		const struct action *act = records_action(m->council, i);
		if (!strings_has(&act->gaps, id))
			continue;
		one_action(d, m, act);
		any = true;
	}
	if (!any)
		doc_paragraph(d, _("Ingen ännu."));
}

static void proposals_for(struct doc *d, const struct model *m, const char *service)
{
	bool any = false;
	for (size_t i = 0; m->national && i < records_count(m->national, RECORD_PROPOSAL); i++) {
		const struct proposal *p = records_proposal(m->national, i);
		if (p->level == PROPOSAL_NATIONAL || !strings_has(&p->services, service))
			continue;
		if (!any)
			doc_heading(d, 2, _("Förslag i rapporten"));
		any = true;
		doc_item(d, "%s %s (%s)", p->head.id ? p->head.id : "", p->title ? p->title : "",
		         _(proposal_levels[p->level].label));
	}
}

static void limits(struct doc *d, const struct strings *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct strings one = {.items = &list->items[i], .count = 1};
		pair(d, i ? "" : _("Begränsning"), words_limits(&d->arena, &one));
	}
}

void report_gap(struct doc *d, const struct model *m, const struct gap *g)
{
	const char *word = g->degree == GAP_MET ? _("Uppgift") : _("Brist");
	doc_heading(d, 1, "%s %s: %s", word, g->head.id ? g->head.id : "", _(service_choices[g->service].label));
	if (g->text)
		doc_paragraph(d, "%s", g->text);
	pair(d, _("Region"), g->region ? reference_place_name(m->reference, g->region) : NULL);
	pair(d, _("Område"), g->area ? reference_place_name(m->reference, g->area) : NULL);
	doc_pair(d, _("Gäller"), "%s", words_gap_where(&d->arena, m, g));
	doc_pair(d, _("Grad"), "%s", words_degree(g));
	limits(d, &g->limits);
	pair(d, _("Uppgiftslämnare"), g->informant);
	provenance(d, m, &(struct provenance){g->source, g->passage, g->lines, g->precision, g->note, g->checked, g->from,
	                                      g->to, &g->head});
	explain_gap_chain(d, m, g);
	if (g->degree == GAP_MET)
		return;
	answers_gap(d, m, g->head.id);
	proposals_for(d, m, service_choices[g->service].code);
}

/* What the unit answered in earlier inventories, newest first: what differs from now. */
static void earlier_answers(struct doc *d, const struct model *m, const struct unit *u)
{
	const struct record_type *t = record_type(RECORD_UNIT);
	bool any = false;
	for (size_t i = m->council ? records_count(m->council, RECORD_UNIT) : 0; i-- > 0;) {
		const struct unit *old = records_unit(m->council, i);
		const char *text = "";
		if (!old->successor || strcmp(old->successor, u->head.id) != 0)
			continue;
		if (!any)
			doc_heading(d, 2, _("Äldre svar"));
		any = true;
		for (size_t k = 0; k < t->count; k++) {
			struct buf was = {0}, now = {0};
			field_show(&t->fields[k], old, &was);
			field_show(&t->fields[k], u, &now);
			if ((t->fields[k].type == FIELD_CHOICE || t->fields[k].type == FIELD_INT) && strcmp(buf_cstr(&was), buf_cstr(&now)) != 0)
				words_append(&d->arena, &text, ", ", arena_printf(&d->arena, "%s %s", _(t->fields[k].label), was.len ? buf_cstr(&was) : _("okänt")));
			buf_release(&was);
			buf_release(&now);
		}
		doc_item(d, _("till den %s%s%s: %s"), words_day(&d->arena, old->to), old->informant ? ", " : "", old->informant ? old->informant : "",
		         *text ? text : _("samma svar som nu"));
	}
}

void report_unit(struct doc *d, const struct model *m, const struct unit *u)
{
	const struct unit *sister = model_unit(m, u->part_of);
	doc_heading(d, 1, "%s", u->name ? u->name : _("Enhet utan namn"));
	if (u->text)
		doc_paragraph(d, "%s", u->text);
	pair(d, _("Id"), u->head.id);
	doc_pair(d, _("Typ"), "%s", _(unit_types[u->type].label));
	pair(d, _("Region"), u->region ? reference_place_name(m->reference, u->region) : NULL);
	pair(d, _("Område"), u->area ? reference_place_name(m->reference, u->area) : NULL);
	doc_pair(d, _("Ligger i"), "%s", u->lies_in ? reference_place_name(m->reference, u->lies_in) : _("okänt"));
	pair(d, _("Sjukhus"), u->hospital ? reference_place_name(m->reference, u->hospital) : NULL);
	doc_pair(d, _("Betjänar"), "%s%s", u->serves.count ? words_places(&d->arena, m, &u->serves) : _("okänt"),
	         u->serves.count && !u->catchment ? _(", kanske fler") : "");
	if (u->beds != FIELD_INT_NONE)
		doc_pair(d, _("Vårdplatser"), "%s", words_count(&d->arena, u->beds, NULL));
	pair(d, _("Tider"), u->hours);
	pair(d, _("Bemanning"), u->staffing);
	pair(d, _("Drivs av"), u->run_by);
	pair(d, _("Ingår i"), sister ? sister->name : u->part_of);
	limits(d, &u->limits);
	pair(d, _("Uppgiftslämnare"), u->informant);
	provenance(d, m, &(struct provenance){u->source, u->passage, u->lines, u->precision, u->note, u->checked, u->from,
	                                      u->to, &u->head});
	doc_heading(d, 2, _("Det som frågas om en enhet"));
	for (int i = 0; i < UNIT_ATTRIBUTES; i++)
		doc_pair(d, words_attribute(i), "%s", words_answer(u->attributes[i]));
	explain_unit_chain(d, m, u);
	report_unit_figures(d, m, u);
	earlier_answers(d, m, u);
}

static int home(const struct model *m)
{
	return m->settings && m->settings->region ? reference_place_by_code(m->reference, m->settings->region) : -1;
}

/* How far the region has come: the gaps in what the proposal is about, and the council's actions for it. */
static void progress(struct doc *d, const struct model *m, const struct proposal *p)
{
	size_t answered = 0, n = 0;
	if (home(m) < 0)
		return;
	doc_heading(d, 2, _("I %s"), words_place(m, home(m)));
	struct gap_rows rows;
	gap_rows_build(&rows, m, home(m));
	for (size_t i = 0; i < rows.count; i++) {
		const struct gap_row *row = &rows.items[i];
		if (!strings_has(&p->services, service_choices[row->gap->service].code))
			continue;
		n++;
		answered += row->actions > 0;
		doc_item(d, "%s %s, %s, %s%s", row->gap->head.id ? row->gap->head.id : "", row->service, row->degree,
		         row->where, row->actions ? _(", har åtgärd") : "");
	}
	gap_rows_release(&rows);
	if (p->services.count)
		doc_paragraph(d, _("%s i tjänsterna, varav %zu med åtgärd."), words_count(&d->arena, (int64_t)n, "brister"),
		              answered);
	for (size_t i = 0; m->council && p->head.id && i < records_count(m->council, RECORD_ACTION); i++)
		if (strings_has(&records_action(m->council, i)->proposals, p->head.id))
			one_action(d, m, records_action(m->council, i));
}

void report_proposal(struct doc *d, const struct model *m, const struct proposal *p)
{
	const char *services = "";
	doc_heading(d, 1, "%s", p->title ? p->title : _("Förslag"));
	if (p->text)
		doc_paragraph(d, "%s", p->text);
	pair(d, _("Id"), p->head.id);
	doc_pair(d, _("Riktat till"), "%s", _(proposal_levels[p->level].label));
	pair(d, _("Tema"), p->theme);
	for (size_t i = 0; i < p->services.count; i++) {
		int s = choice_find(service_choices, p->services.items[i]);
		words_append(&d->arena, &services, ", ", s < 0 ? p->services.items[i] : _(service_choices[s].label));
	}
	pair(d, _("Tjänster"), services);
	pair(d, _("Som åtgärd"), p->template_text);
	for (size_t i = 0; i < p->figures.count; i++)
		pair(d, i ? "" : _("Tal"), p->figures.items[i]);
	provenance(d, m, &(struct provenance){.source = p->source, .passage = p->passage, .lines = p->lines, .head = &p->head});
	report_answers(d, m, p);
	progress(d, m, p);
}
