/* Runs a program in a pseudo-terminal whose screen is kept by libvterm, for end-to-end tests.
 *
 *	struct vt *vt = vt_start((const char *const[]){"build/radsbord", NULL}, NULL, 80, 24);
 *	assert_true(vt_wait(vt));
 *	vt_keys(vt, "2\033[B");              keys as a terminal sends them
 *	assert_true(vt_wait(vt));            until they are handled, painted and all is idle
 *	assert_true(vt_shows(vt, "Konsultteam"));
 *	vt_keys(vt, "q");
 *	assert_int_equal(vt_exit_status(vt), 0);
 *	vt_free(&vt);
 *
 * No test sleeps: the program writes one byte to the descriptor named by RADSBORD_READY_FD (3) when it has painted and
 * waits, and that byte is the number of bytes of input it has read so far, modulo 256. vt_wait waits for the byte that
 * counts everything sent, and then for the output to come through. The environment is only what vt_start says:
 * TERM=xterm-256color LC_ALL=C.UTF-8 TZ=UTC HOME=/nonexistent PATH=/usr/bin:/bin and the caller's.
 */
#ifndef TESTS_SUPPORT_VT_H
#define TESTS_SUPPORT_VT_H

#include "radsbord/base/mem.h"

#include <sys/types.h>

struct vt;

enum { VT_DEFAULT = -1 };
struct vt_cell {
	char text[32]; /* "" where nothing was ever written, or in the second half of a wide character */
	int width;
	bool bold, underline, reverse;
	int fg, bg; /* 0-255, VT_DEFAULT, or 0x1000000 + rgb */
};

/* `env`: "NAME=value" lines that are added or replace, or "NAME" to remove; NULL-terminated; may be NULL. Never NULL.
 */
struct vt *vt_start(const char *const argv[], const char *const env[], int width, int height);
/* Kills the program if it still runs. Ends the test when anything it sent made text or the cursor blink. */
void vt_free(struct vt **vt);

/* Input, as a terminal sends it. vt_bytes may hold NUL. */
void vt_keys(struct vt *vt, const char *keys);
void vt_bytes(struct vt *vt, const char *bytes, size_t n);
/* A bracketed paste. */
void vt_paste(struct vt *vt, const char *text);
void vt_resize(struct vt *vt, int width, int height);
void vt_signal(struct vt *vt, int signal);
/* Takes the terminal away. */
void vt_hangup(struct vt *vt);

/* All below that wait give up after 20 s and return false (or -1).
 * Painted, idle, and everything sent was read. False also when the program has ended. */
bool vt_wait(struct vt *vt);
/* Until the screen shows the text: for what comes without a key (a timeout, another process). */
bool vt_wait_text(struct vt *vt, const char *text);
/* For programs that do not tell: until nothing has come for `quiet_ms` (ten times that for the first byte) and neither the program
 * nor anything it has started is at work (state R or D of a thread of its session). The moment, of vt_now, when the last byte came;
 * 0 when none did; -1 when it is not still in `most_ms`, or has ended. `picture` (may be NULL): the moment of the last byte of what
 * came first, before a millisecond without any. */
double vt_still(struct vt *vt, double quiet_ms, double most_ms, double *picture);
/* Milliseconds since some moment. */
double vt_now(void);
/* Until the program is stopped (SIGTSTP); vt_signal(vt, SIGCONT) continues it. */
bool vt_wait_stopped(struct vt *vt);
/* Waits for the end: the exit status, or 128 + signal. */
int vt_exit_status(struct vt *vt);

/* The screen as lines without trailing blanks, appended. */
void vt_text(struct vt *vt, struct buf *out);
/* One line of it. */
void vt_line(struct vt *vt, int y, struct buf *out);
bool vt_shows(struct vt *vt, const char *text);
/* Where the text first stands; false when it does not. */
bool vt_find(struct vt *vt, const char *text, int *x, int *y);
struct vt_cell vt_cell(struct vt *vt, int x, int y);
/* Where the cursor is; true when it is seen. */
bool vt_cursor(struct vt *vt, int *x, int *y);
/* The alternate screen is shown. */
bool vt_alternate(const struct vt *vt);
/* Echo and line editing are off. */
bool vt_raw(const struct vt *vt);
pid_t vt_pid(const struct vt *vt);
/* Our end of the pseudo-terminal, for what the functions above do not do. */
int vt_master(const struct vt *vt);
/* Bytes the program has sent so far. */
size_t vt_bytes_out(const struct vt *vt);
/* Those bytes, all of them: to look for sequences. */
const struct buf *vt_log(const struct vt *vt);
/* Some of those bytes make text or the cursor blink. vt_forget forgets the bytes so far. */
bool vt_blinks(const struct vt *vt);
void vt_forget(struct vt *vt);

#endif
