/* What a killed program left: committed lists are carried out, everything else goes to salvage.
 * Each step can be repeated, so that recovery may be killed too. */
#include "commit_local.h"

#include "io_local.h"
#include "radsbord/base/language.h"

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

void commit_salvage_name(const char *name, char out[CONTROL_NAME_MAX])
{
	const char *rest = after_prefix(name, ".rb-");

	snprintf(out, CONTROL_NAME_MAX, SALVAGE_PREFIX "%.120s", rest ? rest : name);
}

bool commit_salvage(const struct job *j, const char *name, char to[CONTROL_NAME_MAX], struct error *e)
{
	char base[CONTROL_NAME_MAX];

	commit_salvage_name(name, base);
	commit_free_name(j, base, to);
	if (j->io->rename(j->io->ctx, j->dir, name, to) == 0)
		return true;
	to[0] = '\0';
	return errno == ENOENT || store_errno(e, store_write_code(errno), name, N_("flyttas undan"), errno);
}

static bool salvage_leftover(const struct job *j, const char *name, const char *what, struct diagnostics *d,
                             struct error *e)
{
	char to[CONTROL_NAME_MAX];

	if (!commit_salvage(j, name, to, e))
		return false;
	if (d && to[0])
		diagnostics_add(d, DIAGNOSTIC_WARNING, to, 0,
		                _("%s; den ligger kvar här. Titta i den, och ta bort den med radsbord rensa."),
		                what);
	return true;
}

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
		ok = salvage_leftover(j, record, _("En lista över en sparning går inte att läsa"), d, e);
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
		    !salvage_leftover(j, names->items[i], _("En sparning avbröts innan den blev giltig"), d, e))
			return false;
	for (size_t i = 0; i < names->count; i++)
		if (after_prefix(names->items[i], COMMIT_PREFIX) && !roll_forward(j, names->items[i], d, e))
			return false;
	for (size_t i = 0; i < names->count; i++)
		if (after_prefix(names->items[i], NEW_PREFIX) && !has_list(j, names->items[i]) &&
		    name_taken(j, names->items[i]) &&
		    !salvage_leftover(j, names->items[i], _("Text från en sparning som avbröts flyttades undan"), d,
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
	                                 _("Någon annan sparar i mappen; vänta en stund och försök igen.")));
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
