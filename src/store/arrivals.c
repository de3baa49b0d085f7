/* Rows that become records: what each changes, and the step. */
#include "arrivals_local.h"

#include "radsbord/base/guard.h"
#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

/* What people read of a field, masked; "" when it has no value. */
static const char *shown(struct arena *a, const struct field *f, const struct record *r)
{
	struct buf b = {0}, masked = {0};
	field_show(f, r, &b);
	guard_mask(&masked, buf_cstr(&b), GUARD_ASK_KEEP);
	const char *text = arena_strdup(a, buf_cstr(&masked));
	buf_release(&b);
	buf_release(&masked);
	return text;
}

static bool same_values(const struct field *f, const void *x, const void *y)
{
	struct arena a = {0};
	struct strings left = {0}, right = {0};
	field_encode(f, x, &a, &left);
	field_encode(f, y, &a, &right);
	bool same = strings_same(&left, &right);
	arena_release(&a);
	return same;
}

void arrivals_settle(struct arrivals *a, struct arrival row, const void *record, size_t size)
{
	const struct record_type *t = record_type(a->kind);
	const char *why = "";
	row.record = memcpy(arena_alloc(&a->arena, size), record, size);
	for (size_t i = 0; row.there && i < t->count; i++) {
		const struct field *f = &t->fields[i];
		if (same_values(f, record, row.there))
			continue;
		const char *was = shown(&a->arena, f, row.there);
		why = arena_printf(&a->arena, "%s%s%s %s%s", why, *why ? ", " : "", _(f->label), *was ? _("var ") : _("är nytt"), was);
	}
	row.state = !row.there ? IMPORT_NEW : *why ? IMPORT_CHANGED : IMPORT_SAME;
	row.why = *why ? why : row.why;
	VEC_PUSH(a, row);
}

void arrivals_not_understood(struct arrivals *a, struct arrival row, const char *why)
{
	row.state = IMPORT_UNKNOWN;
	row.why = why;
	VEC_PUSH(a, row);
}

bool arrivals_read(struct arrivals *a, enum record_kind kind, const char *bytes, size_t len, const char *name,
                   const struct arrivals_world *w, struct error *e)
{
	*a = (struct arrivals){.kind = kind};
	a->name = arena_strdup(&a->arena, name);
	return kind == RECORD_MEETING ? arrivals_meetings(a, bytes, len, w, e) : arrivals_members(a, bytes, len, w, e);
}

static void add_meeting(struct changes *c, const struct meeting *from, const struct agenda *agenda, int64_t nr,
                        const char *(*new_id)(void *, struct arena *), void *ctx)
{
	struct meeting m = *from;
	const char **ids = arena_alloc(&c->arena, (agenda->count + 1) * sizeof *ids);
	m.head = (struct record){.id = new_id(ctx, &c->arena)};
	m.nr = nr;
	for (size_t i = 0; i < agenda->count; i++)
		ids[i] = new_id(ctx, &c->arena);
	meeting_add(c, &m, meeting_file(&m, &c->arena), agenda, ids);
}

static void change(struct changes *c, enum record_kind kind, const struct arrival *row)
{
	const struct record_type *t = record_type(kind);
	for (size_t i = 0; i < t->count; i++) {
		const struct field *f = &t->fields[i];
		struct strings values = {0};
		if (same_values(f, row->record, row->there))
			continue;
		field_encode(f, row->record, &c->arena, &values);
		changes_set(c, kind, row->there, f->name, values.items, values.count);
	}
}

void arrivals_changes(const struct arrivals *a, const struct arrivals_world *w, const char *(*new_id)(void *ctx, struct arena *to),
                      void *ctx, struct changes *c)
{
	struct agenda agenda = {.items = NULL};
	int64_t nr = meeting_next_nr(w->council);
	agenda_make(w->council, w->settings ? w->settings->agenda : NULL, false, &agenda);
	for (size_t i = 0; i < a->count; i++) {
		const struct arrival *row = &a->items[i];
		if (row->state == IMPORT_CHANGED) {
			change(c, a->kind, row);
		} else if (row->state == IMPORT_NEW && a->kind == RECORD_MEETING) {
			add_meeting(c, row->record, &agenda, nr++, new_id, ctx);
		} else if (row->state == IMPORT_NEW) {
			struct seat s = *(const struct seat *)row->record;
			s.head = (struct record){.id = new_id(ctx, &c->arena)};
			changes_add(c, RECORD_SEAT, record_type(RECORD_SEAT)->file, &s);
		}
	}
	changes_title(c, "Läste in %s ur %s", a->kind == RECORD_MEETING ? N_("möten") : N_("ledamöter"), a->name);
	agenda_release(&agenda);
}

size_t arrivals_count(const struct arrivals *a, enum import_state state)
{
	size_t n = 0;
	for (size_t i = 0; i < a->count; i++)
		n += a->items[i].state == state;
	return n;
}

void arrivals_release(struct arrivals *a)
{
	free(a->items);
	diagnostics_release(&a->found);
	arena_release(&a->arena);
	*a = (struct arrivals){.items = NULL};
}
