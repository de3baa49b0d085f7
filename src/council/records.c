/* Looking records up. */
#include "radsbord/council/records.h"

#include <string.h>

size_t records_count(const struct records *r, enum record_kind kind)
{
	return r->tables[kind].count;
}

const struct record *records_at(const struct records *r, enum record_kind kind, size_t i)
{
	const struct table *t = &r->tables[kind];
	if (i >= t->count)
		return NULL;
	return (const struct record *)(const void *)((const char *)t->items + i * record_type(kind)->size);
}

const struct field *unit_attribute(int attribute)
{
	const struct record_type *t = record_type(RECORD_UNIT);
	size_t offset = offsetof(struct unit, attributes) + (size_t)attribute * sizeof(int), i = 0;
	while (t->fields[i].offset != offset)
		i++;
	return &t->fields[i];
}

const struct record *records_find(const struct records *r, enum record_kind kind, const char *id)
{
	if (!id)
		return NULL;
	for (size_t i = 0; i < r->tables[kind].count; i++) {
		const struct record *rec = records_at(r, kind, i);
		if (rec->id && strcmp(rec->id, id) == 0)
			return rec;
	}
	return NULL;
}
