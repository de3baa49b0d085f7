/* Gallring: what there is to do, and doing it. */
#include "disposal_local.h"

#include "folder_local.h"
#include "history_local.h"
#include "io_local.h"
#include "radsbord/base/language.h"
#include "radsbord/base/sha256.h"
#include "radsbord/store/local.h"

#include <stdlib.h>
#include <string.h>

void disposal_found(struct disposal *d, bool goes, const char *file, int line, const char *fmt, ...)
{
	struct disposal_item item = {.goes = goes, .file = mem_strdup(file), .line = line};
	va_list ap;

	va_start(ap, fmt);
	item.text = mem_vprintf(fmt, ap);
	va_end(ap);
	VEC_PUSH(&d->found, item);
	d->going += goes;
}

bool disposal_of_person(const struct folder *f, const char *state, const char *name, struct disposal *out, struct error *e)
{
	struct person p;
	bool ok;

	*out = (struct disposal){0};
	ok = person_learn(&p, name, f, e);
	ok = ok && (*p.folded || error_set(e, ERROR_USAGE, _("Skriv personens namn, som det står i rådets filer.")));
	ok = ok && disposal_records(f, &p, out, e) && disposal_history(f, &p, out, e) && disposal_local(f, state, &p, 0, out, e) &&
	     disposal_salvage(f, &p, 0, out, e);
	if (ok)
		disposal_others(f, &p, out);
	changes_title(&out->log, "Gallring av kontaktuppgifter");
	person_release(&p);
	if (!ok)
		disposal_release(out);
	return ok;
}

bool disposal_of_year(const struct folder *f, const char *state, int year, struct disposal *out, struct error *e)
{
	bool ok;

	*out = (struct disposal){0};
	ok = disposal_local(f, state, NULL, year, out, e) && disposal_salvage(f, NULL, year, out, e);
	if (!ok)
		disposal_release(out);
	return ok;
}

/* ---- doing it ---- */

static bool make_local(const struct folder *f, const char *state, const struct disposal_local *file, struct error *e)
{
	struct local *l = file->place ? local_open_place(f->io, state, f->path, file->place, e)
	                              : local_open_shared(f->io, state, f->path, true, e);
	struct buf now = {0};
	char hash[65];
	bool ok = l && local_read(l, file->name, &now, e);

	sha256(now.data, now.len, hash);
	ok = ok && (strcmp(hash, file->base) == 0 ||
	            error_set(e, ERROR_CONFLICT, _("%s på den här datorn har ändrats sedan den lästes; gör om gallringen."), file->name));
	if (ok)
		ok = file->removed ? local_remove(l, file->name, e) : local_write(l, file->name, buf_cstr(&file->bytes), file->bytes.len, e);
	buf_release(&now);
	local_close(&l);
	return ok;
}

static bool all_of_them(void *ctx, const char *file)
{
	(void)ctx;
	(void)file;
	return true;
}

/* The line that tells of it joins the part of the history it is to stand in, which may be one that is rewritten. */
static size_t add_log(const struct history_entry *entry, const struct disposal *d, struct store_file *set, struct buf *joined)
{
	if (!entry->name)
		return 0;
	for (size_t i = 0; i < d->files.count; i++)
		if (strcmp(d->files.items[i].name, entry->name) == 0) {
			buf_add(joined, set[i].bytes, set[i].len);
			if (joined->len > 0 && joined->data[joined->len - 1] != '\n')
				buf_char(joined, '\n');
			buf_add(joined, entry->text.data, entry->text.len);
			set[i].bytes = joined->data;
			set[i].len = joined->len;
			return 0;
		}
	set[d->files.count] = (struct store_file){.name = entry->name, .bytes = buf_cstr(&entry->text), .len = entry->text.len,
	                                          .append = true, .head = history_head};
	return 1;
}

static bool make_files(const struct folder *f, const struct disposal *d, const struct store_writer *w, struct error *e)
{
	struct store_file *set = mem_alloc((d->files.count + 1) * sizeof *set);
	struct history_entry entry = {0};
	struct diagnostics found = {0};
	struct buf joined = {0};
	size_t count = d->files.count;
	bool ok;

	for (size_t i = 0; i < count; i++)
		set[i] = (struct store_file){.name = d->files.items[i].name, .base_hash = d->files.items[i].base,
		                             .bytes = buf_cstr(&d->files.items[i].bytes), .len = d->files.items[i].bytes.len};
	history_prepare(f->io, f->dir, &d->log, all_of_them, NULL, w, &entry, &found);
	count += add_log(&entry, d, set, &joined);
	ok = store_commit(f->io, f->dir, set, count, w, NULL, e);
	buf_release(&joined);
	history_entry_release(&entry);
	diagnostics_release(&found);
	free(set);
	return ok;
}

bool disposal_make(const struct folder *f, const char *state, const struct disposal *d, const struct store_writer *w, struct error *e)
{
	bool ok = true;

	if (d->running)
		return error_set(e, ERROR_LOCKED, _("Rådsbord är öppet på den här datorn och har en ångralista. Avsluta det och gör om "
		                 "gallringen."));
	if (d->files.count > 0 && folder_readonly(f, FOLDER_SETTINGS))
		return error_set_at(e, ERROR_READONLY, FOLDER_SETTINGS, 0, "%s", folder_readonly(f, FOLDER_SETTINGS));
	for (size_t i = 0; ok && i < d->local.count; i++)
		ok = make_local(f, state, &d->local.items[i], e);
	for (size_t i = 0; ok && i < d->salvage.count; i++)
		ok = folder_leftover_remove(f, state, &d->salvage.items[i], e);
	return ok && (d->files.count == 0 || make_files(f, d, w, e));
}

void disposal_release(struct disposal *d)
{
	for (size_t i = 0; i < d->found.count; i++) {
		free(d->found.items[i].file);
		free(d->found.items[i].text);
	}
	for (size_t i = 0; i < d->files.count; i++) {
		free(d->files.items[i].name);
		buf_release(&d->files.items[i].bytes);
	}
	for (size_t i = 0; i < d->local.count; i++) {
		free(d->local.items[i].name);
		buf_release(&d->local.items[i].bytes);
	}
	free(d->found.items);
	free(d->files.items);
	free(d->local.items);
	leftovers_release(&d->salvage);
	changes_release(&d->log);
	*d = (struct disposal){0};
}
