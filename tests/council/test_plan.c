/* test_plan.c - the plans of several years, carrying over, and lists that are pasted. */
#include "council_world.h"

#include "radsbord/council/goal.h"
#include "radsbord/council/plan.h"

#include <string.h>

static const struct date today = {2026, 11, 24};

static struct plan world_plan(const char *id, int year, const char *file)
{
	struct plan p;
	record_init(record_type(RECORD_PLAN), &p);
	p.head.id = id;
	p.head.file = file;
	p.year = year;
	p.title = "Handlingsplan";
	return p;
}

/* Plans of 2025 and 2026, and in that of 2025 an open and a done action, a goal that ends and one that does not, and a focus area. */
static void fill(struct records *r)
{
	struct plan old = world_plan("P25", 2025, "plan/2025.rec"), new = world_plan("P26", 2026, "plan/2026.rec");
	struct action open = world_action("OPEN", ACTION_ONGOING, DAY(2025, 12, 1));
	struct action done = world_action("DONE", ACTION_DONE, DATE_NONE);
	struct action fresh = world_action("FRESH", ACTION_ONGOING, DATE_NONE);
	struct goal ends, stays;
	struct focus focus;
	record_init(record_type(RECORD_GOAL), &ends);
	record_init(record_type(RECORD_GOAL), &stays);
	record_init(record_type(RECORD_FOCUS), &focus);
	ends.head = (struct record){"ENDS", "plan/2025.rec", 1};
	ends.to = DAY(2025, 12, 31);
	stays.head = (struct record){"STAYS", "plan/2025.rec", 2};
	focus.head = (struct record){"FOCUS", "plan/2025.rec", 3};
	open.head.file = done.head.file = "plan/2025.rec";
	fresh.head.file = "plan/2026.rec";
	world_add(r, RECORD_PLAN, &old);
	world_add(r, RECORD_PLAN, &new);
	world_add(r, RECORD_GOAL, &ends);
	world_add(r, RECORD_GOAL, &stays);
	world_add(r, RECORD_FOCUS, &focus);
	world_add(r, RECORD_ACTION, &open);
	world_add(r, RECORD_ACTION, &done);
	world_add(r, RECORD_ACTION, &fresh);
}

static void test_carry_list(void **state)
{
	/* What is over is left behind; what the plan has is not offered again. */
	struct records r = {.tables = {{0}}};
	struct carry items[8];
	(void)state;
	fill(&r);
	assert_int_equal(plan_carry_list(&r, plan_of_year(&r, 2026), items, 8), 3);
	assert_string_equal(items[0].record->id, "STAYS");
	assert_string_equal(items[1].record->id, "FOCUS");
	assert_string_equal(items[2].record->id, "OPEN");
	assert_int_equal(plan_carry_list(&r, plan_of_year(&r, 2026), items, 1), 3);
	assert_int_equal(plan_carry_list(&r, plan_of_year(&r, 2025), items, 8), 0);
	world_release(&r);
}

static void test_carry_step(void **state)
{
	/* One line is added; file, Id and number stay, and the inverse takes that line away. */
	struct records r = {.tables = {{0}}};
	struct carry items[8];
	struct changes c = {0}, back = {0};
	(void)state;
	fill(&r);
	size_t n = plan_carry_list(&r, plan_of_year(&r, 2026), items, 8);
	plan_carry(&c, plan_of_year(&r, 2026), items, n);
	assert_int_equal(c.count, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(c.items[i].kind, CHANGE_SET);
		assert_string_equal(c.items[i].file, "plan/2025.rec");
		assert_string_equal(c.items[i].field->name, "Overford");
		assert_string_equal(c.items[i].after.items[0], "2026");
	}
	changes_invert(&c, &back);
	assert_int_equal(back.items[0].after.count, 0);
	changes_release(&c);
	changes_release(&back);
	world_release(&r);
}

static void test_belongs(void **state)
{
	/* A carried action is in both plans; an open one that nobody carried is shown with the plan of today, a done one is not. */
	struct records r = {.tables = {{0}}};
	(void)state;
	fill(&r);
	const struct plan *old = plan_of_year(&r, 2025), *now = plan_of_year(&r, 2026);
	struct action carried = *records_action(&r, 0);
	const char *year = "2026";
	assert_false(plan_has(now, &carried.head, &carried.carried));
	assert_true(plan_shows_action(&r, now, &carried, today));
	assert_false(plan_shows_action(&r, now, records_action(&r, 1), today));
	assert_true(plan_shows_action(&r, old, records_action(&r, 1), today));
	assert_false(plan_shows_action(&r, old, records_action(&r, 2), today));
	carried.carried = (struct strings){.items = &year, .count = 1};
	assert_true(plan_has(now, &carried.head, &carried.carried));
	assert_true(plan_has(old, &carried.head, &carried.carried));
	world_release(&r);
}

static void test_beside(void **state)
{
	struct records r = {.tables = {{0}}};
	(void)state;
	fill(&r);
	assert_string_equal(plan_beside(&r, 2025, 1)->head.id, "P26");
	assert_string_equal(plan_beside(&r, 2026, -1)->head.id, "P25");
	assert_null(plan_beside(&r, 2026, 1));
	assert_null(plan_beside(&r, 2025, -1));
	assert_null(plan_of_year(&r, 2027));
	world_release(&r);
}

static void test_begin(void **state)
{
	/* The commission stays, the days move a year on, nothing is adopted. */
	struct records r = {.tables = {{0}}};
	struct arena a = {0};
	struct plan old = world_plan("P24", 2024, "plan/2024.rec"), out;
	(void)state;
	old.commissioner = "Länsstyrgruppen";
	old.adopted = DAY(2024, 1, 29);
	old.year_report_due = DAY(2024, 2, 29);
	old.half_days = 3;
	world_add(&r, RECORD_PLAN, &old);
	plan_begin(&r, 2025, &a, &out);
	assert_string_equal(out.commissioner, "Länsstyrgruppen");
	assert_int_equal(out.year, 2025);
	assert_int_equal(out.half_days, 3);
	assert_string_equal(out.title, "Handlingsplan 2025");
	assert_false(date_known(out.adopted));
	assert_int_equal(date_cmp(out.year_report_due, DAY(2025, 2, 28)), 0);
	assert_null(out.head.id);
	plan_begin(&r, 2023, &a, &out);
	assert_null(out.commissioner);
	assert_string_equal(plan_file(2027, &a), "plan/2027.rec");
	arena_release(&a);
	world_release(&r);
}

/* The lines of a pasted text, joined by "|". */
static void reads(const char *text, const char *expected)
{
	struct arena a = {0};
	struct strings lines = {0};
	struct buf all = {0};
	plan_read_list(text, &a, &lines);
	for (size_t i = 0; i < lines.count; i++)
		buf_printf(&all, "%s%s", i ? "|" : "", lines.items[i]);
	assert_string_equal(buf_cstr(&all), expected);
	buf_release(&all);
	arena_release(&a);
}

static void test_pasted_list(void **state)
{
	(void)state;
	reads("•\tUtbilda ombud\r\n\r\n•\tInventera  platser\r\n", "Utbilda ombud|Inventera platser");
	reads("– Ett\n— Två\n- Tre\n* Fyra\n\xEF\x82\xB7\tFem\no\tSex\n", "Ett|Två|Tre|Fyra|Fem|Sex");
	reads("1. Ett\n2) Två\n(3) Tre\na) Fyra\n1.2. Fem\n", "Ett|Två|Tre|Fyra|Fem");
	reads("pal\xC2\xAD" "lia\xC2\xADtiv\xC2\xA0vård", "palliativ vård");
	reads("Ett\xE2\x80\xA8Två\rTre", "Ett|Två|Tre");
	/* what only looks like a list is kept */
	reads("24 timmars jour", "24 timmars jour");
	reads("2027-02-04 möte", "2027-02-04 möte");
	reads("-5 grader\n10.30 möte\nA-ordning\nomvärld", "-5 grader|10.30 möte|A-ordning|omvärld");
	/* nothing that acts on a terminal, and nothing of a line that is only signs */
	reads("a\x1b[31mb\n\xE2\x80\xAE" "c\n•\n \t \n", "a[31mb|c");
	reads("", "");
}

static void test_add_list(void **state)
{
	struct changes c = {0};
	const char *titles[] = {"Ett", "Två"}, *ids[] = {"I1", "I2"};
	struct strings s = {.items = titles, .count = 2};
	(void)state;
	plan_add_list(&c, &s, ids, 7, "plan/2026.rec");
	assert_int_equal(c.count, 2);
	assert_string_equal(c.title, "2 nya åtgärder, nr 7–8");
	assert_string_equal(c.items[1].id, "I2");
	changes_release(&c);
}

static void test_dimension(void **state)
{
	struct arena a = {0};
	struct goal_dimension d;
	(void)state;
	goal_dimension_read("ålder: brytpunktssamtal,  smartskattning ", &a, &d);
	assert_string_equal(d.name, "ålder");
	assert_int_equal(d.indicators.count, 2);
	assert_string_equal(d.indicators.items[1], "smartskattning");
	goal_dimension_read("boendeform: okänt", &a, &d);
	assert_string_equal(d.name, "boendeform");
	assert_int_equal(d.indicators.count, 0);
	goal_dimension_read("sjukdom", &a, &d);
	assert_string_equal(d.name, "sjukdom");
	assert_int_equal(d.indicators.count, 0);
	goal_dimension_read(":", &a, &d);
	assert_string_equal(d.name, "");
	arena_release(&a);
}

static void test_next_nr(void **state)
{
	struct records r = {.tables = {{0}}};
	struct focus f;
	(void)state;
	assert_int_equal(plan_next_nr(&r, RECORD_FOCUS), 1);
	record_init(record_type(RECORD_FOCUS), &f);
	f.head.id = "F1";
	f.nr = 4;
	world_add(&r, RECORD_FOCUS, &f);
	f.nr = INT64_MAX;
	world_add(&r, RECORD_FOCUS, &f);
	assert_int_equal(plan_next_nr(&r, RECORD_FOCUS), 5);
	world_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_carry_list), cmocka_unit_test(test_carry_step), cmocka_unit_test(test_belongs),
		cmocka_unit_test(test_beside),     cmocka_unit_test(test_begin),      cmocka_unit_test(test_pasted_list),
		cmocka_unit_test(test_add_list),   cmocka_unit_test(test_dimension),  cmocka_unit_test(test_next_nr),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
