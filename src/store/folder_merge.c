/* A step's changes against what a file holds now: record by record, so that another's edit of another record stays. */
#include "folder_local.h"

#include "io_local.h"
#include "measures.h"
#include "minutes_file.h"
#include "rec_local.h"
#include "rules_file.h"
#include "radsbord/base/language.h"
#include "radsbord/council/conflict.h"

#include <stdlib.h>
#include <string.h>

struct merge {
	const struct changes *changes;
	struct change_index index;
	const char *file;
	struct buf *bytes;
	struct rec_doc doc;       /* of the bytes; valid until they are flushed */
	struct buf before;        /* the bytes as they were first, once they have been made anew, and their reading */
	struct rec_doc before_doc;
	bool flushed;
	size_t first;             /* the first change since the last flush */
	struct {
		struct rec_edit *items;
		size_t count, cap;
	} edits;
	struct rec_index records; /* of `doc` */
	struct arena arena;
};

/* What to call a record at the start of a sentence: by number and title where it has them. */
static const char *record_words(struct merge *m, const struct record_type *t, const char *id, const void *record)
{
	struct buf b = {0};
	const char *words;

	record_name(t, record, &b);
	buf_printf(&b, " (%s)", id);
	words = arena_strdup(&m->arena, buf_cstr(&b));
	buf_release(&b);
	return words;
}

/* The record as it stands in the bytes, or NULL. */
static void *find(struct merge *m, const struct change *c, size_t *unknown)
{
	bool twice;
	size_t at = rec_index_find(&m->records, &m->doc, c->type->name, c->id, &twice);
	void *out = arena_alloc(&m->arena, c->type->size);

	if (at == m->doc.records_count)
		return NULL;
	*unknown = 0;
	records_read_one(&m->doc, &m->doc.records[at], c->type, m->file, &m->arena, out, unknown, NULL);
	return out;
}

static bool conflict(const struct merge *m, struct error *e, const char *text)
{
	return error_set_at(e, ERROR_CONFLICT, m->file, 0, "%s", text);
}

/* True when the field holds `expected`; else a conflict that says what it holds. */
static bool holds(struct merge *m, const struct change *c, const struct field *f, const void *record,
                  const struct strings *expected, struct error *e)
{
	struct strings now = {0};
	struct buf shown = {0};

	field_encode(f, record, &m->arena, &now);
	if (strings_same(&now, expected))
		return true;
	field_show(f, record, &shown);
	conflict(m, e, arena_printf(&m->arena,
	                            _("%s har ändrats sedan den lästes: %s är nu %s%.200s%s. Inget sparades; se vad som "
	                            "står där och gör ändringen igen om den behövs."),
	                            record_words(m, c->type, c->id, record), _(f->label), shown.len ? "”" : "",
	                            shown.len ? buf_cstr(&shown) : "tomt", shown.len ? "”" : ""));
	buf_release(&shown);
	return false;
}

static bool gone(struct merge *m, const struct change *c, struct error *e)
{
	return conflict(m, e, arena_printf(&m->arena,
	                                   _("%s finns inte längre i %s. Inget sparades; lägg till den på nytt om den "
	                                   "behövs."),
	                                   record_words(m, c->type, c->id, NULL), m->file));
}

static bool check_remove(struct merge *m, const struct change *c, const void *record, size_t unknown, struct error *e)
{
	for (size_t i = 0; i < c->type->count; i++) {
		const struct strings none = {0}, *expected = &none;

		for (size_t k = 0; k < c->fields_count; k++)
			if (c->fields[k].field == &c->type->fields[i])
				expected = &c->fields[k].values;
		if (!holds(m, c, &c->type->fields[i], record, expected, e))
			return false;
	}
	if (unknown)
		return conflict(m, e, arena_printf(&m->arena,
		                                   _("%s har fått fält som programmet inte känner och tas inte bort; ta bort "
		                                   "posten i %s för hand om den ska bort."),
		                                   record_words(m, c->type, c->id, record), m->file));
	return true;
}

/* True when the bytes hold what the change leads to: somebody made the same, or we did and were killed before we knew. */
static bool is_made(struct merge *m, const struct change *c, const void *record)
{
	struct strings now = {0};

	if (c->kind == CHANGE_REMOVE || !record)
		return c->kind == CHANGE_REMOVE && !record;
	if (c->kind == CHANGE_SET) {
		field_encode(c->field, record, &m->arena, &now);
		return strings_same(&now, &c->after);
	}
	for (size_t i = 0; i < c->type->count; i++) {
		const struct strings none = {0}, *expected = &none;

		for (size_t k = 0; k < c->fields_count; k++)
			if (c->fields[k].field == &c->type->fields[i])
				expected = &c->fields[k].values;
		now = (struct strings){0};
		field_encode(&c->type->fields[i], record, &m->arena, &now);
		if (!strings_same(&now, expected))
			return false;
	}
	return true;
}

/* True when the bytes hold what the change was made from; `*made` when there is nothing left to do. */
static bool check(struct merge *m, const struct change *c, bool *made, struct error *e)
{
	size_t unknown = 0;
	const void *record = find(m, c, &unknown);

	*made = is_made(m, c, record);
	if (*made)
		return true;
	if (c->kind == CHANGE_ADD && record)
		return conflict(m, e, arena_printf(&m->arena, _("%s finns redan i %s. Inget sparades; gör ändringen igen."),
		                                   record_words(m, c->type, c->id, record), m->file));
	if (c->kind == CHANGE_ADD)
		return true;
	if (!record)
		return gone(m, c, e);
	if (c->kind == CHANGE_SET)
		return holds(m, c, c->field, record, &c->before, e);
	return check_remove(m, c, record, unknown, e);
}

static void push_add(struct merge *m, const struct change *c)
{
	struct rec_edit edit = {.kind = REC_ADD, .type = c->type->name, .id = c->id};
	struct rec_pair *pairs;
	struct buf descriptor = {0};
	size_t n = 0;

	for (size_t i = 0; i < c->fields_count; i++)
		n += c->fields[i].values.count;
	pairs = arena_alloc(&m->arena, (n + 1) * sizeof *pairs);
	for (size_t i = 0; i < c->fields_count; i++)
		for (size_t k = 0; k < c->fields[i].values.count; k++)
			pairs[edit.pairs_count++] =
				(struct rec_pair){c->fields[i].field->name, c->fields[i].values.items[k]};
	edit.pairs = pairs;
	record_descriptor(c->type, &descriptor);
	edit.descriptor = arena_strdup(&m->arena, buf_cstr(&descriptor));
	buf_release(&descriptor);
	VEC_PUSH(&m->edits, edit);
}

/* The fields that stand before it in a record as the program writes one. */
static void put_in_order(struct merge *m, const struct change *c, struct rec_edit *edit)
{
	const char **names = arena_alloc(&m->arena, (c->type->count + 1) * sizeof *names);

	names[edit->after_count++] = "Id";
	for (size_t i = 0; &c->type->fields[i] != c->field; i++)
		names[edit->after_count++] = c->type->fields[i].name;
	edit->after = names;
}

static void push(struct merge *m, const struct change *c)
{
	struct rec_edit edit = {.kind = c->kind == CHANGE_SET ? REC_SET : REC_REMOVE, .type = c->type->name, .id = c->id};

	if (c->kind == CHANGE_ADD) {
		push_add(m, c);
		return;
	}
	if (c->kind == CHANGE_SET) {
		edit.name = c->field->name;
		edit.values = c->after.items;
		edit.values_count = c->after.count;
		put_in_order(m, c, &edit);
	}
	VEC_PUSH(&m->edits, edit);
}

/* The bytes are now others, which are read; the first ones are kept with their reading. */
static void take_over(struct merge *m, struct buf *made)
{
	if (m->flushed) {
		rec_doc_release(&m->doc);
		buf_release(m->bytes);
	} else {
		m->before = *m->bytes;
		m->before_doc = m->doc;
		m->flushed = true;
	}
	*m->bytes = *made;
	*made = (struct buf){0};
	rec_index_release(&m->records);
	rec_parse(buf_cstr(m->bytes), m->bytes->len, m->file, &m->doc, NULL);
}

/* Makes the edits so far and reads the result. */
static bool flush(struct merge *m, size_t next, struct error *e)
{
	struct buf made = {0};
	bool ok = true;

	if (m->edits.count > 0) {
		ok = rec_apply(buf_cstr(m->bytes), m->bytes->len, m->edits.items, m->edits.count, &made, e);
		if (ok)
			take_over(m, &made);
		buf_release(&made);
	}
	m->edits.count = 0;
	m->first = next;
	return ok;
}

/* True when the change must see what an earlier one since the last flush does. */
static bool depends(const struct merge *m, size_t i)
{
	const struct change *c = &m->changes->items[i];

	for (size_t k = m->index.before[i]; k != CHANGE_NONE && k >= m->first; k = m->index.before[k]) {
		const struct change *o = &m->changes->items[k];

		if (strcmp(o->file, c->file) == 0 &&
		    (o->kind != CHANGE_SET || c->kind != CHANGE_SET || o->field == c->field))
			return true;
	}
	return false;
}

/* ---- nothing goes that nobody removed ---------------------------------------------------------------------------- */

/* The Id of a record; NULL when it has none, or no type. */
static const struct rec_field *id_of(const struct rec_doc *doc, const struct rec_record *r)
{
	return r->type >= 0 ? rec_find(doc, r, "Id", 0) : NULL;
}

/* "type Id" of a record; NULL when it has none of them. */
static const char *record_key(const struct rec_doc *doc, const struct rec_record *r, struct arena *a)
{
	const struct rec_field *f = id_of(doc, r);

	return f ? arena_printf(a, "%s %s", doc->types[r->type].name, rec_value(doc, f, a)) : NULL;
}

/* True when the two are of the same type with an Id of the same bytes, or both without. */
static bool same_key(const struct rec_doc *a, const struct rec_record *x, const struct rec_doc *b, const struct rec_record *y)
{
	const struct rec_field *f = id_of(a, x), *g = id_of(b, y);

	if (!f || !g)
		return !f && !g;
	return f->value_len == g->value_len && memcmp(a->bytes + f->value, b->bytes + g->value, f->value_len) == 0 &&
	       strcmp(a->types[x->type].name, b->types[y->type].name) == 0;
}

/* How many records of `before` have their like in `after` at the same place from the start: most often all. */
static size_t kept_in_place(const struct rec_doc *before, const struct rec_doc *after)
{
	size_t n = 0;

	while (n < before->records_count && n < after->records_count &&
	       same_key(before, &before->records[n], after, &after->records[n]))
		n++;
	return n;
}

static bool keeps(const struct changes *c, const char *file, const struct rec_doc *before, const struct rec_doc *after,
                  struct error *e)
{
	size_t first = kept_in_place(before, after);
	struct arena a = {0};
	struct map kept = {0};
	bool ok = true;

	for (size_t i = 0; first < before->records_count && i < after->records_count; i++) {
		const char *key = record_key(after, &after->records[i], &a);

		if (key)
			map_put(&kept, key, 1);
	}
	for (size_t i = 0; i < c->count; i++)
		if (c->items[i].kind == CHANGE_REMOVE && strcmp(c->items[i].file, file) == 0)
			map_put(&kept, arena_printf(&a, "%s %s", c->items[i].type->name, c->items[i].id), 1);
	for (size_t i = first; ok && i < before->records_count; i++) {
		const char *key = record_key(before, &before->records[i], &a);

		if (key && map_get(&kept, key) < 0)
			ok = error_set_at(e, ERROR_DATA, file, before->records[i].line,
			                  _("%s skulle förlora posten %.100s, som ingen har tagit bort, och sparas inte; kör radsbord "
			                  "kontroll."), file, key);
	}
	map_release(&kept);
	arena_release(&a);
	return ok;
}

bool folder_merge_keeps(const struct changes *c, const char *file, const struct buf *before, const struct buf *after,
                        struct error *e)
{
	struct rec_doc was, is;
	bool ok;

	rec_parse(buf_cstr(before), before->len, file, &was, NULL);
	rec_parse(buf_cstr(after), after->len, file, &is, NULL);
	ok = keeps(c, file, &was, &is, e);
	rec_doc_release(&was);
	rec_doc_release(&is);
	return ok;
}

/* ---- one file ---------------------------------------------------------------------------------------------------- */

static bool same_bytes(const struct buf *a, const struct buf *b)
{
	return a->len == b->len && memcmp(buf_cstr(a), buf_cstr(b), a->len) == 0;
}

/* A file that is not of records, by its own rules. */
static bool merge_whole(bool (*merge)(const struct changes *, const char *, struct buf *, struct error *), const struct changes *c,
                        const char *file, struct buf *bytes, bool *differs, struct error *e)
{
	struct buf before = {0};
	bool ok;

	buf_add(&before, buf_cstr(bytes), bytes->len);
	ok = merge(c, file, bytes, e);
	*differs = ok && !same_bytes(&before, bytes);
	buf_release(&before);
	return ok;
}

bool folder_merge(const struct changes *c, const char *file, struct work *work, struct buf *bytes, bool *differs, struct error *e)
{
	struct merge m = {.changes = c, .file = file, .bytes = bytes, .records = {.many = c->count >= REC_INDEX_FROM}};
	bool ok = true, made = false;

	if (!store_goes_on(work, e))
		return false;
	if (measures_is_file(file))
		return merge_whole(measures_merge, c, file, bytes, differs, e);
	if (minutes_is_file(file))
		return merge_whole(minutes_merge, c, file, bytes, differs, e);
	if (rules_is_file(file))
		return merge_whole(rules_merge, c, file, bytes, differs, e);
	rec_parse(buf_cstr(bytes), bytes->len, file, &m.doc, NULL);
	change_index_make(&m.index, c);
	if (m.doc.damaged)
		ok = error_set_at(e, ERROR_READONLY, file, 0,
		                  _("%s är skadad och kan inte ändras förrän den är rättad; kör radsbord kontroll."), file);
	for (size_t i = 0; ok && i < c->count; i++) {
		if (strcmp(c->items[i].file, file) != 0)
			continue;
		ok = store_goes_on(work, e) && (!depends(&m, i) || flush(&m, i, e)) && check(&m, &c->items[i], &made, e);
		if (ok && !made)
			push(&m, &c->items[i]);
	}
	ok = ok && flush(&m, c->count, e) && (!m.flushed || keeps(c, file, &m.before_doc, &m.doc, e));
	*differs = ok && m.flushed && !same_bytes(&m.before, bytes);
	rec_doc_release(&m.before_doc);
	rec_doc_release(&m.doc);
	buf_release(&m.before);
	free(m.edits.items);
	rec_index_release(&m.records);
	change_index_release(&m.index);
	arena_release(&m.arena);
	return ok;
}
