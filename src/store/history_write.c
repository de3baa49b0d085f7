/* A step's lines in the history, and the file they go to. */
#include "history_local.h"

#include "change_text.h"
#include "io_local.h"
#include "rec_local.h"
#include "radsbord/base/language.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PARTS_MAX = 999 };

const char history_head[] = "%rec: Handelse\n"
			    "%doc: Vad som har ändrats, av vem och när. Skrivs av Rådsbord.\n"
			    "%type: Slag enum andrad ny borttagen\n"
			    "%mandatory: Tid Slag Typ Post\n";

bool history_name_read(const char *leaf, char month[8], int *part)
{
	char end[8] = "";
	int year, number = 1, used = 0;

	if (sscanf(leaf, "%4d-%2d%n", &year, &number, &used) != 2 || used != 7 || strspn(leaf, "0123456789-") < 7)
		return false;
	memcpy(month, leaf, 7);
	month[7] = '\0';
	*part = 1;
	if (strcmp(leaf + 7, ".rec") == 0)
		return true;
	return sscanf(leaf + 7, "-%3d%7s", part, end) == 2 && strcmp(end, ".rec") == 0 && *part >= 2;
}

static void part_name(const char *month, int part, char out[64])
{
	if (part < 2)
		snprintf(out, 64, HISTORY_FOLDER "/%s.rec", month);
	else
		snprintf(out, 64, HISTORY_FOLDER "/%s-%d.rec", month, part);
}

/* True when lines may be put at the end of the part. What is in the way is said, unless it only is full. */
static bool usable(const struct io *io, int dir, const char *name, size_t more, struct diagnostics *d)
{
	struct buf bytes = {0};
	struct error e = {0};
	struct rec_doc doc;
	struct stat st;
	bool full, damaged = true;

	if (!store_read(io, dir, name, IO_FILE_MAX, &bytes, &st, &e)) {
		buf_release(&bytes);
		if (e.code != ERROR_NOT_FOUND)
			diagnostics_add(d, DIAGNOSTIC_WARNING, name, 0, _("%s Historiken går vidare i en ny fil."), e.text);
		return e.code == ERROR_NOT_FOUND;
	}
	full = bytes.len + more > HISTORY_FILE_MAX || (st.st_mode & 0222) == 0 || !store_may_write(dir, name);
	if (!full) {
		rec_parse(buf_cstr(&bytes), bytes.len, name, &doc, NULL);
		damaged = doc.damaged;
		rec_doc_release(&doc);
	}
	buf_release(&bytes);
	if (!full && damaged)
		diagnostics_add(d, DIAGNOSTIC_WARNING, name, 0,
		                _("Historiken är skadad här och går vidare i en ny fil; kör radsbord kontroll för att se var."));
	return !full && !damaged;
}

/* The newest part of the month, or the one after it. NULL when there is no place for it. */
static char *find_part(const struct io *io, int dir, const char *month, size_t more, struct diagnostics *d)
{
	struct names names = {0};
	struct error e = {0};
	char other[8], name[64];
	int newest = 1, part;
	bool ok = io_list(dir, HISTORY_FOLDER, &names, &e) || e.code == ERROR_NOT_FOUND;

	for (size_t i = 0; i < names.count; i++)
		if (history_name_read(names.items[i], other, &part) && strcmp(other, month) == 0 && part > newest)
			newest = part;
	ok = ok && (names.count == 0 || store_may_write(dir, HISTORY_FOLDER));
	names_release(&names);
	for (part = newest; ok && part <= PARTS_MAX && part < newest + 8; part++) {
		part_name(month, part, name);
		if (usable(io, dir, name, more, d))
			return mem_strdup(name);
	}
	diagnostics_add(d, DIAGNOSTIC_WARNING, HISTORY_FOLDER, 0,
	                _("Historiken kan inte skrivas, så ändringar sparas utan att synas där; se till att mappen finns och går att "
	                "skriva i."));
	return NULL;
}

static void write_step(const struct changes *c, bool (*touched)(void *ctx, const char *file), void *ctx,
                       const struct store_writer *w, struct buf *out)
{
	struct buf time = {0};

	utc_format(&time, w->utc);
	for (size_t i = 0; i < c->count;) {
		/* adopted minutes are in their file, and their SHA-256 in the meeting's line */
		if (!touched(ctx, c->items[i].file) || c->items[i].type->kind == RECORD_MINUTES) {
			i++;
			continue;
		}
		buf_char(out, '\n');
		rec_write_field(out, "Tid", buf_cstr(&time), "\n");
		rec_write_field(out, "Vem", w->user, "\n");
		rec_write_field(out, "Dator", w->host, "\n");
		if (c->title)
			change_text_field("Steg", c->title, GUARD_ASK_KEEP, out);
		buf_printf(out, "Transaktion: %016" PRIx64 "%016" PRIx64 "\n", w->random[0], w->random[1]);
		i = change_text_write(c, i, GUARD_ASK_KEEP, out); /* a number is never logged whole */
	}
	buf_release(&time);
}

void history_prepare(const struct io *io, int dir, const struct changes *c, bool (*touched)(void *ctx, const char *file),
                     void *ctx, const struct store_writer *w, struct history_entry *out, struct diagnostics *d)
{
	struct buf month = {0};

	utc_format(&month, w->utc);
	write_step(c, touched, ctx, w, &out->text);
	if (out->text.len > 0 && month.len > 7) {
		month.data[7] = '\0';
		out->name = find_part(io, dir, month.data, out->text.len + sizeof history_head, d);
	}
	buf_release(&month);
}

void history_entry_release(struct history_entry *entry)
{
	free(entry->name);
	buf_release(&entry->text);
	*entry = (struct history_entry){0};
}
