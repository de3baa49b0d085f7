/* folder.h - a council folder of any size, the same in every run, and the same actions as the peers store them. */
#ifndef TESTS_BENCH_FOLDER_H
#define TESTS_BENCH_FOLDER_H

#include <stddef.h>

/* Writes ten plans with `actions` actions in all and 40 meetings below `path`, which is made. */
void bench_folder(const char *path, int actions);
/* The actions as a recutils file, as the data folders of calcurse and taskwarrior, and as a table of tabs. */
void bench_peers(const char *path, int actions);

#endif
