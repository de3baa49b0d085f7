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
	rec_doc_release(&doc);
	diagnostics_release(&d);
	buf_release(&out);
	free(bytes);
	return 0;
}
