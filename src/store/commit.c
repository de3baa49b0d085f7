/* COMMIT of STORAGE.md, step by step. */
#include "radsbord/store/commit.h"

#include "commit_local.h"
#include "io_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/sha256.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Losing the lock while we slept is rare; losing it again and again means somebody else is at work. */
enum { ATTEMPTS = 4 };

/* What a file of the set is, read under the lock. */
struct fresh {
	char old_hash[HASH_LEN + 1], new_hash[HASH_LEN + 1];
	struct stat st;
	bool exists, same;
	struct buf whole;     /* of a file that is appended to: as it is to be */
};

enum attempt {
	COMMITTED,
	FAILED,     /* before the commit point */
	START_OVER, /* the lock was lost */
	UNSURE      /* at the commit point: the files decide */
};

bool commit_job_init(struct job *j, const struct io *io, int dir, const struct store_writer *w, unsigned attempt,
              struct error *e)
{
	struct stat st;
	char host[25] = "x";
	size_t n = 0;

	*j = (struct job){.io = io, .dir = dir, .w = w};
	if (io->fstat(io->ctx, dir, &st) < 0)
		return store_errno(e, ERROR_IO, "", N_("läsas"), errno);
	j->folder_mode = st.st_mode;
	j->folder_dev = st.st_dev;
	for (const char *c = w->host; *c && n + 1 < sizeof host; c++)
		if ((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9'))
			host[n++] = *c;
	host[n ? n : 1] = '\0';
	snprintf(j->tx, sizeof j->tx, "%s-%ld-%016" PRIx64 "%016" PRIx64, host, (long)getpid(), w->random[0],
	         w->random[1] + attempt);
	return true;
}

void commit_job_release(struct job *j)
{
	buf_release(&j->lock);
}

static bool check_set(const struct store_file *files, size_t count, struct error *e)
{
	struct map names = {0};
	bool ok = true;

	for (size_t i = 0; ok && i < count; i++) {
		const struct store_file *f = &files[i];

		if (!store_name_ok(f->name))
			ok = error_set(e, ERROR_USAGE,
			               _("Filnamnet ”%.200s” är inte tillåtet i rådets mapp; välj ett namn utan "
			               "inledande punkt och utan \"..\"."), f->name);
		else if (!map_put(&names, f->name, 0))
			ok = error_set_at(e, ERROR_USAGE, f->name, 0,
			                  _("%s finns två gånger i samma sparning; spara den en gång."), f->name);
		else if (f->len > IO_FILE_MAX)
			ok = error_set_at(e, ERROR_DATA, f->name, 0,
			                  _("%s skulle bli större än %zu MiB; dela upp den."), f->name,
			                  IO_FILE_MAX >> 20);
	}
	map_release(&names);
	return ok;
}

/* True when every file already holds the new bytes, so that there is nothing to save. What cannot be read here is
 * read again under the lock and reported there. */
static bool nothing_new(const struct io *io, int dir, const struct store_file *files, size_t count)
{
	bool same = true;

	for (size_t i = 0; same && i < count; i++) {
		const struct store_file *f = &files[i];

		same = (!f->append || f->len == 0) && store_has(io, dir, f->name, IO_FILE_MAX, f->bytes, f->len);
	}
	return same;
}

static bool may_replace(const struct job *j, const struct store_file *f, const struct fresh *x, struct error *e)
{
	if (!x->exists)
		return true;
	if (f->len == 0 && x->st.st_size > 0)
		return error_set_at(e, ERROR_DATA, f->name, 0,
		                    _("%s skulle bli tom och sparas inte; ta bort filen själv om det är meningen."),
		                    f->name);
	/* The rename would not ask: it needs rights in the folder only. */
	if ((x->st.st_mode & 0222) == 0 || !store_may_write(j->dir, f->name))
		return error_set_at(e, ERROR_READONLY, f->name, 0,
		                    _("%s är skrivskyddad; ta bort skyddet om den ska ändras."), f->name);
	return true;
}

/* What a file that is appended to becomes. False when it would be too large. */
static bool compose(const struct store_file *f, struct fresh *x, struct error *e)
{
	if (!x->exists && f->head)
		buf_str(&x->whole, f->head);
	if (x->whole.len > 0 && x->whole.data[x->whole.len - 1] != '\n')
		buf_char(&x->whole, '\n');
	buf_add(&x->whole, f->bytes, f->len);
	return x->whole.len <= IO_FILE_MAX ||
	       error_set_at(e, ERROR_DATA, f->name, 0, _("%s skulle bli större än %zu MiB; dela upp den."), f->name,
	                    IO_FILE_MAX >> 20);
}

/* The new bytes of a file, and their length. */
static const char *new_bytes(const struct store_file *f, const struct fresh *x, size_t *len)
{
	*len = f->append ? x->whole.len : f->len;
	return f->append ? buf_cstr(&x->whole) : f->bytes;
}

/* READ: each file as it is now, under the lock. `*changes` counts those that are to be written. */
static bool read_fresh(const struct job *j, const struct store_file *files, size_t count, struct fresh *fresh,
                       size_t *changes, struct error *e)
{
	*changes = 0;
	for (size_t i = 0; i < count; i++) {
		const struct store_file *f = &files[i];
		struct fresh *x = &fresh[i];
		const char *base = f->base_hash && *f->base_hash ? f->base_hash : "-";

		size_t len;
		const char *bytes;

		if (!commit_hash_file(j, f->name, x->old_hash, &x->st, f->append ? &x->whole : NULL, e))
			return false;
		x->exists = strcmp(x->old_hash, "-") != 0;
		if (f->append && !compose(f, x, e))
			return false;
		bytes = new_bytes(f, x, &len);
		sha256(bytes, len, x->new_hash);
		x->same = strcmp(x->old_hash, x->new_hash) == 0;
		if (x->same)
			continue;
		if (!f->append && strcmp(x->old_hash, base) != 0)
			return error_set_at(e, ERROR_CONFLICT, f->name, 0,
			                    _("%s har ändrats av någon annan sedan den lästes; läs om den och gör "
			                    "ändringen igen."), f->name);
		if (!may_replace(j, f, x, e) || !commit_stage_folder(j, f->name, e))
			return false;
		++*changes;
	}
	return true;
}

/* STAGE: the temps, the list, and the folder they lie in, all on the disk. What was made stands in `t` and `txn`. */
static bool stage(const struct job *j, const struct store_file *files, size_t count, const struct fresh *fresh,
                  struct txn *t, const char *txn, bool *listed, struct error *e)
{
	struct buf list = {0};

	for (size_t i = 0; i < count; i++) {
		struct txn_entry entry = {.name = files[i].name};
		size_t len;
		const char *bytes = new_bytes(&files[i], &fresh[i], &len);

		if (fresh[i].same)
			continue;
		memcpy(entry.old_hash, fresh[i].old_hash, sizeof entry.old_hash);
		memcpy(entry.new_hash, fresh[i].new_hash, sizeof entry.new_hash);
		snprintf(entry.temp, sizeof entry.temp, NEW_PREFIX "%s-%zu", j->tx, i);
		if (!commit_stage_file(j, entry.temp, files[i].name, bytes, len,
		                fresh[i].exists ? &fresh[i].st : NULL, true, e))
			return false;
		VEC_PUSH(t, entry);
	}
	txn_write(j, t, &list);
	*listed = commit_stage_file(j, txn, "", list.data, list.len, NULL, false, e);
	buf_release(&list);
	if (!*listed)
		return false;
	return store_fsync(j->io, j->dir, true) || store_errno(e, ERROR_IO, "", N_("skrivas"), errno);
}

/* Takes back what was staged; what cannot be removed the next commit moves to salvage. */
static void unstage(const struct job *j, const struct txn *t, const char *txn, bool listed)
{
	if (listed)
		(void)j->io->unlink(j->io->ctx, j->dir, txn);
	for (size_t i = 0; i < t->count; i++)
		(void)j->io->unlink(j->io->ctx, j->dir, t->items[i].temp);
}

/* VERIFY and COMMIT POINT. COMMITTED: the record is there and on the disk. */
static enum attempt commit_point(const struct job *j, const char *txn, const char *record, struct error *e)
{
	const struct io *io = j->io;
	enum lock_answer answer = lock_verify(j, e);
	int err;

	if (answer != LOCK_OURS)
		return answer == LOCK_NOT_OURS ? START_OVER : FAILED;
	if (io->rename(io->ctx, j->dir, txn, record) < 0) {
		/* Gone: the lock was broken while we slept, and the new holder has moved our list aside. */
		if (errno == ENOENT)
			return START_OVER;
		store_errno(e, store_write_code(errno), "", N_("skrivas"), errno);
		/* It may have been done all the same. */
		(void)io->rename(io->ctx, j->dir, record, txn);
		return FAILED;
	}
	if (store_fsync(io, j->dir, true) || store_fsync(io, j->dir, true))
		return COMMITTED;
	err = errno;
	/* Not known to be on the disk, so it may not be called saved: it is taken back. */
	store_errno(e, ERROR_IO, "", N_("skrivas"), err);
	return io->rename(io->ctx, j->dir, record, txn) < 0 ? UNSURE : FAILED;
}

/* APPLY, and what to say when that does not go all the way. */
static bool apply(const struct job *j, const struct txn *t, const char *record, struct error *e)
{
	struct error why = {0};
	enum txn_outcome outcome = txn_apply(j, t, record, NULL, &why);

	/* It is committed: what stood in the way may be gone, and each step of it can be repeated. */
	if (outcome == TXN_STUCK)
		outcome = txn_apply(j, t, record, NULL, &why);
	if ((outcome == TXN_OUTSIDE || outcome == TXN_MISSING) && e)
		*e = why;
	if (outcome != TXN_STUCK)
		return outcome == TXN_APPLIED;
	return error_set_at(e, ERROR_IO, why.file, 0,
	                    _("Ändringen är sparad men kunde inte föras in i filen, vilket görs vid nästa sparning. %s"),
	                    why.text);
}

/* Under the lock. */
static enum attempt commit_locked(const struct job *j, const struct store_file *files, size_t count,
                                  struct error *e)
{
	struct fresh *fresh = mem_alloc(count * sizeof *fresh);
	struct txn t = {0};
	char txn[CONTROL_NAME_MAX], record[CONTROL_NAME_MAX];
	size_t changes;
	bool listed = false;
	enum attempt result = FAILED;

	commit_control_name(txn, TXN_PREFIX, j->tx);
	commit_control_name(record, COMMIT_PREFIX, j->tx);
	if (!read_fresh(j, files, count, fresh, &changes, e)) {
		result = FAILED;
	} else if (changes == 0) {
		result = COMMITTED;
	} else {
		if (stage(j, files, count, fresh, &t, txn, &listed, e) && store_goes_on(j->w->work, e))
			result = commit_point(j, txn, record, e);
		if (result == FAILED || result == START_OVER)
			unstage(j, &t, txn, listed);
		else if (result == COMMITTED && !apply(j, &t, record, e))
			result = FAILED;
	}
	txn_release(&t);
	for (size_t i = 0; i < count; i++)
		buf_release(&fresh[i].whole);
	free(fresh);
	return result;
}

bool store_commit(const struct io *io, int dir, const struct store_file *files, size_t count,
                  const struct store_writer *w, struct store_lock_owner *owner, struct error *e)
{
	enum attempt result = START_OVER;

	if (owner)
		*owner = (struct store_lock_owner){0};
	if (!check_set(files, count, e))
		return false;
	if (nothing_new(io, dir, files, count))
		return true;
	for (unsigned attempt = 0; attempt < ATTEMPTS && result == START_OVER; attempt++) {
		struct job j = {0};

		result = FAILED;
		if (commit_job_init(&j, io, dir, w, attempt, e) && lock_take(&j, owner, e)) {
			if (commit_sweep(&j, NULL, e))
				result = commit_locked(&j, files, count, e);
			lock_release(&j);
		}
		commit_job_release(&j);
	}
	if (result == START_OVER)
		error_set_at(e, ERROR_LOCKED, LOCK_NAME, 0,
		             _("Någon annan sparar i mappen; vänta en stund och försök igen."));
	return result == COMMITTED;
}
