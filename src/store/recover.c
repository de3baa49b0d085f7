/* What a killed program left: committed lists are carried out, everything else goes to salvage.
 * Each step can be repeated, so that recovery may be killed too. */
#include "commit_local.h"

#include "io_local.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RECORD_MAX = 4 << 20, PASSES = 32 };

static bool name_taken(const struct job *j, const char *name)
{
	int fd = j->io->open(j->io->ctx, j->dir, name, O_RDONLY | O_NONBLOCK | O_NOCTTY, 0);

	if (fd < 0)
		return errno != ENOENT;
	(void)j->io->close(j->io->ctx, fd);
	return true;
}

void commit_free_name(const struct job *j, const char *base, char out[CONTROL_NAME_MAX])
{
	const int room = CONTROL_NAME_MAX - 12;

	snprintf(out, CONTROL_NAME_MAX, "%.*s", room, base);
	for (int n = 2; n < 10000 && name_taken(j, out); n++)
		snprintf(out, CONTROL_NAME_MAX, "%.*s-%d", room, base, n);
}

static const char *after_prefix(const char *name, const char *prefix)
{
	size_t n = strlen(prefix);

	return strncmp(name, prefix, n) == 0 ? name + n : NULL;
}

/* Nothing foreign is deleted: what cannot be used is moved aside under a name of its own, put in `to`. */
static bool salvage(const struct job *j, const char *name, char to[CONTROL_NAME_MAX], struct error *e)
{
	char base[CONTROL_NAME_MAX];
	const char *rest = after_prefix(name, ".rb-");

	snprintf(base, sizeof base, SALVAGE_PREFIX "%.120s", rest ? rest : name);
	commit_free_name(j, base, to);
	return j->io->rename(j->io->ctx, j->dir, name, to) == 0 || errno == ENOENT ||
	       store_errno(e, store_write_code(errno), name, "flyttas undan", errno);
}

static bool salvage_leftover(const struct job *j, const char *name, const char *what, struct diagnostics *d,
                             struct error *e)
{
	char to[CONTROL_NAME_MAX];

	if (!salvage(j, name, to, e))
		return false;
	if (d)
		diagnostics_add(d, DIAGNOSTIC_WARNING, to, 0,
		                "%s; den ligger kvar här. Titta i den, och ta bort den med radsbord rensa.",
		                what);
	return true;
}

/* ---- APPLY ---------------------------------------------------------------------------------------------------- */

/* True when the folder's listing has the name all the same. Something that was there and cannot be opened may be a
 * fault of the disk or the network, and must not pass for gone. */
static bool is_listed(const struct job *j, const char *name)
{
	const char *slash = strrchr(name, '/'), *leaf = slash ? slash + 1 : name;
	char *folder = slash ? mem_strndup(name, (size_t)(slash - name)) : mem_strdup(".");
	struct names names = {0};
	bool listed = false;

	if (io_list(j->dir, folder, &names, NULL))
		for (size_t i = 0; i < names.count && !listed; i++)
			listed = strcmp(names.items[i], leaf) == 0;
	names_release(&names);
	free(folder);
	return listed;
}

/* The hash of what may have been exchanged for something else than a file: then "?", which equals nothing. */
static bool hash_any(const struct job *j, const char *name, char hash[HASH_LEN + 1], struct error *e)
{
	struct error unread = {0};

	if (commit_hash_file(j, name, hash, NULL, NULL, &unread))
		return strcmp(hash, "-") != 0 || !is_listed(j, name) ||
		       store_errno(e, ERROR_IO, name, "läsas", EIO);
	if (unread.code != ERROR_DATA) {
		if (e)
			*e = unread;
		return false;
	}
	memcpy(hash, "?", 2);
	return true;
}

/* The file is neither what it was nor what it becomes: our text is kept, and said to be. */
static enum txn_outcome keep_aside(const struct job *j, const struct txn_entry *entry, struct diagnostics *d,
                                   struct error *e)
{
	char to[CONTROL_NAME_MAX];

	if (!salvage(j, entry->temp, to, e))
		return TXN_STUCK;
	error_set_at(e, ERROR_DATA, entry->name, 0,
	             "%s ändrades av ett annat program medan den sparades; texten som skulle sparas ligger i "
	             "%s, jämför dem och för in det som saknas.", entry->name, to);
	if (d)
		diagnostics_add(d, DIAGNOSTIC_FAULT, entry->name, 0,
		                "Filen ändrades av ett annat program medan den sparades; texten som skulle sparas "
		                "ligger i %s, jämför dem och för in det som saknas.", to);
	return TXN_OUTSIDE;
}

/* What another program wrote in the moment of our rename, which lies in the temp now, goes back where it was. */
static enum txn_outcome put_back(const struct job *j, const struct txn_entry *entry, struct diagnostics *d, struct error *e)
{
	if (j->io->rename2(j->io->ctx, j->dir, entry->temp, entry->name, IO_EXCHANGE) == 0)
		return keep_aside(j, entry, d, e);
	store_errno(e, store_write_code(errno), entry->name, "skrivas", errno);
	return TXN_STUCK;
}

/* The file has our bytes; the temp has what was there before, when they were exchanged. */
static enum txn_outcome settle(const struct job *j, const struct txn_entry *entry, const char *temp, bool ours_now,
                               struct diagnostics *d, struct error *e)
{
	char to[CONTROL_NAME_MAX];

	if (strcmp(temp, entry->old_hash) == 0 || strcmp(temp, entry->new_hash) == 0)
		return TXN_APPLIED;
	if (ours_now)
		return put_back(j, entry, d, e);
	/* Found like this after a crash: which of the two was meant to stay nobody knows, so neither is moved onto the other. */
	if (!salvage(j, entry->temp, to, e))
		return TXN_STUCK;
	error_set_at(e, ERROR_DATA, entry->name, 0,
	             "%s ändrades av ett annat program medan den sparades; dess text ligger i %s, jämför dem och för in det som "
	             "saknas.", entry->name, to);
	if (d)
		diagnostics_add(d, DIAGNOSTIC_FAULT, entry->name, 0,
		                "Filen ändrades av ett annat program medan den sparades; dess text ligger i %s, jämför dem och för in "
		                "det som saknas.", to);
	return TXN_OUTSIDE;
}

/* Our bytes onto the name, so that nothing that is there unseen is written over: exchanged with what is there, or put where
 * nothing is. Where the file system has neither, a plain rename. *exchanged: the temp has the old file now. */
static bool move_in(const struct job *j, const struct txn_entry *entry, bool *exchanged)
{
	const struct io *io = j->io;
	bool new_file = strcmp(entry->old_hash, "-") == 0;

	*exchanged = !new_file;
	if (io->rename2(io->ctx, j->dir, entry->temp, entry->name, new_file ? IO_NO_REPLACE : IO_EXCHANGE) == 0)
		return true;
	if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP)
		return false;
	*exchanged = false;
	return io->rename(io->ctx, j->dir, entry->temp, entry->name) == 0;
}

static enum txn_outcome apply_entry(const struct job *j, const struct txn_entry *entry, struct diagnostics *d,
                                    struct error *e)
{
	char now[HASH_LEN + 1], temp[HASH_LEN + 1];
	bool exchanged = false;
	int err = 0;

	/* A failed rename may have happened all the same: look again before giving up. */
	for (int tries = 0; tries < 3; tries++) {
		/* The target is looked at last: it is the one that others may touch. */
		if (!hash_any(j, entry->temp, temp, e) || !hash_any(j, entry->name, now, e))
			return TXN_STUCK;
		/* The temp is a token: gone, it has been used; and the file is ours, or has been changed since. */
		if (strcmp(temp, "-") == 0)
			return TXN_APPLIED;
		if (strcmp(now, entry->new_hash) == 0)
			return settle(j, entry, temp, exchanged, d, e);
		if (strcmp(now, entry->old_hash) != 0 || strcmp(temp, entry->new_hash) != 0)
			return keep_aside(j, entry, d, e);
		if (!move_in(j, entry, &exchanged)) {
			err = errno;
			if (err == ENOENT && !commit_stage_folder(j, entry->name, e))
				return TXN_STUCK;
			continue;
		}
		if (d)
			diagnostics_add(d, DIAGNOSTIC_NOTE, entry->name, 0, "En sparning som avbröts är nu införd.");
		if (!exchanged)
			return TXN_APPLIED;
		if (!hash_any(j, entry->temp, temp, e))
			return TXN_STUCK;
		return strcmp(temp, "-") == 0 ? TXN_APPLIED : settle(j, entry, temp, true, d, e);
	}
	store_errno(e, store_write_code(err), entry->name, "skrivas", err);
	return TXN_STUCK;
}

static bool sync_entries(const struct job *j, const struct txn *t)
{
	for (size_t i = 0; i < t->count; i++)
		if (strchr(t->items[i].name, '/') && !commit_sync_folder(j, t->items[i].name) && errno != ENOENT)
			return false;
	return store_fsync(j->io, j->dir, true);
}

enum txn_outcome txn_apply(const struct job *j, const struct txn *t, const char *record, struct diagnostics *d,
                           struct error *e)
{
	enum txn_outcome outcome = TXN_APPLIED;
	char to[CONTROL_NAME_MAX];

	for (size_t i = 0; i < t->count; i++) {
		enum txn_outcome one = apply_entry(j, &t->items[i], d, e);

		if (one == TXN_STUCK)
			return one;
		if (one == TXN_OUTSIDE)
			outcome = one;
	}
	/* Until the renames are safe the record must stay, and so must the temps: one that is gone means that it was used. */
	if (!sync_entries(j, t))
		return outcome;
	for (size_t i = 0; i < t->count; i++)
		(void)j->io->unlink(j->io->ctx, j->dir, t->items[i].temp);
	if (outcome == TXN_OUTSIDE)
		(void)salvage(j, record, to, NULL); /* it says which file the salvaged text was for */
	else
		(void)j->io->unlink(j->io->ctx, j->dir, record);
	return outcome;
}

/* ---- SWEEP ---------------------------------------------------------------------------------------------------- */

static bool roll_forward(const struct job *j, const char *record, struct diagnostics *d, struct error *e)
{
	struct buf bytes = {0};
	struct error unread = {0};
	struct txn t;
	bool ok;

	if (!store_read(j->io, j->dir, record, RECORD_MAX, &bytes, NULL, &unread) && unread.code != ERROR_DATA) {
		if (unread.code != ERROR_NOT_FOUND && e)
			*e = unread;
		ok = unread.code == ERROR_NOT_FOUND;
	} else if (!txn_read(&bytes, after_prefix(record, COMMIT_PREFIX), &t)) {
		ok = salvage_leftover(j, record, "En lista över en sparning går inte att läsa", d, e);
	} else {
		unread = (struct error){0};
		ok = txn_apply(j, &t, record, d, &unread) != TXN_STUCK;
		if (!ok && e)
			*e = unread;
		txn_release(&t);
	}
	buf_release(&bytes);
	return ok;
}

/* True when the temp belongs to a list that is there: of a holder who lost the lock, or not yet carried out.
 * A list is renamed from txn to commit, never back, so looking in that order misses none. */
static bool has_list(const struct job *j, const char *temp)
{
	char tx[256], name[CONTROL_NAME_MAX];
	char *dash;

	snprintf(tx, sizeof tx, "%s", after_prefix(temp, NEW_PREFIX));
	dash = strrchr(tx, '-');
	if (!dash || strlen(tx) >= TX_MAX + 8)
		return false;
	*dash = '\0';
	snprintf(name, sizeof name, TXN_PREFIX "%.120s", tx);
	if (name_taken(j, name))
		return true;
	snprintf(name, sizeof name, COMMIT_PREFIX "%.120s", tx);
	return name_taken(j, name);
}

static bool is_leftover(const char *name)
{
	return after_prefix(name, TXN_PREFIX) || after_prefix(name, COMMIT_PREFIX) ||
	       after_prefix(name, NEW_PREFIX);
}

static bool any_leftover(const struct names *names)
{
	for (size_t i = 0; i < names->count; i++)
		if (is_leftover(names->items[i]))
			return true;
	return false;
}

/* One pass over a listing: lists that were not committed first, so that nobody can commit them any more, then
 * those that were, and temps last. */
static bool sweep_pass(const struct job *j, const struct names *names, struct diagnostics *d, struct error *e)
{
	for (size_t i = 0; i < names->count; i++)
		if (after_prefix(names->items[i], TXN_PREFIX) &&
		    !salvage_leftover(j, names->items[i], "En sparning avbröts innan den blev giltig", d, e))
			return false;
	for (size_t i = 0; i < names->count; i++)
		if (after_prefix(names->items[i], COMMIT_PREFIX) && !roll_forward(j, names->items[i], d, e))
			return false;
	for (size_t i = 0; i < names->count; i++)
		if (after_prefix(names->items[i], NEW_PREFIX) && !has_list(j, names->items[i]) &&
		    name_taken(j, names->items[i]) &&
		    !salvage_leftover(j, names->items[i], "Text från en sparning som avbröts flyttades undan", d,
		                      e))
			return false;
	return true;
}

bool commit_sweep(const struct job *j, struct diagnostics *d, struct error *e)
{
	struct names names = {0};
	bool ok = true, clean = false;

	for (int pass = 0; ok && !clean && pass < PASSES; pass++) {
		ok = io_list(j->dir, ".", &names, e);
		clean = ok && !any_leftover(&names);
		if (ok && !clean)
			ok = sweep_pass(j, &names, d, e);
	}
	names_release(&names);
	return ok && (clean || error_set(e, ERROR_LOCKED,
	                                 "Någon annan sparar i mappen; vänta en stund och försök igen."));
}

bool store_recover(const struct io *io, int dir, const struct store_writer *w, struct diagnostics *d,
                   struct error *e)
{
	struct names names = {0};
	struct job j = {0};
	bool ok = io_list(dir, ".", &names, e);

	if (ok && any_leftover(&names)) {
		ok = commit_job_init(&j, io, dir, w, 0, e) && lock_take(&j, NULL, e);
		if (ok) {
			ok = commit_sweep(&j, d, e);
			lock_release(&j);
		}
		commit_job_release(&j);
	}
	names_release(&names);
	return ok;
}
