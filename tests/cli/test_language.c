/* The language of the interface: who chooses it, and that it is Swedish when nobody does. */
#include "program.h"

#include <stdlib.h>
#include <string.h>

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_asked),
		cmocka_unit_test(test_environment),
		cmocka_unit_test(test_setting),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
