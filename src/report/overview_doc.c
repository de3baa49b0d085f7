/* overview_doc.c - `radsbord oversikt`: the rows of an overview as a table. */
#include "judge.h"

#include "radsbord/base/language.h"
#include "overview_words.h"
#include "overview_cells.h"
#include "small.h"

#include <string.h>

const char *overview_region_code(const struct model *m, int place)
{
	const struct place *p = &m->reference->places[place];
	if (p->level == PLACE_REGION)
		return p->code;
	return p->level == PLACE_COUNTRY ? NULL : p->region;
}

struct doc_cell overview_cell_year(struct doc *d, int year)
{
	if (!year)
		return doc_unknown(d, "–", "");
	struct doc_cell cell = doc_number(d, num_int(year), 0, NUM_HALF_UP);
	cell.text = arena_printf(&d->arena, "%d", year);
	return cell;
}

struct doc_cell overview_cell_status(struct doc *d, const struct overview_row *row)
{
	const char *code = words_status_code(row->verdict.status);
	return code ? doc_text(d, row->status, code) : doc_unknown(d, "", "");
}

struct doc_cell overview_cell_value(struct doc *d, const struct indicator_text *t, const struct overview_row *row)
{
	struct num value = num_of(row->verdict.value);
	if (!num_known(value))
		return doc_unknown(d, *row->value ? row->value : "?", *row->value ? NULL : "");
	struct doc_cell cell = doc_number(d, value, t->decimals, t->rounding);
	cell.text = arena_strdup(&d->arena, row->value);
	return cell;
}

struct doc_cell overview_cell_target(struct doc *d, const struct overview_row *row)
{
	struct num low = num_of(row->verdict.target), high = num_of(row->verdict.target_high);
	struct buf code = {0};
	int decimals = 0;
	if (!num_known(low))
		return doc_unknown(d, "–", "");
	while (decimals < 9 && (num_cmp(num_round(low, decimals, NUM_FLOOR), low) != 0 ||
	                        (num_known(high) && num_cmp(num_round(high, decimals, NUM_FLOOR), high) != 0)))
		decimals++;
	struct doc_cell cell = doc_number(d, low, decimals, NUM_HALF_UP);
	if (num_known(high)) {
		num_format_plain(&code, low, decimals, NUM_HALF_UP);
		buf_str(&code, "–"); /* a hyphen would be read as a date by a spreadsheet */
		num_format_plain(&code, high, decimals, NUM_HALF_UP);
		cell = doc_text(d, row->target, buf_cstr(&code));
	}
	cell.text = arena_strdup(&d->arena, row->target);
	buf_release(&code);
	return cell;
}

struct doc_cell overview_cell_distance(struct doc *d, const struct overview_row *row)
{
	const struct indikator_verdict *v = &row->verdict;
	if (row->hidden && strcmp(row->distance_short, SMALL_MARK) == 0)
		return doc_unknown(d, row->distance_short, NULL);
	if (!v->distance_known || v->status <= INDIKATOR_STATUS_UNKNOWN)
		return doc_unknown(d, "–", "");
	struct doc_cell cell = doc_number(d, num_int(v->distance), 0, NUM_HALF_UP);
	cell.text = arena_strdup(&d->arena, row->distance_short);
	return cell;
}

static struct doc_cell cell_share(struct doc *d, const struct overview_row *row)
{
	const struct indikator_coverage *c = &row->verdict.inhabitants;
	if (!*row->share || c->unknown)
		return doc_unknown(d, *row->share ? row->share : "–", *row->share ? NULL : "");
	struct doc_cell cell = doc_number(d, num_mul(num_frac(c->met, c->total), num_int(100)), 1, NUM_HALF_UP);
	cell.text = arena_strdup(&d->arena, row->share);
	return cell;
}

struct doc_cell overview_cell_published(struct doc *d, const struct overview_row *row)
{
	const struct indikator_verdict *v = &row->verdict;
	struct num published = num_of(v->published);
	if (!num_known(published))
		return doc_unknown(d, "–", "");
	return doc_number(d, published, v->published_decimals, NUM_HALF_UP);
}

void overview_cell_shorten(struct doc *d, struct doc_cell *cell, const struct overview_row *row)
{
	if (cell->kind != CELL_UNKNOWN || !*row->value || row->hidden)
		return;
	cell->code = cell->text;
	cell->text = arena_strdup(&d->arena, overview_municipalities(&d->arena, &row->verdict.municipalities));
}

struct doc_cell overview_cell_rank(struct doc *d, const struct overview_row *row)
{
	if (row->verdict.rank <= 0)
		return doc_unknown(d, "–", "");
	return doc_number(d, num_int(row->verdict.rank), 0, NUM_HALF_UP);
}

struct doc_cell overview_cell_change(struct doc *d, const struct indicator_text *t, const struct overview_row *row)
{
	struct num change = num_of(row->verdict.change);
	if (!num_known(change))
		return *row->change ? doc_unknown(d, row->change, NULL) : doc_unknown(d, "–", "");
	struct doc_cell cell = doc_number(d, change, t->decimals, t->rounding);
	cell.text = arena_strdup(&d->arena, row->change);
	return cell;
}

/* delmal, delmal_ar, delmal_status. */
static void own_target_cells(struct doc *d, const struct model *m, const struct overview_row *row, struct doc_cell *cells)
{
	const struct indikator_verdict *v = &row->verdict;
	if (v->own_target < 0)
		return;
	const struct indikator_target *own = &indikator_set_data(m->set)->targets[v->own_target];
	struct overview_row as_if = *row;
	as_if.verdict.target = own->value;
	as_if.verdict.target_high = own->high;
	as_if.target = row->own_target;
	cells[0] = overview_cell_target(d, &as_if);
	if (own->year)
		cells[1] = overview_cell_year(d, own->year);
	cells[2] = doc_text(d, words_status_code(v->own.status), NULL);
}

static void add_row(struct doc *d, struct doc_table *table, const struct model *m, const struct overview_row *row)
{
	const struct indicator_text *t = &m->reference->indicators[row->indicator];
	struct doc_cell *cells = doc_row(d, table);
	cells[0] = doc_text(d, words_place(m, row->verdict.place), NULL);
	cells[1] = doc_text(d, overview_region_code(m, row->verdict.place), NULL);
	cells[2] = doc_text(d, row->title, t->id);
	cells[3] = overview_cell_year(d, row->verdict.year);
	cells[4] = overview_cell_status(d, row);
	cells[5] = overview_cell_value(d, t, row);
	overview_cell_shorten(d, &cells[5], row);
	cells[6] = overview_cell_target(d, row);
	cells[7] = overview_cell_distance(d, row);
	cells[8] = cell_share(d, row);
	cells[9] = overview_cell_published(d, row);
	cells[10] = doc_text(d, model_source_title(m, t->source), t->source);
	cells[11] = overview_cell_rank(d, row);
	cells[12] = overview_cell_change(d, t, row);
	own_target_cells(d, m, row, &cells[13]);
}

void overview_when(struct doc *d, const struct model *m)
{
	struct date day = words_service_day(m, m->year);
	const char *held = m->criteria == INDIKATOR_DEMAND ? _(" Mätt mot rapportens kriterier.") : "";
	if (m->year)
		doc_paragraph(d, _("Tal för %d, verksamheter den %s.%s"), m->year, words_day(&d->arena, day), held);
	else
		doc_paragraph(d, _("Senaste tal, verksamheter den %s.%s"), words_day(&d->arena, day), held);
}

/* The council's own targets stand beside the national ones, a line each. */
static void own_targets(struct doc *d, const struct model *m, const struct overview *o)
{
	for (size_t i = 0; i < o->count; i++) {
		const struct overview_row *row = &o->rows[i];
		if (row->verdict.own_target < 0)
			continue;
		const struct indikator_target *own = &indikator_set_data(m->set)->targets[row->verdict.own_target];
		doc_item(d, _("%s: rådets delmål %s%s, %s."), row->title, row->own_target,
		         own->year ? arena_printf(&d->arena, _(" senast %d"), own->year) : "",
		         words_own_status(row->verdict.own.status));
	}
}

static void notes(struct doc *d, const struct overview *o)
{
	for (size_t i = 0; i < o->count; i++)
		if (o->rows[i].note)
			doc_item(d, "%s: %s", o->rows[i].title, o->rows[i].note);
}

void report_overview(struct doc *d, const struct model *m, int place)
{
	static const struct doc_column columns[] = {
		{.name = "plats", .label = N_("Plats"), .programs_only = true},
		{.name = "region_kod", .label = N_("Region"), .programs_only = true},
		{.name = "indikator", .label = N_("Indikator")},
		{.name = "ar", .label = N_("År"), .programs_only = true},
		{.name = "status", .label = N_("Läge"), .keep = true},
		{.name = "varde", .label = N_("Värde"), .align = TEXT_RIGHT},
		{.name = "mal", .label = NC_("mal", "Mål"), .align = TEXT_RIGHT},
		{.name = "avstand", .label = N_("Avstånd"), .align = TEXT_RIGHT},
		{.name = "andel_invanare", .label = N_("Invånare"), .align = TEXT_RIGHT, .programs_only = true},
		{.name = "publicerat", .label = N_("Tryckt"), .align = TEXT_RIGHT, .programs_only = true},
		{.name = "kalla", .label = N_("Källa"), .programs_only = true},
		{.name = "rang", .label = NC_("rang", "Plats"), .programs_only = true},
		{.name = "forandring", .label = N_("Ändring"), .programs_only = true},
		{.name = "delmal", .label = N_("Delmål"), .programs_only = true},
		{.name = "delmal_ar", .label = N_("Delmål år"), .programs_only = true},
		{.name = "delmal_status", .label = N_("Läge mot delmål"), .programs_only = true},
	};
	struct overview o;
	overview_build(&o, m, place);
	doc_heading(d, 1, _("%s: hur det står till"), words_place(m, place));
	overview_when(d, m);
	struct doc_table *t = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < o.count; i++)
		add_row(d, t, m, &o.rows[i]);
	if (judge_has_parts(m, place))
		doc_paragraph(d, _("Värdet ”2 av 9” betyder kommuner där tjänsten finns, ”2–5 av 9” att läget är okänt i "
		                 "några. Ett frågetecken betyder att ingen har uppgett det."));
	else
		doc_paragraph(d, _("Ett frågetecken betyder att ingen har uppgett värdet."));
	own_targets(d, m, &o);
	notes(d, &o);
	overview_release(&o);
}
