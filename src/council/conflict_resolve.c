/* The step that the answers make. */
#include "radsbord/council/conflict.h"

#include <string.h>

bool conflict_can_join(const struct field *f)
{
	return f->type == FIELD_TEXT || f->type == FIELD_LINES || f->type == FIELD_LIST || f->type == FIELD_REFS;
}

/* What my text adds: all of it, or what stands after the base when it begins with that. */
static const char *added_text(const struct strings *base, const char *mine)
{
	size_t n = base->count ? strlen(base->items[0]) : 0;
	if (n == 0 || strncmp(mine, base->items[0], n) != 0)
		return mine;
	return mine + n + strspn(mine + n, " \n");
}

static void join_text(const struct field *f, const struct strings *base, const char *mine, const char *theirs,
                      struct arena *a, struct strings *out)
{
	const char *added = added_text(base, mine);
	const char *text = theirs;
	if (*added && strcmp(theirs, mine) != 0)
		text = arena_printf(a, "%s%s%s", theirs, f->type == FIELD_LINES ? "\n\n" : " / ", added);
	strings_add(out, arena_strdup(a, text), a);
}

void conflict_join(const struct field *f, const struct strings *base, const struct strings *mine,
                   const struct strings *theirs, struct arena *a, struct strings *out)
{
	bool repeated = f->type == FIELD_LIST || f->type == FIELD_REFS;
	if (!repeated && mine->count && theirs->count) {
		join_text(f, base, mine->items[0], theirs->items[0], a, out);
		return;
	}
	for (size_t i = 0; i < theirs->count; i++)
		strings_add(out, arena_strdup(a, theirs->items[i]), a);
	for (size_t i = 0; i < mine->count; i++)
		if (!strings_has(theirs, mine->items[i]) && (!repeated || !strings_has(base, mine->items[i])))
			strings_add(out, arena_strdup(a, mine->items[i]), a);
}

static struct strings copied(const struct strings *from, struct arena *a)
{
	struct strings to = {0};
	for (size_t i = 0; i < from->count; i++)
		strings_add(&to, arena_strdup(a, from->items[i]), a);
	return to;
}

/* The index of the item about the change, or about one field of it (NULL: of its record); -1 when there is none. */
static long item_of(const struct conflict *k, const struct change *c, const struct field *field)
{
	for (size_t i = 0; i < k->count; i++)
		if (k->items[i].type == c->type && strcmp(k->items[i].id, c->id) == 0 && k->items[i].field == field)
			return (long)i;
	return -1;
}

static struct change *new_change(struct changes *out, enum change_kind kind, const struct change *from)
{
	struct change item = {.kind = kind, .type = from->type, .file = arena_strdup(&out->arena, from->file),
	                      .id = arena_strdup(&out->arena, from->id)};
	VEC_PUSH(out, item);
	return &out->items[out->count - 1];
}

static struct change_value *copied_fields(const struct change_value *from, size_t count, struct arena *a)
{
	struct change_value *to = arena_alloc(a, (count + 1) * sizeof *to);
	for (size_t i = 0; i < count; i++)
		to[i] = (struct change_value){.field = from[i].field, .values = copied(&from[i].values, a)};
	return to;
}

static void copy_change(struct changes *out, const struct change *from)
{
	struct change *to = new_change(out, from->kind, from);
	to->field = from->field;
	to->before = copied(&from->before, &out->arena);
	to->after = copied(&from->after, &out->arena);
	to->fields = copied_fields(from->fields, from->fields_count, &out->arena);
	to->fields_count = from->fields_count;
}

/* A field that both changed becomes what was answered, from what it is now. */
static void set_answered(struct changes *out, const struct change *from, const struct conflict_item *item,
                         enum conflict_answer answer)
{
	struct strings after = {0};
	if (answer == CONFLICT_BOTH)
		conflict_join(item->field, &item->base, &item->mine, &item->theirs, &out->arena, &after);
	else
		after = copied(&item->mine, &out->arena);
	if (answer == CONFLICT_THEIRS || strings_same(&after, &item->theirs))
		return;
	struct change *to = new_change(out, CHANGE_SET, from);
	to->field = item->field;
	to->before = copied(&item->theirs, &out->arena);
	to->after = after;
}

/* The record as I saw it, with my changes, as a new one; once, at its first change. */
static void put_back(struct changes *out, const struct changes *c, size_t first, const struct conflict_item *item)
{
	for (size_t i = 0; i < first; i++)
		if (c->items[i].type == item->type && strcmp(c->items[i].id, item->id) == 0)
			return;
	struct change *to = new_change(out, CHANGE_ADD, &c->items[first]);
	to->fields = arena_alloc(&out->arena, item->type->count * sizeof *to->fields);
	for (size_t i = 0; i < item->type->count; i++) {
		const struct field *f = &item->type->fields[i];
		const struct strings *values = NULL;
		for (size_t k = 0; k < item->fields_count; k++)
			if (item->fields[k].field == f)
				values = &item->fields[k].values;
		for (size_t k = first; k < c->count; k++)
			if (c->items[k].field == f && c->items[k].type == item->type && strcmp(c->items[k].id, item->id) == 0)
				values = &c->items[k].after;
		if (values && values->count)
			to->fields[to->fields_count++] =
				(struct change_value){.field = f, .values = copied(values, &out->arena)};
	}
}

/* A change whose record as a whole was asked about. */
static void answer_record(struct changes *out, const struct changes *c, size_t i, const struct conflict_item *item,
                          enum conflict_answer answer)
{
	if (answer == CONFLICT_THEIRS)
		return;
	if (item->kind == CONFLICT_BESIDE) {
		copy_change(out, &c->items[i]);
	} else if (item->kind == CONFLICT_GONE) {
		put_back(out, c, i, item);
	} else {
		struct change *to = new_change(out, CHANGE_REMOVE, &c->items[i]);
		to->fields = copied_fields(item->fields, item->fields_count, &out->arena);
		to->fields_count = item->fields_count;
	}
}

/* A new record whose Id is there already: what was asked of its fields. */
static bool answer_add(const struct conflict *k, const enum conflict_answer *given, const struct change *from,
                       struct changes *out)
{
	bool any = false;
	for (size_t i = 0; i < from->type->count; i++) {
		long at = item_of(k, from, &from->type->fields[i]);
		if (at < 0)
			continue;
		set_answered(out, from, &k->items[at], given[at]);
		any = true;
	}
	return any;
}

static bool set_before(const struct changes *c, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (c->items[k].field == c->items[i].field && strcmp(c->items[k].id, c->items[i].id) == 0)
			return true;
	return false;
}

void conflict_resolve(const struct conflict *k, const enum conflict_answer *given, const struct changes *c,
                      struct changes *out)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct change *from = &c->items[i];
		long whole = item_of(k, from, NULL), field = from->field ? item_of(k, from, from->field) : -1;
		if (whole >= 0)
			answer_record(out, c, i, &k->items[whole], given[whole]);
		else if (field >= 0 && !set_before(c, i))
			set_answered(out, from, &k->items[field], given[field]);
		else if (field >= 0)
			continue; /* the answer is about the last value of the field */
		else if (from->kind != CHANGE_ADD || !answer_add(k, given, from, out))
			copy_change(out, from);
	}
	out->keep = c->keep;
	if (c->title)
		out->title = arena_strdup(&out->arena, c->title);
	out->form = c->form ? arena_strdup(&out->arena, c->form) : NULL;
}
