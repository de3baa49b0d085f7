/* The rows that are marked, to be acted on all at once: by their Ids, so that they stay marked when the rows are built again. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

static const struct record *record_of(const struct pane *p, size_t row)
{
	enum record_kind kind;
	const struct record *r = p->class->record && pane_kind(p) != RECORD_KINDS ? p->class->record(p, row, &kind) : NULL;
	return r && r->id ? r : NULL;
}

static void index_again(struct marks *m)
{
	map_release(&m->index);
	for (size_t i = 0; i < m->count; i++)
		map_put(&m->index, m->ids[i], (int)i);
}

static void add(struct marks *m, const char *id)
{
	if (map_get(&m->index, id) >= 0)
		return;
	m->ids = mem_grow(m->ids, m->count, &m->cap, sizeof *m->ids);
	m->ids[m->count] = mem_strdup(id);
	map_put(&m->index, m->ids[m->count], (int)m->count);
	m->count++;
}

static void take_away(struct marks *m, const char *id)
{
	int at = map_get(&m->index, id);
	if (at < 0)
		return;
	free(m->ids[at]);
	m->ids[at] = m->ids[--m->count];
	index_again(m);
}

void marks_clear(struct pane *p)
{
	struct marks *m = &p->marks;
	for (size_t i = 0; i < m->count; i++)
		free(m->ids[i]);
	free(m->ids);
	map_release(&m->index);
	*m = (struct marks){.ids = NULL};
	free(p->list.marked);
	p->list.marked = NULL;
}

/* What is no longer among the rows is no longer marked. */
void marks_fill(struct pane *p)
{
	struct marks *m = &p->marks;
	size_t kept = 0;
	free(p->list.marked);
	p->list.marked = NULL;
	if (m->count == 0)
		return;
	bool *seen = mem_alloc(m->count * sizeof *seen);
	p->list.marked = mem_alloc((p->source.count + 1) * sizeof *p->list.marked);
	for (size_t row = 0; row < p->source.count; row++) {
		const struct record *r = record_of(p, row);
		int at = r ? map_get(&m->index, r->id) : -1;
		p->list.marked[row] = at >= 0;
		if (at >= 0)
			seen[at] = true;
	}
	for (size_t i = 0; i < m->count; i++) {
		if (seen[i])
			m->ids[kept++] = m->ids[i];
		else
			free(m->ids[i]);
	}
	m->count = kept;
	index_again(m);
	free(seen);
	if (kept == 0)
		marks_clear(p);
}

size_t marks_hidden(const struct pane *p)
{
	size_t shown = 0;
	for (size_t i = 0; p->list.marked && i < p->list.shown; i++)
		shown += p->list.marked[p->list.order[i]];
	return p->marks.count - shown;
}

void marks_ids(const struct pane *p, struct strings *out, struct arena *a)
{
	for (size_t row = 0; p->list.marked && row < p->source.count; row++)
		if (p->list.marked[row])
			strings_add(out, arena_strdup(a, record_of(p, row)->id), a);
}

void marks_set(struct pane *p, char *const *ids, size_t count)
{
	marks_clear(p);
	for (size_t i = 0; i < count; i++)
		add(&p->marks, ids[i]);
	marks_fill(p);
}

void marks_toggle(struct frame *f)
{
	struct pane *p = frame_pane(f);
	long row = list_selected(&p->list);
	const struct record *r = row >= 0 ? record_of(p, (size_t)row) : NULL;
	if (!r) {
		frame_say(f, "%s", row >= 0 ? _("Den här raden kan inte markeras.") : _("Ingen rad är vald."));
		return;
	}
	if (map_get(&p->marks.index, r->id) >= 0)
		take_away(&p->marks, r->id);
	else
		add(&p->marks, r->id);
	marks_fill(p);
	list_command(&p->list, COMMAND_DOWN);
	if (f->mode == MODE_DETAIL)
		frame_describe(f);
}

/* All that the filter shows; when all of it is marked already, nothing is. */
void marks_toggle_all(struct frame *f)
{
	struct pane *p = frame_pane(f);
	size_t can = 0, before = p->marks.count;
	for (size_t i = 0; i < p->list.shown; i++) {
		const struct record *r = record_of(p, p->list.order[i]);
		can += r != NULL;
		if (r)
			add(&p->marks, r->id);
	}
	if (p->marks.count == before)
		marks_clear(p);
	marks_fill(p);
	if (!can)
		frame_say(f, "%s", _("Här finns ingen rad som kan markeras."));
	else if (p->marks.count == 1)
		frame_say(f, "%s", _("En rad är markerad. En gång till avmarkerar den."));
	else if (p->marks.count)
		frame_say(f, _("%zu rader är markerade. En gång till avmarkerar dem."), p->marks.count);
	else
		frame_say(f, "%s", _("Ingen rad är markerad."));
}

void marks_say(const struct pane *p, struct buf *out)
{
	size_t hidden = marks_hidden(p);
	if (p->marks.count)
		buf_printf(out, p->marks.count == 1 ? _("%zu markerad") : _("%zu markerade"), p->marks.count);
	if (hidden)
		buf_printf(out, _(" (%zu visas inte)"), hidden);
}
