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

/* Where records are read from, and what their values go to. */
struct reader {
	const struct rec_doc *doc;
	const char *file;
	struct arena *a;
	char *text;         /* the document's own bytes, where the values are left; NULL: they are copied to the arena */
	struct buf scratch; /* for one value at a time that is copied */
	struct diagnostics *d;
};

/* Reads one field. True when the record got a value. */
static bool read_field(struct reader *s, const struct rec_field *raw, const struct field *f, bool seen, void *out)
{
	struct error e;
	size_t len;
	char *read = s->text ? rec_value_at(s->text, raw, &len) : rec_value_in(s->doc, raw, &s->scratch);
	char *value = trimmed(read, s->text ? len : s->scratch.len, f);

	if (seen && !repeats(f)) {
		diagnostics_add(s->d, DIAGNOSTIC_FAULT, s->file, raw->line,
		                _("Fältet %s står mer än en gång i posten; det första gäller, ta bort de andra."),
		                f->name);
		return false;
	}
	if (*value == '\0')
		return false;
	if (s->text ? field_take(f, out, value, s->a, &e) : field_decode(f, out, value, s->a, &e))
		return true;
	diagnostics_add(s->d, DIAGNOSTIC_FAULT, s->file, raw->line, "%s", e.text);
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

static bool read_one(struct reader *s, const struct rec_record *r, const struct record_type *t, void *out, size_t *unknown)
{
	bool seen[FIELDS_MAX] = {false};
	struct record *head = out;
	const struct field *missing;
	size_t next = 0;

	record_init(t, out);
	head->file = s->file;
	head->line = r->line;
	for (size_t i = 0; i < r->count; i++) {
		const struct rec_field *raw = &s->doc->fields[r->first + i];
		const struct field *f = record_field_from(t, next, s->doc->bytes + raw->name, raw->name_len);
		size_t row = f ? (size_t)(f - t->fields) : FIELDS_MAX;

		if (row >= FIELDS_MAX) {
			note_unknown(s->doc, raw, s->file, s->d);
			if (unknown)
				++*unknown;
			continue;
		}
		seen[row] |= read_field(s, raw, f, seen[row], out);
		next = row;
	}
	missing = first_missing(t, seen);
	if (missing)
		diagnostics_add(s->d, DIAGNOSTIC_FAULT, s->file, r->line,
		                _("Posten (%s%s%s) visas inte eftersom %s saknas eller är fel; fyll i fältet."),
		                _(t->label), head->id ? " " : "", head->id ? head->id : "", missing->name);
	return !missing;
}

bool records_read_one(const struct rec_doc *doc, const struct rec_record *r, const struct record_type *t,
                      const char *file, struct arena *a, void *out, size_t *unknown, struct diagnostics *d)
{
	struct diagnostics unheard = {0};
	struct reader s = {.doc = doc, .file = file, .a = a, .d = d ? d : &unheard};
	bool read = read_one(&s, r, t, out, unknown);

	buf_release(&s.scratch);
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

/* The Ids of a type's records: the newest wait for the memory that they are to be looked up in. */
enum { WAITING = 8 };
struct ids {
	struct map map;
	size_t known; /* so many of the records are in the map */
};

/* A whole file, as its records come. */
struct reading {
	struct reader reader;
	struct records *out;
	struct records_faults *faults;
	struct ids ids[RECORD_KINDS];
	int type; /* of the newest record, and its row: NULL when it is not ours. What is said of a type is said once */
	const struct record_type *row;
	struct diagnostics found; /* in the records; after what is found in the lines */
};

/* The type of the record, or NULL when it is not ours. */
static const struct record_type *type_of(struct reading *in, const struct rec_doc *doc, const struct rec_record *r)
{
	const char *name;

	if (r->type < 0) {
		diagnostics_add(&in->found, DIAGNOSTIC_FAULT, in->reader.file, r->line,
		                _("Posten visas inte eftersom den står före filens första %%rec:; flytta ned den "
		                "under rätt typ."));
		return NULL;
	}
	if (r->type == in->type)
		return in->row;
	in->type = r->type;
	name = doc->types[r->type].name;
	in->row = record_type_by_name(name, strlen(name));
	if (!in->row)
		diagnostics_add(&in->found, DIAGNOSTIC_NOTE, in->reader.file, doc->types[r->type].line,
		                _("Posttypen %.100s är okänd och visas inte; den behålls i filen."), name);
	return in->row;
}

/* Looks up the Ids of the records that have waited, all but the `but` newest. */
static void know_ids(struct reading *in, const struct record_type *t, size_t but)
{
	struct ids *ids = &in->ids[t->kind];
	const struct table *table = &in->out->tables[t->kind];

	for (; ids->known + but < table->count; ids->known++) {
		const struct record *r = (const void *)((const char *)table->items + ids->known * t->size);

		if (map_put(&ids->map, r->id, 1))
			continue;
		in->faults->duplicates = true;
		diagnostics_add(&in->found, DIAGNOSTIC_FAULT, in->reader.file, r->line,
		                _("Id %.100s finns redan i filen (%s); ge den ena posten ett nytt Id."), r->id, _(t->label));
	}
}

static void take_record(void *ctx, const struct rec_doc *doc, const struct rec_record *r)
{
	struct reading *in = ctx;
	const struct record_type *t = type_of(in, doc, r);
	struct record *record;
	struct ids *ids;

	if (!t)
		return;
	in->reader.doc = doc;
	ids = &in->ids[t->kind];
	if (ids->map.count == 0) /* half as many as the rest would be if they are as long as this one */
		map_reserve(&ids->map, (doc->len - r->start) / (r->end - r->start) / 2);
	record = room(&in->out->tables[t->kind], t);
	if (!read_one(&in->reader, r, t, record, NULL))
		return;
	in->out->tables[t->kind].count++;
	map_expect(&ids->map, record->id);
	know_ids(in, t, WAITING);
}

void records_read(char *text, size_t len, const char *file, struct arena *a, struct records *out, struct records_faults *faults,
                  struct diagnostics *d)
{
	struct reading in = {.reader = {.file = arena_strdup(a, file), .a = a, .text = text}, .out = out, .faults = faults, .type = -1};

	*faults = (struct records_faults){0};
	in.reader.d = &in.found;
	faults->damaged = !rec_read(text, len, file, take_record, &in, d);
	for (size_t i = 0; i < RECORD_KINDS; i++) {
		know_ids(&in, record_type((enum record_kind)i), 0);
		map_release(&in.ids[i].map);
	}
	for (size_t i = 0; i < in.found.count; i++)
		VEC_PUSH(d, in.found.items[i]);
	free(in.found.items); /* its texts are d's now */
	trim(out);
}

/* The kind's tables of all parts, which follow each other in the whole. */
struct parts {
	struct records *const *from;
	size_t count, kind, size;
};

static struct table *part(const struct parts *p, size_t i)
{
	return &p->from[i]->tables[p->kind];
}

/* Puts the parts into `to`, which has room for them. What a part owned is freed as soon as it is copied, so that a large council is
 * not held twice; then it has what is in `to`. */
static void put_together(const struct parts *p, struct table *to)
{
	to->count = 0;
	for (size_t i = 0; i < p->count; i++) {
		struct table *from = part(p, i);
		char *place = (char *)to->items + to->count * p->size;

		if (from->count > 0 && from->items != place)
			memcpy(place, from->items, from->count * p->size);
		if (from->cap > 0)
			free(from->items);
		*from = (struct table){.items = place, .count = from->count};
		to->count += from->count;
	}
}

/* True when every part is in its place in `to` or is to be copied there from somewhere else. */
static bool in_place(const struct parts *p, const struct table *to, size_t all)
{
	size_t at = 0;

	for (size_t i = 0; i < p->count; at += part(p, i++)->count)
		if (part(p, i)->count > 0 && part(p, i)->cap == 0 && part(p, i)->items != (char *)to->items + at * p->size)
			return false;
	return all <= to->cap;
}

static void join_kind(const struct parts *p, struct table *to)
{
	struct table moved = {0}, *last = NULL;
	size_t all = 0;

	for (size_t i = 0; i < p->count; i++) {
		all += part(p, i)->count;
		if (part(p, i)->count > 0)
			last = part(p, i);
	}
	if (all == 0) {
		to->count = 0;
	} else if (to->cap == 0 && last->count == all && last->cap > 0) { /* one part has them all, and lends them */
		*to = *last;
		last->cap = 0;
	} else if (in_place(p, to, all)) {
		put_together(p, to);
	} else {
		moved = (struct table){.items = mem_realloc(NULL, all * p->size), .cap = all};
		put_together(p, &moved);
		if (all > to->cap) {
			free(to->items);
			*to = moved;
			return;
		}
		/* What has room stays where it is. */
		memcpy(to->items, moved.items, all * p->size);
		for (size_t i = 0, at = 0; i < p->count; at += part(p, i++)->count)
			part(p, i)->items = (char *)to->items + at * p->size;
		to->count = all;
		free(moved.items);
	}
}

void records_join(struct records *to, struct records *const *from, size_t count)
{
	for (size_t kind = 0; kind < RECORD_KINDS; kind++)
		join_kind(&(struct parts){from, count, kind, record_type((enum record_kind)kind)->size}, &to->tables[kind]);
	to->measurements.count = 0;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < from[i]->measurements.count; k++)
			VEC_PUSH(&to->measurements, from[i]->measurements.items[k]);
}

void records_release(struct records *r)
{
	for (int kind = 0; kind < RECORD_KINDS; kind++)
		if (r->tables[kind].cap > 0)
			free(r->tables[kind].items);
	free(r->measurements.items);
	*r = (struct records){0};
}
