/* The network as tables: columns for programs, names for people, and the count that matters. The centre is Kronoberg's, as its
 * own page describes it (kronoberg-centrum.txt). */
#include "house.h"

#include "radsbord/report/network.h"

#include <stdlib.h>
#include <string.h>

static char *table_text(const struct house *h, enum record_kind kind)
{
	struct doc d = {0};
	report_network(&d, &h->model, kind);
	return house_text(&d, 100);
}

static void set_table(struct house *h, enum record_kind kind, void *items, size_t count)
{
	h->council.tables[kind] = (struct table){.items = items, .count = count};
}

static void counts(void **state)
{
	struct house h;
	const char *people[] = {"Flens kommun 12", "Hospice AB (privat) 3"};
	struct liaison liaisons[2];
	struct education education[2];
	struct resource resource;
	struct question questions[2];
	(void)state;
	house_build(&h);
	house_council(&h);
	for (int i = 0; i < 2; i++) {
		record_init(record_type(RECORD_LIAISON), &liaisons[i]);
		record_init(record_type(RECORD_EDUCATION), &education[i]);
		record_init(record_type(RECORD_QUESTION), &questions[i]);
		liaisons[i].place = "0484";
		education[i].date = (struct date){2026, 3, 1};
		education[i].title = "Smärta";
		questions[i].workplace = "SÄBO";
		questions[i].topic = "Munvård";
	}
	liaisons[0].person = "Eva Ek";
	education[0].participants = (struct strings){.items = people, .count = 2};
	education[1].date.year = 2025;
	questions[1].answered = (struct date){2026, 3, 1};
	record_init(record_type(RECORD_RESOURCE), &resource);
	resource.title = "NVP";
	set_table(&h, RECORD_LIAISON, liaisons, 2);
	set_table(&h, RECORD_EDUCATION, education, 2);
	set_table(&h, RECORD_RESOURCE, &resource, 1);
	set_table(&h, RECORD_QUESTION, questions, 2);
	static const struct {
		enum record_kind kind;
		const char *words;
	} rows[] = {
		{RECORD_LIAISON, "1 av 2 uppdrag som ombud eller stödfunktion är tillsatta."},
		{RECORD_LIAISON, "Eskilstuna"},
		{RECORD_EDUCATION, "2026: 1 tillfälle, 15 deltagare, varav 3 från privata utförare."},
		{RECORD_RESOURCE, "1 har inte kontrollerats på ett år."},
		{RECORD_QUESTION, "1 väntar på svar."},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char *text = table_text(&h, rows[i].kind);
		house_has(text, rows[i].words);
		free(text);
	}
	for (int kind = RECORD_LIAISON; kind <= RECORD_QUESTION; kind++)
		set_table(&h, (enum record_kind)kind, NULL, 0);
	house_release(&h);
}

/* Partners and funders of more than two kinds; only those who pay now are added up. */
static void funders(void **state)
{
	struct house h;
	struct partner partners[3];
	static const char *const names[] = {"Familjen Kamprads stiftelse", "Linnéuniversitetet", "Region Kronoberg"};
	(void)state;
	house_build(&h);
	house_council(&h);
	for (int i = 0; i < 3; i++) {
		record_init(record_type(RECORD_PARTNER), &partners[i]);
		partners[i].name = names[i];
		partners[i].kind = PARTNER_FOUNDATION + i;
		partners[i].amount = i == 0 ? FIELD_INT_NONE : 1000000;
	}
	partners[2].to = (struct date){2025, 12, 31};
	set_table(&h, RECORD_PARTNER, partners, 3);
	char *text = table_text(&h, RECORD_PARTNER);
	house_has(text, "1 part betalar tillsammans 1 000 000 kr per år.");
	house_has(text, "universitet");
	free(text);
	struct doc d = {0};
	struct buf csv = {0};
	report_network(&d, &h.model, RECORD_PARTNER);
	render_csv(&d, &csv);
	doc_release(&d);
	house_has(buf_cstr(&csv), "id;namn;slag;belopp;avtal_fran;avtal_till;kontakt;not");
	house_has(buf_cstr(&csv), ";1000000;;2025-12-31;");
	buf_release(&csv);
	set_table(&h, RECORD_PARTNER, NULL, 0);
	house_release(&h);
}

static void centre(void **state)
{
	struct house h;
	const char *areas[] = {"utbildning", "klinisk utveckling", "forskning", "samverkan med allmänheten"};
	struct centre c;
	struct doc d = {0};
	(void)state;
	house_build(&h);
	house_council(&h);
	record_init(record_type(RECORD_CENTRE), &c);
	c.head = (struct record){"CCCCCCCCCC", "parter.rec", 3};
	c.name = "Center for Collaborative Palliative Care";
	c.vision = "Alla med livshotande sjukdom, och deras närstående, ska få god palliativ vård.";
	c.areas = (struct strings){.items = areas, .count = 4};
	c.from = (struct date){2013, 1, 1};
	report_record(&d, &h.model, RECORD_CENTRE, &c.head);
	char *text = house_text(&d, 100);
	house_has(text, "Center for Collaborative Palliative Care");
	house_has(text, "utbildning, klinisk utveckling, forskning, samverkan med allmänheten");
	house_has(text, "Avtal från");
	house_has(text, "parter.rec:3");
	house_lacks(text, "Driftansvarig"); /* nobody has said who runs it: not shown as anything */
	free(text);
	house_release(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(counts), cmocka_unit_test(funders), cmocka_unit_test(centre)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
