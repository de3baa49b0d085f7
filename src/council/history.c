#include "radsbord/council/history.h"

#include "radsbord/base/language.h"

#include <stdlib.h>

void history_release(struct history *h)
{
	arena_release(&h->arena);
	free(h->items);
	*h = (struct history){0};
}

static const char *shown(const struct field *f, const char *value)
{
	int choice = f && f->type == FIELD_CHOICE ? choice_find(f->choices, value) : -1;
	return choice >= 0 ? _(f->choices[choice].label) : value;
}

void history_show(const struct field *f, const struct strings *values, struct buf *out)
{
	for (size_t i = 0; i < values->count; i++) {
		buf_str(out, i ? ", " : "");
		buf_str(out, shown(f, values->items[i]));
	}
	if (values->count == 0)
		buf_str(out, "–");
}
