/* test_gaps.c - which gaps concern a place, and how they read. */
#include "house.h"

#include <stdlib.h>
#include <string.h>

/* The Ids of the gaps that concern a place, in order. */
static void concern(const struct house *h, int place, const char *wanted)
{
	struct gap_rows rows;
	struct buf ids = {0};
	gap_rows_build(&rows, &h->model, place);
	for (size_t i = 0; i < rows.count; i++)
		buf_printf(&ids, "%s%s", i ? " " : "", rows.items[i].gap->head.id);
	assert_string_equal(buf_cstr(&ids), wanted);
	buf_release(&ids);
	gap_rows_release(&rows);
}

static void test_places(void **state)
{
	/* A region's gap concerns its municipalities unless excepted; one with places concerns those; a hospital's concerns
	 * where it lies and its catchment; the region has all of its own, the country everything; what has ended is gone. */
	struct house h;
	(void)state;
	house_build(&h);
	concern(&h, SWEDEN, "B13-01 B04-02 B04-03 B04-01");
	concern(&h, SODERMANLAND, "B04-02 B04-03 B04-01");
	concern(&h, NYKOPING, "B04-03 B04-01");
	concern(&h, ESKILSTUNA, "B04-02 B04-01");
	concern(&h, KATRINEHOLM, "B04-02 B04-01");
	concern(&h, MALARSJUKHUSET, "B04-02 B04-01");
	concern(&h, HALLAND, "B13-01");
	concern(&h, HALMSTAD, "B13-01");
	concern(&h, HYLTE, "");
	concern(&h, GOTLAND, "");
	house_release(&h);
}

static void test_days(void **state)
{
	/* A gap holds between its days; a year means its last one. */
	struct house h;
	(void)state;
	house_build(&h);
	h.model.year = 2025;
	concern(&h, NYKOPING, "B04-09 B04-03 B04-01");
	h.model.year = 2024;
	concern(&h, NYKOPING, "");
	house_release(&h);
}

static void test_words(void **state)
{
	/* Places and hospitals by name, exceptions said, limits without codes; missing for some is missing in part. */
	struct house h;
	struct gap_rows rows;
	(void)state;
	house_build(&h);
	house_council(&h);
	gap_rows_build(&rows, &h.model, SWEDEN);
	assert_int_equal(rows.count, 4);
	assert_string_equal(rows.items[0].where, "hela regionen utom Hylte");
	assert_string_equal(rows.items[0].degree, "saknas delvis");
	assert_string_equal(rows.items[0].limits, "barn");
	assert_string_equal(rows.items[1].where, "Mälarsjukhuset");
	assert_string_equal(rows.items[1].limits, "bara kontorstid; inga");
	assert_string_equal(rows.items[1].service, "Palliativt konsultteam");
	assert_string_equal(rows.items[3].degree, "saknas");
	assert_int_equal(rows.items[3].actions, 1);
	assert_int_equal(rows.items[1].actions, 0);
	assert_false(rows.items[0].council);
	gap_rows_release(&rows);
	house_release(&h);
}

static void test_councils_own(void **state)
{
	/* A council's own gap stands among the others and is marked as its own. */
	static const struct gap own = {.head = {"0123456789", "saknas.rec", 3}, .region = "04", .service = 9,
	                               .degree = GAP_LIMITED, .text = "Egen brist."};
	struct house h;
	struct gap_rows rows;
	(void)state;
	house_build(&h);
	house_council(&h);
	h.council.tables[RECORD_GAP] = (struct table){.items = mem_alloc(sizeof own), .count = 1, .cap = 1};
	memcpy(h.council.tables[RECORD_GAP].items, &own, sizeof own);
	gap_rows_build(&rows, &h.model, NYKOPING);
	assert_int_equal(rows.count, 3);
	assert_true(rows.items[1].council);
	assert_ptr_equal(model_gap(&h.model, "0123456789"), rows.items[1].gap);
	gap_rows_release(&rows);
	house_release(&h);
}

static void test_table(void **state)
{
	/* `radsbord saknas`: the columns of DESIGN section 4; actions are unknown without a council. */
	struct house h;
	struct doc d = {0};
	struct buf csv = {0}, json = {0};
	(void)state;
	house_build(&h);
	report_gaps(&d, &h.model, SWEDEN);
	render_csv(&d, &csv);
	render_json(&d, &json);
	house_has(buf_cstr(&csv), "id;region;region_kod;omrade;plats;tjanst;grad;begransning;text;kalla;kontrollerad;atgarder\r\n");
	house_has(buf_cstr(&csv), "B13-01;Halland;13;;hela regionen utom Hylte;konsultteam;saknas;barn;Barn i Halland når inte "
	                          "konsultteamet.;vf2026;2025-09-30;\r\n");
	house_has(buf_cstr(&json), "\"kontrollerad\": \"2025-09-30\", \"atgarder\": null}");
	char *text = house_text(&d, 0);
	house_has(text, "Halland: hela regionen utom Hylte");
	free(text);
	report_gaps(&d, &h.model, GOTLAND);
	text = house_text(&d, 80);
	house_has(text, "Ingen brist är antecknad den 24 november 2026. Det betyder inte att inget");
	house_lacks(text, "Tjänst");
	free(text);
	buf_release(&csv);
	buf_release(&json);
	house_release(&h);
}

static void test_details(void **state)
{
	/* From a gap to the actions that answer it and the report's proposals; a unit's unknowns are said. */
	struct house h;
	struct doc d = {0};
	(void)state;
	house_build(&h);
	house_council(&h);
	report_gap(&d, &h.model, model_gap(&h.model, "B04-01"));
	char *text = house_text(&d, 0);
	house_has(text, "Brist B04-01: Jourlinje dygnet runt\n");
	house_has(text, "Södermanland, Saknas, rad 415–416 i vita-flackar-2026.txt\n");
	house_has(text, "Kontrollerad  2025-09-30 (kvartal)\n");
	house_has(text, "1 Läkare i jour (pågår, försenad, Region Sörmland, senast 2026-10-31)");
	house_has(text, "F-R01 Jour dygnet runt (regional nivå)");
	free(text);
	report_unit(&d, &h.model, model_unit(&h.model, "E09-01"));
	text = house_text(&d, 0);
	house_has(text, "Ligger i  Gotland\n");
	house_has(text, "Dygnet runt                  ja\n");
	house_has(text, "Alla åldrar                  okänt\n");
	free(text);
	report_proposal(&d, &h.model, records_proposal(&h.national, 0));
	text = house_text(&d, 0);
	house_has(text, "B04-01 Jourlinje dygnet runt, saknas, hela regionen, har åtgärd");
	house_has(text, "1 brist i tjänsterna, varav 1 med åtgärd.");
	free(text);
	house_release(&h);
}

static void test_units(void **state)
{
	/* `radsbord enheter`: what nobody has said is null for programs, and no bed of a team is missed. */
	struct house h;
	struct doc d = {0};
	struct buf json = {0};
	(void)state;
	house_build(&h);
	report_units(&d, &h.model, GOTLAND_CITY);
	render_json(&d, &json);
	assert_string_equal(buf_cstr(&json),
	                    "[\n{\"id\": \"E09-01\", \"namn\": \"Hemsjukvården på Gotland\", \"region_kod\": \"09\", \"omrade\": "
	                    "null, \"typ\": \"hemsjukvardsteam\", \"kommun\": \"Gotland\", \"vardplatser\": null, "
	                    "\"dygnet_runt\": true, \"alla_diagnoser\": null, \"alla_aldrar\": null, \"kalla\": \"vf2026\"}\n]\n");
	buf_release(&json);
	doc_release(&d);
	report_units(&d, &h.model, HALLAND);
	char *text = house_text(&d, 80);
	house_has(text, "Ingen enhet är antecknad. Det betyder inte att ingen finns.");
	free(text);
	house_release(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_places),       cmocka_unit_test(test_days),  cmocka_unit_test(test_words),
		cmocka_unit_test(test_councils_own), cmocka_unit_test(test_table), cmocka_unit_test(test_details),
		cmocka_unit_test(test_units),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
