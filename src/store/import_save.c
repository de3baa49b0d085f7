/* An import against what the folder has, and the step that puts it there. */
#include "folder_local.h"
#include "import_local.h"
#include "io_local.h"

#include "radsbord/base/formula.h"
#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

enum { FIGURES_MOST = 100000 }; /* in one step: each has its lines in the history */

struct comparing {
	struct import *im;
	const struct reference *reference;
	struct buf bytes;
	struct csv_table table;   /* of the file as it is; empty when it does not exist */
	struct map rows;          /* Id -> row */
};

static const char *id_of(struct import *im, const struct reference *r, const struct import_row *row)
{
	return arena_printf(&im->arena, "%s/%d/%s/%s", r->places[row->place].code, row->year, row->measure, im->source);
}

static const char *cell(const struct comparing *c, const struct csv_row *row, const char *column)
{
	return csv_cell(row, csv_column(&c->table, column));
}

static bool read_now(struct comparing *c, const struct folder *f, struct error *e)
{
	struct error why = {0};

	if (!store_read(f->io, f->dir, c->im->file, IO_FILE_MAX, &c->bytes, NULL, &why))
		return why.code == ERROR_NOT_FOUND || error_set_at(e, why.code, c->im->file, 0, "%s", why.text);
	csv_parse(buf_cstr(&c->bytes), c->bytes.len, c->im->file, &c->table, NULL);
	for (size_t i = 0; i < c->table.count; i++) {
		const struct csv_row *row = &c->table.rows[i];

		map_put(&c->rows, arena_printf(&c->im->arena, "%s/%s/%s/%s", cell(c, row, "plats"), cell(c, row, "ar"), cell(c, row, "matt"),
		                               cell(c, row, "kalla")), (int)i);
	}
	return true;
}

static void compare_releases(struct comparing *c)
{
	csv_release(&c->table);
	map_release(&c->rows);
	buf_release(&c->bytes);
}

static const char *plain(struct import *im, const struct import_row *row)
{
	struct buf b = {0};

	num_format_plain(&b, row->value, row->decimals, NUM_HALF_UP);
	const char *text = arena_strdup(&im->arena, buf_cstr(&b));
	buf_release(&b);
	return text;
}

static const char *or_empty(const char *s)
{
	return s ? s : "";
}

/* The row as the file has it. */
static struct figure_row old_row(const struct comparing *c, const struct csv_row *row, const char *id)
{
	return (struct figure_row){
		.head = {.id = id, .file = c->im->file, .line = row->line},
		.place = cell(c, row, "plats"),
		.year = cell(c, row, "ar"),
		.measure = cell(c, row, "matt"),
		.source = cell(c, row, "kalla"),
		.value = cell(c, row, "varde"),
		.published = cell(c, row, "publicerat"),
		.reason = formula_unmarked(cell(c, row, "orsak")),
		.note = formula_unmarked(cell(c, row, "not")),
		.date = cell(c, row, "datum"),
	};
}

static struct figure_row new_row(struct import *im, const struct reference *r, const struct import_row *row)
{
	struct buf date = {0};
	struct figure_row out = {
		.head = {.id = id_of(im, r, row), .file = im->file},
		.place = r->places[row->place].code,
		.year = arena_printf(&im->arena, "%d", row->year),
		.measure = row->measure,
		.source = im->source,
		.value = plain(im, row),
		.published = row->published ? "ja" : "nej",
		.reason = or_empty(row->reason),
		.note = or_empty(row->note),
	};

	date_format_iso(&date, row->date);
	out.date = arena_strdup(&im->arena, buf_cstr(&date));
	buf_release(&date);
	return out;
}

/* The same value, reason, note and standing; the date alone is no news. */
static bool same_figure(const struct figure_row *old, const struct figure_row *fresh, struct num value)
{
	struct num before = NUM_UNKNOWN;
	bool known = num_parse(old->value, &before, NULL);

	return known == num_known(value) && (!known || num_cmp(before, value) == 0) && strcmp(old->reason, fresh->reason) == 0 &&
	       strcmp(old->note, fresh->note) == 0 && strcmp(old->published, fresh->published) == 0;
}

/* Figures of the same source in another file of the folder. */
static void look_elsewhere(struct import *im, const struct folder *f, const struct reference *r)
{
	const struct measurements *have = &folder_records(f)->measurements;
	struct map others = {0};

	for (size_t i = 0; i < have->count; i++) {
		const struct measurement *m = &have->items[i];

		if (strcmp(m->file, im->file) != 0 && strcmp(m->source, im->source) == 0)
			map_put(&others, arena_printf(&im->arena, "%s/%d/%s/%s", m->place, m->year, m->measure, m->source), (int)i);
	}
	for (size_t i = 0; others.count > 0 && i < im->count; i++) {
		struct import_row *row = &im->items[i];
		int at = row->state == IMPORT_NEW ? map_get(&others, id_of(im, r, row)) : -1;

		if (at < 0)
			continue;
		row->state = IMPORT_SKIPPED;
		row->why = arena_printf(&im->arena, _("står redan i %s rad %d"), have->items[at].file, have->items[at].line);
		if (num_known(row->value) != num_known(have->items[at].value) ||
		    (num_known(row->value) && num_cmp(row->value, have->items[at].value) != 0))
			import_find(im, DIAGNOSTIC_FAULT, row->line,
			            _("Uppgiften står med ett annat värde från samma källa i %s rad %d, så inget sparas; ta bort raden där eller "
			            "rätta filen."), have->items[at].file, have->items[at].line);
	}
	map_release(&others);
}

bool import_compare(struct import *im, const struct folder *f, const struct reference *reference, struct work *work, struct error *e)
{
	struct comparing c = {.im = im, .reference = reference};
	bool ok = read_now(&c, f, e);

	work_part(work, IMPORT_READ, 100, im->count);
	for (size_t i = 0; ok && i < im->count && work_step(work); i++) {
		struct import_row *row = &im->items[i];
		const char *id = row->state == IMPORT_NEW ? id_of(im, reference, row) : NULL;
		int at = id ? map_get(&c.rows, id) : -1;

		if (at < 0)
			continue;
		struct figure_row old = old_row(&c, &c.table.rows[at], id), fresh = new_row(im, reference, row);
		row->state = same_figure(&old, &fresh, row->value) ? IMPORT_SAME : IMPORT_CHANGED;
		if (row->state == IMPORT_CHANGED)
			row->why = arena_printf(&im->arena, _("förut %s (%s rad %d)"), *old.value ? old.value : old.reason, im->file,
			                        old.head.line);
	}
	ok = ok && store_goes_on(work, e);
	if (ok)
		look_elsewhere(im, f, reference);
	if (ok && import_count(im, IMPORT_NEW) + import_count(im, IMPORT_CHANGED) > FIGURES_MOST)
		import_find(im, DIAGNOSTIC_FAULT, 0, _("Filen ger fler än %d uppgifter på en gång, så inget sparas; läs in ett mått eller ett "
		            "år i taget med --matt eller --ar."), FIGURES_MOST);
	compare_releases(&c);
	return ok;
}

static void set_all(struct changes *c, const struct figure_row *old, const struct figure_row *fresh)
{
	changes_set_text(c, RECORD_FIGURE, &old->head, "Varde", fresh->value);
	changes_set_text(c, RECORD_FIGURE, &old->head, "Publicerat", fresh->published);
	changes_set_text(c, RECORD_FIGURE, &old->head, "Orsak", fresh->reason);
	changes_set_text(c, RECORD_FIGURE, &old->head, "Not", fresh->note);
	changes_set_text(c, RECORD_FIGURE, &old->head, "Datum", fresh->date);
}

void import_changes(const struct import *im, const struct folder *f, const struct reference *reference, struct changes *out)
{
	struct import copy = {.arena = {.head = NULL}, .source = im->source, .file = im->file};
	struct comparing c = {.im = &copy, .reference = reference};

	(void)read_now(&c, f, NULL);
	for (size_t i = 0; i < im->count; i++) {
		const struct import_row *row = &im->items[i];

		if (row->state != IMPORT_NEW && row->state != IMPORT_CHANGED)
			continue;
		struct figure_row fresh = new_row(&copy, reference, row);
		int at = map_get(&c.rows, fresh.head.id);
		if (at < 0) {
			changes_add(out, RECORD_FIGURE, im->file, &fresh);
			continue;
		}
		struct figure_row old = old_row(&c, &c.table.rows[at], fresh.head.id);
		set_all(out, &old, &fresh);
	}
	out->keep = GUARD_ASK_KEEP; /* a figure may have ten digits; what surely is a number has stopped the reading */
	const char *slash = strrchr(im->name, '/');
	changes_title(out, "Inläsning av %s ur %.100s", im->source, slash ? slash + 1 : im->name);
	compare_releases(&c);
	arena_release(&copy.arena);
}
