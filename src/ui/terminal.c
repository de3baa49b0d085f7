#include "radsbord/base/language.h"
#include "radsbord/ui/terminal.h"

#include "radsbord/base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

/* The one global of ui: a signal handler gets no argument, and must find the terminal to give it back. */
static struct terminal *volatile the_terminal;

static const int handled[TERMINAL_SIGNALS] = {SIGWINCH, SIGHUP, SIGTERM, SIGTSTP, SIGCONT, SIGINT, SIGQUIT};
static const int crashes[TERMINAL_CRASHES] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};

enum { CRASH_STACK = 64 * 1024, EMERGENCY_MS = 200, ASKED_MS = 300, WIDTH_MOST = 1000, HEIGHT_MOST = 500 };

/* ---- signals ------------------------------------------------------------ */

static void on_signal(int signal)
{
	struct terminal *t = the_terminal;
	int bit = 0;

	switch (signal) {
	case SIGWINCH:
		bit = TERMINAL_RESIZED;
		break;
	case SIGHUP:
	case SIGTERM:
		bit = TERMINAL_GONE;
		break;
	case SIGTSTP:
		bit = TERMINAL_STOP;
		break;
	case SIGCONT:
		bit = TERMINAL_CONTINUED;
		break;
	case SIGINT:
		bit = TERMINAL_INTERRUPT;
		break;
	default: /* SIGQUIT never kills */
		break;
	}
	if (t)
		t->seen |= bit; /* handled signals block each other, so this is not interrupted */
}

static void on_crash(int signal)
{
	terminal_emergency();
	/* The action is the default again (SA_RESETHAND): the crash goes on as it would have. */
	raise(signal);
}

static void take_signals(struct terminal *t)
{
	struct sigaction action = {.sa_handler = on_signal}, ignore = {.sa_handler = SIG_IGN};
	sigset_t block;

	sigemptyset(&block);
	for (int i = 0; i < TERMINAL_SIGNALS; i++)
		sigaddset(&block, handled[i]);
	action.sa_mask = block;
	sigprocmask(SIG_BLOCK, &block, &t->before);
	t->original = t->before;
	for (int i = 0; i < TERMINAL_SIGNALS; i++) {
		sigdelset(&t->original, handled[i]);
		sigaction(handled[i], NULL, &t->old[i]);
		/* Under nohup, SIGHUP stays ignored. */
		if (handled[i] != SIGHUP || t->old[i].sa_handler != SIG_IGN)
			sigaction(handled[i], &action, NULL);
	}
	sigaction(SIGPIPE, &ignore, &t->old_pipe);
}

/* Handlers that somebody else has set (a sanitizer, a debugger's library) are left alone. */
static void take_crashes(struct terminal *t)
{
	struct sigaction action = {.sa_handler = on_crash, .sa_flags = SA_RESETHAND | SA_NODEFER | SA_ONSTACK};
	stack_t stack = {.ss_size = CRASH_STACK}, old;

	sigemptyset(&action.sa_mask);
	if (sigaltstack(NULL, &old) == 0 && (old.ss_flags & SS_DISABLE)) {
		stack.ss_sp = t->crash_stack = mem_alloc(CRASH_STACK);
		sigaltstack(&stack, NULL); /* a stack that has overflown cannot be used */
	}
	for (int i = 0; i < TERMINAL_CRASHES; i++) {
		sigaction(crashes[i], NULL, &t->old_crash[i]);
		t->crash_ours[i] = !(t->old_crash[i].sa_flags & SA_SIGINFO) && t->old_crash[i].sa_handler == SIG_DFL;
		if (t->crash_ours[i])
			sigaction(crashes[i], &action, NULL);
	}
}

static void give_signals_back(struct terminal *t)
{
	stack_t none = {.ss_flags = SS_DISABLE};

	for (int i = 0; i < TERMINAL_CRASHES; i++)
		if (t->crash_ours[i])
			sigaction(crashes[i], &t->old_crash[i], NULL);
	if (t->crash_stack)
		sigaltstack(&none, NULL);
	free(t->crash_stack);
	sigaction(SIGPIPE, &t->old_pipe, NULL);
	for (int i = 0; i < TERMINAL_SIGNALS; i++)
		sigaction(handled[i], &t->old[i], NULL);
	sigprocmask(SIG_SETMASK, &t->before, NULL);
}

/* ---- opening and closing ------------------------------------------------ */

/* The same terminal opened once more, so that not to block is our own affair: the flag of stdout is shared with the
 * shell that started us. Where that is refused (su, some containers) writing may block. */
static int open_output(void)
{
	char name[128];
	struct stat ours, theirs;
	int fd;

	if (ttyname_r(STDOUT_FILENO, name, sizeof name) == 0) {
		fd = open(name, O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
		if (fd >= 0 && fstat(fd, &ours) == 0 && fstat(STDOUT_FILENO, &theirs) == 0 &&
		    ours.st_rdev == theirs.st_rdev)
			return fd;
		if (fd >= 0)
			close(fd);
	}
	return fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
}

bool terminal_open(struct terminal *t, struct error *e)
{
	*t = (struct terminal){.in = STDIN_FILENO, .out = -1};
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || tcgetattr(STDIN_FILENO, &t->cooked) < 0)
		return error_set(
		    e, ERROR_USAGE,
		    _("Rådsbord behöver en terminal. Utan en sådan visar ”radsbord oversikt” samma uppgifter."));
	t->out = open_output();
	if (t->out < 0)
		return error_set(e, ERROR_IO, _("Terminalen kan inte öppnas: %s."), strerror(errno));
	the_terminal = t;
	take_signals(t);
	take_crashes(t);
	return true;
}

void terminal_close(struct terminal *t)
{
	terminal_leave(t);
	give_signals_back(t);
	the_terminal = NULL;
	close(t->out);
}

void terminal_set_reset(struct terminal *t, const char *bytes, size_t n)
{
	t->reset_len = n < sizeof t->reset ? n : 0;
	memcpy(t->reset, bytes, t->reset_len);
}

/* A change of modes from the background must not stop us for ever. */
static void set_modes(const struct terminal *t, const struct termios *modes)
{
	sigset_t block, old;

	sigemptyset(&block);
	sigaddset(&block, SIGTTOU);
	sigprocmask(SIG_BLOCK, &block, &old);
	while (tcsetattr(t->in, TCSANOW, modes) < 0 && errno == EINTR)
		;
	sigprocmask(SIG_SETMASK, &old, NULL);
}

void terminal_enter(struct terminal *t)
{
	struct termios raw = t->cooked;

	cfmakeraw(&raw);
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	t->ours = 1;
	set_modes(t, &raw);
}

void terminal_leave(struct terminal *t)
{
	if (!t->ours)
		return;
	terminal_write(t, t->reset, t->reset_len);
	set_modes(t, &t->cooked);
	t->ours = 0;
}

void terminal_emergency(void)
{
	struct terminal *t = the_terminal;
	struct pollfd out;
	sigset_t block;

	if (!t || !t->ours)
		return;
	t->ours = 0;
	out = (struct pollfd){.fd = t->out, .events = POLLOUT};
	/* A stuck terminal is not waited for long. */
	if (poll(&out, 1, EMERGENCY_MS) > 0 && write(t->out, t->reset, t->reset_len) < 0)
		(void)errno;
	sigemptyset(&block);
	sigaddset(&block, SIGTTOU);
	sigprocmask(SIG_BLOCK, &block, NULL);
	tcsetattr(t->in, TCSANOW, &t->cooked);
}

/* ---- waiting, reading, writing ------------------------------------------ */

bool terminal_write(struct terminal *t, const char *bytes, size_t n)
{
	const struct timespec little = {.tv_nsec = ASKED_MS * 1000000L};

	while (n > 0 && !t->gone) {
		ssize_t done = write(t->out, bytes, n);

		if (done > 0) {
			bytes += done;
			n -= (size_t)done;
		} else if (done < 0 && errno == EAGAIN) {
			struct pollfd out = {.fd = t->out, .events = POLLOUT};
			bool asked = t->seen & TERMINAL_GONE;
			int ready = ppoll(&out, 1, asked ? &little : NULL, &t->original);

			if (ready > 0 && (out.revents & (POLLHUP | POLLERR | POLLNVAL)))
				t->gone = true;
			if (ready == 0)
				return false;
		} else if (done == 0 || errno != EINTR) {
			t->gone = true;
		}
	}
	return !t->gone;
}

unsigned terminal_wait(struct terminal *t, int timeout_ms)
{
	struct pollfd in = {.fd = t->in, .events = POLLIN};
	struct timespec none = {0}, time = {.tv_sec = timeout_ms / 1000, .tv_nsec = timeout_ms % 1000 * 1000000L};
	unsigned seen = 0;
	int ready = 0;

	/* Signals that wait are let in first: with input always at hand the second ppoll would never do it. */
	ppoll(NULL, 0, &none, &t->original);
	if (!t->seen && !t->gone)
		ready = ppoll(&in, 1, timeout_ms < 0 ? NULL : &time, &t->original);
	if (ready > 0 && (in.revents & POLLIN))
		seen |= TERMINAL_INPUT;
	else if (ready > 0)
		t->gone = true;
	seen |= (unsigned)t->seen;
	/* Handlers run only inside ppoll, so nothing is lost here. A request to leave is never taken back. */
	t->seen &= TERMINAL_GONE;
	return seen | (t->gone ? TERMINAL_GONE : 0);
}

size_t terminal_read(struct terminal *t, char *bytes, size_t n)
{
	ssize_t got = read(t->in, bytes, n);

	if (got > 0)
		return (size_t)got;
	if (got == 0 || (errno != EAGAIN && errno != EINTR))
		t->gone = true;
	return 0;
}

void terminal_size(const struct terminal *t, int *width, int *height)
{
	struct winsize size = {0};

	ioctl(t->out, TIOCGWINSZ, &size);
	*width = size.ws_col ? size.ws_col : 80;
	*height = size.ws_row ? size.ws_row : 24;
	if (*width > WIDTH_MOST)
		*width = WIDTH_MOST;
	if (*height > HEIGHT_MOST)
		*height = HEIGHT_MOST;
}

/* Continued in the background (bg) we stop again: the terminal belongs to the shell then. */
void terminal_stop(struct terminal *t)
{
	const struct timespec none = {0};
	pid_t foreground;

	do {
		kill(getpid(), SIGSTOP);
		foreground = tcgetpgrp(t->in);
	} while (foreground > 0 && foreground != getpgrp());
	ppoll(NULL, 0, &none, &t->original); /* lets the SIGCONT in that woke us */
	t->seen &= ~(TERMINAL_STOP | TERMINAL_CONTINUED);
}
