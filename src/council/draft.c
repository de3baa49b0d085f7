#include "radsbord/council/draft.h"

#include <stdlib.h>
#include <string.h>

void draft_add(struct draft *d, const char *label, const char *text)
{
	struct draft_text one = {.label = mem_strdup(label), .text = mem_strdup(text)};
	VEC_PUSH(d, one);
}

void draft_add_marked(struct draft *d, const char *id)
{
	d->marked = mem_grow(d->marked, d->marked_count, &d->marked_cap, sizeof *d->marked);
	d->marked[d->marked_count++] = mem_strdup(id);
}

void draft_release(struct draft *d)
{
	for (size_t i = 0; i < d->count; i++) {
		free(d->items[i].label);
		free(d->items[i].text);
	}
	for (size_t i = 0; i < d->marked_count; i++)
		free(d->marked[i]);
	free(d->marked);
	free(d->items);
	free(d->title);
	free(d->pane);
	free(d->command);
	free(d->type);
	free(d->id);
	free(d->file);
	*d = (struct draft){0};
}

void drafts_drop(struct drafts *d, size_t i)
{
	draft_release(&d->items[i]);
	memmove(&d->items[i], &d->items[i + 1], (--d->count - i) * sizeof *d->items);
}

void drafts_release(struct drafts *d)
{
	for (size_t i = 0; i < d->count; i++)
		draft_release(&d->items[i]);
	free(d->items);
	*d = (struct drafts){0};
}
