/* The power goes at any moment of a save or of a recovery: whatever of what was not synced is lost, the next recovery gives all
 * of each save or nothing of it, and all of what was said to be saved. With RADSBORD_TORTURE every subset is tried. */
#include "crash.h"
#include "saving.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static bool every(void)
{
	const char *torture = getenv("RADSBORD_TORTURE");

	return torture && *torture;
}

struct cut {
	size_t count;            /* files in the save */
	size_t said;             /* the moment from which it is said to be saved */
	bool plain;
	bool bad;                /* a promise is broken */
	bool seen[3];
	size_t states;
};

static void after_recovery(struct cut *cut, const struct scratch *s, size_t moment)
{
	enum saving_state now;

	assert_true(saving_recover(s, NULL, 1000));
	now = saving_look(s, cut->count);
	cut->seen[now] = true;
	if (now == SAVING_MIXED || (moment >= cut->said && now != SAVING_ALL_NEW))
		cut->bad = true;
	assert_int_equal(scratch_count(s, ".rb-commit-") + scratch_count(s, ".rb-txn-") + scratch_count(s, ".rb-new-"), 0);
}

static void look_once(void *ctx, const struct scratch *s, size_t moment)
{
	struct cut *cut = ctx;

	after_recovery(cut, s, moment);
	cut->states++;
}

/* What is said to be saved is not there. */
static void look_for_loss(void *ctx, const struct scratch *s, size_t moment)
{
	struct cut *cut = ctx;
	char *now;

	saving_recover(s, NULL, 1000);
	now = scratch_get(s, "a.rec", NULL);
	cut->bad |= moment >= cut->said && (!now || strcmp(now, SAVING_NEW_A) != 0);
	free(now);
}

static void look_at_second(void *ctx, const struct scratch *s, size_t moment)
{
	struct cut *outer = ctx;

	(void)moment;
	after_recovery(outer, s, outer->said);
	outer->states++;
}

/* Recovers the state, remembering how, and cuts that too. */
static void look_twice(void *ctx, const struct scratch *s, size_t moment)
{
	struct cut *cut = ctx, inner = {.count = cut->count};
	struct crash c;

	if (scratch_count(s, ".rb-commit-") == 0 && moment < cut->said)
		return;
	/* What a finished recovery gives it gives for ever: from a commit record that is whole, everything. */
	crash_init(&c, s);
	c.plain_rename = cut->plain;
	assert_true(saving_recover(s, &c.io, 2000));
	inner.said = saving_look(s, cut->count) == SAVING_ALL_NEW ? 0 : (size_t)-1;
	crash_each(&c, 0, every(), look_at_second, &inner);
	cut->bad |= inner.bad;
	cut->states += inner.states;
	crash_release(&c);
}

static void save_and_cut(struct cut *cut, bool no_sync, void (*look)(void *ctx, const struct scratch *s, size_t moment))
{
	struct scratch s;
	struct crash c;
	struct error e = {0};

	saving_init(&s);
	crash_init(&c, &s);
	c.plain_rename = cut->plain;
	c.no_sync = no_sync;
	if (!saving_commit(&s, &c.io, cut->count, 1, &e))
		fail_msg("%s", e.text);
	cut->said = crash_moment(&c);
	crash_each(&c, no_sync ? cut->said : 0, every() && !no_sync, look, cut);
	crash_release(&c);
	scratch_release(&s);
}

static void test_every_state_of_a_save(void **state)
{
	(void)state;
	for (size_t k = 0; k < 6; k++) {
		struct cut cut = {.count = 1 + k % 3, .plain = k >= 3};

		save_and_cut(&cut, false, look_once);
		assert_false(cut.bad);
		assert_true(cut.seen[SAVING_ALL_OLD] && cut.seen[SAVING_ALL_NEW]);
		assert_true(cut.states > 50);
	}
}

static void test_every_state_of_a_recovery(void **state)
{
	(void)state;
	for (size_t k = 0; k < (every() ? 2 : 1); k++) {
		struct cut cut = {.count = every() ? 3 : 2, .plain = k > 0};

		save_and_cut(&cut, false, look_twice);
		assert_false(cut.bad);
		assert_true(cut.states > 100);
	}
}

static void test_shows_what_was_not_synced(void **state)
{
	/* The states are worth something: with an fsync that does nothing they show a lost save. */
	(void)state;
	for (size_t count = 1; count <= 3; count++) {
		struct cut cut = {.count = count};

		save_and_cut(&cut, true, look_for_loss);
		assert_true(cut.bad);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_state_of_a_save),
		cmocka_unit_test(test_every_state_of_a_recovery),
		cmocka_unit_test(test_shows_what_was_not_synced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
