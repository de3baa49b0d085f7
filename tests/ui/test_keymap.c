#include "ui_test.h"

#include "radsbord/ui/keymap.h"

/* Every default key in the command table is a key. */
static void test_every_default_is_a_key(void **state)
{
	(void)state;
	for (int id = COMMAND_NONE + 1; id < COMMANDS; id++) {
		const struct command_row *row = command_find((enum command)id);
		char *keys = mem_strdup(row->keys ? row->keys : ""), *save = NULL;

		for (char *name = strtok_r(keys, " ", &save); name; name = strtok_r(NULL, " ", &save))
			if (!key_parse(name))
				fail_msg("%s: %s is no key", row->name, name);
		free(keys);
	}
}

/* No default key means two things in one place. */
static void test_no_default_collides(void **state)
{
	struct keymap *m = keymap_new();
	struct error e = {0};

	(void)state;
	for (int id = COMMAND_NONE + 1; id < COMMANDS; id++) {
		const struct command_row *row = command_find((enum command)id);

		if (!keymap_set(m, row->name, row->keys ? row->keys : "", &e))
			fail_msg("%s", e.text);
	}
	keymap_free(&m);
	assert_null(m);
}

/* Keys are found in their place; a capital means the small letter unless it means something itself. */
static void test_find(void **state)
{
	struct keymap *m = keymap_new();

	(void)state;
	assert_int_equal(keymap_find(m, UI_KEY_UP, PLACE_PLAN), COMMAND_UP);
	assert_int_equal(keymap_find(m, 'k', PLACE_PLAN), COMMAND_UP);
	assert_int_equal(keymap_find(m, 'K', PLACE_PLAN), COMMAND_UP);
	assert_int_equal(keymap_find(m, 'g', PLACE_PLAN), COMMAND_FIRST);
	assert_int_equal(keymap_find(m, 'G', PLACE_PLAN), COMMAND_LAST);
	assert_int_equal(keymap_find(m, 0xD6, PLACE_PLAN), keymap_find(m, 0xF6, PLACE_PLAN));
	assert_int_equal(keymap_find(m, UI_KEY_F1, PLACE_DETAIL), COMMAND_HELP);
	assert_int_equal(keymap_find(m, 0x4E2D, PLACE_PLAN), COMMAND_NONE);
	assert_int_equal(keymap_find(m, 'k', 0), COMMAND_NONE);
	assert_int_equal(keymap_key(m, COMMAND_UP, 0), UI_KEY_UP);
	assert_int_equal(keymap_key(m, COMMAND_UP, 99), 0);
	keymap_free(&m);
}

/* A setting replaces the keys; what is unknown or taken is refused with a sentence and changes nothing. */
static void test_set(void **state)
{
	struct keymap *m = keymap_new();
	const char *up = command_find(COMMAND_UP)->name, *down = command_find(COMMAND_DOWN)->name;
	struct error e = {0};

	(void)state;
	assert_true(keymap_set(m, up, "F12  ü", NULL));
	assert_int_equal(keymap_find(m, 'k', PLACE_PLAN), COMMAND_NONE);
	assert_int_equal(keymap_find(m, 0xFC, PLACE_PLAN), COMMAND_UP);
	assert_false(keymap_set(m, up, "F12 Hyper-x", &e));
	assert_non_null(strstr(e.text, "Hyper-x"));
	assert_false(keymap_set(m, down, "F12", &e));
	assert_non_null(strstr(e.text, "F12"));
	assert_int_equal(keymap_find(m, 'j', PLACE_PLAN), COMMAND_DOWN);
	assert_false(keymap_set(m, "finns_inte", "x", &e));
	assert_non_null(strstr(e.text, "finns_inte"));
	assert_true(keymap_set(m, down, "", NULL));
	assert_int_equal(keymap_find(m, 'j', PLACE_PLAN), COMMAND_NONE);
	assert_true(keymap_set(m, up, "j", NULL));
	keymap_free(&m);
}

/* F1 is help whatever the settings say. */
static void test_help_stays(void **state)
{
	struct keymap *m = keymap_new();
	struct error e = {0};

	(void)state;
	assert_true(keymap_set(m, command_find(COMMAND_HELP)->name, "F12", NULL));
	assert_int_equal(keymap_find(m, UI_KEY_F1, PLACE_OVERVIEW), COMMAND_HELP);
	assert_false(keymap_set(m, command_find(COMMAND_UP)->name, "F1", &e));
	keymap_free(&m);
}

static bool ends_with_help(const char *s)
{
	size_t n = strlen(s), m = strlen("F1 hjälp");

	return n >= m && strcmp(s + n - m, "F1 hjälp") == 0;
}

/* The bottom line never exceeds its width, ends with F1, in a real window with the menu before it, and shows pairs once. */
static void test_bottom_line(void **state)
{
	struct keymap *m = keymap_new();
	struct buf b = {0};

	(void)state;
	for (unsigned place = 1; place < PLACE_EVERYWHERE; place <<= 1) {
		for (int width = 8; width <= 200; width++) {
			buf_clear(&b);
			keymap_bottom_line(m, place, ~0u, width, &b);
			assert_true(text_width(buf_cstr(&b)) <= width);
			assert_true(ends_with_help(buf_cstr(&b)));
		}
	}
	buf_clear(&b);
	keymap_bottom_line(m, PLACE_OVERVIEW, ~0u, 80, &b);
	assert_non_null(strstr(b.data, "↑↓ välj  "));
	assert_non_null(strstr(b.data, "  , . region  "));
	buf_clear(&b);
	for (unsigned place = 1; place < PLACE_EVERYWHERE; place <<= 1) {
		if (!(PLACE_PANES & place))
			continue;
		buf_clear(&b);
		keymap_bottom_line(m, place, ~0u, 58, &b);
		assert_non_null(strstr(buf_cstr(&b), "  F9 meny  F1 hjälp"));
	}
	buf_clear(&b);
	keymap_bottom_line(m, PLACE_OVERVIEW, ~0u, 5, &b);
	assert_true(text_width(buf_cstr(&b)) <= 5);
	buf_clear(&b);
	keymap_bottom_line(m, PLACE_OVERVIEW, ~0u, 0, &b);
	assert_string_equal(buf_cstr(&b), "");
	buf_release(&b);
	keymap_free(&m);
}

/* What needs something that is not there is not offered; a changed key is. */
static void test_bottom_line_follows_needs_and_keys(void **state)
{
	struct keymap *m = keymap_new();
	struct buf b = {0};

	(void)state;
	keymap_bottom_line(m, PLACE_OVERVIEW, 0, 200, &b);
	assert_null(strstr(b.data, command_find(COMMAND_OPEN)->label));
	keymap_set(m, command_find(COMMAND_OPEN)->name, "F12", NULL);
	buf_clear(&b);
	keymap_bottom_line(m, PLACE_OVERVIEW, NEED_ROW, 200, &b);
	assert_non_null(strstr(b.data, "F12 "));
	buf_release(&b);
	keymap_free(&m);
}

/* Help has each command of the place once, under its group, and nothing else. */
static void test_help_text(void **state)
{
	struct keymap *m = keymap_new();

	(void)state;
	for (unsigned place = 1; place < PLACE_EVERYWHERE; place <<= 1) {
		struct buf b = {0};

		if (!(place & PLACE_ROOMS))
			continue; /* a bit that is no place */
		keymap_help(m, place, &b);
		assert_int_not_equal(b.data[0], '\n');
		for (int id = COMMAND_NONE + 1; id < COMMANDS; id++) {
			const struct command_row *row = command_find((enum command)id);
			char *line = mem_printf("  %s\n", row->help);
			bool there = strstr(b.data, line) != NULL;

			if (row->places & place && keymap_key(m, row->id, 0))
				assert_true(there);
			free(line);
		}
		for (const char *p = b.data; *p; p = strchr(p, '\n') + 1)
			assert_true(*p == ' ' || *p == '\n' || strchr(p, '\n')[-1] == ':');
		buf_release(&b);
	}
	keymap_free(&m);
}

static void test_as_many_as_fit(void **state)
{
	/* Whole parts, the first ones first, one that is too long is passed over; the last is always there. */
	static const struct { int width; const char *last, *want; } cases[] = {
		{40, "h helgdag", "←→ dag  PgUp PgDn månad  u å  h helgdag"}, {38, "h helgdag", "←→ dag  PgUp PgDn månad  h helgdag"},
		{30, "h helgdag", "←→ dag  u å  h helgdag"}, {5, "h helgdag", "h helgdag"}, {27, "", "←→ dag  PgUp PgDn månad"}, {3, "", "u å"}, {0, "", ""},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf b = {0};
		buf_str(&b, "▸");
		keys_fit("←→ dag  PgUp PgDn månad  u å", cases[i].last, cases[i].width, &b);
		assert_string_equal(buf_cstr(&b) + strlen("▸"), cases[i].want);
		buf_release(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_every_default_is_a_key),
	    cmocka_unit_test(test_no_default_collides),
	    cmocka_unit_test(test_find),
	    cmocka_unit_test(test_set),
	    cmocka_unit_test(test_help_stays),
	    cmocka_unit_test(test_bottom_line),
	    cmocka_unit_test(test_bottom_line_follows_needs_and_keys),
	    cmocka_unit_test(test_as_many_as_fit),
	    cmocka_unit_test(test_help_text),
	};

	return TESTS(tests);
}
