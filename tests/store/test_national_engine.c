/* Records into the engine's data: what a gap covers, and what is left out rather than widened. */
#include "scratch.h"

#include "radsbord/store/folder.h"
#include "radsbord/store/national.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A council whose own records are the given text, beside the program's national data. */
struct world {
	struct scratch s;
	struct national *n;
	struct folder *f;
	struct diagnostics d;
	struct engine_data *data;
	const struct indikator_set *set;
	const struct indikator_data *in;
};

static void open_world(struct world *w, const char *gaps, const char *units)
{
	const char *source = getenv("RADSBORD_SOURCE");
	char data[600], config[600];
	struct error e = {0};

	*w = (struct world){0};
	snprintf(data, sizeof data, "%s/data", source ? source : ".");
	snprintf(config, sizeof config, "%s/config", source ? source : ".");
	w->n = national_open(data, config, io_system(), NULL, &e);
	assert_non_null(w->n);
	scratch_init(&w->s);
	scratch_puts(&w->s, "rad.ini", "[rad]\nformat = 1\nnamn = Prov\nregion = 04\n");
	if (gaps)
		scratch_puts(&w->s, "saknas.rec", gaps);
	if (units)
		scratch_puts(&w->s, "enheter.rec", units);
	w->f = folder_open(w->s.path, io_system(), NULL, &e);
	assert_non_null(w->f);
	w->data = engine_data_new(w->n, folder_records(w->f), &w->d, &e);
	if (!w->data)
		fail_msg("%s", e.text);
	w->set = engine_data_set(w->data);
	w->in = indikator_set_data(w->set);
}

static void close_world(struct world *w)
{
	engine_data_free(&w->data);
	folder_close(&w->f);
	national_close(&w->n);
	diagnostics_release(&w->d);
	scratch_release(&w->s);
}

/* The council's statement of that Id; -1 when it is left out. */
static int statement(const struct world *w, const char *id)
{
	for (size_t i = 0; i < w->in->statements_count; i++)
		if (w->in->statements[i].level == INDIKATOR_COUNCIL && strcmp(w->in->statements[i].id, id) == 0)
			return (int)i;
	return -1;
}

static const struct indikator_unit *unit(const struct world *w, const char *id)
{
	for (size_t i = 0; i < w->in->units_count; i++)
		if (w->in->units[i].level == INDIKATOR_COUNCIL && strcmp(w->in->units[i].id, id) == 0) {
			assert_string_equal(engine_data_unit(w->data, (int)i)->head.id, id);
			return &w->in->units[i];
		}
	fail_msg("ingen enhet %s", id);
	return NULL;
}

static const char *code(const struct world *w, int place)
{
	return place < 0 ? "-" : w->in->places[place].code;
}

#define GAP(id, more) "Id: " id "\nTjanst: jourlinje\nGrad: saknas\nText: x\n" more "\n\n"

static void test_scope(void **state)
{
	/* Scope, places and exceptions are found by code; validity, degree and limits go with them. */
	struct world w;
	const struct indikator_statement *s;

	(void)state;
	open_world(&w, "%rec: Brist\n\n"
	           GAP("A", "Region: 04\nGaller_fran: 2026-01-02\nGaller_till: 2026-12-31\nKontrollerad: 2026-02-03")
	           GAP("B", "Region: 14\nOmrade: NU-sjukvården\nPlats: 1485\nPlats: sjh-nal\nUtom: 1488")
	           GAP("C", "Region: 04\nBegransning: tid: bara dagtid")
	           "%rec: Uppgift\n\nId: D\nRegion: 04\nPlats: 0484\nTjanst: hemsjukvard\nGrad: uppfyllt\nText: x\n", NULL);
	assert_int_equal(w.d.count, 0);
	s = &w.in->statements[statement(&w, "A")];
	assert_string_equal(code(&w, s->scope), "04");
	assert_int_equal(s->places_count, 0);
	assert_int_equal(s->degree, INDIKATOR_MISSING);
	assert_false(s->restricted);
	assert_int_equal(s->valid_from, 20260102);
	assert_int_equal(s->valid_to, 20261231);
	assert_int_equal(s->checked, 20260203);
	assert_string_equal(s->origin.file, "saknas.rec");
	assert_int_equal(s->origin.line, 3);
	s = &w.in->statements[statement(&w, "B")];
	assert_string_equal(code(&w, s->scope), "14:NU-sjukvården");
	assert_int_equal(s->places_count, 2);
	assert_string_equal(code(&w, s->places[1]), "sjh-nal");
	assert_string_equal(code(&w, s->except[0]), "1488");
	assert_true(w.in->statements[statement(&w, "C")].restricted);
	s = &w.in->statements[statement(&w, "D")];
	assert_int_equal(s->degree, INDIKATOR_MET);
	assert_string_equal(s->service, "hemsjukvard");
	assert_string_equal(engine_data_gap(w.data, statement(&w, "D"))->head.id, "D");
	assert_null(engine_data_gap(w.data, -1));
	assert_null(engine_data_gap(w.data, (int)w.in->statements_count));
	close_world(&w);
}

static void test_never_widened(void **state)
{
	/* A place that is unknown, outside the scope or only hinted at leaves the statement out; the others stay. */
	struct world w;

	(void)state;
	open_world(&w, "%rec: Brist\n\n"
	           GAP("A", "Region: 04\nPlats: 0484\nPlats: 9999")
	           GAP("B", "Region: 04\nUtom: Eskilstuna")
	           GAP("C", "Region: 04\nPlats: 1496")
	           GAP("D", "Region: 99")
	           GAP("E", "Region: 04\nOmrade: Skaraborg")
	           GAP("F", "")
	           GAP("G", "Region: 04\nBegransning: geografi: stora delar av länet")
	           GAP("H", "Region: 04\nPlats: 0484\nBegransning: geografi: och några till")
	           GAP("I", "Region: 04"), NULL);
	for (const char *id = "A\0B\0C\0D\0E\0F\0G\0"; *id; id += 2)
		assert_int_equal(statement(&w, id), -1);
	assert_true(statement(&w, "H") >= 0);
	assert_true(statement(&w, "I") >= 0);
	assert_int_equal(diagnostics_count(&w.d, DIAGNOSTIC_FAULT), 6);
	assert_non_null(strstr(w.d.items[0].text, "Bristen A räknas inte in i omdömena: Plats ”9999” finns inte"));
	assert_string_equal(w.d.items[0].file, "saknas.rec");
	assert_int_equal(w.d.items[0].line, 3);
	close_world(&w);
}

#define UNIT(id, more) "Id: " id "\nNamn: N\nTyp: hemsjukvardsteam\n" more "\n\n"

static void test_units(void **state)
{
	/* A unit's places and answers; what nobody has said is unknown, and a bad catchment is not a small one. */
	struct world w;
	const struct indikator_unit *u;

	(void)state;
	open_world(&w, NULL, "%rec: Enhet\n\n"
	           UNIT("A", "Region: 04\nLigger_i: 0484\nSjukhus: sjh-eskilstuna\nBetjanar: 0484\nBetjanar: 04\n"
	                     "Upptagning: kand\nVardplatser: 6\nDygnet_runt: ja\nRonder: nej")
	           UNIT("B", "Region: 14\nOmrade: SIMBA\nUpptagning: okand")
	           UNIT("C", "Region: 04\nLigger_i: 9999\nBetjanar: 0484\nBetjanar: 9998\nUpptagning: kand")
	           UNIT("D", "Region: 14\nBetjanar: SIMBA\nSjukhus: sjh-nal"));
	u = unit(&w, "A");
	assert_string_equal(code(&w, u->lies_in), "0484");
	assert_string_equal(code(&w, u->hospital), "sjh-eskilstuna");
	assert_int_equal(u->serves_count, 2);
	assert_true(u->catchment_known);
	assert_int_equal(u->beds.num, 6);
	assert_int_equal(u->attributes[INDIKATOR_DYGNET_RUNT], INDIKATOR_YES);
	assert_int_equal(u->attributes[INDIKATOR_RONDER], INDIKATOR_NO);
	assert_int_equal(u->attributes[INDIKATOR_KURATOR], INDIKATOR_UNKNOWN);
	u = unit(&w, "B");
	assert_string_equal(code(&w, u->lies_in), "14:SIMBA");
	assert_int_equal(u->hospital, -1);
	assert_int_equal(u->beds.den, 0);
	assert_false(u->catchment_known);
	u = unit(&w, "C");
	assert_string_equal(code(&w, u->lies_in), "04");
	assert_int_equal(u->serves_count, 1);
	assert_false(u->catchment_known);
	u = unit(&w, "D");
	assert_int_equal(u->lies_in, -1);
	assert_string_equal(code(&w, u->serves[0]), "14:SIMBA");
	assert_int_equal(diagnostics_count(&w.d, DIAGNOSTIC_FAULT), 2);
	close_world(&w);
}

static void test_council_outweighs(void **state)
{
	/* The council's own record of a place decides over the report's, and the evidence leads to it. */
	struct world w;
	struct indikator_verdict v;
	struct indikator_question q = {.today = 20261124};
	bool found = false;

	(void)state;
	open_world(&w, "%rec: Uppgift\n\nId: D\nRegion: 04\nPlats: 0484\nTjanst: jourlinje\nGrad: uppfyllt\nText: x\n"
	           "Galler_fran: 2026-01-01\n", NULL);
	assert_true(indikator_evaluate(w.set, indikator_find_place(w.set, "0484"),
	                               indikator_find_definition(w.set, "jourlinje"), &q, &v));
	assert_int_equal(v.status, INDIKATOR_STATUS_MET);
	for (size_t i = 0; i < v.evidence_count; i++)
		if (v.evidence[i].kind == INDIKATOR_EVIDENCE_STATEMENT && v.evidence[i].decided)
			found |= strcmp(engine_data_gap(w.data, v.evidence[i].index)->head.id, "D") == 0;
	assert_true(found);
	indikator_verdict_release(&v);
	close_world(&w);
}

static void test_unplaced_unit_is_not_nothing(void **state)
{
	/* A unit of which only the region is known makes its municipalities unknown there, and leaves other regions alone. */
	struct world w;
	int without, with;

	(void)state;
	open_world(&w, NULL, "%rec: Enhet\n\n" UNIT("A", "Region: 10\nUpptagning: okand"));
	without = indikator_find_place(w.set, "0484");
	with = indikator_find_place(w.set, "1080");
	for (int own = 0; own < 2; own++) {
		struct indikator_verdict v;
		struct indikator_question q = {.today = 20261124};
		int place = own ? with : without;
		bool seen = false;

		assert_true(indikator_evaluate(w.set, place, indikator_find_definition(w.set, "alla_diagnoser_stod"), &q, &v));
		for (size_t i = 0; i < v.evidence_count; i++)
			if (v.evidence[i].kind == INDIKATOR_EVIDENCE_UNIT)
				seen |= strcmp(engine_data_unit(w.data, v.evidence[i].index)->head.id, "A") == 0;
		assert_int_equal(seen, own);
		indikator_verdict_release(&v);
	}
	close_world(&w);
}

static void test_goals_are_targets(void **state)
{
	/* A goal's own target holds for each of its places and indicators, from its plan's year; what is none is left out. */
	static const char plan[] = "%rec: Plan\n\nId: P1\nAr: 2026\nRubrik: P\n\n%rec: Mal\n\n"
	                           "Id: G1\nRubrik: R\nPlats: 04\nPlats: 0484\nIndikator: brytpunktssamtal\n"
	                           "Indikator: smartskattning\nDelmal: 85,5\nDelmal_ar: 2027\nGaller_till: 2028-12-31\n\n"
	                           "Id: G2\nRubrik: R\nPlats: 04\nIndikator: brytpunktssamtal\n\n"
	                           "Id: G3\nRubrik: R\nPlats: 04\nIndikator: brytpunktssamtal\nDelmal: hög\n\n"
	                           "Id: G4\nRubrik: R\nPlats: 04\nIndikator: jourlinje\nDelmal: 85\n\n"
	                           "Id: G5\nRubrik: R\nPlats: 9999\nIndikator: brytpunktssamtal\nDelmal: 85\n";
	struct world w;
	struct error e = {0};
	const struct indikator_target *t;

	(void)state;
	open_world(&w, NULL, NULL);
	scratch_puts(&w.s, "plan/2026.rec", plan);
	engine_data_free(&w.data);
	folder_close(&w.f);
	w.f = folder_open(w.s.path, io_system(), NULL, &e);
	assert_non_null(w.f);
	w.data = engine_data_new(w.n, folder_records(w.f), &w.d, &e);
	assert_non_null(w.data);
	w.in = indikator_set_data(engine_data_set(w.data));
	assert_int_equal(w.in->targets_count, 4);
	t = &w.in->targets[3];
	assert_string_equal(t->id, "G1");
	assert_string_equal(w.in->places[t->place].code, "0484");
	assert_string_equal(w.in->definitions[t->definition].id, "smartskattning");
	assert_int_equal(t->value.num, 171);
	assert_int_equal(t->value.den, 2);
	assert_int_equal(t->high.den, 0);
	assert_int_equal(t->year, 2027);
	assert_int_equal(t->valid_from, 20260101);
	assert_int_equal(t->valid_to, 20281231);
	assert_string_equal(t->origin.file, "plan/2026.rec");
	close_world(&w);
}

static void test_register_shares_name_their_coverage(void **state)
{
	/* The six levels of 2017 are shares of what the register covers: above 70 per cent they are ranked. */
	struct world w;
	size_t named = 0;

	(void)state;
	open_world(&w, NULL, NULL);
	for (size_t i = 0; i < w.in->definitions_count; i++) {
		const struct indikator_definition *d = &w.in->definitions[i];
		bool level = strcmp(national_reference(w.n)->indicators[i].group, "malniva") == 0;

		assert_int_equal(d->coverage != NULL, level);
		if (!level)
			continue;
		named++;
		assert_string_equal(d->coverage, "tackningsgrad");
		assert_int_equal(d->coverage_above.num, 70);
		assert_int_equal(d->coverage_above.den, 1);
	}
	assert_int_equal(named, 6);
	close_world(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_scope),     cmocka_unit_test(test_never_widened),
		cmocka_unit_test(test_units),     cmocka_unit_test(test_council_outweighs),
		cmocka_unit_test(test_unplaced_unit_is_not_nothing),
		cmocka_unit_test(test_goals_are_targets),
		cmocka_unit_test(test_register_shares_name_their_coverage),
	};

	return cmocka_run_group_tests_name("national_engine", tests, NULL, NULL);
}
