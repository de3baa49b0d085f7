/* The language of the interface: who chooses it, and that it is Swedish when nobody does. */
#include "program.h"

#include "support/unmarked.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char english[] = "Options:", swedish[] = "Väljare:";

static void expect_help(const struct home *h, const char *text, const char *const *words)
{
	struct run r = {0};
	run_words(h, &r, words);
	assert_int_equal(r.status, 0);
	if (!strstr(buf_cstr(&r.out), text))
		fail_msg("not %s in:\n%s%s", text, buf_cstr(&r.out), buf_cstr(&r.err));
	assert_string_equal(buf_cstr(&r.err), "");
	run_release(&r);
}
#define HELP(h, text, ...) expect_help(h, text, (const char *const[]){__VA_ARGS__, NULL})

static void test_asked(void **state)
{
	struct home h;
	(void)state;
	home_init(&h);
	HELP(&h, swedish, "--hjalp");
	HELP(&h, english, "--hjalp", "--sprak", "en");
	HELP(&h, english, "--språk=en", "--hjalp");
	HELP(&h, swedish, "--hjalp", "--sprak", "en", "--sprak", "sv");
	/* A word that is the value of another option is no choice of language. */
	HELP(&h, swedish, "--hjalp", "--namn", "--sprak=en");
	home_release(&h);
}

static void test_environment(void **state)
{
	struct home h;
	(void)state;
	home_init(&h);
	h.environment[0] = "RADSBORD_SPRAK=en";
	HELP(&h, english, "--hjalp");
	HELP(&h, swedish, "--hjalp", "--sprak", "sv");
	/* Whatever locale there is or is not. */
	static const char *const locales[] = {"LC_ALL=C", "LC_ALL=sv_SE.UTF-8", "LC_ALL=", "LC_ALL=finns_inte"};
	for (size_t i = 0; i < sizeof locales / sizeof *locales; i++) {
		h.environment[1] = locales[i];
		HELP(&h, english, "--hjalp");
	}
	h.environment[0] = "LANGUAGE=en";
	h.environment[1] = "LANG=en_US.UTF-8";
	HELP(&h, swedish, "--hjalp");
	home_release(&h);
}

static void test_setting(void **state)
{
	struct home h;
	(void)state;
	home_init(&h);
	home_write(&h, ".config/radsbord/radsbord.ini", "[radsbord]\nsprak = en\n");
	HELP(&h, english, "--hjalp");
	HELP(&h, swedish, "--hjalp", "--sprak", "sv");
	h.environment[0] = "RADSBORD_SPRAK=sv";
	HELP(&h, swedish, "--hjalp");
	h.environment[0] = "RADSBORD_SPRAK=";
	HELP(&h, english, "--hjalp");
	home_release(&h);
}

/* ---- what the sub-commands say, with each text of the catalogue as signs ------------------ */

static void link_to(const struct home *h, const char *name, const char *to)
{
	char *path = home_path(h, name), *there = realpath(to, NULL);
	assert_non_null(there);
	assert_int_equal(symlink(there, path), 0);
	free(there);
	free(path);
}

/* A home whose reference data have a catalogue of signs. The names in `environment` are owned by the caller: three. */
static void marked_home(struct home *h)
{
	home_init(h);
	char *data = home_path(h, "data"), *sprak = home_path(h, "data/sprak"), *council = realpath("data/exempel/sormland", NULL);
	assert_int_equal(mkdir(data, 0700), 0);
	link_to(h, "data/sverige", "data/sverige");
	link_to(h, "data/exempel", "data/exempel");
	link_to(h, "config", "config");
	assert_true(unmarked_begin(sprak));
	h->environment[0] = "RADSBORD_SPRAK=en";
	h->environment[1] = mem_printf("RADSBORD_DATA=%s", data);
	h->environment[2] = mem_printf("RADSBORD_RAD=%s", council);
	free(council);
	free(sprak);
	free(data);
}

static void marked_release(struct home *h)
{
	free((char *)(uintptr_t)h->environment[1]);
	free((char *)(uintptr_t)h->environment[2]);
	unmarked_end();
	home_release(h);
}

static const char *const said[][5] = {
	{"--hjalp"}, {"oversikt", "--hjalp"},
	{"oversikt"}, {"oversikt", "Kronoberg"}, {"saknas"}, {"saknas", "--per", "plats"}, {"saknas", "00", "--per", "tjanst"}, {"enheter"},
	{"enheter", "Skåne"}, {"forslag"}, {"rapporterat"}, {"plan"}, {"mal"}, {"moten"}, {"arshjul"}, {"remisser"}, {"ledamoter"}, {"ombud"},
	{"utbildningar"}, {"parter"}, {"centrum"}, {"resurser"}, {"fragor"}, {"kostnad"}, {"kostnad", "kunskapscentrum"},
	{"forklara", "Skåne", "vardplatser_100k"}, {"forklara", "Södermanland", "behov_ej_tillgodosett"}, {"forklara", "Sörmland", "jourlinje"},
	{"utveckling", "Skåne", "jourlinje"}, {"jamfor", "brytpunktssamtal", "Skåne"}, {"jamfor", "vardplatser_100k"}, {"bredvid", "Sörmland", "Skåne"},
	{"karta", "konsultteam", "Skåne"}, {"tank-om"}, {"tank-om", "Sörmland", "vårdplatser +6"}, {"rapport"}, {"kontroll"},
	{"kontroll", "--mot-rapporten"}, {"historik"}, {"rensa"}, {"exportera", "pdf"}, {"oversikt", "Narnia"}, {"forklara", "Skåne", "lycka"},
	{"finns-inte"}, {"--finns-inte"}, {"plan", "--ar"}, {"rapport", "brev"}, {"oversikt", "--format", "pdf"}, {"gallra", "Anna Ek"},
	{"importera", "matt", "finns-inte.csv"}, {"ny", "rad"}, {"uppgradera"},
};

static void test_nothing_unmarked(void **state)
{
	struct home h;
	struct buf data = {0};
	bool clean = true;
	(void)state;
	marked_home(&h);
	unmarked_read("data/sverige", &data);
	unmarked_read("data/exempel/sormland", &data);
	unmarked_read("config", &data);
	for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
		struct run r = {0};
		run_words(&h, &r, said[i]);
		clean = unmarked_none(buf_cstr(&r.out), said[i][0], &data) && clean;
		clean = unmarked_none(buf_cstr(&r.err), said[i][0], &data) && clean;
		run_release(&r);
	}
	buf_release(&data);
	marked_release(&h);
	assert_true(clean);
}

/* What another program reads, and documents, have nothing of the interface's language. */
static void test_others_get_swedish(void **state)
{
	static const char *const words[][6] = {
		{"oversikt", "Skåne", "--format", "csv"}, {"oversikt", "Skåne", "--format", "json"}, {"oversikt", "Skåne", "--format", "html"},
		{"saknas", "--format", "csv"}, {"plan", "--format", "json"}, {"kontroll", "--format", "csv"}, {"moten", "--format", "json"},
		{"karta", "konsultteam", "Skåne", "--format", "html"},
		{"arshjul", "--format", "html"}, {"kostnad", "kunskapscentrum", "--format", "json"}, {"tank-om", "Sörmland", "vårdplatser +6", "--format", "json"},
		{"rapport", "handlingsplan"}, {"rapport", "regionrapport", "Skåne"}, {"rapport", "arsberattelse"}, {"rapport", "regionrapport", "--format", "html"},
		{"exportera", "ics"},
	};
	struct home h;
	(void)state;
	marked_home(&h);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct run r = {0};
		run_words(&h, &r, words[i]);
		if (r.out.len == 0 || strstr(buf_cstr(&r.out), "##"))
			fail_msg("%s %s: %s%s", words[i][0], words[i][1], buf_cstr(&r.out), buf_cstr(&r.err));
		run_release(&r);
	}
	marked_release(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_asked),
		cmocka_unit_test(test_environment),
		cmocka_unit_test(test_setting),
		cmocka_unit_test(test_nothing_unmarked),
		cmocka_unit_test(test_others_get_swedish),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
