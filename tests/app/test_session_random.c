/* A thousand random steps forward and back, over restarts: each undo and redo gives the bytes that were there. */
#include "support/practice.h"

#include "radsbord/council/action.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PLAN "plan/2019.rec"
#define SEATS "ledamoter.rec"
enum { STEPS = 1000, KEPT = 200 };

/* The bytes of the two files that are edited, as one string. */
static char *state_of(const struct practice *p)
{
	char *plan = practice_read(p, PLAN), *seats = practice_read(p, SEATS);
	char *both = mem_printf("%s\x01%s", plan, seats);
	free(plan);
	free(seats);
	return both;
}

static int quick_fsync(void *ctx, int fd)
{
	(void)ctx;
	(void)fd;
	return 0;
}

static void open_again(struct practice *p)
{
	assert_true(practice_reopen(p));
	p->io.fsync = quick_fsync; /* nobody pulls the plug here */
}

static uint64_t next(uint64_t *random, uint64_t below)
{
	*random ^= *random << 13;
	*random ^= *random >> 7;
	*random ^= *random << 17;
	return (*random >> 16) % below;
}

/* One random edit: of a field, a note, a status, a new record, or of two files in one step. */
static bool edit(struct practice *p, uint64_t *random, int step)
{
	static const char *const names[] = {"Ek", "Region Sörmland", "Åsa\nÖberg", "a: b", "+ plus", "% rec", "#", "slut\\"};
	const struct records *r = session_model(p->session)->council;
	const struct action *a = records_action(r, next(random, records_count(r, RECORD_ACTION)));
	const struct seat *seat = records_seat(r, next(random, records_count(r, RECORD_SEAT)));
	const char *name = names[next(random, sizeof names / sizeof *names)];
	struct date today = session_today(p->session);
	struct changes c = {0};
	struct action new;
	char id[16];
	switch (next(random, 6)) {
	case 0:
		action_set_owner(&c, a, name);
		break;
	case 1:
		action_add_note(&c, a, name, today);
		break;
	case 2:
		action_set_status(&c, a, (enum action_status)next(random, ACTION_STATUSES), today);
		break;
	case 3:
		action_set_due(&c, a, date_add_days(today, (int)next(random, 400)));
		break;
	case 4:
		changes_set_text(&c, RECORD_SEAT, &seat->head, "Person", name);
		action_set_owner(&c, a, name);
		break;
	default:
		snprintf(id, sizeof id, "NY%08d", step);
		record_init(record_type(RECORD_ACTION), &new);
		new.head.id = id;
		new.title = name;
		new.nr = action_next_nr(r);
		changes_add(&c, RECORD_ACTION, PLAN, &new);
		break;
	}
	bool something = c.count > 0;
	assert_true(session_apply(p->session, &c, NULL));
	return something;
}

static void a_thousand_random_steps(void **state)
{
	struct practice *p = *state;
	char *undo[STEPS + 1] = {NULL}, *redo[STEPS + 1] = {NULL}; /* states to come back to, and to go on to */
	size_t undos = 0, redos = 0, back = 0;
	const char *torture = getenv("RADSBORD_TORTURE");
	uint64_t random = torture && *torture ? strtoull(torture, NULL, 10) * 2654435761u + 1 : 20261124;
	open_again(p);
	char *now = state_of(p);
	for (int step = 0; step < STEPS; step++) {
		uint64_t what = next(&random, 50);
		struct error e = {0};
		if (what < 20) {
			if (!edit(p, &random, step))
				continue;
			undo[undos++] = now;
			now = state_of(p);
			while (redos > 0)
				free(redo[--redos]);
		} else if (what < 49) {
			bool forward = what >= 42;
			if ((forward ? redos : undos) == 0)
				continue;
			char *wanted = forward ? redo[--redos] : undo[--undos];
			if (!(forward ? session_redo(p->session, &e) : session_undo(p->session, &e)))
				fail_msg("step %d: %s", step, e.text);
			if (forward)
				undo[undos++] = now;
			else
				redo[redos++] = now;
			now = state_of(p);
			assert_string_equal(now, wanted);
			free(wanted);
			back++;
		} else {
			open_again(p);
		}
		assert_int_equal(session_undo_title(p->session) != NULL, undos > 0);
		assert_int_equal(session_redo_title(p->session) != NULL, redos > 0);
		assert_true(undos <= KEPT); /* else the oldest are rightly gone, and this test must be made shorter */
	}
	assert_true(back > 200);
	while (undos > 0)
		free(undo[--undos]);
	while (redos > 0)
		free(redo[--redos]);
	free(now);
}

static int set_up(void **state)
{
	struct practice *p = calloc(1, sizeof *p);
	*state = p;
	return practice_open(p) ? 0 : -1;
}

static int tear_down(void **state)
{
	practice_close(*state);
	free(*state);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(a_thousand_random_steps, set_up, tear_down)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
