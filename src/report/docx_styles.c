/* docx_styles.c - our styles as a table, and a template's found by name. */
#include "docx_styles.h"

#include "package.h"
#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <string.h>
#include <strings.h>

#define HEADING(level, size, before)                                                                                     \
	"<w:next w:val=\"Normal\"/><w:uiPriority w:val=\"9\"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>"                \
	"<w:spacing w:before=\"" before "\" w:after=\"80\"/><w:outlineLvl w:val=\"" level "\"/></w:pPr>"                     \
	"<w:rPr><w:b/><w:sz w:val=\"" size "\"/><w:szCs w:val=\"" size "\"/></w:rPr>"

/* The name is Word's own; type and body are what we write where there is none. */
static const struct {
	const char *name, *id, *type, *body;
} rows[DOCX_STYLES] = {
	[STYLE_NORMAL] = {"Normal", "Normal", "paragraph",
	                  "<w:qFormat/><w:pPr><w:spacing w:after=\"100\" w:line=\"252\" w:lineRule=\"auto\"/></w:pPr>"},
	[STYLE_HEADING_1] = {"heading 1", "Heading1", "paragraph", HEADING("0", "36", "0")},
	[STYLE_HEADING_2] = {"heading 2", "Heading2", "paragraph", HEADING("1", "26", "240")},
	[STYLE_HEADING_3] = {"heading 3", "Heading3", "paragraph", HEADING("2", "23", "200")},
	[STYLE_HEADING_4] = {"heading 4", "Heading4", "paragraph", HEADING("3", "22", "200")},
	[STYLE_HEADING_5] = {"heading 5", "Heading5", "paragraph", HEADING("4", "22", "200")},
	[STYLE_HEADING_6] = {"heading 6", "Heading6", "paragraph", HEADING("5", "22", "200")},
	[STYLE_SUBTITLE] = {"Subtitle", "Subtitle", "paragraph",
	                    "<w:qFormat/><w:pPr><w:spacing w:after=\"160\"/></w:pPr><w:rPr><w:sz w:val=\"24\"/></w:rPr>"},
	[STYLE_BULLET] = {"List Bullet", "ListBullet", "paragraph",
	                  "<w:pPr><w:spacing w:after=\"40\"/><w:contextualSpacing/></w:pPr>"},
	[STYLE_NUMBER] = {"List Number", "ListNumber", "paragraph",
	                  "<w:pPr><w:spacing w:after=\"40\"/><w:contextualSpacing/></w:pPr>"},
	[STYLE_CAPTION] = {"caption", "Caption", "paragraph",
	                   "<w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/></w:pPr><w:rPr><w:b/></w:rPr>"},
	[STYLE_SIGNATURE] = {"Signature", "Signature", "paragraph",
	                     "<w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"000000\"/></w:pBdr>"
	                     "<w:spacing w:before=\"960\"/><w:ind w:right=\"4500\"/></w:pPr>"},
	[STYLE_VERBATIM] = {"HTML Preformatted", "HTMLPreformatted", "paragraph",
	                    "<w:pPr><w:keepLines/><w:spacing w:before=\"60\" w:after=\"120\"/></w:pPr><w:rPr>"
	                    "<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\" w:cs=\"Consolas\"/><w:sz w:val=\"18\"/></w:rPr>"},
	[STYLE_TABLE] = {"Table Grid", "TableGrid", "table",
	                 "<w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"595959\"/>"
	                 "<w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"595959\"/>"
	                 "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"595959\"/>"
	                 "<w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"595959\"/>"
	                 "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"595959\"/>"
	                 "<w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"595959\"/></w:tblBorders></w:tblPr>"},
	[STYLE_LINK] = {"Hyperlink", "Hyperlink", "character", "<w:rPr><w:color w:val=\"0B3D91\"/><w:u w:val=\"single\"/></w:rPr>"},
};

static const char own_page[] = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
                               "<w:pgMar w:top=\"1134\" w:right=\"1247\" w:bottom=\"1134\" w:left=\"1247\" w:header=\"708\" "
                               "w:footer=\"708\" w:gutter=\"0\"/>";

static void add_style(struct buf *out, enum docx_style style, const char *id)
{
	buf_printf(out, "<w:style w:type=\"%s\"%s w:styleId=\"%s\"><w:name w:val=\"%s\"/>%s</w:style>\n", rows[style].type,
	           style == STYLE_NORMAL ? " w:default=\"1\"" : "", id, rows[style].name, rows[style].body);
}

static void own_styles(struct docx_styles *s)
{
	buf_str(&s->xml, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
	                 "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\n<w:docDefaults>"
	                 "<w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/><w:sz w:val=\"21\"/>"
	                 "<w:szCs w:val=\"21\"/><w:lang w:val=\"sv-SE\"/></w:rPr></w:rPrDefault></w:docDefaults>\n");
	for (int i = 0; i < DOCX_STYLES; i++) {
		s->id[i] = rows[i].id;
		add_style(&s->xml, (enum docx_style)i, rows[i].id);
	}
	buf_str(&s->xml, "</w:styles>\n");
	s->page = own_page;
}

/* The value of an attribute within [tag, end), or NULL. Nothing that would need escaping is accepted. */
static const char *attribute(struct arena *a, const char *tag, const char *end, const char *name)
{
	char *wanted = arena_printf(a, " %s=\"", name);
	const char *at = strstr(tag, wanted);
	if (!at || at >= end)
		return NULL;
	at += strlen(wanted);
	size_t n = strcspn(at, "\"<>&");
	return at[n] == '"' && n && n < 200 ? arena_strndup(a, at, n) : NULL;
}

/* Calls for each <w:style> of the template; notes the ids of those whose names we know. */
static void find_styles(struct docx_styles *s, const char *xml)
{
	for (const char *at = strstr(xml, "<w:style "); at; at = strstr(at + 1, "<w:style ")) {
		const char *close = strstr(at, "</w:style>"), *name = strstr(at, "<w:name ");
		if (!close || !name || name > close)
			continue;
		const char *id = attribute(&s->arena, at, name, "w:styleId");
		const char *called = attribute(&s->arena, name, close, "w:val");
		for (int i = 0; id && called && i < DOCX_STYLES; i++)
			if (!s->id[i] && strcasecmp(called, rows[i].name) == 0)
				s->id[i] = id;
	}
}

/* The last element of that name, when it has attributes of Word alone; "" when there is none. */
static const char *page_element(struct arena *a, const char *document, const char *name)
{
	char *open = arena_printf(a, "<w:%s ", name);
	const char *last = NULL;
	for (const char *at = strstr(document, open); at; at = strstr(at + 1, open))
		last = at;
	size_t n = last ? strcspn(last + 1, "<>") + 1 : 0;
	if (!last || last[n] != '>' || last[n - 1] != '/')
		return "";
	const char *text = arena_strndup(a, last, n + 1);
	for (const char *p = strstr(text + 1, " "); p && p[1] != '/'; p = strstr(p + 1, " "))
		if (strncmp(p, " w:", 3) != 0)
			return "";
	return text;
}

/* XML that we pass on must be UTF-8 without definitions of its own. */
static bool is_plain_xml(const struct buf *xml)
{
	const char *s = buf_cstr(xml);
	return text_is_utf8(s, xml->len, NULL) && !strstr(s, "<!DOCTYPE") && !strstr(s, "<!ENTITY");
}

static bool refuse(struct error *e)
{
	return error_set(e, ERROR_DATA, _("Mallen är ingen Word-fil (.docx). Öppna den i Word och spara den som Word-dokument (*.docx), "
	                                "eller ta bort raden mall i rad.ini."));
}

static bool read_parts(struct docx_styles *s, const struct buf *template, struct buf *document, struct error *e)
{
	struct buf types = {0};
	struct error why = {0};
	bool fits = package_read(template, "[Content_Types].xml", &types, &why) &&
	            strstr(buf_cstr(&types), "wordprocessingml.document.main+xml") &&
	            package_read(template, "word/document.xml", document, &why) &&
	            package_read(template, "word/styles.xml", &s->xml, &why);
	buf_release(&types);
	if (why.code == ERROR_USAGE)
		return error_set(e, why.code, "%s", why.text);
	if (!fits || !is_plain_xml(document) || !is_plain_xml(&s->xml) || !strstr(buf_cstr(&s->xml), "</w:styles>"))
		return refuse(e);
	if (!package_read(template, "word/theme/theme1.xml", &s->theme, NULL) || !is_plain_xml(&s->theme))
		buf_clear(&s->theme);
	return true;
}

/* Those that the template lacks go last; an id of our own cannot be one of its. */
static void complete(struct docx_styles *s)
{
	char *end = strstr(s->xml.data, "</w:styles>");
	s->xml.len = (size_t)(end - s->xml.data);
	for (int i = 0; i < DOCX_STYLES; i++) {
		if (s->id[i])
			continue;
		s->id[i] = arena_printf(&s->arena, "Radsbord%s", rows[i].id);
		add_style(&s->xml, (enum docx_style)i, s->id[i]);
	}
	buf_str(&s->xml, "</w:styles>\n");
}

bool docx_styles_read(struct docx_styles *s, const struct buf *template, struct error *e)
{
	struct buf document = {0};
	*s = (struct docx_styles){.page = own_page};
	if (!template) {
		own_styles(s);
		return true;
	}
	bool read = read_parts(s, template, &document, e);
	if (read) {
		find_styles(s, s->xml.data);
		complete(s);
		const char *size = page_element(&s->arena, buf_cstr(&document), "pgSz");
		const char *margins = page_element(&s->arena, buf_cstr(&document), "pgMar");
		if (*size && *margins)
			s->page = arena_printf(&s->arena, "%s%s", size, margins);
	}
	buf_release(&document);
	return read;
}

void docx_styles_release(struct docx_styles *s)
{
	buf_release(&s->xml);
	buf_release(&s->theme);
	arena_release(&s->arena);
}
