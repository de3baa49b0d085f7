/* The figures of the real data as people get them outside the panes: as text, as a drawing in a web page, in Markdown and Word. */
#include "support/golden.h"
#include "support/judged.h"
#include "support/practice.h"

#include "radsbord/report/format.h"
#include "radsbord/report/beside.h"
#include "radsbord/report/map.h"
#include "radsbord/report/overview.h"
#include "radsbord/report/wheel.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define SVG_JUDGE "(echo '<bilder>'; sed -n '/<svg/,/<\\/svg>/p' %s; echo '</bilder>') > bild.svg && grep -q '<svg' bild.svg && xmllint --noout bild.svg"

static struct practice practice;

static int set_up(void **state)
{
	(void)state;
	return practice_open(&practice) ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	practice_close(&practice);
	return 0;
}

static const struct model *model(void)
{
	return session_model(practice.session);
}

static int indicator(const char *id)
{
	int i = reference_find_indicator(model()->reference, id);
	assert_true(i >= 0);
	return i;
}

static int place(const char *code)
{
	int i = reference_place_by_code(model()->reference, code);
	assert_true(i >= 0);
	return i;
}

static void expect_text(const struct doc *d, const char *golden)
{
	struct buf out = {0};
	render_text(d, 80, &out);
	assert_true(golden_text_same(buf_cstr(&out), golden));
	buf_release(&out);
}

/* Tidy takes the page and xmllint the drawing; what the drawing shows stands beside it, too. */
static void expect_page(const struct doc *d, const char *const *words)
{
	struct buf out = {0};
	render_html(d, &out);
	assert_true(judged_good("tidy -e -q -utf8 %s", "sida.html", &out));
	assert_true(judged_good(SVG_JUDGE, "sida.html", &out));
	for (; *words; words++) {
		if (!strstr(buf_cstr(&out), *words))
			print_message("missing: %s\n", *words);
		assert_non_null(strstr(buf_cstr(&out), *words));
	}
	buf_release(&out);
}

/* Only the drawing, against its golden. */
static void expect_svg(const struct doc *d, const char *golden)
{
	struct buf out = {0};
	render_html(d, &out);
	char *from = strstr(buf_cstr(&out), "<svg"), *to = from ? strstr(from, "</svg>") : NULL;
	assert_non_null(to);
	char *svg = mem_strndup(from, (size_t)(to - from) + strlen("</svg>\n"));
	assert_true(golden_text_same(svg, golden));
	free(svg);
	buf_release(&out);
}

static void test_map_of_a_region(void **state)
{
	static const char *const words[] = {"role=\"img\"", "aria-label=\"Karta", "aria-describedby=\"figur", "<desc id=", "Flen: Saknas", "<caption>", NULL};
	struct doc d = {0};
	(void)state;
	report_map(&d, model(), indicator("mottagning"), place("04"));
	expect_text(&d, "karta-region");
	expect_page(&d, words);
	expect_svg(&d, "karta-region-svg");
	doc_release(&d);
}

static void test_map_of_the_country(void **state)
{
	static const char *const words[] = {"Rapportens karta 10 av 12.", "Kiruna: ", "Okänt (", NULL};
	struct doc d = {0};
	(void)state;
	report_map(&d, model(), indicator("jourlinje"), place("00"));
	expect_text(&d, "karta-riket");
	expect_page(&d, words);
	doc_release(&d);
}

static void test_map_says_what_the_verdicts_say(void **state)
{
	/* Each municipality has the status that it has alone; the marks add up to all 290, for each of the twelve. */
	const struct reference *r = model()->reference;
	int maps = 0;
	(void)state;
	for (size_t i = 0; i < r->indicators_count; i++) {
		struct place_map map;
		size_t all = 0;
		int number, of;
		if (!place_map_number(model(), (int)i, &number, &of))
			continue;
		maps++;
		assert_int_equal(of, 12);
		place_map_build(&map, model(), (int)i, place("00"));
		for (int mark = 0; mark < FIGURE_MARKS; mark++)
			all += figure_map_count(&map.figure, (enum figure_mark)mark);
		assert_int_equal(all, 290);
		assert_int_equal(map.figure.count, 290);
		for (size_t k = 0; k < map.figure.count; k += 17) {
			struct overview_row row;
			struct arena a = {0};
			overview_row_build(&row, &a, model(), map.places[k], (int)i);
			assert_true(map.figure.items[k].placed);
			assert_memory_equal(map.figure.items[k].text, row.status, strlen(row.status));
			assert_int_equal(map.figure.items[k].mark == FIGURE_ELSEWHERE, row.verdict.elsewhere);
			indikator_verdict_release(&row.verdict);
			arena_release(&a);
		}
		place_map_release(&map);
	}
	assert_int_equal(maps, 12);
}

static void test_map_of_what_is_of_regions(void **state)
{
	/* Beds are counted by region: each municipality shows how its region stands, and the map says so. */
	struct place_map map;
	(void)state;
	place_map_build(&map, model(), indicator("vardplatser_100k"), place("04"));
	assert_non_null(strstr(map.figure.title, "hela regionens läge"));
	for (size_t i = 0; i < map.figure.count; i++) {
		assert_string_equal(map.figure.items[i].text, "Når inte målet, 5,3");
		assert_int_equal(map.figure.items[i].mark, FIGURE_BELOW);
	}
	place_map_release(&map);
}

static void test_bars(void **state)
{
	/* The report's bars of need not met: below zero in Stockholm, the target drawn, ours in a pattern. */
	static const char *const words[] = {"role=\"img\"", "fill=\"url(#figur", "class=\"target\"", "mål 0 %", "\u221215,1\u00a0%", NULL};
	struct doc d = {0};
	(void)state;
	compare_bars(&d, model(), indicator("behov_ej_tillgodosett"), place("04"));
	expect_text(&d, "staplar");
	expect_page(&d, words);
	expect_svg(&d, "staplar-svg");
	doc_release(&d);
}

static void test_side_by_side(void **state)
{
	struct doc d = {0};
	(void)state;
	report_beside(&d, model(), place("04"), place("12"));
	expect_text(&d, "bredvid");
	doc_release(&d);
}

static void test_year_wheel(void **state)
{
	struct doc d = {0};
	(void)state;
	report_wheel(&d, model(), 2026);
	expect_page(&d, (const char *const[]){"role=\"img\"", ">januari</text>", "<title>Nyårsdagen</title>", "Nyårsdagen</th>", NULL});
	expect_svg(&d, "arshjul-svg");
	doc_release(&d);
}

static void test_spark(void **state)
{
	/* The years with a gap between: as marks, as a line that is broken, and as a table. */
	const struct figure_point points[] = {{2022, {70, 1}, "70,0 %"}, {2023, {0, 0}, NULL}, {2024, {80, 1}, "80,0 %"}, {2025, {85, 1}, "85,0 %"}};
	const struct figure_spark f = {.title = "Brytpunktssamtal", .items = points, .count = 4};
	struct doc d = {0};
	(void)state;
	doc_heading(&d, 1, "Utveckling");
	doc_spark(&d, &f);
	expect_text(&d, "utveckling");
	expect_page(&d, (const char *const[]){"role=\"img\"", "85,0 %", "okänt", NULL});
	expect_svg(&d, "utveckling-svg");
	doc_release(&d);
}

#define EVIL "\x1b[2J</text></svg><script>alert(1)</script>\u202Eå\n=1+1\"'&"

static void test_hostile_names(void **state)
{
	/* Names from foreign files are text in every format, and the page stays valid. */
	const struct figure_map_item items[] = {
		{.label = EVIL, .text = EVIL, .value = EVIL, .mark = FIGURE_ELSEWHERE, .emphasised = true, .placed = true, .north = 59, .east = 1},
		{.label = NULL, .text = NULL, .mark = FIGURE_PARTLY, .placed = true},
		{.label = EVIL, .text = EVIL, .mark = FIGURE_MISSING},
	};
	const struct figure_map map = {.title = EVIL, .words = {EVIL, EVIL, EVIL, EVIL, EVIL, EVIL, EVIL}, .items = items, .count = 3};
	const struct figure_bar bar[] = {{.label = EVIL, .value = {-3, 1}, .text = EVIL, .emphasised = true}, {.label = NULL, .value = {0, 0}}};
	const struct figure_bars bars = {.title = EVIL, .unit = EVIL, .items = bar, .count = 2, .target = {1, 1}};
	const struct figure_point point[] = {{2024, {1, 1}, EVIL}, {2025, {2, 1}, EVIL}};
	const struct figure_spark spark = {.title = EVIL, .items = point, .count = 2};
	const struct figure_day day[] = {{{2026, 1, 1}, FIGURE_DAY_DUE, EVIL}, {{2026, 1, 2}, FIGURE_DAY_STEP, NULL}, {{2025, 1, 2}, FIGURE_DAY_STEP, EVIL}};
	const struct figure_wheel wheel = {.title = EVIL, .year = 2026, .words = {EVIL, EVIL, EVIL}, .items = day, .count = 3};
	static const char *const none[] = {NULL};
	struct doc d = {0};
	(void)state;
	doc_heading(&d, 1, "Figurer");
	doc_map(&d, &map);
	doc_bars(&d, &bars);
	doc_spark(&d, &spark);
	doc_wheel(&d, &wheel);
	expect_page(&d, none);
	for (int format = 0; format < 3; format++) {
		struct buf out = {0};
		if (format == 0)
			render_text(&d, 40, &out);
		else if (format == 1)
			render_html(&d, &out);
		else
			render_markdown(&d, &out);
		assert_null(strchr(buf_cstr(&out), '\x1b'));
		assert_null(strstr(buf_cstr(&out), "\u202E"));
		assert_true(format == 0 || !strstr(buf_cstr(&out), "<script>"));
		buf_release(&out);
	}
	doc_release(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_map_of_a_region),
		cmocka_unit_test(test_map_of_the_country),
		cmocka_unit_test(test_map_says_what_the_verdicts_say),
		cmocka_unit_test(test_map_of_what_is_of_regions),
		cmocka_unit_test(test_bars),
		cmocka_unit_test(test_side_by_side),
		cmocka_unit_test(test_year_wheel),
		cmocka_unit_test(test_spark),
		cmocka_unit_test(test_hostile_names),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
