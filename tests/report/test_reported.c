/* test_reported.c - who has reported the yearly figures; a calm overview; the proposals and their answers. On the example
 * council, with figures and answers of our own. */
#include "house.h"
#include "support/practice.h"

#include "radsbord/report/proposals.h"
#include "radsbord/report/reported.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define HEAD "plats,ar,matt,kalla,varde,publicerat,orsak,not\n"

static void put(const struct practice *p, const char *name, const char *text)
{
	char path[900];
	snprintf(path, sizeof path, "%s/matt", p->path);
	mkdir(path, 0700);
	snprintf(path, sizeof path, "%s/%s", p->path, name);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	assert_true(fputs(text, f) >= 0);
	assert_int_equal(fclose(f), 0);
}

static const struct model *open_with(struct practice *p, const char *name, const char *text)
{
	assert_true(practice_open(p));
	if (name) {
		put(p, name, text);
		assert_true(session_refresh(p->session));
	}
	return session_model(p->session);
}

static int place(const struct model *m, const char *code)
{
	int at = reference_place_by_code(m->reference, code);
	assert_true(at >= 0);
	return at;
}

/* The row of an indicator on a place's overview, or NULL. */
static const struct overview_row *row(const struct overview *o, const struct model *m, const char *id)
{
	for (size_t i = 0; i < o->count; i++)
		if (strcmp(m->reference->indicators[o->rows[i].indicator].id, id) == 0)
			return &o->rows[i];
	return NULL;
}

static void test_calm_overview(void **state)
{
	/* Nobody has reported: every region, municipality and the country has the 22 rows it always had. */
	struct practice p;
	const struct model *m = open_with(&p, NULL, NULL);
	static const char *const places[] = {"00", "04", "14", "14:Skaraborg", "0480"};
	(void)state;
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		struct overview o;
		overview_build(&o, m, place(m, places[i]));
		assert_int_equal(o.count, 22);
		for (size_t k = 0; k < o.count; k++)
			assert_false(indicator_is_asked(&m->reference->indicators[o.rows[k].indicator]));
		overview_release(&o);
	}
	practice_close(&p);
}

static void test_rows_come_with_reports(void **state)
{
	/* A unit's report gives its region a row that is unknown and says why; a region's own gives a value; others have none. */
	struct practice p;
	const struct model *m = open_with(&p, "matt/a.csv", HEAD "E04-02,2025,patienter_hemsjukvard,B,120,nej,,\n"
	                                                         "04,2024,hemsjukvardsteam_antal,B,3,nej,,\n");
	struct overview o;
	(void)state;
	overview_build(&o, m, place(m, "04"));
	assert_int_equal(o.count, 24);
	house_has(row(&o, m, "patienter_hemsjukvard")->status, "Okänt");
	house_has(row(&o, m, "patienter_hemsjukvard")->note, "1 enhet har rapporterat.");
	house_has(row(&o, m, "hemsjukvardsteam_100k")->value, "0,99");
	house_has(row(&o, m, "hemsjukvardsteam_100k")->distance, "1 team");
	overview_release(&o);
	overview_build(&o, m, place(m, "0484"));
	assert_non_null(row(&o, m, "patienter_hemsjukvard"));
	assert_int_equal(o.count, 23);
	overview_release(&o);
	overview_build(&o, m, place(m, "05"));
	assert_int_equal(o.count, 22);
	overview_release(&o);
	practice_close(&p);
}

static void test_overview_of_a_unit(void **state)
{
	/* A unit has what its type is asked, reported or not, and nothing of where people live. */
	struct practice p;
	const struct model *m = open_with(&p, "matt/a.csv", HEAD "E04-02,2025,patienter_hemsjukvard,B,120,nej,,\n"
	                                                         "E04-02,2025,avlidna_hemma,B,54,nej,,\n");
	struct overview o;
	(void)state;
	overview_build(&o, m, place(m, "E04-02"));
	assert_int_equal(o.count, 11);
	house_has(row(&o, m, "avlidna_hemma")->value, "45,0 %");
	assert_string_equal(row(&o, m, "avlidna_hemma")->status, "");
	house_has(row(&o, m, "specialister_lakare")->status, "Okänt");
	assert_null(row(&o, m, "utskrivna_levande"));
	assert_null(row(&o, m, "jourlinje"));
	assert_null(row(&o, m, "hemsjukvardsteam_100k"));
	overview_release(&o);
	practice_close(&p);
}

static char *json_of(void (*report)(struct doc *, const struct model *, int), const struct model *m, const char *code)
{
	struct doc d = {0};
	struct buf out = {0};
	report(&d, m, place(m, code));
	render_json(&d, &out);
	doc_release(&d);
	return buf_detach(&out);
}

static void test_reported(void **state)
{
	/* For the year before today's: a numerator alone is not the figure; the region and each of its units have a row. */
	struct practice p;
	const struct model *m = open_with(&p, "matt/a.csv",
	                                  HEAD "E04-02,2025,patienter_hemsjukvard,Årsberättelsen,120,nej,,\n"
	                                       "E04-02,2025,lakare_specialister,Årsberättelsen,2,nej,,\n"
	                                       "E04-03,2024,patienter_hemsjukvard,Årsberättelsen,9,nej,,\n");
	struct doc d = {0};
	(void)state;
	char *text = json_of(report_reported, m, "04");
	house_has(text, "{\"enhet\": \"SSIH Eskilstuna\", \"id\": \"E04-02\", \"region_kod\": \"04\", \"ar\": 2025, \"rapporterat\": "
	                "\"patienter_hemsjukvard\", \"saknar\": \"specialister_personal, specialister_lakare, ");
	house_has(text, "\"kalla\": \"Årsberättelsen\"}");
	house_has(text, "\"id\": \"04\", \"region_kod\": \"04\", \"ar\": 2025, \"rapporterat\": \"\"");
	house_has(text, "specialistunderskoterskor_100k\", \"kalla\": null}");
	house_has(text, "\"id\": \"E04-03\", \"region_kod\": \"04\", \"ar\": 2025, \"rapporterat\": \"\"");
	house_lacks(text, "E05-");
	free(text);
	report_reported(&d, m, place(m, "04"));
	text = house_text(&d, 0);
	house_has(text, "1 av 11 enheter har rapporterat något.");
	free(text);
	session_ask(p.session, 2024, INDIKATOR_MAP);
	text = json_of(report_reported, m, "0480");
	house_has(text, "\"id\": \"E04-03\", \"region_kod\": \"04\", \"ar\": 2024, \"rapporterat\": \"patienter_hemsjukvard\"");
	house_lacks(text, "\"id\": \"04\"");
	free(text);
	practice_close(&p);
}

static char *unit_text(const struct model *m, const char *id)
{
	struct doc d = {0};
	report_unit(&d, m, model_unit(m, id));
	return house_text(&d, 0);
}

static void test_detail_of_a_unit(void **state)
{
	/* The unit's detail has its figures with year and source, or says that there are none. */
	struct practice p;
	const struct model *m = open_with(&p, "matt/a.csv", HEAD "E04-02,2025,medianvardtid_hemsjukvard,Årsberättelsen,38.5,nej,,\n"
	                                                         "E04-03,2025,lakare_specialister,Årsberättelsen,2,nej,,\n");
	(void)state;
	char *text = unit_text(m, "E04-02");
	house_has(text, "38,5 dagar (2025, Årsberättelsen)");
	free(text);
	text = unit_text(m, "E04-03");
	house_has(text, "ingen indikator kan räknas ur dem");
	free(text);
	text = unit_text(m, "E04-04");
	house_has(text, "Inga årliga uppgifter är rapporterade.");
	free(text);
	practice_close(&p);
}

static void test_explained(void **state)
{
	/* A figure without a denominator is explained as stated, down to file and line; both readings stand there. */
	struct practice p;
	const struct model *m = open_with(&p, "matt/a.csv", HEAD "E04-02,2025,medianvardtid_hemsjukvard,Årsberättelsen,38.5,nej,,\n");
	struct doc d = {0};
	(void)state;
	report_explain(&d, m, place(m, "E04-02"), reference_find_indicator(m->reference, "medianvardtid_hemsjukvard"));
	char *text = house_text(&d, 0);
	house_has(text, "så som det är uppgett");
	house_has(text, "Värdet = 38,5 dagar");
	house_has(text, "matt/a.csv:2");
	free(text);
	report_explain(&d, m, place(m, "E04-02"), reference_find_indicator(m->reference, "avlidna_hemma"));
	text = house_text(&d, 0);
	house_has(text, "Ett högt värde: ");
	house_has(text, "Ett lågt värde: ");
	free(text);
	practice_close(&p);
}

static void test_proposals(void **state)
{
	/* The latest answer of the region with day and source; nobody's answer is null; a unit has those for units. */
	struct practice p;
	const struct model *m = open_with(&p, "forslagssvar.rec",
	                                  "%rec: Svar\n\nId: S1\nForslag: F-R01\nGaller: 04\nSvar: genomfort\nDatum: 2026-11-20\n"
	                                  "Kalla: § 4\n\nId: S2\nForslag: F-R01\nGaller: 04\nSvar: ej\nDatum: 2025-11-20\n\n"
	                                  "Id: S3\nForslag: F-E01\nGaller: E04-02\nSvar: pagar\nDatum: 2026-11-20\nNot: Snart\n");
	(void)state;
	char *text = json_of(report_proposals, m, "0480");
	house_has(text, "{\"id\": \"F-R01\", \"niva\": \"regional\", \"tema\": \"infrastruktur\", \"rubrik\": \"Jämlik infrastruktur i "
	                "regionen\", \"svar\": \"genomfort\", \"datum\": \"2026-11-20\", \"kalla\": \"§ 4\", \"atgarder\": 0}");
	house_has(text, "\"svar\": null, \"datum\": null");
	house_lacks(text, "pagar");
	free(text);
	text = json_of(report_proposals, m, "E04-02");
	house_has(text, "\"svar\": \"pagar\"");
	house_lacks(text, "F-R01");
	free(text);
	struct doc d = {0};
	report_proposal(&d, m, (const struct proposal *)(const void *)records_find(m->national, RECORD_PROPOSAL, "F-R01"));
	text = house_text(&d, 0);
	assert_true(strstr(text, "2026-11-20 Södermanland: genomfört (§ 4)") < strstr(text, "2025-11-20 Södermanland: nej"));
	free(text);
	report_proposal(&d, m, (const struct proposal *)(const void *)records_find(m->national, RECORD_PROPOSAL, "F-R02"));
	text = house_text(&d, 0);
	house_has(text, "Ingen har svarat ännu. Läget är okänt.");
	free(text);
	practice_close(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_calm_overview),      cmocka_unit_test(test_rows_come_with_reports),
		cmocka_unit_test(test_overview_of_a_unit), cmocka_unit_test(test_reported),
		cmocka_unit_test(test_detail_of_a_unit),   cmocka_unit_test(test_explained),
		cmocka_unit_test(test_proposals),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
