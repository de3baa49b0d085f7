#include "ui_test.h"

#include "radsbord/ui/calendar.h"

static const struct date today = {2026, 11, 24};

static void type(struct edit *e, const char *s)
{
	while (*s) {
		uint32_t cp;

		s += text_decode(s, strlen(s), &cp);
		edit_key(e, cp);
	}
}

static void press(struct calendar *k, struct edit *e, ui_key key)
{
	if (!calendar_key(k, e, key))
		edit_key(e, key);
}

static void draw(const struct calendar *k, const char *text, int height, const char *expected)
{
	struct canvas c;

	canvas_init(&c, CALENDAR_WIDTH, height);
	calendar_draw(k, text, &c, (struct rect){0, 0, CALENDAR_WIDTH, height});
	assert_canvas(&c, expected);
	canvas_release(&c);
}

/* The month of what is typed, as people write it; today and what is marked are seen. */
static void test_follows_what_is_typed(void **state)
{
	struct calendar k = {0};

	(void)state;
	calendar_begin(&k, today);
	calendar_add_meeting(&k, (struct date){2026, 12, 10});
	calendar_add_meeting(&k, DATE_NONE);
	draw(&k, "", 8,
	     "     november 2026\nv.   må  ti  on  to  fr  lö  sö\n44                            1\n45    2   3   4   5   6   7   8\n"
	     "46    9  10  11  12  13  14  15\n47   16  17  18  19  20  21  22\n48   23 •24  25  26  27  28  29\n49   30\n");
	draw(&k, "v 49", 8,
	     "     november 2026\nv.   må  ti  on  to  fr  lö  sö\n44                            1\n45    2   3   4   5   6   7   8\n"
	     "46    9  10  11  12  13  14  15\n47   16  17  18  19  20  21  22\n48   23 •24  25  26  27  28  29\n49  ▸30\n");
	draw(&k, "24/12", 8,
	     "     december 2026\nv.   må  ti  on  to  fr  lö  sö\n49        1   2   3   4   5   6\n50    7   8   9  10m 11  12  13\n"
	     "51   14  15  16  17  18  19  20\n52   21  22  23 ▸24h 25h 26h 27\n53   28  29  30  31h\n\n");
	calendar_release(&k);
}

/* Where it is low: the weeks around the day, and the month in three letters. */
static void test_low(void **state)
{
	struct calendar k = {0};

	(void)state;
	calendar_begin(&k, today);
	draw(&k, "31/12", 3, "dec  må  ti  on  to  fr  lö  sö\n52   21  22  23  24h 25h 26h 27\n53   28  29  30 ▸31h\n");
	draw(&k, "", 1, "\n");
	calendar_release(&k);
}

/* Weeks, months and then days by the arrows; Esc gives back what was typed, a letter begins anew. */
static void test_arrows(void **state)
{
	struct calendar k = {0};
	struct edit e;

	(void)state;
	calendar_begin(&k, today);
	edit_init(&e, "", false);
	type(&e, "v 49");
	press(&k, &e, UI_KEY_DOWN);
	assert_string_equal(buf_cstr(&e.text), "2026-12-07");
	press(&k, &e, UI_KEY_RIGHT);
	press(&k, &e, UI_KEY_PAGE_DOWN);
	assert_string_equal(buf_cstr(&e.text), "2027-01-08");
	press(&k, &e, UI_KEY_LEFT);
	press(&k, &e, UI_KEY_UP);
	press(&k, &e, UI_KEY_PAGE_UP);
	assert_string_equal(buf_cstr(&e.text), "2026-11-30");
	press(&k, &e, UI_KEY_ESCAPE);
	assert_string_equal(buf_cstr(&e.text), "v 49");
	assert_false(calendar_key(&k, &e, UI_KEY_ESCAPE));
	assert_false(calendar_key(&k, &e, UI_KEY_LEFT)); /* in the text again */
	press(&k, &e, UI_KEY_UP);
	press(&k, &e, '+');
	press(&k, &e, '7');
	assert_string_equal(buf_cstr(&e.text), "+7");
	press(&k, &e, UI_KEY_DOWN);
	press(&k, &e, UI_KEY_BACKSPACE);
	assert_string_equal(buf_cstr(&e.text), "2026-12-0");
	edit_release(&e);
	calendar_release(&k);
}

/* From nothing, or from what is no day: from today. Never out of the years there are. */
static void test_from_today(void **state)
{
	struct calendar k = {0};
	struct edit e;

	(void)state;
	calendar_begin(&k, today);
	edit_init(&e, "kanske", false);
	press(&k, &e, UI_KEY_DOWN);
	assert_string_equal(buf_cstr(&e.text), "2026-12-01");
	calendar_leave(&k);
	edit_set(&e, "9999-12-31");
	press(&k, &e, UI_KEY_DOWN);
	assert_string_equal(buf_cstr(&e.text), "9999-12-31");
	edit_release(&e);
	calendar_release(&k);
}

static void says(const struct calendar *k, const char *text, const char *expected)
{
	struct buf b = {0};

	calendar_say(k, text, &b);
	assert_string_equal(buf_cstr(&b), expected);
	buf_release(&b);
}

/* The day in words: today, a meeting, what the holiday is called. */
static void test_says(void **state)
{
	struct calendar k = {0};
	struct buf b = {0};

	(void)state;
	calendar_begin(&k, today);
	calendar_add_meeting(&k, (struct date){2027, 1, 5});
	says(&k, "idag", "tis 24 nov 2026, v. 48, i dag.");
	says(&k, "fre", "fre 27 nov 2026, v. 48.");
	says(&k, "2027-01-05", "tis 5 jan 2027, v. 1. Möte. Trettondagsafton.");
	says(&k, "2026-05-15", "fre 15 maj 2026, v. 20. Klämdag.");
	says(&k, "24/12", "tor 24 dec 2026, v. 52. Julafton.");
	says(&k, "30/4", "fre 30 apr 2027, v. 17. Valborgsmässoafton.");
	says(&k, "kanske", "");
	calendar_legend(&k, "2027-01-05", &b);
	assert_string_equal(buf_cstr(&b), "m möte  h helgdag");
	buf_release(&b);
	calendar_release(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_follows_what_is_typed), cmocka_unit_test(test_low),  cmocka_unit_test(test_arrows),
	    cmocka_unit_test(test_from_today),            cmocka_unit_test(test_says),
	};

	return TESTS(tests);
}
