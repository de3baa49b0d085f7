/* Commits as they are meant to go, and what is refused. */
#include "faulty.h"
#include "scratch.h"

#include "radsbord/base/sha256.h"
#include "radsbord/store/commit.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct store_writer anna = {.user = "Anna B", .host = "dator-1", .utc = 1795423330, .random = {1, 2}};

/* A file of a set, made from what lies in the folder now. */
static struct store_file change(const struct scratch *s, const char *name, const char *text, char hash[65])
{
	size_t len;
	char *now = scratch_get(s, name, &len);

	hash[0] = '\0';
	if (now)
		sha256(now, len, hash);
	free(now);
	return (struct store_file){.name = name, .base_hash = hash, .bytes = text, .len = strlen(text)};
}

static bool save(const struct scratch *s, const char *name, const char *text, struct error *e)
{
	char hash[65];
	struct store_file f = change(s, name, text, hash);

	return store_commit(io_system(), s->dir, &f, 1, &anna, NULL, e);
}

static void expect_file(const struct scratch *s, const char *name, const char *text)
{
	char *now = scratch_get(s, name, NULL);

	if (!text)
		assert_null(now);
	else
		assert_string_equal(now, text);
	free(now);
}

static void expect_refused(const struct scratch *s, const char *name, const char *text, enum error_code code)
{
	struct error e = {0};

	assert_false(save(s, name, text, &e));
	if (e.code != code)
		fail_msg("%s: %s", name, e.text);
	assert_int_equal(e.text[strlen(e.text) - 1], '.');
	assert_int_equal(scratch_count(s, ".rb-"), 0);
}

static void test_saves_a_set(void **state)
{
	/* Old and new files, in folders that are there or not, are all saved, and nothing else is left. */
	struct scratch s;
	char a[65], b[65], c[65];

	(void)state;
	scratch_init(&s);
	scratch_puts(&s, "a.rec", "gammal\n");
	scratch_puts(&s, "plan/2019.rec", "gammal plan\n");
	const struct store_file set[] = {change(&s, "a.rec", "ny\n", a), change(&s, "plan/2019.rec", "ny plan\n", b),
	                                 change(&s, "moten/x/m.rec", "nytt möte\n", c)};
	assert_true(store_commit(io_system(), s.dir, set, 3, &anna, NULL, NULL));
	expect_file(&s, "a.rec", "ny\n");
	expect_file(&s, "plan/2019.rec", "ny plan\n");
	expect_file(&s, "moten/x/m.rec", "nytt möte\n");
	assert_int_equal(scratch_count(&s, ""), 3);
	scratch_release(&s);
}

static void test_saving_the_same_writes_nothing(void **state)
{
	/* A set that changes nothing leaves even the folder's time alone; in a mixed set only the changed is written. */
	struct scratch s;
	struct stat before, after;
	char a[65], b[65];

	(void)state;
	scratch_init(&s);
	scratch_puts(&s, "a.rec", "samma");
	scratch_puts(&s, "b.rec", "gammal");
	fstat(s.dir, &before);
	assert_true(save(&s, "a.rec", "samma", NULL));
	fstat(s.dir, &after);
	assert_memory_equal(&before.st_mtim, &after.st_mtim, sizeof before.st_mtim);
	const struct store_file set[] = {change(&s, "a.rec", "samma", a), change(&s, "b.rec", "ny", b)};
	fstatat(s.dir, "a.rec", &before, 0);
	assert_true(store_commit(io_system(), s.dir, set, 2, &anna, NULL, NULL));
	fstatat(s.dir, "a.rec", &after, 0);
	assert_int_equal(before.st_ino, after.st_ino);
	expect_file(&s, "b.rec", "ny");
	assert_true(store_commit(io_system(), s.dir, NULL, 0, &anna, NULL, NULL));
	scratch_release(&s);
}

static void test_conflicts(void **state)
{
	/* A file that is not what was read, is gone, or has come meanwhile, stops the whole set. */
	struct scratch s;
	struct error e = {0};
	char a[65], b[65];

	(void)state;
	scratch_init(&s);
	scratch_puts(&s, "a.rec", "A");
	scratch_puts(&s, "b.rec", "B");
	struct store_file set[] = {change(&s, "a.rec", "A2", a), change(&s, "b.rec", "B2", b)};
	scratch_puts(&s, "b.rec", "av en annan");
	assert_false(store_commit(io_system(), s.dir, set, 2, &anna, NULL, &e));
	assert_int_equal(e.code, ERROR_CONFLICT);
	assert_string_equal(e.file, "b.rec");
	unlinkat(s.dir, "b.rec", 0);
	assert_false(store_commit(io_system(), s.dir, set, 2, &anna, NULL, &e));
	assert_int_equal(e.code, ERROR_CONFLICT);
	set[1].base_hash = "";
	scratch_puts(&s, "b.rec", "kom nyss");
	assert_false(store_commit(io_system(), s.dir, set, 2, &anna, NULL, &e));
	assert_int_equal(e.code, ERROR_CONFLICT);
	expect_file(&s, "a.rec", "A");
	expect_file(&s, "b.rec", "kom nyss");
	assert_int_equal(scratch_count(&s, ""), 2);
	scratch_release(&s);
}

static void test_refuses(void **state)
{
	/* Names outside the folder, links, other things than files, emptying, write protection, doubles. */
	struct scratch s;
	struct error e = {0};
	char a[65];

	(void)state;
	scratch_init(&s);
	expect_refused(&s, "../ut.rec", "x", ERROR_USAGE);
	expect_refused(&s, "/tmp/ut.rec", "x", ERROR_USAGE);
	expect_refused(&s, "plan/../ut.rec", "x", ERROR_USAGE);
	expect_refused(&s, ".rb-lock", "x", ERROR_USAGE);
	expect_refused(&s, "plan/.dold", "x", ERROR_USAGE);
	expect_refused(&s, "rad\nrad.rec", "x", ERROR_USAGE);
	expect_refused(&s, "plan/", "x", ERROR_USAGE);
	expect_refused(&s, "", "x", ERROR_USAGE);
	scratch_puts(&s, "a.rec", "full");
	expect_refused(&s, "a.rec", "", ERROR_DATA);
	assert_int_equal(symlinkat("a.rec", s.dir, "lank.rec"), 0);
	expect_refused(&s, "lank.rec", "x", ERROR_DATA);
	mkdirat(s.dir, "mapp", 0700);
	expect_refused(&s, "mapp", "x", ERROR_DATA);
	assert_int_equal(symlinkat("mapp", s.dir, "lankad"), 0);
	expect_refused(&s, "lankad/a.rec", "x", ERROR_IO);
	fchmodat(s.dir, "a.rec", 0444, 0);
	expect_refused(&s, "a.rec", "x", ERROR_READONLY);
	const struct store_file set[] = {change(&s, "n.rec", "1", a), change(&s, "n.rec", "2", a)};
	assert_false(store_commit(io_system(), s.dir, set, 2, &anna, NULL, &e));
	assert_int_equal(e.code, ERROR_USAGE);
	expect_file(&s, "a.rec", "full");
	scratch_release(&s);
}

static mode_t mode_of(const struct scratch *s, const char *name)
{
	struct stat st = {0};

	assert_int_equal(fstatat(s->dir, name, &st, AT_SYMLINK_NOFOLLOW), 0);
	return st.st_mode & 07777;
}

static void test_keeps_modes_and_group(void **state)
{
	/* An old file keeps its mode and group, a new one is private, whatever the umask. */
	static const mode_t masks[] = {0, 022, 077, 0277};
	struct scratch s;
	struct stat st;

	(void)state;
	for (size_t i = 0; i < sizeof masks / sizeof *masks; i++) {
		scratch_init(&s);
		scratch_puts(&s, "a.rec", "x");
		fchmodat(s.dir, "a.rec", 0640, 0);
		if (geteuid() == 0)
			assert_int_equal(fchownat(s.dir, "a.rec", 1, 2, 0), 0);
		mode_t old = umask(masks[i]);
		bool ok = save(&s, "a.rec", "y", NULL) && save(&s, "n.rec", "z", NULL);

		umask(old);
		assert_true(ok);
		assert_int_equal(mode_of(&s, "a.rec"), 0640);
		assert_int_equal(mode_of(&s, "n.rec"), 0600);
		fstatat(s.dir, "a.rec", &st, 0);
		if (geteuid() == 0) {
			assert_int_equal(st.st_uid, 1);
			assert_int_equal(st.st_gid, 2);
		}
		scratch_release(&s);
	}
	/* In a folder that a group writes in, the group can read what is new. */
	scratch_init(&s);
	fchmod(s.dir, 02770);
	mode_t old = umask(077);
	bool ok = save(&s, "plan/n.rec", "z", NULL);
	umask(old);
	assert_true(ok);
	assert_int_equal(mode_of(&s, "plan/n.rec"), 0660);
	assert_int_equal(mode_of(&s, "plan"), 02770);
	scratch_release(&s);
}

/* A commit by another process stops in the middle, holding the lock, until it is told to go on. */
struct pause {
	int reached, go;
};

static void wait_for_parent(void *ctx)
{
	const struct pause *p = ctx;
	char c = 'x';

	if (write(p->reached, &c, 1) != 1 || read(p->go, &c, 1) < 0)
		_exit(3);
}

static pid_t start_paused(const struct scratch *s, long call, int *reached, int *go)
{
	int up[2], down[2];
	char c;
	pid_t pid;

	assert_int_equal(pipe(up), 0);
	assert_int_equal(pipe(down), 0);
	pid = fork();
	if (pid == 0) {
		struct pause p = {up[1], down[0]};
		struct store_writer w = {.user = "Bo\tC=%", .host = "dator-1", .utc = 1795423330, .random = {9, 9}};
		char hash[65];
		struct store_file f = change(s, "a.rec", "från barnet", hash);
		struct faulty io;

		faulty_init(&io);
		io.at = call;
		io.meanwhile = wait_for_parent;
		io.ctx = &p;
		close(up[0]);
		close(down[1]);
		_exit(store_commit(&io.io, s->dir, &f, 1, &w, NULL, NULL) ? 0 : 1);
	}
	close(up[1]);
	close(down[0]);
	assert_int_equal(read(up[0], &c, 1), 1);
	*reached = up[0];
	*go = down[1];
	return pid;
}

static void test_lock_of_a_living_process(void **state)
{
	/* While somebody saves here we are told who; nothing breaks the lock, not even a yes; then it is a conflict. */
	struct scratch s;
	struct store_lock_owner owner;
	struct store_writer eager = anna;
	struct error e = {0};
	char hash[65];
	int reached, go, status;

	(void)state;
	scratch_init(&s);
	scratch_puts(&s, "a.rec", "från början");
	struct store_file f = change(&s, "a.rec", "från mig", hash);
	pid_t pid = start_paused(&s, 30, &reached, &go);
	eager.break_foreign = true;
	assert_false(store_commit(io_system(), s.dir, &f, 1, &eager, &owner, &e));
	assert_int_equal(e.code, ERROR_LOCKED);
	assert_string_equal(owner.user, "Bo C=%");
	assert_string_equal(owner.host, "dator-1");
	assert_string_equal(owner.time, "2026-11-23T08:42:10Z");
	assert_true(owner.same_host);
	assert_non_null(strstr(e.text, "Bo C=%"));
	assert_int_equal(write(go, "x", 1), 1);
	waitpid(pid, &status, 0);
	assert_int_equal(status, 0);
	assert_false(store_commit(io_system(), s.dir, &f, 1, &anna, &owner, &e));
	assert_int_equal(e.code, ERROR_CONFLICT);
	expect_file(&s, "a.rec", "från barnet");
	assert_int_equal(scratch_count(&s, ""), 1);
	close(reached);
	close(go);
	scratch_release(&s);
}

static void test_lock_of_a_dead_process(void **state)
{
	/* A lock whose process here is gone is moved aside at once, whoever asks. */
	struct scratch s;
	int reached, go;

	(void)state;
	scratch_init(&s);
	scratch_puts(&s, "a.rec", "från början");
	pid_t pid = start_paused(&s, 30, &reached, &go);
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	assert_int_equal(scratch_count(&s, ".rb-lock"), 1);
	assert_true(save(&s, "a.rec", "från mig", NULL));
	expect_file(&s, "a.rec", "från mig");
	assert_int_equal(scratch_count(&s, ".rb-lock"), 0);
	assert_int_equal(scratch_count(&s, ".rb-broken-"), 1);
	close(reached);
	close(go);
	scratch_release(&s);
}

static void test_lock_that_nobody_can_judge(void **state)
{
	/* Another host, another boot, no content at all, or rubbish: locked, until the user has said yes to this very lock. */
	static const char *const locks[] = {
		"radsbord-lock 1 tx=x user=Eva host=dator-2 pid=1 start=1 boot=b space=s time=2026-11-23T08:42:10Z\n",
		"radsbord-lock 1 tx=x user=Eva host=dator-1 pid=99999999 start=1 boot=b space=s time=t\n",
		"radsbord-lock 2 något nytt\n", "", "\x1b[2Jskräp"};
	struct scratch s;

	(void)state;
	for (size_t i = 0; i < sizeof locks / sizeof *locks; i++) {
		struct store_lock_owner owner;
		struct store_writer w = anna;
		struct error e = {0};
		char hash[65];

		scratch_init(&s);
		scratch_puts(&s, ".rb-lock", locks[i]);
		struct store_file f = change(&s, "a.rec", "text", hash);
		assert_false(store_commit(io_system(), s.dir, &f, 1, &w, &owner, &e));
		assert_int_equal(e.code, ERROR_LOCKED);
		assert_false(owner.same_host);
		assert_string_equal(owner.user, i < 2 ? "Eva" : "");
		expect_file(&s, ".rb-lock", locks[i]);
		w.break_foreign = true;
		w.break_mark = "0000";
		assert_false(store_commit(io_system(), s.dir, &f, 1, &w, &owner, &e));
		expect_file(&s, ".rb-lock", locks[i]);
		char mark[65];
		memcpy(mark, owner.mark, sizeof mark);
		w.break_mark = mark;
		assert_true(store_commit(io_system(), s.dir, &f, 1, &w, &owner, &e));
		expect_file(&s, "a.rec", "text");
		assert_int_equal(scratch_count(&s, ".rb-broken-"), 1);
		scratch_release(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_saves_a_set),
		cmocka_unit_test(test_saving_the_same_writes_nothing),
		cmocka_unit_test(test_conflicts),
		cmocka_unit_test(test_refuses),
		cmocka_unit_test(test_keeps_modes_and_group),
		cmocka_unit_test(test_lock_of_a_living_process),
		cmocka_unit_test(test_lock_of_a_dead_process),
		cmocka_unit_test(test_lock_that_nobody_can_judge),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
