/* A table that remembers what was done to a folder, and every state that a power cut could have left it in.
 *
 * What a folder holds is on the disk once the folder is fsynced: until then each making, renaming and removing of a name may
 * be lost, whatever came after it. What a file holds is on the disk once the file is fsynced: until then it may be missing,
 * zeroes, half of it, or all. A rename is one thing: it has happened or not. */
#ifndef TESTS_STORE_CRASH_H
#define TESTS_STORE_CRASH_H

#include "scratch.h"

struct crash_op;
struct crash_file;
struct crash_name {
	char *path;
	int file;                /* index of files; -1: a folder */
};
struct crash_names {
	struct crash_name *items;
	size_t count, cap;
};
enum { CRASH_FDS = 256 };
struct crash {
	struct io io;            /* give this to the store; fsync is not carried out, and nothing waits */
	struct {
		struct crash_op *items;
		size_t count, cap;
	} ops;
	struct {
		struct crash_file *items;
		size_t count, cap;
	} files;
	struct crash_names first, now;
	int fd_file[CRASH_FDS];  /* -1: none */
	char *fd_folder[CRASH_FDS];
	bool plain_rename;       /* a file system without renameat2 */
	bool no_sync;            /* fsync says yes and does nothing: what the states are to show */
};
/* Begins with the folder as it is, all of it on the disk. */
void crash_init(struct crash *c, const struct scratch *s);
void crash_release(struct crash *c);
/* How many calls that change anything there were: a moment, for crash_each. */
size_t crash_moment(const struct crash *c);

/* Makes a folder of each different state after each moment from `from` on and hands it over; `moment` is the last at which it
 * could be. `every`: all subsets of what may be lost, else all, none, each prefix, and each alone. Returns how many. */
size_t crash_each(const struct crash *c, size_t from, bool every,
                  void (*look)(void *ctx, const struct scratch *s, size_t moment), void *ctx);

#endif
