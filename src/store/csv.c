/* Reading CSV by RFC 4180 and the forms that Swedish spreadsheets give.
 *
 * The decoded text lies in the table's arena and the cells in it: a quoted cell is unfolded in place. */
#include "csv_local.h"
#include "faults_local.h"

#include "radsbord/base/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { FAULTS_SHOWN = 100 };

struct reader {
	struct csv_table *t;
	struct diagnostics *d;
	const char *file;
	char *at, *end;       /* the text that is left; *end is NUL */
	int line;
	bool one_line_quotes; /* after an unfinished quote, none may span lines */
	size_t faults;
	struct {
		char **items;
		size_t count, cap;
	} cells;
};

__attribute__((format(printf, 3, 4))) static void fault(struct reader *r, int line, const char *fmt, ...)
{
	char text[256];
	va_list args;

	if (++r->faults > FAULTS_SHOWN)
		return;
	va_start(args, fmt);
	if (vsnprintf(text, sizeof text, fmt, args) < 0)
		text[0] = '\0';
	va_end(args);
	diagnostics_add(r->d, DIAGNOSTIC_FAULT, r->file, line, "%s", text);
}

/* The separator of the first line: the most frequent outside quotes; ';' when none is there. */
static char find_separator(const char *s)
{
	static const char choices[] = ";\t,";
	size_t counts[sizeof choices - 1] = {0};
	size_t best = 0;
	bool quoted = false;

	for (; *s && (quoted || *s != '\n'); s++) {
		const char *c = strchr(choices, *s);

		if (*s == '"')
			quoted = !quoted;
		else if (!quoted && c)
			counts[c - choices]++;
	}
	for (size_t i = 1; i < sizeof counts / sizeof *counts; i++)
		if (counts[i] > counts[best])
			best = i;
	return choices[best];
}

/* How many separators `c` the line at s has outside quotes; s is moved to the next line. */
static size_t count_in_line(const char **s, const char *end, char c)
{
	size_t n = 0;
	bool quoted = false;

	for (; *s < end && (quoted || **s != '\n'); ++*s) {
		quoted ^= **s == '"';
		n += !quoted && **s == c;
	}
	*s += *s < end;
	return n;
}

/* The separator that most lines have equally many of, which a line of text, or a decimal comma, does not. */
static char find_common_separator(const char *from, const char *end)
{
	static const char choices[] = ";\t,";
	enum { COUNTED = 64 };
	size_t most = 0;
	char best = ';';

	for (size_t i = 0; i < sizeof choices - 1; i++) {
		size_t lines[COUNTED] = {0};

		for (const char *s = from; s < end;) {
			size_t n = count_in_line(&s, end, choices[i]);

			lines[n < COUNTED ? n : COUNTED - 1]++;
		}
		for (size_t n = 1; n < COUNTED; n++)
			if (lines[n] > most) {
				most = lines[n];
				best = choices[i];
			}
	}
	return best;
}

/* The quote that ends the cell that begins after `s`, or NULL. */
static char *closing_quote(const struct reader *r, char *s)
{
	for (; s < r->end; s++) {
		if (*s == '\n' && r->one_line_quotes)
			return NULL;
		if (*s != '"')
			continue;
		if (s[1] != '"')
			return s;
		s++;
	}
	return NULL;
}

static bool at_cell_end(const struct reader *r, const char *s)
{
	return s >= r->end || *s == r->t->separator || *s == '\n' || (*s == '\r' && s[1] == '\n');
}

/* Unfolds a quoted cell whose text runs to `close`; returns the end of what was written. */
static char *unquote(struct reader *r, char *from, const char *close)
{
	char *to = from;

	for (; from < close; from++) {
		if (*from == '"')
			from++;
		else if (*from == '\r' && from[1] == '\n')
			continue;
		else if (*from == '\n')
			r->line++;
		*to++ = *from;
	}
	return to;
}

/* Reads a cell; r->at is left at what follows it. Returns the end of the cell's text, where its NUL goes. */
static char *read_cell(struct reader *r, char **cell)
{
	char *s = r->at, *to, *close;

	*cell = s;
	if (*s == '"' && s < r->end) {
		close = closing_quote(r, s + 1);
		/* A cell over several lines whose quote ends within another cell has taken that one's first quote. */
		if (!close || (!at_cell_end(r, close + 1) && memchr(s, '\n', (size_t)(close - s)))) {
			fault(r, r->line, _("Citattecknet avslutas aldrig; sätt ett till där cellen slutar."));
			r->one_line_quotes |= !close;
		} else {
			*cell = s + 1;
			to = unquote(r, s + 1, close);
			s = close + 1;
			if (!at_cell_end(r, s))
				fault(r, r->line, _("Det står text efter ett avslutande citattecken; "
				                  "skriv citattecken i en cell dubbelt."));
			while (!at_cell_end(r, s))
				*to++ = *s++;
			r->at = s;
			return to;
		}
	}
	while (!at_cell_end(r, s))
		s++;
	r->at = s;
	return s;
}

/* Reads a row into r->cells. False at the end of the text. */
static bool read_row(struct reader *r, struct csv_row *row)
{
	r->cells.count = 0;
	row->line = r->line;
	if (r->at >= r->end)
		return false;
	for (;;) {
		char *cell, *end = read_cell(r, &cell), mark = *r->at;
		bool more = r->at < r->end && mark == r->t->separator;

		VEC_PUSH(&r->cells, cell);
		if (!more && mark == '\r')
			r->at++;
		if (r->at < r->end)
			r->at++;
		*end = '\0';
		if (more)
			continue;
		row->last = r->line++;
		return true;
	}
}

static bool is_empty_row(const struct reader *r)
{
	return r->cells.count == 1 && r->cells.items[0][strspn(r->cells.items[0], " \t")] == '\0';
}

static void keep_cells(struct reader *r, struct csv_row *row)
{
	row->count = r->cells.count;
	row->cells = arena_alloc(&r->t->arena, row->count * sizeof *row->cells);
	memcpy(row->cells, r->cells.items, row->count * sizeof *row->cells);
}

/* Excel's own first line names the separator. */
static bool take_sep_line(struct reader *r)
{
	if (strncasecmp(r->at, "sep=", 4) != 0 || !r->at[4] || !strchr(";,\t", r->at[4]) ||
	    !(r->at[5] == '\n' || (r->at[5] == '\r' && r->at[6] == '\n')))
		return false;
	r->t->separator = r->at[4];
	r->at = strchr(r->at, '\n') + 1;
	r->line++;
	return true;
}

static bool read_header(struct reader *r)
{
	struct csv_table *t = r->t;

	if (!take_sep_line(r))
		t->separator = find_separator(r->at + strspn(r->at, "\r\n"));
	while (read_row(r, &t->header)) {
		if (is_empty_row(r))
			continue;
		for (size_t i = 0; i < r->cells.count; i++) {
			char *s = r->cells.items[i];
			size_t n = strlen(s);

			while (n > 0 && (s[n - 1] == ' ' || s[n - 1] == '\t'))
				s[--n] = '\0';
			r->cells.items[i] = s + strspn(s, " \t");
		}
		keep_cells(r, &t->header);
		return true;
	}
	diagnostics_add(r->d, DIAGNOSTIC_FAULT, r->file, 1,
	                _("Filen är tom; dess första rad ska vara kolumnernas namn."));
	return false;
}

static void read_rows(struct reader *r)
{
	struct csv_table *t = r->t;
	struct csv_row row;

	while (read_row(r, &row)) {
		if (is_empty_row(r))
			continue;
		keep_cells(r, &row);
		if (t->header.count && row.count != t->header.count)
			fault(r, row.line, _("Raden har %zu celler men rubrikraden %zu; rätta raden."),
			      row.count, t->header.count);
		t->rows = mem_grow(t->rows, t->count, &t->cap, sizeof *t->rows);
		t->rows[t->count++] = row;
	}
	if (r->faults > FAULTS_SHOWN)
		faults_add_rest(r->d, r->file, r->faults - FAULTS_SHOWN);
}

/* The decoded text into the table's arena. */
static void start(struct reader *r, const char *bytes, size_t len)
{
	struct buf text = {0};

	*r->t = (struct csv_table){0};
	csv_decode(bytes, len, r->file, &text, r->d);
	r->at = arena_alloc(&r->t->arena, text.len + 1);
	memcpy(r->at, buf_cstr(&text), text.len);
	r->end = r->at + text.len;
	buf_release(&text);
}

bool csv_parse(const char *bytes, size_t len, const char *file, struct csv_table *out,
               struct diagnostics *d)
{
	struct diagnostics unheard = {0};
	struct reader r = {.t = out, .d = d ? d : &unheard, .file = file, .line = 1};
	size_t before = diagnostics_count(r.d, DIAGNOSTIC_FAULT);
	bool ok;

	start(&r, bytes, len);
	ok = read_header(&r);
	if (ok)
		read_rows(&r);
	out->damaged = diagnostics_count(r.d, DIAGNOSTIC_FAULT) > before;
	free(r.cells.items);
	diagnostics_release(&unheard);
	return ok;
}

void csv_parse_rows(const char *bytes, size_t len, const char *file, struct csv_table *out, struct diagnostics *d)
{
	struct diagnostics unheard = {0};
	struct reader r = {.t = out, .d = d ? d : &unheard, .file = file, .line = 1};

	start(&r, bytes, len);
	if (!take_sep_line(&r))
		out->separator = find_common_separator(r.at, r.end);
	read_rows(&r);
	free(r.cells.items);
	diagnostics_release(&unheard);
}

int csv_column(const struct csv_table *t, const char *name)
{
	for (size_t i = 0; i < t->header.count; i++)
		if (strcasecmp(t->header.cells[i], name) == 0)
			return (int)i;
	return -1;
}

const char *csv_cell(const struct csv_row *row, int column)
{
	return column >= 0 && (size_t)column < row->count ? row->cells[column] : "";
}

void csv_release(struct csv_table *t)
{
	free(t->rows);
	arena_release(&t->arena);
	*t = (struct csv_table){0};
}
