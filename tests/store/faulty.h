/* The system's table with a fault in it: the Nth call fails, kills the process, or lets something happen first. */
#ifndef TESTS_STORE_FAULTY_H
#define TESTS_STORE_FAULTY_H

#include "radsbord/store/io.h"

struct faulty {
	struct io io;        /* give this to the store */
	long calls;          /* so far */
	long at;             /* the call that goes wrong, from 1; 0: none */
	bool for_ever;       /* and all after it */
	bool after;          /* the call is carried out, and then reported as failed */
	bool brief;          /* a write that goes wrong has written half, and says so; other calls go on as usual */
	int err;
	bool kill;           /* _exit(FAULTY_KILLED) instead; a write has then written half */
	void (*meanwhile)(void *ctx); /* called once before call `at`, which then goes on as usual */
	void *ctx;
	bool plain_rename;   /* a file system without renameat2 */
	long waited;         /* milliseconds asked for; no time passes */
};
enum { FAULTY_KILLED = 77 };
/* fsync is counted but not carried out: killing a process loses nothing that was written, and tests are many. */
void faulty_init(struct faulty *f);

#endif
