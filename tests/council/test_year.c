/* A council's year: what falls in it, and the council's own words of it. */
#include "council_world.h"

#include "radsbord/council/year.h"

static void terms_overlap_a_year(void **state)
{
	static const struct {
		struct date from, to;
		bool overlaps;
	} rows[] = {
		{{0, 0, 0}, {0, 0, 0}, true},
		{{2026, 12, 31}, {0, 0, 0}, true},
		{{2027, 1, 1}, {0, 0, 0}, false},
		{{0, 0, 0}, {2026, 1, 1}, true},
		{{0, 0, 0}, {2025, 12, 31}, false},
		{{2020, 1, 1}, {2030, 1, 1}, true},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(year_overlaps(2026, rows[i].from, rows[i].to), rows[i].overlaps);
	assert_true(year_has(2026, DAY(2026, 5, 1)));
	assert_false(year_has(2026, DAY(2025, 5, 1)));
	assert_false(year_has(0, DATE_NONE));
}

/* Only the year and the section asked for; of two written at the same time, the first. */
static void text_of_a_section(void **state)
{
	static const struct {
		const char *id;
		int year;
		enum year_section section;
	} rows[] = {{"A", 2025, YEAR_MEETINGS}, {"B", 2026, YEAR_GOALS}, {"C", 2026, YEAR_MEETINGS}, {"D", 2026, YEAR_MEETINGS}};
	struct records r = {.tables = {{.items = NULL}}};
	(void)state;
	assert_null(year_text_of(&r, 2026, YEAR_MEETINGS));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct year_text t;
		record_init(record_type(RECORD_YEAR_TEXT), &t);
		t.head.id = rows[i].id;
		t.year = rows[i].year;
		t.section = (int)rows[i].section;
		world_add(&r, RECORD_YEAR_TEXT, &t);
	}
	assert_string_equal(year_text_of(&r, 2026, YEAR_MEETINGS)->head.id, "C");
	assert_null(year_text_of(&r, 2026, YEAR_SUMMARY));
	world_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(terms_overlap_a_year), cmocka_unit_test(text_of_a_section)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
