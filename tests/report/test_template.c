/* test_template.c - a council's own Word template: its styles by their names in any language, its page, and nothing else of it. */
#include "house.h"

#include "support/judged.h"

#include <stdlib.h>
#include <string.h>

#include "../../src/report/package.h"

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define TYPES                                                                                                            \
	"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" "  \
	"ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.%s.main+xml\"/></Types>"
/* As a Swedish Word writes it: ids in Swedish, names in English. */
#define STYLES                                                                                                           \
	"<w:styles xmlns:w=\"" W "\"><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>" \
	"<w:style w:type=\"paragraph\" w:styleId=\"Rubrik1\"><w:name w:val=\"heading 1\"/><w:rPr><w:color w:val=\"AA0011\"/></w:rPr></w:style>" \
	"<w:style w:type=\"paragraph\" w:styleId=\"Punktlista\"><w:name w:val=\"List Bullet\"/></w:style></w:styles>"
#define DOCUMENT                                                                                                         \
	"<w:document xmlns:w=\"" W "\"><w:body><w:p><w:r><w:t>Hemlig text i mallen</w:t></w:r></w:p><w:sectPr>"             \
	"<w:pgSz w:w=\"12240\" w:h=\"15840\"/><w:pgMar w:top=\"999\" w:right=\"1\" w:bottom=\"1\" w:left=\"1\" w:header=\"1\" w:footer=\"1\" " \
	"w:gutter=\"0\"/></w:sectPr></w:body></w:document>"

struct template {
	const char *kind, *styles, *document;
};

static void pack(const struct template *t, struct buf *out)
{
	struct buf types = {0}, styles = {0}, document = {0}, evil = {0};
	struct error e = {0};
	buf_printf(&types, TYPES, t->kind);
	buf_str(&styles, t->styles);
	buf_str(&document, t->document);
	buf_str(&evil, "makro");
	const struct package_part parts[] = {{"[Content_Types].xml", &types}, {"word/document.xml", &document},
	                                     {"word/styles.xml", &styles}, {"word/vbaProject.bin", &evil}};
	assert_true(package_write(parts, 4, DATE_NONE, NULL, out, &e));
	buf_release(&types);
	buf_release(&styles);
	buf_release(&document);
	buf_release(&evil);
}

static bool render(const struct buf *template, struct buf *out, struct error *e)
{
	struct doc d = {0};
	doc_heading(&d, 1, "Rubrik");
	doc_item(&d, "punkt");
	doc_numbered(&d, "nummer");
	bool done = render_docx(&d, template, out, e);
	doc_release(&d);
	return done;
}

static void test_styles_are_used(void **state)
{
	struct buf template = {0}, out = {0}, said = {0};
	struct error e = {0};
	(void)state;
	pack(&(struct template){"document", STYLES, DOCUMENT}, &template);
	assert_true(render(&template, &out, &e));
	assert_true(judged_good("unzip -q %s && xmllint --noout word/*.xml", "d.docx", &out));
	assert_int_equal(judged_by("unzip -o %s && cat word/document.xml word/styles.xml", "d.docx", &out, &said), 0);
	const char *s = buf_cstr(&said);
	house_has(s, "<w:pStyle w:val=\"Rubrik1\"/>");
	house_has(s, "<w:pStyle w:val=\"Punktlista\"/>");
	house_has(s, "<w:pStyle w:val=\"RadsbordListNumber\"/>");       /* the template has none */
	house_has(s, "w:styleId=\"RadsbordListNumber\"");
	house_has(s, "<w:color w:val=\"AA0011\"/>");
	house_has(s, "<w:pgSz w:w=\"12240\" w:h=\"15840\"/><w:pgMar w:top=\"999\"");
	house_lacks(s, "Hemlig text");
	house_lacks(s, "vbaProject");
	buf_release(&said);
	buf_release(&template);
	buf_release(&out);
}

static void test_refused(void **state)
{
	static const struct template bad[] = {
		{"template", STYLES, DOCUMENT},                           /* .dotx */
		{"document.macroEnabled", STYLES, DOCUMENT},              /* .docm */
		{"document", "inte xml", DOCUMENT},
		{"document", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" STYLES, DOCUMENT},
		{"document", STYLES, "\xff\xfe<w:document/>"},
	};
	(void)state;
	for (size_t i = 0; i <= sizeof bad / sizeof *bad; i++) {
		struct buf template = {0}, out = {0};
		struct error e = {0};
		if (i < sizeof bad / sizeof *bad)
			pack(&bad[i], &template);
		else
			buf_str(&template, "en vanlig textfil");
		assert_false(render(&template, &out, &e));
		assert_int_equal(e.code, ERROR_DATA);
		house_has(e.text, "ingen Word-fil");
		assert_int_equal(out.len, 0);
		buf_release(&template);
		buf_release(&out);
	}
}

static void test_attributes_of_others_are_left(void **state)
{
	/* A page element with a prefix that our document does not declare would not be XML. */
	struct buf template = {0}, out = {0};
	struct error e = {0};
	(void)state;
	pack(&(struct template){"document", STYLES, "<w:document xmlns:w=\"" W "\" xmlns:x=\"urn:x\"><w:body><w:sectPr><w:pgSz w:w=\"1\" x:y=\"2\"/>"
	                                            "<w:pgMar w:top=\"1\"/></w:sectPr></w:body></w:document>"}, &template);
	assert_true(render(&template, &out, &e));
	assert_true(judged_good("unzip -q %s && xmllint --noout word/*.xml && grep -q 'w:w=\"11906\"' word/document.xml", "d.docx", &out));
	buf_release(&template);
	buf_release(&out);
}

static void test_bombs(void **state)
{
	/* 64 MiB of blanks that pack into nothing. */
	struct buf styles = {0}, template = {0}, out = {0};
	struct error e = {0};
	(void)state;
	buf_fill(&styles, ' ', (size_t)64 << 20);
	pack(&(struct template){"document", buf_cstr(&styles), DOCUMENT}, &template);
	assert_true(template.len < (1 << 20));
	assert_false(render(&template, &out, &e));
	buf_release(&styles);
	buf_release(&template);
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_styles_are_used), cmocka_unit_test(test_refused), cmocka_unit_test(test_attributes_of_others_are_left),
		cmocka_unit_test(test_bombs),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
