#include "saving.h"

#include "faulty.h"

#include "radsbord/base/sha256.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name, *old, *new;
} files[] = {
	{"a.rec", SAVING_OLD_A, SAVING_NEW_A},
	{"plan/b.rec", SAVING_OLD_B, SAVING_NEW_B},
	{"moten/c.rec", NULL, "C: ny\n"},
};

void saving_init(struct scratch *s)
{
	scratch_init(s);
	scratch_puts(s, "a.rec", SAVING_OLD_A);
	scratch_puts(s, "plan/b.rec", SAVING_OLD_B);
}

bool saving_commit(const struct scratch *s, const struct io *io, size_t count, uint64_t random, struct error *e)
{
	const struct store_writer w = {.user = "Anna", .host = "dator", .utc = 1, .random = {random, count}};
	char hashes[3][65] = {"", "", ""};
	struct store_file set[3];

	for (size_t i = 0; i < count; i++) {
		if (files[i].old)
			sha256(files[i].old, strlen(files[i].old), hashes[i]);
		set[i] = (struct store_file){.name = files[i].name, .base_hash = hashes[i], .bytes = files[i].new,
		                             .len = strlen(files[i].new)};
	}
	return store_commit(io, s->dir, set, count, &w, NULL, e);
}

enum saving_state saving_look(const struct scratch *s, size_t count)
{
	size_t old = 0, new = 0;

	for (size_t i = 0; i < count; i++) {
		char *now = scratch_get(s, files[i].name, NULL);

		if (now && strcmp(now, files[i].new) == 0)
			new++;
		else if (files[i].old ? now && strcmp(now, files[i].old) == 0 : !now)
			old++;
		else
			fail_msg("%s: %s", files[i].name, now ? now : "(borta)");
		free(now);
	}
	return old == count ? SAVING_ALL_OLD : new == count ? SAVING_ALL_NEW : SAVING_MIXED;
}

bool saving_recover(const struct scratch *s, const struct io *io, uint64_t random)
{
	struct store_writer w = {.user = "Anna", .host = "dator", .utc = 2, .random = {random, 77}};
	struct error e = {0};
	struct faulty f;
	bool ok;

	faulty_init(&f);
	if (!io)
		io = &f.io;
	ok = store_recover(io, s->dir, &w, NULL, &e);

	/* Killed between making the lock and writing it: nobody can tell whose it is, so the user is asked. */
	if (!ok && e.code == ERROR_LOCKED) {
		w.break_foreign = true;
		ok = store_recover(io, s->dir, &w, NULL, &e);
	}
	return ok;
}

void saving_check_usable(const struct scratch *s)
{
	const struct store_writer w = {.user = "Anna", .host = "dator", .utc = 3, .random = {5, 5},
	                               .break_foreign = true};
	size_t len;
	char hash[65], *now = scratch_get(s, "a.rec", &len);
	struct store_file f = {.name = "a.rec", .base_hash = hash, .bytes = "A: nyast\n", .len = 9};
	struct error e = {0};
	struct faulty io;

	faulty_init(&io);
	sha256(now, len, hash);
	free(now);
	if (!store_commit(&io.io, s->dir, &f, 1, &w, NULL, &e))
		fail_msg("%s", e.text);
	assert_int_equal(scratch_count(s, ".rb-lock"), 0);
	assert_int_equal(scratch_count(s, ".rb-new-"), 0);
	assert_int_equal(scratch_count(s, ".rb-txn-"), 0);
	assert_int_equal(scratch_count(s, ".rb-commit-"), 0);
}
