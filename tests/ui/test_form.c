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

/* Esc leaves what is as it was; what is changed is asked about, and Esc then goes on. */
static void test_leaving(void **state)
{
	struct form f = action_form();

	(void)state;
	type(&f, "Jour");
	assert_int_equal(form_key(&f, UI_KEY_ESCAPE), FORM_GOES_ON);
	assert_true(f.asking);
	assert_int_equal(form_key(&f, UI_KEY_ENTER), FORM_GOES_ON); /* the first answer is to stay */
	assert_false(f.asking);
	type(&f, "linje");
	form_key(&f, UI_KEY_ESCAPE);
	assert_int_equal(form_key(&f, UI_KEY_ESCAPE), FORM_GOES_ON);
	assert_string_equal(form_value(&f, 0), "Jourlinje");
	form_key(&f, UI_KEY_ESCAPE);
	assert_int_equal(form_key(&f, 's'), FORM_SAVED);
	form_key(&f, UI_KEY_ESCAPE);
	assert_int_equal(form_key(&f, 'K'), FORM_CANCELLED);
	form_key(&f, UI_KEY_ESCAPE);
	form_key(&f, UI_KEY_LEFT); /* round to the last: Kasta */
	assert_int_equal(form_key(&f, ' '), FORM_CANCELLED);
	f.focus = f.count + 1;
	assert_int_equal(form_key(&f, UI_KEY_ENTER), FORM_GOES_ON); /* Avbryt asks too */
	assert_true(f.asking);
	form_settle(&f);
	form_key(&f, UI_KEY_ESCAPE);
	assert_int_equal(form_key(&f, UI_KEY_ESCAPE), FORM_CANCELLED);
	form_release(&f);
}

static struct form date_form(void)
{
	struct form f;

	form_init(&f, "Möte");
	form_add(&f, "Vad", NULL, FORM_LINE, "", NULL);
	form_add(&f, "Dag", NULL, FORM_DATE, "2026-12-10", NULL);
	form_add(&f, "Plats", NULL, FORM_LINE, "", NULL);
	calendar_begin(&f.calendar, (struct date){2026, 11, 24});
	return f;
}

/* An arrow that walks through the form changes no date; Tab to it, and the arrows are the calendar's. */
static void test_walking_past_a_date(void **state)
{
	struct form f = date_form();

	(void)state;
	for (int i = 0; i < 3; i++)
		form_key(&f, UI_KEY_DOWN);
	assert_int_equal(f.focus, 3);
	for (int i = 0; i < 3; i++)
		form_key(&f, UI_KEY_UP);
	assert_int_equal(f.focus, 0);
	assert_string_equal(form_value(&f, 1), "2026-12-10");
	form_key(&f, UI_KEY_TAB);
	form_key(&f, UI_KEY_DOWN);
	assert_int_equal(f.focus, 1);
	assert_string_equal(form_value(&f, 1), "2026-12-17");
	form_key(&f, UI_KEY_ESCAPE);
	assert_string_equal(form_value(&f, 1), "2026-12-10");
	assert_false(f.asking);
	form_key(&f, UI_KEY_UP);
	form_key(&f, UI_KEY_TAB); /* takes it */
	assert_int_equal(f.focus, 2);
	assert_string_equal(form_value(&f, 1), "2026-12-03");
	form_key(&f, UI_KEY_UP);
	form_key(&f, UI_KEY_PAGE_DOWN); /* a page is the calendar's in any case, and then so are the arrows */
	form_key(&f, UI_KEY_DOWN);
	assert_string_equal(form_value(&f, 1), "2027-01-10");
	form_release(&f);
}

/* The calendar stands beside the fields, or below the date where it is narrow; what the day is stands in the foot. */
static void test_calendar_beside_and_below(void **state)
{
	struct form f = date_form();
	struct canvas c;
	struct buf text = {0};

	(void)state;
	form_key(&f, UI_KEY_TAB);
	for (int width = 78; width >= 44; width -= 34) {
		canvas_init(&c, width, 15);
		form_draw(&f, &c, (struct rect){0, 0, width, 15});
		buf_clear(&text);
		canvas_dump(&c, &text);
		assert_non_null(strstr(buf_cstr(&text), width == 78 ? "▸ Dag    2026-12-10   tor 10 dec, v. 50" : "▸ Dag    2026-12-10   tor 10 dec, v. 50\n"));
		assert_non_null(strstr(buf_cstr(&text), "50    7   8   9 ▸10  11  12  13"));
		assert_non_null(strstr(buf_cstr(&text), "  tor 10 dec 2026, v. 50."));
		assert_non_null(strstr(buf_cstr(&text), "[ Spara ]"));
		assert_int_equal(strstr(buf_cstr(&text), "Plats") != NULL, width == 78);
		canvas_release(&c);
	}
	buf_release(&text);
	form_release(&f);
}

static void find_town(void *ctx, size_t field, const char *typed, struct suggest *out)
{
	(void)ctx;
	assert_int_equal(field, 2);
	out->only = true;
	if (strncmp("Trosa", typed, strlen(typed)) == 0)
		suggest_add(out, "Trosa", "Trosa  kommun");
}

/* Tab takes what is chosen and goes on; the list is seen under the field; Esc closes it before it leaves. */
static void test_list_while_typing(void **state)
{
	struct form f = date_form();

	(void)state;
	f.fields[2].finds = true;
	f.find = find_town;
	f.focus = 2;
	type(&f, "Tr");
	draw(&f, 40, 10,
	     "Möte\n  Vad\n  Dag    2026-12-10   tor 10 dec, v. 50\n▸ Plats  Tr\n        ▸ Trosa  kommun\n"
	     "  [ Spara ]  [ Avbryt ]\n\n\n  Skriv några bokstäver, så visas vad s…\n  Enter tar den  ↑↓ välj  Esc stänger l…\n");
	form_key(&f, UI_KEY_ESCAPE);
	assert_false(f.asking);
	type(&f, "o");
	form_key(&f, UI_KEY_TAB);
	assert_string_equal(form_value(&f, 2), "Trosa");
	assert_int_equal(f.focus, 3);
	form_release(&f);
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

/* A low form scrolls to what has the focus, its buttons always in sight; a fault stands below. */
static void test_low_form_scrolls(void **state)
{
	struct form f = action_form();

	(void)state;
	form_key(&f, UI_KEY_SHIFT_TAB);
	form_key(&f, UI_KEY_LEFT);
	draw(&f, 60, 6, "Ny åtgärd\n  Namn\n  Läge          pågår\n▸ [ Spara ]  [ Avbryt ]\n  Enter sparar.\n\n");
	form_key(&f, UI_KEY_ENTER);
	draw(&f, 40, 6,
	     "Ny åtgärd\n▸ Namn\n  Läge          pågår\n  [ Spara ]  [ Avbryt ]      fält 1 av 3\n"
	     "  Skriv vad som ska göras.\n\n");
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
	    cmocka_unit_test(test_any_size),         cmocka_unit_test(test_leaving),
	    cmocka_unit_test(test_walking_past_a_date), cmocka_unit_test(test_calendar_beside_and_below),
	    cmocka_unit_test(test_list_while_typing),
	};

	return TESTS(tests);
}
