/* The practice council: a copy of the example, made beside its place and then renamed, so that a copy that was killed
 * half way never looks like a council. */
#include "folder_local.h"

#include "io_local.h"
#include "radsbord/base/language.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DEPTH_MAX = 8 };

static bool write_new(const struct io *io, const char *path, const struct buf *bytes, struct error *e)
{
	int fd = io->open(io->ctx, AT_FDCWD, path, O_WRONLY | O_CREAT | O_EXCL, 0666);
	bool ok = fd >= 0 && store_write_all(io, fd, buf_cstr(bytes), bytes->len) && store_fsync(io, fd, false);
	int err = errno;

	if (fd >= 0 && io->close(io->ctx, fd) < 0 && ok) {
		err = errno;
		ok = false;
	}
	return ok || store_errno(e, store_write_code(err), path, N_("skrivas"), err);
}

static bool sync_directory(const struct io *io, const char *path, struct error *e)
{
	int fd = io->open(io->ctx, AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0);
	bool ok = fd >= 0 && store_fsync(io, fd, true);
	int err = errno;

	if (fd >= 0)
		io->close(io->ctx, fd);
	return ok || store_errno(e, store_write_code(err), path, N_("skrivas"), err);
}

static bool copy_directory(const struct io *io, const char *from, const char *to, int depth, struct error *e);

/* A file or a folder; anything else (a link, a FIFO) is left behind. */
static bool copy_entry(const struct io *io, const char *from, const char *to, int depth, struct error *e)
{
	struct stat st;
	struct buf bytes = {0};
	bool ok;

	if (lstat(from, &st) < 0)
		return store_errno(e, ERROR_IO, from, N_("läsas"), errno);
	if (S_ISDIR(st.st_mode))
		return copy_directory(io, from, to, depth + 1, e);
	if (!S_ISREG(st.st_mode))
		return true;
	ok = io_read_file(io, AT_FDCWD, from, IO_FILE_MAX, &bytes, e) && write_new(io, to, &bytes, e);
	buf_release(&bytes);
	return ok;
}

/* Names that begin with a dot are control files and are not copied. */
static bool copy_directory(const struct io *io, const char *from, const char *to, int depth, struct error *e)
{
	struct names names = {0};
	bool ok = io_list(AT_FDCWD, from, &names, e);

	if (ok && depth > DEPTH_MAX)
		ok = error_set(e, ERROR_DATA, _("%.300s har för många mappar i varandra och kopieras inte; flytta upp dem."),
		               from);
	if (ok && io->mkdir(io->ctx, AT_FDCWD, to, 0777) < 0)
		ok = store_errno(e, store_write_code(errno), to, N_("skapas"), errno);
	for (size_t i = 0; ok && i < names.count; i++) {
		char *a = mem_printf("%s/%s", from, names.items[i]), *b = mem_printf("%s/%s", to, names.items[i]);

		if (names.items[i][0] != '.')
			ok = copy_entry(io, a, b, depth, e);
		free(a);
		free(b);
	}
	names_release(&names);
	return ok && sync_directory(io, to, e);
}

/* The folders above a path, as far as they do not exist. */
static bool make_parents(const struct io *io, const char *path, struct error *e)
{
	char *copy = mem_strdup(path);
	bool ok = true;

	for (char *slash = copy[0] ? strchr(copy + 1, '/') : NULL; ok && slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (access(copy, F_OK) < 0 && io->mkdir(io->ctx, AT_FDCWD, copy, 0777) < 0 && errno != EEXIST)
			ok = store_errno(e, store_write_code(errno), copy, N_("skapas"), errno);
		*slash = '/';
	}
	free(copy);
	return ok;
}

/* `path` without slashes at its end. Owned. */
static char *without_slashes(const char *path)
{
	size_t n = strlen(path);

	while (n > 1 && path[n - 1] == '/')
		n--;
	return mem_strndup(path, n);
}

/* A name beside the place that nothing has. Owned. */
static char *temp_name(const char *parent, const char *leaf)
{
	struct stat st;

	for (int i = 0;; i++) {
		char *name = mem_printf("%s/.rb-kopia-%ld-%d-%s", parent, (long)getpid(), i, leaf);

		if (i == 99 || lstat(name, &st) < 0)
			return name;
		free(name);
	}
}

static bool copy_to(const struct io *io, const char *example, const char *path, struct error *e)
{
	const char *slash = strrchr(path, '/');
	char *parent = slash ? mem_strndup(path, slash == path ? 1 : (size_t)(slash - path)) : mem_strdup(".");
	char *temp = temp_name(parent, slash ? slash + 1 : path);
	bool ok = make_parents(io, path, e) && copy_directory(io, example, temp, 0, e);

	/* Somebody who was first has made what we were to make. */
	if (ok && io->rename(io->ctx, AT_FDCWD, temp, path) < 0 && errno != ENOTEMPTY && errno != EEXIST)
		ok = store_errno(e, store_write_code(errno), path, N_("skapas"), errno);
	ok = ok && sync_directory(io, parent, e);
	free(temp);
	free(parent);
	return ok;
}

bool folder_copy_example(const char *example, const char *path, const struct io *io, struct error *e)
{
	char *to = without_slashes(path);
	char *from = realpath(example, NULL);
	struct stat st;
	bool ok;

	if (lstat(to, &st) == 0)
		ok = true;
	else if (!from)
		ok = error_set(e, ERROR_NOT_FOUND, _("Exempelrådet %.300s finns inte; kontrollera att programmet är helt "
		               "installerat."), example);
	else
		ok = copy_to(io, from, to, e);
	free(to);
	free(from);
	return ok;
}
