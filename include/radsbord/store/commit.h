/* The one way to write in a council folder: a set of files, wholly or not at all.
 *
 * lock -> sweep -> read fresh and compare with the base hash -> stage temps -> fsync -> transaction list -> verify lock
 * -> commit point (rename of the list) -> apply renames -> fsync -> unlock   (STORAGE, "Design")
 * A file is never opened for writing in place. Killing the program at any moment leaves, after the next
 * store_recover (or commit), all of the set or nothing of it. */
#ifndef RADSBORD_STORE_COMMIT_H
#define RADSBORD_STORE_COMMIT_H

#include "radsbord/base/work.h"
#include "radsbord/store/io.h"

/* One file of a set. `name` is relative, below the folder ("plan/2019.rec"). */
struct store_file {
	const char *name;
	const char *base_hash;  /* SHA-256 hex of the bytes the edit was made from; "" when the file is new */
	const char *bytes;
	size_t len;
	/* The bytes are added at the end of what the file has under the lock, whatever that is (base_hash is not looked at), on
	 * a line of their own; a file that is not there begins with `head` (may be NULL). */
	bool append;
	const char *head;
};

/* Who saves, for the lock's one line, and the randomness of the transaction's name. */
struct store_writer {
	const char *user, *host;
	int64_t utc;            /* seconds since 1970 */
	uint64_t random[2];
	bool break_foreign;     /* the user has said yes to breaking another host's stale lock */
	const char *break_mark; /* and only the lock with this mark (store_lock_owner); NULL: whatever lock there is */
	struct work *work;      /* is told how far it has come, and may stop it before the commit point, never after; NULL: nobody */
};

/* The lock in the folder; it stands as the file of ERROR_LOCKED. */
#define LOCK_NAME ".rb-lock"

/* What the lock says when somebody else holds it. */
struct store_lock_owner {
	char user[64], host[64], time[32];
	bool same_host;
	char mark[65];          /* the same as long as the lock is the same one; "" when nobody holds it */
};

/* Commits. ERROR_CONFLICT: `e->file` is no longer what it was read as; nothing is written: read again, make the
 * edit again, and try again. ERROR_LOCKED: somebody else saves; `owner` (may be NULL) says who. ERROR_IO before the
 * commit point, also when the work was stopped: files as they were. */
bool store_commit(const struct io *io, int dir, const struct store_file *files, size_t count,
                  const struct store_writer *w, struct store_lock_owner *owner, struct error *e);

/* Finishes what a killed program left: rolls commit records forward, moves leftovers to salvage. Takes the lock; does
 * nothing when there is nothing to do. Notes what it did in `d`. */
bool store_recover(const struct io *io, int dir, const struct store_writer *w, struct diagnostics *d,
                   struct error *e);

#endif
