/* The real program line by line, as a screen reader over PuTTY or a braille display meets it: lines are added, the cursor stands on
 * the last of them, and nothing but printing is asked of the terminal. */
#include "stage.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct vt *start(struct stage *s, const char *term, const char *option)
{
	const char *program = getenv("RADSBORD_PROGRAM");
	const char *const argv[] = {program ? program : "build/radsbord", "ovning", "--idag", "2026-11-24T09:30:00", option, NULL};
	const char *const env[] = {s->state_env, s->home_env, term, NULL};
	struct vt *vt = vt_start(argv, env, 200, 30);
	assert_true(vt_wait(vt));
	return vt;
}

/* No escape sequences; with `paste` those that turn bracketed paste on and off. */
static void assert_lines_only(struct vt *vt, bool paste)
{
	const struct buf *log = vt_log(vt);
	size_t escapes = 0;
	for (size_t i = 0; i < log->len; i++) {
		unsigned char c = (unsigned char)log->data[i];
		escapes += c == 033;
		assert_true(c == 033 || c == '\r' || c == '\n' || c == '\b' || (c >= ' ' && c != 0x7F));
	}
	assert_int_equal(escapes, paste ? 2 : 0);
	assert_int_equal(strstr(log->data, "\033[?2004h") != NULL, paste);
}

/* The line the cursor stands on, which must be the last that has anything. */
static void assert_last_line(struct vt *vt, const char *expected)
{
	struct buf line = {0};
	int x, y;
	assert_true(vt_cursor(vt, &x, &y));
	vt_line(vt, y, &line);
	if (!strstr(buf_cstr(&line), expected))
		fail_msg("the cursor is on: %s", buf_cstr(&line));
	for (int below = y + 1; below < 30; below++) {
		buf_clear(&line);
		vt_line(vt, below, &line);
		assert_string_equal(buf_cstr(&line), "");
	}
	buf_release(&line);
}

static void walk(struct vt *vt)
{
	assert_last_line(vt, "1 av 2");
	stage_keys(vt, "3");
	assert_last_line(vt, "Status");
	stage_keys(vt, "j");
	assert_last_line(vt, "2 av 14");
	stage_keys(vt, "t");
	assert_last_line(vt, "Anteckning:");
	stage_keys(vt, "Ring Trosax\177 i dag");
	assert_last_line(vt, "Anteckning: Ring Trosa i dag");
	stage_keys(vt, "\r");
	stage_shows(vt, "Sparat kl. 9.30.");
	stage_keys(vt, "?");
	stage_keys(vt, "\033");
	stage_keys(vt, "x");
	stage_keys(vt, "\033");
	stage_shows(vt, "Ingenting ändrades.");
}

/* With --linjar, on a terminal that only prints and on one that could do more. */
static void any_terminal(void **state)
{
	static const char *const terms[] = {"TERM=dumb", "TERM=xterm-256color", "TERM=vt100", "TERM"};
	struct stage *s = *state;
	for (size_t i = 0; i < 4; i++) {
		struct vt *vt = start(s, terms[i], "--linjar");
		walk(vt);
		vt_keys(vt, "q");
		assert_int_equal(vt_exit_status(vt), 0);
		assert_false(vt_raw(vt));
		assert_lines_only(vt, i == 1 || i == 2);
		vt_free(&vt);
		assert_true(stage_file_has(s->plan, "Ring Trosa i dag"));
	}
}

/* In ASCII where the locale is not UTF-8. */
static void in_ascii(void **state)
{
	struct vt *vt = start(*state, "LC_ALL=C", "--linjar");
	stage_keys(vt, "2j");
	for (size_t i = 0; i < vt_log(vt)->len; i++)
		assert_true((unsigned char)vt_log(vt)->data[i] < 0x80);
	stage_shows(vt, "Lage: finns med begransning");
	stage_leave(vt);
}

/* What is chosen with V shows at once, and the next time; the settings are the user's own file. */
static void chosen_and_kept(void **state)
{
	struct stage *s = *state;
	struct vt *vt = stage_start(s, 80, 24, NULL);
	char own[400];
	snprintf(own, sizeof own, "%s/.config/radsbord/radsbord.ini", s->folder);
	assert_int_equal(vt_cell(vt, 1, 5).bg, 26);
	stage_keys(vt, "Vvit\r");
	stage_shows(vt, "Färger för en vit terminal.");
	assert_int_equal(vt_cell(vt, 1, 5).bg, 25);
	assert_true(stage_file_has(own, "tema = ljus"));
	stage_keys(vt, "Vinga\r");
	stage_shows(vt, "Inga färger.");
	assert_true(vt_cell(vt, 1, 5).reverse);
	stage_keys(vt, "Vkontrast\r");
	stage_keys(vt, "Vlinj\r");
	assert_false(vt_alternate(vt));
	stage_shows(vt, "Linjärt läge är på");
	assert_true(stage_file_has(own, "linjar = ja"));
	stage_leave(vt);

	vt = stage_start(s, 80, 24, NULL);
	assert_false(vt_alternate(vt));
	stage_shows(vt, "Linjärt läge: F1 visar tangenterna");
	stage_keys(vt, "Vlinj\r");
	assert_true(vt_alternate(vt));
	stage_shows(vt, "Linjärt läge är av.");
	assert_int_equal(vt_cell(vt, 1, 5).bg, 226);
	stage_leave(vt);
}

/* A terminal that only prints stays line by line, and says why. */
static void no_picture_there(void **state)
{
	struct vt *vt = start(*state, "TERM=dumb", "--linjar");
	stage_keys(vt, "Vlinj\r");
	stage_shows(vt, "Terminalen (TERM) kan inte visa Rådsbord.");
	stage_keys(vt, "3");
	stage_shows(vt, "1 av 14");
	stage_leave(vt);
}

/* Stopped and continued, asked to leave, and taken away: as on any screen. */
static void signals(void **state)
{
	struct stage *s = *state;
	struct vt *vt = start(s, "TERM=xterm", "--linjar");
	vt_signal(vt, SIGTSTP);
	assert_true(vt_wait_stopped(vt));
	assert_false(vt_raw(vt));
	vt_signal(vt, SIGCONT);
	assert_true(vt_wait(vt));
	assert_true(vt_raw(vt));
	vt_resize(vt, 40, 10);
	stage_keys(vt, "3");
	stage_shows(vt, "Status");
	vt_signal(vt, SIGTERM);
	stage_ended(s, vt);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(any_terminal),
		TEST(in_ascii),
		TEST(chosen_and_kept),
		TEST(no_picture_there),
		TEST(signals),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
