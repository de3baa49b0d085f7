/* test_agenda.c - the agenda of a new meeting, its items in order, and their times. */
#include "council_world.h"

#include "radsbord/council/meeting.h"

#include <string.h>

static struct item item_of(const char *file, const char *id, int64_t nr, int64_t minutes)
{
	struct item item;
	record_init(record_type(RECORD_ITEM), &item);
	item.head.id = id;
	item.head.file = file;
	item.nr = nr;
	item.minutes = minutes;
	item.title = id;
	return item;
}

static void add(struct records *r, struct item item)
{
	world_add(r, RECORD_ITEM, &item);
}

static struct meeting meeting_of(const char *id, const char *file, struct date day)
{
	struct meeting m = world_meeting(id, day, MEETING_HALF_DAY, MEETING_PLANNED);
	m.head.file = file;
	return m;
}

static void test_own(void **state)
{
	/* The council's own agenda: headings between bars with their minutes; blanks around them and empty ones are nothing. */
	struct agenda a = {0};
	(void)state;
	agenda_make(NULL, "Mötet öppnas (5) | Närvaro|  Remisser (med bilagor)  | | Övrigt (1234567)|(5)|Slut ()", false, &a);
	assert_int_equal(a.count, 6);
	assert_string_equal(a.items[0].title, "Mötet öppnas");
	assert_int_equal(a.items[0].minutes, 5);
	assert_string_equal(a.items[1].title, "Närvaro");
	assert_int_equal(a.items[1].minutes, FIELD_INT_NONE);
	assert_string_equal(a.items[2].title, "Remisser (med bilagor)");
	assert_string_equal(a.items[3].title, "Övrigt (1234567)");
	assert_string_equal(a.items[4].title, "(5)");
	assert_string_equal(a.items[5].title, "Slut ()");
	agenda_release(&a);
	agenda_make(NULL, " | ", false, &a);
	assert_int_equal(a.count, AGENDA_DEFAULT);
	agenda_release(&a);
}

static void test_tabled_are_carried(void **state)
{
	/* A tabled item stands on the next new agenda by itself, before the decisions, once. */
	struct records r = {0};
	struct agenda a = {0};
	struct item tabled = item_of("moten/a.rec", "TABLED", 3, 20);
	(void)state;
	tabled.kind = ITEM_TABLED;
	add(&r, tabled);
	add(&r, item_of("moten/a.rec", "OTHER", 4, 20));
	agenda_make(&r, NULL, true, &a);
	assert_int_equal(a.count, AGENDA_DEFAULT + 1);
	assert_string_equal(a.items[9].title, "TABLED");
	assert_string_equal(a.items[9].from, "TABLED");
	assert_int_equal(a.items[9].minutes, 20);
	assert_string_equal(a.items[10].title, "Beslutsärenden");
	agenda_release(&a);
	agenda_make(&r, "Öppnas|Övriga frågor|Avslutas", true, &a);
	assert_string_equal(a.items[1].title, "TABLED");
	agenda_release(&a);
	agenda_make(&r, "Öppnas", true, &a);
	assert_string_equal(a.items[1].title, "TABLED");
	agenda_release(&a);
	struct item follower = item_of("moten/b.rec", "FOLLOWER", 1, FIELD_INT_NONE);
	follower.from = "TABLED";
	add(&r, follower);
	agenda_make(&r, NULL, true, &a);
	assert_int_equal(a.count, AGENDA_DEFAULT);
	agenda_release(&a);
	world_release(&r);
}

static void test_items(void **state)
{
	/* The items of one meeting, by their numbers whatever their order in the file. */
	struct records r = {0};
	struct meeting m = meeting_of("M", "moten/a.rec", DAY(2026, 11, 24));
	size_t found[2];
	(void)state;
	add(&r, item_of("moten/a.rec", "C", 3, 5));
	add(&r, item_of("moten/b.rec", "X", 1, 5));
	add(&r, item_of("moten/a.rec", "A", 1, 5));
	add(&r, item_of("moten/a.rec", "B", 2, 5));
	assert_int_equal(agenda_items(&r, &m, found, 2), 3);
	assert_string_equal(records_item(&r, found[0])->head.id, "A");
	assert_string_equal(records_item(&r, found[1])->head.id, "B");
	assert_string_equal(agenda_item(&r, &m, "C")->head.id, "C");
	assert_null(agenda_item(&r, &m, "X"));
	assert_null(agenda_item(&r, &m, NULL));
	world_release(&r);
}

/* What is said of the times of three items in a meeting of an hour. */
static const char *said(int64_t a, int64_t b, int64_t c, int start, int end, struct buf *out)
{
	struct records r = {0};
	struct meeting m = meeting_of("M", "moten/a.rec", DAY(2026, 11, 24));
	m.start = start;
	m.end = end;
	add(&r, item_of("moten/a.rec", "A", 1, a));
	add(&r, item_of("moten/a.rec", "B", 2, b));
	add(&r, item_of("moten/a.rec", "C", 3, c));
	struct agenda_time t = agenda_time(&r, &m);
	buf_clear(out);
	agenda_time_warn(&t, out);
	world_release(&r);
	return buf_cstr(out);
}

static void test_times(void **state)
{
	/* Times that do not add up to the meeting are said; without times, or without an hour of the meeting, nothing is. */
	struct buf b = {0};
	(void)state;
	assert_string_equal(said(20, 20, 20, 540, 600, &b), "");
	assert_string_equal(said(20, 20, 30, 540, 600, &b), "Punkterna tar 70 minuter, men mötet är 60.");
	assert_string_equal(said(20, 20, 10, 540, 600, &b), "Punkterna tar 50 av mötets 60 minuter.");
	assert_string_equal(said(20, 20, FIELD_INT_NONE, 540, 600, &b), "40 av mötets 60 minuter är fördelade; 1 punkt saknar tid.");
	assert_string_equal(said(FIELD_INT_NONE, FIELD_INT_NONE, FIELD_INT_NONE, 540, 600, &b), "");
	assert_string_equal(said(20, 20, 30, 540, -1, &b), "");
	assert_string_equal(said(20, INT64_MAX, -5, 540, 600, &b), "20 av mötets 60 minuter är fördelade; 2 punkter saknar tid.");
	buf_release(&b);
}

static void test_year(void **state)
{
	/* A year's meetings are one step, numbered on; what is carried over stands on the first. */
	static const char *const ids[] = {"M1", "A1", "A2", "M2", "B1"};
	struct records r = {0};
	struct meeting pattern = world_meeting("-", DATE_NONE, MEETING_FULL_DAY, MEETING_PLANNED), old;
	struct agenda first = {0}, others = {0};
	struct date days[] = {DAY(2027, 1, 14), DAY(2027, 2, 11)};
	struct changes c = {0};
	(void)state;
	old = world_meeting("OLD", DAY(2026, 1, 1), MEETING_HALF_DAY, MEETING_HELD);
	old.nr = 7;
	world_add(&r, RECORD_MEETING, &old);
	agenda_make(NULL, "Ett|Två", false, &first);
	agenda_make(NULL, "Ett", false, &others);
	meetings_lay_in(&c, &r, &pattern, days, 2, &first, &others, ids);
	assert_int_equal(c.count, 5);
	assert_string_equal(c.items[0].file, "moten/2027-01-14-M1.rec");
	assert_string_equal(c.items[3].file, "moten/2027-02-11-M2.rec");
	assert_string_equal(c.items[3].fields[1].values.items[0], "9");
	assert_string_equal(c.items[4].file, c.items[3].file);
	assert_string_equal(c.title, "Lade in 2 möten");
	changes_release(&c);
	agenda_release(&first);
	agenda_release(&others);
	world_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_own),   cmocka_unit_test(test_tabled_are_carried), cmocka_unit_test(test_items),
		cmocka_unit_test(test_times), cmocka_unit_test(test_year),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
