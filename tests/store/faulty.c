#include "faulty.h"

#include <errno.h>
#include <unistd.h>

/* True when this call is to fail; `after` says whether it is carried out first. */
static bool strikes(struct faulty *f)
{
	f->calls++;
	if (f->at == 0 || (f->calls != f->at && !(f->for_ever && f->calls > f->at)))
		return false;
	if (f->meanwhile) {
		f->meanwhile(f->ctx);
		return false;
	}
	return !f->brief;
}

static int fault(const struct faulty *f)
{
	if (f->kill)
		_exit(FAULTY_KILLED);
	errno = f->err;
	return -1;
}

#define CALL(expression)                                                                           \
	struct faulty *f = ctx;                                                                    \
	CALL_OF(expression)
#define CALL_OF(expression)                                                                        \
	bool struck = strikes(f);                                                                  \
	if (struck && !f->after)                                                                   \
		return fault(f);                                                                   \
	const struct io *real = io_system();                                                       \
	int r = (expression);                                                                      \
	return struck ? fault(f) : r

static int faulty_open(void *ctx, int dir, const char *name, int flags, mode_t mode)
{
	struct faulty *f = ctx;

	if (strikes(f)) {
		int fd = f->after ? io_system()->open(NULL, dir, name, flags, mode) : -1;

		if (fd >= 0)
			close(fd);
		return fault(f);
	}
	return io_system()->open(NULL, dir, name, flags, mode);
}

static ssize_t faulty_read(void *ctx, int fd, void *buf, size_t n)
{
	struct faulty *f = ctx;

	return strikes(f) ? fault(f) : read(fd, buf, n);
}

static ssize_t faulty_write(void *ctx, int fd, const void *buf, size_t n)
{
	struct faulty *f = ctx;
	bool struck = strikes(f), brief = f->brief && n > 1 && (f->calls == f->at || (f->for_ever && f->calls > f->at));

	if (!struck)
		return write(fd, buf, brief ? n / 2 : n);
	/* A call that a signal interrupts has written nothing. */
	if ((f->kill || f->err != EINTR) && write(fd, buf, n / 2) < 0)
		return -1;
	return fault(f);
}

static int faulty_fsync(void *ctx, int fd)
{
	struct faulty *f = ctx;

	(void)fd;
	return strikes(f) ? fault(f) : 0;
}

static int faulty_close(void *ctx, int fd)
{
	struct faulty *f = ctx;
	bool struck = strikes(f);
	int r = close(fd); /* a failed close has closed all the same */

	return struck ? fault(f) : r;
}

static int faulty_rename(void *ctx, int dir, const char *from, const char *to)
{
	CALL(real->rename(NULL, dir, from, to));
}

static int faulty_rename2(void *ctx, int dir, const char *from, const char *to, unsigned flags)
{
	struct faulty *f = ctx;

	if (f->plain_rename) {
		errno = EINVAL;
		return -1;
	}
	CALL_OF(real->rename2(NULL, dir, from, to, flags));
}

static void faulty_wait(void *ctx, int ms)
{
	struct faulty *f = ctx;

	f->waited += ms;
}

static int faulty_unlink(void *ctx, int dir, const char *name)
{
	CALL(real->unlink(NULL, dir, name));
}

static int faulty_mkdir(void *ctx, int dir, const char *name, mode_t mode)
{
	CALL(real->mkdir(NULL, dir, name, mode));
}

static int faulty_fstat(void *ctx, int fd, struct stat *st)
{
	CALL(real->fstat(NULL, fd, st));
}

static int faulty_fchmod(void *ctx, int fd, mode_t mode)
{
	CALL(real->fchmod(NULL, fd, mode));
}

static int faulty_fchown(void *ctx, int fd, uid_t owner, gid_t group)
{
	CALL(real->fchown(NULL, fd, owner, group));
}

void faulty_init(struct faulty *f)
{
	*f = (struct faulty){.err = EIO};
	f->io = (struct io){.open = faulty_open, .read = faulty_read, .write = faulty_write,
	                    .fsync = faulty_fsync, .close = faulty_close, .rename = faulty_rename,
	                    .rename2 = faulty_rename2, .wait = faulty_wait, .unlink = faulty_unlink, .mkdir = faulty_mkdir, .fstat = faulty_fstat,
	                    .fchmod = faulty_fchmod, .fchown = faulty_fchown, .ctx = f};
}
