/* plan.c - `radsbord plan`, and the detail of an action. */
#include "plan_local.h"
#include "words.h"

#include "radsbord/base/language.h"
#include "radsbord/report/filter.h"
#include "radsbord/report/minutes.h"

struct doc_cell plan_number_cell(struct doc *d, int64_t n)
{
	return n == FIELD_INT_NONE ? doc_unknown(d, "", "") : doc_number(d, num_int(n), 0, NUM_HALF_UP);
}

struct doc_cell plan_text_cell(struct doc *d, const char *text)
{
	return text && *text ? doc_text(d, text, NULL) : doc_unknown(d, "", "");
}

const struct focus *plan_focus(const struct model *m, const char *id)
{
	return m->council ? (const struct focus *)(const void *)records_find(m->council, RECORD_FOCUS, id) : NULL;
}

const struct meeting *plan_meeting(const struct model *m, const char *id)
{
	return m->council ? (const struct meeting *)(const void *)records_find(m->council, RECORD_MEETING, id) : NULL;
}

const char *plan_status_text(struct arena *a, const struct model *m, const struct action *act)
{
	const char *label = _(action_statuses[act->status].label);
	return action_is_overdue(act, m->today) ? arena_printf(a, _("%s, försenad"), label) : label;
}

static void add_row(struct doc *d, struct doc_table *t, const struct model *m, const struct action *a)
{
	struct doc_cell *c = doc_row(d, t);
	const struct focus *focus = plan_focus(m, a->focus);
	const struct meeting *decided = plan_meeting(m, a->meeting);
	c[0] = plan_number_cell(d, a->nr);
	c[1] = plan_text_cell(d, a->head.id);
	c[2] = plan_text_cell(d, focus ? focus->title : a->focus);
	c[3] = plan_text_cell(d, a->title);
	c[4] = plan_text_cell(d, a->owner);
	c[5] = plan_text_cell(d, words_date(&d->arena, a->start));
	c[6] = plan_text_cell(d, words_date(&d->arena, a->due));
	c[7] = doc_text(d, plan_status_text(&d->arena, m, a), action_statuses[a->status].code);
	c[8] = doc_bool(action_is_overdue(a, m->today), action_is_overdue(a, m->today) ? _("försenad") : "");
	c[9] = decided ? doc_text(d, words_date(&d->arena, decided->date), decided->head.id) : plan_text_cell(d, a->meeting);
}

static void no_council(struct doc *d)
{
	doc_paragraph(d, _("Inget råd är öppet. Ange rådets mapp med --rad."));
}

static void hide(struct doc_table *t)
{
	for (size_t i = 0; !t->rows && i < t->columns_count; i++)
		t->columns[i].programs_only = true;
}

void report_plan(struct doc *d, const struct model *m)
{
	static const struct doc_column columns[] = {
		{.name = "nr", .label = N_("Nr"), .align = TEXT_RIGHT},
		{.name = "id", .label = N_("Id"), .programs_only = true},
		{.name = "fokusomrade", .label = N_("Fokusområde"), .programs_only = true},
		{.name = "aktivitet", .label = N_("Vad")},
		{.name = "ansvarig", .label = N_("Ansvarig")},
		{.name = "start", .label = N_("Start"), .programs_only = true},
		{.name = "senast", .label = N_("Klart senast"), .keep = true},
		{.name = "status", .label = N_("Status")},
		{.name = "forsenad", .label = N_("Försenad"), .programs_only = true},
		{.name = "mote", .label = N_("Möte"), .programs_only = true},
	};
	size_t total = m->council ? records_count(m->council, RECORD_ACTION) : 0;
	doc_heading(d, 1, _("Handlingsplan%s%s"), m->settings && m->settings->name ? ": " : "",
	            m->settings && m->settings->name ? m->settings->name : "");
	struct doc_table *t = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	struct record_choice *choice = record_choice_new(m, -1, RECORD_ACTION);
	for (size_t i = 0; i < total && !work_stopped(d->work); i++)
		if (record_choice_takes(choice, records_action(m->council, i)))
			add_row(d, t, m, records_action(m->council, i));
	hide(t);
	record_choice_end(&choice, d);
	if (!m->council)
		no_council(d);
	else if (!total)
		doc_paragraph(d, _("Planen har inga aktiviteter eller åtgärder ännu."));
}

static void pair(struct doc *d, const char *label, const char *text)
{
	if (text && *text)
		doc_pair(d, label, "%s", text);
}

const char *plan_lacking(const struct action *a)
{
	bool dated = date_known(a->due) || a->status == ACTION_STANDING;
	return a->owner ? _("datum") : dated ? _("ansvarig") : _("ansvarig och datum");
}

static void answers_to(struct doc *d, const struct model *m, const struct action *a)
{
	if (a->gaps.count || a->proposals.count)
		doc_heading(d, 2, _("Svarar mot"));
	for (size_t i = 0; i < a->gaps.count; i++) {
		const struct gap *g = model_gap(m, a->gaps.items[i]);
		if (g)
			doc_item(d, "%s %s, %s, %s: %s", g->head.id, _(service_choices[g->service].label), words_degree(g),
			         words_gap_where(&d->arena, m, g), g->text ? g->text : "");
		else
			doc_item(d, _("%s (bristen finns inte i uppgifterna)"), a->gaps.items[i]);
	}
	for (size_t i = 0; i < a->proposals.count; i++) {
		const struct proposal *p = (const struct proposal *)(const void *)records_find(
			m->national, RECORD_PROPOSAL, a->proposals.items[i]);
		doc_item(d, "%s %s", a->proposals.items[i],
		         p && p->title ? p->title : _("(förslaget finns inte i uppgifterna)"));
	}
}

void report_action(struct doc *d, const struct model *m, const struct action *a)
{
	const struct focus *focus = plan_focus(m, a->focus);
	const struct meeting *decided = plan_meeting(m, a->meeting);
	const char *participants = "", *under = report_decided_under(m, a, &d->arena);
	doc_heading(d, 1, "%s", a->title ? a->title : _("Utan rubrik"));
	if (a->nr != FIELD_INT_NONE)
		doc_pair(d, _("Nr"), "H-%lld (%s)", (long long)a->nr, _(action_kinds[a->kind].label));
	pair(d, _("Fokusområde"), focus ? focus->title : a->focus);
	doc_pair(d, _("Status"), "%s", plan_status_text(&d->arena, m, a));
	doc_pair(d, _("Ansvarig"), "%s", a->owner ? a->owner : _("ingen angiven"));
	pair(d, _("Start"), words_date(&d->arena, a->start));
	doc_pair(d, _("Klart senast"), "%s", date_known(a->due) ? words_date(&d->arena, a->due) : _("inget datum"));
	pair(d, _("Klart"), words_date(&d->arena, a->done));
	for (size_t i = 0; i < a->participants.count; i++)
		words_append(&d->arena, &participants, ", ", a->participants.items[i]);
	pair(d, _("Medverkande"), participants);
	pair(d, _("Målgrupp"), a->audience);
	if (decided)
		doc_pair(d, _("Beslutad"), _("%s%spå mötet den %s"), under, *under ? " " : "", words_day(&d->arena, decided->date));
	else
		pair(d, _("Beslutad på"), a->meeting);
	pair(d, _("Att komplettera"), action_is_incomplete(a) ? plan_lacking(a) : NULL);
	for (size_t i = 0; i < a->carried.count; i++)
		doc_pair(d, _("Förd över till"), _("planen för %s"), a->carried.items[i]);
	pair(d, _("Id"), a->head.id);
	pair(d, _("Fil"), words_file(&d->arena, a->head.file, a->head.line));
	answers_to(d, m, a);
	if (a->notes.count)
		doc_heading(d, 2, _("Anteckningar"));
	for (size_t i = 0; i < a->notes.count; i++)
		doc_item(d, "%s", a->notes.items[i]);
}
