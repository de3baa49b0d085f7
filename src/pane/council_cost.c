/* Part Kostnader of pane 6: one shared cost, a row a payer; Space lets a municipality take part or not. */
#include "council.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

enum { PAYER, TAKES_PART, PEOPLE, PART, KRONOR, EACH };
static const struct list_column columns[] = {
	[PAYER] = {.title = N_("Betalare"), .width = 22, .flexible = true},
	[TAKES_PART] = {.title = CN_("kolumn", "Deltar"), .width = 7},
	[PEOPLE] = {.title = CN_("kolumn", "Invånare"), .width = 10, .align = TEXT_RIGHT, .drop = 2},
	[PART] = {.title = N_("Andel"), .width = 8, .align = TEXT_RIGHT, .drop = 1},
	[KRONOR] = {.title = N_("Kronor"), .width = 12, .align = TEXT_RIGHT},
	[EACH] = {.title = N_("Kr per inv."), .width = 11, .align = TEXT_RIGHT},
};

const struct cost *council_cost(const struct council_state *s)
{
	const struct cost *first = costs_count(s->model) ? costs_at(s->model, 0) : NULL;
	for (size_t i = 0; s->cost_id && i < costs_count(s->model); i++)
		if (strcmp(costs_at(s->model, i)->head.id, s->cost_id) == 0)
			return costs_at(s->model, i);
	return first;
}

static void cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct council_state *s = ctx;
	const struct cost_payer *p = &s->sheet.payers[row];
	const struct indikator_payer *in = &s->sheet.in[row];
	int64_t amount = s->sheet.out[row].amount;
	buf_clear(&s->cell);
	switch (column) {
	case PAYER:
		buf_str(&s->cell, p->name);
		break;
	case TAKES_PART:
		buf_str(&s->cell, in->absent ? _("○ nej") : _("● ja"));
		break;
	case PEOPLE:
		if (p->by_inhabitants)
			num_format(&s->cell, num_int(in->weight), 0, NUM_HALF_UP);
		break;
	case PART:
		num_format(&s->cell, num_mul(cost_sheet_part(&s->sheet, row), num_int(100)), 1, NUM_HALF_UP);
		buf_str(&s->cell, "\u00a0%");
		break;
	case KRONOR:
		num_format(&s->cell, num_int(amount), 0, NUM_HALF_UP);
		break;
	default:
		if (p->by_inhabitants && !in->absent && in->weight)
			num_format(&s->cell, num_frac(amount, in->weight), 2, NUM_HALF_UP);
		else
			buf_str(&s->cell, "–");
		break;
	}
	out->text = buf_cstr(&s->cell);
	if (in->absent)
		out->role = ROLE_MUTED;
}

static int compare(void *ctx, size_t a, size_t b, size_t column)
{
	const struct cost_sheet *s = &((struct council_state *)ctx)->sheet;
	const struct num each[2] = {num_frac(s->out[a].amount, s->in[a].weight), num_frac(s->out[b].amount, s->in[b].weight)};
	switch (column) {
	case PAYER:
		return text_compare(s->payers[a].name, s->payers[b].name);
	case TAKES_PART:
		return s->in[a].absent - s->in[b].absent;
	case PEOPLE:
		return (s->in[a].weight > s->in[b].weight) - (s->in[a].weight < s->in[b].weight);
	case EACH:
		if (num_known(each[0]) && num_known(each[1]))
			return num_cmp(each[0], each[1]);
		return num_known(each[1]) - num_known(each[0]);
	default:
		return (s->out[a].amount > s->out[b].amount) - (s->out[a].amount < s->out[b].amount);
	}
}

void council_cost_rebuild(struct council_state *s)
{
	const struct cost *cost = council_cost(s);
	cost_sheet_release(&s->sheet);
	error_clear(&s->wrong);
	bool fine = cost && cost_sheet_fill(&s->sheet, s->model, cost, &s->wrong);
	s->pane.source = (struct list_source){.ctx = s, .count = fine ? s->sheet.count : 0, .columns = columns,
	                                      .columns_count = sizeof columns / sizeof *columns, .cell = cell, .compare = compare};
}

bool council_cost_show(struct council_state *s, const char *id)
{
	for (size_t i = 0; i < costs_count(s->model); i++)
		if (strcmp(costs_at(s->model, i)->head.id, id) == 0) {
			char *kept = mem_strdup(id);
			free(s->cost_id);
			s->cost_id = kept;
			return true;
		}
	return false;
}

static void step(struct frame *f, struct council_state *s, int by)
{
	size_t n = costs_count(s->model);
	if (n < 2) {
		frame_say(f, n ? _("Det här är den enda kostnaden. Tryck a för en ny.") : _("Ingen kostnad är inlagd. Tryck a för en ny."));
		return;
	}
	for (size_t i = 0; i < n; i++)
		if (costs_at(s->model, i) == council_cost(s)) {
			council_cost_show(s, costs_at(s->model, (i + n + (size_t)by) % n)->head.id);
			break;
		}
	frame_rebuild(f);
	list_update(&s->pane.list, &s->pane.source, 0);
}

static void add_cost(struct frame *f)
{
	const struct model *m = frame_model(f);
	struct cost fresh;
	record_init(record_type(RECORD_COST), &fresh);
	fresh.region = m->settings ? m->settings->region : NULL;
	fresh.counted = (struct date){m->today.year - 1, 12, 31};
	for (size_t i = 0; i < m->reference->places_count; i++)
		if (m->reference->places[i].level == PLACE_MUNICIPALITY)
			while (fresh.counted.year > 1900 &&
			       indikator_find_observation(m->set, (int)i, fresh.counted.year, "invanare", "scb") < 0)
				fresh.counted.year--;
	record_form_open(f, RECORD_COST, &fresh.head, COST_FILE, N_("Ny kostnad som delas"));
}

static void toggle(struct frame *f, const struct council_state *s, const struct cost *cost)
{
	long row = list_selected(&s->pane.list);
	const struct cost_payer *p = row < 0 ? NULL : &s->sheet.payers[row];
	struct changes c = {0};
	if (!p || !p->by_inhabitants) {
		frame_say(f, _("Den som har en fast andel deltar alltid. Tryck e för att ändra andelarna."));
	} else if (!p->code) {
		frame_say(f, _("Kommunerna har ett gemensamt invånarantal. Skriv vars och ens antal först: tryck e."));
	} else {
		cost_toggle(&c, cost, p->code, p->name);
		frame_apply(f, &c, NULL);
	}
}

bool council_cost_command(struct frame *f, struct council_state *s, enum command c)
{
	const struct cost *cost = council_cost(s);
	if (c == COMMAND_PREVIOUS_COST || c == COMMAND_NEXT_COST) {
		step(f, s, c == COMMAND_NEXT_COST ? 1 : -1);
	} else if (c == COMMAND_ADD) {
		add_cost(f);
	} else if (c == COMMAND_EDIT_COST || c == COMMAND_TOGGLE) {
		if (cost && cost_is_example(s->model, cost))
			frame_say(f, _("Det här är källans exempel och kan inte ändras. Tryck a för en egen kostnad."));
		else if (cost && c == COMMAND_EDIT_COST)
			record_form_open(f, RECORD_COST, &cost->head, cost->head.file, N_("Ändra kostnad"));
		else if (cost)
			toggle(f, s, cost);
		else
			frame_say(f, _("Ingen kostnad är inlagd. Tryck a för en ny."));
	} else {
		return false;
	}
	return true;
}

void council_cost_describe(struct council_state *s, struct detail *d)
{
	doc_heading(&d->doc, 1, "%s", s->sheet.cost->name);
	report_cost_how(&d->doc, s->model, &s->sheet);
}

void council_cost_headline(const struct council_state *s, struct buf *out)
{
	const struct cost *cost = council_cost(s);
	if (!cost)
		return;
	if (s->wrong.code) {
		buf_printf(out, _("%s: kan inte räknas ut"), cost->name);
		return;
	}
	buf_str(out, cost_is_example(s->model, cost) ? _("Exempel, ") : "");
	num_format(out, num_int(s->sheet.sum.paid), 0, NUM_HALF_UP);
	buf_printf(out, _("\u00a0kr: %s"), cost->name);
}

void council_cost_note(const struct council_state *s, size_t row, struct buf *out)
{
	const struct indikator_split *sum = &s->sheet.sum;
	(void)row;
	num_format(out, num_of(sum->per_weight), 2, NUM_HALF_UP);
	buf_str(out, _("\u00a0kr per invånare"));
	if (sum->uncovered > 0) {
		buf_str(out, ", ");
		num_format(out, num_int(sum->uncovered), 0, NUM_HALF_UP);
		buf_str(out, _("\u00a0kr täcks inte"));
	}
	buf_str(out, sum->weight == sum->weight_present ? _(", alla kommuner deltar.") : _(", några deltar inte."));
}
