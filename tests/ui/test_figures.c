#include "ui_test.h"

#include "radsbord/ui/figures.h"

static const struct figure_bar regions[] = {
    {.label = "Dalarna", .value = {10, 1}, .text = "10,0"},
    {.label = "Södermanland", .value = {5, 1}, .text = "5,0", .emphasised = true},
    {.label = "Gotland", .value = {0, 1}, .text = "0,0"},
    {.label = "Örebro", .value = {0, 0}},
};

static struct figure_bars bars(void)
{
	return (struct figure_bars){.items = regions, .count = 4, .target = {8, 1}};
}

/* Labels left, bars from zero, the target through all rows, values right, okänt without a bar. */
static void test_bars(void **state)
{
	struct figure_bars f = bars();
	struct canvas c;

	(void)state;
	canvas_init(&c, 41, 4);
	assert_int_equal(figures_draw_bars(&c, (struct rect){0, 0, 41, 4}, &f, 0), 4);
	assert_canvas(&c, "  Dalarna      ████████████████│███  10,0\n"
			  "▸ Södermanland ██████████      │      5,0\n" /* told by more than its colour */
			  "  Gotland                      │      0,0\n"
			  "  Örebro                       │    okänt\n");
	assert_int_equal(role_at(&c, 31, 0), ROLE_TARGET);
	assert_int_equal(role_at(&c, 15, 1), ROLE_ACCENT);
	assert_int_equal(role_at(&c, 37, 3), ROLE_UNKNOWN);
	canvas_release(&c);
}

/* In ASCII, from a later row, and with less height than rows. */
static void test_ascii_and_top(void **state)
{
	struct figure_bars f = bars();
	struct canvas c;

	(void)state;
	canvas_init(&c, 41, 1);
	c.ascii = true;
	assert_int_equal(figures_draw_bars(&c, (struct rect){0, 0, 41, 1}, &f, 1), 1);
	assert_canvas(&c, "> Sodermanland ##########      |      5,0\n");
	assert_int_equal(figures_draw_bars(&c, (struct rect){0, 0, 41, 1}, &f, 9), 0);
	canvas_release(&c);
}

/* Any width: nothing is drawn outside, nothing breaks. */
static void test_any_width(void **state)
{
	struct figure_bars f = bars();

	(void)state;
	for (int width = 0; width < 60; width++) {
		struct canvas c;

		canvas_init(&c, 80, 6);
		canvas_fill(&c, (struct rect){0, 0, 80, 6}, ROLE_NOTICE);
		figures_draw_bars(&c, (struct rect){5, 1, width, 3}, &f, 0);
		for (int x = 0; x < 80; x++) {
			assert_int_equal(role_at(&c, x, 0), ROLE_NOTICE);
			assert_int_equal(role_at(&c, x, 4), ROLE_NOTICE);
			if (x < 5 || x >= 5 + width)
				assert_int_equal(role_at(&c, x, 2), ROLE_NOTICE);
		}
		canvas_release(&c);
	}
}

static const struct figure_map_item places[] = {
    {.label = "Älvkarleby", .mark = FIGURE_MET, .placed = true, .north = 6056, .east = 1745},
    {.label = "Tierp", .mark = FIGURE_ELSEWHERE, .placed = true, .north = 6034, .east = 1751, .emphasised = true},
    {.label = "Heby", .mark = FIGURE_MISSING, .placed = true, .north = 5994, .east = 1686},
    {.label = "Okänd", .mark = FIGURE_UNKNOWN},
};

/* Marks with their names where the places lie, the selected one in its own role; what the marks mean, with how many; ASCII marks
 * that differ; what has no position is drawn nowhere. */
static void test_map(void **state)
{
	struct figure_map f = {.items = places, .count = 4, .words = {"Finns", "Från annan kommun"}};
	struct figure_cell cells[4];
	struct canvas c;

	(void)state;
	canvas_init(&c, 40, 3);
	int name = figure_map_place(&f, 24, 3, cells).name;
	figures_draw_map(&c, (struct rect){0, 0, 24, 3}, &f, cells, name, 2);
	assert_int_equal(figures_draw_map_key(&c, (struct rect){25, 0, 15, 3}, &f), 3);
	assert_canvas(&c, "          ● Älvkarleby   ●   1 Finns\n"
			  "            ◎ Tierp      ◎   1 Från ann…\n"
			  "○ Heby                   ○   1\n");
	assert_int_equal(role_at(&c, 10, 0), ROLE_MET);
	assert_int_equal(role_at(&c, 12, 0), ROLE_TEXT);
	assert_int_equal(role_at(&c, 14, 1), ROLE_ACCENT);
	assert_int_equal(role_at(&c, 0, 2), ROLE_SELECTED);
	assert_int_equal(role_at(&c, 2, 2), ROLE_SELECTED);
	canvas_clear(&c);
	c.ascii = true;
	figures_draw_map(&c, (struct rect){0, 0, 24, 3}, &f, cells, name, 4);
	assert_canvas(&c, "          * Alvkarleby\n            @ Tierp\no Heby\n");
	canvas_release(&c);
}

/* Twelve months in two columns; a day that is selected, and today; a month ends where it ends. */
static void test_wheel(void **state)
{
	const struct figure_day days[] = {{.date = {2026, 2, 12}, .kind = FIGURE_DAY_MEETING, .text = "Möte"},
					  {.date = {2026, 2, 13}, .kind = FIGURE_DAY_DUE, .text = "Remiss"}};
	struct figure_wheel f = {.year = 2026, .items = days, .count = 2};
	struct canvas c;

	(void)state;
	canvas_init(&c, 80, 6);
	assert_int_equal(figures_draw_wheel(&c, (struct rect){0, 0, 80, 6}, &f, (struct date){2026, 2, 13}, (struct date){2026, 11, 24}), 6);
	assert_int_equal(role_at(&c, 4 + 11, 1), ROLE_ACCENT);
	assert_int_equal(role_at(&c, 4 + 12, 1), ROLE_SELECTED);
	assert_int_equal(role_at(&c, 38, 4), ROLE_ACCENT); /* nov */
	struct buf text = {0};
	canvas_dump(&c, &text);
	assert_non_null(strstr(buf_cstr(&text), "feb ···········●▼···············      aug"));
	assert_non_null(strstr(buf_cstr(&text), "nov ·······················+······\n"));
	buf_release(&text);
	canvas_release(&c);
}

/* Any field: nothing is drawn outside of it. */
static void test_figures_stay_inside(void **state)
{
	const struct figure_day days[] = {{.date = {2026, 1, 31}, .kind = FIGURE_DAY_STEP, .text = "x"}};
	struct figure_wheel wheel = {.year = 2026, .items = days, .count = 1, .words = {"Möte", "Svar", "Delsteg"}};
	struct figure_map map = {.items = places, .count = 4};
	struct figure_cell cells[4];

	(void)state;
	for (int width = 0; width < 76; width += 3)
		for (int height = 0; height < 9; height++) {
			struct rect r = {2, 1, width, height};
			struct canvas c;

			canvas_init(&c, 80, 10);
			canvas_fill(&c, (struct rect){0, 0, 80, 10}, ROLE_NOTICE);
			int name = figure_map_place(&map, width, height, cells).name;
			figures_draw_map(&c, r, &map, cells, name, 0);
			figures_draw_map_key(&c, r, &map);
			figures_draw_wheel(&c, r, &wheel, DATE_NONE, (struct date){2026, 1, 1});
			figures_draw_wheel_key(&c, r, &wheel);
			for (int y = 0; y < 10; y++)
				for (int x = 0; x < 80; x++)
					if (x < 2 || x >= 2 + width || y < 1 || y >= 1 + height)
						assert_int_equal(role_at(&c, x, y), ROLE_NOTICE);
			canvas_release(&c);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_bars),
	    cmocka_unit_test(test_ascii_and_top),
	    cmocka_unit_test(test_any_width),
	    cmocka_unit_test(test_map),
	    cmocka_unit_test(test_wheel),
	    cmocka_unit_test(test_figures_stay_inside),
	};

	return TESTS(tests);
}
