/* The personnummer guard over the values of a step. */
#include "radsbord/council/change_guard.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

/* Ids, dates, times and codes are checked by their own form. */
static bool is_text(const struct field *f)
{
	return f->type == FIELD_TEXT || f->type == FIELD_LINES || f->type == FIELD_LIST || f->type == FIELD_INT;
}

static bool stood_before(const struct strings *before, const char *text, size_t n)
{
	for (size_t i = 0; i < before->count; i++)
		if (memmem(before->items[i], strlen(before->items[i]), text, n))
			return true;
	return false;
}

struct found {
	enum guard_level level;
	const char *text; /* borrowed */
	size_t len;
};

static void look(const struct strings *values, const struct strings *before, struct found *found)
{
	for (size_t i = 0; i < values->count; i++) {
		const char *s = values->items[i];
		struct guard_hit hit;
		for (size_t from = 0; guard_next(s, from, &hit); from = hit.start + hit.len)
			if (hit.level > found->level && !stood_before(before, s + hit.start, hit.len))
				*found = (struct found){hit.level, s + hit.start, hit.len};
	}
}

enum guard_level changes_guard(const struct changes *c, struct buf *shown)
{
	static const struct strings nothing;
	struct found found = {0};
	for (size_t i = 0; i < c->count; i++) {
		const struct change *ch = &c->items[i];
		if (ch->kind == CHANGE_SET && is_text(ch->field))
			look(&ch->after, &ch->before, &found);
		for (size_t k = 0; ch->kind == CHANGE_ADD && k < ch->fields_count; k++)
			if (is_text(ch->fields[k].field))
				look(&ch->fields[k].values, &nothing, &found);
	}
	if (shown && found.level != GUARD_NONE) {
		char *number = mem_strndup(found.text, found.len);
		guard_mask(shown, number, GUARD_HINT);
		free(number);
	}
	return found.level;
}

bool changes_guard_allows(const struct changes *c, struct error *e)
{
	struct buf shown = {0};
	enum guard_level level = changes_guard(c, &shown);
	bool allowed = level <= GUARD_HINT || level <= c->keep;
	if (!allowed)
		error_set(e, ERROR_USAGE,
			  _("Texten innehåller vad som ser ut som ett personnummer (%s) och sparas inte. Ta bort det ur "
			  "texten."),
			  buf_cstr(&shown));
	buf_release(&shown);
	return allowed;
}

bool changes_hold_number(const struct changes *c)
{
	static const struct strings nothing;
	struct found found = {0};
	for (size_t i = 0; i < c->count; i++) {
		const struct change *ch = &c->items[i];
		look(&ch->before, &nothing, &found);
		look(&ch->after, &nothing, &found);
		for (size_t k = 0; k < ch->fields_count; k++)
			look(&ch->fields[k].values, &nothing, &found);
	}
	return found.level > GUARD_HINT;
}
