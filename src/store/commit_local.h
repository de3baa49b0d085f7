/* What commit, lock and recover share. Internal to src/store. */
#ifndef RADSBORD_STORE_COMMIT_LOCAL_H
#define RADSBORD_STORE_COMMIT_LOCAL_H

#include "radsbord/store/commit.h"

#define NEW_PREFIX ".rb-new-"
#define TXN_PREFIX ".rb-txn-"
#define COMMIT_PREFIX ".rb-commit-"
#define BROKEN_PREFIX ".rb-broken-"
#define SALVAGE_PREFIX ".rb-salvage-"

enum { TX_MAX = 96, CONTROL_NAME_MAX = 160, HASH_LEN = 64 };

/* One try at one transaction in one folder. */
struct job {
	const struct io *io;
	int dir;
	const struct store_writer *w;
	char tx[TX_MAX];
	struct buf lock;      /* the lock's bytes, once it is ours */
	mode_t folder_mode;
	dev_t folder_dev;
};

/* `attempt` makes the name of the transaction another one: a temp is never used twice. */
bool commit_job_init(struct job *j, const struct io *io, int dir, const struct store_writer *w, unsigned attempt,
              struct error *e);
void commit_job_release(struct job *j);

/* lock.c: `owner` (may be NULL) is filled when somebody else holds it (ERROR_LOCKED). */
bool lock_take(struct job *j, struct store_lock_owner *owner, struct error *e);
enum lock_answer { LOCK_OURS, LOCK_NOT_OURS, LOCK_UNKNOWN };
enum lock_answer lock_verify(const struct job *j, struct error *e);
/* Removes the lock if it still is ours; a lock that cannot be removed is seen as stale by the next commit. */
void lock_release(const struct job *j);

/* lock_line.c: the one line in a lock. */
struct lock_line {
	bool readable;
	char user[64], host[64], time[32], boot[64], space[32];
	long pid;
	unsigned long long start;
};
void lock_line_write(const struct job *j, struct buf *out);
void lock_line_read(const struct buf *bytes, struct lock_line *out);
enum lock_state {
	LOCK_STALE,   /* its process is gone, or it is a leftover of our own */
	LOCK_HELD,    /* its process runs here */
	LOCK_FOREIGN  /* another host, boot or process space, or not readable: nobody can tell */
};
enum lock_state lock_line_judge(const struct lock_line *line, const struct store_writer *w);

/* commit_txn.c: the transaction list. Hashes are hexadecimal; "-" is no file. */
struct txn_entry {
	const char *name;
	char old_hash[HASH_LEN + 1], new_hash[HASH_LEN + 1];
	char temp[CONTROL_NAME_MAX];
};
struct txn {
	struct arena arena;
	struct txn_entry *items;
	size_t count, cap;
};
void txn_write(const struct job *j, const struct txn *t, struct buf *out);
/* Only what is whole, of this version and names nothing but allowed files. */
bool txn_read(const struct buf *bytes, const char *tx, struct txn *t);
void txn_release(struct txn *t);

/* commit_stage.c */
/* The hash of a file's bytes, "-" when it does not exist. `st` and `bytes` may be NULL. */
bool commit_hash_file(const struct job *j, const char *name, char hash[HASH_LEN + 1], struct stat *st,
               struct buf *bytes, struct error *e);
/* Creates a control file: written, synced, closed; nothing is left when that fails. `like` is the file whose mode and group it takes, or NULL;
 * `plain` makes it a new record file, otherwise it is readable to those who may write in the folder. Errors
 * name `shown`. */
bool commit_stage_file(const struct job *j, const char *name, const char *shown, const char *bytes, size_t len,
                const struct stat *like, bool plain, struct error *e);
/* Makes the folders above a file, and checks that files can be renamed into the last of them. */
bool commit_stage_folder(const struct job *j, const char *name, struct error *e);
/* Syncs the folder that a file lies in. False with errno. */
bool commit_sync_folder(const struct job *j, const char *name);
void commit_control_name(char out[CONTROL_NAME_MAX], const char *prefix, const char *rest);

/* commit_apply.c */
/* Carries out a committed list (APPLY of STORAGE.md) and removes its record. `d` may be NULL. */
enum txn_outcome {
	TXN_APPLIED,
	TXN_OUTSIDE, /* another program had changed a file: our text of it is in salvage, the others are applied */
	TXN_MISSING, /* nothing is applied and none of its texts is there: it was taken back, or somebody removed them */
	TXN_STUCK,   /* the record stays, to be carried out later */
	TXN_TAKEN    /* of one entry: somebody else has taken its temp, look again */
};
enum txn_outcome txn_apply(const struct job *j, const struct txn *t, const char *record, struct diagnostics *d,
                           struct error *e);
/* recover.c */
/* Nothing foreign is deleted: what cannot be used is moved aside under a name of its own, put in `to`; "" when it was gone. */
bool commit_salvage(const struct job *j, const char *name, char to[CONTROL_NAME_MAX], struct error *e);
/* The name it gets unless that is taken. */
void commit_salvage_name(const char *name, char out[CONTROL_NAME_MAX]);
/* SWEEP of STORAGE.md; only the holder of the lock may. */
bool commit_sweep(const struct job *j, struct diagnostics *d, struct error *e);
/* A name that nothing has yet: `base`, or with "-2", "-3"... */
void commit_free_name(const struct job *j, const char *base, char out[CONTROL_NAME_MAX]);

#endif
