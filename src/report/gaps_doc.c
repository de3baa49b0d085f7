/* gaps_doc.c - `radsbord saknas` and `radsbord enheter`. */
#include "gap_local.h"

#include "radsbord/base/language.h"
#include "radsbord/report/filter.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

static bool in_country(const struct model *m, int place)
{
	return m->reference->places[place].level == PLACE_COUNTRY;
}

static struct doc_cell name_cell(struct doc *d, const struct model *m, const char *code)
{
	return code ? doc_text(d, reference_place_name(m->reference, code), NULL) : doc_unknown(d, "", "");
}

static struct doc_cell text_cell(struct doc *d, const char *text, const char *code)
{
	return text && *text ? doc_text(d, text, code) : doc_unknown(d, "", "");
}

/* People who see the whole country read the region beside the place. */
static void gap_row(struct doc *d, struct doc_table *table, const struct model *m, const struct gap_row *row,
                    bool country)
{
	const struct gap *g = row->gap;
	struct doc_cell *c = doc_row(d, table);
	c[0] = text_cell(d, g->head.id, NULL);
	c[1] = name_cell(d, m, g->region);
	c[2] = text_cell(d, g->region, NULL);
	c[3] = name_cell(d, m, g->area);
	c[4] = text_cell(d, row->where, NULL);
	if (country && g->region)
		c[4] = doc_text(d, arena_printf(&d->arena, "%s: %s", reference_place_name(m->reference, g->region), row->where),
		                row->where);
	c[5] = doc_text(d, row->service, service_choices[g->service].code);
	c[6] = doc_text(d, row->degree, degree_choices[g->degree].code);
	c[7] = text_cell(d, row->limits, NULL);
	c[8] = text_cell(d, g->text, NULL);
	c[9] = g->source ? doc_text(d, model_source_title(m, g->source), g->source) : doc_unknown(d, "", "");
	c[10] = text_cell(d, words_date(&d->arena, g->checked), NULL);
	c[11] = m->council ? doc_number(d, num_int((int64_t)row->actions), 0, NUM_HALF_UP) : doc_unknown(d, "–", "");
}

static void count_paragraph(struct doc *d, const struct model *m, const struct gap_rows *rows, int place)
{
	struct gap_counts counts;
	struct buf said = {0};
	gap_counts_build(&counts, m, rows, place, GAP_BY_SERVICE);
	gap_counts_say(&counts, &said);
	doc_paragraph(d, _("%s, den %s."), buf_cstr(&said), words_day(&d->arena, words_service_day(m, m->year)));
	buf_release(&said);
	gap_counts_release(&counts);
}

struct record_choice *gap_rows_choose(struct gap_rows *r, const struct model *m, int place)
{
	struct record_choice *choice = record_choice_new(m, place, RECORD_GAP);
	size_t all = r->count;
	r->count = 0;
	for (size_t i = 0; i < all; i++)
		if (record_choice_takes(choice, r->items[i].gap))
			r->items[r->count++] = r->items[i];
	return choice;
}

void report_gaps(struct doc *d, const struct model *m, int place)
{
	struct doc_column columns[] = {
		{.name = "id", .label = N_("Id"), .keep = true},
		{.name = "region", .label = N_("Region"), .programs_only = true},
		{.name = "region_kod", .label = N_("Kod"), .programs_only = true},
		{.name = "omrade", .label = N_("Område"), .programs_only = true},
		{.name = "plats", .label = N_("Plats")},
		{.name = "tjanst", .label = N_("Tjänst")},
		{.name = "grad", .label = N_("Grad")},
		{.name = "begransning", .label = N_("Begränsning"), .programs_only = true},
		{.name = "text", .label = N_("Vad")},
		{.name = "kalla", .label = N_("Källa"), .programs_only = true},
		{.name = "kontrollerad", .label = N_("Kontrollerad"), .programs_only = true},
		{.name = "atgarder", .label = N_("Åtg."), .align = TEXT_RIGHT, .programs_only = !m->council},
	};
	struct gap_rows rows;
	gap_rows_build(&rows, m, place);
	size_t all = rows.count;
	struct record_choice *choice = gap_rows_choose(&rows, m, place);
	doc_heading(d, 1, _("%s: vad som saknas"), words_place(m, place));
	if (rows.count)
		count_paragraph(d, m, &rows, place);
	else if (!all)
		doc_paragraph(d, _("Ingen brist är antecknad den %s. Det betyder inte att inget saknas."),
		              words_day(&d->arena, words_service_day(m, m->year)));
	struct doc_table *t = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	if (!rows.count)
		for (size_t i = 0; i < t->columns_count; i++)
			t->columns[i].programs_only = true;
	for (size_t i = 0; i < rows.count; i++)
		gap_row(d, t, m, &rows.items[i], in_country(m, place));
	record_choice_end(&choice, d);
	gap_rows_release(&rows);
}

/* The attributes that have a column of their own. */
enum { ROUND_THE_CLOCK = 1, ALL_DIAGNOSES = 15, ALL_AGES = 16 };

static struct doc_cell answer_cell(struct doc *d, int answer)
{
	if (answer == 0)
		return doc_unknown(d, _("okänt"), "okant");
	return doc_bool(answer == 2, words_answer(answer));
}

static void unit_row(struct doc *d, struct doc_table *table, const struct model *m, const struct unit *u)
{
	struct doc_cell *c = doc_row(d, table);
	c[0] = text_cell(d, u->head.id, NULL);
	c[1] = text_cell(d, u->name, NULL);
	c[2] = text_cell(d, u->region, NULL);
	c[3] = name_cell(d, m, u->area);
	c[4] = doc_text(d, _(unit_types[u->type].label), unit_types[u->type].code);
	c[5] = u->lies_in ? name_cell(d, m, u->lies_in) : doc_unknown(d, _("okänt"), "");
	c[6] = u->beds == FIELD_INT_NONE ? doc_unknown(d, _("okänt"), "") : doc_number(d, num_int(u->beds), 0, NUM_HALF_UP);
	c[7] = answer_cell(d, u->attributes[ROUND_THE_CLOCK]);
	c[8] = answer_cell(d, u->attributes[ALL_DIAGNOSES]);
	c[9] = answer_cell(d, u->attributes[ALL_AGES]);
	c[10] = u->source ? doc_text(d, model_source_title(m, u->source), u->source) : doc_unknown(d, "", "");
	/* Beds are asked of wards only. */
	if (u->beds == FIELD_INT_NONE && strncmp(unit_types[u->type].code, "slutenvard", 10) != 0 &&
	    strcmp(unit_types[u->type].code, "korttidsplatser") != 0)
		c[6].text = "–";
}

static bool unit_valid(const struct model *m, const struct unit *u)
{
	struct date day = words_service_day(m, m->year);
	return !(date_known(u->from) && date_cmp(u->from, day) > 0) && !(date_known(u->to) && date_cmp(u->to, day) < 0);
}

static size_t unit_rows(struct doc *d, struct doc_table *t, const struct model *m, const struct records *from, int place,
                        struct record_choice *choice)
{
	size_t n = 0;
	for (size_t i = 0; from && i < records_count(from, RECORD_UNIT); i++) {
		const struct unit *u = records_unit(from, i);
		if (model_outweighed(m, from, RECORD_UNIT, u->head.id) || !unit_valid(m, u) || !unit_concerns(m, u, place) ||
		    !record_choice_takes(choice, u))
			continue;
		unit_row(d, t, m, u);
		n++;
	}
	return n;
}

void report_units(struct doc *d, const struct model *m, int place)
{
	static const struct doc_column columns[] = {
		{.name = "id", .label = N_("Id"), .keep = true},
		{.name = "namn", .label = N_("Namn")},
		{.name = "region_kod", .label = N_("Region"), .programs_only = true},
		{.name = "omrade", .label = N_("Område"), .programs_only = true},
		{.name = "typ", .label = N_("Typ")},
		{.name = "kommun", .label = N_("Kommun")},
		{.name = "vardplatser", .label = N_("Platser"), .align = TEXT_RIGHT},
		{.name = "dygnet_runt", .label = N_("Dygnet runt")},
		{.name = "alla_diagnoser", .label = N_("Alla diagnoser")},
		{.name = "alla_aldrar", .label = N_("Alla åldrar")},
		{.name = "kalla", .label = N_("Källa"), .programs_only = true},
	};
	doc_heading(d, 1, _("%s: enheter som finns"), words_place(m, place));
	struct doc_table *t = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	struct record_choice *choice = record_choice_new(m, place, RECORD_UNIT);
	size_t n = unit_rows(d, t, m, m->council, place, choice);
	n += unit_rows(d, t, m, m->national, place, choice);
	for (size_t i = 0; !n && i < t->columns_count; i++)
		t->columns[i].programs_only = true;
	record_choice_end(&choice, d);
	if (!n && !m->filter)
		doc_paragraph(d, _("Ingen enhet är antecknad. Det betyder inte att ingen finns."));
}
