/* The undo list on the disk. It is written after the commit and before anyone is told that it is saved. Killed between the
 * two, the list lacks the step, or still has one that was undone: undoing that again finds it made already. */
#include "radsbord/store/local.h"

#include "change_text.h"
#include "rec_local.h"

#include <stdlib.h>
#include <string.h>

void steps_clear(struct steps *s)
{
	for (size_t i = 0; i < s->count; i++)
		changes_release(&s->items[i]);
	s->count = 0;
}

void steps_release(struct steps *s)
{
	steps_clear(s);
	free(s->items);
	*s = (struct steps){0};
}

static void write_time(int64_t utc, struct buf *out)
{
	struct buf time = {0};

	if (utc == 0)
		return;
	utc_format(&time, utc);
	rec_write_field(out, "Tid", buf_cstr(&time), "\n");
	buf_release(&time);
}

static void write_step(const struct changes *c, const char *list, size_t number, struct buf *out)
{
	for (size_t i = 0; i < c->count;) {
		buf_printf(out, "\nLista: %s\nNr: %zu\n", list, number);
		if (c->title)
			rec_write_field(out, "Steg", c->title, "\n");
		if (c->title && c->form)
			rec_write_field(out, "Form", c->form, "\n");
		write_time(c->utc, out);
		i = change_text_write(c, i, GUARD_NONE, out);
	}
}

/* The newest steps that fit, in their order. */
static void write_list(const struct steps *s, const char *list, struct buf *out)
{
	struct buf *texts = mem_alloc((s->count + 1) * sizeof *texts);
	size_t first = s->count, bytes = 0;

	while (first > 0 && bytes <= UNDO_BYTES_MAX / 2) {
		first--;
		write_step(&s->items[first], list, first, &texts[first]);
		bytes += texts[first].len;
	}
	if (bytes > UNDO_BYTES_MAX / 2)
		first++;
	for (size_t i = 0; i < s->count; i++) {
		if (i >= first)
			buf_add(out, buf_cstr(&texts[i]), texts[i].len);
		buf_release(&texts[i]);
	}
	free(texts);
}

bool undo_write(struct local *l, const struct steps *undo, const struct steps *redo, struct error *e)
{
	struct buf out = {0};
	bool ok;

	buf_str(&out, "%rec: Handelse\n%doc: Rådsbords ångralista för ett råd, på den här datorn.\n");
	write_list(undo, "angra", &out);
	write_list(redo, "gor_om", &out);
	ok = local_write(l, LOCAL_UNDO, buf_cstr(&out), out.len, e);
	buf_release(&out);
	return ok;
}

/* ---- reading -------------------------------------------------------------------------------------------------- */

static bool field_is(const struct rec_doc *doc, const struct rec_record *r, const char *name, const char *value)
{
	const struct rec_field *f = rec_find(doc, r, name, 0);

	return f && rec_value_is(doc, f, value);
}

/* Takes one record into the list; a new Nr begins a new step. */
static bool read_record(const struct rec_doc *doc, const struct rec_record *r, struct steps *to, char **number)
{
	const struct rec_field *f = rec_find(doc, r, "Nr", 0);
	struct arena a = {0};
	struct history_event event;
	char *nr = f ? mem_strdup(rec_value(doc, f, &a)) : mem_strdup("");
	struct changes *step;
	bool ok = change_text_read(doc, r, &a, &event), new = !*number || strcmp(*number, nr) != 0;

	free(*number);
	*number = nr;
	if (new)
		VEC_PUSH(to, (struct changes){.title = NULL});
	if (to->count == 0) { /* more of a step that is left out */
		arena_release(&a);
		return true;
	}
	step = &to->items[to->count - 1];
	if (ok && event.title && !step->title) {
		const struct rec_field *form = rec_find(doc, r, "Form", 0);

		step->title = arena_strdup(&step->arena, event.title);
		step->form = form ? arena_strdup(&step->arena, rec_value(doc, form, &a)) : NULL;
	}
	step->utc = ok ? event.utc : step->utc;
	ok = ok && change_text_add(&event, step);
	arena_release(&a);
	return ok;
}

static void read_list(const struct rec_doc *doc, const char *list, struct steps *to)
{
	char *number = NULL;

	for (size_t i = 0; i < doc->records_count; i++)
		if (field_is(doc, &doc->records[i], "Lista", list) && !read_record(doc, &doc->records[i], to, &number))
			steps_clear(to);
	free(number);
}

void undo_read(const struct local *l, struct steps *undo, struct steps *redo)
{
	struct buf bytes = {0};
	struct rec_doc doc;

	if (local_read(l, LOCAL_UNDO, &bytes, NULL)) {
		rec_parse(buf_cstr(&bytes), bytes.len, LOCAL_UNDO, &doc, NULL);
		if (!doc.damaged) {
			read_list(&doc, "angra", undo);
			read_list(&doc, "gor_om", redo);
		}
		rec_doc_release(&doc);
	}
	buf_release(&bytes);
}
