/* What vt.c and vt_screen.c share. */
#ifndef TESTS_SUPPORT_VT_INTERNAL_H
#define TESTS_SUPPORT_VT_INTERNAL_H

#include "vt.h"

#include <vterm.h>

struct vt {
	pid_t pid;
	int master, ready;
	char slave[128];
	VTerm *term;
	VTermScreen *screen;
	int width, height;
	bool cursor_seen, alternate;
	bool closed; /* nothing more can come */
	bool ended;
	int status;         /* of waitpid, when ended */
	unsigned char sent; /* bytes of input, modulo 256 */
	bool told;          /* a ready byte that counts all that was sent has come */
	struct buf log;     /* all output */
};

#endif
