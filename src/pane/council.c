/* Pane 6: the council itself: its seats, and the costs that its principals share. */
#include "council.h"

#include "radsbord/base/language.h"
#include "radsbord/report/network.h"
#include "radsbord/report/seats.h"

#include <stdlib.h>
#include <string.h>

#define SEAT_FILE "ledamoter.rec"

static struct council_state *state_of(struct pane *p)
{
	return (struct council_state *)p;
}

enum { ORGANISATION, ROLE, PERSON, TERM, STATE };
static const struct list_column seat_columns[] = {
	[ORGANISATION] = {.title = N_("Organisation"), .width = 22, .flexible = true},
	[ROLE] = {.title = N_("Roll"), .width = 14, .drop = 1},
	[PERSON] = {.title = N_("Person"), .width = 18, .flexible = true},
	[TERM] = {.title = N_("Till och med"), .width = 12, .drop = 2},
	[STATE] = {.title = N_("Läge"), .width = 14},
};

void council_state_cell(struct council_state *s, enum seat_state state, struct list_cell *out)
{
	static const char *const marks[] = {[SEAT_VACANT] = "○", [SEAT_COMING] = "◐", [SEAT_ENDED] = "!", [SEAT_FILLED] = "●"};
	static const enum role roles[] = {[SEAT_VACANT] = ROLE_MISSING, [SEAT_COMING] = ROLE_PARTLY,
	                                  [SEAT_ENDED] = ROLE_OVERDUE, [SEAT_FILLED] = ROLE_MET};
	buf_printf(&s->cell, "%s %s", marks[state], _(seat_states[state]));
	out->text = buf_cstr(&s->cell);
	out->role = roles[state];
}

static void seat_cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct council_state *s = ctx;
	const struct seat *seat = records_seat(s->model->council, row);
	buf_clear(&s->cell);
	out->text = "";
	switch (column) {
	case ORGANISATION:
		out->text = seat->organisation;
		break;
	case ROLE:
		out->text = _(seat_roles[seat->role].label);
		break;
	case PERSON:
		out->text = seat->person ? seat->person : "–";
		break;
	case TERM:
		if (date_known(seat->to))
			date_format_iso(&s->cell, seat->to);
		out->text = date_known(seat->to) ? buf_cstr(&s->cell) : "–";
		break;
	default:
		council_state_cell(s, seat_state(seat, s->model->today), out);
		break;
	}
}

static void rebuild(struct frame *f, struct pane *p)
{
	struct council_state *s = state_of(p);
	s->model = frame_model(f);
	if (p->part == COUNCIL_COSTS) {
		council_cost_rebuild(s);
		return;
	}
	if (p->part > COUNCIL_COSTS) {
		council_network_rebuild(s);
		return;
	}
	p->source = (struct list_source){
		.ctx = s, .count = s->model->council ? records_count(s->model->council, RECORD_SEAT) : 0, .columns = seat_columns,
		.columns_count = sizeof seat_columns / sizeof *seat_columns, .cell = seat_cell};
}

static void release(struct pane *p)
{
	struct council_state *s = state_of(p);
	cost_sheet_release(&s->sheet);
	free(s->cost_id);
	buf_release(&s->cell);
}

static void describe(struct frame *f, struct pane *p, size_t row, struct detail *d)
{
	(void)f;
	if (p->part == COUNCIL_COSTS)
		council_cost_describe(state_of(p), d);
	else if (p->part > COUNCIL_COSTS)
		council_network_describe(state_of(p), row, d);
	else
		report_seat(&d->doc, state_of(p)->model, records_seat(state_of(p)->model->council, row));
}

static void records(struct frame *f, struct pane *p, size_t row, struct strings *ids, struct arena *a)
{
	const struct cost *cost = council_cost(state_of(p));
	const struct record *r = p->part == COUNCIL_SEATS   ? records_at(frame_model(f)->council, RECORD_SEAT, row)
	                         : p->part != COUNCIL_COSTS ? council_network_record(state_of(p), row)
	                         : cost                     ? &cost->head
	                                                    : NULL;
	if (r)
		strings_add(ids, r->id, a);
}

/* What a cost is shared among are no records. */
static enum record_kind list_kind(const struct pane *p)
{
	return p->part == COUNCIL_SEATS ? RECORD_SEAT : p->part == COUNCIL_COSTS ? RECORD_KINDS : council_network_kind(p->part);
}

static const struct record *record_of(const struct pane *p, size_t row, enum record_kind *kind)
{
	const struct council_state *s = (const struct council_state *)p;
	*kind = list_kind(p);
	if (*kind == RECORD_KINDS)
		return NULL;
	if (p->part == COUNCIL_SEATS)
		return records_at(s->model->council, RECORD_SEAT, row);
	const struct record *r = council_network_record(s, row);
	if (*kind == RECORD_PARTNER && records_find(s->model->council, RECORD_CENTRE, r->id) == r)
		*kind = RECORD_CENTRE;
	return r;
}

static long find(struct frame *f, struct pane *p, enum link_kind kind, const char *id)
{
	struct council_state *s = state_of(p);
	s->model = frame_model(f);
	if (kind == LINK_COST && council_cost_show(s, id)) {
		p->part = COUNCIL_COSTS;
		rebuild(f, p);
		return p->source.count ? 0 : -1;
	}
	if (kind == LINK_NETWORK && s->model->council) {
		long row = council_network_find(s, id);
		if (row >= 0)
			rebuild(f, p);
		return row;
	}
	if (kind != LINK_SEAT || !s->model->council)
		return -1;
	for (size_t i = 0; i < records_count(s->model->council, RECORD_SEAT); i++)
		if (strcmp(records_seat(s->model->council, i)->head.id, id) == 0) {
			p->part = COUNCIL_SEATS;
			rebuild(f, p);
			return (long)i;
		}
	return -1;
}

static const char *why_empty(struct frame *f, struct pane *p)
{
	if (!frame_model(f)->council)
		return command_refusal(NEED_COUNCIL);
	if (p->part == COUNCIL_COSTS && state_of(p)->wrong.code)
		return state_of(p)->wrong.text;
	return _(p->class->empty);
}

static bool command_own(struct frame *f, struct pane *p, enum command c)
{
	struct council_state *s = state_of(p);
	long row = list_selected(&p->list);
	if (p->part == COUNCIL_COSTS)
		return council_cost_command(f, s, c);
	if (p->part > COUNCIL_COSTS)
		return council_network_command(f, s, c);
	if (c == COMMAND_ADD) {
		struct seat fresh;
		record_init(record_type(RECORD_SEAT), &fresh);
		record_form_open(f, RECORD_SEAT, &fresh.head, SEAT_FILE, N_("Ny plats i rådet"));
	} else if (c == COMMAND_EDIT && row >= 0) {
		const struct seat *seat = records_seat(s->model->council, (size_t)row);
		record_form_open(f, RECORD_SEAT, &seat->head, seat->head.file, N_("Ändra plats i rådet"));
	} else {
		return false;
	}
	return true;
}

static void headline(struct frame *f, struct pane *p, struct buf *out)
{
	struct council_state *s = state_of(p);
	s->model = frame_model(f);
	if (p->part == COUNCIL_COSTS) {
		council_cost_headline(s, out);
	} else if (p->part > COUNCIL_COSTS) {
		network_summary(s->model, council_network_kind(p->part), out);
	} else if (s->model->council) {
		struct seat_count n = seats_count(s->model->council, s->model->today);
		buf_printf(out, n.seats == 1 ? _("%zu av %zu plats tillsatt") : _("%zu av %zu platser tillsatta"), n.filled, n.seats);
	}
}

static void note(struct frame *f, struct pane *p, size_t row, struct buf *out)
{
	struct council_state *s = state_of(p);
	(void)f;
	if (p->part == COUNCIL_COSTS)
		council_cost_note(s, row, out);
	else if (p->part > COUNCIL_COSTS)
		council_network_note(s, row, out);
	else if (records_seat(s->model->council, row)->note)
		buf_str(out, records_seat(s->model->council, row)->note);
}

const struct pane_class council_pane = {
	.place = PLACE_COUNCIL,
	.command = COMMAND_PANE_6,
	.title = N_("Rådet"), .short_title = CN_("flik", "Rådet"),
	.empty = N_("Inget att visa. Tryck a för att lägga till, eller Tab för nästa del."),
	.size = sizeof(struct council_state),
	.parts = {CN_("rådet", "Platser"), N_("Kostnader"), CN_("del", "Ombud"), N_("Utbildning"), N_("Parter"), N_("Resurser"), N_("Frågor"), N_("Regler")},
	.part_places = {[COUNCIL_COSTS] = PLACE_COSTS, [COUNCIL_QUESTIONS] = PLACE_QUESTIONS},
	.rebuild = rebuild,
	.release = release,
	.command_own = command_own,
	.describe = describe,
	.records = records,
	.kind = list_kind,
	.record = record_of,
	.find = find,
	.why_empty = why_empty,
	.headline = headline,
	.note = note,
};
