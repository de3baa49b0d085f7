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
	canvas_init(&c, 39, 4);
	assert_int_equal(figures_draw_bars(&c, (struct rect){0, 0, 39, 4}, &f, 0), 4);
	assert_canvas(&c, "Dalarna      ████████████████│███  10,0\n"
			  "Södermanland ██████████      │      5,0\n"
			  "Gotland                      │      0,0\n"
			  "Örebro                       │    okänt\n");
	assert_int_equal(role_at(&c, 29, 0), ROLE_TARGET);
	assert_int_equal(role_at(&c, 13, 1), ROLE_ACCENT);
	assert_int_equal(role_at(&c, 35, 3), ROLE_UNKNOWN);
	canvas_release(&c);
}

/* In ASCII, from a later row, and with less height than rows. */
static void test_ascii_and_top(void **state)
{
	struct figure_bars f = bars();
	struct canvas c;

	(void)state;
	canvas_init(&c, 39, 1);
	c.ascii = true;
	assert_int_equal(figures_draw_bars(&c, (struct rect){0, 0, 39, 1}, &f, 1), 1);
	assert_canvas(&c, "Sodermanland ##########      |      5,0\n");
	assert_int_equal(figures_draw_bars(&c, (struct rect){0, 0, 39, 1}, &f, 9), 0);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_bars),
	    cmocka_unit_test(test_ascii_and_top),
	    cmocka_unit_test(test_any_width),
	};

	return TESTS(tests);
}
