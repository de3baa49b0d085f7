/* Drafts on the disk: all of a session's in one file, replaced as a whole. A personnummer with separator or century is
 * masked, as everywhere that outlives the text. */
#include "radsbord/store/local.h"

#include "change_text.h"
#include "rec_local.h"

#include "radsbord/base/date.h"
#include "radsbord/base/guard.h"

#include <stdlib.h>
#include <string.h>

/* The members that are text, by their names in the file. */
struct member {
	const char *name;
	char **text;
};
enum { MEMBERS = 6 };

static void members_of(struct draft *d, struct member out[MEMBERS])
{
	const struct member rows[MEMBERS] = {{"Rubrik", &d->title}, {"Sida", &d->pane}, {"Kommando", &d->command},
	                                     {"Typ", &d->type},     {"Post", &d->id},   {"Fil", &d->file}};

	memcpy(out, rows, sizeof rows);
}

static void write_one(const struct draft *d, struct buf *out)
{
	struct draft shown = *d;
	struct member members[MEMBERS];
	struct buf time = {0};

	members_of(&shown, members);
	utc_format(&time, d->utc);
	buf_printf(out, "\nTid: %s\n", buf_cstr(&time));
	for (size_t i = 0; i < MEMBERS; i++)
		if (*members[i].text)
			change_text_field(members[i].name, *members[i].text, GUARD_ASK_REMOVE, out);
	for (size_t i = 0; i < d->marked_count; i++)
		rec_write_field(out, "Markerad", d->marked[i], "\n");
	for (size_t i = 0; i < d->count; i++) {
		rec_write_field(out, "Falt", d->items[i].label, "\n");
		change_text_field("Text", d->items[i].text, GUARD_ASK_REMOVE, out);
	}
	buf_release(&time);
}

bool drafts_write(struct local *l, const struct drafts *d, struct error *e)
{
	struct buf out = {0};
	bool ok;

	if (d->count == 0)
		return local_remove(l, LOCAL_DRAFTS, e);
	buf_str(&out, "%rec: Utkast\n%doc: Det som skrevs i Rådsbord och inte hann sparas.\n");
	for (size_t i = 0; i < d->count; i++)
		write_one(&d->items[i], &out);
	ok = local_write(l, LOCAL_DRAFTS, buf_cstr(&out), out.len, e);
	buf_release(&out);
	return ok;
}

static void read_one(const struct rec_doc *doc, const struct rec_record *r, struct draft *d)
{
	struct member members[MEMBERS];
	struct arena a = {0};

	members_of(d, members);
	for (size_t i = 0; i < r->count; i++) {
		const struct rec_field *f = &doc->fields[r->first + i];
		const char *value = rec_value(doc, f, &a);

		for (size_t k = 0; k < MEMBERS; k++)
			if (rec_name_is(doc, f, members[k].name) && !*members[k].text)
				*members[k].text = mem_strdup(value);
		if (rec_name_is(doc, f, "Tid"))
			utc_parse(value, &d->utc);
		else if (rec_name_is(doc, f, "Markerad"))
			draft_add_marked(d, value);
		else if (rec_name_is(doc, f, "Falt"))
			draft_add(d, value, "");
		else if (rec_name_is(doc, f, "Text") && d->count > 0) {
			free(d->items[d->count - 1].text);
			d->items[d->count - 1].text = mem_strdup(value);
		}
	}
	arena_release(&a);
}

void drafts_read(struct local *l, struct drafts *out)
{
	struct buf bytes = {0};
	struct rec_doc doc;

	if (local_take_over(l, LOCAL_DRAFTS) && local_read(l, LOCAL_DRAFTS, &bytes, NULL)) {
		/* Whatever can be read of it: it is somebody's text. */
		rec_parse(buf_cstr(&bytes), bytes.len, LOCAL_DRAFTS, &doc, NULL);
		for (size_t i = 0; i < doc.records_count; i++) {
			struct draft d = {0};

			read_one(&doc, &doc.records[i], &d);
			if (d.count > 0)
				VEC_PUSH(out, d);
			else
				draft_release(&d);
		}
		rec_doc_release(&doc);
	}
	buf_release(&bytes);
}
