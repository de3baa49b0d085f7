/* The guide's text becomes chapters and documents: what begins a chapter, what stands as it is, and what its marks are read as. */
#include "house.h"

#include "radsbord/report/guide.h"
#include "support/judged.h"

#include <stdlib.h>
#include <string.h>

static const char text[] =
	"# Handbok\n\nInledning på\ntvå rader.\n\n"
	"<!-- sidor: plan genomgang -->\n## Planen\n\n<!-- skärm: plan-80x24 -->\n```text\n Rad ett\n\n   Rad två\n```\n\n```sh\n# ingen rubrik\n```\n\n"
	"- Tryck `a ny` och skriv *jour*,\n  så står **Sparat**.\n- Nästa.\n\n1. Ett.\n2. Två, med `* alla` och \\*stjärna\\*.\n\n"
	"### Under\n\nSlut.\n\n## Mötet `x`\n\n";

static void test_chapters(void **state)
{
	(void)state;
	struct guide g;
	guide_read(&g, text);
	assert_int_equal(g.count, 3);
	assert_string_equal(g.items[0].title, "Handbok");
	assert_string_equal(g.items[1].title, "Planen");
	assert_string_equal(g.items[2].title, "Mötet ”x”");
	assert_int_equal(guide_about(&g, "genomgang"), 1);
	assert_int_equal(guide_about(&g, "plan"), 1);
	assert_int_equal(guide_about(&g, "genom"), 0);
	assert_int_equal(guide_about(&g, ""), 0);
	assert_int_equal(guide_find(&g, "PLAN"), 1);
	assert_int_equal(guide_find(&g, "möte"), 2);
	assert_int_equal(guide_find(&g, "finns inte"), -1);
	guide_release(&g);
}

static void test_document(void **state)
{
	(void)state;
	struct guide g;
	struct doc d = {0};
	guide_read(&g, text);
	guide_fill(&d, &g, 1);
	char *shown = house_text(&d, 60);
	assert_string_equal(shown, "Planen\n──────\n\nRad ett\n\n  Rad två\n\n# ingen rubrik\n\n"
	                           "• Tryck ”a ny” och skriv ”jour”, så står ”Sparat”.\n• Nästa.\n\n1. Ett.\n2. Två, med ”* alla” och *stjärna*.\n\n"
	                           "Under\nSlut.\n");
	free(shown);
	guide_fill(&d, &g, -1);
	shown = house_text(&d, 60);
	assert_non_null(strstr(shown, "Handbok\n───────\n\nInledning på två rader.\n\nPlanen\n"));
	assert_non_null(strstr(shown, "Mötet ”x”\n"));
	free(shown);
	guide_release(&g);
}

/* Text that breaks every rule is read without harm. */
static void test_odd(void **state)
{
	static const char *const odd[] = {"", "\n\n", "## ", "#", "```", "```\n", "- ", "1. \n``", "**", "\\", "<!-- sidor:", "<!-- sidor: plan -->",
	                                  "# A\n```text\nöppet", "\xff\xfe\n## \xc3\n* x"};
	(void)state;
	for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
		struct guide g;
		struct doc d = {0};
		struct buf out = {0};
		guide_read(&g, odd[i]);
		guide_fill(&d, &g, -1);
		guide_fill(&d, &g, 0);
		render_text(&d, 40, &out);
		assert_true(text_is_utf8(buf_cstr(&out), out.len, NULL));
		assert_true(guide_about(&g, "plan") == 0);
		buf_release(&out);
		doc_release(&d);
		guide_release(&g);
	}
}

/* Lines that stand as they are: whole in every format, and not at all where they are too wide. */
static void test_verbatim(void **state)
{
	struct doc d = {0};
	struct buf out = {0};
	(void)state;
	doc_heading(&d, 1, "Bild");
	doc_verbatim(&d, "  a < b  ```\n\n[x]*y* \033[2J\n");
	render_text(&d, 40, &out);
	assert_non_null(strstr(buf_cstr(&out), "\n  a < b  ```\n\n[x]*y* �[2J\n"));
	buf_clear(&out);
	render_text(&d, 20, &out);
	assert_non_null(strstr(buf_cstr(&out), "[x]*y*"));
	buf_clear(&out);
	render_markdown(&d, &out);
	assert_non_null(strstr(buf_cstr(&out), "\n````text\n  a < b  ```\n\n[x]*y* �[2J\n````\n"));
	buf_clear(&out);
	render_html(&d, &out);
	assert_non_null(strstr(buf_cstr(&out), "<pre tabindex=\"0\">  a &lt; b  ```\n\n[x]*y* �[2J\n</pre>"));
	assert_true(judged_good("tidy -e -q -utf8 %s", "d.html", &out));
	buf_release(&out);
	doc_release(&d);
	doc_verbatim(&d, "123456789 123456789 123456789 12");
	char *narrow = house_text(&d, 30);
	assert_string_equal(narrow, "(Bilden är 32 tecken bred och\nryms inte här.)\n");
	free(narrow);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_chapters),
		cmocka_unit_test(test_document),
		cmocka_unit_test(test_odd),
		cmocka_unit_test(test_verbatim),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
