/* Two and three processes save in one folder while they are stopped, woken and killed, and their locks broken by others:
 * whatever one of them was told is saved is there once, in both files of its save. */
#include "adding.h"
#include "faulty.h"
#include "saving.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* A lock whose holder is stopped is in the way; after this long without a save something is done about it. */
enum { WRITERS_MOST = 3, ID_SIZE = 32, STILL_MS = 5, HUNG = 4000 };

struct race {
	struct scratch s;
	int said[2];             /* a pipe: the Id of each save that returned true */
	pid_t pids[WRITERS_MOST];
	bool stopped[WRITERS_MOST];
	int writers, started, broken;
	uint64_t random;
	struct arena arena;
	struct {
		char **items;
		size_t count, cap;
	} saved;
};

static uint64_t next(uint64_t *random, uint64_t below)
{
	*random ^= *random << 13;
	*random ^= *random >> 7;
	*random ^= *random << 17;
	return (*random >> 16) % below;
}

/* A writer's life: it adds and says so until it is killed. */
static _Noreturn void write_on(const struct race *r, int life)
{
	struct faulty f;
	char id[ID_SIZE] = "";

	faulty_init(&f);
	for (int i = 0;; i++) {
		memset(id, 0, sizeof id);
		snprintf(id, sizeof id, "L%dN%d", life, i);
		if (!adding_record(&r->s, &f.io, id, (uint64_t)life << 32 | (uint64_t)i, true) || write(r->said[1], id, sizeof id) != sizeof id)
			_exit(1);
	}
}

static void start(struct race *r, int i)
{
	int life = r->started++;

	r->stopped[i] = false;
	r->pids[i] = fork();
	assert_true(r->pids[i] >= 0);
	if (r->pids[i] == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		write_on(r, life);
	}
}

static void end(struct race *r, int i)
{
	int status;

	kill(r->pids[i], SIGKILL);
	assert_int_equal(waitpid(r->pids[i], &status, 0), r->pids[i]);
	if (!WIFSIGNALED(status))
		fail_msg("a writer gave up: %d", status);
}

static void stop(struct race *r, int i, bool stopped)
{
	int status = 0;

	kill(r->pids[i], stopped ? SIGSTOP : SIGCONT);
	/* It stands still when this returns. */
	if (stopped && !r->stopped[i] && (waitpid(r->pids[i], &status, WUNTRACED) != r->pids[i] || !WIFSTOPPED(status)))
		fail_msg("a writer gave up: %d", status);
	r->stopped[i] = stopped;
}

/* Somebody on another machine thinks that nobody is left here. */
static void break_lock(struct race *r)
{
	char name[64];

	snprintf(name, sizeof name, ".rb-broken-annan-%d", r->broken++);
	renameat(r->s.dir, ".rb-lock", r->s.dir, name);
}

static void disturb(struct race *r)
{
	int i = (int)next(&r->random, (uint64_t)r->writers);

	switch (next(&r->random, 6)) {
	case 0:
		end(r, i);
		start(r, i);
		break;
	case 1:
		stop(r, i, true);
		break_lock(r);
		break;
	case 2:
	case 3:
		stop(r, i, true);
		break;
	default:
		stop(r, i, false);
		break;
	}
}

/* Takes what was said within a moment. */
static bool listen_once(struct race *r)
{
	struct pollfd in = {.fd = r->said[0], .events = POLLIN};
	char id[ID_SIZE];

	if (poll(&in, 1, STILL_MS) <= 0)
		return false;
	assert_int_equal(read(r->said[0], id, sizeof id), sizeof id);
	VEC_PUSH(&r->saved, arena_strdup(&r->arena, id));
	return true;
}

static void expect_all(const struct race *r)
{
	struct map ids[ADDING_FILES] = {{0}};
	struct arena a = {0};

	for (int k = 0; k < ADDING_FILES; k++)
		adding_ids(&r->s, adding_files[k], &a, &ids[k]);
	assert_int_equal(ids[0].count, ids[1].count);
	for (size_t i = 0; i < r->saved.count; i++)
		for (int k = 0; k < ADDING_FILES; k++)
			if (map_get(&ids[k], r->saved.items[i]) < 0)
				fail_msg("%s was saved and is not in %s", r->saved.items[i], adding_files[k]);
	for (int k = 0; k < ADDING_FILES; k++)
		map_release(&ids[k]);
	arena_release(&a);
}

static void race(int writers, size_t saves, uint64_t seed)
{
	struct race r = {.writers = writers, .random = seed};

	scratch_init(&r.s);
	assert_int_equal(pipe2(r.said, O_CLOEXEC), 0);
	for (int i = 0; i < writers; i++)
		start(&r, i);
	for (int still = 0; r.saved.count < saves && still < HUNG; still++) {
		if (listen_once(&r)) {
			still = 0;
			if (next(&r.random, 3) > 0)
				continue;
		}
		disturb(&r);
	}
	assert_true(r.saved.count >= saves);
	for (int i = 0; i < writers; i++)
		end(&r, i);
	while (listen_once(&r))
		;
	assert_true(saving_recover(&r.s, NULL, seed));
	expect_all(&r);
	assert_int_equal(scratch_count(&r.s, ".rb-commit-") + scratch_count(&r.s, ".rb-txn-") + scratch_count(&r.s, ".rb-new-"), 0);
	close(r.said[0]);
	close(r.said[1]);
	free(r.saved.items);
	arena_release(&r.arena);
	scratch_release(&r.s);
}

static void test_stopped_killed_and_locks_broken(void **state)
{
	const char *torture = getenv("RADSBORD_TORTURE");
	bool long_one = torture && *torture;
	uint64_t seed = long_one ? strtoull(torture, NULL, 10) + 1 : 20261126;

	(void)state;
	for (int writers = 2; writers <= WRITERS_MOST; writers++)
		race(writers, long_one ? 2000 : 150, seed * 2654435761u + (uint64_t)writers);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_stopped_killed_and_locks_broken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
