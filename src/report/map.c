/* map.c - how the municipalities stand by one indicator, where they lie. */
#include "radsbord/report/map.h"

#include "judge.h"
#include "overview_cells.h"
#include "words.h"

#include "radsbord/base/language.h"
#include "radsbord/report/overview.h"

#include <stdlib.h>
#include <string.h>

#define ELSEWHERE _("%s, från en annan kommun")

enum { DEGREE = 100000 };

/* The region that a place is or lies in; -1 for the country. */
static int region_of(const struct model *m, int place)
{
	while (place >= 0 && m->reference->places[place].level != PLACE_REGION)
		place = m->reference->places[place].parent;
	return place;
}

static enum figure_mark mark_of(const struct indicator_text *t, const struct indikator_verdict *v)
{
	switch (v->status) {
	case INDIKATOR_STATUS_MET:
		return v->elsewhere ? FIGURE_ELSEWHERE : FIGURE_MET;
	case INDIKATOR_STATUS_PARTLY:
		return t->service_kind ? FIGURE_PARTLY : FIGURE_BELOW;
	case INDIKATOR_STATUS_MISSING:
		return FIGURE_MISSING;
	case INDIKATOR_STATUS_UNKNOWN:
		return FIGURE_UNKNOWN;
	case INDIKATOR_STATUS_NONE:
		break;
	}
	return FIGURE_PLAIN;
}

/* The value of a whole region is said once, not at every municipality. */
static const char *status_of(struct arena *a, const struct overview_row *row, bool by_region)
{
	const char *status = *row->status ? row->status : _("Inget läge");
	if (by_region && *row->value)
		return arena_printf(a, "%s, %s", status, row->value);
	return row->verdict.elsewhere ? arena_printf(a, ELSEWHERE, status) : status;
}

static bool degrees(struct num n, int *out)
{
	if (!num_known(n))
		return false;
	*out = (int)num_whole(num_mul(n, num_int(DEGREE)), NUM_HALF_UP);
	return true;
}

static void fill_words(struct figure_map *f, const struct indicator_text *t)
{
	bool service = t->service_kind;
	f->words[FIGURE_MET] = service ? _("Finns") : _("Når målet");
	f->words[FIGURE_ELSEWHERE] = _("Från annan kommun");
	f->words[FIGURE_PARTLY] = _("Finns delvis");
	f->words[FIGURE_BELOW] = _("Når inte målet");
	f->words[FIGURE_MISSING] = service || t->service ? _("Saknas") : _("Noll");
	f->words[FIGURE_UNKNOWN] = _("Okänt");
	f->words[FIGURE_PLAIN] = _("Inget läge");
}

/* ---- how they stand ---------------------------------------------------------------- */

/* The row of the municipality, or of its region; regions are asked once. */
static const struct overview_row *row_for(struct place_map *map, const struct model *m, int place, struct overview_row *rows, bool *built)
{
	int asked = map->by_region ? region_of(m, place) : place;
	if (asked < 0)
		asked = place;
	if (!built[asked])
		overview_row_build(&rows[asked], &map->arena, m, asked, map->indicator);
	built[asked] = true;
	return &rows[asked];
}

/* By value, with what is small hidden. */
static void stand_by_rows(struct place_map *map, const struct model *m, struct figure_map_item *items)
{
	const struct indicator_text *t = &m->reference->indicators[map->indicator];
	size_t all = m->reference->places_count;
	struct overview_row *rows = mem_alloc((all + 1) * sizeof *rows);
	bool *built = mem_alloc(all + 1);
	for (size_t i = 0; i < map->figure.count; i++) {
		const struct overview_row *row = row_for(map, m, map->places[i], rows, built);
		items[i].text = status_of(&map->arena, row, map->by_region);
		items[i].value = map->by_region ? "" : row->value;
		items[i].mark = mark_of(t, &row->verdict);
	}
	for (size_t i = 0; i < all; i++)
		if (built[i])
			indikator_verdict_release(&rows[i].verdict);
	free(rows);
	free(built);
}

struct taking {
	const struct indicator_text *text;
	struct arena *arena;
	struct figure_map_item *next;
};

static bool take(const struct indikator_verdict *v, void *context)
{
	struct taking *t = context;
	const char *status = words_status(t->text, v);
	t->next->text = v->elsewhere ? arena_printf(t->arena, ELSEWHERE, status) : status;
	t->next->value = "";
	t->next->mark = mark_of(t->text, v);
	t->next++;
	return true;
}

/* A service has a status and no value: all are asked at once. */
static void stand_by_service(struct place_map *map, const struct model *m, struct figure_map_item *items)
{
	struct indikator_question q = judge_question(m, false);
	struct indikator_batch batch = {.definitions = &map->indicator, .definitions_count = 1, .places = map->places, .places_count = map->figure.count};
	struct taking t = {&m->reference->indicators[map->indicator], &map->arena, items};
	for (size_t i = 0; i < map->figure.count; i++) {
		items[i].text = _("Okänt");
		items[i].mark = FIGURE_UNKNOWN;
	}
	indikator_evaluate_all(m->set, &q, &batch, take, &t);
}

void place_map_build(struct place_map *map, const struct model *m, int indicator, int place)
{
	const struct reference *r = m->reference;
	const struct indicator_text *t = &r->indicators[indicator];
	*map = (struct place_map){.indicator = indicator, .within = region_of(m, place), .by_region = t->level && strcmp(t->level, "region") == 0};
	map->places = judge_municipalities(m, map->within, &map->figure.count);
	struct figure_map_item *items = arena_alloc(&map->arena, (map->figure.count + 1) * sizeof *items);
	bool part = place >= 0 && place != map->within && map->within >= 0;
	for (size_t i = 0; i < map->figure.count; i++) {
		const struct place *p = &r->places[map->places[i]];
		items[i].label = p->name;
		items[i].emphasised = part && indikator_within(m->set, map->places[i], place);
		items[i].placed = degrees(p->latitude, &items[i].north) && degrees(p->longitude, &items[i].east);
	}
	if (t->service_kind)
		stand_by_service(map, m, items);
	else
		stand_by_rows(map, m, items);
	map->figure.items = items;
	fill_words(&map->figure, t);
	struct buf title = {0};
	place_map_title(map, m, &title);
	map->figure.title = arena_strdup(&map->arena, buf_cstr(&title));
	buf_release(&title);
}

void place_map_release(struct place_map *map)
{
	free(map->places);
	arena_release(&map->arena);
	*map = (struct place_map){.places = NULL};
}

void place_map_title(const struct place_map *map, const struct model *m, struct buf *out)
{
	const struct indicator_text *t = &m->reference->indicators[map->indicator];
	buf_printf(out, "%s: %s%s", _(t->short_title ? t->short_title : t->title), map->within < 0 ? _("hela landet") : words_place(m, map->within),
	           !map->by_region ? "" : map->within < 0 ? _(", varje regions läge") : _(", hela regionens läge"));
}

/* The unit's name, and where it lies when that is another municipality. */
static void say_unit(const struct model *m, const struct indikator_unit *u, bool elsewhere, struct buf *out)
{
	buf_str(out, u->name ? u->name : u->id);
	if (elsewhere && u->lies_in >= 0)
		buf_printf(out, _(" i %s"), words_place(m, u->lies_in));
	buf_char(out, '.');
}

void place_map_why(const struct place_map *map, const struct model *m, size_t item, struct buf *out)
{
	const struct indikator_data *data = indikator_set_data(m->set);
	int place = map->places[item];
	struct indikator_verdict v;
	judge(m, map->by_region && region_of(m, place) >= 0 ? region_of(m, place) : place, map->indicator, false, &v);
	for (size_t i = 0; i < v.evidence_count; i++) {
		const struct indikator_evidence *e = &v.evidence[i];
		if (!e->decided || (e->kind != INDIKATOR_EVIDENCE_STATEMENT && e->kind != INDIKATOR_EVIDENCE_UNIT))
			continue;
		const struct gap *g = e->kind == INDIKATOR_EVIDENCE_STATEMENT ? model_gap(m, data->statements[e->index].id) : NULL;
		if (e->kind == INDIKATOR_EVIDENCE_UNIT)
			say_unit(m, &data->units[e->index], v.elsewhere, out);
		else if (g && g->text)
			buf_str(out, g->text);
		else
			continue;
		indikator_verdict_release(&v);
		return;
	}
	if (v.rule == INDIKATOR_RULE_NO_UNIT)
		buf_str(out, v.status == INDIKATOR_STATUS_MISSING ? _("Inventeringen är fullständig och har ingen enhet här.") : _("Ingen enhet är känd, och inventeringen är inte fullständig."));
	else if (v.status == INDIKATOR_STATUS_UNKNOWN)
		buf_str(out, _("Ingen har uppgett det."));
	indikator_verdict_release(&v);
}

bool place_map_number(const struct model *m, int indicator, int *number, int *of)
{
	int *order = judge_order(m);
	bool found = false;
	*of = 0;
	for (size_t i = 0; i < m->reference->indicators_count; i++) {
		if (!m->reference->indicators[order[i]].service || indicator_is_asked(&m->reference->indicators[order[i]]))
			continue;
		++*of;
		if (order[i] == indicator) {
			*number = *of;
			found = true;
		}
	}
	free(order);
	return found;
}

/* For programs; people have the map. */
static void table(struct doc *d, const struct model *m, const struct place_map *map)
{
	static const struct doc_column columns[] = {
		{.name = "plats", .programs_only = true},     {.name = "region_kod", .programs_only = true},
		{.name = "kommun_kod", .programs_only = true}, {.name = "indikator", .programs_only = true},
		{.name = "ar", .programs_only = true},        {.name = "status", .programs_only = true},
		{.name = "varde", .programs_only = true},     {.name = "betjanas_fran", .programs_only = true},
		{.name = "latitud", .programs_only = true},   {.name = "longitud", .programs_only = true},
	};
	const struct indicator_text *t = &m->reference->indicators[map->indicator];
	struct doc_table *out = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < map->figure.count; i++) {
		const struct place *p = &m->reference->places[map->places[i]];
		struct doc_cell *c = doc_row(d, out);
		struct overview_row row;
		int asked = map->by_region && region_of(m, map->places[i]) >= 0 ? region_of(m, map->places[i]) : map->places[i];
		overview_row_build(&row, &d->arena, m, asked, map->indicator);
		c[0] = doc_text(d, p->name, NULL);
		c[1] = doc_text(d, overview_region_code(m, map->places[i]), NULL);
		c[2] = doc_text(d, p->code, NULL);
		c[3] = doc_text(d, row.title, t->id);
		c[4] = overview_cell_year(d, row.verdict.year);
		c[5] = overview_cell_status(d, &row);
		c[6] = overview_cell_value(d, t, &row);
		c[7] = row.verdict.elsewhere ? doc_text(d, _("en annan kommun"), "annan_kommun")
		       : row.verdict.here    ? doc_text(d, _("kommunen själv"), "kommunen")
		                             : doc_unknown(d, NULL, NULL);
		c[8] = doc_number(d, p->latitude, 5, NUM_HALF_UP);
		c[9] = doc_number(d, p->longitude, 5, NUM_HALF_UP);
		indikator_verdict_release(&row.verdict);
	}
}

void report_map(struct doc *d, const struct model *m, int indicator, int place)
{
	struct place_map map;
	int number, of;
	place_map_build(&map, m, indicator, place);
	doc_heading(d, 1, "%s", map.figure.title);
	overview_when(d, m);
	if (place_map_number(m, indicator, &number, &of))
		doc_paragraph(d, _("Rapportens karta %d av %d."), number, of);
	struct figure_map untitled = map.figure;
	untitled.title = NULL; /* the heading has it */
	doc_map(d, &untitled);
	if (figure_map_count(&map.figure, FIGURE_ELSEWHERE))
		doc_paragraph(d, _("◎ betyder att tjänsten ges av enheter som ligger i en annan kommun."));
	table(d, m, &map);
	place_map_release(&map);
}
