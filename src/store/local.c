#include "radsbord/store/local.h"

#include "io_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/sha256.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

enum { HASH_SHOWN = 16 };
#define LOCK_FILE "las"
#define SHARED_LOCK_FILE "filter.las"

struct local {
	const struct io *io; /* borrowed */
	char *folder, *path; /* STATE/hash; STATE/hash/place */
	int place;           /* 1-9 */
	int dir, lock;
};

static int open_directory(const struct io *io, const char *path)
{
	return io->open(io->ctx, AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0);
}

/* A folder of our own that nobody else can look into. A descriptor, or -1 with errno. */
static int private_folder(const struct io *io, const char *path)
{
	struct stat st;
	int fd, err;

	if (io->mkdir(io->ctx, AT_FDCWD, path, 0700) < 0 && errno != EEXIST)
		return -1;
	fd = open_directory(io, path);
	if (fd < 0)
		return -1;
	if (io->fstat(io->ctx, fd, &st) == 0 && st.st_uid == geteuid() &&
	    ((st.st_mode & 0777) == 0700 || io->fchmod(io->ctx, fd, 0700) == 0))
		return fd;
	err = st.st_uid == geteuid() ? errno : EACCES;
	io->close(io->ctx, fd);
	errno = err;
	return -1;
}

bool local_make_state(const struct io *io, const char *state)
{
	char *path = mem_strdup(state);
	bool ok = true;

	for (char *slash = strchr(path + 1, '/'); ok && slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		ok = access(path, F_OK) == 0 || io->mkdir(io->ctx, AT_FDCWD, path, 0700) == 0 || errno == EEXIST;
		*slash = '/';
	}
	ok = ok && (io->mkdir(io->ctx, AT_FDCWD, path, 0700) == 0 || errno == EEXIST);
	free(path);
	return ok;
}

/* Opens a place and holds it. -1: somebody has it, or (errno) it cannot be used. */
static int take_place(const struct io *io, const char *folder, int place, int *lock)
{
	char *path = mem_printf("%s/%d", folder, place);
	int dir = private_folder(io, path), err = errno;

	free(path);
	errno = err;
	if (dir < 0)
		return -1;
	*lock = io->open(io->ctx, dir, LOCK_FILE, O_RDWR | O_CREAT, 0600);
	/* A file system without locks has one session, as far as we know. */
	if (*lock >= 0 && (flock(*lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK))
		return dir;
	err = *lock < 0 ? errno : EWOULDBLOCK;
	if (*lock >= 0)
		io->close(io->ctx, *lock);
	io->close(io->ctx, dir);
	errno = err;
	return -1;
}

static char *council_folder(const char *state, const char *council)
{
	char *real = realpath(council, NULL), *folder;
	char hash[65];

	sha256(real ? real : council, strlen(real ? real : council), hash);
	hash[HASH_SHOWN] = '\0';
	folder = mem_printf("%s/%s", state, hash);
	free(real);
	return folder;
}

struct local *local_open(const struct io *io, const char *state, const char *council, struct error *e)
{
	struct local *l = mem_alloc(sizeof *l);
	int fd, err;

	*l = (struct local){.io = io, .folder = council_folder(state, council), .dir = -1, .lock = -1};
	fd = local_make_state(io, state) ? private_folder(io, l->folder) : -1;
	err = errno;
	if (fd >= 0)
		io->close(io->ctx, fd);
	for (int place = 1; fd >= 0 && l->dir < 0 && place <= LOCAL_PLACES; place++) {
		l->place = place;
		l->dir = take_place(io, l->folder, place, &l->lock);
		err = errno;
		if (l->dir < 0 && err != EWOULDBLOCK)
			break;
	}
	if (l->dir >= 0) {
		l->path = mem_printf("%s/%d", l->folder, l->place);
		return l;
	}
	error_set(e, ERROR_IO, _("Ångralistan och utkast kan inte sparas i %.300s: %s."), state, store_errno_text(err));
	free(l->folder);
	free(l);
	return NULL;
}

struct local *local_open_place(const struct io *io, const char *state, const char *council, int place, struct error *e)
{
	char *folder = council_folder(state, council), *path = mem_printf("%s/%d", folder, place);
	struct local *l = NULL;
	int lock = -1, dir = -1, err = ENOENT;

	if (access(path, F_OK) == 0) {
		dir = take_place(io, folder, place, &lock);
		err = errno;
	}
	if (dir >= 0) {
		l = mem_alloc(sizeof *l);
		*l = (struct local){.io = io, .folder = folder, .path = path, .place = place, .dir = dir, .lock = lock};
		return l;
	}
	free(path);
	free(folder);
	if (err == EWOULDBLOCK)
		error_set(e, ERROR_LOCKED, _("Rådsbord är öppet på den här datorn. Avsluta det och försök igen."));
	else
		error_set(e, err == ENOENT ? ERROR_NOT_FOUND : ERROR_IO, _("Det som ligger på den här datorn kan inte öppnas: %s."),
		          store_errno_text(err));
	return NULL;
}

const char *local_path(const struct local *l)
{
	return l->path;
}

/* The files of a folder in the place; of one that is empty, the folder itself. */
static bool list_below(const struct local *l, const char *folder, struct names *out, struct error *e)
{
	struct names files = {0};
	bool ok = io_list(l->dir, folder, &files, e);

	for (size_t i = 0; ok && i < files.count; i++)
		VEC_PUSH(out, mem_printf("%s/%s", folder, files.items[i]));
	if (ok && files.count == 0)
		VEC_PUSH(out, mem_strdup(folder));
	names_release(&files);
	return ok;
}

/* The folder of the council itself. The lock is short: nobody thinks while it is held. */
static int take_shared(const struct io *io, const char *state, const char *folder, bool change, int *lock)
{
	int dir = !change ? open_directory(io, folder) : local_make_state(io, state) ? private_folder(io, folder) : -1, err;

	if (dir < 0 || !change)
		return dir;
	*lock = io->open(io->ctx, dir, SHARED_LOCK_FILE, O_RDWR | O_CREAT, 0600);
	if (*lock >= 0 && (flock(*lock, LOCK_EX) == 0 || errno != EINTR))
		return dir; /* a file system without locks has one session, as far as we know */
	err = errno;
	if (*lock >= 0)
		io->close(io->ctx, *lock);
	io->close(io->ctx, dir);
	errno = err;
	return -1;
}

struct local *local_open_shared(const struct io *io, const char *state, const char *council, bool change, struct error *e)
{
	struct local *l = mem_alloc(sizeof *l);
	int err;

	*l = (struct local){.io = io, .folder = council_folder(state, council), .lock = -1};
	l->dir = take_shared(io, state, l->folder, change, &l->lock);
	err = errno;
	if (l->dir >= 0)
		return l;
	error_set(e, err == ENOENT ? ERROR_NOT_FOUND : ERROR_IO, _("Filter kan inte sparas i %.300s: %s."), state, store_errno_text(err));
	free(l->folder);
	free(l);
	return NULL;
}

bool local_list(const struct local *l, struct names *out, struct error *e)
{
	struct names all = {0};
	struct stat st;
	bool ok = io_list(l->dir, ".", &all, e);

	for (size_t i = 0; ok && i < all.count; i++)
		if (local_stat(l, all.items[i], &st) && S_ISDIR(st.st_mode))
			ok = list_below(l, all.items[i], out, e);
		else if (strcmp(all.items[i], LOCK_FILE) != 0)
			VEC_PUSH(out, mem_strdup(all.items[i]));
	names_release(&all);
	return ok;
}

bool local_stat(const struct local *l, const char *name, struct stat *st)
{
	int fd = l->io->open(l->io->ctx, l->dir, name, O_PATH, 0);
	bool ok = fd >= 0 && l->io->fstat(l->io->ctx, fd, st) == 0;

	if (fd >= 0)
		l->io->close(l->io->ctx, fd);
	return ok;
}

void local_close(struct local **lp)
{
	struct local *l = *lp;

	*lp = NULL;
	if (!l)
		return;
	if (l->lock >= 0)
		l->io->close(l->io->ctx, l->lock);
	l->io->close(l->io->ctx, l->dir);
	free(l->folder);
	free(l->path);
	free(l);
}

static void temp_name(const char *name, char out[64])
{
	snprintf(out, 64, "%.40s.ny", name);
}

bool local_write(struct local *l, const char *name, const char *bytes, size_t len, struct error *e)
{
	const struct io *io = l->io;
	char temp[64];
	int fd, err;
	bool ok;

	/* The place is ours alone, so what lies under the name is what a killed write of our own left. */
	temp_name(name, temp);
	(void)io->unlink(io->ctx, l->dir, temp);
	fd = io->open(io->ctx, l->dir, temp, O_WRONLY | O_CREAT | O_EXCL, 0600);
	ok = fd >= 0 && store_write_all(io, fd, bytes, len) && store_fsync(io, fd, false);
	err = errno;
	if (fd >= 0 && io->close(io->ctx, fd) < 0 && ok) {
		ok = false;
		err = errno;
	}
	if (ok && (io->rename(io->ctx, l->dir, temp, name) < 0 || !store_fsync(io, l->dir, true))) {
		ok = false;
		err = errno;
	}
	return ok || error_set(e, ERROR_IO, _("%s kan inte sparas på den här datorn: %s."), name, store_errno_text(err));
}

bool local_read(const struct local *l, const char *name, struct buf *out, struct error *e)
{
	return store_read(l->io, l->dir, name, IO_FILE_MAX, out, NULL, e);
}

/* The folder of a removed file goes when that was its last. */
static void remove_above(const struct local *l, const char *name)
{
	const char *slash = strchr(name, '/');
	char *folder = slash ? mem_strndup(name, (size_t)(slash - name)) : NULL;

	if (folder)
		(void)unlinkat(l->dir, folder, AT_REMOVEDIR);
	free(folder);
}

bool local_remove(struct local *l, const char *name, struct error *e)
{
	bool gone = l->io->unlink(l->io->ctx, l->dir, name) == 0 ||
	            (errno == EISDIR && unlinkat(l->dir, name, AT_REMOVEDIR) == 0);
	int err = errno;

	remove_above(l, name);
	if (gone && !store_fsync(l->io, l->dir, true)) {
		gone = false;
		err = errno;
	}
	return gone || err == ENOENT || store_errno(e, ERROR_IO, name, N_("tas bort"), err);
}

/* Moves the file from another place, unless its session runs. */
static bool bring(struct local *l, int place, const char *name)
{
	struct buf bytes = {0};
	struct error e = {0};
	int lock = -1, dir;
	char *path = mem_printf("%s/%d/%s", l->folder, place, name);
	bool there = access(path, F_OK) == 0, ok = false;

	free(path);
	dir = there ? take_place(l->io, l->folder, place, &lock) : -1;
	if (dir >= 0) {
		ok = store_read(l->io, dir, name, IO_FILE_MAX, &bytes, NULL, &e) &&
		     local_write(l, name, buf_cstr(&bytes), bytes.len, &e);
		if (ok)
			(void)l->io->unlink(l->io->ctx, dir, name);
		l->io->close(l->io->ctx, lock);
		l->io->close(l->io->ctx, dir);
	}
	buf_release(&bytes);
	return ok;
}

bool local_take_over(struct local *l, const char *name)
{
	bool have = faccessat(l->dir, name, F_OK, 0) == 0;

	for (int place = 1; !have && place <= LOCAL_PLACES; place++)
		if (place != l->place)
			have = bring(l, place, name);
	return have;
}
