/* Files on their way in: hashes of what is there, temps, modes and folders. */
#include "commit_local.h"

#include "io_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/sha256.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void commit_control_name(char out[CONTROL_NAME_MAX], const char *prefix, const char *rest)
{
	snprintf(out, CONTROL_NAME_MAX, "%s%s", prefix, rest);
}

bool commit_hash_file(const struct job *j, const char *name, char hash[HASH_LEN + 1], struct stat *st,
               struct buf *bytes, struct error *e)
{
	struct error unread = {0};
	bool ok = bytes ? store_read(j->io, j->dir, name, IO_FILE_MAX, bytes, st, &unread)
	                : store_hash(j->io, j->dir, name, IO_FILE_MAX, hash, st, &unread);

	if (ok && bytes) {
		sha256(buf_cstr(bytes), bytes->len, hash);
	} else if (ok) {
		return true;
	} else if (unread.code == ERROR_NOT_FOUND) {
		memcpy(hash, "-", 2);
		ok = true;
	} else if (e) {
		*e = unread;
	}
	return ok;
}

/* Gives the new file the owner and group of the old as far as we may. A group that cannot be kept loses its
 * rights: they would go to another group. */
static bool copy_owner(const struct job *j, int fd, const struct stat *now, const struct stat *like, mode_t *mode)
{
	const struct io *io = j->io;

	if (now->st_uid == like->st_uid && now->st_gid == like->st_gid)
		return true;
	if (now->st_uid != like->st_uid && io->fchown(io->ctx, fd, like->st_uid, like->st_gid) == 0)
		return true;
	if (now->st_uid != like->st_uid && errno != EPERM)
		return false;
	if (now->st_gid == like->st_gid || io->fchown(io->ctx, fd, (uid_t)-1, like->st_gid) == 0)
		return true;
	*mode &= ~(mode_t)S_IRWXG;
	return errno == EPERM;
}

static bool set_mode(const struct job *j, int fd, const struct stat *like, bool plain)
{
	const struct io *io = j->io;
	/* In a folder that a group writes in, the group must be able to read what is new there. */
	mode_t group = plain ? S_IRGRP | S_IWGRP : S_IRGRP;
	mode_t mode = S_IRUSR | S_IWUSR | (j->folder_mode & S_IWGRP ? group : 0);
	struct stat now;

	if (io->fstat(io->ctx, fd, &now) < 0)
		return false;
	if (like) {
		mode = like->st_mode & 0777;
		if (!copy_owner(j, fd, &now, like, &mode))
			return false;
	}
	if ((now.st_mode & 07777) == mode || io->fchmod(io->ctx, fd, mode) == 0)
		return true;
	/* A file system without modes has nothing to keep. */
	return errno == EPERM || errno == EOPNOTSUPP;
}

bool commit_stage_file(const struct job *j, const char *name, const char *shown, const char *bytes, size_t len,
                const struct stat *like, bool plain, struct error *e)
{
	const struct io *io = j->io;
	int fd = io->open(io->ctx, j->dir, name, O_WRONLY | O_CREAT | O_EXCL, 0600), err;
	bool ok;

	if (fd < 0)
		return store_errno(e, store_write_code(errno), shown, N_("skrivas"), errno);
	ok = store_write_all(io, fd, bytes, len) && set_mode(j, fd, like, plain) && store_fsync(io, fd, false);
	err = errno;
	if (io->close(io->ctx, fd) < 0 && ok) {
		ok = false;
		err = errno;
	}
	if (ok)
		return true;
	(void)io->unlink(io->ctx, j->dir, name);
	return store_errno(e, store_write_code(err), shown, N_("skrivas"), err);
}

/* Opens the folder that holds `name`: j->dir itself, or one to be closed. -1 with errno. */
static int open_folder(const struct job *j, const char *name)
{
	const char *slash = strrchr(name, '/');
	char *folder;
	int fd;

	if (!slash)
		return j->dir;
	folder = mem_strndup(name, (size_t)(slash - name));
	fd = j->io->open(j->io->ctx, j->dir, folder, O_RDONLY | O_DIRECTORY, 0);
	free(folder);
	return fd;
}

static bool close_folder(const struct job *j, int fd)
{
	int err = errno;
	bool ok = fd == j->dir || fd < 0 || j->io->close(j->io->ctx, fd) == 0;

	if (ok)
		errno = err;
	return ok;
}

bool commit_sync_folder(const struct job *j, const char *name)
{
	int fd = open_folder(j, name);
	bool ok = fd != -1 && store_fsync(j->io, fd, true);

	return close_folder(j, fd) && ok;
}

static bool make_folder(const struct job *j, const char *folder, struct error *e)
{
	const struct io *io = j->io;
	mode_t mode = S_IRWXU | (j->folder_mode & S_IWGRP ? S_IRWXG : 0);
	int fd;

	if (io->mkdir(io->ctx, j->dir, folder, mode) < 0)
		return errno == EEXIST || store_errno(e, store_write_code(errno), folder, N_("skapas"), errno);
	/* The umask may have kept the group out; a folder of our own alone is the least that will do. */
	fd = mode & S_IRWXG ? io->open(io->ctx, j->dir, folder, O_RDONLY | O_DIRECTORY, 0) : -1;
	if (fd >= 0) {
		struct stat st;

		if (io->fstat(io->ctx, fd, &st) == 0)
			(void)io->fchmod(io->ctx, fd, (st.st_mode & 07000) | mode);
		(void)io->close(io->ctx, fd);
	}
	return commit_sync_folder(j, folder) || store_errno(e, ERROR_IO, folder, N_("skapas"), errno);
}

/* What would make the rename fail when it is too late to say no. */
static bool check_folder(const struct job *j, const char *name, struct error *e)
{
	struct stat st = {0};
	int fd = open_folder(j, name), err;
	bool ok;

	if (fd == -1)
		return store_errno(e, ERROR_IO, name, N_("sparas"), errno);
	ok = j->io->fstat(j->io->ctx, fd, &st) == 0;
	err = errno;
	if (ok && st.st_dev != j->folder_dev) {
		ok = false;
		err = EXDEV;
	} else if (ok && !store_may_write(fd, ".")) {
		ok = false;
		err = errno;
	}
	if (!close_folder(j, fd) && ok) {
		ok = false;
		err = errno;
	}
	return ok || store_errno(e, store_write_code(err), name, N_("sparas"), err);
}

bool commit_stage_folder(const struct job *j, const char *name, struct error *e)
{
	for (const char *slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/')) {
		char *folder = mem_strndup(name, (size_t)(slash - name));
		bool ok = make_folder(j, folder, e);

		free(folder);
		if (!ok)
			return false;
	}
	return check_folder(j, name, e);
}
