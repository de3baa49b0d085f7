/* test_attendance.c - replies, the roll, deputies, who came late, and quorum. */
#include "council_world.h"

#include "radsbord/council/attendance.h"

#include <string.h>

#define FILE_NAME "moten/2026-11-24-M.rec"

static struct meeting meeting(void)
{
	struct meeting m = world_meeting("M", DAY(2026, 11, 24), MEETING_HALF_DAY, MEETING_CALLED);
	m.head.file = FILE_NAME;
	return m;
}

static void add_seat(struct records *r, const char *id, enum seat_role role, const char *person)
{
	struct seat s;
	record_init(record_type(RECORD_SEAT), &s);
	s.head.id = id;
	s.role = (int)role;
	s.organisation = "Flens kommun";
	s.person = person;
	world_add(r, RECORD_SEAT, &s);
}

/* A written line of the roll. */
static struct attendance line(const char *seat, enum presence presence, enum reply reply)
{
	struct attendance a;
	record_init(record_type(RECORD_ATTENDANCE), &a);
	a.head.id = seat;
	a.head.file = FILE_NAME;
	a.seat = seat;
	a.presence = (int)presence;
	a.reply = (int)reply;
	a.role = seat && strchr("DE", *seat) ? SEAT_DEPUTY : seat && *seat == 'S' ? SEAT_SECRETARY : SEAT_MEMBER;
	return a;
}

static void add_line(struct records *r, struct attendance a)
{
	world_add(r, RECORD_ATTENDANCE, &a);
}

static struct attendee of(const struct records *r, const struct meeting *m, size_t i)
{
	struct attendee all[20] = {{0}};
	size_t n = attendees(r, m, all, 20);
	assert_true(i < n);
	return all[i];
}

static const char *value(const struct change *c, const char *field)
{
	for (size_t i = 0; i < c->fields_count; i++)
		if (strcmp(c->fields[i].field->name, field) == 0)
			return c->fields[i].values.items[0];
	return "";
}

static void test_who(void **state)
{
	/* Seats of the day in their order, vacant ones too, then those without a seat; a term that has ended is listed only when it was written of. */
	struct records r = {0};
	struct meeting m = meeting();
	struct seat ended;
	struct attendance guest = line(NULL, PRESENCE_PRESENT, REPLY_NONE), other = line("A", PRESENCE_PRESENT, REPLY_NONE);
	(void)state;
	add_seat(&r, "A", SEAT_MEMBER, "Anna Ek");
	add_seat(&r, "B", SEAT_MEMBER, NULL);
	record_init(record_type(RECORD_SEAT), &ended);
	ended.head.id = "C";
	ended.person = "Curt Al";
	ended.to = DAY(2026, 1, 1);
	world_add(&r, RECORD_SEAT, &ended);
	guest.head.id = "G";
	guest.seat = NULL;
	guest.name = "Gäst Berg";
	add_line(&r, guest);
	other.head.file = "moten/other.rec";
	add_line(&r, other);
	assert_int_equal(attendees(&r, &m, NULL, 0), 3);
	struct attendee a = of(&r, &m, 0), b = of(&r, &m, 1), g = of(&r, &m, 2);
	assert_string_equal(attendee_name(&a), "Anna Ek");
	assert_null(a.record);
	assert_true(attendee_is_vacant(&b));
	assert_string_equal(attendee_name(&g), "Gäst Berg");
	add_line(&r, line("C", PRESENCE_PRESENT, REPLY_NONE));
	assert_int_equal(attendees(&r, &m, NULL, 0), 4);
	world_release(&r);
}

static void test_name_of_the_day(void **state)
{
	/* Who sat on the seat at the meeting stands, whoever has it now. */
	struct records r = {0};
	struct meeting m = meeting();
	struct attendance was = line("A", PRESENCE_PRESENT, REPLY_NONE);
	(void)state;
	add_seat(&r, "A", SEAT_MEMBER, "Ny Namnsson");
	was.name = "Anna Ek";
	was.organisation = "Trosa kommun";
	add_line(&r, was);
	struct attendee a = of(&r, &m, 0);
	assert_string_equal(attendee_name(&a), "Anna Ek");
	assert_string_equal(attendee_organisation(&a), "Trosa kommun");
	world_release(&r);
}

static void test_all_present(void **state)
{
	/* One step: replies decide, deputies only when they said that they come, vacant seats and what is written already are left. */
	struct records r = {0};
	struct meeting m = meeting();
	struct changes c = {0};
	(void)state;
	add_seat(&r, "A", SEAT_MEMBER, "Anna Ek");
	add_seat(&r, "B", SEAT_MEMBER, NULL);
	add_seat(&r, "C", SEAT_CHAIR, "Curt Al");
	add_seat(&r, "D", SEAT_DEPUTY, "Dag Alm");
	add_seat(&r, "E", SEAT_DEPUTY, "Eva Lind");
	add_seat(&r, "F", SEAT_MEMBER, "Fia Rönn");
	add_seat(&r, "G", SEAT_MEMBER, "Gun Asp");
	add_line(&r, line("C", PRESENCE_NONE, REPLY_ABSENT));
	add_line(&r, line("E", PRESENCE_NONE, REPLY_COMES));
	add_line(&r, line("F", PRESENCE_NONE, REPLY_REMOTE));
	add_line(&r, line("G", PRESENCE_ABSENT, REPLY_COMES));
	attendance_all_present(&c, &r, &m);
	assert_int_equal(c.count, 4);
	assert_string_equal(c.items[0].id, "A-M");
	assert_string_equal(c.items[0].file, FILE_NAME);
	assert_string_equal(value(&c.items[0], "Narvaro"), "narvarande");
	assert_string_equal(value(&c.items[0], "Namn"), "Anna Ek");
	assert_string_equal(c.items[1].after.items[0], "forhinder");
	assert_string_equal(c.items[2].after.items[0], "narvarande");
	assert_string_equal(c.items[3].after.items[0], "distans");
	assert_string_equal(c.title, "Närvaro: alla närvarande");
	changes_release(&c);
	world_release(&r);
}

static void test_steps(void **state)
{
	/* Space steps through; a deputy has no deputy. */
	struct records r = {0};
	struct meeting m = meeting();
	(void)state;
	add_seat(&r, "A", SEAT_MEMBER, "Anna Ek");
	add_seat(&r, "D", SEAT_DEPUTY, "Dag Alm");
	struct attendance a = line("A", PRESENCE_REMOTE, REPLY_NONE), d = line("D", PRESENCE_REMOTE, REPLY_NONE);
	struct attendee nothing = of(&r, &m, 0), member = {nothing.seat, &a}, deputy = {of(&r, &m, 1).seat, &d};
	assert_int_equal(presence_next(&nothing), PRESENCE_PRESENT);
	assert_int_equal(presence_next(&member), PRESENCE_DEPUTY);
	assert_int_equal(presence_next(&deputy), PRESENCE_NONE);
	a.presence = PRESENCE_DEPUTY;
	assert_int_equal(presence_next(&member), PRESENCE_NONE);
	world_release(&r);
}

static void test_came_and_left(void **state)
{
	/* Time and item are written; coming in makes one present; the same again takes it away. */
	struct records r = {0};
	struct meeting m = meeting();
	struct changes c = {0};
	(void)state;
	add_seat(&r, "A", SEAT_MEMBER, "Anna Ek");
	struct attendee nothing = of(&r, &m, 0);
	attendance_came(&c, &m, &nothing, 9 * 60 + 42, "ITEM");
	assert_int_equal(c.count, 1);
	assert_string_equal(value(&c.items[0], "Kom"), "09:42");
	assert_string_equal(value(&c.items[0], "Kom_arende"), "ITEM");
	assert_string_equal(value(&c.items[0], "Narvaro"), "narvarande");
	changes_release(&c);
	struct attendance was = line("A", PRESENCE_ABSENT, REPLY_NONE);
	struct attendee absent = {nothing.seat, &was};
	attendance_came(&c, &m, &absent, 9 * 60, NULL);
	assert_int_equal(c.count, 2);
	assert_string_equal(c.items[1].after.items[0], "narvarande");
	changes_release(&c);
	was.presence = PRESENCE_PRESENT;
	attendance_left(&c, &m, &absent, 11 * 60 + 5, "ITEM");
	assert_int_equal(c.count, 2);
	assert_string_equal(c.items[0].after.items[0], "11:05");
	changes_release(&c);
	was.left = 11 * 60 + 5;
	was.left_item = "ITEM";
	attendance_left(&c, &m, &absent, 12 * 60, "OTHER");
	assert_int_equal(c.count, 2);
	assert_int_equal(c.items[0].after.count, 0);
	assert_int_equal(c.items[1].after.count, 0);
	changes_release(&c);
	world_release(&r);
}

static void test_quorum(void **state)
{
	/* A deputy that serves for an absent member counts on his seat, once; one that serves for a member who is there does not. */
	struct records r = {0};
	struct meeting m = meeting();
	struct buf b = {0};
	(void)state;
	add_seat(&r, "A", SEAT_MEMBER, "Anna Ek");
	add_seat(&r, "B", SEAT_MEMBER, NULL);
	add_seat(&r, "C", SEAT_CHAIR, "Curt Al");
	add_seat(&r, "D", SEAT_DEPUTY, "Dag Alm");
	add_seat(&r, "E", SEAT_DEPUTY, "Eva Lind");
	add_seat(&r, "S", SEAT_SECRETARY, "Siv Ask");
	add_line(&r, line("A", PRESENCE_ABSENT, REPLY_NONE));
	add_line(&r, line("C", PRESENCE_REMOTE, REPLY_NONE));
	add_line(&r, line("S", PRESENCE_PRESENT, REPLY_NONE));
	struct attendance d = line("D", PRESENCE_PRESENT, REPLY_NONE), e = line("E", PRESENCE_PRESENT, REPLY_NONE);
	d.serves_for = "A";
	e.serves_for = "C";
	add_line(&r, d);
	add_line(&r, e);
	struct attendance_count n = attendance_count(&r, &m);
	assert_int_equal(n.seats, 3);
	assert_int_equal(n.vacant, 1);
	assert_int_equal(n.serving, 2);
	assert_int_equal(n.distance, 1);
	assert_int_equal(n.absent, 1);
	assert_int_equal(n.others, 2);
	attendance_say_quorum(&n, 2, &b);
	assert_string_equal(buf_cstr(&b), "Rådet är beslutsfört: 2 tjänstgör och 2 krävs.");
	buf_clear(&b);
	attendance_say_quorum(&n, 3, &b);
	assert_string_equal(buf_cstr(&b), "Rådet är inte beslutsfört: 2 tjänstgör och 3 krävs.");
	buf_clear(&b);
	attendance_say_quorum(&n, 0, &b);
	assert_string_equal(buf_cstr(&b), "");
	buf_release(&b);
	world_release(&r);
}

static void test_no_reason(void **state)
{
	/* Nothing that is written of somebody's attendance has room for a reason: the fields are these and no others. */
	static const char *const fields[] = {"Id", "Plats", "Namn", "Organisation", "Roll", "Svar", "Narvaro", "Ersatter",
	                                     "Kom", "Kom_arende", "Gick", "Gick_arende"};
	const struct record_type *t = record_type(RECORD_ATTENDANCE);
	(void)state;
	assert_int_equal(t->count, sizeof fields / sizeof *fields);
	for (size_t i = 0; i < t->count; i++)
		assert_string_equal(t->fields[i].name, fields[i]);
}

static void test_public_name(void **state)
{
	struct records r = {0};
	struct arena a = {0};
	(void)state;
	add_seat(&r, "A", SEAT_MEMBER, "Anna Ek");
	add_seat(&r, "C", SEAT_CHAIR, "Curt Al");
	assert_string_equal(attendance_public_name(&r, "Anna Ek", &a), "Flens kommun");
	assert_string_equal(attendance_public_name(&r, "Curt Al", &a), "Flens kommun, ordförande");
	assert_string_equal(attendance_public_name(&r, "Region Sörmland", &a), "Region Sörmland");
	assert_null(attendance_public_name(&r, NULL, &a));
	struct buf b = {0};
	attendance_hide_names(&r, "Anna Ek, ”Curt Al”; Flens kommun: Anna Ek. Anna Ekman, åAnna Ek, Anna Ekö", &b);
	assert_string_equal(buf_cstr(&b), "Flens kommun, ”Flens kommun, ordförande”; Flens kommun. Anna Ekman, åAnna Ek, Anna Ekö");
	buf_release(&b);
	arena_release(&a);
	world_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_who),           cmocka_unit_test(test_name_of_the_day), cmocka_unit_test(test_all_present),
		cmocka_unit_test(test_steps),         cmocka_unit_test(test_came_and_left),   cmocka_unit_test(test_quorum),
		cmocka_unit_test(test_no_reason),     cmocka_unit_test(test_public_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
