/* Answers in pane 2: S gives one for the region or a unit, it is saved with its source, undone, and shown. No terminal. */
#include "support/practice.h"

#include "radsbord/pane/frame.h"
#include "radsbord/ui/canvas.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ANSWERS "forslagssvar.rec"

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
	s->frame = frame_new(s->practice.session, s->keymap,
	                     reference_find_place(session_model(s->practice.session)->reference, "04", false));
	canvas_init(&s->canvas, 200, 50);
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

static void press(struct stage *s, ui_key key)
{
	frame_handle(s->frame, &(struct event){.type = EVENT_KEY, .key = key});
	canvas_clear(&s->canvas);
	frame_draw(s->frame, &s->canvas);
}

static void type(struct stage *s, const char *keys)
{
	while (*keys) {
		uint32_t cp;
		keys += text_decode(keys, strlen(keys), &cp);
		press(s, cp == '\n' ? (ui_key)UI_KEY_ENTER : cp == '\t' ? (ui_key)UI_KEY_TAB : (ui_key)cp);
	}
}

static bool shows(struct stage *s, const char *text)
{
	buf_clear(&s->text);
	canvas_clear(&s->canvas);
	frame_draw(s->frame, &s->canvas);
	canvas_dump(&s->canvas, &s->text);
	return strstr(buf_cstr(&s->text), text) != NULL;
}

static void assert_shows(struct stage *s, const char *text)
{
	if (!shows(s, text)) {
		printf("missing: %s\n%s\n", text, buf_cstr(&s->text));
		fail();
	}
}

static void assert_file(struct stage *s, const char *text, bool has)
{
	char *bytes = practice_read(&s->practice, ANSWERS);
	if ((bytes && strstr(bytes, text)) != has) {
		printf("%s %s: %s\n%s\n", ANSWERS, has ? "lacks" : "has", text, bytes ? bytes : "(no file)");
		fail();
	}
	free(bytes);
}

/* S, the third answer, a source: a new record, the list and the detail show it, and the line says it is saved. */
static void region_answers(void **state)
{
	struct stage *s = *state;
	type(s, "2\t\tS");
	assert_shows(s, "Södermanland: ");
	assert_shows(s, "nej");
	type(s, "pågår\n");
	assert_shows(s, "Källa");
	type(s, "Mötet 24 november\n");
	assert_shows(s, "Sparat kl. 9.30.");
	assert_shows(s, "pågår");
	assert_file(s, "%rec: Svar", true);
	assert_file(s, "Galler: 04\nSvar: pagar\nDatum: 2026-11-24\nKalla: Mötet 24 november\n", true);
	type(s, "\n");
	assert_shows(s, "2026-11-24 Södermanland: pågår (Mötet 24 november)");
}

/* A second answer is written beside the first, and the latest is the one shown. */
static void older_answers_stay(void **state)
{
	struct stage *s = *state;
	type(s, "2\t\tSpågår\nEtt\n");
	s->practice.now += 86400;
	type(s, "Sgenomfört\nTvå\n");
	const struct records *r = session_model(s->practice.session)->council;
	assert_int_equal(records_count(r, RECORD_ANSWER), 2);
	assert_file(s, "Svar: pagar", true);
	assert_file(s, "Svar: genomfort", true);
	type(s, "\n");
	assert_shows(s, "2026-11-24 Södermanland: pågår (Ett)");
	assert_shows(s, "2026-11-25 Södermanland: genomfört (Två)");
	press(s, UI_KEY_ESCAPE);
	assert_shows(s, " genomfört ");
	assert_false(shows(s, " pågår "));
}

/* u takes the answer away, Ctrl-R gives it again. */
static void answer_can_be_undone(void **state)
{
	struct stage *s = *state;
	type(s, "2\t\tSgenomfört\nMötet\n");
	press(s, 'u');
	assert_shows(s, "Ångrat: Svar på F-");
	assert_file(s, "Svar: genomfort", false);
	press(s, UI_KEY_CTRL + 'R');
	assert_file(s, "Svar: genomfort", true);
}

/* Without a source nothing is saved and the question stays; Esc leaves no file. */
static void source_is_required(void **state)
{
	struct stage *s = *state;
	type(s, "2\t\tSpågår\n\n");
	assert_shows(s, "Skriv varifrån svaret kommer");
	type(s, " \n");
	assert_shows(s, "Skriv varifrån svaret kommer");
	press(s, UI_KEY_ESCAPE);
	assert_shows(s, "Ingenting ändrades.");
	assert_null(practice_read(&s->practice, ANSWERS));
}

/* S on a unit asks which proposal to units, then the answer: it is the unit's, and the region's stays okänt. */
static void unit_answers(void **state)
{
	struct stage *s = *state;
	type(s, "2\tS");
	assert_shows(s, "vilket förslag?");
	assert_shows(s, "Skriftligt uppdrag från huvudmannen (okänt)");
	assert_false(shows(s, "Krav på jämlik infrastruktur"));
	type(s, "Skriftligt uppdrag från\npågår\nEnhetschefen\n");
	assert_file(s, "Forslag: F-E01\nGaller: E04-01\nSvar: pagar\n", true);
	type(s, "\t/Skriftligt uppdrag från\n");
	assert_shows(s, "okänt");
	assert_false(shows(s, " pågår "));
	type(s, "\n");
	assert_shows(s, "SSIH Södermanland: pågår (Enhetschefen)");
}

/* A gap has no status and the country does not answer: both are said, and nothing is written. */
static void refusals(void **state)
{
	struct stage *s = *state;
	type(s, "2S");
	assert_shows(s, "En brist har ingen status");
	type(s, "\t\t-S");
	assert_shows(s, "Riket svarar inte på förslag");
	assert_null(practice_read(&s->practice, ANSWERS));
}

/* Another region has its own answers: what Södermanland said is not shown for Östergötland. */
static void each_region_its_own(void **state)
{
	struct stage *s = *state;
	type(s, "2\t\tSpågår\nMötet\n.");
	assert_shows(s, "okänt");
	assert_false(shows(s, " pågår "));
	type(s, ",");
	assert_shows(s, " pågår ");
}

/* + steps to areas, municipalities and hospitals, never to units. */
static void units_are_no_steps(void **state)
{
	struct stage *s = *state;
	type(s, "1+");
	assert_shows(s, "Eskilstuna");
	assert_false(shows(s, "SSIH"));
	type(s, "Eskilstuna\n");
	assert_shows(s, "Eskilstuna");
	type(s, "+");
	assert_false(shows(s, "SSIH"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(region_answers), TEST(older_answers_stay), TEST(answer_can_be_undone), TEST(source_is_required),
		TEST(unit_answers),   TEST(refusals),           TEST(each_region_its_own),  TEST(units_are_no_steps),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
