#include "program.h"

#include "support/hostile.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* A run that takes longer than this has hung. */
enum { DEADLINE_MS = 60000 };

void home_init(struct home *h)
{
	const char *tmp = getenv("TMPDIR");
	*h = (struct home){0};
	snprintf(h->path, sizeof h->path, "%s/hemXXXXXX", tmp ? tmp : "/tmp");
	assert_non_null(mkdtemp(h->path));
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

void home_release(struct home *h)
{
	nftw(h->path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

char *home_path(const struct home *h, const char *name)
{
	return mem_printf("%s/%s", h->path, name);
}

char *home_read(const struct home *h, const char *name)
{
	char *path = home_path(h, name), block[4096];
	FILE *f = fopen(path, "rb");
	struct buf b = {0};
	size_t n;
	free(path);
	if (!f)
		return NULL;
	while ((n = fread(block, 1, sizeof block, f)) > 0)
		buf_add(&b, block, n);
	fclose(f);
	return b.data ? buf_detach(&b) : mem_strdup("");
}

void home_write(const struct home *h, const char *name, const char *text)
{
	char *path = home_path(h, name);
	for (char *slash = strchr(path + strlen(h->path) + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(path, 0777);
		*slash = '/';
	}
	FILE *f = fopen(path, "wb");
	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
	free(path);
}

/* In the child: an environment without anything of the one who runs the tests. */
static _Noreturn void become(const struct home *h, const char *const *words)
{
	const char *program = getenv("RADSBORD_PROGRAM");
	const char *kept[] = {"PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS"};
	char *values[3], *argv[32] = {mem_strdup("radsbord")};
	program = realpath(program ? program : "build/radsbord", NULL);
	if (h->inside && chdir(h->path) < 0)
		_exit(127);
	for (size_t i = 0; i < 3; i++)
		values[i] = getenv(kept[i]) ? mem_strdup(getenv(kept[i])) : NULL;
	clearenv();
	for (size_t i = 0; i < 3; i++)
		if (values[i])
			setenv(kept[i], values[i], 1);
	setenv("HOME", h->path, 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("TZ", "UTC", 1);
	setenv("TERM", "xterm", 1);
	setenv("USER", "prov", 1);
	for (size_t i = 0; i < sizeof h->environment / sizeof *h->environment && h->environment[i]; i++)
		putenv(mem_strdup(h->environment[i]));
	for (size_t i = 0; words[i]; i++)
		argv[i + 1] = mem_strdup(words[i]);
	execv(program, argv);
	_exit(127);
}

/* Reads both until they are closed. A terminal whose program has ended gives EIO. */
static void read_all(int fds[2], struct buf *to[2])
{
	struct pollfd polled[2] = {{.fd = fds[0], .events = POLLIN}, {.fd = fds[1], .events = POLLIN}};
	while (polled[0].fd >= 0 || polled[1].fd >= 0) {
		char block[65536];
		if (poll(polled, 2, DEADLINE_MS) <= 0)
			fail_msg("the program has hung");
		for (int i = 0; i < 2; i++) {
			if (polled[i].fd < 0 || !polled[i].revents)
				continue;
			ssize_t n = read(polled[i].fd, block, sizeof block);
			if (n > 0) {
				buf_add(to[i], block, (size_t)n);
			} else if (n == 0 || errno != EINTR) {
				close(polled[i].fd);
				polled[i].fd = -1;
			}
		}
	}
}

static void finish(struct run *r, pid_t pid, int out, int err)
{
	int fds[2] = {out, err}, status;
	read_all(fds, (struct buf *[]){&r->out, &r->err});
	assert_int_equal(waitpid(pid, &status, 0), pid);
	r->status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
	if (r->status < 0 || r->status > 3)
		fail_msg("exit %d: %s", r->status, buf_cstr(&r->err));
}

void run_to_file(const struct home *h, struct run *r, const char *file, const char *const *words)
{
	int out[2], err[2];
	run_release(r);
	assert_int_equal(pipe2(out, O_CLOEXEC), 0);
	assert_int_equal(pipe2(err, O_CLOEXEC), 0);
	pid_t pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		int to = file ? open(file, O_WRONLY) : out[1];
		dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
		dup2(to, STDOUT_FILENO);
		dup2(err[1], STDERR_FILENO);
		become(h, words);
	}
	close(out[1]);
	close(err[1]);
	finish(r, pid, out[0], err[0]);
}

void run_words(const struct home *h, struct run *r, const char *const *words)
{
	run_to_file(h, r, NULL, words);
}

void run_in_terminal(const struct home *h, struct run *r, const char *const *words)
{
	struct winsize size = {.ws_row = 30, .ws_col = 100};
	int master;
	run_release(r);
	pid_t pid = forkpty(&master, NULL, NULL, &size);
	assert_true(pid >= 0);
	if (pid == 0)
		become(h, words);
	finish(r, pid, master, -1);
}

void run_release(struct run *r)
{
	buf_release(&r->out);
	buf_release(&r->err);
	r->status = 0;
}

char *home_council(struct home *h)
{
	struct run r = {0};
	home_init(h);
	char *council = home_path(h, "rad");
	RUN(h, &r, "ny", council, "--namn", "Prov", "--region", "04");
	assert_int_equal(r.status, 0);
	run_release(&r);
	return council;
}

void run_expect(const struct run *r, int status, const char *out, const char *err)
{
	if (r->status != status || !strstr(buf_cstr(&r->out), out) || !strstr(buf_cstr(&r->err), err))
		fail_msg("exit %d, not %d with ”%s” and ”%s”:\n%s%s", r->status, status, out, err, buf_cstr(&r->out), buf_cstr(&r->err));
	assert_null(hostile_found(buf_cstr(&r->out), r->out.len));
	assert_null(hostile_found(buf_cstr(&r->err), r->err.len));
}
