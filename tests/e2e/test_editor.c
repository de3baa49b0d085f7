/* $EDITOR from the real program: it has the terminal as any program has it, and the screen comes back whole. */
#include "stage.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct vt *start(struct stage *s, const char *script)
{
	char path[300], env[330];
	snprintf(path, sizeof path, "%s/ed.sh", s->folder);
	snprintf(env, sizeof env, "EDITOR=sh %s", path);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fputs(script, f);
	assert_int_equal(fclose(f), 0);
	struct vt *vt = stage_start(s, 80, 24, env);
	stage_keys(vt, "3e");
	for (int i = 0; i < 30 && !vt_shows(vt, "Ctrl-O redigerare"); i++)
		stage_keys(vt, "\t");
	stage_shows(vt, "Ctrl-O redigerare");
	return vt;
}

/* An editor that fills the terminal with rubbish and changes nothing: the same screen, sign by sign. */
static void screen_comes_back(void **state)
{
	struct vt *vt = start(*state, "printf '\\033[2J\\033[5;5HRUBBISH\\033[31m'; seq 100; stty -echo raw\n");
	struct buf before = {0}, after = {0};
	vt_text(vt, &before);
	stage_keys(vt, "\017");
	vt_text(vt, &after);
	assert_string_equal(buf_cstr(&after), buf_cstr(&before));
	assert_non_null(strstr(buf_cstr(vt_log(vt)), "RUBBISH"));
	assert_true(vt_raw(vt) && vt_alternate(vt));
	stage_keys(vt, "\033k");
	stage_leave(vt);
	buf_release(&before);
	buf_release(&after);
	stage_is_sound(*state);
}

/* The editor has a terminal with echo and lines, outside our screen; what it wrote is saved like what is typed. */
static void text_is_saved(void **state)
{
	struct stage *s = *state;
	struct vt *vt = start(s, "stty -a | grep -qw icanon && stty -a | grep -qw echo && echo 'Skrivet i min redigerare' >\"$1\"\n");
	stage_keys(vt, "\017");
	stage_shows(vt, "Skrivet i min redigerare");
	stage_keys(vt, "\023");
	stage_shows(vt, "Sparat kl. 9.30.");
	stage_leave(vt);
	assert_true(stage_file_has(s->plan, "Skrivet i min redigerare"));
	stage_is_sound(s);
}

/* Stopped in the editor (Ctrl-Z) we stop with it, so that the shell has the terminal, and both go on. */
static void stops_with_the_editor(void **state)
{
	struct vt *vt = start(*state, "kill -STOP $$; echo 'Skrivet efter pausen' >\"$1\"\n");
	vt_keys(vt, "\017");
	assert_true(vt_wait_stopped(vt));
	assert_false(vt_alternate(vt));
	vt_signal(vt, SIGCONT);
	assert_true(vt_wait_text(vt, "Skrivet efter pausen"));
	assert_true(vt_raw(vt) && vt_alternate(vt));
	stage_keys(vt, "\033k");
	stage_leave(vt);
}

/* Killed while the text is in the editor: the text lies where radsbord rensa lists it, for this council and this person. */
static void killed_with_the_editor(void **state)
{
	struct stage *s = *state;
	struct vt *vt = start(s, "echo 'Ring Anna Ek' >\"$1\"; kill -9 $PPID\n");
	vt_keys(vt, "\017");
	assert_int_not_equal(vt_exit_status(vt), 0);
	vt_free(&vt);
	char *rensa = mem_printf("%s %s '%s' --rad '%s' rensa | grep -q 'lokalt/1/redigera-.*/text.txt'", s->state_env, s->home_env,
	                         getenv("RADSBORD_PROGRAM"), s->council);
	assert_int_equal(system(rensa), 0);
	free(rensa);
}

static void write_text(const char *folder, const char *name, const char *text)
{
	char *path = mem_printf("%s/%s", folder, name);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
	free(path);
}

/* A council folder whose every setting is the path of a program: nothing of it is ever run. */
static void no_command_from_the_folder(void **state)
{
	struct stage *s = *state;
	stage_leave(stage_start(s, 80, 24, NULL));
	char *program = mem_printf("%s/kor.sh", s->folder), *ran = mem_printf("%s/kord", s->folder),
	     *script = mem_printf("#!/bin/sh\n: >%s\n", ran),
	     *settings = mem_printf("[rad]\nformat = 1\nnamn = %s\nregion = 04\novning = ja\nmall = %s\nordval = %s\ndagordning = %s\n"
	                            "editor = %s\nredigerare = %s\nvisual = %s\nskal = %s\nskrivare = %s\n",
	                            program, program, program, program, program, program, program, program, program);
	write_text(s->folder, "kor.sh", script);
	assert_int_equal(chmod(program, 0700), 0);
	write_text(s->council, "rad.ini", settings);
	write_text(s->council, "radsbord.ini", settings);
	write_text(s->council, "tangenter.ini", settings);
	struct vt *vt = stage_start(s, 80, 24, NULL);
	stage_keys(vt, "3e");
	for (int i = 0; i < 12; i++)
		stage_keys(vt, "\t\017");
	stage_shows(vt, "Ctrl-S spara");
	stage_keys(vt, "\033");
	stage_leave(vt);
	assert_int_equal(access(ran, F_OK), -1);
	free(settings);
	free(script);
	free(ran);
	free(program);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {TEST(screen_comes_back), TEST(text_is_saved), TEST(stops_with_the_editor),
	                                          TEST(no_command_from_the_folder), TEST(killed_with_the_editor)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
