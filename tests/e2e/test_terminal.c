/* The promises about the terminal, kept by the real program: whatever the terminal does, the program
 * ends in order or goes on, and the council is whole. */
#include "stage.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* True when the process has ended within two seconds, without anybody reading what it writes. */
static bool ends_in_time(struct vt *vt)
{
	int fd = (int)syscall(SYS_pidfd_open, vt_pid(vt), 0);
	struct pollfd p = {.fd = fd, .events = POLLIN};
	assert_true(fd >= 0);
	bool ended = poll(&p, 1, 2000) == 1;
	close(fd);
	return ended;
}

/* SIGTERM and SIGHUP, in the list, in a question, in a form and in the help: the terminal is given back and no lock is
 * left. */
static void signals_leave_from_anywhere(void **state)
{
	static const char *const places[] = {"3", "3tHalvskrivet", "3e\tHalvskrivet", "?", ":", "3\r", "2/jour"};
	static const int signals[] = {SIGTERM, SIGHUP};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		struct vt *vt = stage_start(*state, 80, 24, NULL);
		stage_keys(vt, places[i]);
		vt_signal(vt, signals[i % 2]);
		assert_true(ends_in_time(vt));
		stage_ended(*state, vt);
	}
	stage_is_sound(*state);
}

/* SIGTERM at the moment of a save: saved or not, but whole, and the lock is released. */
static void signal_during_a_save(void **state)
{
	for (int i = 0; i < 12; i++) {
		struct vt *vt = stage_start(*state, 80, 24, NULL);
		stage_keys(vt, "3");
		vt_keys(vt, i % 2 ? "d" : "dud");
		vt_signal(vt, SIGTERM);
		stage_ended(*state, vt);
		stage_is_sound(*state);
	}
}

/* Nobody reads what the program writes: it does not hang when it is asked to leave. */
static void slow_terminal(void **state)
{
	struct vt *vt = stage_start(*state, 200, 60, NULL);
	for (int i = 0; i < 200; i++)
		assert_int_equal(write(vt_master(vt), "1234", 4), 4);
	vt_signal(vt, SIGTERM);
	assert_true(ends_in_time(vt));
	assert_int_equal(vt_exit_status(vt), 0);
	vt_free(&vt);
	stage_is_sound(*state);
}

/* The terminal is taken away, in the list and in a half-written form: the program ends at once and does not spin. */
static void lost_terminal(void **state)
{
	static const char *const places[] = {"3", "3e\tHalvskrivet"};
	for (size_t i = 0; i < 4; i++) {
		/* Under nohup no signal tells of it. */
		signal(SIGHUP, i < 2 ? SIG_DFL : SIG_IGN);
		struct vt *vt = stage_start(*state, 80, 24, NULL);
		signal(SIGHUP, SIG_DFL);
		stage_keys(vt, places[i % 2]);
		vt_hangup(vt);
		assert_true(ends_in_time(vt));
		int status = vt_exit_status(vt);
		assert_true(status == 0 || status == 128 + SIGHUP);
		vt_free(&vt);
	}
	stage_is_sound(*state);
}

/* Ctrl-C and Ctrl-\, as keys and as signals, neither kill nor leave a mess; Ctrl-Z undoes and does not stop. */
static void keys_that_kill_elsewhere(void **state)
{
	struct stage *s = *state;
	struct vt *vt = stage_start(s, 80, 24, NULL);
	stage_keys(vt, "3d");
	stage_shows(vt, "Sparat kl. 9.30.");
	vt_signal(vt, SIGINT);
	vt_signal(vt, SIGQUIT);
	stage_keys(vt, "\003\034");
	stage_keys(vt, "\032");
	stage_shows(vt, "Ångrat");
	assert_false(stage_file_has(s->plan, "Status: klar"));
	assert_true(vt_raw(vt) && vt_alternate(vt));
	stage_leave(vt);
}

/* SIGTSTP gives the terminal back and stops; SIGCONT takes the new size and reads the files again. */
static void stop_and_continue(void **state)
{
	struct stage *s = *state;
	struct vt *vt = stage_start(s, 80, 24, NULL);
	stage_keys(vt, "3");
	vt_signal(vt, SIGTSTP);
	assert_true(vt_wait_stopped(vt));
	assert_false(vt_alternate(vt));
	assert_false(vt_raw(vt));
	FILE *f = fopen(s->plan, "ab");
	assert_non_null(f);
	fputs("\nId: ZZZZZZZZZZ\nNr: 99\nSlag: atgard\nRubrik: Skriven under pausen\n", f);
	assert_int_equal(fclose(f), 0);
	vt_resize(vt, 100, 40);
	vt_signal(vt, SIGCONT);
	assert_true(vt_wait_text(vt, "lästa på nytt"));
	assert_true(vt_raw(vt) && vt_alternate(vt));
	stage_keys(vt, "/pausen");
	stage_shows(vt, "Skriven under pausen");
	stage_keys(vt, "\r");
	stage_leave(vt);
}

/* A crash gives the terminal back first. Under a sanitizer its own handler has its say. */
static void crash(void **state)
{
	static const int signals[] = {SIGSEGV, SIGABRT, SIGBUS};
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		struct vt *vt = stage_start(*state, 80, 24, NULL);
		stage_keys(vt, "3tHalvskrivet");
		vt_signal(vt, signals[i]);
		int status = vt_exit_status(vt);
		if (status == 128 + signals[i]) {
			assert_false(vt_alternate(vt));
			assert_false(vt_raw(vt));
		} else {
			assert_non_null(strstr(vt_log(vt)->data, "Sanitizer"));
		}
		vt_free(&vt);
	}
	stage_is_sound(*state);
}

/* Every small window, down to 1x1, in the list and over a half-written form: it is said, nothing is lost. */
static void small_windows(void **state)
{
	static const char *const places[] = {"3", "3e\tHalvskrivet"};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		struct vt *vt = stage_start(*state, 80, 24, NULL);
		stage_keys(vt, places[i]);
		for (int w = 1; w <= 64; w += i == 0 ? 3 : 9)
			for (int h = 1; h <= 18; h++) {
				vt_resize(vt, w, h);
				assert_true(vt_wait(vt));
			}
		vt_resize(vt, 59, 15);
		assert_true(vt_wait_text(vt, "för litet"));
		stage_keys(vt, "d"); /* not meant for a screen nobody can read */
		vt_resize(vt, 80, 24);
		assert_true(vt_wait_text(vt, i == 0 ? "Plan 2019" : "Halvskrivet"));
		stage_keys(vt, "\033k");
		stage_leave(vt);
	}
	assert_false(stage_file_has(((struct stage *)*state)->plan, "Status: klar"));
}

static char *megabyte(void)
{
	enum { N = 1 << 20 };
	char *text = mem_alloc(N + 1);
	for (size_t i = 0; i < N; i++)
		text[i] = i % 64 == 63 ? '\n' : (char)('a' + i % 26);
	return text;
}

/* A megabyte pasted outside a field is one message and little output; in a field it is text, bounded, and saved or
 * refused with a sentence; the file is as readable as before. */
static void a_megabyte_pasted(void **state)
{
	struct stage *s = *state;
	struct vt *vt = stage_start(s, 80, 24, NULL);
	char *text = megabyte();
	stage_keys(vt, "3");
	size_t before = vt_bytes_out(vt);
	vt_paste(vt, text);
	assert_true(vt_wait(vt));
	stage_shows(vt, "Det inklistrade ignorerades");
	assert_true(vt_bytes_out(vt) - before < 10000);
	stage_keys(vt, "t");
	vt_paste(vt, text);
	assert_true(vt_wait(vt));
	vt_paste(vt, text);
	assert_true(vt_wait(vt));
	stage_keys(vt, "slut\r");
	stage_shows(vt, "dela upp den");
	stage_keys(vt, "\033");
	stage_keys(vt, "e\t");
	vt_paste(vt, text);
	assert_true(vt_wait(vt));
	stage_keys(vt, "\033k");
	stage_keys(vt, "d");
	stage_shows(vt, "Sparat kl. 9.30.");
	stage_leave(vt);
	stage_is_sound(s);
	free(text);
}

/* Sequences that mean nothing, in every form, and every byte that is no ASCII. What would leave is left out. */
static void garbage_keys(void **state)
{
	static const struct {
		const char *before, *after;
	} forms[] = {{"\033[", ""},  {"\033O", ""},       {"\033[1;5", ""}, {"\033[999;999;999", ""},
		     {"\033[?", ""}, {"\033[<0;1;1", ""}, {"\033", "\033"}};
	struct vt *vt = stage_start(*state, 80, 24, NULL);
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		for (char c = 0x40; c < 0x7F; c++) {
			char keys[32];
			int n = snprintf(keys, sizeof keys, "%s%c%s", forms[i].before, c, forms[i].after);
			if (c != 'q' && c != 'Q')
				vt_bytes(vt, keys, (size_t)n);
		}
	for (int c = 0x80; c <= 0xFF; c++)
		vt_bytes(vt, (char[]){(char)c}, 1);
	assert_true(vt_wait(vt));
	for (int i = 0; i < 4; i++)
		stage_keys(vt, "\033k");
	stage_keys(vt, "3");
	stage_shows(vt, "Plan 2019");
	stage_leave(vt);
	stage_is_sound(*state);
}

/* Locales and terminals that do not exist, or say nothing, change the display only. */
static void wrong_locale_and_term(void **state)
{
	static const char *const rows[] = {"LC_ALL=finns_inte",
					   "LC_ALL=sv_SE.ISO8859-1",
					   "LC_ALL=POSIX",
					   "LC_ALL",
					   "LC_ALL=",
					   "TERM",
					   "TERM=",
					   "TERM=../../etc/passwd",
					   "LINES=3",
					   "COLUMNS=5"};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct vt *vt = stage_start(*state, 80, 24, rows[i]);
		stage_shows(vt, "dermanland");
		stage_keys(vt, "3tx\r");
		stage_shows(vt, "Sparat kl. 9.30.");
		stage_leave(vt);
		stage_is_sound(*state);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(signals_leave_from_anywhere),
	    TEST(signal_during_a_save),
	    TEST(slow_terminal),
	    TEST(lost_terminal),
	    TEST(keys_that_kill_elsewhere),
	    TEST(stop_and_continue),
	    TEST(crash),
	    TEST(small_windows),
	    TEST(a_megabyte_pasted),
	    TEST(garbage_keys),
	    TEST(wrong_locale_and_term),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
