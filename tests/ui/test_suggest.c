#include "ui_test.h"

#include "radsbord/ui/suggest.h"

static const char *const towns[] = {"Flen", "Nyköping", "Nykvarn", "Nynäshamn", "Trosa", NULL};

/* What begins with the letters; only those towns there are when `ctx` says so. */
static void find(void *ctx, size_t field, const char *typed, struct suggest *out)
{
	(void)field;
	out->only = ctx != NULL;
	for (int i = 0; towns[i]; i++)
		if (strncmp(towns[i], typed, strlen(typed)) == 0)
			suggest_add(out, towns[i], NULL);
}

static void type(struct suggest *s, struct edit *e, const char *text, void *ctx)
{
	while (*text) {
		uint32_t cp;

		text += text_decode(text, strlen(text), &cp);
		edit_key(e, cp);
		suggest_update(s, find, ctx, 0, e);
	}
}

/* Nothing is chosen by itself in a free text; down chooses, up goes back to the text, Enter takes. */
static void test_choose(void **state)
{
	struct suggest s = {0};
	struct edit e;

	(void)state;
	edit_init(&e, "", false);
	type(&s, &e, "Ny", NULL);
	assert_int_equal(s.count, 3);
	assert_false(suggest_key(&s, &e, UI_KEY_ENTER));
	assert_true(suggest_key(&s, &e, UI_KEY_DOWN));
	assert_true(suggest_key(&s, &e, UI_KEY_UP));
	assert_int_equal(s.chosen, s.count);
	for (int i = 0; i < 9; i++)
		suggest_key(&s, &e, UI_KEY_DOWN);
	assert_true(suggest_key(&s, &e, UI_KEY_ENTER));
	assert_string_equal(buf_cstr(&e.text), "Nynäshamn");
	assert_false(suggest_is_open(&s));
	edit_release(&e);
	suggest_clear(&s);
}

/* Esc closes and keeps what is typed; then it is somebody else's. */
static void test_close(void **state)
{
	struct suggest s = {0};
	struct edit e;

	(void)state;
	edit_init(&e, "", false);
	type(&s, &e, "Ny", NULL);
	suggest_key(&s, &e, UI_KEY_DOWN);
	assert_true(suggest_key(&s, &e, UI_KEY_ESCAPE));
	assert_string_equal(buf_cstr(&e.text), "Ny");
	assert_false(suggest_key(&s, &e, UI_KEY_ESCAPE));
	assert_false(suggest_take(&s, &e));
	edit_release(&e);
}

/* The only one there is, where nothing else will do, is chosen; what is already whole asks nothing. */
static void test_the_only_one(void **state)
{
	struct suggest s = {0};
	struct edit e;
	int yes;

	(void)state;
	edit_init(&e, "", false);
	type(&s, &e, "Tr", &yes);
	assert_int_equal(s.chosen, 0);
	assert_true(suggest_take(&s, &e));
	assert_string_equal(buf_cstr(&e.text), "Trosa");
	suggest_update(&s, find, &yes, 0, &e);
	assert_false(suggest_is_open(&s));
	edit_set(&e, "  ");
	suggest_update(&s, find, &yes, 0, &e);
	assert_false(suggest_is_open(&s));
	edit_release(&e);
}

/* Several values one at a time: the line of the cursor, and a new one after the last. */
static void test_several(void **state)
{
	struct suggest s = {0};
	struct edit e;

	(void)state;
	edit_init(&e, "Trosa\n", true);
	type(&s, &e, "Fl", NULL);
	suggest_key(&s, &e, UI_KEY_DOWN);
	assert_true(suggest_key(&s, &e, UI_KEY_ENTER));
	assert_string_equal(buf_cstr(&e.text), "Trosa\nFlen\n");
	e.cursor = 0;
	edit_key(&e, UI_KEY_CTRL + 'K');
	type(&s, &e, "Ny", NULL);
	suggest_key(&s, &e, UI_KEY_DOWN);
	suggest_key(&s, &e, UI_KEY_ENTER);
	assert_string_equal(buf_cstr(&e.text), "Nyköping\nFlen\n");
	assert_int_equal(e.cursor, strlen("Nyköping"));
	edit_release(&e);
	suggest_clear(&s);
}

/* No more rows than there are; what is chosen is among them, and that there are more is said. */
static void test_drawing(void **state)
{
	struct suggest s = {0};
	struct edit e;
	struct canvas c;

	(void)state;
	edit_init(&e, "", false);
	type(&s, &e, "Ny", NULL);
	canvas_init(&c, 20, 2);
	assert_int_equal(suggest_draw(&s, &c, (struct rect){0, 0, 20, 2}), 2);
	assert_canvas(&c, "│ Nyköping\n  … 1 av 3\n");
	for (int i = 0; i < 3; i++)
		suggest_key(&s, &e, UI_KEY_DOWN);
	canvas_clear(&c);
	suggest_draw(&s, &c, (struct rect){0, 0, 20, 2});
	assert_canvas(&c, "▸ Nynäshamn\n  … 1 av 3\n");
	canvas_resize(&c, 20, 3); /* all of them when there is room again */
	assert_int_equal(suggest_draw(&s, &c, (struct rect){0, 0, 20, 9}), 3);
	assert_canvas(&c, "│ Nyköping\n│ Nykvarn\n▸ Nynäshamn\n");
	assert_int_equal(suggest_draw(&s, &c, (struct rect){0, 0, 20, 0}), 0);
	canvas_release(&c);
	edit_release(&e);
	suggest_clear(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_choose),  cmocka_unit_test(test_close),   cmocka_unit_test(test_the_only_one),
	    cmocka_unit_test(test_several), cmocka_unit_test(test_drawing),
	};

	return TESTS(tests);
}
