/* Gallring around the records: what lies on this machine, salvage, and what gallring only can name. */
#include "disposal_local.h"

#include "folder_local.h"
#include "io_local.h"
#include "radsbord/base/date.h"
#include "radsbord/base/language.h"
#include "radsbord/base/sha256.h"
#include "radsbord/store/backup.h"
#include "radsbord/store/local.h"
#include "radsbord/store/rec.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

static bool in_year(int64_t utc, int year)
{
	return wall_from_utc(utc).date.year == year;
}

/* ---- this machine ---- */

static bool draft_goes(const struct rec_doc *doc, const struct rec_record *r, const struct person *p, int year, struct arena *a)
{
	const struct rec_field *time = rec_find(doc, r, "Tid", 0);
	int64_t utc;

	if (p)
		return person_in_bytes(p, doc->bytes + r->start, r->end - r->start);
	return time && utc_parse(rec_value(doc, time, a), &utc) && in_year(utc, year);
}

/* The drafts, or the filters that are kept, without those that go. */
static void without(const char *shown, const struct buf *bytes, const struct person *p, int year, struct disposal_local *file,
                    struct disposal *d)
{
	bool filters = strcmp(file->name, LOCAL_FILTERS) == 0;
	struct arena a = {0};
	struct rec_doc doc;
	size_t done = 0, gone = 0;

	rec_parse(buf_cstr(bytes), bytes->len, shown, &doc, NULL);
	for (size_t i = 0; i < doc.records_count; i++) {
		const struct rec_record *r = &doc.records[i];
		const struct rec_field *title = rec_find(&doc, r, filters ? "Namn" : "Rubrik", 0);

		if (!draft_goes(&doc, r, p, year, &a))
			continue;
		disposal_found(d, true, shown, r->line, filters ? _("Filter: %s") : _("Utkast: %s"), title ? rec_value(&doc, title, &a) : _("utan rubrik"));
		buf_add(&file->bytes, doc.bytes + done, r->start - done);
		done = r->end;
		gone++;
	}
	buf_add(&file->bytes, doc.bytes + done, doc.len - done);
	file->removed = gone > 0 && gone == doc.records_count;
	rec_doc_release(&doc);
	arena_release(&a);
}

static void local_file(const char *name, int place, const struct stat *st, const struct buf *bytes, const struct person *p, int year,
                       struct disposal *d)
{
	struct disposal_local file = {.place = place, .name = mem_strdup(name)};
	char *shown = place ? mem_printf("lokalt/%d/%s", place, name) : mem_printf("lokalt/%s", name);
	size_t before = d->going;

	sha256(bytes->data, bytes->len, file.base);
	if (strcmp(name, LOCAL_DRAFTS) == 0 || strcmp(name, LOCAL_FILTERS) == 0) {
		without(shown, bytes, p, year, &file, d);
	} else if (p ? person_in_bytes(p, bytes->data, bytes->len) : in_year(st->st_mtim.tv_sec, year)) {
		file.removed = true;
		disposal_found(d, true, shown, 0, strcmp(name, LOCAL_UNDO) == 0 ? _("Ångralistan på den här datorn, hela listan.")
		                                  : strchr(name, '/')           ? _("Text från en redigerare, hela filen.")
		                                                                : _("Rest av en avbruten skrivning."));
	}
	free(shown);
	if (d->going > before) {
		VEC_PUSH(&d->local, file);
	} else {
		buf_release(&file.bytes);
		free(file.name);
	}
}

static bool local_place(struct local *l, int place, const struct person *p, int year, struct disposal *d, struct error *e)
{
	struct names names = {0};
	struct buf bytes = {0};
	struct stat st;
	bool ok = local_list(l, &names, e);

	for (size_t i = 0; ok && i < names.count; i++) {
		ok = local_stat(l, names.items[i], &st) || store_errno(e, ERROR_IO, names.items[i], N_("läsas"), errno);
		if (!ok || S_ISDIR(st.st_mode)) /* an empty one has nobody's text */
			continue;
		ok = local_read(l, names.items[i], &bytes, e);
		if (ok)
			local_file(names.items[i], place, &st, &bytes, p, year, d);
	}
	buf_release(&bytes);
	names_release(&names);
	return ok;
}

/* The filters that are kept, which may look for a person; they are of no year. */
static bool local_filters(const struct folder *f, const char *state, const struct person *p, struct disposal *d, struct error *e)
{
	struct error why = {0};
	struct buf bytes = {0};
	struct stat st = {0};
	struct local *l = local_open_shared(f->io, state, f->path, false, &why);
	bool there = l && local_read(l, LOCAL_FILTERS, &bytes, &why);

	if (there)
		local_file(LOCAL_FILTERS, 0, &st, &bytes, p, 0, d);
	local_close(&l);
	buf_release(&bytes);
	return there || why.code == ERROR_NOT_FOUND || error_set(e, why.code, "%s", why.text);
}

bool disposal_local(const struct folder *f, const char *state, const struct person *p, int year, struct disposal *d, struct error *e)
{
	bool ok = !p || !state || local_filters(f, state, p, d, e);

	for (int place = 1; ok && state && place <= LOCAL_PLACES; place++) {
		struct error why = {0};
		struct local *l = local_open_place(f->io, state, f->path, place, &why);

		d->running |= why.code == ERROR_LOCKED;
		if (l)
			ok = local_place(l, place, p, year, d, e);
		else if (why.code == ERROR_IO)
			ok = error_set(e, ERROR_IO, "%s", why.text);
		local_close(&l);
	}
	return ok;
}

/* ---- salvage ---- */

static bool holds_text(const struct leftover *l)
{
	return l->kind == LEFTOVER_SALVAGE || l->kind == LEFTOVER_EXPORT || l->kind == LEFTOVER_CONFLICT || l->kind == LEFTOVER_SAVING;
}

/* Whether the leftover is one of those. What is no file is said to stay; false when a file cannot be read: once the addresses are
 * gone from the history nobody would know that it is about the person. */
static bool concerns(const struct folder *f, const struct leftover *l, const struct person *p, int year, bool *is, struct disposal *d,
                     struct error *e)
{
	struct buf bytes = {0};
	struct error why = {0};
	bool ok;

	*is = !p && l->kind != LEFTOVER_CONFLICT && l->kind != LEFTOVER_SAVING && in_year(l->changed, year);
	if (!p)
		return true;
	ok = store_read(f->io, f->dir, l->name, IO_FILE_MAX, &bytes, NULL, &why);
	*is = ok && person_in_bytes(p, bytes.data, bytes.len);
	buf_release(&bytes);
	if (why.code == ERROR_DATA)
		disposal_found(d, false, l->name, 0, "%s", why.text);
	return ok || why.code == ERROR_DATA || error_set_at(e, why.code, l->name, 0, "%s", why.text);
}

bool disposal_salvage(const struct folder *f, const struct person *p, int year, struct disposal *d, struct error *e)
{
	struct leftovers all = {0};
	bool ok = folder_leftovers(f, NULL, &all, e);

	if (ok && all.unfinished)
		ok = error_set(e, ERROR_LOCKED, _("En sparning är inte införd än, så inget gallras. Kör radsbord kontroll och gör det den "
		               "säger."));
	for (size_t i = 0; ok && i < all.count; i++) {
		struct leftover *l = &all.items[i];
		bool is = false;

		ok = !holds_text(l) || concerns(f, l, p, year, &is, d, e);
		if (!is)
			continue;
		if (l->kind == LEFTOVER_CONFLICT || l->held) {
			disposal_found(d, false, l->name, 0, _("Tas inte bort här: den %s."),
			               l->held ? l->held : _("är en konfliktkopia; ta bort den med radsbord rensa"));
			continue;
		}
		disposal_found(d, true, l->name, 0, _("Undanlagd text, hela filen."));
		VEC_PUSH(&d->salvage, *l);
		l->name = NULL; /* taken over */
	}
	leftovers_release(&all);
	return ok;
}

/* ---- what is only named ---- */

/* A file that is neither of records nor of the history nor left over. */
static bool is_other(const char *name)
{
	const char *leaf = strrchr(name, '/');

	leaf = leaf ? leaf + 1 : name;
	return leaf[0] != '.' && !folder_name_is_read(name) && !folder_name_is_conflict(name) && strncmp(name, "historik/", 9) != 0;
}

static void other_file(const struct folder *f, const char *name, const struct person *p, struct disposal *d)
{
	struct buf bytes = {0};
	struct error e = {0};

	if (!store_read(f->io, f->dir, name, IO_FILE_MAX, &bytes, NULL, &e))
		disposal_found(d, false, name, 0, _("Kunde inte läsas, så det är inte känt om personen nämns. %s"), e.text);
	else if (person_in_bytes(p, bytes.data, bytes.len))
		disposal_found(d, false, name, 0, strncmp(name, "protokoll/", 10) == 0 ? _("Protokollet nämner personen och lämnas som det är.")
		                                                                       : _("Filen nämner personen och lämnas som den är."));
	buf_release(&bytes);
}

static void others_in(const struct folder *f, const char *folder, const struct person *p, struct disposal *d)
{
	struct names names = {0};

	(void)io_list(f->dir, *folder ? folder : ".", &names, NULL);
	for (size_t i = 0; i < names.count; i++) {
		char *name = *folder ? mem_printf("%s/%s", folder, names.items[i]) : mem_strdup(names.items[i]);
		int fd = f->io->open(f->io->ctx, f->dir, name, O_PATH, 0);
		struct stat st = {0};

		if (fd < 0 || f->io->fstat(f->io->ctx, fd, &st) < 0)
			disposal_found(d, false, name, 0, _("Kunde inte läsas, så det är inte känt om personen nämns."));
		if (fd >= 0)
			f->io->close(f->io->ctx, fd);
		if (!*folder && strcmp(name, ".git") == 0)
			disposal_found(d, false, name, 0, _("Mappen ligger i git, vars äldre versioner inte nås."));
		else if (S_ISDIR(st.st_mode) && name[0] != '.')
			others_in(f, name, p, d);
		else if (S_ISREG(st.st_mode) && is_other(name))
			other_file(f, name, p, d);
		free(name);
	}
	names_release(&names);
}

/* Archives beside the folder, by the names that they get here. */
static void backups(const struct folder *f, struct disposal *d)
{
	char *council = realpath(f->path, NULL), *slash = council ? strrchr(council, '/') : NULL;
	struct names names = {0};
	bool half;

	if (!slash) {
		free(council);
		return;
	}
	*slash = '\0';
	(void)io_list(AT_FDCWD, *council ? council : "/", &names, NULL);
	for (size_t i = 0; i < names.count; i++) {
		const char *name = names.items[i];

		if (backup_is_named(name, slash + 1, &half)) {
			char *path = mem_printf("%s/%s", council, name);

			disposal_found(d, false, path, 0, _("En säkerhetskopia, som gallringen inte når; ta bort den när den inte behövs."));
			free(path);
		}
	}
	names_release(&names);
	free(council);
}

void disposal_others(const struct folder *f, const struct person *p, struct disposal *d)
{
	others_in(f, "", p, d);
	backups(f, d);
}
