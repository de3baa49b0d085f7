/* document_interview.c - the questions of the inventory, a unit at a time, with what is known and room for the answer; and who has
 * given the yearly figures. The questions are those of Vita fläckar 2026 (method and Bilaga 3). */
#include "documents_local.h"
#include "gap_local.h"
#include "judge.h"
#include "words.h"

#include "radsbord/base/language.h"
#include "radsbord/report/reported.h"

#include <stdlib.h>
#include <string.h>

bool document_figures(struct doc *d, const struct model *m, const struct document_question *q, struct error *e)
{
	(void)e;
	report_reported(d, m, q->place);
	return true;
}

static const struct doc_column question_columns[] = {
	{.name = "fraga", .label = "Fråga", .heads_row = true},
	{.name = "kant", .label = "Känt i dag"},
	{.name = "svar", .label = "Svar vid intervjun"},
};

static void add_question(struct doc *d, struct doc_table *t, const char *question, const char *known)
{
	struct doc_cell *c = doc_row(d, t);
	c[0] = document_cell(d, question);
	c[1] = document_cell(d, known && *known ? known : "okänt");
	c[2] = document_cell(d, NULL);
}

static const char *beds_text(struct arena *a, const struct unit *u)
{
	return u->beds == FIELD_INT_NONE ? NULL : words_count(a, u->beds, "vårdplatser");
}

static void add_structure(struct doc *d, const struct model *m, const struct unit *u)
{
	struct arena *a = &d->arena;
	doc_heading(d, 3, "Struktur");
	struct doc_table *t = doc_table(d, "Enhetens uppbyggnad", question_columns, 3);
	add_question(d, t, "Vem driver enheten?", u->run_by);
	add_question(d, t, "Vilka kommuner och sjukhus betjänar enheten?", u->serves.count ? words_places(a, m, &u->serves) : NULL);
	add_question(d, t, "Hur många vårdplatser har enheten?", beds_text(a, u));
	add_question(d, t, "Vilka tider är enheten öppen eller nåbar?", u->hours);
	add_question(d, t, "Vilka begränsningar gäller (diagnos, ålder, prognos)?", u->limits.count ? words_limits(a, &u->limits) : NULL);
	for (int i = 0; i < UNIT_ATTRIBUTES; i++)
		add_question(d, t, arena_printf(a, "%s?", words_attribute(i)), words_answer(u->attributes[i]));
}

static void add_staff(struct doc *d, const struct unit *u)
{
	static const struct doc_column columns[] = {
		{.name = "yrke", .label = "Yrke", .heads_row = true},
		{.name = "tjanster", .label = "Tjänster (heltid = 1,0)"},
		{.name = "specialister", .label = "Varav specialister i palliativ vård"},
		{.name = "fast_tid", .label = "Fast tid varje vecka (ja/nej)"},
	};
	static const char *const professions[] = {"Läkare", "Sjuksköterskor", "Undersköterskor", "Kurator", "Arbetsterapeut", "Fysioterapeut"};
	doc_heading(d, 3, "Bemanning");
	document_pair(d, "Känt i dag", u->staffing);
	struct doc_table *t = doc_table(d, "Bemanning i heltidstjänster", columns, 4);
	for (size_t i = 0; i < sizeof professions / sizeof *professions; i++) {
		struct doc_cell *c = doc_row(d, t);
		c[0] = document_cell(d, professions[i]);
		for (int k = 1; k < 4; k++)
			c[k] = document_cell(d, NULL);
	}
	doc_item(d, "Är kuratorn legitimerad?");
	doc_item(d, "Hur stor del av tiden är jour och beredskap, och delas den med andra?");
}

/* "Medianvårdtid (dagar)"; the unit is left out when the title says it. */
static const char *with_unit(struct arena *a, const struct indicator_text *t)
{
	struct buf unit = {0};
	text_fold(&unit, t->unit ? t->unit : "");
	bool said = !unit.len || text_matches(t->title, buf_cstr(&unit));
	buf_release(&unit);
	return said ? t->title : arena_printf(a, "%s (%s)", t->title, t->unit);
}

static const char *last_figure(struct arena *a, const struct model *m, int place, int indicator)
{
	const struct indicator_text *t = &m->reference->indicators[indicator];
	struct indikator_verdict v;
	judge(m, place, indicator, false, &v);
	const char *text = num_known(num_of(v.value)) ? arena_printf(a, "%s (%d)", words_value(a, t, num_of(v.value)), v.year) : NULL;
	indikator_verdict_release(&v);
	return text;
}

/* What is too small to be shown to others is the unit's own to know, and it is asked again anyway. */
static void add_figures(struct doc *d, const struct model *m, int place)
{
	struct doc_table *t = NULL;
	int *order = judge_order(m);
	for (size_t i = 0; i < m->reference->indicators_count; i++) {
		const struct indicator_text *text = &m->reference->indicators[order[i]];
		if (!reported_is_asked(m, place, order[i]))
			continue;
		if (!t) {
			doc_heading(d, 3, "Årliga uppgifter");
			t = doc_table(d, "Uppgifter för det senaste hela året", question_columns, 3);
		}
		add_question(d, t, with_unit(&d->arena, text), m->small_limit ? NULL : last_figure(&d->arena, m, place, order[i]));
		if (m->small_limit)
			t->columns[1].programs_only = true;
	}
	free(order);
}

static void add_unit(struct doc *d, const struct model *m, const struct unit *u)
{
	int place = u->head.id ? reference_place_by_code(m->reference, u->head.id) : -1;
	doc_heading(d, 2, "%s", u->name ? u->name : "Ny enhet");
	if (u->name) {
		doc_pair(d, "Typ", "%s", unit_types[u->type].label);
		document_pair(d, "Kommun", u->lies_in ? reference_place_name(m->reference, u->lies_in) : NULL);
		document_pair(d, "Id", u->head.id);
		document_pair(d, "Senast kontrollerad", words_date(&d->arena, u->checked));
	}
	doc_blank(d, "Uppgiftslämnare (namn, befattning) och datum", 1);
	doc_blank(d, "Intervjuare", 1);
	add_structure(d, m, u);
	add_staff(d, u);
	if (place >= 0)
		add_figures(d, m, place);
	doc_blank(d, "Övrigt", 3);
}

static size_t add_units(struct doc *d, const struct model *m, const struct records *from, int place, bool all)
{
	size_t n = 0;
	for (size_t i = 0; from && i < records_count(from, RECORD_UNIT); i++) {
		const struct unit *u = records_unit(from, i);
		bool asked = all ? unit_concerns(m, u, place) : strcmp(u->head.id, m->reference->places[place].code) == 0;
		if (!asked || model_outweighed(m, from, RECORD_UNIT, u->head.id) || (date_known(u->to) && date_cmp(u->to, m->today) < 0))
			continue;
		if (n++)
			doc_page_break(d);
		add_unit(d, m, u);
	}
	return n;
}

bool document_interview(struct doc *d, const struct model *m, const struct document_question *q, struct error *e)
{
	bool all = m->reference->places[q->place].level != PLACE_UNIT;
	if (m->reference->places[q->place].level == PLACE_COUNTRY)
		return error_set(e, ERROR_USAGE, _("Intervjuprotokollet gäller en region eller en enhet. Skriv till exempel radsbord rapport "
		                                 "intervjuprotokoll Sörmland."));
	doc_heading(d, 1, "Intervjuprotokoll: %s", words_place(m, q->place));
	doc_subtitle(d, "Frågorna i inventeringen av den specialiserade palliativa vården");
	doc_paragraph(d, "Okänt betyder att ingen har uppgett det. Svara ja, nej eller vet inte, och skriv vem som svarar. Inga uppgifter om "
	                 "patienter ska stå här.");
	size_t n = add_units(d, m, m->council, q->place, all);
	if (n)
		doc_page_break(d);
	n += add_units(d, m, m->national, q->place, all);
	if (!n) {
		struct unit fresh;
		record_init(record_type(RECORD_UNIT), &fresh);
		doc_paragraph(d, "Ingen enhet är känd här. Protokollet nedan är för en ny enhet.");
		add_unit(d, m, &fresh);
	}
	return true;
}
