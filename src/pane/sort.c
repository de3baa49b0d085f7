/* The order of a list: every column both ways, what it is now marked; and how a part is left, to be found again. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <stdio.h>
#include <string.h>

/* Item 0 is the pane's own order; then each column that has a title, up and down. */
static void chosen(struct frame *f, size_t item)
{
	struct pane *p = frame_pane(f);
	long selected = list_selected(&p->list);
	size_t at = 1;
	p->list.sort_column = -1;
	p->list.sort_descending = false;
	for (size_t i = 0; i < p->source.columns_count; i++) {
		if (!*p->source.columns[i].title)
			continue;
		if (item == at || item == at + 1) {
			p->list.sort_column = (int)i;
			p->list.sort_descending = item == at + 1;
		}
		at += 2;
	}
	list_update(&p->list, &p->source, selected);
}

void sort_open(struct frame *f)
{
	struct pane *p = frame_pane(f);
	const struct list *l = &p->list;
	size_t now = 0, at = 1;
	modal_pick(f, _("I vilken ordning?"), chosen);
	modal_pick_add(f, "%s %s", l->sort_column < 0 ? "●" : " ", _("Sidans egen ordning"));
	for (size_t i = 0; i < p->source.columns_count; i++) {
		const char *title = _(p->source.columns[i].title);
		bool sorted = l->sort_column == (int)i;
		if (!*title)
			continue;
		modal_pick_add(f, _("%s %s, stigande"), sorted && !l->sort_descending ? "●" : " ", title);
		modal_pick_add(f, _("%s %s, fallande"), sorted && l->sort_descending ? "●" : " ", title);
		now = sorted ? at + l->sort_descending : now;
		at += 2;
	}
	modal_pick_select(f, now);
}

void part_turn(struct pane *p, int from)
{
	struct part_kept *left = &p->kept[from], *now = &p->kept[p->part];
	if (from == p->part)
		return;
	memcpy(left->filter, p->list.filter, sizeof left->filter);
	left->sorted = p->list.sort_column + 1;
	left->descending = p->list.sort_descending;
	memcpy(p->list.filter, now->filter, sizeof now->filter);
	p->list.sort_column = now->sorted - 1;
	p->list.sort_descending = now->descending;
	marks_clear(p);
}
