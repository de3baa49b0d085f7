/* The way one walks: panes and their parts, a row and its detail, links and back again. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void frame_go_to_place(struct frame *f, int place)
{
	f->place = place;
	f->detail.top = 0;
	frame_rebuild(f);
}

void frame_close_detail(struct frame *f)
{
	detail_clear(&f->detail);
	f->mode = MODE_LIST;
	f->history = false;
	f->annual = 0;
}

void frame_open_pane(struct frame *f, int pane)
{
	if (f->current == pane)
		return;
	frame_close_detail(f);
	f->current = pane;
	frame_freshen(f, f->panes[pane]);
}

/* ---- links, and back again ------------------------------------------------------- */

static struct stood stood(struct frame *f, int pane)
{
	struct pane *p = f->panes[pane];
	const struct list *l = &p->list;
	frame_freshen(f, p);
	struct stood s = {.pane = pane, .part = p->part, .row = list_selected(l), .top = l->top, .sort_column = l->sort_column,
	                  .sort_descending = l->sort_descending, .shows = p->class->shows ? p->class->shows(p) : 0};
	memcpy(s.filter, l->filter, sizeof s.filter);
	frame_selected_record(f, p, s.record);
	return s;
}

/* Rows may have come or gone meanwhile: the record goes before the number of the row. */
static void stand_again(struct frame *f, const struct stood *s)
{
	struct pane *p = f->panes[s->pane];
	struct list *l = &p->list;
	p->part = s->part;
	if (p->class->show)
		p->class->show(p, s->shows);
	memcpy(l->filter, s->filter, sizeof s->filter);
	l->sort_column = s->sort_column;
	l->sort_descending = s->sort_descending;
	frame_rebuild_pane(f, p, s->row < 0 ? 0 : s->row);
	frame_select_record(f, p, s->record);
	l->top = s->top;
}

static void push(struct frame *f, struct visit *v)
{
	if (f->visits_count == VISITS) {
		memmove(f->visits, f->visits + 1, --f->visits_count * sizeof *f->visits);
		f->visits_dropped = true;
	}
	f->visits[f->visits_count++] = *v;
}

static struct visit visit_now(struct frame *f)
{
	struct visit v = {.from = stood(f, f->current), .place = f->place, .annual = f->annual, .mode = f->mode, .history = f->history,
	                  .detail_top = f->detail.top, .detail_link = f->detail.selected};
	struct buf crumb = {0};
	if (f->visits_count)
		buf_str(&crumb, f->crumb);
	else
		crumb_of_row(f, &crumb);
	snprintf(v.crumb, sizeof v.crumb, "%s", buf_cstr(&crumb));
	buf_release(&crumb);
	return v;
}

/* What a pane tried while it looked in vain. */
static void give_back(struct frame *f, const struct stood *before)
{
	struct pane *p = f->panes[before->pane];
	memcpy(p->list.filter, before->filter, sizeof before->filter);
	if (p->part != before->part || (p->class->shows && p->class->shows(p) != before->shows))
		stand_again(f, before);
}

long pane_find(struct frame *f, struct pane *p, enum link_kind kind, const char *id)
{
	return p->class->find ? p->class->find(f, p, kind, id) : -1;
}

/* The pane that shows the record, on its row; false when none does. */
static bool find_in_panes(struct frame *f, enum link_kind kind, const char *id, struct stood *before)
{
	for (int i = 0; i < PANES; i++) {
		struct pane *p = f->panes[i];
		*before = stood(f, i);
		p->list.filter[0] = '\0';
		long row = pane_find(f, p, kind, id);
		if (row < 0) {
			give_back(f, before);
			continue;
		}
		memcpy(p->list.filter, before->filter, sizeof before->filter);
		part_turn(p, before->part);
		p->list.filter[0] = '\0';
		f->current = i;
		frame_rebuild_pane(f, p, row);
		return true;
	}
	return false;
}

/* A gap or unit of another region is shown there. */
static bool find_elsewhere(struct frame *f, enum link_kind kind, const char *id, struct stood *before)
{
	const struct model *m = frame_model(f);
	const struct gap *g = kind == LINK_GAP ? model_gap(m, id) : NULL;
	const struct unit *u = kind == LINK_UNIT ? model_unit(m, id) : NULL;
	const char *code = g ? g->region : u ? u->region : NULL;
	int place = code ? reference_place_by_code(m->reference, code) : -1, here = f->place;
	if (place < 0 || place == here)
		return false;
	f->place = place;
	frame_rebuild(f);
	if (find_in_panes(f, kind, id, before))
		return true;
	f->place = here;
	frame_rebuild(f);
	return false;
}

void frame_follow(struct frame *f, enum link_kind kind, const char *id, const char *crumb)
{
	struct visit v = visit_now(f);
	struct buf name = {0};
	char *wanted = mem_strdup(id); /* the id may live in the detail that is about to be cleared */
	if (crumb)
		buf_str(&name, crumb);
	else
		crumb_of(f, kind, id, &name);
	if (kind == LINK_ANNUAL && f->wall) {
		frame_say(f, _("Årsberättelsen har namn i sig och visas inte i väggläge."));
	} else if (find_in_panes(f, kind, wanted, &v.to) || find_elsewhere(f, kind, wanted, &v.to)) {
		push(f, &v);
		if (name.len == 0)
			crumb_of_row(f, &name);
		snprintf(f->crumb, sizeof f->crumb, "%s", buf_cstr(&name));
		frame_close_detail(f);
		f->annual = kind == LINK_ANNUAL ? atoi(wanted) : 0;
		f->mode = MODE_DETAIL;
		frame_describe(f);
	} else {
		frame_say(f, _("Raden finns inte bland dem som visas här."));
	}
	buf_release(&name);
	free(wanted);
}

bool frame_go_back(struct frame *f)
{
	if (f->visits_count == 0)
		return false;
	struct visit v = f->visits[--f->visits_count];
	frame_close_detail(f);
	f->place = v.place;
	frame_rebuild(f);
	stand_again(f, &v.to);
	stand_again(f, &v.from);
	f->current = v.from.pane;
	f->history = v.history;
	f->annual = v.annual;
	f->mode = v.mode;
	f->detail.top = v.detail_top;
	f->detail.selected = v.detail_link;
	snprintf(f->crumb, sizeof f->crumb, "%s", v.crumb);
	if (f->mode == MODE_DETAIL)
		frame_describe(f);
	return true;
}

void frame_step_part(struct frame *f, int by)
{
	struct pane *p = frame_pane(f);
	int parts = 0;
	while (p->class->parts[parts])
		parts++;
	if (parts < 2) {
		frame_say(f, _("Den här sidan har bara en del."));
		return;
	}
	frame_close_detail(f);
	f->visits_count = 0;
	int from = p->part;
	p->part = (p->part + parts + by) % parts;
	part_turn(p, from);
	frame_rebuild_pane(f, p, 0);
}

static void follow_link(struct frame *f, const struct link *l)
{
	frame_follow(f, l->kind, l->id, l->crumb);
}

void frame_open_row(struct frame *f)
{
	if (f->mode == MODE_DETAIL) {
		if (f->detail.count == 0)
			frame_say(f, _("Härifrån går ingen länk vidare. Esc går tillbaka."));
		else
			follow_link(f, &f->detail.links[f->detail.selected]);
		return;
	}
	frame_close_detail(f); /* a walk begins here, whatever was left of another */
	f->visits_count = 0;
	f->mode = MODE_DETAIL;
	frame_describe(f);
}

void frame_toggle_history(struct frame *f)
{
	if (!f->history && !frame_has_history(f)) {
		frame_say(f, _("Raden hör inte till rådets egna filer, så den har ingen historik."));
		return;
	}
	f->history_only = f->history ? f->history_only : f->mode == MODE_LIST;
	f->history = !f->history;
	detail_clear(&f->detail);
	f->mode = !f->history && f->history_only ? MODE_LIST : MODE_DETAIL;
	if (f->mode == MODE_DETAIL)
		frame_describe(f);
}

void frame_step_back(struct frame *f)
{
	struct list *l = &frame_pane(f)->list;
	if (f->mode == MODE_DETAIL && f->history) {
		frame_toggle_history(f);
	} else if (f->mode == MODE_DETAIL) {
		if (!frame_go_back(f))
			frame_close_detail(f);
	} else if (l->filter[0]) {
		l->filter[0] = '\0';
		list_update(l, &frame_pane(f)->source, list_selected(l));
	} else if (frame_pane(f)->marks.count) {
		marks_clear(frame_pane(f));
		frame_say(f, "%s", _("Ingen rad är markerad."));
	} else {
		frame_say(f, _("Du är längst ut. q lämnar Rådsbord."));
	}
}
