/* Referrals: way-points counted backwards over free days, states by the day, and the steps that change them. */
#include "council_world.h"

#include "radsbord/council/referral.h"

#include <string.h>

static struct referral referral(const char *id, int64_t nr, struct date due)
{
	struct referral r;
	record_init(record_type(RECORD_REFERRAL), &r);
	r.head = (struct record){id, REFERRAL_FILE, 1};
	r.nr = nr;
	r.title = "Kunskapscentrum";
	r.due = due;
	return r;
}

static struct waypoint waypoint(const char *id, const char *of, const char *title, int64_t workdays, struct date day)
{
	struct waypoint w;
	record_init(record_type(RECORD_WAYPOINT), &w);
	w.head = (struct record){id, REFERRAL_FILE, 1};
	w.referral = of;
	w.title = title;
	w.workdays = workdays;
	w.date = day;
	return w;
}

/* The referral of 2014: answer 1 October, the union group 2 September, the pensioners' council 16 September
 * (stockholm-kunskapscentrum-2014.txt). And over Christmas: eves and holidays are not counted. */
static void days_are_counted_backwards(void **state)
{
	struct referral r = referral("R", 1, DAY(2014, 10, 1)), january = referral("S", 2, DAY(2027, 1, 7));
	struct waypoint union_group = waypoint("A", "R", "Facklig samverkansgrupp", 21, DATE_NONE);
	struct waypoint pensioners = waypoint("B", "R", "Pensionärsrådet", 11, DATE_NONE);
	(void)state;
	assert_int_equal(date_cmp(waypoint_date(&union_group, &r), DAY(2014, 9, 2)), 0);
	assert_int_equal(date_cmp(waypoint_date(&pensioners, &r), DAY(2014, 9, 16)), 0);
	pensioners.workdays = 3; /* 5 and 4 January, 30 December: 6 January, New Year with its eve and a weekend are free */
	assert_int_equal(date_cmp(waypoint_date(&pensioners, &january), DAY(2026, 12, 30)), 0);
	pensioners.date = DAY(2026, 11, 1);
	assert_int_equal(date_cmp(waypoint_date(&pensioners, &january), DAY(2026, 11, 1)), 0);
	pensioners.date = DATE_NONE;
	pensioners.workdays = FIELD_INT_NONE;
	assert_false(date_known(waypoint_date(&pensioners, &january)));
	pensioners.workdays = -1;
	assert_false(date_known(waypoint_date(&pensioners, &january)));
	assert_int_equal(date_cmp(date_workdays_before(DAY(2014, 10, 1), 0), DAY(2014, 10, 1)), 0);
}

static void states(void **state)
{
	struct referral r = referral("R", 1, DAY(2014, 10, 1));
	(void)state;
	assert_int_equal(referral_state(&r, DAY(2014, 9, 16)), REFERRAL_OPEN);
	assert_int_equal(referral_state(&r, DAY(2014, 9, 17)), REFERRAL_SOON);
	assert_int_equal(referral_state(&r, DAY(2014, 10, 1)), REFERRAL_SOON);
	assert_int_equal(referral_state(&r, DAY(2014, 10, 2)), REFERRAL_LATE);
	r.sent = DAY(2014, 10, 5);
	assert_int_equal(referral_state(&r, DAY(2014, 10, 6)), REFERRAL_SENT);
}

static struct records two(void)
{
	struct records all = {0};
	struct referral first = referral("R", 1, DAY(2014, 10, 1)), second = referral("S", 2, DAY(2014, 9, 1));
	struct waypoint rows[] = {
		waypoint("D", "R", "Utan dag", FIELD_INT_NONE, DATE_NONE),
		waypoint("A", "R", "Pensionärsrådet", 11, DATE_NONE),
		waypoint("B", "R", "Facklig samverkansgrupp", 21, DATE_NONE),
		waypoint("C", "S", "Nämnden", FIELD_INT_NONE, DAY(2014, 8, 1)),
	};
	world_add(&all, RECORD_REFERRAL, &first);
	world_add(&all, RECORD_REFERRAL, &second);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		world_add(&all, RECORD_WAYPOINT, &rows[i]);
	return all;
}

static void order_and_next(void **state)
{
	struct records all = two();
	size_t rows[8];
	(void)state;
	assert_int_equal(waypoints_of(&all, records_referral(&all, 0), rows, 8), 3);
	assert_string_equal(records_waypoint(&all, rows[0])->head.id, "B");
	assert_string_equal(records_waypoint(&all, rows[1])->head.id, "A");
	assert_string_equal(records_waypoint(&all, rows[2])->head.id, "D");
	assert_int_equal(waypoints_of(&all, records_referral(&all, 0), rows, 1), 3);
	assert_string_equal(records_waypoint(&all, rows[0])->head.id, "B");
	assert_string_equal(waypoint_next(&all, records_referral(&all, 0))->head.id, "B");
	((struct waypoint *)all.tables[RECORD_WAYPOINT].items)[2].done = DAY(2014, 9, 2);
	assert_string_equal(waypoint_next(&all, records_referral(&all, 0))->head.id, "A");
	assert_string_equal(referral_first_due(&all)->head.id, "S");
	((struct referral *)all.tables[RECORD_REFERRAL].items)[1].sent = DAY(2014, 9, 1);
	assert_string_equal(referral_first_due(&all)->head.id, "R");
	assert_null(referral_first_due(NULL));
	world_release(&all);
}

/* A new referral begins with the steps of the last one that are counted; nothing is typed twice. */
static void new_referral_brings_its_steps(void **state)
{
	struct records all = {0}, empty = {0};
	struct referral old = referral("R", 4, DAY(2014, 10, 1)), fresh = referral(NULL, FIELD_INT_NONE, DAY(2027, 1, 7));
	struct waypoint counted = waypoint("A", "R", "Pensionärsrådet", 11, DATE_NONE);
	struct waypoint dated = waypoint("B", "R", "Seminarium", FIELD_INT_NONE, DAY(2014, 8, 1));
	const char *ids[] = {"XXXXXXXXXX", "YYYYYYYYYY"};
	struct changes c = {0};
	(void)state;
	world_add(&all, RECORD_REFERRAL, &old);
	world_add(&all, RECORD_WAYPOINT, &counted);
	world_add(&all, RECORD_WAYPOINT, &dated);
	assert_int_equal(referral_ids_needed(&empty), 1);
	assert_int_equal(referral_ids_needed(&all), 2);
	referral_add(&c, &all, &fresh, ids);
	assert_int_equal(c.count, 2);
	assert_string_equal(c.title, "Ny remiss 5");
	assert_string_equal(c.items[1].id, "YYYYYYYYYY");
	assert_string_equal(c.items[1].fields[1].values.items[0], "XXXXXXXXXX");
	assert_string_equal(c.items[1].fields[2].values.items[0], "Pensionärsrådet");
	assert_string_equal(c.items[1].fields[3].values.items[0], "11");
	changes_release(&c);
	world_release(&all);
}

static void steps(void **state)
{
	struct records all = {0};
	struct referral r = referral("R", 4, DAY(2014, 10, 1));
	struct waypoint w = waypoint("A", "R", "Pensionärsrådet", 11, DATE_NONE);
	struct meeting m = world_meeting("MMMMMMMMMM", DAY(2014, 9, 10), MEETING_HALF_DAY, MEETING_PLANNED);
	struct changes c = {0};
	(void)state;
	referral_toggle_sent(&c, &r, DAY(2014, 9, 30));
	assert_string_equal(c.items[0].after.items[0], "2014-09-30");
	r.sent = DAY(2014, 9, 30);
	referral_toggle_sent(&c, &r, DAY(2014, 10, 1));
	assert_int_equal(c.items[1].after.count, 0);
	waypoint_toggle_done(&c, &w, DAY(2014, 9, 16));
	assert_string_equal(c.items[2].after.items[0], "2014-09-16");
	referral_set_position(&c, &r, POSITION_SUPPORTS_WITH);
	assert_string_equal(c.items[3].after.items[0], "tillstyrker_med");
	assert_string_equal(c.title, "Remiss 4: tillstyrker med synpunkter");
	referral_take_up(&c, &all, &r, &m, "IIIIIIIIII");
	assert_string_equal(c.items[4].file, m.head.file);
	assert_string_equal(c.items[5].field->name, "Mote");
	changes_release(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_are_counted_backwards),
		cmocka_unit_test(states),
		cmocka_unit_test(order_and_next),
		cmocka_unit_test(new_referral_brings_its_steps),
		cmocka_unit_test(steps),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
