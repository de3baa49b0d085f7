/* radsbord kontroll: the program's own data is faultless, and each fault of a council is found once. */
#include "scratch.h"

#include "radsbord/store/check.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *source(void)
{
	const char *dir = getenv("RADSBORD_SOURCE");

	return dir ? dir : ".";
}

static struct national *open_national(struct diagnostics *d)
{
	char data[600], config[600];
	struct error e = {0};
	struct national *n;

	snprintf(data, sizeof data, "%s/data", source());
	snprintf(config, sizeof config, "%s/config", source());
	n = national_open(data, config, io_system(), d, &e);
	if (!n)
		fail_msg("%s", e.text);
	return n;
}

static void show(const struct diagnostics *d)
{
	for (size_t i = 0; i < d->count; i++)
		print_message("%s:%d: %s\n", d->items[i].file ? d->items[i].file : "", d->items[i].line, d->items[i].text);
}

static void test_own_data(void **state)
{
	/* The national data and the example council have no fault and no warning. */
	struct diagnostics d = {0};
	struct national *n = open_national(NULL);
	struct folder *f;
	char path[600];

	(void)state;
	snprintf(path, sizeof path, "%s/data/exempel/sormland", source());
	f = folder_open(path, io_system(), NULL, NULL);
	assert_non_null(f);
	check_all(n, f, &d);
	show(&d);
	assert_int_equal(diagnostics_count(&d, DIAGNOSTIC_WARNING), 0);
	diagnostics_release(&d);
	check_all(n, NULL, &d);
	assert_int_equal(diagnostics_count(&d, DIAGNOSTIC_WARNING), 0);
	diagnostics_release(&d);
	folder_close(&f);
	national_close(&n);
}

struct fault {
	const char *file, *text;
	int line;
	const char *words;
};

#define PLAN "%rec: Plan\n\nId: P1\nAr: 2026\nRubrik: P\n\n"
#define ACTION PLAN "%rec: Atgard\n\nId: A1\nNr: 1\nRubrik: R\n"
#define GOAL PLAN "%rec: Mal\n\nId: G1\nRubrik: R\nPlats: 04\nIndikator: brytpunktssamtal\n"
#define MEETING "%rec: Mote\n\nId: M1\nNr: 1\nDatum: 2026-11-24\n"
#define GAP "%rec: Brist\n\nId: X1\nRegion: 04\nTjanst: jourlinje\nGrad: saknas\nText: x\n"
#define COST "%rec: Kostnad\n\nId: K1\nNamn: N\nBelopp: 1\nRegion: 04\nInvanare_den: 2024-12-31\n"
#define SCENARIO "%rec: Scenario\n\nId: T1\nNamn: N\n"
#define UNIT "%rec: Enhet\n\nId: X1\nNamn: N\nRegion: 04\nTyp: mottagning\n"

static const struct fault faults[] = {
	{"plan/2026.rec", ACTION "Brist: B99-99\n", 9, "Brist nämner B99-99, men brist"},
	{"plan/2026.rec", ACTION "Forslag: F-X\n", 9, "Forslag nämner F-X"},
	{"plan/2026.rec", ACTION "Fokusomrade: F1\n", 9, "Fokusomrade nämner F1"},
	{"plan/2026.rec", ACTION "Mote: M9\n", 9, "Mote nämner M9"},
	{"plan/2026.rec", ACTION "Start: 2026-05-02\nKlart_senast: 2026-05-01\n", 9, "Klart_senast är före Start"},
	{"plan/2026.rec", ACTION "\nId: A2\nNr: 1\nRubrik: Q\n", 13, "Nr 1 finns också i plan/2026.rec rad 9"},
	{"plan/2026.rec", ACTION "Ansvarig: Eva 640823-3234\n", 9, "Ansvarig har vad som ser ut som ett personnummer (64••••-••••)"},
	{"plan/2026.rec", ACTION "Statuss: klar\n", 12, "Fältet Statuss är okänt"},
	{"plan/2027.rec", PLAN, 3, "Ar är inte det som filens namn säger"},
	{"plan/2026.rec", PLAN "%rec: Mal\n\nId: G1\nRubrik: R\nIndikator: finns_inte\n", 9, "indikatorn ”finns_inte”"},
	{"plan/2026.rec", PLAN "%rec: Mal\n\nId: G1\nRubrik: R\nPlats: 0999\n", 9, "platsen ”0999”"},
	{"plan/2026.rec", PLAN "%rec: Mal\n\nId: G1\nNr: 1\nRubrik: R\n\nId: G2\nNr: 1\nRubrik: R\n", 13, "Nr 1 finns också"},
	{"plan/2026.rec", GOAL "Delmal: hög\n", 9, "Delmal ”hög” är varken ett tal"},
	{"plan/2026.rec", GOAL "Indikator: jourlinje\nDelmal: 85\n", 9, "Delmal gäller inte ”jourlinje”"},
	{"plan/2026.rec", GOAL "Delmal: 80-90\n", 9, "har en gräns och inte två"},
	{"plan/2026.rec", GOAL "Delmal: 10-8\n", 9, "det lägre först"},
	{"plan/2026.rec", GOAL "Delmal_ar: 2027\n", 9, "Delmal_ar står utan Delmal"},
	{"plan/2026.rec", GOAL "Delmal: 85\nGaller_fran: 2026-02-01\nGaller_till: 2026-01-01\n", 9,
	 "Galler_till är före Galler_fran"},
	{"plan/2026.rec", PLAN "%rec: Mal\n\nId: G1\nRubrik: R\nIndikator: brytpunktssamtal\nDelmal: 85\n", 9,
	 "för Plats saknas"},
	{"plan/2026.rec", PLAN "%rec: Mal\n\nId: G1\nRubrik: R\nPlats: 04\nDelmal: 85\n", 9, "för Indikator saknas"},
	{"ledamoter.rec", "%rec: Ledamot\n\nId: L1\nOrganisation: O\nPlats: 48\n", 3, "platsen ”48” finns inte"},
	{"ledamoter.rec", "%rec: Ledamot\n\nId: L1\nOrganisation: O\nFran: 2026-02-01\nTill: 2026-01-01\n", 3,
	 "Till är före Fran"},
	{"ledamoter.rec", "%rec: Ledamot\n\nId: L1\nPerson: Eva\n", 3, "Organisation saknas"},
	{"moten/2026-11-25-M1.rec", MEETING, 3, "Datum är inte det som filens namn börjar med"},
	{"moten/nagot.rec", MEETING, 3, "Datum är inte det som filens namn börjar med"},
	{"moten/2026-11-24-M1.rec", MEETING "Start: 9.00\nSlut: 8.00\n", 3, "Slut är före Start"},
	{"saknas.rec", GAP "Galler_fran: 2026-02-01\nGaller_till: 2026-01-01\n", 3, "Galler_till är före Galler_fran"},
	{"saknas.rec", GAP "Plats: 9999\n", 3, "Plats ”9999” finns inte"},
	{"saknas.rec", GAP "Begransning: bara ibland\n", 3, "börjar inte med ett känt slag"},
	{"saknas.rec", "%rec: Brist\n\nId: B04-01\nRegion: 04\nTjanst: jourlinje\nGrad: saknas\nText: x\n", 3,
	 "gäller i stället för rapportens post med samma Id i "},
	{"saknas.rec", "%rec: Brist\n\nId: X1\nRegion: 04\nTjanst: jourlinje\nGrad: uppfyllt\nText: x\n", 3,
	 "en brist har Grad saknas"},
	{"enheter.rec", UNIT "Ingar_i: E9\n", 3, "Ingar_i nämner E9"},
	{"enheter.rec", UNIT "Upptagning: kand\n", 3, "Betjanar saknas"},
	{"enheter.rec", UNIT "Ligger_i: 0480\nSjukhus: sjh-eskilstuna\n", 3, "sjukhuset ligger inte i kommunen"},
	{"kostnader.rec", COST "Fast_andel: halva Region\n", 3, "Den fasta andelen ”halva Region”"},
	{"kostnader.rec", COST "Invanare: Nyköping 5\n", 3, "Invånarantalet ”Nyköping 5”"},
	{"kostnader.rec", COST "Kronor_per_invanare: två\n", 3, "Kronor per invånare är ”två”"},
	{"kostnader.rec", COST "Deltar_inte: 9999\n", 3, "Deltar_inte nämner ”9999”"},
	{"kostnader.rec", "%rec: Kostnad\n\nId: K1\nNamn: N\nBelopp: -1\nRegion: 04\nInvanare_den: 2024-12-31\n", 3,
	 "Belopp är negativt"},
	{"kostnader.rec", "%rec: Kostnad\n\nId: K1\nNamn: N\nBelopp: 1\nRegion: 0480\nInvanare_den: 2024-12-31\n", 3,
	 "Region är ”0480”, som inte är en region"},
	{"scenarier.rec", SCENARIO "Plats: 9999\nAndring: vårdplatser +6\n", 3, "platsen ”9999” finns inte"},
	{"scenarier.rec", SCENARIO "Plats: 04\nAndring: vårdplatser +6\nAndring: pengar +6\n", 3,
	 "Andring ”pengar +6” kan inte läsas. ”pengar +6” går inte att tänka om."},
	{"scenarier.rec", SCENARIO "Plats: 04\n", 3, "Andring saknas"},
	{"rad.ini", "[rad]\nformat = 1\nnamn = N\nregion = 0484\n", 0, "som inte är en region"},
};

static void test_each_fault(void **state)
{
	/* Each fault is found with file and line, in a sentence, and is the only one. */
	struct national *n = open_national(NULL);

	(void)state;
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		struct scratch s;
		struct diagnostics d = {0};
		struct folder *f;

		scratch_init(&s);
		scratch_puts(&s, "rad.ini", "[rad]\nformat = 1\nnamn = N\nregion = 04\n");
		scratch_puts(&s, faults[i].file, faults[i].text);
		f = folder_open(s.path, io_system(), NULL, NULL);
		assert_non_null(f);
		check_all(n, f, &d);
		if (d.count != 1 || !strstr(d.items[0].text, faults[i].words) || d.items[0].line != faults[i].line ||
		    strcmp(d.items[0].file, faults[i].file) != 0 || d.items[0].text[strlen(d.items[0].text) - 1] != '.') {
			show(&d);
			fail_msg("%zu: väntade ”%s”", i, faults[i].words);
		}
		diagnostics_release(&d);
		folder_close(&f);
		scratch_release(&s);
	}
	national_close(&n);
}

static void test_references_that_resolve(void **state)
{
	/* References to national gaps and proposals, and to the council's own records, are right. */
	struct national *n = open_national(NULL);
	struct diagnostics d = {0};
	struct scratch s;
	struct folder *f;

	(void)state;
	scratch_init(&s);
	scratch_puts(&s, "rad.ini", "[rad]\nformat = 1\nnamn = N\nregion = 04\n");
	scratch_puts(&s, "saknas.rec", GAP);
	scratch_puts(&s, "moten/2026-11-24-M1.rec", MEETING);
	scratch_puts(&s, "plan/2026.rec",
	             PLAN "%rec: Fokusomrade\n\nId: F1\nRubrik: F\n\n%rec: Atgard\n\nId: A1\nRubrik: R\nBrist: B04-01\n"
	             "Brist: X1\nForslag: F-R01\nFokusomrade: F1\nMote: M1\n");
	f = folder_open(s.path, io_system(), NULL, NULL);
	check_all(n, f, &d);
	show(&d);
	assert_int_equal(d.count, 0);
	folder_close(&f);
	scratch_release(&s);
	national_close(&n);
}

static void test_same_id_in_two_files(void **state)
{
	/* A record that a merge has put in two files is told with both places. */
	struct national *n = open_national(NULL);
	struct diagnostics d = {0};
	struct scratch s;
	struct folder *f;

	(void)state;
	scratch_init(&s);
	scratch_puts(&s, "rad.ini", "[rad]\nformat = 1\nnamn = N\nregion = 04\n");
	scratch_puts(&s, "plan/2026.rec", ACTION);
	scratch_puts(&s, "plan/2027.rec", "%rec: Atgard\n\nId: A1\nNr: 2\nRubrik: R\n");
	f = folder_open(s.path, io_system(), NULL, NULL);
	check_all(n, f, &d);
	assert_int_equal(d.count, 1);
	assert_string_equal(d.items[0].file, "plan/2027.rec");
	assert_non_null(strstr(d.items[0].text, "Åtgärd A1: samma Id finns i plan/2026.rec rad 9"));
	diagnostics_release(&d);
	folder_close(&f);
	scratch_release(&s);
	national_close(&n);
}

static void test_loading_comes_first_and_once(void **state)
{
	/* What loading found stands first, and not twice when the caller had it already. */
	struct national *n;
	struct diagnostics d = {0};
	struct scratch s;
	struct folder *f;
	size_t before;

	(void)state;
	scratch_init(&s);
	scratch_puts(&s, "rad.ini", "[rad]\nformat = 1\nnamn = N\nregion = 04\n");
	scratch_puts(&s, "ledamoter.rec", "%rec: Ledamot\n\nId: L1\nOrganisation: O\nPlats: 48\nGrupp: fel\n");
	f = folder_open(s.path, io_system(), NULL, NULL);
	n = open_national(&d);
	before = d.count;
	for (size_t i = 0; i < folder_diagnostics(f)->count; i++) {
		const struct diagnostic *one = &folder_diagnostics(f)->items[i];

		diagnostics_add(&d, one->level, one->file, one->line, "%s", one->text);
	}
	check_all(n, f, &d);
	assert_int_equal(d.count, before + 2);
	assert_int_equal(d.items[before].line, 6);
	assert_int_equal(d.items[before + 1].line, 3);
	diagnostics_release(&d);
	folder_close(&f);
	scratch_release(&s);
	national_close(&n);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_own_data),
		cmocka_unit_test(test_each_fault),
		cmocka_unit_test(test_references_that_resolve),
		cmocka_unit_test(test_same_id_in_two_files),
		cmocka_unit_test(test_loading_comes_first_and_once),
	};

	return cmocka_run_group_tests_name("check", tests, NULL, NULL);
}
