/* Finding what was changed on both sides. */
#include "radsbord/council/conflict.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"
#include "radsbord/council/history.h"

#include <stdlib.h>
#include <string.h>

#define MAY(answer) (1u << (answer))

void record_name(const struct record_type *t, const void *record, struct buf *out)
{
	const struct field *nr = record_field(t, "Nr", 2), *title = record_field(t, "Rubrik", 6);
	struct buf shown = {0};
	text_capitalise(out, _(t->label));
	if (record && nr && *(const int64_t *)(const void *)((const char *)record + nr->offset) != FIELD_INT_NONE) {
		buf_char(out, ' ');
		field_show(nr, record, out);
	}
	if (record && title)
		field_show(title, record, &shown);
	if (shown.len > 0)
		buf_printf(out, " ”%.120s”", buf_cstr(&shown));
	buf_release(&shown);
}

/* ---- what the person saw ---------------------------------------------------- */

static struct change_value *encode_all(const struct record_type *t, const void *record, struct arena *a, size_t *count)
{
	struct change_value *fields = arena_alloc(a, t->count * sizeof *fields);
	*count = 0;
	for (size_t i = 0; i < t->count; i++) {
		struct strings values = {0};
		field_encode(&t->fields[i], record, a, &values);
		if (values.count)
			fields[(*count)++] = (struct change_value){.field = &t->fields[i], .values = values};
	}
	return fields;
}

static const struct seen_record *find_seen(const struct seen *s, const struct record_type *t, const char *id)
{
	for (size_t i = 0; s && i < s->count; i++)
		if (s->items[i].type == t && strcmp(s->items[i].id, id) == 0)
			return &s->items[i];
	return NULL;
}

/* Rows of figures and adopted minutes are no records that a person changes: a file of them is held against the step when it is written. */
static bool is_file(const struct change *ch)
{
	return ch->type->kind == RECORD_FIGURE || ch->type->kind == RECORD_MINUTES;
}

void conflict_see(const struct changes *c, const struct records *r, struct seen *out)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct change *ch = &c->items[i];
		const struct record *record = ch->kind == CHANGE_SET && !is_file(ch) ? records_find(r, ch->type->kind, ch->id) : NULL;
		if (!record || find_seen(out, ch->type, ch->id))
			continue;
		struct seen_record one = {.type = ch->type, .id = arena_strdup(&out->arena, ch->id)};
		one.fields = encode_all(ch->type, record, &out->arena, &one.count);
		VEC_PUSH(out, one);
	}
}

void seen_release(struct seen *s)
{
	arena_release(&s->arena);
	free(s->items);
	*s = (struct seen){0};
}

/* ---- texts -------------------------------------------------------------------- */

static const struct strings none;

static const struct strings *value_of(const struct change_value *fields, size_t count, const struct field *f)
{
	for (size_t i = 0; i < count; i++)
		if (fields[i].field == f)
			return &fields[i].values;
	return &none;
}

static struct strings copied(const struct strings *from, struct arena *a)
{
	struct strings to = {0};
	for (size_t i = 0; i < from->count; i++)
		strings_add(&to, arena_strdup(a, from->items[i]), a);
	return to;
}

/* Each value on a line of its own. */
static const char *values_text(const struct field *f, const struct strings *values, struct arena *a)
{
	struct buf b = {0};
	for (size_t i = 0; i < values->count; i++) {
		const struct strings one = {.items = &values->items[i], .count = 1};
		buf_str(&b, i ? "\n" : "");
		history_show(f, &one, &b);
	}
	const char *text = arena_strdup(a, values->count ? buf_cstr(&b) : _("(tomt)"));
	buf_release(&b);
	return text;
}

static void add_line(struct buf *out, const struct field *f, const struct strings *values)
{
	buf_printf(out, "%s%s: ", out->len ? "\n" : "", _(f->label));
	history_show(f, values, out);
}

static struct conflict_item new_item(struct conflict *k, enum conflict_kind kind, const struct change *ch, const void *record)
{
	struct buf name = {0};
	record_name(ch->type, record, &name);
	struct conflict_item item = {.kind = kind, .type = ch->type, .id = arena_strdup(&k->arena, ch->id),
	                             .record = arena_strdup(&k->arena, buf_cstr(&name))};
	buf_release(&name);
	return item;
}

/* ---- finding -------------------------------------------------------------------- */

/* True when an item of the record is there already; `field` NULL: any. */
static bool asked(const struct conflict *k, const struct change *ch, const struct field *field)
{
	for (size_t i = 0; i < k->count; i++)
		if (k->items[i].type == ch->type && strcmp(k->items[i].id, ch->id) == 0 && (!field || k->items[i].field == field))
			return true;
	return false;
}

/* A field that has neither the value I left nor the one I want. */
static void find_field(struct conflict *k, const struct change *ch, const void *record, const struct field *f,
                       const struct strings *base, const struct strings *mine)
{
	struct strings now = {0};
	field_encode(f, record, &k->arena, &now);
	if (strings_same(&now, base) || strings_same(&now, mine) || asked(k, ch, f))
		return;
	struct conflict_item item = new_item(k, CONFLICT_FIELD, ch, record);
	item.field = f;
	item.base = copied(base, &k->arena);
	item.mine = copied(mine, &k->arena);
	item.theirs = now;
	item.mine_text = values_text(f, mine, &k->arena);
	item.theirs_text = values_text(f, &now, &k->arena);
	item.may = MAY(CONFLICT_MINE) | MAY(CONFLICT_THEIRS) | (conflict_can_join(f) ? MAY(CONFLICT_BOTH) : 0);
	VEC_PUSH(k, item);
}

/* The values my step gives the fields of a record, a line each. */
static const char *my_changes(struct conflict *k, const struct changes *c, const struct change *ch)
{
	struct buf b = {0};
	for (size_t i = 0; i < c->count; i++)
		if (c->items[i].kind == CHANGE_SET && c->items[i].type == ch->type && strcmp(c->items[i].id, ch->id) == 0)
			add_line(&b, c->items[i].field, &c->items[i].after);
	const char *text = arena_strdup(&k->arena, buf_cstr(&b));
	buf_release(&b);
	return text;
}

static bool sets_field(const struct changes *c, const struct change *ch, const struct field *f)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->items[i].kind == CHANGE_SET && c->items[i].field == f && strcmp(c->items[i].id, ch->id) == 0)
			return true;
	return false;
}

static void find_beside(struct conflict *k, const struct changes *c, const struct change *ch, const struct seen_record *seen,
                        const void *record)
{
	struct buf b = {0};
	for (size_t i = 0; i < ch->type->count; i++) {
		const struct field *f = &ch->type->fields[i];
		struct strings now = {0};
		field_encode(f, record, &k->arena, &now);
		if (!strings_same(&now, value_of(seen->fields, seen->count, f)) && !sets_field(c, ch, f))
			add_line(&b, f, &now);
	}
	if (b.len > 0) {
		struct conflict_item item = new_item(k, CONFLICT_BESIDE, ch, record);
		item.mine_text = my_changes(k, c, ch);
		item.theirs_text = arena_strdup(&k->arena, buf_cstr(&b));
		item.may = MAY(CONFLICT_THEIRS) | MAY(CONFLICT_BOTH);
		item.usual = CONFLICT_BOTH;
		VEC_PUSH(k, item);
	}
	buf_release(&b);
}

static void find_gone(struct conflict *k, const struct changes *c, const struct change *ch, const struct seen_record *seen)
{
	if (asked(k, ch, NULL))
		return;
	struct conflict_item item = new_item(k, CONFLICT_GONE, ch, NULL);
	item.mine_text = my_changes(k, c, ch);
	item.theirs_text = _("(borttagen)");
	item.may = MAY(CONFLICT_THEIRS) | (seen ? MAY(CONFLICT_MINE) : 0);
	if (seen) {
		item.fields = arena_alloc(&k->arena, (seen->count + 1) * sizeof *item.fields);
		for (size_t i = 0; i < seen->count; i++)
			item.fields[item.fields_count++] = (struct change_value){
				.field = seen->fields[i].field, .values = copied(&seen->fields[i].values, &k->arena)};
	}
	VEC_PUSH(k, item);
}

/* I remove a record: every field must be as I left it. */
static void find_changed(struct conflict *k, const struct change *ch, const void *record)
{
	struct buf b = {0};
	for (size_t i = 0; i < ch->type->count; i++) {
		const struct field *f = &ch->type->fields[i];
		struct strings now = {0};
		field_encode(f, record, &k->arena, &now);
		if (!strings_same(&now, value_of(ch->fields, ch->fields_count, f)))
			add_line(&b, f, &now);
	}
	if (b.len > 0) {
		struct conflict_item item = new_item(k, CONFLICT_CHANGED, ch, record);
		item.mine_text = _("(tas bort)");
		item.theirs_text = arena_strdup(&k->arena, buf_cstr(&b));
		item.may = MAY(CONFLICT_MINE) | MAY(CONFLICT_THEIRS);
		item.fields = encode_all(ch->type, record, &k->arena, &item.fields_count);
		VEC_PUSH(k, item);
	}
	buf_release(&b);
}

/* The last value that the step gives the field. */
static const struct strings *last_value(const struct changes *c, size_t i)
{
	const struct strings *last = &c->items[i].after;
	for (size_t k = i + 1; k < c->count; k++)
		if (c->items[k].kind == CHANGE_SET && c->items[k].field == c->items[i].field &&
		    strcmp(c->items[k].id, c->items[i].id) == 0)
			last = &c->items[k].after;
	return last;
}

/* True when an earlier change of the step made the record what this one starts from. */
static bool builds_on(const struct changes *c, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (c->items[k].type == c->items[i].type && strcmp(c->items[k].id, c->items[i].id) == 0 &&
		    (c->items[k].kind != CHANGE_SET || c->items[k].field == c->items[i].field))
			return true;
	return false;
}

void conflict_find(const struct changes *c, const struct seen *seen, const struct records *now, struct conflict *out)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct change *ch = &c->items[i];
		if (is_file(ch) || builds_on(c, i))
			continue;
		const struct record *record = records_find(now, ch->type->kind, ch->id);
		if (ch->kind == CHANGE_SET && !record)
			find_gone(out, c, ch, find_seen(seen, ch->type, ch->id));
		else if (ch->kind == CHANGE_SET)
			find_field(out, ch, record, ch->field, &ch->before, last_value(c, i));
		else if (ch->kind == CHANGE_REMOVE && record)
			find_changed(out, ch, record);
		for (size_t k = 0; ch->kind == CHANGE_ADD && record && k < ch->type->count; k++)
			find_field(out, ch, record, &ch->type->fields[k], value_of(ch->fields, ch->fields_count, &ch->type->fields[k]),
			           value_of(ch->fields, ch->fields_count, &ch->type->fields[k]));
	}
	for (size_t i = 0; i < c->count; i++) {
		const struct change *ch = &c->items[i];
		const struct seen_record *was = ch->kind == CHANGE_SET ? find_seen(seen, ch->type, ch->id) : NULL;
		const struct record *record = was ? records_find(now, ch->type->kind, ch->id) : NULL;
		if (record && !asked(out, ch, NULL))
			find_beside(out, c, ch, was, record);
	}
}

void conflict_release(struct conflict *k)
{
	arena_release(&k->arena);
	free(k->items);
	*k = (struct conflict){0};
}
