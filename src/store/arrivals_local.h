/* The parts of an import of meetings and members. Internal to src/store. */
#ifndef RADSBORD_STORE_ARRIVALS_LOCAL_H
#define RADSBORD_STORE_ARRIVALS_LOCAL_H

#include "import_local.h"
#include "radsbord/store/arrivals.h"

/* ---- arrivals.c ---- */
/* Compares what is to be with what is there and adds the row. `record` is a struct of the kind. */
void arrivals_settle(struct arrivals *a, struct arrival row, const void *record, size_t size);
void arrivals_not_understood(struct arrivals *a, struct arrival row, const char *why);

/* ---- arrivals_table.c: a table with headings ---- */
#define ARRIVALS_COLUMNS 10
struct arrivals_column {
	int role;
	const char *headings[8];        /* as people write them; any case, with or without diacritics */
};
struct arrivals_table {
	struct csv_table table;
	struct import file;             /* what reading it found */
	size_t header;
	int of_role[ARRIVALS_COLUMNS];  /* the column, or -1 */
};
/* Reads the table and finds the row of headings: the first that has `needed`. False, with a sentence that says which. */
bool arrivals_table_read(struct arrivals_table *t, struct arrivals *a, const char *bytes, size_t len, const struct arrivals_column *columns,
                         int needed, struct error *e);
/* The cell, NULL when it is empty or there is no such column. */
const char *arrivals_cell(const struct arrivals_table *t, const struct csv_row *row, int role);
/* The choice of that label or code; -1 when it is none. */
int arrivals_choice(const struct choice *choices, const char *text);
void arrivals_table_release(struct arrivals_table *t);

/* ---- arrivals_meeting.c, arrivals_member.c ---- */
bool arrivals_meetings(struct arrivals *a, const char *bytes, size_t len, const struct arrivals_world *w, struct error *e);
bool arrivals_members(struct arrivals *a, const char *bytes, size_t len, const struct arrivals_world *w, struct error *e);

#endif
