/* test_meeting.c - the rules for meetings. */
#include "council_world.h"

#include "radsbord/council/meeting.h"

#include <string.h>

static void add(struct records *r, struct date date, enum meeting_type type, enum meeting_status status)
{
	struct meeting m = world_meeting("M", date, type, status);
	world_add(r, RECORD_MEETING, &m);
}

static void test_quota(void **state)
{
	/* Half and full days of the year that are not cancelled count as planned, held ones also as held; extra and unstated do not. */
	struct records r = {0};
	struct plan p;
	(void)state;
	record_init(record_type(RECORD_PLAN), &p);
	p.half_days = 3;
	p.full_days = 1;
	add(&r, DAY(2026, 2, 5), MEETING_HALF_DAY, MEETING_HELD);
	add(&r, DAY(2026, 5, 7), MEETING_HALF_DAY, MEETING_CALLED);
	add(&r, DAY(2026, 9, 3), MEETING_HALF_DAY, MEETING_CANCELLED);
	add(&r, DAY(2026, 11, 5), MEETING_FULL_DAY, MEETING_HELD);
	add(&r, DAY(2026, 12, 3), MEETING_EXTRA, MEETING_HELD);
	add(&r, DAY(2026, 12, 4), MEETING_UNSTATED, MEETING_HELD);
	add(&r, DAY(2025, 2, 5), MEETING_HALF_DAY, MEETING_HELD);
	struct meeting_quota q = meeting_quota(&r, &p, 2026);
	assert_int_equal(q.half_days, 3);
	assert_int_equal(q.full_days, 1);
	assert_int_equal(q.planned_half, 2);
	assert_int_equal(q.held_half, 1);
	assert_int_equal(q.planned_full, 1);
	assert_int_equal(q.held_full, 1);
	world_release(&r);
}

static void test_quota_not_stated(void **state)
{
	/* Without a plan, or when the plan does not say, the quota is not stated, which is not none. */
	struct records r = {0};
	struct plan p;
	(void)state;
	record_init(record_type(RECORD_PLAN), &p);
	p.full_days = 0;
	assert_int_equal(meeting_quota(&r, NULL, 2026).half_days, FIELD_INT_NONE);
	assert_int_equal(meeting_quota(&r, &p, 2026).half_days, FIELD_INT_NONE);
	assert_int_equal(meeting_quota(&r, &p, 2026).full_days, 0);
	assert_int_equal(meeting_quota(&r, &p, 2026).planned_half, 0);
}

static void test_next(void **state)
{
	/* The next meeting is the earliest from today on that is neither held nor cancelled; the same day, the earliest hour. */
	struct records r = {0};
	struct meeting m;
	(void)state;
	assert_null(meeting_next(&r, DAY(2026, 11, 24)));
	add(&r, DAY(2026, 11, 23), MEETING_HALF_DAY, MEETING_PLANNED);
	add(&r, DAY(2026, 11, 25), MEETING_HALF_DAY, MEETING_CANCELLED);
	add(&r, DAY(2026, 11, 26), MEETING_HALF_DAY, MEETING_HELD);
	assert_null(meeting_next(&r, DAY(2026, 11, 24)));
	add(&r, DAY(2027, 2, 4), MEETING_HALF_DAY, MEETING_PLANNED);
	m = world_meeting("eftermiddag", DAY(2026, 12, 3), MEETING_EXTRA, MEETING_CALLED);
	m.start = 13 * 60;
	world_add(&r, RECORD_MEETING, &m);
	m = world_meeting("morgon", DAY(2026, 12, 3), MEETING_HALF_DAY, MEETING_PLANNED);
	m.start = 9 * 60;
	world_add(&r, RECORD_MEETING, &m);
	assert_string_equal(meeting_next(&r, DAY(2026, 11, 24))->head.id, "morgon");
	assert_string_equal(meeting_next(&r, DAY(2026, 12, 3))->head.id, "morgon");
	assert_int_equal(meeting_next(&r, DAY(2026, 12, 4))->date.year, 2027);
	assert_null(meeting_next(&r, DAY(2027, 2, 5)));
	world_release(&r);
}

static void expect_warning(const struct records *r, struct date day, const char *wanted)
{
	struct buf b = {0};
	meeting_warn(r, day, &b);
	assert_string_equal(buf_cstr(&b), wanted);
	buf_release(&b);
}

static void test_warnings(void **state)
{
	/* A red day, an eve, a bridge day, a weekend and another meeting are each said in a sentence; a working day in none. */
	struct records r = {0};
	(void)state;
	add(&r, DAY(2026, 11, 24), MEETING_HALF_DAY, MEETING_PLANNED);
	add(&r, DAY(2026, 11, 26), MEETING_HALF_DAY, MEETING_CANCELLED);
	expect_warning(&r, DAY(2026, 11, 25), "");
	expect_warning(&r, DAY(2026, 11, 26), "");
	expect_warning(&r, DAY(2026, 11, 24), "Ett annat möte är redan planerat den dagen.");
	expect_warning(&r, DAY(2026, 11, 28), "Dagen är en lördag.");
	expect_warning(&r, DAY(2026, 4, 3), "Långfredagen är en helgdag.");
	expect_warning(&r, DAY(2026, 12, 24), "Julafton är en arbetsfri afton.");
	expect_warning(&r, DAY(2026, 4, 30), "Valborgsmässoafton är ofta en förkortad arbetsdag.");
	expect_warning(&r, DAY(2026, 5, 15), "Dagen är en klämdag.");
	expect_warning(&r, DAY(2026, 12, 26), "Annandag jul är en helgdag. Dagen är en lördag.");
	expect_warning(&r, DAY(2026, 6, 6), "Nationaldagen är en helgdag. Dagen är en lördag.");
	add(&r, DAY(2026, 1, 5), MEETING_EXTRA, MEETING_HELD);
	expect_warning(&r, DAY(2026, 1, 5),
	               "Dagen är en klämdag. Trettondagsafton är ofta en förkortad arbetsdag. "
	               "Ett annat möte är redan planerat den dagen.");
	world_release(&r);
}

static void test_warnings_are_appended(void **state)
{
	/* What stands before a warning is kept as it is. */
	struct records r = {0};
	struct buf b = {0};
	(void)state;
	buf_str(&b, "Sparat. ");
	meeting_warn(&r, DAY(2026, 11, 25), &b);
	assert_string_equal(buf_cstr(&b), "Sparat. ");
	buf_clear(&b);
	buf_str(&b, "Sparat.");
	meeting_warn(&r, DAY(2026, 11, 28), &b);
	assert_string_equal(buf_cstr(&b), "Sparat. Dagen är en lördag.");
	buf_release(&b);
}

static void test_add(void **state)
{
	/* A new meeting comes with the fourteen headings of the recommended agenda, numbered, in one step and one file. */
	static const char *const ids[AGENDA_DEFAULT] = {
		"P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09", "P10", "P11", "P12", "P13", "P14"};
	struct meeting m = world_meeting("M1", DAY(2027, 2, 4), MEETING_HALF_DAY, MEETING_PLANNED);
	struct changes c = {0};
	(void)state;
	struct agenda agenda = {0};
	agenda_make(NULL, NULL, false, &agenda);
	meeting_add(&c, &m, "moten/2027-02-04-M1.rec", &agenda, ids);
	agenda_release(&agenda);
	assert_int_equal(c.count, 1 + AGENDA_DEFAULT);
	assert_string_equal(c.title, "Nytt möte 2027-02-04");
	assert_ptr_equal(c.items[0].type, record_type(RECORD_MEETING));
	for (size_t i = 0; i < c.count; i++) {
		assert_int_equal(c.items[i].kind, CHANGE_ADD);
		assert_string_equal(c.items[i].file, "moten/2027-02-04-M1.rec");
	}
	for (size_t i = 0; i < AGENDA_DEFAULT; i++) {
		const struct change *item = &c.items[i + 1];
		assert_ptr_equal(item->type, record_type(RECORD_ITEM));
		assert_string_equal(item->id, ids[i]);
		assert_string_equal(item->fields[1].field->name, "Nr");
		assert_string_equal(item->fields[2].values.items[0], agenda_default[i]);
	}
	assert_string_equal(c.items[1].fields[1].values.items[0], "1");
	assert_string_equal(c.items[AGENDA_DEFAULT].fields[1].values.items[0], "14");
	changes_release(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_quota),
		cmocka_unit_test(test_quota_not_stated),
		cmocka_unit_test(test_next),
		cmocka_unit_test(test_warnings),
		cmocka_unit_test(test_warnings_are_appended),
		cmocka_unit_test(test_add),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
