/* test_overview.c - the words of the overview: every status, and never a zero or a miss for what is unknown. */
#include "house.h"

#include <stdlib.h>
#include <string.h>

/* The row of an indicator, checked without no-break spaces. */
static void check(const struct house *h, int place, int indicator, const char *status, const char *value,
                  const char *target, const char *distance, const char *rank)
{
	struct arena a = {0};
	struct overview_row row;
	overview_row_build(&row, &a, &h->model, place, indicator);
	const struct {
		const char *got, *wanted;
	} cells[] = {{row.status, status}, {row.value, value}, {row.target, target}, {row.distance_short, distance},
	             {row.rank, rank}};
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		house_has(cells[i].got, cells[i].wanted);
		if (!*cells[i].wanted)
			assert_string_equal(cells[i].got, "");
	}
	indikator_verdict_release(&row.verdict);
	arena_release(&a);
}

static void has_note(const struct house *h, int place, int indicator, const char *note)
{
	struct arena a = {0};
	struct overview_row row;
	overview_row_build(&row, &a, &h->model, place, indicator);
	if (note) {
		assert_non_null(row.note);
		house_has(row.note, note);
	} else {
		assert_null(row.note);
	}
	indikator_verdict_release(&row.verdict);
	arena_release(&a);
}

static void test_needs(void **state)
{
	/* A need says how many were not reached; where more were reached than needed it says so with a minus. */
	struct house h;
	(void)state;
	house_build(&h);
	check(&h, SODERMANLAND, NEED, "Når inte målet", "22,4 %", "0 %", "172 pers", "3/4");
	check(&h, GOTLAND, NEED, "Når inte målet", "9,7 %", "0 %", "16 pers", "2/4");
	check(&h, STOCKHOLM, NEED, "Når målet", "−15,1 %", "0 %", "−583 pers", "1/4");
	check(&h, NYKOPING, NEED, "Okänt", "", "0 %", "–", "–");
	house_release(&h);
}

static void test_beds(void **state)
{
	/* A range has two distances, a met target none, and no target no status, save that zero is zero. */
	struct house h;
	(void)state;
	house_build(&h);
	check(&h, SODERMANLAND, BEDS, "Når inte målet", "5,3", "8–10", "9–15 vpl", "3/4");
	check(&h, GOTLAND, BEDS, "Når målet", "9,9", "8–10", "–", "1/4");
	check(&h, SODERMANLAND, HOSPITAL_BEDS, "Noll", "0,00", "–", "–", "3/4");
	check(&h, GOTLAND, HOSPITAL_BEDS, "", "9,87", "–", "–", "1/4");
	house_release(&h);
}

static void test_services(void **state)
{
	/* Services count municipalities; those nobody knows of make a range, and all unknown make nothing. */
	struct house h;
	(void)state;
	house_build(&h);
	check(&h, SODERMANLAND, ONCALL, "Saknas", "0 av 3 kommuner", "–", "–", "–");
	check(&h, NYKOPING, ONCALL, "Saknas", "", "–", "–", "–");
	check(&h, SODERMANLAND, CONSULT, "Finns delvis", "0–1 av 3 kommuner", "–", "–", "–");
	check(&h, HALLAND, CONSULT, "Finns delvis", "0–1 av 2 kommuner", "–", "–", "–");
	check(&h, GOTLAND, HOME_CARE, "Finns", "1 av 1 kommun", "–", "–", "–");
	check(&h, SODERMANLAND, HOME_CARE, "Okänt", "", "–", "–", "–");
	check(&h, HYLTE, CONSULT, "Okänt", "", "–", "–", "–");
	house_release(&h);
}

static void test_unknown(void **state)
{
	/* A register share without figures is unknown, whatever its target; a statement may speak for a ratio. */
	struct house h;
	(void)state;
	house_build(&h);
	check(&h, SODERMANLAND, TALK, "Okänt", "", "≥ 98 %", "–", "–");
	check(&h, NYKOPING, PHYSICIANS, "Saknas", "", "≥ 4", "–", "–");
	check(&h, SODERMANLAND, PHYSICIANS, "Okänt", "0–2 av 3 kommuner", "≥ 4", "–", "–");
	house_release(&h);
}

static void test_notes(void **state)
{
	/* The note is the first finding: what the report prints against what the same rule gives, then contradictions. */
	struct house h;
	(void)state;
	house_build(&h);
	has_note(&h, SODERMANLAND, NEED, "Rapporten anger behovet till 768 personer; 25 % av 3 063 dödsfall är 766.");
	has_note(&h, HALLAND, BEDS, "Rapporten anger 4,3 men 8 vårdplatser på 345 111 invånare är 2,3.");
	has_note(&h, STOCKHOLM, NEED, "Fler har fått stöd än det beräknade behovet: 583 personer fler.");
	has_note(&h, SWEDEN, NEED, "Rapporten anger 8 521 personer, beräknat är det ");
	has_note(&h, NYKOPING, ONCALL, "Uppgifterna säger emot varandra.");
	has_note(&h, SODERMANLAND, BEDS, NULL);
	has_note(&h, GOTLAND, NEED, NULL);
	house_release(&h);
}

static void test_shares(void **state)
{
	/* The share of inhabitants is an interval while something is unknown, and never a rounded 0 or 100. */
	static const struct {
		int place, indicator;
		const char *share;
	} rows[] = {{SODERMANLAND, ONCALL, "0 %"}, {SODERMANLAND, CONSULT, "0–29 %"}, {GOTLAND, HOME_CARE, "100 %"},
	            {SODERMANLAND, HOME_CARE, ""}, {NYKOPING, ONCALL, ""}};
	struct house h;
	(void)state;
	house_build(&h);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena a = {0};
		struct overview_row row;
		overview_row_build(&row, &a, &h.model, rows[i].place, rows[i].indicator);
		house_has(row.share, rows[i].share);
		assert_int_equal(*row.share == '\0', *rows[i].share == '\0');
		indikator_verdict_release(&row.verdict);
		arena_release(&a);
	}
	house_release(&h);
}

static void test_table(void **state)
{
	/* Text, CSV and JSON of the same overview: words for people, codes and null for programs. */
	struct house h;
	struct doc d = {0};
	struct buf csv = {0}, json = {0};
	(void)state;
	house_build(&h);
	report_overview(&d, &h.model, SODERMANLAND);
	render_csv(&d, &csv);
	render_json(&d, &json);
	char *text = house_text(&d, 80);
	house_has(text, "Behov som inte tillgodoses    Når inte målet    22,4 %     0 %  172 pers\n");
	house_has(text, "Brytpunktssamtal              Okänt                  ?  ≥ 98 %         –\n");
	house_has(buf_cstr(&csv), "plats;region_kod;indikator;ar;status;varde;mal;avstand;andel_invanare;publicerat;kalla;rang;forandring;"
	                         "delmal;delmal_ar;delmal_status\r\n");
	house_has(buf_cstr(&csv), "Södermanland;04;behov_ej_tillgodosett;2024;delvis;22,4;0;172;;22,7;vf2026-bilaga1;3;;;;\r\n");
	house_has(buf_cstr(&csv), "Södermanland;04;konsultteam;2024;delvis;0–1 av 3 kommuner;;;0–29 %;;vf2026;;;;;\r\n");
	house_has(buf_cstr(&json), "\"indikator\": \"brytpunktssamtal\", \"ar\": null, \"status\": \"okant\", \"varde\": null, "
	                           "\"mal\": 98, \"avstand\": null");
	house_has(buf_cstr(&json), "\"varde\": 5.3, \"mal\": \"8–10\", \"avstand\": 9");
	buf_release(&csv);
	buf_release(&json);
	free(text);
	house_release(&h);
}

static void test_whole_overview(void **state)
{
	/* All indicators stand in the overview's order. */
	static const int order[] = {NEED, BEDS, HOSPITAL_BEDS, HOME_CARE, CONSULT, PHYSICIANS, ONCALL, TALK};
	struct house h;
	struct overview o;
	(void)state;
	house_build(&h);
	overview_build(&o, &h.model, HALLAND);
	assert_int_equal(o.count, HOUSE_INDICATORS);
	for (size_t i = 0; i < o.count; i++)
		assert_int_equal(o.rows[i].indicator, order[i]);
	overview_release(&o);
	house_release(&h);
}

static void test_compare(void **state)
{
	/* The regions stand best first with the target drawn; the council's own is marked; people see bars, programs a table. */
	struct house h;
	struct doc d = {0};
	struct buf csv = {0};
	(void)state;
	house_build(&h);
	house_council(&h);
	report_compare(&d, &h.model, BEDS);
	render_csv(&d, &csv);
	char *text = house_text(&d, 80);
	const char *gotland = strstr(text, "Gotland"), *halland = strstr(text, "Halland");
	assert_true(gotland && halland && gotland < halland);
	house_has(text, "▸ Södermanland");
	house_has(text, "│ mål 8–10 per 100 000 inv.");
	house_lacks(text, "vardplatser_100k");
	house_has(buf_cstr(&csv), "Gotland;09;vardplatser_100k;2024;1;uppfyllt;9,9;8–10;9,9;vf2026-bilaga2;\r\n");
	buf_release(&csv);
	free(text);
	report_compare(&d, &h.model, HOME_CARE);
	text = house_text(&d, 80);
	house_has(text, "Södermanland");
	house_has(text, "okänt");
	free(text);
	house_release(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_needs),    cmocka_unit_test(test_beds),  cmocka_unit_test(test_services),
		cmocka_unit_test(test_unknown),  cmocka_unit_test(test_notes), cmocka_unit_test(test_shares),
		cmocka_unit_test(test_table),    cmocka_unit_test(test_whole_overview),
		cmocka_unit_test(test_compare),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
