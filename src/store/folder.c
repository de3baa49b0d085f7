/* A council folder: opening, closing, and reading what changed. */
#include "folder_local.h"

#include "io_local.h"
#include "radsbord/base/language.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct folder_file *folder_file_find(const struct folder *f, const char *name)
{
	for (size_t i = 0; i < f->files.count; i++)
		if (strcmp(f->files.items[i]->name, name) == 0)
			return f->files.items[i];
	return NULL;
}

static void insert(struct folder *f, struct folder_file *file)
{
	size_t at = f->files.count;

	VEC_PUSH(&f->files, file);
	for (; at > 0 && strcmp(f->files.items[at - 1]->name, file->name) > 0; at--)
		f->files.items[at] = f->files.items[at - 1];
	f->files.items[at] = file;
}

static void drop(struct folder *f, struct folder_file *file)
{
	size_t at = 0;

	while (f->files.items[at] != file)
		at++;
	folder_file_free(file);
	f->files.count--;
	memmove(&f->files.items[at], &f->files.items[at + 1], (f->files.count - at) * sizeof *f->files.items);
}

bool folder_file_update(struct folder *f, const char *name, struct buf *bytes)
{
	struct folder_file *file = folder_file_find(f, name);
	bool changed;

	if (!file) {
		file = folder_file_new(name);
		insert(f, file);
	}
	changed = folder_file_read(file, f, bytes);
	/* Never seen and not there: nothing to show, nothing to protect. */
	if (file->absent && strcmp(name, FOLDER_SETTINGS) != 0) {
		drop(f, file);
		return false;
	}
	return changed;
}

static void add_all(struct diagnostics *to, const struct diagnostics *from)
{
	for (size_t i = 0; i < from->count; i++) {
		const struct diagnostic *d = &from->items[i];

		diagnostics_add(to, d->level, d->file, d->line, "%s", d->text);
	}
}

static void join_records(struct folder *f)
{
	struct records **parts = mem_alloc((f->files.count + 1) * sizeof *parts);

	for (size_t i = 0; i < f->files.count; i++)
		parts[i] = &f->files.items[i]->records;
	records_join(&f->records, parts, f->files.count);
	free(parts);
}

void folder_rebuild(struct folder *f)
{
	const struct folder_file *settings = folder_file_find(f, FOLDER_SETTINGS);

	diagnostics_release(&f->diagnostics);
	add_all(&f->diagnostics, &f->recovered);
	add_all(&f->diagnostics, &f->listed);
	add_all(&f->diagnostics, &f->history);
	join_records(f);
	for (size_t i = 0; i < f->files.count; i++)
		add_all(&f->diagnostics, &f->files.items[i]->found);
	free(f->readonly);
	f->readonly = settings && settings->readonly && settings->format != FOLDER_FORMAT ? mem_strdup(settings->readonly) : NULL;
	if (settings)
		folder_settings_copy(&f->settings, &settings->settings);
}

/* True when the findings are other ones. */
static bool differs(const struct diagnostics *a, const struct diagnostics *b)
{
	if (a->count != b->count)
		return true;
	for (size_t i = 0; i < a->count; i++)
		if (strcmp(a->items[i].text, b->items[i].text) != 0 ||
		    strcmp(a->items[i].file ? a->items[i].file : "", b->items[i].file ? b->items[i].file : "") != 0)
			return true;
	return false;
}

bool folder_refresh(struct folder *f)
{
	struct names names = {0}, known = {0};
	struct diagnostics listed = {0};
	bool changed;

	folder_list(f, &names, &listed);
	changed = differs(&listed, &f->listed);
	diagnostics_release(&f->listed);
	f->listed = listed;
	for (size_t i = 0; i < f->files.count; i++)
		VEC_PUSH(&known, mem_strdup(f->files.items[i]->name));
	changed |= folder_file_update(f, FOLDER_SETTINGS, NULL);
	for (size_t i = 0; i < known.count; i++)
		if (strcmp(known.items[i], FOLDER_SETTINGS) != 0)
			changed |= folder_file_update(f, known.items[i], NULL);
	for (size_t i = 0; i < names.count; i++)
		if (!folder_file_find(f, names.items[i]))
			changed |= folder_file_update(f, names.items[i], NULL);
	names_release(&names);
	names_release(&known);
	if (changed)
		folder_rebuild(f);
	return changed;
}

/* A folder that was killed while it was made has its rad.ini in the commit record only. */
static bool is_council(const struct folder *f, struct error *e)
{
	struct names names = {0};
	bool found = false;

	if (!io_list(f->dir, ".", &names, e))
		return error_set(e, e ? e->code : ERROR_IO, _("Rådets mapp %.300s kan inte läsas; kontrollera att den finns "
		                 "och att du har rättigheter till den."), f->path);
	for (size_t i = 0; i < names.count; i++)
		found |= strcmp(names.items[i], FOLDER_SETTINGS) == 0 ||
		         strncmp(names.items[i], ".rb-commit-", 11) == 0;
	names_release(&names);
	return found || error_set(e, ERROR_NOT_FOUND,
	                          _("%.300s är ingen rådsmapp, för den har ingen rad.ini; välj en annan mapp eller gör "
	                          "en ny med radsbord ny."), f->path);
}

static void recover(struct folder *f, const struct store_writer *w)
{
	struct error e = {0};

	if (w && !store_recover(f->io, f->dir, w, &f->recovered, &e))
		diagnostics_add(&f->recovered, DIAGNOSTIC_WARNING, e.file[0] ? e.file : NULL, 0, "%s", e.text);
}

struct folder *folder_open(const char *path, const struct io *io, const struct store_writer *w, struct error *e)
{
	char *real = realpath(path, NULL);
	struct folder *f;
	int err = errno;

	if (!real) {
		error_set(e, err == ENOENT ? ERROR_NOT_FOUND : ERROR_IO, _("Rådets mapp %.300s kan inte öppnas: %s."), path,
		          store_errno_text(err));
		return NULL;
	}
	f = mem_alloc(sizeof *f);
	f->path = mem_strdup(path);
	f->io = io;
	f->point = w ? w->random[0] : 0;
	f->dir = io->open(io->ctx, AT_FDCWD, real, O_RDONLY | O_DIRECTORY, 0);
	err = errno;
	free(real);
	if (f->dir < 0)
		error_set(e, ERROR_IO, _("Rådets mapp %.300s kan inte öppnas: %s."), path, store_errno_text(err));
	if (f->dir < 0 || !is_council(f, e)) {
		folder_close(&f);
		return NULL;
	}
	recover(f, w);
	folder_refresh(f);
	folder_rebuild(f);
	return f;
}

void folder_close(struct folder **f)
{
	struct folder *old = *f;

	*f = NULL;
	if (!old)
		return;
	for (size_t i = 0; i < old->files.count; i++)
		folder_file_free(old->files.items[i]);
	free(old->files.items);
	records_release(&old->records);
	folder_settings_release(&old->settings);
	diagnostics_release(&old->recovered);
	diagnostics_release(&old->listed);
	diagnostics_release(&old->history);
	diagnostics_release(&old->diagnostics);
	conflict_release(&old->conflict);
	if (old->dir >= 0)
		old->io->close(old->io->ctx, old->dir);
	free(old->readonly);
	free(old->path);
	free(old);
}

const char *folder_path(const struct folder *f)
{
	return f->path;
}

const struct records *folder_records(const struct folder *f)
{
	return &f->records;
}

const struct council_settings *folder_settings(const struct folder *f)
{
	return &f->settings;
}

bool folder_read(const struct folder *f, const char *name, size_t max, struct buf *out, struct error *e)
{
	if (!store_name_ok(name))
		return error_set(e, ERROR_DATA, _("”%.200s” är inget namn på en fil i rådets mapp. Skriv till exempel mall.docx."), name);
	return io_read_file(f->io, f->dir, name, max, out, e);
}

const struct diagnostics *folder_diagnostics(const struct folder *f)
{
	return &f->diagnostics;
}

const struct conflict *folder_conflict(const struct folder *f)
{
	return &f->conflict;
}

const struct store_lock_owner *folder_lock_owner(const struct folder *f)
{
	return &f->lock_owner;
}

const char *folder_conflict_copy(const struct folder *f)
{
	for (size_t i = 0; i < f->listed.count; i++)
		if (f->listed.items[i].file && folder_name_is_conflict(f->listed.items[i].file))
			return f->listed.items[i].file;
	return NULL;
}

const char *folder_readonly(const struct folder *f, const char *file)
{
	const struct folder_file *found = file ? folder_file_find(f, file) : NULL;

	if (f->readonly)
		return f->readonly;
	return found ? found->readonly : NULL;
}
