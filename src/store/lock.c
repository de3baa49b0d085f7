/* The lock of a folder: taken with O_EXCL, broken only by a rename that is checked afterwards. */
#include "commit_local.h"

#include "io_local.h"

#include "radsbord/base/date.h"
#include "radsbord/base/language.h"
#include "radsbord/base/sha256.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>

/* A lock may vanish or change hands between two looks at it; then we look again. */
enum { LOOKS = 16, LOOKS_AT_UNREADABLE = 4, LOCK_BYTES_MAX = 4096 };

static bool create(struct job *j, bool *exists, struct error *e)
{
	const struct io *io = j->io;
	int fd = io->open(io->ctx, j->dir, LOCK_NAME, O_WRONLY | O_CREAT | O_EXCL, 0600), err;
	mode_t mode = 0600 | (j->folder_mode & S_IWGRP ? S_IRGRP : 0);
	bool ok;

	*exists = fd < 0 && errno == EEXIST;
	if (*exists)
		return false;
	if (fd < 0)
		return store_errno(e, store_write_code(errno), "", N_("låsas för att spara"), errno);
	buf_clear(&j->lock);
	lock_line_write(j, &j->lock);
	ok = store_write_all(io, fd, j->lock.data, j->lock.len);
	err = errno;
	/* So that others who may write here can see who holds it; not vital. */
	(void)io->fchmod(io->ctx, fd, mode);
	if (io->close(io->ctx, fd) < 0 && ok) {
		ok = false;
		err = errno;
	}
	if (ok)
		return true;
	(void)io->unlink(io->ctx, j->dir, LOCK_NAME);
	return store_errno(e, store_write_code(err), "", N_("låsas för att spara"), err);
}

/* Moves the lock aside. Whether or not it was the one that was judged, the next look decides: whoever lost a
 * live lock finds that out before it commits (VERIFY) and starts over. */
static bool break_lock(const struct job *j, const struct buf *judged, struct error *e)
{
	char base[CONTROL_NAME_MAX], name[CONTROL_NAME_MAX];
	struct buf moved = {0};
	bool same;

	commit_control_name(base, BROKEN_PREFIX, j->tx);
	commit_free_name(j, base, name);
	if (j->io->rename(j->io->ctx, j->dir, LOCK_NAME, name) < 0)
		return errno == ENOENT ||
		       store_errno(e, store_write_code(errno), "", N_("låsas för att spara"), errno);
	store_read(j->io, j->dir, name, LOCK_BYTES_MAX, &moved, NULL, NULL);
	same = moved.len == judged->len && memcmp(buf_cstr(&moved), buf_cstr(judged), moved.len) == 0;
	buf_release(&moved);
	/* Somebody had broken the stale lock before us and this was theirs: stand back and let them retry. */
	return same || error_set_at(e, ERROR_LOCKED, LOCK_NAME, 0,
	                            _("Någon annan sparar just nu; vänta en stund och försök igen."));
}

/* "sedan kl. 9.42", with the day when it is another one. */
static void since_words(const char *time, int64_t now, struct buf *out)
{
	struct wall at, today = wall_from_utc(now);
	int64_t utc;

	if (!utc_parse(time, &utc)) {
		buf_str(out, time);
		return;
	}
	at = wall_from_utc(utc);
	if (date_cmp(at.date, today.date) != 0) {
		buf_str(out, "den ");
		date_format_long(out, at.date);
		buf_char(out, ' ');
	}
	buf_str(out, "kl. ");
	time_format(out, at.minutes);
}

static bool refuse(const struct job *j, const struct lock_line *line, const char *mark, enum lock_state state,
                   struct store_lock_owner *owner, struct error *e)
{
	struct buf since = {0};

	if (owner) {
		snprintf(owner->user, sizeof owner->user, "%s", line->user);
		snprintf(owner->host, sizeof owner->host, "%s", line->host);
		snprintf(owner->time, sizeof owner->time, "%s", line->time);
		owner->same_host = state == LOCK_HELD;
		snprintf(owner->mark, sizeof owner->mark, "%s", mark);
	}
	if (!line->readable)
		return error_set_at(e, ERROR_LOCKED, LOCK_NAME, 0,
		                    _("Mappen är låst av någon som inte går att läsa ut; vänta en stund och "
		                    "försök igen."));
	since_words(line->time, j->w->utc, &since);
	error_set_at(e, ERROR_LOCKED, LOCK_NAME, 0, _("%s på datorn %s sparar (sedan %s); vänta en stund och försök igen."),
	             line->user, line->host, buf_cstr(&since));
	buf_release(&since);
	return false;
}

/* True when the lock is another machine's, or nobody's, and the user has said yes to breaking this very one. */
static bool may_break(const struct job *j, const char *mark)
{
	return j->w->break_foreign && (!j->w->break_mark || strcmp(j->w->break_mark, mark) == 0);
}

bool lock_take(struct job *j, struct store_lock_owner *owner, struct error *e)
{
	char mark[HASH_LEN + 1] = "";
	struct buf bytes = {0};
	struct lock_line line = {0};
	enum lock_state state = LOCK_FOREIGN;
	bool exists, taken = false, failed = false;

	for (int look = 0; look < LOOKS && !taken && !failed; look++) {
		struct error unread = {0};

		taken = create(j, &exists, e);
		failed = !taken && !exists;
		if (taken || failed)
			break;
		if (!store_read(j->io, j->dir, LOCK_NAME, LOCK_BYTES_MAX, &bytes, NULL, &unread) &&
		    unread.code == ERROR_NOT_FOUND)
			continue;
		lock_line_read(&bytes, &line);
		sha256(buf_cstr(&bytes), bytes.len, mark);
		state = lock_line_judge(&line, j->w);
		/* It may be on the point of being written. */
		if (!line.readable && look < LOOKS_AT_UNREADABLE) {
			sched_yield();
			continue;
		}
		if (state == LOCK_HELD || (state == LOCK_FOREIGN && !may_break(j, mark)))
			failed = !refuse(j, &line, mark, state, owner, e);
		else
			failed = !break_lock(j, &bytes, e);
	}
	if (!taken && !failed)
		refuse(j, &line, mark, state, owner, e);
	buf_release(&bytes);
	return taken;
}

enum lock_answer lock_verify(const struct job *j, struct error *e)
{
	struct buf bytes = {0};
	struct error unread = {0};
	enum lock_answer answer = LOCK_NOT_OURS;

	if (!store_read(j->io, j->dir, LOCK_NAME, LOCK_BYTES_MAX, &bytes, NULL, &unread)) {
		answer = unread.code == ERROR_IO ? LOCK_UNKNOWN : LOCK_NOT_OURS;
		if (answer == LOCK_UNKNOWN && e)
			*e = unread;
	} else if (bytes.len == j->lock.len && memcmp(bytes.data, j->lock.data, bytes.len) == 0) {
		answer = LOCK_OURS;
	}
	buf_release(&bytes);
	return answer;
}

void lock_release(const struct job *j)
{
	if (lock_verify(j, NULL) == LOCK_OURS)
		(void)j->io->unlink(j->io->ctx, j->dir, LOCK_NAME);
}
