/* Reading records by their rows. */
#include "folder_records.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

#define FIELDS_MAX 64

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Blanks that nobody sees are no part of a value. An Id is kept as it stands, since edits look it up. */
static char *trimmed(char *s, size_t n, const struct field *f)
{
	if (f->type == FIELD_ID)
		return s;
	while (n > 0 && is_blank(s[n - 1]))
		s[--n] = '\0';
	while (is_blank(*s))
		s++;
	return s;
}

static bool repeats(const struct field *f)
{
	return f->type == FIELD_LIST || f->type == FIELD_REFS;
}

static void note_unknown(const struct rec_doc *doc, const struct rec_field *f, const char *file,
                         struct diagnostics *d)
{
	diagnostics_add(d, DIAGNOSTIC_NOTE, file, f->line,
	                _("Fältet %.*s är okänt och visas inte; det behålls i filen."),
	                (int)(f->name_len < 100 ? f->name_len : 100), doc->bytes + f->name);
}

/* Reads one field. True when the record got a value. */
static bool read_field(const struct rec_doc *doc, const struct rec_field *raw, const struct field *f, bool seen,
                       const char *file, struct arena *a, struct buf *scratch, void *out, struct diagnostics *d)
{
	struct error e;
	char *read = rec_value_in(doc, raw, scratch), *value = trimmed(read, scratch->len, f);

	if (seen && !repeats(f)) {
		diagnostics_add(d, DIAGNOSTIC_FAULT, file, raw->line,
		                _("Fältet %s står mer än en gång i posten; det första gäller, ta bort de andra."),
		                f->name);
		return false;
	}
	if (*value == '\0')
		return false;
	if (field_decode(f, out, value, a, &e))
		return true;
	diagnostics_add(d, DIAGNOSTIC_FAULT, file, raw->line, "%s", e.text);
	return false;
}

/* The first required field that was not read. What a row of choices holds when absent does not count. */
static const struct field *first_missing(const struct record_type *t, const bool *seen)
{
	for (size_t i = 0; i < t->count; i++)
		if ((t->fields[i].flags & FIELD_REQUIRED) && !seen[i])
			return &t->fields[i];
	return NULL;
}

/* `scratch` is for one value at a time. */
static bool read_one(const struct rec_doc *doc, const struct rec_record *r, const struct record_type *t, const char *file,
                     struct arena *a, struct buf *scratch, void *out, size_t *unknown, struct diagnostics *to)
{
	bool seen[FIELDS_MAX] = {false};
	struct record *head = out;
	const struct field *missing;

	record_init(t, out);
	head->file = file;
	head->line = r->line;
	for (size_t i = 0; i < r->count; i++) {
		const struct rec_field *raw = &doc->fields[r->first + i];
		const struct field *f = record_field(t, doc->bytes + raw->name, raw->name_len);
		size_t row = f ? (size_t)(f - t->fields) : FIELDS_MAX;

		if (row >= FIELDS_MAX) {
			note_unknown(doc, raw, file, to);
			if (unknown)
				++*unknown;
			continue;
		}
		seen[row] |= read_field(doc, raw, f, seen[row], file, a, scratch, out, to);
	}
	missing = first_missing(t, seen);
	if (missing)
		diagnostics_add(to, DIAGNOSTIC_FAULT, file, r->line,
		                _("Posten (%s%s%s) visas inte eftersom %s saknas eller är fel; fyll i fältet."),
		                _(t->label), head->id ? " " : "", head->id ? head->id : "", missing->name);
	return !missing;
}

bool records_read_one(const struct rec_doc *doc, const struct rec_record *r, const struct record_type *t,
                      const char *file, struct arena *a, void *out, size_t *unknown, struct diagnostics *d)
{
	struct diagnostics unheard = {0};
	struct buf scratch = {0};
	bool read = read_one(doc, r, t, file, a, &scratch, out, unknown, d ? d : &unheard);

	buf_release(&scratch);
	diagnostics_release(&unheard);
	return read;
}

/* Room for one more record, at the end of the table. */
static void *room(struct table *table, const struct record_type *t)
{
	table->items = mem_grow(table->items, table->count, &table->cap, t->size);
	return (char *)table->items + table->count * t->size;
}

/* Gives back what growing took too much. */
static void trim(struct records *r)
{
	for (int kind = 0; kind < RECORD_KINDS; kind++) {
		struct table *table = &r->tables[kind];

		if (table->count < table->cap && table->count > 0) {
			table->items = mem_realloc(table->items, table->count * record_type((enum record_kind)kind)->size);
			table->cap = table->count;
		}
	}
}

/* The type of the record, or NULL when it is not ours. What is said of a type is said once. */
static const struct record_type *type_of(const struct rec_doc *doc, const struct rec_record *r, const char *file,
                                         int *noted, struct diagnostics *d)
{
	const char *name;
	const struct record_type *t;

	if (r->type < 0) {
		diagnostics_add(d, DIAGNOSTIC_FAULT, file, r->line,
		                _("Posten visas inte eftersom den står före filens första %%rec:; flytta ned den "
		                "under rätt typ."));
		return NULL;
	}
	name = doc->types[r->type].name;
	t = record_type_by_name(name, strlen(name));
	if (!t && *noted < r->type) {
		*noted = r->type;
		diagnostics_add(d, DIAGNOSTIC_NOTE, file, doc->types[r->type].line,
		                _("Posttypen %.100s är okänd och visas inte; den behålls i filen."), name);
	}
	return t;
}

void records_read(const char *bytes, size_t len, const char *file, struct arena *a, struct records *out,
                  struct records_faults *faults, struct diagnostics *d)
{
	struct rec_doc doc;
	struct map ids[RECORD_KINDS] = {{0}};
	struct buf scratch = {0};
	const char *shown = arena_strdup(a, file);
	int noted = -1;

	rec_parse(bytes, len, file, &doc, d);
	*faults = (struct records_faults){.damaged = doc.damaged};
	for (size_t i = 0; i < doc.records_count; i++) {
		const struct rec_record *r = &doc.records[i];
		const struct record_type *t = type_of(&doc, r, file, &noted, d);
		struct record *record;

		if (!t)
			continue;
		record = room(&out->tables[t->kind], t);
		if (!read_one(&doc, r, t, shown, a, &scratch, record, NULL, d))
			continue;
		out->tables[t->kind].count++;
		if (!map_put(&ids[t->kind], record->id, 1)) {
			faults->duplicates = true;
			diagnostics_add(d, DIAGNOSTIC_FAULT, file, r->line,
			                _("Id %.100s finns redan i filen (%s); ge den ena posten ett nytt Id."),
			                record->id, _(t->label));
		}
	}
	for (size_t i = 0; i < RECORD_KINDS; i++)
		map_release(&ids[i]);
	buf_release(&scratch);
	rec_doc_release(&doc);
	trim(out);
}

void records_append(struct records *to, const struct records *from)
{
	for (int kind = 0; kind < RECORD_KINDS; kind++) {
		const struct record_type *t = record_type((enum record_kind)kind);
		const struct table *more = &from->tables[kind];
		struct table *table = &to->tables[kind];

		if (!more->count)
			continue;
		if (table->cap - table->count < more->count) {
			table->cap = table->count + more->count;
			table->items = mem_realloc(table->items, table->cap * t->size);
		}
		memcpy((char *)table->items + table->count * t->size, more->items, more->count * t->size);
		table->count += more->count;
	}
	for (size_t i = 0; i < from->measurements.count; i++)
		VEC_PUSH(&to->measurements, from->measurements.items[i]);
}

/* Makes room at once for all that is to be appended. */
void records_reserve(struct records *to, const struct records *const *from, size_t count)
{
	for (int kind = 0; kind < RECORD_KINDS; kind++) {
		struct table *table = &to->tables[kind];
		size_t most = table->count;

		for (size_t i = 0; i < count; i++)
			most += from[i]->tables[kind].count;
		if (most <= table->cap)
			continue;
		table->items = mem_realloc(table->items, most * record_type((enum record_kind)kind)->size);
		table->cap = most;
	}
}

void records_clear(struct records *r)
{
	for (int kind = 0; kind < RECORD_KINDS; kind++)
		r->tables[kind].count = 0;
	r->measurements.count = 0;
}

void records_release(struct records *r)
{
	for (int kind = 0; kind < RECORD_KINDS; kind++)
		free(r->tables[kind].items);
	free(r->measurements.items);
	*r = (struct records){0};
}
