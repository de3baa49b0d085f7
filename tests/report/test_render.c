/* test_render.c - one document, three renderers: layout within the width, and text that wishes ill. */
#include "house.h"

#include <stdlib.h>
#include <string.h>

static const struct doc_column two[] = {{.name = "namn", .label = "Namn"},
                                        {.name = "tal", .label = "Tal", .align = TEXT_RIGHT}};

static char *csv_of(struct doc *d)
{
	struct buf out = {0};
	render_csv(d, &out);
	doc_release(d);
	return buf_detach(&out);
}

static char *json_of(struct doc *d)
{
	struct buf out = {0};
	render_json(d, &out);
	doc_release(d);
	return buf_detach(&out);
}

static void one_row(struct doc *d, const char *text, struct num n, int decimals)
{
	struct doc_table *t = doc_table(d, NULL, two, 2);
	struct doc_cell *row = doc_row(d, t);
	row[0] = doc_text(d, text, NULL);
	row[1] = doc_number(d, n, decimals, NUM_HALF_UP);
}

static void test_text_layout(void **state)
{
	/* Headings, paragraphs, items and pairs: blank lines between blocks, hanging indents, labels of one width. */
	struct doc d = {0};
	(void)state;
	doc_heading(&d, 1, "Rubrik %d", 1);
	doc_paragraph(&d, "Ett stycke som är längre än raden är bred.");
	doc_item(&d, "punkt ett som också är för lång för raden");
	doc_item(&d, "punkt två");
	doc_pair(&d, "Mål", "8–10");
	doc_pair(&d, "Avstånd", "nio till femton vårdplatser");
	doc_heading(&d, 2, "Under");
	doc_paragraph(&d, "Slut.");
	char *text = house_text(&d, 24);
	assert_string_equal(text, "Rubrik 1\n────────\n\nEtt stycke som är längre\nän raden är bred.\n\n"
	                          "• punkt ett som också är\n  för lång för raden\n• punkt två\n\n"
	                          "Mål      8–10\nAvstånd  nio till femton\n         vårdplatser\n\nUnder\nSlut.\n");
	free(text);
}

static void test_text_table(void **state)
{
	/* Numbers stand right, unknown is a question mark, and text gives way first. */
	struct doc d = {0};
	(void)state;
	struct doc_table *t = doc_table(&d, "Tabell", two, 2);
	struct doc_cell *row = doc_row(&d, t);
	row[0] = doc_text(&d, "ett långt namn", NULL);
	row[1] = doc_number(&d, num_int(12345), 0, NUM_HALF_UP);
	row = doc_row(&d, t);
	row[0] = doc_text(&d, "b", NULL);
	char *text = house_text(&d, 20);
	assert_string_equal(text, "Tabell\nNamn             Tal\nett långt     12\u00a0"
	                          "345\nnamn\nb                  ?\n");
	free(text);
}

static void widths(const char *text, int width)
{
	while (*text) {
		size_t n = strcspn(text, "\n");
		char *line = mem_strndup(text, n);
		if (text_width(line) > width)
			fail_msg("wider than %d: %s", width, line);
		free(line);
		text += n + (text[n] == '\n');
	}
}

static void test_no_line_too_wide(void **state)
{
	/* Whatever the width, no line of a report passes it. */
	static const int wide[] = {20, 33, 60, 80, 120};
	struct house h;
	(void)state;
	house_build(&h);
	house_council(&h);
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
		struct doc d = {0};
		report_overview(&d, &h.model, SODERMANLAND);
		report_explain(&d, &h.model, SODERMANLAND, ONCALL);
		report_compare(&d, &h.model, BEDS);
		report_gaps(&d, &h.model, SWEDEN);
		report_units(&d, &h.model, GOTLAND);
		report_plan(&d, &h.model);
		char *text = house_text(&d, wide[i]);
		widths(text, wide[i]);
		free(text);
	}
	house_release(&h);
}

static void test_text_hostile(void **state)
{
	/* Nothing that a terminal obeys gets through, wherever in the document it stands. */
	static const char evil[] = "a\033[2Jb\a\xC2\x9B" "31m\xE2\x80\xAE" "x\xFF" "\xE2\x80\x8B";
	struct figure_bar bar = {.label = evil, .text = evil, .value = {1, 1}};
	struct figure_bars bars = {.title = evil, .unit = evil, .items = &bar, .count = 1, .target = {1, 1}};
	struct doc_column column = {.name = "x", .label = evil};
	struct doc d = {0};
	(void)state;
	doc_heading(&d, 1, "%s", evil);
	doc_paragraph(&d, "%s", evil);
	doc_item(&d, "%s", evil);
	doc_pair(&d, evil, "%s", evil);
	doc_bars(&d, &bars);
	struct doc_cell *row = doc_row(&d, doc_table(&d, evil, &column, 1));
	row[0] = doc_text(&d, evil, NULL);
	char *text = house_text(&d, 60);
	for (const char *p = text; *p; p++)
		assert_true(*p == '\n' || (unsigned char)*p >= 0x20);
	assert_null(strstr(text, "\x7F"));
	assert_null(strstr(text, "\xC2\x9B"));
	assert_null(strstr(text, "\xE2\x80\xAE"));
	assert_null(strstr(text, "\xE2\x80\x8B"));
	assert_true(text_is_utf8(text, strlen(text), NULL));
	free(text);
}

static void test_csv_formulas(void **state)
{
	/* A cell that a spreadsheet would run is disarmed, also after blanks and in full width; one more mark is put before
	 * marks that are there, so that taking one off gives the text back. Own numbers are left alone. */
	static const struct {
		const char *text, *cell;
	} rows[] = {
		{"=1+1", "'=1+1"},           {"+46 70", "'+46 70"},         {"-5", "'-5"},
		{"@SUM", "'@SUM"},           {"\t=1", "\"' =1\""},          {"  =1", "\"'  =1\""},
		{"\u00a0=1", "'\u00a0=1"},   {"＝1", "'＝1"},               {"＋1", "'＋1"},
		{"－1", "'－1"},             {"＠x", "'＠x"},               {"'=1", "''=1"},
		{"'citat'", "'citat'"},      {"a=1", "a=1"},                {"\r=x", "'\uFFFD=x"},
		{"a;b", "\"a;b\""},          {"sa \"hej\"", "\"sa \"\"hej\"\"\""}, {"rad\nrad", "\"rad\nrad\""},
		{"\u3000@x", "'\u3000@x"},   {"–", "–"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct doc d = {0};
		struct buf wanted = {0};
		one_row(&d, rows[i].text, num_frac(-151, 10), 1);
		char *csv = csv_of(&d);
		buf_printf(&wanted, "\xEF\xBB\xBFnamn;tal\r\n%s;-15,1\r\n", rows[i].cell);
		assert_string_equal(csv, buf_cstr(&wanted));
		buf_release(&wanted);
		free(csv);
	}
}

static void test_csv_numbers(void **state)
{
	/* Decimal comma and no thousands' blank, which Excel would take for text; unknown is empty. */
	struct doc d = {0};
	(void)state;
	one_row(&d, "x", num_int(1234567), 0);
	one_row(&d, "y", NUM_UNKNOWN, 1);
	doc_paragraph(&d, "prosa hör inte hit");
	char *csv = csv_of(&d);
	assert_string_equal(csv, "\xEF\xBB\xBFnamn;tal\r\nx;1234567\r\n\r\nnamn;tal\r\ny;\r\n");
	free(csv);
}

static void test_json(void **state)
{
	/* Valid JSON whatever the text: quotes, controls, bad bytes; point decimals, null, true; one object a line. */
	static const struct doc_column columns[] = {{.name = "a"}, {.name = "b"}, {.name = "c"}, {.name = "d"}};
	struct doc d = {0};
	(void)state;
	struct doc_table *t = doc_table(&d, NULL, columns, 4);
	struct doc_cell *row = doc_row(&d, t);
	row[0] = doc_text(&d, "\"\\\n\t\033\xC2\x9B\xFFåäö\u202e", NULL);
	row[1] = doc_number(&d, num_frac(-224, 10), 1, NUM_HALF_UP);
	row[2] = doc_bool(true, "ja");
	row = doc_row(&d, t);
	row[0] = doc_text(&d, "Okänt", "okant");
	row[3] = doc_unknown(&d, "0–40 %", NULL);
	char *json = json_of(&d);
	assert_string_equal(json, "[\n{\"a\": \"\\\"\\\\\\n\\t\\u001b\\u009b\uFFFDåäö\\u202e\", \"b\": -22.4, \"c\": true, \"d\": null},\n"
	                          "{\"a\": \"okant\", \"b\": null, \"c\": null, \"d\": null}\n]\n");
	free(json);
	json = json_of(&d);
	assert_string_equal(json, "[]\n");
	free(json);
}

static void test_unknown_cells(void **state)
{
	/* An unknown cell may tell people what is known, and CSV something shorter; programs get null. */
	struct doc d = {0};
	(void)state;
	struct doc_table *t = doc_table(&d, NULL, two, 2);
	struct doc_cell *row = doc_row(&d, t);
	row[0] = doc_unknown(&d, "0–40 %", NULL);
	row[1] = doc_unknown(&d, "–", "");
	struct buf csv = {0}, text = {0};
	render_csv(&d, &csv);
	render_text(&d, 40, &text);
	house_has(buf_cstr(&csv), "0–40 %;\r\n");
	house_has(buf_cstr(&text), "0–40 %    –\n");
	buf_release(&csv);
	buf_release(&text);
	doc_release(&d);
}

static void test_bars(void **state)
{
	/* Bars share a scale; the target is drawn in every row, the own place is marked, unknown has no bar. */
	const struct figure_bar items[] = {{.label = "A", .value = {8, 1}, .text = "8"},
	                                   {.label = "B", .value = {4, 1}, .text = "4", .emphasised = true},
	                                   {.label = "C", .value = {0, 0}}};
	const struct figure_bars bars = {.unit = "st", .items = items, .count = 3, .target = {6, 1}};
	struct doc d = {0};
	(void)state;
	doc_bars(&d, &bars);
	char *text = house_text(&d, 20);
	assert_string_equal(text, "  A  ██████┃█      8\n▸ B  ████  │       4\n  C        │   okänt\n     │ mål 6 st\n");
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_layout),  cmocka_unit_test(test_text_table),
		cmocka_unit_test(test_no_line_too_wide), cmocka_unit_test(test_text_hostile),
		cmocka_unit_test(test_csv_formulas), cmocka_unit_test(test_csv_numbers),
		cmocka_unit_test(test_json),         cmocka_unit_test(test_unknown_cells),
		cmocka_unit_test(test_bars),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
