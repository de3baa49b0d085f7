/* The system calls behind the table, and reading a whole file. */
#include "io_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/sha256.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int store_parent_open(int dir, const char *name, const char **leaf)
{
	int at = dir;
	const char *slash;

	*leaf = name;
	/* A path from the working directory is the user's own, not data: it may go where it likes. */
	if (dir == AT_FDCWD)
		return dir;
	while ((slash = strchr(*leaf, '/'))) {
		char part[256];
		size_t n = (size_t)(slash - *leaf);
		int next = -1;

		if (n == 0 || n >= sizeof part || (n == 2 && memcmp(*leaf, "..", 2) == 0)) {
			errno = EINVAL;
		} else {
			memcpy(part, *leaf, n);
			part[n] = '\0';
			next = openat(at, part, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		}
		store_parent_close(dir, at);
		if (next < 0)
			return -1;
		at = next;
		*leaf = slash + 1;
	}
	if (**leaf == '\0' || strcmp(*leaf, "..") == 0) {
		store_parent_close(dir, at);
		errno = EINVAL;
		return -1;
	}
	return at;
}

void store_parent_close(int dir, int parent)
{
	int err = errno;

	if (parent >= 0 && parent != dir)
		close(parent);
	errno = err;
}

static int system_open(void *ctx, int dir, const char *name, int flags, mode_t mode)
{
	const char *leaf;
	int parent = store_parent_open(dir, name, &leaf), fd;

	(void)ctx;
	if (parent == -1)
		return -1;
	fd = openat(parent, leaf, flags | O_CLOEXEC | O_NOFOLLOW, mode);
	store_parent_close(dir, parent);
	return fd;
}

static ssize_t system_read(void *ctx, int fd, void *buf, size_t n)
{
	(void)ctx;
	return read(fd, buf, n);
}

static ssize_t system_write(void *ctx, int fd, const void *buf, size_t n)
{
	(void)ctx;
	return write(fd, buf, n);
}

static int system_fsync(void *ctx, int fd)
{
	(void)ctx;
	return fsync(fd);
}

static int system_close(void *ctx, int fd)
{
	(void)ctx;
	return close(fd);
}

static int system_rename(void *ctx, int dir, const char *from, const char *to)
{
	const char *from_leaf, *to_leaf;
	int a = store_parent_open(dir, from, &from_leaf);
	int b = a == -1 ? -1 : store_parent_open(dir, to, &to_leaf);
	int r = b == -1 ? -1 : renameat(a, from_leaf, b, to_leaf);

	(void)ctx;
	store_parent_close(dir, a);
	store_parent_close(dir, b);
	return r;
}

/* Asked of the kernel itself: not every C library has a function for it. */
static int system_rename2(void *ctx, int dir, const char *from, const char *to, unsigned flags)
{
	const char *from_leaf, *to_leaf;
	int a = store_parent_open(dir, from, &from_leaf);
	int b = a == -1 ? -1 : store_parent_open(dir, to, &to_leaf);
	int r = b == -1 ? -1 : (int)syscall(SYS_renameat2, a, from_leaf, b, to_leaf, flags);

	(void)ctx;
	store_parent_close(dir, a);
	store_parent_close(dir, b);
	return r;
}

static void system_wait(void *ctx, int ms)
{
	struct timespec t = {.tv_sec = ms / 1000, .tv_nsec = (long)(ms % 1000) * 1000000};

	(void)ctx;
	nanosleep(&t, NULL);
}

static int system_unlink(void *ctx, int dir, const char *name)
{
	const char *leaf;
	int parent = store_parent_open(dir, name, &leaf), r;

	(void)ctx;
	if (parent == -1)
		return -1;
	r = unlinkat(parent, leaf, 0);
	store_parent_close(dir, parent);
	return r;
}

static int system_mkdir(void *ctx, int dir, const char *name, mode_t mode)
{
	const char *leaf;
	int parent = store_parent_open(dir, name, &leaf), r;

	(void)ctx;
	if (parent == -1)
		return -1;
	r = mkdirat(parent, leaf, mode);
	store_parent_close(dir, parent);
	return r;
}

static int system_fstat(void *ctx, int fd, struct stat *st)
{
	(void)ctx;
	return fstat(fd, st);
}

static int system_fchmod(void *ctx, int fd, mode_t mode)
{
	(void)ctx;
	return fchmod(fd, mode);
}

static int system_fchown(void *ctx, int fd, uid_t owner, gid_t group)
{
	(void)ctx;
	return fchown(fd, owner, group);
}

const struct io *io_system(void)
{
	static const struct io table = {
		.open = system_open,
		.read = system_read,
		.write = system_write,
		.fsync = system_fsync,
		.close = system_close,
		.rename = system_rename,
		.rename2 = system_rename2,
		.wait = system_wait,
		.unlink = system_unlink,
		.mkdir = system_mkdir,
		.fstat = system_fstat,
		.fchmod = system_fchmod,
		.fchown = system_fchown,
	};

	return &table;
}

bool store_goes_on(struct work *w, struct error *e)
{
	return work_step(w) || error_set(e, ERROR_IO, "%s", _("Avbrutet: inget sparades."));
}

bool store_write_all(const struct io *io, int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t n = io->write(io->ctx, fd, bytes, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			if (n == 0)
				errno = EIO; /* no progress and no reason: do not spin */
			return false;
		}
		bytes += n;
		len -= (size_t)n;
	}
	return true;
}

bool store_fsync(const struct io *io, int fd, bool of_dir)
{
	while (io->fsync(io->ctx, fd) < 0) {
		if (of_dir && (errno == EINVAL || errno == EOPNOTSUPP))
			return true;
		if (errno != EINTR)
			return false;
	}
	return true;
}

/* Refuses what is not a plain file before a byte is read: a FIFO would wait for ever, a device act. */
static bool plain_file(const struct stat *st, const char *name, size_t max, struct error *e)
{
	if (!S_ISREG(st->st_mode))
		return error_set_at(e, ERROR_DATA, name, 0,
		                    _("%s är ingen vanlig fil och läses inte; flytta bort den."), name);
	if (st->st_size < 0 || (uintmax_t)st->st_size > max)
		return error_set_at(e, ERROR_DATA, name, 0,
		                    _("%s är för stor (högst %zu MiB läses); dela upp den."), name,
		                    max >> 20 ? max >> 20 : 1);
	return true;
}

/* What is done with the pieces of a file as they are read. */
struct taker {
	char *(*room)(void *to, size_t *n); /* where the next one is read to, and how much at most; NULL: anywhere */
	void (*take)(void *to, const char *bytes, size_t n);
	void *to;
};

static bool read_all(const struct io *io, int fd, const char *name, size_t size, size_t max, const struct taker *taker,
                     struct error *e)
{
	char chunk[65536];
	size_t len = 0;

	for (;;) {
		size_t most = sizeof chunk;
		char *to = taker->room ? taker->room(taker->to, &most) : chunk;
		ssize_t n = io->read(io->ctx, fd, to, most);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return store_errno(e, ERROR_IO, name, N_("läsas"), errno);
		if (n == 0)
			break;
		if ((size_t)n > max - len)
			return error_set_at(e, ERROR_DATA, name, 0,
			                    _("%s växte medan den lästes; försök igen."), name);
		taker->take(taker->to, to, (size_t)n);
		len += (size_t)n;
	}
	/* Half a file must never pass for the whole of it. */
	if (len != size)
		return error_set_at(e, ERROR_IO, name, 0,
		                    _("%s ändrades medan den lästes; försök igen."), name);
	return true;
}

/* Opens a plain file and gives all of it to the taker. */
static bool read_file(const struct io *io, int dir, const char *name, size_t max, struct stat *st, const struct taker *taker,
                      struct error *e)
{
	struct stat own;
	bool ok;
	int fd;

	do
		fd = io->open(io->ctx, dir, name, O_RDONLY | O_NONBLOCK | O_NOCTTY, 0);
	while (fd < 0 && errno == EINTR);
	if (fd < 0 && errno == ENOENT)
		return store_errno(e, ERROR_NOT_FOUND, name, N_("läsas"), errno);
	if (fd < 0 && errno == ELOOP)
		return error_set_at(e, ERROR_DATA, name, 0,
		                    _("%s är en symbolisk länk och läses inte; lägg filen själv där."),
		                    name);
	if (fd < 0)
		return store_errno(e, ERROR_IO, name, N_("läsas"), errno);
	if (!st)
		st = &own;
	if (io->fstat(io->ctx, fd, st) < 0)
		ok = store_errno(e, ERROR_IO, name, N_("läsas"), errno);
	else
		ok = plain_file(st, name, max, e) &&
		     read_all(io, fd, name, (size_t)st->st_size, max, taker, e);
	if (io->close(io->ctx, fd) < 0 && ok && errno != EINTR)
		ok = store_errno(e, ERROR_IO, name, N_("läsas"), errno);
	return ok;
}

/* All of a file in one piece. */
struct whole {
	struct buf *out;
	const struct stat *st;
};

/* Room for a large file at once, in large pages where the system has them: to be given ten thousand small ones takes longer than to
 * read what is to be in them. */
static void make_room(struct buf *out, size_t size)
{
	enum { LARGE = 16 << 20, PAGE = 2 << 20 };
	size_t room = (size / PAGE + 1) * PAGE;
	void *data = NULL;

	if (size < LARGE || posix_memalign(&data, PAGE, room) != 0)
		return;
	if (madvise(data, room, MADV_HUGEPAGE) < 0)
		errno = 0; /* then in small ones */
	free(out->data);
	*out = (struct buf){.data = data, .cap = room};
}

/* The whole of what is left, and a byte in which growth would show. */
static char *whole_room(void *to, size_t *n)
{
	const struct whole *w = to;
	size_t size = (size_t)w->st->st_size;

	if (w->out->len == 0)
		make_room(w->out, size);
	*n = (size > w->out->len ? size - w->out->len : 0) + 1;
	return buf_room(w->out, *n);
}

static void whole_take(void *to, const char *bytes, size_t n)
{
	const struct whole *w = to;

	(void)bytes; /* they are in its room */
	buf_take(w->out, n);
}

bool store_read(const struct io *io, int dir, const char *name, size_t max, struct buf *out,
                struct stat *st, struct error *e)
{
	struct stat own;
	struct whole w = {.out = out, .st = st ? st : &own};

	buf_clear(out);
	buf_add(out, "", 0);
	if (read_file(io, dir, name, max, st ? st : &own, &(struct taker){whole_room, whole_take, &w}, e))
		return true;
	buf_clear(out);
	return false;
}

static void take_hash(void *to, const char *bytes, size_t n)
{
	sha256_add(to, bytes, n);
}

bool store_hash(const struct io *io, int dir, const char *name, size_t max, char hash[65], struct stat *st,
                struct error *e)
{
	struct sha256 s;

	sha256_begin(&s);
	if (!read_file(io, dir, name, max, st, &(struct taker){.take = take_hash, .to = &s}, e))
		return false;
	sha256_end(&s, hash);
	return true;
}

/* What is left to compare, as long as all was the same. */
struct comparing {
	const char *bytes;
	size_t left;
	bool same;
};

static void take_same(void *to, const char *bytes, size_t n)
{
	struct comparing *c = to;

	c->same = c->same && n <= c->left && memcmp(c->bytes, bytes, n) == 0;
	if (!c->same)
		return;
	c->bytes += n;
	c->left -= n;
}

bool store_has(const struct io *io, int dir, const char *name, size_t max, const char *bytes, size_t len)
{
	struct comparing c = {.bytes = bytes, .left = len, .same = true};

	return read_file(io, dir, name, max, NULL, &(struct taker){.take = take_same, .to = &c}, NULL) && c.same && c.left == 0;
}

bool io_read_file(const struct io *io, int dir, const char *name, size_t max, struct buf *out,
                  struct error *e)
{
	return store_read(io, dir, name, max, out, NULL, e);
}
