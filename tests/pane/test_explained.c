/* test_explained.c - Enter in the panes leads to why, over the real data: the record's place in the verdicts, the council's own
 * target beside the national one, the years. No terminal. */
#include "support/practice.h"

#include "radsbord/pane/frame.h"
#include "radsbord/report/explain.h"
#include "radsbord/ui/canvas.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct practice practice;
static struct keymap *keymap;

/* A plan with a target of its own, beside the example's. */
static void write_file(const char *name, const char *text)
{
	char path[1024];
	snprintf(path, sizeof path, "%s/%s", practice.path, name);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static int set_up(void **state)
{
	(void)state;
	keymap = keymap_new();
	if (!practice_open(&practice))
		return -1;
	write_file("plan/2026.rec", "%rec: Plan\n\nId: PLAN2026XX\nAr: 2026\nRubrik: Plan 2026\n\n%rec: Mal\n\nId: MAL2026XXX\nNr: 9\n"
	                            "Slag: matt\nRubrik: Halva vägen\nIndikator: vardplatser_100k\nPlats: 04\nDelmal: 6-8\n");
	return practice_reopen(&practice) ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	keymap_free(&keymap);
	practice_close(&practice);
	return 0;
}

/* What a screen of 200 columns shows after the keys. Owned. */
static char *screen_after(const char *keys, int height)
{
	const struct model *m = session_model(practice.session);
	struct frame *f = frame_new(practice.session, keymap, reference_find_place(m->reference, "04", false));
	struct canvas c;
	struct buf text = {0};
	canvas_init(&c, 200, height);
	frame_draw(f, &c);
	for (const char *k = keys; *k; k++) {
		ui_key key = *k == '\n' ? UI_KEY_ENTER : *k == '\t' ? UI_KEY_TAB : (ui_key)*k;
		frame_handle(f, &(struct event){.type = EVENT_KEY, .key = key});
		canvas_clear(&c);
		frame_draw(f, &c);
	}
	canvas_dump(&c, &text);
	canvas_release(&c);
	frame_free(&f);
	return buf_detach(&text);
}

static void shows(const char *keys, const char *wanted)
{
	char *text = screen_after(keys, 60);
	if (!strstr(text, wanted))
		fail_msg("”%s” is not on:\n%s", wanted, text);
	free(text);
}

static void test_own_target(void **state)
{
	/* The column is there when the council has a target of its own, and the detail says how the place stands against it. */
	(void)state;
	shows("", "Delmål");
	shows("", "6–8");
	shows("j\n", "Delmål        6–8: når inte delmålet, avstånd 3–9");
	shows("3\t\tjj\n", "Delmål  6–8. Rutorna mäts mot det");
	shows("3\t\tjj\n", "Ruta för ruta");
	shows("3\t\tjj\n", "Södermanland  ▽ 5,3");
}

static void test_views(void **state)
{
	/* v goes from the table to all regions, to the map, to another place beside, to the years, and back. */
	(void)state;
	shows("v", "Alla regioner: Behov");
	shows("vvvv", "År för år: Behov");
	shows("vvvv", "Bara ett år har uppgifter.");
	char *low = screen_after("jjv", 16); /* the place we stand in is seen, though it is the fourteenth */
	if (!strstr(low, "\n ▸ Södermanland"))
		fail_msg("%s", low);
	free(low);
	shows("+\nv", "Regionens kommuner: Behov");
	shows("vvvvv", "Vårdplatser per 100 000  ");
}

static void test_gap_is_outweighed(void **state)
{
	/* The gap of the whole region decides in its municipalities; at two hospitals a gap of their own weighs more. */
	struct doc d = {0};
	struct buf text = {0};
	(void)state;
	report_gap(&d, session_model(practice.session), model_gap(session_model(practice.session), "B04-09"));
	render_text(&d, 0, &text);
	for (char *s = strstr(buf_cstr(&text), "\xC2\xA0"); s; s = strstr(s, "\xC2\xA0"))
		memcpy(s, "  ", 2);
	if (!strstr(buf_cstr(&text), "En annan uppgift väger tyngre i 3  sjukhus: Mälarsjukhuset Eskilstuna (B04-06), Nyköpings lasarett "
	                             "(B04-06), Kullbergska sjukhuset Katrineholm (B04-03)."))
		fail_msg("%s", buf_cstr(&text));
	buf_release(&text);
	doc_release(&d);
}

static void test_every_record(void **state)
{
	/* Every gap, fact, unit and proposal of the report can be explained, and says what it decides. */
	const struct model *m = session_model(practice.session);
	(void)state;
	for (size_t i = 0; i < records_count(m->national, RECORD_GAP) + records_count(m->national, RECORD_FACT); i++) {
		size_t gaps = records_count(m->national, RECORD_GAP);
		struct doc d = {0};
		struct buf text = {0};
		report_gap(&d, m, i < gaps ? records_gap(m->national, i) : records_fact(m->national, i - gaps));
		render_text(&d, 80, &text);
		assert_non_null(strstr(buf_cstr(&text), "Vad den avgör\n"));
		assert_non_null(strstr(buf_cstr(&text), "data/sverige/"));
		buf_release(&text);
		doc_release(&d);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_own_target),
		cmocka_unit_test(test_views),
		cmocka_unit_test(test_gap_is_outweighed),
		cmocka_unit_test(test_every_record),
	};
	return cmocka_run_group_tests_name("explained", tests, set_up, tear_down);
}
