#include "ui_test.h"

#include "radsbord/ui/theme.h"

static bool same_attributes(const struct look *a, const struct look *b)
{
	return a->bold == b->bold && a->underline == b->underline && a->reverse == b->reverse;
}

/* Every colour exists where it is used, and every theme has a look for every role. */
static void test_colours_exist(void **state)
{
	static const int colors[] = {256, 16, 8};

	(void)state;
	for (int i = 0; i < THEMES * ROLES * 3; i++) {
		int count = colors[i % 3], most = count == 256 ? 256 : 8;
		const struct look *l = theme_look((enum theme_id)(i / 3 % THEMES), (enum role)(i / 3 / THEMES), count);

		assert_true(l->fg >= -1 && l->fg < most && l->bg >= -1 && l->bg < most);
		/* A row that was left out would be black on black. */
		assert_true(l->fg != 0 || l->bg != 0);
		assert_true(l->fg == -1 || l->fg != l->bg);
	}
}

/* Mono uses no colour, and what is selected can be told apart. */
static void test_mono(void **state)
{
	(void)state;
	for (int role = 0; role < ROLES; role++) {
		const struct look *l = theme_look(THEME_MONO, (enum role)role, 256);

		assert_true(l->fg == -1 && l->bg == -1);
		/* A terminal without colours is shown the same, whatever the theme. */
		assert_ptr_equal(theme_look(THEME_LIGHT, (enum role)role, 0), l);
	}
	assert_true(theme_look(THEME_MONO, ROLE_SELECTED, 256)->reverse);
	assert_false(
	    same_attributes(theme_look(THEME_MONO, ROLE_SELECTED, 256), theme_look(THEME_MONO, ROLE_SELECTED_MUTED, 256)));
	assert_false(same_attributes(theme_look(THEME_MONO, ROLE_TEXT, 256), theme_look(THEME_MONO, ROLE_SELECTED_MUTED, 256)));
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
	assert_non_null(theme_look((enum theme_id)99, (enum role)99, 256));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_colours_exist),
	    cmocka_unit_test(test_mono),
	    cmocka_unit_test(test_names),
	};

	return TESTS(tests);
}
