/* A step's changes to a file of figures, byte by byte: what a step does not name stays as it is. */
#include "measures.h"

#include "radsbord/base/formula.h"
#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>

/* A row of the file and what becomes of it. */
struct line {
	size_t start, end;          /* in the bytes, with its newline */
	const struct csv_row *row;
	const char **cells;         /* new values by column, NULL where it keeps its own; NULL: none has changed */
	bool removed;
};
struct merge {
	const char *file;
	const struct buf *bytes;
	struct csv_table table;
	struct arena arena;
	struct line *lines;
	struct map keys;            /* Id -> line */
	struct buf added;           /* rows for the end */
	const char *newline;
	struct error *e;
};

static const char first_line[] = "plats,ar,matt,kalla,varde,publicerat,orsak,not,datum\n";

bool measures_is_file(const char *name)
{
	size_t n = strlen(name);

	return strncmp(name, "matt/", 5) == 0 && n > 9 && strcmp(name + n - 4, ".csv") == 0;
}

static bool refuse(const struct merge *m, enum error_code code, int line, const char *text)
{
	return error_set_at(m->e, code, m->file, line, "%s", text);
}

/* ---- reading ------------------------------------------------------------------------- */

static const char *cell(const struct merge *m, const struct csv_row *row, const char *column)
{
	return csv_cell(row, csv_column(&m->table, column));
}

/* Where each line of the bytes begins, and where the last ends. */
static size_t *line_starts(struct merge *m, size_t *count)
{
	size_t n = 1;

	for (size_t i = 0; i < m->bytes->len; i++)
		n += m->bytes->data[i] == '\n';
	size_t *starts = arena_alloc(&m->arena, (n + 1) * sizeof *starts);
	*count = 1;
	for (size_t i = 0; i < m->bytes->len; i++)
		if (m->bytes->data[i] == '\n')
			starts[(*count)++] = i + 1;
	starts[*count] = m->bytes->len;
	return starts;
}

static bool read_file(struct merge *m)
{
	struct diagnostics found = {0};
	const char *s = buf_cstr(m->bytes);
	size_t bom = m->bytes->len >= 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0, count;
	bool ok = text_is_utf8(s + bom, m->bytes->len - bom, NULL) ||
	          refuse(m, ERROR_READONLY, 0, arena_printf(&m->arena, _("%s är inte UTF-8 och ändras därför inte; spara om den som UTF-8."),
	                                                    m->file));

	ok = ok && ((csv_parse(s, m->bytes->len, m->file, &m->table, &found) && !m->table.damaged) ||
	            refuse(m, ERROR_READONLY, found.count ? found.items[0].line : 0,
	                   arena_printf(&m->arena, _("%s är skadad och kan inte ändras förrän den är rättad; kör radsbord kontroll."),
	                                m->file)));
	diagnostics_release(&found);
	if (!ok)
		return false;
	size_t *starts = line_starts(m, &count);
	m->lines = arena_alloc(&m->arena, (m->table.count + 1) * sizeof *m->lines);
	for (size_t i = 0; i < m->table.count; i++) {
		const struct csv_row *row = &m->table.rows[i];
		const char *id = arena_printf(&m->arena, "%s/%s/%s/%s", cell(m, row, "plats"), cell(m, row, "ar"), cell(m, row, "matt"),
		                              cell(m, row, "kalla"));

		m->lines[i] = (struct line){.start = starts[row->line - 1], .end = starts[row->last], .row = row};
		map_put(&m->keys, id, (int)i);
	}
	m->newline = count > 1 && starts[1] > 1 && s[starts[1] - 2] == '\r' ? "\r\n" : "\n";
	return true;
}

/* ---- changes --------------------------------------------------------------------------- */

/* A value as its cell: text that a spreadsheet could take for a formula has a mark. */
static const char *as_cell(struct merge *m, const struct field *f, const struct strings *values)
{
	const char *text = values->count ? values->items[0] : "";
	bool number = strcmp(f->name, "Varde") == 0;

	return !number && formula_needs_mark(text) ? arena_printf(&m->arena, "'%s", text) : text;
}

/* Without the mark; "" where the file has no such column. */
static const char *now(const struct line *l, int column)
{
	return formula_unmarked(column >= 0 && l->cells && l->cells[column] ? l->cells[column] : csv_cell(l->row, column));
}

static bool find_column(struct merge *m, const struct field *f, int *column)
{
	*column = csv_column(&m->table, f->name);
	return *column >= 0 ||
	       refuse(m, ERROR_READONLY, 1, arena_printf(&m->arena, _("Kolumnen %s saknas i %s; lägg till den sist i första raden och ett "
	                                                 "skiljetecken sist i de andra."), f->name, m->file));
}

/* True when the cell holds what the change was made from. */
static bool holds(struct merge *m, const struct line *l, const struct field *f, const struct strings *before)
{
	int column = csv_column(&m->table, f->name);

	if (strcmp(now(l, column), before->count ? before->items[0] : "") == 0)
		return true;
	return refuse(m, ERROR_CONFLICT, l->row->line,
	              arena_printf(&m->arena, _("Raden %d i %s har ändrats sedan den lästes: %s är nu ”%.100s”. Inget sparades; gör om det "
	                           "om det behövs."), l->row->line, m->file, _(f->label), now(l, column)));
}

static struct line *find(struct merge *m, const struct change *c)
{
	int at = map_get(&m->keys, c->id);

	return at >= 0 && !m->lines[at].removed ? &m->lines[at] : NULL;
}

static bool set(struct merge *m, struct line *l, const struct change *c)
{
	int column;

	if (!find_column(m, c->field, &column) || !holds(m, l, c->field, &c->before))
		return false;
	if (!l->cells)
		l->cells = arena_alloc(&m->arena, m->table.header.count * sizeof *l->cells);
	l->cells[column] = as_cell(m, c->field, &c->after);
	return true;
}

static bool take_out(struct merge *m, struct line *l, const struct change *c)
{
	for (size_t i = 1; i < c->type->count; i++) {
		const struct field *f = &c->type->fields[i];
		const struct strings none = {0}, *before = &none;

		for (size_t k = 0; k < c->fields_count; k++)
			if (c->fields[k].field == f)
				before = &c->fields[k].values;
		if (!holds(m, l, f, before))
			return false;
	}
	l->removed = true;
	return true;
}

static void write_cell(const struct merge *m, const char *text, bool quoted, struct buf *out)
{
	size_t n = strlen(text);
	const char special[] = {m->table.separator, '"', '\n', '\r', '\0'};

	quoted = quoted || strpbrk(text, special) || (n && (text[0] == ' ' || text[n - 1] == ' '));
	buf_str(out, quoted ? "\"" : "");
	for (; *text; text++) {
		if (*text == '"')
			buf_char(out, '"');
		buf_char(out, *text);
	}
	buf_str(out, quoted ? "\"" : "");
}

static bool add(struct merge *m, const struct change *c)
{
	const char **cells = arena_alloc(&m->arena, m->table.header.count * sizeof *cells);
	int column;

	for (size_t i = 0; i < c->fields_count; i++) {
		if (c->fields[i].field->type == FIELD_ID)
			continue;
		if (!find_column(m, c->fields[i].field, &column))
			return false;
		cells[column] = as_cell(m, c->fields[i].field, &c->fields[i].values);
	}
	for (size_t i = 0; i < m->table.header.count; i++) {
		if (i)
			buf_char(&m->added, m->table.separator);
		write_cell(m, cells[i] ? cells[i] : "", false, &m->added);
	}
	buf_str(&m->added, m->newline);
	return true;
}

static bool apply(struct merge *m, const struct change *c)
{
	struct line *l = find(m, c);

	if (c->kind == CHANGE_ADD)
		return !l ? add(m, c)
		          : refuse(m, ERROR_CONFLICT, l->row->line,
		                   arena_printf(&m->arena, _("Uppgiften %s finns redan i %s rad %d. Inget sparades; läs in filen igen."), c->id,
		                                m->file, l->row->line));
	if (!l)
		return refuse(m, ERROR_CONFLICT, 0, arena_printf(&m->arena, _("Uppgiften %s finns inte längre i %s. Inget sparades."), c->id,
		                                                 m->file));
	return c->kind == CHANGE_SET ? set(m, l, c) : take_out(m, l, c);
}

/* ---- writing ------------------------------------------------------------------------------ */

/* The end of the cell that begins at `at`: its separator, or the end of the row. */
static size_t cell_end(const struct merge *m, size_t at, size_t end)
{
	const char *s = m->bytes->data;
	bool quoted = false;

	for (size_t i = at; i < end; i++) {
		quoted ^= s[i] == '"' && (quoted || i == at || s[at] == '"');
		if (!quoted && (s[i] == m->table.separator || s[i] == '\n' || (s[i] == '\r' && i + 1 < end && s[i + 1] == '\n')))
			return i;
	}
	return end;
}

static void write_line(const struct merge *m, const struct line *l, struct buf *out)
{
	const char *s = m->bytes->data;
	size_t at = l->start;

	for (size_t i = 0; i < l->row->count; i++) {
		size_t end = cell_end(m, at, l->end);

		if (l->cells[i])
			write_cell(m, l->cells[i], s[at] == '"', out);
		else
			buf_add(out, s + at, end - at);
		if (i + 1 < l->row->count)
			buf_char(out, m->table.separator);
		at = i + 1 < l->row->count ? end + 1 : end;
	}
	buf_add(out, s + at, l->end - at);
}

static void write_all(const struct merge *m, struct buf *out)
{
	const char *s = m->bytes->data;
	size_t at = 0;

	for (size_t i = 0; i < m->table.count; i++) {
		const struct line *l = &m->lines[i];

		if (!l->cells && !l->removed)
			continue;
		buf_add(out, s + at, l->start - at);
		if (!l->removed)
			write_line(m, l, out);
		at = l->end;
	}
	buf_add(out, s + at, m->bytes->len - at);
	if (m->added.len && out->len && out->data[out->len - 1] != '\n')
		buf_str(out, m->newline);
	buf_add(out, buf_cstr(&m->added), m->added.len);
}

bool measures_merge(const struct changes *c, const char *file, struct buf *bytes, struct error *e)
{
	struct merge m = {.file = file, .bytes = bytes, .e = e};
	struct buf out = {0};
	bool ok;

	if (bytes->len == 0)
		buf_str(bytes, first_line);
	ok = read_file(&m);
	for (size_t i = 0; ok && i < c->count; i++)
		if (strcmp(c->items[i].file, file) == 0)
			ok = apply(&m, &c->items[i]);
	if (ok) {
		write_all(&m, &out);
		buf_release(bytes);
		*bytes = out;
	}
	csv_release(&m.table);
	map_release(&m.keys);
	buf_release(&m.added);
	arena_release(&m.arena);
	return ok;
}
