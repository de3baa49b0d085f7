/* test_explain.c - why a figure is what it is: formulas, origins, published figures, rules, sources. */
#include "house.h"

#include <stdlib.h>
#include <string.h>

/* Each line of `wanted` occurs in the explanation at a width that never wraps. */
static void explains(struct house *h, int place, int indicator, const char *const *wanted, size_t count)
{
	struct doc d = {0};
	report_explain(&d, &h->model, place, indicator);
	char *text = house_text(&d, 0);
	for (size_t i = 0; i < count; i++)
		house_has(text, wanted[i]);
	free(text);
}
#define EXPLAINS(h, place, indicator, ...)                                                 \
	explains(h, place, indicator, (const char *const[]){__VA_ARGS__},                  \
	         sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static void test_sodermanland(void **state)
{
	/* The printed need follows no rule: the whole chain, with the two figures side by side. */
	struct house h;
	(void)state;
	house_build(&h);
	EXPLAINS(&h, SODERMANLAND, NEED, "Södermanland: Behov som inte tillgodoses (2024)\n", "Läge          ▽ Når inte målet\n",
	         "Mål           högst 0 % (mål från 2026, Vita fläckar 2026, bilaga 1)", "Plats         3 av 4 regioner",
	         "25 % × 3 063 dödsfall = 765,75 → 766 personer (avrundat, halva mot noll)",
	         "768 − 174 = 594 fick stöd (härlett ur rapportens behov och brist)",
	         "(765,75 − 594) / 765,75 = 22,43 % → 22,4 % (avrundat, halva från noll)",
	         "766 − 594 = 172 personer utan stöd",
	         "Dödsfall, Södermanland 2024: 3 063. Tryckt i Vita fläckar 2026, bilaga 1; data/sverige/matt.csv:10.",
	         "Rapporten anger 22,7 % (data/sverige/matt.csv:13). Med samma regel blir det 22,4 %. Det skiljer 0,3 "
	         "procentenheter.",
	         "Rapporten anger behovet till 768 personer; 25 % av 3 063 dödsfall är 766.",
	         "Säger inte: om tillgången är god.", "• Behovet är en schablon.", "• Tar inte upp: antalet som fått stöd.");
	EXPLAINS(&h, SODERMANLAND, BEDS, "16 / 302 431 × 100 000 = 5,29 → 5,3 per 100 000 inv.",
	         "8 × 302 431 / 100 000 = 24,19 → 25, 25 − 16 = 9 vårdplatser.",
	         "10 × 302 431 / 100 000 = 30,24 → 31, 31 − 16 = 15 vårdplatser.",
	         "8–10 (rekommendation från 2009, Vitbok)", "Det stämmer.");
	EXPLAINS(&h, SODERMANLAND, HOSPITAL_BEDS, "○ Noll", "Mål    inget", "0 / 302 431 × 100 000 = 0,00 per 100 000 inv.",
	         "Inget mål finns, och därför inget avstånd.");
	house_release(&h);
}

static void test_gotland(void **state)
{
	/* Where all agrees, that is said; a target met has no distance. */
	struct house h;
	(void)state;
	house_build(&h);
	EXPLAINS(&h, GOTLAND, NEED, "(168,25 − 152) / 168,25 = 9,66 % → 9,7 %", "168 − 152 = 16 personer utan stöd",
	         "Rapporten anger 9,7 % (data/sverige/matt.csv:33). Med samma regel blir det 9,7 %. Det stämmer.");
	EXPLAINS(&h, GOTLAND, BEDS, "● Når målet", "Målet är nått. Inget avstånd återstår.");
	house_release(&h);
}

static void test_stockholm(void **state)
{
	/* More reached than needed is explained, and not taken for "all is well". */
	struct house h;
	(void)state;
	house_build(&h);
	EXPLAINS(&h, STOCKHOLM, NEED, "Avstånd       −583 personer", "3 852 − (−583) = 4 435 fick stöd",
	         "(3 852,5 − 4 435) / 3 852,5 = −15,12 % → −15,1 %",
	         "583 personer fler har fått stöd än det beräknade behovet. Det betyder inte att alla som behövde stöd fick det");
	house_release(&h);
}

static void test_halland(void **state)
{
	/* The printed 4,3 does not follow from the printed beds: both are shown with the deviation. */
	struct house h;
	(void)state;
	house_build(&h);
	EXPLAINS(&h, HALLAND, BEDS, "Tryckt värde  4,3, skiljer sig", "8 / 345 111 × 100 000 = 2,32 → 2,3",
	         "Rapporten anger 4,3 (data/sverige/matt.csv:140). Med samma regel blir det 2,3. Det skiljer 2,0.",
	         "Rapporten anger 4,3 men 8 vårdplatser på 345 111 invånare är 2,3.", "Avstånd       20–27 vårdplatser");
	house_release(&h);
}

static void test_country(void **state)
{
	/* A sum names the lines it is made of; the printed total is compared with it. */
	struct house h;
	(void)state;
	house_build(&h);
	EXPLAINS(&h, SWEDEN, NEED, "Dödsfall 2024: 22 224, summan av 4 regioner. Tryckta i Vita fläckar 2026, bilaga 1; "
	                           "data/sverige/matt.csv, rad 2, 10, 30, 42.",
	         "Rapporten anger 8 521 personer (data/sverige/matt.csv:86).");
	EXPLAINS(&h, SWEDEN, ONCALL, "Saknas (3 kommuner, 1 sjukhus): Södermanland 4.",
	         "B04-01, saknas (Södermanland: hela regionen)");
	house_release(&h);
}

static void test_service(void **state)
{
	/* The rule by its number, the statement down to the report's lines, and what contradicts it under its own heading. */
	struct house h;
	(void)state;
	house_build(&h);
	EXPLAINS(&h, NYKOPING, ONCALL, "○ Saknas", "Regel 1: en källa säger detta om platsen.",
	         "Krav enligt kartans teckenförklaring: dygnet runt.",
	         "B04-01, saknas (hela regionen): Södermanland har ingen jourlinje dygnet runt. Vita fläckar för "
	         "specialiserad palliativ vård, Södermanland, Saknas, rad 415–416 i vita-flackar-2026.txt; "
	         "data/sverige/saknas.rec:12. Kontrollerad 2025-09-30.",
	         "\nSäger emot\n• E04-01 Jour som säger emot (jourlinje): uppfyller kraven (dygnet runt: ja).",
	         "data/sverige/enheter.rec:20");
	EXPLAINS(&h, SODERMANLAND, ONCALL, "Saknas (3 kommuner, 1 sjukhus): Nyköping, Katrineholm, Eskilstuna, Mälarsjukhuset.",
	         "Kommuner  saknas 3 (av 3)", "Invånare  saknas 200 000 (av 200 000)",
	         "Uppgifterna säger emot varandra i Nyköping", "rad 230–232");
	EXPLAINS(&h, SODERMANLAND, CONSULT, "Kommuner  finns delvis 2, okänt 1 (av 3)", "0–29 % av invånarna bor där tjänsten finns");
	EXPLAINS(&h, GOTLAND, HOME_CARE, "Där det finns  1 kommun (60 971 inv.) har en enhet som ligger där");
	EXPLAINS(&h, GOTLAND_CITY, HOME_CARE, "Regel 2:", "Minst en enhet ligger i kommunen.", "E09-01 Hemsjukvården på Gotland (hemsjukvårdsteam): uppfyller kraven",
	         "rad 296–298 i vita-flackar-2026.txt");
	house_release(&h);
}

static void test_missing(void **state)
{
	/* Nobody has stated it: that is said, and nothing is made up in its place. */
	struct house h;
	struct doc d = {0};
	(void)state;
	house_build(&h);
	EXPLAINS(&h, SODERMANLAND, TALK, "· Okänt", "Värde  okänt", "minst 98 % (målnivå från 2017, ",
	         "Ingen har uppgett dödsfall med brytpunktssamtal i Södermanland",
	         "Ingen har uppgett rapporterade dödsfall i Södermanland", "Värdet kan inte räknas");
	report_explain(&d, &h.model, HYLTE, CONSULT);
	char *text = house_text(&d, 0);
	house_has(text, "Regel 5:");
	house_has(text, "Ingen har uppgett om alla av typen konsultteam är kända här.");
	house_lacks(text, "Avstånd");
	free(text);
	EXPLAINS(&h, NYKOPING, PHYSICIANS, "○ Saknas", "Ingen har uppgett läkarspecialister i Nyköping", "Regel 1:", "B04-03, saknas");
	house_release(&h);
}

/* The text of a detail. */
static char *gap_text(struct house *h, size_t gap)
{
	struct doc d = {0};
	report_gap(&d, &h->model, records_gap(&h->national, gap));
	return house_text(&d, 0);
}

static void test_chain_of_a_gap(void **state)
{
	/* From a gap to the answers that rest on it, and the units that contradict them; one that has ended decides nothing. */
	struct house h;
	(void)state;
	house_build(&h);
	char *text = gap_text(&h, 0);
	house_has(text, "Vad den avgör\n• Regel 1, den avgör läget i 3 kommuner, 1 sjukhus: Nyköping, Katrineholm, Eskilstuna, "
	                "Mälarsjukhuset.\n• Enheterna säger emot i");
	free(text);
	text = gap_text(&h, 2);
	house_has(text, "Regel 1, den avgör läget i 1 kommun: Halmstad."); /* but not in Hylte */
	house_lacks(text, "säger emot");
	free(text);
	text = gap_text(&h, 4); /* it stands in no set */
	house_has(text, "Vad den avgör\n• Inget omdöme");
	free(text);
	house_release(&h);
}

static void test_outweighed_gap(void **state)
{
	/* Where a statement of a narrower place decides, the wider one says so, and which. */
	struct house h;
	(void)state;
	house_build(&h);
	char *text = gap_text(&h, 0), *narrow;
	house_lacks(text, "väger tyngre");
	free(text);
	h.model.today = (struct date){2019, 1, 1}; /* before anything is known */
	narrow = gap_text(&h, 0);
	house_has(narrow, "Inget omdöme: den gäller inte den dag som visas, eller ingen plats.");
	free(narrow);
	house_release(&h);
}

static void test_chain_of_a_unit(void **state)
{
	/* From a unit to what it says of each service it is asked for, and where the answer rests on it. */
	struct house h;
	struct doc d = {0};
	(void)state;
	house_build(&h);
	report_unit(&d, &h.model, records_unit(&h.national, 0));
	char *text = house_text(&d, 0);
	house_has(text, "Vad den avgör\n• Palliativ hemsjukvård: uppfyller kraven (1 kommun). Läget vilar på den i 1 kommun.");
	free(text);
	house_release(&h);
}

static void test_replaced_target(void **state)
{
	/* A target that has taken the place of the first is not what the first one's source says; the years before keep theirs. */
	struct house h;
	(void)state;
	house_build(&h);
	h.model.year = 2027;
	EXPLAINS(&h, SODERMANLAND, NEED, "högst 5 % (mål från 2027, config/indikatorer.ini:10)");
	h.model.year = 2026;
	EXPLAINS(&h, SODERMANLAND, NEED, "högst 0 % (mål från 2026, Vita fläckar 2026, bilaga 1)");
	house_release(&h);
}

static void test_every_place(void **state)
{
	/* Every place and indicator can be explained and shown, for any year and by either set of requirements. */
	static const int years[] = {0, 2019, 2024, 2026};
	struct house h;
	(void)state;
	house_build(&h);
	for (size_t y = 0; y < sizeof years / sizeof *years; y++)
		for (int place = 0; place < HOUSE_PLACES; place++)
			for (int i = 0; i < HOUSE_INDICATORS; i++) {
				struct doc d = {0};
				h.model.year = years[y];
				h.model.criteria = y % 2 ? INDIKATOR_DEMAND : INDIKATOR_MAP;
				report_explain(&d, &h.model, place, i);
				char *text = house_text(&d, 80);
				house_has(text, "Läge");
				house_lacks(text, "(null)");
				free(text);
			}
	house_release(&h);
}

static void test_before_inventory(void **state)
{
	/* Before the first inventory all is unknown: a closed or coming statement is no answer. */
	struct house h;
	(void)state;
	house_build(&h);
	h.model.year = 2019;
	EXPLAINS(&h, NYKOPING, ONCALL, "· Okänt");
	house_release(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sodermanland), cmocka_unit_test(test_gotland), cmocka_unit_test(test_stockholm),
		cmocka_unit_test(test_halland),      cmocka_unit_test(test_country), cmocka_unit_test(test_service),
		cmocka_unit_test(test_missing),      cmocka_unit_test(test_every_place),
		cmocka_unit_test(test_before_inventory), cmocka_unit_test(test_replaced_target),
		cmocka_unit_test(test_chain_of_a_gap),   cmocka_unit_test(test_outweighed_gap),
		cmocka_unit_test(test_chain_of_a_unit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
