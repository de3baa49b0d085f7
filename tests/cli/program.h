/* program.h - runs the real program (RADSBORD_PROGRAM) with an environment and a home folder of its own. */
#ifndef TESTS_CLI_PROGRAM_H
#define TESTS_CLI_PROGRAM_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "radsbord/base/mem.h"

/* What a run gave. */
struct run {
	int status;          /* exit status, or -1 when it was killed */
	struct buf out, err;
};
/* A home folder; `environment` may hold "NAME=value" strings that are set besides, until NULL. */
struct home {
	char path[512];
	bool inside;         /* the program starts in it: relative names are made there */
	const char *environment[8];
};
void home_init(struct home *h);
void home_release(struct home *h);
/* Owned: path below the home folder. */
char *home_path(const struct home *h, const char *name);
/* The same with a council in it that the program has made, of Sörmland. Owned: the path of its folder. */
char *home_council(struct home *h);
/* Whole files there, past the program. The text is owned; NULL when there is no such file. */
char *home_read(const struct home *h, const char *name);
void home_write(const struct home *h, const char *name, const char *text);

/* Runs the program with the words up to NULL; no terminal, nothing to read. */
void run_words(const struct home *h, struct run *r, const char *const *words);
#define RUN(h, r, ...) run_words(h, r, (const char *const[]){__VA_ARGS__, NULL})
/* The same with what it prints going to a file. */
void run_to_file(const struct home *h, struct run *r, const char *file, const char *const *words);
/* The same in a terminal of 100 columns; all it prints is in `out`. */
void run_in_terminal(const struct home *h, struct run *r, const char *const *words);
/* Fails unless it ended so and said so, with nothing that acts on a terminal. */
void run_expect(const struct run *r, int status, const char *out, const char *err);
void run_release(struct run *r);

#endif
