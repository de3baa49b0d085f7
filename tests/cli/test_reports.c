/* radsbord rapport and exportera as they are run: to the screen, to a file, and refused. */
#include "program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

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

#define RAD "--rad", "data/exempel/sormland", "--idag", "2026-11-24"

static void expect(int status, const char *says, const char *const *words)
{
	struct run r = {0};
	run_words(&home, &r, words);
	const char *said = buf_cstr(status ? &r.err : &r.out);
	if (r.status != status || !strstr(said, says))
		print_message("%d, ”%s” in:\n%s%s\n", r.status, says, buf_cstr(&r.out), buf_cstr(&r.err));
	assert_int_equal(r.status, status);
	assert_non_null(strstr(said, says));
	run_release(&r);
}
#define EXPECT(status, says, ...) expect(status, says, (const char *const[]){__VA_ARGS__, NULL})

static void prints(void **state)
{
	(void)state;
	EXPECT(0, "beslutsunderlag BRIST|ÅTGÄRD", "rapport");
	EXPECT(0, "Att komplettera", "rapport", "handlingsplan", RAD);
	EXPECT(0, "## Fokusområden", "rapport", "handlingsplan", "--format", "md", RAD);
	EXPECT(0, "<html lang=\"sv\">", "rapport", "regionrapport", "Skåne", "--format", "html");
	EXPECT(0, "Palliativ vård: Skåne", "rapport", "regionrapport", "Skåne");
	EXPECT(0, "Södermanland: årliga uppgifter för 2024", "rapport", "årsstatistik", "--ar", "2024", RAD);
	EXPECT(0, "Rådet antar handlingsplanen för 2019", "rapport", "kallelse", "--mote", "2019-01-29", RAD);
	EXPECT(0, "enhet;id;region_kod", "rapport", "arsstatistik", "Gotland", "--format", "csv");
	EXPECT(0, "UID:QF5NG0V4WP@radsbord", "exportera", "ics", RAD);
	EXPECT(0, "| Indikator | Läge |", "oversikt", "Gotland", "--format", "md");
}

static void refuses(void **state)
{
	(void)state;
	EXPECT(2, "Skriv radsbord rapport för att se alla.", "rapport", "dikt");
	EXPECT(2, "behöver ett råd", "rapport", "handlingsplan");
	EXPECT(1, "Inget kommande möte är planerat", "rapport", "kallelse", RAD);
	EXPECT(1, "Mötet ”2030-01-01” finns inte", "rapport", "kallelse", "--mote", "2030-01-01", RAD);
	EXPECT(2, "ta bort --mote", "rapport", "handlingsplan", "--mote", "2019-01-29", RAD);
	EXPECT(1, "Platsen ”Atlantis” finns inte.", "rapport", "regionrapport", "Atlantis");
	EXPECT(2, "Skriv vad det gäller: radsbord rapport uppdragsbeskrivning ENHET", "rapport", "uppdragsbeskrivning");
	EXPECT(1, "Enheten ”X” finns inte", "rapport", "uppdragsbeskrivning", "X");
	EXPECT(1, "Varken en brist eller en åtgärd", "rapport", "beslutsunderlag", "X");
	EXPECT(2, "Det här är ingen tabell", "rapport", "uppdragsbeskrivning", "E04-03", "--format", "csv");
	EXPECT(2, "radsbord exportera xlsx", "exportera", "pdf");
	EXPECT(2, "Kalendern är rådets möten", "exportera", "ics");
	EXPECT(2, "ta bort -o", "oversikt", "-o", "x.csv");
	EXPECT(2, "ändelse", "rapport", "regionrapport", "-o", "/tmp/rapport-utan-andelse");
}

static void writes_files(void **state)
{
	static const char *const endings[] = {"txt", "md", "html", "docx", "xlsx", "csv", "json"};
	(void)state;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		char *name = mem_printf("plan.%s", endings[i]), *path = home_path(&home, name);
		EXPECT(0, path, "rapport", "handlingsplan", "-o", path, RAD);
		char *first = home_read(&home, name);
		assert_non_null(first);
		assert_true(strlen(first) > 2);
		EXPECT(3, "--skriv-over", "rapport", "handlingsplan", "-o", path, RAD);
		EXPECT(0, path, "rapport", "handlingsplan", "-o", path, "--skriv-over", RAD);
		free(first);
		free(path);
		free(name);
	}
	char *path = home_path(&home, "moten.ics");
	EXPECT(0, path, "exportera", "ics", "-o", path, RAD);
	char *calendar = home_read(&home, "moten.ics");
	assert_non_null(strstr(calendar, "BEGIN:VCALENDAR\r\n"));
	free(calendar);
	free(path);
	path = home_path(&home, "allt.xlsx");
	EXPECT(0, path, "exportera", "xlsx", "-o", path, RAD);
	free(path);
}

/* Word and Excel are nothing for a terminal. */
static void spares_the_terminal(void **state)
{
	struct run r = {0};
	(void)state;
	run_in_terminal(&home, &r, (const char *const[]){"rapport", "regionrapport", "--format", "docx", NULL});
	assert_int_equal(r.status, 2);
	assert_non_null(strstr(buf_cstr(&r.out), "-o FIL"));
	assert_null(strstr(buf_cstr(&r.out), "PK"));
	run_release(&r);
}

/* rad.ini: mall = fil.docx, in the council's folder, or a sentence that names the file. */
static void uses_the_template(void **state)
{
	(void)state;
	char *council = home_path(&home, "rad"), *template = home_path(&home, "rad/mall.docx"), *out = home_path(&home, "ut.docx");
	EXPECT(0, "", "ny", council, "--namn", "Provrådet", "--region", "Gotland");
	char *settings = home_read(&home, "rad/rad.ini");
	char *with = mem_printf("%s\nmall = mall.docx\n", settings);
	home_write(&home, "rad/rad.ini", with);
	EXPECT(1, "Mallen kunde inte läsas", "rapport", "handlingsplan", "-o", out, "--rad", council);
	home_write(&home, "rad/mall.docx", "en text");
	EXPECT(1, "ingen Word-fil", "rapport", "handlingsplan", "-o", out, "--rad", council);
	assert_null(home_read(&home, "ut.docx"));
	assert_int_equal(remove(template), 0);
	EXPECT(0, template, "rapport", "regionrapport", "Gotland", "-o", template);
	EXPECT(0, out, "rapport", "handlingsplan", "-o", out, "--rad", council);
	free(settings);
	free(with);
	free(council);
	free(template);
	free(out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(prints), cmocka_unit_test(refuses), cmocka_unit_test(writes_files), cmocka_unit_test(spares_the_terminal),
		cmocka_unit_test(uses_the_template),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
