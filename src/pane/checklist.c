/* A choice of several rows at once: Enter on a row takes it in or leaves it out, Enter on the first does it. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <stdlib.h>

void checklist_release(struct checklist *k)
{
	for (size_t i = 0; i < k->count; i++) {
		free(k->items[i].text);
		free(k->items[i].id);
	}
	free(k->items);
	free(k->title);
	*k = (struct checklist){.title = NULL};
}

void checklist_begin(struct frame *f, const char *title, const char *verb, void (*done)(struct frame *f, const struct checklist *k))
{
	checklist_release(&f->checklist);
	f->checklist.title = mem_strdup(title);
	f->checklist.verb = verb;
	f->checklist.done = done;
}

void checklist_add(struct frame *f, enum record_kind kind, const char *id, bool marked, const char *text)
{
	struct checklist_item item = {.text = mem_strdup(text), .id = id ? mem_strdup(id) : NULL, .kind = kind, .marked = marked, .was = marked};
	VEC_PUSH(&f->checklist, item);
}

static void show(struct frame *f, size_t row);

static void chosen(struct frame *f, size_t row)
{
	struct checklist k = f->checklist;
	if (row > 0) {
		k.items[row - 1].marked = !k.items[row - 1].marked;
		show(f, row);
		return;
	}
	f->checklist = (struct checklist){.title = NULL}; /* done may begin another */
	k.done(f, &k);
	checklist_release(&k);
}

static void show(struct frame *f, size_t row)
{
	struct checklist *k = &f->checklist;
	size_t marked = 0;
	for (size_t i = 0; i < k->count; i++)
		marked += k->items[i].marked;
	modal_pick(f, k->title, chosen);
	modal_pick_add(f, _("%s (%zu av %zu)"), k->verb, marked, k->count);
	for (size_t i = 0; i < k->count; i++)
		modal_pick_add(f, "%s %s", k->items[i].marked ? "✓" : "–", k->items[i].text);
	modal_pick_select(f, row);
}

void checklist_open(struct frame *f)
{
	show(f, 0);
}
