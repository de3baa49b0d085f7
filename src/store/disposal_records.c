/* A person's contact details in the records: which fields go, and what only names the person. */
#include "disposal_local.h"

#include "folder_local.h"
#include "io_local.h"
#include "radsbord/base/language.h"
#include "radsbord/base/sha256.h"
#include "radsbord/store/rec.h"

#include <stdlib.h>
#include <string.h>

/* The fields of one file that go. */
struct edits {
	struct rec_edit *items;
	size_t count, cap;
	struct arena arena;
	bool stays;           /* something that names the person was told to stay */
};

static bool have(const struct edits *x, const char *id, const char *name)
{
	for (size_t i = 0; i < x->count; i++)
		if (strcmp(x->items[i].id, id) == 0 && strcmp(x->items[i].name, name) == 0)
			return true;
	return false;
}

/* The history is told that something went, not what. */
static void log_edit(struct disposal *d, const struct record_type *t, const struct field *field, const char *file, const char *id)
{
	struct change c = {.kind = CHANGE_SET, .type = t, .field = field, .file = arena_strdup(&d->log.arena, file),
	                   .id = arena_strdup(&d->log.arena, id)};

	strings_add(&c.before, DISPOSAL_MARK, &d->log.arena);
	VEC_PUSH(&d->log, c);
}

static void goes(struct edits *x, struct disposal *d, const struct record_type *t, const struct field *field, const char *file,
                 const char *id, int line, const char *value)
{
	disposal_found(d, true, file, line, "%s: %s %s", _(t->label), _(field->label), value);
	if (have(x, id, field->name))
		return;
	VEC_PUSH(x, ((struct rec_edit){.kind = REC_SET, .type = t->name, .id = arena_strdup(&x->arena, id), .name = field->name}));
	log_edit(d, t, field, file, id);
}

static char *field_value(const struct rec_doc *doc, const struct rec_record *r, const char *name, struct arena *a)
{
	const struct rec_field *f = rec_find(doc, r, name, 0);

	return f ? rec_value(doc, f, a) : NULL;
}

static void look_at(const struct rec_doc *doc, const struct rec_record *r, const char *file, const struct person *p, struct edits *x,
                    struct disposal *d)
{
	const char *type = r->type >= 0 ? doc->types[r->type].name : "";
	const struct record_type *t = record_type_by_name(type, strlen(type));
	const char *id = field_value(doc, r, "Id", &x->arena), *person = field_value(doc, r, "Person", &x->arena);
	bool holds = t && id && person && person_is(p, person);

	for (size_t i = 0; i < r->count; i++) {
		const struct rec_field *f = &doc->fields[r->first + i];
		const struct field *field = t ? record_field(t, doc->bytes + f->name, f->name_len) : NULL;
		const char *value = rec_value(doc, f, &x->arena);

		if (id && field && (person_owns(p, field, value) || (holds && (field->flags & FIELD_CONTACT)))) {
			goes(x, d, t, field, file, id, f->line, value);
		} else if (person_in(p, value)) {
			x->stays = true;
			disposal_found(d, false, file, f->line, _("Namnet eller adressen står i %.*s; ändra där om det ska bort."),
			               (int)f->name_len, doc->bytes + f->name);
		} else if (holds && field && field->type == FIELD_LINES) {
			disposal_found(d, false, file, f->line, _("%s på samma post kan ha uppgifter om personen; läs den."), _(field->label));
		}
	}
}

static bool change_file(const struct folder *f, const char *name, const struct buf *before, const struct edits *x,
                        const struct person *p, struct disposal *d, struct error *e)
{
	struct disposal_file file = {.name = mem_strdup(name)};
	const char *why = folder_readonly(f, name);
	bool ok = true;

	if (x->count > 0) {
		ok = why ? error_set_at(e, ERROR_READONLY, name, 0, "%s", why)
		         : rec_apply(buf_cstr(before), before->len, x->items, x->count, &file.bytes, e);
		sha256(before->data, before->len, file.base);
	}
	if (ok && !x->stays && person_in_bytes(p, x->count ? file.bytes.data : before->data, x->count ? file.bytes.len : before->len))
		disposal_found(d, false, name, 0, _("Namnet eller adressen står i en kommentar eller på en rad som inte går att läsa."));
	if (ok && x->count > 0) {
		VEC_PUSH(&d->files, file);
	} else {
		buf_release(&file.bytes);
		free(file.name);
	}
	return ok;
}

static bool one_file(const struct folder *f, const char *name, const struct person *p, struct disposal *d, struct error *e)
{
	struct edits x = {0};
	struct buf bytes = {0};
	struct rec_doc doc;
	bool ok = store_read(f->io, f->dir, name, IO_FILE_MAX, &bytes, NULL, e);

	if (ok && person_in_bytes(p, bytes.data, bytes.len)) {
		rec_parse(buf_cstr(&bytes), bytes.len, name, &doc, NULL);
		for (size_t i = 0; i < doc.records_count; i++)
			look_at(&doc, &doc.records[i], name, p, &x, d);
		rec_doc_release(&doc);
		ok = change_file(f, name, &bytes, &x, p, d, e);
	}
	buf_release(&bytes);
	free(x.items);
	arena_release(&x.arena);
	return ok;
}

bool disposal_records(const struct folder *f, const struct person *p, struct disposal *d, struct error *e)
{
	struct names names = {0};
	struct diagnostics listed = {0};
	bool ok = true;

	folder_list(f, &names, &listed);
	for (size_t i = 0; ok && i < names.count; i++)
		if (strlen(names.items[i]) > 4 && strcmp(names.items[i] + strlen(names.items[i]) - 4, ".rec") == 0)
			ok = one_file(f, names.items[i], p, d, e);
	for (size_t i = 0; ok && i < listed.count; i++) /* a folder of records that cannot be read */
		if (listed.items[i].level == DIAGNOSTIC_FAULT)
			ok = error_set_at(e, ERROR_IO, listed.items[i].file, 0, "%s", listed.items[i].text);
	diagnostics_release(&listed);
	names_release(&names);
	return ok;
}
