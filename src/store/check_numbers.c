/* Ids and display numbers that stand twice: both records stay, and somebody has to choose. */
#include "check_local.h"

#include "radsbord/base/language.h"

#include <stdio.h>
#include <string.h>

static const char *where(const struct record *r, char *out, size_t size)
{
	snprintf(out, size, _("%s rad %d"), r->file, r->line);
	return out;
}

/* A council may have its own in place of a national one (council/inventory.h). */
static bool inventory_kind(enum record_kind kind)
{
	return kind == RECORD_UNIT || kind == RECORD_GAP;
}

/* Within a file, reading has reported it; here it is between files, and against the national records. */
static void check_ids(const struct check *c, enum record_kind kind)
{
	struct map seen = {0};
	char place[600];

	for (size_t i = 0; i < records_count(c->council, kind); i++) {
		const struct record *r = records_at(c->council, kind, i), *other = NULL;
		int first = map_get(&seen, r->id);

		if (first < 0)
			map_put(&seen, r->id, (int)i);
		else
			other = records_at(c->council, kind, (size_t)first);
		if (other && strcmp(other->file, r->file) == 0)
			continue;
		if (!other)
			other = records_find(&c->national->records, kind, r->id);
		if (other && inventory_kind(kind) && records_find(&c->national->records, kind, r->id) == other)
			check_report(c, DIAGNOSTIC_NOTE, kind, r, _("gäller i stället för rapportens post med samma Id i %s."), where(other, place, sizeof place));
		else if (other)
			check_report(c, DIAGNOSTIC_FAULT, kind, r, _("samma Id finns i %s; ge den ena ett nytt Id."),
			             where(other, place, sizeof place));
	}
	map_release(&seen);
}

static int64_t number(const struct record *r, const struct field *nr)
{
	return *(const int64_t *)(const void *)((const char *)r + nr->offset);
}

/* Actions and meetings are numbered throughout the council; the others within their file. */
static void check_nr(const struct check *c, enum record_kind kind)
{
	const struct field *nr = record_field(record_type(kind), "Nr", 2);
	bool throughout = kind == RECORD_ACTION || kind == RECORD_MEETING;
	struct map seen = {0};
	struct arena a = {0};
	char place[600];

	for (size_t i = 0; nr && i < records_count(c->council, kind); i++) {
		const struct record *r = records_at(c->council, kind, i);
		long long n = (long long)number(r, nr);
		char *key;

		if (n == FIELD_INT_NONE)
			continue;
		key = arena_printf(&a, "%lld/%s", n, throughout ? "" : r->file);
		if (!map_put(&seen, key, (int)i))
			check_report(c, DIAGNOSTIC_WARNING, kind, r, _("Nr %lld finns också i %s; ge den ena ett nytt nummer."), n,
			             where(records_at(c->council, kind, (size_t)map_get(&seen, key)), place, sizeof place));
	}
	map_release(&seen);
	arena_release(&a);
}

void check_numbers(const struct check *c)
{
	for (int kind = 0; c->council && kind < RECORD_KINDS; kind++) {
		check_ids(c, (enum record_kind)kind);
		check_nr(c, (enum record_kind)kind);
	}
}
