/* test_goals.c - a council with register figures of several years and a target of its own, as the program prints it. */
#include "program.h"

#include <stdlib.h>
#include <string.h>

#define TODAY "--idag", "2026-11-24"

/* Flen 2022, 2024 and 2025 (a year is missing), Trosa with too low a coverage, the region stated. */
static const char figures[] =
	"plats,ar,matt,kalla,varde,publicerat,orsak,not\n"
	"0482,2022,doda_i_registret,palliativregistret,100,nej,,\n0482,2022,brytpunktssamtal_ja,palliativregistret,70,nej,,\n"
	"0482,2024,doda_i_registret,palliativregistret,100,nej,,\n0482,2024,brytpunktssamtal_ja,palliativregistret,80,nej,,\n"
	"0482,2025,doda_i_registret,palliativregistret,200,nej,,\n0482,2025,brytpunktssamtal_ja,palliativregistret,170,nej,,\n"
	"0482,2025,dodsfall,palliativregistret,250,nej,,\n"
	"0484,2025,doda_i_registret,palliativregistret,90,nej,,\n0484,2025,brytpunktssamtal_ja,palliativregistret,63,nej,,\n"
	"0484,2025,dodsfall,palliativregistret,100,nej,,\n"
	"0488,2025,doda_i_registret,palliativregistret,62,nej,,\n0488,2025,brytpunktssamtal_ja,palliativregistret,62,nej,,\n"
	"0488,2025,dodsfall,palliativregistret,100,nej,,\n"
	"0486,2024,doda_i_registret,palliativregistret,20,nej,,\n0486,2024,brytpunktssamtal_ja,palliativregistret,12,nej,,\n"
	"0486,2025,doda_i_registret,palliativregistret,10,nej,,\n0486,2025,brytpunktssamtal_ja,palliativregistret,3,nej,,\n"
	"04,2025,doda_i_registret,palliativregistret,400,nej,,\n04,2025,brytpunktssamtal_ja,palliativregistret,320,nej,,\n"
	"04,2025,dodsfall,palliativregistret,800,nej,,\n";
/* Strängnäs has too few to be shown to others in 2025. */
static const char plan[] =
	"%rec: Plan\n\nId: P1\nAr: 2026\nRubrik: Plan\n\n%rec: Mal\n\n"
	"Id: G1\nNr: 1\nSlag: matt\nRubrik: Nå nivån\nIndikator: brytpunktssamtal\nIndikator: smartskattning\n"
	"Plats: 0482\nPlats: 0488\n\n"
	"Id: G3\nNr: 3\nSlag: matt\nRubrik: Små tal\nIndikator: brytpunktssamtal\nPlats: 0486\n\n"
	"Id: G2\nNr: 2\nSlag: matt\nRubrik: På väg\nIndikator: brytpunktssamtal\nPlats: 0482\nPlats: 0484\nDelmal: 85\n"
	"Delmal_ar: 2027\n";

static char *council;

static int open_home(void **state)
{
	struct home *h = mem_alloc(sizeof *h);
	home_init(h);
	council = home_path(h, "rad");
	struct run r = {0};
	RUN(h, &r, "ny", council, "--namn", "Rådet", "--region", "04", TODAY);
	assert_int_equal(r.status, 0);
	run_release(&r);
	home_write(h, "rad/plan/2026.rec", plan);
	home_write(h, "rad/matt/register.csv", figures);
	*state = h;
	return 0;
}

static int close_home(void **state)
{
	home_release(*state);
	free(*state);
	free(council);
	return 0;
}

/* What the program prints of the council, U+00A0 as blanks, after an end with `status`. Owned. */
static char *printed(void *state, int status, const char *const *words)
{
	const char *all[16] = {"--rad", council, TODAY};
	struct run r = {0};
	struct buf plain = {0};
	size_t n = 4;
	while (*words)
		all[n++] = *words++;
	run_words(state, &r, all);
	if (r.status != status || r.err.len)
		fail_msg("exit %d: %s", r.status, buf_cstr(&r.err));
	for (const char *s = buf_cstr(&r.out); *s; s++) {
		bool fixed = (unsigned char)s[0] == 0xC2 && (unsigned char)s[1] == 0xA0;
		buf_char(&plain, fixed ? ' ' : *s);
		s += fixed;
	}
	run_release(&r);
	return buf_detach(&plain);
}

static void prints(void *state, const char *const *words, const char *const *wanted)
{
	char *text = printed(state, 0, words);
	for (; *wanted; wanted++)
		if (!strstr(text, *wanted))
			fail_msg("”%s” is not in:\n%s", *wanted, text);
	free(text);
}
#define WORDS(...) (const char *const[]){__VA_ARGS__, NULL}

static void test_sound(void **state)
{
	prints(*state, WORDS("kontroll"), WORDS("Inga fel."));
}

static void test_explained(void **state)
{
	/* The own target beside the national one, rank, region, change, coverage down to its lines, the years and the goals. */
	prints(*state, WORDS("forklara", "0482", "brytpunktssamtal"),
	       WORDS("Läge        ▽ Når inte målet", "minst 98 % (målnivå från 2017", "Avstånd     26 personer",
	             "Delmål      minst 85 % senast 2027: når delmålet (rådets eget, plan/2026.rec:25)",
	             "Plats       1 av 2 i regionen med värde", "Regionen    80,0 %, 5,0 procentenheter högre här",
	             "Förändring  +5,0 sedan året före", "Rapporterade dödsfall / dödsfall: 80,0 %.",
	             "Dödsfall, Flen 2025: 250. Ur Svenska palliativregistret, dödsfallsenkäten; matt/register.csv:8.",
	             "Platsen rangordnas bara när den är över 70 %.", "\n2022  Når inte målet  70,0 %        –\n",
	             "\n2024  Når inte målet  80,0 %        –\n", "\n2025  Når inte målet  85,0 %     +5,0\n",
	             "Ett år som saknas i raden har ingen uppgift.", "\n2022–2025  ▁·▆█  70,0 % → 85,0 %\n",
	             "Nå nivån. Den här rutan: når inte målet. Hela målet: 1 av 4 rutor når målet, 2 okända. plan/2026.rec:9",
	             "På väg. Den här rutan: når målet. Hela målet: 1 av 2 rutor når målet. plan/2026.rec:25"));
	prints(*state, WORDS("forklara", "0484", "brytpunktssamtal"),
	       WORDS("Delmål    minst 85 % senast 2027: når inte delmålet, avstånd 14 personer", "Plats     2 av 2 i regionen"));
}

static void test_not_ranked(void **state)
{
	/* 62 of 100 is too little to compare by: the value stands, the place is not ranked, and it says why. */
	prints(*state, WORDS("forklara", "0488", "brytpunktssamtal"),
	       WORDS("● Når målet", "Värde     100,0 %",
	             "rangordnas inte. Täckningsgrad i registret: 62,0 %, och mer än 70 % krävs för att jämföra"));
	prints(*state, WORDS("oversikt", "0488"),
	       WORDS("Brytpunktssamtal: Rangordnas inte. Täckningsgrad i registret: 62,0 %, och mer än 70 % krävs"));
	prints(*state, WORDS("jamfor", "brytpunktssamtal"),
	       WORDS("(80,0 %)", "Värden inom parentes rangordnas inte:", "Södermanland. Täckningsgrad i registret: 50,0 %"));
	prints(*state, WORDS("jamfor", "brytpunktssamtal", "--format", "csv"),
	       WORDS(";rang;status;varde;mal;publicerat;kalla;forandring\r\n",
	             "Södermanland;04;brytpunktssamtal;2025;;delvis;80,0;98;;palliativregistret;\r\n"));
}

static void test_municipalities(void **state)
{
	/* Within a region its municipalities are ranked, in their own order and with what is not ranked after it. */
	prints(*state, WORDS("jamfor", "brytpunktssamtal", "Södermanland"),
	       WORDS("Brytpunktssamtal: kommunerna i Södermanland", "(100,0 %)", "Trosa. Täckningsgrad i registret: 62,0 %"));
	prints(*state, WORDS("jamfor", "brytpunktssamtal", "0484", "--format", "csv"),
	       WORDS("kalla;forandring\r\nFlen;04;brytpunktssamtal;2025;1;delvis;85,0;98;;palliativregistret;5,0\r\n"
	             "Eskilstuna;04;brytpunktssamtal;2025;2;delvis;70,0;98;;palliativregistret;\r\n"
	             "Trosa;04;brytpunktssamtal;2025;;uppfyllt;100,0;98;;palliativregistret;\r\n"));
	prints(*state, WORDS("jamfor", "mottagning", "04"), WORDS("Palliativ mottagning: kommunerna i Södermanland", "saknas"));
	prints(*state, WORDS("jamfor", "brytpunktssamtal", "00"), WORDS("alla regioner"));
}

static void test_figures(void **state)
{
	/* The map, two places beside each other and the year wheel, as text and for programs; too few to be shown stay hidden. */
	prints(*state, WORDS("karta", "brytpunktssamtal", "04"),
	       WORDS("Brytpunktssamtal: Södermanland", "▽ Når inte målet: 3 av 9. ", "Flen (85,0 %)", "Strängnäs (..)", "● Når målet: 1 av 9. Trosa"));
	prints(*state, WORDS("karta", "brytpunktssamtal", "0482", "--format", "csv"),
	       WORDS("plats;region_kod;kommun_kod;indikator;ar;status;varde;betjanas_fran;latitud;longitud\r\n",
	             "Flen;04;0482;brytpunktssamtal;2025;delvis;85,0;;59,0", "Strängnäs;04;0486;brytpunktssamtal;2025;delvis;..;;59,3"));
	prints(*state, WORDS("bredvid", "0482", "0486"), WORDS("Flen och Strängnäs, sida vid sida", "85,0 %", ".."));
	prints(*state, WORDS("bredvid", "Flen", "Trosa", "--format", "csv"),
	       WORDS("titel;indikator;status_1;varde_1;avstand_1;status_2;varde_2;avstand_2\r\n", ";delvis;85,0;26;uppfyllt;100,0;"));
	prints(*state, WORDS("arshjul", "--ar", "2027", "--format", "csv"), WORDS("datum;vecka;slag;vad\r\n", "2027-03-28;12;ledig;Påskdagen\r\n"));
}

static void test_overview(void **state)
{
	prints(*state, WORDS("oversikt", "0482"), WORDS("Brytpunktssamtal: rådets delmål ≥ 85 % senast 2027, når delmålet."));
	prints(*state, WORDS("oversikt", "0482", "--format", "csv"),
	       WORDS("\nFlen;04;brytpunktssamtal;2025;delvis;85,0;98;26;;;palliativregistret;1;5,0;85;2027;uppfyllt\r\n",
	             "\nFlen;04;smartskattning;2025;okant;;100;;;;palliativregistret;;;;;\r\n"));
	prints(*state, WORDS("oversikt", "0484", "--format", "json"),
	       WORDS("\"delmal\": 85, \"delmal_ar\": 2027, \"delmal_status\": \"delvis\""));
	/* the plan of 2026 holds from that year */
	prints(*state, WORDS("oversikt", "0482", "--ar", "2025", "--format", "csv"),
	       WORDS("\nFlen;04;brytpunktssamtal;2025;delvis;85,0;98;26;;;palliativregistret;1;5,0;;;\r\n"));
}

static void test_goals(void **state)
{
	/* A goal is a matrix, reached when every square is; its own target is what its squares are held against. */
	prints(*state, WORDS("mal"),
	       WORDS("Läge  1 av 4 rutor når målet, 2 okända. Målet är nått när varje ruta når sitt mål.",
	             "1 Brytpunktssamtal (minst 98 %): 1 av 2 rutor når målet", "Plats  1        2", "Flen   ▽ 85,0   ·",
	             "Trosa  ● 100,0  ·", "Delmål  minst 85 % senast 2027. Rutorna mäts mot det",
	             "Gäller  2026-01-01–", "Flen        ● 85,0", "Eskilstuna  ▽ 70,0"));
	prints(*state, WORDS("mål", "--format", "csv"),
	       WORDS("nr;id;plats;region_kod;indikator;ar;status;varde;mal;delmal;delmal_ar;avstand\r\n",
	             "\n1;G1;Flen;04;brytpunktssamtal;2025;delvis;85,0;98;;;26\r\n",
	             "\n1;G1;Trosa;04;smartskattning;2025;okant;;100;;;\r\n",
	             "\n2;G2;Flen;04;brytpunktssamtal;2025;uppfyllt;85,0;98;85;2027;0\r\n",
	             "\n2;G2;Eskilstuna;04;brytpunktssamtal;2025;delvis;70,0;98;85;2027;14\r\n"));
	char *csv = printed(*state, 0, WORDS("mal", "--format", "csv"));
	assert_null(strstr(csv, "●")); /* the matrix is for people */
	free(csv);
}

static void test_years(void **state)
{
	prints(*state, WORDS("utveckling", "0482", "brytpunktssamtal"),
	       WORDS("Flen: Brytpunktssamtal, år för år", "  2022  ", "│ mål 98 %", "\n2025  Når inte målet  85,0 %     +5,0\n",
	             "Ändringen räknas bara mellan två år i följd."));
	prints(*state, WORDS("utveckling", "0482", "brytpunktssamtal", "--format", "csv"),
	       WORDS("plats;region_kod;indikator;ar;status;varde;forandring;andel_invanare\r\n",
	             "\nFlen;04;brytpunktssamtal;2024;delvis;80,0;;\r\nFlen;04;brytpunktssamtal;2025;delvis;85,0;5,0;\r\n"));
	prints(*state, WORDS("utveckling", "0482", "brytpunktssamtal", "--ar", "2024", "--format", "json"),
	       WORDS("\"ar\": 2022", "\"ar\": 2024"));
	prints(*state, WORDS("utveckling", "04", "vardplatser_100k"), WORDS("Bara ett år har uppgifter"));
	char *text = printed(*state, 1, WORDS("utveckling", "0480", "munhalsobedomning"));
	assert_non_null(strstr(text, "Inget år har uppgifter."));
	free(text);
}

static void test_small(void **state)
{
	/* Three of ten are not told to others: neither in the goal, the years nor beside the region; the status is. */
	const char *const *const asked[] = {WORDS("mal"), WORDS("utveckling", "0486", "brytpunktssamtal"),
	                                           WORDS("forklara", "0486", "brytpunktssamtal"),
	                                           WORDS("mal", "--format", "csv"),
	                                           WORDS("utveckling", "0486", "brytpunktssamtal", "--format", "json")};
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		char *text = printed(*state, 0, asked[i]);
		assert_null(strstr(text, "30,0"));
		assert_null(strstr(text, "30.0"));
		assert_null(strstr(text, "50,0 procentenheter"));
		free(text);
	}
	prints(*state, WORDS("mal"), WORDS("Strängnäs  ▽ .."));
	prints(*state, WORDS("mal", "--format", "csv"), WORDS("\n3;G3;Strängnäs;04;brytpunktssamtal;2025;delvis;..;98;;;..\r\n"));
	prints(*state, WORDS("utveckling", "0486", "brytpunktssamtal"),
	       WORDS("\n2024  Når inte målet  60,0 %        –\n", "\n2025  Når inte målet      ..       ..\n"));
}

static void test_criteria(void **state)
{
	/* Which of the two sets of requirements was used is said; a service without criteria of its own is held to the map's. */
	prints(*state, WORDS("oversikt", "Dalarna", "--kriterier", "kriterier"),
	       WORDS("den 24 november 2026. Mätt mot rapportens kriterier.\n"));
	prints(*state, WORDS("forklara", "2062", "jourlinje", "--kriterier", "kriterier"),
	       WORDS("· Okänt", "Rapporten har inga egna kriterier som kan prövas för tjänsten. Kartans krav gäller i stället.",
	             "Krav enligt kartans teckenförklaring: dygnet runt och tar emot ej anslutna."));
	prints(*state, WORDS("forklara", "2062", "mottagning", "--kriterier", "kriterier"),
	       WORDS("Krav enligt rapportens kriterier för en enhet:"));
}

static void test_distance_without_a_count(void **state)
{
	/* Nobody has said how many physicians there are; how many the level is can be told all the same. */
	prints(*state, WORDS("forklara", "04", "lakarspecialist"),
	       WORDS("Riktmärket 4 motsvarar här 4 × 301 542 / 100 000 = 12,06 → 13 specialister."));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sound),    cmocka_unit_test(test_explained), cmocka_unit_test(test_not_ranked), cmocka_unit_test(test_municipalities),
		cmocka_unit_test(test_figures),
		cmocka_unit_test(test_overview), cmocka_unit_test(test_goals),     cmocka_unit_test(test_years),
		cmocka_unit_test(test_small),    cmocka_unit_test(test_criteria),    cmocka_unit_test(test_distance_without_a_count),
	};
	return cmocka_run_group_tests_name("goals and years", tests, open_home, close_home);
}
