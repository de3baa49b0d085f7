/* Two files in a folder, saved together or one alone: what the fault tests do again and again. */
#ifndef TESTS_STORE_SAVING_H
#define TESTS_STORE_SAVING_H

#include "scratch.h"

#include "radsbord/store/commit.h"

#define SAVING_OLD_A "A: gammal\n"
#define SAVING_NEW_A "A: ny\n"
#define SAVING_OLD_B "B: gammal\n"
#define SAVING_NEW_B "B: ny\n"

/* A folder with a.rec and plan/b.rec in their old versions. */
void saving_init(struct scratch *s);
/* Saves the new version of the first `count` of: a.rec, plan/b.rec, moten/c.rec (which is new). */
bool saving_commit(const struct scratch *s, const struct io *io, size_t count, uint64_t random, struct error *e);
enum saving_state { SAVING_ALL_OLD, SAVING_ALL_NEW, SAVING_MIXED };
/* What the folder holds; a file that is in neither version fails the test. */
enum saving_state saving_look(const struct scratch *s, size_t count);
/* Recovers (`io` NULL: without faults), saying yes to breaking a lock that could not be written. */
bool saving_recover(const struct scratch *s, const struct io *io, uint64_t random);
/* Everything that may be done to a folder still can be: a save from fresh bytes succeeds and leaves nothing. */
void saving_check_usable(const struct scratch *s);

#endif
