/* A table that people have made: its headings found by what they are called. */
#include "arrivals_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>

enum { HEADER_WITHIN = 30 }; /* rows of text above a table */

static int role_of(const struct arrivals_column *columns, const char *heading)
{
	for (const struct arrivals_column *c = columns; c->headings[0]; c++)
		for (size_t i = 0; i < sizeof c->headings / sizeof *c->headings && c->headings[i]; i++)
			if (text_same_name(c->headings[i], heading))
				return c->role;
	return -1;
}

/* True when the row has the heading that is needed; notes which column is what, the first of each. */
static bool is_header(struct arrivals_table *t, const struct csv_row *row, const struct arrivals_column *columns, int needed)
{
	for (int i = 0; i < ARRIVALS_COLUMNS; i++)
		t->of_role[i] = -1;
	for (size_t i = 0; i < row->count; i++) {
		int role = role_of(columns, row->cells[i]);
		if (role >= 0 && t->of_role[role] < 0)
			t->of_role[role] = (int)i;
	}
	return t->of_role[needed] >= 0;
}

bool arrivals_table_read(struct arrivals_table *t, struct arrivals *a, const char *bytes, size_t len, const struct arrivals_column *columns,
                         int needed, struct error *e)
{
	*t = (struct arrivals_table){.file = {.name = a->name}};
	if (!import_rows(&t->file, bytes, len, &t->table, e))
		return false;
	for (size_t i = 0; i < t->file.found.count; i++) {
		const struct diagnostic *d = &t->file.found.items[i];
		diagnostics_add(&a->found, d->level, d->file, d->line, "%s", d->text);
	}
	for (t->header = 0; t->header < t->table.count && t->header < HEADER_WITHIN; t->header++)
		if (is_header(t, &t->table.rows[t->header], columns, needed))
			return true;
	for (const struct arrivals_column *c = columns; c->headings[0]; c++)
		if (c->role == needed)
			return error_set_at(e, ERROR_DATA, a->name, 1, _("%.300s har ingen kolumn som heter %s. Skriv rubriker på första raden, till exempel %s."),
			                    a->name, c->headings[0],
			                    a->kind == RECORD_MEETING ? "Datum;Börjar;Slutar;Plats;Möte" : "Organisation;Namn;Roll;E-post");
	return false;
}

const char *arrivals_cell(const struct arrivals_table *t, const struct csv_row *row, int role)
{
	const char *cell = t->of_role[role] < 0 ? "" : csv_cell(row, t->of_role[role]);
	return *cell ? cell : NULL;
}

int arrivals_choice(const struct choice *choices, const char *text)
{
	for (int i = 0; choices[i].code; i++)
		if (text_same_name(choices[i].label, text) || text_same_name(choices[i].code, text))
			return i;
	return -1;
}

void arrivals_table_release(struct arrivals_table *t)
{
	csv_release(&t->table);
	diagnostics_release(&t->file.found);
	free(t->file.items);
	arena_release(&t->file.arena);
}
