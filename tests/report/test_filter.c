/* test_filter.c - the words of a filter over each kind of record, and that the table of words holds together. */
#include "house.h"

#include "radsbord/report/filter.h"
#include "radsbord/report/network.h"
#include "radsbord/report/referral.h"
#include "radsbord/report/seats.h"

#include <stdlib.h>
#include <string.h>

/* Which of a kind's first eight records the filter takes, as a sum of 1, 2, 4 ... */
static int taken(const struct house *h, enum record_kind kind, const struct records *from, int place, const char *filter)
{
	struct model m = h->model;
	struct doc nothing = {0};
	int sum = 0;
	m.filter = filter;
	struct record_choice *choice = record_choice_new(&m, place, kind);
	for (size_t i = 0; i < records_count(from, kind) && i < 8; i++)
		sum += record_choice_takes(choice, records_at(from, kind, i)) << i;
	record_choice_end(&choice, &nothing);
	doc_release(&nothing);
	return sum;
}

static void add(struct house *h, enum record_kind kind, const void *items, size_t count)
{
	size_t bytes = count * record_type(kind)->size;
	free(h->council.tables[kind].items);
	h->council.tables[kind] = (struct table){.items = mem_alloc(bytes), .count = count, .cap = count};
	memcpy(h->council.tables[kind].items, items, bytes);
}

static const struct referral referrals[] = {
	{.head = {.id = "R1", .file = "remisser.rec"}, .nr = 1, .title = "Vårdprogram", .sender = "RCC", .our_number = "RS 2026-11",
	 .received = {2026, 10, 1}, .due = {2026, 12, 20}},
	{.head = {.id = "R2", .file = "remisser.rec"}, .nr = 2, .title = "Målbild", .due = {2026, 11, 1}, .position = POSITION_SUPPORTS},
	{.head = {.id = "R3", .file = "remisser.rec"}, .nr = 3, .title = "Jour", .due = {2026, 9, 1}, .sent = {2026, 8, 30}}};
static const struct waypoint waypoints[] = {
	{.head = {.id = "W1"}, .referral = "R1", .title = "Facklig samverkan", .workdays = 5},
	{.head = {.id = "W2"}, .referral = "R2", .title = "Utkast", .workdays = FIELD_INT_NONE, .date = {2026, 10, 1}},
	{.head = {.id = "W3"}, .referral = "R2", .title = "Underskrift", .workdays = FIELD_INT_NONE, .date = {2026, 10, 2}, .done = {2026, 10, 2}}};
static const struct seat seats[] = {
	{.head = {.id = "L1"}, .organisation = "Region Sörmland", .person = "Anna Ek", .role = SEAT_CHAIR},
	{.head = {.id = "L2"}, .organisation = "Kommunen", .place = "0480", .to = {2027, 1, 31}}};
static const struct question questions[] = {
	{.head = {.id = "Q1"}, .date = {2026, 9, 1}, .workplace = "Hemtjänsten", .topic = "Smärta"},
	{.head = {.id = "Q2"}, .date = {2026, 9, 2}, .workplace = "Boendet", .topic = "Jour", .answered = {2026, 9, 9}}};
static const struct resource resources[] = {
	{.head = {.id = "K1"}, .title = "Vägledning", .checked = {2026, 6, 1}}, {.head = {.id = "K2"}, .title = "Film", .kind = RESOURCE_EDUCATION}};
static const struct partner partners[] = {
	{.head = {.id = "N1"}, .name = "Stiftelsen", .amount = 50000, .to = {2026, 12, 31}}, {.head = {.id = "N2"}, .name = "Lärosätet", .amount = FIELD_INT_NONE, .kind = PARTNER_UNIVERSITY}};
static const struct education education[] = {
	{.head = {.id = "U1"}, .date = {2026, 5, 4}, .title = "Samtal", .participants = {(const char *[]){"Flens kommun 12"}, 1, 1}},
	{.head = {.id = "U2"}, .date = {2027, 5, 4}, .title = "Smärta"}};

static void build(struct house *h)
{
	house_build(h);
	house_council(h);
	add(h, RECORD_REFERRAL, referrals, 3);
	add(h, RECORD_WAYPOINT, waypoints, 3);
	add(h, RECORD_SEAT, seats, 2);
	add(h, RECORD_QUESTION, questions, 2);
	add(h, RECORD_RESOURCE, resources, 2);
	add(h, RECORD_PARTNER, partners, 2);
	add(h, RECORD_EDUCATION, education, 2);
}

static void test_each_kind(void **state)
{
	static const struct {
		enum record_kind kind;
		const char *filter;
		int taken;
	} cases[] = {
		{RECORD_ACTION, "slag:åtgärd", 1}, {RECORD_ACTION, "brist:b04", 1}, {RECORD_ACTION, "förslag:f-r01", 1}, {RECORD_ACTION, "möte:2026-12", 1},
		{RECORD_ACTION, "plan:2026", 3}, {RECORD_ACTION, "plan:2027", 0}, {RECORD_ACTION, "nr:2", 2}, {RECORD_ACTION, "utan:ansvarig", 2},
		{RECORD_ACTION, "senast:nästa-möte", 1}, {RECORD_ACTION, "utan:tjänst", 2}, {RECORD_ACTION, "inte:försenad", 2},
		{RECORD_GOAL, "plats:nyköping", 1}, {RECORD_GOAL, "slag:princip", 2}, {RECORD_GOAL, "plan:2026", 3},
		{RECORD_FOCUS, "öppna:1", 1}, {RECORD_FOCUS, "öppna:0", 0}, {RECORD_PLAN, "antagen:2026-01", 1}, {RECORD_PLAN, "öppna:2", 1},
		{RECORD_MEETING, "datum:2026-12", 1}, {RECORD_MEETING, "datum:>=idag", 1}, {RECORD_MEETING, "status:hållet", 2},
		{RECORD_MEETING, "ärende:jour", 1}, {RECORD_MEETING, "utan:plats", 2}, {RECORD_MEETING, "protokoll:utkast", 3},
		{RECORD_REFERRAL, "utan:sänt", 3}, {RECORD_REFERRAL, "försenad", 2}, {RECORD_REFERRAL, "läge:svaret", 4}, {RECORD_REFERRAL, "senast:+30", 7},
		{RECORD_REFERRAL, "senast:>idag", 1}, {RECORD_REFERRAL, "dnr:2026-11", 1}, {RECORD_REFERRAL, "ställning:tillstyrker", 2},
		{RECORD_WAYPOINT, "läge:klart", 4}, {RECORD_WAYPOINT, "försenad", 2}, {RECORD_WAYPOINT, "dag:2026-12", 7}, {RECORD_WAYPOINT, "dag:=2026-12", 1},
		{RECORD_WAYPOINT, "remiss:vårdprogram", 1},
		{RECORD_SEAT, "läge:vakant", 2}, {RECORD_SEAT, "roll:ordförande", 1}, {RECORD_SEAT, "plats:nyköping", 2}, {RECORD_SEAT, "utan:person", 2},
		{RECORD_SEAT, "till:2027", 2},
		{RECORD_QUESTION, "läge:besvarad", 2}, {RECORD_QUESTION, "-läge:besvarad", 1}, {RECORD_QUESTION, "arbetsplats:hem", 1},
		{RECORD_RESOURCE, "gammal", 2}, {RECORD_RESOURCE, "slag:utbildning", 2}, {RECORD_RESOURCE, "kontrollerad:2026", 1},
		{RECORD_PARTNER, "kronor:>=50000", 1}, {RECORD_PARTNER, "utan:kronor", 2}, {RECORD_PARTNER, "avtal:2026-12", 1},
		{RECORD_EDUCATION, "deltagare:12", 1}, {RECORD_EDUCATION, "utan:deltagare", 2}, {RECORD_EDUCATION, "datum:2027", 2},
	};
	struct house h;
	(void)state;
	build(&h);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int found = taken(&h, cases[i].kind, &h.council, -1, cases[i].filter);
		if (found != cases[i].taken)
			fail_msg("%s %s: %d", record_type(cases[i].kind)->label, cases[i].filter, found);
	}
	house_release(&h);
}

static void test_inventory(void **state)
{
	struct house h;
	(void)state;
	build(&h);
	assert_int_equal(taken(&h, RECORD_UNIT, &h.national, -1, "dygnet-runt:ja diagnoser:okänt plats:gotland region:gotland"), 1);
	assert_int_equal(taken(&h, RECORD_UNIT, &h.national, -1, "utan:vårdplatser"), 1);
	assert_int_equal(taken(&h, RECORD_UNIT, &h.national, -1, "åldrar:ja"), 0);
	assert_int_equal(taken(&h, RECORD_PROPOSAL, &h.national, SODERMANLAND, "svar:okänt nivå:regional tjänst:jour åtgärder:1"), 1);
	assert_int_equal(taken(&h, RECORD_PROPOSAL, &h.national, SWEDEN, "svar:okänt"), 1);
	for (size_t i = 0; i < records_count(&h.national, RECORD_GAP) && i < 8; i++) {
		const struct gap *g = records_gap(&h.national, i);
		char *own = mem_printf("tjänst:%s \"%s\"", service_choices[g->service].code, g->text);
		assert_int_equal(taken(&h, RECORD_GAP, &h.national, -1, own) >> i & 1, 1);
		bool answered = strcmp(g->head.id, "B04-01") == 0;
		assert_int_equal(taken(&h, RECORD_GAP, &h.national, -1, "åtgärder:>0") >> i & 1, answered);
		free(own);
	}
	house_release(&h);
}

/* Every word has a field of its kind or a rule, and a name that no other word of the kind has; every ready-made filter is understood. */
static void test_table_holds_together(void **state)
{
	struct house h;
	(void)state;
	build(&h);
	for (int kind = 0; kind < RECORD_KINDS; kind++) {
		size_t count;
		const struct filter_key *keys = record_filter_keys((enum record_kind)kind, &count);
		for (size_t i = 0; i < count; i++) {
			const struct record_type *t = record_type((enum record_kind)kind);
			if (!keys[i].value && (!keys[i].field || !record_field(t, keys[i].field, strlen(keys[i].field))))
				fail_msg("%s: %s", t->label, keys[i].name);
			for (size_t k = 0; k < i; k++)
				assert_string_not_equal(keys[i].name, keys[k].name);
		}
		for (const struct ready_filter *r = record_filter_ready((enum record_kind)kind); r->name; r++) {
			struct buf wrong = {0};
			h.model.filter = r->words;
			if (record_filter_complains(&h.model, (enum record_kind)kind, &wrong))
				fail_msg("%s: %s", r->name, buf_cstr(&wrong));
			buf_release(&wrong);
		}
	}
	house_release(&h);
}

/* Each table takes what fits and says how many of all; one that is chosen by Ids takes those. */
static void test_tables_take_what_fits(void **state)
{
	const struct strings only = {(const char *[]){"R2", "M1", "L2", "Q1"}, 4, 4};
	struct house h;
	struct doc d = {0};
	(void)state;
	build(&h);
	h.model.filter = "försenad";
	report_referrals(&d, &h.model);
	char *text = house_text(&d, 100);
	house_has(text, "Målbild");
	house_lacks(text, "Vårdprogram");
	house_has(text, "1 av 3 visas (”försenad”).");
	free(text);
	h.model.filter = "läge:vakant";
	report_seats(&d, &h.model);
	text = house_text(&d, 100);
	house_lacks(text, "Region Sörmland");
	house_has(text, "1 av 2 visas");
	house_lacks(text, "återstår");
	free(text);
	h.model.filter = "datum:2026-02";
	report_meetings(&d, &h.model, 0);
	text = house_text(&d, 100);
	house_has(text, "1 av 2 visas");
	house_lacks(text, "2026-12-24");
	free(text);
	h.model.filter = NULL;
	h.model.only = &only;
	report_referrals(&d, &h.model);
	report_network(&d, &h.model, RECORD_QUESTION);
	text = house_text(&d, 100);
	house_has(text, "Målbild");
	house_lacks(text, "Vårdprogram");
	house_has(text, "Smärta");
	house_lacks(text, "Boendet");
	free(text);
	house_release(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_kind),
		cmocka_unit_test(test_inventory),
		cmocka_unit_test(test_table_holds_together),
		cmocka_unit_test(test_tables_take_what_fits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
