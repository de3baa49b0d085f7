/* A person's contact details in the history: the values become DISPOSAL_MARK, and nothing else changes. */
#include "disposal_local.h"

#include "folder_local.h"
#include "io_local.h"
#include "radsbord/base/language.h"
#include "radsbord/base/sha256.h"
#include "radsbord/store/history.h"
#include "radsbord/store/rec.h"

#include <stdlib.h>
#include <string.h>

/* A part of the history as it is to be, made from left to right. */
struct blotted {
	const struct rec_doc *doc;
	const struct person *person;
	struct buf out;
	size_t done;          /* bytes of the document that are in `out` */
	size_t values;        /* that were replaced */
	int line;             /* of the first */
	size_t named;         /* other texts that name the person */
	struct arena arena;
};

static void replace(struct blotted *b, const struct rec_field *f, const char *with)
{
	buf_add(&b->out, b->doc->bytes + b->done, f->value - b->done);
	buf_str(&b->out, with);
	b->done = f->value + f->value_len;
	b->line = b->values++ ? b->line : f->line;
}

/* Whether the person holds the record on that side of the event ("Fran" or "Till"), by the event itself. */
static bool holds(struct blotted *b, const struct rec_record *r, const char *side)
{
	bool at_person = false;

	for (size_t i = 0; i < r->count; i++) {
		const struct rec_field *f = &b->doc->fields[r->first + i];

		if (rec_name_is(b->doc, f, "Falt"))
			at_person = strcmp(rec_value(b->doc, f, &b->arena), "Person") == 0;
		else if (at_person && rec_name_is(b->doc, f, side) && person_is(b->person, rec_value(b->doc, f, &b->arena)))
			return true;
	}
	return false;
}

static void one_event(struct blotted *b, const struct rec_record *r)
{
	const struct rec_field *type = rec_find(b->doc, r, "Typ", 0);
	const char *name = type ? rec_value(b->doc, type, &b->arena) : "";
	const struct record_type *t = record_type_by_name(name, strlen(name));
	const struct field *field = NULL;

	for (size_t i = 0; i < r->count; i++) {
		const struct rec_field *f = &b->doc->fields[r->first + i];
		const char *value = rec_value(b->doc, f, &b->arena);
		bool from = rec_name_is(b->doc, f, "Fran"), to = rec_name_is(b->doc, f, "Till");

		if (rec_name_is(b->doc, f, "Falt")) {
			field = t ? record_field(t, value, strlen(value)) : NULL;
		} else if (rec_name_is(b->doc, f, "Steg") && person_in(b->person, value)) {
			struct buf blotted = {0};

			person_blot(b->person, value, &blotted);
			replace(b, f, buf_cstr(&blotted));
			buf_release(&blotted);
		} else if ((from || to) && field && strcmp(value, DISPOSAL_MARK) != 0 &&
		           (person_owns(b->person, field, value) || ((field->flags & FIELD_CONTACT) && holds(b, r, from ? "Fran" : "Till")))) {
			replace(b, f, DISPOSAL_MARK);
		} else if (person_in(b->person, value)) {
			b->named++;
		}
	}
}

static void tell(struct blotted *b, const char *name, struct disposal *d)
{
	if (b->values > 0)
		disposal_found(d, true, name, b->line, _("Historiken: %zu %s blir %s."), b->values,
		               b->values == 1 ? _("värde") : _("värden"), DISPOSAL_MARK);
	if (b->named > 0)
		disposal_found(d, false, name, 0, _("Historiken: namnet eller adressen står i %zu andra %s."), b->named,
		               b->named == 1 ? _("text") : _("texter"));
}

static void one_part(const char *name, const struct buf *bytes, const struct person *p, struct disposal *d)
{
	struct rec_doc doc;
	struct blotted b = {.doc = &doc, .person = p};
	struct disposal_file file = {.name = NULL};

	rec_parse(buf_cstr(bytes), bytes->len, name, &doc, NULL);
	for (size_t i = 0; i < doc.records_count; i++)
		one_event(&b, &doc.records[i]);
	tell(&b, name, d);
	if (b.values > 0) {
		buf_add(&b.out, doc.bytes + b.done, doc.len - b.done);
		file = (struct disposal_file){.name = mem_strdup(name), .bytes = b.out};
		sha256(bytes->data, bytes->len, file.base);
		VEC_PUSH(&d->files, file);
	}
	rec_doc_release(&doc);
	arena_release(&b.arena);
}

bool disposal_history(const struct folder *f, const struct person *p, struct disposal *d, struct error *e)
{
	struct names names = {0};
	struct buf bytes = {0};
	bool ok = history_files(f->dir, &names, e);

	for (size_t i = 0; ok && i < names.count; i++) {
		ok = store_read(f->io, f->dir, names.items[i], IO_FILE_MAX, &bytes, NULL, e);
		if (ok && person_in_bytes(p, bytes.data, bytes.len))
			one_part(names.items[i], &bytes, p, d);
	}
	buf_release(&bytes);
	names_release(&names);
	return ok;
}
