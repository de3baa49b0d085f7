/* Verdicts: the order of a review, what earlier meetings said, the sentence of each outcome, and the summary. */
#include "council_world.h"

#include "radsbord/council/verdict.h"

#include <string.h>

static struct verdict verdict(const char *id, const char *action, const char *file, enum verdict_outcome outcome)
{
	struct verdict v;
	record_init(record_type(RECORD_VERDICT), &v);
	v.head = (struct record){id, file, 1};
	v.action = action;
	v.outcome = (int)outcome;
	v.nr = 1;
	return v;
}

static struct meeting meeting(const char *id, struct date date, const char *file)
{
	struct meeting m = world_meeting(id, date, MEETING_HALF_DAY, MEETING_PLANNED);
	m.head.file = file;
	return m;
}

static int compare(const struct records *r, const struct meeting *m, struct date next, const struct action *a, const struct action *b)
{
	struct review_key x = review_key_of(r, m, next, a, verdict_of(r, m, a->head.id));
	struct review_key y = review_key_of(r, m, next, b, verdict_of(r, m, b->head.id));
	return review_key_compare(&x, &y);
}

/* Overdue, due before the next meeting, taken up again, the others; within each the earliest first. */
static void order(void **state)
{
	struct records r = {0};
	struct meeting before = meeting("M0", DAY(2026, 9, 10), "moten/m0.rec"), now = meeting("M1", DAY(2026, 11, 24), "moten/m1.rec");
	struct verdict again = verdict("V", "D", "moten/m0.rec", VERDICT_TAKEN_UP);
	struct date next = DAY(2027, 2, 4);
	struct action rows[] = {
		world_action("A", ACTION_ONGOING, DAY(2026, 10, 1)),  world_action("B", ACTION_ONGOING, DAY(2026, 11, 23)),
		world_action("C", ACTION_ONGOING, DAY(2027, 2, 3)),   world_action("D", ACTION_ONGOING, DATE_NONE),
		world_action("E", ACTION_ONGOING, DAY(2027, 2, 4)),   world_action("F", ACTION_ONGOING, DATE_NONE),
	};
	(void)state;
	world_add(&r, RECORD_MEETING, &before);
	world_add(&r, RECORD_MEETING, &now);
	world_add(&r, RECORD_VERDICT, &again);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
			assert_int_equal(compare(&r, &now, next, &rows[i], &rows[k]), i == k ? 0 : i < k ? -1 : 1);
	world_release(&r);
}

/* The latest meeting before this one counts, and only what it took up or carried over comes back. */
static void earlier(void **state)
{
	struct records r = {0};
	struct meeting meetings[] = {meeting("M0", DAY(2026, 3, 1), "moten/m0.rec"), meeting("M1", DAY(2026, 9, 1), "moten/m1.rec"),
	                             meeting("M2", DAY(2026, 11, 24), "moten/m2.rec")};
	struct verdict given[] = {verdict("V0", "A", "moten/m0.rec", VERDICT_TAKEN_UP), verdict("V1", "A", "moten/m1.rec", VERDICT_NEW_DATE),
	                          verdict("V2", "A", "moten/m2.rec", VERDICT_DONE), verdict("V3", "B", "moten/m1.rec", VERDICT_CARRIED)};
	const struct meeting *at;
	(void)state;
	for (size_t i = 0; i < 3; i++)
		world_add(&r, RECORD_MEETING, &meetings[i]);
	for (size_t i = 0; i < 4; i++)
		world_add(&r, RECORD_VERDICT, &given[i]);
	assert_string_equal(verdict_earlier(&r, &meetings[2], "A", &at)->head.id, "V1");
	assert_string_equal(at->head.id, "M1");
	assert_null(verdict_earlier(&r, &meetings[0], "A", &at));
	assert_false(verdict_brings_up(&r, &meetings[2], "A"));
	assert_true(verdict_brings_up(&r, &meetings[1], "A"));
	assert_true(verdict_brings_up(&r, &meetings[2], "B"));
	assert_string_equal(verdict_of(&r, &meetings[2], "A")->head.id, "V2");
	assert_null(verdict_of(&r, &meetings[2], "B"));
	world_release(&r);
}

static void sentences(void **state)
{
	struct action a = world_action("A", ACTION_ONGOING, DAY(2027, 2, 4));
	static const struct {
		enum verdict_outcome outcome;
		const char *text, *expected;
	} rows[] = {
		{VERDICT_UNCHANGED, NULL, "H-14 Läkare i konsultteamet: ingen förändring."},
		{VERDICT_UNCHANGED, "Frågan bereds", "H-14 Läkare i konsultteamet. Frågan bereds."},
		{VERDICT_DONE, NULL, "H-14 Läkare i konsultteamet är klar."},
		{VERDICT_NEW_DATE, NULL, "H-14 Läkare i konsultteamet. Rådet noterar ny tid: senast den 4 februari 2027 (tidigare den 31 "
		                         "oktober 2026). Ansvarig: Region Sörmland."},
		{VERDICT_TAKEN_UP, NULL, "H-14 Läkare i konsultteamet tas upp på nästa möte."},
		{VERDICT_NEW_OWNER, NULL, "H-14 Läkare i konsultteamet. Rådet noterar ny ansvarig: Eva Ek (tidigare Ulf Al)."},
		{VERDICT_DROPPED, "görs av regionen!", "H-14 Läkare i konsultteamet utgår: görs av regionen!"},
		{VERDICT_CARRIED, NULL, "H-14 Läkare i konsultteamet förs över till nästa möte."},
	};
	(void)state;
	a.nr = 14;
	a.owner = "Region Sörmland";
	for (size_t i = 0; i < 2 * sizeof rows / sizeof *rows; i++) {
		size_t row = i / 2;
		struct verdict v = verdict("V", "A", "f", rows[row].outcome);
		struct buf b = {0};
		a.title = i % 2 ? "Läkare i konsultteamet." : "Läkare i konsultteamet"; /* one full stop, not two */
		v.text = rows[row].text;
		v.due = DAY(2027, 2, 4);
		v.due_before = DAY(2026, 10, 31);
		v.owner = "Eva Ek";
		v.owner_before = "Ulf Al";
		verdict_sentence(&v, &a, VERDICT_VERB, &b);
		assert_string_equal(buf_cstr(&b), rows[row].expected);
		buf_release(&b);
	}
}

static void summary(void **state)
{
	struct verdict_counts n = {.all = 4, .of = {[VERDICT_UNCHANGED] = 1, [VERDICT_DONE] = 2, [VERDICT_CARRIED] = 1}};
	struct verdict_counts one = {.all = 1, .of = {[VERDICT_NEW_DATE] = 1}};
	struct buf b = {0};
	(void)state;
	verdict_summary(&n, &b);
	assert_string_equal(buf_cstr(&b), "4 punkter: 1 oförändrad, 2 klara, 1 förs över.");
	buf_clear(&b);
	verdict_summary(&one, &b);
	assert_string_equal(buf_cstr(&b), "1 punkt: 1 ny tid.");
	buf_release(&b);
}

/* In one step each verdict gets a number of its own. */
static void several_in_one_step(void **state)
{
	struct records r = {0};
	struct meeting m = meeting("M1", DAY(2026, 11, 24), "moten/m1.rec");
	struct action a = world_action("A", ACTION_ONGOING, DATE_NONE), b = world_action("B", ACTION_ONGOING, DATE_NONE);
	struct changes c = {0};
	const struct verdict_call call = {.outcome = VERDICT_CARRIED};
	(void)state;
	verdict_give(&c, &r, &m, &a, &call, m.date, "V1");
	verdict_give(&c, &r, &m, &b, &call, m.date, "V2");
	assert_int_equal(c.count, 2);
	assert_string_equal(c.items[0].fields[1].values.items[0], "1");
	assert_string_equal(c.items[1].fields[1].values.items[0], "2");
	changes_release(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(order),   cmocka_unit_test(earlier),             cmocka_unit_test(sentences),
		cmocka_unit_test(summary), cmocka_unit_test(several_in_one_step),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
