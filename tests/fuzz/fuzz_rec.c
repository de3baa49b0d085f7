/* The rec reader and writer: nothing crashes, spans lie in the bytes, no edit is no change, and a value that was set is
 * read back with all else as it was. */
#include "fuzz.h"

#include "radsbord/store/rec.h"

static void check_spans(const struct rec_doc *doc)
{
	size_t at = 0;
	for (size_t i = 0; i < doc->fields_count; i++) {
		const struct rec_field *f = &doc->fields[i];
		HOLDS(f->start >= at && f->start <= f->name && f->name + f->name_len <= f->value);
		HOLDS(f->value + f->value_len <= f->end && f->end <= doc->len && f->line > 0);
		at = f->end;
	}
	for (size_t i = 0; i < doc->records_count; i++) {
		const struct rec_record *r = &doc->records[i];
		HOLDS(r->first + r->count <= doc->fields_count && r->start <= r->end && r->end <= doc->len);
		HOLDS(r->type >= -1 && (r->type < 0 || (size_t)r->type < doc->types_count));
	}
}

static void set_and_read(const char *bytes, size_t len, const struct rec_doc *doc, const struct rec_record *r,
			 const char *value)
{
	struct arena a = {0};
	struct buf out = {0};
	struct rec_doc after;
	const struct rec_field *id = rec_find(doc, r, "Id", 0);
	if (!id || r->type < 0)
		return;
	const char *const values[] = {value};
	struct rec_edit edit = {.kind = REC_SET,
				.type = doc->types[r->type].name,
				.id = rec_value(doc, id, &a),
				.name = "Fuzz",
				.values = values,
				.values_count = 1};
	if (rec_apply(bytes, len, &edit, 1, &out, NULL)) {
		struct diagnostics d = {0};
		rec_parse(buf_cstr(&out), out.len, "x", &after, &d);
		HOLDS(!after.damaged && after.records_count == doc->records_count);
		bool found = false;
		for (size_t i = 0; i < after.records_count; i++) {
			const struct rec_field *f = rec_find(&after, &after.records[i], "Fuzz", 0);
			found |= f && strcmp(rec_value(&after, f, &a), value) == 0;
		}
		HOLDS(found);
		rec_doc_release(&after);
		diagnostics_release(&d);
	}
	buf_release(&out);
	arena_release(&a);
}

/* One record at a time, with the values left in the bytes, gives what the whole document gives. */
struct handed {
	const struct rec_doc *whole;
	char *text;
	size_t records;
};

static void take(void *ctx, const struct rec_doc *doc, const struct rec_record *r)
{
	struct handed *h = ctx;
	struct buf value = {0};
	HOLDS(h->records < h->whole->records_count);
	const struct rec_record *same = &h->whole->records[h->records++];
	HOLDS(r->count == same->count && r->start == same->start && r->end == same->end && r->type == same->type);
	for (size_t i = 0; i < r->count; i++) {
		size_t len;
		const char *expected = rec_value_in(h->whole, &h->whole->fields[same->first + i], &value);
		const char *there = rec_value_at(h->text, &doc->fields[r->first + i], &len);
		HOLDS(len == value.len && strcmp(there, expected) == 0);
	}
	buf_release(&value);
}

static void hand_over(const char *bytes, size_t size, const struct rec_doc *doc, size_t findings)
{
	struct diagnostics d = {0};
	struct handed h = {.whole = doc, .text = malloc(size + 1)};
	memcpy(h.text, bytes, size);
	h.text[size] = '\0';
	HOLDS(rec_read(h.text, size, "x.rec", take, &h, &d) != doc->damaged);
	HOLDS(h.records == doc->records_count && d.count == findings);
	diagnostics_release(&d);
	free(h.text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *bytes = malloc(size ? size : 1);
	struct diagnostics d = {0};
	struct rec_doc doc;
	struct buf out = {0};
	memcpy(bytes, data, size);
	rec_parse(bytes, size, "x.rec", &doc, &d);
	check_spans(&doc);
	HOLDS(!doc.damaged || diagnostics_count(&d, DIAGNOSTIC_FAULT) > 0);
	if (rec_apply(bytes, size, NULL, 0, &out, NULL))
		HOLDS(out.len == size && memcmp(buf_cstr(&out), bytes, size) == 0);
	for (size_t i = 0; i < doc.records_count && i < 2; i++) {
		set_and_read(bytes, size, &doc, &doc.records[i], "en rad");
		set_and_read(bytes, size, &doc, &doc.records[i], "två\n+ rader \\\n\n%rec: X");
	}
	hand_over(bytes, size, &doc, d.count);
	rec_doc_release(&doc);
	diagnostics_release(&d);
	buf_release(&out);
	free(bytes);
	return 0;
}
