/* Undo and redo over a restart and a crash, and the questions when somebody else was there. */
#include "support/practice.h"

#include "radsbord/council/action.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PLAN "plan/2019.rec"

static int set_up(void **state)
{
	struct practice *p = calloc(1, sizeof *p);
	*state = p;
	return practice_open(p) && practice_reopen(p) ? 0 : -1;
}

static int tear_down(void **state)
{
	practice_close(*state);
	free(*state);
	return 0;
}

static const struct action *action_nr(struct practice *p, int64_t nr)
{
	const struct records *r = session_model(p->session)->council;
	for (size_t i = 0; i < records_count(r, RECORD_ACTION); i++)
		if (records_action(r, i)->nr == nr)
			return records_action(r, i);
	fail();
	return NULL;
}

static const char *owner(struct practice *p, int64_t nr)
{
	return action_nr(p, nr)->owner ? action_nr(p, nr)->owner : "";
}

static bool try_owner(struct practice *p, int64_t nr, const char *name)
{
	struct changes c = {0};
	action_set_owner(&c, action_nr(p, nr), name);
	return session_apply(p->session, &c, NULL);
}

static void set_owner(struct practice *p, int64_t nr, const char *name)
{
	assert_true(try_owner(p, nr, name));
}

/* A step over two files: a meeting, and an action that it decided. */
static void add_meeting_and_note(struct practice *p)
{
	struct changes c = {0};
	struct meeting m;
	record_init(record_type(RECORD_MEETING), &m);
	m.head.id = "M000000001";
	m.date = (struct date){2026, 12, 2};
	changes_add(&c, RECORD_MEETING, "moten/2026-12-02-M000000001.rec", &m);
	action_add_note(&c, action_nr(p, 7), "Beslutat på mötet", (struct date){2026, 12, 2});
	changes_title(&c, "Möte och anteckning");
	assert_true(session_apply(p->session, &c, NULL));
}

static void undo(struct practice *p)
{
	struct error e = {0};
	if (!session_undo(p->session, &e))
		fail_msg("%s", e.text);
}

static void redo(struct practice *p)
{
	struct error e = {0};
	if (!session_redo(p->session, &e))
		fail_msg("%s", e.text);
}

static void outside(struct practice *p, const char *from, const char *to)
{
	char *now = practice_read(p, PLAN), *at = strstr(now, from), *path = mem_printf("%s/" PLAN, p->path);
	assert_non_null(at);
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fprintf(out, "%.*s%s%s", (int)(at - now), now, to, at + strlen(from));
	assert_int_equal(fclose(out), 0);
	free(path);
	free(now);
}

static void survives_a_restart(void **state)
{
	/* Steps made yesterday are undone and redone today, over panes as one step, back to the same bytes. */
	struct practice *p = *state;
	char *first = practice_read(p, PLAN);
	set_owner(p, 5, "Rådets ordförande");
	add_meeting_and_note(p);
	char *last = practice_read(p, PLAN);
	assert_true(practice_reopen(p));
	assert_string_equal(session_undo_title(p->session), "Möte och anteckning");
	undo(p);
	assert_int_equal(records_count(session_model(p->session)->council, RECORD_MEETING), 1);
	assert_true(practice_reopen(p));
	assert_string_equal(session_redo_title(p->session), "Möte och anteckning");
	undo(p);
	char *now = practice_read(p, PLAN);
	assert_string_equal(now, first);
	free(now);
	assert_true(practice_reopen(p));
	redo(p);
	redo(p);
	now = practice_read(p, PLAN);
	assert_string_equal(now, last);
	assert_int_equal(records_count(session_model(p->session)->council, RECORD_MEETING), 2);
	assert_null(session_redo_title(p->session));
	free(first);
	free(last);
	free(now);
}

static void survives_a_kill(void **state)
{
	/* Killed right after the step was acknowledged: it can be undone the next time. */
	struct practice *p = *state;
	session_close(&p->session);
	pid_t pid = fork();
	if (pid == 0) {
		practice_reopen(p);
		set_owner(p, 5, "Ola");
		_exit(7);
	}
	int status;
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(WEXITSTATUS(status), 7);
	assert_true(practice_reopen(p));
	assert_string_equal(owner(p, 5), "Ola");
	undo(p);
	assert_string_equal(owner(p, 5), "");
}

static void killed_before_the_list_was_written(void **state)
{
	/* The undo was made but the list still has it: undoing again finds it made, and goes on to the step before. */
	struct practice *p = *state;
	char *command;
	set_owner(p, 5, "Ola");
	set_owner(p, 5, "Ida");
	command = mem_printf("for f in %s/*/1; do cp $f/angra.rec %s/kopia; echo $f > %s/var; done", p->state, p->folder, p->folder);
	assert_int_equal(system(command), 0);
	free(command);
	undo(p);
	session_close(&p->session);
	command = mem_printf("cp %s/kopia $(cat %s/var)/angra.rec", p->folder, p->folder);
	assert_int_equal(system(command), 0);
	free(command);
	assert_true(practice_reopen(p));
	undo(p);
	assert_string_equal(owner(p, 5), "Ola");
	undo(p);
	assert_string_equal(owner(p, 5), "");
}

static void too_old_steps_go(void **state)
{
	/* The list is bounded: the newest 200 steps. */
	struct practice *p = *state;
	char name[32];
	for (int i = 0; i < 205; i++) {
		snprintf(name, sizeof name, "Namn %d", i);
		set_owner(p, 5, name);
	}
	int undone = 0;
	while (session_undo_title(p->session)) {
		undo(p);
		undone++;
	}
	assert_int_equal(undone, 200);
	assert_string_equal(owner(p, 5), "Namn 4");
}

static void list_that_cannot_be_kept(void **state)
{
	/* No room for the list on this machine: the step is saved, and it is said that undo will not outlive the session. */
	struct practice *p = *state;
	char *command = mem_printf("for f in %s/*/1; do rm -f $f/angra.rec; mkdir $f/angra.rec; done", p->state);
	assert_int_equal(system(command), 0);
	free(command);
	set_owner(p, 5, "Ola");
	assert_non_null(session_not_kept(p->session));
	undo(p);
	assert_string_equal(owner(p, 5), "");
}

/* ---- questions ------------------------------------------------------------------- */

static void same_record_asks(void **state)
{
	/* Somebody changed another field of the record I look at: nothing is written until I have answered. */
	static const enum conflict_answer both[] = {CONFLICT_BOTH};
	struct practice *p = *state;
	outside(p, "Nr: 5\n", "Nr: 5\nMalgrupp: kommunerna\n");
	char *before = practice_read(p, PLAN);
	assert_false(try_owner(p, 5, "Ola"));
	char *now = practice_read(p, PLAN);
	assert_string_equal(now, before);
	const struct conflict *k = session_conflict(p->session);
	assert_non_null(k);
	assert_int_equal(k->count, 1);
	assert_int_equal(k->items[0].kind, CONFLICT_BESIDE);
	assert_string_equal(k->items[0].theirs_text, "Målgrupp: kommunerna");
	assert_true(session_answer(p->session, both, NULL));
	assert_null(session_conflict(p->session));
	assert_string_equal(owner(p, 5), "Ola");
	assert_string_equal(action_nr(p, 5)->audience, "kommunerna");
	undo(p);
	assert_string_equal(owner(p, 5), "");
	assert_string_equal(action_nr(p, 5)->audience, "kommunerna");
	free(before);
	free(now);
}

static void theirs_writes_nothing(void **state)
{
	/* Theirs: the file stays as they left it, and there is nothing new to undo. */
	static const enum conflict_answer theirs[] = {CONFLICT_THEIRS};
	struct practice *p = *state;
	outside(p, "Nr: 5\n", "Nr: 5\nAnsvarig: Åsa\n");
	char *before = practice_read(p, PLAN);
	assert_false(try_owner(p, 5, "Ola"));
	assert_true(session_answer(p->session, theirs, NULL));
	char *now = practice_read(p, PLAN);
	assert_string_equal(now, before);
	assert_null(session_undo_title(p->session));
	free(before);
	free(now);
}

static void changed_once_more_meanwhile(void **state)
{
	/* They change it again while I think: I am asked about what stands there now. */
	static const enum conflict_answer mine[] = {CONFLICT_MINE};
	struct practice *p = *state;
	outside(p, "Nr: 5\n", "Nr: 5\nAnsvarig: Åsa\n");
	assert_false(try_owner(p, 5, "Ola"));
	outside(p, "Ansvarig: Åsa\n", "Ansvarig: Eva\n");
	assert_false(session_answer(p->session, mine, NULL));
	assert_string_equal(session_conflict(p->session)->items[0].theirs_text, "Eva");
	assert_true(session_answer(p->session, mine, NULL));
	assert_string_equal(owner(p, 5), "Ola");
	undo(p);
	assert_string_equal(owner(p, 5), "Eva");
}

static void undo_shows_the_difference(void **state)
{
	/* The record is not what we left: undo writes nothing and asks; theirs takes the step off the list. */
	static const enum conflict_answer theirs[] = {CONFLICT_THEIRS}, mine[] = {CONFLICT_MINE};
	struct practice *p = *state;
	set_owner(p, 6, "Ek");
	set_owner(p, 5, "Ola");
	outside(p, "Ansvarig: Ola\n", "Ansvarig: Åsa\n");
	session_refresh(p->session);
	assert_false(session_undo(p->session, NULL));
	assert_string_equal(session_conflict(p->session)->items[0].theirs_text, "Åsa");
	assert_string_equal(session_conflict(p->session)->items[0].mine_text, "(tomt)");
	session_let_go(p->session);
	assert_null(session_conflict(p->session));
	assert_string_equal(owner(p, 5), "Åsa");
	assert_false(session_undo(p->session, NULL));
	assert_true(session_answer(p->session, mine, NULL));
	assert_string_equal(owner(p, 5), "");
	redo(p);
	assert_string_equal(owner(p, 5), "Åsa");
	outside(p, "Ansvarig: Åsa\n", "Ansvarig: Eva\n");
	session_refresh(p->session);
	assert_false(session_undo(p->session, NULL));
	assert_true(session_answer(p->session, theirs, NULL));
	assert_string_equal(owner(p, 5), "Eva");
	undo(p);
	assert_string_equal(owner(p, 6), "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(survives_a_restart),
		TEST(survives_a_kill),
		TEST(killed_before_the_list_was_written),
		TEST(too_old_steps_go),
		TEST(list_that_cannot_be_kept),
		TEST(same_record_asks),
		TEST(theirs_writes_nothing),
		TEST(changed_once_more_meanwhile),
		TEST(undo_shows_the_difference),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
