/* render_markdown.c - a document in CommonMark, tables as GitHub writes them. */
#include "render.h"

#include "radsbord/base/escape.h"

#include <string.h>

static void heading(const struct doc_node *node, struct render_outline *outline, struct buf *out)
{
	buf_fill(out, '#', (size_t)render_outline_next(outline, node));
	buf_char(out, ' ');
	if (node->label)
		buf_printf(out, "%s ", node->label);
	/* a heading is one line */
	struct buf one = {0};
	text_sanitise(&one, node->text, false);
	escape_markdown(out, buf_cstr(&one));
	buf_release(&one);
	buf_char(out, '\n');
}

/* Lines after the first stand under it, so that they are of the item. */
static void indented(struct buf *out, const char *text, size_t indent)
{
	struct buf escaped = {0};
	escape_markdown(&escaped, text);
	for (const char *p = buf_cstr(&escaped); *p; p++) {
		buf_char(out, *p);
		if (*p == '\n')
			buf_fill(out, ' ', indent);
	}
	buf_release(&escaped);
}

/* A cell is one line: its newlines are breaks that every reader of Markdown tables knows. */
static void cell(struct buf *out, const char *text)
{
	struct buf escaped = {0};
	escape_markdown(&escaped, text);
	for (const char *p = buf_cstr(&escaped); *p; p++) {
		if (p[0] == '\\' && p[1] == '\n') {
			buf_str(out, "<br>");
			p++;
		} else {
			buf_char(out, *p);
		}
	}
	buf_release(&escaped);
}

static void table(const struct doc_table *t, struct buf *out)
{
	if (t->caption && *t->caption) {
		buf_str(out, "**");
		escape_markdown(out, t->caption);
		buf_str(out, "**\n\n");
	}
	for (size_t i = 0; i < t->columns_count; i++)
		if (!t->columns[i].programs_only) {
			buf_str(out, "| ");
			cell(out, render_column_label(&t->columns[i]));
			buf_char(out, ' ');
		}
	buf_str(out, "|\n");
	for (size_t i = 0; i < t->columns_count; i++)
		if (!t->columns[i].programs_only)
			buf_str(out, t->columns[i].align == TEXT_RIGHT ? "| ---: " : "| --- ");
	buf_str(out, "|\n");
	for (size_t r = 0; r < t->rows && work_step(t->work); r++) {
		for (size_t i = 0; i < t->columns_count; i++)
			if (!t->columns[i].programs_only) {
				buf_str(out, "| ");
				cell(out, render_cell_text(&t->cells[r * t->columns_count + i]));
				buf_char(out, ' ');
			}
		buf_str(out, "|\n");
	}
}

static void bars(const struct figure_bars *f, struct buf *out)
{
	struct doc scratch = {0};
	table(render_bars_table(&scratch, f), out);
	doc_release(&scratch);
}

static void map(const struct figure_map *f, struct buf *out)
{
	struct doc scratch = {0};
	table(render_map_table(&scratch, f), out);
	doc_release(&scratch);
}

static void spark(const struct figure_spark *f, struct buf *out)
{
	struct doc scratch = {0};
	table(render_spark_table(&scratch, f), out);
	doc_release(&scratch);
}

static void wheel(const struct figure_wheel *f, struct buf *out)
{
	struct doc scratch = {0};
	table(render_wheel_table(&scratch, f), out);
	doc_release(&scratch);
}

static void pair(const struct doc_node *node, struct buf *out)
{
	buf_str(out, "- **");
	escape_markdown(out, node->label ? node->label : "");
	buf_str(out, ":** ");
	indented(out, node->text, 2);
	buf_char(out, '\n');
}

static void link_to(const struct doc_node *node, struct buf *out)
{
	buf_char(out, '[');
	escape_markdown(out, node->text ? node->text : node->label);
	buf_printf(out, "](<%s>)\n", node->label);
}

static void blank(const struct doc_node *node, struct buf *out)
{
	if (node->text && *node->text) {
		escape_markdown(out, node->text);
		buf_str(out, "\n");
	}
	for (int i = 0; i < node->level; i++)
		buf_str(out, "\n\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n");
}

/* Between fences longer than any row of the sign in the lines. */
static void verbatim(const char *lines, struct buf *out)
{
	struct buf clean = {0};
	size_t fence = 3, run = 0;
	text_sanitise(&clean, lines, true);
	for (const char *p = buf_cstr(&clean); *p; p++) {
		run = *p == '`' ? run + 1 : 0;
		fence = run >= fence ? run + 1 : fence;
	}
	buf_fill(out, '`', fence);
	buf_printf(out, "text\n%s%s", buf_cstr(&clean), clean.len && clean.data[clean.len - 1] == '\n' ? "" : "\n");
	buf_fill(out, '`', fence);
	buf_char(out, '\n');
	buf_release(&clean);
}

static void node_markdown(const struct doc *d, size_t at, struct render_outline *outline, struct buf *out)
{
	const struct doc_node *node = &d->items[at];
	switch (node->kind) {
	case DOC_HEADING:
		heading(node, outline, out);
		break;
	case DOC_PARAGRAPH:
	case DOC_SUBTITLE:
		escape_markdown(out, node->text);
		buf_char(out, '\n');
		break;
	case DOC_ITEM:
		buf_str(out, "- ");
		indented(out, node->text, 2);
		buf_char(out, '\n');
		break;
	case DOC_NUMBERED:
		buf_printf(out, "%d. ", render_number(d, at));
		indented(out, node->text, 4);
		buf_char(out, '\n');
		break;
	case DOC_PAIR:
		pair(node, out);
		break;
	case DOC_TABLE:
		table(node->table, out);
		break;
	case DOC_BARS:
		bars(node->bars, out);
		break;
	case DOC_MAP:
		map(node->map, out);
		break;
	case DOC_SPARK:
		spark(node->spark, out);
		break;
	case DOC_WHEEL:
		wheel(node->wheel, out);
		break;
	case DOC_LINK:
		link_to(node, out);
		break;
	case DOC_BLANK:
		blank(node, out);
		break;
	case DOC_SIGNATURE:
		buf_str(out, "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\\n");
		escape_markdown(out, node->text);
		buf_char(out, '\n');
		break;
	case DOC_PAGE_BREAK:
		buf_str(out, "---\n");
		break;
	case DOC_VERBATIM:
		verbatim(node->text, out);
		break;
	}
}

void render_markdown(const struct doc *d, struct buf *out)
{
	struct render_outline outline = {0};
	for (size_t i = 0; i < d->count && work_step(d->work); i++) {
		if (d->items[i].kind == DOC_TABLE && !render_table_visible(d->items[i].table))
			continue;
		bool in_list = (d->items[i].kind == DOC_ITEM || d->items[i].kind == DOC_NUMBERED || d->items[i].kind == DOC_PAIR) &&
		               render_continues(d, i);
		buf_str(out, i && out->len && !in_list ? "\n" : "");
		/* two lists that follow one another would be one */
		if (i && !in_list && (d->items[i].kind == DOC_ITEM || d->items[i].kind == DOC_PAIR) &&
		    (d->items[i - 1].kind == DOC_ITEM || d->items[i - 1].kind == DOC_PAIR))
			buf_str(out, "<!-- -->\n\n");
		node_markdown(d, i, &outline, out);
	}
}
