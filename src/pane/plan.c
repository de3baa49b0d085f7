/* Pane 3: what was promised: activities and actions, and the goals they serve. */
#include "review.h"

#include "radsbord/report/explain.h"
#include "radsbord/report/plan.h"

#include <stdlib.h>
#include <string.h>

enum part { PART_ACTIONS, PART_INCOMPLETE, PART_GOALS };

struct plan_state {
	struct pane pane;
	size_t *rows;               /* indices of actions, or of goals */
	size_t count, cap;
	const struct model *model;
	struct date today;
	struct buf cell;
};

static const struct action *action_at(const struct plan_state *s, size_t row)
{
	return records_action(s->model->council, s->rows[row]);
}

/* ---- actions ------------------------------------------------------------------ */

enum { NR, TITLE, FOCUS, OWNER, DUE, STATUS };
static const struct list_column action_columns[] = {
	[NR] = {.title = "Nr", .width = 3, .align = TEXT_RIGHT},
	[TITLE] = {.title = "Vad", .width = 26, .flexible = true},
	[FOCUS] = {.title = "Fokusområde", .width = 22, .drop = 3},
	[OWNER] = {.title = "Ansvarig", .width = 13, .drop = 1},
	[DUE] = {.title = "Senast", .width = 10, .drop = 2},
	[STATUS] = {.title = "Status", .width = 13},
};

static void status_cell(struct plan_state *s, const struct action *a, struct list_cell *out)
{
	static const enum role roles[ACTION_STATUSES] = {
		[ACTION_NOT_STARTED] = ROLE_TEXT, [ACTION_ONGOING] = ROLE_PARTLY, [ACTION_STANDING] = ROLE_MUTED,
		[ACTION_DONE] = ROLE_MET,         [ACTION_PAUSED] = ROLE_MUTED,   [ACTION_DROPPED] = ROLE_MUTED,
	};
	if (action_is_overdue(a, s->today)) {
		out->text = "! försenad";
		out->role = ROLE_OVERDUE;
		return;
	}
	buf_printf(&s->cell, "%s %s", a->status == ACTION_DONE ? "✓" : " ", action_statuses[a->status].label);
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

static void action_search(void *ctx, size_t row, struct buf *out)
{
	struct plan_state *s = ctx;
	const struct action *a = action_at(s, row);
	buf_printf(out, "%s %s %s %s", a->title, a->owner ? a->owner : "", action_statuses[a->status].label,
	           action_is_overdue(a, s->today) ? "försenad" : "");
	for (size_t i = 0; i < a->notes.count; i++)
		buf_printf(out, " %s", a->notes.items[i]);
}

static bool action_match(void *ctx, size_t row, const char *key, const char *value, bool *matches)
{
	struct plan_state *s = ctx;
	const struct action *a = action_at(s, row);
	struct list_cell focus = {0};
	action_cell(s, row, FOCUS, &focus);
	const struct {
		const char *key, *text;
	} keys[] = {{"ansvarig", a->owner ? a->owner : ""}, {"status", action_statuses[a->status].label}, {"fokus", focus.text}};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (strcmp(keys[i].key, key) == 0) {
			*matches = text_matches(keys[i].text, value);
			return true;
		}
	return false;
}

/* Numbers and dates in their own order, what has none last. */
static int action_compare(void *ctx, size_t a, size_t b, size_t column)
{
	struct plan_state *s = ctx;
	const struct action *x = action_at(s, a), *y = action_at(s, b);
	if (column == NR)
		return (x->nr > y->nr) - (x->nr < y->nr);
	if (column == DUE && (date_known(x->due) || date_known(y->due))) {
		if (!date_known(x->due) || !date_known(y->due))
			return date_known(y->due) - date_known(x->due);
		return date_cmp(x->due, y->due);
	}
	struct list_cell left = {0}, right = {0};
	struct buf first = {0};
	action_cell(ctx, a, column, &left);
	buf_str(&first, left.text);
	action_cell(ctx, b, column, &right);
	int order = text_compare(buf_cstr(&first), right.text);
	buf_release(&first);
	return order;
}

/* ---- goals -------------------------------------------------------------------- */

static const struct list_column goal_columns[] = {
	{.title = "Nr", .width = 4, .align = TEXT_RIGHT},
	{.title = "Mål", .width = 40, .flexible = true},
	{.title = "Slag", .width = 12},
};

static void goal_cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct plan_state *s = ctx;
	const struct goal *g = records_goal(s->model->council, s->rows[row]);
	buf_clear(&s->cell);
	if (column == 0 && g->nr != FIELD_INT_NONE)
		buf_printf(&s->cell, "%lld", (long long)g->nr);
	out->text = column == 0 ? buf_cstr(&s->cell) : column == 1 ? g->title : goal_kinds[g->kind].label;
}

/* ---- the pane ------------------------------------------------------------------ */

static void add_row(struct plan_state *s, size_t i)
{
	s->rows = mem_grow(s->rows, s->count, &s->cap, sizeof *s->rows);
	s->rows[s->count++] = i;
}

static void rebuild(struct frame *f, struct pane *p)
{
	struct plan_state *s = (struct plan_state *)p;
	s->model = frame_model(f);
	s->today = session_today(f->session);
	s->count = 0;
	const struct records *council = s->model->council;
	enum record_kind kind = p->part == PART_GOALS ? RECORD_GOAL : RECORD_ACTION;
	for (size_t i = 0; council && i < records_count(council, kind); i++)
		if (p->part != PART_INCOMPLETE || action_is_incomplete(records_action(council, i)))
			add_row(s, i);
	p->source = (struct list_source){
		.ctx = s, .count = s->count, .columns = action_columns, .columns_count = sizeof action_columns / sizeof *action_columns,
		.cell = action_cell, .search = action_search, .match_word = action_match, .compare = action_compare};
	if (p->part == PART_GOALS)
		p->source = (struct list_source){.ctx = s, .count = s->count, .columns = goal_columns,
		                                 .columns_count = sizeof goal_columns / sizeof *goal_columns, .cell = goal_cell};
}

static void release(struct pane *p)
{
	struct plan_state *s = (struct plan_state *)p;
	free(s->rows);
	buf_release(&s->cell);
}

static void describe(struct frame *f, struct pane *p, size_t row, struct detail *d)
{
	struct plan_state *s = (struct plan_state *)p;
	const struct model *m = frame_model(f);
	if (p->part == PART_GOALS) {
		const struct goal *g = records_goal(m->council, s->rows[row]);
		const struct plan *plan = plan_for_year(m->council, s->today.year);
		report_goal(&d->doc, m, g);
		if (plan)
			report_plan_head(&d->doc, m, plan);
		for (size_t i = 0; i < g->indicators.count; i++) {
			int k = reference_find_indicator(m->reference, g->indicators.items[i]);
			if (k >= 0)
				detail_link(d, LINK_INDICATOR, g->indicators.items[i], "Indikator: %s", m->reference->indicators[k].title);
		}
		return;
	}
	const struct action *a = action_at(s, row);
	report_action(&d->doc, m, a);
	for (size_t i = 0; i < a->gaps.count; i++) {
		const struct gap *g = model_gap(m, a->gaps.items[i]);
		detail_link(d, LINK_GAP, a->gaps.items[i], "Brist %s: %s", a->gaps.items[i], g ? service_choices[g->service].label : "");
	}
	for (size_t i = 0; i < a->proposals.count; i++)
		detail_link(d, LINK_PROPOSAL, a->proposals.items[i], "Förslag %s", a->proposals.items[i]);
	if (a->meeting)
		detail_link(d, LINK_MEETING, a->meeting, "Mötet som beslutade");
}

static void records(struct frame *f, struct pane *p, size_t row, struct strings *ids, struct arena *a)
{
	struct plan_state *s = (struct plan_state *)p;
	const struct records *council = frame_model(f)->council;
	enum record_kind kind = p->part == PART_GOALS ? RECORD_GOAL : RECORD_ACTION;
	strings_add(ids, records_at(council, kind, s->rows[row])->id, a);
}

static bool about(struct frame *f, struct pane *p, size_t row, enum link_kind *kind, const char **id)
{
	(void)f;
	*kind = LINK_ACTION;
	*id = p->part == PART_GOALS ? NULL : action_at((struct plan_state *)p, row)->head.id;
	return *id != NULL;
}

static long find(struct frame *f, struct pane *p, enum link_kind kind, const char *id)
{
	struct plan_state *s = (struct plan_state *)p;
	if (kind != LINK_ACTION)
		return -1;
	p->part = PART_ACTIONS;
	rebuild(f, p);
	for (size_t i = 0; i < s->count; i++)
		if (strcmp(action_at(s, i)->head.id, id) == 0)
			return (long)i;
	return -1;
}

/* ---- editing -------------------------------------------------------------------- */

static const struct action *selected(struct frame *f)
{
	struct plan_state *s = (struct plan_state *)frame_pane(f);
	long row = list_selected(&s->pane.list);
	return row >= 0 && s->pane.part != PART_GOALS ? action_at(s, (size_t)row) : NULL;
}

/* The row may have gone while the question stood open: the files are shared. */
static bool gone(struct error *e)
{
	return error_set(e, ERROR_CONFLICT, "Raden finns inte längre. Någon annan har tagit bort den; tryck Esc.");
}

static bool accept_date(struct frame *f, const char *text, struct error *e)
{
	const struct action *a = selected(f);
	struct changes c = {0};
	struct date due = DATE_NONE;
	if (!a)
		return gone(e);
	if (*text && !date_parse_human(text, session_today(f->session), &due))
		return error_set(e, ERROR_USAGE, "”%s” är inget datum. Skriv till exempel 4/2, +14, v 5 eller 2027-02-04.", text);
	action_set_due(&c, a, due);
	return frame_apply(f, &c, NULL) || error_set(e, ERROR_IO, "%s", f->message);
}

static bool accept_owner(struct frame *f, const char *text, struct error *e)
{
	const struct action *a = selected(f);
	struct changes c = {0};
	if (!a)
		return gone(e);
	action_set_owner(&c, a, *text ? text : NULL);
	return frame_apply(f, &c, NULL) || error_set(e, ERROR_IO, "%s", f->message);
}

static bool accept_note(struct frame *f, const char *text, struct error *e)
{
	const struct action *a = selected(f);
	struct changes c = {0};
	if (!a)
		return gone(e);
	if (!*text)
		return error_set(e, ERROR_USAGE, "Skriv något, eller tryck Esc.");
	action_add_note(&c, a, text, session_today(f->session));
	return frame_apply(f, &c, NULL) || error_set(e, ERROR_IO, "%s", f->message);
}

static bool accept_drop(struct frame *f, const char *text, struct error *e)
{
	const struct action *a = selected(f);
	struct changes c = {0};
	if (!a)
		return gone(e);
	if (!*text)
		return error_set(e, ERROR_USAGE, "Skriv varför åtgärden utgår, eller tryck Esc.");
	action_add_note(&c, a, text, session_today(f->session));
	action_set_status(&c, a, ACTION_DROPPED, session_today(f->session));
	return frame_apply(f, &c, NULL) || error_set(e, ERROR_IO, "%s", f->message);
}

static const struct ask ask_date = {"Klart senast", "4/2, +14, v 5, fre, 2027-02-04; tomt stryker tiden.  Enter spara  Esc avbryt", accept_date, COMMAND_NONE};
static const struct ask ask_owner = {"Ansvarig", "Roll, person eller organisation.  Enter spara  Esc avbryt", accept_owner, COMMAND_NONE};
static const struct ask ask_note = {"Anteckning", "Enter spara  Esc avbryt", accept_note, COMMAND_NONE};
static const struct ask ask_drop = {"Varför utgår den?", "Enter spara  Esc avbryt", accept_drop, COMMAND_DROP};

static void set_status(struct frame *f, size_t status)
{
	const struct action *a = selected(f);
	struct changes c = {0};
	if (!a) {
		frame_say(f, "Raden finns inte längre.");
		return;
	}
	action_set_status(&c, a, (enum action_status)status, session_today(f->session));
	frame_apply(f, &c, NULL);
}

static void status_chosen(struct frame *f, size_t item)
{
	if (item == ACTION_DROPPED)
		modal_ask(f, &ask_drop, NULL);
	else
		set_status(f, item);
}

static void edit_date(struct frame *f, const struct action *a)
{
	struct buf due = {0};
	if (date_known(a->due))
		date_format_iso(&due, a->due);
	modal_ask(f, &ask_date, buf_cstr(&due));
	buf_release(&due);
}

static void edit_owner(struct frame *f, const struct action *a)
{
	modal_ask(f, &ask_owner, a->owner);
}

static void edit_note(struct frame *f, const struct action *a)
{
	(void)a;
	modal_ask(f, &ask_note, NULL);
}

static void edit_drop(struct frame *f, const struct action *a)
{
	(void)a;
	modal_ask(f, &ask_drop, NULL);
}

static void edit_done(struct frame *f, const struct action *a)
{
	(void)a;
	set_status(f, ACTION_DONE);
}

static void edit_status(struct frame *f, const struct action *a)
{
	(void)a;
	modal_pick(f, "Status", status_chosen);
	for (const struct choice *c = action_statuses; c->code; c++)
		modal_pick_add(f, "%s", c->label);
}

static void edit_all(struct frame *f, const struct action *a)
{
	record_form_open(f, RECORD_ACTION, &a->head, a->head.file, "Ändra åtgärd");
}

static void (*const edits[COMMANDS])(struct frame *, const struct action *) = {
	[COMMAND_DATE] = edit_date, [COMMAND_OWNER] = edit_owner, [COMMAND_NOTE] = edit_note, [COMMAND_DROP] = edit_drop,
	[COMMAND_DONE] = edit_done, [COMMAND_STATUS] = edit_status, [COMMAND_EDIT] = edit_all,
};

/* The actions the list shows, in a review at the meeting of the day or the next one. */
static void review(struct frame *f, struct plan_state *s)
{
	const struct meeting *m = s->model->council ? meeting_current(s->model->council, s->today) : NULL;
	struct arena a = {0};
	struct strings ids = {0};
	if (!m) {
		frame_say(f, "Inget möte är inlagt. Lägg in ett på sidan 4 först.");
		return;
	}
	if (s->pane.part != PART_GOALS)
		for (size_t i = 0; i < s->pane.list.shown; i++)
			strings_add(&ids, action_at(s, s->pane.list.order[i])->head.id, &a);
	review_open(f, m, NULL, &ids);
	arena_release(&a);
}

static bool command_own(struct frame *f, struct pane *p, enum command c)
{
	if (c == COMMAND_REVIEW) {
		review(f, (struct plan_state *)p);
		return true;
	}
	if (c == COMMAND_ADD) {
		struct action fresh;
		record_init(record_type(RECORD_ACTION), &fresh);
		fresh.kind = ACTION_TASK;
		const char *file = session_plan_file(f->session);
		if (file)
			record_form_open(f, RECORD_ACTION, &fresh.head, file, "Ny åtgärd");
		else
			frame_say(f, "Rådet har ingen handlingsplan att lägga åtgärden i.");
		return true;
	}
	if (!edits[c])
		return false;
	const struct action *a = selected(f);
	if (a)
		edits[c](f, a);
	else
		frame_say(f, "Mål ändras i planens fil; välj en aktivitet eller åtgärd.");
	return true;
}

static void headline(struct frame *f, struct pane *p, struct buf *out)
{
	const struct records *council = frame_model(f)->council;
	struct date today = session_today(f->session);
	const struct plan *plan = council ? plan_for_year(council, today.year) : NULL;
	size_t open = 0, overdue = 0;
	(void)p;
	if (!plan)
		return;
	for (size_t i = 0; i < records_count(council, RECORD_ACTION); i++) {
		open += action_is_open(records_action(council, i));
		overdue += action_is_overdue(records_action(council, i), today);
	}
	buf_printf(out, "Plan %lld: %zu öppna", (long long)plan->year, open);
	if (overdue)
		buf_printf(out, ", %zu försenade", overdue);
}

static void note(struct frame *f, struct pane *p, size_t row, struct buf *out)
{
	struct plan_state *s = (struct plan_state *)p;
	(void)f;
	if (p->part == PART_GOALS)
		return;
	const struct action *a = action_at(s, row);
	if (a->notes.count)
		buf_str(out, a->notes.items[a->notes.count - 1]);
	else if (action_is_incomplete(a))
		buf_str(out, a->owner ? "Saknar tid: tryck f."
		             : date_known(a->due) || a->status == ACTION_STANDING ? "Saknar ansvarig: tryck r."
		                                                                  : "Saknar ansvarig och tid: tryck r och f.");
}

const struct pane_class plan_pane = {
	.place = PLACE_PLAN,
	.command = COMMAND_PANE_3,
	.title = "Handlingsplan",
	.short_title = "Plan",
	.empty = "Inget råd är öppet, eller planen är tom. Starta med --rad MAPP.",
	.size = sizeof(struct plan_state),
	.parts = {"Åtgärder", "Att komplettera", "Mål"},
	.rebuild = rebuild,
	.release = release,
	.command_own = command_own,
	.describe = describe,
	.records = records,
	.about = about,
	.find = find,
	.headline = headline,
	.note = note,
};
