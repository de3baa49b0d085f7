/* The terminal as a device: modes, signals, waiting, bytes in and out. Knows nothing of what is drawn; ui/input and
 * ui/screen are its users. */
#ifndef RADSBORD_UI_TERMINAL_H
#define RADSBORD_UI_TERMINAL_H

#include "radsbord/base/error.h"

#include <signal.h>
#include <termios.h>

/* What terminal_wait saw. */
enum {
	TERMINAL_INPUT = 1 << 0,
	TERMINAL_RESIZED = 1 << 1,
	TERMINAL_STOP = 1 << 2,      /* SIGTSTP: somebody asks us to stop */
	TERMINAL_CONTINUED = 1 << 3, /* SIGCONT: we may have been stopped */
	TERMINAL_INTERRUPT = 1 << 4, /* SIGINT from outside (Ctrl-C itself is a key) */
	TERMINAL_GONE = 1 << 5       /* SIGHUP, SIGTERM, end of file or an error; seen ever after */
};

enum { TERMINAL_SIGNALS = 7, TERMINAL_CRASHES = 5, TERMINAL_RESET_MOST = 256 };

struct terminal {
	int in, out;
	struct termios cooked;      /* as it was when we came */
	volatile sig_atomic_t ours; /* raw mode and the alternate screen are on */
	volatile sig_atomic_t seen; /* TERMINAL_* set by handlers */
	bool gone;                  /* the device itself: nothing can be written */
	sigset_t original;          /* the mask of ppoll: handled signals arrive only there */
	sigset_t before;            /* the mask as it was when we came */
	struct sigaction old[TERMINAL_SIGNALS], old_crash[TERMINAL_CRASHES], old_pipe;
	bool crash_ours[TERMINAL_CRASHES];
	void *crash_stack;
	char reset[TERMINAL_RESET_MOST]; /* bytes that give the terminal back */
	size_t reset_len;
};

/* Takes stdin and stdout, which must be a terminal, and the signals. One terminal at a time. */
bool terminal_open(struct terminal *t, struct error *e);
/* Gives everything back as it was. */
void terminal_close(struct terminal *t);
/* What must be sent for the terminal to be as before; used by terminal_leave and terminal_emergency. */
void terminal_set_reset(struct terminal *t, const char *bytes, size_t n);
/* Raw mode on, and back to what it was (with the reset bytes). */
void terminal_enter(struct terminal *t);
void terminal_leave(struct terminal *t);
/* Sends all; false when the terminal is gone. Never hangs on a stuck terminal once SIGHUP or SIGTERM has come. */
bool terminal_write(struct terminal *t, const char *bytes, size_t n);
/* Waits for input or a signal, at most timeout_ms (-1: for ever); returns TERMINAL_* bits, 0 when the time passed. */
unsigned terminal_wait(struct terminal *t, int timeout_ms);
/* Reads what there is; 0 when there is nothing (or nothing more: then it is gone). */
size_t terminal_read(struct terminal *t, char *bytes, size_t n);
void terminal_size(const struct terminal *t, int *width, int *height);
/* Stops this process (after terminal_leave) until it is continued in the foreground. */
void terminal_stop(struct terminal *t);
/* From a crash handler or anywhere: async-signal-safe. */
void terminal_emergency(void);

#endif
