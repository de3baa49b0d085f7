/* render_docx.c - a document for Word: the parts of ECMA-376 that it needs, packed by package.c. */
#include "docx_styles.h"
#include "package.h"
#include "render.h"

#include "radsbord/base/escape.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

/* Numbers of lists: ours lie far from those that a template's styles name. */
enum { BULLETS = 9001, FIRST_NUMBERED = 9002, TEXT_WIDTH = 9412 };

struct docx {
	const struct doc *d;
	struct docx_styles styles;
	struct render_outline outline;
	struct buf body, links;     /* links: their relationships */
	int links_count, lists_count;
};

static void xml_text(struct buf *out, const char *s)
{
	escape_xml(out, s ? s : "");
}

/* Text as runs; a newline is a break. `properties` is what stands in w:rPr besides the language. */
static void run(struct buf *out, const char *s, const char *properties)
{
	for (;;) {
		size_t n = strcspn(s, "\n");
		char *line = mem_strndup(s, n);
		buf_printf(out, "<w:r><w:rPr>%s<w:lang w:val=\"sv-SE\"/></w:rPr><w:t xml:space=\"preserve\">", properties);
		xml_text(out, line);
		buf_str(out, "</w:t></w:r>");
		free(line);
		if (!s[n])
			return;
		buf_str(out, "<w:r><w:br/></w:r>");
		s += n + 1;
	}
}

static void paragraph_begin(struct docx *x, enum docx_style style, const char *more)
{
	buf_printf(&x->body, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>", x->styles.id[style], more);
}

static void paragraph(struct docx *x, enum docx_style style, const char *more, const char *text)
{
	paragraph_begin(x, style, more);
	run(&x->body, text ? text : "", "");
	buf_str(&x->body, "</w:p>\n");
}

static void heading(struct docx *x, const struct doc_node *node, bool page)
{
	int level = render_outline_next(&x->outline, node);
	paragraph_begin(x, (enum docx_style)(STYLE_HEADING_1 + level - 1), page ? "<w:pageBreakBefore/>" : "");
	if (node->label) {
		run(&x->body, node->label, "");
		run(&x->body, " ", "");
	}
	run(&x->body, node->text, "");
	buf_str(&x->body, "</w:p>\n");
}

static void list_item(struct docx *x, size_t at)
{
	const struct doc_node *node = &x->d->items[at];
	char list[96];
	bool numbered = node->kind == DOC_NUMBERED;
	if (numbered && !render_continues(x->d, at))
		x->lists_count++;
	snprintf(list, sizeof list, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"%d\"/></w:numPr>",
	         numbered ? FIRST_NUMBERED + x->lists_count - 1 : BULLETS);
	paragraph(x, numbered ? STYLE_NUMBER : STYLE_BULLET, list, node->text);
}

static void pair(struct docx *x, const struct doc_node *node)
{
	paragraph_begin(x, STYLE_NORMAL, "<w:spacing w:after=\"40\"/><w:ind w:left=\"2268\" w:hanging=\"2268\"/>");
	char *label = mem_printf("%s: ", node->label ? node->label : "");
	run(&x->body, label, "<w:b/>");
	free(label);
	run(&x->body, node->text, "");
	buf_str(&x->body, "</w:p>\n");
}

static void cell(struct docx *x, const struct doc_column *c, const char *text, const char *properties, const char *shade)
{
	buf_printf(&x->body, "<w:tc><w:tcPr>%s</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"%s\"/><w:spacing w:after=\"0\"/>%s</w:pPr>", shade,
	           x->styles.id[STYLE_NORMAL], c->align == TEXT_RIGHT ? "<w:jc w:val=\"right\"/>" : "");
	run(&x->body, text, properties);
	buf_str(&x->body, "</w:p></w:tc>");
}

/* Room for each column after the longest of its texts, so that numbers do not take the place of words. */
static void grid(struct docx *x, const struct doc_table *t)
{
	enum { LEAST = 6, MOST = 40 };
	int *wide = mem_alloc((t->columns_count + 1) * sizeof *wide), sum = 0;
	for (size_t i = 0; i < t->columns_count; i++) {
		if (t->columns[i].programs_only)
			continue;
		wide[i] = text_width(render_column_label(&t->columns[i]));
		for (size_t r = 0; r < t->rows; r++) {
			int w = text_width(render_cell_text(&t->cells[r * t->columns_count + i]));
			wide[i] = w > wide[i] ? w : wide[i];
		}
		wide[i] = wide[i] < LEAST ? LEAST : wide[i] > MOST ? MOST : wide[i];
		sum += wide[i];
	}
	buf_str(&x->body, "<w:tblGrid>");
	for (size_t i = 0; i < t->columns_count; i++)
		if (!t->columns[i].programs_only)
			buf_printf(&x->body, "<w:gridCol w:w=\"%d\"/>", TEXT_WIDTH * wide[i] / (sum ? sum : 1));
	buf_str(&x->body, "</w:tblGrid>\n");
	free(wide);
}

static void table_head(struct docx *x, const struct doc_table *t)
{
	buf_str(&x->body, "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
	for (size_t i = 0; i < t->columns_count; i++)
		if (!t->columns[i].programs_only)
			cell(x, &t->columns[i], render_column_label(&t->columns[i]), "<w:b/>",
			     "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EDEDED\"/>");
	buf_str(&x->body, "</w:tr>\n");
}

static void table(struct docx *x, const struct doc_table *t)
{
	bool row_heads = false;
	for (size_t i = 0; i < t->columns_count; i++)
		row_heads = row_heads || t->columns[i].heads_row;
	if (!render_table_visible(t))
		return;
	if (t->caption && *t->caption)
		paragraph(x, STYLE_CAPTION, "", t->caption);
	buf_printf(&x->body,
	           "<w:tbl><w:tblPr><w:tblStyle w:val=\"%s\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLook w:val=\"%s\" "
	           "w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"%d\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/>"
	           "<w:tblCaption w:val=\"", x->styles.id[STYLE_TABLE], row_heads ? "04A0" : "0420", row_heads);
	xml_text(&x->body, t->caption && *t->caption ? t->caption : doc_title(x->d));
	buf_str(&x->body, "\"/></w:tblPr>");
	grid(x, t);
	table_head(x, t);
	for (size_t r = 0; r < t->rows && work_step(t->work); r++) {
		buf_str(&x->body, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
		for (size_t i = 0; i < t->columns_count; i++)
			if (!t->columns[i].programs_only)
				cell(x, &t->columns[i], render_cell_text(&t->cells[r * t->columns_count + i]),
				     t->columns[i].heads_row ? "<w:b/>" : "", "");
		buf_str(&x->body, "</w:tr>\n");
	}
	buf_str(&x->body, "</w:tbl>\n");
	paragraph(x, STYLE_NORMAL, "<w:spacing w:after=\"0\"/>", ""); /* two tables in a row would be one */
}

static void bars(struct docx *x, const struct figure_bars *f)
{
	struct doc scratch = {0};
	table(x, render_bars_on_paper(&scratch, f));
	doc_release(&scratch);
}

/* In one paragraph: paper has room for the names, not for a table of them, and the most are the others. */
static void map(struct docx *x, const struct figure_map *f)
{
	enum figure_mark most = FIGURE_MET;
	struct buf text = {0};
	for (int mark = 0; mark < FIGURE_MARKS; mark++)
		most = figure_map_count(f, (enum figure_mark)mark) > figure_map_count(f, most) ? (enum figure_mark)mark : most;
	bool alone = figure_map_count(f, most) == f->count;
	if (f->title && *f->title)
		paragraph(x, STYLE_CAPTION, "", f->title);
	for (int mark = 0; mark < FIGURE_MARKS; mark++) {
		if ((enum figure_mark)mark != most || alone)
			render_map_line(f, (enum figure_mark)mark, &text);
		if (text.len && text.data[text.len - 1] != ' ')
			buf_char(&text, ' ');
	}
	if (!alone && f->count)
		buf_printf(&text, "%s %s: de övriga, %zu av %zu.", figure_marks[most], f->words[most] ? f->words[most] : "",
		           figure_map_count(f, most), f->count);
	paragraph(x, STYLE_NORMAL, "", buf_cstr(&text));
	buf_release(&text);
}

static void spark(struct docx *x, const struct figure_spark *f)
{
	struct doc scratch = {0};
	table(x, render_spark_table(&scratch, f));
	doc_release(&scratch);
}

static void wheel(struct docx *x, const struct figure_wheel *f)
{
	struct doc scratch = {0};
	table(x, render_wheel_table(&scratch, f));
	doc_release(&scratch);
}

static void link_to(struct docx *x, const struct doc_node *node)
{
	char properties[256];
	x->links_count++;
	buf_printf(&x->links, "<Relationship Id=\"lank%d\" Type=\"" OFFICE "/hyperlink\" TargetMode=\"External\" Target=\"", x->links_count);
	xml_text(&x->links, node->label);
	buf_str(&x->links, "\"/>\n");
	paragraph_begin(x, STYLE_NORMAL, "");
	buf_printf(&x->body, "<w:hyperlink r:id=\"lank%d\">", x->links_count);
	snprintf(properties, sizeof properties, "<w:rStyle w:val=\"%s\"/>", x->styles.id[STYLE_LINK]);
	run(&x->body, node->text ? node->text : node->label, properties);
	buf_str(&x->body, "</w:hyperlink></w:p>\n");
}

static void blank(struct docx *x, const struct doc_node *node)
{
	if (node->text && *node->text)
		paragraph(x, STYLE_NORMAL, "<w:keepNext/>", node->text);
	for (int i = 0; i < node->level; i++)
		paragraph(x, STYLE_NORMAL,
		          "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"000000\"/>"
		          "<w:between w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>", "");
}

static void node_docx(struct docx *x, size_t at)
{
	const struct doc_node *node = &x->d->items[at];
	bool page = at > 0 && x->d->items[at - 1].kind == DOC_PAGE_BREAK;
	switch (node->kind) {
	case DOC_HEADING:
		heading(x, node, page);
		break;
	case DOC_PARAGRAPH:
		paragraph(x, STYLE_NORMAL, page ? "<w:pageBreakBefore/>" : "", node->text);
		break;
	case DOC_SUBTITLE:
		paragraph(x, STYLE_SUBTITLE, "", node->text);
		break;
	case DOC_ITEM:
	case DOC_NUMBERED:
		list_item(x, at);
		break;
	case DOC_PAIR:
		pair(x, node);
		break;
	case DOC_TABLE:
		table(x, node->table);
		break;
	case DOC_BARS:
		bars(x, node->bars);
		break;
	case DOC_MAP:
		map(x, node->map);
		break;
	case DOC_SPARK:
		spark(x, node->spark);
		break;
	case DOC_WHEEL:
		wheel(x, node->wheel);
		break;
	case DOC_LINK:
		link_to(x, node);
		break;
	case DOC_BLANK:
		blank(x, node);
		break;
	case DOC_SIGNATURE:
		paragraph(x, STYLE_SIGNATURE, "", node->text);
		break;
	case DOC_PAGE_BREAK:
		break;
	case DOC_VERBATIM:
		paragraph(x, STYLE_VERBATIM, "", node->text);
		break;
	}
}

static void document(struct docx *x, struct buf *out)
{
	buf_str(out, XML "<w:document xmlns:w=\"" WORD "\" xmlns:r=\"" OFFICE "\">\n<w:body>\n");
	for (size_t i = 0; i < x->d->count && work_step(x->d->work); i++)
		node_docx(x, i);
	buf_add(out, buf_cstr(&x->body), x->body.len);
	buf_release(&x->body);
	buf_printf(out, "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"fot\"/>%s</w:sectPr>\n</w:body>\n</w:document>\n",
	           x->styles.page);
}

static void level(struct buf *out, const char *format, const char *text)
{
	buf_printf(out, "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:lvlText w:val=\"%s\"/>"
	                "<w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"425\" w:hanging=\"425\"/></w:pPr></w:lvl>", format, text);
}

/* Each numbered list begins at 1. */
static void numbering(const struct docx *x, struct buf *out)
{
	buf_printf(out, XML "<w:numbering xmlns:w=\"" WORD "\">\n<w:abstractNum w:abstractNumId=\"%d\">", BULLETS);
	level(out, "bullet", "•");
	buf_printf(out, "</w:abstractNum>\n<w:abstractNum w:abstractNumId=\"%d\">", FIRST_NUMBERED);
	level(out, "decimal", "%1.");
	buf_printf(out, "</w:abstractNum>\n<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"%d\"/></w:num>\n", BULLETS, BULLETS);
	for (int i = 0; i < x->lists_count; i++)
		buf_printf(out, "<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"%d\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
		                "w:val=\"1\"/></w:lvlOverride></w:num>\n", FIRST_NUMBERED + i, FIRST_NUMBERED);
	buf_str(out, "</w:numbering>\n");
}

static void relations(const struct docx *x, struct buf *out)
{
	static const char *const parts[][2] = {
		{"styles", "styles.xml"}, {"numbering", "numbering.xml"}, {"settings", "settings.xml"}};
	buf_str(out, XML "<Relationships xmlns=\"" RELATIONS "\">\n");
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		buf_printf(out, "<Relationship Id=\"del%zu\" Type=\"" OFFICE "/%s\" Target=\"%s\"/>\n", i + 1, parts[i][0], parts[i][1]);
	if (x->styles.theme.len)
		buf_str(out, "<Relationship Id=\"tema\" Type=\"" OFFICE "/theme\" Target=\"theme/theme1.xml\"/>\n");
	buf_printf(out, "<Relationship Id=\"fot\" Type=\"" OFFICE "/footer\" Target=\"footer1.xml\"/>\n%s</Relationships>\n",
	           buf_cstr(&x->links));
}

static void core(const struct doc *d, struct buf *out)
{
	buf_str(out, XML "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
	                 "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
	                 "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n<dc:title>");
	xml_text(out, doc_title(d));
	buf_str(out, "</dc:title><dc:creator>");
	xml_text(out, d->author ? d->author : "Rådsbord");
	buf_str(out, "</dc:creator><dc:language>sv-SE</dc:language>");
	if (date_known(d->date)) {
		buf_str(out, "<dcterms:created xsi:type=\"dcterms:W3CDTF\">");
		date_format_iso(out, d->date);
		buf_str(out, "T12:00:00Z</dcterms:created>");
	}
	buf_str(out, "</cp:coreProperties>\n");
}

static const char content_types[] =
	XML "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\n"
	    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\n"
	    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\n"
	    "<Override PartName=\"/word/document.xml\" ContentType=\"" TYPE "document.main+xml\"/>\n"
	    "<Override PartName=\"/word/styles.xml\" ContentType=\"" TYPE "styles+xml\"/>\n"
	    "<Override PartName=\"/word/numbering.xml\" ContentType=\"" TYPE "numbering+xml\"/>\n"
	    "<Override PartName=\"/word/settings.xml\" ContentType=\"" TYPE "settings+xml\"/>\n"
	    "<Override PartName=\"/word/footer1.xml\" ContentType=\"" TYPE "footer+xml\"/>\n"
	    "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\n";
static const char theme_type[] =
	"<Override PartName=\"/word/theme/theme1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.theme+xml\"/>\n";
static const char package_relations[] =
	XML "<Relationships xmlns=\"" RELATIONS "\">\n"
	    "<Relationship Id=\"r1\" Type=\"" OFFICE "/officeDocument\" Target=\"word/document.xml\"/>\n"
	    "<Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
	    "Target=\"docProps/core.xml\"/>\n</Relationships>\n";
static const char settings[] = XML "<w:settings xmlns:w=\"" WORD "\"><w:themeFontLang w:val=\"sv-SE\"/></w:settings>\n";
static const char footer[] =
	XML "<w:ftr xmlns:w=\"" WORD "\"><w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr>"
	    "<w:fldSimple w:instr=\" PAGE \"><w:r><w:rPr><w:lang w:val=\"sv-SE\"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>\n";

enum { TYPES, PACKAGE, CORE, DOCUMENT, PARTS, STYLES, NUMBERING, SETTINGS, FOOTER, THEME, FILES };

static bool pack(struct docx *x, struct buf *out, struct error *e)
{
	static const char *const names[FILES] = {
		[TYPES] = "[Content_Types].xml", [PACKAGE] = "_rels/.rels", [CORE] = "docProps/core.xml", [DOCUMENT] = "word/document.xml",
		[PARTS] = "word/_rels/document.xml.rels", [STYLES] = "word/styles.xml", [NUMBERING] = "word/numbering.xml",
		[SETTINGS] = "word/settings.xml", [FOOTER] = "word/footer1.xml", [THEME] = "word/theme/theme1.xml"};
	struct buf made[FILES] = {{0}};
	struct package_part parts[FILES];
	bool theme = x->styles.theme.len > 0;
	buf_printf(&made[TYPES], "%s%s</Types>\n", content_types, theme ? theme_type : "");
	buf_str(&made[PACKAGE], package_relations);
	core(x->d, &made[CORE]);
	document(x, &made[DOCUMENT]);
	relations(x, &made[PARTS]);
	numbering(x, &made[NUMBERING]);
	buf_str(&made[SETTINGS], settings);
	buf_str(&made[FOOTER], footer);
	for (int i = 0; i < FILES; i++)
		parts[i] = (struct package_part){names[i], i == STYLES ? &x->styles.xml : i == THEME ? &x->styles.theme : &made[i]};
	bool done = doc_is_whole(x->d, e) && package_write(parts, theme ? FILES : THEME, x->d->date, x->d->work, out, e);
	for (int i = 0; i < FILES; i++)
		buf_release(&made[i]);
	return done;
}

bool render_docx(const struct doc *d, const struct buf *template, struct buf *out, struct error *e)
{
	struct docx x = {.d = d};
	bool done = docx_styles_read(&x.styles, template, e) && pack(&x, out, e);
	docx_styles_release(&x.styles);
	buf_release(&x.body);
	buf_release(&x.links);
	return done;
}
