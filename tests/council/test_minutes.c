/* test_minutes.c - paragraphs and their way to the plan and back, what is written in the room, and how minutes are adopted. */
#include "council_world.h"

#include "radsbord/council/meeting.h"
#include "radsbord/council/minutes.h"

#include <string.h>

#define FIRST "moten/2026-11-24-M1.rec"
#define SECOND "moten/2027-02-04-M2.rec"

static struct item make_item(const char *file, const char *id, int64_t nr, const char *title)
{
	struct item item;
	record_init(record_type(RECORD_ITEM), &item);
	item.head.id = id;
	item.head.file = file;
	item.nr = nr;
	item.title = title;
	return item;
}

static void add_item(struct records *r, struct item item)
{
	world_add(r, RECORD_ITEM, &item);
}

static struct meeting make_meeting(const char *id, const char *file, struct date day)
{
	struct meeting m = world_meeting(id, day, MEETING_HALF_DAY, MEETING_PLANNED);
	m.head.file = file;
	return m;
}

static void add_verdict(struct records *r, const char *id, int64_t nr, bool own)
{
	struct verdict v;
	record_init(record_type(RECORD_VERDICT), &v);
	v.head.id = id;
	v.head.file = FIRST;
	v.nr = nr;
	v.action = "A";
	v.own_paragraph = own;
	world_add(r, RECORD_VERDICT, &v);
}

/* What a step sets a field of a record to; NULL: it does not, "": to nothing. */
static const char *sets(const struct changes *c, const char *id, const char *field)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct change *ch = &c->items[i];
		if (strcmp(ch->id, id) != 0)
			continue;
		if (ch->kind == CHANGE_SET && strcmp(ch->field->name, field) == 0)
			return ch->after.count ? ch->after.items[0] : "";
		for (size_t k = 0; ch->kind == CHANGE_ADD && k < ch->fields_count; k++)
			if (strcmp(ch->fields[k].field->name, field) == 0)
				return ch->fields[k].values.items[0];
	}
	return NULL;
}

static void test_paragraphs(void **state)
{
	/* Items by number; a verdict of its own stands right after the item that gathers the others. */
	struct records r = {0};
	struct meeting m = make_meeting("M1", FIRST, DAY(2026, 11, 24));
	struct paragraph p[6];
	struct item review = make_item(FIRST, "I2", 2, "Åtgärdslista");
	(void)state;
	review.gathers = 1;
	add_item(&r, make_item(FIRST, "I3", 3, "Övrigt"));
	add_item(&r, review);
	add_item(&r, make_item(FIRST, "I1", 1, "Öppnas"));
	add_item(&r, make_item(SECOND, "X", 1, "Annat möte"));
	add_verdict(&r, "V2", 2, true);
	add_verdict(&r, "V1", 1, false);
	assert_int_equal(minutes_paragraphs(&r, &m, false, p, 6), 4);
	assert_string_equal(p[0].item->head.id, "I1");
	assert_int_equal(p[0].nr, 1);
	assert_null(p[1].verdict);
	assert_string_equal(p[2].verdict->head.id, "V2");
	assert_int_equal(p[2].nr, 3);
	assert_string_equal(p[3].item->head.id, "I3");
	assert_int_equal(minutes_paragraph_of(&r, &m, false, "I3"), 4);
	assert_int_equal(minutes_paragraph_of(&r, &m, false, "X"), 0);
	world_release(&r);
}

static void test_paragraphs_over_the_year(void **state)
{
	/* By the year numbers go on; cancelled meetings have none; what was adopted keeps its first number, and those after it count on. */
	struct records r = {0};
	struct meeting a = make_meeting("MA", "moten/a.rec", DAY(2026, 2, 1)), b = make_meeting("MB", "moten/b.rec", DAY(2026, 5, 1)),
	               gone = make_meeting("MC", "moten/c.rec", DAY(2026, 3, 1)), old = make_meeting("MD", "moten/d.rec", DAY(2025, 3, 1));
	struct paragraph p[2];
	(void)state;
	gone.status = MEETING_CANCELLED;
	world_add(&r, RECORD_MEETING, &b);
	world_add(&r, RECORD_MEETING, &gone);
	world_add(&r, RECORD_MEETING, &old);
	world_add(&r, RECORD_MEETING, &a);
	add_item(&r, make_item("moten/a.rec", "A1", 1, "Ett"));
	add_item(&r, make_item("moten/a.rec", "A2", 2, "Två"));
	add_item(&r, make_item("moten/b.rec", "B1", 1, "Ett"));
	add_item(&r, make_item("moten/c.rec", "C1", 1, "Ett"));
	add_item(&r, make_item("moten/d.rec", "D1", 1, "Ett"));
	assert_int_equal(minutes_paragraphs(&r, &b, true, p, 2), 1);
	assert_int_equal(p[0].nr, 3);
	minutes_paragraphs(&r, &b, false, p, 2);
	assert_int_equal(p[0].nr, 1);
	minutes_paragraphs(&r, &a, true, p, 2);
	assert_int_equal(p[0].nr, 1);
	b.first_paragraph = 9;
	minutes_paragraphs(&r, &b, true, p, 2);
	assert_int_equal(p[0].nr, 9);
	world_release(&r);
}

static void test_year_in_any_order(void **state)
{
	/* The files' order does not matter: three meetings written backwards. */
	struct records r = {0};
	static const char *const files[] = {"moten/3.rec", "moten/2.rec", "moten/1.rec"};
	struct paragraph p[2];
	struct meeting m[3];
	(void)state;
	for (int i = 0; i < 3; i++) {
		m[i] = make_meeting(files[i], files[i], DAY(2026, 3 - i, 1));
		world_add(&r, RECORD_MEETING, &m[i]);
		add_item(&r, make_item(files[i], files[i], 1, "Ett"));
	}
	for (int i = 0; i < 3; i++) {
		minutes_paragraphs(&r, &m[i], true, p, 2);
		assert_int_equal(p[0].nr, 3 - i);
	}
	m[2].first_paragraph = 40;
	((struct meeting *)r.tables[RECORD_MEETING].items)[2].first_paragraph = 40;
	minutes_paragraphs(&r, &m[0], true, p, 2);
	assert_int_equal(p[0].nr, 42);
	world_release(&r);
}

static void test_tasks(void **state)
{
	/* § -> action: by the item it names; one of the meeting that names none belongs to the item that gathers the review. */
	struct records r = {0};
	struct meeting m = make_meeting("M1", FIRST, DAY(2026, 11, 24));
	struct item review = make_item(FIRST, "I2", 2, "Åtgärdslista"), other = make_item(FIRST, "I3", 3, "Övrigt");
	struct action a;
	size_t found[4];
	(void)state;
	review.gathers = 1;
	for (int i = 0; i < 4; i++) {
		a = world_action(i == 0 ? "A9" : i == 1 ? "A2" : i == 2 ? "A3" : "A4", ACTION_NOT_STARTED, DATE_NONE);
		a.nr = 9 - i;
		a.meeting = i == 3 ? "M2" : "M1";
		a.item = i == 2 ? NULL : "I3";
		world_add(&r, RECORD_ACTION, &a);
	}
	assert_int_equal(minutes_tasks(&r, &m, &other, found, 4), 2);
	assert_string_equal(records_action(&r, found[0])->head.id, "A2");
	assert_string_equal(records_action(&r, found[1])->head.id, "A9");
	assert_int_equal(minutes_tasks(&r, &m, &review, found, 4), 1);
	assert_string_equal(records_action(&r, found[0])->head.id, "A3");
	world_release(&r);
}

static void test_written(void **state)
{
	/* Lines are added to what stands; a decision makes the item one. */
	struct item item = make_item(FIRST, "I", 1, "Remisser");
	struct changes c = {0};
	(void)state;
	item.text = "Ordföranden föredrar.";
	minutes_note(&c, &item, "Frågor besvaras.");
	assert_string_equal(sets(&c, "I", "Text"), "Ordföranden föredrar.\nFrågor besvaras.");
	changes_release(&c);
	minutes_decide(&c, &item, "att godkänna svaret");
	assert_string_equal(sets(&c, "I", "Beslut"), "att godkänna svaret");
	assert_string_equal(sets(&c, "I", "Slag"), "beslut");
	changes_release(&c);
}

static void test_elapsed(void **state)
{
	/* From when an item was begun until the next was; the last one until now, on the day; one that was not begun has no time. */
	struct records r = {0};
	struct meeting m = make_meeting("M1", FIRST, DAY(2026, 11, 24));
	struct item a = make_item(FIRST, "A", 1, "Ett"), b = make_item(FIRST, "B", 2, "Två"), none = make_item(FIRST, "C", 3, "Tre");
	(void)state;
	a.started = 540;
	b.started = 555;
	add_item(&r, a);
	add_item(&r, b);
	add_item(&r, none);
	assert_int_equal(minutes_elapsed(&r, &m, records_item(&r, 0), 600), 15);
	assert_int_equal(minutes_elapsed(&r, &m, records_item(&r, 1), 600), 45);
	assert_int_equal(minutes_elapsed(&r, &m, records_item(&r, 1), -1), -1);
	assert_int_equal(minutes_elapsed(&r, &m, records_item(&r, 1), 500), -1);
	assert_int_equal(minutes_elapsed(&r, &m, records_item(&r, 2), 600), -1);
	assert_string_equal(minutes_current(&r, &m)->head.id, "B");
	struct changes c = {0};
	minutes_begin(&c, records_item(&r, 2), 9 * 60 + 5);
	minutes_begin(&c, records_item(&r, 1), 9 * 60 + 5);
	assert_string_equal(sets(&c, "C", "Borjade"), "09:05");
	assert_string_equal(sets(&c, "B", "Borjade"), "");
	changes_release(&c);
	world_release(&r);
}

static void test_tabled(void **state)
{
	/* Tabling is one step over two files: the item says so, and stands on the next agenda before the decisions, numbers moved on. */
	struct records r = {0};
	struct meeting next = make_meeting("M2", SECOND, DAY(2027, 2, 4));
	struct changes c = {0};
	(void)state;
	struct item item = make_item(FIRST, "I", 5, "Konsultteamet");
	item.minutes = 20;
	add_item(&r, item);
	add_item(&r, make_item(SECOND, "N1", 1, "Mötet öppnas"));
	add_item(&r, make_item(SECOND, "N2", 2, "Beslutsärenden"));
	add_item(&r, make_item(SECOND, "N3", 3, "Övriga frågor"));
	add_item(&r, make_item(SECOND, "N4", 9, "Mötet avslutas"));
	minutes_table(&c, &r, records_item(&r, 0), &next, "NEW");
	assert_string_equal(sets(&c, "I", "Slag"), "bordlaggning");
	assert_string_equal(sets(&c, "NEW", "Nr"), "2");
	assert_string_equal(sets(&c, "NEW", "Rubrik"), "Konsultteamet");
	assert_string_equal(sets(&c, "NEW", "Minuter"), "20");
	assert_string_equal(sets(&c, "NEW", "Bordlagt"), "I");
	assert_string_equal(sets(&c, "N2", "Nr"), "3");
	assert_string_equal(sets(&c, "N3", "Nr"), "4");
	assert_null(sets(&c, "N4", "Nr"));
	changes_release(&c);
	minutes_table(&c, &r, records_item(&r, 0), NULL, "NEW");
	assert_int_equal(c.count, 1);
	changes_release(&c);
	world_release(&r);
}

static void test_phrases(void **state)
{
	/* A few letters of any word complete the last line; Tab again gives the next that fits. */
	static const struct {
		const char *typed;
		unsigned nth;
		const char *becomes;
	} rows[] = {
		{"godk", 0, "att godkänna "},
		{"att godk", 0, "att godkänna "},
		{"GODKÄ", 0, "att godkänna "},
		{"handl", 0, "att lägga till handlingarna"},
		{"handl", 1, "att lägga informationen till handlingarna"},
		{"handl", 2, "att lägga till handlingarna"},
		{"att anta planen\nutse", 0, "att anta planen\natt utse "},
		{"bord", 0, "att bordlägga ärendet till nästa möte"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf b = {0};
		assert_true(minutes_complete(rows[i].typed, rows[i].nth, &b));
		assert_string_equal(buf_cstr(&b), rows[i].becomes);
		buf_release(&b);
	}
	struct buf b = {0};
	assert_false(minutes_complete("xyz", 0, &b));
	assert_false(minutes_complete("", 0, &b));
	assert_false(minutes_complete("godk\n", 0, &b));
	assert_int_equal(b.len, 0);
	buf_release(&b);
}

static void test_adjusted_lines(void **state)
{
	struct arena a = {0};
	struct date day;
	enum adjust_way way;
	const char *who;
	(void)state;
	const char *line = minutes_adjusted_line(DAY(2026, 12, 1), ADJUST_EMAIL, "Anna Ek", &a);
	assert_string_equal(line, "2026-12-01 epost Anna Ek");
	assert_true(minutes_adjusted_read(line, &day, &way, &who));
	assert_int_equal(date_cmp(day, DAY(2026, 12, 1)), 0);
	assert_int_equal(way, ADJUST_EMAIL);
	assert_string_equal(who, "Anna Ek");
	static const char *const wrong[] = {"", "2026-12-01", "2026-12-01 epost", "2026-12-01 epost ", "2026-13-01 epost Anna", "2026-12-01 brev Anna",
	                                    "2026-12-01xepost Anna"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(minutes_adjusted_read(wrong[i], &day, &way, &who));
	arena_release(&a);
}

static void test_adopted(void **state)
{
	/* One step: who confirmed, the state, the file with its SHA-256 and the text itself. `printf 'Protokoll\n' | sha256sum`. */
	struct meeting m = make_meeting("M1", FIRST, DAY(2026, 11, 24));
	struct changes c = {0};
	(void)state;
	minutes_adjust(&c, &m, "2026-12-01 epost Anna Ek", "Protokoll\n", 7);
	assert_string_equal(sets(&c, "M1", "Justerat"), "2026-12-01 epost Anna Ek");
	assert_string_equal(sets(&c, "M1", "Protokoll"), "justerat");
	assert_string_equal(sets(&c, "M1", "Forsta_paragraf"), "7");
	assert_string_equal(sets(&c, "M1", "Protokoll_fil"), "protokoll/2026-11-24-M1.txt");
	assert_string_equal(sets(&c, "M1", "Protokoll_sha256"), "fc7b20c87bac48d97a8f53c8e45d05c7253dd4b48acc08376dc2cf5e162f93f8");
	const struct change *last = &c.items[c.count - 1];
	assert_int_equal(last->kind, CHANGE_ADD);
	assert_ptr_equal(last->type, record_type(RECORD_MINUTES));
	assert_string_equal(last->file, "protokoll/2026-11-24-M1.txt");
	changes_release(&c);
	minutes_adjust(&c, &m, "2026-12-01 epost Anna Ek", NULL, 0);
	assert_int_equal(c.count, 1);
	changes_release(&c);
}

static void test_corrected(void **state)
{
	/* While they are checked the item is changed; after that it is not: the correction is a rättelse. Both keep before and after. */
	struct records r = {0};
	struct meeting m = make_meeting("M1", FIRST, DAY(2026, 11, 24));
	struct item item = make_item(FIRST, "I", 1, "Remisser");
	struct changes c = {0};
	(void)state;
	item.text = "Fem deltog.";
	item.decision = "att anta planen";
	minutes_correct(&c, &r, &m, &item, CORRECTION_TEXT, "Sex deltog.", "Anna Ek", DAY(2026, 12, 1), "K1");
	assert_string_equal(sets(&c, "I", "Text"), "Sex deltog.");
	assert_string_equal(sets(&c, "K1", "Fore"), "Fem deltog.");
	assert_string_equal(sets(&c, "K1", "Efter"), "Sex deltog.");
	assert_string_equal(sets(&c, "K1", "Av"), "Anna Ek");
	assert_string_equal(sets(&c, "K1", "Datum"), "2026-12-01");
	assert_string_equal(sets(&c, "K1", "Slag"), "justering");
	changes_release(&c);
	m.minutes = MINUTES_ADOPTED;
	minutes_correct(&c, &r, &m, &item, CORRECTION_DECISION, "att anta förslaget", "Anna Ek", DAY(2027, 1, 7), "K2");
	assert_int_equal(c.count, 1);
	assert_string_equal(sets(&c, "K2", "Slag"), "rattelse");
	assert_string_equal(sets(&c, "K2", "Fore"), "att anta planen");
	changes_release(&c);
	world_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_paragraphs),     cmocka_unit_test(test_paragraphs_over_the_year), cmocka_unit_test(test_year_in_any_order),
		cmocka_unit_test(test_tasks),          cmocka_unit_test(test_written),                  cmocka_unit_test(test_elapsed),
		cmocka_unit_test(test_tabled),         cmocka_unit_test(test_phrases),                  cmocka_unit_test(test_adjusted_lines),
		cmocka_unit_test(test_adopted),        cmocka_unit_test(test_corrected),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
