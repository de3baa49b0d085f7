/* matt.csv: the figures. A value that nobody has stated carries a reason and is never zero. */
#include "national_local.h"

#include <string.h>

static const char *const columns[] = {"plats", "ar", "matt", "kalla", "varde", "publicerat", "orsak", "not", NULL};

struct reading {
	struct national *n;
	struct csv_table table;
	const char *path;
	struct map seen;    /* rows by place, year, measure and source */
};

#define FAULT(...) national_fault(r->n, r->path, row->line, __VA_ARGS__)

static const char *cell(const struct reading *r, const struct csv_row *row, const char *column)
{
	return csv_cell(row, csv_column(&r->table, column));
}

static const char *text_or_null(struct reading *r, const struct csv_row *row, const char *column)
{
	const char *text = cell(r, row, column);

	return *text ? arena_strdup(&r->n->arena, text) : NULL;
}

static bool read_key(struct reading *r, const struct csv_row *row, struct indikator_observation *o)
{
	struct num year = NUM_UNKNOWN;
	int decimals = 0;

	o->place = national_place(r->n, cell(r, row, "plats"));
	if (o->place < 0)
		return FAULT("Raden används inte eftersom platsen ”%.60s” inte finns; rätta koden.",
		             cell(r, row, "plats"));
	if (!num_parse(cell(r, row, "ar"), &year, &decimals) || decimals || year.num < 1900 || year.num > 9999)
		return FAULT("Raden används inte eftersom året ”%.60s” inte är fyra siffror; rätta det.",
		             cell(r, row, "ar"));
	o->year = (int)year.num;
	o->measure = text_or_null(r, row, "matt");
	o->source = text_or_null(r, row, "kalla");
	if (!o->measure || !o->source)
		return FAULT("Raden används inte eftersom %s saknas; fyll i det.", o->measure ? "kalla" : "matt");
	if (!records_find(&r->n->records, RECORD_SOURCE, o->source))
		FAULT("Källan ”%.60s” finns inte i kallor.rec; rätta den eller lägg till källan.", o->source);
	if (!map_put(&r->seen, arena_printf(&r->n->arena, "%d/%d/%s/%s", o->place, o->year, o->measure, o->source), 1))
		return FAULT("Raden används inte eftersom måttet ”%.60s” redan finns för platsen, året och källan; ta "
		             "bort den ena.", o->measure);
	return true;
}

static bool read_value(struct reading *r, const struct csv_row *row, struct indikator_observation *o)
{
	const char *text = cell(r, row, "varde"), *published = cell(r, row, "publicerat");
	struct num value = NUM_UNKNOWN;

	if (*text && !num_parse(text, &value, &o->decimals))
		return FAULT("Raden används inte eftersom värdet ”%.60s” inte är ett tal med punkt; rätta det.", text);
	o->value = (struct indikator_number){value.num, value.den};
	o->reason = text_or_null(r, row, "orsak");
	if (!*text && !o->reason)
		FAULT("%s saknas utan orsak; skriv i orsak varför.", "Värdet");
	if (strcmp(published, "ja") != 0 && strcmp(published, "nej") != 0)
		FAULT("publicerat ska vara ja eller nej, men är ”%.60s”; rätta det. Tills dess gäller nej.", published);
	o->published = strcmp(published, "ja") == 0;
	return true;
}

void national_read_measures(struct national *n, const struct national_source *from)
{
	struct reading r = {.n = n};

	if (national_csv(n, from, "matt.csv", &r.table, &r.path) && national_columns(n, &r.table, r.path, columns)) {
		for (size_t i = 0; i < r.table.count; i++) {
			const struct csv_row *row = &r.table.rows[i];
			struct indikator_observation o = {.origin = {.file = r.path, .line = row->line}};

			if (!read_key(&r, row, &o) || !read_value(&r, row, &o))
				continue;
			o.note = text_or_null(&r, row, "not");
			o.origin.source = o.source;
			VEC_PUSH(&n->observations, o);
		}
	}
	csv_release(&r.table);
	map_release(&r.seen);
}
