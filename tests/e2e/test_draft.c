/* What was typed in the real program survives its death, and what was undone or not can be undone the next day. */
#include "stage.h"

#include <signal.h>

/* kill -9 after fifty keys; SIGTERM and a hang-up after a few: the next start offers the text. */
static void drafts_survive(void **state)
{
	struct stage *s = *state;
	static const struct {
		int signal;
		const char *typed, *shows;
	} rows[] = {
		{SIGKILL, "Det här är en anteckning som är längre än femtio tecken i rad", "Det här är en anteckning"},
		{SIGTERM, "Ring", "”Ring”"},
		{SIGHUP, "Skriv", "”Skriv”"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct vt *vt = stage_start(s, 80, 24, NULL);
		stage_keys(vt, "3t");
		stage_keys(vt, rows[i].typed);
		vt_signal(vt, rows[i].signal);
		vt_exit_status(vt);
		vt_free(&vt);
		vt = stage_start(s, 80, 24, NULL);
		stage_shows(vt, "Inte sparat");
		stage_shows(vt, rows[i].shows);
		stage_keys(vt, "Kasta\r");
		stage_leave(vt);
	}
}

/* Undo reaches over a kill: the list is on the disk before the step is called saved. */
static void undo_survives(void **state)
{
	struct stage *s = *state;
	struct vt *vt = stage_start(s, 80, 24, NULL);
	stage_keys(vt, "3d");
	stage_shows(vt, "Sparat kl. 9.30.");
	vt_signal(vt, SIGKILL);
	vt_exit_status(vt);
	vt_free(&vt);
	vt = stage_start(s, 80, 24, NULL);
	stage_keys(vt, "3u");
	stage_shows(vt, "Ångrat: ");
	assert_false(stage_file_has(s->plan, "Status: klar"));
	stage_leave(vt);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(drafts_survive, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(undo_survives, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
