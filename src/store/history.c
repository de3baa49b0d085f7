/* Reading the history back. */
#include "history_local.h"

#include "change_text.h"
#include "folder_local.h"
#include "io_local.h"
#include "radsbord/base/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Newest month first, and in it the last part. */
static int newest_first(const void *a, const void *b)
{
	const char *x = *(char *const *)a, *y = *(char *const *)b;
	char first[8], second[8];
	int p, q, order;

	if (!history_name_read(x, first, &p) || !history_name_read(y, second, &q))
		return strcmp(y, x);
	order = strcmp(second, first);
	return order ? order : q - p;
}

bool history_files(int dir, struct names *out, struct error *e)
{
	struct names all = {0};
	struct error own = {0};
	char month[8];
	int part;
	bool ok = io_list(dir, HISTORY_FOLDER, &all, &own) || own.code == ERROR_NOT_FOUND;

	names_release(out);
	if (!ok && e)
		*e = own;
	if (all.count > 0)
		qsort(all.items, all.count, sizeof *all.items, newest_first);
	for (size_t i = 0; i < all.count; i++)
		if (history_name_read(all.items[i], month, &part))
			VEC_PUSH(out, mem_printf(HISTORY_FOLDER "/%s", all.items[i]));
	names_release(&all);
	return ok;
}

/* True when a line of the bytes may be about one of the records; spares reading most files of a long history. */
static bool may_have(const struct buf *bytes, const struct strings *ids)
{
	bool found = !ids;

	for (size_t i = 0; ids && !found && i < ids->count; i++) {
		char *line = mem_printf("Post: %s", ids->items[i]);

		found = memmem(buf_cstr(bytes), bytes->len, line, strlen(line)) != NULL;
		free(line);
	}
	return found;
}

static void read_part(const struct buf *bytes, const char *name, const struct strings *ids, size_t limit,
                      struct history *out, struct diagnostics *d)
{
	struct rec_doc doc;
	const char *place = arena_strdup(&out->arena, name);

	rec_parse(buf_cstr(bytes), bytes->len, name, &doc, d);
	for (size_t i = doc.records_count; i-- > 0 && (limit == 0 || out->count < limit);) {
		const struct rec_record *r = &doc.records[i];
		struct history_event event;

		if (!change_text_read(&doc, r, &out->arena, &event)) {
			if (d)
				diagnostics_add(d, DIAGNOSTIC_WARNING, name, r->line,
				                _("Händelsen är ofullständig och visas inte; rätta den, eller låt den stå."));
			continue;
		}
		event.place = place;
		if (!ids || strings_has(ids, event.id))
			VEC_PUSH(out, event);
	}
	rec_doc_release(&doc);
}

void history_read(const struct io *io, int dir, const struct strings *ids, size_t limit, struct history *out,
                  struct diagnostics *d)
{
	struct names names = {0};
	struct buf bytes = {0};
	struct error e = {0};

	if (!history_files(dir, &names, &e) && d)
		diagnostics_add(d, DIAGNOSTIC_WARNING, HISTORY_FOLDER, 0, "%s", e.text);
	for (size_t i = 0; i < names.count && (limit == 0 || out->count < limit); i++) {
		error_clear(&e);
		if (store_read(io, dir, names.items[i], IO_FILE_MAX, &bytes, NULL, &e)) {
			if (may_have(&bytes, ids))
				read_part(&bytes, names.items[i], ids, limit, out, d);
		} else if (d) {
			diagnostics_add(d, DIAGNOSTIC_WARNING, names.items[i], 0, "%s", e.text);
		}
	}
	buf_release(&bytes);
	names_release(&names);
}

void folder_history(const struct folder *f, const struct strings *ids, size_t limit, struct history *out,
                    struct diagnostics *d)
{
	history_read(f->io, f->dir, ids, limit, out, d);
}

void folder_history_check(const struct folder *f, struct diagnostics *d)
{
	struct names names = {0};
	struct buf bytes = {0};
	struct error e = {0};

	if (!history_files(f->dir, &names, &e))
		diagnostics_add(d, DIAGNOSTIC_WARNING, HISTORY_FOLDER, 0, "%s", e.text);
	for (size_t i = 0; i < names.count; i++) {
		struct history part = {0};

		if (store_read(f->io, f->dir, names.items[i], IO_FILE_MAX, &bytes, NULL, &e))
			read_part(&bytes, names.items[i], NULL, 0, &part, d);
		else
			diagnostics_add(d, DIAGNOSTIC_WARNING, names.items[i], 0, "%s", e.text);
		history_release(&part);
	}
	buf_release(&bytes);
	names_release(&names);
}
