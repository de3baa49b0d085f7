#include "radsbord/store/upgrade.h"

#include "folder_local.h"
#include "ini_local.h"
#include "io_local.h"
#include "rec_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/sha256.h"
#include "radsbord/store/ini.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct upgrade_step upgrade_steps[] = {{0}};

int folder_format(void)
{
	return FOLDER_FORMAT;
}

static void files_release(struct upgrade_files *files)
{
	for (size_t i = 0; i < files->count; i++) {
		free(files->items[i].name);
		buf_release(&files->items[i].bytes);
	}
	free(files->items);
	*files = (struct upgrade_files){0};
}

static bool read_file(const struct folder *f, const char *name, struct upgrade_files *out, struct error *e)
{
	struct upgrade_file file = {.name = mem_strdup(name)};
	bool ok = store_read(f->io, f->dir, name, IO_FILE_MAX, &file.bytes, NULL, e);

	sha256(file.bytes.data, file.bytes.len, file.base);
	VEC_PUSH(out, file);
	return ok;
}

/* The format that rad.ini says, or 0 with a sentence. */
static int format_of(const struct buf *rad, struct error *e)
{
	struct council_settings s = {0};
	struct diagnostics d = {0};
	char *readonly = NULL;
	int format;

	(void)folder_settings_read(buf_cstr(rad), rad->len, &s, &readonly, &d);
	format = s.format;
	if (format == 0)
		error_set_at(e, ERROR_READONLY, FOLDER_SETTINGS, 0, "%s", readonly ? readonly : _("rad.ini går inte att läsa; rätta den."));
	free(readonly);
	diagnostics_release(&d);
	folder_settings_release(&s);
	return format;
}

static const struct upgrade_step *step_from(const struct upgrade_step *steps, int format)
{
	for (; steps->make; steps++)
		if (steps->from == format)
			return steps;
	return NULL;
}

static bool check_way(const struct upgrade_step *steps, int from, int to, struct error *e)
{
	if (from > to)
		return error_set_at(e, ERROR_READONLY, FOLDER_SETTINGS, 0,
		                    _("Mappen har format %d, som är nyare än det här programmets (%d). Uppdatera programmet."), from, to);
	for (int format = from; format < to; format++)
		if (!step_from(steps, format))
			return error_set_at(e, ERROR_NOT_FOUND, FOLDER_SETTINGS, 0,
			                    _("Det finns inget sätt att uppgradera från format %d. Uppgradera med ett äldre program först."),
			                    format);
	return true;
}

/* Every file of records. One that is damaged or cannot be read stops it all. */
static bool read_files(const struct folder *f, struct upgrade_files *out, struct error *e)
{
	struct names names = {0};
	struct diagnostics d = {0};
	bool ok = true;

	folder_list(f, &names, &d);
	for (size_t i = 0; ok && i < names.count; i++) {
		const struct folder_file *file = folder_file_find(f, names.items[i]);

		ok = read_file(f, names.items[i], out, e) &&
		     (!file || !file->readonly || error_set_at(e, ERROR_READONLY, file->name, 0, "%s", file->readonly));
	}
	for (size_t i = 0; ok && i < d.count; i++)
		if (d.items[i].level == DIAGNOSTIC_FAULT)
			ok = error_set_at(e, ERROR_READONLY, d.items[i].file, 0, "%s", d.items[i].text);
	diagnostics_release(&d);
	names_release(&names);
	return ok;
}

/* Writes the number of the line "format = 1", and nothing else. */
static bool set_format(struct buf *rad, int format, struct error *e)
{
	struct diagnostics d = {0};
	struct ini *ini = ini_parse(buf_cstr(rad), rad->len, FOLDER_SETTINGS, &d);
	int line = ini ? ini_line(ini, "rad", "format") : 0;
	const char *at, *digits;
	char number[16];

	ini_free(&ini);
	diagnostics_release(&d);
	at = line > 0 ? strchr(buf_cstr(rad) + ini_line_start(rad, line), '=') : NULL;
	digits = at ? at + strcspn(at, "0123456789\n") : "";
	if (*digits < '0' || *digits > '9')
		return error_set_at(e, ERROR_DATA, FOLDER_SETTINGS, line,
		                    _("Raden med format går inte att ändra; skriv den som format = 1."));
	snprintf(number, sizeof number, "%d", format);
	at = rad->data;
	ini_replace(rad, (size_t)(digits - at), (size_t)(digits - at) + strspn(digits, "0123456789"), number, strlen(number));
	return true;
}

static bool still_records(const struct upgrade_file *file, struct error *e)
{
	size_t n = strlen(file->name);
	struct rec_doc doc;
	bool ok = true;

	if (n < 4 || strcmp(file->name + n - 4, ".rec") != 0)
		return true;
	rec_parse(buf_cstr(&file->bytes), file->bytes.len, file->name, &doc, NULL);
	ok = !doc.damaged;
	rec_doc_release(&doc);
	return ok || error_set_at(e, ERROR_DATA, file->name, 0, _("Uppgraderingen skulle skada filen och gjordes inte; använd det program "
	                          "som mappen är gjord med."));
}

static bool commit(const struct folder *f, const struct upgrade_files *files, const struct store_writer *w, size_t *changed,
                   struct error *e)
{
	struct store_file *set = mem_alloc((files->count + 1) * sizeof *set);
	bool ok = true;

	*changed = 0;
	for (size_t i = 0; ok && i < files->count; i++) {
		const struct upgrade_file *file = &files->items[i];
		char now[65];

		sha256(file->bytes.data, file->bytes.len, now);
		if (strcmp(now, file->base) == 0)
			continue;
		ok = still_records(file, e);
		set[(*changed)++] = (struct store_file){.name = file->name, .base_hash = file->base, .bytes = buf_cstr(&file->bytes),
		                                        .len = file->bytes.len};
	}
	ok = ok && store_commit(f->io, f->dir, set, *changed, w, NULL, e);
	free(set);
	return ok;
}

bool folder_upgrade(const struct folder *f, const struct upgrade_step *steps, int to, const struct store_writer *w,
                    struct upgraded *out, struct error *e)
{
	struct upgrade_files files = {0};
	bool ok = read_file(f, FOLDER_SETTINGS, &files, e);

	*out = (struct upgraded){.to = to};
	out->from = ok ? format_of(&files.items[0].bytes, e) : 0;
	ok = out->from > 0 && check_way(steps, out->from, to, e);
	if (ok && out->from < to) {
		/* The copy is of the files as they were read, or later; what changed after the reading the commit refuses. */
		ok = read_files(f, &files, e) && folder_backup(f, NULL, w->utc, &out->backup, e);
		for (int format = out->from; ok && format < to; format++)
			ok = step_from(steps, format)->make(&files, e);
		ok = ok && set_format(&files.items[0].bytes, to, e) && commit(f, &files, w, &out->files, e);
	}
	files_release(&files);
	if (!ok)
		backup_release(&out->backup);
	return ok;
}
