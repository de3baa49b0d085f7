/* Finding what was changed on both sides. */
#include "radsbord/council/conflict.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"
#include "radsbord/council/history.h"

#include <stdlib.h>

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

/* Rows of figures and adopted minutes are no records that a person changes: a file of them is held against the step when it is written. */
static bool is_file(const struct change *ch)
{
	return ch->type->kind == RECORD_FIGURE || ch->type->kind == RECORD_MINUTES;
}

void conflict_see(const struct changes *c, const struct records *r, struct seen *out)
{
	struct change_index index;
	change_index_make(&index, c);
	const struct record **records = mem_alloc((index.records + 1) * sizeof *records);
	change_index_find(&index, c, r, records);
	for (size_t i = 0; i < c->count; i++) {
		const struct change *ch = &c->items[i];
		const struct record *record = ch->kind == CHANGE_SET && !is_file(ch) ? records[index.number[i]] : NULL;
		if (!record)
			continue;
		records[index.number[i]] = NULL; /* once */
		struct seen_record one = {.type = ch->type, .id = arena_strdup(&out->arena, ch->id)};
		one.fields = encode_all(ch->type, record, &out->arena, &one.count);
		VEC_PUSH(out, one);
	}
	free(records);
	change_index_release(&index);
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

/* What is found, and what it is found in; a record is named by its number in the index. */
struct finding {
	const struct changes *c;
	struct change_index index;
	const struct record **now;             /* of each record: as it is, or NULL */
	const struct seen_record **seen;       /* of each record: as it was seen, or NULL */
	size_t *asked;                         /* of each record: its last item, or CHANGE_NONE */
	struct {
		size_t *items, count, cap;
	} earlier;                             /* of each item: the one before of the same record, or CHANGE_NONE */
	struct conflict *out;
};

/* True when an item of the record is there already; `field` NULL: any. */
static bool asked(const struct finding *x, size_t number, const struct field *field)
{
	for (size_t i = x->asked[number]; i != CHANGE_NONE; i = x->earlier.items[i])
		if (!field || x->out->items[i].field == field)
			return true;
	return false;
}

static void ask(struct finding *x, size_t number, const struct conflict_item *item)
{
	VEC_PUSH(x->out, *item);
	VEC_PUSH(&x->earlier, x->asked[number]);
	x->asked[number] = x->out->count - 1;
}

/* A field that has neither the value I left nor the one I want. */
static void find_field(struct finding *x, size_t i, const struct field *f, const struct strings *base, const struct strings *mine)
{
	const struct change *ch = &x->c->items[i];
	const struct record *record = x->now[x->index.number[i]];
	struct conflict *k = x->out;
	struct strings now = {0};
	field_encode(f, record, &k->arena, &now);
	if (strings_same(&now, base) || strings_same(&now, mine) || asked(x, x->index.number[i], f))
		return;
	struct conflict_item item = new_item(k, CONFLICT_FIELD, ch, record);
	item.field = f;
	item.base = copied(base, &k->arena);
	item.mine = copied(mine, &k->arena);
	item.theirs = now;
	item.mine_text = values_text(f, mine, &k->arena);
	item.theirs_text = values_text(f, &now, &k->arena);
	item.may = MAY(CONFLICT_MINE) | MAY(CONFLICT_THEIRS) | (conflict_can_join(f) ? MAY(CONFLICT_BOTH) : 0);
	ask(x, x->index.number[i], &item);
}

/* The values my step gives the fields of a record, a line each. */
static const char *my_changes(struct finding *x, size_t number)
{
	struct buf b = {0};
	for (size_t i = x->index.first[number]; i != CHANGE_NONE; i = x->index.next[i])
		if (x->c->items[i].kind == CHANGE_SET)
			add_line(&b, x->c->items[i].field, &x->c->items[i].after);
	const char *text = arena_strdup(&x->out->arena, buf_cstr(&b));
	buf_release(&b);
	return text;
}

static bool sets_field(const struct finding *x, size_t number, const struct field *f)
{
	for (size_t i = x->index.first[number]; i != CHANGE_NONE; i = x->index.next[i])
		if (x->c->items[i].kind == CHANGE_SET && x->c->items[i].field == f)
			return true;
	return false;
}

static void find_beside(struct finding *x, size_t i)
{
	size_t number = x->index.number[i];
	const struct change *ch = &x->c->items[i];
	const struct seen_record *seen = x->seen[number];
	const struct record *record = x->now[number];
	struct conflict *k = x->out;
	struct buf b = {0};
	for (size_t n = 0; n < ch->type->count; n++) {
		const struct field *f = &ch->type->fields[n];
		struct strings now = {0};
		field_encode(f, record, &k->arena, &now);
		if (!strings_same(&now, value_of(seen->fields, seen->count, f)) && !sets_field(x, number, f))
			add_line(&b, f, &now);
	}
	if (b.len > 0) {
		struct conflict_item item = new_item(k, CONFLICT_BESIDE, ch, record);
		item.mine_text = my_changes(x, number);
		item.theirs_text = arena_strdup(&k->arena, buf_cstr(&b));
		item.may = MAY(CONFLICT_THEIRS) | MAY(CONFLICT_BOTH);
		item.usual = CONFLICT_BOTH;
		ask(x, number, &item);
	}
	buf_release(&b);
}

static void find_gone(struct finding *x, size_t i)
{
	size_t number = x->index.number[i];
	const struct seen_record *seen = x->seen[number];
	struct conflict *k = x->out;
	if (asked(x, number, NULL))
		return;
	struct conflict_item item = new_item(k, CONFLICT_GONE, &x->c->items[i], NULL);
	item.mine_text = my_changes(x, number);
	item.theirs_text = _("(borttagen)");
	item.may = MAY(CONFLICT_THEIRS) | (seen ? MAY(CONFLICT_MINE) : 0);
	if (seen) {
		item.fields = arena_alloc(&k->arena, (seen->count + 1) * sizeof *item.fields);
		for (size_t n = 0; n < seen->count; n++)
			item.fields[item.fields_count++] = (struct change_value){
				.field = seen->fields[n].field, .values = copied(&seen->fields[n].values, &k->arena)};
	}
	ask(x, number, &item);
}

/* I remove a record: every field must be as I left it. */
static void find_changed(struct finding *x, size_t i)
{
	const struct change *ch = &x->c->items[i];
	const struct record *record = x->now[x->index.number[i]];
	struct conflict *k = x->out;
	struct buf b = {0};
	for (size_t n = 0; n < ch->type->count; n++) {
		const struct field *f = &ch->type->fields[n];
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
		ask(x, x->index.number[i], &item);
	}
	buf_release(&b);
}

/* The last value that the step gives the field. */
static const struct strings *last_value(const struct finding *x, size_t i)
{
	const struct strings *last = &x->c->items[i].after;
	for (size_t k = x->index.next[i]; k != CHANGE_NONE; k = x->index.next[k])
		if (x->c->items[k].kind == CHANGE_SET && x->c->items[k].field == x->c->items[i].field)
			last = &x->c->items[k].after;
	return last;
}

/* True when an earlier change of the step made the record what this one starts from. */
static bool builds_on(const struct finding *x, size_t i)
{
	for (size_t k = x->index.before[i]; k != CHANGE_NONE; k = x->index.before[k])
		if (x->c->items[k].kind != CHANGE_SET || x->c->items[k].field == x->c->items[i].field)
			return true;
	return false;
}

/* What stands against one change by itself. */
static void find_against(struct finding *x, size_t i)
{
	const struct change *ch = &x->c->items[i];
	const struct record *record = x->now[x->index.number[i]];
	if (is_file(ch) || builds_on(x, i))
		return;
	if (ch->kind == CHANGE_SET && !record)
		find_gone(x, i);
	else if (ch->kind == CHANGE_SET)
		find_field(x, i, ch->field, &ch->before, last_value(x, i));
	else if (ch->kind == CHANGE_REMOVE && record)
		find_changed(x, i);
	for (size_t k = 0; ch->kind == CHANGE_ADD && record && k < ch->type->count; k++) {
		const struct strings *value = value_of(ch->fields, ch->fields_count, &ch->type->fields[k]);
		find_field(x, i, &ch->type->fields[k], value, value);
	}
}

static void finding_begin(struct finding *x, const struct changes *c, const struct seen *seen, const struct records *now,
                          struct conflict *out)
{
	*x = (struct finding){.c = c, .out = out};
	change_index_make(&x->index, c);
	size_t room = x->index.records + 1;
	x->now = arena_alloc(&x->index.arena, room * sizeof *x->now);
	x->seen = arena_alloc(&x->index.arena, room * sizeof *x->seen);
	x->asked = arena_alloc(&x->index.arena, room * sizeof *x->asked);
	change_index_find(&x->index, c, now, x->now);
	for (size_t i = 0; seen && i < seen->count; i++) {
		size_t number = change_index_number(&x->index, seen->items[i].type, seen->items[i].id);
		if (number != CHANGE_NONE)
			x->seen[number] = &seen->items[i];
	}
	for (size_t n = 0; n < room; n++)
		x->asked[n] = CHANGE_NONE;
	for (size_t i = 0; i < out->count; i++) {
		size_t number = change_index_number(&x->index, out->items[i].type, out->items[i].id);
		VEC_PUSH(&x->earlier, number == CHANGE_NONE ? CHANGE_NONE : x->asked[number]);
		if (number != CHANGE_NONE)
			x->asked[number] = i;
	}
}

void conflict_find(const struct changes *c, const struct seen *seen, const struct records *now, struct conflict *out)
{
	struct finding x;
	finding_begin(&x, c, seen, now, out);
	for (size_t i = 0; i < c->count; i++)
		find_against(&x, i);
	for (size_t i = 0; i < c->count; i++) {
		size_t number = x.index.number[i];
		if (c->items[i].kind == CHANGE_SET && x.seen[number] && x.now[number] && !asked(&x, number, NULL))
			find_beside(&x, i);
	}
	free(x.earlier.items);
	change_index_release(&x.index);
}

void conflict_release(struct conflict *k)
{
	arena_release(&k->arena);
	free(k->items);
	*k = (struct conflict){0};
}
