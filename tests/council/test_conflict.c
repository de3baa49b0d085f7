/* test_conflict.c - the same record changed on both sides: what is asked, and what each answer makes. */
#include "council_world.h"

#include "radsbord/council/conflict.h"

#include <stdio.h>
#include <string.h>

/* A record as I saw it, my step, and the records as they are now. */
struct sides {
	struct records seen_records, now;
	struct seen seen;
	struct changes mine, made;
	struct conflict conflict;
};

static struct action base_action(void)
{
	struct action a = world_action("A1", ACTION_ONGOING, DAY(2026, 12, 1));
	a.nr = 3;
	a.owner = "Eva";
	return a;
}

static void set(struct sides *s, const struct action *saw, const char *field, const char *value)
{
	changes_set_text(&s->mine, RECORD_ACTION, &saw->head, field, value);
}

/* What the step meets when the record is `now` (NULL: gone). */
static void meet(struct sides *s, const struct action *saw, const struct action *now)
{
	world_add(&s->seen_records, RECORD_ACTION, saw);
	if (now)
		world_add(&s->now, RECORD_ACTION, now);
	conflict_see(&s->mine, &s->seen_records, &s->seen);
	conflict_find(&s->mine, &s->seen, &s->now, &s->conflict);
}

/* The only change that an answer to the only item makes; NULL when it makes none. */
static const struct change *answer(struct sides *s, enum conflict_answer given)
{
	assert_int_equal(s->conflict.count, 1);
	changes_release(&s->made);
	conflict_resolve(&s->conflict, &given, &s->mine, &s->made);
	assert_true(s->made.count <= 1);
	return s->made.count ? &s->made.items[0] : NULL;
}

static void sides_release(struct sides *s)
{
	world_release(&s->seen_records);
	world_release(&s->now);
	seen_release(&s->seen);
	changes_release(&s->mine);
	changes_release(&s->made);
	conflict_release(&s->conflict);
}

static void expect_one(const struct strings *s, const char *value)
{
	assert_int_equal(s->count, 1);
	assert_string_equal(s->items[0], value);
}

static void test_other_records_are_not_asked(void **state)
{
	/* Another record changed, or the same change on both sides: nothing to ask. */
	struct sides s = {0};
	struct action a = base_action(), other = world_action("A2", ACTION_DONE, DATE_NONE), same = base_action();
	(void)state;
	world_add(&s.now, RECORD_ACTION, &other);
	same.owner = "Ola";
	set(&s, &a, "Ansvarig", "Ola");
	meet(&s, &a, &same);
	assert_int_equal(s.conflict.count, 0);
	sides_release(&s);
}

static void test_same_field(void **state)
{
	/* The two texts stand side by side; mine, theirs, and both with theirs first. */
	struct sides s = {0};
	struct action a = base_action(), now = base_action();
	const struct change *c;
	(void)state;
	now.owner = "Åsa";
	set(&s, &a, "Ansvarig", "Ola");
	meet(&s, &a, &now);
	assert_int_equal(s.conflict.count, 1);
	assert_int_equal(s.conflict.items[0].kind, CONFLICT_FIELD);
	assert_string_equal(s.conflict.items[0].record, "Åtgärd 3 ”Ring regionen”");
	assert_string_equal(s.conflict.items[0].mine_text, "Ola");
	assert_string_equal(s.conflict.items[0].theirs_text, "Åsa");
	assert_int_equal(s.conflict.items[0].usual, CONFLICT_UNANSWERED);
	c = answer(&s, CONFLICT_MINE);
	expect_one(&c->before, "Åsa");
	expect_one(&c->after, "Ola");
	assert_null(answer(&s, CONFLICT_THEIRS));
	c = answer(&s, CONFLICT_BOTH);
	expect_one(&c->before, "Åsa");
	expect_one(&c->after, "Åsa / Ola");
	sides_release(&s);
}

static void test_one_value_cannot_be_both(void **state)
{
	/* A date holds one day: only mine or theirs. */
	struct sides s = {0};
	struct action a = base_action(), now = base_action();
	(void)state;
	now.due = DAY(2027, 1, 15);
	set(&s, &a, "Klart_senast", "2027-02-04");
	meet(&s, &a, &now);
	assert_int_equal(s.conflict.items[0].may, 1u << CONFLICT_MINE | 1u << CONFLICT_THEIRS);
	expect_one(&answer(&s, CONFLICT_MINE)->after, "2027-02-04");
	sides_release(&s);
}

static void test_other_fields_of_the_record(void **state)
{
	/* They changed other fields than I: I see what, and may add mine or leave theirs. */
	struct sides s = {0};
	struct action a = base_action(), now = base_action();
	(void)state;
	now.status = ACTION_DONE;
	set(&s, &a, "Ansvarig", "Ola");
	meet(&s, &a, &now);
	assert_int_equal(s.conflict.items[0].kind, CONFLICT_BESIDE);
	assert_string_equal(s.conflict.items[0].mine_text, "Ansvarig: Ola");
	assert_string_equal(s.conflict.items[0].theirs_text, "Status: klar");
	assert_int_equal(s.conflict.items[0].usual, CONFLICT_BOTH);
	assert_int_equal(s.conflict.items[0].may, 1u << CONFLICT_THEIRS | 1u << CONFLICT_BOTH);
	expect_one(&answer(&s, CONFLICT_BOTH)->after, "Ola");
	expect_one(&answer(&s, CONFLICT_BOTH)->before, "Eva");
	assert_null(answer(&s, CONFLICT_THEIRS));
	sides_release(&s);
}

static void test_they_removed_it(void **state)
{
	/* The record is gone: mine puts back what I saw, with my change; theirs leaves it gone. */
	struct sides s = {0};
	struct action a = base_action();
	const struct change *c;
	bool owner = false, title = false;
	(void)state;
	set(&s, &a, "Ansvarig", "Ola");
	set(&s, &a, "Klart_senast", "2027-02-04");
	meet(&s, &a, NULL);
	assert_int_equal(s.conflict.items[0].kind, CONFLICT_GONE);
	c = answer(&s, CONFLICT_MINE);
	assert_int_equal(c->kind, CHANGE_ADD);
	assert_string_equal(c->file, "plan/2026.rec");
	for (size_t i = 0; i < c->fields_count; i++) {
		owner |= strcmp(c->fields[i].field->name, "Ansvarig") == 0 && strcmp(c->fields[i].values.items[0], "Ola") == 0;
		title |= strcmp(c->fields[i].field->name, "Rubrik") == 0;
	}
	assert_true(owner && title);
	assert_null(answer(&s, CONFLICT_THEIRS));
	sides_release(&s);
}

static void test_i_remove_what_they_changed(void **state)
{
	/* An undo of an addition that has been worked on since: it is shown, and removed only on purpose. */
	struct sides s = {0};
	struct action a = base_action(), now = base_action();
	struct changes add = {0};
	const struct change *c;
	(void)state;
	changes_add(&add, RECORD_ACTION, "plan/2026.rec", &a);
	changes_invert(&add, &s.mine);
	now.owner = "Åsa";
	meet(&s, &a, &now);
	assert_int_equal(s.conflict.items[0].kind, CONFLICT_CHANGED);
	assert_string_equal(s.conflict.items[0].theirs_text, "Ansvarig: Åsa");
	assert_null(answer(&s, CONFLICT_THEIRS));
	c = answer(&s, CONFLICT_MINE);
	assert_int_equal(c->kind, CHANGE_REMOVE);
	for (size_t i = 0; i < c->fields_count; i++)
		if (strcmp(c->fields[i].field->name, "Ansvarig") == 0)
			expect_one(&c->fields[i].values, "Åsa");
	changes_release(&add);
	sides_release(&s);
}

static void test_several_questions(void **state)
{
	/* Two fields of one record, each with its own answer; what nobody else touched in the step stays in it. */
	static const enum conflict_answer given[] = {CONFLICT_THEIRS, CONFLICT_MINE};
	struct sides s = {0};
	struct action a = base_action(), now = base_action(), new = world_action("A9", ACTION_NOT_STARTED, DATE_NONE);
	(void)state;
	now.owner = "Åsa";
	now.due = DAY(2027, 1, 15);
	set(&s, &a, "Ansvarig", "Ola");
	set(&s, &a, "Klart_senast", "2027-02-04");
	changes_add(&s.mine, RECORD_ACTION, "plan/2026.rec", &new);
	changes_title(&s.mine, "Ett steg");
	meet(&s, &a, &now);
	assert_int_equal(s.conflict.count, 2);
	conflict_resolve(&s.conflict, given, &s.mine, &s.made);
	assert_int_equal(s.made.count, 2);
	assert_string_equal(s.made.items[0].field->name, "Klart_senast");
	assert_int_equal(s.made.items[1].kind, CHANGE_ADD);
	assert_string_equal(s.made.title, "Ett steg");
	sides_release(&s);
}

/* Joins values given as NULL-terminated lists and compares. */
static void expect_join(const char *field, const char *const *base, const char *const *mine, const char *const *theirs,
                        const char *const *wanted)
{
	const struct record_type *t = record_type(strcmp(field, "Not") == 0 ? RECORD_MEETING : RECORD_ACTION);
	struct arena a = {0};
	struct strings sides[3] = {{0}}, out = {0};
	const char *const *const given[] = {base, mine, theirs};
	for (size_t i = 0; i < 3; i++)
		for (const char *const *v = given[i]; *v; v++)
			strings_add(&sides[i], *v, &a);
	conflict_join(record_field(t, field, strlen(field)), &sides[0], &sides[1], &sides[2], &a, &out);
	for (size_t i = 0; i < out.count; i++) {
		assert_non_null(wanted[i]);
		assert_string_equal(out.items[i], wanted[i]);
	}
	assert_null(wanted[out.count]);
	arena_release(&a);
}
#define L(...) ((const char *const[]){__VA_ARGS__, NULL})
#define NONE ((const char *const[]){NULL})

static void test_both(void **state)
{
	/* Theirs whole, and of mine what I added. */
	(void)state;
	expect_join("Anteckning", L("a"), L("a", "min"), L("a", "deras"), L("a", "deras", "min"));
	expect_join("Anteckning", L("a", "b"), L("b"), L("a", "b", "c"), L("a", "b", "c"));
	expect_join("Anteckning", L("a", "b"), L("a", "b", "min"), L("b"), L("b", "min"));
	expect_join("Not", L("början"), L("början\nmitt slut"), L("början\nderas slut"), L("början\nderas slut\n\nmitt slut"));
	expect_join("Not", L("gammal"), L("min\ntext"), L("deras"), L("deras\n\nmin\ntext"));
	expect_join("Not", NONE, L("min"), L("deras"), L("deras\n\nmin"));
	expect_join("Not", L("gammal"), L("min"), NONE, L("min"));
	expect_join("Not", L("gammal"), NONE, L("deras"), L("deras"));
	expect_join("Rubrik", L("Ring"), L("Ring Eva"), L("Ring Ola"), L("Ring Ola / Eva"));
	expect_join("Rubrik", L("Ring"), L("Skriv"), L("Ring Ola"), L("Ring Ola / Skriv"));
}

/* A step on as many records as a council's whole plan: each is held against its own, and each question is about its own. */
static void test_very_many_records(void **state)
{
	enum { MANY = 3000, CHANGED = 7, GONE = 11, BESIDE = 2900 };
	static char ids[MANY][12];
	struct sides s = {0};
	(void)state;
	for (int i = 0; i < MANY; i++) {
		struct action a = base_action(), now;
		snprintf(ids[i], sizeof ids[i], "A%d", i);
		a.head.id = ids[i];
		a.nr = i;
		now = a;
		if (i == CHANGED)
			now.owner = "Åsa";
		if (i == BESIDE)
			now.status = ACTION_DONE;
		set(&s, &a, "Ansvarig", "Ola");
		set(&s, &a, "Klart_senast", "2027-02-04");
		world_add(&s.seen_records, RECORD_ACTION, &a);
		if (i != GONE)
			world_add(&s.now, RECORD_ACTION, &now);
	}
	conflict_see(&s.mine, &s.seen_records, &s.seen);
	assert_int_equal(s.seen.count, MANY);
	conflict_find(&s.mine, &s.seen, &s.now, &s.conflict);
	assert_int_equal(s.conflict.count, 3);
	assert_int_equal(s.conflict.items[0].kind, CONFLICT_FIELD);
	assert_string_equal(s.conflict.items[0].id, ids[CHANGED]);
	assert_string_equal(s.conflict.items[0].theirs_text, "Åsa");
	assert_int_equal(s.conflict.items[1].kind, CONFLICT_GONE);
	assert_string_equal(s.conflict.items[1].id, ids[GONE]);
	assert_string_equal(s.conflict.items[1].mine_text, "Ansvarig: Ola\nKlart senast: 2027-02-04");
	assert_int_equal(s.conflict.items[2].kind, CONFLICT_BESIDE);
	assert_string_equal(s.conflict.items[2].id, ids[BESIDE]);
	assert_string_equal(s.conflict.items[2].theirs_text, "Status: klar");
	sides_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_other_records_are_not_asked),
		cmocka_unit_test(test_same_field),
		cmocka_unit_test(test_one_value_cannot_be_both),
		cmocka_unit_test(test_other_fields_of_the_record),
		cmocka_unit_test(test_they_removed_it),
		cmocka_unit_test(test_i_remove_what_they_changed),
		cmocka_unit_test(test_several_questions),
		cmocka_unit_test(test_very_many_records),
		cmocka_unit_test(test_both),
	};
	return cmocka_run_group_tests_name("conflict", tests, NULL, NULL);
}
