/* The real program is killed at each system call of a save, and of the recovery after that: all of the save is there or
 * nothing of it, and all of what it said was saved. A few of the calls here, every one with RADSBORD_TORTURE. */
#include "program.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#define FILE_NAME "matt/palliativregistret.csv"
#define DAY "--idag", "2026-11-24"
enum { REFUSED = 99, FEW = 23 };

static struct home home;
static char *whole, *council, *table; /* the folder as it was before the save, the one that is worked on, what is imported */
static char *old_bytes, *new_bytes;

static void copy(const char *from, const char *to)
{
	char *command = mem_printf("rm -rf '%s' && cp -a '%s' '%s'", to, from, to);
	assert_int_equal(system(command), 0);
	free(command);
}

static bool folder_has(const char *prefix)
{
	char *command = mem_printf("ls -A '%s' | grep -q '^%s'", council, prefix);
	int status = system(command);
	free(command);
	return status == 0;
}

/* ---- running and killing ---------------------------------------------------------------------------------------- */

static _Noreturn void become(const char *const *words)
{
	char *program = realpath(getenv("RADSBORD_PROGRAM"), NULL), *out = home_path(&home, "ut");
	const char *env[] = {mem_printf("HOME=%s", home.path), "LC_ALL=C.UTF-8", "TZ=UTC", "USER=prov", "ASAN_OPTIONS=detect_leaks=0"};
	char *argv[24] = {program};
	for (size_t i = 0; words[i]; i++)
		argv[i + 1] = mem_strdup(words[i]);
	clearenv();
	for (size_t i = 0; i < sizeof env / sizeof *env; i++)
		putenv(mem_strdup(env[i]));
	int fd = open(out, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	dup2(fd, STDOUT_FILENO);
	dup2(fd, STDERR_FILENO);
	if (ptrace(PTRACE_TRACEME, 0, 0, 0) < 0)
		_exit(REFUSED);
	execv(program, argv);
	_exit(127);
}

/* True when the program stands before opening the folder's lock: there the save, or the recovery, begins. */
static bool at_lock(pid_t pid)
{
	struct __ptrace_syscall_info info = {0};
	char path[64] = "";
	if (ptrace(PTRACE_GET_SYSCALL_INFO, pid, sizeof info, &info) < 0 || info.op != PTRACE_SYSCALL_INFO_ENTRY ||
	    info.entry.nr != SYS_openat)
		return false;
	struct iovec to = {path, sizeof path - 1}, from = {(void *)(uintptr_t)info.entry.args[1], sizeof path - 1};
	return process_vm_readv(pid, &to, 1, &from, 1, 0) > 0 && strncmp(path, ".rb-lock", sizeof path) == 0;
}

/* Runs the program and kills it at a stop after it has come to the lock, before a call and after it by turns. True when it
 * had ended before; `status` is what it ended with. */
static bool run_killed(long at, int *status, const char *const *words)
{
	pid_t pid = fork();
	bool begun = false;
	int signal = 0;
	assert_true(pid >= 0);
	if (pid == 0)
		become(words);
	assert_int_equal(waitpid(pid, status, 0), pid);
	if (WIFEXITED(*status) && WEXITSTATUS(*status) == REFUSED) {
		printf("a program may not be traced here, so that it cannot be killed at a system call\n");
		skip();
	}
	ptrace(PTRACE_SETOPTIONS, pid, 0, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
	for (long stop = 0; WIFSTOPPED(*status);) {
		if (WSTOPSIG(*status) == (SIGTRAP | 0x80)) {
			begun = begun || at_lock(pid);
			signal = 0;
			if (begun && ++stop == at)
				kill(pid, SIGKILL);
		} else {
			signal = WSTOPSIG(*status) == SIGTRAP ? 0 : WSTOPSIG(*status);
		}
		ptrace(PTRACE_SYSCALL, pid, 0, signal);
		assert_int_equal(waitpid(pid, status, 0), pid);
	}
	return WIFEXITED(*status);
}

#define SAVE (const char *const[]){"--rad", council, DAY, "importera", "matt", table, "--kalla", "Palliativregistret", "--datum", \
	                           "2025-02-03", "--spara", NULL}
#define CHECK (const char *const[]){"--rad", council, DAY, "kontroll", NULL}

/* ---- what there is ------------------------------------------------------------------------------------------------ */

static int set_up(void **state)
{
	static const char table_1[] = "Kommun;År;Indikator;Täljare;Nämnare\nNyköping;2023;Brytpunktssamtal;140;150\n";
	static const char table_2[] = "Kommun;År;Indikator;Täljare;Nämnare\nNyköping;2024;Brytpunktssamtal;141;151\n";
	struct run r = {0};
	int status;
	(void)state;
	home_init(&home);
	whole = home_path(&home, "hel");
	council = home_path(&home, "rad");
	table = home_path(&home, "tal.csv");
	RUN(&home, &r, "ny", council, "--namn", "Prov", "--region", "04");
	assert_int_equal(r.status, 0);
	run_release(&r);
	home_write(&home, "tal.csv", table_1);
	run_killed(0, &status, SAVE);
	assert_int_equal(status, 0);
	old_bytes = home_read(&home, "rad/" FILE_NAME);
	copy(council, whole);
	home_write(&home, "tal.csv", table_2);
	run_killed(0, &status, SAVE);
	assert_int_equal(status, 0);
	new_bytes = home_read(&home, "rad/" FILE_NAME);
	assert_string_not_equal(old_bytes, new_bytes);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	free(whole);
	free(council);
	free(table);
	free(old_bytes);
	free(new_bytes);
	home_release(&home);
	return 0;
}

static bool has_words(const char *file, const char *words)
{
	char *text = home_read(&home, file);
	bool has = text && strstr(text, words);
	free(text);
	return has;
}

/* After a recovery: the file is the old or the new one, and the history says the same. */
static bool is_new(long at)
{
	char *now = home_read(&home, "rad/" FILE_NAME);
	assert_non_null(now);
	bool new = strcmp(now, new_bytes) == 0;
	if (!new && strcmp(now, old_bytes) != 0)
		fail_msg("stop %ld: %s", at, now);
	free(now);
	assert_int_equal(has_words("rad/historik/2026-11.rec", "2024"), new);
	return new;
}

/* Recovers it. A lock that was cut off before it said whose it is waits for a person, who takes it away here. */
static void recover(long at)
{
	char *lock = home_path(&home, "rad/.rb-lock");
	struct stat st;
	int status;
	if (stat(lock, &st) == 0 && st.st_size == 0)
		unlink(lock);
	free(lock);
	run_killed(0, &status, CHECK);
	/* 1: it tells what it moved aside. */
	if (!WIFEXITED(status) || WEXITSTATUS(status) > 1)
		fail_msg("stop %ld: %d", at, status);
	assert_false(folder_has("[.]rb-commit-") || folder_has("[.]rb-new-") || folder_has("[.]rb-txn-"));
}

static long step(void)
{
	const char *torture = getenv("RADSBORD_TORTURE");
	return torture && *torture ? 1 : FEW;
}

static void killed_at_each_call_of_a_save(void **state)
{
	int status;
	size_t old = 0, new = 0;
	bool over = false;
	(void)state;
	for (long at = 1; !over; at += step()) {
		copy(whole, council);
		over = run_killed(at, &status, SAVE);
		bool said = has_words("ut", "Sparat");
		recover(at);
		bool now = is_new(at);
		if (said && !now)
			fail_msg("stop %ld: said to be saved and is not", at);
		*(now ? &new : &old) += 1;
	}
	assert_true(old > 1 && new > 0);
}

static void killed_at_each_call_of_the_recovery(void **state)
{
	int status;
	bool over = false;
	char *cut = home_path(&home, "avbruten");
	(void)state;
	/* A save that is valid and not carried out. */
	for (long at = 1; !over; at++) {
		copy(whole, council);
		over = run_killed(at, &status, SAVE);
		if (folder_has("[.]rb-commit-"))
			break;
	}
	assert_false(over);
	copy(council, cut);
	long stops = 0;
	for (long at = 1; !over; at += step(), stops++) {
		copy(cut, council);
		over = run_killed(at, &status, CHECK);
		if (stops % 3 == 0)
			run_killed(at + 1, &status, CHECK);
		recover(at);
		assert_true(is_new(at));
	}
	assert_true(stops > 2);
	free(cut);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(killed_at_each_call_of_a_save),
		cmocka_unit_test(killed_at_each_call_of_the_recovery),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
