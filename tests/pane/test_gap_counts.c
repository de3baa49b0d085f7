/* Pane 2, part Saknas: v orders and counts, and the pane, the command line and the records agree, for every region, service
 * and degree. No terminal. */
#include "support/practice.h"

#include "radsbord/pane/frame.h"
#include "radsbord/report/gaps.h"
#include "radsbord/ui/canvas.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SERVICES = 14, NUMBERS = 4 }; /* saknas, saknas delvis, begränsad, alla */

struct stage {
	struct practice practice;
	struct keymap *keymap;
	struct frame *frame;
	struct canvas canvas;
	struct buf text;
};

static int set_up(void **state)
{
	struct stage *s = calloc(1, sizeof *s);
	*state = s;
	if (!practice_open(&s->practice))
		return -1;
	s->keymap = keymap_new();
	canvas_init(&s->canvas, 120, 60);
	return 0;
}

static int tear_down(void **state)
{
	struct stage *s = *state;
	frame_free(&s->frame);
	keymap_free(&s->keymap);
	canvas_release(&s->canvas);
	buf_release(&s->text);
	practice_close(&s->practice);
	free(s);
	return 0;
}

/* Opens pane 2 on a place and presses the keys; the screen's text. */
static const char *screen(struct stage *s, int place, const char *keys)
{
	frame_free(&s->frame);
	s->frame = frame_new(s->practice.session, s->keymap, place);
	for (; *keys; keys++) {
		ui_key key = *keys == '\r' ? (ui_key)UI_KEY_ENTER : *keys == '\t' ? (ui_key)UI_KEY_TAB : (ui_key)*keys;
		frame_handle(s->frame, &(struct event){.type = EVENT_KEY, .key = key});
	}
	canvas_clear(&s->canvas);
	frame_draw(s->frame, &s->canvas);
	buf_clear(&s->text);
	canvas_dump(&s->canvas, &s->text);
	return buf_cstr(&s->text);
}

/* The four numbers after `name` on a line that begins with it; zeros when there is no such line. */
static void numbers_of(const char *text, const char *name, size_t numbers[NUMBERS])
{
	memset(numbers, 0, NUMBERS * sizeof *numbers);
	for (const char *line = text; line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
		const char *s = line + strspn(line, " ");
		char *end = NULL;
		if (strncmp(s, name, strlen(name)) != 0 || s[strlen(name)] != ' ')
			continue;
		s += strlen(name);
		for (size_t i = 0; i < NUMBERS; i++, s = end) {
			numbers[i] = strtoul(s, &end, 10);
			assert_ptr_not_equal(end, s);
		}
		return;
	}
}

/* Counted in the records themselves: a region's own gaps. */
static void count_records(const struct model *m, const char *region, size_t counts[SERVICES + 1][NUMBERS])
{
	memset(counts, 0, (SERVICES + 1) * sizeof *counts);
	for (size_t i = 0; i < records_count(m->national, RECORD_GAP); i++) {
		const struct gap *g = records_gap(m->national, i);
		size_t at = g->degree == GAP_LIMITED ? 2 : g->limits.count ? 1 : 0;
		if (strcmp(g->region, region) != 0)
			continue;
		counts[g->service][at]++;
		counts[g->service][3]++;
		counts[SERVICES][at]++;
		counts[SERVICES][3]++;
	}
}

static void assert_numbers(const size_t wanted[NUMBERS], const size_t got[NUMBERS], const char *region, const char *what)
{
	for (size_t i = 0; i < NUMBERS; i++)
		if (wanted[i] != got[i])
			fail_msg("%s, %s, number %zu: %zu in the records, %zu shown", region, what, i, wanted[i], got[i]);
}

/* The rows that `radsbord saknas` lists, by what they say of service and degree. */
static void count_listed(const struct model *m, int place, size_t counts[SERVICES + 1][NUMBERS])
{
	struct doc d = {0};
	memset(counts, 0, (SERVICES + 1) * sizeof *counts);
	report_gaps(&d, m, place);
	for (size_t i = 0; i < d.count; i++) {
		const struct doc_table *t = d.items[i].table;
		for (size_t r = 0; d.items[i].kind == DOC_TABLE && r < t->rows; r++) {
			const struct doc_cell *c = t->cells + r * t->columns_count;
			int service = choice_find(service_choices, c[5].code);
			size_t at = 0;
			while (strcmp(gap_extent_labels[at], c[6].text) != 0)
				at++;
			counts[service][at]++;
			counts[service][3]++;
			counts[SERVICES][at]++;
			counts[SERVICES][3]++;
		}
	}
	doc_release(&d);
}

static void pane_list_and_records_agree(void **state)
{
	struct stage *s = *state;
	const struct model *m = session_model(s->practice.session);
	int regions[32];
	size_t n = reference_regions(m->reference, regions, sizeof regions / sizeof *regions), all = 0;
	for (size_t r = 0; r < n; r++) {
		const struct place *p = &m->reference->places[regions[r]];
		size_t records[SERVICES + 1][NUMBERS], listed[SERVICES + 1][NUMBERS], shown[NUMBERS];
		count_records(m, p->code, records);
		count_listed(m, regions[r], listed);
		const char *text = screen(s, regions[r], "2vv");
		for (size_t k = 0; k <= SERVICES; k++) {
			const char *name = k < SERVICES ? service_choices[k].label : "Alla";
			numbers_of(text, name, shown);
			assert_numbers(records[k], shown, p->name, name);
			assert_numbers(records[k], listed[k], p->name, name);
		}
		numbers_of(screen(s, regions[r], "2vvv"), "Alla", shown);
		assert_numbers(records[SERVICES], shown, p->name, "by place");
		all += records[SERVICES][3];
	}
	assert_int_equal(n, 21);
	assert_int_equal(all, records_count(m->national, RECORD_GAP));
}

static void the_country_is_counted_by_region(void **state)
{
	struct stage *s = *state;
	const struct model *m = session_model(s->practice.session);
	int regions[32];
	size_t n = reference_regions(m->reference, regions, sizeof regions / sizeof *regions);
	for (size_t r = 0; r < n; r++) {
		const struct place *p = &m->reference->places[regions[r]];
		size_t records[SERVICES + 1][NUMBERS], shown[NUMBERS];
		count_records(m, p->code, records);
		numbers_of(screen(s, reference_place_by_code(m->reference, "00"), "2vvv"), p->name, shown);
		assert_numbers(records[SERVICES], shown, "Sverige", p->name);
	}
}

static void the_command_line_counts_the_same(void **state)
{
	/* Every row but the last adds up to the last, by service and by place alike. */
	struct stage *s = *state;
	const struct model *m = session_model(s->practice.session);
	for (enum gap_grouping by = GAP_BY_SERVICE; by <= GAP_BY_PLACE; by++) {
		int64_t sums[NUMBERS] = {0};
		struct doc d = {0};
		const struct doc_table *t = NULL;
		report_gap_counts(&d, m, reference_place_by_code(m->reference, "00"), by);
		for (size_t i = 0; i < d.count; i++)
			t = d.items[i].kind == DOC_TABLE ? d.items[i].table : t;
		assert_non_null(t);
		for (size_t r = 0; r < t->rows; r++)
			for (size_t i = 0; i < NUMBERS; i++)
				sums[i] += t->cells[r * t->columns_count + 2 + i].number.num;
		for (size_t i = 0; i < NUMBERS; i++)
			assert_int_equal(sums[i], 2 * t->cells[(t->rows - 1) * t->columns_count + 2 + i].number.num);
		assert_int_equal(sums[3], 2 * records_count(m->national, RECORD_GAP));
		doc_release(&d);
	}
}

static void a_count_leads_to_its_gaps(void **state)
{
	/* Its detail links to the gaps, and nothing is made of a count; only the part Saknas has v. */
	struct stage *s = *state;
	int place = reference_find_place(session_model(s->practice.session)->reference, "04", false);
	assert_non_null(strstr(screen(s, place, "2vva"), "Det är ett antal."));
	assert_non_null(strstr(screen(s, place, "2vv\r"), "Palliativ mottagning, hela regionen: saknas"));
	assert_non_null(strstr(screen(s, place, "2vv\r\r"), "Brist B04-0"));
	assert_null(strstr(screen(s, place, "2\tv"), "Efter plats."));
	assert_null(strstr(screen(s, place, "2\t"), "v ordna"));
	assert_non_null(strstr(screen(s, place, "2v"), "Efter plats."));
	assert_non_null(strstr(screen(s, place, "2vvvv"), "Efter tjänst."));
}

/* One is told as one. */
static void one_is_one(void **state)
{
	struct gap_counts one = {.all = {.all = 1}};
	struct buf b = {0};
	(void)state;
	one.all.by_extent[EXTENT_LIMITED] = 1;
	gap_counts_say(&one, &b);
	assert_string_equal(buf_cstr(&b), "1 brist: 0 saknas, 1 begränsad");
	buf_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_is_one),
		cmocka_unit_test_setup_teardown(pane_list_and_records_agree, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_country_is_counted_by_region, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_command_line_counts_the_same, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_count_leads_to_its_gaps, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
