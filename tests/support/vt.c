/* The program in its pseudo-terminal: starting, bytes in and out, waiting. */
#include "vt_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { DEADLINE_MS = 20000, READY_FD = 3, ENV_MOST = 64 };

/* Written by ourselves into the terminal after the program: when it comes back, so has everything before it. libvterm
 * ignores it. */
static const char marker[] = "\033]777;vt\007";

static long long now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---- starting ----------------------------------------------------------- */

static int on_property(VTermProp prop, VTermValue *value, void *user)
{
	struct vt *vt = user;

	if (prop == VTERM_PROP_CURSORVISIBLE)
		vt->cursor_seen = value->boolean;
	else if (prop == VTERM_PROP_ALTSCREEN)
		vt->alternate = value->boolean;
	return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_property};

/* Adds "NAME=value", replaces it, or removes "NAME". */
static void env_set(const char *env[ENV_MOST + 1], const char *entry)
{
	size_t n = strcspn(entry, "="), i = 0;

	while (env[i] && (strncmp(env[i], entry, n) != 0 || env[i][n] != '='))
		i++;
	if (entry[n] == '=') {
		if (i < ENV_MOST)
			env[i] = entry;
		return;
	}
	for (; env[i]; i++)
		env[i] = env[i + 1];
}

/* The child: never returns. */
static void run(const char *const argv[], const char *const env[], int ready)
{
	const char *all[ENV_MOST + 1] = {
	    "TERM=xterm-256color", "LC_ALL=C.UTF-8",     "TZ=UTC",
	    "HOME=/nonexistent",   "PATH=/usr/bin:/bin", "RADSBORD_READY_FD=3",
	};
	static const char *const sanitizers[] = {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"};

	for (size_t i = 0; i < sizeof sanitizers / sizeof sanitizers[0]; i++) {
		const char *value = getenv(sanitizers[i]);

		if (value)
			env_set(all, mem_printf("%s=%s", sanitizers[i], value));
	}
	for (size_t i = 0; env && env[i]; i++)
		env_set(all, env[i]);
	if (ready != READY_FD)
		dup2(ready, READY_FD);
	for (int fd = READY_FD + 1; fd < 256; fd++)
		close(fd);
	execve(argv[0], (char *const *)(size_t)argv, (char *const *)(size_t)all);
	_exit(127);
}

struct vt *vt_start(const char *const argv[], const char *const env[], int width, int height)
{
	struct vt *vt = mem_alloc(sizeof *vt);
	struct winsize size = {.ws_row = (unsigned short)height, .ws_col = (unsigned short)width};
	int pipe_fds[2];

	if (pipe(pipe_fds) < 0)
		abort();
	*vt = (struct vt){.width = width, .height = height, .ready = pipe_fds[0], .cursor_seen = true};
	vt->pid = forkpty(&vt->master, vt->slave, NULL, &size);
	if (vt->pid < 0)
		abort();
	if (vt->pid == 0)
		run(argv, env, pipe_fds[1]);
	close(pipe_fds[1]);
	fcntl(vt->master, F_SETFL, O_NONBLOCK);
	fcntl(vt->ready, F_SETFL, O_NONBLOCK);
	fcntl(vt->master, F_SETFD, FD_CLOEXEC);
	fcntl(vt->ready, F_SETFD, FD_CLOEXEC);
	vt->term = vterm_new(height, width);
	vterm_set_utf8(vt->term, 1);
	vt->screen = vterm_obtain_screen(vt->term);
	vterm_screen_set_callbacks(vt->screen, &callbacks, vt);
	vterm_screen_enable_altscreen(vt->screen, 1);
	vterm_screen_reset(vt->screen, 1);
	return vt;
}

void vt_free(struct vt **vtp)
{
	struct vt *vt = *vtp;

	if (!vt)
		return;
	*vtp = NULL;
	if (vt_blinks(vt)) {
		fputs("something blinks\n", stderr);
		abort();
	}
	if (!vt->ended) {
		kill(vt->pid, SIGKILL);
		waitpid(vt->pid, NULL, 0);
	}
	if (vt->master >= 0)
		close(vt->master);
	close(vt->ready);
	vterm_free(vt->term);
	buf_release(&vt->log);
	free(vt);
}

/* ---- bytes in and out --------------------------------------------------- */

/* Takes what has come; true when something had. */
static bool take_output(struct vt *vt)
{
	char bytes[16384], answer[256];
	ssize_t n = vt->master < 0 ? 0 : read(vt->master, bytes, sizeof bytes);
	size_t len;

	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return false;
	if (n <= 0) {
		vt->closed = true; /* EIO: nobody has the other end */
		return false;
	}
	buf_add(&vt->log, bytes, (size_t)n);
	vterm_input_write(vt->term, bytes, (size_t)n);
	while ((len = vterm_output_read(vt->term, answer, sizeof answer)) > 0)
		vt_bytes(vt, answer, len);
	return true;
}

static void take_ready(struct vt *vt)
{
	unsigned char bytes[256];
	ssize_t n;

	while ((n = read(vt->ready, bytes, sizeof bytes)) > 0)
		vt->told = bytes[n - 1] == vt->sent;
}

/* Waits a little for anything; false when the deadline has passed or nothing can come. */
static bool pump(struct vt *vt, long long deadline)
{
	struct pollfd fds[2] = {{.fd = vt->master, .events = POLLIN}, {.fd = vt->ready, .events = POLLIN}};
	long long left = deadline - now_ms();

	if (left <= 0 || vt->closed)
		return false;
	poll(fds, 2, left < 50 ? (int)left : 50);
	take_output(vt);
	take_ready(vt);
	return true;
}

void vt_bytes(struct vt *vt, const char *bytes, size_t n)
{
	long long deadline = now_ms() + DEADLINE_MS;

	if (n == 0)
		return;
	take_ready(vt);
	vt->told = false;
	vt->sent = (unsigned char)(vt->sent + n);
	while (n > 0 && !vt->closed && now_ms() < deadline) {
		ssize_t done = write(vt->master, bytes, n);

		if (done > 0) {
			bytes += done;
			n -= (size_t)done;
		} else {
			struct pollfd fd = {.fd = vt->master, .events = POLLIN | POLLOUT};

			poll(&fd, 1, 50);
			take_output(vt);
		}
	}
}

void vt_keys(struct vt *vt, const char *keys)
{
	vt_bytes(vt, keys, strlen(keys));
}

void vt_paste(struct vt *vt, const char *text)
{
	vt_keys(vt, "\033[200~");
	vt_keys(vt, text);
	vt_keys(vt, "\033[201~");
}

void vt_resize(struct vt *vt, int width, int height)
{
	struct winsize size = {.ws_row = (unsigned short)height, .ws_col = (unsigned short)width};

	take_output(vt);
	take_ready(vt);
	vt->told = false;
	vt->width = width;
	vt->height = height;
	vterm_set_size(vt->term, height, width);
	ioctl(vt->master, TIOCSWINSZ, &size);
}

void vt_signal(struct vt *vt, int signal)
{
	take_ready(vt);
	vt->told = false;
	kill(vt->pid, signal);
}

void vt_hangup(struct vt *vt)
{
	close(vt->master);
	vt->master = -1;
	vt->closed = true;
}

/* ---- waiting ------------------------------------------------------------ */

/* What was written before the ready byte may still be on its way through the kernel. */
static bool wait_for_output(struct vt *vt, long long deadline)
{
	const size_t n = sizeof marker - 1;
	int fd = open(vt->slave, O_WRONLY | O_NOCTTY | O_CLOEXEC);

	if (fd < 0 || write(fd, marker, n) != (ssize_t)n) {
		if (fd >= 0)
			close(fd);
		return false;
	}
	close(fd);
	while (vt->log.len < n || memcmp(vt->log.data + vt->log.len - n, marker, n) != 0)
		if (!pump(vt, deadline))
			return false;
	/* It is no output of the program's. */
	vt->log.len -= n;
	return true;
}

bool vt_wait(struct vt *vt)
{
	long long deadline = now_ms() + DEADLINE_MS;

	while (!vt->told)
		if (!pump(vt, deadline))
			return false;
	return wait_for_output(vt, deadline);
}

bool vt_wait_text(struct vt *vt, const char *text)
{
	long long deadline = now_ms() + DEADLINE_MS;

	while (!vt_shows(vt, text))
		if (!pump(vt, deadline))
			return false;
	return true;
}

bool vt_wait_stopped(struct vt *vt)
{
	long long deadline = now_ms() + DEADLINE_MS;
	int status;

	while (waitpid(vt->pid, &status, WUNTRACED | WNOHANG) != vt->pid || !WIFSTOPPED(status))
		if (!pump(vt, deadline))
			return false;
	while (take_output(vt))
		;
	return wait_for_output(vt, deadline);
}

/* Until the process has ended, or the deadline. */
static void wait_for_process(struct vt *vt, long long deadline)
{
	int fd = (int)syscall(SYS_pidfd_open, vt->pid, 0);
	struct pollfd p = {.fd = fd, .events = POLLIN};
	long long left = deadline - now_ms();

	if (fd < 0)
		return;
	poll(&p, 1, left > 0 ? (int)left : 0);
	close(fd);
}

int vt_exit_status(struct vt *vt)
{
	long long deadline = now_ms() + DEADLINE_MS;

	while (!vt->ended && waitpid(vt->pid, &vt->status, WNOHANG) != vt->pid) {
		if (now_ms() > deadline)
			return -1;
		if (!pump(vt, deadline))
			wait_for_process(vt, deadline); /* its terminal is closed already */
	}
	vt->ended = true;
	while (take_output(vt))
		;
	return WIFEXITED(vt->status) ? WEXITSTATUS(vt->status) : 128 + WTERMSIG(vt->status);
}
