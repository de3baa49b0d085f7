/* The network: participants read and counted, posts and resources by day, and what a question becomes. */
#include "council_world.h"

#include "radsbord/council/network.h"

#include <string.h>

static const struct date today = {2026, 11, 24};

static void participants(void **state)
{
	static const struct {
		const char *line, *name;
		int64_t people;
		bool is_private;
	} good[] = {{"Flens kommun 12", "Flens kommun", 12, false},
	            {"Hospice AB (privat) 3", "Hospice AB (privat)", 3, true},
	            {"Region: 0 ", "Region", 0, false}};
	static const char *const bad[] = {"", "Flens kommun", "12", "  7", "Flen 99999999999999999999", "(privat)"};
	size_t len;
	int64_t people;
	bool is_private;
	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		assert_true(education_read_participants(good[i].line, &len, &people, &is_private));
		assert_int_equal(len, strlen(good[i].name));
		assert_memory_equal(good[i].line, good[i].name, len);
		assert_int_equal(people, good[i].people);
		assert_int_equal(is_private, good[i].is_private);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(education_read_participants(bad[i], &len, &people, &is_private));
}

/* A line without a number is counted as unknown, never as none. */
static void participants_are_counted(void **state)
{
	const char *lines[] = {"Flens kommun 12", "Hospice AB (privat) 3", "Trosa kommun"};
	struct education e;
	(void)state;
	record_init(record_type(RECORD_EDUCATION), &e);
	assert_false(education_count(&e).all_known);
	e.participants = (struct strings){.items = lines, .count = 2};
	struct education_count n = education_count(&e);
	assert_true(n.people == 15 && n.from_private == 3 && n.all_known);
	e.participants.count = 3;
	n = education_count(&e);
	assert_true(n.people == 15 && !n.all_known);
}

static void posts_and_resources_by_day(void **state)
{
	struct liaison l;
	struct resource r;
	(void)state;
	record_init(record_type(RECORD_LIAISON), &l);
	assert_int_equal(liaison_state(&l, today), SEAT_VACANT);
	l.person = "Eva Ek";
	l.to = DAY(2026, 11, 23);
	assert_int_equal(liaison_state(&l, today), SEAT_ENDED);
	record_init(record_type(RECORD_RESOURCE), &r);
	assert_true(resource_is_stale(&r, today));
	r.checked = DAY(2025, 11, 24);
	assert_false(resource_is_stale(&r, today));
	r.checked = DAY(2025, 11, 23);
	assert_true(resource_is_stale(&r, today));
}

static struct question question(void)
{
	struct question q;
	record_init(record_type(RECORD_QUESTION), &q);
	q.head = (struct record){"QQQQQQQQQQ", "fragor.rec", 3};
	q.workplace = "SÄBO Linden";
	q.topic = "Munvård";
	q.text = "Hur ofta?";
	return q;
}

static void states_of_a_question(void **state)
{
	struct question q = question();
	(void)state;
	assert_int_equal(question_state(&q), QUESTION_OPEN);
	q.meeting = "M";
	assert_int_equal(question_state(&q), QUESTION_TAKEN_UP);
	q.action = "A";
	assert_int_equal(question_state(&q), QUESTION_ACTION);
	q.answered = today;
	assert_int_equal(question_state(&q), QUESTION_ANSWERED);
}

/* One step each: the new record in its file, and the question that points at it. */
static void a_question_becomes_something(void **state)
{
	struct records r = {0};
	struct question q = question();
	struct meeting m = world_meeting("MMMMMMMMMM", DAY(2026, 12, 1), MEETING_HALF_DAY, MEETING_PLANNED);
	struct item last;
	struct changes c = {0}, d = {0};
	(void)state;
	record_init(record_type(RECORD_ITEM), &last);
	last.head = (struct record){"IIIIIIIIII", m.head.file, 5};
	last.nr = 14;
	world_add(&r, RECORD_MEETING, &m);
	world_add(&r, RECORD_ITEM, &last);
	question_take_up(&c, &r, &q, &m, "JJJJJJJJJJ");
	assert_int_equal(c.count, 2);
	assert_string_equal(c.items[0].file, m.head.file);
	assert_string_equal(c.items[1].field->name, "Mote");
	assert_string_equal(c.items[1].after.items[0], "MMMMMMMMMM");
	bool number = false, title = false;
	for (size_t i = 0; i < c.items[0].fields_count; i++) {
		const struct change_value *v = &c.items[0].fields[i];
		number |= strcmp(v->field->name, "Nr") == 0 && strcmp(v->values.items[0], "15") == 0;
		title |= strcmp(v->field->name, "Rubrik") == 0 && strcmp(v->values.items[0], "Fråga från SÄBO Linden: Munvård") == 0;
	}
	assert_true(number && title);
	question_to_action(&d, &r, &q, "AAAAAAAAAA", "plan/2026.rec");
	assert_string_equal(d.items[0].file, "plan/2026.rec");
	assert_string_equal(d.items[1].field->name, "Atgard");
	assert_string_equal(d.items[1].after.items[0], "AAAAAAAAAA");
	changes_release(&c);
	changes_release(&d);
	world_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(participants),
		cmocka_unit_test(participants_are_counted),
		cmocka_unit_test(posts_and_resources_by_day),
		cmocka_unit_test(states_of_a_question),
		cmocka_unit_test(a_question_becomes_something),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
