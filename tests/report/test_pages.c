/* test_pages.c - one document with everything in it as Markdown, HTML, Word and Excel: read by validators, and with text that
 * wishes ill. */
#include "house.h"

#include "radsbord/report/format.h"
#include "support/judged.h"

#include <stdlib.h>
#include <string.h>

#define EVIL "</script><b>]]>&\"'\u202Ex\x1b[31m|*_"

/* Everything a document can hold, each with `text`. */
static void everything(struct doc *d, const char *text)
{
	static const struct doc_column columns[] = {{.name = "namn", .label = "Namn", .heads_row = true},
	                                            {.name = "tal", .label = "Tal", .align = TEXT_RIGHT},
	                                            {.name = "dag", .label = "Dag"},
	                                            {.name = "bara_program", .label = "Program", .programs_only = true}};
	const struct figure_bar bar[] = {{.label = text, .value = num_int(3), .text = "3,0", .emphasised = true},
	                                 {.label = "Annan", .value = NUM_UNKNOWN}};
	doc_about(d, text, (struct date){2026, 11, 24});
	doc_heading(d, 1, "Titel %s", text);
	doc_subtitle(d, "Underrubrik %s", text);
	doc_pair(d, text, "Värde %s", text);
	doc_pair(d, "Plats", "rad 1\nrad 2");
	doc_heading(d, 3, "För djup %s", text);
	doc_paragraph(d, "Stycke %s", text);
	doc_item(d, "Punkt %s", text);
	doc_item(d, "Punkt två");
	doc_numbered(d, "Första %s", text);
	doc_numbered(d, "Andra");
	doc_clause(d, 2, 5, "Val av justerare %s", text);
	doc_numbered(d, "Ny lista");
	struct doc_table *t = doc_table(d, text, columns, 4);
	for (int i = 0; i < 2; i++) {
		struct doc_cell *c = doc_row(d, t);
		c[0] = doc_text(d, text, NULL);
		c[1] = doc_number(d, num_frac(12345678 + i, 10), 1, NUM_HALF_UP);
		c[2] = doc_text(d, "2019-01-29", NULL);
		c[3] = doc_text(d, "=1+1", NULL);
	}
	doc_bars(d, &(struct figure_bars){.title = text, .unit = "per 100 000", .items = bar, .count = 2, .target = num_int(8),
	                                  .target_high = num_int(10)});
	doc_link(d, text, "https://exempel.se/a?b=c&d='e'");
	doc_link(d, "Rådet", "https://exempel.se/a?b=c&d=e");
	doc_link(d, "Skadlig", "javascript:alert(1)");
	doc_page_break(d);
	doc_heading(d, 1, "Andra delen");
	doc_blank(d, text, 2);
	doc_signature(d, "Ordförande %s", text);
}

static void make(enum output_format f, const char *text, struct buf *out)
{
	struct doc d = {0};
	struct error e = {0};
	everything(&d, text);
	bool made = output_formats[f].render(&d, &(struct render_options){.width = 80}, out, &e);
	if (!made)
		print_message("%s\n", e.text);
	assert_true(made);
	doc_release(&d);
}

static void test_text(void **state)
{
	struct buf out = {0};
	(void)state;
	make(OUTPUT_TEXT, "x", &out);
	house_has(buf_cstr(&out), "1. Första x\n2. Andra\n\n§ 5  Val av justerare x\n1. Ny lista\n");
	house_has(buf_cstr(&out), "Rådet: https://exempel.se/a?b=c&d=e\n");
	house_has(buf_cstr(&out), "\nSkadlig\n");
	house_lacks(buf_cstr(&out), "javascript");
	house_has(buf_cstr(&out), "\nx\n____________________________________________________________________");
	house_has(buf_cstr(&out), "________________________________________\nOrdförande x\n");
	buf_release(&out);
}

static void test_markdown(void **state)
{
	struct buf out = {0};
	(void)state;
	make(OUTPUT_MARKDOWN, "x", &out);
	house_has(buf_cstr(&out), "# Titel x\n\nUnderrubrik x\n\n- **x:** Värde x\n- **Plats:** rad 1\\\n  rad 2\n\n## För djup x\n\n"
	                          "Stycke x\n\n- Punkt x\n- Punkt två\n\n1. Första x\n2. Andra\n\n## § 5 Val av justerare x\n\n"
	                          "1. Ny lista\n\n**x**\n\n| Namn | Tal | Dag |\n| --- | ---: | --- |\n"
	                          "| x | 1 234 567,8 | 2019-01-29 |\n");
	house_has(buf_cstr(&out), "[Rådet](<https://exempel.se/a?b=c&d=e>)\n");
	house_has(buf_cstr(&out), "| ▸ x | 3,0 |\n| Annan | okänt |\n");
	house_lacks(buf_cstr(&out), "javascript");
	buf_release(&out);
	make(OUTPUT_MARKDOWN, EVIL, &out);
	house_lacks(buf_cstr(&out), "<b>]"); /* not without its backslash */
	house_lacks(buf_cstr(&out), "\x1b");
	house_lacks(buf_cstr(&out), "\u202E");
	house_has(buf_cstr(&out), "\\</script\\>\\<b\\>\\]\\]\\>\\&\"'");
	buf_release(&out);
}

/* Another reader of Markdown sees the characters and nothing of what they could have been. */
static void test_markdown_is_only_text(void **state)
{
	static const char text[] = "</script> *x* _y_ `k` [l](javascript:alert(1)) ![b](http://e.se/b.png) <http://a.se> &lt; \\*\n# r\n1. n\n- p\n> q\n    kod\n***";
	static const char want[] = "&lt;/script&gt; *x* _y_ `k` [l](javascript:alert(1)) ![b](http://e.se/b.png) &lt;http://a.se&gt; &amp;lt; \\*<br />\n"
	                           "# r<br />\n1. n<br />\n- p<br />\n&gt; q<br />\nkod<br />\n***";
	struct doc d = {0};
	struct buf out = {0}, said = {0};
	(void)state;
	doc_paragraph(&d, "%s", text);
	doc_item(&d, "%s", text);
	doc_numbered(&d, "%s", text);
	doc_pair(&d, "Namn", "%s", text);
	render_markdown(&d, &out);
	assert_int_equal(judged_by("cmark %s", "d.md", &out, &said), 0);
	const char *at = buf_cstr(&said);
	for (int i = 0; i < 4; i++) {
		at = strstr(at, want);
		if (!at)
			print_message("%d: %s\n", i, buf_cstr(&said));
		assert_non_null(at);
		at += strlen(want);
	}
	doc_release(&d);
	buf_release(&out);
	buf_release(&said);
}

static void test_html(void **state)
{
	struct buf out = {0};
	(void)state;
	make(OUTPUT_HTML, "x", &out);
	assert_true(judged_good("tidy -e -q -utf8 %s", "sida.html", &out));
	const char *s = buf_cstr(&out);
	house_has(s, "<html lang=\"sv\">");
	house_has(s, "<title>Titel x</title>");
	house_has(s, "<h1>Titel x</h1>");
	house_has(s, "<h2>För djup x</h2>");                    /* no level is left out */
	house_has(s, "<h2 class=\"page\">Andra delen</h2>");    /* one h1 */
	house_has(s, "<caption>x</caption>\n<thead>\n<tr><th scope=\"col\">Namn</th><th scope=\"col\" class=\"right\">Tal</th>");
	house_has(s, "<tr><th scope=\"row\">x</th><td class=\"right\">1 234 567,8</td><td>2019-01-29</td></tr>");
	house_has(s, "<caption>x, per 100 000; mål 8–10 per 100 000</caption>");
	house_has(s, "<ol>\n<li>Första x</li>\n<li>Andra</li>\n</ol>");
	house_has(s, "<dt>Plats</dt><dd>rad 1<br>\nrad 2</dd>");
	house_has(s, "<a href=\"https://exempel.se/a?b=c&amp;d=e\">Rådet</a>");
	house_has(s, "<p>Skadlig</p>");
	house_has(s, "@media print");
	house_lacks(s, "=1+1"); /* a column for programs */
	buf_release(&out);
}

static void test_html_hostile(void **state)
{
	struct buf out = {0};
	(void)state;
	make(OUTPUT_HTML, EVIL, &out);
	assert_true(judged_good("tidy -e -q -utf8 %s", "sida.html", &out));
	house_lacks(buf_cstr(&out), "</script>");
	house_lacks(buf_cstr(&out), "<b>");
	house_lacks(buf_cstr(&out), "\x1b");
	house_lacks(buf_cstr(&out), "\u202E");
	house_lacks(buf_cstr(&out), "javascript:");
	buf_release(&out);
}

#define UNPACKED "unzip -q %s && "
static void test_docx(void **state)
{
	static const char *const texts[] = {"x", EVIL};
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct buf out = {0}, said = {0};
		make(OUTPUT_DOCX, texts[i], &out);
		assert_true(judged_good(UNPACKED "xmllint --noout '[Content_Types].xml' _rels/.rels docProps/*.xml word/*.xml "
		                                 "word/_rels/*.rels", "d.docx", &out));
		assert_int_equal(judged_by(UNPACKED "cat word/document.xml docProps/core.xml word/numbering.xml", "d.docx", &out, &said), 0);
		const char *s = buf_cstr(&said);
		house_has(s, "<w:pStyle w:val=\"Heading1\"/>");
		house_has(s, "<w:pStyle w:val=\"Heading2\"/>");
		house_lacks(s, "<w:pStyle w:val=\"Heading3\"/>");
		house_has(s, "<w:tblHeader/>");
		house_has(s, "<w:pStyle w:val=\"ListBullet\"/><w:numPr>");
		house_has(s, "<w:lang w:val=\"sv-SE\"/>");
		house_has(s, "<dc:language>sv-SE</dc:language>");
		house_has(s, "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-11-24T12:00:00Z");
		house_has(s, "<w:num w:numId=\"9003\">"); /* the second numbered list begins at 1 again */
		house_lacks(s, "javascript");
		buf_release(&said);
		buf_release(&out);
	}
}

static void test_docx_is_the_same_twice(void **state)
{
	struct buf a = {0}, b = {0};
	(void)state;
	make(OUTPUT_DOCX, "x", &a);
	make(OUTPUT_DOCX, "x", &b);
	assert_int_equal(a.len, b.len);
	assert_memory_equal(a.data, b.data, a.len);
	buf_release(&a);
	buf_release(&b);
}

static void test_xlsx(void **state)
{
	struct buf out = {0}, said = {0};
	(void)state;
	make(OUTPUT_XLSX, "=cmd|' /C calc'!A0", &out);
	assert_true(judged_good(UNPACKED "xmllint --noout xl/*.xml xl/worksheets/*.xml docProps/*.xml", "b.xlsx", &out));
	assert_int_equal(judged_by(UNPACKED "cat xl/worksheets/sheet1.xml xl/workbook.xml xl/styles.xml", "b.xlsx", &out, &said), 0);
	const char *s = buf_cstr(&said);
	house_has(s, "<v>1234567.8</v>");             /* a number is a number */
	house_has(s, "<v>43494</v>");                 /* 2019-01-29 as a date of Excel */
	house_has(s, "formatCode=\"yyyy-mm-dd\"");
	house_has(s, "state=\"frozen\"");
	house_lacks(s, "<f>");                        /* no text becomes a formula */
	house_has(s, "<sheet name=\"=cmd| C calc!A0\"");
	buf_release(&said);
	buf_release(&out);
}

static void test_formats(void **state)
{
	struct doc d = {0};
	struct buf out = {0};
	struct error e = {0};
	(void)state;
	assert_int_equal(format_by_file("/a.csv/Plan 2026.DOCX"), OUTPUT_DOCX);
	assert_int_equal(format_by_file("plan.txt"), OUTPUT_TEXT);
	assert_int_equal(format_by_file("plan.htm"), OUTPUT_HTML);
	assert_int_equal(format_by_file("/a.csv/plan"), OUTPUT_FORMATS);
	assert_int_equal(format_by_file("plan.exe"), OUTPUT_FORMATS);
	doc_paragraph(&d, "Ingen tabell.");
	for (int f = 0; f < OUTPUT_FORMATS; f++) {
		bool made = output_formats[f].render(&d, &(struct render_options){0}, &out, &e);
		assert_int_equal(made, !output_formats[f].tables);
	}
	house_has(e.text, "ingen tabell");
	doc_release(&d);
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text), cmocka_unit_test(test_markdown), cmocka_unit_test(test_markdown_is_only_text), cmocka_unit_test(test_html),
		cmocka_unit_test(test_html_hostile), cmocka_unit_test(test_docx), cmocka_unit_test(test_docx_is_the_same_twice),
		cmocka_unit_test(test_xlsx), cmocka_unit_test(test_formats),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
