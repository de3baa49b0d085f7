/* A document that takes long: every format tells how far it has come, and one that is stopped says so and is never taken for whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "radsbord/report/format.h"
#include "support/stopper.h"

#include <string.h>

enum { ROWS = 200, PIECES = ROWS + 3 };

static void fill(struct doc *d)
{
	static const struct doc_column columns[] = {{.name = "nr", .label = "Nr"}, {.name = "vad", .label = "Vad"}};
	doc_heading(d, 1, "Handlingsplan");
	doc_paragraph(d, "Antagen.");
	struct doc_table *t = doc_table(d, NULL, columns, 2);
	for (int i = 0; i < ROWS; i++) {
		struct doc_cell *c = doc_row(d, t);
		c[0] = doc_number(d, num_int(i), 0, NUM_HALF_UP);
		c[1] = doc_text(d, "Ring regionen", NULL);
	}
}

/* Makes the document in a format, stopped at a moment; true when it was made. */
static bool make(enum output_format format, struct stopper *s, int at, struct buf *out, struct error *e)
{
	struct doc d = {0};
	struct work *w = stopper_init(s, at);
	error_clear(e);
	work_begin(w, "Gör dokumentet");
	doc_follow(&d, w, PIECES);
	fill(&d);
	assert_int_equal(doc_pieces(&d), PIECES);
	bool made = output_formats[format].render(&d, &(struct render_options){.width = 80}, out, e);
	assert_int_equal(work_end(w), !made);
	doc_release(&d);
	return made;
}

static void every_format(void **state)
{
	(void)state;
	for (int f = 0; f < OUTPUT_FORMATS; f++) {
		struct stopper s, stopped;
		struct buf whole = {0}, half = {0}, alone = {0};
		struct error e = {0};
		struct doc d = {0};
		fill(&d);
		if (!output_formats[f].render(&d, &(struct render_options){.width = 80}, &alone, &e)) {
			assert_int_equal(e.code, ERROR_USAGE); /* a build without its library */
			doc_release(&d);
			continue;
		}
		doc_release(&d);
		assert_true(make((enum output_format)f, &s, 0, &whole, &e));
		assert_true(s.asked >= PIECES + ROWS);
		assert_false(s.back);
		assert_true(s.percent >= 60);
		assert_int_equal(whole.len, alone.len);
		for (int at = 1; at <= s.asked; at += s.asked / 7) { /* while it is filled, rendered and packed */
			assert_false(make((enum output_format)f, &stopped, at, &half, &e));
			assert_int_equal(stopped.asked, at);
			assert_string_equal(e.text, "Avbrutet: inget skrevs.");
			buf_clear(&half);
		}
		buf_release(&whole);
		buf_release(&half);
		buf_release(&alone);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(every_format)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
