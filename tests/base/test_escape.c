/* test_escape.c - hostile text in HTML, XML, Markdown, iCalendar and links. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "radsbord/base/escape.h"

#include <string.h>

#define SIGN "\xEF\xBF\xBD" /* what a character that may act becomes */

static void check(void (*escape)(struct buf *, const char *), const char *in, const char *want)
{
	struct buf out = {0};
	escape(&out, in);
	if (strcmp(buf_cstr(&out), want) != 0)
		print_message("of: %s\n", in);
	assert_string_equal(buf_cstr(&out), want);
	buf_release(&out);
}

static void test_html(void **state)
{
	(void)state;
	check(escape_html, "Åsa & Örjan < 5 > 3", "Åsa &amp; Örjan &lt; 5 &gt; 3");
	check(escape_html, "</script><script>alert('x')</script>",
	      "&lt;/script&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
	check(escape_html, "\" onmouseover=\"x", "&quot; onmouseover=&quot;x");
	check(escape_html, "&lt;", "&amp;lt;");
	check(escape_html, "rad 1\nrad 2", "rad 1\nrad 2");
	check(escape_html, "a\x1b[31mb\x07", "a" SIGN "[31mb" SIGN);
	check(escape_html, "fil\u202Egnp.exe \u200B\u2066", "fil" SIGN "gnp.exe " SIGN SIGN);
	check(escape_html, "\xff\xc0\x80", SIGN SIGN SIGN);
}

static void test_xml(void **state)
{
	(void)state;
	check(escape_xml, "a]]>b", "a]]&gt;b");
	check(escape_xml, "<?xml?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
	      "&lt;?xml?&gt;&lt;!DOCTYPE x [&lt;!ENTITY e SYSTEM &quot;file:///etc/passwd&quot;&gt;]&gt;&amp;e;");
	check(escape_xml, "a\x01\x0b\x1f\x7f\xc2\x80z", "a" SIGN SIGN SIGN SIGN SIGN "z");
	check(escape_xml, "\xEF\xBF\xBE\xEF\xBF\xBF", SIGN SIGN); /* U+FFFE, U+FFFF: not characters of XML */
	check(escape_xml, "\xed\xa0\x80", SIGN SIGN SIGN);       /* a surrogate */
}

static void test_markdown(void **state)
{
	(void)state;
	check(escape_markdown, "*fet* _kursiv_ `kod` ~~struken~~", "\\*fet\\* \\_kursiv\\_ \\`kod\\` \\~\\~struken\\~\\~");
	check(escape_markdown, "[länk](javascript:alert(1))", "\\[länk\\](javascript:alert(1))");
	check(escape_markdown, "<script>x</script> &lt;", "\\<script\\>x\\</script\\> \\&lt;");
	check(escape_markdown, "a | b", "a \\| b");
	check(escape_markdown, "# rubrik", "\\# rubrik");
	check(escape_markdown, "- punkt", "\\- punkt");
	check(escape_markdown, "--- ", "\\--- ");
	check(escape_markdown, "+ punkt", "\\+ punkt");
	check(escape_markdown, "12. tolv", "12\\. tolv");
	check(escape_markdown, "3) tre", "3\\) tre");
	check(escape_markdown, "2019-01-29 är en dag", "2019-01-29 är en dag");
	check(escape_markdown, "3,5 platser", "3,5 platser");
	check(escape_markdown, "    fyra blanksteg är kod", "fyra blanksteg är kod");
	check(escape_markdown, "rubrik\n===", "rubrik\\\n\\===");
	check(escape_markdown, "rad 1\n\n# rad 2\n", "rad 1\\\n\\# rad 2");
	check(escape_markdown, "bak\\snitt", "bak\\\\snitt");
	check(escape_markdown, "a\u202Eb\x1b", "a" SIGN "b" SIGN);
}

static void test_ics(void **state)
{
	(void)state;
	check(escape_ics, "a;b,c\\d", "a\\;b\\,c\\\\d");
	check(escape_ics, "rad 1\nrad 2", "rad 1\\nrad 2");
	check(escape_ics, "x\r\nEND:VEVENT\r\nBEGIN:VALARM", "x" SIGN "\\nEND:VEVENT" SIGN "\\nBEGIN:VALARM");
	check(escape_ics, "a\u2028b", "a" SIGN "b");
}

static void test_links(void **state)
{
	static const char *const good[] = {"https://www.fou.sormland.se/rad/palliativa-radet/", "http://a.se", "mailto:rad@region.se",
	                                   "HTTPS://EXEMPEL.SE/a?b=c&d=e#f", "https://räksmörgås.se/å"};
	static const char *const bad[] = {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://a.se", "https://",
	                                  "http:///x", "mailto:", " https://a.se", "https://a.se/ b", "https://a.se\"onclick=x",
	                                  "https://a.se/<b>", "java\nscript:x", "https://a.se\n", "https://a\u202E.se", "//a.se",
	                                  "vbscript:x", "https://a.se\\b", "", "https://a\u00a0b.se", "https://a.se/\x01"};
	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(escape_is_link(good[i]));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		if (escape_is_link(bad[i]))
			print_message("%s\n", bad[i]);
		assert_false(escape_is_link(bad[i]));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_html), cmocka_unit_test(test_xml),   cmocka_unit_test(test_markdown),
		cmocka_unit_test(test_ics),  cmocka_unit_test(test_links),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
