/* render_csv.c - the tables for a Swedish Excel: BOM, `;`, CRLF, decimal comma, and no cell that acts as a formula. */
#include "radsbord/report/doc.h"

#include "radsbord/base/formula.h"

#include <stdint.h>
#include <string.h>

/* What a terminal must not see is made visible, as in the text rendering. */
static void text_cell(const char *s, struct buf *out)
{
	struct buf clean = {0};
	size_t cells, len = text_plain(s, SIZE_MAX, &cells);
	const char *safe = s;
	if (s[len]) {
		text_sanitise(&clean, s, true);
		safe = buf_cstr(&clean);
		len = clean.len;
	}
	bool mark = formula_needs_mark(s) || (safe != s && formula_needs_mark(safe));
	bool quoted = strpbrk(safe, ";\"\n\r") || (len && (safe[0] == ' ' || safe[len - 1] == ' '));
	buf_str(out, quoted ? "\"" : "");
	buf_str(out, mark ? "'" : "");
	for (const char *quote; (quote = memchr(safe, '"', len)) != NULL; safe = quote + 1) {
		size_t n = (size_t)(quote - safe) + 1;
		buf_add(out, safe, n);
		buf_char(out, '"');
		len -= n;
	}
	buf_add(out, safe, len);
	buf_str(out, quoted ? "\"" : "");
	buf_release(&clean);
}

static void number_cell(const struct doc_cell *c, struct buf *out)
{
	size_t from = out->len;
	num_format_plain(out, c->number, c->decimals, NUM_HALF_UP);
	char *point = memchr(out->data + from, '.', out->len - from);
	if (point)
		*point = ',';
}

static void cell(const struct doc_cell *c, struct buf *out)
{
	switch (c->kind) {
	case CELL_NUMBER:
		number_cell(c, out);
		break;
	case CELL_BOOL:
		buf_str(out, c->truth ? "ja" : "nej");
		break;
	case CELL_TEXT:
	case CELL_UNKNOWN:
		text_cell(c->code ? c->code : c->text ? c->text : "", out);
		break;
	}
}

static void table(const struct doc_table *t, struct buf *out)
{
	for (size_t i = 0; i < t->columns_count; i++) {
		buf_str(out, i ? ";" : "");
		text_cell(t->columns[i].name ? t->columns[i].name : t->columns[i].label, out);
	}
	buf_str(out, "\r\n");
	for (size_t r = 0; r < t->rows && work_step(t->work); r++) {
		for (size_t i = 0; i < t->columns_count; i++) {
			buf_str(out, i ? ";" : "");
			cell(&t->cells[r * t->columns_count + i], out);
		}
		buf_str(out, "\r\n");
	}
}

void render_csv(const struct doc *d, struct buf *out)
{
	bool first = true;
	buf_str(out, "\xEF\xBB\xBF");
	for (size_t i = 0; i < d->count; i++) {
		if (d->items[i].kind != DOC_TABLE || d->items[i].table->people_only)
			continue;
		buf_str(out, first ? "" : "\r\n");
		table(d->items[i].table, out);
		first = false;
	}
}
