/* The changes of a step by record. */
#include "radsbord/council/change.h"

#include <string.h>

/* So few records are found sooner by looking for each. */
enum { WALKED_FROM = 16 };

static const char *key_of(const struct record_type *t, const char *id, struct buf *out)
{
	buf_clear(out);
	buf_str(out, t->name);
	buf_char(out, ' ');
	buf_str(out, id);
	return buf_cstr(out);
}

/* The number of its record, which is a new one at its first change. */
static size_t number_of(struct change_index *x, const struct change *ch, size_t i, struct buf *scratch)
{
	const char *key = key_of(ch->type, ch->id, scratch);
	int known = map_get(&x->numbers, key);
	if (known >= 0)
		return (size_t)known;
	map_put(&x->numbers, arena_strdup(&x->arena, key), (int)x->records);
	x->first[x->records] = x->last[x->records] = i;
	return x->records++;
}

void change_index_make(struct change_index *x, const struct changes *c)
{
	size_t **const parts[] = {&x->number, &x->next, &x->before, &x->first, &x->last};
	struct buf scratch = {0};
	*x = (struct change_index){.records = 0};
	map_reserve(&x->numbers, c->count);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		*parts[i] = arena_alloc(&x->arena, (c->count + 1) * sizeof **parts[i]);
	for (size_t i = 0; i < c->count; i++) {
		size_t number = number_of(x, &c->items[i], i, &scratch), last = x->last[number];
		x->number[i] = number;
		x->next[i] = CHANGE_NONE;
		x->before[i] = last == i ? CHANGE_NONE : last;
		if (last != i)
			x->next[last] = i;
		x->last[number] = i;
	}
	buf_release(&scratch);
}

static size_t look_up(const struct change_index *x, const struct record_type *t, const char *id, struct buf *scratch)
{
	int number = map_get(&x->numbers, key_of(t, id, scratch));
	return number < 0 ? CHANGE_NONE : (size_t)number;
}

size_t change_index_number(const struct change_index *x, const struct record_type *t, const char *id)
{
	struct buf scratch = {0};
	size_t number = look_up(x, t, id, &scratch);
	buf_release(&scratch);
	return number;
}

/* Those of one kind, in one walk over all there are. */
static void walk(const struct change_index *x, const struct records *r, enum record_kind kind, const struct record **out)
{
	struct buf scratch = {0};
	for (size_t i = 0; i < records_count(r, kind); i++) {
		const struct record *record = records_at(r, kind, i);
		size_t number = record->id ? look_up(x, record_type(kind), record->id, &scratch) : CHANGE_NONE;
		if (number != CHANGE_NONE && !out[number])
			out[number] = record;
	}
	buf_release(&scratch);
}

void change_index_find(const struct change_index *x, const struct changes *c, const struct records *r, const struct record **out)
{
	bool walked[RECORD_KINDS] = {false};
	for (size_t n = 0; n < x->records; n++) {
		const struct change *ch = &c->items[x->first[n]];
		enum record_kind kind = ch->type->kind;
		if (x->records < WALKED_FROM)
			out[n] = records_find(r, kind, ch->id);
		else if (!walked[kind])
			walk(x, r, kind, out);
		walked[kind] = true;
	}
}

void change_index_release(struct change_index *x)
{
	arena_release(&x->arena);
	map_release(&x->numbers);
	*x = (struct change_index){.records = 0};
}
