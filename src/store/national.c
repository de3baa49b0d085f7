/* The national data: opening and closing it. */
#include "national_local.h"

#include "io_local.h"
#include "radsbord/base/language.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool national_fault(struct national *n, const char *path, int line, const char *fmt, ...)
{
	char text[768];
	va_list ap;

	va_start(ap, fmt);
	if (vsnprintf(text, sizeof text, fmt, ap) < 0)
		text[0] = '\0';
	va_end(ap);
	diagnostics_add(&n->found, DIAGNOSTIC_FAULT, path, line, "%s", text);
	return false;
}

bool national_csv(struct national *n, const struct national_source *from, const char *name, struct csv_table *out,
                  const char **path)
{
	struct buf bytes = {0};
	struct error e = {0};
	bool ok;

	*path = arena_printf(&n->arena, "%s/sverige/%s", from->data_dir, name);
	ok = io_read_file(from->io, AT_FDCWD, *path, IO_FILE_MAX, &bytes, &e);
	if (!ok)
		diagnostics_add(&n->found, DIAGNOSTIC_FAULT, *path, 0, "%s", e.text);
	ok = ok && csv_parse(buf_cstr(&bytes), bytes.len, *path, out, &n->found);
	buf_release(&bytes);
	return ok;
}

bool national_columns(struct national *n, const struct csv_table *t, const char *path, const char *const *names)
{
	bool ok = true;

	for (; *names; names++)
		if (csv_column(t, *names) < 0) {
			diagnostics_add(&n->found, DIAGNOSTIC_FAULT, path, 1,
			                _("Kolumnen %s saknas och filen används inte; lägg till den."), *names);
			ok = false;
		}
	return ok;
}

static void read_records(struct national *n, const struct national_source *from, const char *name)
{
	const char *path = arena_printf(&n->arena, "%s/sverige/%s", from->data_dir, name);
	struct buf bytes = {0};
	struct error e = {0};
	struct records_faults faults;

	if (io_read_file(from->io, AT_FDCWD, path, IO_FILE_MAX, &bytes, &e)) {
		arena_keep(&n->arena, bytes.data);
		records_read(bytes.data, bytes.len, path, &n->arena, &n->records, &faults, &n->found);
	} else {
		diagnostics_add(&n->found, DIAGNOSTIC_FAULT, path, 0, "%s", e.text);
		buf_release(&bytes);
	}
}

struct national *national_open(const char *data_dir, const char *config_dir, const struct io *io, struct diagnostics *d,
                               struct error *e)
{
	static const char *const files[] = {"kallor.rec", "saknas.rec", "uppgifter.rec", "enheter.rec", "inventering.rec",
	                                    "forslag.rec", "kostnader.rec"};
	const struct national_source from = {io, data_dir, config_dir};
	struct national *n = mem_alloc(sizeof *n);
	bool ok = national_read_places(n, &from);

	if (!ok)
		error_set(e, ERROR_DATA, _("Regioner och kommuner kan inte läsas i %.300s/sverige; kontrollera att programmets "
		          "data finns där."), data_dir);
	for (size_t i = 0; ok && i < sizeof files / sizeof *files; i++)
		read_records(n, &from, files[i]);
	if (ok) {
		national_add_units(n);
		national_read_measures(n, &from);
	}
	ok = ok && national_read_indicators(n, &from, e);
	for (size_t i = 0; d && i < n->found.count; i++)
		diagnostics_add(d, n->found.items[i].level, n->found.items[i].file, n->found.items[i].line, "%s",
		                n->found.items[i].text);
	if (!ok)
		national_close(&n);
	return n;
}

void national_close(struct national **n)
{
	struct national *old = *n;

	*n = NULL;
	if (!old)
		return;
	free(old->reference.places);
	free(old->reference.indicators);
	free(old->places.items);
	free(old->observations.items);
	free(old->definitions.items);
	free(old->targets.items);
	map_release(&old->place_codes);
	records_release(&old->records);
	diagnostics_release(&old->found);
	arena_release(&old->arena);
	free(old);
}

const struct reference *national_reference(const struct national *n)
{
	return &n->reference;
}

const struct records *national_records(const struct national *n)
{
	return &n->records;
}
