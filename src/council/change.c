/* Building and inverting steps. */
#include "radsbord/council/change.h"

#include "radsbord/base/language.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static struct change *new_change(struct changes *c, enum change_kind kind, enum record_kind rk,
                                 const char *file, const char *id)
{
	struct change item = {
		.kind = kind,
		.type = record_type(rk),
		.file = arena_strdup(&c->arena, file),
		.id = arena_strdup(&c->arena, id),
	};
	VEC_PUSH(c, item);
	return &c->items[c->count - 1];
}

/* A field that the type does not have is a fault of the program. */
static const struct field *field_of(enum record_kind kind, const char *name)
{
	const struct field *f = record_field(record_type(kind), name, strlen(name));
	assert(f);
	return f;
}

static void add_set(struct changes *c, enum record_kind kind, const struct record *r, const struct field *f,
                    const struct strings *before, const struct strings *after)
{
	if (strings_same(before, after))
		return;
	struct change *ch = new_change(c, CHANGE_SET, kind, r->file, r->id);
	ch->field = f;
	ch->before = *before;
	ch->after = *after;
}

void changes_set(struct changes *c, enum record_kind kind, const struct record *r, const char *field,
                 const char *const *values, size_t count)
{
	const struct field *f = field_of(kind, field);
	struct strings before = {0}, after = {0};
	field_encode(f, r, &c->arena, &before);
	for (size_t i = 0; i < count; i++)
		if (values[i] && *values[i])
			strings_add(&after, arena_strdup(&c->arena, values[i]), &c->arena);
	add_set(c, kind, r, f, &before, &after);
}

void changes_set_text(struct changes *c, enum record_kind kind, const struct record *r, const char *field,
                      const char *value)
{
	changes_set(c, kind, r, field, &value, value ? 1 : 0);
}

void changes_append(struct changes *c, enum record_kind kind, const struct record *r, const char *field,
                    const char *value)
{
	const struct field *f = field_of(kind, field);
	struct strings before = {0}, after = {0};
	field_encode(f, r, &c->arena, &before);
	for (size_t i = 0; i < before.count; i++)
		strings_add(&after, before.items[i], &c->arena);
	if (*value)
		strings_add(&after, arena_strdup(&c->arena, value), &c->arena);
	add_set(c, kind, r, f, &before, &after);
}

static void add_whole(struct changes *c, enum change_kind what, enum record_kind kind, const char *file, const void *record)
{
	const struct record_type *t = record_type(kind);
	struct change *ch = new_change(c, what, kind, file, ((const struct record *)record)->id);
	ch->fields = arena_alloc(&c->arena, t->count * sizeof *ch->fields);
	for (size_t i = 0; i < t->count; i++) {
		struct strings values = {0};
		field_encode(&t->fields[i], record, &c->arena, &values);
		if (values.count)
			ch->fields[ch->fields_count++] =
				(struct change_value){.field = &t->fields[i], .values = values};
	}
}

void changes_add(struct changes *c, enum record_kind kind, const char *file, const void *record)
{
	add_whole(c, CHANGE_ADD, kind, file, record);
}

void changes_remove(struct changes *c, enum record_kind kind, const struct record *r)
{
	add_whole(c, CHANGE_REMOVE, kind, r->file, r);
}

void changes_title(struct changes *c, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	char *text = mem_vprintf(fmt, ap);
	va_end(ap);
	c->title = arena_strdup(&c->arena, text);
	c->form = fmt;
	free(text);
}

void changes_say(const struct changes *c, struct buf *out)
{
	if (c->title)
		language_repeat(c->form, c->title, out);
}

static struct strings copy_strings(const struct strings *s, struct arena *a)
{
	struct strings out = {0};
	for (size_t i = 0; i < s->count; i++)
		strings_add(&out, arena_strdup(a, s->items[i]), a);
	return out;
}

void changes_invert(const struct changes *c, struct changes *out)
{
	static const enum change_kind opposite[] = {
		[CHANGE_SET] = CHANGE_SET, [CHANGE_ADD] = CHANGE_REMOVE, [CHANGE_REMOVE] = CHANGE_ADD};
	for (size_t i = c->count; i-- > 0;) {
		const struct change *from = &c->items[i];
		struct change *to = new_change(out, opposite[from->kind], from->type->kind, from->file, from->id);
		to->field = from->field;
		to->before = copy_strings(&from->after, &out->arena);
		to->after = copy_strings(&from->before, &out->arena);
		to->fields = arena_alloc(&out->arena, (from->fields_count + 1) * sizeof *to->fields);
		for (size_t j = 0; j < from->fields_count; j++)
			to->fields[to->fields_count++] =
				(struct change_value){.field = from->fields[j].field,
			                              .values = copy_strings(&from->fields[j].values, &out->arena)};
	}
	out->utc = c->utc;
	if (c->title)
		out->title = arena_strdup(&out->arena, c->title);
	out->form = c->form ? arena_strdup(&out->arena, c->form) : NULL;
}

void changes_release(struct changes *c)
{
	arena_release(&c->arena);
	free(c->items);
	*c = (struct changes){0};
}
