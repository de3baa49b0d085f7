/* Personnummer that have come into the council's files past the program, by an editor or a merge. */
#include "check_local.h"

#include "radsbord/base/guard.h"
#include "radsbord/base/language.h"

#include <stdlib.h>

static void check_value(const struct check *c, enum record_kind kind, const struct record *r, const struct field *f, const char *text)
{
	struct guard_hit hit;

	for (size_t from = 0; guard_next(text, from, &hit); from = hit.start + hit.len) {
		struct buf shown = {0};
		char *number = mem_strndup(text + hit.start, hit.len);

		guard_mask(&shown, number, GUARD_HINT);
		if (hit.level == GUARD_ASK_REMOVE)
			check_report(c, DIAGNOSTIC_WARNING, kind, r,
			             _("%s har vad som ser ut som ett personnummer (%s); ta bort det ur filen, om det inte är något "
			             "annat."), f->name, buf_cstr(&shown));
		buf_release(&shown);
		free(number);
	}
}

void check_guard(const struct check *c)
{
	for (int kind = 0; c->council && kind < RECORD_KINDS; kind++) {
		const struct record_type *t = record_type((enum record_kind)kind);

		for (size_t i = 0; i < records_count(c->council, (enum record_kind)kind); i++)
			for (size_t k = 0; k < t->count; k++) {
				const struct record *r = records_at(c->council, (enum record_kind)kind, i);
				struct arena a = {0};
				struct strings values = {0};

				field_encode(&t->fields[k], r, &a, &values);
				for (size_t v = 0; v < values.count; v++)
					check_value(c, (enum record_kind)kind, r, &t->fields[k], values.items[v]);
				arena_release(&a);
			}
	}
}
