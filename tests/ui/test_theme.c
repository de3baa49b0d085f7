#include "ui_test.h"

#include "radsbord/ui/theme.h"

static bool same_attributes(const struct look *a, const struct look *b)
{
	return a->bold == b->bold && a->underline == b->underline && a->reverse == b->reverse && a->dim == b->dim;
}

/* Every colour exists where it is used, and every theme has a look for every role. */
static void test_colours_exist(void **state)
{
	(void)state;
	for (int theme = 0; theme < THEMES; theme++) {
		for (int role = 0; role < ROLES; role++) {
			const struct look *l = theme_look((enum theme_id)theme, (enum role)role);

			assert_true(l->fg256 >= -1 && l->fg256 < 256 && l->bg256 >= -1 && l->bg256 < 256);
			assert_true(l->fg8 >= -1 && l->fg8 < 8 && l->bg8 >= -1 && l->bg8 < 8);
			/* A row that was left out would be black on black. */
			assert_true(l->fg256 != 0 || l->bg256 != 0);
			assert_true(l->fg256 == -1 || l->fg256 != l->bg256);
			assert_true(l->fg8 == -1 || l->fg8 != l->bg8);
		}
	}
}

/* Mono uses no colour, and the statuses can still be told apart, as can what is selected. */
static void test_mono(void **state)
{
	static const enum role statuses[] = {ROLE_MET, ROLE_PARTLY, ROLE_MISSING, ROLE_UNKNOWN, ROLE_OVERDUE};

	(void)state;
	for (int role = 0; role < ROLES; role++) {
		const struct look *l = theme_look(THEME_MONO, (enum role)role);

		assert_true(l->fg256 == -1 && l->bg256 == -1 && l->fg8 == -1 && l->bg8 == -1);
	}
	for (int i = 0; i < 5; i++)
		for (int j = 0; j < i; j++)
			assert_false(
			    same_attributes(theme_look(THEME_MONO, statuses[i]), theme_look(THEME_MONO, statuses[j])));
	assert_true(theme_look(THEME_MONO, ROLE_SELECTED)->reverse);
	assert_false(
	    same_attributes(theme_look(THEME_MONO, ROLE_SELECTED), theme_look(THEME_MONO, ROLE_SELECTED_MUTED)));
	assert_false(same_attributes(theme_look(THEME_MONO, ROLE_TEXT), theme_look(THEME_MONO, ROLE_SELECTED_MUTED)));
}

/* Relative luminance of an xterm colour, in thousandths (WCAG 2, without the gamma's last decimals). */
static int luminance(int color)
{
	static const int linear[6] = {0, 114, 242, 429, 679, 1000}; /* of 0, 95, 135, 175, 215, 255 */

	if (color >= 232) {
		int level = (color - 232) * 10 + 8;

		return level * level * 1000 / (255 * 255);
	}
	color -= 16;
	return (linear[color / 36] * 213 + linear[color / 6 % 6] * 715 + linear[color % 6] * 72) / 1000;
}

/* Text is readable against its background, on a black or a white terminal: a contrast of 4.5, 7 in high contrast. */
static void test_contrast(void **state)
{
	static const int ground[] = {[THEME_DARK] = 16, [THEME_LIGHT] = 231, [THEME_CONTRAST] = 16};
	static const int text[] = {[THEME_DARK] = 231, [THEME_LIGHT] = 16, [THEME_CONTRAST] = 231};

	(void)state;
	for (int theme = 0; theme < THEME_MONO; theme++) {
		for (int role = 0; role < ROLES; role++) {
			const struct look *l = theme_look((enum theme_id)theme, (enum role)role);
			int a = luminance(l->fg256 < 0 ? text[theme] : l->fg256);
			int b = luminance(l->bg256 < 0 ? ground[theme] : l->bg256);
			int ratio = (a > b ? a * 10 + 500 : b * 10 + 500) / ((a > b ? b : a) + 50);
			int least = theme == THEME_CONTRAST && role != ROLE_ERROR ? 70 : 45;

			if (ratio < least)
				fail_msg("theme %s role %d: %d.%d", theme_names[theme], role, ratio / 10, ratio % 10);
		}
	}
}

/* Themes are found by name, with or without dots. */
static void test_names(void **state)
{
	enum theme_id id = THEMES;

	(void)state;
	assert_true(theme_by_name("mörk", &id));
	assert_int_equal(id, THEME_DARK);
	assert_true(theme_by_name("Kontrast", &id));
	assert_int_equal(id, THEME_CONTRAST);
	assert_false(theme_by_name("rosa", &id));
	assert_non_null(theme_look((enum theme_id)99, (enum role)99));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_colours_exist),
	    cmocka_unit_test(test_mono),
	    cmocka_unit_test(test_contrast),
	    cmocka_unit_test(test_names),
	};

	return TESTS(tests);
}
