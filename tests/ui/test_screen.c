/* The demo client (demo.c) in a pseudo-terminal: what the terminal sees, and what happens when terminals misbehave. */
#include "ui_test.h"

#include "support/vt.h"

#include "radsbord/ui/theme.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static struct vt *start_with(const char *theme, const char *timeout, const char *const env[])
{
	const char *demo = getenv("RADSBORD_DEMO");
	struct vt *vt = vt_start((const char *const[]){demo ? demo : "build/demo", theme, timeout, NULL}, env, 80, 24);

	assert_true(vt_wait(vt));
	return vt;
}

static struct vt *start(void)
{
	return start_with("mork", NULL, NULL);
}

static void keys(struct vt *vt, const char *s)
{
	vt_keys(vt, s);
	assert_true(vt_wait(vt));
}

static void end(struct vt *vt)
{
	vt_keys(vt, "\033k"); /* out of a form, also one that was changed */
	assert_true(vt_wait(vt));
	vt_keys(vt, "q");
	assert_int_equal(vt_exit_status(vt), 0);
	assert_false(vt_alternate(vt));
	vt_free(&vt);
}

/* Which row of the list has the selection's background. */
static int selected_line(struct vt *vt)
{
	for (int y = 0; y < 24; y++)
		if (vt_cell(vt, 79, y).bg == theme_look(THEME_DARK, ROLE_SELECTED, 256)->bg || vt_cell(vt, 79, y).reverse)
			return y;
	return -1;
}

/* It opens in the alternate screen and raw mode, and gives both back. */
static void test_open_and_close(void **state)
{
	struct vt *vt = start();

	(void)state;
	assert_true(vt_alternate(vt));
	assert_true(vt_raw(vt));
	assert_true(vt_shows(vt, "Åtgärd nummer 1"));
	assert_true(vt_shows(vt, "F1 hjälp"));
	assert_non_null(strstr(vt_log(vt)->data, "\033[?2004h"));
	vt_keys(vt, "q");
	assert_int_equal(vt_exit_status(vt), 0);
	assert_false(vt_alternate(vt));
	assert_non_null(strstr(vt_log(vt)->data, "\033[?2004l"));
	vt_free(&vt);
}

/* Two thousand keys, each asserted when it has been painted. */
static void test_two_thousand_steps(void **state)
{
	struct vt *vt = start();

	(void)state;
	for (int i = 0; i < 500; i++) {
		static const char *const steps[4] = {"\033[B", "j", "\033OA", "k"};
		static const int lines[4] = {3, 4, 3, 2};

		for (int j = 0; j < 4; j++) {
			keys(vt, steps[j]);
			assert_int_equal(selected_line(vt), lines[j]);
		}
	}
	end(vt);
}

/* Only what has changed is sent: a step, a scrolled line and nothing at all. */
static void test_little_is_sent(void **state)
{
	struct vt *vt = start();
	size_t before;

	(void)state;
	before = vt_bytes_out(vt);
	keys(vt, "j");
	assert_in_range(vt_bytes_out(vt) - before, 1, 300);
	keys(vt, "\033[6~");
	keys(vt, "jj");
	before = vt_bytes_out(vt);
	keys(vt, "j");
	assert_in_range(vt_bytes_out(vt) - before, 1, 400);
	keys(vt, "zz");
	before = vt_bytes_out(vt);
	keys(vt, "zz");
	assert_in_range(vt_bytes_out(vt) - before, 0, 20);
	end(vt);
}

/* The same screen however one got there: what is sent bit by bit equals a whole drawing. */
static void test_drawing_equals_redrawing(void **state)
{
	static const char *const steps[] = {"j",    "\033[6~", "jjj", "/7\r", "e", "text \303\245\t\t",
					    "\033", "/\033",   "G",   "kk"};
	struct vt *vt = start();

	(void)state;
	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		struct buf small = {0}, whole = {0};

		keys(vt, steps[i]);
		vt_text(vt, &small);
		vt_resize(vt, 79, 24);
		assert_true(vt_wait(vt));
		vt_resize(vt, 80, 24);
		assert_true(vt_wait(vt));
		vt_text(vt, &whole);
		assert_string_equal(small.data, whole.data);
		buf_release(&small);
		buf_release(&whole);
	}
	end(vt);
}

/* A resize is never lost, also when keys come at the same time. */
static void test_resize(void **state)
{
	struct vt *vt = start();

	(void)state;
	for (int i = 0; i < 40; i++) {
		char size[32];
		int width = 61 + i, height = 17 + i % 9;

		snprintf(size, sizeof size, "%d × %d", width, height);
		vt_keys(vt, "j");
		vt_resize(vt, width, height);
		assert_true(vt_wait_text(vt, size));
	}
	end(vt);
}

/* A window that is too small says so and takes no keys but those that leave. */
static void test_too_small(void **state)
{
	struct vt *vt = start();

	(void)state;
	vt_resize(vt, 59, 24);
	assert_true(vt_wait(vt));
	assert_true(vt_shows(vt, "Fönstret är för litet. Det behöver minst 60 × 16 tecken."));
	keys(vt, "jjj");
	vt_resize(vt, 7, 2);
	assert_true(vt_wait(vt));
	vt_resize(vt, 60, 16);
	assert_true(vt_wait(vt));
	assert_int_equal(vt_cell(vt, 59, 2).bg, theme_look(THEME_DARK, ROLE_SELECTED, 256)->bg);
	vt_resize(vt, 1, 1);
	assert_true(vt_wait(vt));
	vt_keys(vt, "q");
	assert_int_equal(vt_exit_status(vt), 0);
	vt_free(&vt);
}

/* A lone Escape is quick; Escape [ that comes in two pieces is still an arrow. */
static void test_escape_delay(void **state)
{
	struct timespec a, b;
	struct vt *vt = start();

	(void)state;
	keys(vt, "e");
	clock_gettime(CLOCK_MONOTONIC, &a);
	keys(vt, "\033");
	clock_gettime(CLOCK_MONOTONIC, &b);
	assert_true(vt_shows(vt, "Avbrutet"));
	assert_true((b.tv_sec - a.tv_sec) * 1000 + (b.tv_nsec - a.tv_nsec) / 1000000 < 1000);
	vt_keys(vt, "\033");
	vt_keys(vt, "[");
	keys(vt, "B");
	assert_int_equal(selected_line(vt), 3);
	end(vt);
}

/* Letters with dots and rings, typed in either form, in a field; and the cursor stands after them. */
static void test_form_typing(void **state)
{
	struct vt *vt = start();
	int x, y;

	(void)state;
	keys(vt, "e");
	keys(vt, "\303\205rsm\303\266te a\314\212");
	assert_true(vt_shows(vt, "Årsmöte å"));
	assert_true(vt_cursor(vt, &x, &y));
	assert_int_equal(x, 8 + 9);
	keys(vt, "\t\033[C\t");
	assert_true(vt_shows(vt, "klar"));
	keys(vt, "rad ett\rrad tv\303\245");
	keys(vt, "\023");
	assert_true(vt_shows(vt, "Sparat: Årsmöte å, klar, rad ett rad två"));
	assert_false(vt_cursor(vt, &x, &y));
	end(vt);
}

/* A paste is text in a field; outside one it is a paste and no keys. 300 kB come through whole. */
static void test_paste(void **state)
{
	struct vt *vt = start();
	struct buf big = {0};

	(void)state;
	keys(vt, "e");
	vt_paste(vt, "klistrat\nq\033[Aq");
	assert_true(vt_wait(vt));
	assert_true(vt_shows(vt, "klistrat q[Aq"));
	keys(vt, "\033k");
	buf_fill(&big, 'q', 300000);
	vt_paste(vt, big.data);
	assert_true(vt_wait(vt));
	assert_true(vt_shows(vt, "Klistrat 300000"));
	buf_release(&big);
	end(vt);
}

/* Ctrl-C, Ctrl-\, Ctrl-Z and the signals behind them are keys or nothing; none kills or stops. */
static void test_interrupts_are_keys(void **state)
{
	struct vt *vt = start();

	(void)state;
	keys(vt, "\003");
	assert_true(vt_shows(vt, "Tangent Ctrl-C"));
	keys(vt, "\032");
	assert_true(vt_shows(vt, "Tangent Ctrl-Z"));
	keys(vt, "\034");
	vt_signal(vt, SIGQUIT);
	vt_signal(vt, SIGINT);
	assert_true(vt_wait_text(vt, "Tangent Ctrl-C"));
	end(vt);
}

/* SIGTSTP gives the terminal back and stops; SIGCONT brings all back, in the size the window has by then. */
static void test_stop_and_continue(void **state)
{
	struct vt *vt = start();

	(void)state;
	keys(vt, "jj");
	for (int i = 0; i < 3; i++) {
		vt_signal(vt, SIGTSTP);
		assert_true(vt_wait_stopped(vt));
		assert_false(vt_alternate(vt));
		assert_false(vt_raw(vt));
		vt_resize(vt, 90 + i, 24);
		vt_signal(vt, SIGCONT);
		assert_true(vt_wait_text(vt, i == 0 ? "90 × 24" : i == 1 ? "91 × 24" : "92 × 24"));
		assert_true(vt_shows(vt, "Fortsätter"));
		assert_true(vt_alternate(vt));
		assert_true(vt_raw(vt));
		assert_int_equal(selected_line(vt), 4);
	}
	end(vt);
}

/* Stopped behind our back (SIGSTOP): on SIGCONT the terminal is set up anew. */
static void test_stopped_from_outside(void **state)
{
	struct vt *vt = start();

	(void)state;
	vt_signal(vt, SIGSTOP);
	assert_true(vt_wait_stopped(vt));
	vt_signal(vt, SIGCONT);
	assert_true(vt_wait_text(vt, "Fortsätter"));
	assert_true(vt_wait(vt));
	keys(vt, "j");
	assert_int_equal(selected_line(vt), 3);
	end(vt);
}

/* SIGTERM and SIGHUP end the program in order, with the terminal restored. */
static void test_termination(void **state)
{
	static const int signals[] = {SIGTERM, SIGHUP};

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct vt *vt = start();

		vt_signal(vt, signals[i]);
		assert_int_equal(vt_exit_status(vt), 0);
		assert_false(vt_alternate(vt));
		assert_non_null(strstr(vt_log(vt)->data, "\033[?1049l"));
		vt_free(&vt);
	}
}

/* A terminal that is taken away ends the program, without spinning. */
static void test_hangup(void **state)
{
	struct vt *vt = start();
	int status;

	(void)state;
	vt_hangup(vt);
	status = vt_exit_status(vt);
	assert_true(status == 0 || status == 128 + SIGHUP);
	vt_free(&vt);
}

/* A crash gives the terminal back before the program dies of it. Under a sanitizer its own handler has its say. */
static void test_crash(void **state)
{
	struct vt *vt = start();
	int status;

	(void)state;
	vt_keys(vt, "!");
	status = vt_exit_status(vt);
	if (status == 128 + SIGSEGV)
		assert_false(vt_alternate(vt));
	else
		assert_non_null(strstr(vt_log(vt)->data, "Sanitizer"));
	vt_free(&vt);
}

/* A timeout wakes the client once; without one it sleeps. */
static void test_timeout(void **state)
{
	struct vt *vt = start_with("mork", "30", NULL);

	(void)state;
	assert_true(vt_wait_text(vt, "Tiden gick"));
	end(vt);
}

/* Colours by how many the terminal has; none with NO_COLOR or mono, where the selection is still seen. */
static void test_colours(void **state)
{
	struct vt *vt = start_with("mork", NULL, (const char *const[]){"TERM=xterm", NULL});
	int x, y;

	(void)state;
	assert_int_equal(vt_cell(vt, 0, 2).bg, 6);
	end(vt);
	vt = start_with("ljus", NULL, NULL);
	assert_int_equal(vt_cell(vt, 0, 2).bg, 25);
	end(vt);
	vt = start_with("kontrast", NULL, NULL);
	assert_int_equal(vt_cell(vt, 40, 22).bg, 16);
	end(vt);
	for (int i = 0; i < 3; i++) {
		vt = start_with(i == 0 ? "mono" : "mork", NULL,
				i == 0   ? NULL
				: i == 1 ? (const char *const[]){"NO_COLOR=1", NULL}
					 : (const char *const[]){"TERM=vt100", NULL});
		for (y = 0; y < 24; y++)
			for (x = 0; x < 80; x++)
				assert_true(vt_cell(vt, x, y).fg == VT_DEFAULT && vt_cell(vt, x, y).bg == VT_DEFAULT);
		assert_int_equal(selected_line(vt), 2);
		vt_keys(vt, "q");
		assert_int_equal(vt_exit_status(vt), 0);
		vt_free(&vt);
	}
}

/* A terminal that cannot hide its cursor: it rests in the corner, whatever was drawn last. */
static void test_cursor_that_cannot_be_hidden(void **state)
{
	struct vt *vt = start_with("mono", NULL, (const char *const[]){"TERM=vt100", NULL});

	(void)state;
	for (int i = 0; i < 5; i++) {
		int x = -1, y = -1;

		keys(vt, "j");
		vt_cursor(vt, &x, &y);
		assert_int_equal(x, 0);
		assert_int_equal(y, 0);
	}
	end(vt);
}

/* Any TERM: an unknown or missing one is taken for an xterm, and the keys work all the same. */
static void test_terms(void **state)
{
	static const char *const terms[] = {"TERM=finns-inte", "TERM",        "TERM=",     "TERM=linux",
					    "TERM=vt100",      "TERM=screen", "TERM=ansi", "TERM=xterm"};

	(void)state;
	for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++) {
		struct vt *vt = start_with("mork", NULL, (const char *const[]){terms[i], NULL});

		assert_true(vt_shows(vt, "nummer 1"));
		keys(vt, "\033OP");
		assert_true(vt_shows(vt, "Tangent F1"));
		keys(vt, "\033[[B");
		assert_true(vt_shows(vt, "Tangent F2"));
		vt_keys(vt, "q");
		assert_int_equal(vt_exit_status(vt), 0);
		vt_free(&vt);
	}
}

/* A dumb terminal, and none at all, are refused with a sentence and exit status 2. */
static void test_no_terminal(void **state)
{
	const char *demo = getenv("RADSBORD_DEMO");
	struct vt *vt;

	(void)state;
	demo = demo ? demo : "build/demo";
	vt = vt_start((const char *const[]){demo, NULL}, (const char *const[]){"TERM=dumb", NULL}, 80, 24);
	assert_int_equal(vt_exit_status(vt), 2);
	assert_non_null(strstr(vt_log(vt)->data, "TERM=xterm"));
	assert_non_null(strstr(vt_log(vt)->data, "--linjar"));
	vt_free(&vt);
	vt = vt_start((const char *const[]){"/bin/sh", "-c", "\"$0\" </dev/null", demo, NULL}, NULL, 80, 24);
	assert_int_equal(vt_exit_status(vt), 2);
	assert_non_null(strstr(vt_log(vt)->data, "terminal"));
	vt_free(&vt);
}

/* Where the locale is not UTF-8, nothing but ASCII is sent, and Swedish letters are still typed. */
static void test_ascii_locale(void **state)
{
	struct vt *vt = start_with("mork", NULL, (const char *const[]){"LC_ALL=C", NULL});

	(void)state;
	keys(vt, "\345");
	assert_true(vt_shows(vt, "Tangent a"));
	assert_true(vt_shows(vt, "Atgard nummer 1"));
	assert_true(vt_shows(vt, "^v valj"));
	for (size_t i = 0; i < vt_log(vt)->len; i++)
		assert_true((unsigned char)vt_log(vt)->data[i] < 0x80);
	end(vt);
}

/* Wide, combining and unheard-of characters do not shift what stands beside them. */
static void test_odd_characters(void **state)
{
	struct vt *vt = start();
	struct vt_cell cell;

	(void)state;
	keys(vt, "e");
	keys(vt, "\344\274\232x\314\201\360\237\230\200|");
	cell = vt_cell(vt, 8, 3);
	assert_string_equal(cell.text, "会");
	assert_int_equal(cell.width, 2);
	assert_string_equal(vt_cell(vt, 10, 3).text, "x\u0301");
	assert_string_equal(vt_cell(vt, 13, 3).text, "|");
	end(vt);
}

/* The process waits in the kernel: state S in /proc. */
static bool is_asleep(pid_t pid)
{
	char path[64], state = '?';
	FILE *f;

	snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
	f = fopen(path, "r");
	if (f && fscanf(f, "%*d (%*[^)]) %c", &state) != 1)
		state = '?';
	if (f)
		fclose(f);
	return state == 'S';
}

/* While the terminal takes nothing (Ctrl-S, a line that is down), SIGTERM still ends the program within two seconds. */
static void test_stuck_terminal(void **state)
{
	struct vt *vt = start();
	struct timespec a, b;
	int slave = open(ptsname(vt_master(vt)), O_RDWR | O_NOCTTY), unread = 1;

	(void)state;
	assert_int_equal(tcflow(slave, TCOOFF), 0);
	vt_keys(vt, "j");
	while (unread > 0)
		assert_int_equal(ioctl(slave, FIONREAD, &unread), 0);
	while (!is_asleep(vt_pid(vt))) /* it has read the key and is stuck in writing */
		;
	clock_gettime(CLOCK_MONOTONIC, &a);
	vt_signal(vt, SIGTERM);
	assert_int_equal(vt_exit_status(vt), 0);
	clock_gettime(CLOCK_MONOTONIC, &b);
	assert_true((b.tv_sec - a.tv_sec) * 1000 + (b.tv_nsec - a.tv_nsec) / 1000000 < 2000);
	close(slave);
	vt_free(&vt);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_open_and_close),
	    cmocka_unit_test(test_two_thousand_steps),
	    cmocka_unit_test(test_little_is_sent),
	    cmocka_unit_test(test_drawing_equals_redrawing),
	    cmocka_unit_test(test_resize),
	    cmocka_unit_test(test_too_small),
	    cmocka_unit_test(test_escape_delay),
	    cmocka_unit_test(test_form_typing),
	    cmocka_unit_test(test_paste),
	    cmocka_unit_test(test_interrupts_are_keys),
	    cmocka_unit_test(test_stop_and_continue),
	    cmocka_unit_test(test_stopped_from_outside),
	    cmocka_unit_test(test_termination),
	    cmocka_unit_test(test_hangup),
	    cmocka_unit_test(test_crash),
	    cmocka_unit_test(test_timeout),
	    cmocka_unit_test(test_colours),
	    cmocka_unit_test(test_cursor_that_cannot_be_hidden), cmocka_unit_test(test_terms),
	    cmocka_unit_test(test_no_terminal),
	    cmocka_unit_test(test_ascii_locale),
	    cmocka_unit_test(test_odd_characters),
	    cmocka_unit_test(test_stuck_terminal),
	};

	return TESTS(tests);
}
