#include "radsbord/store/watch.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static int watch_open(void *ctx, int dir, const char *name, int flags, mode_t mode)
{
	struct watch *w = ctx;
	const char *slash = strrchr(name, '/');
	snprintf(w->name, sizeof w->name, "%s", slash && slash[1] ? slash + 1 : name);
	return w->inner->open(w->inner->ctx, dir, name, flags, mode);
}

static ssize_t watch_read(void *ctx, int fd, void *buf, size_t n)
{
	struct watch *w = ctx;
	ssize_t got = w->watching && w->stopped ? 0 : w->inner->read(w->inner->ctx, fd, buf, n);
	if (!w->watching)
		return got;
	if (!w->stopped && got > 0) {
		w->bytes += got;
		w->stopped = !w->tick(w->ctx, w->name, w->bytes);
	}
	if (!w->stopped)
		return got;
	errno = ECANCELED;
	return -1;
}

static ssize_t watch_write(void *ctx, int fd, const void *buf, size_t n)
{
	const struct io *inner = ((struct watch *)ctx)->inner;
	return inner->write(inner->ctx, fd, buf, n);
}

static int watch_fsync(void *ctx, int fd)
{
	const struct io *inner = ((struct watch *)ctx)->inner;
	return inner->fsync(inner->ctx, fd);
}

static int watch_close(void *ctx, int fd)
{
	const struct io *inner = ((struct watch *)ctx)->inner;
	return inner->close(inner->ctx, fd);
}

static int watch_rename(void *ctx, int dir, const char *from, const char *to)
{
	const struct io *inner = ((struct watch *)ctx)->inner;
	return inner->rename(inner->ctx, dir, from, to);
}

static int watch_rename2(void *ctx, int dir, const char *from, const char *to, unsigned flags)
{
	const struct io *inner = ((struct watch *)ctx)->inner;
	return inner->rename2(inner->ctx, dir, from, to, flags);
}

static int watch_unlink(void *ctx, int dir, const char *name)
{
	const struct io *inner = ((struct watch *)ctx)->inner;
	return inner->unlink(inner->ctx, dir, name);
}

static int watch_mkdir(void *ctx, int dir, const char *name, mode_t mode)
{
	const struct io *inner = ((struct watch *)ctx)->inner;
	return inner->mkdir(inner->ctx, dir, name, mode);
}

static int watch_fstat(void *ctx, int fd, struct stat *st)
{
	const struct io *inner = ((struct watch *)ctx)->inner;
	return inner->fstat(inner->ctx, fd, st);
}

static int watch_fchmod(void *ctx, int fd, mode_t mode)
{
	const struct io *inner = ((struct watch *)ctx)->inner;
	return inner->fchmod(inner->ctx, fd, mode);
}

static int watch_fchown(void *ctx, int fd, uid_t owner, gid_t group)
{
	const struct io *inner = ((struct watch *)ctx)->inner;
	return inner->fchown(inner->ctx, fd, owner, group);
}

static void watch_wait(void *ctx, int ms)
{
	const struct io *inner = ((struct watch *)ctx)->inner;
	inner->wait(inner->ctx, ms);
}

void watch_init(struct watch *w, const struct io *inner, bool (*tick)(void *ctx, const char *name, int64_t bytes), void *ctx)
{
	*w = (struct watch){
		.io = {.open = watch_open, .read = watch_read, .write = watch_write, .fsync = watch_fsync, .close = watch_close,
		       .rename = watch_rename, .rename2 = watch_rename2, .unlink = watch_unlink, .mkdir = watch_mkdir,
		       .fstat = watch_fstat, .fchmod = watch_fchmod, .fchown = watch_fchown, .wait = watch_wait, .ctx = w},
		.inner = inner,
		.tick = tick,
		.ctx = ctx,
	};
}

void watch_begin(struct watch *w)
{
	w->watching = true;
	w->stopped = false;
	w->bytes = 0;
	w->name[0] = '\0';
}

bool watch_end(struct watch *w)
{
	w->watching = false;
	return w->stopped;
}
