/* The parts Mål, Fokusområden and Planer of pane 3. */
#include "plan.h"

#include "radsbord/base/language.h"
#include "radsbord/report/plan.h"

#include <string.h>

static const struct list_column goal_columns[] = {
	{.title = N_("Nr"), .width = 4, .align = TEXT_RIGHT},
	{.title = N_("Mål"), .width = 40, .flexible = true},
	{.title = N_("Slag"), .width = 12},
};
static const struct list_column focus_columns[] = {
	{.title = N_("Nr"), .width = 4, .align = TEXT_RIGHT},
	{.title = N_("Fokusområde"), .width = 40, .flexible = true},
	{.title = N_("Öppna"), .width = 6, .align = TEXT_RIGHT},
};
static const struct list_column plan_columns[] = {
	{.title = N_("År"), .width = 4, .align = TEXT_RIGHT},
	{.title = N_("Plan"), .width = 24, .flexible = true},
	{.title = N_("Antagen"), .width = 12},
	{.title = N_("Öppna"), .width = 6, .align = TEXT_RIGHT},
};
static const struct {
	const struct list_column *columns;
	size_t count;
	const char *add, *edit;
} lists[] = {
	[PLAN_GOALS] = {goal_columns, 3, N_("Nytt mål"), N_("Ändra mål")},
	[PLAN_FOCUS] = {focus_columns, 3, N_("Nytt fokusområde"), N_("Ändra fokusområde")},
	[PLAN_PLANS] = {plan_columns, 4, N_("Ny plan"), N_("Ändra planen")},
};

static const struct record *record_at(const struct plan_state *s, size_t row)
{
	return records_at(s->model->council, plan_part_kind(s->pane.part), s->rows[row]);
}

static void number(struct plan_state *s, int64_t n, struct list_cell *out)
{
	if (n != FIELD_INT_NONE)
		buf_printf(&s->cell, "%lld", (long long)n);
	out->text = buf_cstr(&s->cell);
}

static void goal_cell(struct plan_state *s, const struct goal *g, size_t column, struct list_cell *out)
{
	if (column == 0)
		number(s, g->nr, out);
	else
		out->text = column == 1 ? g->title : _(goal_kinds[g->kind].label);
}

/* Open actions of a focus area (not NULL) or of a plan. */
static int64_t open_actions(const struct plan_state *s, const struct focus *focus, const struct plan *p)
{
	const struct records *council = s->model->council;
	int64_t n = 0;
	for (size_t i = 0; i < records_count(council, RECORD_ACTION); i++) {
		const struct action *a = records_action(council, i);
		n += action_is_open(a) && (focus ? a->focus && strcmp(a->focus, focus->head.id) == 0 : plan_has(p, &a->head, &a->carried));
	}
	return n;
}

static void focus_cell(struct plan_state *s, const struct focus *x, size_t column, struct list_cell *out)
{
	if (column == 1)
		out->text = x->title;
	else
		number(s, column == 0 ? x->nr : open_actions(s, x, NULL), out);
}

static void plan_cell(struct plan_state *s, const struct plan *p, size_t column, struct list_cell *out)
{
	if (column == 1) {
		out->text = p->title;
	} else if (column == 2 && date_known(p->adopted)) {
		date_format_iso(&s->cell, p->adopted);
		out->text = buf_cstr(&s->cell);
	} else if (column == 2) {
		out->text = _("inte antagen");
		out->role = ROLE_PARTLY;
	} else {
		number(s, column == 0 ? p->year : open_actions(s, NULL, p), out);
	}
}

static void cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct plan_state *s = ctx;
	const void *r = record_at(s, row);
	buf_clear(&s->cell);
	out->text = "";
	if (s->pane.part == PLAN_GOALS)
		goal_cell(s, r, column, out);
	else if (s->pane.part == PLAN_FOCUS)
		focus_cell(s, r, column, out);
	else
		plan_cell(s, r, column, out);
}

struct list_source plan_list_source(struct plan_state *s)
{
	int part = s->pane.part;
	return (struct list_source){.ctx = s, .count = s->count, .columns = lists[part].columns, .columns_count = lists[part].count, .cell = cell};
}

static void describe_goal(struct plan_state *s, const struct goal *g, struct detail *d)
{
	const struct model *m = s->model;
	const struct plan *plan = plan_shown(s);
	report_goal(&d->doc, m, g);
	if (plan)
		report_plan_head(&d->doc, m, plan);
	for (size_t i = 0; i < g->indicators.count; i++) {
		int k = reference_find_indicator(m->reference, g->indicators.items[i]);
		if (k >= 0)
			detail_link(d, LINK_INDICATOR, g->indicators.items[i], _("Indikator: %s"), _(m->reference->indicators[k].title));
	}
	for (size_t i = 0; i < records_count(m->council, RECORD_ACTION); i++) {
		const struct action *a = records_action(m->council, i);
		if (strings_has(&a->goals, g->head.id))
			detail_link(d, LINK_ACTION, a->head.id, _("Åtgärd %lld: %s"), (long long)a->nr, a->title);
	}
}

static void describe_focus(struct plan_state *s, const struct focus *x, struct detail *d)
{
	const struct records *council = s->model->council;
	doc_heading(&d->doc, 1, "%s", x->title);
	if (x->note)
		doc_pair(&d->doc, _("Not"), "%s", x->note);
	for (size_t i = 0; i < x->carried.count; i++)
		doc_pair(&d->doc, _("Förd över till"), _("planen för %s"), x->carried.items[i]);
	doc_pair(&d->doc, _("Fil"), _("%s rad %d"), x->head.file, x->head.line);
	for (size_t i = 0; i < records_count(council, RECORD_ACTION); i++) {
		const struct action *a = records_action(council, i);
		if (a->focus && strcmp(a->focus, x->head.id) == 0)
			detail_link(d, LINK_ACTION, a->head.id, _("Åtgärd %lld: %s"), (long long)a->nr, a->title);
	}
}

void plan_list_describe(struct frame *f, struct plan_state *s, size_t row, struct detail *d)
{
	const void *r = record_at(s, row);
	(void)f;
	if (s->pane.part == PLAN_GOALS)
		describe_goal(s, r, d);
	else if (s->pane.part == PLAN_FOCUS)
		describe_focus(s, r, d);
	else
		report_plan_head(&d->doc, s->model, r);
}

void plan_list_note(struct plan_state *s, size_t row, struct buf *out)
{
	const void *p = record_at(s, row);
	size_t n = plan_carry_list(s->model->council, p, NULL, 0);
	if (n)
		buf_printf(out, _("%zu %s från tidigare år kan föras över till planen: O."), n, n == 1 ? _("rad") : _("rader"));
}

/* ---- editing ------------------------------------------------------------------- */

static void add_plan(struct frame *f, const struct plan_state *s)
{
	const struct records *council = s->model->council;
	struct arena a = {0};
	struct plan fresh;
	int year = s->today.year;
	while (plan_of_year(council, year))
		year++;
	plan_begin(council, year, &a, &fresh);
	record_form_open(f, RECORD_PLAN, &fresh.head, NULL, lists[PLAN_PLANS].add);
	arena_release(&a);
}

static void add(struct frame *f, struct plan_state *s)
{
	union {
		struct record head;
		struct goal goal;
		struct focus focus;
	} fresh;
	const struct plan *p = plan_shown(s);
	int part = s->pane.part;
	if (part == PLAN_PLANS) {
		add_plan(f, s);
		return;
	}
	if (!p) {
		frame_say(f, _("Rådet har ingen handlingsplan än. Lägg upp en under Planer (Tab, sedan a)."));
		return;
	}
	record_init(record_type(plan_part_kind(part)), &fresh);
	record_form_open(f, plan_part_kind(part), &fresh.head, p->head.file, lists[part].add);
}

bool plan_list_command(struct frame *f, struct plan_state *s, enum command c)
{
	const struct record *r = plan_selected(f, plan_part_kind(s->pane.part));
	if (c == COMMAND_ADD)
		add(f, s);
	else if (c == COMMAND_EDIT && r)
		record_form_open(f, plan_part_kind(s->pane.part), r, r->file, lists[s->pane.part].edit);
	else
		return false;
	return true;
}
