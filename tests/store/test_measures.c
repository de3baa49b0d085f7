/* Figures of a council: matt/...csv is read into the engine, with file and line, and what is wrong with it is said. */
#include "scratch.h"

#include "radsbord/store/check.h"
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

#define HEAD "plats,ar,matt,kalla,varde,publicerat,orsak,not\n"
static const struct store_writer writer = {.user = "prov", .host = "dator", .utc = 1800000000, .random = {1, 2}};

/* A council of Södermanland on the program's own data. */
struct stage {
	struct scratch scratch;
	struct national *national;
	struct folder *folder;
	struct engine_data *data;
	struct diagnostics found;
};

static void look(struct stage *s)
{
	struct error e = {0};

	engine_data_free(&s->data);
	diagnostics_release(&s->found);
	s->data = engine_data_new(s->national, folder_records(s->folder), &s->found, &e);
	assert_non_null(s->data);
}

static void open_stage(struct stage *s, const char *name, const char *text)
{
	const char *source = getenv("RADSBORD_SOURCE");
	char data[600], config[600];
	struct error e = {0};

	*s = (struct stage){.national = NULL};
	snprintf(data, sizeof data, "%s/data", source ? source : ".");
	snprintf(config, sizeof config, "%s/config", source ? source : ".");
	scratch_init(&s->scratch);
	scratch_puts(&s->scratch, "rad.ini", "[rad]\nformat = 1\nnamn = Prov\nregion = 04\n");
	scratch_puts(&s->scratch, "enheter.rec", "%rec: Enhet\n\nId: EGEN\nNamn: Eget team\nRegion: 04\nTyp: hemsjukvardsteam\nLigger_i: 0480\n");
	scratch_puts(&s->scratch, name, text);
	s->national = national_open(data, config, io_system(), NULL, &e);
	s->folder = folder_open(s->scratch.path, io_system(), &writer, &e);
	assert_non_null(s->national);
	assert_non_null(s->folder);
	look(s);
}

static void close_stage(struct stage *s)
{
	engine_data_free(&s->data);
	diagnostics_release(&s->found);
	folder_close(&s->folder);
	national_close(&s->national);
	scratch_release(&s->scratch);
}

static const struct indikator_observation *figure(const struct stage *s, const char *place, const char *measure)
{
	const struct indikator_set *set = engine_data_set(s->data);
	const struct indikator_data *d = indikator_set_data(set);

	for (size_t i = 0; i < d->observations_count; i++)
		if (d->observations[i].place == indikator_find_place(set, place) && strcmp(d->observations[i].measure, measure) == 0)
			return &d->observations[i];
	return NULL;
}

static bool told(const struct diagnostics *d, const char *file, int line, const char *words)
{
	for (size_t i = 0; i < d->count; i++)
		if (d->items[i].file && strcmp(d->items[i].file, file) == 0 && d->items[i].line == line && strstr(d->items[i].text, words))
			return true;
	return false;
}

static void test_figures_are_read(void **state)
{
	/* Per region, national unit and own unit, with file, line, the day it was given, and before the national figures. */
	struct stage s;
	const struct indikator_observation *o;

	(void)state;
	open_stage(&s, "matt/2025.csv",
	           "plats,ar,matt,kalla,varde,publicerat,orsak,not,datum\n"
	           "EGEN,2025,patienter_hemsjukvard,Årsberättelse,120,nej,,Eget,2026-02-10\n"
	           "E04-01,2025,medianvardtid_hemsjukvard,Årsberättelse,38.5,nej,,,\n"
	           "04,2025,invanare,eget,5,nej,,,\n"
	           "04,2025,lakare,eget,,nej,ej frågat,,\n");
	assert_int_equal(s.found.count, 0);
	assert_int_equal(diagnostics_count(folder_diagnostics(s.folder), DIAGNOSTIC_NOTE), 0);
	o = figure(&s, "EGEN", "patienter_hemsjukvard");
	assert_non_null(o);
	assert_int_equal(o->value.num, 120);
	assert_int_equal(o->year, 2025);
	assert_string_equal(o->origin.file, "matt/2025.csv");
	assert_int_equal(o->origin.line, 2);
	assert_string_equal(o->source, "Årsberättelse");
	assert_string_equal(o->note, "Eget Lämnat 2026-02-10.");
	o = figure(&s, "E04-01", "medianvardtid_hemsjukvard");
	assert_int_equal(o->value.num, 77);
	assert_int_equal(o->value.den, 2);
	assert_string_equal(figure(&s, "04", "invanare")->source, "eget");
	assert_int_equal(figure(&s, "04", "lakare")->value.den, 0);
	assert_string_equal(figure(&s, "04", "lakare")->reason, "ej frågat");
	close_stage(&s);
}

static void test_units_are_places(void **state)
{
	/* National units and the council's own are places by their Id, below where they lie; places and reference agree. */
	struct stage s;
	const struct reference *r;
	const struct indikator_data *d;
	int own, national;

	(void)state;
	open_stage(&s, "matt/2025.csv", HEAD);
	r = engine_data_reference(s.data);
	d = indikator_set_data(engine_data_set(s.data));
	assert_int_equal(r->places_count, d->places_count);
	own = reference_place_by_code(r, "EGEN");
	national = reference_place_by_code(r, "E04-02");
	assert_int_equal(r->places[own].level, PLACE_UNIT);
	assert_int_equal(d->places[own].kind, INDIKATOR_UNIT_PLACE);
	assert_string_equal(r->places[r->places[own].parent].code, "0480");
	assert_string_equal(r->places[own].region, "04");
	assert_string_equal(d->places[own].code, "EGEN");
	assert_int_equal(d->places[national].kind, INDIKATOR_UNIT_PLACE);
	assert_string_equal(r->places[r->places[national].parent].code, "0484");
	/* nobody has said in which municipality: then it lies in the region */
	assert_string_equal(r->places[r->places[reference_place_by_code(r, "E04-06")].parent].code, "04");
	assert_int_equal(reference_place_by_code(national_reference(s.national), "EGEN"), -1);
	close_stage(&s);
}

static void test_each_fault(void **state)
{
	/* A bad row is told with its line and left out; the others stay. */
	static const struct {
		const char *row, *words;
		bool used;
	} faults[] = {
		{"E99-99,2025,patienter,k,1,nej,,\n", "platsen ”E99-99”", false},
		{"04,25,patienter,k,1,nej,,\n", "året ”25”", false},
		{"04,2025,,k,1,nej,,\n", "matt saknas", false},
		{"04,2025,patienter,,1,nej,,\n", "kalla saknas", false},
		{"04,2025,patienter,k,ett,nej,,\n", "värdet ”ett”", false},
		{"04,2025,patienter,k,,nej,,\n", "utan orsak", true},
		{"04,2025,patienter,k,1,kanske,,\n", "publicerat", true},
		{"04,2025,personal,k,7,nej,,\n", "redan finns", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		struct stage s;
		struct diagnostics all = {0};
		char text[400];

		snprintf(text, sizeof text, HEAD "04,2025,personal,k,5,nej,,\n%s", faults[i].row);
		open_stage(&s, "matt/a.csv", text);
		check_all(s.national, s.folder, &all);
		if (!told(&all, "matt/a.csv", 3, faults[i].words))
			fail_msg("%zu: ingen anmärkning med ”%s”", i, faults[i].words);
		assert_int_equal(figure(&s, "04", "personal")->value.num, 5);
		assert_true((figure(&s, "04", "patienter") != NULL) == faults[i].used);
		diagnostics_release(&all);
		close_stage(&s);
	}
}

static void test_files(void **state)
{
	/* A missing column and a bad date are told; other files of the folder are not read as figures. */
	struct stage s;

	(void)state;
	open_stage(&s, "matt/a.csv", "plats,ar,matt,kalla,varde\n04,2025,personal,k,5\n");
	assert_true(told(folder_diagnostics(s.folder), "matt/a.csv", 1, "Kolumnen publicerat saknas"));
	assert_null(figure(&s, "04", "personal"));
	close_stage(&s);
	open_stage(&s, "matt/a.csv", "plats,ar,matt,kalla,varde,publicerat,orsak,not,datum\n04,2025,personal,k,5,nej,,,igår\n");
	assert_true(told(folder_diagnostics(s.folder), "matt/a.csv", 2, "datum ”igår”"));
	assert_non_null(figure(&s, "04", "personal"));
	close_stage(&s);
	open_stage(&s, "matt/a.txt", HEAD "04,2025,personal,k,5,nej,,\n");
	assert_null(figure(&s, "04", "personal"));
	close_stage(&s);
}

static void test_emptied_file_keeps_what_was_read(void **state)
{
	/* Changed outside, the figures follow; a file that has become empty keeps what it had, and says so. */
	struct stage s;

	(void)state;
	open_stage(&s, "matt/a.csv", HEAD "04,2025,personal,k,5,nej,,\n");
	scratch_puts(&s.scratch, "matt/a.csv", HEAD "04,2025,personal,k,64,nej,,\n");
	assert_true(folder_refresh(s.folder));
	look(&s);
	assert_int_equal(figure(&s, "04", "personal")->value.num, 64);
	scratch_puts(&s.scratch, "matt/a.csv", "");
	folder_refresh(s.folder);
	look(&s);
	assert_int_equal(figure(&s, "04", "personal")->value.num, 64);
	assert_true(told(folder_diagnostics(s.folder), "matt/a.csv", 0, "tom eller skadad"));
	close_stage(&s);
}

static void test_unit_is_no_place_of_a_gap(void **state)
{
	/* A gap or a goal holds for places: a unit there is a fault, never a silent nothing. */
	struct stage s;
	struct diagnostics all = {0};

	(void)state;
	open_stage(&s, "saknas.rec", "%rec: Brist\n\nId: B1\nRegion: 04\nPlats: E04-02\nTjanst: jourlinje\nGrad: saknas\nText: x\n");
	assert_true(told(&s.found, "saknas.rec", 3, "är en enhet och inte en plats"));
	close_stage(&s);
	open_stage(&s, "plan/2026.rec", "%rec: Mal\n\nId: M1\nRubrik: x\nPlats: E04-02\n");
	check_all(s.national, s.folder, &all);
	assert_true(told(&all, "plan/2026.rec", 3, "platsen ”E04-02” finns inte"));
	diagnostics_release(&all);
	close_stage(&s);
}

static void test_answers_are_checked(void **state)
{
	/* An answer names a proposal, and a region or a unit; anything else is told. */
	struct stage s;
	struct diagnostics all = {0};

	(void)state;
	open_stage(&s, "forslagssvar.rec",
	           "%rec: Svar\n\nId: S1\nForslag: F-R01\nGaller: 04\nSvar: pagar\nDatum: 2026-11-24\nKalla: Mötet\n\n"
	           "Id: S2\nForslag: F-E01\nGaller: EGEN\nSvar: ej\nDatum: 2026-11-24\n\n"
	           "Id: S3\nForslag: F-X99\nGaller: E04-01\nSvar: okant\nDatum: 2026-11-24\n\n"
	           "Id: S4\nForslag: F-R01\nGaller: 0480\nSvar: genomfort\nDatum: 2026-11-24\n");
	assert_int_equal(records_count(folder_records(s.folder), RECORD_ANSWER), 4);
	check_all(s.national, s.folder, &all);
	assert_int_equal(diagnostics_count(&all, DIAGNOSTIC_WARNING), 2);
	assert_true(told(&all, "forslagssvar.rec", 16, "Forslag nämner F-X99"));
	assert_true(told(&all, "forslagssvar.rec", 22, "Galler är ”0480”"));
	diagnostics_release(&all);
	close_stage(&s);
}

static void test_asked_indicators(void **state)
{
	/* What is asked of units has its level, its types, and waits unsummed; the counts per inhabitant are the region's. */
	struct stage s;
	const struct reference *r;
	const struct indikator_definition *d;
	size_t units = 0, asked = 0;

	(void)state;
	open_stage(&s, "matt/a.csv", HEAD);
	r = engine_data_reference(s.data);
	d = indikator_set_data(engine_data_set(s.data))->definitions;
	for (size_t i = 0; i < r->indicators_count; i++) {
		units += indicator_is_of_units(&r->indicators[i]);
		asked += indicator_is_asked(&r->indicators[i]);
		assert_true(!indicator_is_asked(&r->indicators[i]) || r->indicators[i].order > 220);
		assert_true(!r->indicators[i].descriptive || indicator_is_asked(&r->indicators[i]));
	}
	assert_int_equal(units, 14);
	assert_int_equal(asked, 18);
	d += reference_find_indicator(r, "medianvardtid_slutenvard");
	assert_true(d->stated_only && !d->denominator.measure);
	assert_string_equal(d->types[1], "slutenvard_utanfor");
	close_stage(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_figures_are_read),
		cmocka_unit_test(test_units_are_places),
		cmocka_unit_test(test_each_fault),
		cmocka_unit_test(test_files),
		cmocka_unit_test(test_emptied_file_keeps_what_was_read),
		cmocka_unit_test(test_unit_is_no_place_of_a_gap),
		cmocka_unit_test(test_answers_are_checked),
		cmocka_unit_test(test_asked_indicators),
	};

	return cmocka_run_group_tests_name("measures", tests, NULL, NULL);
}
