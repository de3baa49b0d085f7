/* What files of registers and statistics become: their forms, places, years, numbers and encodings, and what is refused. */
#include "import_stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct import_stage stage;

static int set_up(void **state)
{
	(void)state;
	import_stage_open(&stage);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	import_stage_close(&stage);
	return 0;
}

static void test_scb_long(void **state)
{
	/* SCB's long export: a title above, codes with names, quotes, a source below. */
	(void)state;
	import_stage_expect(&stage,
	                    "\"Folkmängd efter region och år\"\r\n\r\n\"region\",\"kön\",\"år\",\"Folkmängd\"\r\n"
	                    "\"00 Riket\",\"totalt\",\"2024\",10587710\r\n\"04 Södermanlands län\",\"totalt\",\"2024\",301801\r\n"
	                    "\"0480 Nyköping\",\"totalt\",\"2024\",\"58 100\"\r\n\"0480 Nyköping\",\"kvinnor\",\"2024\",29000\r\n"
	                    "\"0484 Eskilstuna\",\"totalt\",\"2024\",..\r\n\"Källa: SCB\"\r\n",
	                    "4 00 2024 invanare 10587710 ny\n5 04 2024 invanare 301801 ny\n6 0480 2024 invanare 58100 ny\n"
	                    "8 0484 2024 invanare ny: skyddad eller för osäker i källan (..)\n");
	assert_int_equal(import_count(&stage.im, IMPORT_SKIPPED), 3); /* the title, the women, the source */
	assert_string_equal(stage.im.file, "matt/scb.csv");
}

static void test_years_in_headings(void **state)
{
	/* Wide: a year, a measure and a year, a day or a period in the heading; a part of a year is no year. */
	(void)state;
	import_stage_expect(&stage,
	                    "Kommun;Folkmängd 2022;2023 Folkmängd;Folkmängd 2024-12-31;Folkmängd 30 juni 2021;Folkmängd 2024K1;"
	                    "Antal dödsfall 2020-01-01 – 2020-12-31\nFlen;16 000;16\u00a0001;16\u202f002;16003;9;200\n",
	                    "2 0482 2022 invanare 16000 ny\n2 0482 2023 invanare 16001 ny\n2 0482 2024 invanare 16002 ny\n"
	                    "2 0482 2021 invanare 16003 ny\n"
	                    "2 0482 förstås inte: ”Folkmängd 2024K1” är en del av ett år, eller flera\n"
	                    "2 0482 2020 dodsfall 200 ny\n");
	assert_string_equal(stage.im.items[3].note, "avser 2021-06-30");
	assert_null(stage.im.items[2].note);
	import_stage_expect(&stage, ";2023;2024\n\"0482 Flen\";1;2\n", "2 0482 2023 förstås inte: filen säger inte vilket mått det är; ange --matt\n"
	                    "2 0482 2024 förstås inte: filen säger inte vilket mått det är; ange --matt\n");
	stage.options.measure = "Folkmängd";
	import_stage_expect(&stage, ";2023;2024\n\"0482 Flen\";1;2\n", "2 0482 2023 invanare 1 ny\n2 0482 2024 invanare 2 ny\n");
}

static void test_years_in_a_column(void **state)
{
	/* A year, the last day of one, another day with a note, a whole period; not a part, nor a day that cannot be read. */
	(void)state;
	import_stage_expect(&stage,
	                    "Kommun;Period;Folkmängd\nFlen;2019;1\nFlen;2020-12-31;2\nFlen;31 december 2021;3\nFlen;2022-06-30;4\n"
	                    "Flen;2023-01-01--2023-12-31;5\nFlen;2024-03;6\nFlen;kvartal 2 2024;7\nFlen;30/6 2024;8\nFlen;2023/2024;9\n"
	                    "Flen;i fjol;10\n",
	                    "2 0482 2019 invanare 1 ny\n3 0482 2020 invanare 2 ny\n4 0482 2021 invanare 3 ny\n5 0482 2022 invanare 4 ny\n"
	                    "6 0482 2023 invanare 5 ny\n7 0482 invanare förstås inte: ”2024-03” är en del av ett år, eller flera\n"
	                    "8 0482 invanare förstås inte: ”kvartal 2 2024” är en del av ett år, eller flera\n"
	                    "9 0482 invanare förstås inte: ”30/6 2024” är en del av ett år, eller flera\n"
	                    "10 0482 invanare förstås inte: ”2023/2024” är en del av ett år, eller flera\n"
	                    "11 0482 invanare förstås inte: ”i fjol” är inget år\n");
	assert_string_equal(stage.im.items[3].note, "avser 2022-06-30");
}

static void test_kolada_wide(void **state)
{
	/* Kolada's wide export: its own name of the measure, codes of regions in four digits, sex, years as headings. */
	stage.options.measure = "dodsfall";
	(void)state;
	import_stage_expect(&stage,
	                    "Nyckeltal;kommun_id;kommun;kön;2023;2024\n"
	                    "Avlidna under året, antal;0482;Flen;T;201;198\nAvlidna under året, antal;0482;Flen;K;101;98\n"
	                    "Avlidna under året, antal;0004;Region Sörmland;T;3 050;\n",
	                    "2 0482 2023 dodsfall 201 ny\n2 0482 2024 dodsfall 198 ny\n4 04 2023 dodsfall 3050 ny\n");
	/* two measures that nobody knows cannot both be the one that is asked for */
	import_stage_expect(&stage, "Nyckeltal;kommun;2023\nA;Flen;1\nB;Flen;2\n",
	                    "2 0482 2023 förstås inte: måttet ”A” är okänt; ange --matt om filen bara har ett\n"
	                    "3 0482 2023 förstås inte: måttet ”B” är okänt; ange --matt om filen bara har ett\n");
}

static void test_register_pairs(void **state)
{
	/* Numerator and denominator of an indicator; a share is checked beside them and never enough by itself. */
	stage.options.source = "Palliativregistret";
	(void)state;
	import_stage_expect(&stage,
	                    "Kommun\tÅr\tIndikator\tTäljare\tNämnare\tAndel\tTäckningsgrad\n"
	                    "Nyköping\t2024\tBrytpunktssamtal\t48\t50\t96,0 %\t82 %\n"
	                    "Nyköping\t2024\tSmärtskattning\t40\t50\t80,0\t\n"
	                    "Flen\t2024\tBrytpunktssamtal\t\t\t58,3 %\t\n"
	                    "Trosa\t2024\tBrytpunktssamtal\t9\t8\t\t\n"
	                    "Gnesta\t2024\tBrytpunktssamtal\tX\t12\t-\t\n",
	                    "2 0480 2024 brytpunktssamtal_ja 48 ny\n2 0480 2024 doda_i_registret 50 ny\n"
	                    "2 0480 2024 förstås inte: andelen ensam räcker inte: Täckningsgrad i Svenska palliativregistret räknas ur antal "
	                    "rapporterade dödsfall och antal dödsfall\n"
	                    "3 0480 2024 smartskattning_ja 40 ny\n"
	                    "4 0482 2024 förstås inte: andelen ensam räcker inte: Brytpunktssamtal räknas ur antal dödsfall med "
	                    "brytpunktssamtal och antal rapporterade dödsfall\n"
	                    "5 0488 2024 brytpunktssamtal_ja 9 förstås inte: täljaren är större än nämnaren\n"
	                    "5 0488 2024 doda_i_registret 8 förstås inte: nämnaren är mindre än täljaren\n"
	                    "6 0461 2024 brytpunktssamtal_ja ny: skyddad i källan (X)\n6 0461 2024 doda_i_registret 12 ny\n"
	                    "6 0461 2024 förstås inte: andelen ensam räcker inte: Brytpunktssamtal räknas ur antal dödsfall med "
	                    "brytpunktssamtal och antal rapporterade dödsfall\n");
	assert_string_equal(stage.im.source, "palliativregistret");
	assert_int_equal(stage.im.found.count, 0);
	/* the same in one heading each; a share that does not follow from its numbers is pointed out */
	import_stage_expect(&stage,
	                    "Kommun;År;Brytpunktssamtal täljare;Brytpunktssamtal, nämnare;Brytpunktssamtal (%)\nFlen;2024;30;50;61,0\n",
	                    "2 0482 2024 brytpunktssamtal_ja 30 ny\n2 0482 2024 doda_i_registret 50 ny\n");
	assert_int_equal(stage.im.found.count, 1);
	assert_non_null(strstr(stage.im.found.items[0].text, "60,0 %"));
	/* what an indicator takes as it is stated, it takes here: a median has no numerator of its own */
	import_stage_expect(&stage, "Enhet;År;Medianvårdtid, hemsjukvård\nEget team;2024;21,5\nEGEN;2023;20\nAnnat team;2024;3\n",
	                    "2 EGEN 2024 medianvardtid_hemsjukvard 21.5 ny\n3 EGEN 2023 medianvardtid_hemsjukvard 20 ny\n"
	                    "4 förstås inte: enheten ”Annat team” finns inte bland rådets enheter\n");
}

static void test_places(void **state)
{
	/* Names as they are written, and those that may be two places. */
	static const struct {
		const char *heading, *place, *code;
	} rows[] = {
		{"Kommun", "Håbo", "0305"},           {"Kommun", "HABO", "0643"},          {"Kommun", "Håbo kommun", "0305"},
		{"Plats", "Stockholms stad", "0180"}, {"Kommun", "Stockholm", "0180"},     {"Plats", "Region Stockholm", "01"},
		{"Region", "Stockholm", "01"},        {"Län", "Gotland", "09"},            {"Plats", "Gotlands kommun", "0980"},
		{"Plats", "Stockholm", NULL},         {"Region", "Region Sörmland", "04"}, {"Region", "södermanlands län", "04"},
		{"Plats", "0180", "0180"},            {"Kod", "180", "0180"},              {"Kod", "4", "04"},
		{"Plats", "0180 Uppsala", NULL},      {"Plats", "9999", NULL},             {"Plats", "Riket", "00"},
		{"Kommun", "Malmo", "1280"},          {"Plats", "Borås stad", "1490"},     {"Kommun", "Atlantis", NULL},
		{"Plats", "Västra Götalandsregionen", "14"}, {"Plats", "Skaraborg", "14:Skaraborg"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char *text = mem_printf("%s;Folkmängd 2024\n%s;5\n", rows[i].heading, rows[i].place);
		assert_true(import_stage_text(&stage, text));
		assert_int_equal(stage.im.count, 1);
		int place = stage.im.items[0].place;
		if (rows[i].code && place < 0)
			fail_msg("%s: %s", rows[i].place, stage.im.items[0].why);
		if (rows[i].code)
			assert_string_equal(engine_data_reference(stage.data)->places[place].code, rows[i].code);
		else
			assert_true(place < 0 && stage.im.items[0].state == IMPORT_UNKNOWN && stage.im.items[0].why);
		free(text);
	}
}

static void test_region_or_municipality(void **state)
{
	/* A name of both is what all the others are, if that is regions; else it must be said. A municipality lies in its region. */
	(void)state;
	import_stage_expect(&stage, "Plats;Folkmängd 2024\nStockholm;1\nKronoberg;2\n", "2 01 2024 invanare 1 ny\n3 07 2024 invanare 2 ny\n");
	import_stage_expect(&stage, "region;Folkmängd 2024\nStockholm;1\nSolna;2\n",
	                    "2 förstås inte: ”Stockholm” är både en region och en kommun; skriv koden eller Region Stockholm, eller ange "
	                    "--kommun\n3 0184 2024 invanare 2 ny\n");
	import_stage_expect(&stage, "Region;Kommun;Folkmängd 2024\nSödermanland;Flen;1\nSödermanland;Habo;2\nSödermanland;Totalt;3\n",
	                    "2 0482 2024 invanare 1 ny\n3 förstås inte: Habo ligger inte i ”Södermanland”\n4 04 2024 invanare 3 ny\n");
	stage.options.municipality = true;
	import_stage_expect(&stage, "region;Folkmängd 2024\nStockholm;1\nSolna;2\n", "2 0180 2024 invanare 1 ny\n3 0184 2024 invanare 2 ny\n");
}

static void test_values(void **state)
{
	/* Numbers as Swedes write them; what is withheld is unknown with its reason, and what is no number is said to be none. */
	static const struct {
		const char *cell, *row;
	} rows[] = {
		{"1 234", "1234 ny"},           {"1\u00a0234", "1234 ny"},  {"1\u202f234", "1234 ny"}, {"1\u2009234", "1234 ny"},
		{"1234,0", "1234 ny"},          {"0", "0 ny"},              {"\"1 234\"", "1234 ny"},
		{"..", "ny: skyddad eller för osäker i källan (..)"},       {"-", "ny: streck i källan (-)"},
		{"'-", "ny: streck i källan (-)"},                          {"x", "ny: skyddad i källan (X)"},
		{"<5", "ny: för litet för att visas i källan (<5)"},        {"Uppgift saknas", "ny: saknas i källan"},
		{"1.234", "förstås inte: ”1.234” är inget helt antal"}, {"-5", "förstås inte: ”-5” är mindre än noll"},
		{"\u22125", "förstås inte: ”\u22125” är mindre än noll"}, {"\u20115", "förstås inte: ”\u20115” är mindre än noll"},
		{"12 34", "förstås inte: ”12 34” är inget tal som går att läsa"},
		{"50 %", "förstås inte: ”50 %” är en andel, men måttet är ett antal"},
		{"ungefär 5", "förstås inte: ”ungefär 5” är inget tal som går att läsa"},
		{"=1+1", "förstås inte: ”=1+1” är inget tal som går att läsa"},
		{"9223372036854775807", "förstås inte: ”9223372036854775807” är orimligt stort"},
		{"99999999999999999999999999999999999999999", "förstås inte: ”99999999999999999999999999999999999999999” är inget tal som går att läsa"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char *text = mem_printf("Kommun;Folkmängd 2024\nFlen;%s\n", rows[i].cell), *got;
		assert_true(import_stage_text(&stage, text));
		got = import_stage_rows(&stage);
		char *wanted = mem_printf("2 0482 2024 invanare %s\n", rows[i].row);
		assert_string_equal(got, wanted);
		free(wanted);
		free(got);
		free(text);
	}
}

static void test_encodings(void **state)
{
	/* The same table in every encoding, separator and line end that statistics come in. */
	static const char utf8[] = "Kommun;År;Folkmängd\nHåbo;2024;1 234\n";
	static const char bom[] = "\xEF\xBB\xBFKommun\tÅr\tFolkmängd\r\nHåbo\t2024\t1 234\r\n";
	static const char ansi[] = "Kommun,\xC5r,Folkm\xE4ngd\r\nH\xE5" "bo,2024,\"1\xA0" "234\"\r\n";
	static const char sep[] = "sep=,\r\n\"Kommun\",\"År\",\"Folkmängd\"\r\n\"Håbo\",2024,1234\r\n";
	static const char quoted[] = "\"Kommun\";\"År\";\"Folkmängd\";\"Not\"\n\"Håbo\";2024;1234;\"två\nrader; och \"\"citat\"\"\"\n";
	char little[2 * sizeof utf8 + 2] = "\xFF\xFE", big[2 * sizeof utf8 + 2] = "\xFE\xFF";
	size_t n = 2, units = 1;
	const struct {
		const char *bytes;
		size_t len;
	} files[] = {{utf8, sizeof utf8 - 1}, {bom, sizeof bom - 1}, {ansi, sizeof ansi - 1}, {sep, sizeof sep - 1},
	             {quoted, sizeof quoted - 1}};
	(void)state;
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		assert_true(import_stage_read(&stage, files[i].bytes, files[i].len));
		char *rows = import_stage_rows(&stage);
		assert_non_null(strstr(rows, " 0305 2024 invanare 1234 ny\n"));
		free(rows);
	}
	assert_string_equal(stage.im.items[0].note, "två\nrader; och \"citat\"");
	for (const unsigned char *s = (const unsigned char *)utf8; *s; s++) {
		unsigned unit = *s < 0x80 ? *s : (unsigned)((s[0] & 31) << 6 | (s[1] & 63));
		s += *s >= 0x80;
		little[n] = big[n + 1] = (char)(unit & 255);
		little[n + 1] = big[n] = (char)(unit >> 8);
		n += 2;
		units++;
	}
	assert_true(units > 30);
	for (int k = 0; k < 4; k++) { /* with and without the mark of the byte order */
		size_t skip = k < 2 ? 0 : 2;
		assert_true(import_stage_read(&stage, (k % 2 ? big : little) + skip, n - skip));
		char *rows = import_stage_rows(&stage);
		assert_string_equal(rows, "2 0305 2024 invanare 1234 ny\n");
		free(rows);
	}
}

static void test_twice(void **state)
{
	/* The same figure twice is one; two different ones are a fault that names both lines. */
	(void)state;
	import_stage_expect(&stage, "Kommun;Folkmängd 2024\nFlen;5\nTrosa;6\nFlen;5\n", "2 0482 2024 invanare 5 ny\n3 0488 2024 invanare 6 ny\n");
	assert_int_equal(stage.im.found.count, 0);
	assert_true(import_stage_text(&stage, "Kommun;Folkmängd 2024\nFlen;5\nTrosa;6\nFlen;7\n"));
	assert_int_equal(diagnostics_count(&stage.im.found, DIAGNOSTIC_FAULT), 1);
	assert_int_equal(stage.im.found.items[0].line, 4);
	assert_non_null(strstr(stage.im.found.items[0].text, "Rad 2 och rad 4 anger olika värden för invånare i Flen 2024: 5 och 7."));
}

static void test_many_findings(void **state)
{
	/* Of thousands of faults the first are shown, and it is said that there are more; a fault is never lost among warnings. */
	struct buf text = {0};
	(void)state;
	buf_str(&text, "Kommun;År;Brytpunktssamtal täljare;Brytpunktssamtal nämnare;Brytpunktssamtal (%)\n");
	for (int i = 0; i < 100; i++)
		buf_printf(&text, "%04d;2024;10;20;99 %%\n", 480 + i % 5);
	buf_str(&text, "0480;2024;11;20;\n");
	assert_true(import_stage_text(&stage, buf_cstr(&text)));
	assert_int_equal(diagnostics_count(&stage.im.found, DIAGNOSTIC_WARNING), 22);
	assert_int_equal(diagnostics_count(&stage.im.found, DIAGNOSTIC_FAULT), 1);
	buf_clear(&text);
	buf_str(&text, "Kommun;Folkmängd 2024\n");
	for (int i = 0; i < 100; i++)
		buf_printf(&text, "Flen;%d\n", i);
	assert_true(import_stage_text(&stage, buf_cstr(&text)));
	assert_int_equal(stage.im.found.count, 21);
	assert_non_null(strstr(stage.im.found.items[20].text, "fler sådana"));
	buf_release(&text);
}

static void test_deaths_of_the_register(void **state)
{
	/* Registered deaths or all: the register's heading does not say, so one must. SCB's does. */
	(void)state;
	import_stage_expect(&stage, "Kommun;År;Antal dödsfall\nFlen;2024;50\n", "2 0482 2024 dodsfall 50 ny\n");
	stage.options.source = "palliativregistret";
	import_stage_expect(&stage, "Kommun;År;Antal dödsfall\nFlen;2024;50\n",
	                    "2 0482 2024 förstås inte: i registret kan dödsfall vara de rapporterade eller alla; ange --matt "
	                    "doda_i_registret eller --matt dodsfall\n");
	import_stage_expect(&stage, "Kommun;År;dodsfall\nFlen;2024;50\n", "2 0482 2024 dodsfall 50 ny\n");
	stage.options.measure = "doda_i_registret";
	import_stage_expect(&stage, "Kommun;År;Antal dödsfall\nFlen;2024;50\n", "2 0482 2024 doda_i_registret 50 ny\n");
}

static void test_asked_for(void **state)
{
	/* --ar and --matt choose when the file says it, and say it when the file does not. */
	stage.options.year = 2024;
	(void)state;
	import_stage_expect(&stage, "Kommun;Folkmängd\nFlen;5\n", "2 0482 2024 invanare 5 ny\n");
	import_stage_expect(&stage, "Kommun;Folkmängd 2023;Folkmängd 2024\nFlen;5;6\n", "2 0482 2024 invanare 6 ny\n");
	stage.options.year = 0;
	import_stage_expect(&stage, "Kommun;Folkmängd\nFlen;5\n", "2 0482 invanare förstås inte: året saknas; ange --ar\n");
	stage.options.measure = "brytpunktssamtal";
	import_stage_expect(&stage, "Kommun;År;doda_i_registret;brytpunktssamtal_ja;smartskattning_ja\nFlen;2024;50;40;30\n",
	                    "2 0482 2024 doda_i_registret 50 ny\n2 0482 2024 brytpunktssamtal_ja 40 ny\n");
	stage.options.measure = "nonsens";
	assert_false(import_stage_text(&stage, "Kommun;År;invanare\nFlen;2024;5\n"));
	assert_int_equal(stage.e.code, ERROR_NOT_FOUND);
}

static void test_source(void **state)
{
	/* The source by Id, title or own name; or the file's own column, when it has one source. */
	static const char text[] = "plats,ar,matt,kalla,varde,publicerat,orsak,not\n0482,2024,invanare,egen räkning,5,ja,,=not\n";
	(void)state;
	stage.options.source = "  Egen räkning 2024! ";
	assert_true(import_stage_text(&stage, "Kommun;Folkmängd 2024\nFlen;5\n"));
	assert_string_equal(stage.im.file, "matt/egen-rakning-2024.csv");
	stage.options.source = "../../etc";
	assert_true(import_stage_text(&stage, "Kommun;Folkmängd 2024\nFlen;5\n"));
	assert_string_equal(stage.im.file, "matt/etc.csv");
	stage.options.source = "...";
	assert_false(import_stage_text(&stage, "Kommun;Folkmängd 2024\nFlen;5\n"));
	stage.options.source = NULL;
	assert_false(import_stage_text(&stage, "Kommun;Folkmängd 2024\nFlen;5\n"));
	assert_non_null(strstr(stage.e.text, "--kalla"));
	assert_true(import_stage_text(&stage, text));
	assert_string_equal(stage.im.source, "egen-rakning");
	assert_true(stage.im.items[0].published);
}

static void test_refused(void **state)
{
	/* What is no table of figures is refused whole, in a sentence; so is a file with persons in it. */
	static const struct {
		const char *bytes;
		size_t len;
		const char *says;
	} rows[] = {
#define FILE_OF(text, words) {text, sizeof text - 1, words}
		FILE_OF("", "är tom"),
		FILE_OF("PK\x03\x04\x00\x00", "kalkylark"),
		FILE_OF("%PDF-1.7 x", "PDF"),
		FILE_OF("Kommun;Folkmängd 2024\nFl\0en;5\n", "kan inte läsas"),
		FILE_OF("\x00\x01\x02\x03;;\n", "kan inte läsas"),
		FILE_OF("bara text\noch mer\n", "Ingen rad med rubriker"),
		FILE_OF("Kommun;Folkmängd 2024\nFlen;\"5\n", "Citattecknet"),
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_false(import_stage_read(&stage, rows[i].bytes, rows[i].len));
		if (!strstr(stage.e.text, rows[i].says))
			fail_msg("%zu: %s", i, stage.e.text);
	}
	assert_true(import_stage_text(&stage, "Kommun;Folkmängd 2024;Vem\nFlen;5;640823-3234\n"));
	assert_int_equal(diagnostics_count(&stage.im.found, DIAGNOSTIC_FAULT), 1);
	const char *said = NULL;
	for (size_t i = 0; i < stage.im.found.count; i++)
		if (stage.im.found.items[i].level == DIAGNOSTIC_FAULT)
			said = stage.im.found.items[i].text;
	assert_non_null(strstr(said, "personnummer"));
	assert_null(strstr(said, "3234"));
}

static void test_long_line(void **state)
{
	/* Fifty million bytes without a line end, of text or of separators: refused at once. */
	const size_t len = (size_t)50 << 20;
	char *bytes = mem_alloc(len);
	(void)state;
	memset(bytes, 'x', len);
	assert_false(import_stage_read(&stage, bytes, len));
	assert_non_null(strstr(stage.e.text, "längre än en miljon tecken"));
	memset(bytes, ';', len);
	assert_false(import_stage_read(&stage, bytes, len));
	memset(bytes, ';', 1000000);
	assert_false(import_stage_read(&stage, bytes, 1000000));
	assert_non_null(strstr(stage.e.text, "kolumner"));
	free(bytes);
}

static void test_unused_column(void **state)
{
	/* A column that is not understood is named, and the others are read. */
	(void)state;
	import_stage_expect(&stage, "Kommun;Folkmängd 2024;Väder\nFlen;5;sol\n", "2 0482 2024 invanare 5 ny\n");
	assert_int_equal(stage.im.found.count, 1);
	assert_int_equal(stage.im.found.items[0].level, DIAGNOSTIC_WARNING);
	assert_non_null(strstr(stage.im.found.items[0].text, "”Väder”"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_scb_long),   TEST(test_years_in_headings), TEST(test_years_in_a_column), TEST(test_kolada_wide), TEST(test_register_pairs),
		TEST(test_places),     TEST(test_region_or_municipality), TEST(test_values), TEST(test_encodings),
		TEST(test_twice),      TEST(test_many_findings), TEST(test_deaths_of_the_register), TEST(test_asked_for),         TEST(test_source),      TEST(test_refused),
		TEST(test_long_line),  TEST(test_unused_column),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
