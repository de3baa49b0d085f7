/* Reading and writing one field of a record, by its row. */
#include "radsbord/base/language.h"
#include "radsbord/base/num.h"
#include "radsbord/base/text.h"
#include "radsbord/council/records.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static void *member(const struct field *f, void *record)
{
	return (char *)record + f->offset;
}

static const void *member_const(const struct field *f, const void *record)
{
	return (const char *)record + f->offset;
}

void strings_add(struct strings *s, const char *item, struct arena *a)
{
	if (s->count == s->cap) {
		size_t cap = s->cap ? s->cap * 2 : 2;
		const char **items = arena_alloc(a, cap * sizeof *items);
		if (s->count)
			memcpy(items, s->items, s->count * sizeof *items);
		s->items = items;
		s->cap = cap;
	}
	s->items[s->count++] = item;
}

bool strings_has(const struct strings *s, const char *item)
{
	for (size_t i = 0; i < s->count; i++)
		if (strcmp(s->items[i], item) == 0)
			return true;
	return false;
}

bool strings_same(const struct strings *a, const struct strings *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (strcmp(a->items[i], b->items[i]) != 0)
			return false;
	return true;
}

void record_init(const struct record_type *t, void *record)
{
	memset(record, 0, t->size);
	for (size_t i = 0; i < t->count; i++) {
		const struct field *f = &t->fields[i];
		if (f->type == FIELD_INT)
			*(int64_t *)member(f, record) = FIELD_INT_NONE;
		else if (f->type == FIELD_TIME)
			*(int *)member(f, record) = -1;
	}
}

static bool decode_int(const struct field *f, void *record, const char *value, struct error *e)
{
	struct num n;
	int decimals = 0;
	if (!num_parse(value, &n, &decimals) || decimals != 0 || n.den != 1)
		return error_set(e, ERROR_DATA, _("%s ska vara ett heltal, men är ”%s”. Rätta värdet."), f->name, value);
	*(int64_t *)member(f, record) = n.num;
	return true;
}

static bool decode_choice(const struct field *f, void *record, const char *value, struct error *e)
{
	int i = choice_find(f->choices, value);
	if (i < 0) {
		struct buf codes = {0};
		for (const struct choice *c = f->choices; c->code; c++) {
			buf_str(&codes, c == f->choices ? "" : ", ");
			buf_str(&codes, c->code);
		}
		error_set(e, ERROR_DATA, _("%s har värdet ”%s”, som inte finns. Välj ett av: %s."), f->name, value,
		          buf_cstr(&codes));
		buf_release(&codes);
		return false;
	}
	*(int *)member(f, record) = i;
	return true;
}

bool field_take(const struct field *f, void *record, const char *value, struct arena *a, struct error *e)
{
	switch (f->type) {
	case FIELD_ID:
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_REF:
		*(const char **)member(f, record) = *value ? value : NULL;
		return true;
	case FIELD_LIST:
	case FIELD_REFS:
		if (*value)
			strings_add(member(f, record), value, a);
		return true;
	case FIELD_INT:
		return decode_int(f, record, value, e);
	case FIELD_DATE:
		if (!date_parse(value, member(f, record)))
			return error_set(e, ERROR_DATA, _("%s ska vara ett datum som 2026-11-24, men är ”%s”. Rätta värdet."),
			                 f->name, value);
		return true;
	case FIELD_TIME: {
		int minutes = time_parse(value);
		if (minutes < 0)
			return error_set(e, ERROR_DATA, _("%s ska vara ett klockslag som 09:30, men är ”%s”. Rätta värdet."),
			                 f->name, value);
		*(int *)member(f, record) = minutes;
		return true;
	}
	case FIELD_CHOICE:
		return decode_choice(f, record, value, e);
	}
	return false;
}

static bool is_text(const struct field *f)
{
	return f->type != FIELD_INT && f->type != FIELD_DATE && f->type != FIELD_TIME && f->type != FIELD_CHOICE;
}

bool field_decode(const struct field *f, void *record, const char *value, struct arena *a, struct error *e)
{
	return field_take(f, record, is_text(f) && *value ? arena_strdup(a, value) : value, a, e);
}

static void encode_time(int minutes, struct arena *a, struct strings *out)
{
	if (minutes >= 0)
		strings_add(out, arena_printf(a, "%02d:%02d", minutes / 60, minutes % 60), a);
}

void field_encode(const struct field *f, const void *record, struct arena *a, struct strings *out)
{
	const void *m = member_const(f, record);
	switch (f->type) {
	case FIELD_ID:
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_REF: {
		const char *s = *(const char *const *)m;
		if (s && *s)
			strings_add(out, arena_strdup(a, s), a);
		break;
	}
	case FIELD_LIST:
	case FIELD_REFS: {
		const struct strings *list = m;
		for (size_t i = 0; i < list->count; i++)
			strings_add(out, arena_strdup(a, list->items[i]), a);
		break;
	}
	case FIELD_INT:
		if (*(const int64_t *)m != FIELD_INT_NONE)
			strings_add(out, arena_printf(a, "%" PRId64, *(const int64_t *)m), a);
		break;
	case FIELD_DATE:
		if (date_known(*(const struct date *)m)) {
			struct buf b = {0};
			date_format_iso(&b, *(const struct date *)m);
			strings_add(out, arena_strdup(a, buf_cstr(&b)), a);
			buf_release(&b);
		}
		break;
	case FIELD_TIME:
		encode_time(*(const int *)m, a, out);
		break;
	case FIELD_CHOICE:
		strings_add(out, f->choices[*(const int *)m].code, a);
		break;
	}
}

void field_show(const struct field *f, const void *record, struct buf *out)
{
	const void *m = member_const(f, record);
	if (f->type == FIELD_CHOICE) {
		buf_str(out, _(f->choices[*(const int *)m].label));
		return;
	}
	if (f->type == FIELD_TIME) {
		if (*(const int *)m >= 0)
			time_format(out, *(const int *)m);
		return;
	}
	struct arena a = {0};
	struct strings values = {0};
	field_encode(f, record, &a, &values);
	for (size_t i = 0; i < values.count; i++) {
		buf_str(out, i ? ", " : "");
		buf_str(out, values.items[i]);
	}
	arena_release(&a);
}

bool record_complete(const struct record_type *t, const void *record, const struct field **missing)
{
	struct arena a = {0};
	bool complete = true;
	for (size_t i = 0; i < t->count && complete; i++) {
		struct strings values = {0};
		if (!(t->fields[i].flags & FIELD_REQUIRED))
			continue;
		field_encode(&t->fields[i], record, &a, &values);
		if (values.count == 0) {
			*missing = &t->fields[i];
			complete = false;
		}
	}
	arena_release(&a);
	return complete;
}

static void descriptor_choices(const struct field *f, struct buf *out)
{
	buf_printf(out, "%%type: %s enum", f->name);
	for (const struct choice *c = f->choices; c->code; c++)
		buf_printf(out, " %s", c->code);
	buf_char(out, '\n');
}

void record_descriptor(const struct record_type *t, struct buf *out)
{
	buf_printf(out, "%%rec: %s\n%%key: Id\n", t->name);
	bool any = false;
	for (size_t i = 0; i < t->count; i++) {
		const struct field *f = &t->fields[i];
		if (!(f->flags & FIELD_REQUIRED) || f->type == FIELD_ID)
			continue;
		buf_str(out, any ? " " : "%mandatory: ");
		buf_str(out, f->name);
		any = true;
	}
	buf_str(out, any ? "\n" : "");
	for (size_t i = 0; i < t->count; i++) {
		const struct field *f = &t->fields[i];
		if (f->type == FIELD_CHOICE)
			descriptor_choices(f, out);
		else if (f->type == FIELD_INT)
			buf_printf(out, "%%type: %s int\n", f->name);
		else if (f->type == FIELD_DATE)
			buf_printf(out, "%%type: %s date\n", f->name);
	}
}
