/* From the bytes of a file to rows of cells, and what is no such file. */
#include "import_local.h"

#include "radsbord/base/formula.h"
#include "radsbord/base/guard.h"
#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <string.h>

enum { LINE_MOST = 1 << 20, ROWS_MOST = 500000, CELLS_MOST = 2000 };

/* Files that people mistake for text. */
static bool check_kind(const char *bytes, size_t len, const char *name, struct error *e)
{
	static const struct {
		const char *begins, *what;
	} rows[] = {
		{"PK\x03\x04", N_("ett kalkylark eller en zip-fil; öppna den och spara som CSV")},
		{"\xD0\xCF\x11\xE0", N_("ett äldre kalkylark; öppna det och spara som CSV")},
		{"%PDF", N_("en PDF; hämta samma tal som CSV")},
		{"<", N_("en webbsida eller XML; hämta samma tal som CSV")},
		{"{", N_("JSON; hämta samma tal som CSV")},
	};

	if (len == 0)
		return error_set_at(e, ERROR_DATA, name, 0, _("%.300s är tom; hämta den på nytt."), name);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (len >= strlen(rows[i].begins) && memcmp(bytes, rows[i].begins, strlen(rows[i].begins)) == 0)
			return error_set_at(e, ERROR_DATA, name, 0, _("%.300s är %s."), name, _(rows[i].what));
	return true;
}

/* No table that a person has made has such lines, or so many. */
static bool check_size(const char *bytes, size_t len, const char *name, struct error *e)
{
	size_t rows = 0, start = 0;

	for (size_t i = 0; i <= len; i++) {
		if (i < len && bytes[i] != '\n')
			continue;
		rows++;
		if (i - start > LINE_MOST)
			return error_set_at(e, ERROR_DATA, name, (int)rows,
			                    _("Rad %zu i %.300s är längre än en miljon tecken, så det är ingen tabell; hämta filen på nytt."),
			                    rows, name);
		start = i + 1;
	}
	return rows <= ROWS_MOST ||
	       error_set_at(e, ERROR_DATA, name, 0, _("%.300s har fler än %d rader; dela upp den."), name, ROWS_MOST);
}

/* The cell without blanks around it and without the mark of a formula. In place; the cells are the table's own. */
static char *clean(char *cell)
{
	static const char *const blanks[] = {" ", "\t", "\n", "\r", "\u00A0", "\u202F", "\u2009", "\uFEFF"};
	size_t n;
	bool more = true;

	cell += formula_unmarked(cell) - cell;
	while (more) {
		more = false;
		for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
			size_t width = strlen(blanks[i]);

			n = strlen(cell);
			if (n >= width && memcmp(cell, blanks[i], width) == 0) {
				cell += width;
				more = true;
			} else if (n >= width && memcmp(cell + n - width, blanks[i], width) == 0) {
				cell[n - width] = '\0';
				more = true;
			}
		}
	}
	return cell;
}

/* A file with persons in it is no table of figures: nothing of it may reach the folder. */
static void look_for_persons(struct import *im, const char *cell, int line)
{
	enum guard_level level = guard_worst(cell);
	struct buf shown = {0};

	if (level < GUARD_ASK_KEEP)
		return;
	guard_mask(&shown, cell, GUARD_ASK_KEEP);
	if (level >= GUARD_ASK_REMOVE)
		import_find(im, DIAGNOSTIC_FAULT, line, _("Raden innehåller vad som ser ut som ett personnummer (%.80s), så inget ur filen "
		            "sparas; ta bort det ur filen."), buf_cstr(&shown));
	else
		import_find(im, DIAGNOSTIC_WARNING, line, _("Raden innehåller tio siffror som kan vara ett personnummer (%.80s); kontrollera "
		            "den."), buf_cstr(&shown));
	buf_release(&shown);
}

bool import_rows(struct import *im, const char *bytes, size_t len, struct csv_table *out, struct error *e)
{
	const char *name = im->name;
	struct diagnostics *d = &im->found;

	*out = (struct csv_table){0};
	if (!check_kind(bytes, len, name, e) || !check_size(bytes, len, name, e))
		return false;
	csv_parse_rows(bytes, len, name, out, d);
	if (diagnostics_count(d, DIAGNOSTIC_FAULT) > 0)
		return error_set_at(e, ERROR_DATA, name, d->items[0].line, _("%.300s kan inte läsas. Rad %d: %s"), name,
		                    d->items[0].line, d->items[0].text);
	for (size_t r = 0; r < out->count; r++)
		if (out->rows[r].count > CELLS_MOST)
			return error_set_at(e, ERROR_DATA, name, out->rows[r].line, _("Rad %d i %.300s har fler än %d kolumner, så det är "
			                    "ingen tabell; hämta filen på nytt."), out->rows[r].line, name, CELLS_MOST);
	for (size_t r = 0; r < out->count; r++)
		for (size_t i = 0; i < out->rows[r].count; i++) {
			char *cell = clean(out->rows[r].cells[i]);

			out->rows[r].cells[i] = cell;
			if (strlen(cell) >= 6)
				look_for_persons(im, cell, out->rows[r].line);
		}
	return true;
}
