/* One file of a folder: reading it, and what stays when it cannot be read. */
#include "folder_local.h"

#include "io_local.h"
#include "measures.h"
#include "minutes_file.h"
#include "rules_file.h"
#include "radsbord/base/fingerprint.h"
#include "radsbord/base/language.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { HIDING_SECONDS = 2 };

struct folder_file *folder_file_new(const char *name)
{
	struct folder_file *file = mem_alloc(sizeof *file);

	file->name = mem_strdup(name);
	return file;
}

void folder_file_free(struct folder_file *file)
{
	if (!file)
		return;
	records_release(&file->records);
	arena_release(&file->arena);
	folder_settings_release(&file->settings);
	diagnostics_release(&file->found);
	free(file->readonly);
	free(file->name);
	free(file);
}

static bool same_time(struct timespec a, struct timespec b)
{
	return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

/* True when a change could have come in the same tick of the file's clock as the reading, without a trace in its stat. The
 * coarsest clock (FAT) ticks every other second. */
static bool may_hide_a_change(const struct stat *st)
{
	struct timespec now;

	return clock_gettime(CLOCK_REALTIME, &now) < 0 || now.tv_sec - st->st_mtim.tv_sec <= HIDING_SECONDS ||
	       now.tv_sec - st->st_ctim.tv_sec <= HIDING_SECONDS;
}

/* True when the file looks as it did at the last reading. Only a hint: a commit compares the bytes. */
static bool looks_same(const struct folder_file *file, const struct folder *f)
{
	struct stat st;
	int fd;
	bool ok;

	if (!file->stat_known)
		return false;
	fd = f->io->open(f->io->ctx, f->dir, file->name, O_RDONLY | O_NONBLOCK | O_NOCTTY, 0);
	if (fd < 0)
		return false;
	ok = f->io->fstat(f->io->ctx, fd, &st) == 0;
	f->io->close(f->io->ctx, fd);
	return ok && st.st_dev == file->stat.st_dev && st.st_ino == file->stat.st_ino &&
	       st.st_size == file->stat.st_size && same_time(st.st_mtim, file->stat.st_mtim) &&
	       same_time(st.st_ctim, file->stat.st_ctim);
}

/* Keeps what was read before and says why. `d` is taken over. True when that is news. */
static bool keep_old(struct folder_file *file, struct diagnostics *d, const char *why)
{
	bool news = !file->readonly || strcmp(file->readonly, why) != 0 || !file->failed;

	diagnostics_add(d, DIAGNOSTIC_FAULT, file->name, 0, "%s", why);
	diagnostics_release(&file->found);
	file->found = *d;
	free(file->readonly);
	file->readonly = mem_strdup(why);
	file->failed = true;
	return news;
}

static bool unreadable(struct folder_file *file, const struct error *e)
{
	struct diagnostics d = {0};
	char why[1600];

	file->stat_known = false;
	file->format = 0;
	file->absent = e->code == ERROR_NOT_FOUND && !file->was_read;
	if (e->code == ERROR_NOT_FOUND && file->was_read)
		snprintf(why, sizeof why,
		         _("%s finns inte längre; det som lästes förut visas och kan inte ändras. Lägg tillbaka filen, till "
		         "exempel från en säkerhetskopia."), file->name);
	else
		snprintf(why, sizeof why, "%s%s", e->text,
		         file->was_read ? _(" Det som lästes förut visas och kan inte ändras.") : "");
	return keep_old(file, &d, why);
}

static bool has_records(const struct folder_file *file)
{
	for (int kind = 0; kind < RECORD_KINDS; kind++)
		if (file->records.tables[kind].count > 0)
			return true;
	return file->records.measurements.count > 0;
}

/* Takes a reading over: its tables, strings and findings in place of the old. */
static void replace(struct folder_file *file, struct folder_file *fresh, char *readonly)
{
	records_release(&file->records);
	arena_release(&file->arena);
	folder_settings_release(&file->settings);
	diagnostics_release(&file->found);
	free(file->readonly);
	file->records = fresh->records;
	file->arena = fresh->arena;
	file->settings = fresh->settings;
	file->found = fresh->found;
	file->readonly = readonly;
	file->failed = file->absent = false;
	file->mark = fresh->mark;
	file->was_read = true;
}

/* The one record of a table. */
static void put_only(struct records *r, enum record_kind kind, const void *record, size_t size)
{
	struct table *table = &r->tables[kind];

	table->items = mem_grow(table->items, 0, &table->cap, size);
	memcpy(table->items, record, size);
	table->count = 1;
}

static bool read_settings(struct folder_file *file, struct folder_file *fresh, const struct buf *bytes)
{
	struct rules rules;
	char *readonly = NULL;
	bool ok = folder_settings_read(buf_cstr(bytes), bytes->len, &fresh->settings, &readonly, &fresh->found);
	bool news;

	file->format = fresh->settings.format;
	if (ok || !file->was_read) {
		if (ok && rules_read(buf_cstr(bytes), bytes->len, &fresh->arena, &rules))
			put_only(&fresh->records, RECORD_RULES, &rules, sizeof rules);
		replace(file, fresh, readonly);
		return true;
	}
	folder_settings_release(&fresh->settings);
	news = keep_old(file, &fresh->found, readonly);
	free(readonly);
	return news;
}

/* Takes the bytes over: the records' strings are in them. `kept`: they are to be had as they are. */
static bool read_records(struct folder_file *file, struct folder_file *fresh, struct buf *bytes, bool kept)
{
	struct records_faults faults;
	char why[1400];
	char *readonly = NULL, *text = bytes->data;

	if (kept)
		text = memcpy(mem_realloc(NULL, bytes->len + 1), bytes->data, bytes->len + 1);
	else
		bytes->data = NULL;
	arena_keep(&fresh->arena, text);
	records_read(text, bytes->len, file->name, &fresh->arena, &fresh->records, &faults, &fresh->found);
	if (file->was_read && (faults.damaged || (bytes->len == 0 && has_records(file)))) {
		snprintf(why, sizeof why, _("%s %s; det som lästes förut visas och kan inte ändras. Rätta filen eller hämta "
		         "den från en säkerhetskopia."), file->name,
		         bytes->len ? _("har blivit skadad") : _("har blivit tom"));
		records_release(&fresh->records);
		arena_release(&fresh->arena);
		return keep_old(file, &fresh->found, why);
	}
	if (bytes->len == 0) {
		readonly = mem_printf(_("%s är tom och kan inte ändras. Hämta den från en säkerhetskopia, eller ta bort den om den "
		                      "ska vara tom."), file->name);
		diagnostics_add(&fresh->found, DIAGNOSTIC_FAULT, file->name, 1, "%s", readonly);
	} else if (faults.damaged) {
		readonly = mem_printf(_("%s är skadad och kan inte ändras förrän den är rättad; kör radsbord kontroll."),
		                      file->name);
	} else if (faults.duplicates) {
		readonly = mem_printf(_("%s har två poster med samma Id och kan inte ändras; ge den ena ett nytt Id."),
		                      file->name);
	}
	replace(file, fresh, readonly);
	return true;
}

static bool read_measures(struct folder_file *file, struct folder_file *fresh, const struct buf *bytes)
{
	const char *name = arena_strdup(&fresh->arena, file->name);
	bool damaged;
	bool ok = measures_read(buf_cstr(bytes), bytes->len, name, &fresh->arena, &fresh->records.measurements, &damaged,
	                        &fresh->found);
	char why[1400];

	if (!ok && has_records(file)) {
		snprintf(why, sizeof why, _("%s har blivit tom eller skadad; det som lästes förut visas. Rätta filen eller hämta "
		         "den från en säkerhetskopia."), file->name);
		records_release(&fresh->records);
		arena_release(&fresh->arena);
		return keep_old(file, &fresh->found, why);
	}
	replace(file, fresh, damaged ? mem_printf(_("%s är skadad och kan inte ändras förrän den är rättad; kör radsbord kontroll."),
	                                          file->name)
	                             : NULL);
	return true;
}

/* Adopted minutes: nothing in them can be wrong, only other than what was adopted (check_values.c). */
static bool read_minutes(struct folder_file *file, struct folder_file *fresh, const struct buf *bytes)
{
	struct minutes_text text;

	if (minutes_read(buf_cstr(bytes), bytes->len, file->name, &fresh->arena, &text))
		put_only(&fresh->records, RECORD_MINUTES, &text, sizeof text);
	replace(file, fresh, NULL);
	return true;
}

bool folder_file_read(struct folder_file *file, const struct folder *f, struct buf *out)
{
	struct folder_file fresh = {0};
	struct buf bytes = {0};
	struct error e = {0};
	struct stat st;
	bool changed;

	if (looks_same(file, f))
		return false;
	if (!store_read(f->io, f->dir, file->name, IO_FILE_MAX, &bytes, &st, &e)) {
		buf_release(&bytes);
		return unreadable(file, &e);
	}
	file->stat = st;
	file->stat_known = !may_hide_a_change(&st);
	fresh.mark = fingerprint(f->point, buf_cstr(&bytes), bytes.len);
	if (file->was_read && !file->failed && fresh.mark == file->mark)
		changed = false;
	else if (strcmp(file->name, FOLDER_SETTINGS) == 0)
		changed = read_settings(file, &fresh, &bytes);
	else if (minutes_is_file(file->name))
		changed = read_minutes(file, &fresh, &bytes);
	else if (measures_is_file(file->name))
		changed = read_measures(file, &fresh, &bytes);
	else
		changed = read_records(file, &fresh, &bytes, out != NULL);
	if (out && !file->failed) {
		buf_release(out);
		*out = bytes;
	} else {
		buf_release(&bytes);
	}
	return changed;
}
