/* The layout of maps on its own: the municipalities of the reference data, and fields of every size. */
#include "radsbord/base/figure.h"
#include "radsbord/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 400, SWEDEN = 290 };

struct country {
	struct figure_map_item items[MOST];
	char names[MOST][48];
	struct figure_map figure;
	struct figure_cell cells[MOST];
};

static int hundred_thousandths(const char *s)
{
	char digits[16];
	size_t n = 0;
	const char *point = strchr(s, '.');

	for (const char *p = s; *p && *p != ',' && (!point || p <= point + 5) && n + 1 < sizeof digits; p++)
		if (*p != '.')
			digits[n++] = *p;
	for (size_t decimals = point ? n - (size_t)(point - s) : 0; decimals < 5; decimals++)
		digits[n++] = '0';
	digits[n] = '\0';
	return atoi(digits);
}

/* All municipalities, or those of a region. */
static void read_country(struct country *c, const char *region)
{
	char line[512];
	FILE *f = fopen("data/sverige/kommuner.csv", "r");

	memset(c, 0, sizeof *c);
	assert_non_null(f);
	assert_non_null(fgets(line, sizeof line, f));
	while (fgets(line, sizeof line, f)) {
		char *columns[6] = {line};

		for (int i = 1; i < 6; i++) {
			columns[i] = strchr(columns[i - 1], ',') + 1;
			columns[i][-1] = '\0';
		}
		if (region && strcmp(columns[2], region) != 0)
			continue;
		struct figure_map_item *item = &c->items[c->figure.count];
		snprintf(c->names[c->figure.count], sizeof c->names[0], "%s", columns[1]);
		*item = (struct figure_map_item){.label = c->names[c->figure.count++],
		                                 .placed = true,
		                                 .north = hundred_thousandths(columns[4]),
		                                 .east = hundred_thousandths(columns[5])};
	}
	fclose(f);
	c->figure.items = c->items;
}

/* Every mark, with its name, in the field and nobody else's. */
static void expect_no_overlap(const struct country *c, struct figure_map_layout l, int width, int height)
{
	char *taken = calloc((size_t)width * (size_t)height + 1, 1);
	size_t shown = 0;

	for (size_t i = 0; i < c->figure.count; i++) {
		struct figure_cell at = c->cells[i];
		int name = text_width(c->items[i].label), item = l.name ? 2 + (name < l.name ? name : l.name) : 1;

		if (at.x < 0)
			continue;
		shown++;
		assert_true(at.x + item <= width && at.y >= 0 && at.y < height);
		for (int x = at.x; x < at.x + item; x++)
			assert_int_equal(taken[at.y * width + x]++, 0);
	}
	assert_int_equal(shown, l.shown);
	free(taken);
}

/* Further north is never below; in a row west is left of east. */
static void expect_order(const struct country *c)
{
	for (size_t a = 0; a < c->figure.count; a++)
		for (size_t b = 0; b < c->figure.count; b++) {
			if (c->cells[a].x < 0 || c->cells[b].x < 0)
				continue;
			if (c->items[a].north > c->items[b].north)
				assert_true(c->cells[a].y <= c->cells[b].y);
			if (c->cells[a].y == c->cells[b].y && c->items[a].east < c->items[b].east)
				assert_true(c->cells[a].x < c->cells[b].x);
		}
}

static void test_the_country(void **state)
{
	/* All 290 in the fields of the three window sizes; what differs clearly is told apart. */
	static const struct {
		int width, height, north, east; /* clearly: degrees */
	} fields[] = {{93, 34, 1, 5}, {53, 16, 2, 6}, {33, 10, 4, 8}};
	struct country c;

	(void)state;
	read_country(&c, NULL);
	assert_int_equal(c.figure.count, SWEDEN);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		struct figure_map_layout l = figure_map_place(&c.figure, fields[i].width, fields[i].height, c.cells);

		assert_int_equal(l.shown, SWEDEN);
		assert_int_equal(l.name, 0);
		expect_no_overlap(&c, l, fields[i].width, fields[i].height);
		expect_order(&c);
		for (size_t a = 0; a < SWEDEN; a++)
			for (size_t b = 0; b < SWEDEN; b++) {
				if (c.items[a].north - c.items[b].north > fields[i].north * 100000)
					assert_true(c.cells[a].y < c.cells[b].y);
				if (c.items[b].east - c.items[a].east > fields[i].east * 100000)
					assert_true(c.cells[a].x < c.cells[b].x);
			}
	}
}

static void test_the_regions(void **state)
{
	/* A region of nine, of 26 and of 49: all by name in a window of 80 x 24, none over another. */
	static const char *const regions[] = {"04", "01", "12", "14", "25"};
	struct country c;

	(void)state;
	for (size_t i = 0; i < sizeof regions / sizeof *regions; i++) {
		read_country(&c, regions[i]);
		struct figure_map_layout l = figure_map_place(&c.figure, 53, 16, c.cells);

		assert_int_equal(l.shown, c.figure.count);
		assert_true(l.name >= 5);
		expect_no_overlap(&c, l, 53, 16);
		expect_order(&c);
	}
}

static void test_any_field(void **state)
{
	/* What has no room is counted as not shown; nothing lies outside. */
	struct country c;

	(void)state;
	read_country(&c, NULL);
	for (int width = 0; width < 40; width += 3)
		for (int height = 0; height < 20; height += 3) {
			struct figure_map_layout l = figure_map_place(&c.figure, width, height, c.cells);
			size_t room = (size_t)width * (size_t)height;

			expect_no_overlap(&c, l, width, height);
			expect_order(&c);
			assert_int_equal(l.shown, room < SWEDEN ? room : SWEDEN);
		}
}

static void test_odd_places(void **state)
{
	/* Places without a position are not shown; places in one spot, and in the corners of the world, each have a cell. */
	static struct country c;

	(void)state;
	memset(&c, 0, sizeof c);
	for (size_t i = 0; i < 12; i++)
		c.items[i] = (struct figure_map_item){.label = i % 2 ? "" : "A\u030A\u202E\x1b[2J", .placed = i > 0, .north = 6000000, .east = 1500000};
	c.items[10].north = 9000000;
	c.items[11].north = -9000000;
	c.items[10].east = -18000000;
	c.items[11].east = 18000000;
	c.figure = (struct figure_map){.items = c.items, .count = 12};
	for (int width = 1; width < 60; width += 7) {
		struct figure_map_layout l = figure_map_place(&c.figure, width, 8, c.cells);

		expect_no_overlap(&c, l, width, 8);
		expect_order(&c);
		assert_int_equal(l.shown, width * 8 < 11 ? width * 8 : 11);
		assert_int_equal(c.cells[0].x, -1);
	}
	c.figure.count = 0;
	assert_int_equal(figure_map_place(&c.figure, 10, 10, c.cells).shown, 0);
}

static void test_steps(void **state)
{
	/* East through all in reading order and round; west back; north and south to the next row, never sideways out. */
	struct country c;
	size_t at, all = 0;

	(void)state;
	read_country(&c, "04");
	figure_map_place(&c.figure, 53, 16, c.cells);
	at = figure_map_step(c.cells, c.figure.count, c.figure.count, FIGURE_EAST);
	size_t first = at;
	do {
		size_t to = figure_map_step(c.cells, c.figure.count, at, FIGURE_EAST);
		assert_int_equal(figure_map_step(c.cells, c.figure.count, to, FIGURE_WEST), at);
		at = to;
		all++;
	} while (at != first);
	assert_int_equal(all, c.figure.count);
	for (size_t i = 0; i < c.figure.count; i++) {
		size_t north = figure_map_step(c.cells, c.figure.count, i, FIGURE_NORTH);
		size_t south = figure_map_step(c.cells, c.figure.count, i, FIGURE_SOUTH);
		assert_true(north == i || c.cells[north].y < c.cells[i].y);
		assert_true(south == i || c.cells[south].y > c.cells[i].y);
	}
}

static void test_counts(void **state)
{
	const struct figure_map_item items[] = {{.mark = FIGURE_MET}, {.mark = FIGURE_ELSEWHERE}, {.mark = FIGURE_MET}};
	const struct figure_map f = {.items = items, .count = 3};

	(void)state;
	assert_int_equal(figure_map_count(&f, FIGURE_MET), 2);
	assert_int_equal(figure_map_count(&f, FIGURE_ELSEWHERE), 1);
	assert_int_equal(figure_map_count(&f, FIGURE_UNKNOWN), 0);
	/* no two marks alike, in UTF-8 and in ASCII */
	for (int a = 0; a < FIGURE_MARKS; a++)
		for (int b = 0; b < a; b++) {
			struct buf x = {0}, y = {0};
			text_to_ascii(&x, figure_marks[a]);
			text_to_ascii(&y, figure_marks[b]);
			assert_string_not_equal(buf_cstr(&x), buf_cstr(&y));
			assert_string_not_equal(buf_cstr(&x), "?");
			buf_release(&x);
			buf_release(&y);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_country), cmocka_unit_test(test_the_regions), cmocka_unit_test(test_any_field),
		cmocka_unit_test(test_odd_places),  cmocka_unit_test(test_steps),       cmocka_unit_test(test_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
