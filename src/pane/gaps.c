/* Pane 2: what is missing, what exists, and what the report proposes. */
#include "gaps.h"

#include "radsbord/base/language.h"
#include "radsbord/report/explain.h"

#include <stdlib.h>
#include <string.h>

/* ---- saknas ---------------------------------------------------------------- */

enum { GAP_SERVICE, GAP_WHERE, GAP_DEGREE, GAP_TEXT, GAP_CHECKED, GAP_ACTIONS };
static const struct list_column gap_columns[] = {
	[GAP_SERVICE] = {.title = N_("Tjänst"), .width = 24, .flexible = true},
	[GAP_WHERE] = {.title = N_("Var"), .width = 13, .flexible = true},
	[GAP_DEGREE] = {.title = N_("Läge"), .width = 23},
	[GAP_TEXT] = {.title = N_("Vad"), .width = 40, .flexible = true, .drop = 3},
	[GAP_CHECKED] = {.title = N_("Kontrollerad"), .width = 12, .drop = 4},
	[GAP_ACTIONS] = {.title = N_("Åtg."), .width = 4, .align = TEXT_RIGHT, .drop = 1},
};

static void gap_cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct gaps_state *s = ctx;
	const struct gap_row *r = &s->gaps.items[row];
	buf_clear(&s->cell);
	out->text = "";
	switch (column) {
	case GAP_SERVICE:
		out->text = r->service;
		break;
	case GAP_WHERE:
		out->text = r->where;
		break;
	case GAP_DEGREE:
		buf_printf(&s->cell, "%s %s", gap_extent(r->gap) == EXTENT_MISSING ? "○" : "◐", r->degree);
		out->text = buf_cstr(&s->cell);
		out->role = gap_extent(r->gap) == EXTENT_MISSING ? ROLE_MISSING : ROLE_PARTLY;
		break;
	case GAP_TEXT:
		out->text = r->gap->text;
		break;
	case GAP_CHECKED:
		if (date_known(r->gap->checked))
			date_format_iso(&s->cell, r->gap->checked);
		out->text = buf_cstr(&s->cell);
		break;
	case GAP_ACTIONS:
		if (r->actions)
			buf_printf(&s->cell, "%zu", r->actions);
		out->text = r->actions ? buf_cstr(&s->cell) : "–";
		break;
	default:
		break;
	}
}

/* ---- the pane ---------------------------------------------------------------- */

/* A unit is shown where it lies and where it serves; the country shows all. */
static bool unit_concerns(const struct frame *f, const struct unit *u)
{
	const struct model *m = frame_model(f);
	const struct reference *r = m->reference;
	const char *codes[] = {u->lies_in, u->region};
	if (r->places[f->place].level == PLACE_COUNTRY)
		return true;
	for (size_t i = 0; i < 2 + u->serves.count; i++) {
		const char *code = i < 2 ? codes[i] : u->serves.items[i - 2];
		int at = reference_place_by_code(r, code);
		if (at < 0)
			continue;
		/* within the place; or what it serves holds the place */
		if (indikator_within(m->set, at, f->place) || (i >= 2 && indikator_within(m->set, f->place, at)))
			return true;
	}
	return false;
}

/* Neither the answers of an earlier inventory, nor what has closed, nor what the council has its own in place of. */
static bool unit_is_listed(const struct model *m, const struct records *from, const struct unit *u)
{
	return !u->successor && !model_outweighed(m, from, RECORD_UNIT, u->head.id) && !(date_known(u->to) && date_cmp(u->to, m->today) < 0);
}

enum gap_grouping gaps_grouping(const struct gaps_state *s)
{
	return s->view == GAPS_BY_SERVICE || s->view == GAPS_COUNTED_BY_SERVICE ? GAP_BY_SERVICE : GAP_BY_PLACE;
}

bool gaps_counted(const struct gaps_state *s)
{
	return s->pane.part == PART_GAPS && s->view >= GAPS_COUNTED_BY_SERVICE;
}

static void collect(struct frame *f, struct gaps_state *s)
{
	const struct model *m = frame_model(f);
	const struct records *all[] = {m->council, m->national};
	s->model = m;
	s->place = f->place;
	s->units_count = s->proposals_count = 0;
	gap_counts_release(&s->counts);
	gap_rows_release(&s->gaps);
	gap_rows_build(&s->gaps, m, f->place);
	gap_rows_sort(&s->gaps, m, gaps_grouping(s));
	gap_counts_build(&s->counts, m, &s->gaps, f->place, gaps_grouping(s));
	action_answers_make(&s->answers, m->council);
	for (size_t k = 0; k < 2; k++) {
		for (size_t i = 0; all[k] && i < records_count(all[k], RECORD_UNIT); i++)
			if (unit_is_listed(m, all[k], records_unit(all[k], i)) && unit_concerns(f, records_unit(all[k], i))) {
				s->units = mem_grow(s->units, s->units_count, &s->units_cap, sizeof *s->units);
				s->units[s->units_count++] = records_unit(all[k], i);
			}
		for (size_t i = 0; all[k] && i < records_count(all[k], RECORD_PROPOSAL); i++) {
			s->proposals = mem_grow(s->proposals, s->proposals_count, &s->proposals_cap, sizeof *s->proposals);
			s->proposals[s->proposals_count++] = records_proposal(all[k], i);
		}
	}
}

static void rebuild(struct frame *f, struct pane *p)
{
	struct gaps_state *s = (struct gaps_state *)p;
	collect(f, s);
	const struct list_source sources[] = {
		[PART_GAPS] = {.count = s->gaps.count, .columns = gap_columns, .columns_count = sizeof gap_columns / sizeof *gap_columns,
	                       .cell = gap_cell},
		[PART_UNITS] = {.count = s->units_count, .columns = unit_columns,
	                        .columns_count = UNIT_COLUMNS, .cell = unit_cell},
		[PART_PROPOSALS] = {.count = s->proposals_count, .columns = proposal_columns,
	                            .columns_count = PROPOSAL_COLUMNS, .cell = proposal_cell},
	};
	p->source = gaps_counted(s) ? gap_counts_source(s) : sources[p->part];
	p->source.ctx = s;
}

static void release(struct pane *p)
{
	struct gaps_state *s = (struct gaps_state *)p;
	gap_counts_release(&s->counts);
	gap_rows_release(&s->gaps);
	free(s->units);
	free(s->proposals);
	action_answers_release(&s->answers);
	buf_release(&s->cell);
	gaps_answer_release(s);
}

static void link_actions(const struct model *m, const char *gap, const char *proposal, struct detail *d)
{
	for (size_t i = 0; m->council && i < records_count(m->council, RECORD_ACTION); i++) {
		const struct action *a = records_action(m->council, i);
		if ((gap && strings_has(&a->gaps, gap)) || (proposal && strings_has(&a->proposals, proposal)))
			detail_link(d, LINK_ACTION, a->head.id, _("Åtgärd %lld: %s"), (long long)a->nr, a->title);
	}
}

static void describe(struct frame *f, struct pane *p, size_t row, struct detail *d)
{
	struct gaps_state *s = (struct gaps_state *)p;
	const struct model *m = frame_model(f);
	if (gaps_counted(s)) {
		gap_counts_describe(s, row, d);
	} else if (p->part == PART_GAPS) {
		const struct gap *g = s->gaps.items[row].gap;
		report_gap(&d->doc, m, g);
		for (size_t i = 0; i < m->reference->indicators_count; i++)
			if (m->reference->indicators[i].service && strcmp(m->reference->indicators[i].service, service_choices[g->service].code) == 0)
				detail_link(d, LINK_INDICATOR, m->reference->indicators[i].id, _("Indikator: %s"), _(m->reference->indicators[i].title));
		link_actions(m, g->head.id, NULL, d);
	} else if (p->part == PART_UNITS) {
		report_unit(&d->doc, m, s->units[row]);
	} else {
		report_proposal(&d->doc, m, s->proposals[row]);
		link_actions(m, NULL, s->proposals[row]->head.id, d);
	}
}

/* A gap or unit of the council's own, and the answers to a proposal. */
static void records(struct frame *f, struct pane *p, size_t row, struct strings *ids, struct arena *a)
{
	struct gaps_state *s = (struct gaps_state *)p;
	const struct records *council = frame_model(f)->council;
	if (gaps_counted(s))
		return;
	if (p->part == PART_GAPS && records_find(council, RECORD_GAP, s->gaps.items[row].gap->head.id))
		strings_add(ids, s->gaps.items[row].gap->head.id, a);
	if (p->part == PART_UNITS && records_find(council, RECORD_UNIT, s->units[row]->head.id))
		strings_add(ids, s->units[row]->head.id, a);
	for (size_t i = 0; p->part == PART_PROPOSALS && i < records_count(council, RECORD_ANSWER); i++)
		if (strcmp(records_proposal_answer(council, i)->proposal, s->proposals[row]->head.id) == 0)
			strings_add(ids, records_proposal_answer(council, i)->head.id, a);
}

/* Groups of gaps are no records. */
static enum record_kind list_kind(const struct pane *p)
{
	static const enum record_kind kinds[] = {[PART_GAPS] = RECORD_GAP, [PART_UNITS] = RECORD_UNIT, [PART_PROPOSALS] = RECORD_PROPOSAL};
	return gaps_counted((const struct gaps_state *)p) ? RECORD_KINDS : kinds[p->part];
}

static const struct record *record_of(const struct pane *p, size_t row, enum record_kind *kind)
{
	const struct gaps_state *s = (const struct gaps_state *)p;
	*kind = list_kind(p);
	if (*kind == RECORD_KINDS)
		return NULL;
	return p->part == PART_GAPS ? &s->gaps.items[row].gap->head : p->part == PART_UNITS ? &s->units[row]->head : &s->proposals[row]->head;
}

static bool about(struct frame *f, struct pane *p, size_t row, enum link_kind *kind, const char **id)
{
	struct gaps_state *s = (struct gaps_state *)p;
	(void)f;
	*kind = p->part == PART_GAPS ? LINK_GAP : p->part == PART_UNITS ? LINK_UNIT : LINK_PROPOSAL;
	*id = p->part == PART_GAPS    ? s->gaps.items[row].gap->head.id
	      : p->part == PART_UNITS ? s->units[row]->head.id
	                              : s->proposals[row]->head.id;
	return true;
}

static long find(struct frame *f, struct pane *p, enum link_kind kind, const char *id)
{
	struct gaps_state *s = (struct gaps_state *)p;
	(void)f;
	for (size_t i = 0; kind == LINK_GAP && i < s->gaps.count; i++)
		if (strcmp(s->gaps.items[i].gap->head.id, id) == 0) {
			s->view = gaps_grouping(s) == GAP_BY_SERVICE ? GAPS_BY_SERVICE : GAPS_BY_PLACE;
			p->part = PART_GAPS;
			return (long)i;
		}
	for (size_t i = 0; kind == LINK_UNIT && i < s->units_count; i++)
		if (strcmp(s->units[i]->head.id, id) == 0) {
			p->part = PART_UNITS;
			return (long)i;
		}
	for (size_t i = 0; kind == LINK_PROPOSAL && i < s->proposals_count; i++)
		if (strcmp(s->proposals[i]->head.id, id) == 0) {
			p->part = PART_PROPOSALS;
			return (long)i;
		}
	return -1;
}

static int64_t shows(const struct pane *p)
{
	return ((const struct gaps_state *)p)->view;
}

static void show(struct pane *p, int64_t view)
{
	((struct gaps_state *)p)->view = (enum gaps_view)view;
}

/* ---- commands ---------------------------------------------------------------- */

/* The next way to order or count the gaps. */
static void next_view(struct frame *f, struct gaps_state *s)
{
	static const char *const said[GAPS_VIEWS] = {
		[GAPS_BY_SERVICE] = N_("Efter tjänst."), [GAPS_BY_PLACE] = N_("Efter plats."),
		[GAPS_COUNTED_BY_SERVICE] = N_("Antal per tjänst."), [GAPS_COUNTED_BY_PLACE] = N_("Antal per plats.")};
	bool counted = gaps_counted(s);
	s->view = (enum gaps_view)((s->view + 1) % GAPS_VIEWS);
	if (counted != gaps_counted(s)) { /* other columns, and other words */
		s->pane.list.filter[0] = '\0';
		s->pane.list.sort_column = -1;
	}
	frame_rebuild(f);
	frame_say(f, "%s", _(said[s->view]));
}

static bool command_own(struct frame *f, struct pane *p, enum command c)
{
	struct gaps_state *s = (struct gaps_state *)p;
	long row = list_selected(&p->list);
	if (c == COMMAND_ARRANGE) {
		next_view(f, s);
		return true;
	}
	if (c == COMMAND_ANSWER) {
		gaps_answer(f, s, row);
		return true;
	}
	if (inventory_command(f, s, c))
		return true;
	if (c != COMMAND_ADD)
		return false;
	if (row < 0) {
		frame_say(f, _("Ingen rad är vald."));
		return true;
	}
	if (p->part == PART_PROPOSALS) {
		gap_action_make(f, NULL, s->proposals[row]);
		return true;
	}
	if (gaps_counted(s)) {
		frame_say(f, _("Det är ett antal. Tryck v tills bristerna står en och en, och välj en av dem."));
		return true;
	}
	gap_action_open(f, s->gaps.items[row].gap);
	return true;
}

static void headline(struct frame *f, struct pane *p, struct buf *out)
{
	struct gaps_state *s = (struct gaps_state *)p;
	(void)f;
	if (p->part == PART_UNITS) {
		buf_printf(out, s->units_count == 1 ? _("%zu enhet") : _("%zu enheter"), s->units_count);
	} else if (p->part == PART_PROPOSALS) {
		buf_printf(out, _("%zu förslag"), s->proposals_count);
	} else {
		gap_counts_say(&s->counts, out);
	}
}

static void note(struct frame *f, struct pane *p, size_t row, struct buf *out)
{
	struct gaps_state *s = (struct gaps_state *)p;
	(void)f;
	if (gaps_counted(s))
		return;
	if (p->part == PART_GAPS)
		buf_str(out, s->gaps.items[row].gap->text);
	else if (p->part == PART_UNITS)
		buf_str(out, s->units[row]->text ? s->units[row]->text : "");
	else
		buf_str(out, s->proposals[row]->text);
}

const struct pane_class gaps_pane = {
	.place = PLACE_EXISTS,
	.command = COMMAND_PANE_2,
	.title = N_("Finns och saknas"),
	.short_title = CN_("flik", "Saknas"),
	.empty = N_("Inget är antecknat här."),
	.size = sizeof(struct gaps_state),
	.parts = {N_("Saknas"), CN_("del", "Finns"), CN_("del", "Förslag")},
	.part_places = {[PART_GAPS] = PLACE_MISSING, [PART_UNITS] = PLACE_UNITS},
	.rebuild = rebuild,
	.release = release,
	.command_own = command_own,
	.describe = describe,
	.records = records,
	.kind = list_kind,
	.record = record_of,
	.about = about,
	.find = find,
	.shows = shows,
	.show = show,
	.headline = headline,
	.note = note,
};
