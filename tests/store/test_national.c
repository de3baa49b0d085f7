/* The national data: the program's own is sound, and a fault in any file is told with its line. */
#include "scratch.h"

#include "radsbord/store/national.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct national *open_own(struct diagnostics *d)
{
	const char *source = getenv("RADSBORD_SOURCE");
	char data[600], config[600];
	struct error e = {0};
	struct national *n;

	snprintf(data, sizeof data, "%s/data", source ? source : ".");
	snprintf(config, sizeof config, "%s/config", source ? source : ".");
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

static void test_own_data_is_sound(void **state)
{
	/* The program's own data gives no remark at all, and the engine takes it. */
	struct diagnostics d = {0};
	struct national *n = open_own(&d);
	struct error e = {0};
	struct engine_data *data = engine_data_new(n, NULL, &d, &e);

	(void)state;
	show(&d);
	assert_int_equal(d.count, 0);
	assert_non_null(data);
	engine_data_free(&data);
	assert_null(data);
	national_close(&n);
	assert_null(n);
	diagnostics_release(&d);
}

static void test_own_places(void **state)
{
	/* One country, 21 regions, 4 areas, 290 municipalities and the hospitals, each in its place. */
	struct national *n = open_own(NULL);
	const struct reference *r = national_reference(n);
	struct engine_data *data = engine_data_new(n, NULL, NULL, NULL);
	const struct indikator_data *engine = indikator_set_data(engine_data_set(data));
	size_t counts[PLACE_UNIT + 1] = {0};
	int eskilstuna, skovde, area;

	(void)state;
	assert_int_equal(r->places_count, engine->places_count);
	for (size_t i = 0; i < r->places_count; i++) {
		counts[r->places[i].level]++;
		assert_string_equal(r->places[i].code, engine->places[i].code);
		assert_non_null(engine->places[i].origin.file);
		assert_true(i == 0 || engine->places[i].origin.line > 1);
		assert_true(r->places[i].parent < (int)i);
	}
	assert_int_equal(counts[PLACE_COUNTRY], 1);
	assert_int_equal(counts[PLACE_REGION], 21);
	assert_int_equal(counts[PLACE_AREA], 4);
	assert_int_equal(counts[PLACE_MUNICIPALITY], 290);
	assert_true(counts[PLACE_HOSPITAL] >= 80);
	assert_int_equal(counts[PLACE_UNIT], records_count(national_records(n), RECORD_UNIT));
	assert_string_equal(r->places[0].code, "00");
	eskilstuna = reference_place_by_code(r, "0484");
	assert_string_equal(r->places[r->places[eskilstuna].parent].code, "04");
	assert_true(num_known(r->places[eskilstuna].latitude));
	skovde = reference_place_by_code(r, "1496");
	area = r->places[skovde].parent;
	assert_string_equal(r->places[area].code, "14:Skaraborg");
	assert_string_equal(r->places[area].name, "Skaraborg");
	assert_string_equal(r->places[r->places[area].parent].code, "14");
	assert_int_equal(reference_find_place(r, "sörmland", false), reference_place_by_code(r, "04"));
	assert_int_equal(reference_find_place(r, "riket", false), 0);
	assert_int_equal(reference_find_place(r, "Skaraborg", false), area);
	assert_string_equal(r->places[reference_place_by_code(r, "sjh-eskilstuna")].region, "04");
	engine_data_free(&data);
	national_close(&n);
}

static void test_own_indicators(void **state)
{
	/* Indicators are read whole: inputs, sources, targets, requirements and what people read. */
	struct national *n = open_own(NULL);
	const struct reference *r = national_reference(n);
	struct engine_data *data = engine_data_new(n, NULL, NULL, NULL);
	const struct indikator_data *engine = indikator_set_data(engine_data_set(data));
	const struct indikator_definition *d;
	const struct indicator_text *t;
	int i;

	(void)state;
	assert_int_equal(r->indicators_count, 40);
	assert_int_equal(engine->definitions_count, 40);
	i = reference_find_indicator(r, "vardplatser_100k");
	d = &engine->definitions[i];
	t = &r->indicators[i];
	assert_string_equal(d->id, t->id);
	assert_int_equal(d->kind, INDIKATOR_RATIO);
	assert_int_equal(d->direction, INDIKATOR_WITHIN);
	assert_int_equal(d->target.num, 8);
	assert_int_equal(d->target_high.num, 10);
	assert_int_equal(d->factor.num, 100000);
	assert_string_equal(d->denominator.sources[1], "scb");
	assert_string_equal(d->published.measure, "vardplatser_100k");
	assert_string_equal(d->published.sources[0], "vf2026-bilaga2");
	assert_string_equal(t->target_source, "eapc-2009");
	assert_string_equal(t->target_kind, "rekommendation");
	assert_false(t->percent);
	assert_true(t->line > 100);
	i = reference_find_indicator(r, "behov_ej_tillgodosett");
	d = &engine->definitions[i];
	assert_int_equal(d->kind, INDIKATOR_NEED);
	assert_int_equal(d->share.num, 1);
	assert_int_equal(d->share.den, 4);
	assert_int_equal(d->factor.num, 100);
	assert_string_equal(d->received.measure, "fatt_stod");
	assert_string_equal(d->derived_need.sources[0], "vf2026-bilaga1");
	assert_string_equal(d->derived_unmet.measure, "ej_fatt");
	assert_int_equal(d->count_rounding, INDIKATOR_HALF_DOWN);
	assert_null(d->numerator.measure);
	assert_true(r->indicators[i].percent && r->indicators[i].need_kind);
	i = reference_find_indicator(r, "mottagning");
	d = &engine->definitions[i];
	assert_int_equal(d->requires_count[INDIKATOR_MAP], 2);
	assert_true(d->requires[INDIKATOR_MAP][0] == (1u << INDIKATOR_EJ_ANSLUTNA | 1u << INDIKATOR_BOKNINGSBARA_TIDER |
	                                              1u << INDIKATOR_SPECIALIST_LAKARE));
	assert_string_equal(d->types[0], "mottagning");
	assert_true(r->indicators[i].service_kind);
	i = reference_find_indicator(r, "slutenvard_utanfor");
	assert_int_equal(engine->definitions[i].relation, INDIKATOR_LIES_IN);
	i = reference_find_indicator(r, "uppdrag");
	assert_int_equal(engine->definitions[i].quantifier, INDIKATOR_ALL);
	assert_string_equal(engine->definitions[i].types[5], "jourlinje");
	engine_data_free(&data);
	national_close(&n);
}

static void test_own_figures(void **state)
{
	/* A figure of the report can be asked for, with its file and line. */
	struct national *n = open_own(NULL);
	struct engine_data *data = engine_data_new(n, NULL, NULL, NULL);
	const struct indikator_set *set = engine_data_set(data);
	const struct indikator_data *engine = indikator_set_data(set);
	int i = indikator_find_observation(set, indikator_find_place(set, "01"), 2024, "ej_fatt_procent", "vf2026-bilaga1");

	(void)state;
	assert_true(i >= 0);
	assert_int_equal(engine->observations[i].value.num, -151);
	assert_int_equal(engine->observations[i].value.den, 10);
	assert_int_equal(engine->observations[i].decimals, 1);
	assert_true(engine->observations[i].published);
	assert_int_equal(engine->observations[i].origin.line, 5);
	engine_data_free(&data);
	national_close(&n);
}

/* ---- small data of our own, with faults ---- */

static const char regions[] = "kod,namn,fullt_namn,lan,bokstav,sjukvardsregion,residensort,alias\n"
			      "04,Södermanland,Region Sörmland,Södermanlands län,D,M,Nyköping,Sörmland\n"
			      "14,Västra Götaland,Västra Götalandsregionen,VG,O,V,Göteborg,\n";
static const char municipalities[] = "kod,namn,region,omrade,lat,lon,centralort\n"
				     "0480,Nyköping,04,,58.75,17.01,Nyköping\n"
				     "1496,Skövde,14,Skaraborg,58.39,13.85,Skövde\n";
static const char hospitals[] = "id,namn,region,kommun,typ,akut_dygnet_runt,rapportens_namn,kalla\n"
				"sjh-nykoping,Nyköpings lasarett,04,0480,x,ja,NLN|Lasarettet,x\n";
static const char measures[] = "plats,ar,matt,kalla,varde,publicerat,orsak,not\n"
			       "04,2024,platser,k1,5,nej,,\n04,2024,invanare,k2,100,nej,,\n";
static const char sources[] = "%rec: Kalla\n\nId: k1\nTitel: Ett\n\nId: k2\nTitel: Två\n";
static const char indicators[] = "[platser]\ntitel = Platser\nkort = Platser\ndefinition = D\ngrupp = behov\nordning = 1\n"
				 "niva = region\nslag = kvot\ntaljare = platser\nnamnare = invanare\nfaktor = 1000\n"
				 "riktning = minst\nmal = 2\nenhet = per tusen\ndecimaler = 1\navrundning = halv_upp\nkalla = k1\n";

static void put_all(const struct scratch *s)
{
	scratch_puts(s, "sverige/regioner.csv", regions);
	scratch_puts(s, "sverige/kommuner.csv", municipalities);
	scratch_puts(s, "sverige/sjukhus.csv", hospitals);
	scratch_puts(s, "sverige/matt.csv", measures);
	scratch_puts(s, "sverige/kallor.rec", sources);
	scratch_puts(s, "sverige/saknas.rec", "");
	scratch_puts(s, "sverige/uppgifter.rec", "");
	scratch_puts(s, "sverige/enheter.rec", "");
	scratch_puts(s, "sverige/inventering.rec", "");
	scratch_puts(s, "sverige/forslag.rec", "");
	scratch_puts(s, "sverige/kostnader.rec", "");
	scratch_puts(s, "indikatorer.ini", indicators);
}

static struct national *open_small(const struct scratch *s, struct diagnostics *d, struct error *e)
{
	return national_open(s->path, s->path, io_system(), d, e);
}

struct fault {
	const char *name, *text;   /* a file in place of the sound one; NULL: it is missing */
	int line;
	const char *words;
};

static void test_each_fault(void **state)
{
	/* Each fault is told with file and line, and the rest can be read. */
	static const struct fault faults[] = {
		{"sverige/sjukhus.csv", "id,namn,region,kommun,typ,akut_dygnet_runt,rapportens_namn,kalla\nx,X,04,9999,,,,\n",
		 2, "kommunen ”9999” inte finns"},
		{"sverige/sjukhus.csv", "id,namn\nx,X\n", 1, "Kolumnen region saknas"},
		{"sverige/kommuner.csv", "kod,namn,region,omrade,lat,lon,centralort\n0480,N,04,,nord,1.0,N\n", 2, "”nord”"},
		{"sverige/kommuner.csv", "kod,namn,region,omrade,lat,lon,centralort\n0480,N,04,,,,N\n0480,M,04,,,,\n", 3,
		 "redan finns"},
		{"sverige/kommuner.csv", "kod,namn,region,omrade,lat,lon,centralort\n0480,N,04,,,,N\n0581,M,05,,,,\n", 3,
		 "regionen ”05” inte finns"},
		{"sverige/matt.csv", "plats,ar,matt,kalla,varde,publicerat,orsak,not\n99,2024,platser,k1,5,nej,,\n", 2,
		 "platsen ”99”"},
		{"sverige/matt.csv", "plats,ar,matt,kalla,varde,publicerat,orsak,not\n04,24,platser,k1,5,nej,,\n", 2, "”24”"},
		{"sverige/matt.csv", "plats,ar,matt,kalla,varde,publicerat,orsak,not\n04,2024,platser,k1,fem,nej,,\n", 2,
		 "”fem”"},
		{"sverige/matt.csv", "plats,ar,matt,kalla,varde,publicerat,orsak,not\n04,2024,platser,k9,5,nej,,\n", 2,
		 "Källan ”k9”"},
		{"sverige/matt.csv", "plats,ar,matt,kalla,varde,publicerat,orsak,not\n04,2024,platser,k1,,nej,,\n", 2,
		 "utan orsak"},
		{"sverige/saknas.rec", NULL, 0, "kunde inte läsas"},
		{"sverige/saknas.rec", "%rec: Brist\n\nId: B1\nRegion: 04\nTjanst: fel\nGrad: saknas\nText: x\n", 5,
		 "Tjanst har värdet ”fel”"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		struct scratch s;
		struct diagnostics d = {0};
		struct error e = {0};
		struct national *n;
		bool found = false;
		char file[700];

		scratch_init(&s);
		put_all(&s);
		snprintf(file, sizeof file, "%s/%s", s.path, faults[i].name);
		if (faults[i].text)
			scratch_puts(&s, faults[i].name, faults[i].text);
		else
			remove(file);
		n = open_small(&s, &d, &e);
		if (!n)
			fail_msg("%zu: %s", i, e.text);
		for (size_t k = 0; k < d.count; k++)
			found |= strcmp(d.items[k].file, file) == 0 && d.items[k].line == faults[i].line &&
			         strstr(d.items[k].text, faults[i].words) && d.items[k].level == DIAGNOSTIC_FAULT;
		if (!found) {
			show(&d);
			fail_msg("%zu: ingen anmärkning med ”%s”", i, faults[i].words);
		}
		assert_true(national_reference(n)->places_count >= 4);
		national_close(&n);
		diagnostics_release(&d);
		scratch_release(&s);
	}
}

struct ini_fault {
	const char *from, *to;     /* in the sound text */
	int line;
	const char *words;
	bool used;                 /* the indicator stays */
};

static void test_each_indicator_fault(void **state)
{
	/* Unknown keys, bad numbers and codes, missing keys: each with its line; a required one leaves the indicator out. */
	static const struct ini_fault faults[] = {
		{"mal = 2", "mall = 2", 13, "Nyckeln mall är okänd", true},
		{"mal = 2", "relation = betjanar", 13, "hör inte till slaget kvot", true},
		{"mal = 2", "mal = två", 13, "mal ska vara ett tal", true},
		{"mal = 2", "mal_kalla = k9", 13, "k9", true},
		{"mal = 2", "mal_ovre = 9", 13, "mal_ovre används bara", true},
		{"mal = 2", "namnare_kalla = k1,k9", 13, "k9", true},
		{"mal = 2", "tjanst = jour", 13, "tjanst har koden ”jour”", true},
		{"riktning = minst", "riktning = inom", 13, "kräver mal och mal_ovre", true},
		{"riktning = minst", "riktning = beskrivande", 13, "inget mål", true},
		{"riktning = minst", "riktning = upp", 12, "riktning har värdet ”upp”", false},
		{"decimaler = 1", "decimaler = 10", 15, "mellan 0 och 9", false},
		{"slag = kvot", "slag = kvott", 8, "slag har värdet", false},
		{"taljare = platser\n", "", 1, "taljare saknas", false},
		{"mal = 2", "tackning = finns_inte\ntackning_over = 70", 13, "tackning ”finns_inte” är ingen annan kvot", true},
		{"mal = 2", "tackning = platser\ntackning_over = 70", 13, "är ingen annan kvot", true},
		{"mal = 2", "mal = 2\nmal_byten = 2027", 14, "mal_byten har ”2027”", true},
		{"mal = 2", "mal = 2\nmal_byten = 2027:95, 27:96", 14, "mal_byten har ” 27:96”", true},
		{"mal = 2", "mal = 2\nmal_byten = 2027:8-10", 14, "som inte är ett år, kolon och ett mål", true},
		{"mal = 2", "tackning = annan", 13, "kräver tackning_over", true},
		{"mal = 2", "tackning_over = 70", 13, "bara tillsammans med tackning", true},
		{"kort = Platser", "kort = Ett namn som är alldeles för långt för listan", 3, "bredare än 28", true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		struct scratch s;
		struct diagnostics d = {0};
		struct error e = {0};
		struct national *n;
		const char *at = strstr(indicators, faults[i].from);
		char *text = mem_printf("%.*s%s%s\n[annan]\n%s", (int)(at - indicators), indicators, faults[i].to,
		                        at + strlen(faults[i].from), strchr(indicators, '\n') + 1);
		bool found = false;

		scratch_init(&s);
		put_all(&s);
		scratch_puts(&s, "indikatorer.ini", text);
		n = open_small(&s, &d, &e);
		assert_non_null(n);
		for (size_t k = 0; k < d.count; k++)
			found |= d.items[k].line == faults[i].line && strstr(d.items[k].text, faults[i].words);
		if (!found) {
			show(&d);
			fail_msg("%zu: ingen anmärkning med ”%s”", i, faults[i].words);
		}
		assert_int_equal(national_reference(n)->indicators_count, faults[i].used ? 2 : 1);
		free(text);
		national_close(&n);
		diagnostics_release(&d);
		scratch_release(&s);
	}
}

static void test_target_changes(void **state)
{
	/* "2027:3, 2030:4" is two targets that take the place of the first, each from its year, everywhere. */
	struct scratch s;
	struct diagnostics d = {0};
	struct error e = {0};
	struct national *n;
	struct engine_data *data;
	const struct indikator_data *in;
	const char *at = strstr(indicators, "mal = 2");
	char *text = mem_printf("%.*smal = 2\nmal_byten = 2027:3, 2030:4%s", (int)(at - indicators), indicators, at + strlen("mal = 2"));

	(void)state;
	scratch_init(&s);
	put_all(&s);
	scratch_puts(&s, "indikatorer.ini", text);
	n = open_small(&s, &d, &e);
	assert_non_null(n);
	data = engine_data_new(n, NULL, NULL, &e);
	assert_non_null(data);
	in = indikator_set_data(engine_data_set(data));
	assert_int_equal(in->targets_count, 2);
	assert_int_equal(in->targets[1].place, -1);
	assert_string_equal(in->definitions[in->targets[1].definition].id, "platser");
	assert_string_equal(in->targets[1].id, "platser");
	assert_int_equal(in->targets[0].value.num, 3);
	assert_int_equal(in->targets[1].valid_from, 20300101);
	assert_int_equal(in->targets[1].origin.line, 14);
	engine_data_free(&data);
	free(text);
	national_close(&n);
	diagnostics_release(&d);
	scratch_release(&s);
}

static void test_any_source(void **state)
{
	/* An input without sources takes any that has the measure. */
	struct scratch s;
	struct diagnostics d = {0};
	struct error e = {0};
	struct national *n;
	struct engine_data *data;
	const struct indikator_definition *def;

	(void)state;
	scratch_init(&s);
	put_all(&s);
	n = open_small(&s, &d, &e);
	show(&d);
	assert_int_equal(d.count, 0);
	data = engine_data_new(n, NULL, &d, &e);
	def = &indikator_set_data(engine_data_set(data))->definitions[0];
	assert_string_equal(def->numerator.sources[0], "k1");
	assert_string_equal(def->denominator.sources[0], "k2");
	assert_null(def->denominator.sources[1]);
	engine_data_free(&data);
	national_close(&n);
	scratch_release(&s);
}

static void test_nothing_to_read(void **state)
{
	/* Without places or without a usable indicator there is nothing to open, and a sentence says why. */
	static const struct fault missing[] = {
		{"sverige/regioner.csv", NULL, 0, "Regioner och kommuner"},
		{"sverige/kommuner.csv", NULL, 0, "Regioner och kommuner"},
		{"indikatorer.ini", NULL, 0, "indikatorer.ini"},
		{"indikatorer.ini", "[x]\nslag = kvot\n", 0, "ingen indikator"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof missing / sizeof *missing; i++) {
		struct scratch s;
		struct diagnostics d = {0};
		struct error e = {0};
		char file[700];

		scratch_init(&s);
		put_all(&s);
		snprintf(file, sizeof file, "%s/%s", s.path, missing[i].name);
		if (missing[i].text)
			scratch_puts(&s, missing[i].name, missing[i].text);
		else
			remove(file);
		assert_null(open_small(&s, &d, &e));
		assert_non_null(strstr(e.text, missing[i].words));
		diagnostics_release(&d);
		scratch_release(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_own_data_is_sound),   cmocka_unit_test(test_own_places),
		cmocka_unit_test(test_own_indicators),      cmocka_unit_test(test_own_figures),
		cmocka_unit_test(test_each_fault),          cmocka_unit_test(test_each_indicator_fault),
		cmocka_unit_test(test_target_changes),
		cmocka_unit_test(test_any_source),          cmocka_unit_test(test_nothing_to_read),
	};

	return cmocka_run_group_tests_name("national", tests, NULL, NULL);
}
