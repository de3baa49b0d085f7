/* render_json.c - the tables for programs: one array, one object a line. */
#include "radsbord/report/doc.h"

#include <inttypes.h>
#include <string.h>

static void escape(uint32_t cp, struct buf *out)
{
	if (cp > 0xFFFF) {
		cp -= 0x10000;
		buf_printf(out, "\\u%04" PRIx32 "\\u%04" PRIx32, 0xD800 + (cp >> 10), 0xDC00 + (cp & 0x3FF));
	} else {
		buf_printf(out, "\\u%04" PRIx32, cp);
	}
}

/* What a terminal may not be sent is escaped, so that the string is whole for a program and harmless where it is shown. */
static void string(const char *s, struct buf *out)
{
	int marks = TEXT_MARKS_MOST; /* there is no base yet */
	buf_char(out, '"');
	for (size_t left = strlen(s); left > 0;) {
		uint32_t cp;
		char bytes[4];
		size_t n = text_decode(s, left, &cp);
		int width = text_cell_width(cp);
		marks = width > 0 ? 0 : width == 0 ? marks + 1 : TEXT_MARKS_MOST;
		if (cp == '"' || cp == '\\')
			buf_printf(out, "\\%c", (char)cp);
		else if (cp == '\n')
			buf_str(out, "\\n");
		else if (cp == '\t')
			buf_str(out, "\\t");
		else if (width >= 0 && marks <= TEXT_MARKS_MOST)
			buf_add(out, bytes, text_encode(cp, bytes));
		else
			escape(cp, out);
		s += n;
		left -= n;
	}
	buf_char(out, '"');
}

static void cell(const struct doc_cell *c, struct buf *out)
{
	switch (c->kind) {
	case CELL_NUMBER:
		num_format_plain(out, c->number, c->decimals, NUM_HALF_UP);
		break;
	case CELL_BOOL:
		buf_str(out, c->truth ? "true" : "false");
		break;
	case CELL_TEXT:
		string(c->code ? c->code : c->text, out);
		break;
	case CELL_UNKNOWN:
		buf_str(out, "null");
		break;
	}
}

static void object(const struct doc_table *t, size_t row, struct buf *out)
{
	buf_char(out, '{');
	for (size_t i = 0; i < t->columns_count; i++) {
		buf_str(out, i ? ", " : "");
		string(t->columns[i].name ? t->columns[i].name : t->columns[i].label, out);
		buf_str(out, ": ");
		cell(&t->cells[row * t->columns_count + i], out);
	}
	buf_char(out, '}');
}

void render_json(const struct doc *d, struct buf *out)
{
	bool first = true;
	buf_str(out, "[");
	for (size_t i = 0; i < d->count; i++) {
		const struct doc_table *t = d->items[i].table;
		bool shown = d->items[i].kind == DOC_TABLE && !t->people_only;
		for (size_t r = 0; shown && r < t->rows && work_step(t->work); r++) {
			buf_str(out, first ? "\n" : ",\n");
			object(t, r, out);
			first = false;
		}
	}
	buf_str(out, first ? "]\n" : "\n]\n");
}
