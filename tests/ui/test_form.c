#include "ui_test.h"

#include "radsbord/ui/form.h"

static const char *const statuses[] = {"ej påbörjad", "pågår", "klar", "pausad", NULL};

static bool not_empty(void *ctx, const char *value, struct error *e)
{
	(void)ctx;
	return *value || error_set(e, ERROR_DATA, "Skriv vad som ska göras.");
}

static struct form action_form(void)
{
	struct form f;

	form_init(&f, "Ny åtgärd");
	form_add(&f, "Namn", "Vad som ska göras.", FORM_LINE, "", NULL);
	form_add(&f, "Läge", NULL, FORM_CHOICE, "pågår", statuses);
	form_add(&f, "Anteckning", NULL, FORM_LINES, "", NULL);
	f.fields[0].check = not_empty;
	return f;
}

static void type(struct form *f, const char *s)
{
	while (*s) {
		uint32_t cp;

		s += text_decode(s, strlen(s), &cp);
		assert_int_equal(form_key(f, cp), FORM_GOES_ON);
	}
}

/* Tab, Enter and the arrows go on; Enter on Spara saves what was typed. */
static void test_fill_in_and_save(void **state)
{
	struct form f = action_form();

	(void)state;
	type(&f, "Jourlinje");
	form_key(&f, UI_KEY_ENTER);
	form_key(&f, UI_KEY_RIGHT);
	form_key(&f, UI_KEY_TAB);
	type(&f, "Två");
	form_key(&f, UI_KEY_ENTER);
	type(&f, "rader");
	form_key(&f, UI_KEY_DOWN);
	assert_int_equal(f.focus, 3);
	assert_int_equal(form_key(&f, UI_KEY_ENTER), FORM_SAVED);
	assert_string_equal(form_value(&f, 0), "Jourlinje");
	assert_string_equal(form_value(&f, 1), "klar");
	assert_string_equal(form_value(&f, 2), "Två\nrader");
	form_release(&f);
}

/* A fault is said when one leaves the field, does not hold one there, and stops the saving. */
static void test_checks(void **state)
{
	struct form f = action_form();

	(void)state;
	form_key(&f, UI_KEY_TAB);
	assert_int_equal(f.focus, 1);
	assert_string_equal(f.error.text, "Skriv vad som ska göras.");
	form_key(&f, UI_KEY_TAB);
	assert_string_equal(f.error.text, "");
	assert_int_equal(form_key(&f, UI_KEY_CTRL + 'S'), FORM_GOES_ON);
	assert_int_equal(f.focus, 0);
	assert_string_not_equal(f.error.text, "");
	type(&f, "x");
	assert_string_equal(f.error.text, "");
	assert_int_equal(form_key(&f, UI_KEY_CTRL + 'S'), FORM_SAVED);
	form_release(&f);
}

/* Escape cancels from anywhere; so does Avbryt. */
static void test_cancel(void **state)
{
	struct form f = action_form();

	(void)state;
	assert_int_equal(form_key(&f, UI_KEY_ESCAPE), FORM_CANCELLED);
	form_key(&f, UI_KEY_SHIFT_TAB);
	assert_int_equal(f.focus, 4);
	assert_int_equal(form_key(&f, UI_KEY_ENTER), FORM_CANCELLED);
	form_key(&f, UI_KEY_LEFT);
	assert_int_equal(f.focus, 3);
	form_key(&f, UI_KEY_TAB);
	form_key(&f, UI_KEY_TAB);
	assert_int_equal(f.focus, 0);
	form_release(&f);
}

/* Choices go round with the arrows and Space, and by their first letter. */
static void test_choices(void **state)
{
	struct form f = action_form();

	(void)state;
	f.focus = 1;
	form_key(&f, ' ');
	assert_string_equal(form_value(&f, 1), "klar");
	form_key(&f, UI_KEY_RIGHT);
	form_key(&f, UI_KEY_RIGHT);
	assert_string_equal(form_value(&f, 1), "ej påbörjad");
	form_key(&f, UI_KEY_LEFT);
	assert_string_equal(form_value(&f, 1), "pausad");
	form_key(&f, 'P');
	assert_string_equal(form_value(&f, 1), "pågår");
	form_key(&f, 'z');
	form_paste(&f, "klar");
	assert_string_equal(form_value(&f, 1), "pågår");
	form_release(&f);
}

static void draw(struct form *f, int width, int height, const char *expected)
{
	struct canvas c;

	canvas_init(&c, width, height);
	form_draw(f, &c, (struct rect){0, 0, width, height});
	assert_canvas(&c, expected);
	canvas_release(&c);
}

/* Drawn whole: mark, labels, choice, buttons, hint. */
static void test_drawing(void **state)
{
	struct form f = action_form();

	(void)state;
	type(&f, "Jour");
	draw(&f, 40, 13,
	     "Ny åtgärd\n\n"
	     "▸ Namn        Jour\n"
	     "  Läge          pågår\n"
	     "  Anteckning\n\n\n\n\n"
	     "  [ Spara ]  [ Avbryt ]\n\n"
	     "  Vad som ska göras.\n\n");
	form_key(&f, UI_KEY_TAB);
	draw(&f, 40, 13,
	     "Ny åtgärd\n\n"
	     "  Namn        Jour\n"
	     "▸ Läge        ‹ pågår ›\n"
	     "  Anteckning\n\n\n\n\n"
	     "  [ Spara ]  [ Avbryt ]\n\n"
	     "  ← och → byter.\n\n");
	form_release(&f);
}

/* A low form scrolls to what has the focus; a fault stands below. */
static void test_low_form_scrolls(void **state)
{
	struct form f = action_form();

	(void)state;
	form_key(&f, UI_KEY_SHIFT_TAB);
	form_key(&f, UI_KEY_LEFT);
	draw(&f, 60, 6, "Ny åtgärd\n\n\n▸ [ Spara ]  [ Avbryt ]\n  Enter sparar.\n\n");
	form_key(&f, UI_KEY_ENTER);
	draw(&f, 60, 6, "Ny åtgärd\n▸ Namn\n  Läge          pågår\n  Anteckning\n  Skriv vad som ska göras.\n\n");
	form_release(&f);
}

/* In any size and with the focus anywhere: nothing breaks, and the field in focus is seen when there is room. */
static void test_any_size(void **state)
{
	struct form f = action_form();

	(void)state;
	for (int i = 0; i < 12; i++) {
		form_add(&f, "En mycket lång etikett som inte får plats", "En ledtråd.",
			 i % 3 == 0 ? FORM_LINES : FORM_LINE, "värde", NULL);
	}
	for (int height = 0; height < 30; height++) {
		for (int width = 1; width < 80; width += 7) {
			struct canvas c;
			bool seen = false;

			f.focus = (size_t)(height + width) % (f.count + 2);
			canvas_init(&c, width, height);
			form_draw(&f, &c, (struct rect){0, 0, width, height});
			for (int i = 0; i < width * height; i++)
				seen |= strcmp(c.cells[i].text, "▸") == 0;
			if (height >= 8 && width >= 15)
				assert_true(seen);
			canvas_release(&c);
		}
	}
	form_release(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_fill_in_and_save), cmocka_unit_test(test_checks),
	    cmocka_unit_test(test_cancel),           cmocka_unit_test(test_choices),
	    cmocka_unit_test(test_drawing),          cmocka_unit_test(test_low_form_scrolls),
	    cmocka_unit_test(test_any_size),
	};

	return TESTS(tests);
}
