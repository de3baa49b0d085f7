#include "change_text.h"

#include "rec_local.h"

#include "radsbord/base/date.h"

#include <string.h>

static const char *const kinds[] = {[CHANGE_SET] = "andrad", [CHANGE_ADD] = "ny", [CHANGE_REMOVE] = "borttagen"};

void change_text_field(const char *name, const char *value, enum guard_level mask, struct buf *out)
{
	struct buf masked = {0};

	if (mask != GUARD_NONE)
		guard_mask(&masked, value, mask);
	rec_write_field(out, name, mask != GUARD_NONE ? buf_cstr(&masked) : value, "\n");
	buf_release(&masked);
}

static void write_values(const char *name, const struct strings *values, enum guard_level mask, struct buf *out)
{
	for (size_t i = 0; i < values->count; i++)
		change_text_field(name, values->items[i], mask, out);
}

static bool goes_on(const struct change *first, const struct change *c)
{
	return c->kind == CHANGE_SET && first->kind == CHANGE_SET && c->type == first->type &&
	       strcmp(c->id, first->id) == 0 && strcmp(c->file, first->file) == 0;
}

size_t change_text_write(const struct changes *c, size_t i, enum guard_level mask, struct buf *out)
{
	const struct change *first = &c->items[i];

	rec_write_field(out, "Slag", kinds[first->kind], "\n");
	rec_write_field(out, "Typ", first->type->name, "\n");
	rec_write_field(out, "Post", first->id, "\n");
	rec_write_field(out, "Fil", first->file, "\n");
	for (size_t k = 0; first->kind != CHANGE_SET && k < first->fields_count; k++) {
		rec_write_field(out, "Falt", first->fields[k].field->name, "\n");
		write_values(first->kind == CHANGE_ADD ? "Till" : "Fran", &first->fields[k].values, mask, out);
	}
	if (first->kind != CHANGE_SET)
		return i + 1;
	for (; i < c->count && goes_on(first, &c->items[i]); i++) {
		rec_write_field(out, "Falt", c->items[i].field->name, "\n");
		write_values("Fran", &c->items[i].before, mask, out);
		write_values("Till", &c->items[i].after, mask, out);
	}
	return i;
}

/* ---- reading -------------------------------------------------------------------------------------------------- */

static bool read_kind(const char *word, enum change_kind *kind)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i], word) == 0) {
			*kind = (enum change_kind)i;
			return true;
		}
	return false;
}

/* One field of the record into the event. */
static bool read_field(struct history_event *e, const char *name, char *value, struct arena *a, bool *kind_known)
{
	const struct {
		const char *name;
		const char **to;
	} texts[] = {{"Vem", &e->who},  {"Dator", &e->host}, {"Steg", &e->title}, {"Transaktion", &e->step},
	             {"Typ", &e->type}, {"Post", &e->id},    {"Fil", &e->file}};
	struct history_field *last = e->count ? &e->fields[e->count - 1] : NULL;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (strcmp(texts[i].name, name) == 0) {
			*texts[i].to = value;
			return true;
		}
	if (strcmp(name, "Tid") == 0)
		return utc_parse(value, &e->utc);
	if (strcmp(name, "Slag") == 0)
		return *kind_known = read_kind(value, &e->kind);
	if (strcmp(name, "Falt") == 0)
		e->fields[e->count++] = (struct history_field){.name = value};
	else if (last && strcmp(name, "Fran") == 0)
		strings_add(&last->before, value, a);
	else if (last && strcmp(name, "Till") == 0)
		strings_add(&last->after, value, a);
	return true;
}

bool change_text_read(const struct rec_doc *doc, const struct rec_record *r, struct arena *a, struct history_event *out)
{
	bool ok = true, kind_known = false;

	*out = (struct history_event){.line = r->line};
	out->fields = arena_alloc(a, (r->count + 1) * sizeof *out->fields);
	for (size_t i = 0; ok && i < r->count; i++) {
		const struct rec_field *f = &doc->fields[r->first + i];
		char *name = arena_strndup(a, doc->bytes + f->name, f->name_len);

		ok = read_field(out, name, rec_value(doc, f, a), a, &kind_known);
	}
	if (!ok || !kind_known || !out->type || !out->id || !out->file)
		return false;
	out->record = record_type_by_name(out->type, strlen(out->type));
	for (size_t i = 0; out->record && i < out->count; i++)
		out->fields[i].field = record_field(out->record, out->fields[i].name, strlen(out->fields[i].name));
	return true;
}

static struct strings copied(const struct strings *from, struct arena *a)
{
	struct strings to = {0};

	for (size_t i = 0; i < from->count; i++)
		strings_add(&to, arena_strdup(a, from->items[i]), a);
	return to;
}

static void add_set(const struct history_event *event, const struct history_field *f, struct changes *to)
{
	struct change c = {.kind = CHANGE_SET, .type = event->record, .field = f->field,
	                   .file = arena_strdup(&to->arena, event->file), .id = arena_strdup(&to->arena, event->id),
	                   .before = copied(&f->before, &to->arena), .after = copied(&f->after, &to->arena)};

	VEC_PUSH(to, c);
}

static void add_whole(const struct history_event *event, struct changes *to)
{
	struct change c = {.kind = event->kind, .type = event->record, .file = arena_strdup(&to->arena, event->file),
	                   .id = arena_strdup(&to->arena, event->id)};

	c.fields = arena_alloc(&to->arena, (event->count + 1) * sizeof *c.fields);
	for (size_t i = 0; i < event->count; i++) {
		const struct history_field *f = &event->fields[i];

		c.fields[c.fields_count++] = (struct change_value){
			.field = f->field, .values = copied(event->kind == CHANGE_ADD ? &f->after : &f->before, &to->arena)};
	}
	VEC_PUSH(to, c);
}

bool change_text_add(const struct history_event *event, struct changes *to)
{
	if (!event->record)
		return false;
	for (size_t i = 0; i < event->count; i++)
		if (!event->fields[i].field)
			return false;
	if (event->kind != CHANGE_SET)
		add_whole(event, to);
	else
		for (size_t i = 0; i < event->count; i++)
			add_set(event, &event->fields[i], to);
	return true;
}
