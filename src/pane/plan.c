/* Pane 3: what was promised: activities and actions, and the goals they serve. */
#include "plan.h"
#include "review.h"

#include "radsbord/base/language.h"
#include "radsbord/report/explain.h"
#include "radsbord/report/plan.h"

#include <stdlib.h>
#include <string.h>

static const struct action *action_at(const struct plan_state *s, size_t row)
{
	return records_action(s->model->council, s->rows[row]);
}

/* ---- actions ------------------------------------------------------------------ */

enum { NR, TITLE, FOCUS, OWNER, DUE, STATUS };
static const struct list_column action_columns[] = {
	[NR] = {.title = N_("Nr"), .width = 3, .align = TEXT_RIGHT},
	[TITLE] = {.title = N_("Vad"), .width = 26, .flexible = true},
	[FOCUS] = {.title = N_("Fokusområde"), .width = 22, .drop = 3},
	[OWNER] = {.title = N_("Ansvarig"), .width = 13, .drop = 1},
	[DUE] = {.title = N_("Senast"), .width = 10, .drop = 2},
	[STATUS] = {.title = N_("Status"), .width = 13},
};

static void status_cell(struct plan_state *s, const struct action *a, struct list_cell *out)
{
	static const enum role roles[ACTION_STATUSES] = {
		[ACTION_NOT_STARTED] = ROLE_TEXT, [ACTION_ONGOING] = ROLE_PARTLY, [ACTION_STANDING] = ROLE_MUTED,
		[ACTION_DONE] = ROLE_MET,         [ACTION_PAUSED] = ROLE_MUTED,   [ACTION_DROPPED] = ROLE_MUTED,
	};
	if (action_is_overdue(a, s->today)) {
		out->text = _("! försenad");
		out->role = ROLE_OVERDUE;
		return;
	}
	buf_printf(&s->cell, "%s %s", a->status == ACTION_DONE ? "✓" : " ", _(action_statuses[a->status].label));
	out->text = buf_cstr(&s->cell);
	out->role = roles[a->status];
}

static void action_cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct plan_state *s = ctx;
	const struct action *a = action_at(s, row);
	const struct record *focus;
	buf_clear(&s->cell);
	out->text = "";
	switch (column) {
	case NR:
		if (a->nr != FIELD_INT_NONE)
			buf_printf(&s->cell, "%lld", (long long)a->nr);
		out->text = buf_cstr(&s->cell);
		break;
	case TITLE:
		out->text = a->title;
		break;
	case FOCUS:
		focus = records_find(s->model->council, RECORD_FOCUS, a->focus);
		out->text = focus ? ((const struct focus *)(const void *)focus)->title : "";
		break;
	case OWNER:
		out->text = a->owner ? a->owner : "–";
		break;
	case DUE:
		if (date_known(a->due))
			date_format_iso(&s->cell, a->due);
		out->text = date_known(a->due) ? buf_cstr(&s->cell) : "–";
		break;
	case STATUS:
		status_cell(s, a, out);
		break;
	default:
		break;
	}
}

/* Few of its fields, since a plan may have very many actions. */
/* A word of the row's text; of a hundred thousand rows at each letter that is typed. */
static void add_text(struct buf *out, const char *text)
{
	buf_str(out, text);
	buf_char(out, ' ');
}

static void action_text(void *ctx, size_t row, struct buf *out)
{
	struct plan_state *s = ctx;
	const struct action *a = action_at(s, row);
	const struct record *focus = records_find(s->model->council, RECORD_FOCUS, a->focus);
	bool overdue = action_is_overdue(a, s->today);
	const char *const texts[] = {a->title, a->owner, a->audience, action_statuses[a->status].label, _(action_statuses[a->status].label),
	                             overdue ? "försenad" : NULL, overdue ? _("försenad") : NULL,
	                             focus ? ((const struct focus *)(const void *)focus)->title : a->focus};
	const struct strings *const lists[] = {&a->participants, &a->notes};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (texts[i])
			add_text(out, texts[i]);
	for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
		for (size_t i = 0; i < lists[k]->count; i++)
			add_text(out, lists[k]->items[i]);
}

static struct list_source action_source(struct plan_state *s)
{
	return (struct list_source){
		.ctx = s, .count = s->count, .columns = action_columns, .columns_count = sizeof action_columns / sizeof *action_columns,
		.cell = action_cell, .filter = {.text = action_text}};
}

/* ---- the pane ------------------------------------------------------------------ */

static void add_row(struct plan_state *s, size_t i)
{
	s->rows = mem_grow(s->rows, s->count, &s->cap, sizeof *s->rows);
	s->rows[s->count++] = i;
}

enum record_kind plan_part_kind(int part)
{
	static const enum record_kind kinds[] = {[PLAN_ACTIONS] = RECORD_ACTION, [PLAN_INCOMPLETE] = RECORD_ACTION, [PLAN_GOALS] = RECORD_GOAL,
	                                         [PLAN_FOCUS] = RECORD_FOCUS,     [PLAN_PLANS] = RECORD_PLAN,       [PLAN_CHECK] = RECORD_GAP};
	return kinds[part];
}

const struct plan *plan_shown(const struct plan_state *s)
{
	const struct records *council = s->model->council;
	const struct plan *p = council && s->year ? plan_of_year(council, s->year) : NULL;
	return p || !council ? p : plan_for_year(council, s->today.year);
}

/* Whether the part shows its kind's i-th record in the plan shown, which may be NULL. */
static bool shown(const struct plan_state *s, const struct plan *p, size_t i)
{
	const struct records *council = s->model->council;
	switch (s->pane.part) {
	case PLAN_GOALS:
		return !p || plan_has(p, &records_goal(council, i)->head, &records_goal(council, i)->carried);
	case PLAN_FOCUS:
		return !p || plan_has(p, &records_focus(council, i)->head, &records_focus(council, i)->carried);
	default:
		return true;
	}
}

/* The actions of the plan shown: how many are open and overdue, for the headline, and the rows of the parts that list them. */
static void look_at_actions(struct plan_state *s, const struct plan *p)
{
	const struct records *council = s->model->council;
	s->open = s->overdue = 0;
	for (size_t i = 0, count = records_count(council, RECORD_ACTION); i < count; i++) {
		const struct action *a = records_action(council, i);
		if (i + ACTIONS_AHEAD < count) {
			__builtin_prefetch(&records_action(council, i + ACTIONS_AHEAD)->head.file);
			__builtin_prefetch(&records_action(council, i + ACTIONS_AHEAD)->due);
		}
		if (p && !plan_shows_action(council, p, a, s->today))
			continue;
		s->open += action_is_open(a);
		s->overdue += action_is_overdue(a, s->today);
		if (s->pane.part == PLAN_ACTIONS || (s->pane.part == PLAN_INCOMPLETE && action_is_incomplete(a)))
			add_row(s, i);
	}
}

static void rebuild(struct frame *f, struct pane *p)
{
	struct plan_state *s = (struct plan_state *)p;
	s->model = frame_model(f);
	s->today = session_today(f->session);
	s->count = 0;
	const struct records *council = s->model->council;
	const struct plan *plan = plan_shown(s);
	if (p->part == PLAN_CHECK) {
		plan_check_collect(f, s);
		p->source = plan_check_source(s);
		return;
	}
	if (council)
		look_at_actions(s, plan);
	for (size_t i = 0; council && p->part >= PLAN_GOALS && i < records_count(council, plan_part_kind(p->part)); i++)
		if (shown(s, plan, i))
			add_row(s, i);
	p->source = p->part >= PLAN_GOALS ? plan_list_source(s) : action_source(s);
}

static void release(struct pane *p)
{
	struct plan_state *s = (struct plan_state *)p;
	free(s->rows);
	free(s->checks.items);
	buf_release(&s->cell);
}

static void describe(struct frame *f, struct pane *p, size_t row, struct detail *d)
{
	struct plan_state *s = (struct plan_state *)p;
	const struct model *m = frame_model(f);
	if (p->part == PLAN_CHECK) {
		plan_check_describe(s, row, d);
		return;
	}
	if (p->part >= PLAN_GOALS) {
		plan_list_describe(f, s, row, d);
		return;
	}
	const struct action *a = action_at(s, row);
	report_action(&d->doc, m, a);
	for (size_t i = 0; i < a->gaps.count; i++) {
		const struct gap *g = model_gap(m, a->gaps.items[i]);
		detail_link(d, LINK_GAP, a->gaps.items[i], _("Brist %s: %s"), a->gaps.items[i], g ? _(service_choices[g->service].label) : "");
	}
	for (size_t i = 0; i < a->proposals.count; i++)
		detail_link(d, LINK_PROPOSAL, a->proposals.items[i], _("Förslag %s"), a->proposals.items[i]);
	for (size_t i = 0; i < a->goals.count; i++) {
		const struct record *r = records_find(m->council, RECORD_GOAL, a->goals.items[i]);
		if (r)
			detail_link(d, LINK_PLAN, r->id, _("Mål: %s"), ((const struct goal *)(const void *)r)->title);
	}
	action_chain(m, a, d);
}

static void records(struct frame *f, struct pane *p, size_t row, struct strings *ids, struct arena *a)
{
	struct plan_state *s = (struct plan_state *)p;
	(void)f;
	if (p->part != PLAN_CHECK)
		strings_add(ids, records_at(s->model->council, plan_part_kind(p->part), s->rows[row])->id, a);
	else if (!s->checks.items[row].national)
		strings_add(ids, s->checks.items[row].record->id, a);
}

const struct record *plan_selected(struct frame *f, enum record_kind kind)
{
	struct plan_state *s = (struct plan_state *)frame_pane(f);
	long row = list_selected(&s->pane.list);
	return row >= 0 && s->pane.part != PLAN_CHECK && plan_part_kind(s->pane.part) == kind
	               ? records_at(s->model->council, kind, s->rows[row])
	               : NULL;
}

const struct action *plan_selected_action(struct frame *f)
{
	return (const struct action *)(const void *)plan_selected(f, RECORD_ACTION);
}

/* The row of a record in the part that lists its kind, in the plan shown or else in that of the record. */
static long find_in(struct frame *f, struct plan_state *s, int part, const char *id)
{
	const struct records *council = frame_model(f)->council;
	enum record_kind kind = plan_part_kind(part);
	if (!council || !records_find(council, kind, id))
		return -1;
	s->pane.part = part;
	for (size_t tried = 0; tried <= records_count(council, RECORD_PLAN); tried++) {
		rebuild(f, &s->pane);
		for (size_t i = 0; i < s->count; i++)
			if (strcmp(records_at(council, kind, s->rows[i])->id, id) == 0)
				return (long)i;
		if (tried < records_count(council, RECORD_PLAN))
			s->year = records_plan(council, tried)->year;
	}
	return -1;
}

static enum record_kind list_kind(const struct pane *p)
{
	return plan_part_kind(p->part);
}

static const struct record *record_of(const struct pane *p, size_t row, enum record_kind *kind)
{
	const struct plan_state *s = (const struct plan_state *)p;
	*kind = p->part == PLAN_CHECK ? s->checks.items[row].kind : plan_part_kind(p->part);
	return p->part == PLAN_CHECK ? s->checks.items[row].record : records_at(s->model->council, *kind, s->rows[row]);
}

static bool about(struct frame *f, struct pane *p, size_t row, enum link_kind *kind, const char **id)
{
	enum record_kind records = plan_part_kind(p->part);
	*kind = records == RECORD_GOAL ? LINK_PLAN : LINK_ACTION;
	*id = records == RECORD_ACTION || records == RECORD_GOAL
	              ? records_at(frame_model(f)->council, records, ((struct plan_state *)p)->rows[row])->id : NULL;
	return *id != NULL;
}

static long find(struct frame *f, struct pane *p, enum link_kind kind, const char *id)
{
	struct plan_state *s = (struct plan_state *)p;
	if (kind == LINK_ACTION)
		return find_in(f, s, PLAN_ACTIONS, id);
	for (int part = PLAN_GOALS; kind == LINK_PLAN && part <= PLAN_PLANS; part++) {
		long row = find_in(f, s, part, id);
		if (row >= 0)
			return row;
	}
	return -1;
}

static int64_t shows(const struct pane *p)
{
	return ((const struct plan_state *)p)->year;
}

static void show(struct pane *p, int64_t year)
{
	((struct plan_state *)p)->year = year;
}

/* The plan of the next or the previous year. */
static void step_year(struct frame *f, struct plan_state *s, int by)
{
	const struct plan *now = plan_shown(s);
	const struct plan *p = now ? plan_beside(s->model->council, now->year, by) : NULL;
	if (!p) {
		frame_say(f, by > 0 ? _("Det finns ingen senare plan. En ny läggs upp under Planer (Tab, sedan a).") : _("Det finns ingen tidigare plan."));
		return;
	}
	s->year = p->year;
	frame_rebuild_pane(f, &s->pane, 0);
	frame_rebuild(f);
}

void plan_review(struct frame *f, const struct strings *actions)
{
	const struct records *council = frame_model(f)->council;
	const struct meeting *m = council ? meeting_current(council, session_today(f->session)) : NULL;
	if (m)
		review_open(f, m, NULL, actions);
	else
		frame_say(f, _("Inget möte är inlagt. Lägg in ett på sidan 4 först."));
}

/* The actions the list shows. */
static void review(struct frame *f, struct plan_state *s)
{
	struct arena a = {0};
	struct strings ids = {0};
	for (size_t i = 0; i < s->pane.list.shown; i++)
		strings_add(&ids, action_at(s, s->pane.list.order[i])->head.id, &a);
	plan_review(f, &ids);
	arena_release(&a);
}

static bool command_own(struct frame *f, struct pane *p, enum command c)
{
	struct plan_state *s = (struct plan_state *)p;
	if (c == COMMAND_REVIEW) {
		review(f, s);
		return true;
	}
	if (c == COMMAND_PREVIOUS_YEAR || c == COMMAND_NEXT_YEAR) {
		step_year(f, s, c == COMMAND_NEXT_YEAR ? 1 : -1);
		return true;
	}
	if (c == COMMAND_CARRY) {
		plan_carry_over(f, s);
		return true;
	}
	if (p->part == PLAN_CHECK)
		return plan_check_command(f, s, c);
	return p->part >= PLAN_GOALS ? plan_list_command(f, s, c) : plan_edit_command(f, c);
}

static void headline(struct frame *f, struct pane *p, struct buf *out)
{
	struct plan_state *s = (struct plan_state *)p;
	const struct plan *plan = plan_shown(s);
	size_t missing = 0;
	(void)f;
	if (p->part == PLAN_CHECK) {
		for (size_t i = 0; i < s->checks.count; i++)
			missing += s->checks.items[i].without_action;
		buf_printf(out, missing == 1 ? _("%zu brist utan åtgärd") : _("%zu brister utan åtgärd"), missing);
		return;
	}
	if (!plan)
		return;
	buf_printf(out, s->open == 1 ? _("Plan %lld: %zu öppen") : _("Plan %lld: %zu öppna"), (long long)plan->year, s->open);
	if (s->overdue)
		buf_printf(out, s->overdue == 1 ? _(", %zu försenad") : _(", %zu försenade"), s->overdue);
}

static void note(struct frame *f, struct pane *p, size_t row, struct buf *out)
{
	struct plan_state *s = (struct plan_state *)p;
	(void)f;
	if (p->part == PLAN_CHECK)
		plan_check_note(s, row, out);
	if (p->part == PLAN_PLANS)
		plan_list_note(s, row, out);
	if (p->part >= PLAN_GOALS)
		return;
	const struct action *a = action_at(s, row);
	if (a->notes.count)
		buf_str(out, a->notes.items[a->notes.count - 1]);
	else if (action_is_incomplete(a))
		buf_str(out, a->owner ? _("Saknar tid: tryck f.")
		             : date_known(a->due) || a->status == ACTION_STANDING ? _("Saknar ansvarig: tryck r.")
		                                                                  : _("Saknar ansvarig och tid: tryck r och f."));
}

static const char *why_empty(struct frame *f, struct pane *p)
{
	const char *const none = _("Här finns inget ännu. Tryck a för att lägga till.");
	const char *const sentences[] = {
		[PLAN_ACTIONS] = none, [PLAN_INCOMPLETE] = _("Inget att komplettera i de öppna åtgärderna."),
		[PLAN_GOALS] = none,   [PLAN_FOCUS] = none,
		[PLAN_PLANS] = none,   [PLAN_CHECK] = _("Inget att kontrollera: varje brist har en åtgärd, och inget är gammalt."),
	};
	return frame_model(f)->council ? sentences[p->part] : command_refusal(NEED_COUNCIL);
}

const struct pane_class plan_pane = {
	.place = PLACE_PLAN,
	.command = COMMAND_PANE_3,
	.title = N_("Handlingsplan"),
	.short_title = N_("Plan"),
	.why_empty = why_empty,
	.size = sizeof(struct plan_state),
	.parts = {N_("Åtgärder"), N_("Att komplettera"), CN_("del", "Mål"), N_("Fokusområden"), N_("Planer"), N_("Att kontrollera")},
	.part_places = {[PLAN_GOALS] = PLACE_GOALS, [PLAN_FOCUS] = PLACE_GOALS, [PLAN_PLANS] = PLACE_PLANS, [PLAN_CHECK] = PLACE_CHECK},
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
