/* The real program in a pseudo-terminal, as a secretary meets it. No sleeps: the program says when it is idle. */
#include "stage.h"

#include <signal.h>
#include <stdio.h>

/* The program opens on Södermanland's overview; 2, 3 and 4 show gaps, plan and meetings; every frame says ÖVNINGSRÅD. */
static void four_panes(void **state)
{
	struct vt *vt = stage_start(*state, 80, 24, NULL);
	static const struct {
		const char *key, *shows;
	} panes[] = {{"1", "Vårdplatser per 100 000"}, {"2", "[Saknas]"}, {"3", "Plan 2019"}, {"4", "planerat 0 av 3 halvdagar"}};
	stage_shows(vt, "Södermanland");
	for (size_t i = 0; i < sizeof panes / sizeof *panes; i++) {
		stage_keys(vt, panes[i].key);
		stage_shows(vt, panes[i].shows);
		stage_shows(vt, "ÖVNINGSRÅD");
		stage_shows(vt, "F1 hjälp");
	}
	stage_leave(vt);
}

/* Enter explains a figure down to file and line; Esc and q leave as one found it: no raw terminal, no alternate screen. */
static void explains_and_leaves_clean(void **state)
{
	struct vt *vt = stage_start(*state, 120, 60, NULL);
	assert_true(vt_alternate(vt));
	assert_true(vt_raw(vt));
	stage_keys(vt, "\r");
	stage_shows(vt, "Så räknas det");
	stage_shows(vt, "matt.csv");
	stage_keys(vt, "\033");
	vt_keys(vt, "q");
	assert_int_equal(vt_exit_status(vt), 0);
	assert_false(vt_alternate(vt));
	assert_false(vt_raw(vt));
	vt_free(&vt);
}

/* An edit is on disk before "Sparat" is read, and is there after kill -9. */
static void saved_survives_kill(void **state)
{
	struct stage *s = *state;
	struct vt *vt = stage_start(s, 80, 24, NULL);
	stage_keys(vt, "3d");
	stage_shows(vt, "Sparat kl. 9.30.");
	assert_true(stage_file_has(s->plan, "Status: klar"));
	vt_signal(vt, SIGKILL);
	assert_int_equal(vt_exit_status(vt), 128 + SIGKILL);
	vt_free(&vt);
	vt = stage_start(s, 80, 24, NULL);
	stage_keys(vt, "3");
	stage_shows(vt, "✓ klar");
	stage_leave(vt);
}

/* The practice copy is opened, never replaced. */
static void practice_copy_is_kept(void **state)
{
	struct stage *s = *state;
	struct vt *vt = stage_start(s, 80, 24, NULL);
	stage_keys(vt, "3rSekreteraren\r");
	stage_leave(vt);
	vt = stage_start(s, 80, 24, NULL);
	stage_keys(vt, "3");
	stage_shows(vt, "Sekreteraren");
	stage_leave(vt);
}

/* A window may shrink below 60x16 and grow again: it says so, and nothing is lost. */
static void resizes(void **state)
{
	struct vt *vt = stage_start(*state, 80, 24, NULL);
	vt_resize(vt, 30, 8);
	assert_true(vt_wait_text(vt, "för litet"));
	vt_resize(vt, 1, 1);
	vt_resize(vt, 120, 40);
	assert_true(vt_wait_text(vt, "Vårdplatser per 100 000"));
	stage_leave(vt);
}

/* NO_COLOR: status is still a word and a mark, and no cell has a colour. */
static void without_colour(void **state)
{
	struct vt *vt = stage_start(*state, 80, 24, "NO_COLOR=1");
	stage_shows(vt, "▽ Når inte målet");
	for (int y = 0; y < 24; y++)
		for (int x = 0; x < 80; x++) {
			struct vt_cell c = vt_cell(vt, x, y);
			assert_true(c.fg == VT_DEFAULT || c.fg < 0 || c.fg >= 0x1000000);
		}
	stage_leave(vt);
}

/* A locale without UTF-8 changes the display only: ASCII letters, the same words. */
static void without_utf8(void **state)
{
	struct vt *vt = stage_start(*state, 80, 24, "LC_ALL=C");
	stage_shows(vt, "OVNINGSRAD");
	stage_shows(vt, "Nar inte malet");
	stage_keys(vt, "2");
	stage_shows(vt, "[Saknas]");
	stage_leave(vt);
}

/* A terminal that is not known, and an old one: the same screens. */
static void other_terminals(void **state)
{
	static const char *const terms[] = {"TERM=vt100", "TERM=finns-inte", "TERM=linux", "TERM=screen", "TERM=putty"};
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
		struct vt *vt = stage_start(*state, 80, 24, terms[i]);
		stage_shows(vt, "dermanland");
		stage_leave(vt);
	}
}

/* SIGTERM and SIGHUP restore the terminal and leave; a terminal that is gone ends the program. */
static void signals_leave(void **state)
{
	static const int signals[] = {SIGTERM, SIGHUP};
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		struct vt *vt = stage_start(*state, 80, 24, NULL);
		vt_signal(vt, signals[i]);
		assert_int_equal(vt_exit_status(vt), 0);
		assert_false(vt_alternate(vt));
		vt_free(&vt);
	}
	struct vt *vt = stage_start(*state, 80, 24, NULL);
	vt_hangup(vt);
	assert_true(vt_exit_status(vt) >= 0);
	vt_free(&vt);
}

/* Ctrl-C, Ctrl-backslash and rubbish never kill the program or leave a mess. */
static void rubbish_is_survived(void **state)
{
	struct vt *vt = stage_start(*state, 80, 24, NULL);
	static const char rubbish[] = "\003\034\0\377\376\033[999;999z\033]x\033[";
	vt_bytes(vt, rubbish, sizeof rubbish - 1);
	stage_keys(vt, "\033\033");
	vt_paste(vt, "ett\ntvå\n\033[2J");
	assert_true(vt_wait(vt));
	stage_keys(vt, "\033");
	stage_keys(vt, "1");
	stage_shows(vt, "Vårdplatser per 100 000");
	stage_leave(vt);
}

/* F1 in the forms of xterm, PuTTY and the console opens the help wherever TERM points. */
static void f1_in_every_form(void **state)
{
	static const char *const forms[] = {"\033OP", "\033[11~", "\033[[A", "?"};
	struct vt *vt = stage_start(*state, 80, 24, "TERM=vt100");
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		stage_keys(vt, forms[i]);
		stage_shows(vt, "Flytta:");
		stage_keys(vt, "\033");
	}
	stage_leave(vt);
}

/* A plan changed in an editor meanwhile is noticed and shown. */
static void outside_change_is_noticed(void **state)
{
	struct stage *s = *state;
	struct vt *vt = stage_start(s, 100, 30, NULL);
	stage_keys(vt, "3");
	FILE *f = fopen(s->plan, "ab");
	assert_non_null(f);
	fputs("\nId: ZZZZZZZZZZ\nNr: 99\nSlag: atgard\nRubrik: Skriven utanför\n", f);
	assert_int_equal(fclose(f), 0);
	assert_true(vt_wait_text(vt, "Skriven utanför"));
	stage_leave(vt);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(four_panes),      TEST(explains_and_leaves_clean), TEST(saved_survives_kill), TEST(practice_copy_is_kept),
		TEST(resizes),         TEST(without_colour),            TEST(without_utf8),        TEST(other_terminals),
		TEST(signals_leave),   TEST(rubbish_is_survived),       TEST(f1_in_every_form),    TEST(outside_change_is_noticed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
