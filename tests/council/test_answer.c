/* Answers to proposals: the latest counts, the older stay, and a new one is a step that adds. */
#include "radsbord/council/answer.h"
#include "radsbord/council/reference.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#define ANSWER(i, what, who, how, y, m, d) \
	{.head = {i, ANSWER_FILE, 1}, .proposal = what, .holds_for = who, .status = how, .date = {y, m, d}}
static struct proposal_answer rows[] = {
	ANSWER("S1", "F-R01", "04", ANSWER_ONGOING, 2026, 5, 1),
	ANSWER("S2", "F-R01", "04", ANSWER_NO, 2025, 5, 1),
	ANSWER("S3", "F-R01", "09", ANSWER_DONE, 2026, 9, 1),
	ANSWER("S4", "F-R02", "04", ANSWER_DONE, 2026, 9, 1),
	ANSWER("S5", "F-R01", "E04-01", ANSWER_NO, 2026, 5, 1),
	ANSWER("S6", "F-R01", "04", ANSWER_DONE, 2026, 5, 1),
};

static struct records all(void)
{
	struct records r = {0};
	r.tables[RECORD_ANSWER] = (struct table){.items = rows, .count = sizeof rows / sizeof *rows};
	return r;
}

/* The latest by date, and of one day the last written; a region, another region and a unit each have their own. */
static void latest_counts(void **state)
{
	struct records r = all();
	(void)state;
	assert_string_equal(answer_latest(&r, "F-R01", "04")->head.id, "S6");
	assert_string_equal(answer_latest(&r, "F-R01", "09")->head.id, "S3");
	assert_string_equal(answer_latest(&r, "F-R01", "E04-01")->head.id, "S5");
	assert_null(answer_latest(&r, "F-R02", "09"));
	assert_null(answer_latest(&r, "F-R01", NULL));
	assert_null(answer_latest(NULL, "F-R01", "04"));
}

/* All of a proposal, newest first; more than there is room for are counted, not written. */
static void newest_first(void **state)
{
	struct records r = all();
	size_t out[8];
	(void)state;
	assert_int_equal(answers_to(&r, "F-R01", out, 8), 5);
	static const char *const order[] = {"S3", "S6", "S5", "S1", "S2"};
	for (size_t i = 0; i < 5; i++)
		assert_string_equal(rows[out[i]].head.id, order[i]);
	assert_int_equal(answers_to(&r, "F-R01", out, 2), 5);
	assert_string_equal(rows[out[1]].head.id, "S6");
	assert_int_equal(answers_to(&r, "F-X", out, 8), 0);
}

static const struct change_value *value(const struct change *c, const char *name)
{
	for (size_t i = 0; i < c->fields_count; i++)
		if (strcmp(c->fields[i].field->name, name) == 0)
			return &c->fields[i];
	return NULL;
}

/* A new answer is one added record with all it needs; a source of blanks is none; its inverse removes it. */
static void answer_is_added(void **state)
{
	const struct proposal p = {.head = {.id = "F-R01"}, .title = "Jour"};
	struct changes c = {0}, back = {0};
	(void)state;
	answer_add(&c, &p, "04", ANSWER_ONGOING, "Mötet 24 november", (struct date){2026, 11, 24}, "AAAAAAAAAA");
	assert_int_equal(c.count, 1);
	assert_int_equal(c.items[0].kind, CHANGE_ADD);
	assert_string_equal(c.items[0].file, "forslagssvar.rec");
	assert_string_equal(value(&c.items[0], "Forslag")->values.items[0], "F-R01");
	assert_string_equal(value(&c.items[0], "Galler")->values.items[0], "04");
	assert_string_equal(value(&c.items[0], "Svar")->values.items[0], "pagar");
	assert_string_equal(value(&c.items[0], "Datum")->values.items[0], "2026-11-24");
	assert_string_equal(value(&c.items[0], "Kalla")->values.items[0], "Mötet 24 november");
	assert_non_null(strstr(c.title, "pågår"));
	changes_invert(&c, &back);
	assert_int_equal(back.items[0].kind, CHANGE_REMOVE);
	changes_release(&back);
	changes_release(&c);
	answer_add(&c, &p, "04", ANSWER_NO, "  ", (struct date){2026, 11, 24}, "BBBBBBBBBB");
	assert_null(value(&c.items[0], "Kalla"));
	changes_release(&c);
}

/* Only level enhet and the group nyckeltal wait for a report; a unit is asked for level enhet alone. */
static void what_is_asked(void **state)
{
	const struct indicator_text unit = {.level = "enhet", .group = "uppfoljning"}, key = {.level = "region", .group = "nyckeltal"},
	                            map = {.level = "kommun", .group = "tjanst"}, bare = {.id = "x"};
	(void)state;
	assert_true(indicator_is_asked(&unit) && indicator_is_of_units(&unit));
	assert_true(indicator_is_asked(&key) && !indicator_is_of_units(&key));
	assert_false(indicator_is_asked(&map) || indicator_is_asked(&bare));
}

/* A name means a unit only when no other place has it, and never a municipality. */
static void unit_is_found_last(void **state)
{
	struct place places[] = {
		{.code = "00", .name = "Sverige", .level = PLACE_COUNTRY, .parent = -1},
		{.code = "E1", .name = "Flen", .level = PLACE_UNIT},
		{.code = "E2", .name = "Hospice Norr", .level = PLACE_UNIT},
		{.code = "0482", .name = "Flen", .level = PLACE_MUNICIPALITY},
	};
	const struct reference r = {.places = places, .places_count = 4};
	(void)state;
	assert_int_equal(reference_find_place(&r, "flen", false), 3);
	assert_int_equal(reference_find_place(&r, "hospice norr", false), 2);
	assert_int_equal(reference_find_place(&r, "E1", false), 1);
	assert_int_equal(reference_find_place(&r, "E1", true), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(latest_counts), cmocka_unit_test(newest_first), cmocka_unit_test(answer_is_added),
		cmocka_unit_test(what_is_asked), cmocka_unit_test(unit_is_found_last),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
