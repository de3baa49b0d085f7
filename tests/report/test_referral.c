/* The statement and the reminder: the referral of 2014 as its document has it (stockholm-kunskapscentrum-2014.txt). */
#include "house.h"

#include "radsbord/report/referral.h"

#include <stdlib.h>
#include <string.h>

static struct referral rows[1];
static struct waypoint steps[2];
static struct meeting meetings[1];

static void build(struct house *h)
{
	struct referral *r = &rows[0];
	house_build(h);
	house_council(h);
	record_init(record_type(RECORD_REFERRAL), r);
	r->head = (struct record){"RRRRRRRRRR", "remisser.rec", 3};
	r->nr = 3;
	r->title = "Regionalt palliativt kunskapscentrum";
	r->sender = "kommunstyrelsen";
	r->recipient = "kommunstyrelsen";
	r->prepared_by = "avdelningen för social omsorg";
	r->due = (struct date){2014, 10, 1};
	for (int i = 0; i < 2; i++) {
		record_init(record_type(RECORD_WAYPOINT), &steps[i]);
		steps[i].referral = r->head.id;
		steps[i].title = i ? "Facklig samverkansgrupp" : "Pensionärsrådet";
		steps[i].workdays = i ? 21 : 11;
	}
	h->council.tables[RECORD_REFERRAL] = (struct table){.items = rows, .count = 1};
	h->council.tables[RECORD_WAYPOINT] = (struct table){.items = steps, .count = 2};
	h->model.today = (struct date){2014, 9, 26};
}

static void done(struct house *h)
{
	h->council.tables[RECORD_REFERRAL] = (struct table){.items = NULL};
	h->council.tables[RECORD_WAYPOINT] = (struct table){.items = NULL};
	house_release(h);
}

static void statement(void **state)
{
	struct house h;
	struct doc d = {0};
	const char *attachments[] = {"Remissen från landstinget"};
	(void)state;
	build(&h);
	report_statement(&d, &h.model, &rows[0]);
	char *text = house_text(&d, 100);
	static const char *const order[] = {"Yttrande: Regionalt palliativt kunskapscentrum", "Sammanfattning", "(Inte skrivet ännu.)",
	                                    "Ärendets beredning", "beretts av avdelningen för social omsorg",
	                                    "Facklig samverkansgrupp den 2 september 2014", "Pensionärsrådet den 16 september 2014",
	                                    "Bakgrund", "En remiss har kommit in från kommunstyrelsen",
	                                    "Yttrande ska lämnas senast den 1 oktober 2014 till kommunstyrelsen.", "Ärendet",
	                                    "Synpunkter och förslag", "Bilaga", "Inga bilagor."};
	const char *at = text;
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		house_has(at, order[i]);
		at = strstr(at, order[i]) ? strstr(at, order[i]) + 1 : at;
	}
	free(text);
	rows[0].position = POSITION_SUPPORTS_WITH;
	rows[0].conditions = "Finansieringen för stadens del sker centralt.";
	rows[0].attachments = (struct strings){.items = attachments, .count = 1};
	d = (struct doc){0};
	report_statement(&d, &h.model, &rows[0]);
	text = house_text(&d, 100);
	house_has(text, "Rådet tillstyrker förslaget med följande synpunkter.");
	house_has(text, "Finansieringen för stadens del sker centralt.");
	house_has(text, "Remissen från landstinget");
	free(text);
	rows[0].position = POSITION_ABSTAINS;
	d = (struct doc){0};
	report_statement(&d, &h.model, &rows[0]);
	text = house_text(&d, 100);
	house_has(text, "Rådet avstår från att yttra sig.");
	free(text);
	/* What a meeting is yet to take up is not said to have been taken up. */
	record_init(record_type(RECORD_MEETING), &meetings[0]);
	meetings[0].head.id = "MMMMMMMMMM";
	meetings[0].date = (struct date){2014, 9, 29};
	const struct table of_the_house = h.council.tables[RECORD_MEETING];
	h.council.tables[RECORD_MEETING] = (struct table){.items = meetings, .count = 1};
	rows[0].meeting = meetings[0].head.id;
	for (int past = 0; past < 2; past++) {
		h.model.today.day = past ? 30 : 26;
		d = (struct doc){0};
		report_statement(&d, &h.model, &rows[0]);
		text = house_text(&d, 100);
		house_has(text, past ? "Behandlat" : "Behandlas");
		house_has(text, "29 september 2014");
		free(text);
	}
	rows[0].meeting = NULL;
	h.council.tables[RECORD_MEETING] = of_the_house;
	done(&h);
}

static void expect_reminder(const struct model *m, int days, const char *words)
{
	struct buf b = {0};
	referral_reminder(m, days, &b);
	assert_string_equal(buf_cstr(&b), words);
	buf_release(&b);
}

static void reminders(void **state)
{
	struct house h;
	(void)state;
	build(&h);
	expect_reminder(&h.model, 30, "Remiss 3: svar senast 1 oktober 2014, om 5 dagar.");
	expect_reminder(&h.model, 4, "");
	h.model.today = (struct date){2014, 9, 30};
	expect_reminder(&h.model, 30, "Remiss 3: svar senast 1 oktober 2014, om 1 dag.");
	h.model.today = (struct date){2014, 10, 1};
	expect_reminder(&h.model, 30, "Remiss 3: svar senast 1 oktober 2014, i dag.");
	h.model.today = (struct date){2014, 10, 2};
	expect_reminder(&h.model, 30, "Remiss 3: svar senast 1 oktober 2014, tiden har gått ut.");
	rows[0].sent = (struct date){2014, 10, 2};
	expect_reminder(&h.model, 30, "");
	done(&h);
}

static void table_and_detail(void **state)
{
	struct house h;
	struct doc d = {0};
	struct buf csv = {0};
	(void)state;
	build(&h);
	report_referrals(&d, &h.model);
	render_csv(&d, &csv);
	doc_release(&d);
	house_has(buf_cstr(&csv), ";2014-10-01;kommunstyrelsen;");
	house_has(buf_cstr(&csv), "Facklig samverkansgrupp 2014-09-02");
	buf_release(&csv);
	d = (struct doc){0};
	report_referral(&d, &h.model, &rows[0]);
	char *text = house_text(&d, 100);
	house_has(text, "tis 2 sep 2014: Facklig samverkansgrupp, 21 arbetsdagar före svaret, dagen har passerat");
	house_has(text, "remisser.rec:3");
	free(text);
	done(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(statement), cmocka_unit_test(reminders), cmocka_unit_test(table_and_detail)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
