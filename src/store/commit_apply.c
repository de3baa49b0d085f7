/* APPLY of STORAGE.md: the files of a committed list take the place of the old ones. Each step can be repeated, by whoever finds
 * the list, and by several at once. */
#include "commit_local.h"

#include "io_local.h"
#include "radsbord/base/language.h"

#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The temp of an entry is a token: only who has it may exchange it with the file. Whoever lost the lock while he slept may wake
 * in the middle of this, so each takes it by a rename to the next of its names, temp, temp~1, temp~2 ..., and what the last one
 * meant to do with it fails. Its names only go up, so that looking upwards misses none. There are always more names: the first
 * ones are tried, which most often is one call; what has been taken more often is looked for in the folder's listing. */
enum { TOKEN_TRIED = 64, TOKEN_LOOKS = 32, TOKEN_NAMES = 1000000, APPLY_TRIES = 32 };

struct token {
	char name[CONTROL_NAME_MAX + 8]; /* "": not ours */
	bool used;                       /* we have exchanged it, or tried to */
};

static void token_name(const struct txn_entry *entry, int n, char out[CONTROL_NAME_MAX + 8])
{
	if (n == 0)
		snprintf(out, CONTROL_NAME_MAX + 8, "%s", entry->temp);
	else
		snprintf(out, CONTROL_NAME_MAX + 8, "%s~%d", entry->temp, n);
}

/* True when the folder's listing has the name all the same. Something that was there and cannot be opened may be a fault of the
 * disk or the network, and must not pass for gone. */
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

/* Which of its names the token has in the folder's listing; -1: none. False when there is no listing. */
static bool find_token(const struct job *j, const struct txn_entry *entry, int *which, struct error *e)
{
	struct names names = {0};
	size_t n = strlen(entry->temp);
	bool ok = io_list(j->dir, ".", &names, e);

	*which = -1;
	for (size_t i = 0; ok && i < names.count; i++) {
		const char *name = names.items[i];
		char *end = NULL;
		long number;

		if (strncmp(name, entry->temp, n) != 0 || (name[n] != '\0' && name[n] != '~'))
			continue;
		number = name[n] ? strtol(name + n + 1, &end, 10) : 0;
		if ((!end || *end == '\0') && number >= 0 && number < TOKEN_NAMES)
			*which = (int)number;
	}
	names_release(&names);
	return ok;
}

enum taking { TOKEN_OURS, TOKEN_GONE, TOKEN_AGAIN, TOKEN_FAULT };

static bool hash_any(const struct job *j, const char *name, char hash[HASH_LEN + 1], struct error *e);

/* One who had lost the lock without knowing it may have taken the temp for a leftover and moved it aside: it goes back. */
static void bring_from_salvage(const struct job *j, const struct txn_entry *entry)
{
	char aside[CONTROL_NAME_MAX], text[HASH_LEN + 1];
	struct names names = {0};
	bool back = false;

	if (!io_list(j->dir, ".", &names, NULL))
		return;
	commit_salvage_name(entry->temp, aside);
	for (size_t i = 0; i < names.count && !back; i++)
		back = strncmp(names.items[i], aside, strlen(aside)) == 0 &&
		       commit_hash_file(j, names.items[i], text, NULL, NULL, NULL) && strcmp(text, entry->new_hash) == 0 &&
		       j->io->rename(j->io->ctx, j->dir, names.items[i], entry->temp) == 0;
	names_release(&names);
}

/* It was under none of its names. While the file is what it was it has not been used, so it only was not seen: it was moved aside, or
 * taken by another in the moment of looking, who may have been killed since. */
static enum taking not_seen(const struct job *j, const struct txn_entry *entry, struct error *e)
{
	char now[HASH_LEN + 1];

	if (!hash_any(j, entry->name, now, e))
		return TOKEN_FAULT;
	if (strcmp(now, entry->old_hash) != 0)
		return TOKEN_GONE;
	bring_from_salvage(j, entry);
	return TOKEN_AGAIN;
}

static enum taking take_token(const struct job *j, const struct txn_entry *entry, struct token *t, struct error *e)
{
	char from[CONTROL_NAME_MAX + 8];
	int looks = 0;

	for (int n = 0;; n++) {
		bool listing = n >= TOKEN_TRIED;

		if (listing && !find_token(j, entry, &n, e))
			break;
		if (n < 0) {
			t->name[0] = '\0';
			return not_seen(j, entry, e);
		}
		token_name(entry, n, from);
		token_name(entry, n + 1, t->name);
		if (j->io->rename(j->io->ctx, j->dir, from, t->name) == 0)
			return TOKEN_OURS;
		if (errno != ENOENT || (listing && ++looks == TOKEN_LOOKS)) {
			store_errno(e, store_write_code(errno == ENOENT ? EIO : errno), entry->name, N_("skrivas"),
			            errno == ENOENT ? EIO : errno);
			break;
		}
		/* It was listed, and has been taken meanwhile: it is looked for again. */
		if (listing)
			n = TOKEN_TRIED - 1;
	}
	t->name[0] = '\0';
	return TOKEN_FAULT;
}

/* The hash of what may have been exchanged for something else than a file: then "?", which equals nothing. */
static bool hash_any(const struct job *j, const char *name, char hash[HASH_LEN + 1], struct error *e)
{
	struct error unread = {0};

	if (commit_hash_file(j, name, hash, NULL, NULL, &unread))
		return strcmp(hash, "-") != 0 || !is_listed(j, name) ||
		       store_errno(e, ERROR_IO, name, N_("läsas"), EIO);
	if (unread.code != ERROR_DATA) {
		if (e)
			*e = unread;
		return false;
	}
	memcpy(hash, "?", 2);
	return true;
}

/* The file is neither what it was nor what it becomes: our text is kept, and said to be. */
static enum txn_outcome keep_aside(const struct job *j, const struct txn_entry *entry, struct token *t, struct diagnostics *d,
                                   struct error *e)
{
	char to[CONTROL_NAME_MAX];

	if (!commit_salvage(j, t->name, to, e))
		return TXN_STUCK;
	t->name[0] = '\0';
	if (!to[0])
		return TXN_TAKEN;
	error_set_at(e, ERROR_DATA, entry->name, 0,
	             _("%s ändrades av ett annat program medan den sparades; texten som skulle sparas ligger i "
	             "%s, jämför dem och för in det som saknas."), entry->name, to);
	if (d)
		diagnostics_add(d, DIAGNOSTIC_FAULT, entry->name, 0,
		                _("Filen ändrades av ett annat program medan den sparades; texten som skulle sparas "
		                "ligger i %s, jämför dem och för in det som saknas."), to);
	return TXN_OUTSIDE;
}

/* What another program wrote in the moment of our rename, which lies in the temp now, goes back where it was. */
static enum txn_outcome put_back(const struct job *j, const struct txn_entry *entry, struct token *t, struct diagnostics *d,
                                 struct error *e)
{
	if (j->io->rename2(j->io->ctx, j->dir, t->name, entry->name, IO_EXCHANGE) == 0)
		return keep_aside(j, entry, t, d, e);
	store_errno(e, store_write_code(errno), entry->name, N_("skrivas"), errno);
	return TXN_STUCK;
}

/* The file has our bytes; the temp has what was there before, when they were exchanged. */
static enum txn_outcome settle(const struct job *j, const struct txn_entry *entry, struct token *t, const char *temp, bool ours_now,
                               struct diagnostics *d, struct error *e)
{
	char to[CONTROL_NAME_MAX];

	if (strcmp(temp, entry->old_hash) == 0 || strcmp(temp, entry->new_hash) == 0)
		return TXN_APPLIED;
	if (ours_now)
		return put_back(j, entry, t, d, e);
	/* Found like this after a crash: which of the two was meant to stay nobody knows, so neither is moved onto the other. */
	if (!commit_salvage(j, t->name, to, e))
		return TXN_STUCK;
	t->name[0] = '\0';
	if (!to[0])
		return TXN_TAKEN;
	error_set_at(e, ERROR_DATA, entry->name, 0,
	             _("%s ändrades av ett annat program medan den sparades; dess text ligger i %s, jämför dem och för in det som "
	             "saknas."), entry->name, to);
	if (d)
		diagnostics_add(d, DIAGNOSTIC_FAULT, entry->name, 0,
		                _("Filen ändrades av ett annat program medan den sparades; dess text ligger i %s, jämför dem och för in "
		                "det som saknas."), to);
	return TXN_OUTSIDE;
}

/* Our bytes onto the name, so that nothing that is there unseen is written over: exchanged with what is there, or put where
 * nothing is. Where the file system has neither, a plain rename. *exchanged: the temp has the old file now. */
static bool move_in(const struct job *j, const struct txn_entry *entry, const struct token *t, bool *exchanged)
{
	const struct io *io = j->io;
	bool new_file = strcmp(entry->old_hash, "-") == 0;

	*exchanged = !new_file;
	if (io->rename2(io->ctx, j->dir, t->name, entry->name, new_file ? IO_NO_REPLACE : IO_EXCHANGE) == 0)
		return true;
	if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP)
		return false;
	*exchanged = false;
	return io->rename(io->ctx, j->dir, t->name, entry->name) == 0;
}

/* One look at an entry that is not applied yet, with its token. */
static enum txn_outcome apply_with(const struct job *j, const struct txn_entry *entry, struct token *t, struct diagnostics *d,
                                   struct error *e)
{
	char now[HASH_LEN + 1], temp[HASH_LEN + 1];
	bool exchanged;

	/* The target is looked at last: it is the one that others may touch. */
	if (!hash_any(j, t->name, temp, e) || !hash_any(j, entry->name, now, e))
		return TXN_STUCK;
	if (strcmp(temp, "-") == 0)
		return TXN_TAKEN;
	if (strcmp(now, entry->new_hash) == 0)
		return settle(j, entry, t, temp, t->used, d, e);
	if (strcmp(now, entry->old_hash) != 0 || strcmp(temp, entry->new_hash) != 0)
		return keep_aside(j, entry, t, d, e);
	t->used = true;
	if (!move_in(j, entry, t, &exchanged)) {
		int err = errno;

		store_errno(e, store_write_code(err), entry->name, N_("skrivas"), err);
		return err != ENOENT || commit_stage_folder(j, entry->name, e) ? TXN_TAKEN : TXN_STUCK;
	}
	if (d)
		diagnostics_add(d, DIAGNOSTIC_NOTE, entry->name, 0, _("En sparning som avbröts är nu införd."));
	if (!exchanged) {
		t->name[0] = '\0';
		return TXN_APPLIED;
	}
	if (!hash_any(j, t->name, temp, e))
		return TXN_STUCK;
	return strcmp(temp, "-") == 0 ? TXN_TAKEN : settle(j, entry, t, temp, true, d, e);
}

/* Somebody else has removed the text that was to be saved. */
static void lost(const struct txn_entry *entry, struct diagnostics *d, struct error *e)
{
	error_set_at(e, ERROR_DATA, entry->name, 0,
	             _("Texten som skulle sparas i %s har tagits bort av ett annat program; se efter vad som saknas."), entry->name);
	if (d)
		diagnostics_add(d, DIAGNOSTIC_FAULT, entry->name, 0,
		                _("Texten som skulle sparas här har tagits bort av ett annat program; se efter vad som saknas."));
}

/* Leaves in `t` the token, when there is one to be removed once the renames are safe. */
static enum txn_outcome apply_entry(const struct job *j, const struct txn_entry *entry, struct token *t, struct diagnostics *d,
                                    struct error *e)
{
	struct error why = {0};
	enum taking taking = TOKEN_AGAIN;

	/* A failed rename may have happened all the same, and another may have taken the token: look again before giving up. */
	for (int tries = 0; tries < APPLY_TRIES; tries++) {
		enum txn_outcome outcome;

		taking = take_token(j, entry, t, e);
		/* Gone, it has been used; and the file is ours, or has been changed since. */
		if (taking == TOKEN_GONE)
			return TXN_APPLIED;
		if (taking == TOKEN_FAULT)
			return TXN_STUCK;
		outcome = taking == TOKEN_OURS ? apply_with(j, entry, t, d, &why) : TXN_TAKEN;
		if (outcome != TXN_TAKEN) {
			if (outcome != TXN_APPLIED && e)
				*e = why;
			return outcome;
		}
		sched_yield();
	}
	if (taking == TOKEN_AGAIN)
		return TXN_MISSING;
	if (why.code == ERROR_NONE)
		store_errno(&why, ERROR_IO, entry->name, N_("skrivas"), EBUSY);
	if (e)
		*e = why;
	return TXN_STUCK;
}

static bool sync_entries(const struct job *j, const struct txn *t)
{
	for (size_t i = 0; i < t->count; i++)
		if (strchr(t->items[i].name, '/') && !commit_sync_folder(j, t->items[i].name) && errno != ENOENT)
			return false;
	return store_fsync(j->io, j->dir, true);
}

/* A save without any of its texts, all of whose files are what they were, was taken back by the one who made it and could not take
 * its list back. Of one that is partly there somebody else has removed the rest. */
static enum txn_outcome apply_entries(const struct job *j, const struct txn *t, struct token *tokens, struct diagnostics *d,
                                      struct error *e)
{
	enum txn_outcome outcome = TXN_APPLIED;
	const struct txn_entry *missing = NULL;
	size_t count = 0;

	for (size_t i = 0; i < t->count; i++) {
		enum txn_outcome one = apply_entry(j, &t->items[i], &tokens[i], d, e);

		if (one == TXN_STUCK)
			return one;
		if (one == TXN_OUTSIDE)
			outcome = one;
		if (one == TXN_MISSING) {
			missing = &t->items[i];
			count++;
		}
	}
	if (!missing)
		return outcome;
	lost(missing, count < t->count ? d : NULL, e);
	return count < t->count ? TXN_OUTSIDE : TXN_MISSING;
}

/* After the renames are safe. False: somebody has taken one of them meanwhile, and may be about to use it. */
static bool drop_tokens(const struct job *j, struct token *tokens, size_t count)
{
	bool ok = true;

	for (size_t i = 0; i < count; i++)
		if (tokens[i].name[0] && j->io->unlink(j->io->ctx, j->dir, tokens[i].name) < 0 && errno == ENOENT)
			ok = false;
	return ok;
}

enum txn_outcome txn_apply(const struct job *j, const struct txn *t, const char *record, struct diagnostics *d,
                           struct error *e)
{
	struct token *tokens = mem_alloc((t->count + 1) * sizeof *tokens);
	enum txn_outcome outcome = TXN_APPLIED;
	char to[CONTROL_NAME_MAX];
	bool done = false;

	for (int tries = 0; !done && outcome != TXN_STUCK && tries < APPLY_TRIES; tries++) {
		enum txn_outcome now = apply_entries(j, t, tokens, d, e);

		outcome = now == TXN_APPLIED ? outcome : now;
		/* Until the renames are safe the record must stay, and so must the temps: one that is gone means that it was used. The
		 * record is then found done by the next holder. */
		if (outcome != TXN_STUCK && !sync_entries(j, t))
			break;
		done = outcome != TXN_STUCK && drop_tokens(j, tokens, t->count);
	}
	free(tokens);
	if (done && outcome == TXN_OUTSIDE)
		(void)commit_salvage(j, record, to, NULL); /* it says which file the salvaged text was for */
	else if (done)
		(void)j->io->unlink(j->io->ctx, j->dir, record);
	return outcome;
}
