/* Rows of figures. A value that nobody has stated carries a reason and is never zero. */
#include "measures.h"

#include "radsbord/base/formula.h"
#include "radsbord/base/language.h"

#include <stdio.h>
#include <string.h>

static const char *const columns[] = {"plats", "ar", "matt", "kalla", "varde", "publicerat", "orsak", "not", NULL};

struct reading {
	struct csv_table table;
	const char *file;
	struct arena *arena;
	struct diagnostics *d;
};

static bool fault(const struct reading *r, int line, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
static bool fault(const struct reading *r, int line, const char *fmt, ...)
{
	char text[768];
	va_list ap;

	va_start(ap, fmt);
	if (vsnprintf(text, sizeof text, fmt, ap) < 0)
		text[0] = '\0';
	va_end(ap);
	diagnostics_add(r->d, DIAGNOSTIC_FAULT, r->file, line, "%s", text);
	return false;
}

#define FAULT(...) fault(r, row->line, __VA_ARGS__)

static bool has_columns(const struct reading *r)
{
	bool ok = true;

	for (size_t i = 0; columns[i]; i++)
		if (csv_column(&r->table, columns[i]) < 0)
			ok = fault(r, 1, _("Kolumnen %s saknas och filen används inte; lägg till den."), columns[i]);
	return ok;
}

static const char *cell(const struct reading *r, const struct csv_row *row, const char *column)
{
	return csv_cell(row, csv_column(&r->table, column));
}

static const char *text_or_null(const struct reading *r, const struct csv_row *row, const char *column)
{
	const char *text = formula_unmarked(cell(r, row, column));

	return *text ? arena_strdup(r->arena, text) : NULL;
}

static bool read_key(const struct reading *r, const struct csv_row *row, struct measurement *m)
{
	struct num year = NUM_UNKNOWN;
	int decimals = 0;

	m->place = text_or_null(r, row, "plats");
	if (!m->place)
		return FAULT(_("Raden används inte eftersom platsen ”” inte finns; rätta koden."));
	if (!num_parse(cell(r, row, "ar"), &year, &decimals) || decimals || year.num < 1900 || year.num > 9999)
		return FAULT(_("Raden används inte eftersom året ”%.60s” inte är fyra siffror; rätta det."),
		             cell(r, row, "ar"));
	m->year = (int)year.num;
	m->measure = text_or_null(r, row, "matt");
	m->source = text_or_null(r, row, "kalla");
	if (!m->measure || !m->source)
		return FAULT(_("Raden används inte eftersom %s saknas; fyll i det."), m->measure ? "kalla" : "matt");
	return true;
}

static bool read_value(const struct reading *r, const struct csv_row *row, struct measurement *m)
{
	const char *text = cell(r, row, "varde"), *published = cell(r, row, "publicerat"), *date = cell(r, row, "datum");

	m->value = NUM_UNKNOWN;
	if (*text && !num_parse(text, &m->value, &m->decimals))
		return FAULT(_("Raden används inte eftersom värdet ”%.60s” inte är ett tal med punkt; rätta det."), text);
	m->reason = text_or_null(r, row, "orsak");
	if (!*text && !m->reason)
		FAULT(_("Värdet saknas utan orsak; skriv i orsak varför."));
	if (strcmp(published, "ja") != 0 && strcmp(published, "nej") != 0)
		FAULT(_("publicerat ska vara ja eller nej, men är ”%.60s”; rätta det. Tills dess gäller nej."), published);
	m->published = strcmp(published, "ja") == 0;
	if (*date && !date_parse(date, &m->date))
		FAULT(_("datum ”%.60s” är inget datum; skriv det som 2026-02-28, eller lämna det tomt."), date);
	return true;
}

bool measures_read(const char *bytes, size_t len, const char *file, struct arena *a, struct measurements *out,
                   bool *damaged, struct diagnostics *d)
{
	struct reading r = {.file = file, .arena = a, .d = d};
	bool ok = csv_parse(bytes, len, file, &r.table, d) && has_columns(&r);

	for (size_t i = 0; ok && i < r.table.count; i++) {
		const struct csv_row *row = &r.table.rows[i];
		struct measurement m = {.file = file, .line = row->line};

		if (!read_key(&r, row, &m) || !read_value(&r, row, &m))
			continue;
		m.note = text_or_null(&r, row, "not");
		VEC_PUSH(out, m);
	}
	if (damaged)
		*damaged = r.table.damaged;
	csv_release(&r.table);
	return ok;
}

struct indikator_observation measures_observation(const struct measurement *m, int place, struct arena *a)
{
	const char *note = m->note;
	struct buf given = {0};

	if (date_known(m->date)) {
		buf_str(&given, note ? note : "");
		buf_str(&given, note ? " Lämnat " : "Lämnat ");
		date_format_iso(&given, m->date);
		buf_char(&given, '.');
		note = arena_strdup(a, buf_cstr(&given));
		buf_release(&given);
	}
	return (struct indikator_observation){
		.place = place,
		.year = m->year,
		.measure = m->measure,
		.source = m->source,
		.value = {m->value.num, m->value.den},
		.decimals = m->decimals,
		.published = m->published,
		.reason = m->reason,
		.note = note,
		.origin = {.file = m->file, .line = m->line, .source = m->source},
	};
}

const char *measures_key(const struct measurement *m, int place, struct arena *a)
{
	return arena_printf(a, "%d/%d/%s/%s", place, m->year, m->measure, m->source);
}
