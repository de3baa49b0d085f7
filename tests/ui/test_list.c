#include "ui_test.h"

#include "radsbord/ui/list.h"

#include <stdio.h>
#include <time.h>

struct row {
	const char *name, *status, *group;
};

static const struct row council[] = {
    {"Konsultteam", "saknas", "Vård"},      {"Åldersgräns", "pågår", "Vård"},
    {"Jourlinje", "pågår", "Vård"},         {"Överenskommelse", "klar", "Avtal"},
    {"Ärende om avtal", "saknas", "Avtal"}, {"Utbildning för ombud", "klar", "Kunskap"},
};
enum { COUNCIL = sizeof council / sizeof council[0] };

static const struct list_column columns[] = {
    {.title = "Namn", .width = 12, .flexible = true},
    {.title = "Läge", .width = 6, .drop = 1},
    {.title = "Nr", .width = 3, .align = TEXT_RIGHT, .drop = 2},
};

static int cells_asked;

static void council_cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	static char number[24];

	(void)ctx;
	cells_asked++;
	if (column == 2) {
		snprintf(number, sizeof number, "%zu", row + 1);
		out->text = number;
		return;
	}
	out->text = column == 0 ? council[row % COUNCIL].name : council[row % COUNCIL].status;
	out->role = column == 1 ? ROLE_PARTLY : ROLE_TEXT;
}

static void council_value(void *ctx, size_t row, size_t key, struct buf *out)
{
	(void)ctx;
	(void)key;
	buf_str(out, council[row % COUNCIL].status);
}

static const struct filter_key council_words[] = {{.name = "läge", .help = "läget", .kind = FILTER_TEXT}};

static const char *council_heading(void *ctx, size_t row)
{
	static char copy[32]; /* borrowed until the next call, and made to show it */

	(void)ctx;
	snprintf(copy, sizeof copy, "%s", council[row % COUNCIL].group);
	return copy;
}

static const struct list_source source = {
    .count = COUNCIL,
    .columns = columns,
    .columns_count = 3,
    .cell = council_cell,
    .filter = {.keys = council_words, .keys_count = 1, .value = council_value},
};

static void assert_list(struct list *l, const struct list_source *s, int width, int height, const char *expected)
{
	struct canvas c;

	canvas_init(&c, width, height);
	list_draw(l, s, &c, (struct rect){0, 0, width, height}, true, "Här finns inget.");
	assert_canvas(&c, expected);
	canvas_release(&c);
}

static struct list filtered(const char *filter)
{
	struct list l;

	list_init(&l);
	snprintf(l.filter, sizeof l.filter, "%s", filter);
	list_update(&l, &source, -1);
	return l;
}

/* Columns are aligned with two blanks between, and the flexible one gets what is left. */
static void test_draws(void **state)
{
	struct list l = filtered("");

	(void)state;
	assert_list(&l, &source, 32, 4,
		    "Namn                 Läge     Nr\n"
		    "Konsultteam          saknas    1\n"
		    "Åldersgräns          pågår     2\n"
		    "Jourlinje            pågår     3\n");
	list_release(&l);
}

/* When it is narrow, columns go by their number, and the last is clipped. */
static void test_drops_columns(void **state)
{
	struct list l = filtered("");

	(void)state;
	assert_list(&l, &source, 22, 3, "Namn            Läge\nKonsultteam     saknas\nÅldersgräns     pågår\n");
	assert_list(&l, &source, 12, 3, "Namn\nKonsultteam\nÅldersgräns\n");
	assert_list(&l, &source, 6, 3, "Namn\nKonsu…\nÅlder…\n");
	assert_list(&l, &source, 1, 1, "…\n");
	list_release(&l);
}

/* The whole selected row is marked, and differently without the focus. */
static void test_selection_is_marked(void **state)
{
	struct list l = filtered("");
	struct canvas c;

	(void)state;
	canvas_init(&c, 40, 5);
	list_command(&l, COMMAND_DOWN);
	list_draw(&l, &source, &c, (struct rect){0, 0, 40, 5}, true, "");
	for (int x = 0; x < 40; x++)
		assert_int_equal(role_at(&c, x, 2), ROLE_SELECTED);
	assert_int_equal(role_at(&c, 0, 0), ROLE_MUTED);
	assert_int_equal(role_at(&c, 30, 1), ROLE_PARTLY);
	list_draw(&l, &source, &c, (struct rect){0, 0, 40, 5}, false, "");
	assert_int_equal(role_at(&c, 39, 2), ROLE_SELECTED_MUTED);
	canvas_release(&c);
	list_release(&l);
}

/* All words must be found, in any order and case; å ä ö are letters of their own. */
static void test_filter(void **state)
{
	static const struct {
		const char *filter;
		size_t shown;
	} cases[] = {
	    {"", 6},       {"KONSULT", 1},    {"avtal", 1}, {"  ärende   AVTAL ", 1}, {"avtal jour", 0},
	    {"å", 2},      {"läge:pågår", 2}, {"läge:", 6}, {"LÄGE:KLAR ombud", 1},   {"okänd:pågår", 0},
	    {":pågår", 0}, {"pågår", 2},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct list l = filtered(cases[i].filter);

		if (l.shown != cases[i].shown)
			fail_msg("%s: %zu", cases[i].filter, l.shown);
		list_release(&l);
	}
}

/* A filter says how many of all; when nothing is left it says so, and an empty list says its own sentence. */
static void test_filter_is_told(void **state)
{
	struct list l = filtered("pågår"), none = filtered("zzz"), empty;
	struct list_source nothing = source;

	(void)state;
	assert_list(&l, &source, 32, 5,
		    "Namn                 Läge     Nr\n"
		    "Åldersgräns          pågår     2\n"
		    "Jourlinje            pågår     3\n"
		    "\n"
		    "                          2 av 6\n");
	assert_list(&none, &source, 60, 3,
		    "Inget stämmer med ”zzz”. Esc visar allt igen.\n\n"
		    "Filter: zzz                           0 av 6  Esc visar allt\n");
	l.typing = true; /* then the words stand in the line where they are typed */
	assert_list(&l, &source, 60, 3,
		    "Åldersgräns                                      pågår     2\n"
		    "Jourlinje                                        pågår     3\n"
		    "                                                      2 av 6\n");
	assert_int_equal(list_selected(&none), -1);
	nothing.count = 0;
	list_init(&empty);
	list_update(&empty, &nothing, -1);
	assert_list(&empty, &nothing, 40, 3, "Här finns inget.\n\n\n");
	list_command(&empty, COMMAND_LAST);
	list_command(&empty, COMMAND_PAGE_DOWN);
	assert_int_equal(list_selected(&empty), -1);
	list_release(&l);
	list_release(&none);
}

/* The selected row stays selected through filters and orders; when it is gone, the next one is. */
static void test_selection_is_kept(void **state)
{
	struct list l = filtered("");

	(void)state;
	list_update(&l, &source, 3);
	assert_int_equal(list_selected(&l), 3);
	strcpy(l.filter, "klar");
	list_update(&l, &source, -1);
	assert_int_equal(list_selected(&l), 3);
	strcpy(l.filter, "saknas");
	list_update(&l, &source, -1);
	assert_int_equal(list_selected(&l), 4);
	l.filter[0] = '\0';
	l.sort_column = 0;
	list_update(&l, &source, -1);
	assert_int_equal(list_selected(&l), 4);
	list_update(&l, &source, 99);
	assert_true(list_selected(&l) >= 0);
	list_release(&l);
}

static void assert_order(const struct list *l, const char *expected)
{
	char order[COUNCIL + 1] = "";

	for (size_t i = 0; i < l->shown; i++)
		order[i] = (char)('0' + l->order[i]);
	assert_string_equal(order, expected);
}

static int by_length(void *ctx, size_t a, size_t b, size_t column)
{
	(void)ctx;
	(void)column;
	return (int)strlen(council[a].status) - (int)strlen(council[b].status);
}

/* Swedish order by default, the source's own when it has one; equals keep the source's order both ways. */
static void test_sort(void **state)
{
	struct list l = filtered("");
	struct list_source own = source;

	(void)state;
	l.sort_column = 0;
	list_update(&l, &source, -1);
	assert_order(&l, "205143");
	l.sort_column = 1;
	list_update(&l, &source, -1);
	assert_order(&l, "351204");
	l.sort_descending = true;
	list_update(&l, &source, -1);
	assert_order(&l, "041235");
	own.compare = by_length;
	list_update(&l, &own, 1);
	assert_order(&l, "120435");
	assert_list(&l, &source, 32, 3,
		    "Namn                 Läge ▼   Nr\n"
		    "Åldersgräns          pågår     2\n"
		    "Jourlinje            pågår     3\n");
	list_release(&l);
}

static const char *const values[] = {"22,4 %", "–", "≥ 4", "1\u00a0234", "okänt", "−3", "8–10", "? av 9", "22,35 %"};

static void value_cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	(void)ctx;
	(void)column;
	out->text = values[row];
}

static int by_cells(void *ctx, size_t a, size_t b, size_t column)
{
	(void)ctx;
	(void)a;
	(void)b;
	(void)column;
	return LIST_BY_CELLS;
}

/* Numbers go by value and text by its first word; what nobody knows is last, whichever way it goes. */
static void test_sorts_by_value(void **state)
{
	static const struct list_column number[] = {{.title = "Värde", .width = 8, .align = TEXT_RIGHT}};
	struct list_source s = {.count = 9, .columns = number, .columns_count = 1, .cell = value_cell};
	struct list l;

	(void)state;
	list_init(&l);
	l.sort_column = 0;
	for (int own = 0; own < 2; own++) {
		s.compare = own ? by_cells : NULL;
		l.sort_descending = false;
		list_update(&l, &s, -1);
		for (size_t i = 0; i < 9; i++)
			assert_int_equal(l.order[i], ((const size_t[]){5, 2, 6, 8, 0, 3, 1, 4, 7})[i]);
		l.sort_descending = true;
		list_update(&l, &s, -1);
		for (size_t i = 0; i < 9; i++)
			assert_int_equal(l.order[i], ((const size_t[]){3, 0, 8, 6, 2, 5, 1, 4, 7})[i]);
	}
	list_release(&l);
}

/* Marked rows have a sign in the column before the list, whatever the order; without room for it there is none. */
static void test_marked_rows(void **state)
{
	struct list l = filtered("");
	struct canvas c;
	struct buf text = {0};

	(void)state;
	l.marked = mem_alloc(COUNCIL * sizeof *l.marked);
	l.marked[1] = l.marked[4] = true;
	strcpy(l.filter, "a");
	list_update(&l, &source, -1);
	canvas_init(&c, 30, 8);
	list_draw(&l, &source, &c, (struct rect){1, 0, 29, 8}, true, "");
	canvas_dump(&c, &text);
	assert_non_null(strstr(buf_cstr(&text), "*Ärende om avtal"));
	assert_null(strstr(buf_cstr(&text), "*Konsultteam"));
	canvas_release(&c);
	buf_release(&text);
	list_release(&l);
}

/* Moving: it stops at the ends, pages keep a row in sight, other commands are not ours. */
static void test_moves(void **state)
{
	struct list l = filtered("");

	(void)state;
	assert_list(&l, &source, 12, 4, "Namn\nKonsultteam\nÅldersgräns\nJourlinje\n");
	assert_true(list_command(&l, COMMAND_UP));
	assert_int_equal(list_selected(&l), 0);
	list_command(&l, COMMAND_PAGE_DOWN);
	assert_int_equal(list_selected(&l), 2);
	list_command(&l, COMMAND_LAST);
	list_command(&l, COMMAND_DOWN);
	assert_int_equal(list_selected(&l), 5);
	assert_list(&l, &source, 12, 4, "Namn\nÖverenskomm…\nÄrende om a…\nUtbildning …\n");
	list_command(&l, COMMAND_PAGE_UP);
	assert_int_equal(list_selected(&l), 3);
	list_command(&l, COMMAND_FIRST);
	assert_int_equal(list_selected(&l), 0);
	assert_false(list_command(&l, COMMAND_QUIT));
	list_release(&l);
}

/* Headings stand above their rows, always above the first one seen, and not when it is sorted otherwise. */
static void test_headings(void **state)
{
	struct list_source s = source;
	struct list l;

	(void)state;
	s.heading = council_heading;
	list_init(&l);
	list_update(&l, &s, 2);
	assert_list(&l, &s, 16, 8,
		    "Namn\nVård\nKonsultteam\nÅldersgräns\nJourlinje\nAvtal\nÖverenskommelse\nÄrende om avtal\n");
	list_command(&l, COMMAND_LAST);
	assert_list(&l, &s, 16, 5, "Namn\nAvtal\nÄrende om avtal\nKunskap\nUtbildning för …\n");
	assert_list(&l, &s, 16, 1, "Utbildning för …\n");
	l.sort_column = 0;
	list_update(&l, &s, 2);
	assert_list(&l, &s, 16, 3, "Namn ▲\nJourlinje\nKonsultteam\n");
	list_release(&l);
}

/* Wherever one goes, in whatever height, the selected row is on the screen. */
static void test_cursor_is_always_seen(void **state)
{
	static const enum command moves[] = {COMMAND_UP,        COMMAND_DOWN, COMMAND_DOWN, COMMAND_PAGE_UP,
					     COMMAND_PAGE_DOWN, COMMAND_LAST, COMMAND_FIRST};
	struct list_source s = source;
	struct list l;
	uint32_t seed = 7;

	(void)state;
	s.heading = council_heading;
	s.count = 100;
	list_init(&l);
	list_update(&l, &s, 0);
	for (int i = 0; i < 3000; i++) {
		int height, marked = 0;
		struct canvas c;

		seed = seed * 1664525u + 1013904223u;
		height = 1 + (int)((seed >> 8) % 12);
		list_command(&l, moves[(seed >> 16) % 7]);
		canvas_init(&c, 20, height);
		list_draw(&l, &s, &c, (struct rect){0, 0, 20, height}, true, "");
		for (int y = 0; y < height; y++)
			marked += role_at(&c, 0, y) == ROLE_SELECTED;
		assert_int_equal(marked, 1);
		canvas_release(&c);
	}
	list_release(&l);
}

/* A hundred thousand rows: drawing asks for what is seen only, filtering and moving are quick. */
static void test_many_rows(void **state)
{
	struct list_source s = source;
	struct list l;
	struct canvas c;
	clock_t start;

	(void)state;
	s.count = 100000;
	list_init(&l);
	list_update(&l, &s, 50000);
	canvas_init(&c, 80, 24);
	list_command(&l, COMMAND_LAST);
	cells_asked = 0;
	start = clock();
	list_draw(&l, &s, &c, (struct rect){0, 0, 80, 24}, true, "");
	assert_true(cells_asked <= 23 * 3);
	print_message("draw %ld us\n", (long)((clock() - start) * 1000000 / CLOCKS_PER_SEC));
	strcpy(l.filter, "ärende avtal");
	start = clock();
	list_update(&l, &s, -1);
	print_message("filter %ld us\n", (long)((clock() - start) * 1000000 / CLOCKS_PER_SEC));
	assert_int_equal(l.shown, 16666);
	l.filter[0] = '\0';
	l.sort_column = 0;
	start = clock();
	list_update(&l, &s, -1);
	print_message("sort %ld us\n", (long)((clock() - start) * 1000000 / CLOCKS_PER_SEC));
	canvas_release(&c);
	list_release(&l);
}

static void assert_title(struct list *l, int width, const char *unicode, const char *ascii)
{
	struct canvas c;
	struct buf row = {0}, plain = {0};

	canvas_init(&c, width, 4);
	list_draw(l, &source, &c, (struct rect){0, 0, width, 4}, true, "");
	canvas_dump(&c, &row);
	row.data[strcspn(row.data, "\n")] = '\0';
	text_to_ascii(&plain, row.data);
	assert_string_equal(row.data, unicode);
	assert_string_equal(buf_cstr(&plain), ascii);
	buf_release(&row);
	buf_release(&plain);
	canvas_release(&c);
}

/* A blank is between the title and the arrow, in a terminal with no other letters than ASCII as well; a narrow column keeps its title. */
static void test_arrow_is_no_letter(void **state)
{
	struct list l = filtered("");

	(void)state;
	l.sort_column = 0;
	assert_title(&l, 40, "Namn ▲                       Läge     Nr", "Namn ^                       Lage     Nr");
	l.sort_descending = true;
	assert_title(&l, 5, "Na… ▼", "Na. v");
	l.sort_column = 1;
	assert_title(&l, 40, "Namn                         Läge ▼   Nr", "Namn                         Lage v   Nr");
	l.sort_column = 2;
	assert_title(&l, 40, "Namn                         Läge   Nr ▼", "Namn                         Lage   Nr v");
	list_release(&l);
}

/* Of a filter that there is no room for, the whole letters that there is; an accent that stands after its letter is part of it. */
static void test_long_filter(void **state)
{
	static const char *const letters[] = {"å", "e\u0301", "\U0001F600"};
	struct list l = filtered("");

	(void)state;
	for (size_t i = 0; i < 3; i++)
		for (int before = 0; before < 4; before++) {
			struct buf b = {0};
			size_t letter = strlen(letters[i]);

			buf_fill(&b, 'x', (size_t)before);
			while (b.len < 2 * LIST_FILTER_SIZE)
				buf_str(&b, letters[i]);
			list_set_filter(&l, &source, buf_cstr(&b), -1);
			assert_memory_equal(l.filter, buf_cstr(&b), strlen(l.filter));
			assert_int_equal((strlen(l.filter) - (size_t)before) % letter, 0);
			assert_in_range(strlen(l.filter), LIST_FILTER_SIZE - letter, LIST_FILTER_SIZE - 1);
			buf_release(&b);
		}
	list_release(&l);
}

/* Where the wished widths do not fit, the flexible columns give way, the first one most; the others are whole. */
static void test_flexible_columns_give_way(void **state)
{
	static const struct list_column narrow[] = {{.title = "Namn", .width = 20, .flexible = true},
						    {.title = "Var", .width = 14, .flexible = true},
						    {.title = "Läge", .width = 6}};
	static const int widths[] = {44, 41, 30, 12};
	static const int status_at[] = {38, 35, 24, 16};
	struct list_source s = source;
	struct list l;

	(void)state;
	s.columns = narrow;
	s.columns_count = 3;
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
		struct canvas c = {0};
		struct buf b = {0};

		canvas_init(&c, 60, 10);
		list_init(&l);
		list_update(&l, &s, 0);
		list_draw(&l, &s, &c, (struct rect){0, 0, widths[i], 10}, true, "");
		canvas_dump(&c, &b);
		const char *title = strstr(buf_cstr(&b), "Läge");
		assert_int_equal(title ? title - buf_cstr(&b) : -1, i < 3 ? status_at[i] : -1);
		buf_release(&b);
		list_release(&l);
		canvas_release(&c);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_draws),
	    cmocka_unit_test(test_drops_columns), cmocka_unit_test(test_flexible_columns_give_way),
	    cmocka_unit_test(test_selection_is_marked),
	    cmocka_unit_test(test_filter),
	    cmocka_unit_test(test_long_filter), cmocka_unit_test(test_arrow_is_no_letter),
	    cmocka_unit_test(test_filter_is_told),
	    cmocka_unit_test(test_selection_is_kept),
	    cmocka_unit_test(test_sort),
	    cmocka_unit_test(test_sorts_by_value),
	    cmocka_unit_test(test_marked_rows),
	    cmocka_unit_test(test_moves),
	    cmocka_unit_test(test_headings),
	    cmocka_unit_test(test_cursor_is_always_seen),
	    cmocka_unit_test(test_many_rows),
	};

	return TESTS(tests);
}
