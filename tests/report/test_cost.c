/* Shared costs as a report: who pays, the arithmetic in words, inhabitants of the day, and each refusal with what to write. */
#include "house.h"

#include "radsbord/report/cost.h"

#include <stdlib.h>
#include <string.h>

/* A cost of the house's Södermanland: three municipalities, 200 000 inhabitants. */
static struct cost cost_of(int64_t amount)
{
	struct cost c;
	record_init(record_type(RECORD_COST), &c);
	c.head = (struct record){"AAAAAAAAAA", "kostnader.rec", 7};
	c.name = "Centrum";
	c.amount = amount;
	c.region = "04";
	c.counted = (struct date){2024, 12, 31};
	return c;
}

static char *text_of(const struct house *h, const struct cost *c)
{
	struct doc d = {0};
	report_cost(&d, &h->model, c);
	return house_text(&d, 100);
}

static void arithmetic_is_told(void **state)
{
	struct house h;
	const char *half[] = {"50 % Region Sörmland"}, *absent[] = {"0483"};
	struct cost c = cost_of(400001);
	(void)state;
	house_build(&h);
	c.shares = (struct strings){.items = half, .count = 1};
	char *text = text_of(&h, &c);
	house_has(text, "Belopp         400 001 kr per år");
	house_has(text, "Fasta andelar  Region Sörmland 50 %");
	house_has(text, "Invånare       200 000 den 31 december 2024 (SCB)");
	house_has(text, "Per invånare   1,0000 kr");
	house_has(text, "Summa          400 001 kr");
	house_has(text, "Nyköping         ja        58 000     14,5   58 000         1,00");
	house_has(text, "Står i         kostnader.rec:7");
	house_lacks(text, "Deltar inte");
	free(text);
	c.absent = (struct strings){.items = absent, .count = 1};
	c.rule = COST_LOWERED;
	text = text_of(&h, &c);
	house_has(text, "Deltar inte    Katrineholm");
	house_has(text, "Sänkt belopp   400 001 kr × 165 000 ÷ 200 000 = 330 000 kr");
	free(text);
	c.rule = COST_PER_INHABITANT;
	text = text_of(&h, &c);
	house_has(text, "Täcks inte     35 000 kr");
	free(text);
	c.per_inhabitant = "1,50";
	text = text_of(&h, &c);
	house_has(text, "Överskott      47 500 kr");
	house_has(text, "1,50 kr, som rådet har satt");
	free(text);
	house_release(&h);
}

/* One municipality that is also the region pays both parts: the report says so. */
static void gotland_pays_both(void **state)
{
	struct house h;
	const char *half[] = {"50 % Region Gotland"};
	struct cost c = cost_of(1000);
	(void)state;
	house_build(&h);
	c.shares = (struct strings){.items = half, .count = 1};
	c.region = "09";
	char *text = text_of(&h, &c);
	house_has(text, "Gotland har en enda kommun.");
	free(text);
	house_release(&h);
}

static void expect_refusal(const struct house *h, const struct cost *c, const char *words)
{
	struct cost_sheet s;
	struct error e = {0};
	assert_false(cost_sheet_fill(&s, &h->model, c, &e));
	cost_sheet_release(&s);
	house_has(e.text, words);
	char *text = text_of(h, c);
	house_has(text, "Centrum");
	free(text);
}

static void refusals_say_what_to_write(void **state)
{
	struct house h;
	struct cost c = cost_of(1000);
	const char *wrong[] = {"femtio % Region"}, *twice[] = {"0480 5", "0480 6"}, *some[] = {"0480 5", "0483 6"};
	const char *foreign[] = {"0180 5"}, *joined[] = {"0480+0483 5", "0484 6"}, *away[] = {"0480"};
	(void)state;
	house_build(&h);
	c.region = "0480";
	expect_refusal(&h, &c, "Regionen ”0480” finns inte.");
	c = cost_of(1000);
	c.shares = (struct strings){.items = wrong, .count = 1};
	expect_refusal(&h, &c, "50 % Region Sörmland");
	c = cost_of(1000);
	c.counted = (struct date){2013, 11, 1};
	expect_refusal(&h, &c, "eller välj den 31 december 2024");
	c.counted = (struct date){2013, 12, 31};
	expect_refusal(&h, &c, "den 31 december 2013 finns inte");
	c.people = (struct strings){.items = twice, .count = 2};
	expect_refusal(&h, &c, "Nyköping har två invånarantal");
	c.people = (struct strings){.items = some, .count = 2};
	expect_refusal(&h, &c, "Invånarantalet för Eskilstuna saknas");
	c.people = (struct strings){.items = foreign, .count = 1};
	expect_refusal(&h, &c, "Kommunkoden ”0180” hör inte till Södermanland.");
	c.people = (struct strings){.items = joined, .count = 2};
	c.absent = (struct strings){.items = away, .count = 1};
	expect_refusal(&h, &c, "Nyköping och Katrineholm har ett gemensamt invånarantal");
	c = cost_of(1000);
	c.absent = (struct strings){.items = (const char *[]){"9999"}, .count = 1};
	expect_refusal(&h, &c, "Kommunkoden ”9999” hör inte till");
	house_release(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(arithmetic_is_told), cmocka_unit_test(gotland_pays_both),
	                                   cmocka_unit_test(refusals_say_what_to_write)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
