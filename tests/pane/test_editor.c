/* Ctrl-O in a form: the text of a field of several lines goes to the user's editor and comes back into the field. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

struct played {
	const char *answer; /* what the editor leaves; NULL: it fails */
	int runs;
	char given[200];
};

static bool play(void *ctx, const char *text, struct buf *out, struct error *e)
{
	struct played *p = ctx;
	p->runs++;
	snprintf(p->given, sizeof p->given, "%s", text);
	if (p->answer)
		buf_str(out, p->answer);
	return p->answer || error_set(e, ERROR_IO, "Redigeraren slutade med ett fel (1). Fältet är som det var.");
}

/* The form of an action, in its first field of several lines, where "Förut" is typed. */
static void open_form(struct stage *s, struct played *p)
{
	frame_set_editor(s->frame, play, p);
	stage_type(s, "3e");
	for (int i = 0; i < 30 && !stage_shows(s, "Ctrl-O redigerare"); i++)
		stage_press(s, UI_KEY_TAB);
	stage_expect(s, "Ctrl-O redigerare");
	stage_press(s, UI_KEY_CTRL + 'U');
	stage_type(s, "Förut");
}

static void text_goes_and_comes(void **state)
{
	struct stage *s = *state;
	struct played p = {.answer = "Skrivet utanför\noch en rad till"};
	open_form(s, &p);
	stage_press(s, UI_KEY_CTRL + 'O');
	assert_int_equal(p.runs, 1);
	assert_non_null(strstr(p.given, "Förut"));
	stage_expect(s, "Skrivet utanför");
	stage_expect(s, "och en rad till");
	stage_expect_not(s, "Förut");
	stage_type(s, "\r");
	stage_expect(s, "Sparat kl. 9.30.");
	stage_expect_file(s, "plan/2019.rec", "Skrivet utanför", true);
}

static void says_why_not(void **state)
{
	struct stage *s = *state;
	struct played p = {0};
	open_form(s, &p);
	stage_press(s, UI_KEY_CTRL + 'O');
	stage_expect(s, "Redigeraren slutade med ett fel (1). Fältet är som det var.");
	stage_expect(s, "Förut");
	stage_type(s, "!");
	stage_expect(s, "Förut!");
}

/* Control characters and escapes that a file can hold are left out, as in a paste. */
static void no_control_characters(void **state)
{
	struct stage *s = *state;
	struct played p = {.answer = "före\033[2Jefter\r\nnästa"};
	open_form(s, &p);
	stage_press(s, UI_KEY_CTRL + 'O');
	stage_type(s, "\r");
	stage_expect_file(s, "plan/2019.rec", "\033", false);
	stage_expect_file(s, "plan/2019.rec", "efter", true);
}

/* A line of its own, and a form without an editor, know nothing of the key. */
static void only_where_it_is_said(void **state)
{
	struct stage *s = *state;
	struct played p = {.answer = "x"};
	frame_set_editor(s->frame, play, &p);
	stage_type(s, "3e");
	stage_expect_not(s, "Ctrl-O");
	stage_press(s, UI_KEY_CTRL + 'O');
	assert_int_equal(p.runs, 0);
	stage_type(s, "\033");
	frame_set_editor(s->frame, NULL, NULL);
	stage_type(s, "e");
	for (int i = 0; i < 30; i++) {
		stage_expect_not(s, "Ctrl-O");
		stage_press(s, UI_KEY_CTRL + 'O');
		stage_press(s, UI_KEY_TAB);
	}
	assert_int_equal(p.runs, 0);
}

static void draft_before_and_after(void **state)
{
	struct stage *s = *state;
	struct played p = {0};
	stage_restart(s, true);
	open_form(s, &p);
	stage_press(s, UI_KEY_CTRL + 'O'); /* and the power goes */
	stage_restart(s, true);
	frame_offer_draft(s->frame);
	stage_expect(s, "Förut");
	stage_type(s, "\n\033k");
	p.answer = "Efteråt";
	open_form(s, &p);
	stage_press(s, UI_KEY_CTRL + 'O');
	stage_restart(s, true);
	frame_offer_draft(s->frame);
	stage_expect(s, "Efteråt");
}

static void guarded(void **state)
{
	struct stage *s = *state;
	struct played p = {.answer = "Ring 19121212-1212 om vården"};
	open_form(s, &p);
	stage_press(s, UI_KEY_CTRL + 'O');
	stage_type(s, "\r");
	stage_expect(s, "personnummer");
	stage_expect_file(s, "plan/2019.rec", "1212", false);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(text_goes_and_comes), TEST(says_why_not), TEST(no_control_characters),
		TEST(only_where_it_is_said), TEST(draft_before_and_after), TEST(guarded),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
