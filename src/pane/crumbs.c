/* The trail: what each step of the chain one has walked is called, in one line. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

static void indicator(const struct model *m, const char *id, struct buf *out)
{
	int i = reference_find_indicator(m->reference, id);
	if (i >= 0)
		buf_str(out, m->reference->indicators[i].short_title);
}

static void unit(const struct model *m, const char *id, struct buf *out)
{
	const struct unit *u = model_unit(m, id);
	if (u)
		buf_str(out, u->name);
}

static void action(const struct model *m, const char *id, struct buf *out)
{
	const struct action *a = (const struct action *)(const void *)records_find(m->council, RECORD_ACTION, id);
	if (a && a->nr != FIELD_INT_NONE)
		buf_printf(out, _("Åtgärd H-%lld"), (long long)a->nr);
	else if (a)
		buf_str(out, a->title);
}

static void meeting(const struct model *m, const char *id, struct buf *out)
{
	const struct meeting *mt = (const struct meeting *)(const void *)records_find(m->council, RECORD_MEETING, id);
	struct buf day = {0};
	if (!mt)
		return;
	date_format_iso(&day, mt->date);
	buf_printf(out, _("Mötet %s"), buf_cstr(&day));
	buf_release(&day);
}

static void referral(const struct model *m, const char *id, struct buf *out)
{
	const struct referral *r = (const struct referral *)(const void *)records_find(m->council, RECORD_REFERRAL, id);
	if (r)
		buf_printf(out, _("Remiss %lld"), (long long)r->nr);
}

static void gap(const struct model *m, const char *id, struct buf *out)
{
	(void)m;
	buf_printf(out, _("Brist %s"), id);
}

static void proposal(const struct model *m, const char *id, struct buf *out)
{
	(void)m;
	buf_printf(out, _("Förslag %s"), id);
}

/* A goal; a focus area and a plan are called as their rows are. */
static void goal(const struct model *m, const char *id, struct buf *out)
{
	const struct goal *g = (const struct goal *)(const void *)records_find(m->council, RECORD_GOAL, id);
	if (g && g->nr != FIELD_INT_NONE)
		buf_printf(out, _("Mål %lld"), (long long)g->nr);
}

static void annual(const struct model *m, const char *id, struct buf *out)
{
	(void)m;
	buf_printf(out, _("Årsberättelsen %s"), id);
}

/* What has no row here is called as its row is. */
static void (*const names[])(const struct model *, const char *, struct buf *) = {
	[LINK_INDICATOR] = indicator, [LINK_GAP] = gap,         [LINK_UNIT] = unit,         [LINK_PROPOSAL] = proposal,
	[LINK_ACTION] = action,       [LINK_MEETING] = meeting, [LINK_REFERRAL] = referral, [LINK_ANNUAL] = annual,
	[LINK_PLAN] = goal,
};

void crumb_of(const struct frame *f, enum link_kind kind, const char *id, struct buf *out)
{
	if ((size_t)kind < sizeof names / sizeof *names && names[kind])
		names[kind](frame_model(f), id, out);
}

/* The cell that says most of a row: that of the column which takes the room there is. */
static void crumb_of_cell(struct pane *p, size_t row, struct buf *out)
{
	size_t column = 0;
	struct list_cell cell = {0};
	while (column + 1 < p->source.columns_count && !p->source.columns[column].flexible)
		column++;
	p->source.cell(p->source.ctx, row, column, &cell);
	buf_str(out, cell.text);
}

void crumb_of_row(struct frame *f, struct buf *out)
{
	struct pane *p = frame_pane(f);
	long row = list_selected(&p->list);
	enum link_kind kind;
	const char *id;
	if (row < 0)
		return;
	if (p->class->about && p->class->about(f, p, (size_t)row, &kind, &id))
		crumb_of(f, kind, id, out);
	if (out->len == 0)
		crumb_of_cell(p, (size_t)row, out);
}

/* ---- the line ---------------------------------------------------------------------- */

#define BETWEEN " › "

/* The first step, then those from `from` on, with … for what is left out between them. */
static void join(const char *const *steps, size_t count, size_t from, struct buf *out)
{
	buf_clear(out);
	buf_str(out, steps[0]);
	if (from > 1)
		buf_str(out, BETWEEN "…");
	for (size_t i = from; i < count; i++)
		buf_printf(out, BETWEEN "%s", steps[i]);
}

void crumbs_line(const struct frame *f, int width, struct buf *out)
{
	const char *steps[VISITS + 2] = {frame_model(f)->reference->places[f->visits[0].place].name};
	size_t count = 1;
	struct buf line = {0};
	if (f->visits_count == 0)
		return;
	for (size_t i = 0; i < f->visits_count; i++)
		steps[count++] = f->visits[i].crumb;
	steps[count++] = f->crumb;
	size_t from = f->visits_dropped ? 2 : 1;
	join(steps, count, from, &line);
	while (text_width(buf_cstr(&line)) > width && from + 1 < count)
		join(steps, count, ++from, &line);
	text_clip(out, buf_cstr(&line), width);
	buf_release(&line);
}
