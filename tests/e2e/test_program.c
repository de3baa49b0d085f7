/* The real program in a pseudo-terminal, as a secretary meets it. No sleeps: the program says when it is idle. */
#include "support/vt.h"

#include "radsbord/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct stage {
	char folder[256], state_env[300], home_env[300], plan[400];
};

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

static int set_up(void **state)
{
	struct stage *s = calloc(1, sizeof *s);
	const char *tmp = getenv("TMPDIR");
	*state = s;
	snprintf(s->folder, sizeof s->folder, "%s/e2eXXXXXX", tmp ? tmp : "/tmp");
	if (!mkdtemp(s->folder))
		return -1;
	snprintf(s->state_env, sizeof s->state_env, "XDG_STATE_HOME=%s", s->folder);
	snprintf(s->home_env, sizeof s->home_env, "HOME=%s", s->folder);
	snprintf(s->plan, sizeof s->plan, "%s/radsbord/ovning/sormland/plan/2019.rec", s->folder);
	return 0;
}

static int tear_down(void **state)
{
	struct stage *s = *state;
	nftw(s->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	free(s);
	return 0;
}

/* The practice council on a fixed day; `extra`: one more line of environment, or NULL. */
static struct vt *start(struct stage *s, int width, int height, const char *extra)
{
	const char *program = getenv("RADSBORD_PROGRAM");
	const char *const argv[] = {program ? program : "build/radsbord", "ovning", "--idag", "2026-11-24T09:30:00", NULL};
	const char *const env[] = {s->state_env, s->home_env, extra, NULL};
	struct vt *vt = vt_start(argv, env, width, height);
	assert_true(vt_wait(vt));
	return vt;
}

static void keys(struct vt *vt, const char *k)
{
	vt_keys(vt, k);
	assert_true(vt_wait(vt));
}

static void assert_shows(struct vt *vt, const char *text)
{
	if (!vt_shows(vt, text)) {
		struct buf b = {0};
		vt_text(vt, &b);
		printf("missing: %s\n%s\n", text, buf_cstr(&b));
		buf_release(&b);
		fail();
	}
}

static void leave(struct vt *vt)
{
	vt_keys(vt, "q");
	assert_int_equal(vt_exit_status(vt), 0);
	vt_free(&vt);
}

static bool file_has(const char *path, const char *text)
{
	FILE *f = fopen(path, "rb");
	struct buf b = {0};
	char chunk[4096];
	size_t n;
	assert_non_null(f);
	while ((n = fread(chunk, 1, sizeof chunk, f)) > 0)
		buf_add(&b, chunk, n);
	fclose(f);
	bool has = strstr(buf_cstr(&b), text) != NULL;
	buf_release(&b);
	return has;
}

/* The program opens on Södermanland's overview; 2, 3 and 4 show gaps, plan and meetings; every frame says ÖVNINGSRÅD. */
static void four_panes(void **state)
{
	struct vt *vt = start(*state, 80, 24, NULL);
	static const struct {
		const char *key, *shows;
	} panes[] = {{"1", "Vårdplatser per 100 000"}, {"2", "[Saknas]"}, {"3", "Plan 2019"}, {"4", "planerat 0 av 3 halvdagar"}};
	assert_shows(vt, "Södermanland");
	for (size_t i = 0; i < sizeof panes / sizeof *panes; i++) {
		keys(vt, panes[i].key);
		assert_shows(vt, panes[i].shows);
		assert_shows(vt, "ÖVNINGSRÅD");
		assert_shows(vt, "F1 hjälp");
	}
	leave(vt);
}

/* Enter explains a figure down to file and line; Esc and q leave as one found it: no raw terminal, no alternate screen. */
static void explains_and_leaves_clean(void **state)
{
	struct vt *vt = start(*state, 120, 60, NULL);
	assert_true(vt_alternate(vt));
	assert_true(vt_raw(vt));
	keys(vt, "\r");
	assert_shows(vt, "Så räknas det");
	assert_shows(vt, "matt.csv");
	keys(vt, "\033");
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
	struct vt *vt = start(s, 80, 24, NULL);
	keys(vt, "3d");
	assert_shows(vt, "Sparat kl. 9.30.");
	assert_true(file_has(s->plan, "Status: klar"));
	vt_signal(vt, SIGKILL);
	assert_int_equal(vt_exit_status(vt), 128 + SIGKILL);
	vt_free(&vt);
	vt = start(s, 80, 24, NULL);
	keys(vt, "3");
	assert_shows(vt, "✓ klar");
	leave(vt);
}

/* The practice copy is opened, never replaced. */
static void practice_copy_is_kept(void **state)
{
	struct stage *s = *state;
	struct vt *vt = start(s, 80, 24, NULL);
	keys(vt, "3rSekreteraren\r");
	leave(vt);
	vt = start(s, 80, 24, NULL);
	keys(vt, "3");
	assert_shows(vt, "Sekreteraren");
	leave(vt);
}

/* A window may shrink below 60x16 and grow again: it says so, and nothing is lost. */
static void resizes(void **state)
{
	struct vt *vt = start(*state, 80, 24, NULL);
	vt_resize(vt, 30, 8);
	assert_true(vt_wait_text(vt, "för litet"));
	vt_resize(vt, 1, 1);
	vt_resize(vt, 120, 40);
	assert_true(vt_wait_text(vt, "Vårdplatser per 100 000"));
	leave(vt);
}

/* NO_COLOR: status is still a word and a mark, and no cell has a colour. */
static void without_colour(void **state)
{
	struct vt *vt = start(*state, 80, 24, "NO_COLOR=1");
	assert_shows(vt, "▽ Når inte målet");
	for (int y = 0; y < 24; y++)
		for (int x = 0; x < 80; x++) {
			struct vt_cell c = vt_cell(vt, x, y);
			assert_true(c.fg == VT_DEFAULT || c.fg < 0 || c.fg >= 0x1000000);
		}
	leave(vt);
}

/* A locale without UTF-8 changes the display only: ASCII letters, the same words. */
static void without_utf8(void **state)
{
	struct vt *vt = start(*state, 80, 24, "LC_ALL=C");
	assert_shows(vt, "OVNINGSRAD");
	assert_shows(vt, "Nar inte malet");
	keys(vt, "2");
	assert_shows(vt, "[Saknas]");
	leave(vt);
}

/* A terminal that is not known, and an old one: the same screens. */
static void other_terminals(void **state)
{
	static const char *const terms[] = {"TERM=vt100", "TERM=finns-inte", "TERM=linux", "TERM=screen", "TERM=putty"};
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
		struct vt *vt = start(*state, 80, 24, terms[i]);
		assert_shows(vt, "dermanland");
		leave(vt);
	}
}

/* SIGTERM and SIGHUP restore the terminal and leave; a terminal that is gone ends the program. */
static void signals_leave(void **state)
{
	static const int signals[] = {SIGTERM, SIGHUP};
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		struct vt *vt = start(*state, 80, 24, NULL);
		vt_signal(vt, signals[i]);
		assert_int_equal(vt_exit_status(vt), 0);
		assert_false(vt_alternate(vt));
		vt_free(&vt);
	}
	struct vt *vt = start(*state, 80, 24, NULL);
	vt_hangup(vt);
	assert_true(vt_exit_status(vt) >= 0);
	vt_free(&vt);
}

/* Ctrl-C, Ctrl-backslash and rubbish never kill the program or leave a mess. */
static void rubbish_is_survived(void **state)
{
	struct vt *vt = start(*state, 80, 24, NULL);
	static const char rubbish[] = "\003\034\0\377\376\033[999;999z\033]x\033[";
	vt_bytes(vt, rubbish, sizeof rubbish - 1);
	keys(vt, "\033\033");
	vt_paste(vt, "ett\ntvå\n\033[2J");
	assert_true(vt_wait(vt));
	keys(vt, "\033");
	keys(vt, "1");
	assert_shows(vt, "Vårdplatser per 100 000");
	leave(vt);
}

/* F1 in the forms of xterm, PuTTY and the console opens the help wherever TERM points. */
static void f1_in_every_form(void **state)
{
	static const char *const forms[] = {"\033OP", "\033[11~", "\033[[A", "?"};
	struct vt *vt = start(*state, 80, 24, "TERM=vt100");
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		keys(vt, forms[i]);
		assert_shows(vt, "Flytta:");
		keys(vt, "\033");
	}
	leave(vt);
}

/* A plan changed in an editor meanwhile is noticed and shown. */
static void outside_change_is_noticed(void **state)
{
	struct stage *s = *state;
	struct vt *vt = start(s, 100, 30, NULL);
	keys(vt, "3");
	FILE *f = fopen(s->plan, "ab");
	assert_non_null(f);
	fputs("\nId: ZZZZZZZZZZ\nNr: 99\nSlag: atgard\nRubrik: Skriven utanför\n", f);
	assert_int_equal(fclose(f), 0);
	assert_true(vt_wait_text(vt, "Skriven utanför"));
	leave(vt);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(four_panes),      TEST(explains_and_leaves_clean), TEST(saved_survives_kill), TEST(practice_copy_is_kept),
		TEST(resizes),         TEST(without_colour),            TEST(without_utf8),        TEST(other_terminals),
		TEST(signals_leave),   TEST(rubbish_is_survived),       TEST(f1_in_every_form),    TEST(outside_change_is_noticed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
