/* What the reports, the council's words and the faults say in English; that data and documents are Swedish all the same. */
#include "program.h"

#include <stdlib.h>
#include <string.h>

static struct home home;

static int set_up(void **state)
{
	(void)state;
	home_init(&home);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	home_release(&home);
	return 0;
}

#define RAD "--rad", "data/exempel/sormland"
#define DAY "--idag", "2026-11-24"
enum { WORDS_MOST = 16 };

static void run_in(const char *language, struct run *r, const char *const *words)
{
	const char *all[WORDS_MOST] = {"--sprak", language};
	size_t n = 2;
	for (; words[n - 2]; n++) {
		assert_true(n + 1 < WORDS_MOST);
		all[n] = words[n - 2];
	}
	run_words(&home, r, all);
}

static void show(const struct run *r)
{
	print_message("%d:\n%s%s\n", r->status, buf_cstr(&r->out), buf_cstr(&r->err));
}

static void says(const char *text, const char *const *words)
{
	struct run r = {0};
	run_in("en", &r, words);
	if (!strstr(buf_cstr(&r.out), text) && !strstr(buf_cstr(&r.err), text)) {
		show(&r);
		fail_msg("not ”%s”", text);
	}
	run_release(&r);
}
#define SAYS(text, ...) says(text, (const char *const[]){__VA_ARGS__, NULL})

/* Nobody in these answers has a Swedish name with å, ä or ö, so a word that was forgotten shows itself. */
static void all_english(const char *const *words)
{
	struct run r = {0};
	run_in("en", &r, words);
	assert_string_equal(buf_cstr(&r.err), "");
	assert_true(r.out.len > 0);
	static const char *const letters[] = {"å", "ä", "ö", "Å", "Ä", "Ö"};
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (strstr(buf_cstr(&r.out), letters[i])) {
			show(&r);
			fail_msg("there is an ”%s”", letters[i]);
		}
	run_release(&r);
}
#define ALL_ENGLISH(...) all_english((const char *const[]){__VA_ARGS__, NULL})

static void test_reports(void **state)
{
	(void)state;
	ALL_ENGLISH("oversikt", "Kronoberg", DAY);
	ALL_ENGLISH("bredvid", "Kronoberg", "Uppsala", DAY);
	ALL_ENGLISH("saknas", "Kronoberg", "--per", "tjanst", DAY);
	ALL_ENGLISH("utveckling", "Kronoberg", "konsultteam", DAY);
	SAYS("Below target", "oversikt", "Kronoberg", DAY);
	SAYS("172\u00a0people", "forklara", "Södermanland", "behov_ej_tillgodosett", DAY);
	SAYS("172\u00a0people", "forklara", "Södermanland", "need not met", DAY);
	SAYS("Good Friday", "arshjul", RAD, DAY);
	SAYS("24 November 2026", "oversikt", "Kronoberg", DAY);
}

static void test_explanations(void **state)
{
	(void)state;
	SAYS("Does not say: whether access is good", "forklara", "Skåne", "behov_ej_tillgodosett", DAY);
	SAYS("Required by the map's legend: rounds on the wards and support outside hospital", "forklara", "Skåne", "konsultteam", DAY);
	SAYS("The benchmark 4 is here", "forklara", "Södermanland", "lakarspecialister", DAY);
	SAYS("the sum of 9 municipalities", "forklara", "Södermanland", "konsultteam", DAY);
}

/* The engine knows no language: its sentences are said again, with the names that stood in them. */
static void test_engine(void **state)
{
	(void)state;
	SAYS("So many fewer cannot get support in Skåne: it goes below zero.", "tank-om", "Skåne", "stöd -100000", DAY);
	SAYS("It goes below zero in Skåne.", "tank-om", "Skåne", "vårdplatser -1000", DAY);
	SAYS("“tusen” is not a place.", "tank-om", "Skåne", "stöd tusen", DAY);
}

static void test_refusals(void **state)
{
	(void)state;
	SAYS("Action plan needs a council. Give its folder with --rad FOLDER.", "rapport", "handlingsplan");
	SAYS("The referral “7” does not exist.", "rapport", "yttrande", "7", RAD, DAY);
	SAYS("No coming meeting is planned.", "rapport", "kallelse", RAD, DAY);
	SAYS("The unit “X” does not exist.", "rapport", "uppdragsbeskrivning", "X");
}

static void test_faults(void **state)
{
	static const char settings[] = "[rad]\nformat = 1\nnamn = \"Palliativa rådet\"\nregion = 99\njusterare = 5\nfler = 1\n";
	static const char plan[] = "%rec: Plan\n\nId: 0000000001\nAr: 2026\nRubrik: Plan\n\n%rec: Atgard\n\nId: 0000000002\nNr: ett\n"
	                           "Slag: atgard\nRubrik: Ring\nStatus: klart\nBrist: X99-1\nvad som helst\n";
	char *rad = home_path(&home, "rad");
	(void)state;
	home_write(&home, "rad/rad.ini", settings);
	home_write(&home, "rad/plan/2026.rec", plan);
	SAYS("region is “99”, which is not a region; write the region's code, two digits.", "kontroll", "--rad", rad, DAY);
	SAYS("justerare must be a whole number from 0 to 2, but is “5”; correct the value.", "kontroll", "--rad", rad, DAY);
	SAYS("The key fler is unknown and not used; it is kept in the file.", "kontroll", "--rad", rad, DAY);
	SAYS("The line is not a field and was not read; write it as Name: value", "kontroll", "--rad", rad, DAY);
	SAYS("Nr must be a whole number, but is “ett”. Correct the value.", "kontroll", "--rad", rad, DAY);
	SAYS("Status has the value “klart”, which does not exist. Choose one of: ej_paborjad, pagar", "kontroll", "--rad", rad, DAY);
	SAYS("is not a council folder, for it has no rad.ini", "kontroll", "--rad", home.path);
	free(rad);
}

/* Byte for byte what the Swedish interface gives. */
static void same(const char *const *words)
{
	struct run english = {0}, swedish = {0};
	run_in("en", &english, words);
	run_in("sv", &swedish, words);
	if (strcmp(buf_cstr(&english.out), buf_cstr(&swedish.out)) != 0) {
		show(&english);
		show(&swedish);
		fail_msg("%s is not the same in both languages", words[0]);
	}
	assert_true(english.out.len > 0);
	assert_int_equal(english.out.len, swedish.out.len);
	assert_int_equal(english.status, swedish.status);
	run_release(&english);
	run_release(&swedish);
}
#define SAME(...) same((const char *const[]){__VA_ARGS__, NULL})

static void test_data_are_swedish(void **state)
{
	static const char *const formats[] = {"csv", "json", "md", "html"};
	(void)state;
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		SAME("oversikt", "Skåne", "--format", formats[i], DAY);
		SAME("saknas", "Skåne", "--format", formats[i], DAY);
		SAME("saknas", "Skåne", "--per", "plats", "--format", formats[i], DAY);
		SAME("enheter", "Skåne", "--format", formats[i], DAY);
		SAME("plan", "--format", formats[i], RAD, DAY);
		SAME("moten", "--format", formats[i], RAD, DAY);
		SAME("ledamoter", "--format", formats[i], RAD, DAY);
		SAME("karta", "konsultteam", "Skåne", "--format", formats[i], DAY);
		SAME("kostnad", "kunskapscentrum", "--format", formats[i], RAD, DAY);
		SAME("tank-om", "Skåne", "vårdplatser +6", "--format", formats[i], DAY);
		SAME("kontroll", "--mot-rapporten", "--format", formats[i], DAY);
	}
	SAME("exportera", "ics", RAD, DAY);
}

static void test_documents_are_swedish(void **state)
{
	static const char *const council[] = {"handlingsplan", "arsplan", "arshjul", "uppfoljning"};
	static const char *const meeting[] = {"kallelse", "dagordning", "protokoll", "protokollsandringar", "kallelsesvar"};
	(void)state;
	for (size_t i = 0; i < sizeof council / sizeof *council; i++)
		SAME("rapport", council[i], RAD, DAY);
	for (size_t i = 0; i < sizeof meeting / sizeof *meeting; i++)
		SAME("rapport", meeting[i], "--mote", "2019-01-29", RAD, DAY);
	SAME("rapport", "arsberattelse", "--ar", "2019", RAD, DAY);
	SAME("rapport", "regionrapport", "Skåne", DAY);
	SAME("rapport", "arsstatistik", "Skåne", DAY);
	SAME("rapport", "intervjuprotokoll", "Gotland", DAY);
	SAME("rapport", "uppdragsbeskrivning", "E04-03", DAY);
	SAME("rapport", "beslutsunderlag", "B04-01", DAY);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_reports, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_explanations, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_engine, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_refusals, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_faults, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_data_are_swedish, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_documents_are_swedish, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
