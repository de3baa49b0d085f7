/* Opening a council that takes long: the message line says how far it has come, and Esc stops it with one sentence and nothing opened. */
#include "stage.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Everything takes long from the first byte. */
static void soon(const struct stage *s)
{
	char path[400];
	snprintf(path, sizeof path, "%s/.config", s->folder);
	mkdir(path, 0700);
	snprintf(path, sizeof path, "%s/.config/radsbord", s->folder);
	mkdir(path, 0700);
	snprintf(path, sizeof path, "%s/.config/radsbord/radsbord.ini", s->folder);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fputs("[radsbord]\nforlopp_ms = 0\n", f);
	assert_int_equal(fclose(f), 0);
}

static struct vt *start(struct stage *s, const char *term)
{
	const char *program = getenv("RADSBORD_PROGRAM");
	const char *const argv[] = {program ? program : "build/radsbord", "--idag", "2026-11-24T09:30:00", NULL};
	const char *const env[] = {s->state_env, s->home_env, term, NULL};
	struct vt *vt = vt_start(argv, env, 80, 24);
	assert_true(vt_wait(vt));
	return vt;
}

static void opened_or_stopped(void **state)
{
	struct stage *s = *state;
	soon(s);
	struct vt *vt = start(s, NULL);
	stage_shows(vt, "Vad vill du göra?");
	vt_keys(vt, "\r\003"); /* the example, and Ctrl-C, which lies there when it is looked for */
	assert_true(vt_wait(vt));
	stage_shows(vt, "Avbrutet: rådet öppnades inte, och inget är ändrat.");
	stage_shows(vt, "Vad vill du göra?");
	assert_non_null(strstr(vt_log(vt)->data, "Öppnar rådet: "));
	stage_keys(vt, "\r");
	stage_shows(vt, "ÖVNINGSRÅD");
	stage_keys(vt, "3d");
	stage_shows(vt, "Sparat kl. 9.30.");
	stage_leave(vt);
	stage_is_sound(s);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {TEST(opened_or_stopped)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
