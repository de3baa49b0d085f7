/* The way one walks: panes and their parts, a row and its detail, links and back again. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

void frame_go_to_place(struct frame *f, int place)
{
	f->place = place;
	f->detail.top = 0;
	frame_rebuild(f);
}

void frame_open_pane(struct frame *f, int pane)
{
	if (f->current == pane)
		return;
	detail_clear(&f->detail);
	f->mode = MODE_LIST;
	f->history = false;
	f->current = pane;
}

void frame_follow(struct frame *f, enum link_kind kind, const char *id)
{
	struct visit from = {f->current, frame_pane(f)->part, f->place, list_selected(&frame_pane(f)->list)};
	char *wanted = mem_strdup(id); /* the id may live in the detail that is about to be cleared */
	for (int i = 0; i < PANES; i++) {
		struct pane *p = f->panes[i];
		char filter[sizeof p->list.filter];
		memcpy(filter, p->list.filter, sizeof filter);
		p->list.filter[0] = '\0';
		long row = p->class->find ? p->class->find(f, p, kind, wanted) : -1;
		if (row < 0) {
			memcpy(p->list.filter, filter, sizeof filter);
			continue;
		}
		if (f->visits_count == VISITS)
			memmove(f->visits, f->visits + 1, --f->visits_count * sizeof *f->visits);
		f->visits[f->visits_count++] = from;
		detail_clear(&f->detail);
		f->history = false;
		f->current = i;
		frame_rebuild_pane(f, p, row);
		f->mode = MODE_DETAIL;
		frame_describe(f);
		free(wanted);
		return;
	}
	frame_say(f, _("Raden finns inte bland dem som visas här."));
	free(wanted);
}

bool frame_go_back(struct frame *f)
{
	if (f->visits_count == 0)
		return false;
	struct visit v = f->visits[--f->visits_count];
	detail_clear(&f->detail);
	f->history = false;
	f->current = v.pane;
	f->place = v.place;
	frame_pane(f)->part = v.part;
	frame_rebuild(f);
	list_update(&frame_pane(f)->list, &frame_pane(f)->source, v.row);
	f->mode = MODE_DETAIL;
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
	detail_clear(&f->detail);
	f->mode = MODE_LIST;
	f->history = false;
	p->part = (p->part + parts + by) % parts;
	p->list.filter[0] = '\0';
	p->list.sort_column = -1;
	frame_rebuild_pane(f, p, 0);
}

void frame_open_row(struct frame *f)
{
	if (f->mode == MODE_DETAIL) {
		if (f->detail.count == 0)
			frame_say(f, _("Härifrån går ingen länk vidare. Esc går tillbaka."));
		else
			frame_follow(f, f->detail.links[f->detail.selected].kind, f->detail.links[f->detail.selected].id);
		return;
	}
	detail_clear(&f->detail);
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
		if (frame_go_back(f))
			return;
		detail_clear(&f->detail);
		f->mode = MODE_LIST;
	} else if (l->filter[0]) {
		l->filter[0] = '\0';
		list_update(l, &frame_pane(f)->source, list_selected(l));
	} else {
		frame_say(f, _("Du är längst ut. q lämnar Rådsbord."));
	}
}
