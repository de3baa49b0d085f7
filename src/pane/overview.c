/* Pane 1: how the place stands, a row an indicator; or a picture of one of them. */
#include "overview_table.h"

#include "radsbord/base/language.h"
#include "radsbord/report/explain.h"
#include "radsbord/report/gaps.h"
#include "radsbord/report/overview.h"
#include "radsbord/report/referral.h"

#include <string.h>

enum { REMIND_DAYS = 30 }; /* how long before an answer is due it is said here */

/* The map and what is thought of have keys of their own. */
enum part { PART_OVERVIEW, PART_WHATIF, PART_MAP, PART_BESIDE };
static void set_part(struct overview_state *s)
{
	bool thinking = thought_is_open(&s->thought);
	s->pane.part = thinking ? PART_WHATIF : s->view == VIEW_MAP ? PART_MAP : s->view == VIEW_BESIDE ? PART_BESIDE : PART_OVERVIEW;
	s->pane.alert = thinking;
}

static void rebuild(struct frame *f, struct pane *p)
{
	struct overview_state *s = (struct overview_state *)p;
	overview_release(&s->overview);
	overview_build(&s->overview, frame_model(f), f->place);
	p->source = overview_table_source(f, s);
	thought_rebuild(f, &s->thought);
	map_view_forget(&s->map);
	set_part(s);
	if (s->view == VIEW_BESIDE && !thought_is_open(&s->thought)) {
		beside_view_build(f, &s->beside);
		p->source = beside_view_source(&s->beside);
	}
	if (thought_is_open(&s->thought))
		p->source = thought_source(&s->thought);
}

struct beside_view *overview_beside(struct frame *f)
{
	return &((struct overview_state *)frame_pane(f))->beside;
}

/* Which indicator a row is about, in the table that is shown. */
static int indicator_at(const struct overview_state *s, size_t row)
{
	if (thought_is_open(&s->thought))
		return s->thought.rows.items[row].after.indicator;
	return s->view == VIEW_BESIDE ? s->beside.beside.rows[row].indicator : s->overview.rows[row].indicator;
}

struct thought *overview_thought(struct frame *f)
{
	return &((struct overview_state *)frame_pane(f))->thought;
}

static void release(struct pane *p)
{
	struct overview_state *s = (struct overview_state *)p;
	thought_release(&s->thought);
	map_view_forget(&s->map);
	beside_view_release(&s->beside);
	arena_release(&s->years_arena);
	overview_release(&s->overview);
	buf_release(&s->cell);
}

/* First the explanation, then the gaps of the service: the chain from indicator to gap. */
static void describe(struct frame *f, struct pane *p, size_t row, struct detail *d)
{
	struct overview_state *s = (struct overview_state *)p;
	const struct model *m = frame_model(f);
	bool thinking = thought_is_open(&s->thought);
	int indicator = indicator_at(s, row);
	int place = s->view == VIEW_MAP && !thinking ? map_view_place(f, &s->map) : f->place;
	const char *service = m->reference->indicators[indicator].service;
	if (thinking)
		report_whatif_explain(&d->doc, &s->thought.whatif, f->place, indicator);
	else
		report_explain(&d->doc, m, place, indicator);
	for (size_t i = 0; m->council && i < records_count(m->council, RECORD_GOAL); i++) {
		const struct goal *g = records_goal(m->council, i);
		if (strings_has(&g->indicators, m->reference->indicators[indicator].id))
			detail_link(d, LINK_PLAN, g->head.id, _("Mål: %s"), g->title);
	}
	if (!service)
		return;
	struct gap_rows gaps = {0};
	gap_rows_build(&gaps, m, place);
	for (size_t i = 0; i < gaps.count; i++)
		if (strcmp(service_choices[gaps.items[i].gap->service].code, service) == 0)
			detail_link(d, LINK_GAP, gaps.items[i].gap->head.id, _("Brist %s %s: %s"), gaps.items[i].gap->head.id,
			            gaps.items[i].where, gaps.items[i].gap->text);
	gap_rows_release(&gaps);
}

static long find(struct frame *f, struct pane *p, enum link_kind kind, const char *id)
{
	struct overview_state *s = (struct overview_state *)p;
	const struct reference *r = frame_model(f)->reference;
	if (kind != LINK_INDICATOR)
		return -1;
	for (size_t i = 0; i < s->overview.count; i++)
		if (strcmp(r->indicators[s->overview.rows[i].indicator].id, id) == 0) {
			thought_forget(&s->thought); /* a link leads to the data, not to what is thought of them */
			s->view = VIEW_TABLE;
			rebuild(f, p);
			return (long)i;
		}
	return -1;
}

static int64_t shows(const struct pane *p)
{
	return ((const struct overview_state *)p)->view;
}

static void show(struct pane *p, int64_t view)
{
	((struct overview_state *)p)->view = (enum view)view;
}

/* The next service among the rows, all round: the report's maps are of services. */
static void step_map(struct frame *f, struct overview_state *s, int by)
{
	struct list *l = &s->pane.list;
	for (size_t i = 1; i <= l->shown; i++) {
		size_t at = (l->cursor + l->shown + (by > 0 ? i : l->shown - i)) % l->shown;
		int number, of;
		if (!place_map_number(frame_model(f), s->overview.rows[l->order[at]].indicator, &number, &of))
			continue;
		list_update(l, &s->pane.source, (long)l->order[at]);
		return;
	}
	frame_say(f, _("Filtret visar ingen av rapportens kartor. Esc visar tabellen."));
}

/* Another view, on the row of the same indicator. */
static void set_view(struct frame *f, struct overview_state *s, enum view view)
{
	struct list *l = &s->pane.list;
	long row = list_selected(l);
	int indicator = row < 0 ? -1 : indicator_at(s, (size_t)row);
	bool other_columns = (s->view == VIEW_BESIDE) != (view == VIEW_BESIDE);
	s->view = view;
	set_part(s);
	if (!other_columns)
		return;
	l->sort_column = -1;
	rebuild(f, &s->pane);
	row = 0;
	for (size_t i = 0; i < s->pane.source.count; i++)
		if (indicator_at(s, i) == indicator)
			row = (long)i;
	list_update(l, &s->pane.source, row);
}

static bool command_map(struct frame *f, struct overview_state *s, enum command c)
{
	static const struct {
		enum command command;
		enum figure_step step;
	} steps[] = {{COMMAND_WEST, FIGURE_WEST}, {COMMAND_EAST, FIGURE_EAST}, {COMMAND_UP, FIGURE_NORTH}, {COMMAND_DOWN, FIGURE_SOUTH}};
	if (s->pane.part != PART_MAP)
		return false;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (steps[i].command == c) {
			map_view_step(&s->map, steps[i].step);
			return true;
		}
	if (c == COMMAND_NEXT_MAP || c == COMMAND_PREVIOUS_MAP)
		step_map(f, s, c == COMMAND_NEXT_MAP ? 1 : -1);
	else if (c == COMMAND_EXPLAIN)
		frame_open_row(f);
	else if (c == COMMAND_LEAVE_VIEW)
		set_view(f, s, VIEW_TABLE);
	else
		return false;
	return true;
}

static bool command_own(struct frame *f, struct pane *p, enum command c)
{
	struct overview_state *s = (struct overview_state *)p;
	if (c == COMMAND_WHATIF || c == COMMAND_WHATIF_MORE) {
		thought_menu(f, &s->thought);
		return true;
	}
	if (c == COMMAND_WHATIF_BARS) {
		s->thought.bars = !s->thought.bars;
		return true;
	}
	if (c == COMMAND_WHATIF_LEAVE) {
		thought_step_back(f, &s->thought);
		return true;
	}
	if (c == COMMAND_VIEW) {
		set_view(f, s, (enum view)((s->view + 1) % VIEWS));
		return true;
	}
	if ((c == COMMAND_PAGE_UP || c == COMMAND_PAGE_DOWN) && (s->view == VIEW_REGIONS || s->view == VIEW_YEARS)) {
		bars_view_page(&s->bars, c == COMMAND_PAGE_DOWN ? 1 : -1);
		return true;
	}
	if (c == COMMAND_OTHER_PLACE) {
		beside_view_choose(f);
		return true;
	}
	return command_map(f, s, c);
}

/* The selected indicator as a picture. */
static bool draw(struct frame *f, struct pane *p, struct canvas *c, struct rect r)
{
	struct overview_state *s = (struct overview_state *)p;
	long row = list_selected(&p->list);
	if (thought_is_open(&s->thought) && s->thought.bars && row >= 0) {
		thought_draw_bars(f, &s->thought, (size_t)row, c, r);
		return true;
	}
	if (s->view == VIEW_TABLE || s->view == VIEW_BESIDE || row < 0 || thought_is_open(&s->thought))
		return false;
	if (s->view == VIEW_MAP)
		map_view_draw(f, &s->map, s->overview.rows[row].indicator, c, r);
	else
		bars_view_draw(f, &s->bars, s->overview.rows[row].indicator, s->view == VIEW_YEARS, c, r);
	return true;
}

static void headline(struct frame *f, struct pane *p, struct buf *out)
{
	const struct model *m = frame_model(f);
	const struct thought *t = &((struct overview_state *)p)->thought;
	if (thought_is_open(t)) {
		thought_headline(t, out);
		return;
	}
	if (m->reference->places[f->place].level == PLACE_REGION)
		buf_printf(out, "%s%s", m->year ? "" : _("Senaste uppgifter"),
		           m->criteria == INDIKATOR_DEMAND ? _(" (rapportens kriterier)") : "");
	else if (m->reference->places[f->place].region)
		buf_printf(out, _("Ligger i %s"), reference_place_name(m->reference, m->reference->places[f->place].region));
	size_t before = out->len;
	struct buf due = {0};
	referral_reminder(m, REMIND_DAYS, &due);
	if (due.len)
		buf_printf(out, "%s%s", before ? ".  " : "", buf_cstr(&due));
	buf_release(&due);
}

static void note(struct frame *f, struct pane *p, size_t row, struct buf *out)
{
	const struct overview_state *s = (struct overview_state *)p;
	if (thought_is_open(&s->thought))
		thought_note(&s->thought, row, out);
	else if (s->view == VIEW_BESIDE)
		beside_view_note(f, &s->beside, row, out);
	else if (s->view == VIEW_MAP)
		map_view_note(f, &s->map, out);
	else if (s->overview.rows[row].note)
		buf_str(out, s->overview.rows[row].note);
}

static const char *why_empty(struct frame *f, struct pane *p)
{
	(void)f;
	return thought_is_open(&((struct overview_state *)p)->thought)
	           ? _("Ändringarna ger inget annat läge eller värde här. T lägger till en ändring, + går inåt, Esc lämnar.")
	           : _(p->class->empty);
}

const struct pane_class overview_pane = {
	.place = PLACE_OVERVIEW,
	.command = COMMAND_PANE_1,
	.title = N_("Översikt"),
	.empty = N_("Det finns inga indikatorer. Kontrollera config/indikatorer.ini med radsbord kontroll."),
	.part_places = {PLACE_OVERVIEW, PLACE_WHATIF, PLACE_MAP, PLACE_BESIDE},
	.why_empty = why_empty,
	.size = sizeof(struct overview_state),
	.rebuild = rebuild,
	.release = release,
	.command_own = command_own,
	.describe = describe,
	.find = find,
	.shows = shows,
	.show = show,
	.draw = draw,
	.headline = headline,
	.note = note,
};
