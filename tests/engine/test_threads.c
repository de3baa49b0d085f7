/* test_threads.c - one set asked from several threads at a time. Built with clang's thread sanitizer too (make threads),
 * which fails it at the first thing that two of them write, or one writes and another reads. */
#include "world.h"

#include <pthread.h>
#include <string.h>

#define THREADS 4
#define ROUNDS 12
#define PLACES (B3 + 1)
#define DEFINITIONS 3

static void build(struct world *w)
{
	static const char *const measures[] = {"n", "d", "base", "people", "received", "need", "unmet", "printed"};
	static const int catchment[] = {A1, A2}, whole[] = {R1}, part[] = {B1, A3};

	world_standard(w);
	world_catchment(w, H1, catchment, 2);
	world_service(w, MASK(RONDER));
	world_ratio(w, INDIKATOR_AT_LEAST, N(3, 1))->service = "team";
	world_need(w);
	for (int i = 0; i < 160; i++)
		world_figure(w, i % PLACES, 2021 + i % 4, measures[i % 8], 1 + i % 7);
	for (int i = 0; i < 6; i++) {
		world_unit(w, "u", A1 + i % 3, i % 2 ? whole : part, i % 2 ? 1 : 2)->attributes[INDIKATOR_RONDER] =
		    (enum indikator_answer)(i % 3);
		world_statement(w, i % PLACES, (enum indikator_degree)(i % 3));
		world_inventory(w, i % PLACES, INDIKATOR_YES);
	}
	world_set(w);
}

static void ask_one(const struct indikator_set *set, int place, int definition, struct indikator_verdict *v)
{
	const struct indikator_question q = {.today = TODAY, .ranked = true};

	if (!indikator_evaluate(set, place, definition, &q, v))
		memset(v, 0xff, sizeof *v);
}

static bool same(const struct indikator_verdict *a, const struct indikator_verdict *b)
{
	return a->place == b->place && a->definition == b->definition && a->year == b->year && a->status == b->status &&
	       a->rule == b->rule && a->value.num == b->value.num && a->value.den == b->value.den &&
	       a->rank == b->rank && a->municipalities.met == b->municipalities.met;
}

/* What one thread does, and how often it was told something else than when it was asked alone. */
struct worker {
	const struct world *w;
	const struct indikator_verdict *alone;
	int next, other;
};

static bool compare(const struct indikator_verdict *v, void *context)
{
	struct worker *me = context;

	me->other += !same(v, &me->alone[me->next++]);
	return true;
}

static void *work(void *context)
{
	const struct indikator_question q = {.today = TODAY, .ranked = true};
	struct worker *me = context;

	for (int round = 0; round < ROUNDS; round++) {
		struct indikator_point points[8];
		struct indikator_verdict v;
		size_t count;

		for (int i = 0; i < DEFINITIONS * PLACES; i++) {
			ask_one(me->w->set, i % PLACES, i / PLACES, &v);
			me->other += !same(&v, &me->alone[i]);
			indikator_verdict_release(&v);
		}
		me->next = 0;
		me->other += !indikator_evaluate_all(me->w->set, &q, NULL, compare, me);
		me->other += !indikator_trend(me->w->set, R1, 1, &q, points, 8, &count);
		me->other += indikator_find_place(me->w->set, "R1") != R1;
	}
	return NULL;
}

static void at_the_same_time(void **state)
{
	/* Every thread is told what is told when there is one. */
	struct world w = {0};
	struct indikator_verdict alone[DEFINITIONS * PLACES];
	struct worker workers[THREADS];
	pthread_t threads[THREADS];

	(void)state;
	build(&w);
	for (int i = 0; i < DEFINITIONS * PLACES; i++) {
		ask_one(w.set, i % PLACES, i / PLACES, &alone[i]);
		indikator_verdict_release(&alone[i]);
	}
	indikator_set_free(&w.set); /* what was worked out for one asker is not there for the others */
	world_set(&w);
	for (int i = 0; i < THREADS; i++) {
		workers[i] = (struct worker){.w = &w, .alone = alone};
		assert_int_equal(pthread_create(&threads[i], NULL, work, &workers[i]), 0);
	}
	for (int i = 0; i < THREADS; i++) {
		assert_int_equal(pthread_join(threads[i], NULL), 0);
		assert_int_equal(workers[i].other, 0);
	}
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(at_the_same_time),
	};

	return cmocka_run_group_tests_name("engine: several threads", tests, NULL, NULL);
}
