/* proposals.c - `radsbord forslag`: what the report proposes, what the region or the unit has answered, and what is done. */
#include "words.h"

#include "radsbord/base/language.h"
#include "radsbord/report/filter.h"
#include "radsbord/report/proposals.h"

#include <string.h>

const char *proposal_answerer(const struct model *m, int place)
{
	const struct place *p = &m->reference->places[place];
	return p->level == PLACE_UNIT ? p->code : p->level == PLACE_COUNTRY ? NULL : p->region;
}

const char *proposal_answer_words(const struct model *m, const struct proposal *p, const char *who)
{
	const struct proposal_answer *a = answer_latest(m->council, p->head.id, who);
	return !who ? "–" : _(answer_statuses[a ? a->status : ANSWER_UNKNOWN].label);
}

static struct doc_cell source_cell(struct doc *d, const struct model *m, const char *source)
{
	return source ? doc_text(d, model_source_title(m, source), source) : doc_unknown(d, "", "");
}

static struct doc_cell text_cell(struct doc *d, const char *text)
{
	return text && *text ? doc_text(d, text, NULL) : doc_unknown(d, "", "");
}

static void add_row(struct doc *d, struct doc_table *table, const struct model *m, const struct action_answers *counted, const struct proposal *p,
                    int place)
{
	const char *who = proposal_answerer(m, place), *words = proposal_answer_words(m, p, who);
	const struct proposal_answer *a = answer_latest(m->council, p->head.id, who);
	int64_t actions = (int64_t)action_answers_proposal(counted, p->head.id);
	struct doc_cell *c = doc_row(d, table);
	c[0] = text_cell(d, p->head.id);
	c[1] = doc_text(d, _(proposal_levels[p->level].label), proposal_levels[p->level].code);
	c[2] = text_cell(d, p->theme);
	c[3] = text_cell(d, p->title);
	if (a && a->status != ANSWER_UNKNOWN)
		c[4] = doc_text(d, words, answer_statuses[a->status].code);
	else
		c[4] = doc_unknown(d, words, who ? answer_statuses[ANSWER_UNKNOWN].code : "");
	c[5] = text_cell(d, a ? words_date(&d->arena, a->date) : NULL);
	c[6] = source_cell(d, m, a ? a->source : NULL);
	c[7] = m->council ? doc_number(d, num_int(actions), 0, NUM_HALF_UP) : doc_unknown(d, "–", "");
}

void report_proposals(struct doc *d, const struct model *m, int place)
{
	struct doc_column columns[] = {
		{.name = "id", .label = N_("Id"), .keep = true},
		{.name = "niva", .label = N_("Nivå")},
		{.name = "tema", .label = N_("Tema"), .programs_only = true},
		{.name = "rubrik", .label = N_("Förslag")},
		{.name = "svar", .label = N_("Svar"), .keep = true},
		{.name = "datum", .label = N_("Datum")},
		{.name = "kalla", .label = N_("Källa")},
		{.name = "atgarder", .label = N_("Åtg."), .align = TEXT_RIGHT, .programs_only = !m->council},
	};
	const struct records *all[] = {m->council, m->national};
	bool unit = m->reference->places[place].level == PLACE_UNIT;
	doc_heading(d, 1, _("%s: förslagen och hur långt de har kommit"), words_place(m, place));
	struct doc_table *t = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	struct record_choice *choice = record_choice_new(m, place, RECORD_PROPOSAL);
	struct action_answers counted = {.counts = NULL};
	action_answers_make(&counted, m->council);
	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; all[k] && i < records_count(all[k], RECORD_PROPOSAL); i++)
			if ((!unit || records_proposal(all[k], i)->level == PROPOSAL_UNIT) && record_choice_takes(choice, records_proposal(all[k], i)))
				add_row(d, t, m, &counted, records_proposal(all[k], i), place);
	action_answers_release(&counted);
	record_choice_end(&choice, d);
	doc_paragraph(d, _("Okänt betyder att ingen har svarat. Svaren skrivs på sidan 2, delen Förslag, med S."));
}

enum { ANSWERS_MOST = 256 };

void report_answers(struct doc *d, const struct model *m, const struct proposal *p)
{
	size_t rows[ANSWERS_MOST];
	if (!m->council)
		return;
	size_t n = answers_to(m->council, p->head.id, rows, ANSWERS_MOST);
	doc_heading(d, 2, _("Svar"));
	if (!n)
		doc_paragraph(d, _("Ingen har svarat ännu. Läget är okänt."));
	for (size_t i = 0; i < n && i < ANSWERS_MOST; i++) {
		const struct proposal_answer *a = records_proposal_answer(m->council, rows[i]);
		doc_item(d, "%s %s: %s%s%s%s%s%s", words_date(&d->arena, a->date), reference_place_name(m->reference, a->holds_for),
		         _(answer_statuses[a->status].label), a->source ? " (" : "",
		         a->source ? words_cite(&d->arena, m, a->source) : "", a->source ? ")" : "", a->note ? ". " : "",
		         a->note ? a->note : "");
	}
}
