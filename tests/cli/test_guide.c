/* radsbord handbok: the whole guide or a chapter, to the screen and to files that others open. */
#include "program.h"

#include "support/judged.h"

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

static void expect(int status, const char *says, const char *const *words)
{
	struct run r = {0};
	run_words(&home, &r, words);
	const char *said = buf_cstr(status ? &r.err : &r.out);
	if (r.status != status || !strstr(said, says))
		print_message("%d, ”%s” in:\n%.2000s%s\n", r.status, says, buf_cstr(&r.out), buf_cstr(&r.err));
	assert_int_equal(r.status, status);
	assert_non_null(strstr(said, says));
	run_release(&r);
}
#define EXPECT(status, says, ...) expect(status, says, (const char *const[]){__VA_ARGS__, NULL})

static void prints(void **state)
{
	struct run r = {0};
	(void)state;
	EXPECT(0, "Handbok för Rådsbord\n────", "handbok");
	EXPECT(0, "Det finns ännu inget Windowsprogram.", "handbok");
	EXPECT(0, "## Tio uppgifter", "handbok", "--format", "md");
	RUN(&home, &r, "handbok", "så", "startar");
	assert_int_equal(r.status, 0);
	assert_ptr_equal(strstr(buf_cstr(&r.out), "Så startar du\n─────────────\n"), buf_cstr(&r.out));
	assert_null(strstr(buf_cstr(&r.out), "Tio uppgifter"));
	run_release(&r);
	EXPECT(1, "Inget kapitel heter något med ”trumpet”. De som finns: Handbok för Rådsbord, Så startar du,", "handbok", "trumpet");
	EXPECT(2, "Det här är ingen tabell", "handbok", "--format", "csv");
}

/* A web page that HTML Tidy has nothing to say of, with the screens in it; and a Word file. */
static void to_files(void **state)
{
	struct run r = {0};
	(void)state;
	RUN(&home, &r, "handbok", "--format", "html");
	assert_int_equal(r.status, 0);
	assert_non_null(strstr(buf_cstr(&r.out), "<pre tabindex=\"0\">Rådsbord   Södermanland"));
	assert_true(judged_good("tidy -e -q -utf8 %s", "handbok.html", &r.out));
	run_release(&r);
	char *path = home_path(&home, "handbok.docx");
	EXPECT(0, "handbok.docx", "handbok", "-o", path);
	free(path);
	RUN(&home, &r, "handbok", "--format", "docx");
	assert_true(judged_good("unzip -tq %s", "handbok.docx", &r.out));
	run_release(&r);
}

/* Data without the guide are told of, and nothing else stops. */
static void without(void **state)
{
	(void)state;
	struct run r = {0};
	char *data = home_path(&home, "data");
	char *copy = mem_printf("mkdir -p %s && cp -r data/sverige data/exempel %s/ && cp -r config %s/config", data, data, data);
	assert_int_equal(system(copy), 0);
	EXPECT(1, "handbok/handbok.md kunde inte läsas", "handbok", "--data", data);
	RUN(&home, &r, "oversikt", "--data", data);
	assert_int_equal(r.status, 0);
	run_release(&r);
	free(copy);
	free(data);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {TEST(prints), TEST(to_files), TEST(without)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
