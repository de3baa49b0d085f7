/* document_region.c - a region on two pages, for those who decide: the need, the twelve services, whom the gaps touch, the distance,
 * the proposals and the answers, and what the source does not say. */
#include "documents_local.h"
#include "gap_local.h"
#include "judge.h"
#include "overview_words.h"
#include "words.h"

#include "radsbord/base/language.h"
#include "radsbord/report/map.h"
#include "radsbord/report/overview.h"
#include "radsbord/report/proposals.h"

#include <stdlib.h>
#include <string.h>

enum { GAPS_SHOWN = 3 };
#define REPORT "vf2026"

static const struct overview_row *row_of(const struct overview *o, const struct model *m, const char *id)
{
	for (size_t i = 0; i < o->count; i++)
		if (strcmp(m->reference->indicators[o->rows[i].indicator].id, id) == 0)
			return &o->rows[i];
	return NULL;
}

static const char *service_of(const struct model *m, const struct overview_row *row)
{
	return m->reference->indicators[row->indicator].service;
}

/* How many of the twelve stand how. */
struct tally {
	int64_t met, partly, missing, unknown;
};

static struct tally tally_of(const struct overview *o, const struct model *m)
{
	struct tally t = {0};
	for (size_t i = 0; i < o->count; i++) {
		if (!service_of(m, &o->rows[i]))
			continue;
		switch (o->rows[i].verdict.status) {
		case INDIKATOR_STATUS_MET:
			t.met++;
			break;
		case INDIKATOR_STATUS_PARTLY:
			t.partly++;
			break;
		case INDIKATOR_STATUS_MISSING:
			t.missing++;
			break;
		case INDIKATOR_STATUS_NONE:
		case INDIKATOR_STATUS_UNKNOWN:
			t.unknown++;
			break;
		}
	}
	return t;
}

/* "172 av 766 personer (22,4 %)": the persons only where they may be shown. */
static void say_need(struct doc *d, const struct overview_row *row)
{
	struct arena *a = &d->arena;
	const struct indikator_verdict *v = &row->verdict;
	if (!num_known(num_of(v->value)))
		doc_item(d, "Hur stort behov som inte tillgodoses är %s.", row->hidden ? "inte visat: för få personer" : "okänt");
	else if (!v->distance_known || v->distance <= 0)
		doc_item(d, "Det beräknade behovet av specialiserad palliativ vård är tillgodosett (%s, %d). Det visar inte att tillgången är god "
		            "för alla.", row->value, v->year);
	else
		doc_item(d, "%s av %s som beräknas behöva specialiserad palliativ vård fick den inte (%s, %d).",
		         words_count(a, v->distance, NULL), words_count(a, v->need, "personer"), row->value, v->year);
}

static void say_distance(struct doc *d, const struct overview_row *row)
{
	if (!row->verdict.distance_known || row->verdict.status == INDIKATOR_STATUS_MET || row->verdict.status == INDIKATOR_STATUS_UNKNOWN ||
	    strcmp(row->distance, "–") == 0)
		return;
	doc_item(d, "%s: %s, mål %s. Till målet fattas %s.", row->title, row->value, row->target, row->distance);
}

/* Small numbers as words, as in running text. */
static const char *how_many(struct arena *a, int64_t n)
{
	static const char *const words[] = {"ingen", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"};
	return n >= 0 && (size_t)n < sizeof words / sizeof *words ? words[n] : words_count(a, n, NULL);
}

static void add_summary(struct doc *d, const struct model *m, const struct overview *o)
{
	struct arena *a = &d->arena;
	const struct overview_row *need = row_of(o, m, "behov_ej_tillgodosett"), *beds = row_of(o, m, "vardplatser_100k");
	struct tally t = tally_of(o, m);
	doc_heading(d, 2, "Det viktigaste");
	if (need)
		say_need(d, need);
	if (need && need->note)
		doc_item(d, "%s", need->note);
	doc_item(d, "Av de tolv tjänster som inventeringen frågar efter finns %s, %s finns delvis eller når inte riktmärket och %s saknas. "
	            "Om %s är läget okänt.", how_many(a, t.met), how_many(a, t.partly), how_many(a, t.missing), how_many(a, t.unknown));
	if (beds)
		say_distance(d, beds);
}

/* The need of all regions beside ours. */
static void add_regions(struct doc *d, const struct model *m, const struct overview *o, int place)
{
	const struct overview_row *need = row_of(o, m, "behov_ej_tillgodosett");
	if (!need || m->reference->places[place].level != PLACE_REGION)
		return;
	compare_bars(d, m, need->indicator, place);
}

/* Municipalities without the word: it stands in the text below. */
static const char *value_of(struct arena *a, const struct overview_row *row)
{
	if (num_known(num_of(row->verdict.value)) || !*row->value)
		return *row->value ? row->value : "okänt";
	return overview_municipalities(a, &row->verdict.municipalities);
}

static void add_services(struct doc *d, const struct model *m, const struct overview *o)
{
	static const struct doc_column columns[] = {
		{.name = "tjanst", .label = "Tjänst", .heads_row = true},
		{.name = "lage", .label = "Läge", .keep = true},
		{.name = "varde", .label = "Värde", .align = TEXT_RIGHT},
		{.name = "mal", .label = "Mål", .align = TEXT_RIGHT},
		{.name = "avstand", .label = "Avstånd", .align = TEXT_RIGHT},
	};
	doc_heading(d, 2, "Behovet, platserna och de tolv tjänsterna");
	struct doc_table *t = doc_table(d, "Läget och avståndet till målet", columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < o->count; i++) {
		const struct overview_row *row = &o->rows[i];
		bool figure = strcmp(m->reference->indicators[row->indicator].id, "vardplatser_100k") == 0 ||
		              m->reference->indicators[row->indicator].need_kind;
		if (!service_of(m, row) && !figure)
			continue;
		struct doc_cell *c = doc_row(d, t);
		c[0] = document_cell(d, row->title);
		c[1] = document_cell(d, *row->status ? row->status : "–");
		c[2] = document_cell(d, value_of(&d->arena, row));
		c[3] = document_cell(d, row->target);
		c[4] = document_cell(d, row->distance);
	}
	doc_paragraph(d, "”2–5 av 9” betyder att tjänsten finns i två av nio kommuner och att läget är okänt i tre till. Okänt betyder att ingen har "
	                 "uppgett det, inte att tjänsten saknas.");
}

static int64_t touched(const struct overview_row *row)
{
	return row->verdict.inhabitants.known ? row->verdict.inhabitants.missing + row->verdict.inhabitants.partly : -1;
}

static int by_touched(const void *a, const void *b)
{
	const struct overview_row *x = *(const struct overview_row *const *)a, *y = *(const struct overview_row *const *)b;
	int order = (touched(y) > touched(x)) - (touched(y) < touched(x));
	return order ? order : (x > y) - (x < y);
}

static struct doc_cell people_cell(struct doc *d, int64_t n)
{
	return doc_number(d, num_int(n), 0, NUM_HALF_UP);
}

static void add_people(struct doc *d, const struct model *m, const struct overview *o)
{
	static const struct doc_column columns[] = {
		{.name = "tjanst", .label = "Tjänst", .heads_row = true},
		{.name = "saknas_for", .label = "Saknas för", .align = TEXT_RIGHT},
		{.name = "delvis_for", .label = "Finns delvis för", .align = TEXT_RIGHT},
		{.name = "okant_for", .label = "Okänt för", .align = TEXT_RIGHT},
		{.name = "finns_for", .label = "Finns för", .align = TEXT_RIGHT},
	};
	const struct overview_row **rows = mem_alloc((o->count + 1) * sizeof *rows);
	size_t n = 0;
	for (size_t i = 0; i < o->count; i++)
		if (service_of(m, &o->rows[i]) && touched(&o->rows[i]) > 0)
			rows[n++] = &o->rows[i];
	qsort(rows, n, sizeof *rows, by_touched);
	if (n) {
		doc_heading(d, 2, "Vilka brister som berör flest");
		struct doc_table *t = doc_table(d, "Invånare i de kommuner där tjänsten saknas eller finns delvis", columns, 5);
		for (size_t i = 0; i < n; i++) {
			const struct indikator_coverage *c = &rows[i]->verdict.inhabitants;
			struct doc_cell *cells = doc_row(d, t);
			cells[0] = document_cell(d, rows[i]->title);
			cells[1] = people_cell(d, c->missing);
			cells[2] = people_cell(d, c->partly);
			cells[3] = people_cell(d, c->unknown);
			cells[4] = people_cell(d, c->met);
		}
	}
	free(rows);
}

/* True when its municipalities differ: where all are alike the table has said it. */
static bool differs(const struct overview_row *row)
{
	const struct indikator_coverage *c = &row->verdict.municipalities;
	return (c->met > 0) + (c->partly > 0) + (c->missing > 0) + (c->unknown > 0) > 1;
}

/* Where the service is, and is not, whose gaps touch most people: what the reader asks first of the table above. */
static void add_map(struct doc *d, const struct model *m, const struct overview *o, int place)
{
	const struct overview_row *most = NULL;
	for (size_t i = 0; i < o->count; i++)
		if (service_of(m, &o->rows[i]) && differs(&o->rows[i]) && touched(&o->rows[i]) > 0 && (!most || touched(&o->rows[i]) > touched(most)))
			most = &o->rows[i];
	if (!most || m->reference->places[place].level != PLACE_REGION)
		return;
	struct place_map map;
	place_map_build(&map, m, most->indicator, place);
	doc_map(d, &map.figure);
	place_map_release(&map);
}

static void add_gaps(struct doc *d, const struct model *m, int place)
{
	struct gap_rows rows;
	gap_rows_build(&rows, m, place);
	if (rows.count)
		doc_heading(d, 2, "Vad som saknas");
	for (size_t i = 0; i < rows.count && i < GAPS_SHOWN; i++)
		doc_item(d, "%s, %s: %s", rows.items[i].service, rows.items[i].where,
		         rows.items[i].gap->text ? rows.items[i].gap->text : rows.items[i].degree);
	if (rows.count > GAPS_SHOWN)
		doc_paragraph(d, "%s till är antecknade.", words_count(&d->arena, (int64_t)(rows.count - GAPS_SHOWN), "brister"));
	gap_rows_release(&rows);
}

/* The answers of the region; those of units are theirs. */
static void add_proposals(struct doc *d, const struct model *m, int place)
{
	static const struct doc_column columns[] = {
		{.name = "forslag", .label = "Förslag till regionen", .heads_row = true},
		{.name = "svar", .label = "Svar", .keep = true},
		{.name = "atgarder", .label = "Åtgärder i planen", .align = TEXT_RIGHT},
	};
	const char *who = proposal_answerer(m, place);
	struct doc_table *t = NULL;
	for (size_t i = 0; i < records_count(m->national, RECORD_PROPOSAL); i++) {
		const struct proposal *p = records_proposal(m->national, i);
		if (p->level != PROPOSAL_REGIONAL)
			continue;
		if (!t) {
			doc_heading(d, 2, "Rapportens förslag och svaren");
			t = doc_table(d, "Förslagen i bilaga 3 och hur långt regionen har kommit", columns, 3);
			t->columns[2].programs_only = !m->council;
		}
		struct doc_cell *c = doc_row(d, t);
		c[0] = document_cell(d, p->title);
		c[1] = document_cell(d, proposal_answer_words(m, p, who));
		if (m->council)
			c[2] = people_cell(d, (int64_t)actions_for_proposal(m->council, p->head.id, NULL, 0));
	}
}

static void add_limits(struct doc *d, const struct model *m)
{
	const struct source *s = model_source(m, REPORT);
	const char *omits = "", *weaknesses = "";
	if (!s)
		return;
	doc_heading(d, 2, "Vad källan inte säger");
	for (size_t i = 0; i < s->omits.count; i++)
		words_append(&d->arena, &omits, " ", s->omits.items[i]);
	for (size_t i = 0; i < s->weaknesses.count; i++)
		words_append(&d->arena, &weaknesses, " ", s->weaknesses.items[i]);
	doc_paragraph(d, "Det här ingår inte. %s", omits);
	doc_paragraph(d, "Det här är svagt. %s", weaknesses);
	doc_heading(d, 2, "Källa");
	doc_paragraph(d, "%s, %s%s%s. Avser %s.", s->title, s->publisher ? s->publisher : "", s->published ? ", " : "",
	              s->published ? s->published : "", s->covers ? words_lower(&d->arena, s->covers) : "okänd tid");
}

bool document_region(struct doc *d, const struct model *m, const struct document_question *q, struct error *e)
{
	struct overview o;
	const struct place *p = &m->reference->places[q->place];
	if (p->level == PLACE_UNIT || p->level == PLACE_HOSPITAL)
		return error_set(e, ERROR_USAGE, _("Regionrapporten gäller en region, ett område eller en kommun. Skriv till exempel radsbord rapport "
		                                 "regionrapport Sörmland."));
	overview_build(&o, m, q->place);
	doc_heading(d, 1, "Palliativ vård: %s", words_place(m, q->place));
	doc_subtitle(d, "Läget den %s, för den som ska besluta", words_day(&d->arena, words_service_day(m, m->year)));
	add_summary(d, m, &o);
	add_regions(d, m, &o, q->place);
	add_services(d, m, &o);
	add_people(d, m, &o);
	add_map(d, m, &o, q->place);
	add_gaps(d, m, q->place);
	add_proposals(d, m, q->place);
	add_limits(d, m);
	overview_release(&o);
	return true;
}
