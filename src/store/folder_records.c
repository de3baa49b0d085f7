/* Reading records by their rows. */
#include "folder_records.h"

#include <stdlib.h>
#include <string.h>

#define FIELDS_MAX 64

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Blanks that nobody sees are no part of a value. An Id is kept as it stands, since edits look it up. */
static char *trimmed(char *s, const struct field *f)
{
	size_t n = strlen(s);

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
	                "Fältet %.*s är okänt och visas inte; det behålls i filen.",
	                (int)(f->name_len < 100 ? f->name_len : 100), doc->bytes + f->name);
}

/* Reads one field. True when the record got a value. */
static bool read_field(const struct rec_doc *doc, const struct rec_field *raw, const struct field *f, bool seen,
                       const char *file, struct arena *a, void *out, struct diagnostics *d)
{
	struct error e = {0};
	char *value = trimmed(rec_value(doc, raw, a), f);

	if (seen && !repeats(f)) {
		diagnostics_add(d, DIAGNOSTIC_FAULT, file, raw->line,
		                "Fältet %s står mer än en gång i posten; det första gäller, ta bort de andra.",
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

bool records_read_one(const struct rec_doc *doc, const struct rec_record *r, const struct record_type *t,
                      const char *file, struct arena *a, void *out, size_t *unknown, struct diagnostics *d)
{
	bool seen[FIELDS_MAX] = {false};
	struct diagnostics unheard = {0};
	struct diagnostics *to = d ? d : &unheard;
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
		seen[row] |= read_field(doc, raw, f, seen[row], file, a, out, to);
	}
	missing = first_missing(t, seen);
	if (missing)
		diagnostics_add(to, DIAGNOSTIC_FAULT, file, r->line,
		                "Posten (%s%s%s) visas inte eftersom %s saknas eller är fel; fyll i fältet.",
		                t->label, head->id ? " " : "", head->id ? head->id : "", missing->name);
	diagnostics_release(&unheard);
	return !missing;
}

static void add(struct table *table, const struct record_type *t, const void *record)
{
	table->items = mem_grow(table->items, table->count, &table->cap, t->size);
	memcpy((char *)table->items + table->count * t->size, record, t->size);
	table->count++;
}

/* The type of the record, or NULL when it is not ours. What is said of a type is said once. */
static const struct record_type *type_of(const struct rec_doc *doc, const struct rec_record *r, const char *file,
                                         int *noted, struct diagnostics *d)
{
	const char *name;
	const struct record_type *t;

	if (r->type < 0) {
		diagnostics_add(d, DIAGNOSTIC_FAULT, file, r->line,
		                "Posten visas inte eftersom den står före filens första %%rec:; flytta ned den "
		                "under rätt typ.");
		return NULL;
	}
	name = doc->types[r->type].name;
	t = record_type_by_name(name, strlen(name));
	if (!t && *noted < r->type) {
		*noted = r->type;
		diagnostics_add(d, DIAGNOSTIC_NOTE, file, doc->types[r->type].line,
		                "Posttypen %.100s är okänd och visas inte; den behålls i filen.", name);
	}
	return t;
}

void records_read(const char *bytes, size_t len, const char *file, struct arena *a, struct records *out,
                  struct records_faults *faults, struct diagnostics *d)
{
	struct rec_doc doc;
	struct map ids[RECORD_KINDS] = {{0}};
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
		record = arena_alloc(a, t->size);
		if (!records_read_one(&doc, r, t, shown, a, record, NULL, d))
			continue;
		if (!map_put(&ids[t->kind], record->id, 1)) {
			faults->duplicates = true;
			diagnostics_add(d, DIAGNOSTIC_FAULT, file, r->line,
			                "Id %.100s finns redan i filen (%s); ge den ena posten ett nytt Id.",
			                record->id, t->label);
		}
		add(&out->tables[t->kind], t, record);
	}
	for (size_t i = 0; i < RECORD_KINDS; i++)
		map_release(&ids[i]);
	rec_doc_release(&doc);
}

void records_append(struct records *to, const struct records *from)
{
	for (int kind = 0; kind < RECORD_KINDS; kind++) {
		const struct record_type *t = record_type((enum record_kind)kind);

		for (size_t i = 0; i < from->tables[kind].count; i++)
			add(&to->tables[kind], t, records_at(from, (enum record_kind)kind, i));
	}
	for (size_t i = 0; i < from->measurements.count; i++)
		VEC_PUSH(&to->measurements, from->measurements.items[i]);
}

void records_release(struct records *r)
{
	for (int kind = 0; kind < RECORD_KINDS; kind++)
		free(r->tables[kind].items);
	free(r->measurements.items);
	*r = (struct records){0};
}
