#include "council_world.h"

#include <stdlib.h>
#include <string.h>

void world_add(struct records *r, enum record_kind kind, const void *record)
{
	struct table *t = &r->tables[kind];
	size_t size = record_type(kind)->size;
	t->items = mem_grow(t->items, t->count, &t->cap, size);
	memcpy((char *)t->items + t->count++ * size, record, size);
}

void world_release(struct records *r)
{
	for (int kind = 0; kind < RECORD_KINDS; kind++)
		free(r->tables[kind].items);
	*r = (struct records){0};
}

struct action world_action(const char *id, enum action_status status, struct date due)
{
	struct action a;
	record_init(record_type(RECORD_ACTION), &a);
	a.head = (struct record){.id = id, .file = "plan/2026.rec", .line = 1};
	a.kind = ACTION_TASK;
	a.title = "Ring regionen";
	a.status = (int)status;
	a.due = due;
	return a;
}

struct meeting world_meeting(const char *id, struct date date, enum meeting_type type, enum meeting_status status)
{
	struct meeting m;
	record_init(record_type(RECORD_MEETING), &m);
	m.head = (struct record){.id = id, .file = "moten/x.rec", .line = 1};
	m.date = date;
	m.type = (int)type;
	m.status = (int)status;
	return m;
}
