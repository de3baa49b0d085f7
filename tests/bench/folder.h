/* folder.h - a council folder of any size, the same in every run, and the same actions as the peers store them. */
#ifndef TESTS_BENCH_FOLDER_H
#define TESTS_BENCH_FOLDER_H

#include <stdbool.h>
#include <stdio.h>

/* The nth action: all of it follows from its number. */
struct bench_action {
	int nr;
	const char *verb, *thing, *owner, *status;
	bool done;
	int month, day;
};
struct bench_action bench_action(int n);
/* The year of the plan it is in. */
int bench_year(int n, int actions, int plans);

/* Writes `plans` plans with `actions` actions in all, the last one for 2025, and 40 meetings below `path`, which is made. */
void bench_folder(const char *path, int actions, int plans);
/* The actions of ten plans, below `path`, which is made: a recutils file, a table of tabs, and what calcurse, taskwarrior, hledger
 * and git keep. */
void bench_peers(const char *path, int actions);

/* For the two above: they end the bench when they cannot. */
void bench_sub(const char *folder, const char *name);
FILE *bench_make(const char *folder, const char *name);
void bench_done(FILE *f);
void bench_write_action(FILE *f, int n, int year);

#endif
