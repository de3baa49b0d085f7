/* The first start of the real program, by somebody who has just installed it: every choice of the start page, and the next start. */
#include "stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Starts the program as one does who types its name alone (or with one more word or two). */
static struct vt *start(struct stage *s, const char *state, const char *word, const char *value)
{
	const char *program = getenv("RADSBORD_PROGRAM");
	const char *const argv[] = {program ? program : "build/radsbord", "--idag", "2026-11-24T09:30:00", word, value, NULL};
	const char *const env[] = {state ? state : s->state_env, s->home_env, NULL};
	struct vt *vt = vt_start(argv, env, 80, 24);
	assert_true(vt_wait(vt));
	return vt;
}

static bool there(const struct stage *s, const char *name)
{
	char path[600];
	snprintf(path, sizeof path, "%s/%s", s->folder, name);
	return access(path, F_OK) == 0;
}

static void shows_not(struct vt *vt, const char *text)
{
	assert_false(vt_shows(vt, text));
}

/* The example: practice is seen in every frame, and the next start opens it by itself. */
static void the_example(void **state)
{
	struct stage *s = *state;
	struct vt *vt = start(s, NULL, NULL, NULL);
	stage_shows(vt, "Välkommen");
	stage_shows(vt, "Vad vill du göra?");
	shows_not(vt, "ÖVNINGSRÅD");
	assert_false(there(s, "radsbord/ovning")); /* nothing is made before it is asked for */
	stage_keys(vt, "\r");
	stage_shows(vt, "ÖVNINGSRÅD");
	stage_shows(vt, "Rådet öppnas av sig självt nästa gång.");
	stage_keys(vt, "3d");
	stage_shows(vt, "Sparat kl. 9.30.");
	stage_leave(vt);
	vt = start(s, NULL, NULL, NULL);
	stage_shows(vt, "ÖVNINGSRÅD");
	shows_not(vt, "Vad vill du göra?");
	stage_keys(vt, "3u"); /* and what was done there can be undone */
	stage_shows(vt, "Ångrat: ");
	stage_leave(vt);
}

/* A council of one's own, in four keys and two Enter; the next start opens it; the menu has the way to another. */
static void a_new_council(void **state)
{
	struct stage *s = *state;
	struct vt *vt = start(s, NULL, NULL, NULL);
	stage_keys(vt, "j\rdal\r");
	stage_shows(vt, "~/Rådsbord/Dalarna");
	stage_keys(vt, "\023"); /* Ctrl-S */
	stage_shows(vt, "Rådet ligger i ~/Rådsbord/Dalarna. Rådet öppnas av sig självt nästa gång.");
	shows_not(vt, "ÖVNINGSRÅD");
	stage_keys(vt, "6");
	stage_shows(vt, "Älvdalens kommun");
	stage_leave(vt);
	assert_true(there(s, "Rådsbord/Dalarna/rad.ini"));
	vt = start(s, NULL, NULL, NULL);
	stage_keys(vt, "6");
	stage_shows(vt, "Falu kommun");
	stage_keys(vt, ":annat r\r");
	stage_shows(vt, "Vilket råd?");
	stage_keys(vt, "\r");
	stage_shows(vt, "ÖVNINGSRÅD");
	stage_keys(vt, ":riktigt\r"); /* and from practice to a real one */
	stage_shows(vt, "Vilken region?");
	stage_keys(vt, "gotland\r\023");
	shows_not(vt, "ÖVNINGSRÅD");
	stage_keys(vt, "6");
	stage_shows(vt, "Region Gotland");
	stage_leave(vt);
}

/* A folder that is there, found by Tab. */
static void one_that_is_there(void **state)
{
	struct stage *s = *state;
	struct vt *vt = start(s, NULL, NULL, NULL);
	stage_keys(vt, "j\rkalm\r\023");
	stage_leave(vt);
	char remembered[400];
	snprintf(remembered, sizeof remembered, "%s/radsbord/oppnas", s->folder);
	assert_int_equal(unlink(remembered), 0);
	vt = start(s, NULL, NULL, NULL);
	stage_keys(vt, "jj\rråd\t\t");
	stage_shows(vt, "~/Rådsbord/Kalmar/");
	stage_keys(vt, "\r");
	stage_keys(vt, "6");
	stage_shows(vt, "Kalmar kommun");
	stage_leave(vt);
	assert_true(stage_file_has(remembered, "/Rådsbord/Kalmar\n"));
}

/* The figures alone, without a council; the next start shows them, and the menu makes a council of it. */
static void figures_alone(void **state)
{
	struct stage *s = *state;
	struct vt *vt = start(s, NULL, NULL, NULL);
	stage_keys(vt, "jjj\r");
	stage_shows(vt, "Behov som inte tillgodoses");
	stage_leave(vt);
	vt = start(s, NULL, NULL, NULL);
	stage_shows(vt, "Behov som inte tillgodoses");
	static const char *const pages[] = {"3", "4", "5", "6", "3a"};
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) { /* each page says that there is none, and where one is to be had */
		stage_keys(vt, pages[i]);
		stage_shows(vt, "Inget råd är öppet. F9 ");
	}
	stage_keys(vt, ":riktigt\r");
	stage_shows(vt, "Vilken region?");
	stage_keys(vt, "\033");
	stage_leave(vt);
}

/* A folder that is away since: one sentence and the page, nothing is made in its place, and it opens when it is back. */
static void one_that_is_away(void **state)
{
	struct stage *s = *state;
	char here[600], away[600];
	snprintf(here, sizeof here, "%s/Rådsbord", s->folder);
	snprintf(away, sizeof away, "%s/stick", s->folder);
	struct vt *vt = start(s, NULL, NULL, NULL);
	stage_keys(vt, "j\rblek\r\023");
	stage_leave(vt);
	assert_int_equal(rename(here, away), 0);
	vt = start(s, NULL, NULL, NULL);
	stage_shows(vt, "Rådets mapp /");
	stage_shows(vt, "kontrollera namnet och att mappen är ansluten.");
	stage_shows(vt, "Försök igen");
	assert_false(there(s, "Rådsbord"));
	stage_keys(vt, "\r");
	stage_shows(vt, "Det går fortfarande inte");
	assert_int_equal(rename(away, here), 0);
	stage_keys(vt, "\r6");
	stage_shows(vt, "Karlskrona kommun");
	stage_leave(vt);
	/* an empty folder where it was mounted is no council and stays empty */
	assert_int_equal(rename(here, away), 0);
	assert_int_equal(mkdir(here, 0700), 0);
	char inner[700];
	snprintf(inner, sizeof inner, "%s/Blekinge", here);
	assert_int_equal(mkdir(inner, 0700), 0);
	vt = start(s, NULL, NULL, NULL);
	stage_shows(vt, "ingen rådsmapp");
	stage_leave(vt);
	assert_int_equal(rmdir(inner), 0);
}

/* A home that cannot be written: it works, and says that it cannot remember. */
static void nothing_can_be_kept(void **state)
{
	struct stage *s = *state;
	char file[400], env[420];
	snprintf(file, sizeof file, "%s/fil", s->folder);
	snprintf(env, sizeof env, "XDG_STATE_HOME=%s", file);
	FILE *f = fopen(file, "w");
	assert_non_null(f);
	fclose(f);
	struct vt *vt = start(s, env, NULL, NULL);
	stage_keys(vt, "\r");
	stage_shows(vt, "Vad vill du göra?"); /* no copy can be made there: one sentence, and the page */
	stage_shows(vt, "kunde inte skapas");
	stage_shows(vt, "ingen mapp; kontrollera namnet."); /* whole, though it is longer than its line */
	stage_keys(vt, "jjj\r");
	stage_shows(vt, "Behov som inte tillgodoses");
	stage_shows(vt, "kan inte kommas ihåg till nästa gång");
	stage_leave(vt);
	vt = start(s, env, NULL, NULL);
	stage_shows(vt, "Vad vill du göra?");
	stage_leave(vt);
}

/* What is named on the command line opens as ever, or the program ends with a sentence; it is not what is remembered. */
static void what_is_named(void **state)
{
	struct stage *s = *state;
	struct vt *vt = start(s, NULL, NULL, NULL);
	stage_keys(vt, "\r");
	stage_leave(vt);
	char missing[400];
	snprintf(missing, sizeof missing, "%s/finns-inte", s->folder);
	const char *program = getenv("RADSBORD_PROGRAM");
	const char *const argv[] = {program ? program : "build/radsbord", "--rad", missing, NULL};
	const char *const env[] = {s->state_env, s->home_env, NULL};
	vt = vt_start(argv, env, 80, 24);
	assert_int_equal(vt_exit_status(vt), 1);
	assert_true(vt_shows(vt, "radsbord: Rådets mapp /"));
	vt_free(&vt);
	vt = start(s, NULL, "--rad", s->council);
	stage_shows(vt, "ÖVNINGSRÅD");
	stage_keys(vt, "\017jjj\r"); /* Ctrl-O: the figures */
	stage_shows(vt, "Nästa gång öppnas det som --rad");
	stage_leave(vt);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_example), TEST(a_new_council), TEST(one_that_is_there), TEST(figures_alone), TEST(one_that_is_away),
		TEST(nothing_can_be_kept), TEST(what_is_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
