/* What the panes show: their rows, the selection that stays on its record, the detail of a row and its history. */
#include "pane.h"

#include "radsbord/report/history.h"

#include <stdio.h>
#include <string.h>

enum { HISTORY_MOST = 200 };

static void records_of(struct frame *f, struct pane *p, size_t row, struct strings *ids, struct arena *a)
{
	if (p->class->records && frame_model(f)->council)
		p->class->records(f, p, row, ids, a);
}

bool frame_has_history(struct frame *f)
{
	struct pane *p = frame_pane(f);
	struct strings ids = {0};
	struct arena a = {0};
	long row = list_selected(&p->list);
	if (row >= 0)
		records_of(f, p, (size_t)row, &ids, &a);
	arena_release(&a);
	return ids.count > 0;
}

static void describe_history(struct frame *f, struct pane *p, size_t row)
{
	struct history h = {0};
	struct diagnostics d = {0};
	struct strings ids = {0};
	records_of(f, p, row, &ids, &h.arena);
	if (ids.count)
		session_history(f->session, &ids, HISTORY_MOST, &h, &d);
	report_history(&f->detail.doc, &h);
	for (size_t i = 0; i < d.count; i++)
		doc_paragraph(&f->detail.doc, "%s: %s", d.items[i].file, d.items[i].text);
	diagnostics_release(&d);
	history_release(&h);
}

void frame_describe(struct frame *f)
{
	struct pane *p = frame_pane(f);
	long row = list_selected(&p->list);
	int top = f->detail.top;
	size_t selected = f->detail.selected;
	detail_clear(&f->detail);
	if (row < 0) {
		f->mode = MODE_LIST;
		return;
	}
	if (f->history)
		describe_history(f, p, (size_t)row);
	else if (f->annual)
		annual_chain(frame_model(f), f->annual, &f->detail);
	else
		p->class->describe(f, p, (size_t)row, &f->detail);
	f->detail.top = top;
	f->detail.selected = selected < f->detail.count ? selected : 0;
}

/* The first record of a row. */
static void row_record(struct frame *f, struct pane *p, size_t row, char id[RECORD_ID_SIZE])
{
	struct strings ids = {0};
	struct arena a = {0};
	records_of(f, p, row, &ids, &a);
	snprintf(id, RECORD_ID_SIZE, "%s", ids.count ? ids.items[0] : "");
	arena_release(&a);
}

void frame_selected_record(struct frame *f, struct pane *p, char id[RECORD_ID_SIZE])
{
	long row = list_selected(&p->list);
	id[0] = '\0';
	if (row >= 0)
		row_record(f, p, (size_t)row, id);
}

/* Rows may have come or gone above: the selection stays on its record as long as that is there. */
static void follow_record(struct frame *f, struct pane *p)
{
	char id[RECORD_ID_SIZE];
	frame_selected_record(f, p, id);
	if (!p->selected[0] || strcmp(id, p->selected) == 0)
		return;
	for (size_t row = 0; row < p->source.count; row++) {
		row_record(f, p, row, id);
		if (strcmp(id, p->selected) == 0) {
			list_update(&p->list, &p->source, (long)row);
			return;
		}
	}
}

void frame_select_record(struct frame *f, struct pane *p, const char *id)
{
	snprintf(p->selected, sizeof p->selected, "%s", id);
	follow_record(f, p);
}

void frame_rebuild_pane(struct frame *f, struct pane *p, long selected)
{
	p->stale = false;
	p->class->rebuild(f, p);
	pane_fill_words(f, p);
	marks_fill(p);
	list_update(&p->list, &p->source, selected);
	if (selected < 0)
		follow_record(f, p);
}

void frame_freshen(struct frame *f, struct pane *p)
{
	if (p->stale)
		frame_rebuild_pane(f, p, -1);
}

/* A page that is not seen waits until it is: what a key or the start costs is what one looks at. The rooms without a tab hold on to
 * what they are about. */
void frame_rebuild(struct frame *f)
{
	if ((size_t)f->place >= frame_model(f)->reference->places_count) /* a council's unit that is gone */
		f->place = 0;
	for (int i = 0; i < PANES; i++)
		if (i == f->current || !f->panes[i]->class->command)
			frame_rebuild_pane(f, f->panes[i], -1);
		else
			f->panes[i]->stale = true;
	if (f->mode == MODE_DETAIL)
		frame_describe(f);
}
