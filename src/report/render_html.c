/* render_html.c - a document as one page of HTML5: everything it needs is in it, nothing is fetched. */
#include "render.h"

#include "radsbord/base/escape.h"

#include <string.h>

/* Contrast is at least 7:1 everywhere; the print rules keep a heading with its text and a row on one page. */
static const char style[] =
	"html{font-family:system-ui,'Segoe UI',Arial,sans-serif;line-height:1.5;color:#1a1a1a;background:#fff}\n"
	"body{max-width:50rem;margin:2rem auto;padding:0 1rem}\n"
	"h1{font-size:1.8rem;line-height:1.2;border-bottom:2px solid #1a1a1a;padding-bottom:.3rem}\n"
	"h2{font-size:1.3rem;margin-top:2rem}\n"
	"h3{font-size:1.1rem}\n"
	".subtitle{font-size:1.15rem;margin-top:-.5rem}\n"
	"dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.2rem 1rem}\n"
	"dt{font-weight:bold}\n"
	"dd{margin:0}\n"
	"table{border-collapse:collapse;width:100%;margin:1rem 0}\n"
	"caption{text-align:left;font-weight:bold;padding:.3rem 0}\n"
	"th,td{border:1px solid #595959;padding:.3rem .5rem;text-align:left;vertical-align:top}\n"
	"thead th{background:#ededed}\n"
	".right{text-align:right;white-space:nowrap}\n"
	"figure{margin:1rem 0}\n"
	"pre{font:.8rem/1.25 ui-monospace,Consolas,'DejaVu Sans Mono',monospace;border:1px solid #595959;padding:.5rem;overflow-x:auto}\n"
	"svg{width:100%;height:auto;font:13px system-ui,'Segoe UI',Arial,sans-serif}\n"
	".axis{stroke:#1a1a1a}\n"
	".target{stroke:#1a1a1a;stroke-width:2;stroke-dasharray:5 3}\n"
	".line{border:0;border-bottom:1px solid #1a1a1a;height:1.8rem;margin:0}\n"
	".signature{margin-top:3rem;max-width:20rem;border-top:1px solid #1a1a1a}\n"
	"@media print{\n"
	"body{margin:0;max-width:none;font-size:11pt}\n"
	"h1,h2,h3,h4,caption{break-after:avoid}\n"
	"tr,li,dd,figure,pre{break-inside:avoid}\n"
	"thead{display:table-header-group}\n"
	".page{break-before:page}\n"
	"a::after{content:' (' attr(href) ')'}\n"
	"}\n"
	"@page{size:A4;margin:2cm}\n";

static void text(struct buf *out, const char *s)
{
	struct buf escaped = {0};
	escape_html(&escaped, s ? s : "");
	for (const char *p = buf_cstr(&escaped); *p; p++) {
		if (*p == '\n')
			buf_str(out, "<br>");
		buf_char(out, *p);
	}
	buf_release(&escaped);
}

static void element(struct buf *out, const char *open, const char *s, const char *close)
{
	buf_str(out, open);
	text(out, s);
	buf_str(out, close);
}

/* No text, no element: an empty heading or caption says nothing to who listens. */
static void heading(const struct doc_node *node, struct render_outline *outline, bool page, struct buf *out)
{
	if (!node->text || !*node->text)
		return;
	int level = render_outline_next(outline, node);
	buf_printf(out, "<h%d%s>", level, page ? " class=\"page\"" : "");
	if (node->label)
		element(out, "", node->label, " ");
	text(out, node->text);
	buf_printf(out, "</h%d>\n", level);
}

static void table_head(const struct doc_table *t, struct buf *out)
{
	buf_str(out, "<thead>\n<tr>");
	for (size_t i = 0; i < t->columns_count; i++) {
		if (t->columns[i].programs_only)
			continue;
		buf_printf(out, "<th scope=\"col\"%s>", t->columns[i].align == TEXT_RIGHT ? " class=\"right\"" : "");
		text(out, render_column_label(&t->columns[i]));
		buf_str(out, "</th>");
	}
	buf_str(out, "</tr>\n</thead>\n");
}

static void table(const struct doc_table *t, struct buf *out)
{
	buf_str(out, "<table>\n");
	if (t->caption && *t->caption)
		element(out, "<caption>", t->caption, "</caption>\n");
	table_head(t, out);
	buf_str(out, "<tbody>\n");
	for (size_t r = 0; r < t->rows && work_step(t->work); r++) {
		buf_str(out, "<tr>");
		for (size_t i = 0; i < t->columns_count; i++) {
			const struct doc_column *c = &t->columns[i];
			if (c->programs_only)
				continue;
			buf_printf(out, "<%s%s>", c->heads_row ? "th scope=\"row\"" : "td",
			           c->align == TEXT_RIGHT ? " class=\"right\"" : "");
			text(out, render_cell_text(&t->cells[r * t->columns_count + i]));
			buf_str(out, c->heads_row ? "</th>" : "</td>");
		}
		buf_str(out, "</tr>\n");
	}
	buf_str(out, "</tbody>\n</table>\n");
}

/* A drawing, and what it shows in a table: who does not see the one reads the other. */
static void bars(const struct figure_bars *f, int number, struct buf *out)
{
	struct doc scratch = {0};
	if (f->count)
		render_svg_bars(f, number, out);
	table(render_bars_table(&scratch, f), out);
	doc_release(&scratch);
}

static void map(const struct figure_map *f, int number, struct buf *out)
{
	struct doc scratch = {0};
	if (f->count)
		render_svg_map(f, number, out);
	table(render_map_table(&scratch, f), out);
	doc_release(&scratch);
}

static void spark(const struct figure_spark *f, int number, struct buf *out)
{
	struct doc scratch = {0};
	if (f->count)
		render_svg_spark(f, number, out);
	table(render_spark_table(&scratch, f), out);
	doc_release(&scratch);
}

static void wheel(const struct figure_wheel *f, int number, struct buf *out)
{
	struct doc scratch = {0};
	render_svg_wheel(f, number, out);
	table(render_wheel_table(&scratch, f), out);
	doc_release(&scratch);
}

/* A list's own element stands around its items. */
static void list_item(const struct doc *d, size_t at, const char *list, struct buf *out)
{
	if (!render_continues(d, at))
		buf_printf(out, "<%s>\n", list);
	if (d->items[at].kind == DOC_PAIR) {
		element(out, "<dt>", d->items[at].label, "</dt>");
		element(out, "<dd>", d->items[at].text, "</dd>\n");
	} else {
		element(out, "<li>", d->items[at].text, "</li>\n");
	}
	if (!render_goes_on(d, at))
		buf_printf(out, "</%s>\n", list);
}

static void blank(const struct doc_node *node, struct buf *out)
{
	if (node->text && *node->text)
		element(out, "<p>", node->text, "</p>\n");
	for (int i = 0; i < node->level; i++)
		buf_str(out, "<hr class=\"line\">\n");
}

static void link_to(const struct doc_node *node, struct buf *out)
{
	buf_str(out, "<p><a href=\"");
	escape_html(out, node->label);
	element(out, "\">", node->text ? node->text : node->label, "</a></p>\n");
}

static void node_html(const struct doc *d, size_t at, struct render_outline *outline, struct buf *out)
{
	const struct doc_node *node = &d->items[at];
	bool page = at > 0 && d->items[at - 1].kind == DOC_PAGE_BREAK;
	switch (node->kind) {
	case DOC_HEADING:
		heading(node, outline, page, out);
		break;
	case DOC_PARAGRAPH:
		element(out, page ? "<p class=\"page\">" : "<p>", node->text, "</p>\n");
		break;
	case DOC_SUBTITLE:
		element(out, "<p class=\"subtitle\">", node->text, "</p>\n");
		break;
	case DOC_ITEM:
		list_item(d, at, "ul", out);
		break;
	case DOC_NUMBERED:
		list_item(d, at, "ol", out);
		break;
	case DOC_PAIR:
		list_item(d, at, "dl", out);
		break;
	case DOC_TABLE:
		if (render_table_visible(node->table))
			table(node->table, out);
		break;
	case DOC_BARS:
		bars(node->bars, (int)at, out);
		break;
	case DOC_MAP:
		map(node->map, (int)at, out);
		break;
	case DOC_SPARK:
		spark(node->spark, (int)at, out);
		break;
	case DOC_WHEEL:
		wheel(node->wheel, (int)at, out);
		break;
	case DOC_LINK:
		link_to(node, out);
		break;
	case DOC_BLANK:
		blank(node, out);
		break;
	case DOC_SIGNATURE:
		element(out, "<p class=\"signature\">", node->text, "</p>\n");
		break;
	case DOC_PAGE_BREAK:
		break;
	case DOC_VERBATIM: /* who has no mouse scrolls it too */
		buf_str(out, "<pre tabindex=\"0\">");
		escape_html(out, node->text);
		buf_str(out, "</pre>\n");
		break;
	}
}

void render_html(const struct doc *d, struct buf *out)
{
	struct render_outline outline = {0};
	buf_str(out, "<!DOCTYPE html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"utf-8\">\n"
	             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
	element(out, "<title>", doc_title(d), "</title>\n");
	if (d->author && *d->author) {
		buf_str(out, "<meta name=\"author\" content=\"");
		escape_html(out, d->author);
		buf_str(out, "\">\n");
	}
	buf_printf(out, "<meta name=\"generator\" content=\"Rådsbord\">\n<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
	for (size_t i = 0; i < d->count && work_step(d->work); i++)
		node_html(d, i, &outline, out);
	buf_str(out, "</main>\n</body>\n</html>\n");
}
