/* A filter as it is typed: it shows what it would show if it were asked for at once, whatever was typed before, and of many rows the
 * nearest first. */
#include "ui_test.h"

#include "radsbord/ui/list.h"

#include <stdio.h>
#include <stdlib.h>

enum { MANY = 9000 };

struct rows {
	long looked_at; /* how many rows' text was asked for */
};

static const char *const names[] = {"Konsultteam", "Åldersgräns", "Jourlinje", "Överenskommelse", "Ärende om avtal", "Utbildning för ombud"};
static const char *const statuses[] = {"saknas", "pågår", "klar", "vilar", "saknas"};

static void cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	static char text[64];

	(void)ctx;
	if (column == 0)
		snprintf(text, sizeof text, "%s %zu", names[row % 6], row * 7919 % MANY);
	out->text = column == 0 ? text : statuses[row % 5];
}

static void row_text(void *ctx, size_t row, struct buf *out)
{
	struct rows *rows = ctx;

	rows->looked_at++;
	buf_printf(out, "%s %zu %s", names[row % 6], row * 7919 % MANY, statuses[row % 5]);
}

static void row_value(void *ctx, size_t row, size_t key, struct buf *out)
{
	(void)ctx;
	(void)key;
	buf_str(out, statuses[row % 5]);
}

static const struct list_column columns[] = {{.title = "Namn", .width = 12, .flexible = true}, {.title = "Läge", .width = 6}};
static const struct filter_key words[] = {{.name = "läge", .help = "läget", .kind = FILTER_TEXT}};

static struct list_source source_of(struct rows *rows, size_t count)
{
	return (struct list_source){.ctx = rows, .count = count, .columns = columns, .columns_count = 2, .cell = cell,
	                            .filter = {.keys = words, .keys_count = 1, .text = row_text, .value = row_value}};
}

static void assert_same(const struct list *a, const struct list *b)
{
	assert_string_equal(a->filter, b->filter);
	assert_int_equal(a->shown, b->shown);
	for (size_t i = 0; i < a->shown; i++)
		assert_int_equal(a->order[i], b->order[i]);
	assert_int_equal(list_selected(a), list_selected(b));
}

static void typed_letter_by_letter(void **state)
{
	/* Letter by letter and back again, in the order of the source and sorted: the same rows, and the same row selected. */
	static const char *const typed[] = {"",     "a",      "av", "avt", "avt l", "avt", "läge:", "läge:p", "läge:på", "-",
					    "-p",   "-pr",    "ä",  "",    "k",     "ko",  "k",     "j",      "jour s",  "jour sa",
					    "jour s", "jour", "",   "7",   "79",    "7"};
	struct rows rows = {0};
	struct list_source s = source_of(&rows, 300);
	struct list at_once, as_typed;

	(void)state;
	list_init(&at_once);
	list_init(&as_typed);
	for (int column = -1; column < 2; column++) {
		at_once.sort_column = as_typed.sort_column = column;
		list_update(&as_typed, &s, 3);
		list_update(&at_once, &s, 3);
		for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
			snprintf(at_once.filter, sizeof at_once.filter, "%s", typed[i]);
			list_update(&at_once, &s, -1);
			list_set_filter(&as_typed, &s, typed[i], -1);
			assert_false(list_is_looking(&as_typed));
			assert_same(&as_typed, &at_once);
		}
		list_filter_done(&as_typed);
	}
	list_release(&at_once);
	list_release(&as_typed);
}

static void begun_with_a_filter(void **state)
{
	/* What the list had when the typing began is a filter like the others: narrowed, given back, and left behind. */
	static const char *const typed[] = {"saknas k", "saknas", "sakna", "saknas", ""};
	struct rows rows = {0};
	struct list_source s = source_of(&rows, 300);
	struct list at_once, as_typed;

	(void)state;
	list_init(&at_once);
	list_init(&as_typed);
	snprintf(as_typed.filter, sizeof as_typed.filter, "saknas");
	list_update(&as_typed, &s, 5);
	list_update(&at_once, &s, 5);
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		snprintf(at_once.filter, sizeof at_once.filter, "%s", typed[i]);
		list_update(&at_once, &s, 5);
		list_set_filter(&as_typed, &s, typed[i], 5);
		assert_same(&as_typed, &at_once);
	}
	list_release(&at_once);
	list_release(&as_typed);
}

static void typed_faster_than_it_is_looked(void **state)
{
	/* Any typing with any looking in between, over more rows than are looked at before the picture. */
	static const char *const letters[] = {"k", "o", "n", " ", "sa", "1", "läge:", "-", "å"};
	struct rows rows = {0};
	struct list_source s = source_of(&rows, MANY);
	struct list at_once, as_typed;
	char text[64] = "";
	unsigned seed = 1;

	(void)state;
	list_init(&at_once);
	list_init(&as_typed);
	list_update(&as_typed, &s, 40);
	for (int i = 0; i < 400; i++) {
		long row = rand_r(&seed) % MANY;
		size_t len = strlen(text);

		if (rand_r(&seed) % 3 == 0)
			text[len - (len > 0)] = '\0'; /* also the half of a letter */
		else if (len < sizeof text - 8)
			strcat(text, letters[(size_t)rand_r(&seed) % (sizeof letters / sizeof *letters)]);
		if (rand_r(&seed) % 20 == 0)
			text[0] = '\0';
		list_set_filter(&as_typed, &s, text, row);
		for (int looks = rand_r(&seed) % 4; looks > 0; looks--)
			(void)list_look_on(&as_typed, &s);
		snprintf(at_once.filter, sizeof at_once.filter, "%s", text);
		list_update(&at_once, &s, row);
		/* What is shown already is the beginning of all that will be, and the selected row is among it. */
		assert_true(as_typed.shown <= at_once.shown);
		assert_true(list_is_looking(&as_typed) || as_typed.shown == at_once.shown);
		for (size_t k = 0; k < as_typed.shown; k++)
			assert_int_equal(as_typed.order[k], at_once.order[k]);
		if (list_selected(&at_once) == row)
			assert_int_equal(list_selected(&as_typed), row);
		if (rand_r(&seed) % 5)
			continue;
		list_look_through(&as_typed, &s);
		assert_false(list_is_looking(&as_typed));
		assert_same(&as_typed, &at_once);
	}
	list_release(&at_once);
	list_release(&as_typed);
}

static void looks_at_few_rows_at_a_time(void **state)
{
	/* A letter looks at what is near, a letter more at what is left of it, and a letter less at nothing again. */
	struct rows rows = {0};
	struct list_source s = source_of(&rows, MANY);
	struct list l;
	long all;

	(void)state;
	list_init(&l);
	list_update(&l, &s, 0);
	list_set_filter(&l, &s, "j", -1);
	assert_true(list_is_looking(&l));
	assert_true(rows.looked_at < MANY / 4);
	list_look_through(&l, &s);
	assert_int_equal(rows.looked_at, MANY);
	assert_int_equal(l.shown, MANY / 6);
	list_set_filter(&l, &s, "jourlinje s", -1);
	list_look_through(&l, &s);
	assert_int_equal(rows.looked_at, MANY + MANY / 6);
	all = rows.looked_at;
	list_set_filter(&l, &s, "j", -1);
	assert_false(list_is_looking(&l));
	assert_int_equal(l.shown, MANY / 6);
	list_set_filter(&l, &s, "", -1);
	assert_int_equal(l.shown, MANY);
	assert_int_equal(rows.looked_at, all);
	list_release(&l);
}

static bool canvas_has(const struct canvas *c, const char *text)
{
	struct buf b = {0};
	bool has;

	canvas_dump(c, &b);
	has = strstr(buf_cstr(&b), text) != NULL;
	buf_release(&b);
	return has;
}

static void says_that_it_looks(void **state)
{
	/* As long as rows are left to look at no number is told, nor that nothing is found; line by line all is looked at first. */
	struct rows rows = {0};
	struct list_source s = source_of(&rows, MANY);
	struct list l;
	struct canvas c;

	(void)state;
	list_init(&l);
	list_update(&l, &s, 0);
	canvas_init(&c, 60, 10);
	list_set_filter(&l, &s, "ingenting", -1);
	list_draw(&l, &s, &c, (struct rect){0, 0, 60, 10}, true, "");
	assert_true(canvas_has(&c, "letar …"));
	assert_false(canvas_has(&c, "Inget stämmer"));
	list_look_through(&l, &s);
	canvas_clear(&c);
	list_draw(&l, &s, &c, (struct rect){0, 0, 60, 10}, true, "");
	assert_true(canvas_has(&c, "0 av 9000"));
	assert_true(canvas_has(&c, "Inget stämmer"));
	list_set_filter(&l, &s, "jour", -1);
	assert_true(list_is_looking(&l));
	canvas_clear(&c);
	c.linear = true;
	list_draw(&l, &s, &c, (struct rect){0, 0, 60, 10}, true, "");
	assert_false(list_is_looking(&l));
	canvas_release(&c);
	list_release(&l);
}

static void other_rows_end_it(void **state)
{
	/* When the list is made of other rows nothing is left of the search. */
	struct rows rows = {0};
	struct list_source s = source_of(&rows, MANY), fewer = source_of(&rows, 3);
	struct list l;

	(void)state;
	list_init(&l);
	list_update(&l, &s, 0);
	list_set_filter(&l, &s, "j", -1);
	list_update(&l, &fewer, -1);
	assert_false(list_is_looking(&l));
	assert_int_equal(l.shown, 1);
	list_set_filter(&l, &fewer, "", -1);
	assert_int_equal(l.shown, 3);
	list_release(&l);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(typed_letter_by_letter),
	    cmocka_unit_test(begun_with_a_filter),
	    cmocka_unit_test(typed_faster_than_it_is_looked),
	    cmocka_unit_test(looks_at_few_rows_at_a_time),
	    cmocka_unit_test(says_that_it_looks),
	    cmocka_unit_test(other_rows_end_it),
	};

	return TESTS(tests);
}
