/* A monkey at the keyboard of the real program: keys, text, pastes, rubbish, resizes, stops and edits by somebody else,
 * from a seed. It never dies, the screen is never blank or garbled, every file stays readable, and one can leave.
 *
 * RADSBORD_MONKEY_STEPS and RADSBORD_MONKEY_SEED make it go on longer (make torture) or do again what failed. */
#include "stage.h"

#include "support/hostile.h"

#include "radsbord/base/guard.h"
#include "radsbord/store/io.h"

#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS = 700, SOUND_EVERY = 100, REMEMBERED = 12 };

struct monkey {
	struct stage *stage;
	struct vt *vt;
	int width, height;
	uint32_t seed;
	char did[REMEMBERED][200]; /* the last things, for whoever has to find out */
	int step;
};

static int below(struct monkey *m, int n)
{
	m->seed = m->seed * 1664525u + 1013904223u;
	return (int)((m->seed >> 8) % (uint32_t)n);
}

static void note(struct monkey *m, const char *what, const char *bytes)
{
	char *to = m->did[m->step % REMEMBERED];
	int at = snprintf(to, sizeof m->did[0], "%d %s ", m->step, what);
	for (; *bytes && at < (int)sizeof m->did[0] - 8; bytes++)
		at += snprintf(to + at, sizeof m->did[0] - (size_t)at,
			       *bytes >= ' ' && *bytes < 0x7F ? "%c" : "\\x%02x", (unsigned char)*bytes);
}

static void give_up(struct monkey *m, const char *why)
{
	struct buf screen = {0};
	vt_text(m->vt, &screen);
	for (int i = 1; i <= REMEMBERED; i++)
		print_message("%s\n", m->did[(m->step + i) % REMEMBERED]);
	print_message("%d x %d\n%s\n", m->width, m->height, buf_cstr(&screen));
	buf_release(&screen);
	fail_msg("step %d: %s", m->step, why);
}

/* ---- what it does ----------------------------------------------------------- */

/* Every key that does something somewhere, and some that do not; those that leave are rare. */
static const char *const keys[] = {
    "1",       "2",       "3",       "4",      "5",        "6",        "\t",     "\033[Z",   ",",
    ".",       "-",       "+",       "v",      "/",        "n",        "N",      "s",        "?",
    ":",       "a",       "e",       "h",      "d",        "f",        "r",      "t",        "S",
    "x",       "b",       " ",       "u",      "u",        "\022",     "\023",   "\014",     "\003",
    "\034",    "\032",    "j",       "k",      "g",        "G",        "\033OP", "\033[13~", "\033[20~",
    "\033[5~", "\033[6~", "\033[H",  "\033[F", "\033[A",   "\033[B",   "\033[C", "\033[D",   "\033[A",
    "\033[B",  "\177",    "\033[3~", "m",      "\xC3\xA5", "\xC3\xB6", "z",
};
static const char *const words[] = {
    "Ringt Strängnäs",
    "imorgon",
    "4/2",
    "2027-02-04",
    "9.30",
    "nonsens",
    "640823-3234",
    "6408233234",
    "0701234567",
    "å ä ö",
    "a\xCC\x8A",
    "漢字 😀",
    "=cmd()",
    "a: b",
    "%rec: X",
    "\\",
    "04",
    "Trosa",
    "99999999999999999999",
    "q",
    "-1",
    "+14",
    "v 5",
};
/* What a secretary does, from wherever the monkey has got to. */
/* Out of whatever is open: a form that was changed is asked about, and k throws it away. */
#define OUT "\033k\033k\033k\033"
static const char *const habits[] = {
    OUT "3jd",
    OUT "3tRingt\r",
    OUT "3fimorgon\r",
    OUT "3rEva\r",
    OUT "3e\t nu\023",
    OUT "2a\r",
    OUT "4a2027-01-06\t9\t12\023",
    OUT "3t640823-3234\r",
    OUT "u",
    OUT "\022",
};
static const char *const pastes[] = {
    "klistrat",
    "två\nrader\n",
    "%rec: Atgard\n\nId: X\n",
    "<<<<<<< HEAD\n=======\n>>>>>>> x\n",
    "\033[2J\a\xE2\x80\xAE",
    "640823-3234\n19640823+3234",
    "\xFF\xFE",
};

static void send(struct monkey *m, const char *what, const char *bytes)
{
	note(m, what, bytes);
	vt_keys(m->vt, bytes);
}

static void rubbish(struct monkey *m)
{
	char bytes[24];
	int n = 1 + below(m, 20);
	for (int i = 0; i < n; i++)
		bytes[i] = (char)(below(m, 3) ? 0x80 + below(m, 0x80) : 1 + below(m, 0x1F));
	bytes[n] = '\0';
	send(m, "rubbish", bytes);
}

static void resize(struct monkey *m)
{
	int w = 60 + below(m, 120), h = 16 + below(m, 40);
	if (below(m, 4) == 0) {
		w = 1 + below(m, 70);
		h = 1 + below(m, 20);
	}
	if (w == m->width && h == m->height)
		w++;
	m->width = w;
	m->height = h;
	note(m, "resize", "");
	vt_resize(m->vt, w, h);
}

/* Somebody else writes in the plan, as with an editor. */
static void outside(struct monkey *m)
{
	FILE *f = fopen(m->stage->plan, "ab");
	note(m, "outside", "");
	assert_non_null(f);
	fprintf(f, "\nId: Z%09d\nNr: %d\nSlag: atgard\nRubrik: Utifrån %d\n", m->step, 1000 + m->step, m->step);
	assert_int_equal(fclose(f), 0);
	vt_keys(m->vt, "k");
}

static void stop(struct monkey *m)
{
	note(m, "stop", "");
	vt_signal(m->vt, SIGTSTP);
	if (!vt_wait_stopped(m->vt))
		give_up(m, "it does not stop");
	vt_signal(m->vt, SIGCONT);
	vt_keys(m->vt, "k");
}

static void act(struct monkey *m)
{
	int dice = below(m, 100);
	if (dice < 6)
		send(m, "habit", habits[below(m, (int)(sizeof habits / sizeof *habits))]);
	else if (dice < 48)
		send(m, "key", keys[below(m, (int)(sizeof keys / sizeof *keys))]);
	else if (dice < 63)
		send(m, "key", "\r");
	else if (dice < 71)
		send(m, "key", "\033");
	else if (dice < 83)
		send(m, "text", words[below(m, (int)(sizeof words / sizeof *words))]);
	else if (dice < 88) {
		const char *text = pastes[below(m, (int)(sizeof pastes / sizeof *pastes))];
		note(m, "paste", text);
		vt_paste(m->vt, text);
	} else if (dice < 92)
		rubbish(m);
	else if (dice < 97)
		resize(m);
	else if (dice < 98)
		outside(m);
	else if (dice < 99)
		stop(m);
	else
		send(m, "key", "q");
}

/* ---- what must hold --------------------------------------------------------- */

static void start(struct monkey *m)
{
	m->width = 80;
	m->height = 24;
	m->vt = stage_start(m->stage, m->width, m->height, NULL);
}

/* Painted and idle; or it has left in order, and is started again. */
static void settle(struct monkey *m)
{
	if (vt_wait(m->vt))
		return;
	int status = vt_exit_status(m->vt);
	if (status != 0)
		give_up(m, status < 0 ? "it hangs" : "it has died");
	stage_ended(m->stage, m->vt);
	start(m);
}

static void look(struct monkey *m)
{
	struct buf screen = {0};
	bool small = m->width < 60 || m->height < 16;
	vt_text(m->vt, &screen);
	if (!small && !vt_shows(m->vt, " Rådsbord "))
		give_up(m, "the screen has no head");
	if (hostile_found(buf_cstr(&screen), screen.len))
		give_up(m, hostile_found(buf_cstr(&screen), screen.len));
	buf_release(&screen);
}

static const char *council;

/* What a person has kept on purpose may stand in the council's records, and nowhere else: no history, no draft, no undo
 * list. */
static int no_number(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	/* A council that it has started itself lies in the home. */
	bool record = (strncmp(path, council, strlen(council)) == 0 || strstr(path, "/Rådsbord/")) && !strstr(path, "/historik/");
	(void)st;
	(void)ftw;
	if (type != FTW_F || record)
		return 0;
	struct buf text = {0};
	assert_true(io_read_file(io_system(), AT_FDCWD, path, IO_FILE_MAX, &text, NULL));
	struct guard_hit hit;
	for (size_t from = 0; guard_next(buf_cstr(&text), from, &hit); from = hit.start + hit.len)
		if (hit.level == GUARD_ASK_REMOVE)
			print_message("%s: %.*s\n", path, (int)hit.len, buf_cstr(&text) + hit.start);
	bool found = guard_worst(buf_cstr(&text)) == GUARD_ASK_REMOVE;
	buf_release(&text);
	return found;
}

static void expect_traces(struct stage *s)
{
	char history[400];
	snprintf(history, sizeof history, "%s/historik/2026-11.rec", s->council);
	assert_true(stage_file_has(history, "Slag: andrad")); /* it did get to save something */
	council = s->council;
	assert_int_equal(nftw(s->folder, no_number, 16, FTW_PHYS), 0);
}

/* Out of whatever it stands in, as a person who reads the questions: what was typed is thrown away, the meeting left. */
static void go_home(struct monkey *m)
{
	assert_true(vt_wait(m->vt));
	for (int i = 0; i < 16; i++) {
		stage_keys(m->vt, "\033");
		if (vt_shows(m->vt, "Lämna mötet?"))
			stage_keys(m->vt, "\n");
		else if (vt_shows(m->vt, "[ Kasta ]"))
			stage_keys(m->vt, "k");
	}
}

static void a_monkey_types(void **state)
{
	const char *steps = getenv("RADSBORD_MONKEY_STEPS"), *seed = getenv("RADSBORD_MONKEY_SEED");
	int n = steps && *steps ? atoi(steps) : STEPS;
	struct monkey m = {.stage = *state, .seed = seed && *seed ? (uint32_t)strtoul(seed, NULL, 10) : 20261124};
	start(&m);
	for (m.step = 1; m.step <= n; m.step++) {
		act(&m);
		settle(&m);
		look(&m);
		if (m.step % SOUND_EVERY == 0)
			stage_is_sound(m.stage);
	}
	vt_resize(m.vt, 81, 25);
	go_home(&m);
	vt_keys(m.vt, "q");
	stage_ended(m.stage, m.vt);
	stage_is_sound(m.stage);
	expect_traces(m.stage);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {TEST(a_monkey_types)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
