/* render_csv.c - the tables for a Swedish Excel: BOM, `;`, CRLF, decimal comma, and no cell that acts as a formula. */
#include "radsbord/report/doc.h"

#include <string.h>

static bool is_blank(uint32_t cp)
{
	return cp == ' ' || cp == '\n' || cp == 0xA0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F ||
	       cp == 0x205F || cp == 0x3000;
}

static bool starts_formula(uint32_t cp)
{
	static const uint32_t signs[] = {'=', '+', '-', '@', '\t', '\r', 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (cp == signs[i])
			return true;
	return false;
}

/* A formula sign after any blanks and any of our own marks: one mark more can be taken off again. */
static bool needs_mark(const char *s)
{
	uint32_t cp = 0;
	for (size_t left = strlen(s); left > 0;) {
		size_t n = text_decode(s, left, &cp);
		if (starts_formula(cp))
			return true;
		if (!is_blank(cp) && cp != '\'')
			return false;
		s += n;
		left -= n;
	}
	return false;
}

/* What a terminal must not see is made visible, as in the text rendering. */
static void text_cell(const char *s, struct buf *out)
{
	struct buf clean = {0};
	text_sanitise(&clean, s, true);
	const char *safe = buf_cstr(&clean);
	bool mark = needs_mark(s) || needs_mark(safe);
	size_t len = strlen(safe);
	bool quoted = strpbrk(safe, ";\"\n\r") || (len && (safe[0] == ' ' || safe[len - 1] == ' '));
	buf_str(out, quoted ? "\"" : "");
	buf_str(out, mark ? "'" : "");
	for (const char *p = safe; *p; p++) {
		if (*p == '"')
			buf_char(out, '"');
		buf_char(out, *p);
	}
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
	for (size_t r = 0; r < t->rows; r++) {
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
