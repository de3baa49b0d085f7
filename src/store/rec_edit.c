/* Editing rec: edits become splices in the bytes, so that everything outside them stays as it is.
 *
 * Edits take effect one after the other. As many as do not disturb each other share one reading of the
 * bytes; an edit that needs to see an earlier one has the bytes made and read anew first (flush).
 * A file without a last newline is given one while it is edited, and loses it again at the end. */
#include "rec_local.h"

#include "radsbord/base/language.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Where two splices meet: new fields of a record, then new records, then what is taken away. */
enum { RANK_FIELD, RANK_RECORD, RANK_REPLACE };

struct splice {
	size_t at, del;
	size_t text, text_len; /* in editor.text */
	int rank;
	size_t order;
};

/* A field name of a record that this batch has edited already; name NULL: the whole record. */
struct touch {
	const char *name;
	bool shape;            /* where a new field of it goes is another place now */
	size_t before;         /* the one before of the same record, from 1; 0: none */
};

struct editor {
	struct buf bytes;      /* what the batch is made against */
	struct rec_doc doc;
	const char *nl;
	struct {
		struct splice *items;
		size_t count, cap;
	} splices;
	struct {
		struct touch *items;
		size_t count, cap;
	} touched;
	size_t *last_touch;    /* of each record: in touched, from 1; 0: none. NULL: nothing is touched */
	struct rec_index index;
	struct buf text;
	struct map added;      /* "type\x1fid" of records added in this batch */
	struct arena arena;
	ptrdiff_t records, fields; /* how many more there are to be after the batch */
	bool barrier;          /* the next edit must see this one */
};

enum outcome { DONE, AGAIN, FAILED };

/* Appends to the batch a splice whose text is what was added to ed->text since `text`. */
static void add_splice(struct editor *ed, size_t at, size_t del, size_t text, int rank)
{
	struct splice s = {.at = at, .del = del, .text = text, .text_len = ed->text.len - text,
	                   .rank = rank, .order = ed->splices.count};

	VEC_PUSH(&ed->splices, s);
}

static int by_place(const void *a, const void *b)
{
	const struct splice *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	if (x->rank != y->rank)
		return x->rank - y->rank;
	return x->order < y->order ? -1 : 1;
}

/* Carries the batch out and reads the result. Refuses when it is not read back as it was meant: a value at
 * the end of the file that ends in a backslash would swallow what is put after it. */
static bool flush(struct editor *ed, struct error *e)
{
	struct buf made = {0};
	size_t at = 0;
	ptrdiff_t records = (ptrdiff_t)ed->doc.records_count + ed->records;
	ptrdiff_t fields = (ptrdiff_t)ed->doc.fields_count + ed->fields;

	if (ed->splices.count > 0) {
		qsort(ed->splices.items, ed->splices.count, sizeof *ed->splices.items, by_place);
		for (size_t i = 0; i < ed->splices.count; i++) {
			const struct splice *s = &ed->splices.items[i];

			buf_add(&made, buf_cstr(&ed->bytes) + at, s->at - at);
			buf_add(&made, buf_cstr(&ed->text) + s->text, s->text_len);
			at = s->at + s->del;
		}
		buf_add(&made, buf_cstr(&ed->bytes) + at, ed->bytes.len - at);
		rec_doc_release(&ed->doc);
		buf_release(&ed->bytes);
		ed->bytes = made;
		rec_parse(buf_cstr(&ed->bytes), ed->bytes.len, "", &ed->doc, NULL);
	}
	ed->splices.count = ed->touched.count = 0;
	free(ed->last_touch);
	ed->last_touch = NULL;
	rec_index_release(&ed->index);
	ed->records = ed->fields = 0;
	buf_clear(&ed->text);
	map_release(&ed->added);
	ed->barrier = false;
	if (ed->doc.damaged || records != (ptrdiff_t)ed->doc.records_count ||
	    fields != (ptrdiff_t)ed->doc.fields_count)
		return error_set(e, ERROR_DATA,
		                 _("Ändringen kan inte skrivas säkert; se till att filens sista rad inte "
		                 "slutar med \\ och försök igen."));
	return true;
}

static void touch(struct editor *ed, size_t record, const char *name, bool shape)
{
	if (!ed->last_touch)
		ed->last_touch = mem_alloc((ed->doc.records_count + 1) * sizeof *ed->last_touch);
	VEC_PUSH(&ed->touched, ((struct touch){name, shape, ed->last_touch[record]}));
	ed->last_touch[record] = ed->touched.count;
}

/* The newest of the record's touches, and then the ones before it; NULL at the end. */
static const struct touch *newest_touch(const struct editor *ed, size_t record)
{
	size_t at = ed->last_touch ? ed->last_touch[record] : 0;

	return at ? &ed->touched.items[at - 1] : NULL;
}

static const struct touch *touch_before(const struct editor *ed, const struct touch *t)
{
	return t->before ? &ed->touched.items[t->before - 1] : NULL;
}

static bool is_touched(const struct editor *ed, size_t record, const char *name)
{
	for (const struct touch *t = newest_touch(ed, record); t; t = touch_before(ed, t))
		if (!t->name || !name || strcmp(t->name, name) == 0)
			return true;
	return false;
}

/* True when a new field of the record must see what the batch has done to it. */
static bool has_new_shape(const struct editor *ed, size_t record)
{
	for (const struct touch *t = newest_touch(ed, record); t; t = touch_before(ed, t))
		if (t->shape)
			return true;
	return false;
}

static bool type_is(const struct rec_doc *doc, int type, const char *name)
{
	return strcmp(type < 0 ? "" : doc->types[type].name, name ? name : "") == 0;
}

enum { NONE = -1, TWO = -2 };

/* The record of that type and Id: its index, NONE or TWO. */
static ptrdiff_t find_record(struct editor *ed, const char *type, const char *id)
{
	bool twice;
	size_t at = rec_index_find(&ed->index, &ed->doc, type, id, &twice);

	return twice ? TWO : at == ed->doc.records_count ? NONE : (ptrdiff_t)at;
}

/* The record an edit is about. What the batch may have changed under it asks for a flush. */
static enum outcome find_target(struct editor *ed, const struct rec_edit *edit, size_t *record,
                                struct error *e)
{
	ptrdiff_t i = find_record(ed, edit->type, edit->id);

	if (i == TWO) {
		error_set(e, ERROR_DATA,
		          _("Två poster har Id %.100s, så det går inte att veta vilken som avses; ge den "
		          "ena ett nytt Id."), edit->id);
		return FAILED;
	}
	if (i == NONE) {
		if (ed->splices.count > 0)
			return AGAIN;
		error_set(e, ERROR_CONFLICT,
		          _("Posten med Id %.100s finns inte längre i filen; läs om den och försök igen."),
		          edit->id);
		return FAILED;
	}
	*record = (size_t)i;
	return is_touched(ed, *record, edit->kind == REC_SET ? edit->name : NULL) ? AGAIN : DONE;
}

/* True when the record's fields of that name are exactly the values, so that nothing need be written. */
static bool has_values(const struct rec_doc *doc, const struct rec_record *r, const struct rec_edit *edit)
{
	size_t n = 0;

	for (size_t i = 0; i < r->count; i++) {
		const struct rec_field *f = &doc->fields[r->first + i];

		if (!rec_name_is(doc, f, edit->name))
			continue;
		if (n >= edit->values_count || !rec_value_is(doc, f, edit->values[n]))
			return false;
		n++;
	}
	return n == edit->values_count;
}

static bool has_field(const struct rec_doc *doc, const struct rec_record *r, const char *name)
{
	for (size_t i = 0; i < r->count; i++)
		if (rec_name_is(doc, &doc->fields[r->first + i], name))
			return true;
	return false;
}

/* Where a field that the record does not have is put. */
static size_t place_of(const struct rec_doc *doc, const struct rec_record *r, const struct rec_edit *edit)
{
	for (size_t i = r->count; i-- > 0;) {
		const struct rec_field *f = &doc->fields[r->first + i];

		for (size_t k = 0; k < edit->after_count; k++)
			if (rec_name_is(doc, f, edit->after[k]))
				return f->end;
	}
	return r->end;
}

static enum outcome apply_set(struct editor *ed, const struct rec_edit *edit, struct error *e)
{
	const struct rec_doc *doc = &ed->doc;
	const struct rec_record *r;
	size_t record, text = ed->text.len;
	enum outcome outcome = find_target(ed, edit, &record, e);
	bool written = edit->values_count == 0, shape = false;

	if (outcome != DONE)
		return outcome;
	r = &doc->records[record];
	if (has_values(doc, r, edit))
		return DONE;
	if (!written && has_new_shape(ed, record) && !has_field(doc, r, edit->name))
		return AGAIN;
	for (size_t i = 0; i < edit->values_count; i++)
		rec_write_field(&ed->text, edit->name, edit->values[i], ed->nl);
	for (size_t i = 0; i < r->count; i++) {
		const struct rec_field *f = &doc->fields[r->first + i];

		if (!rec_name_is(doc, f, edit->name))
			continue;
		shape |= written; /* what is taken away is no place to put a field after */
		add_splice(ed, f->start, f->end - f->start, written ? ed->text.len : text, RANK_REPLACE);
		written = true;
		ed->fields--;
	}
	if (!written) {
		add_splice(ed, place_of(doc, r, edit), 0, text, RANK_FIELD);
		shape = edit->after_count > 0; /* the next new field may belong after this one */
	}
	ed->fields += (ptrdiff_t)edit->values_count;
	ed->barrier |= strcmp(edit->name, "Id") == 0;
	touch(ed, record, edit->name, shape);
	return DONE;
}

static enum outcome apply_remove(struct editor *ed, const struct rec_edit *edit, struct error *e)
{
	const struct rec_record *r;
	size_t record, before;
	enum outcome outcome = find_target(ed, edit, &record, e);

	if (outcome != DONE)
		return outcome;
	r = &ed->doc.records[record];
	before = rec_blank_before(&ed->doc, r->start);
	if (r->start == rec_base(&ed->doc)) {
		/* The blank line after the first record may be the one before the next. */
		if (ed->splices.count > 0)
			return AGAIN;
		add_splice(ed, r->start, r->end - r->start + rec_blank_at(&ed->doc, r->end), ed->text.len,
		           RANK_REPLACE);
		ed->barrier = true;
	} else {
		add_splice(ed, r->start - before, r->end - r->start + before, ed->text.len,
		           RANK_REPLACE);
	}
	ed->records--;
	ed->fields -= (ptrdiff_t)r->count;
	touch(ed, record, NULL, true);
	return DONE;
}

/* Refuses an Id that is taken; what the batch has removed asks for a flush. */
static enum outcome claim_id(struct editor *ed, const struct rec_edit *edit, struct error *e)
{
	const char *id = NULL;
	ptrdiff_t i;

	for (size_t k = 0; k < edit->pairs_count && !id; k++)
		if (strcmp(edit->pairs[k].name, "Id") == 0)
			id = edit->pairs[k].value;
	if (!id)
		return DONE;
	i = find_record(ed, edit->type, id);
	if (i >= 0 && is_touched(ed, (size_t)i, NULL))
		return AGAIN;
	if (i == NONE && map_put(&ed->added, arena_printf(&ed->arena, "%s\x1f%s", edit->type, id), 0))
		return DONE;
	error_set(e, ERROR_CONFLICT,
	          _("Det finns redan en post med Id %.100s; ge den nya posten ett annat Id."), id);
	return FAILED;
}

static enum outcome apply_add(struct editor *ed, const struct rec_edit *edit, struct error *e)
{
	const struct rec_doc *doc = &ed->doc;
	size_t type = doc->types_count, last = SIZE_MAX, at, text = ed->text.len;
	enum outcome outcome;

	while (type > 0 && !type_is(doc, (int)type - 1, edit->type))
		type--;
	at = type > 0 ? rec_end_of_section(doc, type - 1, &last) : rec_end_of_text(doc);
	/* A new descriptor must see what else was put last; a removed record is no place to add after. */
	if (ed->splices.count > 0 && (type == 0 || (last != SIZE_MAX && is_touched(ed, last, NULL))))
		return AGAIN;
	outcome = claim_id(ed, edit, e);
	if (outcome != DONE)
		return outcome;
	if (at > rec_base(doc))
		buf_str(&ed->text, ed->nl);
	if (type == 0) {
		if (edit->descriptor) {
			rec_write_lines(&ed->text, edit->descriptor, ed->nl);
		} else {
			rec_write_field(&ed->text, "%rec", edit->type, ed->nl);
		}
		buf_str(&ed->text, ed->nl);
		ed->barrier = true;
	}
	for (size_t i = 0; i < edit->pairs_count; i++)
		rec_write_field(&ed->text, edit->pairs[i].name, edit->pairs[i].value, ed->nl);
	add_splice(ed, at, 0, text, RANK_RECORD);
	ed->records++;
	ed->fields += (ptrdiff_t)edit->pairs_count;
	return DONE;
}

static bool apply_one(struct editor *ed, const struct rec_edit *edit, struct error *e)
{
	static enum outcome (*const apply[])(struct editor *, const struct rec_edit *,
	                                     struct error *) = {
		[REC_SET] = apply_set, [REC_ADD] = apply_add, [REC_REMOVE] = apply_remove};
	enum outcome outcome;

	if (!rec_edit_check(edit, e) || (ed->barrier && !flush(ed, e)))
		return false;
	outcome = apply[edit->kind](ed, edit, e);
	if (outcome == AGAIN)
		outcome = flush(ed, e) ? apply[edit->kind](ed, edit, e) : FAILED;
	return outcome == DONE;
}

/* True when text can be put after the last line. A backslash at the end of the file joins nothing; given a newline
 * more it joins an empty line, and means the same. */
static bool is_ended(const struct rec_doc *doc)
{
	size_t n = doc->len, base = rec_base(doc);

	if (n == base)
		return true;
	if (doc->bytes[--n] != '\n')
		return false;
	n -= n > base && doc->bytes[n - 1] == '\r';
	return n == base || doc->bytes[n - 1] != '\\';
}

bool rec_apply(const char *bytes, size_t len, const struct rec_edit *edits, size_t count, struct buf *out,
               struct error *e)
{
	struct editor ed = {0};
	bool ok, ended;

	ed.index.many = count >= REC_INDEX_FROM;
	buf_add(&ed.bytes, bytes, len);
	rec_parse(buf_cstr(&ed.bytes), len, "", &ed.doc, NULL);
	ed.nl = ed.doc.crlf ? "\r\n" : "\n";
	ended = is_ended(&ed.doc);
	ok = !ed.doc.damaged ||
	     error_set(e, ERROR_READONLY,
	               _("Filen har fel som måste rättas innan den kan ändras; kör radsbord kontroll."));
	if (!ended) {
		rec_doc_release(&ed.doc);
		buf_str(&ed.bytes, ed.nl);
		rec_parse(buf_cstr(&ed.bytes), ed.bytes.len, "", &ed.doc, NULL);
	}
	for (size_t i = 0; ok && i < count; i++)
		ok = apply_one(&ed, &edits[i], e);
	ok = ok && flush(&ed, e);
	if (ok) {
		const char *s = buf_cstr(&ed.bytes);
		size_t n = ed.bytes.len;

		if (!ended && n > 0 && s[n - 1] == '\n')
			n -= n > 1 && ed.nl[0] == '\r' && s[n - 2] == '\r' ? 2 : 1;
		buf_release(out);
		*out = ed.bytes;
		ed.bytes = (struct buf){0};
		if (n < out->len)
			out->data[out->len = n] = '\0';
	}
	rec_doc_release(&ed.doc);
	buf_release(&ed.bytes);
	buf_release(&ed.text);
	free(ed.splices.items);
	free(ed.touched.items);
	free(ed.last_touch);
	map_release(&ed.added);
	rec_index_release(&ed.index);
	arena_release(&ed.arena);
	return ok;
}
